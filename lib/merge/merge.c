#include "merge/merge.h"
#include "merge/merge_parts.h"
#include "merge/mergebase.h"
#include "text/front.h"
#include "base/utf8.h"
#include <string.h>

/* What is in conflict as a whole. */
static const str all_front = S_INIT("the front matter"), all_private = S_INIT("what is private"),
		 all_bytes = S_INIT("the whole, which is no text");

bool merge_quotes_nothing(str conflict)
{
	return str_eq(conflict, all_front) || str_eq(conflict, all_private) || str_eq(conflict, all_bytes);
}

static bool front_parses(struct arena *a, str text)
{
	struct fences p = fences_of(text);
	struct front front;

	return !p.yaml.p || front_parse(a, p.yaml, p.yaml_line, &front);
}

/* No text, or text in UTF-16. */
static bool is_binary(str note)
{
	return str_chr(note, '\0') != STR_NONE || str_starts(note, S("\xff\xfe")) || str_starts(note, S("\xfe\xff"));
}

/* Whether there are entries and fields to be told apart. */
static bool is_note(struct arena *a, str text)
{
	size_t bad;

	return utf8_valid(text, &bad) && !has_markers(text) && front_parses(a, text);
}

static bool ends_in_eol(str s)
{
	return str_chomp(s).n < s.n;
}

/* The line end of the first that has any. */
static str eol_of(const str notes[SIDES])
{
	static const enum merge_side sides[] = {OURS, BASE, THEIRS};
	str rest, line;

	for (int i = 0; i < SIDES; i++) {
		rest = notes[sides[i]];
		if (str_line(&rest, &line) && ends_in_eol(line))
			return str_skip(line, str_chomp(line).n);
	}
	return S("\n");
}

/* Without byte-order mark, with a final line end, and with that line end if it begins with another. */
static str evened(struct arena *a, str note, str eol)
{
	struct buf b = {0};
	str rest = str_skip(note, fences_of(note).mark.n), line;
	bool other = false;

	for (size_t n = 0; str_line(&rest, &line); n++) {
		str end = str_skip(line, str_chomp(line).n);
		other = n ? other : end.n && !str_eq(end, eol);
		buf_add(&b, str_chomp(line));
		buf_add(&b, end.n && !other ? end : eol);
	}
	return arena_take(a, &b);
}

/* Its fences and what stands between; empty if there is none. */
static str front_of(const struct entrydoc *d)
{
	return d->pieces.yaml.p ? str_between(d->pieces.open.p, d->pieces.close.p + d->pieces.close.n) : S("");
}

/* Ours, and theirs as comments: where the two cannot be told apart key by key. */
static str front_with_comments(struct merging *m, str ours, str theirs)
{
	struct buf b = {0};
	struct front front;
	str line;

	merge_conflict(m, all_front);
	while (str_line(&theirs, &line))
		if (str_trim(line).n)
			buf_printf(&b, "# %s: " FMT FMT, merge_label(m, THEIRS), ARG(str_chomp(line)), ARG(m->eol));
	buf_add(&b, ours);
	str yaml = arena_take(m->a, &b);
	return front_parse(m->a, yaml, 1, &front) ? yaml : ours;
}

static str merge_fronts(struct merging *m, const struct entrydoc d[SIDES])
{
	str whole[SIDES], yaml[SIDES], merged;
	struct buf b = {0};
	size_t conflicts = m->m->conflicts.n;

	for (int s = 0; s < SIDES; s++) {
		whole[s] = front_of(&d[s]);
		yaml[s] = d[s].pieces.yaml.p ? d[s].pieces.yaml : S("");
	}
	if (str_eq(whole[OURS], whole[BASE]) || str_eq(whole[OURS], whole[THEIRS]))
		return whole[THEIRS];
	if (str_eq(whole[THEIRS], whole[BASE]))
		return whole[OURS];
	bool good = merge_front(m, yaml, &b);
	merged = arena_take(m->a, &b);
	if (!good) {
		m->m->conflicts.n = conflicts;
		merged = front_with_comments(m, yaml[OURS], yaml[THEIRS]);
	}
	const struct fences *p = &d[d[OURS].pieces.yaml.p ? OURS : THEIRS].pieces;
	if (!str_trim(merged).n && (!whole[OURS].n || !whole[THEIRS].n))
		return S("");
	return arena_printf(m->a, FMT FMT FMT, ARG(p->open), ARG(merged), ARG(p->close));
}

static str merge_lines(struct merging *m, const str text[SIDES])
{
	const struct entrydoc *none[SIDES] = {NULL};
	struct buf b = {0};

	merge_text(m, none, text, true, &b);
	return arena_take(m->a, &b);
}

/* Whether a merged body has the entries that it was given, and none of them in public that were private. */
static bool is_whole(const struct merging *m, str body, bool *hidden)
{
	struct entries after = entrydoc_parse(m->a, body, m->m->rules).entries;
	size_t n = 0;

	for (size_t i = 0; i < after.n; i++)
		n += after.v[i].is_private;
	*hidden = n >= m->hidden;
	return *hidden && after.n >= m->entries;
}

/* One way to merge bodies. */
struct attempt {
	str body;
	bool clean;
	bool hidden; /* what was private is private */
	bool whole;  /* and what the sides have is in it */
};

static struct attempt attempt(
	struct merging *m, const struct entrydoc *const d[SIDES], const str body[SIDES], bool apart, size_t conflicts)
{
	struct attempt x = {.hidden = false};
	struct buf b = {0};
	m->apart = apart;
	m->entries = m->hidden = 0;
	m->m->conflicts.n = conflicts;
	merge_text(m, d, body, false, &b);
	x.body = arena_take(m->a, &b);
	x.clean = m->m->conflicts.n == conflicts;
	x.whole = is_whole(m, x.body, &x.hidden);
	return x;
}

/* The last line of prose in the upper half of a conflict is a heading, by the line of = below it: so what is hidden
 * hangs on whose half that is, and must be the same for both. */
static bool hides_turned(struct merging *m, const struct entrydoc *const d[SIDES], const str body[SIDES], bool apart)
{
	const struct entrydoc *docs[SIDES] = {d[BASE], d[THEIRS], d[OURS]};
	const str turned[SIDES] = {body[BASE], body[THEIRS], body[OURS]};
	struct strs conflicts = m->m->conflicts;
	size_t entries = m->entries, hidden = m->hidden;
	m->m->conflicts = (struct strs){0};
	bool hides = attempt(m, docs, turned, apart, 0).hidden;
	m->m->conflicts = conflicts;
	m->entries = entries;
	m->hidden = hidden;
	return hides;
}

static str merge_bodies(struct merging *m, const struct entrydoc d[SIDES])
{
	const struct entrydoc *docs[SIDES] = {&d[BASE], &d[OURS], &d[THEIRS]};
	str body[SIDES] = {d[BASE].pieces.body, d[OURS].pieces.body, d[THEIRS].pieces.body};
	size_t conflicts = m->m->conflicts.n;
	struct attempt x = {.hidden = false};

	if (str_eq(body[OURS], body[BASE]) || str_eq(body[OURS], body[THEIRS]))
		return body[THEIRS];
	if (str_eq(body[THEIRS], body[BASE]))
		return body[OURS];
	for (int i = 0; i < 2 && !x.hidden; i++) {
		x = attempt(m, docs, body, i, conflicts);
		x.hidden = x.hidden && (x.clean || hides_turned(m, docs, body, i));
		if (x.hidden && (x.whole || !x.clean))
			return x.body;
	}
	if (!x.clean)
		return x.body;
	if (!x.hidden)
		merge_conflict(m, all_private);
	return merge_lines(m, body); /* an entry has become something else where it stands */
}

/* The front matter has gone and what begins the body would be taken for it: by lines, or one below the other. */
static str merge_beheaded(struct merging *m, const str text[SIDES])
{
	str none = str_head(text[OURS], 0), below[SIDES] = {none, none, text[THEIRS]};
	str lines = merge_lines(m, text), both[] = {text[OURS], merge_lines(m, below)};

	merge_conflict(m, all_front);
	if (front_parses(m->a, lines))
		return lines;
	both[1] = strs_join(m->a, (struct strs){both, 2}, S(""));
	return front_parses(m->a, both[1]) ? both[1] : text[OURS];
}

static str merge_parts(struct merging *m, const str text[SIDES])
{
	struct entrydoc d[SIDES];
	str parts[2];

	for (int s = 0; s < SIDES; s++)
		d[s] = entrydoc_parse(m->a, text[s], m->m->rules);
	parts[0] = merge_fronts(m, d);
	parts[1] = merge_bodies(m, d);
	str whole = strs_join(m->a, (struct strs){parts, 2}, S(""));
	return str_eq(fences_of(whole).body, parts[1]) ? whole : merge_beheaded(m, text);
}

str merge_notes(struct arena *a, struct merge *merge, const str notes[SIDES])
{
	struct merging m = {.a = a, .m = merge, .eol = eol_of(notes)};
	str ours = notes[OURS], text[SIDES], mark = fences_of(ours).mark, merged;
	bool plain = false;

	merge->marker = merge->marker ? merge->marker : MERGE_MARKER;
	merge->conflicts.n = 0;
	if (str_eq(ours, notes[THEIRS]) || str_eq(notes[THEIRS], notes[BASE]))
		return ours;
	if (str_eq(ours, notes[BASE]))
		return notes[THEIRS];
	for (int s = OURS; s <= THEIRS; s++)
		if (is_binary(notes[s])) {
			merge_conflict(&m, all_bytes);
			return ours;
		}
	for (int s = 0; s < SIDES; s++) {
		text[s] = evened(a, notes[s], m.eol);
		if (s == BASE)
			text[s] = base_known(a, text[s]);
		plain = plain || !is_note(a, text[s]);
	}
	merged = plain ? merge_lines(&m, text) : merge_parts(&m, text);
	if (ours.n > mark.n && !ends_in_eol(ours))
		merged = str_chomp(merged);
	return strs_join(a, (struct strs){(str[]){mark, merged}, 2}, S(""));
}

#include "check/check_parts.h"

#include "base/when.h"
#include "check/lead.h"
#include "text/spoken.h"
#include <string.h>

/* An item, or heading of a person, that looks like an entry and is none. */
struct suspect {
	const struct body_block *k;
	str odd; /* the day or box that is none, or the day that stands in a wrong way; of a lead the kind */
	bool box, leads;
	bool boxed; /* the day, behind a box */
	struct lead lead;
};

struct suspects {
	struct suspect *v;
	size_t n;
};

static str skip_any(str s, const char *bytes)
{
	while (s.n && s.p[0] && strchr(bytes, s.p[0]))
		s = str_skip(s, 1);
	return s;
}

static bool is_kind(str text)
{
	size_t colon;
	return entry_usual(spoken_word(text)) || entry_glued(text, &colon);
}

/* A day that is right, but for what stands around it. */
static size_t wrapped_day(str s)
{
	date day;
	size_t n = date_prefix(s, &day);
	return n && n < s.n && (strchr(" \t\r\n,;.:)*_`~\"", s.p[n]) || is_kind(str_skip(s, n))) ? n : 0;
}

static str odd_day(str text)
{
	date day;
	str rest = skip_any(text, "*_(`~\"@");
	size_t n = when_odd(str_starts(rest, S("[[")) ? str_skip(rest, 2) : rest, &day);
	if (n && str_starts(rest, S("[[")))
		rest = str_skip(rest, 2);
	return str_head(rest, n ? n : wrapped_day(rest));
}

static bool is_entry(struct check *c, const struct body_block *k)
{
	const struct entries *list = note_entries(c->n);
	size_t low = 0, high = list->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (list->v[middle].block < k)
			low = middle + 1;
		else
			high = middle;
	}
	return low < list->n && list->v[low].block == k;
}

/* A day in words and a kind, or in a log a kind alone. e: the box that it is, without a day; an open one is told of as
 * a task, and one that is dropped is done with. */
static bool look_lead(struct check *c, str text, const struct entry *e, const bool *logs, struct suspect *out)
{
	bool alone = !e && logs[out->k - note_body(c->n)->blocks];
	if ((e && e->state != ENTRY_DONE) || !lead_read(c->book, c->n->arena, text, &out->lead))
		return false;
	out->leads = true;
	out->odd = out->lead.day.n ? out->lead.day : out->lead.kind;
	return out->lead.day.n || (alone && !is_entry(c, out->k) && !str_listed(" note: idea: ", out->lead.kind));
}

static bool look(struct check *c, const struct body_block *k, const bool *logs, struct suspect *out)
{
	struct entry e;
	str text = str_between(note_body(c->n)->bytes.p + k->text_at, note_body(c->n)->bytes.p + k->text_end);
	size_t box = entry_box_length(text);
	bool is = entry_parse(c->n->arena, text, note_rules(c->n).marks, &e);
	*out = (struct suspect){.k = k, .odd = str_head(text, box), .box = true};
	if (text.n < 4 || (is && e.date != DATE_NONE))
		return false;
	if (box && !is)
		return !strchr("([:", text.p[box]) && k->kind == BLOCK_ITEM;
	str behind = skip_any(str_skip(text, box), " \t");
	*out = (struct suspect){.k = k, .odd = odd_day(behind), .boxed = box};
	return out->odd.n || (k->kind == BLOCK_ITEM && look_lead(c, behind, is ? &e : NULL, logs, out));
}

static struct suspects find_suspects(struct check *c, const struct body *b)
{
	struct suspects list = {0};
	struct suspect s;
	bool person = note_is(c->n, "person");
	const bool *logs = lead_logs(c->n);
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		if (k->quoted || !(k->kind == BLOCK_ITEM || (person && k->kind == BLOCK_HEADING)) ||
			!look(c, k, logs, &s))
			continue;
		list.v = arena_more(c->n->arena, list.v, list.n, sizeof *list.v);
		list.v[list.n++] = s;
	}
	return list;
}

/* The entries that there would be if each suspect began with a box (a heading: with a day); not for their texts. */
static struct entries read_as_entries(struct check *c, const struct body *b, struct suspects list)
{
	struct body copy = *b;
	struct entries entries;
	struct entry_rules rules = note_rules(c->n);
	char *bytes = memcpy(arena_alloc(c->n->arena, b->bytes.n), b->bytes.p, b->bytes.n);
	for (size_t i = 0; i < list.n; i++)
		if (list.v[i].k->kind == BLOCK_ITEM)
			memcpy(bytes + list.v[i].k->text_at, "[x] ", 4);
		else if (list.v[i].odd.n == 10)
			memcpy(bytes + list.v[i].k->text_at, "2000-01-01", 10);
	copy.bytes.p = bytes;
	entries_read(c->n->arena, &copy, &rules, &entries);
	return entries;
}

static void add_day(struct check *c, const struct suspect *s, size_t at)
{
	date day;
	str iso = mistakes_iso(c->n->arena, s->odd, "-/");
	if (date_prefix(s->odd, &day)) {
		mistakes_add(c, CHECK_ENTRY, at,
			"a day that begins no entry: '" FMT "'; it stands %s, with a blank behind it", ARG(s->odd),
			s->boxed ? "behind the box" : "first");
		return;
	}
	if (strcspn(s->odd.p, "-/.") != 4) {
		mistakes_add(c, CHECK_ENTRY, at, "not a date that entries have: '" FMT "'; write %s", ARG(s->odd),
			when_odd(s->odd, &day) && day != DATE_NONE ? when_instead(s->odd, WHEN_PAST)
								   : "it as YYYY-MM-DD");
		return;
	}
	struct check_mistake *m = mistakes_add(c, CHECK_ENTRY_DATE, at, "%s: '" FMT "'%s" FMT,
		iso.p ? "not a date that entries have" : "no such day", ARG(s->odd), iso.p ? "; write " : "", ARG(iso));
	if (!iso.p || s->k->kind != BLOCK_ITEM)
		return;
	m->mend_at = at;
	m->mend_end = at + s->odd.n;
	m->mend = iso;
	m->block = s->k;
}

static void add_lead(struct check *c, const struct suspect *s, size_t at)
{
	char day[DATE_TEXT];
	const struct lead *l = &s->lead;
	bool promise = str_listed(" owe: owed: todo: task: ", l->kind);
	if (!l->day.n)
		mistakes_add(c, CHECK_ENTRY, at, "a kind without a day is no entry: write '%s " FMT " ...'",
			promise ? "[ ]" : "YYYY-MM-DD", ARG(l->kind));
	else if (l->meant != DATE_NONE)
		mistakes_add(c, CHECK_ENTRY, at, "not a date that entries have: '" FMT "'; write %s", ARG(l->day),
			date_text(l->meant, day));
	else
		mistakes_add(c, CHECK_ENTRY, at, "not a date that entries have: '" FMT "'; write it as YYYY-MM-DD",
			ARG(l->day));
}

static void add_suspect(struct check *c, const struct suspect *s, const struct entry *e)
{
	size_t at = mistakes_body_at(c, (size_t)(s->odd.p - note_body(c->n)->bytes.p));
	if (s->leads) {
		if (note_is(c->n, "person") || e->links.n)
			add_lead(c, s, at);
	} else if (s->box)
		mistakes_add(c, CHECK_ENTRY, at,
			"not a box: '" FMT "'; write [ ], [x] or [-] and a blank, or name it in boxes of book.md",
			ARG(s->odd));
	else
		add_day(c, s, at);
}

void check_items(struct check *c)
{
	const struct body *b = note_body(c->n);
	struct suspects list = find_suspects(c, b);
	if (!list.n)
		return;
	struct entries entries = read_as_entries(c, b, list);
	for (size_t i = 0, j = 0; i < list.n && j < entries.n;) {
		if (entries.v[j].block == list.v[i].k)
			add_suspect(c, &list.v[i++], &entries.v[j]);
		else if (entries.v[j].block < list.v[i].k)
			j++;
		else
			i++;
	}
}

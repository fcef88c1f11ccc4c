#include "check/check_parts.h"

#include "base/when.h"
#include <string.h>

/* An item, or heading of a person, that looks like an entry and is none. */
struct suspect {
	const struct body_block *k;
	str odd; /* the day or box that is none, or the day that stands in a wrong way */
	bool box;
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

/* A day that is right, but for what stands around it. */
static size_t wrapped_day(str s)
{
	date day;
	size_t n = date_prefix(s, &day);
	return n && n < s.n && strchr(" \t\r\n,;.:)*_`~\"", s.p[n]) ? n : 0;
}

static str odd_day(str text)
{
	date day;
	str rest = skip_any(text, "*_(`~\"");
	size_t n = when_odd(str_starts(rest, S("[[")) ? str_skip(rest, 2) : rest, &day);
	if (n && str_starts(rest, S("[[")))
		rest = str_skip(rest, 2);
	return str_head(rest, n ? n : wrapped_day(rest));
}

static bool look(struct check *c, const struct body_block *k, struct suspect *out)
{
	struct entry e;
	str text = str_between(note_body(c->n)->bytes.p + k->text_at, note_body(c->n)->bytes.p + k->text_end);
	size_t box = entry_box_length(text);
	bool is = entry_parse(c->n->arena, text, note_rules(c->n).marks, &e);
	*out = (struct suspect){k, str_head(text, box), true};
	if (text.n < 4 || (is && e.date != DATE_NONE))
		return false;
	if (box && !is)
		return !strchr("([:", text.p[box]) && k->kind == BLOCK_ITEM;
	*out = (struct suspect){k, odd_day(skip_any(str_skip(text, box), " \t")), false};
	return out->odd.n;
}

static struct suspects find_suspects(struct check *c, const struct body *b)
{
	struct suspects list = {0};
	struct suspect s;
	bool person = note_is(c->n, "person");
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		if (k->quoted || !(k->kind == BLOCK_ITEM || (person && k->kind == BLOCK_HEADING)) || !look(c, k, &s))
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
			"a day that begins no entry: '" FMT "'; it stands first, with a blank behind it", ARG(s->odd));
		return;
	}
	if (strcspn(s->odd.p, "-/.") != 4) {
		mistakes_add(c, CHECK_ENTRY, at, "not a date that entries have: '" FMT "'; write %s", ARG(s->odd),
			when_odd(s->odd, &day) && day != DATE_NONE ? when_instead(s->odd, WHEN_PAST)
								   : "it as 2026-11-03");
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

static void add_suspect(struct check *c, const struct suspect *s)
{
	size_t at = mistakes_body_at(c, (size_t)(s->odd.p - note_body(c->n)->bytes.p));
	if (s->box)
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
			add_suspect(c, &list.v[i++]);
		else if (entries.v[j].block < list.v[i].k)
			j++;
		else
			i++;
	}
}

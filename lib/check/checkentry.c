#include "check/check_parts.h"

#include <string.h>

static bool speaks_of_person(struct check *c, const struct entry *e)
{
	const struct people *p = &c->book->people;
	if (!p->names.paths.n)
		return e->links.n > 0;
	for (size_t i = 0; i < e->links.n; i++)
		if (people_is_person(p, names_link(&p->names, c->n->arena, &e->links.v[i], c->n->path)))
			return true;
	return false;
}

static void check_entry(struct check *c, const struct entry *e, bool person)
{
	char day[DATE_TEXT];
	size_t at = mistakes_body_at(c, e->block->text_at);
	if (e->state == ENTRY_HAPPENED && e->date != DATE_NONE && e->date > c->book->people.today &&
		entry_contact(e, person) && (person || speaks_of_person(c, e)))
		mistakes_add(c, CHECK_AHEAD, at, "a contact ahead of today: '%s'", date_text(e->date, day));
	if (e->state == ENTRY_OPEN && e->box && !e->text.n)
		mistakes_add(c, CHECK_TASK, at, "a task that says nothing");
	if (e->state != ENTRY_OPEN || e->box)
		return;
	struct check_mistake *m =
		mistakes_add(c, CHECK_BOX, at, "'" FMT ":' without a box is never due; write [ ] in front", ARG(e->kind));
	if (e->block->kind != BLOCK_ITEM)
		return;
	m->mend_at = m->mend_end = at;
	m->mend = S("[ ] ");
	m->block = e->block;
}

/* What stands where the date of an entry would, in year-month-day order, without being a date; empty: nothing such. */
static str odd_date(str text)
{
	date day;
	if (text.n > 3 && text.p[0] == '[' && text.p[2] == ']' && strchr(" xX-", text.p[1]))
		text = str_skip(text, 3);
	while (text.n && (text.p[0] == ' ' || text.p[0] == '\t'))
		text = str_skip(text, 1);
	if (str_starts(text, S("[[")))
		text = str_skip(text, 2);
	size_t n = 0, marks = 0;
	while (n < text.n && ((text.p[n] >= '0' && text.p[n] <= '9') || text.p[n] == '-' || text.p[n] == '/'))
		marks += text.p[n] == '-' || text.p[n] == '/', n++;
	if (n < 8 || n > 10 || marks != 2 || strcspn(text.p, "-/") != 4 || date_prefix(text, &day))
		return str_head(text, 0);
	bool ends = n == text.n || strchr(" \t\r\n:]T", text.p[n]);
	return str_head(text, ends && text.p[n - 1] != text.p[4] ? n : 0);
}

/* An item, or heading of a person, that begins with an odd date. */
struct suspect {
	const struct body_block *k;
	str odd;
};

struct suspects {
	struct suspect *v;
	size_t n;
};

static struct suspects find_suspects(struct check *c, const struct body *b, bool person)
{
	struct suspects list = {0};
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		if (k->quoted || !(k->kind == BLOCK_ITEM || (person && k->kind == BLOCK_HEADING)))
			continue;
		str odd = odd_date(str_between(b->bytes.p + k->text_at, b->bytes.p + k->text_end));
		if (!odd.n)
			continue;
		list.v = arena_more(c->n->arena, list.v, list.n, sizeof *list.v);
		list.v[list.n++] = (struct suspect){k, odd};
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
			memcpy(bytes + (list.v[i].odd.p - b->bytes.p), "2000-01-01", 10);
	copy.bytes.p = bytes;
	entries_read(c->n->arena, &copy, &rules, &entries);
	return entries;
}

static void add_suspect(struct check *c, const struct suspect *s)
{
	size_t at = mistakes_body_at(c, (size_t)(s->odd.p - note_body(c->n)->bytes.p));
	str iso = mistakes_iso(c->n->arena, s->odd, "-/");
	struct check_mistake *m = mistakes_add(c, CHECK_ENTRY_DATE, at, "%s: '" FMT "'%s" FMT,
		iso.p ? "not a date that entries have" : "no such day", ARG(s->odd), iso.p ? "; write " : "", ARG(iso));
	if (!iso.p || s->k->kind != BLOCK_ITEM)
		return;
	m->mend_at = at;
	m->mend_end = at + s->odd.n;
	m->mend = iso;
	m->block = s->k;
}

static void check_days(struct check *c, bool person)
{
	const struct body *b = note_body(c->n);
	struct suspects list = find_suspects(c, b, person);
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

static void read_entries(struct check *c)
{
	note_entries(c->n);
}

void check_entries(struct check *c)
{
	bool person = note_is(c->n, "person");
	mistakes_listen(c, read_entries);
	const struct entries *entries = note_entries(c->n);
	for (size_t i = 0; i < entries->n; i++)
		check_entry(c, &entries->v[i], person);
	check_days(c, person);
}

#include "check/check_parts.h"

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
	/* "[[Dee]] would like that" is about her, "lunch with [[Dee]]" tells of a day */
	if (e->state == ENTRY_HAPPENED && !e->kind.p && !str_starts(e->text, S("[")) && note_is(c->n, "journal") &&
		speaks_of_person(c, e))
		mistakes_add(c, CHECK_ENTRY, at,
			"no kind, so no contact: write one and a colon in front, as in 'lunch: with ...'");
	if (e->state == ENTRY_HAPPENED && entry_contact(e, person) && (person || speaks_of_person(c, e)) &&
		checkbook_like_task(c->book, e->kind))
		mistakes_add(c, CHECK_BOX, at,
			"'" FMT ":' without a box is a contact; write [ ] in front if it is to be done", ARG(e->kind));
	if (e->state == ENTRY_OPEN && e->box && !e->text.n)
		mistakes_add(c, CHECK_TASK, at, "a task that says nothing");
	if (e->state != ENTRY_OPEN || e->box)
		return;
	struct check_mistake *m = mistakes_add(
		c, CHECK_BOX, at, "'" FMT ":' without a box is never due; write [ ] in front", ARG(e->kind));
	if (e->block->kind != BLOCK_ITEM)
		return;
	m->mend_at = m->mend_end = at;
	m->mend = S("[ ] ");
	m->block = e->block;
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
}

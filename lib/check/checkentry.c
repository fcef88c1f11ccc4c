#include "check/check_parts.h"
#include "check/lead.h"
#include "base/utf8.h"
#include "base/when.h"

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

static void check_glued(struct check *c, const struct entry *e, size_t at)
{
	size_t colon, n = entry_glued(e->text, &colon);
	if (!e->kind.p && n)
		mistakes_add(c, CHECK_ENTRY, at, "'" FMT "' is no kind: write '" FMT ":' and a blank behind it",
			ARG(str_head(e->text, n)), ARG(str_head(e->text, n - colon)));
}

static bool is_day(str text)
{
	date day;
	return date_prefix(text, &day) || when_odd(text, &day);
}

/* "x (2026-11-24)", "x @2026-11-24": a day alone at the end, set off as one on which something is due. */
static bool ends_with_day(str text)
{
	size_t n = text.n;
	while (n && !str_blank(text.p[n - 1]))
		n--;
	str word = str_skip(text, n);
	bool closed = str_starts(word, S("(")) && str_ends(word, S(")"));
	return n && (closed || str_starts(word, S("@"))) && is_day(str_head(str_skip(word, 1), word.n - 1 - closed));
}

/* Whether a day stands behind the word, somewhere in the text. */
static bool day_behind(str text, str word)
{
	for (size_t at; (at = str_find(text, word)) != STR_NONE;) {
		bool begins = at == 0 || !utf8_alnum(str_skip(text, at - 1));
		text = str_trim(str_skip(text, at + word.n));
		if (begins && is_day(text))
			return true;
	}
	return false;
}

/* The day in a task on which it is due, as people and other programs write it; only one behind the box counts. */
static bool says_due(str text)
{
	static const str words[] = {S_INIT("\xF0\x9F\x93\x85"), S_INIT("\xE2\x8F\xB3"), S_INIT("by "), S_INIT("due "),
		S_INIT("due:"), S_INIT("due::"), S_INIT("due("), S_INIT("until "), S_INIT("before ")};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (day_behind(text, words[i]))
			return true;
	return ends_with_day(text);
}

static bool begins_with_day(const struct entry *e)
{
	date day;
	size_t kind = 0;
	while (kind < e->text.n && utf8_alnum(str_skip(e->text, kind)))
		kind++;
	return !e->kind.p && kind && date_prefix(str_trim(str_skip(e->text, kind)), &day);
}

static void check_lost_day(struct check *c, const struct entry *e, size_t at)
{
	struct lead lead;
	if (e->state != ENTRY_OPEN || !e->box || e->date != DATE_NONE)
		return;
	bool leads = !e->kind.p && lead_read(c->book, c->n->arena, e->text, &lead) && lead.day.n;
	if (!leads && !says_due(e->text) && !begins_with_day(e))
		return;
	mistakes_add(c, CHECK_TASK, at,
		"never due: the day stands in the text; write it behind the box, as in '[ ] YYYY-MM-DD owe: ...'");
}

/* Its day is when it was promised, behind a box it would be when it is due: which, a person has to say. A day that is
 * only inherited stays what it is. */
static void check_promise(struct check *c, const struct entry *e, size_t at)
{
	if (!e->inherited || e->time.n || e->block->kind != BLOCK_ITEM) {
		mistakes_add(c, CHECK_BOX, at,
			"'" FMT ":' without a box is never due; write '[ ] " FMT
			": ...', with the day it is due behind the box, if it has one",
			ARG(e->kind), ARG(e->kind));
		return;
	}
	struct check_mistake *m = mistakes_add(
		c, CHECK_BOX, at, "'" FMT ":' without a box is never due; write [ ] in front", ARG(e->kind));
	m->mend_at = m->mend_end = at;
	m->mend = S("[ ] ");
	m->block = e->block;
}

static void check_entry(struct check *c, const struct entry *e, bool person)
{
	char day[DATE_TEXT];
	size_t at = mistakes_body_at(c, e->block->text_at);
	if (e->date != DATE_NONE && e->date > c->book->people.today && entry_contact(e, person) &&
		(person || speaks_of_person(c, e)))
		mistakes_add(c, CHECK_AHEAD, at,
			e->state == ENTRY_DONE ? "done, and its day is to come: '%s'; it counts as a contact of today"
					       : "a contact ahead of today: '%s'",
			date_text(e->date, day));
	/* "[[Dee]] would like that" is about her, "lunch with [[Dee]]" tells of a day */
	struct lead lead;
	if (e->state == ENTRY_HAPPENED && !e->kind.p && !str_starts(e->text, S("[")) && note_is(c->n, "journal") &&
		speaks_of_person(c, e) && !(lead_read(c->book, c->n->arena, e->text, &lead) && lead.day.n))
		mistakes_add(c, CHECK_ENTRY, at,
			"no kind, so no contact: write one and a colon in front, as in 'lunch: with ...'");
	if (e->state == ENTRY_HAPPENED && entry_contact(e, person) && (person || speaks_of_person(c, e)) &&
		checkbook_like_task(c->book, e->kind))
		mistakes_add(c, CHECK_BOX, at,
			"'" FMT ":' without a box is a contact; write [ ] in front if it is to be done", ARG(e->kind));
	check_glued(c, e, at);
	check_lost_day(c, e, at);
	if (e->state == ENTRY_OPEN && e->box && !e->text.n)
		mistakes_add(c, CHECK_TASK, at, "a task that says nothing");
	if (e->state == ENTRY_OPEN && !e->box)
		check_promise(c, e, at);
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

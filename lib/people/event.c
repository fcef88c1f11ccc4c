#include "people/event.h"

#include "note/sight.h"

struct event event_of(struct note *n, const struct entry *e, date today)
{
	struct event v = {.date = e->date,
		.state = e->state,
		.favor = entry_favor(e),
		.box = e->box,
		.contact = entry_contact(e, note_is(n, "person")),
		.is_private = e->is_private,
		.dir = e->dir,
		.time = e->time,
		.kind = e->kind,
		.text = e->text,
		.path = n->path,
		.line = note_line(n, e->line)};
	if (e->state == ENTRY_DONE && e->date > today)
		v.date = today;
	if (e->state == ENTRY_HAPPENED && e->date > today)
		v.favor = 0; /* planned: nobody has done it yet */
	if (e->state == ENTRY_OPEN && e->box && e->inherited)
		v.date = DATE_NONE; /* the day it was written is not when it is due */
	return v;
}

bool event_answers(const struct event *e)
{
	static const char *const together[] = {"met", "meeting", "lunch", "coffee", "dinner", "call"};
	if (e->dir || e->favor)
		return e->dir == '<' || e->favor == 'G';
	for (size_t i = 0; i < sizeof together / sizeof *together; i++)
		if (str_ieq(e->kind, str_of(together[i])))
			return true;
	return false;
}

void event_add(struct arena *a, struct events *list, struct event e)
{
	list->v = arena_more(a, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = e;
}

struct events events_copy(struct arena *a, struct events list)
{
	struct events copy = {0};
	for (size_t i = 0; i < list.n; i++)
		event_add(a, &copy, list.v[i]);
	return copy;
}

/* Who may see the one sees the other: the day is told already. */
static bool is_told(const struct events *list, const struct event *last)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct event *e = &list->v[i];
		if (e->contact && e->date == last->date && (last->is_private || !e->is_private))
			return true;
	}
	return false;
}

struct events event_own(struct note *n, date today)
{
	struct events list = {0};
	if (!note_is(n, "person"))
		return list;
	const struct entries *entries = note_entries(n);
	for (size_t i = 0; i < entries->n; i++)
		event_add(n->arena, &list, event_of(n, &entries->v[i], today));
	date last = note_date(n, S("last"));
	struct event by_hand = {.date = last, .contact = true, .by_hand = true, .path = n->path, .text = S("")};
	by_hand.is_private = last != DATE_NONE && !sight_field(READER_REST, n, S("last"));
	if (last != DATE_NONE && !is_told(&list, &by_hand))
		event_add(n->arena, &list, by_hand);
	return list;
}

str event_line(struct arena *a, const struct event *e, str text)
{
	return entry_line(
		a, &(struct entry){.state = e->state, .date = e->date, .kind = e->kind, .dir = e->dir, .text = text});
}

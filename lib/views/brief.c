#include "views/brief.h"

#include <stdio.h>

static str dated(struct arena *a, const struct event *e)
{
	char day[DATE_TEXT];
	str text = str_trim(links_shown(a, e->text));
	if (e->date == DATE_NONE)
		return text;
	return arena_printf(a, FMT " (%s %s)", ARG(text), e->box ? "by" : "since", date_text(e->date, day));
}

/* The open promises of one side. */
static struct strs promises(struct arena *a, struct events events, char favor)
{
	struct strs list = {0};
	for (size_t i = 0; i < events.n; i++)
		if (events.v[i].favor == favor && !events.v[i].is_private)
			strs_add(a, &list, dated(a, &events.v[i]));
	return list;
}

static const struct event *last_contact(struct events events, date today)
{
	for (size_t i = events.n; i-- > 0;) {
		const struct event *e = &events.v[i];
		if (e->contact && e->date != DATE_NONE && e->date <= today && e->text.n && !e->is_private)
			return e;
	}
	return NULL;
}

static const struct event *open_task(struct events events)
{
	for (size_t i = 0; i < events.n; i++)
		if (events.v[i].state == ENTRY_OPEN && !events.v[i].favor && !events.v[i].is_private)
			return &events.v[i];
	return NULL;
}

static str said(struct arena *a, const struct event *e)
{
	return entry_line(a, &(struct entry){.date = e->date, .kind = e->kind, .dir = e->dir,
				     .text = links_shown(a, e->text)});
}

/* Who wants to pick up a thread: what was promised or planned, else what was spoken of last. */
static str thread(struct note *n, struct events events, date today)
{
	struct arena *a = n->arena;
	struct strs owe = promises(a, events, 'o');
	const struct event *task = open_task(events), *last = last_contact(events, today);
	if (owe.n)
		return arena_printf(a, "keep your promise: " FMT, ARG(owe.v[0]));
	if (task)
		return task->kind.n && !str_ieq(task->kind, S("todo"))
			       ? arena_printf(a, FMT ": " FMT, ARG(task->kind), ARG(dated(a, task)))
			       : dated(a, task);
	if (last)
		return arena_printf(
			a, "%s " FMT, last->dir == '>' ? "follow up on" : "pick up the thread of", ARG(said(a, last)));
	str how = note_text(n, S("how"));
	if (how.n && !note_private(n, S("how")))
		return arena_printf(a, "say hello, and how you met: " FMT, ARG(links_shown(a, how)));
	return S("write the first lines: there is no contact on record yet");
}

static str step_of(struct note *n, const struct due_reason *r, str why, struct events events, date today)
{
	struct arena *a = n->arena;
	str org;
	switch (r->reason) {
	case REASON_PROMISE:
		return arena_printf(a, "keep your promise: " FMT, ARG(r->text));
	case REASON_OWED:
		return arena_printf(a, "ask for what is owed to you: " FMT, ARG(r->text));
	case REASON_TASK:
		return r->text;
	case REASON_BIRTHDAY:
		return r->date > today    ? arena_printf(a, "get ready to wish well: " FMT, ARG(why))
		       : r->date == today ? S("wish a happy birthday today")
					  : S("send belated birthday wishes");
	case REASON_ANNIVERSARY:
		return r->date > today ? arena_printf(a, "get ready to wish well: " FMT, ARG(why))
				       : S("send good wishes for the anniversary");
	case REASON_REFRESH:
		org = note_text(n, S("org"));
		return org.n ? arena_printf(a, "ask: still at " FMT "? is the number right?", ARG(links_shown(a, org)))
			     : S("ask: are the address and the number still right?");
	case REASON_NEXT:
	case REASON_CADENCE:
		break;
	}
	return thread(n, events, today);
}

void brief_annotate(struct note *n, const struct due_facts *f, const struct due *d, struct events events, date today)
{
	struct strs why = due_whys(n->arena, f, d, today);
	note_annotate(n, "due", date_str(n->arena, d->date));
	note_annotate(n, "pressure", arena_printf(n->arena, "%.2f", d->pressure));
	note_annotate_list(n, "why", why);
	struct standing s;
	standing_init(&s);
	for (size_t i = 0; i < events.n; i++)
		standing_add(&s, &events.v[i], today);
	if (s.last != DATE_NONE)
		note_annotate(n, "last", date_str(n->arena, s.last));
	const struct event *last = last_contact(events, today);
	if (last)
		note_annotate(n, "said", said(n->arena, last));
	struct strs owe = promises(n->arena, events, 'o'), owed = promises(n->arena, events, 'O');
	if (owe.n)
		note_annotate_list(n, "owe", owe);
	if (owed.n)
		note_annotate_list(n, "owed", owed);
	if (d->n)
		note_annotate(n, "step", step_of(n, &d->v[0], why.v[0], events, today));
}

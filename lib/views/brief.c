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
static struct strs promises(struct arena *a, struct events events, char favor, enum reader reader)
{
	struct strs list = {0};
	for (size_t i = 0; i < events.n; i++)
		if (events.v[i].favor == favor && sight_sees(reader, events.v[i].is_private))
			strs_add(a, &list, dated(a, &events.v[i]));
	return list;
}

static const struct event *last_contact(struct events events, date today, enum reader reader)
{
	for (size_t i = events.n; i-- > 0;) {
		const struct event *e = &events.v[i];
		if (e->contact && e->date != DATE_NONE && e->date <= today && e->text.n &&
			sight_sees(reader, e->is_private))
			return e;
	}
	return NULL;
}

/* The first open promise of one side; favor 0: the first task that is none. */
static const struct event *open_of(struct events events, char favor, enum reader reader)
{
	for (size_t i = 0; i < events.n; i++)
		if (events.v[i].state == ENTRY_OPEN && events.v[i].favor == favor &&
			sight_sees(reader, events.v[i].is_private))
			return &events.v[i];
	return NULL;
}

static str said(struct arena *a, const struct event *e)
{
	struct event happened = *e; /* a ticked box, too */
	happened.state = ENTRY_HAPPENED;
	return event_line(a, &happened, links_shown(a, e->text));
}

/* One thing to do. If it is an entry: how nt-owe, nt-owed or nt-said tell of it, and its text alone. */
struct step {
	str text, about, matter;
};

static str shown(struct arena *a, const struct event *e)
{
	return str_trim(links_shown(a, e->text));
}

/* Who wants to pick up a thread: what was promised or planned, else what was spoken of last. */
static struct step thread(struct note *n, struct events events, date today, enum reader reader)
{
	struct arena *a = n->arena;
	const struct event *owe = open_of(events, 'o', reader), *task = open_of(events, 0, reader),
			   *last = last_contact(events, today, reader);
	if (owe)
		return (struct step){arena_printf(a, "keep your promise: " FMT, ARG(dated(a, owe))), dated(a, owe), shown(a, owe)};
	if (task && task->kind.n && !str_ieq(task->kind, S("todo")))
		return (struct step){arena_printf(a, FMT ": " FMT, ARG(task->kind), ARG(dated(a, task))),
			.matter = arena_printf(a, FMT ": " FMT, ARG(task->kind), ARG(shown(a, task)))};
	if (task)
		return (struct step){dated(a, task), .matter = shown(a, task)};
	if (last)
		return (struct step){arena_printf(a, "%s " FMT, last->dir == '>' ? "follow up on" : "pick up the thread of",
				ARG(said(a, last))), .about = said(a, last)};
	str how = sight_text(reader, n, S("how"));
	if (how.n)
		return (struct step){.text = arena_printf(a, "say hello, and how you met: " FMT, ARG(links_shown(a, how)))};
	return (struct step){.text = S("write the first lines: there is no contact on record yet")};
}

/* When stands in the reason. */
static str wishes(const struct due_reason *r, date today)
{
	if (r->reason == REASON_ANNIVERSARY)
		return r->date > today ? S("get ready to send good wishes for the anniversary")
				       : S("send good wishes for the anniversary");
	return r->date > today    ? S("get ready to wish a happy birthday")
	       : r->date == today ? S("wish a happy birthday today")
				  : S("send belated birthday wishes");
}

static str ask_whether_right(struct note *n, enum reader reader)
{
	str org = sight_text(reader, n, S("org"));
	return org.n ? arena_printf(n->arena, "ask: still at " FMT "? is the number right?",
			       ARG(links_shown(n->arena, org)))
		     : S("ask: are the address and the number still right?");
}

/* An open box with a date: its text stands in nt-owe or nt-owed with that date. */
static struct step boxed(struct arena *a, const char *word, const struct due_reason *r)
{
	return (struct step){arena_printf(a, "%s" FMT, word, ARG(r->text)),
		arena_printf(a, FMT " (by " FMT ")", ARG(r->text), ARG(date_str(a, r->date))), r->text};
}

static struct step step_of(struct note *n, const struct due_reason *r, struct events events, date today,
	enum reader reader)
{
	if (!sight_sees(reader, r->is_private))
		return thread(n, events, today, reader);
	switch (r->reason) {
	case REASON_PROMISE:
		return boxed(n->arena, "keep your promise: ", r);
	case REASON_OWED:
		return boxed(n->arena, "ask for what is owed to you: ", r);
	case REASON_TASK:
		return boxed(n->arena, "", r);
	case REASON_BIRTHDAY:
	case REASON_ANNIVERSARY:
		return (struct step){.text = wishes(r, today)};
	case REASON_REFRESH:
		return (struct step){.text = ask_whether_right(n, reader)};
	case REASON_NEXT:
	case REASON_CADENCE:
		break;
	}
	return thread(n, events, today, reader);
}

/* The days that are dates of something, not those since which nothing was. */
static struct strs days_of(struct arena *a, const struct due *d)
{
	struct strs days = {0};
	for (size_t i = 0; i < due_shown(d); i++)
		if (d->v[i].reason != REASON_CADENCE && d->v[i].reason != REASON_REFRESH)
			strs_add(a, &days, date_str(a, d->v[i].date));
	return days;
}

static void annotate_list(struct note *n, const char *key, struct strs list)
{
	if (list.n)
		note_annotate_list(n, key, list);
}

static void annotate_standing(struct note *n, struct events events, date today, enum reader reader)
{
	struct standing s;
	const struct event *last = last_contact(events, today, reader);
	standing_init(&s);
	for (size_t i = 0; i < events.n; i++)
		standing_add(&s, &events.v[i], today);
	if (s.last != DATE_NONE && sight_key(reader, n, S("last")))
		note_annotate(n, "last", date_str(n->arena, s.last));
	if (last)
		note_annotate(n, "said", said(n->arena, last));
	annotate_list(n, "owe", promises(n->arena, events, 'o', reader));
	annotate_list(n, "owed", promises(n->arena, events, 'O', reader));
}

void brief_annotate(struct note *n, const struct due_facts *f, const struct due *d, struct events events, date today,
	enum reader reader)
{
	struct strs why = due_whys(n->arena, f, d, today, reader, (str){0});
	note_annotate(n, "due", date_str(n->arena, d->date));
	note_annotate(n, "pressure", arena_printf(n->arena, "%.2f", d->pressure));
	note_annotate_list(n, "why", why);
	annotate_standing(n, events, today, reader);
	annotate_list(n, "days", days_of(n->arena, d));
	if (!d->n)
		return;
	struct step step = step_of(n, &d->v[0], events, today, reader);
	note_annotate(n, "step", step.text);
	if (step.about.n)
		note_annotate(n, "about", step.about);
	if (step.matter.n)
		note_annotate_list(n, "brief", due_whys(n->arena, f, d, today, reader, step.matter));
}

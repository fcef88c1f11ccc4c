#include "views/brief.h"

#include "views/dated.h"

/* Of a person: whose note it is, and what is known of them. */
struct briefing {
	const struct brief *to;
	struct note *note;
	struct arena *arena;
	struct events events;
};

static bool sees(const struct briefing *b, const struct event *e)
{
	return sight_sees(b->to->reader, e->is_private);
}

static str shown(const struct briefing *b, str text)
{
	return str_trim(links_shown(b->arena, text));
}

/* A field as this reader may see it, with the names of what it links to. */
static str field(const struct briefing *b, const char *key)
{
	str text = sight_text(b->to->reader, b->note, str_of(key));
	return text.n ? shown(b, linked_text(&b->to->linked, b->arena, text, b->note->path)) : (str){0};
}

static str dated(const struct briefing *b, const struct event *e)
{
	const char *word = e->box ? "by" : e->date > b->to->today ? "for" : "since";
	str text = shown(b, e->text);
	if (e->date == DATE_NONE)
		return text;
	return arena_printf(b->arena, FMT " (%s " FMT ")", ARG(text), word, ARG(date_str(b->arena, e->date)));
}

/* The open promises of one side. */
static struct strs promises(const struct briefing *b, char favor)
{
	struct strs list = {0};
	for (size_t i = 0; i < b->events.n; i++)
		if (b->events.v[i].favor == favor && sees(b, &b->events.v[i]))
			strs_add(b->arena, &list, dated(b, &b->events.v[i]));
	return list;
}

static bool is_past(const struct briefing *b, const struct event *e)
{
	return e->date != DATE_NONE && e->date <= b->to->today;
}

static const struct event *last_contact(const struct briefing *b, bool with_text)
{
	for (size_t i = b->events.n; i-- > 0;) {
		const struct event *e = &b->events.v[i];
		if (e->contact && is_past(b, e) && (e->text.n || !with_text) && sees(b, e))
			return e;
	}
	return NULL;
}

/* Seen or not. */
static bool any_contact(const struct briefing *b)
{
	for (size_t i = 0; i < b->events.n; i++)
		if (b->events.v[i].contact && is_past(b, &b->events.v[i]))
			return true;
	return false;
}

static const struct event *last_note(const struct briefing *b)
{
	for (size_t i = b->events.n; i-- > 0;) {
		const struct event *e = &b->events.v[i];
		if (e->state == ENTRY_HAPPENED && str_ieq(e->kind, S("note")) && is_past(b, e) && e->text.n &&
			sees(b, e))
			return e;
	}
	return NULL;
}

/* The next meeting that has a day. */
static const struct event *planned(const struct briefing *b)
{
	for (size_t i = 0; i < b->events.n; i++) {
		const struct event *e = &b->events.v[i];
		if (e->contact && e->state == ENTRY_HAPPENED && e->date != DATE_NONE && e->date > b->to->today &&
			sees(b, e))
			return e;
	}
	return NULL;
}

/* The first open promise of one side; favor 0: the first task that is none. */
static const struct event *open_of(const struct briefing *b, char favor)
{
	for (size_t i = 0; i < b->events.n; i++)
		if (b->events.v[i].state == ENTRY_OPEN && b->events.v[i].favor == favor && sees(b, &b->events.v[i]))
			return &b->events.v[i];
	return NULL;
}

/* As it stands in the log: a ticked box, too, has happened. */
static str said(const struct briefing *b, const struct event *e)
{
	struct event happened = *e;
	happened.state = ENTRY_HAPPENED;
	return event_line(b->arena, &happened, links_shown(b->arena, e->text));
}

/* One thing to do. If it is an entry: how nt-owe, nt-owed or nt-said tell of it, its text alone, and where it stands.
 */
struct step {
	str text, about, matter;
	str path;
	size_t line;
};

static struct step meet(const struct briefing *b, const struct event *e)
{
	struct arena *a = b->arena;
	int left = e->date - b->to->today;
	str when = left == 1 ? S("tomorrow") : arena_printf(a, "in %d days", left), text = shown(b, e->text);
	return (struct step){
		.text = arena_printf(a, FMT " on " FMT " (" FMT ")%s" FMT, ARG(e->kind.n ? e->kind : S("meeting")),
			ARG(date_str(a, e->date)), ARG(when), text.n ? ": " : "", ARG(text))};
}

static struct step keep_promise(const struct briefing *b, const struct event *e)
{
	return (struct step){.text = arena_printf(b->arena, "keep your promise: " FMT, ARG(dated(b, e))),
		.about = dated(b, e),
		.matter = shown(b, e->text)};
}

static struct step do_task(const struct briefing *b, const struct event *e)
{
	if (!e->kind.n || entry_is_task(e->kind))
		return (struct step){.text = dated(b, e), .matter = shown(b, e->text)};
	return (struct step){.text = arena_printf(b->arena, FMT ": " FMT, ARG(e->kind), ARG(dated(b, e))),
		.matter = arena_printf(b->arena, FMT ": " FMT, ARG(e->kind), ARG(shown(b, e->text)))};
}

/* What the last talk asks for: who wrote waits, who helped is thanked. */
static struct step go_on(const struct briefing *b, const struct event *e)
{
	const char *verb = e->favor == 'G' ? "say thanks for"
			   : e->dir == '<' ? "answer"
			   : e->dir == '>' ? "follow up on"
					   : "pick up the thread of";
	return (struct step){.text = arena_printf(b->arena, "%s " FMT, verb, ARG(said(b, e))), .about = said(b, e)};
}

static struct step say_hello(const struct briefing *b, const struct event *last)
{
	struct arena *a = b->arena;
	const struct event *note = last_note(b);
	str how = field(b, "how");
	if (note)
		return (struct step){.text = arena_printf(a, "pick up what you noted: " FMT, ARG(said(b, note))),
			.about = said(b, note)};
	if (last && last->kind.n)
		return (struct step){.text = arena_printf(a, "say hello; the last contact was a " FMT " on " FMT,
					     ARG(last->kind), ARG(date_str(a, last->date)))};
	if (last)
		return (struct step){.text = arena_printf(a, "say hello; the last contact was on " FMT,
					     ARG(date_str(a, last->date)))};
	if (how.n)
		return (struct step){.text = arena_printf(a, "say hello, and how you met: " FMT, ARG(how))};
	return (struct step){.text = any_contact(b) ? S("say hello")
						    : S("write the first lines: there is no contact on record yet")};
}

/* Nothing is asked for: how, says what has worked with people like them. */
static struct step by_technique(const struct briefing *b, struct step step)
{
	const struct trials *t = b->to->trials;
	int id = people_id(b->to->linked.people, b->note);
	const struct trials_tag *best = t && id >= 0 ? trials_best(t, id) : NULL;
	if (best)
		step.text = arena_printf(b->arena, FMT " (try " FMT ": worked %d of %d with " FMT ")", ARG(step.text),
			ARG(t->v[best->technique].name), best->sum.worked, best->sum.worked + best->sum.flopped,
			ARG(t->circles.v[best->circle]->name));
	return step;
}

/* Who wants to pick up a thread: what is planned or promised, else what was spoken of last. */
static struct step thread(const struct briefing *b)
{
	const struct event *plan = planned(b), *owe = open_of(b, 'o'), *task = open_of(b, 0),
			   *last = last_contact(b, true);
	if (plan)
		return meet(b, plan);
	if (owe)
		return keep_promise(b, owe);
	if (task)
		return do_task(b, task);
	return by_technique(b, last ? go_on(b, last) : say_hello(b, last_contact(b, false)));
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

static str ask_whether_right(const struct briefing *b)
{
	str org = field(b, "org");
	return org.n ? arena_printf(b->arena, "ask: still at " FMT "? is the number right?", ARG(org))
		     : S("ask: are the address and the number still right?");
}

/* An open box with a date: its text stands in nt-owe or nt-owed with that date. */
static struct step boxed(const struct briefing *b, const char *word, const struct due_reason *r)
{
	return (struct step){.text = arena_printf(b->arena, "%s" FMT, word, ARG(r->text)),
		arena_printf(b->arena, FMT " (by " FMT ")", ARG(r->text), ARG(date_str(b->arena, r->date))),
		r->text,
		r->path,
		r->line};
}

static struct step step_of(const struct briefing *b, const struct due_reason *r)
{
	if (!sight_sees(b->to->reader, r->is_private))
		return thread(b);
	switch (r->reason) {
	case REASON_PROMISE:
		return boxed(b, "keep your promise: ", r);
	case REASON_OWED:
		return boxed(b, "ask for what is owed to you: ", r);
	case REASON_TASK:
		return boxed(b, "", r);
	case REASON_BIRTHDAY:
	case REASON_ANNIVERSARY:
		return (struct step){.text = wishes(r, b->to->today)};
	case REASON_REFRESH:
		return (struct step){.text = ask_whether_right(b)};
	case REASON_NEXT:
	case REASON_CADENCE:
	case REASON_GOAL:
		break;
	}
	return thread(b);
}

/* The days that are dates of something, not those since which nothing was; of what this reader may not see that at
 * most. */
static struct strs days_of(struct arena *a, const struct due *d, enum reader reader)
{
	struct strs days = {0};
	for (size_t i = 0; i < due_shown(d); i++)
		if (d->v[i].reason != REASON_CADENCE && d->v[i].reason != REASON_REFRESH &&
			d->v[i].reason != REASON_GOAL && !d->v[i].dayless)
			strs_add(a, &days,
				sight_sees(reader, d->v[i].is_private) ? dated_line(a, &d->v[i])
								       : date_str(a, d->v[i].date));
	return days;
}

static void annotate(struct note *n, const char *key, str text)
{
	if (text.n)
		note_annotate(n, key, text);
}

static void annotate_list(struct note *n, const char *key, struct strs list)
{
	if (list.n)
		note_annotate_list(n, key, list);
}

static void annotate_standing(const struct briefing *b)
{
	struct standing s = standing_of(b->events, b->to->today, b->to->reader);
	const struct event *last = last_contact(b, true), *note = last_note(b);
	if (s.last != DATE_NONE && sight_key(b->to->reader, b->note, S("last")))
		note_annotate(b->note, "last", date_str(b->arena, s.last));
	annotate(b->note, "said", last ? said(b, last) : (str){0});
	annotate(b->note, "note", note ? said(b, note) : (str){0});
	annotate_list(b->note, "owe", promises(b, 'o'));
	annotate_list(b->note, "owed", promises(b, 'O'));
}

void brief_annotate(
	const struct brief *to, struct note *n, const struct due_facts *f, const struct due *d, struct events events)
{
	struct briefing b = {to, n, n->arena, events};
	struct strs why = due_whys(n->arena, f, d, to->today, to->reader, (str){0});
	linked_events(&to->linked, n->arena, events);
	note_annotate(n, "due", date_str(n->arena, d->date));
	note_annotate(n, "pressure", arena_printf(n->arena, "%.2f", d->pressure));
	note_annotate_list(n, "why", why);
	annotate_standing(&b);
	annotate_list(n, "days", days_of(n->arena, d, to->reader));
	if (!d->n)
		return;
	if (sight_sees(to->reader, d->v[0].is_private))
		note_annotate(n, "reason", str_of(dated_word(d->v[0].reason)));
	struct step step = step_of(&b, &d->v[0]);
	note_annotate(n, "step", step.text);
	if (step.path.n)
		note_annotate(n, "where", arena_printf(n->arena, FMT ":%zu", ARG(step.path), step.line));
	annotate(n, "about", step.about);
	if (step.matter.n)
		note_annotate_list(n, "brief", due_whys(n->arena, f, d, to->today, to->reader, step.matter));
}

#include "people/due.h"

/* A cadence of the tags; of several the shortest. */
static struct span cadence_of_tags(struct note *n)
{
	struct span best = {0};
	const struct config_pairs *cadence = &n->config->cadence;
	struct strs tags = cadence->n ? note_tags_bare(n) : (struct strs){0};
	for (size_t i = 0; tags.n && i < cadence->n; i++) {
		struct span s;
		if (note_tag_among(tags, cadence->v[i].key) && span_parse_some(cadence->v[i].value, &s) &&
			(!best.unit || span_days(s) < span_days(best)))
			best = s;
	}
	return best;
}

/* The key may be there without a value that means something: then there is no cadence. */
static struct cadence cadence_of(struct note *n, const struct value *v, str text)
{
	struct cadence c = {.automatic = v && str_ieq(text, S("auto"))};
	if (!v)
		c.span = cadence_of_tags(n);
	else if (!c.automatic && !span_parse_some(text, &c.span))
		c.span = (struct span){0};
	return c;
}

static str cadence_text(const struct value *v)
{
	return v && v->kind == VALUE_TEXT ? str_trim(v->text) : S("");
}

struct cadence due_cadence(struct note *n)
{
	const struct value *v = note_field(n, S("cadence"));
	return cadence_of(n, v, cadence_text(v));
}

static void read_cadence(struct note *n, struct due_facts *f)
{
	const struct value *v = note_field(n, S("cadence"));
	str text = cadence_text(v);
	f->cadence = cadence_of(n, v, text);
	if (v && !f->cadence.automatic && !f->cadence.span.unit && !str_ieq(text, S("none")))
		note_warn_value(n, v, "not a span: '" FMT "'", ARG(text));
}

bool due_over(struct note *n)
{
	str archived = note_text(n, S("archived"));
	return note_field(n, S("died")) ||
	       (archived.n && !str_ieq(archived, S("false")) && !str_ieq(archived, S("no")));
}

static void read_day(struct note *n, str key, struct partial *out)
{
	if (!note_partial(n, key, out) || !out->month || !out->day)
		*out = (struct partial){0};
}

/* 1985 is no first of January: what is told keeps to what is known. */
date due_day(struct note *n, const char *key, struct arena *keep, str *said)
{
	struct partial p;
	date day = note_date(n, str_of(key));
	*said = (str){0};
	if (day != DATE_NONE && note_partial(n, str_of(key), &p) && !p.day)
		*said = partial_str(keep, p);
	return day;
}

static void hide(struct note *n, struct due_facts *f, enum due_reason_kind reason, const char *key)
{
	if (!(f->hidden & 1u << reason) && !sight_key(READER_REST, n, str_of(key)))
		f->hidden |= 1u << reason;
}

/* Only of what is there: most notes have little of it. */
static void read_hidden(struct note *n, struct due_facts *f)
{
	if (f->cadence.span.unit || f->cadence.automatic) {
		hide(n, f, REASON_CADENCE, "cadence");
		hide(n, f, REASON_CADENCE, "met");
		hide(n, f, REASON_CADENCE, "last");
	}
	if (f->next != DATE_NONE)
		hide(n, f, REASON_NEXT, "next");
	hide(n, f, REASON_REFRESH, f->verified != DATE_NONE ? "verified" : f->met != DATE_NONE ? "met" : "last");
	if (f->birthday.day)
		hide(n, f, REASON_BIRTHDAY, "birthday");
	if (f->anniversary.day)
		hide(n, f, REASON_ANNIVERSARY, "anniversary");
	f->hides_snooze = f->snooze != DATE_NONE && !sight_key(READER_REST, n, S("snooze"));
}

void due_facts_read(struct note *n, struct arena *keep, date today, struct due_facts *out)
{
	*out = (struct due_facts){.path = arena_dup(keep, n->path), .name = arena_dup(keep, note_name(n))};
	out->never = !note_is(n, "person") || due_over(n);
	standing_init(&out->own);
	if (out->never)
		return;
	read_cadence(n, out);
	out->met = due_day(n, "met", keep, &out->met_said);
	out->next = due_day(n, "next", keep, &out->next_said);
	out->snooze = note_date(n, S("snooze"));
	out->verified = due_day(n, "verified", keep, &out->verified_said);
	read_day(n, S("birthday"), &out->birthday);
	read_day(n, S("anniversary"), &out->anniversary);
	read_hidden(n, out);
	struct events own = event_own(n, today);
	for (size_t i = 0; i < own.n; i++) {
		struct event e = own.v[i];
		standing_add(&out->own, &e, today);
		if (e.state != ENTRY_OPEN || !e.box || e.date == DATE_NONE)
			continue;
		e.kind = arena_dup(keep, e.kind);
		e.text = arena_dup(keep, e.text);
		e.path = out->path;
		event_add(keep, &out->open, e);
	}
}

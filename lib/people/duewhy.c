#include "people/due.h"

#define HIDDEN "(private)"

static str in_days(struct arena *a, int days)
{
	if (days == 0)
		return S("today");
	if (days == 1)
		return S("tomorrow");
	if (days == -1)
		return S("yesterday");
	return days > 0 ? arena_printf(a, "in %d days", days) : arena_printf(a, "%d days ago", -days);
}

/* The day that a reason counts from, no nearer than it is known. */
static str since(struct arena *a, const struct due_facts *f, const struct due_reason *r)
{
	const str said[] = {[BASIS_MET] = f->met_said, [BASIS_VERIFIED] = f->verified_said, [BASIS_LIST] = r->said};
	return said[r->basis].p ? said[r->basis] : date_str(a, r->since);
}

static str cadence(struct arena *a, const struct due_facts *f, const struct due_reason *r)
{
	str every = r->usual ? arena_printf(a, "usually every %dd", r->usual)
			     : arena_printf(a, "every %d%c", f->cadence.span.n, f->cadence.span.unit);
	if (r->early)
		every = arena_printf(a, "early: " FMT, ARG(every));
	if (r->since == DATE_NONE)
		return arena_printf(a, FMT ", no contact yet", ARG(every));
	return arena_printf(a,
		r->basis == BASIS_CONTACT ? FMT ", last contact " FMT : FMT ", met " FMT ", no contact since",
		ARG(every), ARG(since(a, f, r)));
}

/* text: the box says what, or only until when. */
static str box(struct arena *a, const char *word, const struct due_reason *r, date today, bool text)
{
	int left = r->date - today;
	str when = left < 0 ? arena_printf(a, "%dd late", -left) : in_days(a, left);
	return arena_printf(a, "%s by " FMT " (" FMT ")%s" FMT, word, ARG(date_str(a, r->date)), ARG(when),
		text ? ": " : "", ARG(text ? r->text : S("")));
}

static str day(struct arena *a, const char *word, date d, int years, date today)
{
	str age = years ? arena_printf(a, " (%d)", years) : S("");
	return arena_printf(a, "%s " FMT FMT ", " FMT, word, ARG(date_str(a, d)), ARG(age), ARG(in_days(a, d - today)));
}

static str refresh(struct arena *a, const struct due_facts *f, const struct due_reason *r)
{
	static const char *const words[] = {
		[BASIS_NOTHING] = "never verified",
		[BASIS_CONTACT] = "not verified since the last contact ",
		[BASIS_MET] = "never verified, met ",
		[BASIS_VERIFIED] = "verified ",
		[BASIS_LIST] = "all of it verified ",
	};
	return arena_printf(a, "on list " FMT ", %s" FMT, ARG(r->text), words[r->basis],
		ARG(r->basis == BASIS_NOTHING ? S("") : since(a, f, r)));
}

/* What is left of a private one: when, unless just that is private. */
static str only_when(struct arena *a, const struct due_reason *r, date today)
{
	struct due_reason bare = {.reason = r->reason, .date = r->date, .text = S(HIDDEN)};
	if (r->dayless)
		return S(HIDDEN);
	switch (r->reason) {
	case REASON_PROMISE:
		return box(a, "promised", &bare, today, true);
	case REASON_OWED:
		return box(a, "owed to you", &bare, today, true);
	case REASON_TASK:
		return box(a, "to do", &bare, today, true);
	case REASON_GOAL:
		return S(HIDDEN);
	default:
		return day(a, HIDDEN, r->date, 0, today);
	}
}

static str in_words(struct arena *a, const struct due_facts *f, const struct due_reason *r, date today, bool text)
{
	switch (r->reason) {
	case REASON_CADENCE:
		return cadence(a, f, r);
	case REASON_PROMISE:
		return box(a, "promised", r, today, text);
	case REASON_OWED:
		return box(a, "owed to you", r, today, text);
	case REASON_TASK:
		return box(a, "to do", r, today, text);
	case REASON_NEXT:
		return f->next_said.p ? arena_printf(a, "next " FMT, ARG(f->next_said))
				      : day(a, "next", r->since, 0, today);
	case REASON_BIRTHDAY:
		return day(a, "birthday", r->date, r->years, today);
	case REASON_ANNIVERSARY:
		return day(a, "anniversary", r->date, r->years, today);
	case REASON_REFRESH:
		return refresh(a, f, r);
	case REASON_GOAL:
		return arena_printf(a, "goal: " FMT, ARG(r->text));
	}
	return S("");
}

static str one_why(struct arena *a, const struct due_facts *f, const struct due_reason *r, date today,
	enum reader reader, str about)
{
	if (!sight_sees(reader, r->is_private))
		return only_when(a, r, today);
	str why = in_words(a, f, r, today, !about.p || !str_eq(r->text, about));
	return r->snoozed ? arena_printf(a, FMT ", snoozed until " FMT, ARG(why), ARG(date_str(a, r->date))) : why;
}

str due_why(struct arena *a, const struct due_facts *f, const struct due_reason *r, date today, enum reader reader)
{
	return one_why(a, f, r, today, reader, (str){0});
}

bool due_why_hides(str why)
{
	return str_starts(why, S(HIDDEN)) || str_ends(why, S(": " HIDDEN));
}

size_t due_shown(const struct due *d)
{
	return d->holding ? d->holding : d->n > 0;
}

struct strs due_whys(
	struct arena *a, const struct due_facts *f, const struct due *d, date today, enum reader reader, str about)
{
	struct strs why = {0};
	for (size_t i = 0; i < due_shown(d); i++)
		strs_add(a, &why, one_why(a, f, &d->v[i], today, reader, about));
	return why;
}

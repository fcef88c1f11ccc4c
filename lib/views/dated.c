#include "views/dated.h"

#include "format/plain.h"
#include <inttypes.h>

static const char *const words[] = {[REASON_CADENCE] = "keep in touch",
	[REASON_PROMISE] = "promise",
	[REASON_OWED] = "owed",
	[REASON_TASK] = "task",
	[REASON_NEXT] = "next",
	[REASON_BIRTHDAY] = "birthday",
	[REASON_ANNIVERSARY] = "anniversary",
	[REASON_REFRESH] = "verify",
	[REASON_GOAL] = "goal"};

const char *dated_word(enum due_reason_kind kind)
{
	return words[kind];
}

struct dated_person dated_person(struct arena *a, struct note *n, str name)
{
	str uid = note_text(n, S("uid"));
	return (struct dated_person){uid.n ? uid : n->path, plain_line(a, name)};
}

str dated_uid(struct dated *d, struct arena *a, const struct dated_person *p, const char *what, str text)
{
	uint64_t hash = hash64(arena_printf(a, "%s\n" FMT "\n" FMT, what, ARG(p->key), ARG(text)));
	str stem = arena_printf(a, "nt-%016" PRIx64, hash), uid = stem;
	for (int i = 2; map_get(&d->given, uid); i++)
		uid = arena_printf(a, FMT "-%d", ARG(stem), i);
	uid = arena_dup(&d->keep, uid);
	map_put(&d->given, uid, d);
	return uid;
}

bool dated_is_yearly(enum due_reason_kind kind)
{
	return kind == REASON_BIRTHDAY || kind == REASON_ANNIVERSARY;
}

struct occasion dated_yearly(
	struct dated *d, struct arena *a, const struct dated_person *p, enum due_reason_kind kind, struct partial day)
{
	const char *word = words[kind];
	return (struct occasion){.uid = dated_uid(d, a, p, word, S("")),
		.summary = arena_printf(a, FMT ": %s", ARG(p->name), word),
		.category = str_of(word),
		.yearly = true,
		.day = day};
}

static str summary(struct arena *a, str name, const struct due_reason *r)
{
	str text = plain_line(a, r->text);
	switch (r->reason) {
	case REASON_PROMISE:
		return arena_printf(a, FMT ": promised: " FMT, ARG(name), ARG(text));
	case REASON_OWED:
		return arena_printf(a, FMT " owes: " FMT, ARG(name), ARG(text));
	case REASON_TASK:
		return arena_printf(a, FMT ": " FMT, ARG(name), ARG(text));
	case REASON_NEXT:
		return arena_printf(a, FMT ": reach out", ARG(name));
	case REASON_REFRESH:
		return arena_printf(a, FMT ": are the address and the number still right?", ARG(name));
	default:
		return arena_printf(a, FMT ": %s", ARG(name), words[r->reason]);
	}
}

struct occasion dated_once(struct dated *d, struct arena *a, const struct dated_person *p, const struct due_facts *f,
	const struct due_reason *r, date today, enum reader reader)
{
	return (struct occasion){.uid = dated_uid(d, a, p, words[r->reason], r->text),
		.summary = summary(a, p->name, r),
		.description = plain_line(a, due_why(a, f, r, today, reader)),
		.category = str_of(words[r->reason]),
		.first = r->date,
		.last = r->date > today ? r->date : today};
}

str dated_line(struct arena *a, const struct due_reason *r)
{
	return arena_printf(
		a, FMT " %s%s" FMT, ARG(date_str(a, r->date)), words[r->reason], r->text.n ? ": " : "", ARG(r->text));
}

bool dated_read(str line, struct due_reason *out)
{
	*out = (struct due_reason){.reason = REASON_GOAL};
	size_t n = date_prefix(line, &out->date);
	str rest = str_skip(line, n + 1), word = {0};
	str_cut(&rest, ':', &word);
	for (enum due_reason_kind kind = REASON_PROMISE; n && kind <= REASON_ANNIVERSARY; kind++)
		if (str_eq(word, str_of(words[kind])))
			out->reason = kind;
	out->text = str_skip(rest, 1);
	out->since = out->date;
	return out->reason != REASON_GOAL;
}

void dated_release(struct dated *d)
{
	map_release(&d->given);
	arena_release(&d->keep);
}

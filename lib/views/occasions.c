#include "views/occasions.h"

#include "base/map.h"
#include "base/sorted.h"
#include "format/plain.h"
#include "views/duelist.h"
#include <inttypes.h>

struct giving {
	struct duelist list;
	struct arena keep, arena; /* arena: reset for each person */
	struct map given;         /* UIDs */
	occasion_fn *give;
	void *to;
	str key, name; /* of the person: uid or path, and name */
};

static const char *const words[] = {[REASON_CADENCE] = "keep in touch",
	[REASON_PROMISE] = "promise",
	[REASON_OWED] = "owed",
	[REASON_TASK] = "task",
	[REASON_NEXT] = "next",
	[REASON_BIRTHDAY] = "birthday",
	[REASON_ANNIVERSARY] = "anniversary",
	[REASON_REFRESH] = "verify"};

/* The day is no part of it: what is put off is the same event on another day. */
static str uid_of(struct giving *g, const char *word, str text)
{
	struct arena *a = &g->arena;
	uint64_t hash = hash64(arena_printf(a, "%s\n" FMT "\n" FMT, word, ARG(g->key), ARG(text)));
	str stem = arena_printf(a, "nt-%016" PRIx64, hash), uid = stem;
	for (int i = 2; map_get(&g->given, uid); i++)
		uid = arena_printf(a, FMT "-%d", ARG(stem), i);
	uid = arena_dup(&g->keep, uid);
	map_put(&g->given, uid, g);
	return uid;
}

static void give_day(struct giving *g, const struct due_facts *f, enum due_reason_kind kind, struct partial day)
{
	const char *word = words[kind];
	if (!day.day || !sight_sees(g->list.asked.reader, f->hidden >> kind & 1))
		return;
	struct occasion o = {.uid = uid_of(g, word, S("")),
		.summary = arena_printf(&g->arena, FMT ": %s", ARG(g->name), word),
		.category = str_of(word),
		.yearly = true,
		.day = day};
	g->give(&o, g->to);
}

static str summary(struct giving *g, const struct due_reason *r)
{
	struct arena *a = &g->arena;
	str text = plain_line(a, r->text), name = g->name;
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

static void give_reason(struct giving *g, const struct due_facts *f, const struct due_reason *r)
{
	date today = g->list.rules.today;
	if (r->reason == REASON_GOAL || r->reason == REASON_BIRTHDAY || r->reason == REASON_ANNIVERSARY ||
		!sight_sees(g->list.asked.reader, r->is_private))
		return;
	struct occasion o = {.uid = uid_of(g, words[r->reason], r->text),
		.summary = summary(g, r),
		.description = plain_line(&g->arena, due_why(&g->arena, f, r, today, g->list.asked.reader)),
		.category = str_of(words[r->reason]),
		.first = r->date,
		.last = r->date > today ? r->date : today};
	g->give(&o, g->to);
}

static int by_day(const void *x, const void *y)
{
	const struct due_reason *a = x, *b = y;
	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	return a->reason != b->reason ? (a->reason < b->reason ? -1 : 1) : str_cmp(a->text, b->text);
}

static void give_person(struct giving *g, const struct duelist_row *row, struct buf *buf)
{
	struct note n;
	struct due due;
	arena_reset(&g->arena);
	if (!duelist_note(&g->list, row, &g->arena, buf, &n))
		return;
	str uid = note_text(&n, S("uid"));
	g->key = uid.n ? uid : row->facts.path;
	g->name = plain_line(&g->arena, row->facts.name);
	duelist_judge(&g->list, row, &g->arena, &due);
	give_day(g, &row->facts, REASON_BIRTHDAY, row->facts.birthday);
	give_day(g, &row->facts, REASON_ANNIVERSARY, row->facts.anniversary);
	sorted_sort(due.v, due.n, sizeof *due.v, by_day);
	for (size_t i = 0; i < due.n; i++)
		give_reason(g, &row->facts, &due.v[i]);
}

static int by_path(const void *x, const void *y)
{
	const struct duelist_row *a = *(struct duelist_row *const *)x, *b = *(struct duelist_row *const *)y;
	return str_cmp(a->facts.path, b->facts.path);
}

void occasions_each(struct pick *p, enum reader reader, occasion_fn *give, void *to)
{
	struct giving g = {.give = give, .to = to};
	struct buf buf = {0};
	duelist_read(&g.list, p, (struct duelist_asked){.all = true, .reader = reader, .most = -1});
	sorted_sort(g.list.rows, g.list.n, sizeof *g.list.rows, by_path);
	for (size_t i = 0; i < g.list.n; i++)
		give_person(&g, g.list.rows[i], &buf);
	duelist_release(&g.list);
	map_release(&g.given);
	buf_release(&buf);
	arena_release(&g.arena);
	arena_release(&g.keep);
}

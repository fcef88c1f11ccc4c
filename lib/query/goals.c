#include "query/goals.h"

#include "base/utf8.h"
#include "query/lists.h"

static struct query *read_query(struct arena *keep, const struct book *b, struct note *n)
{
	const struct value *v = note_field(n, S("count"));
	str why;
	if (!v || !note_text(n, S("count")).n)
		return NULL;
	struct query *q = query_parse(keep, b, lists_terms(keep, n, S("count")), &why);
	if (!q)
		note_warn_value(n, v, FMT, ARG(why));
	return q;
}

static bool is_of_entries(struct note *n)
{
	str of = str_trim(note_text(n, S("of")));
	bool entries = str_ieq(of, S("entries"));
	if (of.n && !entries && !str_ieq(of, S("people")))
		note_warn_value(n, note_field(n, S("of")), "neither people nor entries: '" FMT "'", ARG(of));
	return entries;
}

static long read_target(struct note *n)
{
	str text = str_trim(note_text(n, S("target")));
	long target = 0;
	if (text.n && !str_long(text, &target))
		note_warn_value(n, note_field(n, S("target")), "not a number: '" FMT "'", ARG(text));
	return target > 0 ? target : 0;
}

static bool is_hidden(struct note *n)
{
	static const char *const keys[] = {"name", "count", "of", "entries", "since", "by", "target"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!sight_key(READER_REST, n, str_of(keys[i])))
			return true;
	return false;
}

struct goal *goals_read(struct arena *keep, const struct book *b, struct note *n, enum reader r)
{
	struct goal *g = arena_alloc(keep, sizeof *g);
	struct strs kinds = note_tags_in(n, note_texts(n, S("entries")));
	g->name = arena_dup(keep, sight_name(r, n));
	g->path = arena_dup(keep, n->path);
	g->query = read_query(keep, b, n);
	g->entries = is_of_entries(n);
	for (size_t i = 0; i < kinds.n; i++)
		strs_add(keep, &g->kinds, arena_dup(keep, utf8_fold(n->arena, kinds.v[i])));
	g->since = note_date(n, S("since"));
	g->by = note_date(n, S("by"));
	g->target = read_target(n);
	g->archived = due_over(n);
	g->is_private = is_hidden(n);
	return g;
}

bool goals_open(const struct goal *g, date today)
{
	return !g->archived && (g->since == DATE_NONE || g->since <= today) && (g->by == DATE_NONE || g->by >= today);
}

bool goals_counts(const struct goal *g, struct arena *a, const struct event *e, date today)
{
	bool past = e->date != DATE_NONE && e->date <= today && (g->since == DATE_NONE || e->date >= g->since) &&
		    (g->by == DATE_NONE || e->date <= g->by);
	if (!past || (e->state != ENTRY_HAPPENED && e->state != ENTRY_DONE))
		return false;
	if (!g->kinds.n)
		return e->contact;
	return strs_has(g->kinds, utf8_fold(a, e->kind)) || (e->favor == 'g' && strs_has(g->kinds, S("gave"))) ||
	       (e->favor == 'G' && strs_has(g->kinds, S("got")));
}

bool goals_served(const struct goal *g, struct note *n, const struct people *p)
{
	if (!g->query)
		return false;
	if (g->entries || query_match(g->query, n, p))
		return g->entries && query_match(g->query, n, p);
	struct note after = {.config = n->config, .arena = n->arena, .path = n->path, .shown = n->shown};
	after.bytes = arena_printf(
		n->arena, FMT "\n\n- " FMT " call: x\n", ARG(n->bytes), ARG(date_str(n->arena, date_today())));
	note_begin(&after);
	return query_match(g->query, &after, p);
}

void goals_keep(struct people *p, const struct book *b, struct note *n)
{
	if (!note_is(n, "goal"))
		return;
	struct goal *g = goals_read(&p->arena, b, n, READER_REST);
	if (!g->query || query_is_broad(g->query) || !goals_open(g, p->today))
		return;
	p->goals = arena_more(&p->arena, p->goals, p->goal_count, sizeof *p->goals);
	p->goals[p->goal_count++] = g;
}

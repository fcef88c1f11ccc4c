#include "people/trials.h"

#include "base/sorted.h"
#include "people/trials_parts.h"

void trials_begin(struct trials *t, enum reader reader)
{
	*t = (struct trials){
		.reader = reader, .today = date_today(), .circles = {.kind = CIRCLE_TAG, .reader = reader}};
}

/* Each target once: a book says the same names again and again. */
static void keep_link(struct trials *t, struct note *n, const struct link *link, int from)
{
	str key = link->target;
	if (link->markdown)
		key = arena_printf(n->arena, FMT "\n" FMT, ARG(str_dir(n->path)), ARG(link->target));
	struct trials_link *kept = map_get(&t->known, key);
	if (!kept) {
		kept = arena_alloc(&t->arena, sizeof *kept);
		*kept = (struct trials_link){*link, from, NAMES_NONE};
		kept->link.target = arena_dup(&t->arena, link->target);
		map_put(&t->known, arena_dup(&t->arena, key), kept);
	}
	t->links = arena_more(&t->arena, t->links, t->link_count, sizeof(struct trials_link *));
	t->links[t->link_count++] = kept;
}

static size_t keep_links(struct trials *t, struct note *n, const struct links *links, int from)
{
	for (size_t i = 0; i < links->n; i++)
		keep_link(t, n, &links->v[i], from);
	return links->n;
}

/* The newest entry stands first. */
static bool is_falling(const struct entries *list)
{
	date first = DATE_NONE, last = DATE_NONE;
	for (size_t i = 0; i < list->n; i++) {
		if (list->v[i].date == DATE_NONE)
			continue;
		if (first == DATE_NONE)
			first = list->v[i].date;
		last = list->v[i].date;
	}
	return first > last;
}

static bool may_link(struct note *n)
{
	const struct body *b = note_body(n);
	return b->definitions.n || str_find(b->bytes, S("[[")) != STR_NONE || str_find(b->bytes, S("](")) != STR_NONE;
}

static enum trial_fate fate_of(const struct event *e, bool *told)
{
	bool worked = str_ieq(e->kind, S("worked")), flopped = str_ieq(e->kind, S("flopped"));
	*told = worked || flopped;
	return flopped ? TRIAL_FLOPPED : worked || event_answers(e) ? TRIAL_WORKED : TRIAL_OPEN;
}

static void keep_entries(struct trials *t, struct note *n, int id)
{
	bool person = note_is(n, "person"), own = note_is(n, "technique"), told;
	struct entries list = person && !may_link(n) ? *note_entries(n) : note_linked_entries(n);
	int sign = is_falling(&list) ? -1 : 1;
	for (size_t i = 0; i < list.n; i++) {
		struct event e = event_of(n, &list.v[i], t->today);
		if (!e.contact || e.date > t->today || !sight_sees(t->reader, e.is_private))
			continue;
		struct trials_said said = {.note = id, .person = person, .date = e.date, .order = sign * (int)e.line};
		said.fate = fate_of(&e, &told);
		said.answers = event_answers(&e);
		said.own = own && told;
		if (!list.v[i].links.n && !said.own && !(person && said.answers))
			continue;
		said.first = t->link_count;
		said.n = keep_links(t, n, &list.v[i].links, id);
		t->said = arena_more(&t->arena, t->said, t->said_count, sizeof *t->said);
		t->said[t->said_count++] = said;
	}
}

static void keep_how(struct trials *t, struct note *n, int id)
{
	struct trials_how how = {.person = id, .met = DATE_NONE, .first = t->link_count};
	struct strs texts = sight_texts(t->reader, n, S("how"));
	struct partial met;
	if (sight_key(t->reader, n, S("met")) && texts.n && note_partial(n, S("met"), &met))
		how.met = partial_first(met);
	for (size_t i = 0; i < texts.n && (how.met == DATE_NONE || how.met <= t->today); i++) {
		struct links links = {0};
		links_scan(n->arena, texts.v[i], 0, &links);
		how.n += keep_links(t, n, &links, id);
	}
	if (!how.n)
		return;
	t->hows = arena_more(&t->arena, t->hows, t->how_count, sizeof *t->hows);
	t->hows[t->how_count++] = how;
}

void trials_note(struct trials *t, struct note *n, int id)
{
	if (note_is(n, "technique")) {
		str name = sight_name(t->reader, n);
		t->v = arena_more(&t->arena, t->v, t->n, sizeof *t->v);
		t->v[t->n++] = (struct trials_technique){.id = id,
			.first = DATE_NONE,
			.last = DATE_NONE,
			.name = arena_dup(&t->arena, name),
			.path = arena_dup(&t->arena, n->path)};
	}
	keep_entries(t, n, id);
	if (!note_is(n, "person"))
		return;
	keep_how(t, n, id);
	circles_person(&t->circles, n, id);
}

const struct trials_technique *trials_find(const struct trials *t, int id)
{
	return id >= 0 && t->technique_of && t->technique_of[id] >= 0 ? &t->v[t->technique_of[id]] : NULL;
}

void trials_release(struct trials *t)
{
	circles_release(&t->circles);
	map_release(&t->known);
	arena_release(&t->arena);
}

#include "views/activities.h"

#include "base/utf8.h"
#include "views/journal.h"

struct telling {
	const struct activities *take;
	struct journal journal;
	struct arena keep, arena; /* arena: reset for each line */
	struct map journals;      /* paths of notes of that kind */
};

static str bold(struct telling *t, int id)
{
	struct journal_line line = {.people = &id, .people_count = 1};
	struct strs names = journal_names(&t->journal, &t->arena, &line);
	return arena_printf(&t->arena, "**" FMT "**", ARG(t->take->name(&t->arena, names.v[0])));
}

/* Links to people become their names, other links what is seen of them. */
static str named(struct telling *t, str text, str path)
{
	const struct people *people = t->journal.pick->people;
	struct links links = {0};
	struct buf out = {0};
	size_t done = 0;
	links_scan(&t->arena, text, 0, &links);
	for (size_t i = 0; people && i < links.n; i++) {
		int id = names_link(&people->names, &t->arena, &links.v[i], path);
		if (!people_is_person(people, id))
			continue;
		buf_add(&out, str_head(str_skip(text, done), links.v[i].at - done));
		buf_add(&out, bold(t, id));
		done = links.v[i].end;
	}
	buf_add(&out, str_skip(text, done));
	return links_shown(&t->arena, arena_take(&t->arena, &out));
}

/* Who is not named in the text is so in it, if their name stands there, else in front. */
static str with_name(struct telling *t, str text, str name)
{
	str plain = str_head(str_skip(name, 2), name.n - 4);
	size_t at = str_find(text, plain);
	if (str_find(text, name) != STR_NONE)
		return text;
	if (at != STR_NONE && plain.n && !utf8_alnum(str_skip(text, at + plain.n)) &&
		(!at || str_blank(text.p[at - 1])))
		return arena_printf(
			&t->arena, FMT FMT FMT, ARG(str_head(text, at)), ARG(name), ARG(str_skip(text, at + plain.n)));
	return arena_printf(&t->arena, FMT ": " FMT, ARG(name), ARG(text));
}

static void tell(struct telling *t, const struct journal_line *line)
{
	struct event e = line->event;
	bool is_note = str_ieq(e.kind, S("note"));
	arena_reset(&t->arena);
	str text = named(t, e.text, e.path);
	if (e.kind.n && !is_note)
		text = arena_printf(&t->arena, FMT "%s: " FMT, ARG(e.kind), entry_dir(e.dir), ARG(text));
	for (size_t i = line->people_count; i-- > 0;)
		text = with_name(t, text, bold(t, line->people[i]));
	t->take->activity(e.date, text, is_note, t->take->to);
}

static void visit(struct note *n, void *to)
{
	struct telling *t = to;
	if (note_is(n, "journal") && n->path.p)
		map_put(&t->journals, arena_dup(&t->keep, n->path), t);
	t->take->note(n, t->take->to);
}

/* What happened, with somebody; in a journal also with nobody. */
static bool is_activity(const struct telling *t, const struct journal_line *line)
{
	const struct event *e = &line->event;
	if (e->date == DATE_NONE || e->state == ENTRY_DROPPED)
		return false;
	return line->people_count || (e->state == ENTRY_HAPPENED && map_get(&t->journals, e->path));
}

void activities_each(struct pick *p, const struct activities *take)
{
	struct telling t = {.take = take};
	struct journal *j = &t.journal;
	journal_begin(j, p);
	j->reader = take->reader;
	j->past = true;
	j->also = visit;
	j->to = &t;
	journal_read(j);
	for (size_t end = j->n, at; end > 0; end = at) {
		for (at = end; at > 0 && j->v[at - 1].event.date == j->v[end - 1].event.date;)
			at--;
		for (size_t i = at; i < end; i++)
			if (is_activity(&t, &j->v[i]))
				tell(&t, &j->v[i]);
	}
	journal_release(j);
	map_release(&t.journals);
	arena_release(&t.keep);
	arena_release(&t.arena);
}

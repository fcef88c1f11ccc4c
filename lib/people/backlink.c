#include "people/backlink.h"

#include "note/sight.h"
#include "base/sorted.h"

struct backlinks {
	struct arena *arena;
	struct book *book;
	const struct names *names;
	bool read;
	str *note_names, *shown; /* by id, of those that link to another */
	struct backlink {
		int to, from;
		bool is_private;
	} * v; /* sorted */
	size_t n;
};

struct backlinks *backlinks_new(struct arena *a, struct book *b, const struct names *names)
{
	struct backlinks *l = arena_alloc(a, sizeof *l);
	*l = (struct backlinks){.arena = a, .book = b, .names = names};
	return l;
}

static void set_names(struct backlinks *l, struct note *n, int from)
{
	l->note_names[from] = arena_dup(l->arena, note_name(n));
	l->shown[from] = arena_dup(l->arena, sight_name(READER_REST, n));
}

static bool gather(struct note *n, void *ctx)
{
	struct backlinks *l = ctx;
	int from = note_ok(n) ? names_path(l->names, n->path) : NAMES_NONE;
	const struct links *links = from < 0 ? NULL : note_links(n);
	for (size_t i = 0; links && i < links->n; i++) {
		int to = names_link(l->names, n->arena, &links->v[i], n->path);
		if (to < 0 || to == from)
			continue;
		if (!l->note_names[from].p)
			set_names(l, n, from);
		l->v = arena_more(l->arena, l->v, l->n, sizeof *l->v);
		l->v[l->n++] = (struct backlink){to, from, !sight_at(READER_REST, n, links->v[i].at)};
	}
	return true;
}

/* Of several links from one note the one that is not private first. */
static int by_ends(const void *x, const void *y)
{
	const struct backlink *a = x, *b = y;
	if (a->to != b->to)
		return a->to < b->to ? -1 : 1;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return a->is_private - b->is_private;
}

static void read_all(struct backlinks *l)
{
	struct book_walk w = {.visit = gather, .ctx = l};
	l->read = true;
	l->note_names = arena_array(l->arena, l->names->paths.n, sizeof *l->note_names);
	l->shown = arena_array(l->arena, l->names->paths.n, sizeof *l->shown);
	book_walk(l->book, &w);
	sorted_sort(l->v, l->n, sizeof *l->v, by_ends);
	size_t kept = 0;
	for (size_t i = 0; i < l->n; i++)
		if (!kept || l->v[i].to != l->v[kept - 1].to || l->v[i].from != l->v[kept - 1].from)
			l->v[kept++] = l->v[i];
	l->n = kept;
}

static int by_target(const void *link, const void *id)
{
	return sorted_int(&((const struct backlink *)link)->to, id);
}

struct strs backlinks_names(struct backlinks *l, struct arena *a, int id, bool private, struct strs *paths)
{
	struct strs names = {0};
	*paths = (struct strs){0};
	if (!l->read)
		read_all(l);
	size_t end = sorted_end(l->v, l->n, sizeof *l->v, &id, by_target);
	for (size_t i = sorted_first(l->v, l->n, sizeof *l->v, &id, by_target); i < end; i++) {
		if (l->v[i].is_private && !private)
			continue;
		strs_add(a, &names, (private ? l->note_names : l->shown)[l->v[i].from]);
		strs_add(a, paths, names_without_md(l->names->paths.v[l->v[i].from]));
	}
	return names;
}

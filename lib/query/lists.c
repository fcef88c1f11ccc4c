#include "query/lists.h"

#include "base/utf8.h"
#include "base/sorted.h"
#include "note/sight.h"
#include "people/due.h"
#include "query/split.h"
#include <stdlib.h>

char **lists_terms(struct arena *a, struct note *n, str key)
{
	const struct value *v = note_field(n, key);
	if (v->kind == VALUE_TEXT)
		return split_terms(a, v->text);
	struct strs texts = note_texts(n, key);
	char **terms = arena_array(a, texts.n + 1, sizeof *terms);
	for (size_t i = 0; i < texts.n; i++)
		terms[i] = arena_cstr(a, texts.v[i]);
	return terms;
}

/* Of the front matter only the members are on the list. */
static bool names_member(struct note *n, const struct value *members, const struct link *link)
{
	const char *at = n->bytes.p + link->at, *yaml = n->pieces.yaml.p;
	return at >= n->pieces.body.p || (members && at >= yaml + members->at && at < yaml + members->end);
}

static void read_links(struct arena *keep, struct list *l, struct note *n)
{
	const struct links *links = note_links(n);
	const struct value *members = note_field(n, S("members"));
	l->links.v = arena_array(keep, links->n, sizeof *l->links.v);
	l->ids = arena_array(keep, links->n, sizeof *l->ids);
	for (size_t i = 0; i < links->n; i++) {
		if (!names_member(n, members, &links->v[i]))
			continue;
		struct link *link = &l->links.v[l->links.n++];
		*link = links->v[i];
		link->target = arena_dup(keep, link->target);
	}
}

/* The lists that are being read: one by the query of another. */
static struct reading {
	str path;
	struct reading *outer;
} * innermost;

static bool is_read(const struct note *n)
{
	for (struct reading *r = innermost; r; r = r->outer)
		if (str_eq(r->path, n->path))
			return true;
	return false;
}

/* The note may not have the query yet by which it reaches itself. */
static void refuse_itself(struct list *l, struct note *n)
{
	const struct value *v = note_field(n, S("query"));
	l->wrong = true;
	if (v)
		note_warn_value(n, v, "list '" FMT "' reaches itself", ARG(l->name));
	else
		note_warn(n, 0, 0, "list '" FMT "' reaches itself", ARG(l->name));
}

static void read_query(struct arena *keep, const struct book *b, struct list *l, struct note *n)
{
	struct reading here = {n->path, innermost};
	const struct value *v = note_field(n, S("query"));
	str why;
	innermost = &here;
	l->query = query_parse(keep, b, lists_terms(keep, n, S("query")), &why);
	innermost = here.outer;
	l->wrong = !l->query;
	if (l->wrong)
		note_warn_value(n, v, FMT, ARG(why));
}

/* Who is due follows from the refresh: it cannot follow from who is due. */
static void refuse_circle(struct list *l, struct note *n)
{
	static const str decided[] = {S_INIT("due"), S_INIT("overdue")};
	for (size_t i = 0; l->refresh.unit && i < sizeof decided / sizeof *decided; i++)
		if (query_asks(l->query, decided[i])) {
			note_warn_value(n, note_field(n, S("query")),
				"a list with refresh cannot ask for '" FMT "', which the refresh decides", ARG(decided[i]));
			l->refresh = (struct span){0};
		}
}

struct list *lists_read(struct arena *keep, const struct book *b, struct note *n)
{
	struct list *l = arena_alloc(keep, sizeof *l);
	l->name = arena_dup(keep, note_name(n));
	l->shown = arena_dup(keep, sight_name(READER_REST, n));
	l->path = arena_dup(keep, n->path);
	const struct value *refresh = note_field(n, S("refresh"));
	if (refresh && !span_parse_some(str_trim(note_text(n, S("refresh"))), &l->refresh)) {
		note_warn_value(n, refresh, "not a span: '" FMT "'", ARG(note_text(n, S("refresh"))));
		l->refresh = (struct span){0};
	}
	l->verified = due_day(n, "verified", keep, &l->verified_said);
	l->hides_verified = !sight_key(READER_REST, n, S("verified"));
	struct strs query = note_texts(n, S("query"));
	if (is_read(n))
		refuse_itself(l, n);
	else if (query.n > 1 || (query.n && str_trim(query.v[0]).n))
		read_query(keep, b, l, n);
	else
		read_links(keep, l, n);
	refuse_circle(l, n);
	return l;
}

struct finding {
	struct arena *keep;
	struct book *book;
	str bare;
	struct list *found;
	bool several;
};

static bool consider(struct note *n, void *ctx)
{
	struct finding *f = ctx;
	if (!note_ok(n) || !note_is(n, "list"))
		return true;
	struct strs names = note_texts(n, S("aliases"));
	strs_add(n->arena, &names, note_name(n));
	strs_add(n->arena, &names, note_stem(n));
	for (size_t i = 0; i < names.n; i++)
		if (str_eq(utf8_bare(n->arena, str_trim(names.v[i])), f->bare)) {
			f->several = f->found;
			if (f->several)
				query_release(f->found->query);
			f->found = f->several ? NULL : lists_read(f->keep, f->book, n);
			break;
		}
	return !f->several;
}

struct list *lists_find(struct arena *keep, const struct book *b, str name, bool *several)
{
	struct book *book = (struct book *)b;
	struct finding f = {.keep = keep, .book = book, .bare = utf8_bare(keep, str_trim(name))};
	struct book_walk w = {.visit = consider, .ctx = &f};
	if (b->fd >= 0)
		book_walk(book, &w);
	*several = f.several;
	return f.found;
}

static void resolve(struct list *l, const struct people *p)
{
	struct arena a = {0};
	l->resolved = true;
	for (size_t i = 0; i < l->links.n; i++) {
		int id = names_link(&p->names, &a, &l->links.v[i], l->path);
		if (id >= 0)
			l->ids[l->id_count++] = id;
	}
	sorted_sort(l->ids, l->id_count, sizeof *l->ids, sorted_int);
	arena_release(&a);
}

bool lists_has(struct list *l, struct note *n, const struct people *p)
{
	if (!note_is(n, "person"))
		return false;
	if (l->query)
		return query_match(l->query, n, p);
	if (!p || !l->links.n || !n->path.p)
		return false;
	if (!l->resolved)
		resolve(l, p);
	int id = names_path(&p->names, n->path);
	return l->id_count && bsearch(&id, l->ids, l->id_count, sizeof id, sorted_int);
}

void lists_keep(struct people *p, const struct book *b, struct note *n)
{
	if (!note_is(n, "list") || !note_field(n, S("refresh")))
		return;
	struct list *l = lists_read(&p->arena, b, n);
	if (!l->refresh.unit)
		return;
	p->lists = arena_more(&p->arena, p->lists, p->list_count, sizeof *p->lists);
	p->lists[p->list_count++] = l;
}

static void offer(struct people *p, int id, const struct list *l)
{
	refresh_offer(p, id, (struct refresh){l->shown, l->refresh, l->verified, l->verified_said, l->hides_verified});
}

static bool mark(struct note *n, void *ctx)
{
	struct people *p = ctx;
	if (!note_ok(n) || !note_is(n, "person"))
		return true;
	for (size_t i = 0; i < p->list_count; i++)
		if (p->lists[i]->query && query_match(p->lists[i]->query, n, p))
			offer(p, people_id(p, n), p->lists[i]);
	return true;
}

void lists_mark(struct people *p, struct book *b)
{
	struct book_walk w = {.visit = mark, .ctx = p};
	bool queries = false;
	for (size_t i = 0; i < p->list_count; i++) {
		struct list *l = p->lists[i];
		queries |= l->query != NULL;
		if (!l->query)
			resolve(l, p);
		for (size_t k = 0; k < l->id_count; k++)
			offer(p, l->ids[k], l);
	}
	if (queries)
		book_walk(b, &w);
}

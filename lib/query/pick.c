#include "query/pick.h"

#include "base/diag.h"
#include "query/lists.h"
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The operands without "-". */
static char **take_dash(struct pick *p, char **operands)
{
	size_t n = 0, kept = 0;
	while (operands[n])
		n++;
	char **terms = arena_array(&p->arena, n + 1, sizeof *terms);
	for (size_t i = 0; i < n; i++)
		if (strcmp(operands[i], "-") == 0)
			p->stream = true;
		else
			terms[kept++] = operands[i];
	return terms;
}

void pick_begin(struct pick *p, char **operands)
{
	*p = (struct pick){.stream = false};
	char **terms = take_dash(p, operands);
	if (p->stream)
		book_find(&p->book);
	else
		book_need(&p->book);
	str why;
	p->query = query_parse(&p->arena, &p->book, terms, &why);
	if (!p->query)
		die(FMT, ARG(why));
	if (query_needs_people(p->query))
		pick_read_people(p);
}

void pick_invert(struct pick *p)
{
	p->query = query_not(&p->arena, p->query);
}

static void keep_list(struct note *n, int id, void *ctx)
{
	struct pick *p = ctx;
	(void)id;
	lists_keep(&p->index, &p->book, n);
}

void pick_read_people(struct pick *p)
{
	if (p->people || p->book.fd < 0)
		return;
	people_read(&p->index, &p->book, keep_list, p);
	lists_mark(&p->index, &p->book);
	p->people = &p->index;
}

bool pick_matches(struct pick *p, struct note *n)
{
	return note_ok(n) && query_match(p->query, n, p->people);
}

struct visiting {
	struct pick *pick;
	visit_fn *visit;
	void *ctx;
};

static bool wanted(str path, bool folder, void *ctx)
{
	const struct visiting *v = ctx;
	return query_may_match(v->pick->query, path, folder);
}

static bool visit_match(struct note *n, void *ctx)
{
	struct visiting *v = ctx;
	return !pick_matches(v->pick, n) || v->visit(n, v->ctx);
}

static void each_of_stream(struct pick *p, struct visiting *v)
{
	struct arena a = {0};
	struct stream s = {.fd = STDIN_FILENO, .book = &p->book, .arena = &a};
	struct note n;
	if (isatty(STDIN_FILENO))
		die("- reads a stream of notes, and standard input is a terminal");
	while (stream_next(&s, &n) && visit_match(&n, v))
		;
	stream_release(&s);
	arena_release(&a);
}

void pick_each(struct pick *p, visit_fn *visit, void *ctx)
{
	struct visiting v = {p, visit, ctx};
	struct book_walk w = {wanted, visit_match, &v};
	if (p->stream)
		each_of_stream(p, &v);
	else
		book_walk(&p->book, &w);
}

static bool unread_pipe(void)
{
	struct stat st;
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
	return fstat(STDIN_FILENO, &st) == 0 && S_ISFIFO(st.st_mode) && poll(&in, 1, 0) == 1 && (in.revents & POLLIN);
}

void pick_release(struct pick *p)
{
	if (!p->stream && unread_pipe())
		hint("standard input was not read: give - to read the notes on it");
	for (size_t i = 0; p->people && i < p->people->list_count; i++)
		query_release(p->people->lists[i]->query);
	query_release(p->query);
	if (p->people)
		people_release(p->people);
	book_release(&p->book);
	arena_release(&p->arena);
}

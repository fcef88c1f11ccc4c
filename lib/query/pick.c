#include "query/pick.h"

#include "base/diag.h"
#include "query/explain.h"
#include "query/goals.h"
#include "query/lists.h"
#include "query/split.h"
#include "sys/waiting.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

#define WAIT 200 /* milliseconds, for a writer on standard input who has not written yet */

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
	if (!p->stream && waiting_on(STDIN_FILENO, WAIT) == WAITING_NOTES)
		die("standard input holds notes: say - to take them");
	str why;
	p->query = query_parse(&p->arena, &p->book, split_operands(&p->arena, &p->book, terms), &why);
	if (!p->query)
		die(FMT, ARG(why));
	p->asks_book = p->stream || query_wants_book(p->query);
	if (query_needs_people(p->query))
		pick_read_people(p);
}

void pick_everybody(struct pick *p)
{
	char *none[] = {NULL};
	str why;
	query_release(p->query);
	buf_reset(&p->ruled_out);
	p->query = query_parse(&p->arena, &p->book, none, &why);
	p->stream = p->inverted = false;
}

void pick_invert(struct pick *p)
{
	buf_reset(&p->ruled_out);
	p->query = query_not(&p->arena, p->query);
	p->inverted = true;
}

static void keep_asked(struct note *n, int id, void *ctx)
{
	struct pick *p = ctx;
	while (p->ruled_out.n < (size_t)id)
		buf_putc(&p->ruled_out, '0');
	buf_putc(&p->ruled_out, query_rules_out(p->query, n) ? '1' : '0');
	lists_keep(&p->index, &p->book, n);
	goals_keep(&p->index, &p->book, n);
}

void pick_read_people(struct pick *p)
{
	if (p->people || p->book.fd < 0)
		return;
	people_read(&p->index, &p->book, keep_asked, p);
	lists_mark(&p->index, &p->book);
	p->people = &p->index;
}

bool pick_matches(struct pick *p, struct note *n)
{
	bool chosen = (p->asks_book || !str_eq(n->path, S("book.md"))) && query_match(p->query, n, p->people);
	p->found += chosen;
	if (p->stream && !p->found)
		explain_note(&p->arena, p->query, n, p->people);
	return chosen;
}

struct visiting {
	struct pick *pick;
	visit_fn *visit;
	void *ctx;
};

static bool wanted(str path, bool folder, void *ctx)
{
	const struct visiting *v = ctx;
	const struct pick *p = v->pick;
	int id = p->ruled_out.n && !folder ? names_path(&p->people->names, path) : NAMES_NONE;
	bool out = id >= 0 && (size_t)id < p->ruled_out.n && p->ruled_out.p[id] == '1';
	return !out && query_may_match(p->query, path, folder);
}

static bool visit_match(struct note *n, void *ctx)
{
	struct visiting *v = ctx;
	return !note_ok(n) || !pick_matches(v->pick, n) || v->visit(n, v->ctx);
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

bool pick_again(struct pick *p, const struct note *kept, str path, struct arena *a, struct buf *buf, struct note *n)
{
	if (kept) {
		*n = *kept;
		n->arena = a;
		note_begin(n);
		return true;
	}
	if (book_load(&p->book, a, buf, path, n))
		return note_ok(n);
	warn_at(book_shown(&p->book, a, path), 0, 0, "%s", strerror(errno));
	return false;
}

struct seeking {
	str key;
	bool found;
};

static bool seek(struct note *n, void *ctx)
{
	struct seeking *s = ctx;
	s->found = s->found || (note_ok(n) && note_field(n, s->key));
	return !s->found;
}

bool pick_has_field(struct pick *p, str key)
{
	struct seeking s = {.key = key};
	struct book_walk w = {.visit = seek, .ctx = &s};
	if (p->book.fd >= 0)
		book_walk(&p->book, &w);
	return s.found;
}

static bool explain_one(struct note *n, void *ctx)
{
	struct pick *p = ctx;
	if (note_ok(n))
		explain_note(&p->arena, p->query, n, p->people);
	return true;
}

/* The book was read in vain: once more, to say why. */
static void explain(struct pick *p)
{
	struct book_walk w = {.visit = explain_one, .ctx = p};
	if (!p->stream)
		book_walk(&p->book, &w);
	explain_say(&p->arena, &p->book, p->query);
}

void pick_explain(struct pick *p, str term)
{
	char *terms[] = {arena_cstr(&p->arena, term), NULL};
	str why;
	struct query *asked = p->query, *q = query_parse(&p->arena, &p->book, terms, &why);
	struct book_walk w = {.visit = explain_one, .ctx = p};
	if (!q || p->book.fd < 0)
		return;
	p->query = q;
	book_walk(&p->book, &w);
	explain_say(&p->arena, &p->book, q);
	p->query = asked;
	query_release(q);
}

void pick_release(struct pick *p)
{
	if (!p->found && !p->inverted && !query_is_all(p->query) && !diag_trouble())
		explain(p);
	if (!p->stream && waiting_on(STDIN_FILENO, 0) != WAITING_NOTHING)
		hint("standard input was not read: give - to read the notes on it");
	for (size_t i = 0; p->people && i < p->people->list_count; i++)
		query_release(p->people->lists[i]->query);
	for (size_t i = 0; p->people && i < p->people->goal_count; i++)
		query_release(p->people->goals[i]->query);
	query_release(p->query);
	if (p->people)
		people_release(p->people);
	buf_release(&p->ruled_out);
	book_release(&p->book);
	arena_release(&p->arena);
}

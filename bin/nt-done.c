/* nt-done: tick an open task or promise */
#include "change/apply.h"
#include "change/takeback.h"
#include "base/diag.h"
#include "book/changes.h"
#include "text/log.h"
#include "note/sight.h"
#include "people/index.h"
#include "base/term.h"
#include "base/utf8.h"

#include <stdio.h>
#include <unistd.h>

static date day = DATE_NONE;

static const struct opt options[] = {
	{'d', "date", OPT_PAST, &day, "DATE", "the day it was done, instead of today"},
	OPT_TABLE(takeback_options),
	OPT_TABLE(changes_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-done", "NAME [PATTERN...]", "tick an open task or promise", options, false};

/* ctx: the event; a program that does not lock may have moved it since it was found. */
static str tick(struct note *n, void *ctx, struct fault *why)
{
	const struct event *wanted = ctx;
	struct entry_rules rules = note_rules(n);
	const struct entries *all = note_entries(n);
	for (size_t i = 0; i < all->n; i++)
		if (note_line(n, all->v[i].line) == wanted->line && str_eq(all->v[i].text, wanted->text))
			return log_tick(n->arena, n->bytes, &rules, wanted->line, day, why);
	*why = (struct fault){wanted->line, 0, S("has been changed meanwhile; run nt-done again")};
	return (str){0};
}

static bool matches(struct arena *a, const struct event *e, char **words)
{
	str text = arena_printf(a, FMT " " FMT, ARG(e->kind), ARG(e->text));
	for (; *words; words++)
		if (!utf8_contains(a, text, utf8_bare(a, str_of(*words))))
			return false;
	return true;
}

static struct events open_events(struct book *b, struct arena *a, str path, char **words)
{
	struct people people;
	struct buf buf = {0};
	struct note n;
	struct events open = {0};
	people_read(&people, b, NULL, NULL);
	if (!book_load(b, a, &buf, path, &n))
		die(FMT ":", ARG(path));
	struct events all = people_events(&n, &people, people.today);
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].state == ENTRY_OPEN && matches(a, &all.v[i], words)) {
			struct event e = all.v[i];
			e.text = arena_dup(a, e.text);
			e.kind = arena_dup(a, e.kind);
			e.path = arena_dup(a, e.path);
			open.v = arena_more(a, open.v, open.n, sizeof e);
			open.v[open.n++] = e;
		}
	people_release(&people);
	buf_release(&buf);
	return open;
}

static void list(const struct book *b, struct arena *a, struct events open)
{
	for (size_t i = 0; i < open.n; i++) {
		const struct event *e = &open.v[i];
		term_put(stdout, book_shown(b, a, e->path));
		bool seen = sight_sees(sight_of(STDOUT_FILENO), e->is_private);
		printf(":%zu: ", e->line);
		struct event hidden = {.state = e->state, .date = e->date};
		term_put(stdout, seen ? event_line(a, e, e->text) : event_line(a, &hidden, S("(private)")));
		putchar('\n');
	}
}

static int tick_one(struct book *b, struct arena *a, str whose, char **words)
{
	struct events open = open_events(b, a, whose, words);
	if (open.n == 1)
		return apply_noted(b, whose, open.v[0].path, tick, &open.v[0]) ? STATUS_YES : STATUS_TROUBLE;
	hint(open.n ? "several fit, say more of the one" : "nothing open fits");
	list(b, a, open);
	return STATUS_NO;
}

int main(int argc, char **argv)
{
	struct book book;
	struct arena a = {0};
	int answer = STATUS_YES;
	char **operands = opt_parse(&tool, argc, argv);
	opt_no_stream(*operands);
	if (takeback_asked() && (operands[1] || day != DATE_NONE))
		opt_usage();
	book_need(&book);
	if (day == DATE_NONE)
		day = date_today();
	str path = apply_target(&book, str_of(*operands), &answer);
	int lock = save_lock(&book);
	if (path.p && takeback_asked())
		answer = takeback_paths(&book, (struct strs){&path, 1});
	else if (path.p)
		answer = tick_one(&book, &a, path, operands + 1);
	save_unlock(lock);
	arena_release(&a);
	answer = changes_end(answer);
	book_release(&book);
	return answer;
}

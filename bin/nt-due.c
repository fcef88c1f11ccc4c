/* nt-due: who is due and why */
#include "views/brief.h"
#include "views/duelist.h"
#include "face/sink.h"

#include "base/diag.h"
#include "base/term.h"
#include <limits.h>

static struct duelist_asked asked;

static const struct opt options[] = {
	{'a', "all", OPT_FLAG, &asked.all, NULL, "everybody, each with the date when they will be due"},
	{0, "early", OPT_FLAG, &asked.early, NULL, "fill a slack day with those whose cadence ends next"},
	{'w', "within", OPT_SPAN, &asked.ahead, "SPAN", "also who will be due within SPAN"},
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};

static const struct opt_tool tool = {"nt-due", "[QUERY...]", "who is due and why", options, false};

static const char known[] = "name,due,why,path"; /* without another look at the note */

struct printing {
	struct duelist list;
	struct sink sink;
	struct arena arena; /* reset for each */
	struct buf buf;
};

/* Annotations travel: those who read the stream may print them anywhere. */
static enum reader reader_of(const struct printing *p)
{
	return p->sink.form == 's' ? READER_REST : sink_reader(&p->sink);
}

/* The note with all that is to be told of it. */
static bool whole_note(struct printing *p, const struct duelist_row *row, const struct due *due, struct note *n)
{
	date today = p->list.rules.today;
	if (!duelist_note(&p->list, row, &p->arena, &p->buf, n))
		return false;
	struct pick *pick = p->list.pick;
	struct brief brief = {{&pick->book, pick->people, reader_of(p)}, today, reader_of(p), &p->list.trials};
	brief_annotate(&brief, n, &row->facts, due, people_events(n, pick->people, today));
	str load = duelist_load(&p->list, n->arena);
	if (load.n) {
		note_annotate(n, "load", arena_printf(n->arena, "%.2f", load_ratio(&p->list.load, n->config->limit)));
		note_annotate(n, "load-why", load);
	}
	return true;
}

/* What is known without another look at the book. */
static void bare_note(struct printing *p, const struct duelist_row *row, const struct due *due, struct note *n)
{
	struct arena *a = &p->arena;
	struct book *b = &p->list.pick->book;
	str path = row->facts.path;
	struct strs why = due_whys(a, &row->facts, due, p->list.rules.today, reader_of(p), (str){0});
	*n = (struct note){.config = &b->config, .arena = a, .path = path, .shown = book_shown(b, a, path)};
	note_begin(n);
	note_annotate(n, "name", row->facts.name);
	note_annotate(n, "due", date_str(a, due->date));
	note_annotate(n, "why", strs_join(a, why, S("; ")));
}

static void print_all(struct printing *p)
{
	bool whole = sink_needs_note(&p->sink, known), more = true;
	for (size_t i = 0; i < p->list.n && more; i++) {
		struct note n;
		struct due due;
		arena_reset(&p->arena);
		duelist_judge(&p->list, p->list.rows[i], &p->arena, &due);
		if (!whole)
			bare_note(p, p->list.rows[i], &due, &n);
		else if (!whole_note(p, p->list.rows[i], &due, &n))
			continue;
		more = sink_note(&p->sink, &n);
	}
	buf_release(&p->buf);
	arena_release(&p->arena);
}

/* More than one does is cured by no order: it is said. */
static void print_load(const struct printing *p)
{
	struct arena a = {0};
	str load = p->sink.form == 't' ? duelist_load(&p->list, &a) : (str){0};
	if (load.n) {
		putchar('\n');
		term_wrap(stdout, load, term_width(), 0, 0);
		putchar('\n');
	}
	arena_release(&a);
}

int main(int argc, char **argv)
{
	struct pick pick;
	struct printing p = {.buf = {0}};
	pick_begin(&pick, opt_parse(&tool, argc, argv));
	sink_open(&p.sink, &pick, known, "name,due,why");
	asked.trials = sink_needs_note(&p.sink, known);
	asked.load = p.sink.form == 't' || asked.trials;
	asked.reader = reader_of(&p);
	asked.most = report_asked.most == LONG_MAX ? -1 : report_asked.most;
	duelist_read(&p.list, &pick, asked);
	print_all(&p);
	int answer = sink_close(&p.sink);
	print_load(&p);
	duelist_release(&p.list);
	pick_release(&pick);
	return finish(answer);
}

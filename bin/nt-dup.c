/* nt-dup: pairs of notes that may be about one person */
#include "base/diag.h"
#include "book/changes.h"
#include "change/differ.h"
#include "change/unite.h"
#include "face/sink.h"
#include "views/pairs.h"
#include <string.h>

static bool differ, join, dry;
static const char *least_text;

static const struct opt options[] = {
	{0, "differ", OPT_FLAG, &differ, NULL, "remember in both notes that A and B are two people"},
	{0, "dry-run", OPT_FLAG, &dry, NULL,
		"with --differ and --join, there -n too: print the patch, and write nothing"},
	{0, "join", OPT_FLAG, &join, NULL, "make one note, A, of A and B"},
	{0, "min", OPT_TEXT, &least_text, "SCORE", "pairs from this score on, 0 to 1 (0.7)"},
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-dup", "[QUERY...]", "pairs of notes that may be about one person", options, false};

/* Where notes are changed -n is what it is in all tools that do so. */
static const struct opt changing[] = {
	{0, "differ", OPT_FLAG, &differ, NULL, "remember in both notes that A and B are two people"},
	{0, "join", OPT_FLAG, &join, NULL, "make one note, A, of A and B"},
	OPT_TABLE(changes_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool changer = {
	"nt-dup", "A B", "pairs of notes that may be about one person", changing, false};

enum { SCORE, NAME, OTHER, WHY, PATH, OTHERPATH };
static const struct report_column columns[] = {{"score", REPORT_NUMBER, NULL}, {.name = "name"}, {.name = "other"},
	{"why", REPORT_LIST, NULL}, {.name = "path"}, {.name = "otherpath"}, {.name = NULL}};

struct page {
	struct pick pick;
	struct pairs pairs;
	struct report report;
	struct sink sink; /* -s -p -0: the notes themselves */
};

static double read_least(void)
{
	double least = PAIRS_SCORE;
	if (least_text && (!query_number(str_of(least_text), &least) || least < 0 || least > 1))
		die("not a score from 0 to 1: '%s'", least_text);
	return least;
}

static str name_of(const struct pairs_note *n, enum reader reader)
{
	return sight_sees(reader, n->is.name_private) ? n->is.name : S("(private)");
}

static void put_pair(struct report *r, const struct pair *pair)
{
	enum reader reader = report_reader(r);
	report_text(r, SCORE, arena_printf(&r->scratch, "%.2f", pair->why.score));
	report_text(r, NAME, name_of(pair->a, reader));
	report_text(r, OTHER, name_of(pair->b, reader));
	report_list(r, WHY, pair->why.reasons);
	report_text(r, PATH, pair->a->is.path);
	report_text(r, OTHERPATH, pair->b->is.path);
	report_row(r);
}

static int print_pairs(struct page *p)
{
	report_open(&p->report, columns, "score,name,other,why,path,otherpath", "score,path,otherpath,why");
	pairs_read(&p->pairs, &p->pick, read_least(), report_reader(&p->report));
	for (size_t i = 0; i < p->pairs.n && !report_full(&p->report); i++)
		put_pair(&p->report, &p->pairs.v[i]);
	return report_close(&p->report);
}

static bool visit(struct note *n, void *ctx)
{
	struct page *p = ctx;
	return !pairs_has(&p->pairs, n->path) || sink_note(&p->sink, n);
}

static int print_notes(struct page *p)
{
	struct book_walk w = {.visit = visit, .ctx = p};
	sink_open(&p->sink, &p->pick, "", "");
	pairs_read(&p->pairs, &p->pick, read_least(), sink_reader(&p->sink));
	if (p->pairs.n && p->pick.book.fd >= 0)
		book_walk(&p->pick.book, &w);
	return sink_close(&p->sink);
}

static int find(char **operands)
{
	struct page p = {0};
	pick_begin(&p.pick, operands);
	bool notes = sink_chosen() && strchr("sp0", sink_chosen());
	int answer = notes ? print_notes(&p) : print_pairs(&p);
	pairs_release(&p.pairs);
	pick_release(&p.pick);
	return finish(answer);
}

static int change(char **names)
{
	struct book book;
	opt_no_stream(names[0]);
	opt_no_stream(names[1]);
	book_need(&book);
	if (differ && join)
		die("--differ or --join, not both");
	int answer = changes_end((join ? unite_notes : differ_note)(&book, names[0], names[1]));
	book_release(&book);
	return answer;
}

static bool is_change(char **argv)
{
	while (*argv && strcmp(*argv, "--") != 0)
		if (strcmp(*argv, "--differ") == 0 || strcmp(*argv++, "--join") == 0)
			return true;
	return false;
}

int main(int argc, char **argv)
{
	if (is_change(argv))
		return change(opt_parse(&changer, argc, argv));
	char **operands = opt_parse(&tool, argc, argv);
	if (differ || join || dry)
		die("%s", differ ? "write --differ in full"
			  : join ? "write --join in full"
				 : "--dry-run: only --differ and --join change notes");
	return find(operands);
}

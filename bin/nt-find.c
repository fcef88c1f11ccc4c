/* nt-find: find notes in the book, or filter a stream of them */
#include "query/order.h"
#include "face/sink.h"
#include "views/words.h"

#include "base/diag.h"

static bool invert, words;

static const struct opt options[] = {
	{'v', "invert", OPT_FLAG, &invert, NULL, "the notes that do not match"},
	{0, "words", OPT_FLAG, &words, NULL, "print what a word of a query may be, for shells to complete"},
	OPT_TABLE(order_options),
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};

static const struct opt_tool tool = {
	"nt-find", "[QUERY...]", "find notes in the book, or filter a stream of them", options, false};

static bool visit(struct note *n, void *ctx)
{
	return sink_note(ctx, n);
}

static int print_notes(struct pick *pick)
{
	struct sink sink;
	sink_open(&sink, pick, "name,path", "name,org,city,tags,path");
	if (sink_needs_people(&sink))
		pick_read_people(pick);
	order_each(pick, visit, &sink);
	return sink_close(&sink);
}

static bool visit_words(struct note *n, void *ctx)
{
	words_note(ctx, n);
	return true;
}

static int print_words(struct pick *pick)
{
	struct words w = {0};
	pick_each(pick, visit_words, &w);
	words_print(&w, stdout);
	words_release(&w);
	return STATUS_YES;
}

int main(int argc, char **argv)
{
	struct pick pick;
	pick_begin(&pick, opt_parse(&tool, argc, argv));
	if (invert)
		pick_invert(&pick);
	int answer = words ? print_words(&pick) : print_notes(&pick);
	pick_release(&pick);
	return finish(answer);
}

/* nt-find: find notes in the book, or filter a stream of them */
#include "query/order.h"
#include "face/sink.h"

#include "base/diag.h"

static bool invert;

static const struct opt options[] = {
	{'v', "invert", OPT_FLAG, &invert, NULL, "the notes that do not match"},
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

int main(int argc, char **argv)
{
	struct pick pick;
	struct sink sink;
	pick_begin(&pick, opt_parse(&tool, argc, argv));
	if (invert)
		pick_invert(&pick);
	sink_open(&sink, &pick, "name,path", "name,org,city,tags,path");
	if (sink_needs_people(&sink))
		pick_read_people(&pick);
	order_each(&pick, visit, &sink);
	int answer = sink_close(&sink);
	pick_release(&pick);
	return finish(answer);
}

/* nt-show: a card to read: contact data, standing, the last entries */
#include "face/person.h"
#include "face/sink.h"

#include "base/diag.h"

#define LAST_ENTRIES 5

static bool all;

static const struct opt options[] = {
	{'a', "all", OPT_FLAG, &all, NULL, "the whole timeline"},
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-show", "[QUERY...]", "a card to read: contact data, standing, the last entries", options, false};

struct showing {
	struct pick *pick;
	struct sink sink;
	struct card card;
	struct graph graph; /* for cards */
};

static bool visit_card(struct note *n, void *ctx)
{
	struct showing *s = ctx;
	struct person p = {.card = &s->card, .people = s->pick->people, .graph = s->pick->people ? &s->graph : NULL};
	if (s->sink.report.count)
		putchar('\n');
	p.more = "; -a shows them";
	p.entries = all ? PERSON_ALL : LAST_ENTRIES;
	person_put(&p, n, n->shown);
	return sink_printed(&s->sink);
}

static bool visit_form(struct note *n, void *ctx)
{
	struct showing *s = ctx;
	return sink_note(&s->sink, n);
}

int main(int argc, char **argv)
{
	struct pick pick;
	struct showing s = {.pick = &pick};
	pick_begin(&pick, opt_parse(&tool, argc, argv));
	pick_read_people(&pick);
	sink_open(&s.sink, &pick, "name,path", "name,org,city,tags,path");
	s.card = card_open(stdout);
	bool cards = !sink_chosen() || sink_chosen() == 't';
	if (cards && pick.people)
		graph_read(&s.graph, &pick.book, s.card.reader);
	pick_each(&pick, cards ? visit_card : visit_form, &s);
	int answer = sink_close(&s.sink);
	graph_release(&s.graph);
	pick_release(&pick);
	return finish(answer);
}

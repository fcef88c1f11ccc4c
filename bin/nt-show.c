/* nt-show: a card to read: contact data, standing, the last entries */
#include "views/brief.h"
#include "views/known.h"
#include "face/card.h"
#include "face/sink.h"
#include "base/term.h"

#include "base/diag.h"

#define LAST_ENTRIES 5
#define ALL_VALUES   100

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

static date today(const struct showing *s)
{
	return s->pick->people ? s->pick->people->today : date_today();
}

static str event_text(struct arena *a, const struct event *e)
{
	return event_line(a, e, links_shown(a, e->text));
}

static bool visible(const struct showing *s, const struct event *e)
{
	return sight_sees(s->card.reader, e->is_private);
}

static void put_contact_data(struct showing *s, struct note *n)
{
	static const char *const keys[] = {"tags", "birthday", "how", "met", "cadence"};
	card_lines(&s->card, "reach", card_reach(&s->card, n, ALL_VALUES));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		str text = field_text(s->card.reader, n, s->pick->people, str_of(keys[i]));
		card_line(&s->card, keys[i], links_shown(n->arena, text));
	}
}

static void put_standing(struct showing *s, struct note *n, struct events events)
{
	struct arena *a = n->arena;
	struct standing st = standing_of(events, today(s), s->card.reader);
	struct due_facts facts;
	struct due due;
	if (st.last != DATE_NONE && sight_key(s->card.reader, n, S("last")))
		card_line(&s->card, "last",
			arena_printf(a, FMT ", %dd ago; contacts: %d since " FMT, ARG(date_str(a, st.last)),
				today(s) - st.last, st.contacts, ARG(date_str(a, st.first))));
	field_due(n, s->pick->people, &facts, &due);
	for (size_t i = 0; i < due.n && (i < due.holding || i == 0); i++)
		card_line(&s->card, i ? "" : "due",
			arena_printf(a, FMT ": " FMT, ARG(date_str(a, due.v[i].date)),
				ARG(due_why(a, &facts, &due.v[i], today(s), s->card.reader))));
	if (st.gave + st.got + st.owe + st.owed)
		card_line(&s->card, "favours",
			arena_printf(a, "gave %d, got %d, owe %d, owed %d", st.gave, st.got, st.owe, st.owed));
}

static void put_events(struct showing *s, struct note *n, struct events events)
{
	struct strs open = {0}, past = {0};
	for (size_t i = 0; i < events.n; i++) {
		const struct event *e = &events.v[i];
		if (visible(s, e) && (e->text.n || e->kind.n))
			strs_add(n->arena, e->state == ENTRY_OPEN ? &open : &past, event_text(n->arena, e));
	}
	size_t skip = !all && past.n > LAST_ENTRIES ? past.n - LAST_ENTRIES : 0;
	card_lines(&s->card, "open", open);
	if (past.n)
		card_lines(&s->card, "log", (struct strs){past.v + skip, past.n - skip});
	if (skip)
		card_line(&s->card, "", arena_printf(n->arena, "(earlier: %zu; -a shows them)", skip));
}

/* Relations both ways, groups, via whom one is known, and whom they know. */
static void put_known(struct showing *s, struct note *n)
{
	struct known k;
	if (!s->pick->people)
		return;
	known_of(&s->graph, n->arena, n, s->card.reader, &k);
	card_line(&s->card, "via", strs_join(n->arena, k.via, S(", ")));
	card_line(&s->card, "via them", strs_join(n->arena, k.brought, S(", ")));
	card_lines(&s->card, "relations", k.relations);
	card_line(&s->card, "groups", strs_join(n->arena, k.groups, S(", ")));
	card_line(&s->card, "members", strs_join(n->arena, k.members, S(", ")));
	card_line(&s->card, "knows", strs_join(n->arena, k.others, S(", ")));
	if (k.more)
		card_line(&s->card, "", arena_printf(n->arena, "(others: %zu; nt-graph shows them)", k.more));
}

static bool visit_card(struct note *n, void *ctx)
{
	struct showing *s = ctx;
	struct events events = people_events(n, s->pick->people, today(s));
	if (s->sink.report.count)
		putchar('\n');
	card_head(&s->card, n, n->shown);
	if (!note_is(n, "person"))
		card_line(&s->card, "kind", note_kind(n));
	put_contact_data(s, n);
	put_standing(s, n, events);
	put_events(s, n, events);
	put_known(s, n);
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

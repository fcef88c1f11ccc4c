#include "face/person.h"

#include "query/field.h"
#include "views/known.h"

#define ALL_VALUES 100

static date today(const struct person *p)
{
	return p->people ? p->people->today : date_today();
}

static void put_contact_data(const struct person *p, struct note *n)
{
	static const char *const keys[] = {"tags", "birthday", "how", "met", "cadence"};
	card_lines(p->card, "reach", card_reach(p->card, n, ALL_VALUES));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		str text = field_text(p->card->reader, n, p->people, str_of(keys[i]));
		card_line(p->card, keys[i], links_shown(n->arena, text));
	}
}

static void put_standing(const struct person *p, struct note *n, struct events events)
{
	struct arena *a = n->arena;
	enum reader reader = p->card->reader;
	struct standing st = standing_of(events, today(p), reader);
	struct due_facts facts;
	struct due due;
	if (st.last != DATE_NONE && sight_key(reader, n, S("last")))
		card_line(p->card, "last",
			arena_printf(a, FMT ", %dd ago; contacts: %d since " FMT, ARG(date_str(a, st.last)),
				today(p) - st.last, st.contacts, ARG(date_str(a, st.first))));
	field_due(reader, n, p->people, &facts, &due);
	for (size_t i = 0; i < due_shown(&due); i++)
		card_line(p->card, i ? "" : "due",
			arena_printf(a, FMT ": " FMT, ARG(date_str(a, due.v[i].date)),
				ARG(due_why(a, &facts, &due.v[i], today(p), reader))));
	if (st.gave + st.got + st.owe + st.owed)
		card_line(p->card, "favours",
			arena_printf(a, "gave %d, got %d, owe %d, owed %d", st.gave, st.got, st.owe, st.owed));
}

static void put_events(const struct person *p, struct note *n, struct events events)
{
	struct strs open = {0}, past = {0};
	for (size_t i = 0; i < events.n; i++) {
		const struct event *e = &events.v[i];
		if (sight_sees(p->card->reader, e->is_private) && (e->text.n || e->kind.n))
			strs_add(n->arena, e->state == ENTRY_OPEN ? &open : &past,
				event_line(n->arena, e, links_shown(n->arena, e->text)));
	}
	size_t skip = past.n > p->entries ? past.n - p->entries : 0;
	card_lines(p->card, "open", open);
	if (past.n)
		card_lines(p->card, "log", (struct strs){past.v + skip, past.n - skip});
	if (skip)
		card_line(p->card, "", arena_printf(n->arena, "(earlier: %zu%s)", skip, p->more));
}

/* Relations both ways, groups, via whom one is known, and whom they know. */
static void put_known(const struct person *p, struct note *n)
{
	struct known k;
	if (!p->graph)
		return;
	known_of(p->graph, n->arena, n, p->card->reader, &k);
	card_line(p->card, "via", strs_join(n->arena, k.via, S(", ")));
	card_line(p->card, "via them", strs_join(n->arena, k.brought, S(", ")));
	card_lines(p->card, "relations", k.relations);
	card_line(p->card, "groups", strs_join(n->arena, k.groups, S(", ")));
	card_line(p->card, "members", strs_join(n->arena, k.members, S(", ")));
	card_line(p->card, "knows", strs_join(n->arena, k.others, S(", ")));
	if (k.more)
		card_line(p->card, "", arena_printf(n->arena, "(others: %zu; nt-graph shows them)", k.more));
}

void person_put(const struct person *p, struct note *n, str right)
{
	struct events events = people_events(n, p->people, today(p));
	card_head(p->card, n, right);
	if (!note_is(n, "person"))
		card_line(p->card, "kind", note_kind(n));
	put_contact_data(p, n);
	put_standing(p, n, events);
	put_events(p, n, events);
	put_known(p, n);
}

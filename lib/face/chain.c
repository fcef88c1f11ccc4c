#include "face/chain.h"

#include "base/diag.h"
#include "base/opt.h"
#include "base/term.h"
#include "face/table.h"
#include "sys/run.h"

#define NEAREST 3 /* misses that are told */
#define NAMES   5
#define WIDE    60 /* there is room to say how long ago */

static str name_of(const struct paths *p, uint32_t node)
{
	return p->wanted.graph.nodes[node].name;
}

static str last_of(const struct paths *p, struct arena *a, date last)
{
	char day[DATE_TEXT];
	if (last == DATE_NONE)
		return S("none");
	if (term_width() < WIDE)
		return date_str(a, last);
	if (last == p->wanted.graph.today)
		return arena_printf(a, "%s, today", date_text(last, day));
	return arena_printf(a, "%s, %dd ago", date_text(last, day), p->wanted.graph.today - last);
}

/* "Emilia Stranne, by Chiara Belmonte" */
static str title_of(const struct paths *p, struct arena *a, const struct paths_chain *chain)
{
	struct strs by = {0};
	str to = name_of(p, chain->hops[chain->n - 1].node);
	for (size_t i = 0; i + 1 < chain->n; i++)
		strs_add(a, &by, name_of(p, chain->hops[i].node));
	if (!by.n)
		return arena_printf(a, chain->hops[0].edge ? "You know " FMT : FMT " is where you are", ARG(to));
	return arena_printf(a, "To " FMT " by " FMT, ARG(to), ARG(strs_join(a, by, S(", then "))));
}

void chain_put(const struct paths *p, size_t rank)
{
	const char *const heads[] = {"", "name", term_width() < WIDE ? "last" : "last contact", "tie"};
	const struct paths_chain *chain = &p->chains[rank];
	struct arena a = {0};
	struct table table = {.columns = 4};
	if (rank)
		putchar('\n');
	str title = arena_printf(&a, "%zu. " FMT, rank + 1, ARG(title_of(p, &a, chain)));
	term_wrap(stdout, title, term_width(), 0, 3);
	putchar('\n');
	for (size_t i = 0; i < chain->n; i++) {
		const struct paths_hop *hop = &chain->hops[i];
		bool noted = p->wanted.graph.nodes[hop->node].path.p;
		table_cell(&table, S(""));
		table_cell(&table,
			noted ? name_of(p, hop->node) : arena_printf(&a, FMT " (no note)", ARG(name_of(p, hop->node))));
		table_cell(&table, last_of(p, &a, paths_last(hop)));
		table_cell(&table, paths_why(p, &a, hop));
	}
	table_print(&table, stdout, heads, term_width(), opt_color());
	table_release(&table);
	arena_release(&a);
}

static bool has_direct(const struct paths *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->chains[i].n == 1)
			return true;
	return false;
}

/* Who is known, but so faintly that others are the warmer way, is told all the same. */
static void put_direct(const struct paths *p, const struct book *b, struct arena *a)
{
	const struct paths_chain *chain = &p->chains[0];
	uint32_t to = chain->hops[chain->n - 1].node;
	const struct graph_edge *e = has_direct(p) ? NULL : paths_direct(p, to);
	if (!e)
		return;
	str text = arena_printf(a, "You know " FMT " yourself (" FMT "), but that is colder; last contact: " FMT,
		ARG(name_of(p, to)), ARG(graph_why(a, e)), ARG(last_of(p, a, e->last)));
	term_wrap(stdout, text, term_width(), 0, 0);
	printf("\nOr: ");
	term_put(stdout, paths_check_in(p, b, a, to));
	putchar('\n');
}

void chain_end(const struct paths *p, const struct book *b)
{
	const struct paths_chain *chain = &p->chains[0];
	struct arena a = {0};
	putchar('\n');
	if (chain->n > 1) {
		str ask = arena_printf(&a, "Ask " FMT " to introduce you to " FMT ":",
			ARG(name_of(p, chain->hops[0].node)), ARG(name_of(p, chain->hops[1].node)));
		term_wrap(stdout, ask, term_width(), 0, 0);
		putchar('\n');
	}
	term_style(stdout, BOLD, opt_color(), S("Next:"));
	putchar(' ');
	term_put(stdout, paths_step(p, b, &a, chain));
	putchar('\n');
	put_direct(p, b, &a);
	arena_release(&a);
}

static void say_close(struct paths *p, struct book *b)
{
	str name = p->wanted.name, query = wanted_query(&p->wanted, b);
	struct strs close = wanted_close(&p->wanted, NAMES);
	str list = close.n ? strs_join(&p->arena, close, S(", ")) : S("");
	hint("nobody, no org and no group is called '" FMT "'%s" FMT, ARG(name), close.n ? "; close to it: " : "",
		ARG(list));
	if (query.p)
		hint("there are notes that '" FMT "' selects: say that", ARG(query));
}

static void say_miss(struct paths *p, const struct paths_hop *hop)
{
	str from = name_of(p, hop->from), to = name_of(p, hop->node), why = paths_why(p, &p->arena, hop);
	if (graph_is_person(&p->wanted.graph, hop->from))
		hint(FMT " knows " FMT " (" FMT "), but nothing ties you to " FMT, ARG(from), ARG(to), ARG(why),
			ARG(from));
	else
		hint(FMT " is tied to " FMT " (" FMT "): nt-intro " FMT " finds the way there", ARG(to), ARG(from),
			ARG(why), ARG(run_word(&p->arena, from)));
}

static void say_misses(struct paths *p)
{
	struct paths_chain misses = paths_misses(p, NEAREST);
	if (p->wanted.n == 1)
		hint("no chain of ties leads to " FMT, ARG(name_of(p, p->wanted.people[0])));
	else
		hint("no chain of ties leads to any of the %zu people meant", p->wanted.n);
	for (size_t i = 0; i < misses.n; i++)
		say_miss(p, &misses.hops[i]);
	if (!paths_self_tied(p))
		hint("nothing ties you to anybody: book.md says with me who you are, entries with whom you were in "
		     "touch");
}

void chain_none(struct paths *p, struct book *b, bool found)
{
	const struct wanted *w = &p->wanted;
	if (w->n)
		say_misses(p);
	else if (w->self)
		hint("that is you");
	else if (w->dead)
		hint("who is meant has died");
	else if (w->org.p)
		hint("nobody is known at " FMT, ARG(w->org));
	else if (w->name.p)
		say_close(p, b);
	else if (found)
		hint("of the notes chosen, none is of a person, nor of an org or a group with people in it");
}

#include "face/page_parts.h"

#include "base/sorted.h"
#include "base/utf8.h"
#include "format/htmlout.h"
#include "format/plain.h"
#include "note/phone.h"
#include "query/field.h"
#include "views/known.h"
#include "views/linked.h"

#define LAST_ENTRIES 6

struct carding {
	struct page *page;
	struct note *note;
	struct arena *arena; /* the note's */
	struct buf *out;
	struct contact contact;
	struct events events;
	struct standing standing;
};

static void put_label(struct carding *c, const char *label)
{
	buf_printf(c->out, "<div><dt>%s</dt>", label);
}

static void put_row(struct carding *c, const char *label, str text)
{
	if (!text.n)
		return;
	put_label(c, label);
	htmlout_element(c->out, "dd", NULL, plain_line(c->arena, text));
	buf_puts(c->out, "</div>\n");
}

static void put_field(struct carding *c, const char *label, const char *key)
{
	put_row(c, label, field_text(c->page->reader, c->note, c->page->pick->people, str_of(key)));
}

static void put_reach(struct carding *c, const char *key, str text)
{
	if (*key == 'p')
		htmlout_phone(c->out, phone_form(c->arena, text, c->note->config->country), text);
	else if (*key == 'e')
		htmlout_mail(c->out, text);
	else
		htmlout_url(c->out, text);
}

static void put_facts(struct carding *c, const char *label, const char *key, struct plain_facts facts)
{
	if (!facts.n)
		return;
	put_label(c, label);
	for (size_t i = 0; i < facts.n; i++) {
		buf_puts(c->out, "<dd>");
		put_reach(c, key, facts.v[i].text);
		if (facts.v[i].label.n)
			buf_putc(c->out, ' ');
		htmlout_element(c->out, "small", NULL, facts.v[i].label);
		buf_puts(c->out, "</dd>");
	}
	buf_puts(c->out, "</div>\n");
}

static void put_addresses(struct carding *c)
{
	struct plain_addresses list = plain_addresses(&c->contact);
	if (!list.n)
		return;
	put_label(c, "address");
	for (size_t i = 0; i < list.n; i++) {
		const struct plain_address *at = &list.v[i];
		const str parts[] = {at->box, at->extra, at->street, at->postcode, at->city, at->region, at->country};
		struct strs texts = {0};
		for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
			if (parts[k].n)
				strs_add(c->arena, &texts, parts[k]);
		buf_puts(c->out, "<dd>");
		htmlout_text(c->out, strs_join(c->arena, texts, S(", ")));
		if (at->label.n)
			buf_putc(c->out, ' ');
		htmlout_element(c->out, "small", NULL, at->label);
		buf_puts(c->out, "</dd>");
	}
	buf_puts(c->out, "</div>\n");
}

static void put_tags(struct carding *c)
{
	struct strs tags = plain_tags(&c->contact);
	if (!tags.n)
		return;
	put_label(c, "tags");
	buf_puts(c->out, "<dd class=\"tags\">");
	for (size_t i = 0; i < tags.n; i++)
		htmlout_element(c->out, "span", NULL, arena_join(c->arena, S("#"), tags.v[i]));
	buf_puts(c->out, "</dd></div>\n");
}

static void put_standing(struct carding *c)
{
	const struct standing *s = &c->standing;
	struct arena *a = c->arena;
	if (s->last != DATE_NONE)
		put_row(c, "last",
			arena_printf(a, FMT ", %d days ago; contacts: %d since " FMT, ARG(date_str(a, s->last)),
				c->page->today - s->last, s->contacts, ARG(date_str(a, s->first))));
	if (s->gave + s->got + s->owe + s->owed)
		put_row(c, "favours",
			arena_printf(a, "gave %d, got %d, owe %d, owed %d", s->gave, s->got, s->owe, s->owed));
}

static void put_event(struct carding *c, const struct event *e)
{
	str text = plain_line(c->arena, links_shown(c->arena, e->text)), day = date_str(c->arena, e->date);
	buf_puts(c->out, "<dd>");
	if (e->date != DATE_NONE)
		buf_printf(c->out, "<time datetime=\"" FMT "\">" FMT "</time> ", ARG(day), ARG(day));
	if (e->kind.n) {
		buf_puts(c->out, "<b>");
		htmlout_text(c->out, e->kind);
		buf_puts(c->out, e->dir == '>' ? " →" : e->dir == '<' ? " ←" : "");
		buf_puts(c->out, "</b> ");
	}
	htmlout_text(c->out, text);
	buf_puts(c->out, "</dd>");
}

/* The open ones all, of what was the last, newest first. */
static void put_events(struct carding *c, const char *label, bool open)
{
	size_t told = 0;
	for (size_t k = 0; k < c->events.n && (open || told < LAST_ENTRIES); k++) {
		const struct event *e = &c->events.v[open ? k : c->events.n - 1 - k];
		if (!sight_sees(c->page->reader, e->is_private) || (e->state == ENTRY_OPEN) != open ||
			!(e->text.n + e->kind.n))
			continue;
		if (!told++) {
			buf_printf(c->out, "<div class=\"%s\">", label);
			buf_printf(c->out, "<dt>%s</dt>", label);
		}
		put_event(c, e);
	}
	if (told)
		buf_puts(c->out, "</div>\n");
}

/* The number of the card; STR_NONE: there is none, or more than one, of that name. */
static size_t card_of(const struct page *p, struct arena *a, str name)
{
	const struct page_person *found = map_get(&p->named, utf8_fold(a, plain_line(a, name)));
	return found && found != &p->several ? found->at : STR_NONE;
}

static void put_name(struct carding *c, str name, size_t card)
{
	if (card != STR_NONE)
		buf_printf(c->out, "<a href=\"#p%zu\">", card);
	htmlout_text(c->out, plain_line(c->arena, name));
	buf_puts(c->out, card == STR_NONE ? "" : "</a>");
}

static void put_names(struct carding *c, const char *label, struct strs names)
{
	if (!names.n)
		return;
	put_label(c, label);
	buf_puts(c->out, "<dd>");
	for (size_t i = 0; i < names.n; i++) {
		buf_puts(c->out, i ? ", " : "");
		put_name(c, names.v[i], card_of(c->page, c->arena, names.v[i]));
	}
	buf_puts(c->out, "</dd></div>\n");
}

struct tied {
	uint32_t node;
	double weight;
};

static int by_weight(const void *x, const void *y)
{
	const struct tied *a = x, *b = y;
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

/* Who is tied best first. */
static void put_knows(struct carding *c, uint32_t node)
{
	const struct graph *g = &c->page->graph;
	uint32_t first = g->net.start[node], end = g->net.start[node + 1];
	struct tied *tied = arena_array(c->arena, end - first + 1, sizeof *tied);
	size_t n = 0;
	for (uint32_t i = first; i < end; i++)
		if (g->net.arcs[i].to != GRAPH_SELF && graph_is_person(g, g->net.arcs[i].to))
			tied[n++] = (struct tied){g->net.arcs[i].to, g->edges[g->net.arcs[i].edge].weight};
	sorted_sort(tied, n, sizeof *tied, by_weight);
	if (!n)
		return;
	put_label(c, "knows");
	buf_puts(c->out, "<dd>");
	for (size_t i = 0; i < n && i < KNOWN_OTHERS; i++) {
		const struct page_person *person = c->page->of_node[tied[i].node];
		buf_puts(c->out, i ? ", " : "");
		put_name(c, g->nodes[tied[i].node].name, person ? person->at : STR_NONE);
	}
	if (n > KNOWN_OTHERS)
		buf_printf(c->out, " <small>others: %zu</small>", n - KNOWN_OTHERS);
	buf_puts(c->out, "</dd></div>\n");
}

static void put_known(struct carding *c, uint32_t node)
{
	struct known k;
	if (!c->page->graph.n)
		return;
	known_of(&c->page->graph, c->arena, c->note, c->page->reader, &k);
	put_names(c, "via", k.via);
	put_names(c, "via them", k.brought);
	put_row(c, "relations", strs_join(c->arena, k.relations, S("; ")));
	put_names(c, "groups", k.groups);
	if (node != NETWORK_NONE)
		put_knows(c, node);
}

static str who(struct carding *c)
{
	static const char *const keys[] = {"title", "org", "city"};
	struct strs parts = {0};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		str text = plain_text(&c->contact, str_of(keys[i]));
		if (text.n)
			strs_add(c->arena, &parts, text);
	}
	return strs_join(c->arena, parts, S(", "));
}

/* The first letters of its first two words. */
static void put_initials(struct carding *c, str name)
{
	uint32_t letter;
	for (int i = 0; i < 2; i++) {
		while (name.n && str_blank(*name.p))
			name = str_skip(name, 1);
		size_t n = utf8_next(name, &letter), next = str_chr(name, ' ');
		htmlout_text(c->out, str_head(name, n));
		name = next == STR_NONE ? S("") : str_skip(name, next);
	}
}

static void put_ago(struct carding *c, int days)
{
	if (days < 14)
		buf_printf(c->out, days ? "%d d" : "today", days);
	else if (days < 10 * 7)
		buf_printf(c->out, "%d w", days / 7);
	else if (days < 2 * 365)
		buf_printf(c->out, "%d mo", days / 30);
	else
		buf_printf(c->out, "%d y", days / 365);
}

static void put_summary(struct carding *c, const struct page_person *person, str name)
{
	date last = c->standing.last;
	buf_printf(c->out, "<summary><span class=\"face c%d\" aria-hidden=\"true\">", person->color);
	put_initials(c, name);
	buf_puts(c->out, "</span><span class=\"who\">");
	htmlout_element(c->out, "span", "name", name);
	htmlout_element(c->out, "span", "does", who(c));
	buf_puts(c->out, "</span>");
	if (person->holding)
		buf_puts(c->out, "<span class=\"due\">due</span>");
	else if (last != DATE_NONE) {
		buf_puts(c->out, "<span class=\"ago\" title=\"last contact\">");
		put_ago(c, c->page->today - last);
		buf_puts(c->out, "</span>");
	}
	buf_puts(c->out, "</summary>\n");
}

static void put_body(struct carding *c, const struct page_person *person)
{
	put_events(c, "open", true);
	put_row(c, person->holding ? "due" : "ahead", strs_join(c->arena, person->why, S("; ")));
	put_facts(c, "email", "email", plain_facts(&c->contact, S("email")));
	put_facts(c, "phone", "phone", plain_facts(&c->contact, S("phone")));
	put_facts(c, "chat", "im", plain_facts(&c->contact, S("im")));
	put_facts(c, "web", "url", plain_facts(&c->contact, S("url")));
	put_addresses(c);
	put_field(c, "birthday", "birthday");
	put_field(c, "how", "how");
	put_field(c, "met", "met");
	put_field(c, "cadence", "cadence");
	put_field(c, "archived", "archived");
	put_standing(c);
	put_events(c, "log", false);
	put_known(c, person->node);
	put_tags(c);
}

void page_card(struct page *p, size_t at, struct note *n)
{
	const struct page_person *person = p->people[at];
	struct carding c = {p, n, n->arena, p->out, .events = people_events(n, p->pick->people, p->today)};
	struct linked linked = {&p->pick->book, p->pick->people, p->reader};
	linked_events(&linked, n->arena, c.events);
	contact_read(&c.contact, n, p->reader);
	plain_tidy(&c.contact);
	c.standing = standing_of(c.events, p->today, p->reader);
	if (!sight_key(p->reader, n, S("last")))
		c.standing.last = DATE_NONE;
	buf_printf(p->out, "<details id=\"p%zu\">", at);
	put_summary(&c, person, plain_line(n->arena, person->name));
	buf_puts(p->out, "<dl>\n");
	put_body(&c, person);
	buf_puts(p->out, "</dl></details>\n");
}

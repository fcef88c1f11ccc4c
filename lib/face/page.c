#include "face/page.h"

#include "base/sha256.h"
#include "base/sorted.h"
#include "base/transfer.h"
#include "base/utf8.h"
#include "face/page_parts.h"
#include "format/htmlout.h"
#include "format/plain.h"
#include "query/goals.h"
#include "views/linked.h"

#include "pagefiles.h" /* page_css, page_js */

/* As nt-due judges: with the goal that a contact would serve, if they are due anyway. */
static void judge(struct page *p, struct note *n, struct due_facts *facts, struct due *due)
{
	const struct people *people = p->pick->people;
	struct due_rules rules = {.today = p->today, .horizon = n->config->horizon, .reader = p->reader};
	struct linked linked = {&p->pick->book, people, p->reader};
	int id = people_id(people, n);
	struct events mentions = id >= 0 ? due_mentions(n->arena, people, id) : (struct events){0};
	due_facts_read(n, n->arena, p->today, facts);
	facts->never = facts->never || (id >= 0 && id == people->me);
	linked_events(&linked, n->arena, facts->open);
	linked_events(&linked, n->arena, mentions);
	due_judge(n->arena, facts, mentions, refresh_of(people, id), &rules, due);
	for (size_t i = 0; due->holding && people && i < people->goal_count && !facts->goal.p; i++)
		if (goals_served(people->goals[i], n, people)) {
			facts->goal = people->goals[i]->name;
			facts->hides_goal = people->goals[i]->is_private;
			due_judge(n->arena, facts, mentions, refresh_of(people, id), &rules, due);
		}
}

static void add_due(struct page *p, struct note *n, struct page_person *person)
{
	struct due_facts facts;
	struct due due;
	judge(p, n, &facts, &due);
	struct strs whys = due_whys(n->arena, &facts, &due, p->today, p->reader, (str){0});
	for (size_t i = 0; i < whys.n; i++)
		strs_add(&p->arena, &person->why, arena_dup(&p->arena, plain_line(n->arena, whys.v[i])));
	person->holding = due.holding;
	person->pressure = due.pressure;
	person->due = due.date;
}

static bool visit(struct note *n, void *ctx)
{
	struct page *p = ctx;
	if (!note_is(n, "person"))
		return true;
	struct page_person *person = arena_alloc(&p->arena, sizeof *person);
	*person = (struct page_person){.name = arena_dup(&p->arena, sight_name(p->reader, n)),
		.path = arena_dup(&p->arena, n->path),
		.node = n->is_new || !p->graph.n ? NETWORK_NONE : graph_at(&p->graph, n->path),
		.color = -1};
	person->folded = arena_dup(&p->arena, utf8_fold(n->arena, plain_line(n->arena, person->name)));
	if (p->pick->stream) {
		person->kept = arena_alloc(&p->arena, sizeof *person->kept);
		*person->kept = note_keep(&p->arena, n);
	}
	add_due(p, n, person);
	p->people = arena_more(&p->arena, p->people, p->n, sizeof(struct page_person *));
	p->people[p->n++] = person;
	map_put(&p->named, person->folded, map_get(&p->named, person->folded) ? &p->several : person);
	return true;
}

static int by_name(const void *x, const void *y)
{
	const struct page_person *a = *(struct page_person *const *)x, *b = *(struct page_person *const *)y;
	int order = str_cmp(a->folded, b->folded);
	return order ? order : str_cmp(a->path, b->path);
}

static int by_pressure(const void *x, const void *y)
{
	const struct page_person *a = *(struct page_person *const *)x, *b = *(struct page_person *const *)y;
	if (a->pressure != b->pressure)
		return a->pressure > b->pressure ? -1 : 1;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return str_cmp(a->path, b->path);
}

static void put_hash(struct buf *out, str file)
{
	unsigned char sum[SHA256_BYTES];
	sha256(file, sum);
	buf_puts(out, " 'sha256-");
	transfer_put_base64(out, (str){(const char *)sum, sizeof sum});
	buf_puts(out, "'");
}

static void put_head(struct page *p, str css, str js)
{
	struct buf *out = p->out;
	buf_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
		      "form-action 'none'; script-src");
	put_hash(out, js);
	buf_puts(out, "; style-src");
	put_hash(out, css);
	buf_puts(out, "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" "
		      "content=\"no-referrer\">\n"
		      "<meta name=\"robots\" content=\"noindex\">\n<meta name=\"generator\" content=\"nt\">\n"
		      "<title>People</title>\n<style>");
	buf_add(out, css);
	buf_puts(out, "</style>\n</head>\n<body>\n");
}

static void put_top(struct page *p)
{
	char day[DATE_TEXT];
	date_text(p->today, day);
	buf_printf(p->out,
		"<header><h1>People <small id=\"count\">%zu</small></h1>\n"
		"<input id=\"search\" class=\"js\" type=\"search\" placeholder=\"Search\" aria-label=\"Search\" "
		"autocomplete=\"off\" spellcheck=\"false\">\n"
		"<time datetime=\"%s\">%s %s</time>\n"
		"<button id=\"theme\" class=\"js\" type=\"button\" aria-label=\"light or dark\" title=\"light or dark "
		"(t)\">"
		"◐</button>\n"
		"<button id=\"keys\" class=\"js\" type=\"button\" aria-label=\"keys\" title=\"keys "
		"(?)\">?</button></header>\n",
		p->n, day, date_weekday(p->today), day);
}

static void put_due_list(struct page *p, struct page_person *const *v, size_t n)
{
	buf_puts(p->out, "<ol>\n");
	for (size_t i = 0; i < n; i++) {
		buf_printf(p->out, "<li><a href=\"#p%zu\">", v[i]->at);
		htmlout_text(p->out, plain_line(&p->arena, v[i]->name));
		buf_puts(p->out, "</a>");
		htmlout_element(p->out, "span", NULL, strs_join(&p->arena, v[i]->why, S("; ")));
		buf_puts(p->out, "</li>\n");
	}
	buf_puts(p->out, "</ol>\n");
}

static void put_due(struct page *p)
{
	struct page_person **v = arena_array(&p->arena, p->n + 1, sizeof *v);
	size_t n = 0, most = (size_t)p->pick->book.config.limit; /* the others unfold */
	for (size_t i = 0; i < p->n; i++)
		if (p->people[i]->holding)
			v[n++] = p->people[i];
	sorted_sort(v, n, sizeof *v, by_pressure);
	size_t shown = n > most + 1 ? most : n;
	buf_printf(p->out, "<section id=\"due\"><h2>Due today <small>%zu</small></h2>\n", n);
	if (!n)
		buf_puts(p->out, "<p>Nobody. A quiet day.</p>\n");
	else
		put_due_list(p, v, shown);
	if (n > shown) {
		buf_printf(p->out, "<details><summary>others: %zu</summary>\n", n - shown);
		put_due_list(p, v + shown, n - shown);
		buf_puts(p->out, "</details>\n");
	}
	buf_puts(p->out, "</section>\n");
}

static void put_cards(struct page *p)
{
	struct arena a = {0};
	struct buf bytes = {0};
	struct note n;
	buf_puts(p->out, "<section id=\"people\"><h2 class=\"quiet\">People</h2>\n");
	for (size_t i = 0; i < p->n; i++) {
		arena_reset(&a);
		if (pick_again(p->pick, p->people[i]->kept, p->people[i]->path, &a, &bytes, &n))
			page_card(p, i, &n);
	}
	buf_puts(p->out, "<p id=\"none\" hidden>Nobody by these words.</p></section>\n");
	buf_release(&bytes);
	arena_release(&a);
}

static void put_help(struct page *p)
{
	static const char *const keys[][2] = {{"/", "search: names, places, tags, anything on a card"},
		{"j k", "next, previous"}, {"Enter", "open or close a card"}, {"Esc", "close, clear the search"},
		{"g", "who knows whom, large"}, {"t", "light or dark"}, {"?", "this"}};
	buf_puts(p->out, "<dialog id=\"help\" aria-label=\"Keys\"><h2>Keys</h2><dl>\n");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		buf_printf(p->out, "<div><dt><kbd>%s</kbd></dt><dd>%s</dd></div>\n", keys[i][0], keys[i][1]);
	buf_puts(p->out, "</dl><form method=\"dialog\"><button>Close</button></form></dialog>\n");
}

static void number(struct page *p)
{
	p->of_node = arena_array(&p->arena, (size_t)p->graph.n + 1, sizeof(struct page_person *));
	for (size_t i = 0; i < p->n; i++) {
		p->people[i]->at = i;
		if (p->people[i]->node != NETWORK_NONE && p->people[i]->node != GRAPH_SELF)
			p->of_node[p->people[i]->node] = p->people[i];
	}
}

size_t page_write(struct pick *pick, enum reader reader, struct buf *out)
{
	struct page p = {.pick = pick, .reader = reader, .today = date_today(), .out = out};
	struct pagegraph drawn = {0};
	str css = {page_css, sizeof page_css}, js = {page_js, sizeof page_js};
	pick_read_people(pick);
	if (pick->people)
		graph_read(&p.graph, &pick->book, reader);
	pick_each(pick, visit, &p);
	sorted_sort(p.people, p.n, sizeof *p.people, by_name);
	number(&p);
	pagegraph_make(&p, &drawn);
	put_head(&p, css, js);
	put_top(&p);
	buf_puts(out, "<main>\n<aside>");
	put_due(&p);
	pagegraph_put(&p, &drawn);
	buf_puts(out, "</aside>\n");
	put_cards(&p);
	buf_puts(out, "</main>\n");
	put_help(&p);
	buf_puts(out, "<script>");
	buf_add(out, js);
	buf_puts(out, "</script>\n</body>\n</html>\n");
	map_release(&p.named);
	if (pick->people)
		graph_release(&p.graph);
	arena_release(&p.arena);
	return p.n;
}

#include "views/share.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "format/contact.h"
#include "text/lines.h"

/* Of one note: its body, and what of it goes on. */
struct sharing {
	struct share *to;
	struct note *note;
	const struct body *body;
	struct buf out;
	size_t done; /* bytes of the body dealt with */
	bool cut;    /* something was left out since the last byte that was kept */
};

bool share_kind(struct note *n)
{
	return note_is(n, "technique") || note_is(n, "advice") || note_is(n, "list");
}

/* Whom the book knows. */

struct reading {
	struct share *to;
	bool broken;
};

static void add_links(struct share *s, struct note *n)
{
	const struct people *people = s->pick->people;
	const struct links *links = note_links(n);
	for (size_t i = 0; i < links->n; i++)
		if (names_link(&people->names, n->arena, &links->v[i], n->path) == NAMES_NONE)
			sharenames_add_name(
				&s->names, links->v[i].markdown ? str_base(links->v[i].target) : links->v[i].target);
}

static bool read_note(struct note *n, void *ctx)
{
	struct reading *r = ctx;
	if (!note_ok(n))
		r->broken = true;
	else if (note_is(n, "person") || note_is(n, "org") || note_is(n, "group"))
		sharenames_add(&r->to->names, n);
	else if (share_kind(n))
		map_put(&r->to->paths, arena_dup(&r->to->names.arena, n->path), r);
	if (note_ok(n))
		add_links(r->to, n);
	return true;
}

bool share_begin(struct share *s, struct pick *p)
{
	struct reading r = {s, false};
	*s = (struct share){.pick = p};
	if (p->book.fd < 0) {
		warn("--share needs the book, which says whose names stay home");
		return false;
	}
	pick_read_people(p);
	if (book_walk(&p->book, &(struct book_walk){.visit = read_note, .ctx = &r}) && !r.broken)
		return true;
	warn("nothing is shared: what cannot be read may hold names");
	return false;
}

void share_release(struct share *s)
{
	map_release(&s->paths);
	sharenames_release(&s->names);
	arena_release(&s->scratch);
}

static bool is_clean(struct share *s, str text)
{
	arena_reset(&s->scratch);
	return sharenames_clean(&s->names, &s->scratch, text);
}

/* A link leads to what may be shared, too, and is no picture or file. */
static bool links_home(struct sharing *g, str text)
{
	const struct people *people = g->to->pick->people;
	struct links links = {.files = true, .defined = &g->body->definitions};
	links_scan(g->note->arena, text, 0, &links);
	for (size_t i = 0; i < links.n; i++) {
		int id = names_link(&people->names, g->note->arena, &links.v[i], g->note->path);
		if (id < 0 || !map_get(&g->to->paths, people->names.paths.v[id]) || !is_clean(g->to, links.v[i].target))
			return true;
	}
	return false;
}

static bool may_go(struct sharing *g, str text)
{
	return is_clean(g->to, text) && !links_home(g, text);
}

/* The body. */

static void keep(struct sharing *g, size_t end)
{
	str part = str_head(str_skip(g->body->bytes, g->done), end > g->done ? end - g->done : 0);
	str line;
	g->done = end > g->done ? end : g->done;
	while (part.n && g->cut && (!g->out.n || str_ends(buf_str(&g->out), S("\n"))) && str_line(&part, &line)) {
		bool blank = !str_trim(line).n;
		if (blank && (!g->out.n || str_ends(buf_str(&g->out), S("\n\n"))))
			continue;
		buf_add(&g->out, line);
		g->cut = blank;
	}
	if (part.n)
		g->cut = false;
	buf_add(&g->out, part);
}

static void leave_out(struct sharing *g, size_t end)
{
	if (end <= g->done)
		return;
	g->to->left_out++;
	g->done = end;
	g->cut = true;
}

static bool is_private(struct sharing *g, size_t at)
{
	size_t body = (size_t)(g->body->bytes.p - g->note->bytes.p);
	return !sight_at(READER_REST, g->note, body + at);
}

/* Code, rules, definitions and what else is no text: line by line. */
static void share_lines(struct sharing *g, size_t end)
{
	str rest = str_head(str_skip(g->body->bytes, g->done), end > g->done ? end - g->done : 0), line;
	while (str_line(&rest, &line)) {
		size_t behind = (size_t)(line.p + line.n - g->body->bytes.p);
		str text = str_trim(line);
		bool hidden = text.n && (text.p[0] == '<' || str_find(text, S("]:")) != STR_NONE ||
						is_private(g, behind - line.n));
		if (text.n && (hidden || !may_go(g, text)))
			leave_out(g, behind);
		else
			keep(g, behind);
	}
}

static bool is_entry(struct sharing *g, const struct body_block *k)
{
	const struct entries *entries = note_entries(g->note);
	for (size_t i = 0; i < entries->n; i++)
		if (entries->v[i].block->at == k->at)
			return true;
	return false;
}

static str text_of(struct sharing *g, const struct body_block *k)
{
	return body_text(g->note->arena, g->body, k);
}

/* The end of the sentence that s begins with, and of the blanks behind it. */
static size_t sentence(str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!strchr(".!?", s.p[i] ? s.p[i] : ' '))
			continue;
		size_t end = i + 1;
		while (end < s.n && strchr(".!?\"')*_", s.p[end] ? s.p[end] : ' '))
			end++;
		if (end < s.n && !str_blank(s.p[end]) && !str_eol(s.p[end]))
			continue;
		while (end < s.n && (str_blank(s.p[end]) || str_eol(s.p[end])))
			end++;
		return end;
	}
	return s.n;
}

/* What goes on about somebody who was just left out. */
static bool goes_on(str text)
{
	static const char words[] = " she he her him his hers they them their theirs ";
	for (size_t i = 0; i < text.n; i++) {
		size_t n = 0;
		while (i + n < text.n && ((text.p[i + n] | 32) >= 'a' && (text.p[i + n] | 32) <= 'z'))
			n++;
		char low[8];
		for (size_t k = 0; k < n && k < sizeof low; k++)
			low[k] = (char)(text.p[i + k] | 32);
		if (n && n < sizeof low && str_listed(words, (str){low, n}))
			return true;
		i += n;
	}
	return false;
}

/* Of a paragraph those sentences that may go; of one in a quote or an item all or nothing. */
static void share_text(struct sharing *g, const struct body_block *k)
{
	str text = str_head(str_skip(g->body->bytes, k->text_at), k->text_end - k->text_at);
	bool whole = k->quoted || k->parent >= 0 || str_starts(text, S("|")), lost = false;
	if (may_go(g, text_of(g, k))) {
		keep(g, k->end);
		return;
	}
	for (size_t at = k->text_at; at < k->text_end && !whole;) {
		str rest = str_head(str_skip(g->body->bytes, at), k->text_end - at), s = str_head(rest, sentence(rest));
		at += s.n;
		if (may_go(g, s) && !(lost && goes_on(s))) {
			keep(g, at);
		} else {
			leave_out(g, at);
			lost = true;
		}
	}
	if (whole)
		leave_out(g, k->end);
	else
		keep(g, k->end);
}

/* Where its line begins, if only blanks stand in front. */
static size_t line_start(struct sharing *g, size_t at)
{
	const char *p = g->body->bytes.p;
	size_t start = at;
	while (start > g->done && str_blank(p[start - 1]))
		start--;
	return start == 0 || str_eol(p[start - 1]) ? start : at;
}

static void share_block(struct sharing *g, const struct body_block *k)
{
	share_lines(g, line_start(g, k->at));
	bool may = !is_private(g, k->at) && !(k->kind != BLOCK_TEXT && is_entry(g, k));
	if (may && k->kind == BLOCK_TEXT)
		share_text(g, k);
	else if (!may || !may_go(g, text_of(g, k)))
		leave_out(g, k->end);
	else
		keep(g, k->kind == BLOCK_ITEM ? k->text_end : k->end);
}

static void share_html(struct sharing *g, size_t *next, size_t until)
{
	const struct strs *html = &g->body->html;
	for (; *next < html->n; (*next)++) {
		size_t at = (size_t)(html->v[*next].p - g->body->bytes.p);
		if (at >= until)
			return;
		share_lines(g, at);
		leave_out(g, at + html->v[*next].n);
	}
}

static str share_body(struct sharing *g)
{
	size_t html = 0;
	for (size_t i = 0; i < g->body->count; i++) {
		const struct body_block *k = &g->body->blocks[i];
		share_html(g, &html, k->at);
		if (k->at >= g->done)
			share_block(g, k);
	}
	share_html(g, &html, g->body->bytes.n);
	share_lines(g, g->body->bytes.n);
	return arena_take(g->note->arena, &g->out);
}

/* The front matter. */

/* A tag is written small; an org in it is one all the same. */
static bool tag_may_go(struct sharing *g, str tag)
{
	struct buf b = {0};
	bool begins = true;
	for (size_t i = 0; i < tag.n; i++) {
		char c = tag.p[i];
		buf_putc(&b, begins && c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
		begins = c == '/' || c == '-' || c == ' ' || c == '_';
	}
	str name = arena_take(g->note->arena, &b);
	return may_go(g, tag) && may_go(g, name);
}

static bool text_may_go(struct sharing *g, str key, str text)
{
	bool page = str_starts(text, S("https://")) || str_starts(text, S("http://"));
	if (str_eq(key, S("tags")))
		return tag_may_go(g, text);
	return (page || !str_eq(key, S("source"))) && may_go(g, text);
}

/* Of a query all or nothing: without a term it asks for others. */
static void share_field(struct sharing *g, struct contact *c, str key)
{
	struct strs texts = sight_texts(READER_REST, g->note, key);
	size_t kept = 0;
	if (str_eq(key, S("tags")))
		texts = note_tags_in(g->note, texts);
	for (size_t i = 0; i < texts.n; i++)
		if (text_may_go(g, key, texts.v[i]))
			texts.v[kept++] = texts.v[i];
	g->to->left_out += texts.n - kept;
	if (str_eq(key, S("query")) && kept < texts.n)
		return;
	for (size_t i = 0; i < kept; i++)
		contact_add(c, key, (str){0}, texts.v[i]);
}

static str share_front(struct sharing *g)
{
	static const char *const fields[] = {"tags", "level", "cost", "source", "reviews", "query", "refresh"};
	struct contact c;
	contact_begin(&c, g->note->arena);
	contact_add(&c, S("name"), (str){0}, note_name(g->note));
	contact_add(&c, S("kind"), (str){0}, note_kind(g->note));
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		share_field(g, &c, str_of(fields[i]));
	return contact_bytes(&c);
}

str share_note(struct share *s, struct note *n)
{
	struct sharing g = {.to = s, .note = n, .body = note_body(n)};
	if (!is_clean(s, note_name(n)) || !is_clean(s, note_stem(n))) {
		hint(FMT " stays home: what it is called may name somebody", ARG(n->shown));
		return (str){0};
	}
	if (g.body->by_lines) {
		hint(FMT " stays home: its text cannot be read for sure", ARG(n->shown));
		return (str){0};
	}
	str front = share_front(&g), body = share_body(&g);
	return arena_printf(n->arena, FMT "%s" FMT, ARG(front), body.n && !str_eol(body.p[0]) ? "\n" : "", ARG(body));
}

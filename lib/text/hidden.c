#include "text/hidden.h"

struct search {
	struct arena *a;
	str body;
	struct hidden *out;
	size_t open, line; /* where the comment that goes on began; STR_NONE: none does */
};

static size_t run_of(str text, size_t at)
{
	size_t n = 1;
	while (at + n < text.n && text.p[at + n] == text.p[at])
		n++;
	return n;
}

/* Behind the code span that begins here; if it has no end, behind its backticks. */
static size_t skip_code(str text, size_t at)
{
	size_t ticks = run_of(text, at), i = at + ticks;
	while (i < text.n) {
		size_t n = run_of(text, i);
		if (text.p[i] == '`' && n == ticks)
			return i + n;
		i += text.p[i] == '`' ? n : 1;
	}
	return at + ticks;
}

/* The next mark from there on; STR_NONE: there is none. */
static size_t next_mark(str text, size_t at)
{
	while (at < text.n)
		if (text.p[at] == '`')
			at = skip_code(text, at);
		else if (text.p[at] == '%' && run_of(text, at) > 1)
			return at;
		else
			at++;
	return STR_NONE;
}

static bool begins_line(str body, size_t at)
{
	while (at > 0 && str_blank(body.p[at - 1]))
		at--;
	return at == 0 || str_eol(body.p[at - 1]);
}

static size_t lines_before(str text, size_t at)
{
	str rest = str_head(text, at), line;
	size_t n = 0;
	while (str_line(&rest, &line))
		n += str_chomp(line).n < line.n;
	return n;
}

static void add_run(struct search *s, size_t at, size_t end)
{
	struct hidden *h = s->out;
	h->v = arena_more(s->a, h->v, h->n, sizeof *h->v);
	h->v[h->n++] = (struct hidden_run){at, end};
}

static void search_block(struct search *s, const struct body_block *k)
{
	str text = str_between(s->body.p + k->text_at, s->body.p + k->text_end);
	for (size_t i = 0; (i = next_mark(text, i)) != STR_NONE;) {
		size_t at = k->text_at + i, behind = i + run_of(text, i);
		if (s->open != STR_NONE) {
			add_run(s, s->open, k->text_at + behind);
			s->open = STR_NONE;
		} else if (begins_line(s->body, at) || next_mark(text, behind) != STR_NONE) {
			s->open = at;
			s->line = k->line + lines_before(text, i);
		}
		i = behind;
	}
}

struct hidden hidden_find(struct arena *a, const struct body *b)
{
	struct hidden h = {0};
	struct search s = {.a = a, .body = b->bytes, .out = &h, .open = STR_NONE};
	size_t count = str_find(b->bytes, S("%%")) == STR_NONE ? 0 : b->count;
	for (size_t i = 0; i < count; i++)
		search_block(&s, &b->blocks[i]);
	if (s.open != STR_NONE) {
		add_run(&s, s.open, b->bytes.n + 1);
		h.open = s.line;
	}
	return h;
}

bool hidden_holds(const struct hidden *h, size_t at)
{
	for (size_t i = 0; i < h->n; i++)
		if (at > h->v[i].at && at < h->v[i].end)
			return true;
	return false;
}

bool hidden_cuts(const struct hidden *h, const struct body_block *k)
{
	for (size_t i = 0; i < h->n; i++) {
		const struct hidden_run *r = &h->v[i];
		if (r->at < k->end && r->end > k->at && (r->at < k->at || r->end > k->end))
			return true;
	}
	return false;
}

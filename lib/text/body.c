#include "text/body.h"
#include "text/bodyguard.h"
#include "text/lines.h"
#include "text/plainblock.h"
#include "text/plainbody.h"
#include <cmark.h>
#include <string.h>

#define SCRATCH_KEPT ((size_t)1 << 20)

/* libcmark's allocator gets no context: what it allocates lives here, until the body is read. */
static struct arena scratch;
static size_t scratch_used;

struct reader {
	struct arena *arena;
	struct body *body;
	struct lines lines;
	size_t last;        /* the last line known to belong to the block read last */
	bool *used;         /* by line: it is text, code or HTML */
	size_t until, tail; /* line `until` starts a block; the last line with text before it is `tail` */
};

/* Where in the tree a block stands. */
struct spot {
	int parent, heading;
	int base; /* the heading that the container itself stands below */
	uint8_t level;
	bool quoted, ordered;
};

static void *scratch_calloc(size_t count, size_t size)
{
	max_align_t *block = arena_alloc(&scratch, sizeof *block + count * size);

	*(size_t *)block = count * size;
	scratch_used += sizeof *block + count * size;
	return block + 1;
}

static void *scratch_realloc(void *old, size_t size)
{
	size_t had = old ? *(size_t *)((max_align_t *)old - 1) : 0;

	if (size <= had)
		return old;
	void *block = scratch_calloc(1, size);
	if (old)
		memcpy(block, old, had);
	return block;
}

static void scratch_free(void *block)
{
	(void)block;
}

static void scratch_reset(void)
{
	if (scratch_used > SCRATCH_KEPT)
		arena_release(&scratch);
	else
		arena_reset(&scratch);
	scratch_used = 0;
}

struct body_block *body_add(struct arena *a, struct body *b)
{
	b->blocks = arena_more(a, b->blocks, b->count, sizeof *b->blocks);
	return &b->blocks[b->count++];
}

static int add_block(struct reader *r, enum body_block_kind kind, const struct spot *at)
{
	struct body_block *k = body_add(r->arena, r->body);

	*k = (struct body_block){.kind = kind, .parent = at->parent, .heading = at->heading, .quoted = at->quoted};
	if (kind == BLOCK_ITEM) {
		k->level = at->level;
		k->ordered = at->ordered;
	}
	return (int)r->body->count - 1;
}

static void set_text(struct reader *r, struct body_block *k, str text)
{
	k->text_at = (uint32_t)(text.p - r->body->bytes.p);
	k->text_end = (uint32_t)((size_t)k->text_at + text.n);
}

static bool line_is_blank(const struct reader *r, size_t n, bool quoted)
{
	return lines_skip_indent(lines_get(&r->lines, n), quoted).n == 0;
}

/* libcmark's start of a block, checked: its line from there on. */
static str node_start(const struct reader *r, cmark_node *node, size_t *number, bool quoted)
{
	size_t n = (size_t)cmark_node_get_start_line(node), column = (size_t)cmark_node_get_start_column(node);

	*number = n < 1 ? 1 : n > r->lines.n ? r->lines.n : n;
	str line = lines_get(&r->lines, *number);
	str rest = str_skip(line, column ? column - 1 : 0);
	return rest.n && lines_skip_indent(rest, false).n == rest.n ? rest : lines_skip_indent(line, quoted);
}

/* Where a line ends, with its end. */
static const char *behind(const struct reader *r, size_t line)
{
	return r->lines.bytes.p + r->lines.starts[line < r->lines.n ? line : r->lines.n];
}

static void use_lines(struct reader *r, size_t first, size_t last)
{
	for (size_t n = first; n <= last && n <= r->lines.n; n++)
		r->used[n] = true;
}

/* The start of a paragraph is that of the definitions before it, which are not in the tree. Where its text begins. */
static size_t skip_definitions(const struct reader *r, str *start, size_t first, size_t last, bool quoted)
{
	struct definition d;
	size_t length;

	while (first < last && definition_read(str_between(start->p, behind(r, last)), quoted, &d, &length)) {
		while (first < last && behind(r, first - 1) < start->p + length)
			first++;
		*start = lines_skip_indent(lines_get(&r->lines, first), quoted);
	}
	return first;
}

/* A paragraph ends before the next block, a blank line or the underline of a setext heading. */
static void read_text(struct reader *r, int index, cmark_node *node, size_t until, bool setext)
{
	struct body_block *k = &r->body->blocks[index];
	bool quoted = k->quoted;
	size_t first, last;
	str start = node_start(r, node, &first, quoted);

	for (last = first; last + 1 < until && !line_is_blank(r, last + 1, quoted);)
		last++;
	first = skip_definitions(r, &start, first, last, quoted);
	r->last = last;
	for (size_t n = first + 1; setext && n <= last; n++)
		if (lines_is_underline(lines_skip_indent(lines_get(&r->lines, n), quoted))) {
			r->last = n;
			last = n - 1;
		}
	use_lines(r, first, r->last);
	str end = lines_trim_end(lines_get(&r->lines, last));
	set_text(r, k, str_between(start.p, end.p + end.n < start.p ? start.p : end.p + end.n));
	if (k->kind != BLOCK_ITEM) {
		k->line = (uint32_t)first;
		k->at = k->text_at;
	}
	k->end = r->lines.starts[r->last];
}

int body_superior(const struct body *b, int heading, int base, int level)
{
	while (heading != base && b->blocks[heading].level >= level)
		heading = b->blocks[heading].heading;
	return heading;
}

static int read_heading(struct reader *r, cmark_node *node, const struct spot *at, size_t until)
{
	int level = cmark_node_get_heading_level(node), index = add_block(r, BLOCK_HEADING, at);
	struct body_block *k = &r->body->blocks[index];
	size_t line;
	str start = node_start(r, node, &line, at->quoted);

	k->level = (uint8_t)level;
	k->heading = body_superior(r->body, at->heading, at->base, level);
	if (!lines_heading(start)) {
		read_text(r, index, node, until, true);
		return index;
	}
	use_lines(r, line, line);
	k->line = (uint32_t)line;
	k->at = (uint32_t)(start.p - r->body->bytes.p);
	set_text(r, k, lines_heading_text(start));
	k->end = r->lines.starts[line];
	r->last = line;
	return index;
}

/* The column of what stands behind an item's marker: what has less indent is not in it. */
static size_t content_column(const struct reader *r, const struct body_block *k)
{
	str line = lines_get(&r->lines, k->line);
	size_t marker = k->at - r->lines.starts[k->line - 1], behind = marker + lines_marker(str_skip(line, marker));
	str rest = lines_skip_indent(str_skip(line, behind), false);
	size_t from = lines_columns(str_head(line, behind)), to = lines_columns(str_head(line, line.n - rest.n));

	return rest.n == 0 || to - from > 4 ? from + 1 : to;
}

/* An item reaches to the next block outside it, without blank lines and definitions that follow it. */
static void end_item(struct reader *r, struct body_block *k, size_t until)
{
	if (until != r->until) {
		r->until = until;
		r->tail = until - 1;
		while (r->tail > r->last && line_is_blank(r, r->tail, k->quoted))
			r->tail--;
	}
	size_t n = r->tail, column = n > r->last ? content_column(r, k) : 0;
	while (n > r->last && !k->quoted) {
		str line = lines_get(&r->lines, n), text = lines_skip_indent(line, false);
		if (text.n && lines_columns(str_head(line, line.n - text.n)) >= column)
			break;
		n--;
	}
	r->last = n > r->last ? n : r->last;
	k->end = r->lines.starts[r->last];
}

/* Code or HTML: the tree has the lines of it, but for the fences. */
static void read_literal(struct reader *r, cmark_node *node, bool quoted)
{
	str text = str_of(cmark_node_get_literal(node)), rest = text, line;
	size_t first, n = 0;
	str start = node_start(r, node, &first, quoted);
	bool html = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;

	while (str_line(&rest, &line))
		n++;
	if (!html && plainblock_fence(start) && !str_starts(text, start)) /* and not four blanks before ~~~ */
		n++;
	use_lines(r, first, first + n - 1);
	if (html)
		strs_add(r->arena, &r->body->html, str_between(start.p, behind(r, first + n - 1)));
	r->last = first;
}

static size_t start_of(const struct reader *r, cmark_node *node, size_t otherwise)
{
	size_t line = node ? (size_t)cmark_node_get_start_line(node) : otherwise;

	return line <= r->lines.n ? line : r->lines.n + 1;
}

static void read_nodes(struct reader *r, cmark_node *node, struct spot at, size_t until);

static void read_item(struct reader *r, cmark_node *node, struct spot in, size_t until)
{
	int index = add_block(r, BLOCK_ITEM, &in);
	struct body_block *k = &r->body->blocks[index];
	cmark_node *child = cmark_node_first_child(node);
	size_t line;
	str start = node_start(r, node, &line, in.quoted);

	k->line = (uint32_t)line;
	k->at = (uint32_t)(start.p - r->body->bytes.p);
	set_text(r, k, str_skip(start, lines_marker(start)));
	k->text_end = k->text_at;
	r->last = line;
	in.parent = index;
	in.base = in.heading;
	if (child && cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH) {
		cmark_node *next = cmark_node_next(child);
		read_text(r, index, child, start_of(r, next, until), false);
		child = next;
	}
	read_nodes(r, child, in, until);
	end_item(r, &r->body->blocks[index], until);
}

/* The siblings from node on; the first block behind them starts on line until. */
static void read_nodes(struct reader *r, cmark_node *node, struct spot at, size_t until)
{
	for (cmark_node *next; node; node = next) {
		next = cmark_node_next(node);
		size_t end = start_of(r, next, until);
		struct spot in = at;
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_BLOCK_QUOTE:
			in.quoted = true;
			in.base = in.heading;
			read_nodes(r, cmark_node_first_child(node), in, end);
			break;
		case CMARK_NODE_LIST:
			in.level++;
			in.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
			read_nodes(r, cmark_node_first_child(node), in, end);
			break;
		case CMARK_NODE_ITEM:
			read_item(r, node, in, end);
			break;
		case CMARK_NODE_HEADING:
			at.heading = read_heading(r, node, &at, end);
			break;
		case CMARK_NODE_PARAGRAPH:
			read_text(r, add_block(r, BLOCK_TEXT, &at), node, end, false);
			break;
		case CMARK_NODE_CODE_BLOCK:
		case CMARK_NODE_HTML_BLOCK:
			read_literal(r, node, at.quoted);
			break;
		default:
			r->last = start_of(r, node, 1);
		}
	}
}

/* A NUL would shift libcmark's columns. */
static str without_nul(struct arena *a, str s)
{
	if (s.n == 0 || !memchr(s.p, 0, s.n))
		return s;
	char *copy = arena_alloc(a, s.n);
	for (size_t i = 0; i < s.n; i++)
		copy[i] = s.p[i] ? s.p[i] : '?';
	return (str){copy, s.n};
}

static void parse(struct reader *r, str text)
{
	static cmark_mem mem = {scratch_calloc, scratch_realloc, scratch_free};
	struct spot top = {.parent = -1, .heading = -1, .base = -1};
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &mem);

	cmark_parser_feed(parser, text.p, text.n);
	cmark_node *document = cmark_parser_finish(parser);
	r->used = arena_array(&scratch, r->lines.n + 2, sizeof *r->used);
	read_nodes(r, cmark_node_first_child(document), top, r->lines.n + 1);
	definitions_find(r->arena, &r->lines, r->used, &r->body->definitions);
}

static void parse_by_lines(struct reader *r)
{
	struct spot at = {.parent = -1, .heading = -1, .base = -1, .level = 1};

	for (size_t n = 1; n <= r->lines.n; n++) {
		str line = lines_get(&r->lines, n);
		size_t level = lines_heading(line);
		if (!level && (lines_marker(line) != 1 || line.p[0] == '>'))
			continue;
		str text = level ? lines_heading_text(line) : str_trim(str_skip(line, 1));
		if (!level && text.n == 0)
			continue;
		int index = add_block(r, level ? BLOCK_HEADING : BLOCK_ITEM, &at);
		struct body_block *k = &r->body->blocks[index];
		k->line = (uint32_t)n;
		k->at = r->lines.starts[n - 1];
		k->end = r->lines.starts[n];
		set_text(r, k, text);
		if (level) {
			k->level = (uint8_t)level;
			k->heading = body_superior(r->body, at.heading, -1, k->level);
			at.heading = index;
		}
	}
}

void body_parse_full(struct arena *a, str bytes, struct body *out)
{
	struct reader r = {.arena = a, .body = out};
	size_t start = str_starts(bytes, S("\xEF\xBB\xBF")) ? 3 : 0;

	*out = (struct body){.bytes = bytes};
	if (bytes.n == 0)
		return;
	r.lines = lines_split(&scratch, bytes, start);
	if (bodyguard_admits(&r.lines, &out->fault)) {
		parse(&r, without_nul(a, str_skip(bytes, start)));
	} else {
		out->by_lines = true;
		out->fault.text = arena_printf(a, FMT ": only its list lines are read", ARG(out->fault.text));
		parse_by_lines(&r);
	}
	scratch_reset();
}

void body_parse(struct arena *a, str bytes, struct body *out)
{
	*out = (struct body){.bytes = bytes};
	if (!plainbody_parse(a, out))
		body_parse_full(a, bytes, out);
}

str body_text(struct arena *a, const struct body *b, const struct body_block *k)
{
	str raw = str_between(b->bytes.p + k->text_at, b->bytes.p + k->text_end), line;
	size_t n = 0;

	if (raw.n == 0 || (!memchr(raw.p, '\n', raw.n) && !memchr(raw.p, '\r', raw.n)))
		return raw;
	char *text = arena_alloc(a, raw.n);
	for (bool first = true; str_line(&raw, &line); first = false) {
		line = str_trim(first ? line : lines_skip_indent(line, k->quoted));
		if (raw.n && line.n && line.p[line.n - 1] == '\\')
			line = lines_trim_end(str_head(line, line.n - 1));
		if (n && line.n)
			text[n++] = ' ';
		memcpy(text + n, line.p, line.n);
		n += line.n;
	}
	return (str){text, n};
}

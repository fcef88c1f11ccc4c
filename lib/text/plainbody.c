#include "text/plainbody.h"
#include "text/lines.h"
#include <string.h>

#define DEPTH     16                /* items in items */
#define PARAGRAPH ((size_t)4 << 10) /* bytes; what is longer may be hostile: that is for guard to judge */

struct open_item {
	int block;
	size_t column; /* of its content: a line with less indent is not in it */
};

struct reader {
	struct arena *arena;
	struct body *body;
	struct open_item items[DEPTH];
	size_t depth;
	int heading, paragraph; /* the heading that holds; the block whose text the next line may go on with; or -1 */
	uint32_t line, end;     /* the line at hand; behind the last line that was not blank */
};

enum line_kind { UNSURE, HEADING, ITEM, TEXT };

/* A rule, the underline of a heading, an item without text. */
static bool only_marks(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("-+*_= \t", s.p[i]))
			return false;
	return true;
}

static bool fences(str s)
{
	return s.n >= 3 && s.p[1] == s.p[0] && s.p[2] == s.p[0];
}

/* s: a line behind its indent, not blank. */
static enum line_kind line_kind(str s)
{
	switch (s.p[0]) {
	case '#':
		return lines_heading(s) ? HEADING : TEXT;
	case '-':
	case '+':
	case '*':
		if (only_marks(s) || s.p[1] == '\t')
			return UNSURE;
		return s.p[1] == ' ' ? ITEM : TEXT;
	case '_':
	case '=':
		return only_marks(s) ? UNSURE : TEXT;
	case '`':
	case '~':
		return fences(s) ? UNSURE : TEXT;
	case '>':
	case '<':
	case '\t':
		return UNSURE;
	default:
		return lines_marker(s) ? UNSURE : TEXT;
	}
}

/* A paragraph that begins so may be a link's definition, which is no text. */
static bool may_be_definition(str s)
{
	if (s.p[0] != '[' || (s.n > 1 && s.p[1] == '['))
		return false;
	size_t close = str_chr(s, ']');
	return close == STR_NONE || str_starts(str_skip(s, close), S("]:")) ||
	       str_chr(str_head(s, close), '\\') != STR_NONE;
}

static void close_items(struct reader *r, size_t depth)
{
	while (r->depth > depth)
		r->body->blocks[r->items[--r->depth].block].end = r->end;
}

static struct body_block *add(struct reader *r, enum body_block_kind kind, str at, str text, size_t end)
{
	const char *base = r->body->bytes.p;
	struct body_block *k = body_add(r->arena, r->body);

	*k = (struct body_block){.kind = kind,
		.parent = r->depth ? r->items[r->depth - 1].block : -1,
		.heading = r->heading,
		.line = r->line,
		.at = (uint32_t)(at.p - base),
		.text_at = (uint32_t)(text.p - base),
		.text_end = (uint32_t)(text.p + text.n - base),
		.end = (uint32_t)end};
	return k;
}

static void add_heading(struct reader *r, str s, size_t end)
{
	struct body_block *k = add(r, BLOCK_HEADING, s, lines_heading_text(s), end);

	k->level = (uint8_t)lines_heading(s);
	k->heading = body_superior(r->body, r->heading, -1, k->level);
	r->heading = (int)r->body->count - 1;
	r->paragraph = -1;
}

static bool add_text(struct reader *r, enum body_block_kind kind, str at, str text, size_t end)
{
	if (text.n > PARAGRAPH || may_be_definition(text))
		return false;
	struct body_block *k = add(r, kind, at, lines_trim_end(text), end);
	r->paragraph = (int)r->body->count - 1;
	if (kind == BLOCK_ITEM)
		k->level = (uint8_t)(r->depth + 1);
	return true;
}

static bool add_item(struct reader *r, str s, size_t indent, size_t end)
{
	size_t blanks = 1;

	while (s.p[1 + blanks] == ' ')
		blanks++;
	str text = str_skip(s, 1 + blanks);
	if (blanks > 4 || r->depth == DEPTH || line_kind(text) != TEXT || !add_text(r, BLOCK_ITEM, s, text, end))
		return false;
	r->items[r->depth++] = (struct open_item){r->paragraph, indent + 1 + blanks};
	return true;
}

/* With or without the indent of its item, the line goes on with the paragraph. */
static bool go_on(struct reader *r, str s, size_t end)
{
	struct body_block *k = &r->body->blocks[r->paragraph];
	str text = lines_trim_end(s);

	k->text_end = (uint32_t)(text.p + text.n - r->body->bytes.p);
	k->end = (uint32_t)end;
	return k->text_end - k->text_at <= PARAGRAPH;
}

static bool read_text(struct reader *r, size_t depth, str s, size_t end)
{
	if (r->paragraph >= 0)
		return go_on(r, s, end);
	close_items(r, depth);
	return add_text(r, BLOCK_TEXT, s, s, end);
}

/* line: without its end, which is at end. */
static bool read_line(struct reader *r, str line, size_t end)
{
	size_t indent = 0, depth = 0;

	while (indent < line.n && line.p[indent] == ' ')
		indent++;
	str s = str_skip(line, indent);
	if (lines_skip_indent(s, false).n == 0) {
		r->paragraph = -1;
		return true;
	}
	while (depth < r->depth && r->items[depth].column <= indent)
		depth++;
	enum line_kind kind = line_kind(s);
	if (kind == UNSURE || indent - (depth ? r->items[depth - 1].column : 0) > 3)
		return false;
	if (kind != TEXT)
		close_items(r, depth);
	if (kind == HEADING && depth == 0)
		add_heading(r, s, end);
	else if (kind == HEADING || !(kind == ITEM ? add_item(r, s, indent, end) : read_text(r, depth, s, end)))
		return false;
	r->end = (uint32_t)end;
	return true;
}

/* NUL, and what libcmark takes for a blank and CommonMark does not. */
static bool has_odd_bytes(str s)
{
	return str_chr(s, '\0') != STR_NONE || str_chr(s, '\v') != STR_NONE || str_chr(s, '\f') != STR_NONE;
}

bool plainbody_parse(struct arena *a, struct body *out)
{
	struct reader r = {.arena = a, .body = out, .heading = -1, .paragraph = -1};
	str all = out->bytes, rest = str_starts(all, S("\xEF\xBB\xBF")) ? str_skip(all, 3) : all;

	if (all.n > BODY_BYTES || has_odd_bytes(all))
		return false;
	while (rest.n) {
		size_t lf = str_chr(rest, '\n');
		str line = str_head(rest, lf == STR_NONE ? rest.n : lf);
		rest = str_skip(rest, lf == STR_NONE ? rest.n : lf + 1);
		if (lf != STR_NONE && str_ends(line, S("\r")))
			line.n--;
		r.line++;
		if (str_chr(line, '\r') != STR_NONE || !read_line(&r, line, (size_t)(rest.p - all.p)))
			return false;
	}
	close_items(&r, 0);
	return true;
}

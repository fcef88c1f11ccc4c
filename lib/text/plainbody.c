#include "text/plainbody.h"
#include "text/lines.h"
#include "text/plainblock.h"
#include "base/utf8.h"
#include <string.h>

#define DEPTH  16                /* items in items */
#define INDENT 100               /* columns */
#define RUN    ((size_t)4 << 10) /* bytes without a blank line; in a large body more may be hostile: guard judges that */

struct open_item {
	int block;
	size_t column; /* of its content: a line with less indent is not in it */
};

struct reader {
	struct arena *arena;
	struct body *body;
	struct open_item items[DEPTH];
	size_t depth;
	bool hollow;            /* the innermost item has no text */
	bool quote;             /* the items and all else stand in a quote */
	char verbatim;          /* in code, its fence's mark; in a comment, < */
	size_t fence;           /* the length of that fence */
	int heading, paragraph; /* the heading that holds; the block whose text the next line may go on with; or -1 */
	int outside;            /* the heading that holds outside the quote, or -1 */
	uint32_t line, end;     /* the line at hand; behind the last line that was not blank */
	size_t run, most;       /* bytes since the last blank line; the most that may be */
};

/* A line behind the mark of the quote it is in. */
struct piece {
	str s;         /* behind its indent */
	size_t indent; /* columns */
	size_t end;    /* behind the line's end */
	bool quoted;
};

static void close_items(struct reader *r, size_t depth)
{
	if (r->depth > depth)
		r->hollow = false;
	while (r->depth > depth)
		r->body->blocks[r->items[--r->depth].block].end = r->end;
}

static void open_quote(struct reader *r)
{
	close_items(r, 0);
	r->quote = true;
	r->verbatim = 0;
	r->outside = r->heading;
	r->paragraph = -1;
}

static void close_quote(struct reader *r)
{
	close_items(r, 0);
	r->quote = false;
	r->heading = r->outside;
	r->outside = -1;
	r->paragraph = -1;
}

static struct body_block *add(struct reader *r, enum body_block_kind kind, str at, str text, size_t end)
{
	const char *base = r->body->bytes.p;
	struct body_block *k = body_add(r->arena, r->body);

	*k = (struct body_block){.kind = kind,
		.quoted = r->quote,
		.parent = r->depth ? r->items[r->depth - 1].block : -1,
		.heading = r->heading,
		.line = r->line,
		.at = (uint32_t)(at.p - base),
		.text_at = (uint32_t)(text.p - base),
		.text_end = (uint32_t)(text.p + text.n - base),
		.end = (uint32_t)end};
	return k;
}

/* The block becomes the heading that holds from here on. */
static bool set_heading(struct reader *r, struct body_block *k, size_t level)
{
	if (r->depth)
		return false;
	k->kind = BLOCK_HEADING;
	k->level = (uint8_t)level;
	k->heading = body_superior(r->body, r->heading, r->outside, k->level);
	r->heading = (int)(k - r->body->blocks);
	r->paragraph = -1;
	return true;
}

static bool add_heading(struct reader *r, const struct piece *p)
{
	return set_heading(r, add(r, BLOCK_HEADING, p->s, lines_heading_text(p->s), p->end), lines_heading(p->s));
}

static bool underline(struct reader *r, const struct piece *p)
{
	struct body_block *k = &r->body->blocks[r->paragraph];

	k->end = (uint32_t)p->end;
	return k->kind == BLOCK_TEXT && set_heading(r, k, p->s.p[0] == '=' ? 1 : 2);
}

static bool add_text(struct reader *r, enum body_block_kind kind, str at, str text, size_t end)
{
	if (plainblock_may_be_definition(text))
		return false;
	add(r, kind, at, lines_trim_end(text), end);
	r->paragraph = (int)r->body->count - 1;
	return true;
}

static bool add_item(struct reader *r, const struct piece *p, bool hollow)
{
	size_t marker = lines_marker(p->s), column = p->indent + marker;
	str text = lines_skip_indent(str_skip(p->s, marker), false), blanks = str_between(p->s.p + marker, text.p);
	size_t content = column;

	for (size_t i = 0; i < blanks.n; i++)
		content = blanks.p[i] == '\t' ? (content | 3) + 1 : content + 1;
	if (r->depth == DEPTH || (!hollow && (content - column > 4 || plainblock_kind(text, false) != PLAIN_TEXT)))
		return false;
	if (p->quoted && str_chr(blanks, '\t') != STR_NONE)
		return false;
	r->paragraph = -1;
	if (hollow)
		add(r, BLOCK_ITEM, p->s, str_head(blanks, 0), p->end);
	else if (!add_text(r, BLOCK_ITEM, p->s, text, p->end))
		return false;
	struct body_block *k = &r->body->blocks[r->body->count - 1];
	k->level = (uint8_t)(r->depth + 1);
	k->ordered = str_digit(p->s.p[0]);
	r->items[r->depth++] = (struct open_item){(int)r->body->count - 1, hollow ? column + 1 : content};
	r->hollow = hollow;
	return true;
}

/* With or without the indent of its item, the line goes on with the paragraph. */
static bool go_on(struct reader *r, const struct piece *p)
{
	struct body_block *k = &r->body->blocks[r->paragraph];
	str text = lines_trim_end(p->s);

	k->text_end = (uint32_t)(text.p + text.n - r->body->bytes.p);
	k->end = r->end = (uint32_t)p->end;
	return true;
}

/* To libcmark, what is not UTF-8 opens no fence and ends no comment. */
static bool open_verbatim(struct reader *r, const struct piece *p)
{
	size_t bad;

	r->paragraph = -1;
	r->fence = plainblock_fence(p->s);
	r->verbatim = p->s.p[0];
	if (!r->fence && str_find(p->s, S("-->")) != STR_NONE)
		r->verbatim = 0;
	return utf8_valid(p->s, &bad);
}

/* A line of code or of a comment, which is in no block. */
static bool read_verbatim(struct reader *r, const struct piece *p, size_t over)
{
	size_t bad;

	if (r->verbatim == '<' && !utf8_valid(p->s, &bad))
		return false;
	if (r->verbatim == '<' ? str_find(p->s, S("-->")) != STR_NONE
			       : over <= 3 && plainblock_closes(p->s, r->verbatim, r->fence))
		r->verbatim = 0;
	if (lines_skip_indent(p->s, p->quoted).n)
		r->end = (uint32_t)p->end;
	return true;
}

/* Too much indent for anything but text that goes on, or code. */
static bool read_deep(struct reader *r, const struct piece *p, size_t depth)
{
	if (r->paragraph >= 0)
		return p->s.p[0] != '>' && !plainblock_only_marks(p->s) && go_on(r, p);
	close_items(r, depth);
	if (lines_skip_indent(p->s, p->quoted).n)
		r->end = (uint32_t)p->end;
	return true;
}

/* depth: how many of the open items it stands in. */
static bool read_block(struct reader *r, const struct piece *p, enum plainblock kind, size_t depth)
{
	if (kind == PLAIN_TEXT && r->paragraph >= 0)
		return go_on(r, p);
	if (kind == PLAIN_UNSURE || kind == PLAIN_QUOTE)
		return false;
	close_items(r, depth);
	r->end = (uint32_t)p->end;
	switch (kind) {
	case PLAIN_TEXT:
		return add_text(r, BLOCK_TEXT, p->s, p->s, p->end);
	case PLAIN_HEADING:
		return add_heading(r, p);
	case PLAIN_UNDERLINE:
		return underline(r, p);
	case PLAIN_ITEM:
	case PLAIN_HOLLOW:
		return add_item(r, p, kind == PLAIN_HOLLOW);
	case PLAIN_RULE:
		r->paragraph = -1;
		return true;
	default:
		return open_verbatim(r, p);
	}
}

static bool read_blank(struct reader *r, const struct piece *p)
{
	if (r->quote && !p->quoted)
		close_quote(r);
	if (r->hollow && r->items[r->depth - 1].column <= p->indent)
		return false;
	if (r->hollow)
		close_items(r, r->depth - 1);
	r->paragraph = -1;
	return true;
}

static size_t count_items(const struct reader *r, const struct piece *p)
{
	size_t depth = 0;

	while (depth < r->depth && r->items[depth].column <= p->indent)
		depth++;
	return depth;
}

static void skip_indent(struct piece *p, str line)
{
	p->s = lines_skip_indent(line, false);
	p->indent = lines_columns(str_head(line, line.n - p->s.n));
}

/* Takes the mark of a quote off the line, but not where it is code. False where quote and items stand in each other. */
static bool take_quote(struct reader *r, struct piece *p)
{
	if (!p->s.n || p->s.p[0] != '>' || p->indent > 3)
		return true;
	if (!r->quote && r->verbatim && count_items(r, p) == r->depth)
		return true;
	if (!r->quote && r->depth && r->items[0].column <= p->indent)
		return false;
	str line = str_skip(p->s, 1);
	skip_indent(p, str_starts(line, S(" ")) ? str_skip(line, 1) : line);
	p->quoted = true;
	if (!r->quote)
		open_quote(r);
	return str_chr(str_between(line.p, p->s.p), '\t') == STR_NONE;
}

static bool read_piece(struct reader *r, const struct piece *p)
{
	if (p->s.n == 0 && !r->verbatim)
		return read_blank(r, p);
	size_t depth = count_items(r, p), column = depth ? r->items[depth - 1].column : 0;
	bool in = r->quote == p->quoted, below = r->paragraph >= 0 && depth == r->depth && in;
	if (r->verbatim && in && (depth == r->depth || p->s.n == 0))
		return read_verbatim(r, p, p->indent - column);
	r->verbatim = 0;
	if (p->s.n == 0)
		return read_blank(r, p);
	if (r->hollow && depth == r->depth && in)
		return false;
	enum plainblock kind = plainblock_kind(p->s, below);
	if (!in && r->paragraph >= 0 && p->indent > 3 && kind != PLAIN_TEXT)
		return false;
	if (!in && !(r->paragraph >= 0 && kind == PLAIN_TEXT)) {
		close_quote(r);
		depth = column = 0;
	}
	return p->indent - column > 3 ? read_deep(r, p, depth) : read_block(r, p, kind, depth);
}

/* What the guard would count, or more. */
static bool count_run(struct reader *r, str line, const struct piece *p)
{
	bool item = !p->quoted && p->s.p - line.p <= 3 && p->s.n > 1 && lines_is_bullet(p->s.p[0]) &&
		    plainblock_kind(p->s, false) == PLAIN_ITEM;

	r->run = (item || lines_skip_indent(line, false).n == 0 ? 0 : r->run) + line.n;
	return r->run <= r->most && p->indent <= INDENT && plainblock_is_flat(line);
}

/* line: without its end, which is at end. */
static bool read_line(struct reader *r, str line, size_t end)
{
	struct piece p = {.end = end};

	skip_indent(&p, line);
	return take_quote(r, &p) && count_run(r, line, &p) && read_piece(r, &p);
}

/* NUL, and what libcmark takes for a blank and CommonMark does not. */
static bool has_odd_bytes(str s)
{
	return str_chr(s, '\0') != STR_NONE || str_chr(s, '\v') != STR_NONE || str_chr(s, '\f') != STR_NONE;
}

bool plainbody_parse(struct arena *a, struct body *out)
{
	struct reader r = {.arena = a, .body = out, .heading = -1, .paragraph = -1, .outside = -1};
	str all = out->bytes, mark = S("\xEF\xBB\xBF"), rest = str_starts(all, mark) ? str_skip(all, 3) : all;

	r.most = all.n > BODY_RUNS ? RUN : BODY_RUN;
	if (all.n > BODY_BYTES || has_odd_bytes(all) || str_starts(rest, mark))
		return false;
	bool odd_ends = str_chr(all, '\r') != STR_NONE;
	while (rest.n) {
		size_t lf = str_chr(rest, '\n');
		str line = str_head(rest, lf == STR_NONE ? rest.n : lf);
		rest = str_skip(rest, lf == STR_NONE ? rest.n : lf + 1);
		if (odd_ends && lf != STR_NONE && str_ends(line, S("\r")))
			line.n--;
		r.line++;
		if ((odd_ends && str_chr(line, '\r') != STR_NONE) || !read_line(&r, line, (size_t)(rest.p - all.p)))
			return false;
	}
	close_items(&r, 0);
	return true;
}

#include "text/plainfront.h"
#include "text/lines.h"
#include "text/plainscalar.h"
#include "base/utf8.h"
#include <string.h>

#define BYTES ((size_t)64 << 10)
#define DEPTH 8

struct reader {
	struct plainline at; /* the line at hand */
	str rest;            /* the lines behind it */
	str line;            /* what is left of it, without blanks at its ends; absent: no more */
	size_t indent;       /* the column of that, from 0 */
	size_t depth;
};

/* Goes to the next line that is neither blank nor a comment. */
static void advance(struct reader *r)
{
	str raw = {0};

	r->line = (str){0};
	while (!r->line.n && str_line(&r->rest, &raw)) {
		r->at.start = raw.p;
		r->at.number++;
		r->indent = 0;
		while (r->indent < raw.n && raw.p[r->indent] == ' ')
			r->indent++;
		r->line = str_trim(raw);
		if (r->line.n && r->line.p[0] == '#')
			r->line.n = 0;
	}
}

static struct value *new_value(struct reader *r, struct value ***tail)
{
	struct value *v = arena_alloc(r->at.a, sizeof *v);

	**tail = v;
	*tail = &v->next;
	return v;
}

static bool read_map(struct reader *r, struct value *v);
static bool read_list(struct reader *r, struct value *v);

static bool is_item(str line)
{
	return line.n && line.p[0] == '-' && (line.n == 1 || line.p[1] == ' ');
}

static bool read_lines(struct reader *r, struct value *v)
{
	return is_item(r->line) ? read_list(r, v) : read_map(r, v);
}

/* What stands behind the dash: what is more than a text goes on in the lines below, at its own column. */
static bool read_item(struct reader *r, struct value *v)
{
	size_t indent = r->indent;
	str dash = str_head(r->line, 1), s = str_trim(str_skip(r->line, 1));

	if (s.n == 0 || s.p[0] == '#') {
		plainscalar_place(&r->at, v, str_skip(dash, 1));
		advance(r);
		v->kind = VALUE_NULL;
		return !r->line.n || r->indent <= indent;
	}
	r->indent += (size_t)(s.p - dash.p);
	r->line = s;
	if (is_item(s) || plainscalar_is_key(s))
		return read_lines(r, v);
	if (!plainscalar_read(&r->at, v, s))
		return false;
	advance(r);
	return true;
}

/* The items from here on with this indent. */
static bool read_list(struct reader *r, struct value *v)
{
	struct value **tail = &v->first, *item = NULL;
	size_t indent = r->indent;

	if (++r->depth > DEPTH)
		return false;
	plainscalar_place(&r->at, v, r->line);
	v->kind = VALUE_LIST;
	while (r->line.n && r->indent == indent && is_item(r->line)) {
		item = new_value(r, &tail);
		if (!read_item(r, item))
			return false;
		v->end = item->end;
	}
	r->depth--;
	return true;
}

/* What stands below a key whose line ends with the colon. */
static bool read_below(struct reader *r, struct value *v, size_t indent)
{
	advance(r);
	if (r->line.n && (r->indent > indent || (r->indent == indent && is_item(r->line))))
		return read_lines(r, v);
	v->kind = VALUE_NULL;
	return true;
}

/* Lines of one indent without blanks at their ends. */
static bool read_block_lines(struct reader *r, struct value *v, struct strs *lines, size_t indent)
{
	str rest, raw;
	size_t column = 0;

	for (rest = r->rest; str_line(&rest, &raw); r->rest = rest, r->at.number++) {
		str line = str_chomp(raw), text = lines_skip_indent(line, false);
		size_t here = line.n - text.n;
		if (here <= indent && text.n)
			break;
		if (!column)
			column = here;
		if (!text.n || here != column || str_blank(text.p[text.n - 1]) || line.n == raw.n)
			return false;
		strs_add(r->at.a, lines, text);
		v->end = (uint32_t)(text.p + text.n - r->at.yaml.p);
	}
	return lines->n > 0;
}

/* mark: > or |, >- or |- */
static bool read_block(struct reader *r, struct value *v, str mark, size_t indent)
{
	struct strs lines = {0};

	plainscalar_place(&r->at, v, mark);
	if (!read_block_lines(r, v, &lines, indent))
		return false;
	str text = strs_join(r->at.a, lines, mark.p[0] == '|' ? S("\n") : S(" "));
	plainscalar_text(&r->at, v, mark.n == 1 ? arena_join(r->at.a, text, S("\n")) : text, mark.p[0]);
	advance(r);
	return true;
}

static bool is_block(str s)
{
	return (s.p[0] == '>' || s.p[0] == '|') && (s.n == 1 || (s.n == 2 && s.p[1] == '-'));
}

static bool read_pair(struct reader *r, struct value *v)
{
	size_t indent = r->indent;
	str s;

	if (!plainscalar_key(&r->at, v, r->line, &s))
		return false;
	if (s.n == 0 || s.p[0] == '#')
		return read_below(r, v, indent);
	if (is_block(s))
		return read_block(r, v, s, indent);
	if (!plainscalar_read(&r->at, v, s))
		return false;
	advance(r);
	return true;
}

/* The lines from here on with this indent. */
static bool read_map(struct reader *r, struct value *map)
{
	struct value **tail = &map->first;
	size_t indent = r->indent;

	if (++r->depth > DEPTH)
		return false;
	plainscalar_place(&r->at, map, r->line);
	map->kind = VALUE_MAP;
	while (r->line.n && r->indent == indent) {
		struct value *v = new_value(r, &tail);
		if (!read_pair(r, v))
			return false;
		map->end = v->end;
	}
	r->depth--;
	plainscalar_mark_twice(map);
	return !r->line.n || r->indent < indent;
}

/* s: begins with no printable ASCII. What YAML forbids or takes for a line end, and tabs. */
static bool is_odd(str s)
{
	unsigned char c = (unsigned char)s.p[0], next = s.n > 1 ? (unsigned char)s.p[1] : 0;

	switch (c) {
	case '\r':
		return next != '\n';
	case 0xC2: /* U+0080 to U+009F */
		return next < 0xA0;
	case 0xE2:
		return str_starts(s, S("\xE2\x80\xA8")) || str_starts(s, S("\xE2\x80\xA9"));
	case 0xEF:
		return str_starts(s, S("\xEF\xBB\xBF")) || str_starts(s, S("\xEF\xBF\xBE")) ||
		       str_starts(s, S("\xEF\xBF\xBF"));
	default:
		return c < ' ' || c == 0x7F;
	}
}

#define AT_ONCE 32

/* Whether those bytes are printable ASCII and line ends; without a branch, as compilers like it. */
static bool are_usual(const char *p)
{
	unsigned char odd = 0;

	for (size_t i = 0; i < AT_ONCE; i++)
		odd |= (unsigned char)((unsigned char)(p[i] - 32) > 94) & (unsigned char)(p[i] != 10);
	return !odd;
}

static bool has_odd_bytes(str s)
{
	bool ascii = true;
	size_t bad;

	for (size_t i = 0; i < s.n; i++) {
		while (s.n - i > AT_ONCE && are_usual(s.p + i))
			i += AT_ONCE;
		if ((s.p[i] >= ' ' && s.p[i] < 0x7F) || s.p[i] == '\n')
			continue;
		if (is_odd(str_skip(s, i)))
			return true;
		ascii &= (s.p[i] & 0x80) == 0;
	}
	return !ascii && !utf8_valid(s, &bad);
}

bool plainfront_parse(struct arena *a, size_t line, struct front *out)
{
	struct reader r = {.at = {a, out->yaml, NULL, line - 1}, .rest = out->yaml};

	if (out->yaml.n > BYTES || has_odd_bytes(out->yaml))
		return false;
	advance(&r);
	out->root = arena_alloc(a, sizeof *out->root);
	return r.line.n && r.indent == 0 && read_map(&r, out->root) && !r.line.n;
}

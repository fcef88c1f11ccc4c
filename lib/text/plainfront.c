#include "text/plainfront.h"
#include "text/lines.h"
#include "base/utf8.h"
#include <string.h>

#define BYTES ((size_t)16 << 10)
#define KEYS  48 /* of one map: each is compared with those before it */
#define DEPTH 8

struct reader {
	struct arena *a;
	str yaml, rest;
	str line;              /* the line at hand, without its indent and blanks at its end; absent: no more */
	size_t number, indent; /* in the file; columns */
	size_t depth;
	bool commented; /* comments stand before it */
};

/* Goes to the next line that is neither blank nor a comment. */
static void advance(struct reader *r)
{
	str raw = {0};

	r->line = (str){0};
	r->commented = false;
	while (!r->line.n && str_line(&r->rest, &raw)) {
		r->number++;
		r->indent = 0;
		while (r->indent < raw.n && raw.p[r->indent] == ' ')
			r->indent++;
		r->line = str_trim(raw);
		if (r->line.n && r->line.p[0] == '#') {
			r->line.n = 0;
			r->commented = true;
		}
	}
}

static uint32_t offset(const struct reader *r, const char *p)
{
	return (uint32_t)(p - r->yaml.p);
}

/* The value that s, all of it, is written as; a value of a map has its line and column from the key. */
static void set_place(const struct reader *r, struct value *v, str s)
{
	v->at = offset(r, s.p);
	v->end = offset(r, s.p + s.n);
	if (!v->key.p) {
		v->line = (uint32_t)r->number;
		v->col = (uint32_t)(s.p - r->line.p + (ptrdiff_t)r->indent + 1);
	}
}

static struct value *new_value(struct reader *r, struct value ***tail)
{
	struct value *v = arena_alloc(r->a, sizeof *v);

	**tail = v;
	*tail = &v->next;
	return v;
}

static bool set_text(struct reader *r, struct value *v, str text, char style)
{
	v->style = style;
	if (!style && front_is_null(text)) {
		v->kind = VALUE_NULL;
		return true;
	}
	v->kind = VALUE_TEXT;
	v->text = arena_dup(r->a, text);
	return true;
}

/* s: not empty, without blanks at its ends. */
static bool read_plain(struct reader *r, struct value *v, str s)
{
	if (strchr("-?:,[]{}#&*!|>'\"%@`", s.p[0]) || s.p[s.n - 1] == ':' || str_find(s, S(": ")) != STR_NONE)
		return false;
	set_place(r, v, s);
	return set_text(r, v, s, 0);
}

/* The length of the quoted text that s begins with; 0: not a simple one. */
static size_t quoted(str s)
{
	size_t close = str_chr(str_skip(s, 1), s.p[0]);

	if (close == STR_NONE || (s.p[0] == '"' && str_chr(str_head(s, close + 1), '\\') != STR_NONE))
		return 0;
	return close + 2;
}

static bool read_quoted(struct reader *r, struct value *v, str s)
{
	set_place(r, v, s);
	return set_text(r, v, str_head(str_skip(s, 1), s.n - 2), s.p[0]);
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

/* Behind a value. */
static bool only_comment(str s)
{
	str text = str_trim(s);

	return text.n == 0 || (text.p[0] == '#' && text.p > s.p);
}

/* s: from the value's first byte to the end of the line. */
static bool read_scalar(struct reader *r, struct value *v, str s)
{
	if (is_quote(s.p[0])) {
		size_t n = quoted(s);
		return n && only_comment(str_skip(s, n)) && read_quoted(r, v, str_head(s, n));
	}
	size_t comment = str_find(s, S(" #"));
	return read_plain(r, v, str_trim(comment == STR_NONE ? s : str_head(s, comment)));
}

/* Takes an item of a list in brackets off *rest, and the blanks behind it. */
static bool read_flow_item(struct reader *r, struct value *v, str *rest)
{
	size_t n = is_quote(rest->p[0]) ? quoted(*rest) : 0;
	bool good;

	if (n) {
		good = read_quoted(r, v, str_head(*rest, n));
	} else {
		while (n < rest->n && !strchr(",[]{}:?#", rest->p[n]))
			n++;
		str item = str_trim(str_head(*rest, n));
		good = item.n && read_plain(r, v, item);
	}
	*rest = str_trim(str_skip(*rest, n));
	return good && rest->n;
}

/* [a, "b"]: on one line. */
static bool read_flow(struct reader *r, struct value *v, str s)
{
	struct value **tail = &v->first;
	str rest = str_trim(str_skip(s, 1));

	while (rest.n && (rest.p[0] != ']' || v->first)) {
		if (!read_flow_item(r, new_value(r, &tail), &rest))
			return false;
		if (rest.p[0] == ']')
			break;
		if (rest.p[0] != ',')
			return false;
		rest = str_trim(str_skip(rest, 1));
	}
	if (!rest.n || !only_comment(str_skip(rest, 1)))
		return false;
	set_place(r, v, str_between(s.p, rest.p + 1));
	v->kind = VALUE_LIST;
	v->style = '[';
	return true;
}

static bool is_item(str line)
{
	return line.n > 1 && line.p[0] == '-' && line.p[1] == ' ';
}

/* The lines "- text" from here on with this indent. */
static bool read_list(struct reader *r, struct value *v)
{
	struct value **tail = &v->first, *item = NULL;
	size_t indent = r->indent;

	set_place(r, v, r->line);
	v->kind = VALUE_LIST;
	while (r->line.n && r->indent == indent && is_item(r->line)) {
		item = new_value(r, &tail);
		if (!read_scalar(r, item, str_trim(str_skip(r->line, 2))))
			return false;
		v->end = item->end;
		advance(r);
	}
	return true;
}

static bool read_map(struct reader *r, struct value *v);

/* What stands below a key whose line ends with the colon. */
static bool read_below(struct reader *r, struct value *v, size_t indent)
{
	uint32_t colon = v->key_end;

	advance(r);
	if (r->line.n && r->indent >= indent && is_item(r->line))
		return read_list(r, v);
	if (r->line.n && r->indent > indent)
		return read_map(r, v);
	v->kind = VALUE_NULL;
	v->at = v->end = colon + 1;
	return !r->commented;
}

static bool is_key_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

static bool read_key(struct reader *r, struct value *v)
{
	size_t n = 0;

	while (n < r->line.n && is_key_byte(r->line.p[n]))
		n++;
	if (n == 0 || n > 64 || n == r->line.n || r->line.p[0] == '-' || r->line.p[n] != ':')
		return false;
	set_place(r, v, str_head(r->line, n));
	v->key = arena_dup(r->a, str_head(r->line, n));
	v->key_at = v->at;
	v->key_end = v->end;
	return n + 1 == r->line.n || r->line.p[n + 1] == ' ';
}

/* > or |, and lines of one indent without blanks at their ends. */
static bool read_block(struct reader *r, struct value *v, str mark, size_t indent)
{
	struct strs lines = {0};
	str rest, raw;
	size_t column = 0;

	set_place(r, v, mark);
	for (rest = r->rest; str_line(&rest, &raw); r->rest = rest, r->number++) {
		str line = str_chomp(raw), text = lines_skip_indent(line, false);
		size_t here = line.n - text.n;
		if (here <= indent && text.n)
			break;
		if (!column)
			column = here;
		if (!text.n || here != column || str_blank(text.p[text.n - 1]) || line.n == raw.n)
			return false;
		strs_add(r->a, &lines, text);
		v->end = offset(r, text.p + text.n);
	}
	strs_add(r->a, &lines, S(""));
	str folded = strs_join(r->a, (struct strs){lines.v, lines.n - 1}, S(" "));
	str text = mark.p[0] == '|' ? strs_join(r->a, lines, S("\n")) : arena_join(r->a, folded, S("\n"));
	advance(r);
	return lines.n > 1 && set_text(r, v, text, mark.p[0]);
}

static bool read_pair(struct reader *r, struct value *v)
{
	size_t indent = r->indent;

	if (!read_key(r, v))
		return false;
	str s = str_trim(str_skip(r->line, v->key.n + 1));
	if (s.n == 0)
		return read_below(r, v, indent);
	if (s.n == 1 && (s.p[0] == '>' || s.p[0] == '|'))
		return read_block(r, v, s, indent);
	if (!(s.p[0] == '[' ? read_flow(r, v, s) : read_scalar(r, v, s)))
		return false;
	advance(r);
	return true;
}

/* The lines from here on with this indent. */
static bool read_map(struct reader *r, struct value *map)
{
	struct value **tail = &map->first;
	size_t indent = r->indent, keys = 0;

	if (++r->depth > DEPTH)
		return false;
	set_place(r, map, r->line);
	map->kind = VALUE_MAP;
	while (r->line.n && r->indent == indent) {
		struct value *v = new_value(r, &tail);
		if (++keys > KEYS || !read_pair(r, v))
			return false;
		for (const struct value *o = map->first; o != v && !v->duplicate; o = o->next)
			v->duplicate = str_eq(o->key, v->key);
		map->end = v->end;
	}
	r->depth--;
	return !r->line.n || r->indent < indent;
}

/* Bytes that YAML forbids or takes for line ends, and tabs; among what is not ASCII a few more than need be. */
static bool has_odd_bytes(str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if ((c >= ' ' && c < 0x7F) || c == '\n')
			continue;
		unsigned char next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
		if (c == 0xEF || (c == 0xC2 && next < 0xA0) || (c == 0xE2 && next == 0x80))
			return true;
		if ((c < ' ' && !(c == '\r' && next == '\n')) || c == 0x7F)
			return true;
	}
	return false;
}

bool plainfront_parse(struct arena *a, size_t line, struct front *out)
{
	struct reader r = {.a = a, .yaml = out->yaml, .rest = out->yaml, .number = line - 1};
	size_t bad;

	if (out->yaml.n > BYTES || has_odd_bytes(out->yaml) || !utf8_valid(out->yaml, &bad))
		return false;
	advance(&r);
	out->root = arena_alloc(a, sizeof *out->root);
	return r.line.n && r.indent == 0 && read_map(&r, out->root) && !r.line.n;
}

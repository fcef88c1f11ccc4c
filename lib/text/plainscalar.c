#include "text/plainscalar.h"
#include "base/map.h"
#include <string.h>

#define KEY      256 /* bytes; libyaml gives up above 1024 characters */
#define FEW_KEYS 16  /* of one map are compared with each other; more go into a table */
#define NESTED   4   /* lists and maps in such, on one line */

static uint32_t offset(const struct plainline *l, const char *p)
{
	return (uint32_t)(p - l->yaml.p);
}

void plainscalar_place(const struct plainline *l, struct value *v, str s)
{
	v->at = offset(l, s.p);
	v->end = offset(l, s.p + s.n);
	if (!v->key.p) {
		v->line = (uint32_t)l->number;
		v->col = (uint32_t)(s.p - l->start + 1);
	}
}

void plainscalar_text(const struct plainline *l, struct value *v, str text, char style)
{
	v->style = style;
	v->kind = !style && front_is_null(text) ? VALUE_NULL : VALUE_TEXT;
	if (v->kind == VALUE_TEXT)
		v->text = arena_dup(l->a, text);
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

static bool is_flow(str s)
{
	return s.p[0] == '[' || s.p[0] == '{';
}

/* One of 64 marks, by what most keys differ in. */
static uint64_t mark_of(str key)
{
	unsigned char first = (unsigned char)key.p[0], last = (unsigned char)key.p[key.n - 1];

	return (uint64_t)1 << ((first * 5 + last + key.n * 11) & 63);
}

/* Keys with a mark of their own are compared with none. */
void plainscalar_mark_twice(struct value *map)
{
	struct map seen = {0};
	uint64_t marks = 0;
	size_t keys = 0;

	for (struct value *v = map->first; v; v = v->next) {
		uint64_t mark = v->key.n ? mark_of(v->key) : 1;
		if (++keys == FEW_KEYS + 1)
			for (struct value *o = map->first; o != v; o = o->next)
				map_put(&seen, o->key, o);
		if (keys > FEW_KEYS) {
			v->duplicate = map_get(&seen, v->key) != NULL;
			map_put(&seen, v->key, v);
			continue;
		}
		if (marks & mark)
			for (const struct value *o = map->first; o != v && !v->duplicate; o = o->next)
				v->duplicate = str_eq(o->key, v->key);
		marks |= mark;
	}
	map_release(&seen);
}

/* The length of the quoted text that s begins with; 0: it ends on another line. */
static size_t quoted(str s)
{
	char quote = s.p[0];

	for (size_t i = 1; i < s.n; i++) {
		if (s.p[i] == quote && !(quote == '\'' && i + 1 < s.n && s.p[i + 1] == quote))
			return i + 1;
		if (s.p[i] == quote || (s.p[i] == '\\' && quote == '"'))
			i++;
	}
	return 0;
}

static size_t encode(char *out, uint32_t c)
{
	size_t more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
	static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};

	for (size_t i = more; i > 0; i--, c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3F));
	out[0] = (char)(lead[more] | c);
	return more + 1;
}

static bool read_hex(str s, size_t digits, uint32_t *c)
{
	*c = 0;
	for (size_t i = 0; i < digits; i++) {
		const char *at = i < s.n && s.p[i] ? strchr("0123456789abcdefABCDEF", s.p[i]) : NULL;
		if (!at)
			return false;
		uint32_t digit = (uint32_t)(at - "0123456789abcdefABCDEF");
		*c = *c << 4 | (digit > 15 ? digit - 6 : digit);
	}
	return *c && *c < 0x110000 && !(*c >= 0xD800 && *c < 0xE000);
}

/* s: behind the backslash. Its bytes, or 0: not one of the common escapes. */
static size_t read_escape(str s, uint32_t *c)
{
	static const char letters[] = "ntr\"\\ abefv", meant[] = "\n\t\r\"\\ \a\b\x1B\f\v";
	size_t digits = s.p[0] == 'x' ? 2 : s.p[0] == 'u' ? 4 : s.p[0] == 'U' ? 8 : 0;

	if (digits)
		return read_hex(str_skip(s, 1), digits, c) ? digits + 1 : 0;
	const char *at = s.p[0] ? strchr(letters, s.p[0]) : NULL;
	*c = at ? (unsigned char)meant[at - letters] : 0;
	return at ? 1 : 0;
}

/* s: with its quotes. */
static bool unquote(struct arena *a, str s, str *text)
{
	char quote = s.p[0], *out;
	size_t n = 0;

	s = str_head(str_skip(s, 1), s.n - 2);
	*text = s;
	if (str_chr(s, quote == '"' ? '\\' : quote) == STR_NONE)
		return true;
	out = arena_alloc(a, s.n + 1);
	while (s.n) {
		uint32_t c = 0;
		bool escape = s.p[0] == '\\' && quote == '"';
		size_t used = escape ? read_escape(str_skip(s, 1), &c) : 0;
		if (escape && !used)
			return false;
		if (escape)
			n += encode(out + n, c);
		else
			out[n++] = s.p[0];
		s = str_skip(s, escape ? used + 1 : s.p[0] == quote ? 2 : 1);
	}
	*text = (str){out, n};
	return true;
}

/* s: with its quotes. */
static bool read_quoted(const struct plainline *l, struct value *v, str s)
{
	str text;

	if (!unquote(l->a, s, &text))
		return false;
	plainscalar_place(l, v, s);
	plainscalar_text(l, v, text, s.p[0]);
	return true;
}

/* Whether a plain text may begin so: not with a mark of YAML, but with - if no blank follows. */
static bool starts_plain(str s)
{
	if (s.p[0] == '-')
		return s.n > 1 && s.p[1] != ' ';
	return !strchr("?:,[]{}#&*!|>'\"%@`", s.p[0]);
}

/* s: not empty, without blanks at its ends. */
static bool read_plain(const struct plainline *l, struct value *v, str s)
{
	if (!starts_plain(s) || s.p[s.n - 1] == ':' || str_find(s, S(": ")) != STR_NONE)
		return false;
	plainscalar_place(l, v, s);
	plainscalar_text(l, v, s, 0);
	return true;
}

/* Where a comment behind a value begins, by its blank; else its length. */
static size_t comment_start(str s)
{
	for (size_t from = 0, at; (at = str_chr(str_skip(s, from), '#')) != STR_NONE; from += at + 1)
		if (from + at > 0 && s.p[from + at - 1] == ' ')
			return from + at - 1;
	return s.n;
}

/* Behind a value. */
static bool only_comment(str s)
{
	str text = str_trim(s);

	return text.n == 0 || (text.p[0] == '#' && text.p > s.p);
}

/* Whether a plain text in brackets ends with that byte; where it may go on all the same, too. */
static bool ends_flow(str s, size_t n)
{
	switch (s.p[n]) {
	case ',':
	case '[':
	case ']':
	case '{':
	case '}':
	case '?':
		return true;
	case '#':
		return n == 0 || s.p[n - 1] == ' ';
	case ':':
		return n + 1 == s.n || strchr(" ,?[]{}:", s.p[n + 1]);
	default:
		return false;
	}
}

static size_t flow_end(str s)
{
	size_t n = 0;

	while (n < s.n && !ends_flow(s, n))
		n++;
	return n;
}

static bool read_flow(const struct plainline *l, struct value *v, str *rest, size_t depth);

/* Takes an item of a list in brackets off *rest, and the blanks behind it. */
static bool read_flow_item(const struct plainline *l, struct value *v, str *rest, size_t depth)
{
	size_t n = is_quote(rest->p[0]) ? quoted(*rest) : 0;
	bool good;

	if (is_flow(*rest)) {
		good = read_flow(l, v, rest, depth + 1);
	} else if (n) {
		good = read_quoted(l, v, str_head(*rest, n));
		*rest = str_skip(*rest, n);
	} else {
		str item = str_trim(str_head(*rest, flow_end(*rest)));
		good = item.n && read_plain(l, v, item);
		*rest = str_skip(*rest, item.n);
	}
	*rest = str_trim(*rest);
	return good && rest->n;
}

static bool read_flow_key(const struct plainline *l, struct value *v, str *rest)
{
	struct value key = {0};

	if (!rest->n || is_flow(*rest) || !read_flow_item(l, &key, rest, 0))
		return false;
	if (key.end - key.at > KEY || !str_starts(*rest, S(": ")))
		return false;
	*v = (struct value){.key = key.text, .key_at = key.at, .key_end = key.end, .line = key.line, .col = key.col};
	*rest = str_trim(str_skip(*rest, 1));
	return key.kind == VALUE_TEXT && rest->n;
}

/* Up to the bracket that closes it. */
static bool read_flow_items(const struct plainline *l, struct value *in, str *rest, size_t depth)
{
	struct value **tail = &in->first;
	char close = in->kind == VALUE_MAP ? '}' : ']';

	while (rest->n && (rest->p[0] != close || in->first)) {
		struct value *v = arena_alloc(l->a, sizeof *v);
		if (in->kind == VALUE_MAP && !read_flow_key(l, v, rest))
			return false;
		*tail = v;
		tail = &v->next;
		if (!read_flow_item(l, v, rest, depth))
			return false;
		if (rest->p[0] == close)
			break;
		if (rest->p[0] != ',')
			return false;
		*rest = str_trim(str_skip(*rest, 1));
	}
	if (in->kind == VALUE_MAP)
		plainscalar_mark_twice(in);
	return rest->n;
}

/* Takes [a, "b", [c]] or {a: b} off *rest. */
static bool read_flow(const struct plainline *l, struct value *v, str *rest, size_t depth)
{
	const char *open = rest->p;

	v->kind = *open == '{' ? VALUE_MAP : VALUE_LIST;
	v->style = *open;
	*rest = str_trim(str_skip(*rest, 1));
	if (depth > NESTED || !read_flow_items(l, v, rest, depth))
		return false;
	plainscalar_place(l, v, str_between(open, rest->p + 1));
	if (v->kind == VALUE_LIST)
		front_make_link(l->a, l->yaml, v);
	*rest = str_skip(*rest, 1);
	return true;
}

bool plainscalar_read(const struct plainline *l, struct value *v, str s)
{
	if (is_flow(s))
		return read_flow(l, v, &s, 0) && only_comment(s);
	if (is_quote(s.p[0])) {
		size_t n = quoted(s);
		return n && only_comment(str_skip(s, n)) && read_quoted(l, v, str_head(s, n));
	}
	return read_plain(l, v, str_trim(str_head(s, comment_start(s))));
}

/* The bytes of the key before the colon, blanks behind it included; STR_NONE: there is none. */
static size_t key_end(str s)
{
	size_t n = 0;

	if (is_quote(s.p[0])) {
		n = quoted(s);
		while (n && n < s.n && s.p[n] == ' ')
			n++;
		return n && n < s.n && s.p[n] == ':' ? n : STR_NONE;
	}
	for (; n < s.n && !(s.p[n] == '#' && n && s.p[n - 1] == ' '); n++)
		if (s.p[n] == ':' && (n + 1 == s.n || s.p[n + 1] == ' '))
			return n;
	return STR_NONE;
}

bool plainscalar_is_key(str s)
{
	return key_end(s) != STR_NONE;
}

bool plainscalar_key(const struct plainline *l, struct value *v, str s, str *rest)
{
	size_t n = key_end(s);
	str key = str_trim(str_head(s, n)), text = key;

	if (n == STR_NONE || n > KEY || (n + 1 < s.n && s.p[n + 1] != ' '))
		return false;
	if (is_quote(s.p[0]) ? !unquote(l->a, key, &text)
			     : !key.n || s.p[0] == '.' || s.p[0] == '-' || !starts_plain(s))
		return false;
	plainscalar_place(l, v, key);
	v->key = arena_dup(l->a, text);
	v->key_at = v->at;
	v->key_end = v->end;
	v->at = v->end = offset(l, s.p + n + 1);
	*rest = str_trim(str_skip(s, n + 1));
	return true;
}

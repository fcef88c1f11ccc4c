#include "text/definition.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "text/target.h"

#define LABEL_MOST 999 /* bytes, as in CommonMark */

static char char_at(str s, size_t at)
{
	return at < s.n ? s.p[at] : 0;
}

static size_t skip_blanks(str s, size_t at)
{
	while (str_blank(char_at(s, at)))
		at++;
	return at;
}

/* Behind the line's end; STR_NONE: there is more on the line. */
static size_t line_end(str s, size_t at)
{
	at = skip_blanks(s, at);
	if (at < s.n && !str_eol(s.p[at]))
		return STR_NONE;
	if (char_at(s, at) == '\r' && char_at(s, at + 1) == '\n')
		at++;
	return at < s.n ? at + 1 : at;
}

/* Blanks, and at most one line end among them. */
static size_t skip_gap(str s, size_t at, bool quoted)
{
	size_t next = line_end(s, at);

	if (next == STR_NONE)
		return skip_blanks(s, at);
	return (size_t)(lines_skip_indent(str_skip(s, next), quoted).p - s.p);
}

size_t definition_label(str s, size_t at)
{
	size_t start = at + 1, end = start;

	if (char_at(s, at) != '[')
		return 0;
	while (end < s.n && end - start <= LABEL_MOST && s.p[end] != ']' && s.p[end] != '[')
		end += s.p[end] == '\\' ? 2 : 1;
	if (char_at(s, end) != ']' || end - start > LABEL_MOST || !str_trim(str_between(s.p + start, s.p + end)).n)
		return 0;
	return end + 1;
}

bool definition_read(str s, bool quoted, struct definition *out, size_t *length)
{
	size_t label = definition_label(s, 0), at = skip_gap(s, label + 1, quoted);

	if (!label || char_at(s, label) != ':' || !target_read(s, &at, &out->target))
		return false;
	out->label = str_between(s.p + 1, s.p + label - 1);
	*length = line_end(s, at);
	size_t title = skip_gap(s, at, quoted);
	if (title > at && target_title(s, &title) && line_end(s, title) != STR_NONE)
		*length = line_end(s, title);
	return *length != STR_NONE;
}

static str key_of(struct arena *a, str label)
{
	char *p = arena_alloc(a, label.n + 1);
	size_t n = 0;

	label = str_trim(label);
	for (size_t i = 0; i < label.n; i++) {
		bool blank = str_blank(label.p[i]) || str_eol(label.p[i]);
		if (!blank || p[n - 1] != ' ')
			p[n++] = blank ? ' ' : label.p[i];
	}
	return utf8_fold(a, (str){p, n});
}

/* A line without the marks of the quotes and items that it begins. */
static str unmarked(str line, bool *quoted)
{
	size_t n;

	*quoted = false;
	while ((n = lines_marker(line = lines_skip_indent(line, false)))) {
		*quoted |= line.p[0] == '>';
		line = str_skip(line, n);
	}
	return line;
}

static int by_key(const void *x, const void *y)
{
	return str_cmp((*(const struct definition *const *)x)->key, (*(const struct definition *const *)y)->key);
}

static int key_to(const void *x, const void *key)
{
	return str_cmp((*(const struct definition *const *)x)->key, *(const str *)key);
}

void definitions_find(struct arena *a, const struct lines *l, const bool *other, struct definitions *out)
{
	size_t run = 0, length;
	struct definition d;
	bool quoted;

	for (size_t n = 1; n <= l->n; n++) {
		str line = unmarked(lines_get(l, n), &quoted);
		if (other[n] || !line.n || line.p[0] != '[')
			continue;
		for (run = run > n ? run : n; run < l->n && !other[run + 1] && str_trim(lines_get(l, run + 1)).n;)
			run++;
		if (!definition_read(str_between(line.p, l->bytes.p + l->starts[run]), quoted, &d, &length))
			continue;
		while (n < l->n && l->bytes.p + l->starts[n] < line.p + length)
			n++;
		if (d.label.p[0] == '^')
			continue;
		d.key = key_of(a, d.label);
		out->v = arena_more(a, out->v, out->n, sizeof *out->v);
		out->v[out->n++] = d;
	}
	out->by_key = arena_array(a, out->n, sizeof *out->by_key);
	for (size_t i = 0; i < out->n; i++)
		out->by_key[i] = &out->v[i];
	sorted_sort(out->by_key, out->n, sizeof *out->by_key, by_key);
}

const struct definition *definitions_get(const struct definitions *d, struct arena *scratch, str label)
{
	str key = key_of(scratch, label);
	size_t at = sorted_first(d->by_key, d->n, sizeof *d->by_key, &key, key_to);

	return at < d->n && str_eq(d->by_key[at]->key, key) ? d->by_key[at] : NULL;
}

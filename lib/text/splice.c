#include "text/splice.h"
#include "base/buf.h"
#include "text/yamlplace.h"
#include <string.h>

#define MAP_INDENT 2

static const struct splice nowhere = {.at = STR_NONE};

static str part(str yaml, size_t at, size_t end)
{
	return str_head(str_skip(yaml, at), end - at);
}

static str eol_at(const struct splice_layout *l, size_t at)
{
	str eol = part(l->yaml, yamlplace_line_end(l->yaml, at), yamlplace_next_line(l->yaml, at));

	return eol.n ? eol : l->eol;
}

/* Where the lines of what ends there end, with the comments below that are indented deeper. */
static size_t lines_end(str yaml, size_t end, size_t indent)
{
	size_t at = yamlplace_next_line(yaml, end);

	while (at < yaml.n) {
		size_t text = yamlplace_skip_blanks(yaml, at);
		if (text >= yaml.n || yaml.p[text] != '#' || text - at <= indent)
			break;
		at = yamlplace_next_line(yaml, at);
	}
	return at;
}

const struct value *splice_sample(const struct value *v, bool *flow)
{
	if (v->kind == VALUE_LIST && v->first && !v->style)
		return v;
	if (v->kind == VALUE_LIST && v->first)
		*flow = true;
	for (const struct value *i = v->kind == VALUE_MAP ? v->first : NULL; i; i = i->next) {
		const struct value *list = splice_sample(i, flow);
		if (list)
			return list;
	}
	return NULL;
}

struct splice_layout splice_layout(struct arena *a, str yaml, str eol, const struct value *list)
{
	struct splice_layout l = {a, yaml, eol, 2, 1};
	size_t key, gap;

	if (!list || list->anchored)
		return l;
	key = yamlplace_column(yaml, list->key_at);
	if (yamlplace_column(yaml, list->at) >= key)
		l.indent = yamlplace_column(yaml, list->at) - key;
	gap = list->first->at - list->at - 1;
	if (gap > 0 && !str_trim(str_head(str_skip(yaml, list->at + 1), gap)).n &&
		yamlplace_column(yaml, list->first->at) > gap)
		l.gap = gap;
	return l;
}

static size_t start_of(const struct value *v)
{
	return v->key.p ? v->key_at : v->at;
}

static bool is_block(const struct value *v)
{
	return v->kind == VALUE_TEXT ? v->style == '|' || v->style == '>' : v->first && !v->style;
}

static struct splice done(const struct splice_layout *l, struct buf *b, size_t at, size_t end)
{
	return (struct splice){at, end, arena_take(l->a, b)};
}

static void add_blanks(struct buf *b, size_t n)
{
	while (n-- > 0)
		buf_putc(b, ' ');
}

/* true, false and numbers that read back as they were written: as a key's value nobody quotes them. */
static bool is_bare(str s)
{
	long number;

	if (str_eq(s, S("true")) || str_eq(s, S("false")) || str_eq(s, S("0")))
		return true;
	return s.n && s.n < 10 && s.p[0] >= '1' && s.p[0] <= '9' && str_long(s, &number);
}

static void add_inline(const struct splice_layout *l, struct buf *b, const struct value *v, bool flow)
{
	bool map = v->kind == VALUE_MAP;

	if (v->kind == VALUE_TEXT) {
		bool bare = v->key.p && v->style != '"' && v->style != '\'' && is_bare(v->text);
		buf_add(b, bare ? v->text : front_quote_as(l->a, v->text, v->style, flow));
		return;
	}
	buf_putc(b, map ? '{' : '[');
	for (const struct value *i = v->first; i; i = i->next) {
		if (i != v->first)
			buf_puts(b, ", ");
		if (map) {
			buf_add(b, front_quote(l->a, i->key, true));
			buf_puts(b, ": ");
		}
		add_inline(l, b, i, true);
	}
	buf_putc(b, map ? '}' : ']');
}

/* What follows "key:" in its line. */
static void add_head(const struct splice_layout *l, struct buf *b, const struct value *v, bool flow)
{
	if (!is_block(v)) {
		buf_putc(b, ' ');
		add_inline(l, b, v, flow);
	} else if (v->kind == VALUE_TEXT) {
		buf_puts(b, " |");
		if (!str_ends(v->text, S("\n")))
			buf_putc(b, '-');
	}
}

static void add_literal(struct buf *b, str text, size_t indent, str eol)
{
	str line;

	if (str_ends(text, S("\n")))
		text.n--;
	while (str_cut(&text, '\n', &line)) {
		buf_add(b, eol);
		if (line.n)
			add_blanks(b, indent);
		buf_add(b, line);
	}
}

/* The lines below "key:", each with the line end before it. */
static void add_lines(const struct splice_layout *l, struct buf *b, const struct value *v, size_t indent, str eol)
{
	if (!is_block(v))
		return;
	indent += v->kind == VALUE_LIST ? l->indent : MAP_INDENT;
	if (v->kind == VALUE_TEXT)
		add_literal(b, v->text, indent, eol);
	for (const struct value *i = v->first; i; i = i->next) {
		buf_add(b, eol);
		add_blanks(b, indent);
		if (v->kind == VALUE_LIST) {
			buf_putc(b, '-');
			add_blanks(b, l->gap);
			add_inline(l, b, i, false);
		} else {
			buf_add(b, front_quote(l->a, i->key, false));
			buf_putc(b, ':');
			add_head(l, b, i, false);
			add_lines(l, b, i, indent, eol);
		}
	}
}

/* The comment in the line of the key, which stays. */
static str comment_beside(str yaml, const struct value *v, size_t colon)
{
	size_t at = is_block(v) ? colon : v->end;

	if (v->kind == VALUE_TEXT && is_block(v))
		for (at = v->at; at < yaml.n && !str_blank(yaml.p[at]) && !str_eol(yaml.p[at]);)
			at++;
	str comment = part(yaml, at, yamlplace_line_end(yaml, at));
	return str_trim(comment).n ? comment : S("");
}

struct splice splice_value(
	const struct splice_layout *l, const struct value *map, const struct value *old, const struct value *want)
{
	struct buf b = {0};
	bool flow = map->style == '{';
	size_t colon = yamlplace_skip_blanks(l->yaml, old->key_end) + 1;

	if (!is_block(old) && !is_block(want)) {
		if (old->at > 0 && l->yaml.p[old->at - 1] == ':')
			buf_putc(&b, ' ');
		add_inline(l, &b, want, flow);
		return done(l, &b, old->at, old->end);
	}
	if (colon > l->yaml.n || l->yaml.p[colon - 1] != ':')
		return nowhere;
	add_head(l, &b, want, flow);
	buf_add(&b, comment_beside(l->yaml, old, colon));
	add_lines(l, &b, want, yamlplace_indent(l->yaml, old->key_at), eol_at(l, old->key_at));
	return done(l, &b, colon, yamlplace_line_end(l->yaml, old->end));
}

/* Flow over several lines: want on a line of its own, below the last item's, a comment there stays where it is. */
static struct splice flow_add_line(const struct splice_layout *l, struct buf *b, size_t last_end, str gap, str item)
{
	size_t end = yamlplace_line_end(l->yaml, last_end);
	str rest = part(l->yaml, last_end, end), tail = str_trim(rest);
	bool comma = str_starts(tail, S(","));

	if (tail.n && !comma && tail.p[0] != '#') {
		rest.n = 0;
		end = last_end;
	}
	if (!comma)
		buf_putc(b, ',');
	buf_add(b, rest);
	buf_add(b, gap);
	buf_add(b, item);
	if (comma)
		buf_putc(b, ',');
	return done(l, b, last_end, end);
}

static struct splice flow_insert(
	const struct splice_layout *l, const struct value *into, const struct value *last, const struct value *want)
{
	struct buf b = {0};
	size_t from;
	str gap;

	if (into->kind == VALUE_MAP) {
		buf_add(&b, front_quote(l->a, want->key, true));
		buf_puts(&b, ": ");
	}
	add_inline(l, &b, want, true);
	if (!last)
		return done(l, &b, into->end - 1, into->end - 1);
	str item = arena_dup(l->a, buf_str(&b));
	buf_reset(&b);
	from = start_of(last);
	while (from > 0 && (str_blank(l->yaml.p[from - 1]) || str_eol(l->yaml.p[from - 1])))
		from--;
	gap = part(l->yaml, from, start_of(last));
	if (str_chr(gap, '\n') != STR_NONE || str_chr(gap, '\r') != STR_NONE)
		return flow_add_line(l, &b, last->end, gap, item);
	if (l->yaml.p[last->end - 1] == ':' && last->at == last->end)
		buf_putc(&b, ' ');
	buf_puts(&b, last != into->first && !gap.n ? "," : ", ");
	buf_add(&b, item);
	return done(l, &b, last->end, last->end);
}

struct splice splice_insert(const struct splice_layout *l, const struct value *into, const struct value *want)
{
	struct buf b = {0};
	const struct value *last = into->first;
	size_t at = l->yaml.n, indent = 0;
	str eol = l->eol;

	while (last && last->next)
		last = last->next;
	if (into->style)
		return flow_insert(l, into, last, want);
	if (last) {
		indent = yamlplace_indent(l->yaml, into->kind == VALUE_MAP ? into->first->key_at : into->at);
		at = lines_end(l->yaml, last->end, indent);
		eol = eol_at(l, last->end);
	}
	add_blanks(&b, indent);
	if (into->kind == VALUE_MAP) {
		buf_add(&b, front_quote(l->a, want->key, false));
		buf_putc(&b, ':');
		add_head(l, &b, want, false);
		add_lines(l, &b, want, indent, eol);
	} else {
		buf_putc(&b, '-');
		add_blanks(&b, l->gap);
		add_inline(l, &b, want, false);
	}
	buf_add(&b, eol);
	return done(l, &b, at, at);
}

/* Whether an item of a flow list has its lines to itself; *comma: one stands behind it. */
static bool alone(str yaml, size_t at, size_t end, bool *comma)
{
	str before = part(yaml, yamlplace_line(yaml, at), at), after = part(yaml, end, yamlplace_line_end(yaml, end));

	after = str_trim(after);
	*comma = str_starts(after, S(","));
	after = str_trim(str_skip(after, *comma ? 1 : 0));
	return !str_trim(before).n && (!after.n || after.p[0] == '#');
}

static struct splice flow_remove(const struct splice_layout *l, const struct value *from, const struct value *item)
{
	str yaml = l->yaml;
	size_t at = start_of(item);
	const struct value *prev = from->first;
	bool comma, lines = alone(yaml, at, item->end, &comma);

	if (from->first == item && !item->next)
		return (struct splice){from->at + 1, from->end - 1, S("")};
	if (lines && comma)
		return (struct splice){yamlplace_line(yaml, at), yamlplace_next_line(yaml, item->end), S("")};
	if (item->next)
		return (struct splice){at, start_of(item->next), S("")};
	while (prev->next != item)
		prev = prev->next;
	str kept = str_trim(part(yaml, prev->end, at));
	if (str_starts(kept, S(",")) && str_chr(kept, '#') != STR_NONE)
		kept = part(yaml, prev->end + 1, (size_t)(kept.p + kept.n - yaml.p));
	else
		kept = S("");
	return (struct splice){prev->end, lines ? yamlplace_line_end(yaml, item->end) : item->end, kept};
}

struct splice splice_remove(const struct splice_layout *l, const struct value *from, const struct value *item)
{
	str yaml = l->yaml;
	size_t at = start_of(item);

	if (from->style)
		return flow_remove(l, from, item);
	if (from->kind == VALUE_LIST)
		while (at > 0 && yaml.p[--at] != '-')
			;
	at = yamlplace_line(yaml, at);
	return (struct splice){at, lines_end(yaml, item->end, yamlplace_indent(yaml, at)), S("")};
}

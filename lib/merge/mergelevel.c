#include "merge/mergelevel.h"
#include "text/yamlplace.h"

/* Whether every key of a block map begins its line. */
bool level_is_regular(str yaml, const struct value *map)
{
	for (const struct value *v = map->first; v; v = v->next) {
		str before = str_trim(str_between(yaml.p + yamlplace_line(yaml, v->key_at), yaml.p + v->key_at));
		if (before.n && !str_eq(before, S("?")))
			return false;
	}
	return true;
}

str level_region(str yaml, const struct value *map)
{
	size_t at = map->first ? yamlplace_line(yaml, map->first->key_at) : map->at;

	return str_between(yaml.p + at, yaml.p + yamlplace_next_line(yaml, map->end));
}

static void add_part(struct arena *a, struct mergelevel *l, struct mergelevel_part part)
{
	l->v = arena_more(a, l->v, l->n, sizeof *l->v);
	l->v[l->n++] = part;
}

struct mergelevel level_of(struct merging *m, str yaml, const struct value *map, str region)
{
	struct mergelevel l = {.yaml = yaml, .map = map, .tail = region};
	const char *p = region.p;

	for (const struct value *v = map ? map->first : NULL; v; v = v->next) {
		struct mergelevel_part part = {.v = v, .lead = S("")};
		if (map->style) {
			part.made = true;
			part.core = arena_printf(m->a, FMT ": " FMT FMT, ARG(tree_key(m->a, v, false)),
				ARG(tree_inline(m->a, v, false)), ARG(m->eol));
		} else {
			const char *start = yaml.p + yamlplace_line(yaml, v->key_at);
			part.lead = str_between(p, start);
			p = yaml.p + yamlplace_next_line(yaml, v->end);
			part.core = str_between(start, p);
			l.indent = yamlplace_indent(yaml, map->first->key_at);
		}
		add_part(m->a, &l, part);
	}
	if (!map || !map->style)
		l.tail = str_between(p, region.p + region.n);
	else
		l.tail = S("");
	for (size_t i = 0; i < l.n; i++)
		map_put(&l.keys, l.v[i].v->key, &l.v[i]);
	return l;
}

/* A text or nothing, in one line with its key. */
bool part_is_simple(const struct mergelevel_part *p)
{
	str rest = p->core, line;

	if (p->made || p->v->anchored || p->v->kind == VALUE_LIST || p->v->kind == VALUE_MAP || p->v->style == '|' ||
		p->v->style == '>')
		return false;
	str_line(&rest, &line);
	return !rest.n;
}

str part_value(const struct mergelevel *l, const struct mergelevel_part *p)
{
	return str_between(l->yaml.p + p->v->at, l->yaml.p + p->v->end);
}

/* What stands behind the value in its line. */
str part_beside(const struct mergelevel *l, const struct mergelevel_part *p)
{
	return p ? str_chomp(str_between(l->yaml.p + p->v->end, p->core.p + p->core.n)) : S("");
}

/* The comment in the line of its key, behind a value in one line, or where one of several lines begins. */
str part_comment(const struct mergelevel *l, const struct mergelevel_part *p)
{
	bool below = (p->v->kind == VALUE_LIST || p->v->kind == VALUE_MAP) && !p->v->style;
	bool block = p->v->kind == VALUE_TEXT && (p->v->style == '|' || p->v->style == '>');
	const char *from = l->yaml.p + (below ? p->v->key_end : block ? p->v->at : p->v->end);
	str line;

	if (p->made || from < p->core.p || from > p->core.p + p->core.n)
		return S("");
	line = str_between(from, l->yaml.p + yamlplace_line_end(l->yaml, (size_t)(from - l->yaml.p)));
	size_t at = str_chr(line, '#');
	bool comment = at != STR_NONE && (at == 0 || str_blank(line.p[at - 1]));
	return comment ? str_trim(str_skip(line, at)) : S("");
}

/* The lines of an item of a block list, from its dash. */
str part_item(const struct mergelevel *l, const struct mergelevel_part *p, const struct value *item)
{
	str yaml = l->yaml;
	size_t at = item->at, end = (size_t)(p->core.p + p->core.n - yaml.p);

	while (at > 0 && yaml.p[--at] != '-')
		;
	if (item->next) {
		end = item->next->at;
		while (end > 0 && yaml.p[--end] != '-')
			;
		end = yamlplace_line(yaml, end);
	}
	return str_between(yaml.p + yamlplace_line(yaml, at), yaml.p + end);
}

str part_lines(const struct mergelevel *l, const struct mergelevel_part *p)
{
	if (!p || p->v->kind != VALUE_MAP || p->v->style)
		return S("");
	str lines = level_region(l->yaml, p->v);
	bool good = !p->made && p->v->first && level_is_regular(l->yaml, p->v) && lines.p >= l->yaml.p + p->v->key_end;
	return good ? lines : (str){0};
}

void level_shift(struct buf *b, str text, size_t from, size_t to)
{
	str line;

	while (str_line(&text, &line)) {
		size_t blanks = yamlplace_skip_blanks(line, 0), cut = from > to ? from - to : 0;
		for (size_t i = from; i < to && str_chomp(line).n > blanks; i++)
			buf_putc(b, ' ');
		buf_add(b, str_skip(line, cut < blanks ? cut : blanks));
	}
}

void level_indent(struct buf *b, size_t n)
{
	while (n-- > 0)
		buf_putc(b, ' ');
}

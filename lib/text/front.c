#include "text/front.h"
#include "base/map.h"
#include "text/plainfront.h"
#include "text/yamlfault.h"
#include "text/yamlplace.h"
#include "base/utf8.h"
#include <string.h>
#include <yaml.h>

#define FEW_KEYS 16 /* of one map are compared with each other; more go into a table */

struct reader {
	struct arena *a;
	struct front *front;
	yaml_parser_t yaml;
	yaml_event_t event;
	struct yamlplace here;
	struct map anchors; /* name -> value */
	size_t events, depth, first_line;
	bool ascii;
	size_t odd; /* the next line end that is one to libyaml only: allowed in quotes */
};

struct keys {
	size_t n;
	struct map seen; /* filled above FEW_KEYS */
};

static bool wrong(struct reader *r, size_t at, str text)
{
	struct yamlplace p = {0};

	yamlplace_step(str_head(r->front->yaml, at), &p, STR_NONE);
	r->front->fault = (struct fault){r->first_line + p.line, at - p.line_at + 1, text};
	return false;
}

static bool step_over_quoted(struct reader *r, size_t at, size_t end)
{
	if (r->odd < at)
		return wrong(r, r->odd, S("a Unicode line separator outside quotes"));
	if (r->odd < end)
		r->odd = yamlplace_odd(r->front->yaml, end);
	return true;
}

static uint32_t here(struct reader *r, yaml_mark_t mark)
{
	if (r->ascii)
		r->here = (struct yamlplace){mark.index, mark.index, mark.line, mark.index - mark.column};
	else
		yamlplace_step(r->front->yaml, &r->here, mark.index);
	return (uint32_t)r->here.at;
}

static size_t byte_of(const struct reader *r, yaml_mark_t mark)
{
	return yamlplace_step(r->front->yaml, &(struct yamlplace){0}, mark.index);
}

/* last: where the event before began */
static bool refused(struct reader *r, yaml_mark_t last)
{
	const yaml_parser_t *y = &r->yaml;
	struct yamlfault f = {.yaml = r->front->yaml, .problem = y->problem, .context = y->context};

	if (y->error == YAML_MEMORY_ERROR)
		die("out of memory");
	f.at = y->error == YAML_READER_ERROR ? y->problem_offset : byte_of(r, y->problem_mark);
	f.from = byte_of(r, y->context_mark);
	f.last = byte_of(r, last);
	if (r->odd < f.at)
		return step_over_quoted(r, f.at, f.at);
	str words = yamlfault_words(r->a, &f);
	return wrong(r, f.at, words);
}

static bool next(struct reader *r)
{
	yaml_mark_t last = r->event.start_mark;

	yaml_event_delete(&r->event);
	if (++r->events > FRONT_EVENTS)
		return wrong(r, r->here.at, S("too many values"));
	return yaml_parser_parse(&r->yaml, &r->event) || refused(r, last);
}

bool front_is_null(str s)
{
	return s.n == 0 || str_eq(s, S("~")) || str_eq(s, S("null")) || str_eq(s, S("Null")) || str_eq(s, S("NULL"));
}

/* A value that is not there: libyaml puts it anywhere before the next token. */
static size_t empty_at(str yaml, const struct value *v)
{
	size_t at = v->at;

	while (at > v->key_end && strchr(" \t\r\n", yaml.p[at - 1]))
		at--;
	return v->key.p && at > v->key_end && yaml.p[at - 1] != ':' ? v->key_end : at;
}

static char style_of(yaml_scalar_style_t style)
{
	switch (style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return '\'';
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return '"';
	case YAML_LITERAL_SCALAR_STYLE:
		return '|';
	case YAML_FOLDED_SCALAR_STYLE:
		return '>';
	default:
		return 0;
	}
}

static void keep_anchor(struct reader *r, struct value *v, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	v->anchored = anchor || tag;
	if (anchor)
		map_put(&r->anchors, arena_dup(r->a, str_of((const char *)anchor)), v);
}

static bool read_text(struct reader *r, struct value *v)
{
	const yaml_event_t *e = &r->event;
	str yaml = r->front->yaml;
	str text = {(const char *)e->data.scalar.value, e->data.scalar.length};

	v->style = style_of(e->data.scalar.style);
	keep_anchor(r, v, e->data.scalar.anchor, e->data.scalar.tag);
	v->end = here(r, e->end_mark);
	if (v->style == '|' || v->style == '>') {
		str scalar = str_head(str_skip(yaml, v->at), v->end - v->at);
		str mark = str_skip(scalar, str_chr(scalar, v->style) + 1); /* behind an anchor and a tag */
		bool keep = str_starts(mark, S("+")) || str_starts(str_skip(mark, 1), S("+"));
		v->end = v->at + (uint32_t)yamlplace_block_end(scalar, keep);
	}
	if (!v->style && v->at == v->end)
		v->at = v->end = (uint32_t)empty_at(yaml, v);
	if (!v->style && front_is_null(text)) {
		v->kind = VALUE_NULL;
		return true;
	}
	v->kind = VALUE_TEXT;
	v->text = arena_dup(r->a, text);
	return v->style != '\'' && v->style != '"' ? true : step_over_quoted(r, v->at, v->end);
}

static bool read_alias(struct reader *r, struct value *v)
{
	const struct value *anchor = map_get(&r->anchors, str_of((const char *)r->event.data.alias.anchor));

	v->end = here(r, r->event.end_mark);
	v->anchored = true;
	if (!anchor)
		return wrong(r, v->at, yamlfault_begins(r->a, '*'));
	if (anchor->kind == VALUE_LIST || anchor->kind == VALUE_MAP)
		return wrong(r, v->at, S("an alias of a list or map"));
	v->kind = anchor->kind;
	v->text = anchor->text;
	return true;
}

void front_make_link(struct arena *a, str yaml, struct value *v)
{
	const struct value *inner = v->first;
	str bytes = str_head(str_skip(yaml, v->at), v->end - v->at);

	if (!inner || inner->next || inner->kind != VALUE_LIST || inner->style != '[' || !inner->first || v->anchored)
		return;
	if (inner->at != v->at + 1 || inner->end + 1 != v->end || str_chr(bytes, '\n') != STR_NONE ||
		str_chr(bytes, '\r') != STR_NONE)
		return;
	for (const struct value *i = inner->first; i; i = i->next)
		if (i->link || i->style || i->kind == VALUE_LIST || i->kind == VALUE_MAP)
			return;
	v->kind = VALUE_TEXT;
	v->style = 0;
	v->link = true;
	v->first = NULL;
	v->text = arena_dup(a, bytes);
}

static bool stands_twice(struct keys *keys, struct value *map, struct value *v)
{
	if (keys->n++ < FEW_KEYS) {
		for (const struct value *o = map->first; o; o = o->next)
			if (str_eq(o->key, v->key))
				return true;
		return false;
	}
	if (!keys->seen.n)
		for (struct value *o = map->first; o; o = o->next)
			map_put(&keys->seen, o->key, o);
	if (map_get(&keys->seen, v->key))
		return true;
	map_put(&keys->seen, v->key, v);
	return false;
}

static bool read_value(struct reader *r, struct value *v);

static bool read_key(struct reader *r, struct value *v)
{
	const yaml_event_t *e = &r->event;
	struct value plain = {0}, *key = &plain; /* an anchor's value must last */

	if (e->type != YAML_SCALAR_EVENT && e->type != YAML_ALIAS_EVENT)
		return wrong(r, here(r, e->start_mark), S("a key that is not a text"));
	if (e->type == YAML_SCALAR_EVENT && e->data.scalar.anchor)
		key = arena_alloc(r->a, sizeof *key);
	if (!read_value(r, key))
		return false;
	v->key = key->text;
	if (key->kind == VALUE_NULL && e->type == YAML_ALIAS_EVENT)
		return wrong(r, key->at, S("a key that is not a text"));
	if (key->kind == VALUE_NULL)
		v->key = arena_dup(r->a, (str){(const char *)e->data.scalar.value, e->data.scalar.length});
	v->key_at = key->at;
	v->key_end = key->end;
	v->line = key->line;
	v->col = key->col;
	v->anchored = key->anchored;
	return next(r);
}

static bool read_items(struct reader *r, struct value *v, struct keys *keys)
{
	bool map = v->kind == VALUE_MAP;
	yaml_event_type_t end = map ? YAML_MAPPING_END_EVENT : YAML_SEQUENCE_END_EVENT;
	struct value **tail = &v->first;

	v->end = v->at;
	while (next(r) && r->event.type != end) {
		struct value *item = arena_alloc(r->a, sizeof *item);
		if (map && !read_key(r, item))
			return false;
		bool anchored = item->anchored;
		if (!read_value(r, item))
			return false;
		item->anchored |= anchored;
		v->anchored |= item->anchored;
		item->duplicate = map && stands_twice(keys, v, item);
		v->end = item->end;
		*tail = item;
		tail = &item->next;
	}
	return !r->front->fault.text.p;
}

static bool read_collection(struct reader *r, struct value *v)
{
	const yaml_event_t *e = &r->event;
	struct keys keys = {0};

	if (e->type == YAML_MAPPING_START_EVENT) {
		v->kind = VALUE_MAP;
		v->style = e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? '{' : 0;
		keep_anchor(r, v, e->data.mapping_start.anchor, e->data.mapping_start.tag);
	} else {
		v->kind = VALUE_LIST;
		v->style = e->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? '[' : 0;
		keep_anchor(r, v, e->data.sequence_start.anchor, e->data.sequence_start.tag);
	}
	if (++r->depth > FRONT_DEPTH)
		return wrong(r, v->at, S("nested too deeply"));
	bool good = read_items(r, v, &keys);
	map_release(&keys.seen);
	r->depth--;
	if (good && e->end_mark.index > e->start_mark.index)
		v->end = here(r, e->end_mark);
	if (good && v->style == '[')
		front_make_link(r->a, r->front->yaml, v);
	return good;
}

/* The value that begins with the event at hand. */
static bool read_value(struct reader *r, struct value *v)
{
	v->at = here(r, r->event.start_mark);
	if (!v->key.p) {
		v->line = (uint32_t)(r->first_line + r->here.line);
		v->col = (uint32_t)(v->at - r->here.line_at + 1);
	}
	switch (r->event.type) {
	case YAML_SCALAR_EVENT:
		return read_text(r, v);
	case YAML_ALIAS_EVENT:
		return read_alias(r, v);
	default:
		return read_collection(r, v);
	}
}

static bool read_document(struct reader *r)
{
	if (!next(r) || !next(r))
		return false;
	if (r->event.type == YAML_STREAM_END_EVENT)
		return true;
	if (!r->event.data.document_start.implicit)
		return wrong(r, here(r, r->event.start_mark), S("more than one document"));
	if (!next(r))
		return false;
	if (r->event.type != YAML_MAPPING_START_EVENT)
		return wrong(r, here(r, r->event.start_mark),
			S("no keys: write 'key: value', with a blank behind the colon"));
	r->front->root = arena_alloc(r->a, sizeof *r->front->root);
	bool indented = r->event.start_mark.column > 0;
	if (!read_value(r, r->front->root) || !next(r))
		return false;
	size_t at = here(r, r->event.start_mark);
	if (!r->event.data.document_end.implicit || at < r->front->yaml.n)
		return wrong(r, at, indented ? yamlfault_indented() : S("more than one document"));
	return true;
}

/* What libyaml would be slow with, or see otherwise. */
static bool check(struct reader *r)
{
	str yaml = r->front->yaml, rest = yaml, line;
	size_t bad;

	if (yaml.n > FRONT_BYTES)
		return wrong(r, 0, S("front matter too large"));
	if (!utf8_valid(yaml, &bad))
		return wrong(r, bad, S("not UTF-8"));
	if ((bad = str_chr(yaml, '\0')) != STR_NONE)
		return wrong(r, bad, S("a NUL byte"));
	while (str_line(&rest, &line))
		if (str_starts(line, S("%")))
			return wrong(r, (size_t)(line.p - yaml.p), S("a YAML directive"));
		else if (str_trim(line).n && !str_starts(str_trim(line), S("#")))
			break;
	r->ascii = yamlplace_ascii(yaml);
	r->odd = r->ascii ? STR_NONE : yamlplace_odd(yaml, 0);
	return true;
}

bool front_parse_full(struct arena *a, str yaml, size_t line, struct front *out)
{
	struct reader r = {.a = a, .front = out, .first_line = line};

	*out = (struct front){.yaml = yaml};
	if (yaml.n == 0)
		return true;
	if (!check(&r))
		return false;
	if (!yaml_parser_initialize(&r.yaml))
		die("out of memory");
	yaml_parser_set_encoding(&r.yaml, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.yaml, (const unsigned char *)yaml.p, yaml.n);
	bool good = read_document(&r) && step_over_quoted(&r, yaml.n, yaml.n);
	yaml_event_delete(&r.event);
	yaml_parser_delete(&r.yaml);
	map_release(&r.anchors);
	if (!good)
		out->root = NULL;
	return good;
}

bool front_parse(struct arena *a, str yaml, size_t line, struct front *out)
{
	*out = (struct front){.yaml = yaml};
	return plainfront_parse(a, line, out) || front_parse_full(a, yaml, line, out);
}

static const struct value *find_key(const struct value *map, str key)
{
	const struct value *v = map->first;

	while (v && !str_eq(v->key, key))
		v = v->next;
	return v;
}

const struct value *front_get(const struct front *f, str key)
{
	for (const struct value *map = f->root; map && map->kind == VALUE_MAP;) {
		const struct value *v = find_key(map, key);
		size_t dot = str_chr(key, '.');
		if (v || dot == STR_NONE)
			return v;
		map = find_key(map, str_head(key, dot));
		key = str_skip(key, dot + 1);
	}
	return NULL;
}

static void add_texts(struct arena *a, const struct value *v, struct strs *out)
{
	if (v->kind == VALUE_TEXT)
		strs_add(a, out, v->text);
	for (const struct value *i = v->first; i; i = i->next)
		add_texts(a, i, out);
}

struct strs front_texts(struct arena *a, const struct value *v)
{
	struct strs out = {0};

	if (v)
		add_texts(a, v, &out);
	return out;
}

#include "text/edit.h"
#include "base/buf.h"
#include "text/items.h"
#include "text/splice.h"
#include "text/value.h"

/* One edit at work. While its splice is found, the tree becomes the one that the result must have. */
struct edit {
	struct arena *a;
	str note, key;
	struct fault *why;
	struct fences pieces;
	struct front front;
	struct value *path[FRONT_DEPTH + 1]; /* the maps that hold the key, from the root */
	size_t depth;
	struct value *v; /* what the key has; NULL: it is not there */
	str name;        /* the key in the innermost map */
	str below;       /* what of the key is missing below it, or absent: "address.city" over "address:" */
	char dot;        /* what stands between the names in a key */
};

static str refuse(struct edit *e, str text)
{
	e->why->line = e->v ? e->v->line : e->pieces.yaml_line;
	e->why->col = e->v ? e->v->col : 0;
	e->why->text = text;
	return (str){NULL, 0};
}

static str cannot(struct edit *e, const char *reason)
{
	return refuse(e, arena_printf(e->a, "cannot change '" FMT "': %s", ARG(e->key), reason));
}

static bool find(struct edit *e, struct value *map, str key)
{
	size_t dot = e->dot == '.' && value_child(map, key) ? STR_NONE : str_chr(key, e->dot);
	struct value *v = value_child(map, str_head(key, dot)), *twin;

	e->path[e->depth++] = map;
	e->v = v;
	e->name = str_head(key, dot);
	if (dot != STR_NONE)
		e->below = str_skip(key, dot + 1);
	if (!v)
		return true;
	for (twin = v->next; twin && !str_eq(twin->key, v->key);)
		twin = twin->next;
	if (twin)
		refuse(e, arena_printf(e->a, "key stands twice: lines %u and %u", v->line, twin->line));
	else if (dot == STR_NONE || v->kind == VALUE_NULL)
		return true;
	else if (v->kind == VALUE_MAP) {
		e->below = (str){NULL, 0};
		return find(e, v, str_skip(key, dot + 1));
	} else
		refuse(e, arena_printf(e->a, "'" FMT "' is not a map", ARG(v->key)));
	return false;
}

static size_t line_at(str note, size_t at)
{
	str rest = note, line;
	size_t n = 0;

	while (str_line(&rest, &line) && rest.p <= note.p + at)
		n++;
	return n + 1;
}

static bool begin_at(struct edit *e, struct arena *a, str note, str key, char dot, struct fault *why)
{
	*e = (struct edit){.a = a, .note = note, .key = key, .why = why, .pieces = fences_of(note), .dot = dot};
	*why = (struct fault){0};
	if (!key.n) {
		refuse(e, S("a key without a name"));
		return false;
	}
	size_t at;
	const char *idle = fences_idle(note, &e->pieces, &at);
	if (idle) {
		refuse(e, arena_dup(a, str_of(idle)));
		why->line = line_at(note, at);
		return false;
	}
	if (!front_parse(a, e->pieces.yaml, e->pieces.yaml_line, &e->front)) {
		*why = e->front.fault;
		why->text = arena_printf(a, "front matter does not parse: " FMT, ARG(why->text));
		return false;
	}
	if (!e->front.root) {
		e->front.root = arena_alloc(a, sizeof *e->front.root);
		e->front.root->kind = VALUE_MAP;
	}
	return find(e, e->front.root, key);
}

static bool begin(struct edit *e, struct arena *a, str note, str key, struct fault *why)
{
	return begin_at(e, a, note, key, '.', why);
}

static struct value *map_of(const struct edit *e)
{
	return e->path[e->depth - 1];
}

static bool absent(const struct edit *e)
{
	return !e->v || e->below.p;
}

static str write_note(const struct edit *e, const struct splice *s)
{
	const struct fences *p = &e->pieces;
	str fence = arena_printf(e->a, "---" FMT, ARG(p->eol));
	struct buf b = {0};

	buf_add(&b, p->mark);
	buf_add(&b, p->yaml.p ? p->open : fence);
	buf_add(&b, str_head(p->yaml, s->at));
	buf_add(&b, s->text);
	buf_add(&b, str_skip(p->yaml, s->end));
	buf_add(&b, p->yaml.p ? p->close : fence);
	buf_add(&b, p->body);
	return arena_take(e->a, &b);
}

/* The note after the splice, if it reads as the tree now says and its body is the same. */
static str result(struct edit *e, struct splice s)
{
	static const struct value empty = {.kind = VALUE_MAP};
	struct front front;
	str note;

	if (s.at == STR_NONE)
		return cannot(e, "it is written in a way that only a person can change");
	note = write_note(e, &s);
	struct fences p = fences_of(note);
	if (!front_parse(e->a, p.yaml, p.yaml_line, &front))
		return cannot(e, arena_cstr(e->a, front.fault.text));
	if (!str_eq(p.body, e->pieces.body) || !str_eq(p.mark, e->pieces.mark) ||
		!value_same(front.root ? front.root : &empty, e->front.root))
		return cannot(e, "something else would change too");
	return note;
}

/* The new value takes the old one's place in the tree. */
static void replace(struct value *old, const struct value *want)
{
	old->kind = want->kind;
	old->text = want->text;
	old->first = want->first;
}

/* "a.b" below a key: a map with a, which is a map with b, which is v */
static struct value *nest(struct edit *e, str below, struct value *v)
{
	for (size_t dot; below.p; below = dot == STR_NONE ? (str){NULL, 0} : str_head(below, dot)) {
		struct value *map = value_new(e->a, VALUE_MAP, (str){NULL, 0}, map_of(e)->style);
		dot = str_rchr(below, e->dot);
		value_put(map, dot == STR_NONE ? below : str_skip(below, dot + 1), v);
		v = map;
	}
	return v;
}

static bool is_key(const struct edit *e, str key)
{
	str part;

	for (size_t n = 0; str_cut(&key, e->dot, &part); n++)
		if (!part.n || n == FRONT_DEPTH)
			return false;
	return true;
}

static str put(struct edit *e, struct value *want)
{
	struct value *map = map_of(e);
	bool flow = false;
	const struct value *list = e->v && !e->v->style && e->v->kind == VALUE_LIST ? e->v : NULL;
	struct splice_layout l;
	struct splice s;

	if (!list)
		list = splice_sample(e->front.root, &flow);
	if (want->kind == VALUE_LIST && (!want->first || map->style || (!list && flow)))
		want->style = '[';
	if (absent(e) && (!is_key(e, e->name) || !is_key(e, e->below)))
		return cannot(e, "not a key");
	l = splice_layout(e->a, e->pieces.yaml, e->pieces.eol, list);
	want = nest(e, e->below, want);
	want->key = e->name;
	if (e->v) {
		if (e->v->anchored)
			return cannot(e, "it has an anchor, a tag or an alias");
		s = splice_value(&l, map, e->v, want);
		replace(e->v, want);
	} else {
		s = splice_insert(&l, map, want);
		value_append(map, want);
	}
	return result(e, s);
}

static char quotes_of(const struct value *v)
{
	return v && v->kind == VALUE_TEXT && (v->style == '\'' || v->style == '"') ? v->style : 0;
}

static str set_text(struct arena *a, str note, str key, str text, bool literal, struct fault *why)
{
	struct edit e;
	char style;

	if (!begin(&e, a, note, key, why))
		return (str){NULL, 0};
	if (!absent(&e) && e.v->kind == VALUE_TEXT && str_eq(e.v->text, text))
		return note;
	style = literal && !map_of(&e)->style ? '|' : quotes_of(e.v);
	return put(&e, value_new(e.a, VALUE_TEXT, text, style));
}

str edit_set(struct arena *a, str note, str key, str text, struct fault *why)
{
	if (items_has(note, key))
		return items_put(a, note, key, (struct strs){&text, 1}, why);
	bool literal = front_literal(text);
	str after = set_text(a, note, key, text, literal, why);

	/* an indented comment below would become a part of the literal text */
	return after.p || !literal ? after : set_text(a, note, key, text, false, why);
}

/* Null values are left out: they say nothing. */
static struct value *copy(struct arena *a, const struct value *v)
{
	bool quoted = v->style == '"' || v->style == '\'', text = v->kind == VALUE_TEXT;
	struct value *new = value_new(a, v->kind, v->text, v->link ? '"' : !text || quoted ? v->style : 0);

	new->key = v->key;
	for (const struct value *i = v->first; i; i = i->next)
		if (i->kind != VALUE_NULL)
			value_append(new, copy(a, i));
	return new;
}

str edit_put(struct arena *a, str note, struct strs path, const struct value *v, struct fault *why)
{
	struct edit e;
	struct value *want = copy(a, v);

	if (path.n == 1 && items_has(note, path.v[0]))
		return items_put(a, note, path.v[0], front_texts(a, v), why);
	if (!begin_at(&e, a, note, strs_join(a, path, S("\x1f")), '\x1f', why))
		return (str){NULL, 0};
	e.key = strs_join(a, path, S("."));
	want->key = e.name;
	if (!absent(&e) && value_same(e.v, want))
		return note;
	if (want->kind == VALUE_MAP && map_of(&e)->style)
		want->style = '{';
	if (want->kind == VALUE_TEXT && front_literal(want->text) && !map_of(&e)->style)
		want->style = '|';
	return put(&e, want);
}

str edit_set_list(struct arena *a, str note, str key, struct strs items, struct fault *why)
{
	struct edit e;
	struct value *list, **tail;

	if (items_has(note, key))
		return items_put(a, note, key, items, why);
	if (!begin(&e, a, note, key, why))
		return (str){NULL, 0};
	if (!absent(&e) && e.v->kind == VALUE_LIST && value_holds(e.v, items))
		return note;
	list = value_new(e.a, VALUE_LIST, (str){NULL, 0}, e.v && e.v->kind == VALUE_LIST ? e.v->style : 0);
	tail = &list->first;
	for (size_t i = 0; i < items.n; i++, tail = &(*tail)->next)
		*tail = value_new(e.a, VALUE_TEXT, items.v[i], e.v ? quotes_of(e.v->first) : 0);
	return put(&e, list);
}

static bool reads(const struct value *v, str text)
{
	return v->kind == VALUE_TEXT && str_eq(str_trim(v->text), str_trim(text));
}

/* Tags may also be written as "a, b" in one text. */
static bool is_tag_line(const struct edit *e)
{
	return e->v->kind == VALUE_TEXT && !e->v->link && str_eq(e->name, S("tags")) &&
	       str_chr(e->v->text, ',') != STR_NONE;
}

/* The tags of a tag line but for item; *found: it was there. */
static str other_tags(struct edit *e, str item, bool *found)
{
	str rest = e->v->text, tag;
	struct strs tags = {0};

	*found = false;
	while (str_cut(&rest, ',', &tag))
		if (str_eq(str_trim(tag), str_trim(item)))
			*found = true;
		else
			strs_add(e->a, &tags, str_trim(tag));
	return strs_join(e->a, tags, S(", "));
}

static str add_to_text(struct edit *e, str item)
{
	struct value *list = value_new(e->a, VALUE_LIST, (str){NULL, 0}, 0);
	bool found;

	if (is_tag_line(e) && str_chr(item, ',') == STR_NONE) {
		other_tags(e, item, &found);
		str tags = str_trim(e->v->text), both[] = {tags, item};
		str text = strs_join(e->a, (struct strs){both, 2}, str_ends(tags, S(",")) ? S(" ") : S(", "));
		return found ? e->note : put(e, value_new(e->a, VALUE_TEXT, text, quotes_of(e->v)));
	}
	value_append(list, value_new(e->a, VALUE_TEXT, e->v->text, quotes_of(e->v)));
	value_append(list, value_new(e->a, VALUE_TEXT, item, quotes_of(e->v)));
	return put(e, list);
}

static str add_to_list(struct edit *e, str item)
{
	bool flow;
	struct value *v = e->v, *last = NULL, *new;
	struct splice_layout l;
	struct splice s;

	for (struct value *i = v->first; i; last = i, i = i->next)
		if (reads(i, item))
			return e->note;
	if (v->anchored)
		return cannot(e, "it has an anchor, a tag or an alias");
	new = value_new(e->a, VALUE_TEXT, item, quotes_of(last));
	l = splice_layout(e->a, e->pieces.yaml, e->pieces.eol, splice_sample(v, &flow));
	s = splice_insert(&l, v, new);
	value_append(v, new);
	return result(e, s);
}

str edit_add(struct arena *a, str note, str key, str item, struct fault *why)
{
	struct edit e;
	struct value *list;

	if (items_has(note, key))
		return items_add(a, note, key, item, why);
	if (!begin(&e, a, note, key, why))
		return (str){NULL, 0};
	if (absent(&e) || e.v->kind == VALUE_NULL) {
		list = value_new(e.a, VALUE_LIST, (str){NULL, 0}, 0);
		value_append(list, value_new(e.a, VALUE_TEXT, item, 0));
		return put(&e, list);
	}
	if (e.v->kind == VALUE_MAP)
		return cannot(&e, "it is a map");
	if (e.v->kind == VALUE_LIST)
		return add_to_list(&e, item);
	return reads(e.v, item) ? note : add_to_text(&e, item);
}

static str take_out(struct edit *e, struct value *from, const struct value *v)
{
	struct splice_layout l = splice_layout(e->a, e->pieces.yaml, e->pieces.eol, NULL);
	struct splice s;

	if (v->anchored)
		return cannot(e, "it has an anchor, a tag or an alias");
	s = splice_remove(&l, from, v);
	value_unlink(from, v);
	return result(e, s);
}

str edit_take(struct arena *a, str note, str key, str item, struct fault *why)
{
	struct edit e;
	struct value *i, *nothing;
	bool found;

	if (items_has(note, key))
		return items_take(a, note, key, item, why);
	if (!begin(&e, a, note, key, why))
		return (str){NULL, 0};
	if (absent(&e))
		return note;
	nothing = value_new(e.a, VALUE_LIST, (str){NULL, 0}, '[');
	if (is_tag_line(&e)) {
		str rest = other_tags(&e, item, &found);
		if (!found)
			return note;
		return put(&e, rest.n ? value_new(e.a, VALUE_TEXT, rest, quotes_of(e.v)) : nothing);
	}
	if (e.v->kind != VALUE_LIST)
		return reads(e.v, item) ? put(&e, nothing) : note;
	for (i = e.v->first; i && !reads(i, item);)
		i = i->next;
	if (!i)
		return note;
	return i == e.v->first && !i->next ? put(&e, nothing) : take_out(&e, e.v, i);
}

str edit_unset(struct arena *a, str note, str key, struct fault *why)
{
	struct edit e;
	struct value *v;

	if (items_has(note, key))
		return items_put(a, note, key, (struct strs){0}, why);
	if (!begin(&e, a, note, key, why))
		return (str){NULL, 0};
	if (absent(&e))
		return note;
	/* a map that would be left empty goes with its last key */
	for (v = e.v; e.depth > 1 && map_of(&e)->first == v && !v->next; e.depth--)
		v = map_of(&e);
	return take_out(&e, map_of(&e), v);
}

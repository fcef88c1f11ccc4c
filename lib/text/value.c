#include "text/value.h"

#include "base/record.h"

struct value *value_new(struct arena *a, enum value_kind kind, str text, char style)
{
	struct value *v = arena_alloc(a, sizeof *v);

	v->kind = kind;
	v->text = text;
	v->style = style;
	return v;
}

struct value *value_child(struct value *map, str key)
{
	struct value *v = map->first;

	while (v && !str_eq(v->key, key))
		v = v->next;
	return v;
}

void value_append(struct value *into, struct value *v)
{
	struct value **tail = &into->first;

	while (*tail)
		tail = &(*tail)->next;
	*tail = v;
}

void value_put(struct value *map, str key, struct value *v)
{
	v->key = key;
	value_append(map, v);
}

struct value *value_copy(struct arena *a, const struct value *v)
{
	struct value *out = arena_alloc(a, sizeof *out);

	*out = *v;
	out->next = out->first = NULL;
	out->anchored = false;
	for (const struct value *child = v->first; child; child = child->next)
		value_append(out, value_copy(a, child));
	return out;
}

void value_unlink(struct value *from, const struct value *v)
{
	struct value **at = &from->first;

	while (*at != v)
		at = &(*at)->next;
	*at = v->next;
}

bool value_same(const struct value *a, const struct value *b)
{
	if (a->kind != b->kind || !str_eq(a->key, b->key) || !str_eq(a->text, b->text))
		return false;
	for (a = a->first, b = b->first; a && b; a = a->next, b = b->next)
		if (!value_same(a, b))
			return false;
	return !a && !b;
}

void value_form(struct buf *out, const struct value *v)
{
	buf_add(out, v->text);
	for (const struct value *x = v->first; x; x = x->next) {
		buf_printf(out, "\1" FMT "\2", ARG(x->key));
		value_form(out, x);
	}
}

bool value_holds(const struct value *list, struct strs items)
{
	const struct value *v = list->first;

	for (size_t i = 0; i < items.n; i++, v = v->next)
		if (!v || v->kind != VALUE_TEXT || !str_eq(v->text, items.v[i]))
			return false;
	return !v;
}

void value_record(
	struct buf *out, str key, const struct value *v, bool (*shows)(void *ctx, const struct value *part), void *ctx)
{
	bool map = v->kind == VALUE_MAP;
	if (v->kind == VALUE_NULL || v->kind == VALUE_TEXT) {
		record_text(out, key, v->kind == VALUE_NULL ? (str){0} : v->text);
		return;
	}
	(map ? record_object : record_list)(out, key);
	for (const struct value *part = v->first; part; part = part->next)
		if (!part->duplicate && (!shows || shows(ctx, part)))
			value_record(out, map ? part->key : (str){0}, part, shows, ctx);
	(map ? record_object_end : record_list_end)(out);
}

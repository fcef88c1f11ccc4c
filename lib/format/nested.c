#include "format/nested.h"

#include "base/record.h"

#define FROM_DEPTH 2 /* from: {vcard: ...} says it again */

static bool is_plain(const struct value *v)
{
	return v->kind == VALUE_TEXT && v->text.n && str_trim(v->text).n == v->text.n;
}

static bool said_before(const struct value *list, const struct value *item)
{
	for (const struct value *v = list->first; v != item; v = v->next)
		if (str_eq(v->text, item->text))
			return true;
	return false;
}

bool nested_is(const struct value *v)
{
	if (v->kind == VALUE_TEXT)
		return str_trim(v->text).n && !is_plain(v);
	if (v->kind != VALUE_LIST)
		return v->first;
	for (const struct value *item = v->first; item; item = item->next)
		if (!is_plain(item) || said_before(v, item))
			return true;
	return false;
}

str nested_write(struct arena *a, const struct value *v)
{
	struct buf out = {0};
	record_begin(&out);
	value_record(&out, v->key, v, NULL, NULL);
	record_end(&out);
	return str_trim(arena_take(a, &out));
}

static bool has_duplicate(const struct value *v)
{
	bool found = v->duplicate;
	for (const struct value *part = v->first; part && !found; part = part->next)
		found = has_duplicate(part);
	return found;
}

static int depth_of(const struct value *v)
{
	int most = 0;
	for (const struct value *part = v->first; part; part = part->next) {
		int depth = depth_of(part);
		most = depth > most ? depth : most;
	}
	return most + (v->kind == VALUE_LIST || v->kind == VALUE_MAP);
}

/* JSON is YAML. */
struct value *nested_read(struct arena *a, str text)
{
	struct front front;
	text = str_trim(text);
	if (!str_starts(text, S("{")) || text.n > NESTED_BYTES || !front_parse(a, text, 1, &front) || !front.root)
		return NULL;
	struct value *v = front.root->first;
	bool good = v && v->key.n && !v->next && !front.root->anchored && !has_duplicate(front.root) &&
		    depth_of(front.root) + FROM_DEPTH <= FRONT_DEPTH;
	return good ? v : NULL;
}

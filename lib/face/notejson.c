#include "face/notejson.h"

#include "base/record.h"
#include "note/fields.h"
#include "text/items.h"

static void put_value(struct buf *out, struct note *n, enum reader reader, str key, const struct value *v)
{
	bool map = v->kind == VALUE_MAP;
	if (v->kind == VALUE_NULL || v->kind == VALUE_TEXT) {
		record_text(out, key, v->kind == VALUE_NULL ? (str){0} : v->text);
		return;
	}
	(map ? record_object : record_list)(out, key);
	for (const struct value *item = v->first; item; item = item->next)
		if (!item->duplicate && sight_value(reader, n, item))
			put_value(out, n, reader, map ? item->key : (str){0}, item);
	(map ? record_object_end : record_list_end)(out);
}

/* The front matter, and what items of the body say under our names for it. */
static void put_fields(struct buf *out, struct note *n, enum reader reader)
{
	const struct value *root = note_front(n)->root;
	struct fields all = note_items(n) ? fields_of(n) : (struct fields){0};
	record_object(out, S("fields"));
	for (const struct value *v = root ? root->first : NULL; v; v = v->next)
		if (!v->duplicate && sight_value(reader, n, v))
			put_value(out, n, reader, v->key, v);
	for (size_t i = 0; i < all.n; i++) {
		str name = all.v[i].name;
		const struct value *v = items_is(all.v[i].key) ? sight_field(reader, n, name) : NULL;
		if (v)
			put_value(out, n, reader, name, v);
	}
	record_object_end(out);
}

static void put_annotations(struct buf *out, struct note *n)
{
	record_object(out, S("nt"));
	for (size_t i = 0; i < n->notes.n; i++) {
		str key = n->notes.v[i].key;
		struct strs list = note_annotation_list(n, key);
		if (str_starts(n->notes.v[i].value, S("[")))
			record_texts(out, key, list);
		else
			record_text(out, key, list.n ? list.v[0] : S(""));
	}
	record_object_end(out);
}

void notejson_put(struct buf *out, struct note *n, enum reader reader)
{
	record_begin(out);
	record_text(out, S("path"), n->path.p ? n->path : S(""));
	record_text(out, S("name"), sight_name(reader, n));
	record_text(out, S("kind"), note_kind(n));
	put_fields(out, n, reader);
	put_annotations(out, n);
	record_end(out);
}

#include "face/notejson.h"

#include "base/record.h"
#include "note/fields.h"
#include "text/items.h"
#include "text/value.h"

struct showing {
	struct note *n;
	enum reader reader;
};

static bool shows(void *ctx, const struct value *part)
{
	const struct showing *s = ctx;
	return sight_value(s->reader, s->n, part);
}

/* The front matter, and what items of the body say under our names for it. */
static void put_fields(struct buf *out, struct note *n, enum reader reader)
{
	const struct value *root = note_front(n)->root;
	struct showing s = {n, reader};
	struct fields all = note_items(n) ? fields_of(n) : (struct fields){0};
	record_object(out, S("fields"));
	for (const struct value *v = root ? root->first : NULL; v; v = v->next)
		if (!v->duplicate && sight_value(reader, n, v))
			value_record(out, v->key, v, shows, &s);
	for (size_t i = 0; i < all.n; i++) {
		str name = all.v[i].name;
		const struct value *v = items_is(all.v[i].key) ? sight_field(reader, n, name) : NULL;
		if (v)
			value_record(out, name, v, shows, &s);
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

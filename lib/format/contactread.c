#include "format/contact.h"

#include "note/fields.h"

/* What r may see of v; NULL: nothing. */
static struct value *seen(struct arena *a, struct note *n, enum reader r, const struct value *v)
{
	if (!sight_value(r, n, v))
		return NULL;
	struct value *out =
		value_copy(a, &(struct value){.kind = v->kind, .style = v->style, .key = v->key, .text = v->text});
	for (const struct value *child = v->first; child; child = child->next) {
		struct value *part = seen(a, n, r, child);
		if (part)
			value_append(out, part);
	}
	return v->first && !out->first ? NULL : out;
}

void contact_read(struct contact *c, struct note *n, enum reader reader)
{
	struct fields all = fields_of(n);
	contact_begin(c, n->arena);
	for (size_t i = 0; i < all.n; i++) {
		const struct field_said *f = &all.v[i];
		struct value *part = sight_key(reader, n, f->key) ? seen(c->arena, n, reader, f->value) : NULL;
		if (part)
			value_put(c->front, f->name, part);
	}
}

#include "format/contact.h"

#include "note/mapped.h"

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

/* Whether v is what is read as the field, or was gathered into it. */
static bool is_in(const struct value *field, const struct value *v)
{
	bool gathered = field->word.p && !field->word.n;
	if (!gathered)
		return field->at >= v->at && field->end <= v->end;
	for (const struct value *part = field->first; part; part = part->next)
		if (is_in(part, v))
			return true;
	return false;
}

/* What a key of the note is read as, with all that is read as the same, and its name; NULL: another value is. */
static const struct value *as_read(struct note *n, const struct value *v, str *name)
{
	str mapped = mapped_field(n->arena, &n->config->map, v->key), ours = mapped.p ? mapped : v->key;
	*name = str_head(ours, mapped.p ? str_chr(ours, '.') : STR_NONE);
	const struct value *field = note_field(n, *name);
	if (!field || is_in(field, v))
		return field;
	*name = v->key;
	return mapped.p ? v : NULL;
}

void contact_read(struct contact *c, struct note *n, enum reader reader)
{
	const struct value *root = note_front(n)->root;
	str name;
	contact_begin(c, n->arena);
	for (const struct value *v = root ? root->first : NULL; v; v = v->next) {
		if (!sight_key(reader, n, v->key) || v->duplicate)
			continue;
		const struct value *whole = as_read(n, v, &name);
		struct value *part = whole && !value_child(c->front, name) ? seen(c->arena, n, reader, whole) : NULL;
		if (part)
			value_put(c->front, name, part);
	}
}

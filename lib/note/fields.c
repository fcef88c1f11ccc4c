#include "note/fields.h"

#include "note/mapped.h"

/* Whether v is what is read as the field, or was gathered into it. */
static bool is_in(const struct value *field, const struct value *v)
{
	bool gathered = field->word.p && !field->word.n, empty = v->kind != VALUE_TEXT && !v->first;
	if (!gathered)
		return (field->at >= v->at && field->end <= v->end) || (empty && v->kind != VALUE_NULL) ||
		       (field->at > v->at && field->at < v->end && v->kind != VALUE_TEXT);
	for (const struct value *part = field->first; part; part = part->next)
		if (is_in(part, v))
			return true;
	return false;
}

/* What a key of the note is read as, with all that is read as the same, and its name; NULL: another value is. */
static const struct value *as_read(struct note *n, const struct value *v, str *name)
{
	str mapped = n->is_new ? (str){0} : mapped_field(n->arena, &n->config->map, v->key);
	*name = mapped.p ? str_head(mapped, str_chr(mapped, '.')) : v->key;
	const struct value *field = note_field(n, *name);
	if (!field || is_in(field, v))
		return field;
	*name = v->key;
	return mapped.p ? v : NULL;
}

static bool has(const struct fields *all, str name)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].name, name))
			return true;
	return false;
}

static void add(struct note *n, struct fields *all, str name, str key, const struct value *v)
{
	if (!v || has(all, name))
		return;
	all->v = arena_more(n->arena, all->v, all->n, sizeof *all->v);
	all->v[all->n++] = (struct field_said){name, key, v};
}

struct fields fields_of(struct note *n)
{
	struct fields all = {0};
	const struct value *root = note_front(n)->root, *items = note_items(n);
	str name = {0};
	for (const struct value *v = root ? root->first : NULL; v; v = v->next) {
		const struct value *read = v->duplicate ? NULL : as_read(n, v, &name);
		add(n, &all, name, v->key, read);
	}
	for (const struct value *v = items ? items->first : NULL; v; v = v->next) {
		str mapped = mapped_field(n->arena, &n->config->map, v->key);
		name = str_head(mapped, str_chr(mapped, '.'));
		add(n, &all, name, v->key, mapped.p ? note_field(n, name) : NULL);
	}
	return all;
}

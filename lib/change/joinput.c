#include "change/joinput.h"

#include "text/edit.h"
#include "text/items.h"

const struct value *join_child(const struct value *v, str key)
{
	const struct value *i = v && v->kind == VALUE_MAP ? v->first : NULL;
	while (i && !str_eq(i->key, key))
		i = i->next;
	return i && i->kind != VALUE_NULL ? i : NULL;
}

void join_take(struct join_fill *f, str bytes, const struct fault *why)
{
	if (bytes.p)
		f->out->bytes = bytes;
	else
		note_warn(f->ours, why->line, why->col, FMT, ARG(why->text));
}

static const struct value *there(struct join_fill *f, str key)
{
	struct fences p = fences_of(f->out->bytes);
	struct front front;
	return front_parse(f->a, p.yaml, p.yaml_line, &front) ? front_get(&front, key) : NULL;
}

/* The keys under which a field of ours, given as names, stands in the note or would: {email, work} is EMAIL[WORK] in a
 * vault of such keys; below the vault's word for one text nothing can stand. */
static struct strs place(struct join_fill *f, struct strs path)
{
	str name = path.v[0], whole = strs_join(f->a, path, S(".")), key = note_key(f->ours, whole);
	str top = note_key(f->ours, name);
	struct strs keys = strs_with(f->a, (struct strs){0}, top);
	if (path.n > 1 && !str_eq(key, arena_join(f->a, top, str_skip(whole, name.n))))
		return strs_with(f->a, (struct strs){0}, key);
	const struct value *v = path.n > 1 && !str_eq(top, name) ? there(f, top) : NULL;
	bool text = path.n > 1 && (items_is(top) || (v && v->kind != VALUE_MAP && v->kind != VALUE_NULL));
	for (size_t i = 1; i < path.n && !text; i++)
		keys = strs_with(f->a, keys, path.v[i]);
	return keys;
}

void join_add(struct join_fill *f, struct strs path, str item)
{
	struct fault why = {0};
	struct strs keys = place(f, path);
	struct value text = {.kind = VALUE_TEXT, .text = item};
	bool fresh = path.n > 1 && keys.n == 1 && !items_is(keys.v[0]) && !there(f, keys.v[0]);
	join_take(f,
		fresh ? edit_put(f->a, f->out->bytes, keys, &text, &why)
		      : edit_add(f->a, f->out->bytes, strs_join(f->a, keys, S(".")), item, &why),
		&why);
}

void join_put(struct join_fill *f, struct strs path, const struct value *v)
{
	struct fault why = {0};
	struct strs keys = place(f, path), texts = front_texts(f->a, v);
	bool text = keys.n == 1 && path.n > 1 && str_eq(keys.v[0], note_key(f->ours, path.v[0]));
	for (size_t i = 0; i < texts.n && text; i++)
		join_add(f, path, texts.v[i]);
	if (!text)
		join_take(f, edit_put(f->a, f->out->bytes, keys, v, &why), &why);
}

void join_unset(struct join_fill *f, struct strs path)
{
	struct fault why = {0};
	join_take(f, edit_unset(f->a, f->out->bytes, strs_join(f->a, place(f, path), S(".")), &why), &why);
}

void join_tell(struct join_fill *f, struct strs path, struct strs ours, struct strs theirs)
{
	struct joined *out = f->out;
	path = path.n ? place(f, path) : path;
	out->v = arena_more(f->a, out->v, out->n, sizeof *out->v);
	out->v[out->n++] = (struct join_conflict){
		.path = path, .ours = strs_join(f->a, ours, S(", ")), .theirs = strs_join(f->a, theirs, S(", "))};
}

str join_label(struct join_fill *f, const struct value *v, str text)
{
	for (const struct value *i = v->kind == VALUE_MAP ? v->first : NULL; i; i = i->next)
		if (strs_has(front_texts(f->a, i), text))
			return i->key;
	return (str){0};
}

/* A vault that has a key for each label has one for this. */
struct strs join_labelled(struct join_fill *f, struct strs whole, struct strs path, str label)
{
	struct strs with = label.n ? strs_with(f->a, whole, label) : path, keys = place(f, with);
	bool own = label.n && keys.n == 1 && !str_eq(keys.v[0], note_key(f->ours, whole.v[0]));
	return own ? with : path;
}

#include "change/onelink.h"

#include "text/edit.h"

/* The items of one list, or the text that stands alone, which are a link each. */
struct item {
	str text;
	int id; /* where it leads, NAMES_NONE: it is no such link */
	bool bare, other;
};

struct items {
	struct item *v;
	size_t n;
};

static struct item read_item(const struct onelink *o, struct note *n, const struct value *v)
{
	struct item i = {.text = v->text, .id = NAMES_NONE};
	struct links links = {0};
	str text = str_trim(v->text);
	links_scan(n->arena, text, 0, &links);
	if (links.n != 1 || links.v[0].end - links.v[0].at != text.n)
		return i;
	i.id = names_link(o->names, n->arena, &links.v[0], n->path);
	i.bare = !links.v[0].label.p && !links.v[0].heading.p;
	i.other = i.id == o->other;
	if (i.other)
		i.id = o->id;
	return i;
}

static struct items read_items(const struct onelink *o, struct note *n, const struct value *list)
{
	struct items all = {0};
	const struct value *first = list->kind == VALUE_LIST ? list->first : list;
	for (const struct value *v = first; v; v = list->kind == VALUE_LIST ? v->next : NULL)
		if (v->kind == VALUE_TEXT) {
			all.v = arena_more(n->arena, all.v, all.n, sizeof *all.v);
			all.v[all.n++] = read_item(o, n, v);
		}
	return all;
}

/* Whether another item says it, since the two are one. */
static bool is_twice(const struct items *all, size_t at)
{
	const struct item *i = &all->v[at];
	for (size_t k = 0; i->bare && k < all->n; k++) {
		const struct item *j = &all->v[k];
		bool said = i->other ? !j->other || !j->bare || k < at : j->other && !j->bare;
		if (k != at && j->id == i->id && said)
			return true;
	}
	return false;
}

static bool is_among(const struct items *all, const struct item *i)
{
	for (size_t k = 0; i->bare && i->id >= 0 && k < all->n; k++)
		if (all->v[k].id == i->id)
			return true;
	return false;
}

/* What cannot be taken out stays. */
static str take(struct note *n, str bytes, str key, str item)
{
	struct fault why;
	str less = edit_take(n->arena, bytes, key, item, &why);
	return less.p ? less : bytes;
}

static const struct value *first_value(struct note *n)
{
	const struct value *root = note_front(n)->root;
	return root ? root->first : NULL;
}

str onelink_note(const struct onelink *o, struct note *n)
{
	str bytes = n->bytes;
	for (const struct value *v = first_value(n); v; v = v->next) {
		struct items all = v->kind == VALUE_LIST ? read_items(o, n, v) : (struct items){0};
		for (size_t i = 0; i < all.n; i++)
			if (is_twice(&all, i))
				bytes = take(n, bytes, v->key, all.v[i].text);
	}
	return bytes;
}

str onelink_rest(const struct onelink *o, struct note *theirs, struct note *ours)
{
	str bytes = theirs->bytes;
	for (const struct value *v = first_value(theirs); v; v = v->next) {
		const struct value *own = front_get(note_front(ours), v->key);
		struct items there = own ? read_items(o, ours, own) : (struct items){0};
		struct items all = own ? read_items(o, theirs, v) : (struct items){0};
		for (size_t i = 0; i < all.n; i++)
			if (is_among(&there, &all.v[i]))
				bytes = take(theirs, bytes, v->key, all.v[i].text);
	}
	return bytes;
}

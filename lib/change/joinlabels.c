#include "change/joinlabels.h"

#include "change/joinsame.h"
#include "note/vocabulary.h"
#include "text/edit.h"
#include "text/value.h"

static struct strs path_of(const struct joinlabels *l, const struct value *label)
{
	return strs_with(l->f->a, strs_with(l->f->a, (struct strs){0}, l->key), label->key);
}

static const struct value *first_in(const struct value *label)
{
	return label->kind == VALUE_LIST ? label->first : label;
}

static const struct value *next_in(const struct value *label, const struct value *item)
{
	return label->kind == VALUE_LIST ? item->next : NULL;
}

static bool has_item(const struct joinlabels *l, const struct value *label, const struct value *item)
{
	const struct value *x = label ? first_in(label) : NULL;
	while (x && !join_same(l->f, l->key, x, item))
		x = next_in(label, x);
	return x != NULL;
}

/* A label of ours that says what the source said of it last time, so that it follows. */
static bool follows(const struct joinlabels *l, const struct value *label)
{
	const struct value *said = join_child(l->said, label->key);
	return said && join_same(l->f, l->key, label, said);
}

static bool theirs_says(const struct joinlabels *l, const struct value *item)
{
	for (const struct value *label = l->theirs->first; label; label = label->next)
		if (has_item(l, label, item))
			return true;
	return false;
}

/* Stands under a label from which the source does not move it. */
static bool stays(const struct joinlabels *l, const struct value *item)
{
	for (const struct value *label = l->ours->first; label; label = label->next)
		if (has_item(l, label, item) &&
			(!follows(l, label) || has_item(l, join_child(l->theirs, label->key), item)))
			return true;
	return false;
}

bool joinlabels_are(const struct joinlabels *l)
{
	const struct vocabulary *v = vocabulary_find(l->key);
	bool address = str_eq(l->key, S("address")) && !join_has_parts(l->ours) && !join_has_parts(l->theirs);
	return !l->f->keeps && l->ours && l->ours->kind == VALUE_MAP && l->theirs->kind == VALUE_MAP &&
	       (address || (v && (v->flags & IS_SEVERAL)));
}

/* The items of a label for which that is not so; NULL: there are none. *fewer: there are others. */
static struct value *without(const struct joinlabels *l, const struct value *label,
	bool (*is)(const struct joinlabels *, const struct value *), bool *fewer)
{
	struct value *list = value_new(l->f->a, VALUE_LIST, (str){0}, '[');
	*fewer = false;
	for (const struct value *x = first_in(label); x; x = next_in(label, x))
		if (is(l, x)) {
			*fewer = true;
		} else {
			struct value *copy = value_copy(l->f->a, x);
			copy->key = (str){0};
			value_append(list, copy);
		}
	return !list->first ? NULL : list->first->next ? list : list->first;
}

const struct value *joinlabels_left(const struct joinlabels *l, const struct value *label)
{
	bool fewer;
	const struct value *said = join_child(l->said, label->key);
	if (label->kind == VALUE_NULL || (said && value_same(said, label)))
		return NULL;
	struct value *rest = without(l, label, stays, &fewer);
	return rest && fewer ? rest : rest ? label : NULL;
}

void joinlabels_move(const struct joinlabels *l)
{
	for (const struct value *label = l->ours->first; label; label = label->next) {
		bool fewer;
		if (label->kind == VALUE_NULL || !follows(l, label) || join_child(l->theirs, label->key))
			continue;
		struct value *rest = without(l, label, theirs_says, &fewer);
		if (rest && fewer)
			join_put(l->f, path_of(l, label), rest);
		else if (!rest)
			join_unset(l->f, path_of(l, label));
	}
}

#include "change/joinsame.h"

#include "change/agree.h"
#include "change/sayings.h"
#include "note/vocabulary.h"
#include "query/field.h"
#include "text/value.h"

struct strs join_items(struct arena *a, str key, struct strs texts)
{
	struct strs tags = {0};
	if (!str_eq(key, S("tags")))
		return texts;
	for (size_t i = 0; i < texts.n; i++)
		strs_add_words(a, &tags, texts.v[i]);
	return tags;
}

struct strs join_texts(struct arena *a, str key, const struct value *v)
{
	return join_items(a, key, front_texts(a, v));
}

bool join_holds(struct join_fill *f, str key, struct strs texts, str text)
{
	struct strs forms = sayings_forms(f->a, key, text, f->country);
	size_t found = 0;
	for (size_t k = 0; k < forms.n; k++)
		for (size_t i = 0; i < texts.n; i++)
			if (strs_has(sayings_forms(f->a, key, texts.v[i], f->country), forms.v[k])) {
				found++;
				break;
			}
	return found == forms.n;
}

bool join_holds_all(struct join_fill *f, str key, struct strs texts, struct strs wanted)
{
	for (size_t i = 0; i < wanted.n; i++)
		if (!join_holds(f, key, texts, wanted.v[i]))
			return false;
	return true;
}

bool join_same(struct join_fill *f, str key, const struct value *x, const struct value *y)
{
	struct strs xs = join_texts(f->a, key, x), ys = join_texts(f->a, key, y);
	return join_holds_all(f, key, xs, ys) && join_holds_all(f, key, ys, xs);
}

/* *more: theirs knows more of the date. */
bool join_dates_agree(str key, const struct value *x, const struct value *y, bool *more)
{
	return field_type(key) == FIELD_DATE && x->kind == VALUE_TEXT && y->kind == VALUE_TEXT &&
	       agree_dates(x->text, y->text, more);
}

/* Sam O'Test, and Sam O'Test, PhD: what stands behind the comma is said at one time, and not at another. */
bool join_is_suffixed(struct join_fill *f, str x, str y)
{
	str one = sayings_form(f->a, S("name"), x, (str){0}), other = sayings_form(f->a, S("name"), y, (str){0});
	bool longer = one.n > other.n;
	str more = longer ? one : other, less = longer ? other : one;
	return less.n && str_starts(more, less) && str_starts(str_skip(more, less.n), S(","));
}

bool join_has_parts(const struct value *v)
{
	bool any = false;
	for (const struct value *x = v->kind == VALUE_MAP ? v->first : NULL; x; x = x->next)
		any = any || vocabulary_is_part(x->key);
	return any;
}

/* One is the parts of an address, the other has addresses under labels: in one map they would be neither. */
bool join_is_mixed(struct join_fill *f, struct strs path, const struct value *ours, const struct value *theirs)
{
	return path.n == 1 && str_eq(path.v[0], note_key(f->ours, S("address"))) && ours && ours->kind == VALUE_MAP &&
	       theirs->kind == VALUE_MAP && join_has_parts(ours) != join_has_parts(theirs);
}

bool join_has_address(struct join_fill *f, const struct value *labelled, const struct value *address)
{
	for (const struct value *v = labelled->first; v; v = v->next)
		if (join_same(f, S("address"), v, address))
			return true;
	return false;
}

/* The owner's address without a label is "other" beside theirs, with the labels that it had by mistake. */
struct value *join_under_labels(struct join_fill *f, const struct value *ours, const struct value *theirs)
{
	struct value *both = value_copy(f->a, theirs), *parts = value_new(f->a, VALUE_MAP, (str){0}, 0);
	for (const struct value *v = ours->first; v; v = v->next)
		if (vocabulary_is_part(v->key))
			value_append(parts, value_copy(f->a, v));
		else if (!value_child(both, v->key))
			value_append(both, value_copy(f->a, v));
	struct value *other = value_child(both, S("other"));
	if (!join_has_address(f, both, parts) && other) {
		struct value *list = value_new(f->a, VALUE_LIST, (str){0}, 0);
		value_unlink(both, other);
		other->key = (str){0};
		value_append(list, parts);
		value_append(list, other);
		parts = list;
	}
	if (!join_has_address(f, both, parts))
		value_put(both, S("other"), parts);
	return both;
}

/* An address that is written in full knows its city. */
bool join_in_address(struct join_fill *f, str key, const struct value *theirs)
{
	const struct vocabulary *v = vocabulary_find(key);
	bool part = v && v->kinds && (v->flags & IS_PART);
	struct strs there = part ? field_get(f->ours, NULL, key).texts : (struct strs){0};
	return there.n && join_holds_all(f, key, there, front_texts(f->a, theirs));
}

/* The city and country that stand beside an address are one, as a card has them. */
bool join_is_beside(struct join_fill *f, str key, const struct value *theirs)
{
	bool same_places = str_eq(key, S("address")) && theirs->kind == VALUE_MAP && theirs->first;
	for (const struct value *v = same_places ? theirs->first : NULL; v && same_places; v = v->next) {
		const struct value *ours = note_field(f->ours, v->key);
		same_places = str_listed(" city country ", v->key) && ours && join_same(f, v->key, ours, v);
	}
	return same_places;
}

#include "change/keptlines.h"

#include "format/contact.h"
#include "note/keptline.h"
#include "text/edit.h"
#include "text/value.h"

static bool is_marked(struct arena *a, struct strs marks, str line)
{
	return strs_has(marks, contact_mark(a, line));
}

static struct strs marks_of(struct arena *a, struct strs lines)
{
	struct strs marks = {0};
	for (size_t i = 0; i < lines.n; i++)
		strs_add(a, &marks, contact_mark(a, lines.v[i]));
	return marks;
}

/* A mark of that property that the source says no more, and the note has not either: a person has changed or deleted
 * the line. */
static bool was_touched(struct arena *a, struct strs said, struct strs now, struct strs there, str property)
{
	for (size_t i = 0; i < said.n; i++)
		if (str_eq(keptline_property(a, said.v[i]), property) && !strs_has(now, said.v[i]) &&
			!strs_has(there, said.v[i]))
			return true;
	return false;
}

/* The note's line of that property which no source said; absent: none. */
static str own_line(struct arena *a, struct strs ours, struct strs said, struct strs others, str property)
{
	for (size_t i = 0; i < ours.n; i++)
		if (str_eq(keptline_property(a, ours.v[i]), property) && !is_marked(a, said, ours.v[i]) &&
			!is_marked(a, others, ours.v[i]))
			return ours.v[i];
	return (str){0};
}

struct keptlines keptlines(
	struct arena *a, struct strs ours, const struct strs *said, struct strs now, struct strs others)
{
	struct keptlines out = {0};
	struct strs last = said ? *said : (struct strs){0}, marks = marks_of(a, now), there = marks_of(a, ours);
	for (size_t i = 0; i < ours.n; i++)
		if (strs_has(last, there.v[i]) && !strs_has(marks, there.v[i]) && !strs_has(others, there.v[i]))
			strs_add(a, &out.take, ours.v[i]);
	for (size_t i = 0; i < now.n; i++) {
		str property = keptline_property(a, now.v[i]), own = {0};
		if (strs_has(last, marks.v[i]) || strs_has(there, marks.v[i]))
			continue; /* nothing new: what ours made of it since stands */
		if (was_touched(a, last, marks, there, property))
			own = own_line(a, ours, last, others, property);
		if (own.p) {
			strs_add(a, &out.ours, own);
			strs_add(a, &out.theirs, now.v[i]);
		} else {
			strs_add(a, &out.add, now.v[i]);
		}
	}
	return out;
}

struct keptlines keptlines_changed(struct arena *a, struct strs ours, struct strs before, struct strs now)
{
	struct strs last = marks_of(a, before);
	struct keptlines all = keptlines(a, ours, &last, now, (struct strs){0}), out = {0};
	for (size_t i = 0; i < all.take.n; i++)
		for (size_t k = 0; k < all.add.n; k++)
			if (!strs_has(out.add, all.add.v[k]) && !strs_has(out.take, all.take.v[i]) &&
				str_eq(keptline_property(a, all.add.v[k]), keptline_property(a, all.take.v[i]))) {
				strs_add(a, &out.take, all.take.v[i]);
				strs_add(a, &out.add, all.add.v[k]);
			}
	return out;
}

str keptlines_put(struct arena *a, str bytes, struct strs ours, const struct keptlines *k, struct fault *why)
{
	struct strs path = strs_with(a, (struct strs){0}, S("vcard"));
	if (ours.n == 1 && k->take.n == 1 && k->add.n == 1)
		return edit_put(a, bytes, path, value_new(a, VALUE_TEXT, k->add.v[0], 0), why);
	if (k->take.n && k->take.n == ours.n && !k->add.n)
		return edit_unset(a, bytes, path.v[0], why);
	for (size_t i = 0; i < k->add.n && bytes.p; i++)
		bytes = edit_add(a, bytes, path.v[0], k->add.v[i], why);
	for (size_t i = 0; i < k->take.n && bytes.p; i++)
		bytes = edit_take(a, bytes, path.v[0], k->take.v[i], why);
	return bytes;
}

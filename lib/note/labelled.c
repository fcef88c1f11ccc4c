#include "note/labelled.h"

#include "base/utf8.h"
#include "note/vocabulary.h"
#include "text/value.h"

#define LABELS  " label type "
#define VALUES  " value number phone email address url handle "
#define BESIDES " primary preferred pref " /* what else such a map says */

static bool is_among(const char *list, const struct value *v)
{
	return v->kind == VALUE_TEXT && str_listed(list, v->key);
}

/* label: home; type: [work, voice] */
static void add_words(struct arena *a, const struct value *v, struct labelled *out)
{
	struct strs texts = front_texts(a, v);
	for (size_t i = 0; i < texts.n; i++) {
		str word = str_trim(texts.v[i]);
		if (!word.n)
			continue;
		out->words = out->words.n ? arena_printf(a, FMT "." FMT, ARG(out->words), ARG(word)) : word;
		if (!out->label.n || (!i && str_eq(v->key, S("label"))))
			out->label = utf8_fold(a, word);
	}
}

/* The map without what it is called. */
static const struct value *parts_of(struct arena *a, const struct value *map)
{
	struct value *v = arena_alloc(a, sizeof *v);
	*v = *map;
	v->first = NULL;
	for (const struct value *part = map->first; part; part = part->next)
		if (!str_listed(LABELS BESIDES, part->key))
			value_append(v, value_copy(a, part));
	return v;
}

bool labelled_read(struct arena *a, const struct value *map, struct labelled *out)
{
	bool parts = false, named = false;
	*out = (struct labelled){.label = S(""), .words = S("")};
	for (const struct value *v = map->kind == VALUE_MAP ? map->first : NULL; v; v = v->next) {
		bool value = is_among(VALUES, v);
		parts |= v->kind == VALUE_TEXT && vocabulary_is_part(v->key);
		if (str_listed(LABELS, v->key)) {
			add_words(a, v, out);
			named = true;
		} else if (value && !out->v) {
			out->v = v;
		} else if (!str_listed(BESIDES, v->key)) {
			out->says_more = true;
		}
	}
	if (parts)
		out->v = named ? parts_of(a, map) : NULL;
	else if (out->v && !named && !str_eq(out->v->key, S("value")))
		out->v = NULL;
	return out->v != NULL;
}

bool labelled_any(struct arena *a, const struct value *v)
{
	struct labelled one;
	if (v->kind == VALUE_MAP)
		return labelled_read(a, v, &one) && (one.v->kind == VALUE_MAP || !one.says_more);
	for (const struct value *item = v->kind == VALUE_LIST ? v->first : NULL; item; item = item->next)
		if (labelled_read(a, item, &one))
			return true;
	return false;
}

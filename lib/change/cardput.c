#include "change/cardput.h"

#include "change/labelput.h"
#include "note/labelled.h"
#include "note/mapped.h"
#include "text/edit.h"

static bool is_hidden(struct note *n, str word)
{
	return !sight_key(READER_REST, n, word);
}

/* Without styles: as the note beside it is written. */
static struct value *plain(struct arena *a, const struct value *v)
{
	struct value *out = value_new(a, v->kind, v->text, 0);
	out->key = v->key;
	for (const struct value *x = v->first; x; x = x->next)
		value_append(out, plain(a, x));
	return out;
}

bool cardput_same(struct arena *a, const struct value *x, const struct value *y)
{
	struct buf one = {0}, other = {0};
	value_form(&one, x);
	value_form(&other, y);
	return str_eq(arena_take(a, &one), arena_take(a, &other));
}

/* The part of a map in the note that a card has under a label, which it writes small; NULL: none. */
static const struct value *part_of(const struct value *map, str label)
{
	for (const struct value *v = map->first; v; v = v->next)
		if (str_ieq(v->key, label))
			return v;
	return NULL;
}

/* The parts of ours are those of the note. */
static bool has_parts(const struct value *there, const struct value *ours)
{
	for (const struct value *v = ours->first; v; v = v->next)
		if (!part_of(there, v->key))
			return false;
	return true;
}

struct putting {
	struct note *n;
	struct fault *why;
};

static str put_value(const struct putting *p, str bytes, struct strs path, const struct value *there,
	const struct value *ours, const struct value *card);

static str put_map(const struct putting *p, str bytes, struct strs path, const struct value *there,
	const struct value *ours, const struct value *card)
{
	struct arena *a = p->n->arena;
	for (const struct value *v = card->first; v && bytes.p; v = v->next) {
		const struct value *own = part_of(ours, v->key), *part = part_of(there, v->key);
		if (!own || !cardput_same(a, own, v))
			bytes = put_value(p, bytes, strs_with(a, path, part ? part->key : v->key), part, own, v);
	}
	for (const struct value *v = ours->first; v && bytes.p; v = v->next)
		if (!part_of(card, v->key))
			bytes = put_value(p, bytes, strs_with(a, path, part_of(there, v->key)->key), NULL, v, NULL);
	return bytes;
}

/* Item by item: those that stay keep their bytes. Absent: an item is written in another way. */
static str put_list(const struct putting *p, str bytes, str key, const struct value *ours, const struct value *card)
{
	struct strs had = front_texts(p->n->arena, ours), has = front_texts(p->n->arena, card);
	for (size_t i = 0; i < has.n && bytes.p; i++)
		if (!strs_has(had, has.v[i]))
			bytes = edit_add(p->n->arena, bytes, key, has.v[i], p->why);
	for (size_t i = 0; i < had.n && bytes.p; i++)
		if (!strs_has(has, had.v[i]))
			bytes = edit_take(p->n->arena, bytes, key, had.v[i], p->why);
	return bytes;
}

/* All of it; what the book calls private stays. */
static str put_whole(
	const struct putting *p, str bytes, struct strs path, const struct value *there, const struct value *card)
{
	struct arena *a = p->n->arena;
	struct value *v = card ? plain(a, card) : value_new(a, VALUE_MAP, (str){0}, 0);
	for (const struct value *x = there && there->kind == VALUE_MAP ? there->first : NULL; x; x = x->next) {
		if (!is_hidden(p->n, x->key))
			continue;
		if (v->kind != VALUE_MAP) {
			struct value *map = value_new(a, VALUE_MAP, (str){0}, 0);
			value_put(map, S("other"), v);
			v = map;
		}
		value_put(v, x->key, plain(a, x));
	}
	if (card || v->first)
		return edit_put(a, bytes, path, v, p->why);
	return edit_unset(a, bytes, strs_join(a, path, S(".")), p->why);
}

/* A map with parts of which the card knows nothing. */
static bool hides(struct note *n, const struct value *there)
{
	for (const struct value *v = there && there->kind == VALUE_MAP ? there->first : NULL; v; v = v->next)
		if (is_hidden(n, v->key))
			return true;
	return false;
}

static bool is_list(const struct value *v)
{
	return v->kind == VALUE_LIST && v->first && v->first->kind != VALUE_MAP;
}

static str put_value(const struct putting *p, str bytes, struct strs path, const struct value *there,
	const struct value *ours, const struct value *card)
{
	static const struct value none = {.kind = VALUE_MAP};
	if (hides(p->n, there)) {
		ours = ours ? ours : &none;
		card = card ? card : &none;
	}
	bool maps = there && ours && card && there->kind == VALUE_MAP && ours->kind == VALUE_MAP &&
		    card->kind == VALUE_MAP && has_parts(there, ours);
	if (maps)
		return put_map(p, bytes, path, there, ours, card);
	if (there && ours && card && is_list(there) && is_list(ours) && is_list(card)) {
		str after = put_list(p, bytes, strs_join(p->n->arena, path, S(".")), ours, card);
		if (after.p)
			return after;
	}
	return put_whole(p, bytes, path, there, card);
}

static str put_labelled(const struct putting *p, str bytes, const struct value *there, const struct contact *ours,
	const struct contact *card, str key)
{
	struct arena *a = p->n->arena;
	struct strs path = strs_with(a, (struct strs){0}, there->key);
	const struct value *v = labelput(p->n, there, ours, card, key);
	return v ? edit_put(a, bytes, path, v, p->why) : edit_unset(a, bytes, there->key, p->why);
}

/* The value there on the way of names; NULL: none. */
static const struct value *at(const struct value *v, struct strs path, size_t from)
{
	for (size_t i = from; i < path.n && v; i++)
		v = part_of(v, path.v[i]);
	return v;
}

/* The keys of the vault under which the note says what the path leads to, or would. */
static struct strs words_of(struct note *n, struct strs path)
{
	const struct value *v = at(note_field(n, path.v[0]), path, 1);
	struct strs words = {0};
	if (v && v->word.n)
		strs_add(n->arena, &words, v->word);
	for (const struct value *item = v && !v->word.n && v->kind == VALUE_LIST ? v->first : NULL; item;
		item = item->next)
		strs_add(n->arena, &words, item->word);
	if (!words.n)
		strs_add(n->arena, &words, note_key(n, strs_join(n->arena, path, S("."))));
	return words;
}

/* card NULL: it goes. What stood under several keys stands under the first then. */
static str put_word(const struct putting *p, str bytes, struct strs path, const struct value *card)
{
	struct arena *a = p->n->arena;
	struct strs words = words_of(p->n, path);
	for (size_t i = card ? 1 : 0; i < words.n && bytes.p; i++)
		bytes = edit_unset(a, bytes, words.v[i], p->why);
	if (card && bytes.p)
		bytes = edit_put(a, bytes, (struct strs){words.v, 1}, plain(a, card), p->why);
	return bytes;
}

/* Where the vault has words for labels and parts, each of them by itself. */
static str put_words(
	const struct putting *p, str bytes, struct strs path, const struct value *ours, const struct value *card)
{
	struct arena *a = p->n->arena;
	const struct value *maps[] = {card, ours};
	bool labels = (ours && ours->kind == VALUE_MAP) || (card && card->kind == VALUE_MAP);
	if (!labels)
		return card && ours && cardput_same(a, ours, card) ? bytes : put_word(p, bytes, path, card);
	for (size_t k = 0; k < 2; k++) {
		const struct value *v = maps[k];
		for (const struct value *x = v && v->kind == VALUE_MAP ? v->first : NULL; x && bytes.p; x = x->next)
			if (k == 0 || !card || card->kind != VALUE_MAP || !part_of(card, x->key))
				bytes = put_words(p, bytes, strs_with(a, path, x->key),
					ours && ours->kind == VALUE_MAP ? part_of(ours, x->key) : NULL,
					card && card->kind == VALUE_MAP ? part_of(card, x->key) : NULL);
		if (v && v->kind != VALUE_MAP && bytes.p)
			bytes = put_words(p, bytes, strs_with(a, path, S("other")), k ? v : NULL, k ? NULL : v);
	}
	return bytes;
}

str cardput(
	struct note *n, str bytes, str key, const struct contact *ours, const struct contact *card, struct fault *why)
{
	struct putting p = {n, why};
	const struct value *own = contact_field(ours, key), *its = contact_field(card, key);
	struct strs path = strs_with(n->arena, (struct strs){0}, key);
	if (mapped_has_below(&n->config->map, key))
		return put_words(&p, bytes, path, own, its);
	str word = note_key(n, key);
	const struct value *raw = front_get(note_front(n), word);
	if (raw && labelled_any(n->arena, raw))
		return put_labelled(&p, bytes, raw, ours, card, key);
	return put_value(
		&p, bytes, strs_with(n->arena, (struct strs){0}, word), str_eq(word, key) ? raw : NULL, own, its);
}

#include "text/items.h"

#include "base/buf.h"
#include "text/value.h"

bool items_is(str word)
{
	return str_starts(word, S("- "));
}

struct item {
	str line; /* with its line end */
	str word, text;
	size_t number; /* of the line in the body, from 1 */
};

/* What is left of the body before the first section, and the line that is next. */
struct reading {
	str rest;
	size_t number;
};

static bool next(struct reading *r, struct item *item)
{
	str line;
	while (str_line(&r->rest, &line) && !str_starts(line, S("##"))) {
		str chomped = str_chomp(line);
		size_t colon = str_chr(chomped, ':');
		r->number++;
		while (colon != STR_NONE && colon + 1 < chomped.n && !str_blank(chomped.p[colon + 1])) {
			size_t further = str_chr(str_skip(chomped, colon + 1), ':');
			colon = further == STR_NONE ? STR_NONE : colon + 1 + further;
		}
		if (!items_is(chomped) || colon == STR_NONE || colon < 3)
			continue;
		str text = str_trim(str_skip(chomped, colon + 1));
		if (!text.n)
			text = str_skip(chomped, chomped.n);
		*item = (struct item){line, str_head(chomped, colon), text, r->number};
		return true;
	}
	return false;
}

const struct value *items_read(struct arena *a, str note, const struct fences *p)
{
	struct reading r = {p->body, 0};
	struct item item;
	struct value *all = NULL;
	const char *start = p->yaml.p ? p->yaml.p : note.p;
	while (next(&r, &item)) {
		struct value *v = value_new(a, item.text.n ? VALUE_TEXT : VALUE_NULL, item.text, 0);
		v->word = item.word;
		v->at = (uint32_t)(item.text.p - start);
		v->end = v->at + (uint32_t)item.text.n;
		v->line = (uint32_t)(p->body_line + item.number - 1);
		v->col = 1;
		all = all ? all : value_new(a, VALUE_MAP, (str){0}, 0);
		value_put(all, item.word, v);
	}
	return all;
}

const struct value *items_get(struct arena *a, const struct value *items, str word)
{
	struct value *list = value_new(a, VALUE_LIST, (str){0}, 0);
	for (const struct value *v = items ? items->first : NULL; v; v = v->next)
		if (str_eq(v->key, word))
			value_append(list, value_copy(a, v));
	if (list->first) {
		list->line = list->first->line;
		list->col = list->first->col;
	}
	return list->first && list->first->next ? list : list->first;
}

bool items_has(str note, str word)
{
	struct fences p = fences_of(note);
	struct reading r = {p.body, 0};
	struct item item;
	while (items_is(word) && next(&r, &item))
		if (str_eq(item.word, word))
			return true;
	return false;
}

static struct strs texts_of(struct arena *a, str note, str word)
{
	struct fences p = fences_of(note);
	struct reading r = {p.body, 0};
	struct item item;
	struct strs texts = {0};
	while (next(&r, &item))
		if (str_eq(item.word, word))
			strs_add(a, &texts, item.text);
	return texts;
}

static bool is_line(str text)
{
	return str_trim(text).n == text.n && text.n && str_chr(text, '\n') == STR_NONE &&
	       str_chr(text, '\r') == STR_NONE;
}

/* What stands before the text of an item, and behind. */
static void write_item(struct buf *out, const struct item *item, str text, str eol)
{
	buf_add(out, str_between(item->line.p, item->text.p));
	if (item->text.p[-1] == ':')
		buf_add(out, S(" "));
	buf_add(out, text);
	buf_add(out, eol);
}

static bool same(struct strs x, struct strs y)
{
	bool all = x.n == y.n;
	for (size_t i = 0; i < x.n && all; i++)
		all = str_eq(x.v[i], y.v[i]);
	return all;
}

str items_put(struct arena *a, str note, str word, struct strs texts, struct fault *why)
{
	struct fences p = fences_of(note);
	struct reading r = {p.body, 0};
	struct item item;
	struct buf out = {0};
	struct strs had = texts_of(a, note, word);
	const char *done = note.p;
	size_t seen = 0;
	for (size_t i = 0; i < texts.n; i++)
		if (!is_line(texts.v[i])) {
			why->text = arena_printf(a, "cannot change '" FMT "': an item holds one line", ARG(word));
			return (str){0};
		}
	if (same(had, texts))
		return note;
	while (next(&r, &item)) {
		if (!str_eq(item.word, word))
			continue;
		str behind = str_between(item.text.p + item.text.n, item.line.p + item.line.n);
		bool last = ++seen == had.n;
		buf_add(&out, str_between(done, item.line.p));
		if (seen <= texts.n)
			write_item(
				&out, &item, texts.v[seen - 1], last && texts.n > seen && !behind.n ? p.eol : behind);
		for (size_t i = seen; last && i < texts.n; i++)
			write_item(&out, &item, texts.v[i], i + 1 < texts.n && !behind.n ? p.eol : behind);
		done = item.line.p + item.line.n;
	}
	buf_add(&out, str_between(done, note.p + note.n));
	str after = arena_take(a, &out);
	if (same(texts_of(a, after, word), texts))
		return after;
	why->text = arena_printf(a, "cannot change '" FMT "': something else would change too", ARG(word));
	return (str){0};
}

str items_add(struct arena *a, str note, str word, str text, struct fault *why)
{
	struct strs had = texts_of(a, note, word), texts = {0};
	for (size_t i = 0; i < had.n; i++)
		if (had.v[i].n)
			strs_add(a, &texts, had.v[i]);
	if (strs_has(texts, text))
		return note;
	strs_add(a, &texts, text);
	return items_put(a, note, word, texts, why);
}

str items_take(struct arena *a, str note, str word, str text, struct fault *why)
{
	struct strs had = texts_of(a, note, word), texts = {0};
	for (size_t i = 0; i < had.n; i++)
		if (!str_eq(had.v[i], str_trim(text)))
			strs_add(a, &texts, had.v[i]);
	return texts.n < had.n ? items_put(a, note, word, texts, why) : note;
}

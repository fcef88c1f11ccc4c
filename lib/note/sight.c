#include "note/sight.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "note/keptline.h"
#include "note/mapped.h"
#include "text/heading.h"
#include "text/items.h"
#include <unistd.h>

enum reader sight_of(int fd)
{
	return isatty(fd) ? READER_TERMINAL : READER_REST;
}

bool sight_all(enum reader r)
{
	return r != READER_REST;
}

bool sight_sees(enum reader r, bool is_private)
{
	return !is_private || sight_all(r);
}

/* What a configuration that could not be read calls private, nobody knows. */
static bool is_unknown(const struct note *n)
{
	return n->config && n->config->unread;
}

static bool is_word(const struct note *n, str word)
{
	return is_unknown(n) || strs_has(n->config->private_names, utf8_fold(n->arena, str_trim(word)));
}

static bool any_word(const struct note *n, str dotted)
{
	str part;
	while (str_cut(&dotted, '.', &part))
		if (is_word(n, part))
			return true;
	return false;
}

/* A key by any name that the book has for it. */
static bool is_private_key(const struct note *n, str key)
{
	const struct config_pairs *map = &n->config->map;
	str label;
	if (is_word(n, key))
		return true;
	for (size_t i = 0; i < map->n; i++) {
		str field = map->v[i].key, word = map->v[i].value;
		if (str_eq(field, key) && is_word(n, word))
			return true;
		if (mapped_means(word, key, &label) &&
			(is_word(n, field) || any_word(n, field) || (label.n && is_word(n, label))))
			return true;
	}
	return false;
}

bool sight_key(enum reader r, struct note *n, str key)
{
	str rest = key, part;
	if (sight_all(r) || !n->config)
		return true;
	if (is_private_key(n, key))
		return false;
	while (str_chr(key, '.') != STR_NONE && str_cut(&rest, '.', &part))
		if (is_private_key(n, part))
			return false;
	return true;
}

/* {label: private, value: x}, as address books write it. */
static bool is_labelled(struct note *n, const struct value *v)
{
	static const char *const labels[] = {"label", "type"};
	for (const struct value *item = v->kind == VALUE_MAP ? v->first : NULL; item; item = item->next)
		for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
			struct strs texts = {0};
			if (str_ieq(item->key, str_of(labels[i])))
				texts = front_texts(n->arena, item);
			for (size_t k = 0; k < texts.n; k++)
				if (is_private_key(n, texts.v[k]))
					return true;
		}
	return false;
}

static bool any_private(struct note *n, struct strs names)
{
	for (size_t i = 0; i < names.n; i++)
		if (is_private_key(n, names.v[i]))
			return true;
	return false;
}

/* What calls the lines of a group so is as private as they are, and they as it is. */
static bool is_private_beside(struct note *n, str line, str other)
{
	str label = keptline_label(n->arena, other);
	return (label.n && is_private_key(n, label)) ||
	       (keptline_label(n->arena, line).p && any_private(n, keptline_names(n->arena, other)));
}

/* A line of a card under `vcard:` is seen by whom the field would be. */
static bool is_private_line(struct note *n, const struct value *v)
{
	if (v->kind != VALUE_TEXT || str_chr(v->text, ':') == STR_NONE)
		return false;
	const struct value *kept = front_get(note_front(n), S("vcard"));
	if (!kept || v->at < kept->at || v->at >= kept->end)
		return false;
	if (any_private(n, keptline_names(n->arena, v->text)))
		return true;
	str group = keptline_group(n->arena, v->text);
	for (const struct value *x = group.n ? kept->first : NULL; x; x = x->next)
		if (str_eq(keptline_group(n->arena, x->text), group) && is_private_beside(n, v->text, x->text))
			return true;
	return false;
}

bool sight_value(enum reader r, struct note *n, const struct value *v)
{
	if (sight_all(r) || !n->config)
		return true;
	return (!v->key.p || sight_key(r, n, v->key)) && (!v->word.n || sight_key(r, n, v->word)) &&
	       !is_labelled(n, v) && !is_private_line(n, v);
}

/* It or a value that it stands in is private by itself; at: of the YAML text. */
static bool below_key(struct note *n, const struct value *v, size_t at)
{
	for (; v; v = v->next)
		if (at >= v->at && at < v->end)
			return !sight_value(READER_REST, n, v) || (v->first && below_key(n, v->first, at));
	return false;
}

static bool any_key(struct note *n, const struct value *v)
{
	for (; v; v = v->next)
		if (!sight_value(READER_REST, n, v) || any_key(n, v->first))
			return true;
	return false;
}

static bool is_private_heading(struct note *n, const struct body_block *k)
{
	str word = heading_word(n->arena, body_text(n->arena, note_body(n), k));
	return is_unknown(n) || (n->config && heading_among(n->arena, n->config->private_names, word));
}

static bool below_heading(struct note *n, size_t at)
{
	const struct body *b = note_body(n);
	size_t low = 0, high = b->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (b->blocks[middle].at <= at)
			low = middle + 1;
		else
			high = middle;
	}
	int i = (int)low - 1;
	if (i >= 0 && b->blocks[i].kind != BLOCK_HEADING)
		i = b->blocks[i].heading;
	for (; i >= 0; i = b->blocks[i].heading)
		if (is_private_heading(n, &b->blocks[i]))
			return true;
	return false;
}

bool sight_at(enum reader r, struct note *n, size_t at)
{
	size_t body = (size_t)(n->pieces.body.p - n->bytes.p);
	if (sight_all(r))
		return true;
	if (is_unknown(n))
		return false;
	if (at >= body)
		return !below_heading(n, at - body);
	const struct front *f = note_front(n);
	return !f->root || !below_key(n, f->root->first, at - (size_t)(n->pieces.yaml.p - n->bytes.p));
}

bool sight_bytes(enum reader r, struct note *n, str part)
{
	size_t at = (size_t)(part.p - n->bytes.p), i = 0;
	while (i < part.n && !sight_all(r) && sight_at(r, n, at + i))
		i++;
	return i == part.n || sight_all(r);
}

str sight_lines(enum reader r, struct note *n)
{
	struct buf out = {0};
	str rest = n->bytes, line;
	if (sight_whole(r, n))
		return n->bytes;
	while (str_line(&rest, &line)) {
		str text = str_chomp(line);
		buf_add(&out, sight_bytes(r, n, text) ? text : S("(private)"));
		buf_add(&out, str_skip(line, text.n));
	}
	return arena_take(n->arena, &out);
}

bool sight_whole(enum reader r, struct note *n)
{
	if (sight_all(r))
		return true;
	if (is_unknown(n))
		return false;
	const struct front *f = note_front(n);
	const struct body *b = note_body(n);
	if (f->root && any_key(n, f->root->first))
		return false;
	for (size_t i = 0; i < b->count; i++)
		if (b->blocks[i].kind == BLOCK_HEADING && is_private_heading(n, &b->blocks[i]))
			return false;
	return true;
}

const struct value *sight_field(enum reader r, struct note *n, str key)
{
	const struct value *v = sight_key(r, n, key) ? note_field(n, key) : NULL;
	bool gathered = v && v->word.p; /* from keys that are looked at one by one */
	if (v && items_is(v->word))
		return sight_bytes(r, n, v->text) ? v : NULL;
	return v && (sight_all(r) || gathered || !below_key(n, note_front(n)->root->first, v->at)) ? v : NULL;
}

static void add_texts(struct note *n, const struct value *v, struct strs *out)
{
	if (!sight_value(READER_REST, n, v))
		return;
	if (v->kind == VALUE_TEXT)
		strs_add(n->arena, out, v->text);
	for (const struct value *i = v->first; i; i = i->next)
		add_texts(n, i, out);
}

struct strs sight_inside(enum reader r, struct note *n, const struct value *v)
{
	struct strs texts = {0};
	if (sight_all(r))
		return front_texts(n->arena, v);
	add_texts(n, v, &texts);
	return texts;
}

struct strs sight_texts(enum reader r, struct note *n, str key)
{
	const struct value *v = sight_field(r, n, key);
	return v ? sight_inside(r, n, v) : (struct strs){0};
}

str sight_text(enum reader r, struct note *n, str key)
{
	struct strs texts = sight_texts(r, n, key);
	return texts.n ? texts.v[0] : (str){0};
}

str sight_name(enum reader r, struct note *n)
{
	return sight_key(r, n, S("name")) || !note_field(n, S("name")) ? note_name(n) : note_stem(n);
}

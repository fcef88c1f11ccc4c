#include "note/private.h"

#include "base/utf8.h"
#include "base/sorted.h"

/* The value's own key, or that of a map it stands in, is private; at: of the YAML text. */
static bool key_at(struct note *n, const struct value *v, size_t at)
{
	for (; v; v = v->next)
		if (at >= v->at && at < v->end)
			return (v->key.p && note_private(n, v->key)) || (v->first && key_at(n, v->first, at));
	return false;
}

static bool any_key(struct note *n, const struct value *v)
{
	for (; v; v = v->next)
		if ((v->key.p && note_private(n, v->key)) || any_key(n, v->first))
			return true;
	return false;
}

static bool is_private_heading(struct note *n, const struct body_block *k)
{
	return n->config &&
	       strs_has(n->config->private_names, utf8_fold(n->arena, str_trim(body_text(n->arena, note_body(n), k))));
}

static int by_place(const void *block, const void *at)
{
	size_t a = ((const struct body_block *)block)->at, b = *(const size_t *)at;
	return (a > b) - (a < b);
}

static bool below_private(struct note *n, size_t at)
{
	const struct body *b = note_body(n);
	int i = (int)sorted_end(b->blocks, b->count, sizeof *b->blocks, &at, by_place) - 1;
	if (i >= 0 && b->blocks[i].kind != BLOCK_HEADING)
		i = b->blocks[i].heading;
	for (; i >= 0; i = b->blocks[i].heading)
		if (is_private_heading(n, &b->blocks[i]))
			return true;
	return false;
}

bool private_any(struct note *n)
{
	const struct front *f = note_front(n);
	const struct body *b = note_body(n);
	if (f->root && any_key(n, f->root->first))
		return true;
	for (size_t i = 0; i < b->count; i++)
		if (b->blocks[i].kind == BLOCK_HEADING && is_private_heading(n, &b->blocks[i]))
			return true;
	return false;
}

bool private_at(struct note *n, size_t at)
{
	const struct front *f = note_front(n);
	size_t body = (size_t)(n->pieces.body.p - n->bytes.p);
	if (at >= body)
		return below_private(n, at - body);
	return f->root && key_at(n, f->root->first, at - (size_t)(n->pieces.yaml.p - n->bytes.p));
}

static void add_texts(struct note *n, const struct value *v, struct strs *out)
{
	if (v->key.p && note_private(n, v->key))
		return;
	if (v->kind == VALUE_TEXT)
		strs_add(n->arena, out, v->text);
	for (const struct value *i = v->first; i; i = i->next)
		add_texts(n, i, out);
}

struct strs private_without(struct note *n, const struct value *v)
{
	struct strs texts = {0};
	if (v)
		add_texts(n, v, &texts);
	return texts;
}

/* What the readers without libraries are held to: the same blocks, the same tree, byte for byte. */
#ifndef NT_SAME_H
#define NT_SAME_H

#include "text/body.h"
#include "text/front.h"

static inline bool same_block(const struct body_block *a, const struct body_block *b)
{
	return a->kind == b->kind && a->level == b->level && a->quoted == b->quoted && a->ordered == b->ordered &&
	       a->parent == b->parent && a->heading == b->heading && a->line == b->line && a->at == b->at &&
	       a->text_at == b->text_at && a->text_end == b->text_end && a->end == b->end;
}

static inline bool same_body(const struct body *a, const struct body *b)
{
	bool same = a->count == b->count && a->by_lines == b->by_lines;

	for (size_t i = 0; same && i < a->count; i++)
		same = same_block(&a->blocks[i], &b->blocks[i]);
	return same;
}

static inline bool same_value(const struct value *a, const struct value *b)
{
	if (!a || !b)
		return a == b;
	if (a->kind != b->kind || a->style != b->style || a->link != b->link || a->anchored != b->anchored ||
		a->duplicate != b->duplicate || !a->key.p != !b->key.p || !a->text.p != !b->text.p)
		return false;
	return str_eq(a->key, b->key) && str_eq(a->text, b->text) && a->key_at == b->key_at &&
	       a->key_end == b->key_end && a->at == b->at && a->end == b->end && a->line == b->line &&
	       a->col == b->col && same_value(a->first, b->first) && same_value(a->next, b->next);
}

#endif

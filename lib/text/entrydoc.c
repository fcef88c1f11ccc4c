#include "text/entrydoc.h"

struct entrydoc entrydoc_parse(struct arena *a, str note, const struct entry_rules *rules)
{
	struct entrydoc d = {.note = note, .rules = rules, .pieces = fences_of(note)};

	body_parse(a, d.pieces.body, &d.body);
	entries_read(a, &d.body, rules, &d.entries);
	return d;
}

size_t entrydoc_line(const struct entrydoc *d, size_t body_line)
{
	return d->pieces.body_line + body_line - 1;
}

const struct entry *entrydoc_entry(const struct entrydoc *d, size_t line)
{
	for (size_t i = 0; i < d->entries.n; i++)
		if (entrydoc_line(d, d->entries.v[i].line) == line)
			return &d->entries.v[i];
	return NULL;
}

str entrydoc_text(const struct body *b, const struct body_block *k)
{
	return str_between(b->bytes.p + k->text_at, b->bytes.p + k->text_end);
}

size_t entrydoc_marker(const struct body *b, const struct body_block *k)
{
	size_t at = k->at;

	while (b->bytes.p[at] >= '0' && b->bytes.p[at] <= '9')
		at++;
	return at + 1;
}

struct entrydoc entrydoc_patch(struct arena *a, const struct entrydoc *d, const struct entrydoc_patch *p)
{
	str body = d->body.bytes;
	str parts[] = {
		str_between(d->note.p, body.p + p->at), p->text, str_between(body.p + p->end, d->note.p + d->note.n)};

	return entrydoc_parse(a, strs_join(a, (struct strs){parts, 3}, S("")), d->rules);
}

static bool is_outside(const struct body_block *k, size_t at, size_t n)
{
	return k->at < at || k->at >= at + n;
}

static bool same_block(const struct body *x, const struct body_block *k, const struct body *y, const struct body_block *l)
{
	return k->kind == l->kind && k->level == l->level && k->quoted == l->quoted && k->ordered == l->ordered &&
	       str_eq(entrydoc_text(x, k), entrydoc_text(y, l));
}

bool entrydoc_same_entry(const struct entry *e, const struct entry *f)
{
	return e->state == f->state && e->box == f->box && e->inherited == f->inherited &&
	       e->is_private == f->is_private && e->dir == f->dir && e->date == f->date && str_eq(e->time, f->time) &&
	       str_eq(e->kind, f->kind) && str_eq(e->text, f->text);
}

static bool same_blocks(const struct body *x, const struct body *y, const struct entrydoc_patch *p)
{
	for (size_t i = 0, j = 0;; i++, j++) {
		while (i < x->count && !is_outside(&x->blocks[i], p->at, p->end - p->at))
			i++;
		while (j < y->count && !is_outside(&y->blocks[j], p->at, p->text.n))
			j++;
		if (i == x->count || j == y->count)
			return i == x->count && j == y->count;
		if (!same_block(x, &x->blocks[i], y, &y->blocks[j]))
			return false;
	}
}

static bool same_entries(
	const struct entries *x, const struct entries *y, const struct entrydoc_patch *p, const struct entry **inside)
{
	size_t i = 0, count = 0;

	*inside = NULL;
	for (size_t j = 0; j < y->n; j++) {
		const struct entry *f = &y->v[j];
		if (!is_outside(f->block, p->at, p->text.n)) {
			*inside = count++ ? NULL : f;
			continue;
		}
		while (i < x->n && !is_outside(x->v[i].block, p->at, p->end - p->at))
			i++;
		if (i == x->n || !entrydoc_same_entry(&x->v[i++], f))
			return false;
	}
	while (i < x->n && !is_outside(x->v[i].block, p->at, p->end - p->at))
		i++;
	return i == x->n;
}

bool entrydoc_same(const struct entrydoc *before, const struct entrydoc *after, const struct entrydoc_patch *p, const struct entry **inside)
{
	return same_blocks(&before->body, &after->body, p) &&
	       same_entries(&before->entries, &after->entries, p, inside);
}

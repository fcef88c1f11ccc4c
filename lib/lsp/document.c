#include "lsp/document.h"

static struct document **find(struct documents *all, str uri)
{
	struct document **at = &all->first;
	while (*at && !str_eq((*at)->uri, uri))
		at = &(*at)->next;
	return at;
}

static void release(struct document *d)
{
	struct arena own = d->arena; /* d lives in it */
	buf_release(&d->text);
	arena_release(&own);
}

void document_close(struct documents *all, str uri)
{
	struct document **at = find(all, uri), *d = *at;
	if (!d)
		return;
	*at = d->next;
	release(d);
}

struct document *document_open(struct documents *all, str uri)
{
	document_close(all, uri);
	struct arena own = {0};
	struct document *d = arena_alloc(&own, sizeof *d);
	*d = (struct document){.uri = arena_dup(&own, uri), .next = all->first};
	d->arena = own;
	buf_grow(&d->text, 0); /* an empty text is none that is absent */
	return all->first = d;
}

struct document *document_get(const struct documents *all, str uri)
{
	struct document *d = all->first;
	while (d && !str_eq(d->uri, uri))
		d = d->next;
	return d;
}

struct document *document_of_path(const struct documents *all, str path)
{
	struct document *d = all->first;
	while (d && !(d->path.p && str_eq(d->path, path)))
		d = d->next;
	return d;
}

void document_edit(struct document *d, struct position from, struct position to, str text, enum position_units units)
{
	str old = buf_str(&d->text);
	size_t at = position_offset(old, from, units), end = position_offset(old, to, units);
	if (end < at) {
		size_t swap = at;
		at = end;
		end = swap;
	}
	size_t behind = old.n - end;
	buf_grow(&d->text, text.n);
	if (behind)
		memmove(d->text.p + at + text.n, d->text.p + end, behind);
	if (text.n)
		memcpy(d->text.p + at, text.p, text.n);
	d->text.n = at + text.n + behind;
}

void documents_release(struct documents *all)
{
	while (all->first)
		document_close(all, all->first->uri);
}

#include "lsp/held.h"

/* With a NUL behind, as what is read from a file. */
static str text_of(struct document *d)
{
	return (str){buf_cstr(&d->text), d->text.n};
}

void held_put(struct document *d, struct map *unsaved)
{
	d->held = text_of(d);
	if (d->path.p)
		map_put(unsaved, d->path, &d->held);
}

void held_note(struct document *d, const struct book *b, struct arena *a, struct note *out)
{
	*out = (struct note){.config = &b->config, .arena = a, .path = d->path, .shown = d->path, .bytes = text_of(d)};
	note_begin(out);
}

/* What links find a note by. */
static uint64_t called(struct note *n)
{
	if (!note_ok(n))
		return DOCUMENT_BROKEN;
	struct strs all = note_texts(n, S("aliases"));
	strs_add(n->arena, &all, note_name(n));
	strs_add(n->arena, &all, note_kind(n));
	return map_hash(strs_join(n->arena, all, S("\n"))) | 2;
}

bool held_is_broken(struct document *d, const struct book *b)
{
	struct arena a = {0};
	struct note n;
	if (d->path.p && !d->called) {
		held_note(d, b, &a, &n);
		d->called = called(&n);
	}
	arena_release(&a);
	return d->called == DOCUMENT_BROKEN;
}

bool held_is_shelved(struct document *d, const struct book *b)
{
	return held_is_broken(d, b) || d->called == d->shelved;
}

void held_shelve_file(struct document *d, struct book *b)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	bool there = d->path.p && book_load(b, &a, &buf, d->path, &n);
	d->read = there ? map_hash(n.bytes) : 0;
	d->shelved = there ? called(&n) : 0;
	buf_release(&buf);
	arena_release(&a);
}

void held_shelve(struct document *d, struct book *b)
{
	if (held_is_broken(d, b)) {
		held_shelve_file(d, b);
		return;
	}
	d->read = map_hash(buf_str(&d->text));
	d->shelved = d->called;
}

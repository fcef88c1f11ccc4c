#include "lsp/edits.h"

#include "base/diff.h"
#include "base/record.h"

void edits_position(struct buf *out, struct position p)
{
	record_object(out, (str){0});
	record_number(out, S("line"), (long)p.line);
	record_number(out, S("character"), (long)p.character);
	record_object_end(out);
}

void edits_range(struct buf *out, const struct positions *t, size_t at, size_t end)
{
	record_object(out, (str){0});
	record_key(out, S("start"));
	edits_position(out, position_of(t, at));
	record_key(out, S("end"));
	edits_position(out, position_of(t, end));
	record_object_end(out);
}

/* Whether a text may be cut there: not within a character, nor within CRLF. */
static bool is_cut(str s, size_t at)
{
	if (at == 0 || at >= s.n)
		return true;
	return ((unsigned char)s.p[at] & 0xc0) != 0x80 && !(s.p[at] == '\n' && s.p[at - 1] == '\r');
}

/* Takes off both what they begin and end with alike; how much at the beginning. */
static size_t trim(str *x, str *y)
{
	size_t n = 0;
	while (n < x->n && n < y->n && x->p[n] == y->p[n])
		n++;
	while (!is_cut(*x, n) || !is_cut(*y, n))
		n--;
	str old = *x = str_skip(*x, n), new = *y = str_skip(*y, n);
	while (x->n && y->n && x->p[x->n - 1] == y->p[y->n - 1])
		x->n--, y->n--;
	while (!is_cut(old, x->n) || !is_cut(new, y->n))
		x->n++, y->n++;
	return n;
}

static str lines_of(struct strs lines, size_t from, size_t n)
{
	if (!n)
		return S("");
	str last = lines.v[from + n - 1];
	return str_between(lines.v[from].p, last.p + last.n);
}

struct texts {
	struct buf *out;
	str before;
	struct positions t; /* of it */
};

static bool has_pairs(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0xf0)
			return true;
	return false;
}

/* at: where old stands, or what is new is to stand. Some editors count a character that is two units of UTF-16 as one,
 * and would change another place of its line: there the line goes whole. */
static void put_edit(struct texts *x, size_t at, str old, str new)
{
	if (str_eq(old, new))
		return;
	if (!has_pairs(old))
		at += trim(&old, &new);
	record_object(x->out, (str){0});
	record_key(x->out, S("range"));
	edits_range(x->out, &x->t, at, at + old.n);
	record_text(x->out, S("newText"), new);
	record_object_end(x->out);
}

/* As many lines as before: each for itself. */
static void put_hunk(struct texts *x, const struct diff *d, const struct diff_hunk *h)
{
	size_t at = h->old < d->old.n ? (size_t)(d->old.v[h->old].p - x->before.p) : x->before.n;
	if (h->old_n != h->new_n)
		put_edit(x, at, lines_of(d->old, h->old, h->old_n), lines_of(d->new, h->new, h->new_n));
	for (size_t i = 0; h->old_n == h->new_n && i < h->old_n; i++) {
		put_edit(x, at, d->old.v[h->old + i], d->new.v[h->new + i]);
		at += d->old.v[h->old + i].n;
	}
}

void edits_text(struct buf *out, str before, str after, enum position_units units)
{
	struct arena a = {0};
	struct diff d = diff_lines(&a, before, after);
	struct texts x = {out, before, positions_of(&a, before, units)};
	record_list(out, (str){0});
	for (size_t i = 0; i < d.n; i++)
		put_hunk(&x, &d, &d.v[i]);
	record_list_end(out);
	arena_release(&a);
}

bool edits_can(const struct edits *e, const struct edits_client *c)
{
	for (size_t i = 0; i < e->n; i++)
		if ((e->v[i].then.p && !(c->versioned && c->renames)) ||
			(e->v[i].is_new && !(c->versioned && c->makes)))
			return false;
	return true;
}

static void put_document(struct buf *out, const struct edits_change *c, enum position_units units)
{
	record_object(out, (str){0});
	record_object(out, S("textDocument"));
	record_text(out, S("uri"), c->uri);
	record_key(out, S("version"));
	if (c->has_version)
		record_number(out, (str){0}, c->version);
	else
		record_text(out, (str){0}, (str){0});
	record_object_end(out);
	record_key(out, S("edits"));
	edits_text(out, c->before, c->after, units);
	record_object_end(out);
}

static void put_file(struct buf *out, const struct edits_change *c)
{
	record_object(out, (str){0});
	record_text(out, S("kind"), c->is_new ? S("create") : S("rename"));
	record_text(out, str_of(c->is_new ? "uri" : "oldUri"), c->uri);
	if (!c->is_new)
		record_text(out, S("newUri"), c->then);
	record_object_end(out);
}

/* A file is made before it is written, and moved once all is. */
static void put_versioned(struct buf *out, const struct edits *e, enum position_units units)
{
	record_list(out, S("documentChanges"));
	for (size_t i = 0; i < e->n; i++) {
		if (e->v[i].is_new)
			put_file(out, &e->v[i]);
		if (!str_eq(e->v[i].before, e->v[i].after))
			put_document(out, &e->v[i], units);
	}
	for (size_t i = 0; i < e->n; i++)
		if (e->v[i].then.p)
			put_file(out, &e->v[i]);
	record_list_end(out);
}

void edits_workspace(struct buf *out, const struct edits *e, const struct edits_client *c)
{
	record_object(out, (str){0});
	if (c->versioned) {
		put_versioned(out, e, c->units);
		record_object_end(out);
		return;
	}
	record_object(out, S("changes"));
	for (size_t i = 0; i < e->n; i++) {
		struct arena a = {0};
		record_key(out, str_of(arena_cstr(&a, e->v[i].uri)));
		edits_text(out, e->v[i].before, e->v[i].after, c->units);
		arena_release(&a);
	}
	record_object_end(out);
	record_object_end(out);
}

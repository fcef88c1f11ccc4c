#include "check/checkmend.h"

#include "check/check.h"
#include "text/entrydoc.h"
#include "text/value.h"

static bool is_mended(const struct check_mistake *m)
{
	return m->mend_end > 0;
}

static str splice_all(const struct check *c)
{
	str bytes = c->n->bytes;
	struct strs parts = {0};
	size_t done = 0;
	for (size_t i = 0; i < c->count; i++) {
		const struct check_mistake *m = &c->v[i];
		if (!is_mended(m))
			continue;
		if (m->mend_at < done)
			return bytes;
		strs_add(c->n->arena, &parts, str_between(bytes.p + done, bytes.p + m->mend_at));
		strs_add(c->n->arena, &parts, m->mend);
		done = m->mend_end;
	}
	strs_add(c->n->arena, &parts, str_skip(bytes, done));
	return strs_join(c->n->arena, parts, S(""));
}

/* The tree becomes the one that the result must have. */
static void expect(const struct check *c, const struct check_mistake *m)
{
	struct value *v = m->value;
	if (!v)
		return;
	if (m->code != CHECK_TAG || !v->key.p) {
		v->kind = VALUE_TEXT;
		v->text = m->texts.v[0];
		return;
	}
	v->kind = VALUE_LIST;
	for (size_t i = 0; i < m->texts.n; i++)
		value_append(v, value_new(c->n->arena, VALUE_TEXT, m->texts.v[i], 0));
}

/* The same blocks, in all but the text of those that are mended. */
static bool same_blocks(const struct body *x, const struct body *y, const bool *mended)
{
	if (x->count != y->count)
		return false;
	for (size_t i = 0; i < x->count; i++) {
		const struct body_block *k = &x->blocks[i], *l = &y->blocks[i];
		if (k->kind != l->kind || k->level != l->level || k->quoted != l->quoted || k->parent != l->parent ||
			k->heading != l->heading || (!mended[i] && !str_eq(entrydoc_text(x, k), entrydoc_text(y, l))))
			return false;
	}
	return true;
}

/* The same entries; those that are mended may be new or have a box, and what took its date from one has that of
 * another. */
static bool same_entries(struct note *before, struct note *after, const bool *mended)
{
	const struct entries *x = note_entries(before), *y = note_entries(after);
	const struct body_block *first = note_body(before)->blocks, *second = note_body(after)->blocks;
	size_t i = 0;
	for (size_t j = 0; j < y->n; j++) {
		struct entry e = i < x->n ? x->v[i] : (struct entry){0}, f = y->v[j];
		bool same = i < x->n && e.block - first == f.block - second;
		i += same;
		if (mended[f.block - second] && (!same || e.state == f.state))
			continue;
		if (e.inherited && f.inherited)
			e.date = f.date;
		if (!same || !entrydoc_same_entry(&e, &f))
			return false;
	}
	return i == x->n;
}

static bool same_rest(const struct check *c, struct note *after)
{
	static const struct value empty = {.kind = VALUE_MAP};
	struct note *n = c->n;
	const struct value *x = note_front(n)->root, *y = note_front(after)->root;
	const struct body *b = note_body(n);
	bool *mended = arena_array(n->arena, b->count + 1, sizeof *mended);
	for (size_t i = 0; i < c->count; i++)
		if (is_mended(&c->v[i]) && c->v[i].block)
			mended[c->v[i].block - b->blocks] = true;
	return note_ok(after) && value_same(x ? x : &empty, y ? y : &empty) &&
	       same_blocks(b, note_body(after), mended) && same_entries(n, after, mended);
}

str checkmend(const struct check *c, struct fault *why)
{
	struct note after = *c->n;
	after.bytes = splice_all(c);
	if (str_eq(after.bytes, c->n->bytes))
		return c->n->bytes;
	note_begin(&after);
	note_front(c->n);
	for (size_t i = 0; i < c->count; i++)
		if (is_mended(&c->v[i]))
			expect(c, &c->v[i]);
	if (same_rest(c, &after))
		return after.bytes;
	*why = (struct fault){.text = S("cannot be mended without a change to something else")};
	return (str){0};
}

#define PASSES 2

str checkmend_whole(struct note *n, const struct checkbook *book, struct fault *why)
{
	struct note now = *n;
	struct check c;
	str after = n->bytes;
	bool (*hook)(str path, size_t line, size_t col, str text) = diag_hook;
	diag_hook = mistakes_hear;
	for (int pass = 0; pass < PASSES && after.p; pass++) {
		now.bytes = after;
		note_begin(&now);
		check_note(&c, &now, book);
		after = checkmend(&c, why);
	}
	diag_hook = hook;
	return after;
}

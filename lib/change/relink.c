#include "change/relink.h"

#include "base/sorted.h"
#include <string.h>

static str stem(str path)
{
	return names_without_md(str_base(path));
}

str relink_name(struct arena *a, str name, str path)
{
	struct links links = {0};
	links_scan(a, arena_printf(a, "[[" FMT "]]", ARG(name)), 0, &links);
	bool good = links.n == 1 && str_eq(links.v[0].target, name) && str_chr(name, '/') == STR_NONE &&
		    !str_ends(name, S(".md")) && str_eq(links.v[0].raw, name) && !links.v[0].label.p &&
		    !links.v[0].heading.p;
	return good ? name : stem(path);
}

str relink_to(struct arena *a, const struct names *s, int id, str name)
{
	str path = s->paths.v[id], target = relink_name(a, name, path);
	if (names_target(s, a, target) == id)
		return target;
	return names_target(s, a, stem(path)) == id ? stem(path) : names_without_md(path);
}

/* The links of a text and what their targets become. */
struct targets {
	struct links links;
	struct strs now; /* link by link; the same slice where it stays */
	bool change;
};

static struct targets targets_of(const struct place *p, str text)
{
	struct targets t = {.links = {.files = !str_eq(str_dir(p->was), str_dir(p->is))}};
	links_scan(p->a, text, 0, &t.links);
	for (size_t i = 0; i < t.links.n; i++) {
		const struct link *link = &t.links.v[i];
		str now = link->markdown ? retarget_markdown(p, link) : retarget_wiki(p, link->target);
		if (!link->markdown && str_eq(now, link->target))
			now = link->raw;
		strs_add(p->a, &t.now, now);
		t.change |= !str_eq(now, link->raw);
	}
	return t;
}

/* The text with the targets in it replaced. */
static str with_targets(struct arena *a, str text, const struct targets *t)
{
	struct strs parts = {0};
	const char *done = text.p;
	for (size_t i = 0; i < t->links.n; i++) {
		str raw = t->links.v[i].raw;
		strs_add(a, &parts, str_between(done, raw.p));
		strs_add(a, &parts, t->now.v[i]);
		done = raw.p + raw.n;
	}
	strs_add(a, &parts, str_between(done, text.p + text.n));
	return strs_join(a, parts, S(""));
}

/* The first link that is not the one it should be then; NULL: all are. */
static const struct link *wrong_target(struct arena *a, str text, const struct targets *t)
{
	struct links links = {.files = t->links.files};
	links_scan(a, text, 0, &links);
	for (size_t i = 0; i < t->links.n; i++)
		if (i >= links.n || !str_eq(links.v[i].raw, t->now.v[i]))
			return &t->links.v[i];
	return links.n > t->links.n ? &t->links.v[0] : NULL;
}

/* The body. */

static str cannot(struct fault *why, const struct place *p, size_t line, str text)
{
	*why = (struct fault){line, 0,
		arena_printf(
			p->a, "a link cannot be made to lead to '" FMT "': '" FMT "'", ARG(p->r->new_path), ARG(text))};
	return (str){0};
}

struct splices {
	struct splice_at {
		str was, now;
	} * v;
	size_t n;
};

static void put(struct arena *a, struct splices *s, str was, str now)
{
	s->v = arena_more(a, s->v, s->n, sizeof *s->v);
	s->v[s->n++] = (struct splice_at){was, now};
}

static int by_place(const void *x, const void *y)
{
	const char *p = ((const struct splice_at *)x)->was.p, *q = ((const struct splice_at *)y)->was.p;
	return (p > q) - (p < q);
}

static str spliced(struct arena *a, str text, struct splices *s)
{
	struct strs parts = {0};
	const char *done = text.p;
	sorted_sort(s->v, s->n, sizeof *s->v, by_place);
	for (size_t i = 0; i < s->n; i++) {
		strs_add(a, &parts, str_between(done, s->v[i].was.p));
		strs_add(a, &parts, s->v[i].now);
		done = s->v[i].was.p + s->v[i].was.n;
	}
	strs_add(a, &parts, str_between(done, text.p + text.n));
	return s->n ? strs_join(a, parts, S("")) : text;
}

/* The target of a definition, as it is written then. */
static str defined_target(const struct place *p, const struct definition *d)
{
	struct link link;
	if (!link_read_path(p->a, d->target, !str_eq(str_dir(p->was), str_dir(p->is)), &link))
		return d->target;
	str now = retarget_markdown(p, &link);
	return str_eq(now, link.raw) ? d->target : arena_join(p->a, now, str_skip(d->target, link.raw.n));
}

static str relink_body(struct note *n, const struct place *p, struct fault *why)
{
	const struct body *b = note_body(n);
	struct splices all = {0};
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		str text = str_between(b->bytes.p + k->text_at, b->bytes.p + k->text_end);
		struct targets t = targets_of(p, text);
		if (!t.change)
			continue;
		str now = with_targets(p->a, text, &t);
		const struct link *wrong = wrong_target(p->a, now, &t);
		if (wrong)
			return cannot(why, p, note_line(n, k->line),
				str_head(str_skip(text, wrong->at), wrong->end - wrong->at));
		put(p->a, &all, text, now);
	}
	for (size_t i = 0; i < b->definitions.n; i++) {
		str was = b->definitions.v[i].target, now = defined_target(p, &b->definitions.v[i]);
		if (!str_eq(was, now))
			put(p->a, &all, was, now);
	}
	return spliced(p->a, n->bytes, &all);
}

/* The first whose target is not the one it should be then; NULL: all are. */
static const struct definition *wrong_definition(
	const struct place *p, const struct definitions *was, const struct definitions *now)
{
	for (size_t i = 0; i < was->n; i++)
		if (i >= now->n || !str_eq(now->v[i].target, defined_target(p, &was->v[i])))
			return &was->v[i];
	return now->n > was->n ? &now->v[0] : NULL;
}

static bool same_blocks(const struct body *x, const struct body *y)
{
	for (size_t i = 0; i < x->count && i < y->count; i++)
		if (x->blocks[i].kind != y->blocks[i].kind || x->blocks[i].level != y->blocks[i].level)
			return false;
	return x->count == y->count;
}

/* The front matter. */

static bool same_tree(const struct value *x, const struct value *y)
{
	for (; x && y; x = x->next, y = y->next)
		if (x->kind != y->kind || !str_eq(x->key, y->key) || !str_eq(x->text, y->text) ||
			!same_tree(x->first, y->first))
			return false;
	return !x && !y;
}

/* A value whose links change: what it says then, and how that is written. */
struct rewrite {
	struct value *v;
	bool flow; /* it stands in [ ] or { } */
	str text;
	str as_written; /* only its links are others; absent: it cannot be written so */
	str bytes;      /* what is tried */
};

struct rewrites {
	struct rewrite *v;
	size_t n;
	const struct value *bad; /* its links cannot lead there in any quotes; NULL: none */
};

static str quoted(struct arena *a, const struct rewrite *w)
{
	return front_quote_as(a, w->text, w->v->style == '\'' ? '\'' : '"', true);
}

static void rewrite_value(
	const struct place *p, const struct front *f, struct value *v, bool flow, struct rewrites *all)
{
	bool book = str_eq(p->was, S("book.md"));
	bool me = book && str_eq(v->key, S("me")) && str_chr(v->text, '[') == STR_NONE;
	if (str_chr(v->text, '[') == STR_NONE && !me)
		return;
	struct targets t = targets_of(p, v->text);
	struct rewrite w = {
		.v = v, .flow = flow, .text = me ? retarget_wiki(p, v->text) : with_targets(p->a, v->text, &t)};
	if (str_eq(w.text, v->text))
		return;
	if (!me && wrong_target(p->a, w.text, &t))
		all->bad = v;
	str raw = str_between(f->yaml.p + v->at, f->yaml.p + v->end);
	struct targets as_written = targets_of(p, raw);
	if (as_written.links.n == t.links.n && !me)
		w.as_written = with_targets(p->a, raw, &as_written);
	w.bytes = w.as_written.p ? w.as_written : quoted(p->a, &w);
	all->v = arena_more(p->a, all->v, all->n, sizeof *all->v);
	all->v[all->n++] = w;
}

static void rewrite_values(
	const struct place *p, const struct front *f, struct value *in, bool flow, struct rewrites *all)
{
	flow |= in->style == '[' || in->style == '{';
	for (struct value *v = in->first; v; v = v->next) {
		if (v->kind == VALUE_TEXT)
			rewrite_value(p, f, v, flow, all);
		rewrite_values(p, f, v, flow, all);
	}
}

/* Exchanges what the values say and what they will. */
static void swap_texts(struct rewrite *w, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		str was = w[i].v->text;
		w[i].v->text = w[i].text;
		w[i].text = was;
	}
}

/* The note with those bytes for the values, which stand in order, if it then reads so and nothing else changes. */
static str with_values(struct arena *a, str note, const struct front *f, struct rewrite *w, size_t n)
{
	struct arena trial = {0};
	struct fences before = fences_of(note);
	struct strs parts = {0};
	const char *done = note.p;
	for (size_t i = 0; i < n; i++) {
		strs_add(&trial, &parts, str_between(done, before.yaml.p + w[i].v->at));
		strs_add(&trial, &parts, w[i].bytes);
		done = before.yaml.p + w[i].v->end;
	}
	strs_add(&trial, &parts, str_between(done, note.p + note.n));
	str after = strs_join(a, parts, S(""));
	struct fences p = fences_of(after);
	struct front now;
	swap_texts(w, n);
	bool good = p.yaml.p && front_parse(&trial, p.yaml, p.yaml_line, &now) && str_eq(p.body, before.body) &&
		    now.root && same_tree(now.root->first, f->root->first);
	swap_texts(w, n);
	arena_release(&trial);
	return good ? after : (str){0};
}

/* Whether the value, on one line, reads so where nothing is around it. */
static bool reads_alone(const struct rewrite *w, str bytes)
{
	struct arena a = {0};
	struct front f;
	str yaml = arena_printf(&a, w->flow ? "k: [" FMT "]\n" : "k: " FMT "\n", ARG(bytes));
	bool good = front_parse(&a, yaml, 1, &f) && f.root && f.root->first;
	const struct value *v = good ? w->flow ? f.root->first->first : f.root->first : NULL;
	good = v && !v->next && v->kind == VALUE_TEXT && str_eq(v->text, w->text);
	arena_release(&a);
	return good;
}

/* Judges each value by itself, so that the note is not parsed for each. */
static void write_alone(const struct place *p, struct rewrites *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct rewrite *w = &all->v[i];
		if (w->as_written.p && str_chr(w->as_written, '\n') == STR_NONE && !reads_alone(w, w->as_written))
			w->bytes = quoted(p->a, w);
	}
}

/* Finds for each value alone how it can be written; the one that cannot, or NULL. */
static const struct value *write_each(const struct place *p, str note, const struct front *f, struct rewrites *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct rewrite *w = &all->v[i];
		w->bytes = w->as_written.p ? w->as_written : w->bytes;
		if (with_values(p->a, note, f, w, 1).p)
			continue;
		w->bytes = quoted(p->a, w);
		if (!w->as_written.p || !with_values(p->a, note, f, w, 1).p)
			return w->v;
	}
	return NULL;
}

static str relink_front(struct note *n, const struct place *p, struct fault *why)
{
	const struct front *f = note_front(n);
	struct rewrites all = {0};
	if (!f->root)
		return n->bytes;
	rewrite_values(p, f, f->root, false, &all);
	if (!all.n)
		return n->bytes;
	if (all.bad)
		return cannot(why, p, all.bad->line, all.bad->text);
	str after = with_values(p->a, n->bytes, f, all.v, all.n);
	if (after.p)
		return after;
	write_alone(p, &all);
	after = with_values(p->a, n->bytes, f, all.v, all.n);
	if (after.p)
		return after;
	const struct value *bad = write_each(p, n->bytes, f, &all);
	after = bad ? (str){0} : with_values(p->a, n->bytes, f, all.v, all.n);
	if (!bad)
		bad = all.v->v;
	return after.p ? after : cannot(why, p, bad->line, bad->text);
}

str relink_note(struct note *n, const struct relink *r, struct fault *why)
{
	bool moves = str_eq(n->path, r->old_path) || (!r->joins && str_eq(n->path, r->new_path));
	struct place p = {r, n->arena, moves ? r->old_path : n->path, moves ? r->new_path : n->path};
	str bytes = relink_body(n, &p, why);
	if (!bytes.p)
		return bytes;
	struct note now = *n;
	now.bytes = bytes;
	note_begin(&now);
	const struct definition *wrong =
		wrong_definition(&p, &note_body(n)->definitions, &note_body(&now)->definitions);
	if (wrong || !same_blocks(note_body(n), note_body(&now)))
		return cannot(why, &p, 0, wrong ? wrong->target : r->name);
	return relink_front(&now, &p, why);
}

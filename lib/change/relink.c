#include "change/relink.h"

#include "book/notepath.h"
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

/* Where the note stands whose links these are: before, and then. */
struct place_of_note {
	const struct relink *r;
	struct arena *a;
	str was, is;
};

static str wiki_target(const struct place_of_note *p, str target)
{
	const struct relink *r = p->r;
	if (names_target(r->names, p->a, target) != r->id)
		return target;
	bool md = str_ends(target, S(".md"));
	if (str_chr(target, '/') != STR_NONE)
		return names_same(p->a, names_without_md(target), names_without_md(r->old_path))
			       ? md ? r->new_path : names_without_md(r->new_path)
			       : target;
	if (!md && names_same(p->a, target, r->old_name))
		return str_eq(r->old_name, r->new_name) ? target : r->name;
	if (!names_same(p->a, names_without_md(target), stem(r->old_path)))
		return target;
	return md ? str_base(r->new_path) : stem(r->new_path);
}

/* From a folder to a path, both from the root of the book. */
static str way_to(struct arena *a, str folder, str path)
{
	struct strs parts = {0};
	str first = {0}, next = {0}, rest_folder, rest_path;
	for (;;) {
		rest_folder = folder;
		rest_path = path;
		if (!folder.n || !str_cut(&rest_folder, '/', &first) || !str_cut(&rest_path, '/', &next) ||
			!rest_path.p || !str_eq(first, next))
			break;
		folder = rest_folder;
		path = rest_path;
	}
	while (folder.n && str_cut(&folder, '/', &first))
		strs_add(a, &parts, S(".."));
	strs_add(a, &parts, path);
	return strs_join(a, parts, S("/"));
}

static bool is_hex(char c)
{
	return c && strchr("0123456789abcdefABCDEF", c);
}

/* What was written there had letters beyond ASCII as %C3%AB. */
static bool encodes_letters(str raw)
{
	for (size_t i = 0; i + 2 < raw.n; i++)
		if (raw.p[i] == '%' && strchr("89abcdefABCDEF", raw.p[i + 1]) && is_hex(raw.p[i + 2]))
			return true;
	return false;
}

/* A path as the target of a Markdown link that stands as raw in the text. */
static str encode(struct arena *a, str path, str raw, bool pointed)
{
	bool letters = encodes_letters(raw);
	struct buf b = {0};
	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];
		bool special = memchr("%#\\<>:?&`|[]", c, 12) || (!pointed && memchr(" ()", c, 3));
		if (special || (c >= 0x80 && letters))
			buf_printf(&b, "%%%02X", c);
		else
			buf_putc(&b, (char)c);
	}
	return arena_take(a, &b);
}

static str leading(str raw)
{
	return str_head(raw, str_starts(raw, S("./")) ? 2 : 0);
}

static bool is_pointed(const struct link *link)
{
	return link->raw.p[-1] == '<';
}

/* Only the file name is another: the way there stays as it is written. */
static str with_file_name(const struct place_of_note *p, const struct link *link)
{
	const struct relink *r = p->r;
	str dir = str_dir(link->raw), file = encode(p->a, str_base(r->new_path), link->raw, is_pointed(link));
	if (str_eq(str_base(r->old_path), str_base(r->new_path)))
		return link->raw;
	return arena_printf(p->a, FMT FMT, ARG(str_head(link->raw, dir.n ? dir.n + 1 : 0)), ARG(file));
}

static bool is_there(const struct place_of_note *p, str path)
{
	bool taken;
	return path.n && (!notepath_look(p->r->book, path, &taken) || taken);
}

static str markdown_target(const struct place_of_note *p, const struct link *link)
{
	const struct relink *r = p->r;
	struct arena *a = p->a;
	bool moves = !str_eq(str_dir(p->was), str_dir(p->is));
	str path = names_relative(a, str_dir(p->was), link->target);
	if (path.p && names_same(a, path, r->old_path)) {
		if (!moves && str_eq(str_dir(r->old_path), str_dir(r->new_path)))
			return with_file_name(p, link);
		path = r->new_path;
	} else if (!moves || !is_there(p, path)) {
		bool by_file = names_link(r->names, a, link, p->was) == r->id &&
			       names_same(a, stem(link->target), stem(r->old_path));
		return by_file ? with_file_name(p, link) : link->raw;
	}
	str way = way_to(a, str_dir(p->is), path);
	return arena_printf(a, FMT FMT, ARG(str_starts(way, S("../")) ? S("") : leading(link->raw)),
		ARG(encode(a, way, link->raw, is_pointed(link))));
}

/* The links of a text and what their targets become. */
struct targets {
	struct links links;
	struct strs now; /* link by link; the same slice where it stays */
	bool change;
};

static struct targets targets_of(const struct place_of_note *p, str text)
{
	struct targets t = {.links = {.files = !str_eq(str_dir(p->was), str_dir(p->is))}};
	links_scan(p->a, text, 0, &t.links);
	for (size_t i = 0; i < t.links.n; i++) {
		const struct link *link = &t.links.v[i];
		str now = link->markdown ? markdown_target(p, link) : wiki_target(p, link->target);
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

static str cannot(struct fault *why, const struct place_of_note *p, size_t line, str text)
{
	*why = (struct fault){line, 0, arena_printf(p->a, "a link cannot be made to lead to '" FMT "': '" FMT "'",
		ARG(p->r->new_path), ARG(text))};
	return (str){0};
}

static str relink_body(struct note *n, const struct place_of_note *p, struct fault *why)
{
	const struct body *b = note_body(n);
	struct strs parts = {0};
	const char *done = n->bytes.p;
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		str text = str_between(b->bytes.p + k->text_at, b->bytes.p + k->text_end);
		if (!text.n || !memchr(text.p, '[', text.n) || text.p < done)
			continue;
		struct targets t = targets_of(p, text);
		if (!t.change)
			continue;
		str now = with_targets(p->a, text, &t);
		const struct link *wrong = wrong_target(p->a, now, &t);
		if (wrong)
			return cannot(why, p, note_line(n, k->line), str_head(str_skip(text, wrong->at), wrong->end - wrong->at));
		strs_add(p->a, &parts, str_between(done, text.p));
		strs_add(p->a, &parts, now);
		done = text.p + text.n;
	}
	strs_add(p->a, &parts, str_between(done, n->bytes.p + n->bytes.n));
	return parts.n > 1 ? strs_join(p->a, parts, S("")) : n->bytes;
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
	str text;
	str as_written; /* only its links are others; absent: it cannot be written so */
	str bytes;      /* what is tried */
};

struct rewrites {
	struct rewrite *v;
	size_t n;
};

static str quoted(struct arena *a, const struct rewrite *w)
{
	return front_quote_as(a, w->text, w->v->style == '\'' ? '\'' : '"', true);
}

static void rewrite_value(const struct place_of_note *p, const struct front *f, struct value *v, struct rewrites *all)
{
	bool book = str_eq(p->was, S("book.md"));
	bool me = book && str_eq(v->key, S("me")) && str_chr(v->text, '[') == STR_NONE;
	if (str_chr(v->text, '[') == STR_NONE && !me)
		return;
	struct targets t = targets_of(p, v->text);
	struct rewrite w = {.v = v, .text = me ? wiki_target(p, v->text) : with_targets(p->a, v->text, &t)};
	if (str_eq(w.text, v->text))
		return;
	str raw = str_between(f->yaml.p + v->at, f->yaml.p + v->end);
	struct targets as_written = targets_of(p, raw);
	if (as_written.links.n == t.links.n && !me)
		w.as_written = with_targets(p->a, raw, &as_written);
	w.bytes = w.as_written.p ? w.as_written : quoted(p->a, &w);
	all->v = arena_more(p->a, all->v, all->n, sizeof *all->v);
	all->v[all->n++] = w;
}

static void rewrite_values(const struct place_of_note *p, const struct front *f, struct value *v, struct rewrites *all)
{
	for (; v; v = v->next) {
		if (v->kind == VALUE_TEXT)
			rewrite_value(p, f, v, all);
		rewrite_values(p, f, v->first, all);
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

/* Finds for each value alone how it can be written; the one that cannot, or NULL. */
static const struct value *write_each(const struct place_of_note *p, str note, const struct front *f, struct rewrites *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct rewrite *w = &all->v[i];
		if (with_values(p->a, note, f, w, 1).p)
			continue;
		w->bytes = quoted(p->a, w);
		if (!w->as_written.p || !with_values(p->a, note, f, w, 1).p)
			return w->v;
	}
	return NULL;
}

static str relink_front(struct note *n, const struct place_of_note *p, struct fault *why)
{
	const struct front *f = note_front(n);
	struct rewrites all = {0};
	if (!f->root)
		return n->bytes;
	rewrite_values(p, f, f->root->first, &all);
	if (!all.n)
		return n->bytes;
	str after = with_values(p->a, n->bytes, f, all.v, all.n);
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
	bool moves = str_eq(n->path, r->old_path) || str_eq(n->path, r->new_path);
	struct place_of_note p = {r, n->arena, moves ? r->old_path : n->path, moves ? r->new_path : n->path};
	str bytes = relink_body(n, &p, why);
	if (!bytes.p)
		return bytes;
	struct note now = *n;
	now.bytes = bytes;
	note_begin(&now);
	if (!same_blocks(note_body(n), note_body(&now)))
		return cannot(why, &p, 0, r->name);
	return relink_front(&now, &p, why);
}

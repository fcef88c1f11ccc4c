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
		bool special = memchr("%#\\<>", c, 5) || (!pointed && memchr(" ()", c, 3));
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
	return path.n && notepath_taken(p->r->book, path);
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

static bool has_targets(struct arena *a, str text, const struct targets *t)
{
	struct links links = {.files = t->links.files};
	links_scan(a, text, 0, &links);
	if (links.n != t->links.n)
		return false;
	for (size_t i = 0; i < links.n; i++)
		if (!str_eq(links.v[i].raw, t->now.v[i]))
			return false;
	return true;
}

/* The body. */

static str cannot(struct fault *why, struct arena *a, size_t line, str text)
{
	*why = (struct fault){line, 0, arena_printf(a, "a link in it cannot be rewritten: '" FMT "'", ARG(text))};
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
		if (!has_targets(p->a, now, &t))
			return cannot(why, p->a, note_line(n, k->line), text);
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

/* The value with that number among the texts, in order; NULL: there are fewer. */
static struct value *nth_text(struct value *v, size_t *n)
{
	for (struct value *found; v; v = v->next) {
		if (v->kind == VALUE_TEXT && (*n)-- == 0)
			return v;
		if (v->first && (found = nth_text(v->first, n)))
			return found;
	}
	return NULL;
}

static bool same_tree(const struct value *x, const struct value *y)
{
	for (; x && y; x = x->next, y = y->next)
		if (x->kind != y->kind || !str_eq(x->key, y->key) || !str_eq(x->text, y->text) ||
			!same_tree(x->first, y->first))
			return false;
	return !x && !y;
}

/* The note with other bytes for that value, if it then reads as the tree says and nothing else. */
static str with_value(struct arena *a, str note, const struct front *f, const struct value *v, str bytes)
{
	struct fences before = fences_of(note);
	str parts[] = {str_between(note.p, before.yaml.p + v->at), bytes,
		str_between(before.yaml.p + v->end, note.p + note.n)};
	str after = strs_join(a, (struct strs){parts, 3}, S(""));
	struct fences p = fences_of(after);
	struct front now;
	if (!p.yaml.p || !front_parse(a, p.yaml, p.yaml_line, &now) || !str_eq(p.body, before.body) || !now.root)
		return (str){0};
	return same_tree(now.root->first, f->root->first) ? after : (str){0};
}

static str relink_value(const struct place_of_note *p, str note, const struct front *f, struct value *v)
{
	str raw = str_between(f->yaml.p + v->at, f->yaml.p + v->end);
	bool me = str_eq(p->was, S("book.md")) && str_eq(v->key, S("me")) && str_chr(v->text, '[') == STR_NONE;
	struct targets t = targets_of(p, v->text);
	str text = me ? wiki_target(p, v->text) : with_targets(p->a, v->text, &t);
	if (str_eq(text, v->text))
		return note;
	v->text = text;
	struct targets as_written = targets_of(p, raw);
	str after = as_written.links.n == t.links.n && !me
			    ? with_value(p->a, note, f, v, with_targets(p->a, raw, &as_written))
			    : (str){0};
	if (!after.p)
		after = with_value(p->a, note, f, v, front_quote_as(p->a, text, v->style == '\'' ? '\'' : '"', true));
	return after;
}

static str relink_front(struct note *n, const struct place_of_note *p, struct fault *why)
{
	str note = n->bytes;
	for (size_t i = 0;; i++) {
		struct fences pieces = fences_of(note);
		struct front f;
		size_t nth = i;
		if (!pieces.yaml.p || !front_parse(p->a, pieces.yaml, pieces.yaml_line, &f) || !f.root)
			return note;
		struct value *v = nth_text(f.root->first, &nth);
		if (!v)
			return note;
		if (!memchr(v->text.p, '[', v->text.n) && !str_eq(p->was, S("book.md")))
			continue;
		str after = relink_value(p, note, &f, v);
		if (!after.p)
			return cannot(why, p->a, v->line, v->text);
		note = after;
	}
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
		return cannot(why, n->arena, 0, r->name);
	return relink_front(&now, &p, why);
}

#include "book/create.h"

#include "base/map.h"
#include "book/changes.h"
#include "book/notepath.h"
#include "note/mapped.h"
#include "text/edit.h"
#include "text/value.h"
#include "sys/file.h"
#include "base/utf8.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

bool create_free(const struct book *b, str path)
{
	return !changes_made(path) && !notepath_taken(b, path);
}

/* The number of the last path that was looked at for that name: where many have it, none is looked at anew. */
static int *last_number(str path)
{
	static struct map numbers;
	static struct arena kept; /* the numbers may outlive the book */
	int *last = map_get(&numbers, path);
	if (!last) {
		last = arena_alloc(&kept, sizeof *last);
		*last = 2;
		map_put(&numbers, arena_dup(&kept, path), last);
	}
	return last;
}

str create_path(struct book *b, struct arena *a, str name, str kind)
{
	str folder = config_folder(&b->config, kind), slug = utf8_slug(a, name);
	const char *slash = folder.n ? "/" : "";
	str path = arena_printf(a, FMT "%s" FMT ".md", ARG(folder), slash, ARG(slug));
	bool book = str_eq(slug, S("book")); /* a folder with a book.md is a book of its own */
	if (!book && create_free(b, path))
		return path;
	for (int *last = last_number(path);; ++*last) {
		path = arena_printf(a, FMT "%s" FMT "-%d.md", ARG(folder), slash, ARG(slug), *last);
		if (create_free(b, path))
			return path;
	}
}

/* The value of a placeholder in a template; absent: it is not one. */
static str placeholder(struct arena *a, str word, str name, str kind)
{
	if (str_eq(word, S("name")))
		return name;
	if (str_eq(word, S("kind")))
		return kind;
	if (str_eq(word, S("date")))
		return date_str(a, date_today());
	return (str){0};
}

static str fill_in(struct arena *a, str text, str name, str kind)
{
	struct buf out = {0};
	size_t open, close;
	while ((open = str_find(text, S("{{"))) != STR_NONE &&
		(close = str_find(str_skip(text, open), S("}}"))) != STR_NONE) {
		str word = str_trim(str_head(str_skip(text, open + 2), close - 2));
		str value = placeholder(a, word, name, kind);
		buf_add(&out, str_head(text, open));
		buf_add(&out, value.p ? value : str_head(str_skip(text, open), close + 2));
		text = str_skip(text, open + close + 2);
	}
	buf_add(&out, text);
	return arena_take(a, &out);
}

/* Under the key that the vault has names under. */
static str put_name(const struct config *c, struct arena *a, str bytes, str name, struct fault *why)
{
	struct fences p = fences_of(bytes);
	struct front f;
	if (!front_parse(a, p.yaml, p.yaml_line, &f)) {
		*why = f.fault;
		return (str){0};
	}
	str key = mapped_key(a, &c->map, &f, NULL, S("name"));
	if (front_get(&f, key) || str_chr(key, '.') == STR_NONE)
		return edit_set(a, bytes, key, name, why);
	return edit_put(a, bytes, (struct strs){&key, 1}, value_new(a, VALUE_TEXT, name, 0), why);
}

str create_bytes(struct book *b, struct arena *a, str name, str kind, str path)
{
	struct buf template = {0};
	struct fault why = {0};
	str bytes = S("---\n---\n"), from = arena_printf(a, "templates/" FMT ".md", ARG(kind));
	bool read = file_read(b->fd, from.p, true, &template);
	if (!read && errno != ENOENT) {
		warn_at(book_shown(b, a, from), 0, 0, "%s", strerror(errno));
		buf_release(&template);
		return (str){0};
	}
	if (read) {
		str body = fences_of(buf_str(&template)).body, front = str_between(template.p, body.p);
		str parts[] = {fill_in(a, front, front_quote(a, name, true), kind), fill_in(a, body, name, kind)};
		bytes = strs_join(a, (struct strs){parts, 2}, S(""));
	}
	buf_release(&template);
	str named = put_name(&b->config, a, bytes, name, &why);
	if (named.p && !str_eq(config_kind_of_path(&b->config, path), kind))
		named = edit_set(a, named, S("kind"), kind, &why);
	if (!named.p)
		warn_at(book_shown(b, a, from), why.line, why.col, FMT, ARG(why.text));
	return named;
}

struct clashing {
	struct arena *keep;
	struct strs names, emails; /* as searches compare them */
	struct strs slugs;         /* the names, as files are called: all that is known of a note that cannot be read */
	str found;
};

static struct strs bare_all(struct arena *a, struct strs texts)
{
	struct strs bare = {0};
	for (size_t i = 0; i < texts.n; i++)
		strs_add(a, &bare, utf8_bare(a, str_trim(texts.v[i])));
	return bare;
}

static bool share(struct strs x, struct strs y)
{
	for (size_t i = 0; i < x.n; i++)
		if (strs_has(y, x.v[i]))
			return true;
	return false;
}

static bool look(struct note *n, void *ctx)
{
	struct clashing *c = ctx;
	if (!note_ok(n) && strs_has(c->slugs, utf8_slug(n->arena, note_stem(n))))
		c->found = arena_dup(c->keep, n->path);
	if (!note_ok(n) || note_is(n, "book"))
		return !c->found.p;
	struct strs names = note_texts(n, S("aliases"));
	strs_add(n->arena, &names, note_name(n));
	strs_add(n->arena, &names, note_stem(n));
	if (share(bare_all(n->arena, names), c->names) || share(bare_all(n->arena, note_emails(n)), c->emails))
		c->found = arena_dup(c->keep, n->path);
	return !c->found.p;
}

str create_clash(struct book *b, struct strs names, struct strs emails, bool *all)
{
	struct arena *a = &b->arena;
	struct clashing c = {.keep = a, .names = bare_all(a, names), .emails = bare_all(a, emails)};
	for (size_t i = 0; i < names.n; i++)
		strs_add(a, &c.slugs, utf8_slug(a, names.v[i]));
	struct book_walk w = {.visit = look, .ctx = &c};
	*all = book_walk(b, &w);
	return c.found;
}

#include "book/names.h"

#include "base/diag.h"
#include "base/map.h"
#include "base/utf8.h"

str names_without_md(str path)
{
	return str_ends(path, S(".md")) ? str_head(path, path.n - 3) : path;
}

bool names_same(struct arena *a, str x, str y)
{
	return str_eq(utf8_fold(a, str_trim(x)), utf8_fold(a, str_trim(y)));
}

bool names_ends(struct arena *a, str path, str end)
{
	str whole = arena_join(a, S("/"), utf8_fold(a, names_without_md(path)));
	return str_ends(whole, arena_join(a, S("/"), utf8_fold(a, str_trim(end))));
}

/* A name and a path are different things: [[people/ada]] is no name, whatever a note calls itself. */
static uint64_t hash_name(struct arena *scratch, str name)
{
	return map_hash(utf8_fold(scratch, str_trim(name)));
}

static uint64_t hash_path(struct arena *scratch, str path)
{
	return ~map_hash(utf8_fold(scratch, names_without_md(path)));
}

/* The end of a path: [[b/sam]] for people/b/sam. Of whole paths it is the second choice. */
static uint64_t hash_end(struct arena *scratch, str end)
{
	return hash_path(scratch, end) + 1;
}

#define TOGETHER 16 /* hashes of one note; a note with more adds them in turns */

struct names_hashes {
	uint64_t v[TOGETHER];
	size_t n;
};

/* In one go, since each waits for memory, and they can wait together. */
static void add_all(struct names *s, struct names_hashes *h, int id)
{
	for (size_t i = 0; i < h->n; i++)
		hashes_add(&s->ids, h->v[i], id);
	h->n = 0;
}

static void add(struct names *s, struct names_hashes *h, uint64_t hash, int id)
{
	if (h->n == TOGETHER)
		add_all(s, h, id);
	h->v[h->n++] = hash;
}

static void add_ends(struct names *s, struct names_hashes *h, struct arena *scratch, str path, int id)
{
	for (size_t slash; (slash = str_chr(path, '/')) != STR_NONE;) {
		path = str_skip(path, slash + 1);
		if (str_chr(path, '/') != STR_NONE)
			add(s, h, hash_end(scratch, path), id);
	}
}

int names_add(struct names *s, struct note *n)
{
	int id = (int)s->paths.n;
	struct names_hashes h = {.n = 0};
	strs_add(&s->arena, &s->paths, arena_dup(&s->arena, n->path));
	add(s, &h, hash_path(n->arena, n->path), id);
	add_ends(s, &h, n->arena, n->path, id);
	add(s, &h, hash_name(n->arena, note_stem(n)), id);
	add(s, &h, hash_name(n->arena, note_name(n)), id);
	struct strs aliases = note_texts(n, S("aliases"));
	for (size_t i = 0; i < aliases.n; i++)
		add(s, &h, hash_name(n->arena, aliases.v[i]), id);
	add_all(s, &h, id);
	return id;
}

static int look_up(const struct names *s, uint64_t hash)
{
	uint32_t at = hashes_first(&s->ids, hash);
	if (!at)
		return NAMES_NONE;
	return hashes_next(&s->ids, at) ? NAMES_AMBIGUOUS : hashes_id(&s->ids, at);
}

int names_path(const struct names *s, str path)
{
	struct arena a = {0};
	int id = look_up(s, hash_path(&a, path));
	arena_release(&a);
	return id >= 0 && str_eq(s->paths.v[id], path) ? id : NAMES_NONE;
}

int names_target(const struct names *s, struct arena *scratch, str target)
{
	target = str_trim(target);
	if (str_chr(target, '/') != STR_NONE || str_ends(target, S(".md"))) {
		int id = look_up(s, hash_path(scratch, target));
		if (id == NAMES_NONE)
			id = look_up(s, hash_end(scratch, target));
		if (id != NAMES_NONE)
			return id;
		target = names_without_md(target);
	}
	return target.n ? look_up(s, hash_name(scratch, target)) : NAMES_NONE;
}

str names_relative(struct arena *a, str folder, str target)
{
	str piece;
	if (str_starts(target, S("/")))
		folder = (str){0};
	while (str_cut(&target, '/', &piece)) {
		if (str_eq(piece, S("..")) && !folder.n)
			return (str){0};
		if (str_eq(piece, S("..")))
			folder = str_dir(folder);
		else if (piece.n && !str_eq(piece, S(".")))
			folder = folder.n ? arena_printf(a, FMT "/" FMT, ARG(folder), ARG(piece)) : piece;
	}
	return folder;
}

int names_link(const struct names *s, struct arena *scratch, const struct link *link, str from)
{
	if (!link->markdown)
		return names_target(s, scratch, link->target);
	str path = names_relative(scratch, str_dir(from), link->target);
	int id = path.p ? look_up(s, hash_path(scratch, path)) : NAMES_NONE;
	if (id == NAMES_NONE && path.p)
		id = look_up(s, hash_name(scratch, names_without_md(path)));
	return id != NAMES_NONE ? id : look_up(s, hash_name(scratch, names_without_md(str_base(link->target))));
}

int names_me(const struct names *s, str me)
{
	struct arena a = {0};
	struct links links = {0};
	links_scan(&a, me, 0, &links);
	int id = links.n ? names_link(s, &a, &links.v[0], S("book.md")) : names_target(s, &a, me);
	arena_release(&a);
	return id;
}

void names_release(struct names *s)
{
	hashes_release(&s->ids);
	arena_release(&s->arena);
}

bool names_begins_word(struct arena *a, str text, str bare)
{
	str in = utf8_bare(a, text);
	bool boundary = true;
	for (size_t i = 0; i + bare.n <= in.n;) {
		if (boundary && str_starts(str_skip(in, i), bare))
			return true;
		size_t n = utf8_alnum(str_skip(in, i));
		boundary = n == 0;
		i += n ? n : 1;
	}
	return false;
}

bool names_leads(const struct names *s, struct arena *scratch, struct strs texts, str from, int id)
{
	struct links links = {0};
	for (size_t i = 0; i < texts.n; i++)
		links_scan(scratch, texts.v[i], 0, &links);
	for (size_t i = 0; i < links.n; i++)
		if (names_link(s, scratch, &links.v[i], from) == id)
			return true;
	return false;
}

#include "change/retarget.h"

#include "book/notepath.h"
#include <string.h>

static str stem(str path)
{
	return names_without_md(str_base(path));
}

/* Whether [[target]] leads to the note then too. */
static bool stays(const struct place *p, str target)
{
	for (size_t i = 0; i < p->r->stay.n; i++)
		if (names_same(p->a, p->r->stay.v[i], target))
			return true;
	return names_same(p->a, target, names_without_md(p->r->new_path));
}

str retarget_wiki(const struct place *p, str target)
{
	const struct relink *r = p->r;
	str bare = names_without_md(target);
	bool md = bare.n < target.n;
	if (names_target(r->names, p->a, target) != r->id || stays(p, bare))
		return target;
	if (str_chr(target, '/') != STR_NONE)
		return names_ends(p->a, r->old_path, bare) && !names_ends(p->a, r->new_path, bare)
			       ? md ? r->new_path : names_without_md(r->new_path)
			       : target;
	if (!md && names_same(p->a, target, r->old_name))
		return r->name;
	if (!names_same(p->a, bare, stem(r->old_path)))
		return target;
	return md ? arena_printf(p->a, FMT ".md", ARG(r->file)) : r->file;
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

/* A path, with .md if the link has it. */
static str like(const struct link *link, str path)
{
	return str_ends(link->target, S(".md")) ? path : names_without_md(path);
}

/* Only the file name is another: the way there stays as it is written. */
static str with_file_name(const struct place *p, const struct link *link)
{
	str dir = str_dir(link->raw), file = like(link, str_base(p->r->new_path));
	return arena_printf(p->a, FMT FMT, ARG(str_head(link->raw, dir.n || link->raw.p[0] == '/' ? dir.n + 1 : 0)),
		ARG(encode(p->a, file, link->raw, is_pointed(link))));
}

static bool is_there(const struct place *p, const struct link *link, str path)
{
	bool taken;
	if (!notepath_look(p->r->book, path, &taken) || taken)
		return true;
	return !str_ends(link->target, S(".md")) &&
	       (!notepath_look(p->r->book, arena_printf(p->a, FMT ".md", ARG(path)), &taken) || taken);
}

/* A link to where nothing is, which leads to the note of that file name. */
static str by_file_name(const struct place *p, const struct link *link)
{
	bool leads = names_link(p->r->names, p->a, link, p->was) == p->r->id;
	return leads && !stays(p, stem(link->target)) ? with_file_name(p, link) : link->raw;
}

static bool same_note(struct arena *a, str x, str y)
{
	return x.p && names_same(a, names_without_md(x), names_without_md(y));
}

str retarget_markdown(const struct place *p, const struct link *link)
{
	const struct relink *r = p->r;
	struct arena *a = p->a;
	bool moves = !str_eq(str_dir(p->was), str_dir(p->is));
	str path = names_relative(a, str_dir(p->was), link->target), end = path;
	if (same_note(a, path, r->old_path))
		end = r->new_path;
	else if (!path.n || !is_there(p, link, path))
		return by_file_name(p, link);
	if (same_note(a, names_relative(a, str_dir(p->is), link->target), end))
		return link->raw;
	if (!moves && str_eq(str_dir(path), str_dir(end)))
		return with_file_name(p, link);
	bool rooted = link->raw.p[0] == '/';
	str way = like(link, rooted ? end : way_to(a, str_dir(p->is), end));
	return arena_printf(a, FMT FMT,
		ARG(rooted                          ? S("/")
			: str_starts(way, S("../")) ? S("")
						    : leading(link->raw)),
		ARG(encode(a, way, link->raw, is_pointed(link))));
}

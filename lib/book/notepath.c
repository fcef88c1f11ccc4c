#include "book/notepath.h"

#include "base/visible.h"
#include "base/utf8.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

static const char *name_fault(str name)
{
	if (!name.n || str_eq(name, S(".")) || str_eq(name, S("..")))
		return "not a plain path below the book";
	if (name.p[0] == '.')
		return "a name that begins with a dot";
	if (name.n > 255)
		return "a name that is too long";
	return NULL;
}

/* A folder of the way: no link, and no book of its own. */
static const char *folder_fault(const struct book *b, struct arena *a, str folder)
{
	struct stat st;
	if (fstatat(b->fd, arena_cstr(a, folder), &st, AT_SYMLINK_NOFOLLOW) != 0)
		return NULL;
	if (S_ISLNK(st.st_mode))
		return "below a symbolic link";
	if (!S_ISDIR(st.st_mode))
		return "below what is no folder";
	if (notepath_taken(b, arena_printf(a, FMT "/book.md", ARG(folder))))
		return "in another book";
	return NULL;
}

static const char *text_fault(str path)
{
	size_t bad;
	if (!utf8_valid(path, &bad) || visible_plain(path) != path.n)
		return "not UTF-8, or with control characters";
	if (str_starts(path, S("/")))
		return "not a plain path below the book";
	if (!str_ends(path, S(".md")))
		return "not a Markdown file";
	if (str_starts(path, S("templates/")) || str_eq(path, S("README.md")))
		return "not a note's place";
	if (str_eq(str_base(path), S("book.md")) && str_dir(path).n)
		return "it would begin another book";
	return NULL;
}

const char *notepath_fault(const struct book *b, str path)
{
	struct arena a = {0};
	const char *fault = text_fault(path);
	size_t depth = 0;
	str rest = path, name;
	while (!fault && str_cut(&rest, '/', &name)) {
		fault = name_fault(name);
		if (!fault && ++depth > BOOK_DEPTH)
			fault = "in folders nested too deeply";
		if (!fault && rest.p && name.p + name.n < path.p + path.n)
			fault = folder_fault(b, &a, str_between(path.p, name.p + name.n));
	}
	arena_release(&a);
	return fault;
}

bool notepath_look(const struct book *b, str path, bool *taken)
{
	struct arena a = {0};
	struct stat st;
	*taken = fstatat(b->fd, arena_cstr(&a, path), &st, AT_SYMLINK_NOFOLLOW) == 0;
	arena_release(&a);
	return *taken || errno == ENOENT || errno == ENOTDIR;
}

bool notepath_taken(const struct book *b, str path)
{
	bool taken;
	notepath_look(b, path, &taken);
	return taken;
}

#include "book/notepath.h"

#include "base/visible.h"
#include <errno.h>
#include "note/place.h"
#include <fcntl.h>
#include <sys/stat.h>

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

static const char *name_fault(str path)
{
	const char *fault = place_fault(path);
	if (fault)
		return fault;
	if (visible_plain(path) != path.n)
		return "with characters that reorder text";
	if (!str_ends(path, S(".md")))
		return "not a Markdown file";
	if (str_eq(path, S("README.md")))
		return "not a note's place";
	if (str_eq(str_base(path), S("book.md")) && str_dir(path).n)
		return "it would begin another book";
	return NULL;
}

const char *notepath_fault(const struct book *b, str path)
{
	struct arena a = {0};
	const char *fault = name_fault(path);
	size_t depth = 0;
	str rest = path, name;
	while (!fault && str_cut(&rest, '/', &name)) {
		if (++depth > BOOK_DEPTH)
			fault = "in folders nested too deeply";
		else if (rest.p)
			fault = folder_fault(b, &a, str_between(path.p, name.p + name.n));
	}
	arena_release(&a);
	return fault;
}

bool notepath_look(const struct book *b, str path, bool *taken)
{
	struct arena a = {0};
	struct stat st;
	bool there = fstatat(b->fd, arena_cstr(&a, path), &st, AT_SYMLINK_NOFOLLOW) == 0;
	arena_release(&a);
	*taken = there || book_unsaved(b, path);
	return *taken || errno == ENOENT || errno == ENOTDIR;
}

bool notepath_taken(const struct book *b, str path)
{
	bool taken;
	notepath_look(b, path, &taken);
	return taken;
}

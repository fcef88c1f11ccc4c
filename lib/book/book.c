#include "book/book.h"

#include "base/diag.h"
#include "book/root.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *book_dir;
bool book_mends;

const struct opt book_options[] = {
	{'b', "book", OPT_TEXT, &book_dir, "DIR", "the book, instead of the one around the working directory"},
	OPT_END,
};

/* Whether path is dir or stands below it; rest: what is left. */
static bool below(str path, str dir, str *rest)
{
	if (!str_starts(path, dir))
		return false;
	*rest = str_skip(path, dir.n);
	if (rest->n && !str_eq(dir, S("/"))) {
		if (rest->p[0] != '/')
			return false;
		*rest = str_skip(*rest, 1);
	}
	return true;
}

/* Where the folder, an absolute path without links, is from the working directory; named: as it was given. */
static void set_place(struct book *b, const char *real, const char *named, const char *cwd)
{
	b->root = arena_dup(&b->arena, str_of(real));
	b->prefix = (str){0};
	if (!below(arena_dup(&b->arena, str_of(cwd)), b->root, &b->here)) {
		b->here = (str){0};
		b->prefix = arena_printf(&b->arena, "%s%s", named, str_ends(str_of(named), S("/")) ? "" : "/");
	}
}

static enum root read_root(struct book *b, const char *real, const char *named, const char *cwd)
{
	bool aside = diag_aside;
	set_place(b, real, named, cwd);
	diag_aside = true;
	enum root root = root_read(&b->arena, real, book_shown(b, &b->arena, S("book.md")), &b->config);
	diag_aside = aside;
	return root;
}

/* The nearest root at or above the working directory. */
static enum root root_above(struct book *b, const char *cwd)
{
	char *dir = arena_cstr(&b->arena, str_of(cwd)), *slash;
	for (;;) {
		enum root root = read_root(b, *dir ? dir : "/", dir, cwd);
		if (root != ROOT_NONE || !*dir || !(slash = strrchr(dir, '/')))
			return root;
		*slash = '\0';
	}
}

static enum root root_named(struct book *b, const char *dir, const char *cwd)
{
	char *real = realpath(dir, NULL);
	if (!real)
		die("%s:", dir);
	enum root root = read_root(b, real, dir, cwd);
	free(real);
	if (root == ROOT_NONE)
		die("no book in '%s': it needs a book.md that says 'kind: book'; nt-init makes one", dir);
	return root;
}

/* False: there is none, or errno says why it cannot be opened. */
static bool open_root(struct book *b, enum root root)
{
	if (root == ROOT_NONE)
		b->root = b->here = b->prefix = (str){0};
	else
		b->fd = open(b->root.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return b->fd >= 0;
}

bool book_find(struct book *b)
{
	*b = (struct book){.fd = -1};
	char *cwd = realpath(".", NULL);
	if (!cwd)
		die("working directory:");
	const char *named = getenv("NT_BOOK");
	enum root root = book_dir ? root_named(b, book_dir, cwd) : root_above(b, cwd);
	if (root == ROOT_NONE && named && *named)
		root = root_named(b, named, cwd);
	free(cwd);
	if (root == ROOT_UNREAD && !book_mends)
		die("book.md says what is private: without it nothing is done; nt-check names its mistakes");
	if (!open_root(b, root) && root != ROOT_NONE)
		die(FMT ":", ARG(b->root));
	return root != ROOT_NONE;
}

bool book_named(void)
{
	return book_dir != NULL;
}

bool book_find_at(struct book *b, const char *folder)
{
	*b = (struct book){.fd = -1};
	char *real = realpath(folder, NULL);
	bool found = real && open_root(b, root_above(b, real));
	free(real);
	b->here = found ? S("") : b->here;
	return found;
}

void book_need(struct book *b)
{
	if (!book_find(b))
		die("no book: give -b DIR, work below a folder whose book.md says 'kind: book', "
		    "or set NT_BOOK; nt-init makes one");
}

void book_release(struct book *b)
{
	if (b->fd >= 0)
		close(b->fd);
	config_release(&b->config);
	arena_release(&b->arena);
}

str book_shown(const struct book *b, struct arena *a, str path)
{
	if (!b->here.p)
		return arena_join(a, b->prefix, path);
	str here = b->here, folder, rest;
	struct buf up = {0};
	while (here.n && !below(path, here, &rest)) {
		here = str_dir(here);
		buf_puts(&up, "../");
	}
	folder = here.n ? rest : path;
	str shown = up.n ? arena_join(a, buf_str(&up), folder) : folder;
	buf_release(&up);
	return shown;
}

static str inside(const struct book *b, struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	str rest = {0};
	if (real && below(arena_dup(a, str_of(real)), b->root, &rest)) {
		free(real);
		return rest.n ? rest : S("");
	}
	free(real);
	return (str){0};
}

const str *book_unsaved(const struct book *b, str path)
{
	return b->unsaved ? map_get(b->unsaved, path) : NULL;
}

str book_path(const struct book *b, struct arena *a, str typed)
{
	str found = inside(b, a, arena_cstr(a, typed));
	str below = str_starts(typed, b->root) ? str_skip(typed, b->root.n + 1) : (str){0};
	if (book_unsaved(b, below))
		return below;
	if (found.p || b->fd < 0 || str_starts(typed, S("/")))
		return found;
	return inside(b, a, arena_printf(a, FMT "/" FMT, ARG(b->root), ARG(typed)).p);
}

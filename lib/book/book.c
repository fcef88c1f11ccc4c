#include "book/book.h"

#include "base/diag.h"
#include "book/root.h"
#include "sys/file.h"
#include "note/place.h"
#include "base/sorted.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char *book_dir;
bool book_mends;
bool (*book_gives_way)(void);

const struct opt book_options[] = {
	{'b', "book", OPT_TEXT, &book_dir, "DIR", "the book, instead of the one around the working directory"},
	OPT_END,
};

/* What is to be read instead of the file. */
static bool read_unsaved(const struct book *b, str path, struct buf *buf)
{
	const str *bytes = b->unsaved ? map_get(b->unsaved, path) : NULL;
	if (!bytes)
		return false;
	buf_reset(buf);
	buf_add(buf, *bytes);
	buf_cstr(buf);
	return true;
}

bool book_load(struct book *b, struct arena *a, struct buf *buf, str path, struct note *out)
{
	if (!read_unsaved(b, path, buf) && !file_read(b->fd, arena_cstr(a, path), true, buf))
		return false;
	*out = (struct note){
		.config = &b->config, .arena = a, .path = path, .bytes = buf_str(buf), .shown = book_shown(b, a, path)};
	note_begin(out);
	return true;
}

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

str book_path(const struct book *b, struct arena *a, str typed)
{
	str found = inside(b, a, arena_cstr(a, typed));
	if (found.p || b->fd < 0 || str_starts(typed, S("/")))
		return found;
	return inside(b, a, arena_printf(a, FMT "/" FMT, ARG(b->root), ARG(typed)).p);
}

#define WAITED 50000 /* nanoseconds that a file takes which is not in memory, and no other */
#define AHEAD  64    /* files opened before they are read; fewer where the system allows not many */

/* One folder's names, sorted so that the notes come in path order. */
struct names_of_folder {
	struct folder_item {
		char *name;
		bool folder, asked, left_out; /* asked: whether it is left out is known */
		int fd;                       /* opened ahead, or -1 */
	} * v;
	size_t n;
	bool own_book;
};

static int by_path(const void *x, const void *y)
{
	const struct folder_item *a = x, *b = y;
	const unsigned char *s = (const unsigned char *)a->name, *t = (const unsigned char *)b->name;
	while (*s && *s == *t)
		s++, t++;
	int left = *s ? *s : a->folder ? '/' : 0;
	int right = *t ? *t : b->folder ? '/' : 0;
	return left - right;
}

static bool is_folder(int dir, const struct dirent *e, bool *file)
{
	struct stat st;
	*file = false;
#ifdef DT_UNKNOWN
	if (e->d_type != DT_UNKNOWN) {
		*file = e->d_type == DT_REG;
		return e->d_type == DT_DIR;
	}
#endif
	if (fstatat(dir, e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return false;
	*file = S_ISREG(st.st_mode);
	return S_ISDIR(st.st_mode);
}

static bool skipped_at_root(const char *name, bool folder)
{
	return folder ? strcmp(name, "templates") == 0 : strcmp(name, "README.md") == 0;
}

/* The errno of what could not be listed; 0: all was. */
static int list_folder(struct arena *a, DIR *d, bool root, struct names_of_folder *out)
{
	struct dirent *e;
	bool file;
	int error = 0;
	while (errno = 0, (e = readdir(d))) {
		if (e->d_name[0] == '.')
			continue;
		bool folder = is_folder(dirfd(d), e, &file);
		if (errno && errno != ENOENT)
			error = errno;
		str name = str_of(e->d_name);
		if (!(folder || (file && str_ends(name, S(".md")))) || (root && skipped_at_root(e->d_name, folder)))
			continue;
		out->own_book |= !root && file && str_eq(name, S("book.md"));
		out->v = arena_more(a, out->v, out->n, sizeof *out->v);
		out->v[out->n++] = (struct folder_item){.name = arena_cstr(a, name), .folder = folder, .fd = -1};
	}
	if (errno)
		error = errno;
	sorted_sort(out->v, out->n, sizeof *out->v, by_path);
	return error;
}

struct walking {
	struct book *book;
	const struct book_walk *w;
	struct arena arena; /* one note's */
	struct buf bytes, path;
	size_t open, most; /* files opened ahead, in all folders on the way */
	size_t fetch;      /* for how many more the disk is asked */
	bool stop, partly; /* partly: something was left out that may be a note */
};

bool book_ignores(const struct book *b, const char *path)
{
	struct strs globs = b->config.ignore;
	for (size_t i = 0; i < globs.n; i++)
		if (fnmatch(globs.v[i].p, path, 0) == 0 || fnmatch(globs.v[i].p, str_base(str_of(path)).p, 0) == 0)
			return true;
	return false;
}

/* A path that would break lines or terminals never becomes a note. */
static bool path_is_text(struct walking *g, str path)
{
	const char *fault = place_fault(path);
	if (fault)
		warn_at(book_shown(g->book, &g->arena, path), 0, 0, "%s", fault);
	return !fault;
}

/* Reads it; what was waited for is on a disk, and so are its neighbours. */
static bool read_note(struct walking *g, int fd)
{
	struct timespec before, after;
	clock_gettime(CLOCK_MONOTONIC, &before);
	bool good = file_read_regular(fd, &g->bytes);
	int error = errno;
	clock_gettime(CLOCK_MONOTONIC, &after);
	if (after.tv_sec != before.tv_sec || after.tv_nsec - before.tv_nsec > WAITED)
		g->fetch = g->most;
	errno = error;
	return good;
}

static void visit_note(struct walking *g, int dir, struct folder_item *item, str path)
{
	struct book *b = g->book;
	arena_reset(&g->arena);
	struct note n = {.config = &b->config, .arena = &g->arena, .path = path};
	n.shown = book_shown(b, &g->arena, path);
	int fd = item->fd >= 0 ? item->fd : file_open_ahead(dir, item->name, false);
	g->open -= item->fd >= 0;
	item->fd = -1;
	bool read = fd >= 0 && read_note(g, fd);
	if (!read_unsaved(b, path, &g->bytes) && !read) {
		if (errno != ENOENT) {
			warn_at(n.shown, 0, 0, "%s", strerror(errno));
			g->partly = true;
		}
		return;
	}
	n.bytes = buf_str(&g->bytes);
	note_begin(&n);
	g->stop = !g->w->visit(&n, g->w->ctx);
}

static void walk_folder(struct walking *g, int fd, int depth);

static void enter(struct walking *g, int dir, const char *name, int depth)
{
	int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	str path = buf_str(&g->path);
	if (fd < 0)
		warn_at(book_shown(g->book, &g->arena, path), 0, 0, "%s", strerror(errno));
	else if (depth >= BOOK_DEPTH)
		warn_at(book_shown(g->book, &g->arena, path), 0, 0, "folders nest deeper than %d", BOOK_DEPTH);
	else {
		walk_folder(g, fd, depth + 1);
		return;
	}
	g->partly = true;
	if (fd >= 0)
		close(fd);
}

/* Its path, below the folder at hand; the caller cuts g->path back. */
static str path_of(struct walking *g, const struct folder_item *item)
{
	if (g->path.n)
		buf_putc(&g->path, '/');
	buf_puts(&g->path, item->name);
	return (str){buf_cstr(&g->path), g->path.n};
}

static bool is_left_out(struct walking *g, struct folder_item *item, str path)
{
	if (!item->asked)
		item->left_out = book_ignores(g->book, path.p) || !path_is_text(g, path) ||
				 (g->w->wanted && !g->w->wanted(path, item->folder, g->w->ctx));
	item->asked = true;
	return item->left_out;
}

static void walk_item(struct walking *g, int dir, struct folder_item *item, int depth)
{
	size_t was = g->path.n;
	str path = path_of(g, item);
	if (book_gives_way && book_gives_way())
		g->stop = g->partly = true;
	else if (!is_left_out(g, item, path)) {
		if (item->folder)
			enter(g, dir, item->name, depth);
		else
			visit_note(g, dir, item, path);
	}
	g->path.n = was;
}

/* The disk is asked for the next notes while one is looked at. */
static void open_ahead(struct walking *g, int dir, struct folder_item *item)
{
	size_t was = g->path.n;
	str path = item->folder ? (str){0} : path_of(g, item);
	if (path.p && !is_left_out(g, item, path))
		item->fd = file_open_ahead(dir, item->name, g->fetch > 0);
	g->open += item->fd >= 0;
	g->fetch -= g->fetch > 0;
	g->path.n = was;
}

/* A small part of what the system allows this process. */
static size_t most_ahead(void)
{
	struct rlimit limit;
	return getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur / 8 < AHEAD ? limit.rlim_cur / 8 : AHEAD;
}

/* Takes over fd. */
static void walk_folder(struct walking *g, int fd, int depth)
{
	struct arena a = {0};
	struct names_of_folder names = {0};
	DIR *d = fdopendir(fd);
	int error = d ? list_folder(&a, d, depth == 0, &names) : errno;
	if (error) {
		str path = buf_str(&g->path);
		g->partly = true;
		warn_at(path.n ? book_shown(g->book, &a, path) : g->book->root, 0, 0, "%s", strerror(error));
	}
	if (!d) {
		g->partly = true;
		close(fd);
		return;
	}
	size_t opened = 0;
	for (size_t i = 0; i < names.n && !g->stop && !names.own_book; i++) {
		for (opened = opened < i ? i : opened; opened < names.n && g->open < g->most; opened++)
			open_ahead(g, dirfd(d), &names.v[opened]);
		walk_item(g, dirfd(d), &names.v[i], depth);
	}
	for (size_t i = 0; i < opened; i++)
		if (names.v[i].fd >= 0) {
			close(names.v[i].fd);
			g->open--;
		}
	closedir(d);
	arena_release(&a);
}

bool book_walk(struct book *b, const struct book_walk *w)
{
	struct walking g = {.book = b, .w = w, .most = most_ahead()};
	g.fetch = g.most;
	int fd = openat(b->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		die(FMT ":", ARG(b->root));
	bool aside = diag_aside;
	diag_aside = true;
	walk_folder(&g, fd, 0);
	diag_aside = aside;
	arena_release(&g.arena);
	buf_release(&g.bytes);
	buf_release(&g.path);
	return !g.partly;
}

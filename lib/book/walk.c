#include "book/book.h"

#include "base/diag.h"
#include "sys/file.h"
#include "note/place.h"
#include "base/sorted.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define WAITED 50000 /* nanoseconds that a file takes which is not in memory, and no other */
#define AHEAD  64    /* files opened before they are read; fewer where the system allows not many */

bool (*book_gives_way)(void);

static bool read_unsaved(const struct book *b, str path, struct buf *buf)
{
	const str *bytes = book_unsaved(b, path);
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

/* One folder's names, sorted so that the notes come in path order. */
struct names_of_folder {
	struct folder_item {
		char *name;
		bool folder, unsaved; /* unsaved: it is not on the disk */
		bool asked, left_out; /* asked: whether it is left out is known */
		int fd;               /* opened ahead, or -1 */
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

static bool is_wanted(const char *name, bool folder, bool file, bool root)
{
	return name[0] != '.' && (folder || (file && str_ends(str_of(name), S(".md")))) &&
	       !(root && skipped_at_root(name, folder));
}

static void add_item(struct arena *a, struct names_of_folder *out, const char *name, bool folder, bool unsaved)
{
	out->v = arena_more(a, out->v, out->n, sizeof *out->v);
	out->v[out->n++] = (struct folder_item){
		.name = arena_cstr(a, str_of(name)), .folder = folder, .unsaved = unsaved, .fd = -1};
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
		if (!is_wanted(e->d_name, folder, file, root))
			continue;
		out->own_book |= !root && file && strcmp(e->d_name, "book.md") == 0;
		add_item(a, out, e->d_name, folder, false);
	}
	return errno ? errno : error;
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

/* What stands below the folder at hand in b->unsaved alone. dir: negative if that is not on the disk either. */
static void list_unsaved(struct walking *g, struct arena *a, int dir, struct names_of_folder *out)
{
	struct stat st;
	size_t at = 0;
	str path, name, folder = buf_str(&g->path);
	while (g->book->unsaved && map_next(g->book->unsaved, &at, &path)) {
		str rest = folder.n ? str_skip(path, folder.n + 1) : path;
		if (folder.n && !(str_starts(path, folder) && path.n > folder.n && path.p[folder.n] == '/'))
			continue;
		str_cut(&rest, '/', &name);
		const char *p = arena_cstr(a, name);
		bool is_there = dir >= 0 && (fstatat(dir, p, &st, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT);
		if (!is_there && is_wanted(p, rest.p, !rest.p, !folder.n))
			add_item(a, out, p, rest.p, true);
	}
}

static void walk_folder(struct walking *g, int fd, int depth);

static void enter(struct walking *g, int dir, const struct folder_item *item, int depth)
{
	int fd = item->unsaved ? -1 : openat(dir, item->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	str path = buf_str(&g->path);
	if (fd < 0 && !item->unsaved)
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
			enter(g, dir, item, depth);
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

/* Takes over fd; negative: the folder is not on the disk. */
static void walk_folder(struct walking *g, int fd, int depth)
{
	struct arena a = {0};
	struct names_of_folder names = {0};
	DIR *d = fd >= 0 ? fdopendir(fd) : NULL;
	int error = fd < 0 ? 0 : d ? list_folder(&a, d, depth == 0, &names) : errno;
	if (error) {
		str path = buf_str(&g->path);
		g->partly = true;
		warn_at(path.n ? book_shown(g->book, &a, path) : g->book->root, 0, 0, "%s", strerror(error));
	}
	if (fd >= 0 && !d)
		close(fd);
	fd = d ? dirfd(d) : -1;
	list_unsaved(g, &a, fd, &names);
	names.n = names.v ? sorted_unique(names.v, names.n, sizeof *names.v, by_path) : 0;
	size_t opened = 0;
	for (size_t i = 0; i < names.n && !g->stop && !names.own_book; i++) {
		for (opened = opened < i ? i : opened; opened < names.n && g->open < g->most; opened++)
			open_ahead(g, fd, &names.v[opened]);
		walk_item(g, fd, &names.v[i], depth);
	}
	for (size_t i = 0; i < opened; i++)
		if (names.v[i].fd >= 0) {
			close(names.v[i].fd);
			g->open--;
		}
	if (d)
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

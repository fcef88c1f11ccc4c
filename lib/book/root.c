#include "book/root.h"

#include "note/note.h"
#include "sys/file.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

/* Why a file that could not be read is trouble; NULL: it is not there. */
static const char *why_unread(const char *path, int error)
{
	struct stat st;
	if (lstat(path, &st) != 0)
		return errno == ENOENT || errno == ENOTDIR || errno == EACCES ? NULL : strerror(errno);
	return S_ISLNK(st.st_mode) ? "a symbolic link: the configuration has to be a file of the book"
				   : strerror(error);
}

static enum root judge(struct arena *a, str bytes, str shown, struct config *out)
{
	struct note n = {.arena = a, .path = S("book.md"), .shown = shown, .bytes = arena_dup(a, bytes)};
	note_begin(&n);
	if (!note_ok(&n))
		return ROOT_UNREAD;
	if (!str_eq(note_text(&n, S("kind")), S("book")))
		return ROOT_NONE;
	return config_read(a, out, note_front(&n), shown) ? ROOT_FOUND : ROOT_UNREAD;
}

enum root root_read(struct arena *a, const char *dir, str shown, struct config *out)
{
	struct buf buf = {0};
	const char *path = arena_printf(a, "%s/book.md", dir).p, *why = NULL;
	enum root root = ROOT_NONE;
	config_defaults(a, out);
	if (file_read(AT_FDCWD, path, true, &buf))
		root = judge(a, buf_str(&buf), shown, out);
	else if ((why = why_unread(path, errno)))
		root = ROOT_UNREAD;
	if (why)
		warn_at(shown, 0, 0, "%s", why);
	out->unread = root == ROOT_UNREAD;
	buf_release(&buf);
	return root;
}

#include "book/save.h"

#include "book/changes.h"
#include "sys/lock.h"
#include "book/notepath.h"
#include <errno.h>
#include <string.h>
#include <time.h>

#define TRIES 20 /* saves of another program, one in the middle of each of ours; with a pause between: two seconds in all */

static int held = -1; /* a process that closes any descriptor of the file loses its lock, so there is one */
static int holders;

int save_lock(struct book *b)
{
	if (changes_dry())
		return -1;
	if (holders++ == 0)
		held = lock_take(b->fd, BOOK_LOCK);
	if (held < 0)
		die("%s:", BOOK_LOCK);
	return held;
}

void save_unlock(int lock)
{
	if (!changes_dry() && --holders == 0)
		lock_drop(lock);
}

static enum save_result failed(struct book *b, struct arena *a, str path, const char *why)
{
	warn_at(book_shown(b, a, path), 0, 0, "%s", why);
	return SAVE_FAILED;
}

static enum save_result try_change(struct book *b, struct arena *a, struct buf *buf, str path, change_fn *change,
	void *ctx, enum file_result *written)
{
	struct note n;
	struct fault why = {0};
	if (!changes_load(b, a, buf, path, &n))
		return failed(b, a, path, strerror(errno));
	if (!note_ok(&n))
		return SAVE_FAILED;
	str after = change(&n, ctx, &why);
	if (!after.p) {
		if (why.text.p)
			note_warn(&n, why.line, why.col, FMT, ARG(why.text));
		return SAVE_FAILED;
	}
	if (str_eq(after, n.bytes))
		return SAVE_SAME;
	*written = changes_put(b, path, n.bytes, after);
	return SAVE_WRITTEN;
}

static void pause_before(int try)
{
	struct timespec t = {0, try * 10000000L};

	if (try)
		nanosleep(&t, NULL);
}

enum save_result save_change(struct book *b, str path, change_fn *change, void *ctx)
{
	struct arena a = {0};
	struct buf buf = {0};
	enum save_result result = SAVE_FAILED;
	enum file_result written = FILE_CHANGED;
	int lock = save_lock(b);
	for (int i = 0; i < TRIES && written == FILE_CHANGED; i++) {
		pause_before(i);
		arena_reset(&a);
		written = FILE_WRITTEN;
		result = try_change(b, &a, &buf, path, change, ctx, &written);
	}
	if (written == FILE_CHANGED)
		result = failed(b, &a, path, "another program keeps changing it");
	else if (written != FILE_WRITTEN)
		result = failed(b, &a, path, written == FILE_GONE ? "gone" : strerror(errno));
	save_unlock(lock);
	buf_release(&buf);
	arena_release(&a);
	return result;
}

enum save_result save_new(struct book *b, str path, str bytes)
{
	struct arena a = {0};
	const char *fault = notepath_fault(b, path);
	int lock = save_lock(b);
	enum file_result made = fault ? FILE_FAILED : changes_put(b, path, (str){0}, bytes);
	enum save_result result = SAVE_WRITTEN;
	if (fault)
		result = failed(b, &a, path, fault);
	else if (made != FILE_WRITTEN)
		result = failed(b, &a, path, made == FILE_EXISTS ? "exists" : strerror(errno));
	save_unlock(lock);
	arena_release(&a);
	return result;
}

#include "sys/file.h"

#include "base/map.h"
#include "sys/folder.h"
#include "sys/os.h"
#include "sys/temp.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_STEP ((size_t)64 << 10)

/* The errno of what went before stays. */
static void drop_name(int dir, const char *name)
{
	int saved = errno;

	unlinkat(dir, name, 0);
	errno = saved;
}

static bool read_to_end(int fd, struct buf *b, size_t expected, size_t most)
{
	ssize_t n;

	do {
		buf_grow(b, b->n < expected ? expected + 1 - b->n : READ_STEP);
		n = read(fd, b->p + b->n, b->cap - b->n - 1);
		if (n < 0 && errno != EINTR)
			return false;
		b->n += n > 0 ? (size_t)n : 0;
		if (b->n > most) {
			errno = EFBIG;
			return false;
		}
	} while (n != 0 && (n < 0 || expected == 0 || b->n != expected));
	buf_cstr(b);
	return true;
}

static bool read_regular(int fd, struct buf *b)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return false;
	if (!S_ISREG(st.st_mode))
		errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
	else if (st.st_size > (off_t)FILE_MOST)
		errno = EFBIG;
	else
		return read_to_end(fd, b, (size_t)st.st_size, FILE_MOST);
	return false;
}

bool file_read(int dirfd, const char *name, bool nofollow, struct buf *b)
{
	int fd = openat(dirfd, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (nofollow ? O_NOFOLLOW : 0));
	bool good;

	buf_reset(b);
	if (fd < 0)
		return false;
	good = read_regular(fd, b);
	folder_close(fd);
	return good;
}

int file_open_ahead(int dirfd, const char *name, bool fetch)
{
	int fd = openat(dirfd, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
#ifdef POSIX_FADV_WILLNEED
	if (fd >= 0 && fetch)
		posix_fadvise(fd, 0, 0, POSIX_FADV_WILLNEED);
#endif
	return fd;
}

/* A short read of a regular file is its end. */
bool file_read_regular(int fd, struct buf *b)
{
	ssize_t n;

	buf_reset(b);
	buf_grow(b, READ_STEP);
	do {
		n = read(fd, b->p, b->cap - 1);
	} while (n < 0 && errno == EINTR);
	b->n = n > 0 ? (size_t)n : 0;
	bool good = n >= 0 && (b->n < b->cap - 1 || read_to_end(fd, b, 0, FILE_MOST));
	buf_cstr(b);
	folder_close(fd);
	return good;
}

bool file_read_fd(int fd, struct buf *b)
{
	buf_reset(b);
	return read_to_end(fd, b, 0, (size_t)-1);
}

static enum file_result failure(void)
{
	return errno == ENOENT || errno == ENOTDIR ? FILE_GONE : FILE_FAILED;
}

/* FILE_WRITTEN: the file is still as before, and nobody is writing it. */
static enum file_result compare(int dir, const char *name, str before)
{
	int fd = openat(dir, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
	enum file_result result = FILE_CHANGED;
	struct buf now = {0};

	if (fd < 0)
		return failure();
	if (!os_is_being_written(fd)) {
		if (!read_regular(fd, &now))
			result = failure();
		else if (str_eq(buf_str(&now), before))
			result = FILE_WRITTEN;
	}
	folder_close(fd);
	buf_release(&now);
	return result;
}

/* 0: there is none, or it cannot be told. */
static ino_t inode(int dir, const char *name)
{
	struct stat st;

	return fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 ? st.st_ino : 0;
}

/* Gives what was displaced its place back. What stands there by then, if it is not what we put there, is newer still.
 * False: what is at the temporary name now may be the only copy. */
static bool put_back(int dir, const char *temp, const char *base, ino_t put)
{
	for (;;) {
		ino_t next = inode(dir, temp), found;
		if (!os_exchange(dir, temp, base))
			return linkat(dir, temp, dir, base, 0) == 0;
		found = inode(dir, temp);
		if (found == put)
			return true;
		if (!found || !next)
			return false;
		put = next;
	}
}

/* Exchanges the new file and the old one, then looks at what was old: somebody without our lock may have saved, or be
 * saving, since we compared. *kept: what is at the temporary name is to stay. */
static enum file_result exchange(struct temp *t, const char *base, str before, bool *kept)
{
	enum file_result result;
	int saved;

	if (!os_exchange(t->dir, t->name, base))
		return os_cannot(errno) && renameat(t->dir, t->name, t->dir, base) == 0 ? FILE_WRITTEN : failure();
	result = compare(t->dir, t->name, before);
	saved = errno;
	if (result != FILE_WRITTEN && !put_back(t->dir, t->name, base, t->inode)) {
		*kept = true;
		result = FILE_FAILED;
	} else {
		errno = saved;
	}
	return result;
}

static const char *kept_path;

const char *file_kept(void)
{
	return kept_path;
}

static enum file_result replace_in(int dirfd, const char *name, int dir, const char *base, str before, str after)
{
	struct temp t = {.root = dirfd, .beside = name, .dir = dir};
	enum file_result result;
	bool kept = false;
	struct stat st;

	if (fstatat(dir, base, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return failure();
	if (!S_ISREG(st.st_mode)) {
		errno = S_ISLNK(st.st_mode) ? ELOOP : EINVAL;
		return FILE_FAILED;
	}
	if (!temp_write(&t, &st, after, true))
		return FILE_FAILED;
	result = compare(dir, base, before);
	if (result == FILE_WRITTEN)
		result = exchange(&t, base, before, &kept);
	if (result == FILE_WRITTEN)
		fsync(dir); /* it is written; that a folder cannot be synced changes nothing in that */
	if (kept)
		kept_path = temp_keep(&t);
	else
		temp_drop(&t);
	return result;
}

enum file_result file_replace(int dirfd, const char *name, str before, str after)
{
	const char *base;
	int dir = folder_open(dirfd, name, false, &base);
	enum file_result result;

	kept_path = NULL;
	if (dir < 0)
		return failure();
	result = replace_in(dirfd, name, dir, base, before, after);
	folder_close(dir);
	return result;
}

/* Gives the finished file its name, unless that is taken. Where there are no hard links an
 * empty file takes the name first. */
static bool give_name(int dir, const char *temp, const char *base)
{
	int fd;

	if (linkat(dir, temp, dir, base, 0) == 0)
		return true;
	if (errno == EEXIST)
		return false;
	fd = openat(dir, base, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		return false;
	close(fd);
	if (renameat(dir, temp, dir, base) == 0)
		return true;
	drop_name(dir, base);
	return false;
}

static bool create_in(int dirfd, const char *name, int dir, const char *base, str bytes)
{
	struct temp t = {.root = dirfd, .beside = name, .dir = dir};
	struct stat st;
	bool made;

	if (fstatat(dir, base, &st, AT_SYMLINK_NOFOLLOW) == 0) {
		errno = EEXIST;
		return false;
	}
	if (!temp_write(&t, NULL, bytes, true))
		return false;
	made = give_name(dir, t.name, base);
	temp_drop(&t);
	if (made)
		fsync(dir);
	return made;
}

enum file_result file_create(int dirfd, const char *name, str bytes)
{
	const char *base;
	int dir = folder_open(dirfd, name, true, &base);
	bool made;

	if (dir < 0)
		return FILE_FAILED;
	made = create_in(dirfd, name, dir, base, bytes);
	folder_close(dir);
	if (made)
		return FILE_WRITTEN;
	return errno == EEXIST ? FILE_EXISTS : FILE_FAILED;
}

enum file_result file_remove(int dirfd, const char *name, str before)
{
	struct buf now = {0};
	const char *base;
	bool read = file_read(dirfd, name, true, &now), same = read && str_eq(buf_str(&now), before);
	int saved = errno, dir;
	buf_release(&now);
	errno = saved;
	if (!read)
		return errno == ENOENT ? FILE_GONE : FILE_FAILED;
	if (!same)
		return FILE_CHANGED;
	dir = folder_open(dirfd, name, false, &base);
	if (dir < 0)
		return FILE_FAILED;
	bool gone = unlinkat(dir, base, 0) == 0;
	fsync(dir);
	folder_close(dir);
	return gone ? FILE_WRITTEN : FILE_FAILED;
}

/* Where the system does not look in the same step: by a second name, which is refused where there is one; and where
 * there are no hard links, after a look. */
static bool rename_new(int from_dir, const char *from, int to_dir, const char *to)
{
	struct stat st;

	if (os_rename_new(from_dir, from, to_dir, to))
		return true;
	if (!os_cannot(errno))
		return false;
	if (linkat(from_dir, from, to_dir, to, 0) == 0) {
		bool gone = unlinkat(from_dir, from, 0) == 0 || errno == ENOENT;
		if (!gone)
			drop_name(to_dir, to);
		return gone;
	}
	if (errno == EEXIST)
		return false;
	if (fstatat(to_dir, to, &st, AT_SYMLINK_NOFOLLOW) == 0)
		errno = EEXIST;
	return errno == ENOENT && renameat(from_dir, from, to_dir, to) == 0;
}

static enum file_result rename_in(int from_dir, const char *from, int to_dir, const char *to)
{
	if (!rename_new(from_dir, from, to_dir, to))
		return errno == EEXIST ? FILE_EXISTS : failure();
	fsync(to_dir);
	fsync(from_dir);
	return FILE_WRITTEN;
}

enum file_result file_rename(int dirfd, const char *from, const char *to)
{
	const char *from_base, *to_base;
	int from_dir = folder_open(dirfd, from, false, &from_base), to_dir;
	enum file_result result = FILE_FAILED;

	if (from_dir < 0)
		return failure();
	to_dir = folder_open(dirfd, to, true, &to_base);
	if (to_dir >= 0) {
		result = rename_in(from_dir, from_base, to_dir, to_base);
		folder_close(to_dir);
	}
	folder_close(from_dir);
	return result;
}

bool file_put(int dirfd, const char *name, str bytes)
{
	const char *base;
	int dir = folder_open(dirfd, name, true, &base);
	struct temp t = {.root = dirfd, .beside = name, .dir = dir};
	bool good;

	if (dir < 0)
		return false;
	good = temp_write(&t, NULL, bytes, false);
	if (good) {
		good = renameat(dir, t.name, dir, base) == 0;
		temp_drop(&t);
	}
	folder_close(dir);
	return good;
}

#ifdef __APPLE__
#define MODIFIED(st) (st).st_mtimespec
#define CHANGED(st)  (st).st_ctimespec
#else
#define MODIFIED(st) (st).st_mtim
#define CHANGED(st)  (st).st_ctim
#endif

uint64_t file_stamp(int dirfd, const char *name)
{
	struct stat st;
	if (fstatat(dirfd, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return 0;
	uint64_t facts[] = {(uint64_t)MODIFIED(st).tv_sec, (uint64_t)MODIFIED(st).tv_nsec, (uint64_t)CHANGED(st).tv_sec,
		(uint64_t)CHANGED(st).tv_nsec, (uint64_t)st.st_size, (uint64_t)st.st_ino};
	return map_hash((str){(const char *)facts, sizeof facts}) | 1;
}

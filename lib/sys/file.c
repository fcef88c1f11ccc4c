#include "sys/file.h"
#include "sys/os.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMP_NAME 64
#define READ_STEP ((size_t)64 << 10)

/* Both keep the errno of what went before. */
static void drop_fd(int fd)
{
	int saved = errno;

	close(fd);
	errno = saved;
}

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
	drop_fd(fd);
	return good;
}

int file_open_ahead(int dirfd, const char *name)
{
	int fd = openat(dirfd, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
#ifdef POSIX_FADV_WILLNEED
	if (fd >= 0)
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
	drop_fd(fd);
	return good;
}

bool file_read_fd(int fd, struct buf *b)
{
	buf_reset(b);
	return read_to_end(fd, b, 0, (size_t)-1);
}

/* Steps down one folder. Below a folder that was opened no symbolic link leads out of it. */
static int step_down(int dir, str folder, int nofollow, bool make)
{
	int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | nofollow, below;
	char name[256];

	if (folder.n >= sizeof name) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(name, folder.p, folder.n);
	name[folder.n] = '\0';
	below = openat(dir, name, flags);
	if (below < 0 && errno == ENOENT && make && (mkdirat(dir, name, 0777) == 0 || errno == EEXIST))
		below = openat(dir, name, flags);
	return below;
}

/* Opens the folder of name and finds its base name; -1: failed. */
static int open_parent(int dirfd, const char *name, bool make, const char **base)
{
	int nofollow = dirfd == AT_FDCWD || name[0] == '/' ? 0 : O_NOFOLLOW;
	int dir = openat(dirfd, name[0] == '/' ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), below;
	str rest = str_of(name), folder;

	while (dir >= 0 && str_chr(rest, '/') != STR_NONE && str_cut(&rest, '/', &folder)) {
		if (folder.n == 0)
			continue;
		below = step_down(dir, folder, nofollow, make);
		drop_fd(dir);
		dir = below;
	}
	*base = rest.p;
	if (dir >= 0 && rest.n == 0) {
		close(dir);
		errno = EISDIR;
		return -1;
	}
	return dir;
}

static bool write_all(int fd, str bytes)
{
	while (bytes.n > 0) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n < 0 && errno != EINTR)
			return false;
		bytes = str_skip(bytes, n > 0 ? (size_t)n : 0);
	}
	return true;
}

/* Writes a new file with a name of its own in dir, which walks skip; its mode is that of like, if given. */
static bool write_temp(int dir, const struct stat *like, str bytes, bool sync, char temp[TEMP_NAME])
{
	static unsigned count;
	bool good;
	int fd;

	do {
		snprintf(temp, TEMP_NAME, ".nt-%ld-%u", (long)getpid(), count++);
		fd = openat(dir, temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, like ? 0600 : 0666);
	} while (fd < 0 && errno == EEXIST);
	if (fd < 0)
		return false;
	good = (!like || fchmod(fd, like->st_mode & 07777) == 0) && write_all(fd, bytes) && (!sync || fsync(fd) == 0);
	if (good)
		good = close(fd) == 0;
	else
		drop_fd(fd);
	if (!good)
		drop_name(dir, temp);
	return good;
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
	drop_fd(fd);
	buf_release(&now);
	return result;
}

static ino_t inode(int dir, const char *name)
{
	struct stat st;

	return fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 ? st.st_ino : 0;
}

/* Gives what was displaced its place back. What stands there by then, if it is not what we put there, is newer still. */
static void put_back(int dir, const char *temp, const char *base, ino_t put)
{
	ino_t next;

	do {
		next = inode(dir, temp);
		if (!os_exchange(dir, temp, base)) {
			linkat(dir, temp, dir, base, 0);
			break;
		}
		ino_t found = inode(dir, temp);
		if (found == put)
			break;
		put = next;
	} while (next);
}

/* Exchanges the new file and the old one, then looks at what was old: somebody without our lock may have saved, or be
 * saving, since we compared. */
static enum file_result exchange(int dir, const char *temp, const char *base, str before)
{
	ino_t mine = inode(dir, temp);
	enum file_result result;

	if (!os_exchange(dir, temp, base))
		return os_cannot(errno) && renameat(dir, temp, dir, base) == 0 ? FILE_WRITTEN : failure();
	result = compare(dir, temp, before);
	if (result != FILE_WRITTEN)
		put_back(dir, temp, base, mine);
	return result;
}

static enum file_result replace_in(int dir, const char *base, str before, str after)
{
	enum file_result result;
	char temp[TEMP_NAME];
	struct stat st;

	if (fstatat(dir, base, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return failure();
	if (!S_ISREG(st.st_mode)) {
		errno = S_ISLNK(st.st_mode) ? ELOOP : EINVAL;
		return FILE_FAILED;
	}
	if (!write_temp(dir, &st, after, true, temp))
		return FILE_FAILED;
	result = compare(dir, base, before);
	if (result == FILE_WRITTEN)
		result = exchange(dir, temp, base, before);
	if (result == FILE_WRITTEN)
		fsync(dir);
	drop_name(dir, temp);
	return result;
}

enum file_result file_replace(int dirfd, const char *name, str before, str after)
{
	const char *base;
	int dir = open_parent(dirfd, name, false, &base);
	enum file_result result;

	if (dir < 0)
		return failure();
	result = replace_in(dir, base, before, after);
	drop_fd(dir);
	return result;
}

/* Gives the finished file its name, unless that is taken. Where there are no hard links an
 * empty file takes the name first. */
static bool give_name(int dir, const char *temp, const char *base)
{
	int fd;

	if (linkat(dir, temp, dir, base, 0) == 0) {
		unlinkat(dir, temp, 0);
		return true;
	}
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

static bool create_in(int dir, const char *base, str bytes)
{
	char temp[TEMP_NAME];
	struct stat st;

	if (fstatat(dir, base, &st, AT_SYMLINK_NOFOLLOW) == 0) {
		errno = EEXIST;
		return false;
	}
	if (!write_temp(dir, NULL, bytes, true, temp))
		return false;
	if (!give_name(dir, temp, base)) {
		drop_name(dir, temp);
		return false;
	}
	fsync(dir);
	return true;
}

enum file_result file_create(int dirfd, const char *name, str bytes)
{
	const char *base;
	int dir = open_parent(dirfd, name, true, &base);
	bool made;

	if (dir < 0)
		return FILE_FAILED;
	made = create_in(dir, base, bytes);
	drop_fd(dir);
	if (made)
		return FILE_WRITTEN;
	return errno == EEXIST ? FILE_EXISTS : FILE_FAILED;
}

static enum file_result rename_in(int from_dir, const char *from, int to_dir, const char *to)
{
	struct stat st;

	if (fstatat(to_dir, to, &st, AT_SYMLINK_NOFOLLOW) == 0)
		return FILE_EXISTS;
	if (renameat(from_dir, from, to_dir, to) != 0)
		return failure();
	fsync(to_dir);
	fsync(from_dir);
	return FILE_WRITTEN;
}

enum file_result file_rename(int dirfd, const char *from, const char *to)
{
	const char *from_base, *to_base;
	int from_dir = open_parent(dirfd, from, false, &from_base), to_dir;
	enum file_result result = FILE_FAILED;

	if (from_dir < 0)
		return failure();
	to_dir = open_parent(dirfd, to, true, &to_base);
	if (to_dir >= 0) {
		result = rename_in(from_dir, from_base, to_dir, to_base);
		drop_fd(to_dir);
	}
	drop_fd(from_dir);
	return result;
}

bool file_put(int dirfd, const char *name, str bytes)
{
	const char *base;
	int dir = open_parent(dirfd, name, true, &base);
	char temp[TEMP_NAME];
	bool good;

	if (dir < 0)
		return false;
	good = write_temp(dir, NULL, bytes, false, temp);
	if (good && renameat(dir, temp, dir, base) != 0) {
		drop_name(dir, temp);
		good = false;
	}
	drop_fd(dir);
	return good;
}

int file_lock(int dirfd, const char *name)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	int fd = openat(dirfd, name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666), result;

	if (fd < 0)
		return -1;
	do {
		result = fcntl(fd, F_SETLKW, &whole);
	} while (result != 0 && errno == EINTR);
	if (result == 0)
		return fd;
	drop_fd(fd);
	return -1;
}

void file_unlock(int fd)
{
	close(fd);
}

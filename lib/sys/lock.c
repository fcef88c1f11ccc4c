#include "sys/lock.h"
#include "base/buf.h"
#include "sys/folder.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The one lock of this process. The file holds a line for each temporary file that is there, the last one begun behind
 * what could not be removed. */
static struct {
	int fd, dir;
	off_t left, begun; /* the ends of those that are left, and of all */
} held = {.fd = -1};

/* Removes one that a killed writer has left; true: it is gone. */
static bool sweep(int dirfd, const char *path)
{
	const char *base = path;
	bool outside = path[0] == '/' || str_find(str_of(path), S("..")) != STR_NONE, gone = true;
	int dir = outside ? -1 : folder_open(dirfd, path, false, &base);

	if (dir < 0)
		return outside || errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == EISDIR;
	if (str_starts(str_of(base), S(TEMP_PREFIX)))
		gone = unlinkat(dir, base, 0) == 0 || errno == ENOENT;
	folder_close(dir);
	return gone;
}

static bool read_all(int fd, struct buf *b, off_t size)
{
	buf_grow(b, (size_t)size + 1);
	b->n = (size_t)size;
	return pread(fd, b->p, b->n, 0) == size;
}

static void sweep_all(void)
{
	struct buf b = {0}, name = {0};
	struct stat st;
	str rest, line;
	bool gone = true;

	held.left = held.begun = fstat(held.fd, &st) == 0 ? st.st_size : 0;
	if (!held.left || held.left > (off_t)1 << 20 || !read_all(held.fd, &b, held.left)) {
		buf_release(&b);
		return;
	}
	rest = buf_str(&b);
	while (str_line(&rest, &line)) {
		buf_reset(&name);
		buf_add(&name, str_chomp(line));
		gone &= sweep(held.dir, buf_cstr(&name));
	}
	if (gone && ftruncate(held.fd, 0) == 0)
		held.left = held.begun = 0;
	buf_release(&b);
	buf_release(&name);
}

int lock_take(int dirfd, const char *name)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	int fd = openat(dirfd, name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666), result;

	if (fd < 0)
		return -1;
	do {
		result = fcntl(fd, F_SETLKW, &whole);
	} while (result != 0 && errno == EINTR);
	if (result != 0) {
		folder_close(fd);
		return -1;
	}
	held.fd = fd;
	held.dir = dirfd;
	sweep_all();
	return fd;
}

void lock_drop(int fd)
{
	close(fd);
	held.fd = -1;
}

bool lock_begun(int dirfd, const char *beside, const char *temp)
{
	const char *slash = strrchr(beside, '/');
	struct buf line = {0};
	bool good;

	if (held.fd < 0 || dirfd != held.dir)
		return true;
	buf_add(&line, (str){beside, slash ? (size_t)(slash + 1 - beside) : 0});
	buf_printf(&line, "%s\n", temp);
	good = pwrite(held.fd, line.p, line.n, held.left) == (ssize_t)line.n;
	held.begun = held.left + (off_t)line.n;
	buf_release(&line);
	return good;
}

void lock_ended(int dirfd)
{
	int saved = errno;

	if (held.fd >= 0 && dirfd == held.dir && ftruncate(held.fd, held.left) == 0)
		held.begun = held.left;
	errno = saved;
}

void lock_left(int dirfd)
{
	if (held.fd >= 0 && dirfd == held.dir)
		held.left = held.begun;
}

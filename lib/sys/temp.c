#include "sys/temp.h"
#include "sys/folder.h"
#include "sys/lock.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

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

/* Who may not give a file away may still give it to a group of theirs. In a foreign group the members of the old one
 * are others, and those of the new one get no more than they. */
static bool take_after(int fd, const struct stat *mine, const struct stat *like)
{
	mode_t mode = like->st_mode & 07777;
	bool same = mine->st_uid == like->st_uid && mine->st_gid == like->st_gid;

	if (!same && fchown(fd, like->st_uid, like->st_gid) != 0 && fchown(fd, (uid_t)-1, like->st_gid) != 0)
		mode = (mode & 01707) | (mode & 07) << 3;
	return fchmod(fd, mode) == 0;
}

static bool fill(int fd, struct temp *t, const struct stat *like, str bytes, bool sync)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return false;
	t->inode = st.st_ino;
	return (!like || take_after(fd, &st, like)) && write_all(fd, bytes) && (!sync || fsync(fd) == 0);
}

/* Makes the file, with a name that nobody has. */
static int make(struct temp *t, const struct stat *like)
{
	static unsigned count;
	int fd;

	do {
		snprintf(t->name, sizeof t->name, TEMP_PREFIX "%ld-%u", (long)getpid(), count++);
		if (!lock_begun(t->root, t->beside, t->name))
			return -1;
		fd = openat(t->dir, t->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, like ? 0600 : 0666);
		if (fd < 0)
			lock_ended(t->root);
	} while (fd < 0 && errno == EEXIST);
	return fd;
}

bool temp_write(struct temp *t, const struct stat *like, str bytes, bool sync)
{
	int fd = make(t, like);
	bool good;

	if (fd < 0)
		return false;
	good = fill(fd, t, like, bytes, sync);
	if (good)
		good = close(fd) == 0;
	else
		folder_close(fd);
	if (!good)
		temp_drop(t);
	return good;
}

void temp_drop(struct temp *t)
{
	int saved = errno;

	if (unlinkat(t->dir, t->name, 0) == 0 || errno == ENOENT)
		lock_ended(t->root);
	else
		lock_left(t->root);
	errno = saved;
}

const char *temp_keep(struct temp *t)
{
	static char path[PATH_MAX];
	const char *slash = strrchr(t->beside, '/');

	lock_ended(t->root);
	snprintf(path, sizeof path, "%.*s%s", slash ? (int)(slash + 1 - t->beside) : 0, t->beside, t->name);
	return path;
}

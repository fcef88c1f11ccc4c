#define _GNU_SOURCE /* RENAME_EXCHANGE, RENAME_NOREPLACE, F_SETLEASE, tee */
#include "sys/os.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

bool os_exchange(int dir, const char *one, const char *other)
{
#if defined RENAME_EXCHANGE
	return renameat2(dir, one, dir, other, RENAME_EXCHANGE) == 0;
#elif defined RENAME_SWAP
	return renameatx_np(dir, one, dir, other, RENAME_SWAP) == 0;
#else
	(void)dir, (void)one, (void)other;
	errno = ENOSYS;
	return false;
#endif
}

bool os_rename_new(int from_dir, const char *from, int to_dir, const char *to)
{
#if defined RENAME_NOREPLACE
	return renameat2(from_dir, from, to_dir, to, RENAME_NOREPLACE) == 0;
#elif defined RENAME_EXCL
	return renameatx_np(from_dir, from, to_dir, to, RENAME_EXCL) == 0;
#else
	(void)from_dir, (void)from, (void)to_dir, (void)to;
	errno = ENOSYS;
	return false;
#endif
}

bool os_cannot(int error)
{
	return error == ENOSYS || error == EINVAL || error == ENOTSUP;
}

bool os_is_being_written(int fd)
{
#if defined F_SETLEASE
	/* Who opens it just now breaks the lease; the signal for that is one that is ignored. */
	if (fcntl(fd, F_SETSIG, SIGURG) != 0)
		return false;
	if (fcntl(fd, F_SETLEASE, F_RDLCK) != 0)
		return errno == EAGAIN;
	fcntl(fd, F_SETLEASE, F_UNLCK);
#else
	(void)fd;
#endif
	return false;
}

ssize_t os_peek_pipe(int fd, char *to, size_t most)
{
#if defined SPLICE_F_NONBLOCK
	int copy[2];
	ssize_t n;

	if (pipe2(copy, O_CLOEXEC) != 0)
		return -1;
	n = tee(fd, copy[1], most, SPLICE_F_NONBLOCK);
	if (n > 0)
		n = read(copy[0], to, most);
	close(copy[0]);
	close(copy[1]);
	return n;
#else
	(void)fd, (void)to, (void)most;
	errno = ENOSYS;
	return -1;
#endif
}

/* faults: a library to preload. In an nt tool the FAULT-th call of the system on a file fails with EIO; with FAULT_KILL
 * the tool is killed ahead of the FAULT-th that changes something. The numbers of both, what failed, and how many
 * changes were made without the lock FAULT_LOCK go to FAULT_LOG. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static long calls, changes, unlocked;
static char failed[64] = "none";

static int is_tool(void)
{
	return strncmp(program_invocation_short_name, "nt-", 3) == 0 && getenv("FAULT");
}

static void report(void)
{
	const char *log = getenv("FAULT_LOG");
	char line[128];
	int fd, n = snprintf(line, sizeof line, "%ld %ld %s %ld\n", calls, changes, failed, unlocked);
	fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	syscall(SYS_write, fd, line, n);
	syscall(SYS_close, fd);
}

__attribute__((destructor)) static void end(void)
{
	if (is_tool())
		report();
}

/* Whether somebody else has to wait now. A process does not see its own locks: a child looks. */
static int locked(void)
{
	int status, fd;
	struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	pid_t child = fork();
	if (child == 0) {
		fd = (int)syscall(SYS_openat, AT_FDCWD, getenv("FAULT_LOCK"), O_RDWR, 0);
		_exit(fd < 0 || (fcntl(fd, F_GETLK, &all) == 0 && all.l_type == F_UNLCK));
	}
	return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

static int is_lock(const char *path)
{
	const char *base = strrchr(path, '/');
	return strcmp(base ? base + 1 : path, ".nt-lock") == 0;
}

/* Whether this call is to fail. */
static int fault(const char *name, int change)
{
	int killing = getenv("FAULT_KILL") != NULL;
	if (!is_tool())
		return 0;
	calls++;
	changes += change;
	unlocked += change && getenv("FAULT_LOCK") && !locked();
	if ((killing ? change * changes : calls) != atol(getenv("FAULT")))
		return 0;
	snprintf(failed, sizeof failed, "%s", name);
	if (killing) {
		report();
		kill(getpid(), SIGKILL);
	}
	errno = EIO;
	return 1;
}

/* what: READS, CHANGES, or NO_FILE when it is about none */
#define CALL(type, name, parameters, arguments, what)                                                                  \
	type name parameters                                                                                           \
	{                                                                                                              \
		return (what) >= 0 && fault(#name, (what) == CHANGES)                                                  \
			       ? -1                                                                                    \
			       : ((type(*) parameters)dlsym(RTLD_NEXT, #name))arguments;                               \
	}

enum { NO_FILE = -1, READS, CHANGES };

#define OPEN(name, first, argument)                                                                                    \
	int name(first const char *path, int flags, ...)                                                               \
	{                                                                                                              \
		va_list ap;                                                                                            \
		va_start(ap, flags);                                                                                   \
		mode_t mode = flags & O_CREAT ? va_arg(ap, mode_t) : 0;                                                \
		va_end(ap);                                                                                            \
		return fault(#name, (flags & O_CREAT) && !is_lock(path))                                               \
			       ? -1                                                                                    \
			       : ((int (*)(first const char *, int, ...))dlsym(RTLD_NEXT, #name))(                     \
					 argument path, flags, mode);                                                  \
	}
#define DIR_PARAMETER int dir,
#define DIR_ARGUMENT  dir,
#define NOTHING

OPEN(open, NOTHING, NOTHING)
OPEN(open64, NOTHING, NOTHING)
OPEN(openat, DIR_PARAMETER, DIR_ARGUMENT)
OPEN(openat64, DIR_PARAMETER, DIR_ARGUMENT)
CALL(ssize_t, read, (int fd, void *p, size_t n), (fd, p, n), fd > 2 ? READS : NO_FILE)
CALL(ssize_t, pread, (int fd, void *p, size_t n, off_t at), (fd, p, n, at), READS)
CALL(ssize_t, pread64, (int fd, void *p, size_t n, off_t at), (fd, p, n, at), READS)
CALL(ssize_t, write, (int fd, const void *p, size_t n), (fd, p, n), fd > 2 ? CHANGES : NO_FILE)
CALL(ssize_t, pwrite, (int fd, const void *p, size_t n, off_t at), (fd, p, n, at), CHANGES)
CALL(ssize_t, pwrite64, (int fd, const void *p, size_t n, off_t at), (fd, p, n, at), CHANGES)
CALL(int, fsync, (int fd), (fd), READS)
CALL(int, fstat, (int fd, struct stat *st), (fd, st), READS)
CALL(int, fstat64, (int fd, struct stat64 *st), (fd, st), READS)
CALL(int, fstatat, (int dir, const char *path, struct stat *st, int flags), (dir, path, st, flags), READS)
CALL(int, fstatat64, (int dir, const char *path, struct stat64 *st, int flags), (dir, path, st, flags), READS)
CALL(int, ftruncate, (int fd, off_t size), (fd, size), CHANGES)
CALL(int, ftruncate64, (int fd, off_t size), (fd, size), CHANGES)
CALL(int, fchmod, (int fd, mode_t mode), (fd, mode), CHANGES)
CALL(int, fchown, (int fd, uid_t user, gid_t group), (fd, user, group), CHANGES)
CALL(int, mkdirat, (int dir, const char *path, mode_t mode), (dir, path, mode), CHANGES)
CALL(int, linkat, (int d, const char *x, int e, const char *y, int flags), (d, x, e, y, flags), CHANGES)
CALL(int, unlinkat, (int dir, const char *path, int flags), (dir, path, flags), CHANGES)
CALL(int, renameat, (int d, const char *x, int e, const char *y), (d, x, e, y), CHANGES)
CALL(int, renameat2, (int d, const char *x, int e, const char *y, unsigned flags), (d, x, e, y, flags), CHANGES)

#define GIVES(type, name, parameters, arguments)                                                                       \
	type *name parameters                                                                                          \
	{                                                                                                              \
		return fault(#name, 0) ? NULL : ((type * (*)parameters) dlsym(RTLD_NEXT, #name)) arguments;            \
	}

GIVES(DIR, fdopendir, (int fd), (fd))
GIVES(struct dirent, readdir, (DIR * d), (d))
GIVES(struct dirent64, readdir64, (DIR * d), (d))

/* It closes the file all the same. */
int close(int fd)
{
	int result = ((int (*)(int))dlsym(RTLD_NEXT, "close"))(fd);
	return fd > 2 && fault("close", 0) ? -1 : result;
}

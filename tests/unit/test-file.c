/* reading, replacing, making, locking, in a folder of its own */
#include "tap.h"
#include "sys/file.h"
#include "sys/lock.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct buf b;
static int dir;

static void put(const char *name, str bytes)
{
	int fd = openat(dir, name, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	if (fd < 0 || write(fd, bytes.p, bytes.n) != (ssize_t)bytes.n)
		printf("# cannot write %s\n", name);
	close(fd);
}

static str got(const char *name)
{
	return file_read(dir, name, true, &b) ? buf_str(&b) : S("(cannot read)");
}

/* Entries of a folder, but for its own two. */
static int count(const char *name)
{
	DIR *d = fdopendir(openat(dir, name, O_RDONLY | O_DIRECTORY));
	int n = -2;

	while (readdir(d))
		n++;
	closedir(d);
	return n;
}

static void reading(void)
{
	struct buf large = {0};

	put("a", S("one\0two"));
	is_str(got("a"), S("one\0two"), "a file with a NUL");
	ok(b.p[b.n] == '\0', "has a NUL behind its end");
	put("empty", S(""));
	is_str(got("empty"), S(""), "an empty file in a buffer that was used");
	for (int i = 0; i < 300000; i++)
		buf_printf(&large, "%d\n", i);
	put("large", buf_str(&large));
	is_int(str_eq(got("large"), buf_str(&large)), 1, "a large file");
	buf_release(&large);
	ok(!file_read(dir, "none", true, &b) && errno == ENOENT, "no file");
	ok(!file_read(dir, ".", true, &b) && errno == EISDIR, "a folder");
	symlinkat("a", dir, "link");
	ok(!file_read(dir, "link", true, &b) && b.n == 0, "a link is not followed");
	ok(file_read(dir, "link", false, &b) && b.n == 7, "unless it may be");
	mkfifoat(dir, "fifo", 0600);
	ok(!file_read(dir, "fifo", true, &b) && errno == EINVAL, "a FIFO does not hang");
	int fd = openat(dir, "huge", O_WRONLY | O_CREAT, 0600);
	ok(ftruncate(fd, (off_t)FILE_MOST + 1) == 0 && !file_read(dir, "huge", true, &b) && errno == EFBIG,
		"too large");
	ok(ftruncate(fd, (off_t)FILE_MOST) == 0 && file_read(dir, "huge", true, &b) && b.n == FILE_MOST, "just not");
	close(fd);
	buf_release(&b);
}

static void reading_pipes(void)
{
	int ends[2];

	if (pipe(ends) != 0)
		return;
	fflush(stdout);
	if (fork() == 0) {
		for (int i = 0; i < 100000; i++)
			if (write(ends[1], "0123456789", 10) != 10)
				_exit(1);
		_exit(0);
	}
	close(ends[1]);
	ok(file_read_fd(ends[0], &b) && b.n == 1000000 && memcmp(b.p + 999990, "0123456789", 10) == 0, "a pipe");
	wait(NULL);
	ok(file_read_fd(ends[0], &b) && b.n == 0, "a pipe at its end");
	close(ends[0]);
	ok(!file_read_fd(ends[0], &b) && errno == EBADF, "no pipe");
}

static void replacing(void)
{
	struct stat st;

	mkdirat(dir, "r", 0755);
	put("r/a", S("old"));
	fchmodat(dir, "r/a", 0640, 0);
	is_int(file_replace(dir, "r/a", S("old"), S("new\0er")), FILE_WRITTEN, "replace");
	is_str(got("r/a"), S("new\0er"), "the new bytes");
	ok(fstatat(dir, "r/a", &st, 0) == 0 && (st.st_mode & 07777) == 0640, "the old mode");
	is_int(file_replace(dir, "r/a", S("old"), S("x")), FILE_CHANGED, "it changed meanwhile");
	is_str(got("r/a"), S("new\0er"), "and stays");
	is_int(file_replace(dir, "r/none", S(""), S("x")), FILE_GONE, "it is gone");
	is_int(file_replace(dir, "none/a", S(""), S("x")), FILE_GONE, "so is its folder");
	symlinkat("a", dir, "r/link");
	ok(file_replace(dir, "r/link", S("new\0er"), S("x")) == FILE_FAILED && errno == ELOOP, "a link is refused");
	symlinkat("r", dir, "rlink");
	ok(file_replace(dir, "rlink/a", S("new\0er"), S("x")) != FILE_WRITTEN, "so is a folder that is a link");
	ok(file_replace(dir, "r", S(""), S("x")) == FILE_FAILED && errno == EINVAL, "a folder is refused");
	ok(file_replace(dir, "r/", S(""), S("x")) == FILE_FAILED && errno == EISDIR, "also with a slash");
	is_str(got("r/a"), S("new\0er"), "none of it wrote");
	is_int(file_replace(dir, "./r//a", S("new\0er"), S("")), FILE_WRITTEN, "a path with idle parts");
	is_str(got("r/a"), S(""), "to nothing");
	is_int(count("r"), 2, "nothing is left behind");
	if (geteuid() != 0) {
		fchmodat(dir, "r", 0555, 0);
		ok(file_replace(dir, "r/a", S(""), S("x")) == FILE_FAILED && errno == EACCES, "a read-only folder");
		fchmodat(dir, "r", 0755, 0);
	}
}

static void making(void)
{
	char name[300];
	struct stat st;

	umask(027);
	is_int(file_create(dir, "c/d/e.md", S("text")), FILE_WRITTEN, "create, with its folders");
	is_str(got("c/d/e.md"), S("text"), "the bytes");
	ok(fstatat(dir, "c/d/e.md", &st, 0) == 0 && (st.st_mode & 07777) == 0640 && st.st_nlink == 1, "mode and links");
	is_int(file_create(dir, "c/d/e.md", S("other")), FILE_EXISTS, "it exists");
	is_str(got("c/d/e.md"), S("text"), "and stays");
	is_int(file_create(dir, "c/d", S("x")), FILE_EXISTS, "a folder of that name");
	symlinkat("nowhere", dir, "c/link");
	is_int(file_create(dir, "c/link", S("x")), FILE_EXISTS, "a link to nowhere");
	is_int(file_create(dir, "c/d/e.md/f", S("x")), FILE_FAILED, "below a file");
	symlinkat("/", dir, "c/root");
	is_int(file_create(dir, "c/root/tmp/nt-never", S("x")), FILE_FAILED, "below a link");
	ok(access("/tmp/nt-never", F_OK) != 0, "nothing was made there");
	memset(name, 'n', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	ok(file_create(dir, name, S("x")) == FILE_FAILED && errno == ENAMETOOLONG, "a name that is too long");
	name[290] = '/';
	ok(file_create(dir, name, S("x")) == FILE_FAILED && errno == ENAMETOOLONG, "or its folder's");
	is_int(count("c/d"), 1, "nothing is left behind");
	ok(file_put(dir, "c/state", S("1")) && file_put(dir, "c/state", S("22")), "put replaces what is there");
	is_str(got("c/state"), S("22"), "the last that was put");
	is_int(count("c"), 4, "nothing is left behind by put");
}

/* Many writers in a race to make one file and to count in another: one wins, no step is lost. */
static void racing(void)
{
	int winners = 0, status;

	put("count", S("0"));
	fflush(stdout);
	for (int child = 0; child < 8; child++) {
		if (fork() != 0)
			continue;
		bool won = file_create(dir, "prize", S("mine")) == FILE_WRITTEN;
		for (int i = 0; i < 10; i++) {
			char next[16];
			int lock = lock_take(dir, ".lock");

			if (lock < 0 || !file_read(dir, "count", true, &b))
				_exit(9);
			snprintf(next, sizeof next, "%d", atoi(buf_cstr(&b)) + 1);
			if (file_replace(dir, "count", buf_str(&b), str_of(next)) != FILE_WRITTEN)
				_exit(9);
			lock_drop(lock);
		}
		_exit(won);
	}
	for (int child = 0; child < 8; child++) {
		wait(&status);
		winners += WIFEXITED(status) ? WEXITSTATUS(status) : 9;
	}
	is_int(winners, 1, "one of many makes the file");
	is_str(got("count"), S("80"), "under the lock no change is lost");
}

/* What the file of a lock names is removed by the next holder: temporary files below its folder, and nothing else. */
static void sweeping(void)
{
	struct stat st;
	int lock;

	mkdirat(dir, "s", 0755);
	mkdirat(dir, "s/out", 0755);
	for (const char *const *name =
			(const char *const[]){"s/out/.nt-tmp-1-1", "s/.nt-tmp-1-2", "s/.nt-tmp-1-3", "s/a.md", NULL};
		*name; name++)
		put(*name, S("x"));
	symlinkat("out", dir, "s/link");
	put("s.lock", S("s/.nt-tmp-1-2\ns/link/.nt-tmp-1-1\ns/out/../out/.nt-tmp-1-1\ns/a.md\nnone/.nt-tmp-1-1\n\n"));
	lock = lock_take(dir, "s.lock");
	is_int(count("s"), 4, "a temporary file that is named goes");
	ok(fstatat(dir, "s/a.md", &st, 0) == 0 && fstatat(dir, "s/.nt-tmp-1-3", &st, 0) == 0, "what is not one stays");
	ok(fstatat(dir, "s/out/.nt-tmp-1-1", &st, 0) == 0, "and what is behind a link");
	is_str(got("s.lock"), S(""), "then none is named");
	lock_drop(lock);
	fflush(stdout);
	if (fork() == 0) {
		lock_take(dir, "s.lock");
		if (!lock_begun(dir, "s/a.md", ".nt-tmp-1-4") || !lock_begun(dir, "s/a.md", ".nt-tmp-1-3"))
			_exit(9);
		lock_left(dir);
		if (!lock_begun(dir, "s/a.md", ".nt-tmp-1-5"))
			_exit(9);
		put("s/.nt-tmp-1-5", S("x"));
		_exit(0);
	}
	wait(NULL);
	lock = lock_take(dir, "s.lock");
	is_int(count("s"), 3, "what a writer could not remove goes, and what it had begun");
	ok(lock_begun(dir, "s/a.md", ".nt-tmp-1-6"), "what is begun is named");
	lock_ended(dir);
	is_str(got("s.lock"), S(""), "until it has ended");
	lock_drop(lock);
}

/* A new file takes after the old one as far as its maker may have it so. */
static void owning(void)
{
	struct stat st;

	put("owned", S("1"));
	if (geteuid() != 0 || fchownat(dir, "owned", 12, 34, 0) != 0 || fchmodat(dir, "owned", 0664, 0) != 0)
		return;
	file_replace(dir, "owned", S("1"), S("2"));
	ok(fstatat(dir, "owned", &st, 0) == 0 && st.st_uid == 12 && st.st_gid == 34 && (st.st_mode & 07777) == 0664,
		"owner, group and mode");
	fflush(stdout);
	if (fork() == 0) {
		if (fchmodat(dir, ".", 0777, 0) != 0 || setgid(56) != 0 || setuid(78) != 0)
			_exit(9);
		_exit(file_replace(dir, "owned", S("2"), S("3")));
	}
	wait(NULL);
	ok(fstatat(dir, "owned", &st, 0) == 0 && st.st_uid == 78 && st.st_gid == 56 && (st.st_mode & 07777) == 0644,
		"a group that cannot be kept: the new one gets what all had");
}

/* A writer that is killed at any time leaves the old or the new file. */
static void killed(void)
{
	struct buf texts[2] = {{0}, {0}};
	int torn = 0;

	for (int i = 0; i < 2; i++)
		while (texts[i].n < 200000)
			buf_putc(&texts[i], (char)('a' + i));
	put("torn", buf_str(&texts[0]));
	fflush(stdout);
	for (int round = 0; round < 30; round++) {
		pid_t pid = fork();

		if (pid == 0) {
			for (int i = got("torn").p[0] - 'a';; i = !i)
				file_replace(dir, "torn", buf_str(&texts[i]), buf_str(&texts[!i]));
		}
		usleep((useconds_t)(1000 + round * 500));
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		str now = got("torn");
		torn += !str_eq(now, buf_str(&texts[0])) && !str_eq(now, buf_str(&texts[1]));
	}
	is_int(torn, 0, "killed, the file is whole");
	buf_release(&texts[0]);
	buf_release(&texts[1]);
}

int main(void)
{
	char name[] = "test-file.XXXXXX";

	if (!mkdtemp(name) || (dir = open(name, O_RDONLY | O_DIRECTORY)) < 0) {
		printf("Bail out! no folder to test in\n");
		return 1;
	}
	reading();
	reading_pipes();
	replacing();
	making();
	racing();
	sweeping();
	owning();
	killed();
	buf_release(&b);
	close(dir);
	if (fork() == 0)
		execlp("rm", "rm", "-rf", name, (char *)NULL);
	wait(NULL);
	return done_testing();
}

#include "book/gitindex.h"

#include "sys/file.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

/* In the child: its standard output is out, all else that it says is not heard. */
static void become(char *const argv[], int out)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	if (null >= 0 && dup2(null, STDIN_FILENO) >= 0 && dup2(null, STDERR_FILENO) >= 0 &&
		dup2(out < 0 ? null : out, STDOUT_FILENO) >= 0)
		execvp(argv[0], argv);
	_exit(127);
}

/* Runs a command; what it prints goes to out. True if it exits with 0. */
static bool run(char *const argv[], struct buf *out)
{
	int ends[2], status = 0;
	if (pipe(ends) != 0)
		return false;
	pid_t child = fork();
	if (child == 0) {
		close(ends[0]);
		become(argv, ends[1]);
	}
	close(ends[1]);
	bool good = child > 0 && file_read_fd(ends[0], out);
	close(ends[0]);
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	return good && status == 0;
}

bool gitindex_rename(const struct book *b, str from, str to)
{
	struct arena a = {0};
	struct buf out = {0};
	char *root = arena_cstr(&a, b->root), *old = arena_cstr(&a, from);
	char *list[] = {
		"git", "--literal-pathspecs", "-C", root, "ls-files", "-s", "-z", "--full-name", "--", old, NULL};
	str mode, object, stage, full;
	bool good = true;
	/* MODE OBJECT STAGE<tab>PATH, the path from the top of the repository */
	str line = run(list, &out) ? buf_str(&out) : S("");
	if (str_cut(&line, ' ', &mode) && str_cut(&line, ' ', &object) && str_cut(&line, '\t', &stage) &&
		str_cut(&line, '\0', &full) && str_eq(stage, S("0")) && str_ends(full, from)) {
		str top = str_head(full, full.n - from.n);
		str entry = arena_printf(&a, FMT "," FMT "," FMT FMT, ARG(mode), ARG(object), ARG(top), ARG(to));
		char *move[] = {"git", "-C", root, "update-index", "--add", "--cacheinfo", arena_cstr(&a, entry),
			"--force-remove", "--", old, NULL};
		buf_reset(&out);
		good = run(move, &out);
	}
	buf_release(&out);
	arena_release(&a);
	return good;
}

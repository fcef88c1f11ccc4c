#include "sys/git.h"
#include "base/diag.h"
#include "sys/file.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void become_git(const char *dir, int out, bool silent, const char *const *args)
{
	struct arena a = {0};
	size_t n = 0;
	while (args[n])
		n++;
	char **argv = arena_array(&a, n + 4, sizeof *argv);
	argv[0] = arena_cstr(&a, S("git"));
	argv[1] = arena_cstr(&a, S("-C"));
	argv[2] = arena_cstr(&a, str_of(dir));
	for (size_t i = 0; i < n; i++)
		argv[i + 3] = arena_cstr(&a, str_of(args[i]));
	int none = silent ? open("/dev/null", O_WRONLY) : STDERR_FILENO;
	if (dup2(out, STDOUT_FILENO) >= 0 && none >= 0 && dup2(none, STDERR_FILENO) >= 0)
		execvp(argv[0], argv);
	_exit(errno == ENOENT ? GIT_MISSING : 126);
}

static int run(const char *dir, struct buf *out, bool silent, const char *const *args)
{
	struct buf unread = {0};
	int ends[2], status = 0;
	if (pipe(ends) != 0)
		die("pipe:");
	pid_t child = fork();
	if (child < 0)
		die("fork:");
	if (child == 0) {
		close(ends[0]);
		become_git(dir, ends[1], silent, args);
	}
	close(ends[1]);
	bool good = file_read_fd(ends[0], out ? out : &unread);
	close(ends[0]);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	buf_release(&unread);
	return !good || !WIFEXITED(status) ? 126 : WEXITSTATUS(status);
}

int git_ask(const char *dir, struct buf *out, const char *const *args)
{
	return run(dir, out, true, args);
}

int git_run(const char *dir, struct buf *out, const char *const *args)
{
	return run(dir, out, false, args);
}

#include "sys/git.h"
#include <stdlib.h>

static int run(const char *dir, struct buf *out, bool silent, const char *const *args)
{
	struct arena a = {0};
	struct buf unread = {0};
	size_t n = 0;
	while (args[n])
		n++;
	const char **argv = arena_array(&a, n + 4, sizeof *argv);
	argv[0] = "git";
	argv[1] = "-C";
	argv[2] = dir;
	for (size_t i = 0; i < n; i++)
		argv[i + 3] = args[i];
	int status = run_wait(&(struct run){.args = argv, .in = S(""), .out = out ? out : &unread, .silent = silent});
	buf_release(&unread);
	arena_release(&a);
	return status;
}

int git_ask(const char *dir, struct buf *out, const char *const *args)
{
	return run(dir, out, true, args);
}

int git_run(const char *dir, struct buf *out, const char *const *args)
{
	return run(dir, out, false, args);
}

void git_forget(void)
{
	static const char *const names[] = {
		"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unsetenv(names[i]);
}

#include "sys/git.h"
#include <stdlib.h>

static int run(const char *dir, struct run r, const char *const *args)
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
	r.args = argv;
	r.in = S("");
	if (!r.out)
		r.out = &unread;
	int status = run_wait(&r);
	buf_release(&unread);
	arena_release(&a);
	return status;
}

int git_ask(const char *dir, struct buf *out, const char *const *args)
{
	return run(dir, (struct run){.out = out, .silent = true}, args);
}

int git_run(const char *dir, struct buf *out, const char *const *args)
{
	return run(dir, (struct run){.out = out}, args);
}

/* The language of messages alone: names of files are read in the locale as it is. */
int git_hear(const char *dir, struct buf *out, const char *const *args)
{
	const char *old = getenv("LANGUAGE");
	struct arena a = {0};
	char *before = old ? arena_cstr(&a, str_of(old)) : NULL;
	setenv("LANGUAGE", "en", 1);
	int status = run(dir, (struct run){.out = out, .mixed = true}, args);
	if (before)
		setenv("LANGUAGE", before, 1);
	else
		unsetenv("LANGUAGE");
	arena_release(&a);
	return status;
}

str git_line(struct arena *a, const char *dir, const char *const *args)
{
	struct buf out = {0};
	int status = git_ask(dir, &out, args);
	str text = status == 0 ? arena_dup(a, str_chomp(buf_str(&out))) : (str){0};
	buf_release(&out);
	return text.p || status ? text : S("");
}

void git_forget(void)
{
	static const char *const names[] = {
		"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unsetenv(names[i]);
}

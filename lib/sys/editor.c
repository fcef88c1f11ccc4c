#include "sys/editor.h"

#include "base/diag.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *command(void)
{
	const char *editor = getenv("VISUAL");
	if (!editor || !*editor)
		editor = getenv("EDITOR");
	return editor && *editor ? editor : "vi";
}

/* sh -c 'EDITOR "$@"' EDITOR file... */
static char **arguments(struct arena *a, struct strs paths)
{
	char **argv = arena_array(a, paths.n + 5, sizeof *argv);
	size_t n = 0;
	argv[n++] = arena_cstr(a, S("sh"));
	argv[n++] = arena_cstr(a, S("-c"));
	argv[n++] = arena_cstr(a, arena_printf(a, "%s \"$@\"", command()));
	argv[n++] = arena_cstr(a, str_of(command()));
	for (size_t i = 0; i < paths.n; i++)
		argv[n++] = arena_cstr(a, paths.v[i]);
	return argv;
}

/* ^C and ^\\ are the editor's while it runs. */
bool editor_run(struct strs paths)
{
	struct arena a = {0};
	char **argv = arguments(&a, paths);
	int status = 0;
	void (*interrupt)(int) = signal(SIGINT, SIG_IGN), (*quit)(int) = signal(SIGQUIT, SIG_IGN);
	pid_t child = fork();
	if (child == 0) {
		signal(SIGINT, interrupt);
		signal(SIGQUIT, quit);
		execvp(argv[0], argv);
		_exit(127);
	}
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	signal(SIGINT, interrupt);
	signal(SIGQUIT, quit);
	arena_release(&a);
	if (child < 0)
		warn("fork:");
	else if (status)
		warn("the editor failed: '%s'", command());
	return child > 0 && !status;
}

#include "sys/editor.h"

#include "base/diag.h"
#include "sys/run.h"
#include <stdlib.h>

static const char *command(void)
{
	const char *editor = getenv("VISUAL");
	if (!editor || !*editor)
		editor = getenv("EDITOR");
	return editor && *editor ? editor : "vi";
}

/* sh -c 'EDITOR "$@"' EDITOR file... */
static const char **arguments(struct arena *a, struct strs paths)
{
	const char **argv = arena_array(a, paths.n + 5, sizeof *argv);
	size_t n = 0;
	argv[n++] = "sh";
	argv[n++] = "-c";
	argv[n++] = arena_cstr(a, arena_printf(a, "%s \"$@\"", command()));
	argv[n++] = command();
	for (size_t i = 0; i < paths.n; i++)
		argv[n++] = arena_cstr(a, paths.v[i]);
	return argv;
}

bool editor_run(struct strs paths)
{
	struct arena a = {0};
	int status = run_wait(&(struct run){.args = arguments(&a, paths), .interactive = true});
	arena_release(&a);
	if (status != 0)
		warn("the editor failed: '%s'", command());
	return status == 0;
}

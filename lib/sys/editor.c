#include "sys/editor.h"

#include "base/diag.h"
#include "sys/file.h"
#include "sys/run.h"
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *command(void)
{
	const char *editor = getenv("VISUAL");
	if (!editor || !*editor)
		editor = getenv("EDITOR");
	return editor && *editor ? editor : "vi";
}

/* Never like an option, or a command as vi takes it. */
static const char *safe(struct arena *a, str path)
{
	bool plain = !path.n || !strchr("-+", path.p[0]);
	return arena_printf(a, "%s" FMT, plain ? "" : "./", ARG(path)).p;
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
		argv[n++] = safe(a, paths.v[i]);
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

static char typed[PATH_MAX]; /* the file; empty: none */

static void tell(void)
{
	if (*typed)
		hint("what was typed is kept in '%s'", typed);
}

static void make_file(void)
{
	const char *folder = getenv("TMPDIR");
	int fd;
	snprintf(typed, sizeof typed, "%s/%s-XXXXXX", folder && *folder ? folder : "/tmp", diag_tool);
	fd = mkstemp(typed);
	if (fd < 0)
		die("%s:", typed);
	close(fd);
}

void editor_done(void)
{
	if (*typed)
		unlink(typed);
	*typed = '\0';
}

str editor_text(struct arena *a)
{
	struct buf buf = {0};
	make_file();
	str path = str_of(typed), text = {0};
	bool good = editor_run((struct strs){&path, 1}), read = file_read(AT_FDCWD, typed, true, &buf);
	if (!read)
		warn("%s:", typed);
	else if (!str_trim(buf_str(&buf)).n)
		editor_done();
	if (good && read)
		text = arena_dup(a, str_trim(buf_str(&buf)));
	buf_release(&buf);
	atexit(tell);
	return text;
}

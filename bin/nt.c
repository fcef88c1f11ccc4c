/* nt: run a tool of the suite, or show its page */
#include "base/diag.h"
#include "base/opt.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

static const struct opt options[] = {OPT_END};
static const struct opt_tool tool = {
	"nt", "TOOL [ARGUMENT...]", "run a tool of the suite: nt due is nt-due; nt help shows its page", options, true};

static struct arena arena;

/* The folder that nt was started from, "" if it was found in PATH. */
static str own_folder(const char *self)
{
	str path = str_of(self);
	return str_chr(path, '/') == STR_NONE ? S("") : str_head(path, str_rchr(path, '/') + 1);
}

static _Noreturn void run(str folder, const char *name, char **arguments)
{
	char *file = arena_cstr(&arena, arena_printf(&arena, FMT "nt-%s", ARG(folder), name));
	char *in_path = arena_cstr(&arena, arena_printf(&arena, "nt-%s", name));
	if (strchr(name, '/'))
		die("no such tool: '%s'", name);
	if (folder.n) {
		arguments[0] = file;
		execv(file, arguments);
	}
	arguments[0] = in_path;
	execvp(in_path, arguments);
	die(errno == ENOENT ? "no such tool: '%s'; nt help lists them" : "%s:", name);
}

static bool exists(const char *path)
{
	return access(path, R_OK) == 0;
}

/* The page: of the tree that nt was built in, else as man finds it; without man, the tool's --help. */
static _Noreturn void help(str folder, const char *name)
{
	char *page = arena_cstr(&arena, name ? arena_printf(&arena, "nt-%s", name) : S("nt"));
	char *file =
		arena_cstr(&arena, arena_printf(&arena, FMT "../../man/%s.%c", ARG(folder), page, name ? '1' : '7'));
	char *const of_tree[] = {"man", file, NULL}, *const installed[] = {"man", page, NULL};
	char *help_arguments[] = {NULL, "--help", NULL};
	execvp("man", folder.n && exists(file) ? of_tree : installed);
	if (name)
		run(folder, name, help_arguments);
	die("man:");
}

int main(int argc, char **argv)
{
	str folder = own_folder(argv[0]);
	char **operands = opt_parse(&tool, argc, argv);
	if (!*operands)
		opt_usage();
	if (strcmp(*operands, "help") == 0)
		help(folder, operands[1]);
	run(folder, *operands, operands);
}

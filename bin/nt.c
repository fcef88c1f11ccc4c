/* nt: run a tool of the suite, or show its page */
#include "base/diag.h"
#include "base/opt.h"
#include "sys/run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct opt options[] = {OPT_END};
static const char tools[] =
#include "tools.h"
	;
static const struct opt_tool tool = {"nt", "[TOOL] [ARGUMENT...]",
	"run a tool of the suite: nt due is nt-due; nt help shows its page", options, OPT_FIRST};

static struct arena arena;

static _Noreturn void run(const char *self, const char *name, char **arguments)
{
	arguments[0] = arena_cstr(&arena, arena_printf(&arena, "nt-%s", name));
	if (strchr(name, '/'))
		die("no such tool: '%s'", name);
	run_become(self, (const char *const *)arguments);
	die(errno == ENOENT ? "no such tool: '%s'; nt help lists them" : "%s:", name);
}

static bool exists(const char *path)
{
	return access(path, R_OK) == 0;
}

/* The page: of the tree that nt was built in, else as man finds it; where it does not, --help. */
static _Noreturn void help(const char *self, const char *name)
{
	str folder = run_folder(self);
	if (!folder.n)
		folder = arena_join(&arena, str_dir(run_where(&arena, S("nt"))), S("/"));
	char *page = arena_cstr(&arena, name ? arena_printf(&arena, "nt-%s", name) : S("nt"));
	char *file =
		arena_cstr(&arena, arena_printf(&arena, FMT "../../man/%s.%c", ARG(folder), page, name ? '1' : '7'));
	char *help_arguments[] = {NULL, "--help", NULL};
	struct run man = {.args = RUN("man", exists(file) ? file : page), .silent = true, .interactive = true};
	if (run_wait(&man) == 0)
		exit(STATUS_YES);
	if (name)
		run(self, name, help_arguments);
	opt_help();
}

int main(int argc, char **argv)
{
	const char *self = argv[0];
	opt_more = tools;
	char **operands = opt_parse(&tool, argc, argv);
	if (!*operands)
		opt_help();
	if (strcmp(*operands, "help") == 0)
		help(self, operands[1]);
	run(self, *operands, operands);
}

/* nt-sync: commit what changed, and exchange it with the other copies of the book */
#include "base/diag.h"
#include "book/save.h"
#include "change/exchange.h"
#include "change/unmerged.h"
#include "sys/run.h"
#include <stdlib.h>

static bool dry;
static const char *message_option;

static const struct opt options[] = {
	{'m', "message", OPT_TEXT, &message_option, "TEXT", "the message, instead of what changed"},
	{'n', "dry-run", OPT_FLAG, &dry, NULL, "say what would be committed, and do nothing"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-sync", "", "commit what changed, and exchange it with the other copies of the book", options, false};

/* As book.md says it: ~/ is the home, anything else is seen from the book. */
static const char *folder_of(struct exchange *x, str name)
{
	const char *home = getenv("HOME");
	if (home && str_starts(name, S("~/")))
		return arena_cstr(&x->arena, arena_printf(&x->arena, "%s" FMT, home, ARG(str_skip(name, 1))));
	if (str_starts(name, S("/")))
		return arena_cstr(&x->arena, name);
	return arena_cstr(&x->arena, arena_printf(&x->arena, "%s/" FMT, x->root, ARG(name)));
}

/* Each vdir of book.md is brought to agreement; the worst of what nt-vdir answers. */
static int agree(struct exchange *x)
{
	struct strs vdirs = x->book->config.vdirs;
	int worst = STATUS_YES;
	for (size_t i = 0; i < vdirs.n; i++) {
		int status =
			run_wait(&(struct run){.args = RUN("nt-vdir", "-b", x->root, "--", folder_of(x, vdirs.v[i])),
				.self = x->self,
				.in = S("")});
		if (status > STATUS_TROUBLE)
			warn("nt-vdir could not be run");
		worst = status > worst ? status : worst;
	}
	return worst > STATUS_TROUBLE ? STATUS_TROUBLE : worst;
}

static int sync(struct exchange *x)
{
	int agreed = agree(x);
	int lock = save_lock(x->book);
	bool good = exchange_commit(x, message_option);
	save_unlock(lock);
	if (agreed == STATUS_NO)
		hint("committed, not sent: choose first, then nt-sync again");
	int answer = good && agreed != STATUS_NO ? exchange_run(x) : STATUS_NO;
	return agreed > answer ? agreed : answer;
}

int main(int argc, char **argv)
{
	struct book book;
	struct exchange x;
	opt_parse(&tool, argc, argv);
	book_need(&book);
	exchange_begin(&x, &book, argv[0]);
	int answer = STATUS_YES;
	if (!unmerged_none(&x.arena, &book) || !exchange_is_on_branch(&x))
		answer = STATUS_NO;
	else if (dry)
		exchange_list(&x);
	else
		answer = sync(&x);
	int status = finish(answer);
	exchange_release(&x);
	book_release(&book);
	return status;
}

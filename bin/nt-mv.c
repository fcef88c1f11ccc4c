/* nt-mv: rename a note and rewrite every link to it */
#include "base/diag.h"
#include "base/diff.h"
#include "change/move.h"
#include "book/save.h"

#include <stdio.h>
#include <unistd.h>

static bool keep, dry_run;

static const struct opt options[] = {
	{'a', "alias", OPT_FLAG, &keep, NULL, "keep the old name as an alias"},
	{'n', "dry-run", OPT_FLAG, &dry_run, NULL, "print what would change as a patch, and write nothing"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-mv", "NAME NEWNAME", "rename a note and rewrite every link to it", options, false};

static void print_patch(struct moveplan *m)
{
	struct buf out = {0};
	move_patch(m, &out);
	diff_print(stdout, buf_str(&out), isatty(STDOUT_FILENO), opt_color());
	buf_release(&out);
}

int main(int argc, char **argv)
{
	struct book book;
	struct moveplan move;
	int answer, lock = -1;
	char **operands = opt_parse(&tool, argc, argv);
	if (!operands[0] || !operands[1] || operands[2])
		opt_usage();
	book_need(&book);
	if (!dry_run)
		lock = save_lock(&book);
	if (moveplan_make(&move, &book, operands[0], operands[1], keep, &answer)) {
		if (dry_run)
			print_patch(&move);
		else
			answer = move_make(&move);
	}
	if (!dry_run)
		save_unlock(lock);
	move_release(&move);
	book_release(&book);
	return finish(answer);
}

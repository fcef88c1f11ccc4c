/* nt-mv: rename a note and rewrite every link to it */
#include "base/diag.h"
#include "base/diff.h"
#include "book/changes.h"
#include "change/move.h"
#include "book/save.h"

#include <stdio.h>
#include <unistd.h>

static bool keep;

static const struct opt options[] = {
	{'a', "alias", OPT_FLAG, &keep, NULL, "keep the old name as an alias"},
	OPT_TABLE(changes_options),
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
	int answer;
	char **operands = opt_parse(&tool, argc, argv);
	book_need(&book);
	int lock = save_lock(&book);
	if (moveplan_make(&move, &book, operands[0], operands[1], keep, &answer)) {
		if (changes_dry())
			print_patch(&move);
		else
			answer = move_make(&move);
	}
	save_unlock(lock);
	move_release(&move);
	book_release(&book);
	return finish(answer);
}

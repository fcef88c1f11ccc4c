/* nt-mv: rename a note and rewrite every link to it */
#include "base/diag.h"
#include "base/diff.h"
#include "book/changes.h"
#include "change/move.h"
#include "book/save.h"

#include <stdio.h>
#include <unistd.h>

static bool keep, go_on, abandon;

static const struct opt options[] = {
	{'a', "alias", OPT_FLAG, &keep, NULL, "keep the old name as an alias"},
	{0, "continue", OPT_FLAG, &go_on, NULL, "end a move that was stopped"},
	{0, "abort", OPT_FLAG, &abandon, NULL, "give it up"},
	OPT_TABLE(changes_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-mv", "[NAME] [NEWNAME]", "rename a note and rewrite every link to it", options, false};

static void print_patch(struct moveplan *m)
{
	struct buf out = {0};
	move_patch(m, &out);
	diff_print(stdout, buf_str(&out), isatty(STDOUT_FILENO), opt_color());
	buf_release(&out);
}

static int move(struct book *b, struct moveplan *m, char **names)
{
	int answer;
	if (abandon)
		return moveplan_abort(m, b);
	if (!moveplan_make(m, b, names[0], names[0] ? names[1] : NULL, keep, &answer))
		return answer;
	if (!changes_dry())
		return move_make(m);
	print_patch(m);
	return answer;
}

int main(int argc, char **argv)
{
	struct book book;
	struct moveplan plan;
	char **names = opt_parse(&tool, argc, argv);
	bool ends = go_on || abandon, two = names[0] && names[1];
	if (ends ? names[0] || (go_on && abandon) : !two)
		opt_usage();
	for (char **name = names; *name; name++)
		opt_no_stream(*name);
	if (abandon && changes_dry())
		die("-n: --abort changes no note");
	book_need(&book);
	int lock = save_lock(&book), answer = move(&book, &plan, names);
	save_unlock(lock);
	move_release(&plan);
	book_release(&book);
	return finish(answer);
}

/* nt-vdir: bring a folder of vCards and the book to agreement */
#include "base/diag.h"
#include "book/changes.h"
#include "book/save.h"
#include "change/reconcile.h"

static const struct opt options[] = {OPT_TABLE(changes_options), OPT_TABLE(book_options), OPT_END};
static const struct opt_tool tool = {
	"nt-vdir", "DIR [QUERY...]", "bring a folder of vCards and the book to agreement", options, false};

int main(int argc, char **argv)
{
	struct pick pick;
	struct vdir vdir;
	char **operands = opt_parse(&tool, argc, argv);
	opt_no_stream(operands[0]);
	pick_begin(&pick, operands + 1);
	if (pick.stream)
		die("a stream chooses no cards: give a query");
	int lock = save_lock(&pick.book);
	bool good = vdir_open(&vdir, &pick.book, operands[0]);
	int status = changes_end(good ? reconcile(&pick, &vdir) : STATUS_TROUBLE);
	save_unlock(lock);
	vdir_release(&vdir);
	pick_release(&pick);
	return status;
}

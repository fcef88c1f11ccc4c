/* link-ends [-b BOOK]: of every link of every note, one a line: the note's path, the note that it leads to (or -, or ?
 * if several), and the target as it is written */
#include "base/diag.h"
#include "book/names.h"
#include "base/opt.h"
#include <stdio.h>

struct ends {
	struct names names;
	bool print;
};

static bool visit(struct note *n, void *ctx)
{
	struct ends *e = ctx;
	if (!note_ok(n))
		return true;
	if (!e->print) {
		names_add(&e->names, n);
		return true;
	}
	const struct links *links = note_links(n);
	for (size_t i = 0; i < links->n; i++) {
		int id = names_link(&e->names, n->arena, &links->v[i], n->path);
		str end = id >= 0 ? e->names.paths.v[id] : id == NAMES_NONE ? S("-") : S("?");
		printf(FMT "\t" FMT "\t" FMT "\n", ARG(n->path), ARG(end), ARG(links->v[i].target));
	}
	return true;
}

int main(int argc, char **argv)
{
	static const struct opt_tool tool = {"link-ends", "", "where links lead", book_options, false};
	struct book b;
	struct ends e = {.print = false};
	struct book_walk w = {.visit = visit, .ctx = &e};
	opt_parse(&tool, argc, argv);
	book_need(&b);
	book_walk(&b, &w);
	e.print = true;
	book_walk(&b, &w);
	names_release(&e.names);
	book_release(&b);
	return finish(STATUS_YES);
}

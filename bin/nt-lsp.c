/* nt-lsp: a language server for the notes of a book */
#include "base/diag.h"
#include "book/book.h"
#include "lsp/serve.h"

#include <unistd.h>

static bool stdio;

static const struct opt options[] = {
	{0, "stdio", OPT_FLAG, &stdio, NULL, "what some editors say: nothing else is spoken"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-lsp", NULL, "a language server for the notes of a book", options, false};

/* Of -b; else the editor's folder says which, absent. */
static str named_book(struct arena *a)
{
	struct book book;
	book_mends = true;
	str root = book_named() ? (book_need(&book), arena_dup(a, book.root)) : (str){0};
	if (root.p)
		book_release(&book);
	return root;
}

int main(int argc, char **argv)
{
	struct arena a = {0};
	opt_parse(&tool, argc, argv);
	if (isatty(STDIN_FILENO))
		die("an editor talks to it on standard input, and that is a terminal: see nt-lsp(1)");
	int status = serve_run(STDIN_FILENO, STDOUT_FILENO, named_book(&a));
	arena_release(&a);
	return status;
}

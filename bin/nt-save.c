/* nt-save: write a stream of notes to the book */
#include "base/diag.h"
#include "book/changes.h"
#include "book/save.h"
#include "change/intake.h"
#include "book/stream.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static const struct opt options[] = {
	OPT_TABLE(changes_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-save", "[-]", "write a stream of notes to the book", options, false};

/* All of the input, on disk: the book is not to be locked while somebody upstream still thinks. */
static int spool(void)
{
	char bytes[65536];
	FILE *f = tmpfile();
	ssize_t n;
	if (!f)
		die("temporary file:");
	while ((n = read(STDIN_FILENO, bytes, sizeof bytes)) != 0) {
		if (n < 0 && errno != EINTR)
			die("standard input:");
		if (n > 0 && fwrite(bytes, 1, (size_t)n, f) != (size_t)n)
			die("temporary file:");
	}
	if (fflush(f) != 0 || lseek(fileno(f), 0, SEEK_SET) != 0)
		die("temporary file:");
	return fileno(f);
}

static bool hush(str text)
{
	(void)text;
	return true;
}

/* What is wrong with a note is said when it is taken. */
static void expect_all(struct intake *store, struct stream s)
{
	struct note n;
	diag_hook = diag_unheard;
	diag_listener = hush;
	while (stream_next(&s, &n))
		intake_expect(store, &n);
	diag_hook = NULL;
	diag_listener = NULL;
	if (lseek(s.fd, 0, SEEK_SET) != 0)
		die("temporary file:");
	stream_release(&s);
}

int main(int argc, char **argv)
{
	struct book book;
	struct arena notes = {0};
	struct intake store;
	struct note n;
	opt_parse(&tool, argc, argv);
	if (isatty(STDIN_FILENO))
		die("standard input is a terminal; it is to be a stream of notes");
	book_need(&book);
	struct stream s = {.fd = spool(), .book = &book, .arena = &notes};
	intake_begin(&store, &book);
	expect_all(&store, s);
	int lock = save_lock(&book);
	while (stream_next(&s, &n))
		intake_note(&store, &n);
	intake_release(&store);
	save_unlock(lock);
	stream_release(&s);
	arena_release(&notes);
	store.answer = changes_end(store.answer);
	book_release(&book);
	return store.answer;
}

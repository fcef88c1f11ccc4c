/* nt-merge: merge three versions of a note, for git */
#include "book/book.h"
#include "base/diag.h"
#include "sys/file.h"
#include "merge/merge.h"
#include "note/sight.h"
#include "sys/git.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static const struct opt options[] = {OPT_END};
static const struct opt_tool tool = {
	"nt-merge", "ANCESTOR OURS THEIRS [PATH [SIZE]]", "merge three versions of a note, for git", options, false};

static struct arena arena;
static str notes[SIDES];
static str seen[SIDES]; /* what the reader of messages may see of them */

static void read_notes(char **names)
{
	for (int s = 0; s < SIDES; s++) {
		struct buf buf = {0};
		if (!file_read(AT_FDCWD, names[s], false, &buf))
			die("%s:", names[s]);
		notes[s] = buf_str(&buf);
	}
}

/* How entries are read at that path, which need not be there: by the book around it, else as without one. */
static struct entry_rules rules_of(const char *path)
{
	static struct book book;
	static struct note n;
	bool quiet = diag_quiet;
	str dir = str_dir(str_of(path));
	n = (struct note){.arena = &arena, .bytes = notes[OURS], .config = &book.config, .shown = str_of(path)};
	diag_quiet = book_mends = true; /* a book.md that is in the middle of a merge, say */
	unsetenv("NT_BOOK");
	if (dir.n && chdir(arena_cstr(&arena, dir)) != 0)
		book.fd = -1;
	else
		book_find(&book);
	if (book.fd < 0)
		config_defaults(&book.arena, &book.config);
	str base = str_base(str_of(path));
	n.path = book.here.n ? arena_printf(&arena, FMT "/" FMT, ARG(book.here), ARG(base)) : base;
	if (book.fd < 0)
		n.path = str_of(path);
	note_begin(&n);
	struct entry_rules rules = note_rules(&n);
	struct note theirs = n;
	theirs.bytes = notes[THEIRS];
	note_begin(&theirs);
	seen[OURS] = sight_lines(sight_of(STDERR_FILENO), &n);
	seen[THEIRS] = sight_lines(sight_of(STDERR_FILENO), &theirs);
	diag_quiet = quiet;
	return rules;
}

/* A conflict is quoted if it stands where the reader may look. */
static str told(str conflict)
{
	for (int s = OURS; s < SIDES; s++)
		if (merge_quotes_nothing(conflict) || str_find(seen[s], conflict) != STR_NONE)
			return conflict;
	return S("(private)");
}

int main(int argc, char **argv)
{
	char **operands = opt_parse(&tool, argc, argv);
	size_t n = 0;
	long size = MERGE_MARKER;
	while (operands[n])
		n++;
	if (n == SIDES + 2 && (!str_long(str_of(operands[SIDES + 1]), &size) || size < 1 || size > 1000))
		die("not the size of a marker: '%s'", operands[SIDES + 1]);
	const char *path = n > SIDES ? operands[SIDES] : operands[OURS];
	int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (here < 0)
		die("working directory:");
	read_notes(operands);
	struct entry_rules rules = rules_of(path);
	struct merge merge = {.rules = &rules, .marker = (size_t)size};
	str merged = merge_notes(&arena, &merge, notes);
	if (merge.conflicts.n && n > SIDES && fchdir(here) == 0 && git_is_rebasing(".")) {
		merge = (struct merge){.rules = &rules, .marker = (size_t)size, .swapped = true};
		merged = merge_notes(&arena, &merge, notes);
	}
	if (!str_eq(merged, notes[OURS]) && file_replace(here, operands[OURS], notes[OURS], merged) != FILE_WRITTEN)
		die("%s:", operands[OURS]);
	for (size_t i = 0; i < merge.conflicts.n; i++)
		hint("%s: both sides changed: " FMT, path, ARG(told(merge.conflicts.v[i])));
	return merge.conflicts.n ? STATUS_NO : STATUS_YES; /* what is wrong with book.md is no matter here */
}

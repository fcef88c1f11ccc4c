/* nt-edit: open notes in the editor, then check what changed */
#include "base/diag.h"
#include "sys/editor.h"
#include "sys/file.h"
#include "sys/run.h"
#include "base/map.h"
#include "query/pick.h"
#include "base/sorted.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static const struct opt options[] = {OPT_TABLE(book_options), OPT_END};
static const struct opt_tool tool = {
	"nt-edit", "QUERY...", "open notes in the editor, then check what changed", options, false};

static struct pick pick;
static struct strs paths; /* of the notes, in the book */

static bool keep(struct note *n, void *ctx)
{
	(void)ctx;
	if (!n->path.p)
		warn("standard input: a note without a path is no file to open");
	else if (n->is_new)
		note_warn(n, 0, 0, "new: not in the book before nt-save");
	else
		strs_add(&pick.arena, &paths, arena_dup(&pick.arena, n->path));
	return true;
}

static bool wanted(str path, bool folder, void *ctx)
{
	(void)ctx;
	return query_may_match(pick.query, path, folder);
}

/* A note that does not parse is what an editor is for: what can be read of it is matched, and nothing said. */
static bool visit(struct note *n, void *ctx)
{
	n->has_front = true;
	if (n->pieces.yaml.p && !front_parse(n->arena, n->pieces.yaml, n->pieces.yaml_line, &n->front))
		n->front.root = NULL;
	return !pick_matches(&pick, n) || keep(n, ctx);
}

static void choose(void)
{
	struct book_walk walk = {.wanted = wanted, .visit = visit};
	if (!pick.stream) {
		book_walk(&pick.book, &walk);
		return;
	}
	pick_each(&pick, keep, NULL);
	paths.n = sorted_unique(paths.v, paths.n, sizeof *paths.v, sorted_str);
}

/* The stream was on standard input; the editor wants the terminal there. */
static void reopen_terminal(void)
{
	int terminal = open("/dev/tty", O_RDWR);
	if (terminal < 0)
		return;
	dup2(terminal, STDIN_FILENO);
	close(terminal);
}

static bool revision(str path, uint64_t *rev)
{
	struct buf buf = {0};
	bool good = file_read(pick.book.fd, arena_cstr(&pick.arena, path), true, &buf);
	*rev = good ? hash64(buf_str(&buf)) : 0;
	buf_release(&buf);
	return good;
}

static str shown(str path)
{
	return book_shown(&pick.book, &pick.arena, path);
}

static void check_here(struct strs changed)
{
	for (size_t i = 0; i < changed.n; i++) {
		struct arena a = {0};
		struct buf buf = {0};
		struct note n;
		if (!book_load(&pick.book, &a, &buf, changed.v[i], &n))
			warn_at(shown(changed.v[i]), 0, 0, "%s", strerror(errno));
		else if (note_ok(&n))
			note_entries(&n);
		buf_release(&buf);
		arena_release(&a);
	}
}

/* Errors that are left in a note are trouble; their messages are out. */
static int check(const char *self, struct strs changed)
{
	const char **argv = arena_array(&pick.arena, changed.n + 5, sizeof *argv);
	size_t n = 0;
	argv[n++] = "nt-check";
	argv[n++] = "-b";
	argv[n++] = arena_cstr(&pick.arena, pick.book.root);
	argv[n++] = "--";
	for (size_t i = 0; i < changed.n; i++)
		argv[n++] = arena_cstr(&pick.arena, shown(changed.v[i]));
	int status = run_wait(&(struct run){.args = argv, .self = self});
	if (status == RUN_MISSING)
		check_here(changed);
	return status == STATUS_YES || status == RUN_MISSING ? STATUS_YES : STATUS_TROUBLE;
}

static int edit(const char *self)
{
	uint64_t *before = arena_array(&pick.arena, paths.n, sizeof *before), after;
	struct strs files = {0}, changed = {0};
	if (pick.stream)
		reopen_terminal();
	for (size_t i = 0; i < paths.n; i++) {
		if (revision(paths.v[i], &before[i]))
			strs_add(&pick.arena, &files, shown(paths.v[i]));
		else
			warn_at(shown(paths.v[i]), 0, 0, "%s", strerror(errno));
	}
	if (!files.n || !editor_run(files))
		return STATUS_TROUBLE;
	for (size_t i = 0; i < paths.n; i++)
		if (revision(paths.v[i], &after) && after != before[i])
			strs_add(&pick.arena, &changed, paths.v[i]);
	return changed.n ? check(self, changed) : STATUS_YES;
}

int main(int argc, char **argv)
{
	const char *self = argv[0];
	char **operands = opt_parse(&tool, argc, argv);
	book_mends = true;
	pick_begin(&pick, operands);
	if (pick.book.fd < 0)
		die("no book: the notes of a stream are opened in theirs; give -b DIR, or make one with nt-init");
	choose();
	int answer = paths.n ? edit(self) : STATUS_NO;
	pick_release(&pick);
	return finish(answer);
}

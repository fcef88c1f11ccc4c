#include "change/exchange.h"

#include "base/diag.h"
#include "base/term.h"
#include "book/gitsetup.h"
#include "book/save.h"
#include "change/fromtop.h"
#include "change/lostlinks.h"
#include "change/pull.h"
#include "change/summary.h"
#include "sys/git.h"
#include "text/undecided.h"
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define TRIES 8  /* somebody else may push between our pull and our push */
#define PAUSE 40 /* milliseconds before the second try, twice as many before each that follows */

static str ask(struct exchange *x, const char *const *args)
{
	return git_line(&x->arena, x->root, args);
}

static str shown(struct exchange *x, str file)
{
	return fromtop_shown(&x->arena, x->book, file, NULL);
}

/* The branch that holds what is committed here: the one that was left, if it does. Absent: none. */
static str branch_with_head(struct exchange *x)
{
	str left = ask(x, GIT("rev-parse", "--abbrev-ref", "@{-1}")), first = {0}, branch;
	str all = ask(x, GIT("for-each-ref", "--contains", "HEAD", "--format=%(refname:short)", "refs/heads"));
	while (all.n && str_cut(&all, '\n', &branch)) {
		if (str_eq(branch, left))
			return branch;
		if (!first.p)
			first = branch;
	}
	return first;
}

bool exchange_is_on_branch(struct exchange *x)
{
	if (ask(x, GIT("symbolic-ref", "-q", "HEAD")).p)
		return true;
	str branch = branch_with_head(x);
	hint("no branch is checked out (detached HEAD), and what were committed here would be in none");
	if (branch.p)
		hint("git switch " FMT " goes back to one and takes along what changed; then nt-sync again",
			ARG(run_word(&x->arena, branch)));
	else
		hint("what was committed here already is in none either: git switch -c NAME makes a branch of it; "
		     "then nt-sync again");
	return false;
}

/* Its hooks exit with 1, and a person is to see to that; anything above is trouble of its own. Said: what it says. */
static bool git_does(struct exchange *x, const char *const *args)
{
	struct buf said = {0};
	int status = git_hear(x->root, &said, args);
	pull_repeat(&x->arena, x->book, buf_str(&said), true);
	buf_release(&said);
	if (status > 1)
		warn("git did not commit, as it says above: nothing is lost, and nothing was sent");
	else if (status != 0)
		hint("git did not commit: nothing is lost, and nothing was sent");
	return status == 0;
}

bool exchange_commit(struct exchange *x, const char *message)
{
	struct summary s;
	struct strs moved = summary_moved(&x->arena, x->book);
	if (!gitsetup_exclude(x->book->fd, x->root) || !git_does(x, GIT("add", "-A", "--", ".")))
		return false;
	summary_read(&x->arena, x->book, NULL, moved, &s);
	if (!s.n)
		return true;
	str line = message ? str_of(message) : summary_line(&x->arena, &s);
	str all = !message && summary_fits(&x->arena, &s) ? S("") : summary_whole(&x->arena, &s);
	if (!git_does(x, GIT("commit", "-q", "-m", arena_cstr(&x->arena, line), "-m", arena_cstr(&x->arena, all), "--",
				 ".")))
		return false;
	printf("committed: " FMT "\n", ARG(line));
	return true;
}

/* What is not committed, beside the book, would be mixed with what the others did to the same file: false, said. */
static bool is_clear(struct exchange *x)
{
	str open = ask(x, GIT("-c", "core.quotePath=false", "diff", "--name-only", "--no-relative", "HEAD"));
	str staged =
		ask(x, GIT("-c", "core.quotePath=false", "diff", "--name-only", "--no-relative", "--cached", "HEAD"));
	str sent =
		ask(x, GIT("-c", "core.quotePath=false", "diff", "--name-only", "--no-relative", "HEAD...@{upstream}"));
	struct strs files = {0};
	bool clear = true;
	for (str file; open.n && str_cut(&open, '\n', &file);)
		strs_add(&x->arena, &files, file);
	for (str file; staged.n && str_cut(&staged, '\n', &file);)
		strs_add(&x->arena, &files, file);
	for (str file; sent.n && str_cut(&sent, '\n', &file);) {
		if (!strs_has(files, file))
			continue;
		hint(FMT ", beside the book: changed here, not committed, and there: commit it first, then nt-sync "
			 "again",
			ARG(shown(x, file)));
		clear = false;
	}
	return clear;
}

static const char *commit(struct exchange *x, const char *const *args)
{
	return arena_cstr(&x->arena, ask(x, args));
}

/* Takes in what the others sent; false: a person has to choose. */
static bool pull(struct exchange *x)
{
	struct summary s;
	const char *before = commit(x, GIT("rev-parse", "HEAD")), *theirs = commit(x, GIT("rev-parse", "@{upstream}")),
		   *base = commit(x, GIT("merge-base", "HEAD", "@{upstream}"));
	if (!pull_together(&x->arena, x->book, x->self))
		return false;
	summary_read(&x->arena, x->book, before, (struct strs){0}, &s);
	if (s.n)
		printf("pulled: " FMT "\n", ARG(summary_line(&x->arena, &s)));
	if (*base && strcmp(base, before) != 0 && strcmp(base, theirs) != 0)
		x->lost |= !lostlinks_none(&x->arena, x->book, base, before, theirs);
	return true;
}

/* Whether nothing that would be sent still holds what both sides say; else each such note is said. */
static bool is_decided(struct exchange *x, struct strs paths)
{
	struct buf buf = {0};
	struct note n;
	bool decided = true;
	for (size_t i = 0; i < paths.n; i++) {
		if (!str_ends(paths.v[i], S(".md")) || !book_load(x->book, &x->arena, &buf, paths.v[i], &n) ||
			!undecided_any(n.pieces.yaml))
			continue;
		hint(FMT ": still holds what both sides say: settle it with nt-set, or take the comment away",
			ARG(book_shown(x->book, &x->arena, paths.v[i])));
		decided = false;
	}
	buf_release(&buf);
	if (!decided)
		hint("committed, not sent: choose first, then nt-sync again");
	return decided;
}

/* The mistakes of the notes that would be sent; errors stay here. */
static bool check(struct exchange *x)
{
	struct summary s;
	summary_read(&x->arena, x->book, "@{upstream}", (struct strs){0}, &s);
	const char **argv = arena_array(&x->arena, s.paths.n + 6, sizeof *argv);
	size_t n = 0;
	argv[n++] = "nt-check";
	argv[n++] = "-b";
	argv[n++] = x->root;
	argv[n++] = "--";
	for (size_t i = 0; i < s.paths.n; i++)
		if (str_ends(s.paths.v[i], S(".md")))
			argv[n++] = arena_cstr(&x->arena, book_shown(x->book, &x->arena, s.paths.v[i]));
	if (n == 4)
		return true;
	if (!is_decided(x, s.paths))
		return false;
	struct buf out = {0};
	int status = run_wait(&(struct run){.args = argv, .self = x->self, .out = &out});
	/* 2: another note could not be read, and these may have errors all the same. */
	bool wrong =
		status == STATUS_NO || (status != STATUS_YES && str_find(buf_str(&out), S(": error: ")) != STR_NONE);
	if (wrong)
		fwrite(out.p, 1, out.n, stderr);
	buf_release(&out);
	if (wrong)
		hint("committed, not sent: mend this first, then nt-sync again");
	return !wrong;
}

/* Said: what git said of the other side, and what becomes of ours. */
static int not_taken(struct exchange *x, str remote, str said)
{
	bool offline = git_is_offline(x->root, said), raced = git_is_race(said);
	pull_repeat(&x->arena, x->book, said, true);
	hint(FMT " %s: what changed is committed here", ARG(remote),
		offline ? "cannot be reached"
		: raced ? "was not free, others were faster each time"
			: "refused, as git says above, and has nothing of it");
	return offline || raced ? STATUS_YES : STATUS_NO;
}

enum exchanged { ALL_EXCHANGED, TO_CHOOSE, NOT_FETCHED, NOT_SENT };

static enum exchanged exchange_once(struct exchange *x, struct buf *said)
{
	said->n = 0;
	if (git_hear(x->root, said, GIT("fetch", "-q")) != 0)
		return NOT_FETCHED;
	int lock = save_lock(x->book);
	bool good = is_clear(x) && pull(x);
	save_unlock(lock);
	if (!good || !check(x))
		return TO_CHOOSE;
	str ahead = ask(x, GIT("rev-list", "--count", "@{upstream}..HEAD"));
	if (str_eq(ahead, S("0")))
		return ALL_EXCHANGED;
	said->n = 0;
	if (git_hear(x->root, said, GIT("push", "-q")) != 0)
		return NOT_SENT;
	printf("sent: " FMT " %s\n", ARG(ahead), str_eq(ahead, S("1")) ? "commit" : "commits");
	return ALL_EXCHANGED;
}

/* Whether somebody else was faster; else a push that was refused would be again. */
static bool has_moved(struct exchange *x)
{
	str before = ask(x, GIT("rev-parse", "@{upstream}"));
	return git_ask(x->root, NULL, GIT("fetch", "-q")) == 0 &&
	       !str_eq(before, ask(x, GIT("rev-parse", "@{upstream}")));
}

static bool is_to_try_again(struct exchange *x, enum exchanged how, str said)
{
	return (how == NOT_SENT || how == NOT_FETCHED) && (git_is_race(said) || (how == NOT_SENT && has_moved(x)));
}

/* The others wait as well: not all equally long. */
static void pause_before(int try)
{
	long milliseconds = (PAUSE << (try - 1)) + getpid() % PAUSE;
	struct timespec t = {milliseconds / 1000, milliseconds % 1000 * 1000000};
	nanosleep(&t, NULL);
}

int exchange_run(struct exchange *x)
{
	str remote = ask(x, GIT("rev-parse", "--abbrev-ref", "@{upstream}"));
	struct buf said = {0};
	if (!remote.n) {
		hint("no other copy to exchange with: git push -u REMOTE BRANCH names one");
		return STATUS_YES;
	}
	enum exchanged how = exchange_once(x, &said);
	for (int i = 1; i < TRIES && is_to_try_again(x, how, buf_str(&said)); i++) {
		pause_before(i);
		how = exchange_once(x, &said);
	}
	int status = how == ALL_EXCHANGED ? (x->lost ? STATUS_NO : STATUS_YES)
		     : how == TO_CHOOSE   ? STATUS_NO
					  : not_taken(x, remote, buf_str(&said));
	buf_release(&said);
	return status;
}

static bool is_of_tools(str file)
{
	return str_starts(file, S(".nt-")) || str_find(file, S("/.nt-")) != STR_NONE;
}

/* As git status --short says it, but for the paths: XY FILE<nul>, of a new name the old one and a <nul> behind it. */
void exchange_list(struct exchange *x)
{
	struct buf out = {0}, list = {0};
	str line, old, top = ask(x, GIT("rev-parse", "--show-prefix")); /* of the book */
	git_ask(x->root, &out, GIT("status", "--porcelain", "-z", "--untracked-files=all", "--", "."));
	for (str rest = arena_take(&x->arena, &out); rest.n && str_cut(&rest, '\0', &line);) {
		str how = str_head(line, 3), file = str_skip(line, 3);
		bool moved = str_chr(str_head(how, 2), 'R') != STR_NONE || str_chr(str_head(how, 2), 'C') != STR_NONE;
		if (str_eq(how, S("?? ")) && is_of_tools(file)) /* which gitsetup_exclude leaves out */
			continue;
		buf_add(&list, how);
		if (moved && str_cut(&rest, '\0', &old))
			buf_printf(&list, FMT " -> ", ARG(book_shown(x->book, &x->arena, str_skip(old, top.n))));
		buf_printf(&list, FMT "\n", ARG(book_shown(x->book, &x->arena, str_skip(file, top.n))));
	}
	term_print(buf_str(&list));
	buf_release(&list);
}

void exchange_begin(struct exchange *x, struct book *b, const char *self)
{
	*x = (struct exchange){.book = b, .self = self};
	x->root = arena_cstr(&x->arena, b->root);
	git_forget();
	struct buf said = {0};
	int status = git_hear(x->root, &said, GIT("rev-parse", "--git-dir"));
	str why = status == 0 ? S("") : arena_take(&x->arena, &said);
	buf_release(&said);
	if (status == RUN_MISSING)
		die("git is not installed: nothing can be committed or exchanged");
	if (status != 0 && str_find(why, S("not a git repository")) != STR_NONE)
		die("the book is in no git repository: nt-init makes one");
	pull_repeat(&x->arena, x->book, why, true);
	if (status != 0)
		die("git has no access to the repository of the book: it says why above");
}

void exchange_release(struct exchange *x)
{
	arena_release(&x->arena);
}

#include "change/pull.h"

#include "base/diag.h"
#include "book/gitsetup.h"
#include "change/fromtop.h"
#include "change/staged.h"
#include "change/unmerged.h"
#include "sys/git.h"
#include <unistd.h>

struct pull {
	struct arena *arena;
	struct book *book;
	const char *root;
	struct staged staged;
};

static str shown(struct pull *p, str file)
{
	return fromtop_shown(p->arena, p->book, file, NULL);
}

/* Where there is nothing to take in, or nothing of ours beside theirs, nothing is put away. */
static bool forward(struct pull *p)
{
	return git_ask(p->root, NULL, GIT("merge", "-q", "--ff-only", "--no-autostash", "@{upstream}")) == 0;
}

/* Said: all that git and nt-merge say, if it could not be done. */
static bool rebase(struct pull *p, str *said)
{
	struct buf out = {0};
	int status = git_hear(p->root, &out, GIT("rebase", "-q", "--autostash", "@{upstream}"));
	*said = arena_take(p->arena, &out);
	return status == 0;
}

/* A value that was set here twice agrees with theirs in the end, say. */
static bool merge(struct pull *p)
{
	if (git_ask(p->root, NULL, GIT("merge", "-q", "--no-edit", "--autostash", "@{upstream}")) == 0)
		return true;
	git_ask(p->root, NULL, GIT("merge", "--abort"));
	return false;
}

/* Git runs nt-merge at the top of the repository, so that its paths are from there. */
static str as_from_here(struct arena *a, const struct book *b, str text)
{
	size_t end = str_find(text, S(": both sides changed: "));
	return end == STR_NONE ? text
			       : arena_join(a, fromtop_shown(a, b, str_head(text, end), NULL), str_skip(text, end));
}

void pull_repeat(struct arena *a, const struct book *b, str said, bool all)
{
	static const str ours = S_INIT("nt-merge: ");
	str line;
	while (str_line(&said, &line)) {
		bool merged = str_starts(line, ours);
		str text = str_trim(merged ? str_skip(line, ours.n) : line);
		if (text.n && (merged || all))
			hint(FMT, ARG(merged ? as_from_here(a, b, text) : text));
	}
}

/* Not a hook's no, nor a file of somebody's that is in the way. */
static bool is_trouble(str said)
{
	bool failed = str_find(said, S("fatal: ")) != STR_NONE || str_find(said, S(".lock': File exists")) != STR_NONE;
	return failed && str_find(said, S("hook")) == STR_NONE;
}

/* Git or a hook of it would not: nothing is there to choose. */
static bool refused(struct pull *p, str said)
{
	pull_repeat(p->arena, p->book, said, true);
	if (git_is_rebasing(p->root))
		git_ask(p->root, NULL, GIT("rebase", "--abort"));
	(is_trouble(said) ? warn : hint)(
		"git did not rebase, as it says above: what changed is committed here, and nothing was sent");
	return false;
}

/* False, said: the rebase cannot stay open until these are committed. */
static bool may_stay_open(struct pull *p)
{
	for (size_t i = 0; i < p->staged.files.n; i++)
		hint(FMT ", beside the book: staged, and would not be after a rebase",
			ARG(shown(p, p->staged.files.v[i])));
	if (p->staged.files.n)
		hint("all is as it was: commit this first, then nt-sync again lets you choose");
	return !p->staged.files.n;
}

/* A person has to choose. */
static void leave(struct pull *p, struct unmerged files, str said)
{
	pull_repeat(p->arena, p->book, said, false);
	if (git_is_rebasing(p->root)) {
		unmerged_none(p->arena, p->book);
		return;
	}
	unmerged_say(p->arena, p->book, files, false);
	if (!isatty(STDIN_FILENO))
		hint("all is as it was, nt-sync at a terminal lets you choose");
}

/* A file that our commits took from git and that is still here: a rebase passes commits that have it, and would write
 * over it. Absent: none. */
static str untracked_here(struct pull *p)
{
	str top = git_line(p->arena, p->root, GIT("rev-parse", "--show-toplevel")), file;
	str files = git_line(p->arena, p->root,
		GIT("diff", "--name-only", "--no-relative", "-z", "--no-renames", "--diff-filter=D",
			"@{upstream}...HEAD"));
	while (files.n && str_cut(&files, '\0', &file))
		if (access(arena_cstr(p->arena, arena_printf(p->arena, FMT "/" FMT, ARG(top), ARG(file))), F_OK) == 0)
			return file;
	return (str){0};
}

static bool together(struct pull *p)
{
	str said, kept = untracked_here(p);
	if (kept.p && merge(p))
		return true;
	if (kept.p) {
		hint(FMT ": no more in git, still here, and a rebase would write over it: move it away, then nt-sync "
			 "again",
			ARG(shown(p, kept)));
		return false;
	}
	if (rebase(p, &said))
		return true;
	struct unmerged files = unmerged_files(p->arena, p->book);
	if (!files.n)
		return refused(p, said);
	git_ask(p->root, NULL, GIT("rebase", "--abort"));
	if (merge(p))
		return true;
	if (isatty(STDIN_FILENO) && may_stay_open(p) && rebase(p, &said))
		return true;
	leave(p, files, said);
	return false;
}

/* False, said: git would put back what the index lost, over the file that is there. */
static bool is_safe(struct pull *p)
{
	for (size_t i = 0; i < p->staged.risked.n; i++)
		hint(FMT ", beside the book: staged as removed, and there: commit that first, then nt-sync again",
			ARG(shown(p, p->staged.risked.v[i])));
	return !p->staged.risked.n;
}

bool pull_together(struct arena *a, struct book *b, const char *self)
{
	struct pull p = {.arena = a, .book = b, .root = arena_cstr(a, b->root)};
	if (str_eq(git_line(a, p.root, GIT("check-attr", "merge", "--", "book.md")), S("book.md: merge: nt")))
		gitsetup_driver(p.root, self);
	if (forward(&p))
		return true;
	p.staged = staged_read(a, p.root);
	bool good = is_safe(&p) && together(&p);
	if (!git_is_rebasing(p.root))
		staged_restore(&p.staged);
	return good;
}

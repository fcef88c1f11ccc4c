#include "change/pull.h"

#include "base/diag.h"
#include "book/gitsetup.h"
#include "change/unmerged.h"
#include "sys/git.h"
#include <unistd.h>

struct pull {
	struct arena *arena;
	struct book *book;
	const char *root;
};

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

void pull_repeat(str said, bool all)
{
	static const str ours = S_INIT("nt-merge: ");
	str line;
	while (str_line(&said, &line)) {
		bool merged = str_starts(line, ours);
		str text = str_trim(merged ? str_skip(line, ours.n) : line);
		if (text.n && (merged || all))
			hint(FMT, ARG(text));
	}
}

/* Git or a hook of it would not: nothing is there to choose. */
static bool refused(struct pull *p, str said)
{
	pull_repeat(said, true);
	if (git_is_rebasing(p->root))
		git_ask(p->root, NULL, GIT("rebase", "--abort"));
	hint("git did not rebase, as it says above: what changed is committed here, and nothing was sent");
	return false;
}

bool pull_together(struct arena *a, struct book *b, const char *self)
{
	struct pull p = {a, b, arena_cstr(a, b->root)};
	str said;
	if (str_eq(git_line(a, p.root, GIT("check-attr", "merge", "--", "book.md")), S("book.md: merge: nt")))
		gitsetup_driver(p.root, self);
	if (rebase(&p, &said))
		return true;
	struct unmerged files = unmerged_files(a, b);
	if (!files.n)
		return refused(&p, said);
	git_ask(p.root, NULL, GIT("rebase", "--abort"));
	if (merge(&p))
		return true;
	if (isatty(STDIN_FILENO)) {
		if (rebase(&p, &said))
			return true;
		pull_repeat(said, false);
		unmerged_none(a, b);
		return false;
	}
	pull_repeat(said, false);
	unmerged_say(a, b, files, false);
	hint("all is as it was, nt-sync at a terminal lets you choose");
	return false;
}

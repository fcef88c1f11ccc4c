#include "change/unmerged.h"

#include "base/diag.h"
#include "change/fromtop.h"
#include "sys/git.h"
#include <unistd.h>

enum { IN_BASE = 1 << 1, IN_OURS = 1 << 2, IN_THEIRS = 1 << 3 };

struct unmerged unmerged_files(struct arena *a, const struct book *b)
{
	const char *root = arena_cstr(a, b->root);
	struct unmerged u = {.rebasing = git_is_rebasing(root)};
	struct buf out = {0};
	str mode, object, stage, path;
	/* MODE OBJECT STAGE<tab>PATH */
	git_ask(root, &out, GIT("ls-files", "-u", "-z"));
	for (str rest = arena_take(a, &out); rest.n && str_cut(&rest, ' ', &mode) && str_cut(&rest, ' ', &object) &&
					     str_cut(&rest, '\t', &stage) && str_cut(&rest, '\0', &path);) {
		if (!u.n || !str_eq(u.v[u.n - 1].path, path)) {
			u.v = arena_more(a, u.v, u.n, sizeof *u.v);
			u.v[u.n++] = (struct unmerged_file){.path = path};
		}
		u.v[u.n - 1].stages |= 1U << (stage.p[0] - '0');
	}
	return u;
}

/* Whether by what git says of others both sides renamed this one: it is in the base alone, and each has another name.
 */
static bool is_renamed(struct unmerged u, struct unmerged_file f)
{
	unsigned alone = 0;
	for (size_t i = 0; i < u.n; i++)
		if (u.v[i].stages == IN_OURS || u.v[i].stages == IN_THEIRS)
			alone |= u.v[i].stages;
	return f.stages == IN_BASE && alone == (IN_OURS | IN_THEIRS);
}

/* What became of it, and what to do. */
static const char *const *words_of(struct unmerged u, struct unmerged_file f)
{
	static const char *const
		gone[] = {"both sides removed it or gave it another name", "git rm it"},
		*const renamed[] = {"both sides gave it another name", "git rm it, and one of the new names"},
		*const changed[] = {"both sides changed it", "choose, then git add it"},
		*const mine[] = {"you gave it this name", "git add it, or git rm it if theirs is to stay"},
		*const other[] = {"they gave it this name", "git add it, or git rm it if yours is to stay"},
		*const i_removed[] = {"you removed it, they changed it", "git add keeps it, git rm removes it"},
		*const they_removed[] = {"they removed it, you changed it", "git add keeps it, git rm removes it"};
	unsigned ours = u.rebasing ? IN_THEIRS : IN_OURS, theirs = u.rebasing ? IN_OURS : IN_THEIRS;

	if (f.stages == IN_BASE)
		return is_renamed(u, f) ? renamed : gone;
	if (f.stages == ours || f.stages == theirs)
		return f.stages == ours ? mine : other;
	if (f.stages == (IN_BASE | ours) || f.stages == (IN_BASE | theirs))
		return f.stages == (IN_BASE | ours) ? they_removed : i_removed;
	return changed;
}

void unmerged_say(struct arena *a, const struct book *b, struct unmerged u, bool open)
{
	for (size_t i = 0; i < u.n; i++) {
		const char *const *words = words_of(u, u.v[i]);
		hint(FMT ": %s%s%s", ARG(book_shown(b, a, u.v[i].path)), words[0], open ? ": " : "",
			open ? words[1] : "");
	}
}

static bool is_there(struct arena *a, const char *root, const char *name)
{
	str path = git_line(a, root, GIT("rev-parse", "--git-path", name));
	char *full = path.n && path.p[0] == '/' ? arena_cstr(a, path)
						: arena_cstr(a, arena_printf(a, "%s/" FMT, root, ARG(path)));
	return path.p && access(full, F_OK) == 0;
}

/* Whether a file that is not for a person to choose holds what was never committed: each is said. */
static bool is_edited(struct arena *a, const struct book *b)
{
	const char *root = arena_cstr(a, b->root);
	str changed = git_line(a, root, GIT("diff", "--name-only", "--no-relative", "-z")),
	    open = git_line(a, root, GIT("diff", "--name-only", "--no-relative", "-z", "--diff-filter=U")), file;
	struct strs to_choose = {0};
	bool any = false;
	while (open.n && str_cut(&open, '\0', &file))
		strs_add(a, &to_choose, file);
	while (changed.n && str_cut(&changed, '\0', &file)) {
		if (strs_has(to_choose, file))
			continue;
		bool beside;
		str shown = fromtop_shown(a, b, file, &beside);
		hint(FMT "%s: changed since, and not committed: git add it, too", ARG(shown),
			beside ? ", beside the book" : "");
		any = true;
	}
	return any;
}

bool unmerged_none(struct arena *a, const struct book *b)
{
	const char *root = arena_cstr(a, b->root);
	struct unmerged files = unmerged_files(a, b);
	bool rebase = is_there(a, root, "rebase-merge") || is_there(a, root, "rebase-apply"),
	     merge = is_there(a, root, "MERGE_HEAD");
	if (!rebase && !merge && !files.n)
		return true;
	unmerged_say(a, b, files, true);
	const char *lost = is_edited(a, b) ? "would throw away what changed since"
					   : "takes it back, with all written in tracked notes since";
	hint("%s is unfinished: when all is chosen, %s, then nt-sync again; %s %s", rebase ? "a rebase" : "a merge",
		rebase ? "GIT_EDITOR=true git rebase --continue" : "git commit",
		rebase ? "git rebase --abort" : "git merge --abort", lost);
	return false;
}

/* nt-sync: commit what changed, and exchange it with the other copies of the book */
#include "base/diag.h"
#include "book/save.h"
#include "change/summary.h"
#include "sys/git.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TRIES 3 /* somebody else may push between our pull and our push */

static bool dry;
static const char *message_option;

static const struct opt options[] = {
	{'m', "message", OPT_TEXT, &message_option, "TEXT", "the message, instead of what changed"},
	{'n', "dry-run", OPT_FLAG, &dry, NULL, "say what would be committed, and do nothing"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-sync", "", "commit what changed, and exchange it with the other copies of the book", options, false};

static struct book book;
static struct arena arena;
static const char *root, *self;

/* What git prints, without the line end; absent: it failed. */
static str ask(const char *const *args)
{
	struct buf out = {0};
	int status = git_ask(root, &out, args);
	str text = status == 0 ? arena_dup(&arena, str_chomp(buf_str(&out))) : (str){0};
	buf_release(&out);
	return text.p || status ? text : S("");
}

static bool is_there(const char *name)
{
	str path = ask(GIT("rev-parse", "--git-path", name));
	char *full = path.n && path.p[0] == '/' ? arena_cstr(&arena, path)
						: arena_cstr(&arena, arena_printf(&arena, "%s/" FMT, root, ARG(path)));
	return path.p && access(full, F_OK) == 0;
}

/* Nothing is begun while something is unfinished. */
static bool is_free(void)
{
	str files = ask(GIT("diff", "--name-only", "--diff-filter=U", "--relative"));
	bool rebase = is_there("rebase-merge") || is_there("rebase-apply"), merge = is_there("MERGE_HEAD");
	if (!rebase && !merge && !files.n)
		return true;
	for (str file; files.n && str_cut(&files, '\n', &file);)
		hint(FMT ": both sides changed it: choose, then git add it", ARG(book_shown(&book, &arena, file)));
	hint("%s is unfinished: when all is chosen, %s, then nt-sync again; %s takes it back",
		rebase ? "a rebase" : "a merge", rebase ? "GIT_EDITOR=true git rebase --continue" : "git commit",
		rebase ? "git rebase --abort" : "git merge --abort");
	return false;
}

static str patch_of(const char *const *args)
{
	struct buf out = {0};
	int status = git_ask(root, &out, args);
	str text = status == 0 ? arena_dup(&arena, buf_str(&out)) : (str){0};
	buf_release(&out);
	return text;
}

#define DIFF(...)                                                                                                      \
	GIT("-c", "core.quotePath=false", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false", "diff",      \
		"--relative", "-M", "-U0", "--no-color", "--no-ext-diff", __VA_ARGS__)

/* False: git would not. */
static bool commit(void)
{
	struct summary s;
	if (dry) {
		str files =
			ask(GIT("-c", "core.quotePath=false", "status", "--short", "--untracked-files=all", "--", "."));
		printf(FMT "%s", ARG(files), files.n ? "\n" : "");
		return true;
	}
	if (git_run(root, NULL, GIT("add", "-A", "--", ".")) != 0)
		return false;
	summary_read(&arena, &book, patch_of(DIFF("--cached", "--", ".")), &s);
	if (!s.n)
		return true;
	str line = message_option ? str_of(message_option) : summary_line(&arena, &s);
	if (git_run(root, NULL,
		    GIT("commit", "-q", "-m", arena_cstr(&arena, line), "-m",
			    arena_cstr(&arena, summary_whole(&arena, &s)), "--", ".")) != 0) {
		hint("git did not commit: nothing is lost, and nothing was sent");
		return false;
	}
	printf("committed: " FMT "\n", ARG(line));
	return true;
}

/* Takes in what the others sent; false: a person has to choose. */
static bool rebase(str before)
{
	struct summary s;
	if (git_ask(root, NULL, GIT("rebase", "-q", "--autostash", "@{upstream}")) == 0) {
		summary_read(&arena, &book, patch_of(DIFF(arena_cstr(&arena, before), "HEAD", "--", ".")), &s);
		str now = ask(GIT("rev-parse", "HEAD"));
		if (!str_eq(now, before) && s.n)
			printf("pulled: " FMT "\n", ARG(summary_line(&arena, &s)));
		return true;
	}
	if (isatty(STDIN_FILENO)) {
		if (is_free())
			hint("git could not put the changes of both sides together: git rebase says why");
		return false;
	}
	str files = ask(GIT("diff", "--name-only", "--diff-filter=U", "--relative"));
	git_ask(root, NULL, GIT("rebase", "--abort"));
	hint("both sides changed the same: " FMT "; all is as it was, nt-sync at a terminal lets you choose",
		ARG(files.n ? files : S("something outside of the book")));
	return false;
}

/* The mistakes of the notes that would be sent; errors stay here. */
static bool check(void)
{
	struct summary s;
	summary_read(&arena, &book, patch_of(DIFF("@{upstream}", "HEAD", "--", ".")), &s);
	const char **argv = arena_array(&arena, s.paths.n + 6, sizeof *argv);
	size_t n = 0;
	argv[n++] = "nt-check";
	argv[n++] = "-b";
	argv[n++] = root;
	argv[n++] = "--";
	for (size_t i = 0; i < s.paths.n; i++)
		if (str_ends(s.paths.v[i], S(".md")))
			argv[n++] = arena_cstr(&arena, book_shown(&book, &arena, s.paths.v[i]));
	if (n == 4)
		return true;
	struct buf out = {0};
	int status = run_wait(&(struct run){.args = argv, .self = self, .out = &out});
	if (status == STATUS_NO)
		fwrite(out.p, 1, out.n, stderr);
	buf_release(&out);
	if (status == STATUS_NO)
		hint("committed, not sent: mend this first, then nt-sync again");
	return status != STATUS_NO;
}

static int exchange(void)
{
	str remote = ask(GIT("rev-parse", "--abbrev-ref", "@{upstream}"));
	if (!remote.n) {
		hint("no other copy to exchange with: git push -u REMOTE BRANCH names one");
		return STATUS_YES;
	}
	for (int i = 0; i < TRIES; i++) {
		if (git_ask(root, NULL, GIT("fetch", "-q")) != 0) {
			hint(FMT " cannot be reached: what changed is committed here", ARG(remote));
			return STATUS_YES;
		}
		int lock = save_lock(&book);
		bool good = rebase(ask(GIT("rev-parse", "HEAD")));
		save_unlock(lock);
		if (!good || !check())
			return STATUS_NO;
		str ahead = ask(GIT("rev-list", "--count", "@{upstream}..HEAD"));
		if (str_eq(ahead, S("0")))
			return STATUS_YES;
		if (git_ask(root, NULL, GIT("push", "-q")) == 0) {
			printf("sent: " FMT " %s\n", ARG(ahead), str_eq(ahead, S("1")) ? "commit" : "commits");
			return STATUS_YES;
		}
	}
	hint(FMT " took nothing: what changed is committed here", ARG(remote));
	return STATUS_YES;
}

int main(int argc, char **argv)
{
	self = argv[0];
	opt_parse(&tool, argc, argv);
	book_need(&book);
	git_forget();
	root = arena_cstr(&arena, book.root);
	int answer = STATUS_TROUBLE;
	if (!ask(GIT("rev-parse", "--git-dir")).p)
		die("the book is in no git repository: nt-init makes one");
	if (!is_free())
		answer = STATUS_NO;
	else if (dry)
		answer = commit() ? STATUS_YES : STATUS_TROUBLE;
	else {
		int lock = save_lock(&book);
		bool good = commit();
		save_unlock(lock);
		answer = good ? exchange() : STATUS_NO;
	}
	int status = finish(answer);
	book_release(&book);
	arena_release(&arena);
	return status;
}

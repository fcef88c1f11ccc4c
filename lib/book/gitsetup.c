#include "book/gitsetup.h"
#include "base/diag.h"
#include "sys/file.h"
#include "sys/git.h"
#include "sys/lock.h"
#include "sys/run.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DRIVER " %O %A %B %P %L"
/* Where it is not found or fails, lines are merged, with markers: git by itself would leave ours without any. */
#define FALLBACK                                                                                                       \
	"; s=$?; [ $s -lt 2 ] && exit $s; "                                                                            \
	"git merge-file -q --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1"

static const char *const attributes[] = {"*.md merge=nt", NULL};
static const char temporary[] = TEMP_PREFIX "*";
static const char *const ignored[] = {
	".nt-lock", ".nt-undo", ".nt-reminded", ".nt-harvest", ".nt-harvested", ".nt-mv", ".nt-vdir/", temporary, NULL};

struct gitsetup {
	struct arena a;
	int dir;
	const char *name, *self;
};

static bool has_line(str text, str wanted)
{
	str line;

	while (str_line(&text, &line))
		if (str_eq(str_trim(line), wanted))
			return true;
	return false;
}

/* How a file of the book is called from here. */
static const char *shown(struct gitsetup *r, const char *file)
{
	bool here = strcmp(r->name, ".") == 0 || *file == '/';

	return here ? file : arena_cstr(&r->a, arena_printf(&r->a, "%s/%s", r->name, file));
}

/* Adds the lines that are not there, behind all that is. */
static bool add_lines(struct gitsetup *r, const char *file, const char *const *lines)
{
	struct buf old = {0}, new = {0};
	struct strs added = {0};
	bool there = file_read(r->dir, file, true, &old), good = there || errno == ENOENT;

	buf_add(&new, buf_str(&old));
	if (new.n &&new.p[new.n - 1] != '\n')
		buf_putc(&new, '\n');
	for (; *lines; lines++)
		if (!has_line(buf_str(&old), str_of(*lines))) {
			buf_printf(&new, "%s\n", *lines);
			strs_add(&r->a, &added, str_of(*lines));
		}
	if (good && added.n)
		good = (there ? file_replace(r->dir, file, buf_str(&old), buf_str(&new))
			      : file_create(r->dir, file, buf_str(&new))) == FILE_WRITTEN;
	if (!good)
		warn("%s:", shown(r, file));
	else if (added.n)
		printf("added to %s: " FMT "\n", shown(r, file), ARG(strs_join(&r->a, added, S(" "))));
	buf_release(&old);
	buf_release(&new);
	return good;
}

static str ask(struct gitsetup *r, const char *const *args)
{
	return git_line(&r->a, r->name, args);
}

/* Where git keeps it, from the folder's descriptor on. */
static const char *git_path(struct gitsetup *r, const char *name)
{
	str path = ask(r, GIT("rev-parse", "--git-path", name));

	return path.n ? arena_cstr(&r->a, path) : NULL;
}

/* A .git at or above the folder: then a failure of git is no reason to make another one. */
static bool is_around(struct gitsetup *r)
{
	char *real = realpath(r->name, NULL), *slash = real;
	struct stat st;
	bool found = false;

	while (slash && !found) {
		found = stat(arena_cstr(&r->a, arena_printf(&r->a, "%s/.git", real)), &st) == 0;
		slash = strrchr(real, '/');
		if (slash)
			*slash = '\0';
	}
	free(real);
	return found;
}

static bool find_or_make(struct gitsetup *r)
{
	str inside;

	if (git_ask(r->name, NULL, GIT("--version")) == RUN_MISSING) {
		hint("git is not installed: the book is in no repository; run nt-init again when it is");
		return false;
	}
	inside = ask(r, GIT("rev-parse", "--is-inside-work-tree"));
	if (str_eq(inside, S("true")))
		return true;
	if (inside.p || is_around(r)) {
		warn("%s: git does not take this for a working tree", r->name);
		git_run(r->name, NULL, GIT("rev-parse", "--show-toplevel"));
		return false;
	}
	if (git_run(r->name, NULL, GIT("init", "-q")) != 0) {
		warn("%s: git init failed", r->name);
		return false;
	}
	printf("made a repository in %s\n", r->name);
	return true;
}

/* How git will find nt-merge: in PATH, else beside this program, which is said. */
static str merge_program(struct gitsetup *r)
{
	str folder = run_folder(r->self), beside;
	char *real = folder.n ? realpath(arena_cstr(&r->a, folder), NULL) : NULL;

	beside = real ? arena_printf(&r->a, "%s/nt-merge", real) : S("");
	free(real);
	if (run_found(S("nt-merge")))
		return S("nt-merge");
	bool there = beside.n && run_found(beside);
	if (there)
		hint("nt-merge is not in PATH: git runs " FMT, ARG(beside));
	else
		hint("nt-merge is not in PATH: until it is, git merges notes by lines");
	return there ? run_quoted(&r->a, beside) : S("nt-merge");
}

/* Ours of an earlier day are replaced. */
static void set_driver(struct gitsetup *r)
{
	str old = ask(r, GIT("config", "--local", "--get", "merge.nt.driver")), program = merge_program(r);
	str driver = arena_join(&r->a, program, S(DRIVER FALLBACK));
	bool ours = str_ends(old, S(DRIVER FALLBACK)) || str_eq(old, S("nt-merge" DRIVER));

	if (str_eq(old, driver) || (old.p && !ours))
		return;
	if (git_run(r->name, NULL,
		    GIT("config", "--local", "merge.nt.name", "nt: fields, lists and entries of notes")) == 0 &&
		git_run(r->name, NULL, GIT("config", "--local", "merge.nt.driver", arena_cstr(&r->a, driver))) == 0)
		printf("set merge.nt.driver to run " FMT "\n", ARG(program));
	else
		warn("%s: git config failed", r->name);
}

/* What the hook does, on one line: the top of the working tree is where git runs it. */
static str hook_line(struct gitsetup *r)
{
	str folder = ask(r, GIT("rev-parse", "--show-prefix"));
	str which = S("--diff-filter=d"), into = S("");

	if (folder.n) {
		which = arena_printf(&r->a, FMT " --relative=" FMT, ARG(which), ARG(run_quoted(&r->a, folder)));
		into = arena_printf(
			&r->a, "cd " FMT " && ", ARG(run_quoted(&r->a, arena_printf(&r->a, "./" FMT, ARG(folder)))));
	}
	return arena_printf(&r->a,
		"git diff --cached --quiet " FMT " -- '*.md' || "
		"git diff --cached --name-only -z " FMT " -- '*.md' | (" FMT "xargs -0 nt-check --) || exit 1",
		ARG(which), ARG(which), ARG(into));
}

static str hook_path(struct gitsetup *r)
{
	str path = ask(r, GIT("rev-parse", "--git-path", "hooks/pre-commit"));

	return str_starts(path, S("/")) ? path : str_of(shown(r, arena_cstr(&r->a, path)));
}

static bool make_executable(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && chmod(path, st.st_mode | (st.st_mode & 0444) >> 2) == 0;
}

static void add_hook(struct gitsetup *r)
{
	str line = hook_line(r);
	const char *path = arena_cstr(&r->a, hook_path(r));
	struct buf old = {0};

	if (file_read(AT_FDCWD, path, false, &old)) {
		if (!has_line(buf_str(&old), line))
			warn("%s is there already; what it lacks is: " FMT, path, ARG(line));
	} else if (errno == ENOENT &&
		   file_create(AT_FDCWD, path,
			   arena_printf(&r->a,
				   "#!/bin/sh\n# made by nt-init --hook: notes with mistakes are not committed\n" FMT
				   "\n",
				   ARG(line))) == FILE_WRITTEN &&
		   make_executable(path)) {
		printf("made %s\n", path);
	} else {
		warn("%s:", path);
	}
	buf_release(&old);
}

void gitsetup_run(int dir, const char *name, const char *self, bool hook)
{
	struct gitsetup r = {.dir = dir, .name = name, .self = self};

	git_forget();
	if (find_or_make(&r)) {
		add_lines(&r, ".gitattributes", attributes);
		add_lines(&r, ".gitignore", ignored);
		set_driver(&r);
		if (hook)
			add_hook(&r);
	}
	arena_release(&r.a);
}

void gitsetup_driver(const char *name, const char *self)
{
	struct gitsetup r = {.dir = -1, .name = name, .self = self};

	if (!ask(&r, GIT("config", "--get", "merge.nt.driver")).p)
		set_driver(&r);
	arena_release(&r.a);
}

/* Those of our files that git would take. */
static const char **not_ignored(struct gitsetup *r)
{
	enum { ALL = sizeof ignored / sizeof *ignored, COMMAND = 2 };
	const char **lines = arena_array(&r->a, ALL, sizeof *lines),
		   *args[COMMAND + ALL] = {"check-ignore", "--no-index"};
	size_t n = 0;

	for (size_t i = 0; ignored[i]; i++)
		args[COMMAND + i] = ignored[i] == temporary ? TEMP_PREFIX : ignored[i];
	str known = ask(r, args);
	for (size_t i = 0; ignored[i]; i++)
		if (!has_line(known, str_of(args[COMMAND + i])))
			lines[n++] = ignored[i];
	lines[n] = NULL;
	return lines;
}

bool gitsetup_exclude(int dir, const char *name)
{
	struct gitsetup r = {.dir = dir, .name = name};
	const char **lines = not_ignored(&r), *info = *lines ? git_path(&r, "info") : NULL;
	bool good = !*lines;

	if (info) {
		mkdirat(dir, info, 0777); /* without git's templates there is none */
		good = add_lines(&r, git_path(&r, "info/exclude"), lines);
	}
	arena_release(&r.a);
	return good;
}

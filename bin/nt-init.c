/* nt-init: make a book: a folder of notes */
#include "book/book.h"
#include "base/diag.h"
#include "sys/file.h"
#include "book/gitsetup.h"
#include "sys/lock.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool hook, no_git;

static const struct opt options[] = {
	{0, "hook", OPT_FLAG, &hook, NULL, "check notes before each commit"},
	{0, "no-git", OPT_FLAG, &no_git, NULL, "leave git alone"},
	OPT_END,
};
static const struct opt_tool tool = {"nt-init", "[DIR]", "make a book: a folder of notes", options, false};

#define EXPLANATION                                                                                                    \
	"\nThis folder is a book of notes for nt: each person is one Markdown file. The keys above are its\n"          \
	"configuration; nt-note(5) lists them all.\n"

static bool make_folder(int dir, const char *name)
{
	if (mkdirat(dir, name, 0777) == 0)
		return true;
	if (errno != EEXIST)
		warn("%s:", name);
	return errno == EEXIST;
}

/* With the folders on the way. */
static bool make_path(const char *name)
{
	struct arena a = {0};
	char *path = arena_cstr(&a, str_of(name));
	for (char *slash = strchr(path + (*path == '/'), '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0777);
		*slash = '/';
	}
	bool good = mkdir(path, 0777) == 0 || errno == EEXIST;
	arena_release(&a);
	return good;
}

/* Whether there is a Markdown file below the folder, but for what every book has. What one may not read holds none. */
static bool holds_notes(int dir, const char *folder, int depth)
{
	int fd = openat(dir, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0 && errno == EACCES)
		return false;
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *e = NULL;
	struct stat st;
	bool found = false;
	while (d && !found && (errno = 0, e = readdir(d))) {
		str name = str_of(e->d_name);
		if (name.p[0] == '.' || fstatat(fd, e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		if (S_ISREG(st.st_mode))
			found = str_ends(name, S(".md")) && !str_eq(name, S("README.md")) &&
				!str_eq(name, S("book.md"));
		else if (S_ISDIR(st.st_mode) && depth > 0)
			found = holds_notes(fd, e->d_name, depth - 1);
	}
	if (!d || (!e && errno))
		die("%s: looking for notes:", folder);
	closedir(d);
	return found;
}

/* Whether book.md, which is there, says that it is one. */
static bool is_book(const char *shown, str bytes)
{
	struct arena a = {0};
	struct note n = {.arena = &a, .bytes = bytes, .path = S("book.md"), .shown = str_of(shown)};
	note_begin(&n);
	bool yes = note_ok(&n) && str_eq(note_text(&n, S("kind")), S("book"));
	arena_release(&a);
	return yes;
}

static void make_folders(int dir, bool vault)
{
	struct arena a = {0};
	struct config config;
	config_defaults(&a, &config);
	for (size_t i = 0; i < config.folders.n; i++)
		if (!vault || str_eq(config.folders.v[i].key, S("person")))
			make_folder(dir, arena_cstr(&a, config.folders.v[i].value));
	arena_release(&a);
}

static bool make_book(int dir, const char *name)
{
	struct buf buf = {0};
	bool vault = holds_notes(dir, ".", BOOK_DEPTH), there = file_read(dir, "book.md", true, &buf),
	     good = there ? is_book("book.md", buf_str(&buf)) : errno == ENOENT;
	if (good)
		lock_take(dir, BOOK_LOCK); /* what a killed run has left goes; who may not write may still look */
	if (!good) {
		warn(there ? "%s/book.md is there and is no book: add 'kind: book' to its front matter" : "%s/book.md:",
			name);
	} else if (there) {
		printf("%s is a book already\n", name);
	} else if (file_create(dir, "book.md",
			   vault ? S("---\nkind: book\ndefault-kind: note\nlimit: 3\n---\n" EXPLANATION)
				 : S("---\nkind: book\nlimit: 3\n---\n" EXPLANATION)) == FILE_WRITTEN) {
		printf("made a book in %s; next: nt-new NAME, nt-log NAME call: what was said, nt-due\n", name);
	} else {
		warn("%s/book.md:", name);
		good = false;
	}
	if (good)
		make_folders(dir, vault);
	buf_release(&buf);
	return good;
}

int main(int argc, char **argv)
{
	char **operands = opt_parse(&tool, argc, argv);
	const char *name = *operands ? *operands : ".";
	if (hook && no_git)
		opt_usage();
	int dir = make_path(name) ? open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	if (dir < 0)
		die("%s:", name);
	if (make_book(dir, name) && !no_git) {
		fflush(stdout);
		gitsetup_run(dir, name, argv[0], hook);
	}
	close(dir);
	return finish(STATUS_YES);
}

/* nt-init: make a book: a folder of notes */
#include "base/diag.h"
#include "book/changes.h"
#include "book/gitsetup.h"
#include "book/timer.h"
#include "change/adopt.h"
#include "sys/file.h"
#include "sys/lock.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool hook, no_git, timer;

static const struct opt options[] = {
	{0, "hook", OPT_FLAG, &hook, NULL, "check notes before each commit"},
	{0, "no-git", OPT_FLAG, &no_git, NULL, "leave git alone"},
	{0, "timer", OPT_FLAG, &timer, NULL, "remind every weekday morning, by systemd or a line for cron"},
	OPT_TABLE(changes_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-init", "[DIR]", "make a book: a folder of notes", options, false};

#define EXPLANATION                                                                                                    \
	"\nThis folder is a book of notes for nt: each person is one Markdown file. The keys above are its\n"          \
	"configuration; nt-note(5) lists them all.\n"

/* With the folders on the way, below dir. */
static bool make_folder(int dir, char *name)
{
	for (char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdirat(dir, name, 0777);
		*slash = '/';
	}
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

static void make_folders(struct book *b, bool vault)
{
	const struct config_pairs *folders = &b->config.folders;
	for (size_t i = 0; i < folders->n; i++)
		if (folders->v[i].value.n && (!vault || str_eq(folders->v[i].key, S("person"))))
			make_folder(b->fd, arena_cstr(&b->arena, folders->v[i].value));
}

/* Writes book.md: a new one if before is absent. */
static bool write_book(struct book *b, const char *name, str before, str after)
{
	bool same = str_eq(before, after);
	if (!same && changes_put(b, S("book.md"), before, after) != FILE_WRITTEN) {
		warn("%s/book.md:", name);
		return false;
	}
	if (changes_dry())
		return true;
	if (!before.p)
		printf("made a book in %s; next: nt-new NAME, nt-log NAME call: what was said, nt-due\n", name);
	else
		printf(same ? "%s is a book already\n"
			    : "%s is a book already; added to its book.md what its notes say\n",
			name);
	return true;
}

static bool fill_book(struct book *b, const char *name, str before)
{
	bool vault = holds_notes(b->fd, ".", BOOK_DEPTH);
	str after = before;
	struct adopt ad = {.people = 0};
	struct fault why;
	if (!before.p)
		after = vault ? S("---\nkind: book\ndefault-kind: note\nlimit: 3\n---\n" EXPLANATION)
			      : S("---\nkind: book\nlimit: 3\n---\n" EXPLANATION);
	adopt_configure(b, after);
	if (vault)
		after = adopt_book(&ad, b, after, &why);
	if (!after.p)
		warn_at(book_shown(b, &b->arena, S("book.md")), why.line, why.col, FMT, ARG(why.text));
	bool good = after.p && write_book(b, name, before, after);
	if (good && vault && !str_eq(before, after))
		adopt_say(&ad, b, changes_dry() ? stderr : stdout);
	if (good && !changes_dry())
		make_folders(b, vault);
	adopt_release(&ad);
	return good;
}

static bool make_book(struct book *b, const char *name)
{
	struct buf buf = {0};
	bool there = file_read(b->fd, "book.md", true, &buf),
	     good = there ? is_book("book.md", buf_str(&buf)) : errno == ENOENT;
	if (good && !changes_dry())
		lock_take(b->fd, BOOK_LOCK); /* what a killed run has left goes; who may not write may still look */
	if (good)
		good = fill_book(b, name, there ? arena_dup(&b->arena, buf_str(&buf)) : (str){0});
	else
		warn(there ? "%s/book.md is there and is no book: add 'kind: book' to its front matter" : "%s/book.md:",
			name);
	buf_release(&buf);
	return good;
}

int main(int argc, char **argv)
{
	char **operands = opt_parse(&tool, argc, argv);
	const char *name = *operands ? *operands : ".";
	if (hook && no_git)
		opt_usage();
	struct book book = {.fd = -1};
	if (changes_dry() || make_path(name))
		book.fd = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (book.fd < 0)
		die("%s:", name);
	book.root = arena_dup(&book.arena, str_of(name));
	book.prefix = strcmp(name, ".") == 0 ? S("") : arena_printf(&book.arena, "%s/", name);
	bool made = make_book(&book, name);
	if (made && !no_git && !changes_dry()) {
		fflush(stdout);
		gitsetup_run(book.fd, name, argv[0], hook);
	}
	if (made && timer && changes_dry())
		hint("the timer is left as it is");
	else if (made && timer)
		timer_enable(name, argv[0]);
	int status = changes_end(STATUS_YES);
	book_release(&book);
	return status;
}

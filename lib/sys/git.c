#include "sys/git.h"
#include <stdlib.h>
#include <unistd.h>

static int run(const char *dir, struct run r, const char *const *args)
{
	struct arena a = {0};
	struct buf unread = {0};
	size_t n = 0;
	while (args[n])
		n++;
	const char **argv = arena_array(&a, n + 4, sizeof *argv);
	argv[0] = "git";
	argv[1] = "-C";
	argv[2] = dir;
	for (size_t i = 0; i < n; i++)
		argv[i + 3] = args[i];
	r.args = argv;
	if (!r.in.p)
		r.in = S("");
	if (!r.out)
		r.out = &unread;
	int status = run_wait(&r);
	buf_release(&unread);
	arena_release(&a);
	return status;
}

int git_ask(const char *dir, struct buf *out, const char *const *args)
{
	return run(dir, (struct run){.out = out, .silent = true}, args);
}

int git_run(const char *dir, struct buf *out, const char *const *args)
{
	return run(dir, (struct run){.out = out}, args);
}

int git_give(const char *dir, str in, const char *const *args)
{
	return run(dir, (struct run){.in = in, .silent = true}, args);
}

/* The language of messages alone: names of files are read in the locale as it is. */
int git_hear(const char *dir, struct buf *out, const char *const *args)
{
	const char *old = getenv("LANGUAGE");
	struct arena a = {0};
	char *before = old ? arena_cstr(&a, str_of(old)) : NULL;
	setenv("LANGUAGE", "en", 1);
	int status = run(dir, (struct run){.out = out, .mixed = true}, args);
	if (before)
		setenv("LANGUAGE", before, 1);
	else
		unsetenv("LANGUAGE");
	arena_release(&a);
	return status;
}

str git_line(struct arena *a, const char *dir, const char *const *args)
{
	struct buf out = {0};
	int status = git_ask(dir, &out, args);
	str text = status == 0 ? arena_dup(a, str_chomp(buf_str(&out))) : (str){0};
	buf_release(&out);
	return text.p || status ? text : S("");
}

/* The folder that the branch's remote is, which may be on a stick or a share that is not there. Absent: it is none. */
static str remote_folder(struct arena *a, const char *dir)
{
	str url = git_line(a, dir, GIT("ls-remote", "--get-url"));
	size_t colon = str_chr(url, ':'), slash = str_chr(url, '/');
	if (str_starts(url, S("file://")))
		return str_skip(url, 7);
	if (!url.n || (colon != STR_NONE && (slash == STR_NONE || colon < slash)))
		return (str){0};
	str top = git_line(a, dir, GIT("rev-parse", "--show-toplevel"));
	return str_starts(url, S("/")) ? url : arena_printf(a, FMT "/" FMT, ARG(top), ARG(url));
}

/* In the words of the resolver, the kernel, ssh and curl. */
static bool means_offline(str line)
{
	static const str words[] = {S_INIT("Could not resolve"), S_INIT("Couldn't resolve"), S_INIT("name resolution"),
		S_INIT("Name or service not known"), S_INIT("nodename nor servname"), S_INIT("timed out"),
		S_INIT("No route to host"), S_INIT("Host is down"), S_INIT("etwork is unreachable"),
		S_INIT("onnection refused"), S_INIT("onnection reset"), S_INIT("onnection closed by"),
		S_INIT("Failed to connect to"), S_INIT("Couldn't connect"), S_INIT("returned error: 502"),
		S_INIT("returned error: 503"), S_INIT("returned error: 504")};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_find(line, words[i]) != STR_NONE)
			return true;
	return false;
}

bool git_is_offline(const char *dir, str said)
{
	struct arena a = {0};
	str folder = remote_folder(&a, dir), line;
	bool offline = folder.p && access(arena_cstr(&a, folder), F_OK) != 0;
	/* A side that refuses can be reached, whatever words it has for it. */
	if (str_find(said, S("failed to push some refs")) == STR_NONE)
		while (!offline && str_line(&said, &line))
			offline = !str_starts(line, S("remote:")) && means_offline(line);
	arena_release(&a);
	return offline;
}

bool git_is_race(str said)
{
	str line;
	while (str_line(&said, &line)) {
		bool rejected = str_starts(line, S(" ! [rejected]")) &&
				(str_find(line, S("(fetch first)")) != STR_NONE ||
					str_find(line, S("(non-fast-forward)")) != STR_NONE);
		bool locked = str_find(line, S("cannot lock ref")) != STR_NONE &&
			      (str_find(line, S("but expected")) != STR_NONE ||
				      str_find(line, S(".lock': File exists")) != STR_NONE);
		if (rejected || locked)
			return true;
	}
	return false;
}

bool git_is_rebasing(const char *dir)
{
	struct arena a = {0};
	bool yes = false;
	str paths = git_line(
		    &a, dir, GIT("rev-parse", "--git-path", "rebase-merge", "--git-path", "rebase-apply/rebasing")),
	    path;
	while (!yes && paths.n && str_cut(&paths, '\n', &path)) {
		bool whole = str_starts(path, S("/"));
		str full = whole ? path : arena_printf(&a, "%s/" FMT, dir, ARG(path));
		yes = access(arena_cstr(&a, full), F_OK) == 0;
	}
	arena_release(&a);
	return yes;
}

void git_forget(void)
{
	static const char *const names[] = {
		"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unsetenv(names[i]);
}

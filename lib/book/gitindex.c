#include "book/gitindex.h"

#include "sys/git.h"

bool gitindex_rename(const struct book *b, str from, str to)
{
	struct arena a = {0};
	struct buf out = {0};
	char *root = arena_cstr(&a, b->root), *old = arena_cstr(&a, from);
	str mode, object, stage, full;
	bool good = true;
	/* MODE OBJECT STAGE<tab>PATH, the path from the top of the repository */
	int status = git_ask(root, &out, GIT("--literal-pathspecs", "ls-files", "-s", "-z", "--full-name", "--", old));
	str line = status == 0 ? buf_str(&out) : S("");
	if (str_cut(&line, ' ', &mode) && str_cut(&line, ' ', &object) && str_cut(&line, '\t', &stage) &&
		str_cut(&line, '\0', &full) && str_eq(stage, S("0")) && str_ends(full, from)) {
		str top = str_head(full, full.n - from.n);
		str entry = arena_printf(&a, FMT "," FMT "," FMT FMT, ARG(mode), ARG(object), ARG(top), ARG(to));
		good = git_ask(root, NULL, GIT("update-index", "--add", "--cacheinfo", arena_cstr(&a, entry),
					   "--force-remove", "--", old)) == 0;
	}
	buf_release(&out);
	arena_release(&a);
	return good;
}

#include "change/staged.h"

#include "base/diag.h"
#include "sys/git.h"
#include <unistd.h>

static bool is_there(struct arena *a, str top, str file)
{
	return access(arena_cstr(a, arena_printf(a, FMT "/" FMT, ARG(top), ARG(file))), F_OK) == 0;
}

struct staged staged_read(struct arena *a, const char *root)
{
	struct staged s = {.root = root};
	struct buf out = {0}, entries = {0};
	str top = git_line(a, root, GIT("rev-parse", "--show-toplevel")), old, mode, before, object, how, file;
	git_ask(root, &out,
		GIT("diff-index", "--cached", "--no-renames", "--no-relative", "-z", "HEAD", "--", ":(top)",
			":(exclude)."));
	/* :MODE MODE OBJECT OBJECT HOW<nul>FILE<nul>, the new ones are zero of a file that is out */
	for (str rest = arena_take(a, &out); rest.n && str_cut(&rest, ' ', &old) && str_cut(&rest, ' ', &mode) &&
					     str_cut(&rest, ' ', &before) && str_cut(&rest, ' ', &object) &&
					     str_cut(&rest, '\0', &how) && str_cut(&rest, '\0', &file);) {
		strs_add(a, &s.files, file);
		if (str_eq(how, S("D")) && is_there(a, top, file))
			strs_add(a, &s.risked, file);
		buf_printf(&entries, FMT " " FMT "\t" FMT, ARG(mode), ARG(object), ARG(file));
		buf_putc(&entries, '\0');
	}
	s.entries = arena_take(a, &entries);
	return s;
}

void staged_restore(const struct staged *s)
{
	if (s->files.n && git_give(s->root, s->entries, GIT("update-index", "-z", "--index-info")) != 0)
		warn("what was staged beside the book stands in its files, and could not be staged again");
}

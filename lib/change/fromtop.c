#include "change/fromtop.h"

#include "sys/git.h"

str fromtop_shown(struct arena *a, const struct book *b, str file, bool *beside)
{
	str inside = git_line(a, arena_cstr(a, b->root), GIT("rev-parse", "--show-prefix"));
	bool out = inside.n && !str_starts(file, inside);
	if (beside)
		*beside = out;
	if (!out)
		return book_shown(b, a, str_skip(file, inside.n));
	struct buf up = {0};
	for (size_t i = 0; i < inside.n; i++)
		if (inside.p[i] == '/')
			buf_puts(&up, "../");
	buf_add(&up, file);
	return book_shown(b, a, arena_take(a, &up));
}

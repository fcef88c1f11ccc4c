#include "change/renamed.h"

#include "base/diag.h"
#include "base/utf8.h"

struct renamed {
	struct arena *arena;
	str path, old, now; /* now: folded */
	size_t links;       /* notes with one to the old name */
	str other;          /* the first note of the new name; absent: none */
};

static bool has_link(str bytes, str name)
{
	for (size_t at; (at = str_find(bytes, S("[["))) != STR_NONE;) {
		bytes = str_skip(bytes, at + 2);
		str behind = str_starts(bytes, name) ? str_skip(bytes, name.n) : (str){0};
		if (behind.n && str_chr(S("]|#"), behind.p[0]) != STR_NONE)
			return true;
	}
	return false;
}

static bool is_called(struct note *n, str folded)
{
	struct strs aliases = note_texts(n, S("aliases"));
	bool is =
		str_eq(utf8_fold(n->arena, note_name(n)), folded) || str_eq(utf8_fold(n->arena, note_stem(n)), folded);
	for (size_t i = 0; i < aliases.n && !is; i++)
		is = str_eq(utf8_fold(n->arena, str_trim(aliases.v[i])), folded);
	return is;
}

static bool look(struct note *n, void *ctx)
{
	struct renamed *r = ctx;
	if (str_eq(n->path, r->path) || !note_ok(n))
		return true;
	r->links += has_link(n->bytes, r->old);
	if (!r->other.p && is_called(n, r->now))
		r->other = arena_dup(r->arena, n->shown);
	return true;
}

void renamed_tell(struct book *b, struct note *before, str after)
{
	struct note now = *before;
	now.bytes = after;
	note_begin(&now);
	if (!before->path.p || !note_ok(before) || !note_ok(&now))
		return;
	struct arena *a = before->arena;
	struct renamed r = {a, before->path, note_name(before), utf8_fold(a, note_name(&now)), 0, {0}};
	if (str_eq(utf8_fold(a, r.old), r.now))
		return;
	bool quiet = diag_quiet, aside = diag_aside;
	diag_quiet = diag_aside = true;
	book_walk(b, &(struct book_walk){NULL, look, &r});
	diag_quiet = quiet;
	diag_aside = aside;
	if (r.links && !is_called(&now, utf8_fold(a, r.old)))
		hint(FMT ": %zu note%s to [[" FMT "]], which is nobody now: aliases+='" FMT
			 "' keeps it, nt-mv renames links too",
			ARG(before->shown), r.links, r.links > 1 ? "s link" : " links", ARG(r.old), ARG(r.old));
	if (r.other.p)
		hint(FMT ": " FMT " is called '" FMT "' too: links to that name are ambiguous", ARG(before->shown),
			ARG(r.other), ARG(note_name(&now)));
}

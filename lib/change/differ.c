#include "change/differ.h"

#include "book/names.h"
#include "change/apply.h"
#include "change/relink.h"
#include "text/edit.h"
#include <errno.h>
#include <string.h>

struct differ {
	struct names names;
	str links[2]; /* what leads to each */
	int ids[2];
	size_t other; /* the one that the note at hand is not */
};

static bool index_note(struct note *n, void *ctx)
{
	struct differ *d = ctx;
	if (note_ok(n))
		names_add(&d->names, n);
	return true;
}

/* Absent: the message is out. */
static str link_to(struct book *b, struct differ *d, str path, int id)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n = {0};
	str link = {0};
	if (!book_load(b, &a, &buf, path, &n)) {
		warn_at(book_shown(b, &b->arena, path), 0, 0, "%s", strerror(errno));
	} else if (note_ok(&n)) {
		str target = id < 0 ? names_without_md(path) : relink_to(&a, &d->names, id, note_name(&n));
		link = arena_printf(&b->arena, "[[" FMT "]]", ARG(target));
	}
	buf_release(&buf);
	arena_release(&a);
	return link;
}

static str remember(struct note *n, void *ctx, struct fault *why)
{
	struct differ *d = ctx;
	str key = note_key(n, S("not"));
	if (names_leads(&d->names, n->arena, note_texts(n, S("not")), n->path, d->ids[d->other]))
		return n->bytes;
	return edit_add(n->arena, n->bytes, key, d->links[d->other], why);
}

static int write_both(struct book *b, struct differ *d, const str paths[2])
{
	struct book_walk w = {.visit = index_note, .ctx = d};
	bool good = true;
	diag_aside = true; /* of the other notes */
	book_walk(b, &w);
	diag_aside = false;
	for (size_t i = 0; i < 2; i++) {
		d->ids[i] = names_path(&d->names, paths[i]);
		d->links[i] = link_to(b, d, paths[i], d->ids[i]);
		if (!d->links[i].p)
			return STATUS_TROUBLE;
	}
	if (d->ids[0] < 0 || d->ids[1] < 0)
		return STATUS_TROUBLE;
	for (size_t i = 0; i < 2; i++) {
		d->other = 1 - i;
		good = apply_path(b, paths[i], remember, d) && good;
	}
	return good ? STATUS_YES : STATUS_TROUBLE;
}

int differ_note(struct book *b, const char *name, const char *other)
{
	struct differ d = {0};
	int answer;
	str paths[2] = {apply_target(b, str_of(name), &answer)};
	if (!paths[0].p)
		return answer;
	paths[1] = apply_target(b, str_of(other), &answer);
	if (!paths[1].p)
		return answer;
	if (str_eq(paths[0], paths[1])) {
		warn_at(book_shown(b, &b->arena, paths[0]), 0, 0, "'%s' and '%s' are this one note", name, other);
		return STATUS_TROUBLE;
	}
	int lock = save_lock(b);
	answer = write_both(b, &d, paths);
	save_unlock(lock);
	names_release(&d.names);
	return answer;
}

#include "change/move.h"

#include "change/apply.h"
#include "base/diag.h"
#include "book/changes.h"
#include "sys/file.h"
#include "book/notepath.h"
#include "change/rename.h"
#include "change/sortname.h"
#include "base/term.h"
#include "book/gitindex.h"
#include "book/state.h"
#include "book/undo.h"
#include "base/utf8.h"
#include <errno.h>
#include <string.h>

/* --- the note itself */

/* Of the aliases that were added those that stay, or those that go again. */
static struct strs added(struct arena *a, const struct moveplan *m, bool staying)
{
	struct strs some = {0};
	for (size_t i = 0; i < m->add.n; i++)
		if (staying == (m->keep && str_eq(m->add.v[i], m->links.old_name)))
			strs_add(a, &some, m->add.v[i]);
	return some;
}

/* The note as it is to be in the end, made from what it was before all this. */
static str final_bytes(struct note *n, const struct moveplan *m, struct fault *why)
{
	struct note now = *n;
	str bytes = relink_note(n, &m->links, why);
	if (!bytes.p)
		return bytes;
	now.bytes = bytes;
	note_begin(&now);
	bytes = rename_note(&now, m->links.old_name, m->links.new_name, m->links.new_path, why);
	return bytes.p ? rename_add(n, bytes, added(n->arena, m, true), why) : bytes;
}

/* --- making it */

static bool is_done(const struct moveplan *m)
{
	const struct relink *r = &m->links;
	return str_eq(r->old_path, r->new_path) && str_eq(r->old_name, r->new_name);
}

static str prepare(struct note *n, void *ctx, struct fault *why)
{
	struct moveplan *m = ctx;
	str bytes = rename_note(n, m->links.old_name, m->links.new_name, m->links.new_path, why);
	return bytes.p ? rename_add(n, bytes, m->add, why) : bytes;
}

static bool move_file(struct moveplan *m)
{
	const struct relink *r = &m->links;
	enum file_result result = FILE_WRITTEN;
	bool there;
	if (str_eq(r->old_path, r->new_path))
		return true;
	if (!moveplan_look(m, r->old_path, &there))
		return false;
	if (there)
		result = file_rename(
			m->book->fd, arena_cstr(&m->arena, r->old_path), arena_cstr(&m->arena, r->new_path));
	if (result != FILE_WRITTEN)
		return moveplan_refuse(m, r->new_path, result == FILE_EXISTS ? "exists" : strerror(errno));
	if (!gitindex_rename(m->book, r->old_path, r->new_path))
		hint("git's index still has " FMT, ARG(book_shown(m->book, &m->arena, r->old_path)));
	return true;
}

static bool mentions(const struct moveplan *m, struct arena *a, str bytes)
{
	const struct relink *r = &m->links;
	return utf8_contains(a, bytes, utf8_bare(a, r->old_name)) ||
	       utf8_contains(a, bytes, utf8_bare(a, names_without_md(str_base(r->old_path))));
}

/* Of a body that is read by its list lines alone the rest may hold links. */
static str relinked(struct note *n, void *ctx, struct fault *why)
{
	struct moveplan *m = ctx;
	str bytes = relink_note(n, &m->links, why);
	if (bytes.p && note_body(n)->by_lines && mentions(m, n->arena, bytes))
		m->partly = true;
	return bytes;
}

/* Whether a note that does not parse may hold a link to the old name; of one that cannot be read nobody knows. */
static bool may_link(struct moveplan *m, str path)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	bool may = !book_load(m->book, &a, &buf, path, &n) || mentions(m, &a, n.bytes);
	buf_release(&buf);
	arena_release(&a);
	return may;
}

bool move_is_whole(struct moveplan *m)
{
	bool good = !m->partly;
	for (size_t i = 0; i < m->unread.n; i++)
		good = !may_link(m, m->unread.v[i]) && good;
	return good;
}

static bool relink_all(struct moveplan *m)
{
	bool good = true;
	for (size_t i = 0; i < m->paths.n; i++) {
		str path = m->paths.v[i];
		if (!str_eq(path, m->links.old_path) && !str_eq(path, m->links.new_path))
			good = apply_path(m->book, path, relinked, m) && good;
	}
	return move_is_whole(m) && good;
}

/* The aliases are there as long as the last step is not done. */
static bool is_finished(struct note *n, const struct moveplan *m)
{
	struct strs there = note_texts(n, S("aliases")), gone = added(n->arena, m, false);
	for (size_t i = 0; i < gone.n; i++)
		if (strs_has(there, gone.v[i]))
			return false;
	return m->begun && gone.n;
}

static str end(struct note *n, void *ctx, struct fault *why)
{
	struct moveplan *m = ctx;
	struct note old = *n, now = *n;
	if (is_finished(n, m))
		return n->bytes;
	if (m->with_aliases.p && str_eq(n->bytes, m->with_aliases)) {
		old.bytes = buf_str(&m->before);
		note_begin(&old);
		return final_bytes(&old, m, why);
	}
	str bytes = relink_note(n, &m->links, why);
	struct strs gone = added(n->arena, m, false);
	now.bytes = bytes;
	return bytes.p ? rename_take(&now, bytes, gone, m->no_aliases && gone.n == m->add.n, why) : bytes;
}

/* Whether each note can be written as it is to be. Asked before anything is. */
static bool check_note(struct moveplan *m, str path, change_fn *change)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct fault why = {0};
	struct note n;
	bool good = moveplan_load(m, &a, &buf, path, &n) && change(&n, m, &why).p;
	if (why.text.p)
		note_warn(&n, why.line, why.col, FMT, ARG(why.text));
	buf_release(&buf);
	arena_release(&a);
	return good;
}

static str made(struct note *n, void *ctx, struct fault *why)
{
	return final_bytes(n, ctx, why);
}

static bool check_all(struct moveplan *m)
{
	str old = m->links.old_path;
	bool good = check_note(m, old, prepare) && check_note(m, old, made);
	for (size_t i = 0; i < m->paths.n; i++)
		if (!str_eq(m->paths.v[i], old))
			good = check_note(m, m->paths.v[i], relinked) && good;
	return good;
}

/* The first step, without a report: the aliases are nobody's business. False: nothing is written. */
static bool add_aliases(struct moveplan *m)
{
	bool there;
	return moveplan_look(m, m->links.old_path, &there) &&
	       (!there || save_change(m->book, m->links.old_path, prepare, m) != SAVE_FAILED);
}

/* So that the last step can tell whether somebody has changed the note since. */
static bool keep_sight(struct moveplan *m)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	bool good = m->begun || moveplan_load(m, &a, &buf, m->links.old_path, &n);
	if (good && !m->begun)
		m->with_aliases = arena_dup(&m->arena, n.bytes);
	buf_release(&buf);
	arena_release(&a);
	return good;
}

static void tell_stale(const struct moveplan *m, const struct note *n)
{
	struct note old = *n;
	old.bytes = buf_str(&m->before);
	note_begin(&old);
	sortname_tell(&old, n->bytes);
}

static bool finish_note(struct moveplan *m)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	bool good = save_change(m->book, m->links.new_path, end, m) != SAVE_FAILED &&
		    moveplan_load(m, &a, &buf, m->links.new_path, &n);
	if (good && m->before.n) {
		apply_report(&n, buf_str(&m->before), n.bytes);
		tell_stale(m, &n);
	}
	buf_release(&buf);
	arena_release(&a);
	return good;
}

static void report_move(struct moveplan *m)
{
	const struct relink *r = &m->links;
	if (str_eq(r->old_path, r->new_path))
		return;
	term_put(stdout, book_shown(m->book, &m->arena, r->new_path));
	fputs(":1: was ", stdout);
	term_put(stdout, book_shown(m->book, &m->arena, r->old_path));
	putchar('\n');
}

/* What tools remember of the note, by its path. */
static bool move_state(struct moveplan *m)
{
	const struct relink *r = &m->links;
	return str_eq(r->old_path, r->new_path) ||
	       (undo_moved(m->book, r->old_path, r->new_path) &&
		       state_moved(m->book, STATE_REMINDED, r->old_path, r->new_path));
}

static bool make(struct moveplan *m)
{
	if (!keep_sight(m) || !move_file(m) || !move_state(m))
		return false;
	report_move(m);
	if (relink_all(m))
		return finish_note(m);
	hint("not every link could be rewritten; the old name stays an alias until all are");
	return false;
}

int move_make(struct moveplan *m)
{
	if (is_done(m))
		return STATUS_YES;
	if (!m->begun && (!check_all(m) || !moveplan_keep(m)))
		return STATUS_TROUBLE;
	bool begun = add_aliases(m);
	if (!begun && !m->begun)
		moveplan_drop(m);
	else if (begun && make(m))
		return moveplan_drop(m) ? STATUS_YES : STATUS_TROUBLE;
	else
		moveplan_hint(m);
	return STATUS_TROUBLE;
}

/* --- a dry run */

static bool tell_note(struct moveplan *m, str path, change_fn *change, str then, move_fn *tell, void *ctx)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct fault why = {0};
	struct note n;
	str after = {0};
	if (moveplan_load(m, &a, &buf, path, &n)) {
		str before = n.bytes;
		after = change(&n, m, &why);
		if (after.p)
			tell(path, then, before, after, ctx);
		else
			note_warn(&n, why.line, why.col, FMT, ARG(why.text));
	}
	buf_release(&buf);
	arena_release(&a);
	return after.p != NULL;
}

bool move_each(struct moveplan *m, move_fn *tell, void *ctx)
{
	const struct relink *r = &m->links;
	bool moved = !notepath_taken(m->book, r->old_path), good;
	if (is_done(m))
		return true;
	if (m->begun)
		good = tell_note(m, moved ? r->new_path : r->old_path, end, r->new_path, tell, ctx);
	else
		good = tell_note(m, r->old_path, made, r->new_path, tell, ctx);
	for (size_t i = 0; i < m->paths.n; i++)
		if (!str_eq(m->paths.v[i], r->old_path) && !str_eq(m->paths.v[i], r->new_path))
			good = tell_note(m, m->paths.v[i], relinked, m->paths.v[i], tell, ctx) && good;
	return good;
}

struct patching {
	struct book *book;
	struct buf *out;
};

static void patch_note(str path, str then, str before, str after, void *ctx)
{
	struct patching *p = ctx;
	changes_patch(p->out, p->book, path, then, before, after);
}

void move_patch(struct moveplan *m, struct buf *out)
{
	struct patching p = {m->book, out};
	move_each(m, patch_note, &p);
}

void move_release(struct moveplan *m)
{
	names_release(&m->names);
	buf_release(&m->before);
	arena_release(&m->arena);
}

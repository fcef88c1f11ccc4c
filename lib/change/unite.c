#include "change/unite.h"

#include "base/diag.h"
#include "base/term.h"
#include "book/changes.h"
#include "book/resolve.h"
#include "book/save.h"
#include "book/state.h"
#include "change/alsocalled.h"
#include "change/apply.h"
#include "change/onelink.h"
#include "change/relink.h"
#include "change/rename.h"
#include "change/united.h"
#include <errno.h>
#include <string.h>

struct uniting {
	struct book *book;
	struct arena arena;
	str path, other; /* of the note that stays, of the one that goes */
	struct names names;
	int id;
	struct relink links;
	struct onelink one;
	struct strs paths;   /* of notes that may have links */
	struct strs unread;  /* of those that cannot be read */
	struct strs aliases; /* that it gets */
	struct strs theirs;  /* what the other is called */
};

static bool refuse(struct uniting *u, str path, const char *why)
{
	warn_at(book_shown(u->book, &u->arena, path), 0, 0, "%s", why);
	return false;
}

static bool has_name(struct uniting *u, struct strs list, str name)
{
	for (size_t i = 0; i < list.n; i++)
		if (names_same(&u->arena, list.v[i], name))
			return true;
	return false;
}

/* Without the aliases that a run which was stopped has given it: by these names the other is meant, as it was then. */
static int index_first(struct uniting *u, struct note *n)
{
	struct strs aliases = note_texts(n, S("aliases")), given = {0};
	struct fault why = {0};
	struct note bare = {.config = n->config, .arena = n->arena, .path = n->path, .shown = n->shown};
	for (size_t i = 0; i < aliases.n; i++)
		if (has_name(u, u->theirs, aliases.v[i]))
			strs_add(n->arena, &given, aliases.v[i]);
	bare.bytes = given.n ? rename_take(n, n->bytes, given, false, &why) : n->bytes;
	if (!bare.bytes.p)
		return names_add(&u->names, n);
	note_begin(&bare);
	return names_add(&u->names, &bare);
}

static bool index_note(struct note *n, void *ctx)
{
	struct uniting *u = ctx;
	if (!note_ok(n)) {
		strs_add(&u->arena, &u->unread, arena_dup(&u->arena, n->path));
		return true;
	}
	int id = str_eq(n->path, u->path) ? index_first(u, n) : names_add(&u->names, n);
	if (memchr(n->bytes.p, '[', n->bytes.n) || str_eq(n->path, S("book.md")))
		strs_add(&u->arena, &u->paths, u->names.paths.v[id]);
	return true;
}

static bool load(struct uniting *u, struct arena *a, struct buf *buf, str path, struct note *n)
{
	if (changes_load(u->book, a, buf, path, n))
		return note_ok(n);
	return refuse(u, path, strerror(errno));
}

/* What leads to the note and to no other: this, else its path. */
static str leading(struct uniting *u, str target)
{
	return names_target(&u->names, &u->arena, target) == u->id ? target : names_without_md(u->path);
}

static void read_names(struct uniting *u, struct note *other)
{
	struct strs aliases = note_texts(other, S("aliases"));
	strs_add(&u->arena, &u->theirs, arena_dup(&u->arena, note_name(other)));
	strs_add(&u->arena, &u->theirs, arena_dup(&u->arena, note_stem(other)));
	for (size_t i = 0; i < aliases.n; i++)
		strs_add(&u->arena, &u->theirs, arena_dup(&u->arena, aliases.v[i]));
}

/* not: [[B]] in A, or the other way round. */
static bool differ(struct uniting *u, struct note *n, str other)
{
	return names_leads(&u->names, n->arena, note_texts(n, S("not")), n->path, names_path(&u->names, other));
}

static bool plan(struct uniting *u, struct note *n, struct note *other)
{
	struct relink *r = &u->links;
	if (!str_eq(note_kind(n), note_kind(other)))
		return refuse(u, u->other, "of another kind: only notes of one kind become one");
	if (differ(u, n, u->other) || differ(u, other, u->path))
		return refuse(u, u->path, "not: says that these are two");
	*r = (struct relink){.book = u->book, .names = &u->names, .id = names_path(&u->names, u->other), .joins = true};
	u->one = (struct onelink){&u->names, u->id, r->id};
	r->old_path = u->other;
	r->new_path = u->path;
	r->old_name = arena_dup(&u->arena, note_name(other));
	r->new_name = arena_dup(&u->arena, note_name(n));
	r->name = leading(u, relink_name(&u->arena, r->new_name, u->path));
	r->file = leading(u, names_without_md(str_base(u->path)));
	u->aliases = alsocalled(&u->arena, n, other, u->unread.n > 0);
	return true;
}

static struct note read_as(const struct note *n, str path, str bytes)
{
	struct note now = {.config = n->config, .arena = n->arena, .path = path, .shown = n->shown, .bytes = bytes};
	note_begin(&now);
	return now;
}

static str relinked(struct note *n, void *ctx, struct fault *why)
{
	struct uniting *u = ctx;
	struct note once = read_as(n, n->path, onelink_note(&u->one, n));
	return relink_note(&once, &u->links, why);
}

/* The other note as it would stand at the path of this one. A path in it that led nowhere may lead to the other from
 * there: so once more, as a note that stays. */
static str moved_here(struct uniting *u, struct note *now, struct note *other, struct fault *why)
{
	str bytes = relinked(other, u, why);
	if (!bytes.p)
		return bytes;
	struct note here = read_as(other, now->path, bytes);
	here = read_as(other, now->path, onelink_rest(&u->one, &here, now));
	return relink_note(&here, &u->links, why);
}

/* The note that stays, with all that is in the other. */
static str united(struct note *n, void *ctx, struct fault *why)
{
	struct uniting *u = ctx;
	struct buf buf = {0};
	struct note other;
	str bytes = {0}, own = relinked(n, u, why);
	if (own.p && load(u, n->arena, &buf, u->other, &other)) {
		struct note now = read_as(n, n->path, own);
		str moved = moved_here(u, &now, &other, why);
		struct note then = read_as(&other, other.path, moved);
		struct united result = moved.p ? united_note(&now, &then, u->aliases) : (struct united){.why = *why};
		bytes = arena_dup(n->arena, result.bytes);
		*why = result.why;
		if (!bytes.p && result.whose == other.shown.p) {
			note_warn(&other, why->line, why->col, FMT, ARG(why->text));
			why->text = (str){0};
		}
	}
	buf_release(&buf);
	return bytes;
}

static bool check(struct uniting *u, str path, change_fn *change)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct fault why = {0};
	struct note n;
	bool good = load(u, &a, &buf, path, &n) && change(&n, u, &why).p;
	if (why.text.p)
		note_warn(&n, why.line, why.col, FMT, ARG(why.text));
	buf_release(&buf);
	arena_release(&a);
	return good;
}

static bool is_one(const struct uniting *u, str path)
{
	return str_eq(path, u->path) || str_eq(path, u->other);
}

/* All of it before anything is written. */
static bool check_all(struct uniting *u)
{
	bool good = check(u, u->path, united);
	for (size_t i = 0; i < u->paths.n; i++)
		if (!is_one(u, u->paths.v[i]))
			good = check(u, u->paths.v[i], relinked) && good;
	return good;
}

/* The bytes of the other note are in the one that stays: those, and no others, may go. */
static bool remove_other(struct uniting *u, str before)
{
	switch (changes_remove(u->book, u->other, before)) {
	case FILE_WRITTEN:
	case FILE_GONE:
		return true;
	case FILE_CHANGED:
		return refuse(u, u->other, "changed meanwhile: nothing of that is lost; run it again");
	default:
		return refuse(u, u->other, strerror(errno));
	}
}

/* What tools remember of the other is remembered of the one that stays. */
static bool move_state(struct uniting *u)
{
	return changes_dry() || state_moved(u->book, STATE_REMINDED, u->other, u->path);
}

/* Comments in front matter say what only their writer knows: where they belong, too. */
static bool has_comment(struct note *n)
{
	str yaml = n->pieces.yaml, line;
	while (str_line(&yaml, &line)) {
		bool quotes = str_chr(line, '"') != STR_NONE || str_chr(line, '\'') != STR_NONE;
		if (str_starts(str_trim(line), S("#")) || (!quotes && str_find(line, S(" #")) != STR_NONE))
			return true;
	}
	return false;
}

/* Who was linked with the other is now linked with oneself. */
static void tell_own_links(struct uniting *u)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	const struct links *links = load(u, &a, &buf, u->path, &n) ? note_links(&n) : NULL;
	for (size_t i = 0; links && i < links->n; i++)
		if (names_link(&u->names, &a, &links->v[i], u->path) == u->id) {
			hint(FMT " links to itself now: " FMT, ARG(n.shown), ARG(links->v[i].raw));
			break;
		}
	buf_release(&buf);
	arena_release(&a);
}

static void report(struct uniting *u, struct note *other)
{
	if (has_comment(other))
		hint(FMT ": comments in its front matter are not taken over", ARG(other->shown));
	if (changes_dry())
		return;
	tell_own_links(u);
	term_put(stdout, book_shown(u->book, &u->arena, u->path));
	fputs(":1: is ", stdout);
	term_put(stdout, book_shown(u->book, &u->arena, u->other));
	fputs(" too\n", stdout);
	for (size_t i = 0; i < u->unread.n; i++)
		hint(FMT " cannot be read: links by path in it are as they were",
			ARG(book_shown(u->book, &u->arena, u->unread.v[i])));
}

static bool make(struct uniting *u)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note other;
	bool good = true;
	for (size_t i = 0; i < u->paths.n && good; i++)
		if (!is_one(u, u->paths.v[i]))
			good = apply_path(u->book, u->paths.v[i], relinked, u);
	good = good && load(u, &a, &buf, u->other, &other);
	str before = good ? arena_dup(&a, other.bytes) : S("");
	good = good && apply_path(u->book, u->path, united, u) && move_state(u) && remove_other(u, before);
	if (good)
		report(u, &other);
	buf_release(&buf);
	arena_release(&a);
	return good;
}

static int unite(struct uniting *u)
{
	struct arena a = {0};
	struct buf buf[2] = {{0}, {0}};
	struct note n, other;
	struct book_walk w = {.visit = index_note, .ctx = u};
	bool good = load(u, &a, &buf[0], u->path, &n) && load(u, &a, &buf[1], u->other, &other);
	if (good)
		read_names(u, &other);
	diag_aside = true; /* of the other notes */
	bool all = book_walk(u->book, &w);
	diag_aside = false;
	u->id = names_path(&u->names, u->path);
	good = good && plan(u, &n, &other);
	if (good && !all)
		good = refuse(u, u->other,
			"nothing is done: not all of the book could be read, and there may be links to it");
	good = good && check_all(u) && make(u);
	buf_release(&buf[0]);
	buf_release(&buf[1]);
	arena_release(&a);
	return good ? STATUS_YES : STATUS_TROUBLE;
}

/* The other may be gone because it was joined. */
static int tell_nobody(struct uniting *u, const char *name)
{
	if (u->path.p)
		hint("nobody is called '%s'; if it was joined with " FMT ", that is done", name,
			ARG(book_shown(u->book, &u->arena, u->path)));
	else
		hint("nobody is called '%s'", name);
	return STATUS_NO;
}

/* Twice the same word is a slip; two names of one note are what a join leaves. */
static int tell_one(struct uniting *u, str name, str other)
{
	if (names_same(&u->arena, name, other)) {
		refuse(u, u->path, "both are this note");
		return STATUS_TROUBLE;
	}
	hint(FMT ": '" FMT "' and '" FMT "' are one note already", ARG(book_shown(u->book, &u->arena, u->path)),
		ARG(name), ARG(other));
	return STATUS_YES;
}

int unite_notes(struct book *b, const char *name, const char *other)
{
	struct uniting u = {.book = b};
	bool none = false;
	int answer = STATUS_TROUBLE, lock = save_lock(b);
	u.path = resolve_name(b, str_of(name), &none);
	if (u.path.p)
		u.other = resolve_other(b, str_of(other), u.path, &none);
	if (none)
		answer = tell_nobody(&u, u.path.p ? other : name);
	else if (u.path.p && u.other.p && str_eq(u.path, u.other))
		answer = tell_one(&u, str_of(name), str_of(other));
	else if (u.path.p && u.other.p)
		answer = unite(&u);
	save_unlock(lock);
	names_release(&u.names);
	arena_release(&u.arena);
	return answer;
}

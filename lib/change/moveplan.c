#include "change/moveplan.h"

#include "change/apply.h"
#include "base/diag.h"
#include "sys/file.h"
#include "base/json.h"
#include "book/notepath.h"
#include "change/rename.h"
#include "base/visible.h"
#include "base/utf8.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

bool moveplan_load(struct moveplan *m, struct arena *a, struct buf *buf, str path, struct note *n)
{
	if (book_load(m->book, a, buf, path, n))
		return note_ok(n);
	warn_at(book_shown(m->book, a, path), 0, 0, "%s", strerror(errno));
	return false;
}

bool moveplan_refuse(struct moveplan *m, str path, const char *reason)
{
	warn_at(book_shown(m->book, &m->arena, path), 0, 0, "%s", reason);
	return false;
}

/* --- the plan on disk */

#define PLAN_FIXED 8

bool moveplan_keep(struct moveplan *m)
{
	struct buf b = {0};
	const struct relink *r = &m->links;
	str fixed[PLAN_FIXED] = {m->typed[0], m->typed[1], m->keep ? S("keep") : S("drop"),
		m->no_aliases ? S("none") : S("some"), r->old_path, r->new_path, r->old_name, r->new_name};
	struct strs all = {0};
	for (size_t i = 0; i < PLAN_FIXED; i++)
		strs_add(&m->arena, &all, fixed[i]);
	for (size_t i = 0; i < m->add.n; i++)
		strs_add(&m->arena, &all, m->add.v[i]);
	json_strings(&b, all);
	buf_putc(&b, '\n');
	bool good = file_create(m->book->fd, MOVEPLAN_FILE, buf_str(&b)) == FILE_WRITTEN;
	if (!good)
		warn("%s:", MOVEPLAN_FILE);
	buf_release(&b);
	return good;
}

bool moveplan_drop(struct moveplan *m)
{
	if (unlinkat(m->book->fd, MOVEPLAN_FILE, 0) == 0)
		return true;
	warn("%s:", MOVEPLAN_FILE);
	return false;
}

/* What stands in the file of the plan. */
enum on_disk { NO_PLAN, PLAN, NOT_A_PLAN, NOT_READ };

static enum on_disk read_plan(struct moveplan *m)
{
	struct buf b = {0};
	struct strs all = {0};
	struct relink *r = &m->links;
	bool read = file_read(m->book->fd, MOVEPLAN_FILE, true, &b);
	if (!read && errno != ENOENT)
		warn("%s:", MOVEPLAN_FILE);
	bool good = read && json_read(&m->arena, str_trim(arena_dup(&m->arena, buf_str(&b))), &all) &&
		    all.n >= PLAN_FIXED && !notepath_fault(m->book, all.v[4]) && !notepath_fault(m->book, all.v[5]);
	buf_release(&b);
	if (!good)
		return read ? NOT_A_PLAN : errno == ENOENT ? NO_PLAN : NOT_READ;
	m->typed[0] = all.v[0];
	m->typed[1] = all.v[1];
	m->keep = str_eq(all.v[2], S("keep"));
	m->no_aliases = str_eq(all.v[3], S("none"));
	r->old_path = all.v[4];
	r->new_path = all.v[5];
	r->old_name = all.v[6];
	r->new_name = all.v[7];
	m->add = (struct strs){all.v + PLAN_FIXED, all.n - PLAN_FIXED};
	return PLAN;
}

bool moveplan_look(struct moveplan *m, str path, bool *there)
{
	return notepath_look(m->book, path, there) || moveplan_refuse(m, path, strerror(errno));
}

/* --- the book */

static void keep_aliases(struct moveplan *m, struct note *n)
{
	struct strs aliases = note_texts(n, S("aliases"));
	for (size_t i = 0; i < aliases.n; i++)
		strs_add(&m->arena, &m->aliases, arena_dup(&m->arena, aliases.v[i]));
}

static bool index_note(struct note *n, void *ctx)
{
	struct moveplan *m = ctx;
	if (!note_ok(n)) {
		strs_add(&m->arena, &m->unread, arena_dup(&m->arena, n->path));
		return true;
	}
	int id = names_add(&m->names, n);
	if (str_eq(n->path, m->links.old_path) || str_eq(n->path, m->links.new_path))
		keep_aliases(m, n);
	if (memchr(n->bytes.p, '[', n->bytes.n) || str_eq(n->path, S("book.md")))
		strs_add(&m->arena, &m->paths, m->names.paths.v[id]);
	return true;
}

static void read_book(struct moveplan *m)
{
	struct book_walk w = {.visit = index_note, .ctx = m};
	m->partly = !book_walk(m->book, &w);
}

static bool has_folded(struct arena *a, struct strs list, str text)
{
	for (size_t i = 0; i < list.n; i++)
		if (names_same(a, list.v[i], text))
			return true;
	return false;
}

/* --- planning */

static bool is_path(str typed)
{
	return str_chr(typed, '/') != STR_NONE || str_ends(typed, S(".md"));
}

/* A path that need not be there: its folder as the user sees it, else below the book. */
static str typed_path(struct moveplan *m, str typed, str base)
{
	struct arena *a = &m->arena;
	str whole = book_path(m->book, a, typed);
	bool folder = str_ends(typed, S("/")) || (whole.p && !str_ends(whole, S(".md"))),
	     absolute = str_starts(typed, S("/"));
	while (str_ends(typed, S("/")))
		typed.n--;
	str dir = folder ? typed : str_dir(typed), name = folder ? base : str_base(typed);
	if (!dir.n)
		dir = absolute ? S("/") : S(".");
	str below = book_path(m->book, a, dir);
	if (!below.p)
		below = str_starts(dir, S("./")) ? str_skip(dir, 2) : dir;
	if (!str_ends(name, S(".md")))
		name = arena_printf(a, FMT ".md", ARG(name));
	return below.n ? arena_printf(a, FMT "/" FMT, ARG(below), ARG(name)) : name;
}

/* The file that goes with the new name: a new slug for an old one, a new name for an old one, else the same. */
static str path_for_name(struct moveplan *m, struct note *n, bool from_file)
{
	struct arena *a = &m->arena;
	str stem = note_stem(n), dir = str_dir(n->path), name = m->links.new_name, slug = utf8_slug(a, name),
	    file = stem;
	const char *slash = dir.n ? "/" : "";
	if (!from_file && str_eq(stem, utf8_slug(a, m->links.old_name)))
		file = slug;
	else if (from_file || str_eq(stem, m->links.old_name))
		file = name;
	str path = arena_printf(a, FMT "%s" FMT ".md", ARG(dir), slash, ARG(file));
	for (int i = 2; str_eq(file, slug) && !str_eq(path, n->path) && notepath_taken(m->book, path); i++)
		path = arena_printf(a, FMT "%s" FMT "-%d.md", ARG(dir), slash, ARG(slug), i);
	return path;
}

static bool is_free_name(struct moveplan *m, str name, str own)
{
	int id = names_target(&m->names, &m->arena, name);
	if (id == NAMES_NONE || id == m->links.id)
		return true;
	return moveplan_refuse(
		m, id >= 0 ? m->names.paths.v[id] : own, id >= 0 ? "has that name" : "several notes have that name");
}

static bool is_one_line(str name)
{
	return name.n && visible_plain(name) == name.n && str_eq(str_trim(name), name);
}

static bool plan_names(struct moveplan *m, struct note *n)
{
	struct relink *r = &m->links;
	str typed = m->typed[1];
	bool from_file = rename_by_file(n);
	r->old_name = arena_dup(&m->arena, note_name(n));
	r->new_name = typed;
	if (is_path(typed)) {
		r->new_path = typed_path(m, typed, str_base(r->old_path));
		r->new_name = from_file ? names_without_md(str_base(r->new_path)) : r->old_name;
	} else if (!is_one_line(typed)) {
		warn("not a name: '" FMT "'", ARG(typed));
		return false;
	} else {
		r->new_path = path_for_name(m, n, from_file);
	}
	const char *fault = notepath_fault(m->book, r->new_path);
	if (fault)
		return moveplan_refuse(m, r->new_path, fault);
	bool taken = false;
	if (!str_eq(r->new_path, r->old_path) && !moveplan_look(m, r->new_path, &taken))
		return false;
	if (taken)
		return moveplan_refuse(m, r->new_path, "exists");
	return (str_eq(r->new_name, r->old_name) || is_free_name(m, r->new_name, n->path)) &&
	       (str_eq(str_base(r->new_path), str_base(r->old_path)) ||
		       is_free_name(m, names_without_md(str_base(r->new_path)), n->path));
}

/* What links may call it now and not then. */
static void plan_aliases(struct moveplan *m, struct note *n)
{
	struct arena *a = &m->arena;
	const struct relink *r = &m->links;
	struct strs there = m->aliases;
	str old[] = {r->old_name, names_without_md(str_base(r->old_path)), names_without_md(r->old_path)};
	bool same_path = str_eq(r->old_path, r->new_path);
	m->no_aliases = !note_field(n, S("aliases"));
	for (size_t i = 0; i < 3; i++) {
		bool stays = (i == 0 && names_same(a, r->old_name, r->new_name)) || (i > 0 && same_path) ||
			     (i == 1 && str_eq(str_base(r->old_path), str_base(r->new_path))) ||
			     has_folded(a, there, old[i]) || has_folded(a, m->add, old[i]);
		if (!stays)
			strs_add(a, &m->add, arena_dup(a, old[i]));
	}
}

/* What links may call it now and then. */
static void plan_stay(struct moveplan *m)
{
	struct relink *r = &m->links;
	strs_add(&m->arena, &r->stay, r->new_name);
	strs_add(&m->arena, &r->stay, names_without_md(str_base(r->new_path)));
	for (size_t i = 0; i < m->aliases.n; i++)
		if (!has_folded(&m->arena, m->add, m->aliases.v[i]))
			strs_add(&m->arena, &r->stay, m->aliases.v[i]);
}

/* --- one that was stopped */

void moveplan_hint(const struct moveplan *m)
{
	hint("a move was stopped: nt-mv '" FMT "' '" FMT "', or nt-mv --continue, ends it; nt-mv --abort gives it up",
		ARG(m->typed[0]), ARG(m->typed[1]));
}

/* What is not ended blocks all others, so each message says how it ends. */
static bool is_good_plan(struct moveplan *m, enum on_disk found)
{
	struct relink *r = &m->links;
	bool old, new;
	if (found == NOT_A_PLAN)
		warn("%s: not what nt-mv writes there; nt-mv --abort removes it", MOVEPLAN_FILE);
	if (found != PLAN || !moveplan_look(m, r->old_path, &old) || !moveplan_look(m, r->new_path, &new))
		return false;
	if (old || new)
		return true;
	warn("%s: the note of a stopped move is gone: '" FMT "'; nt-mv --abort forgets the move", MOVEPLAN_FILE,
		ARG(r->old_path));
	return false;
}

static bool none_stopped(int *answer)
{
	hint("no move was stopped");
	*answer = STATUS_NO;
	return false;
}

static bool plan(struct moveplan *m, int *answer)
{
	struct note n = {0};
	str path = apply_target(m->book, m->typed[0], answer);
	if (!path.p)
		return false;
	*answer = STATUS_TROUBLE;
	if (str_eq(path, S("book.md")))
		return moveplan_refuse(m, path, "it makes this folder a book, and keeps its name");
	if (!moveplan_load(m, &m->arena, &m->before, path, &n))
		return false;
	m->links.old_path = arena_dup(&m->arena, path);
	read_book(m);
	m->links.id = names_path(&m->names, path);
	if (m->links.id < 0)
		return moveplan_refuse(m, path, "no note of the book");
	if (!plan_names(m, &n))
		return false;
	plan_aliases(m, &n);
	return true;
}

/* Takes up the one that was stopped. */
static bool resume(struct moveplan *m, enum on_disk found)
{
	if (!is_good_plan(m, found))
		return false;
	m->begun = true;
	read_book(m);
	m->links.id = names_path(&m->names, m->links.old_path);
	if (m->links.id < 0)
		m->links.id = names_path(&m->names, m->links.new_path);
	if (m->links.id < 0)
		moveplan_hint(m);
	return m->links.id >= 0;
}

static bool is_same(const struct moveplan *m, const char *name, const char *new_name)
{
	return str_eq(m->typed[0], str_of(name)) && str_eq(m->typed[1], str_of(new_name));
}

bool moveplan_make(struct moveplan *m, struct book *b, const char *name, const char *new_name, bool keep, int *answer)
{
	*m = (struct moveplan){.book = b, .links = {.book = b, .names = &m->names}};
	*answer = STATUS_TROUBLE;
	enum on_disk found = read_plan(m);
	if (found == NO_PLAN && !name)
		return none_stopped(answer);
	if (found == NO_PLAN) {
		m->typed[0] = str_of(name);
		m->typed[1] = str_of(new_name);
		m->keep = keep;
	} else if (name && found == PLAN && !is_same(m, name, new_name)) {
		if (is_good_plan(m, found)) {
			warn("another move comes first");
			moveplan_hint(m);
		}
		return false;
	}
	if (found == NO_PLAN ? !plan(m, answer) : !resume(m, found))
		return false;
	plan_stay(m);
	m->links.name = relink_name(&m->arena, m->links.new_name, m->links.new_path);
	m->links.file = names_without_md(str_base(m->links.new_path));
	*answer = STATUS_YES;
	return true;
}

int moveplan_abort(struct moveplan *m, struct book *b)
{
	int answer;
	*m = (struct moveplan){.book = b};
	enum on_disk found = read_plan(m);
	if (found == NO_PLAN) {
		none_stopped(&answer);
		return answer;
	}
	if (!moveplan_drop(m))
		return STATUS_TROUBLE;
	if (found == PLAN)
		hint("gave up: nt-mv '" FMT "' '" FMT "'; what was changed stays, and so do the old names, as aliases",
			ARG(m->typed[0]), ARG(m->typed[1]));
	return STATUS_YES;
}

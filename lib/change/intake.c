#include "change/intake.h"

#include "note/sight.h"
#include "change/apply.h"
#include "book/changes.h"
#include "book/create.h"
#include "book/ids.h"
#include "base/diag.h"
#include "base/map.h"
#include "text/edit.h"
#include "change/identity.h"
#include "change/join.h"
#include "change/row.h"
#include "book/notepath.h"
#include "base/term.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TOLD  3  /* notes that are named, of many */
#define TRIES 20 /* saves of another program, one in the middle of each of ours */

/* A conflict, or a note that is not what the stream says it was: said, and left. */
static void leave(struct intake *s, str shown, size_t line, str text)
{
	if (line)
		hint(FMT ":%zu: " FMT, ARG(shown), line, ARG(text));
	else
		hint(FMT ": " FMT, ARG(shown), ARG(text));
	s->answer = STATUS_NO;
}

static void report(const struct note *n, str before, str after)
{
	if (!changes_dry())
		apply_report(n, before, after);
}

/* What nt-harvest has put into a note that stands in the book now is not to be given again. */
static void keep_harvested(struct intake *s, struct note *n)
{
	struct strs ids = changes_dry() ? (struct strs){0} : note_annotation_list(n, S("harvested"));
	for (size_t i = 0; i < ids.n; i++)
		strs_add(&s->arena, &s->harvested, arena_dup(&s->arena, ids.v[i]));
}

/* A note of the book, over the very file it was read from. */
static enum intake_end save_known(struct intake *s, struct note *n, struct arena *a, struct buf *buf)
{
	struct note there;
	if (!changes_load(s->book, a, buf, n->path, &there)) {
		if (errno == ENOENT || errno == ENOTDIR)
			leave(s, n->shown, 0, S("gone, moved or another book"));
		else
			warn_at(n->shown, 0, 0, "%s", strerror(errno));
		return INTAKE_LEFT;
	}
	if (str_eq(there.bytes, n->bytes)) {
		keep_harvested(s, n);
		return INTAKE_JOINED;
	}
	enum file_result result = FILE_CHANGED;
	if (hash64(there.bytes) == n->rev) {
		if (!note_ok(n))
			return INTAKE_LEFT;
		result = changes_put(s->book, n->path, there.bytes, n->bytes);
	}
	if (result == FILE_WRITTEN) {
		keep_harvested(s, n);
		report(n, there.bytes, n->bytes);
	} else if (result == FILE_CHANGED)
		leave(s, n->shown, 0, S("changed since it was read; nothing was written"));
	else if (result == FILE_GONE)
		leave(s, n->shown, 0, S("gone, moved or another book"));
	else
		warn_at(n->shown, 0, 0, "%s", strerror(errno));
	return result == FILE_WRITTEN ? INTAKE_JOINED : INTAKE_LEFT;
}

/* The whole field. */
static bool shows(struct note *n, str key)
{
	enum reader r = sight_of(STDERR_FILENO);
	return sight_texts(r, n, key).n == note_texts(n, key).n;
}

static void tell_conflicts(struct intake *s, struct note *ours, struct note *theirs, const struct joined *f)
{
	str source = f->source.p ? f->source : S("the new note");
	for (size_t i = 0; i < f->n; i++) {
		const struct join_conflict *c = &f->v[i];
		str key = strs_join(ours->arena, c->path, S("."));
		if (c->path.n && !(shows(ours, key) && shows(theirs, key))) {
			leave(s, ours->shown, c->line,
				arena_printf(ours->arena, FMT ": kept, " FMT " says otherwise", ARG(key), ARG(source)));
			continue;
		}
		if (c->path.n)
			leave(s, ours->shown, c->line,
				arena_printf(ours->arena, FMT ": '" FMT "' kept, " FMT " says '" FMT "'", ARG(key),
					ARG(c->ours), ARG(source), ARG(c->theirs)));
		else if (!sight_whole(sight_of(STDERR_FILENO), theirs))
			leave(s, ours->shown, 0,
				arena_printf(ours->arena, "not in the note: what " FMT " says", ARG(source)));
		else
			leave(s, ours->shown, 0,
				arena_printf(ours->arena, "not in the note, " FMT " says '" FMT "'", ARG(source),
					ARG(c->theirs)));
	}
}

/* Whether the same source has said something of that note before in this run. */
static bool says_again(struct intake *s, struct note *n, str path)
{
	const struct value *from = note_field(n, S("from"));
	if (!from || from->kind != VALUE_MAP || !from->first)
		return false;
	str key = arena_printf(&s->arena, FMT "\n" FMT, ARG(path), ARG(from->first->key));
	if (map_get(&s->said, key))
		return true;
	map_put(&s->said, key, s);
	row_claim(&s->known, &s->arena, path, from->first->key);
	return false;
}

static enum intake_end fill_in(struct intake *s, struct note *theirs, str path, struct arena *a, struct buf *buf)
{
	struct note ours;
	struct joined f;
	struct fault why = {0};
	enum file_result result = FILE_CHANGED;
	/* One person twice in a file is no change of what it says: the second only adds. */
	str bytes = says_again(s, theirs, path) ? edit_unset(theirs->arena, theirs->bytes, S("from"), &why) : (str){0};
	if (bytes.p)
		note_replace(theirs, bytes);
	for (int i = 0; i < TRIES && result == FILE_CHANGED; i++) {
		if (!changes_load(s->book, a, buf, path, &ours)) {
			warn_at(book_shown(s->book, a, path), 0, 0, "%s", strerror(errno));
			return INTAKE_LEFT;
		}
		if (!note_ok(&ours))
			return INTAKE_LEFT;
		f = join_note(&ours, theirs);
		result = str_eq(f.bytes, ours.bytes) ? FILE_WRITTEN : changes_put(s->book, path, ours.bytes, f.bytes);
	}
	if (result != FILE_WRITTEN) {
		warn_at(ours.shown, 0, 0, "%s",
			result == FILE_CHANGED ? "another program keeps changing it"
			: result == FILE_GONE  ? "gone"
					       : strerror(errno));
		return INTAKE_LEFT;
	}
	keep_harvested(s, theirs);
	report(&ours, ours.bytes, f.bytes);
	tell_conflicts(s, &ours, theirs, &f);
	ours.bytes = f.bytes;
	note_begin(&ours);
	known_add(&s->known, &ours);
	theirs->path = arena_dup(theirs->arena, path);
	return INTAKE_JOINED;
}

/* Where the note says, if that is free; else by its name. */
static str path_for(struct intake *s, struct note *n, struct arena *a)
{
	str name = note_name(n).n ? note_name(n) : note_text(n, S("email"));
	if (n->path.p && create_free(s->book, n->path))
		return n->path;
	return create_path(s->book, a, name, note_kind(n));
}

/* A new note whose name or email another one has, too. */
static void tell_alike(struct intake *s, struct note *n, struct arena *a, str name, struct strs sharing, str namesake)
{
	struct strs shown = {0};
	for (size_t i = 0; i < sharing.n && i < TOLD; i++)
		strs_add(a, &shown, book_shown(s->book, a, sharing.v[i]));
	if (sharing.n > TOLD)
		strs_add(a, &shown, S("..."));
	if (shown.n)
		hint(FMT ": has an email of " FMT ", but another name, kind, uid or birthday", ARG(n->shown),
			ARG(strs_join(a, shown, S(", "))));
	if (namesake.p && !strs_has(sharing, namesake))
		hint(FMT ": " FMT " is called '" FMT "' too", ARG(n->shown), ARG(book_shown(s->book, a, namesake)),
			ARG(name));
}

static enum intake_end create(struct intake *s, struct note *n, struct arena *a)
{
	struct fault why = {0};
	str kind = note_kind(n), name = arena_dup(a, note_name(n)), path = path_for(s, n, a), bytes = n->bytes;
	str namesake = identity_namesake(&s->known, n);
	struct strs sharing = identity_sharing(&s->known, n);
	if (!name.n && !note_text(n, S("email")).n) {
		warn("standard input: a new note without a name");
		return INTAKE_LEFT;
	}
	if (!note_text(n, S("kind")).n && !str_eq(config_kind_of_path(&s->book->config, path), kind))
		bytes = edit_set(a, bytes, S("kind"), kind, &why);
	n->shown = book_shown(s->book, a, path);
	const char *fault = notepath_fault(s->book, path);
	if (fault) {
		warn_at(n->shown, 0, 0, "%s", fault);
		return INTAKE_LEFT;
	}
	enum file_result result = bytes.p ? changes_put(s->book, path, (str){0}, bytes) : FILE_FAILED;
	if (result != FILE_WRITTEN) {
		warn_at(n->shown, 0, 0, "%s",
			!bytes.p                ? arena_cstr(a, why.text)
			: result == FILE_EXISTS ? "exists"
						: strerror(errno));
		return INTAKE_LEFT;
	}
	if (!changes_dry()) {
		term_put(stdout, n->shown);
		fputs(":1: new: ", stdout);
		term_put(stdout, name);
		putchar('\n');
	}
	keep_harvested(s, n);
	tell_alike(s, n, a, name, sharing, namesake);
	n->path = arena_dup(n->arena, path);
	known_add(&s->known, n);
	says_again(s, n, path);
	return INTAKE_NEW;
}

static enum intake_end save_one_new(struct intake *s, struct note *n, struct arena *a, struct buf *buf)
{
	if (!note_ok(n))
		return INTAKE_LEFT;
	if (!s->has_known)
		s->knows_all = known_read(&s->known, s->book);
	s->has_known = true;
	struct strs found = identity_find(&s->known, n);
	if (found.n == 1)
		return fill_in(s, n, found.v[0], a, buf);
	if (found.n) {
		struct strs shown = {0};
		for (size_t i = 0; i < found.n; i++)
			strs_add(a, &shown, book_shown(s->book, a, found.v[i]));
		leave(s, shown.v[0], 0,
			arena_printf(a, "'" FMT "' may be any of these, and was not saved: " FMT, ARG(note_name(n)),
				ARG(strs_join(a, shown, S(", ")))));
	} else if (!s->knows_all) {
		warn_at(n->shown, 0, 0,
			"'" FMT "' was not saved: not all of the book could be read, and may be there already",
			ARG(note_name(n)));
	} else {
		return create(s, n, a);
	}
	return INTAKE_LEFT;
}

void intake_begin(struct intake *s, struct book *b)
{
	*s = (struct intake){.book = b};
}

void intake_expect(struct intake *s, struct note *n)
{
	if (n->is_new)
		row_expect(&s->known, n);
}

enum intake_end intake_note(struct intake *s, struct note *n)
{
	enum intake_end end = INTAKE_LEFT;
	struct arena a = {0};
	struct buf buf = {0};
	const char *fault = n->path.p ? notepath_fault(s->book, n->path) : NULL;
	if (fault)
		warn_at(n->shown, 0, 0, "%s", fault);
	else if (n->is_new)
		end = save_one_new(s, n, &a, &buf);
	else if (n->path.p && n->has_rev)
		end = save_known(s, n, &a, &buf);
	else
		warn("standard input: a note without nt-path and nt-rev; only a note with 'nt-rev: new' makes a file");
	buf_release(&buf);
	arena_release(&a);
	return end;
}

void intake_release(struct intake *s)
{
	if (s->harvested.n)
		ids_note(s->book, IDS_HARVESTED, s->harvested);
	known_release(&s->known);
	map_release(&s->said);
	arena_release(&s->arena);
}

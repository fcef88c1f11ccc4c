#include "lsp/session.h"

#include "base/diag.h"
#include "book/notepath.h"
#include "lsp/held.h"
#include "lsp/uri.h"
#include "sys/clock.h"
#include <errno.h>
#include <stdlib.h>

#define LOOK_AGAIN 1.0  /* seconds until the disk is asked again unless somebody says that it has changed */
#define QUICK      0.02 /* seconds: a book that is read as fast is read whenever it has changed */

void session_refuse(struct reply *r, enum session_error code, str why)
{
	buf_reset(&r->result);
	r->code = code;
	r->why = why;
}

/* --- the book */

/* Of the folders at or above the one that the editor names that which is the root. */
static void keep_called(struct session *s, str folder)
{
	char *dir = arena_cstr(&s->arena, folder), *slash;
	s->called = s->folder;
	for (; *dir; *slash = '\0') {
		char *real = realpath(dir, NULL);
		bool found = real && str_eq(str_of(real), s->folder);
		free(real);
		if (found)
			s->called = str_of(dir);
		if (found || !(slash = strrchr(dir, '/')))
			return;
	}
}

static void take(struct session *s, struct shelf *fresh)
{
	if (s->shelf)
		shelf_release(s->shelf);
	s->shelf = fresh;
	s->stale = s->old = false;
}

void session_find(struct session *s, str folder)
{
	struct shelf *found = s->shelf ? NULL : shelf_read(folder, NULL, NULL);
	if (!found)
		return;
	take(s, found);
	s->looked = clock_seconds();
	s->folder = arena_dup(&s->arena, found->book.root);
	keep_called(s, folder);
	for (struct document *d = s->docs.first; d; d = d->next)
		session_adopt(s, d);
}

static bool all_shelved(struct session *s)
{
	struct document *d = s->docs.first;
	while (d && held_is_shelved(d, &s->shelf->book))
		d = d->next;
	return !d && !s->old;
}

static bool is_old(struct session *s, bool (*gives_way)(void))
{
	if (!all_shelved(s))
		return s->stale = true;
	if (!s->stale && clock_seconds() - s->looked < LOOK_AGAIN)
		return false;
	enum shelf_look look = shelf_look(s->shelf, gives_way);
	s->stale = look != SHELF_SAME;
	if (look != SHELF_STOPPED)
		s->looked = clock_seconds();
	return s->stale;
}

static bool read_again(struct session *s, bool (*gives_way)(void))
{
	struct map held = {0};
	for (struct document *d = s->docs.first; d; d = d->next)
		if (!held_is_broken(d, &s->shelf->book))
			held_put(d, &held);
	struct shelf *fresh = shelf_read(s->folder, &held, gives_way);
	map_release(&held);
	if (!fresh)
		return false;
	take(s, fresh);
	for (struct document *d = s->docs.first; d; d = d->next) {
		held_shelve(d, &s->shelf->book);
		d->changed = true;
	}
	return true;
}

bool session_ready(struct session *s, bool hurry)
{
	if (!s->shelf)
		return false;
	if (hurry && s->shelf->seconds >= QUICK)
		s->stale = s->stale || !all_shelved(s);
	else if (is_old(s, NULL))
		read_again(s, NULL);
	return true;
}

bool session_idle(struct session *s, bool (*gives_way)(void))
{
	return !s->shelf || !s->stale || !is_old(s, gives_way) || read_again(s, gives_way) || !gives_way();
}

/* --- notes */

/* With links resolved, as far as it is there; absent: it cannot be told. */
static str real_folder(struct arena *a, str folder)
{
	str there = folder;
	char *real = realpath(arena_cstr(a, there), NULL);
	while (!real && errno == ENOENT && there.n) {
		there = str_dir(there);
		real = realpath(there.n ? arena_cstr(a, there) : "/", NULL);
	}
	str all = real ? arena_join(a, str_of(real), str_skip(folder, there.n)) : (str){0};
	free(real);
	return all;
}

str session_path(struct session *s, struct arena *a, str uri)
{
	str path = uri_path(a, uri), rest = {0};
	if (!s->shelf || !path.p)
		return (str){0};
	str real = real_folder(a, str_dir(path));
	if (str_starts(real, s->folder))
		rest = str_skip(real, s->folder.n);
	if (!real.p || !str_starts(real, s->folder) || (rest.n && rest.p[0] != '/'))
		return (str){0};
	rest = str_skip(rest, 1);
	path = rest.n ? arena_printf(a, FMT "/" FMT, ARG(rest), ARG(str_base(path))) : str_base(path);
	return str_ends(path, S(".md")) && !notepath_fault(&s->shelf->book, path) ? path : (str){0};
}

void session_adopt(struct session *s, struct document *d)
{
	if (d->path.p || !(d->path = session_path(s, &d->arena, d->uri)).p)
		return;
	held_shelve_file(d, &s->shelf->book);
	s->stale = s->stale || names_path(&s->shelf->all.people.names, d->path) < 0;
}

void session_changed(struct document *d)
{
	d->changed = true;
	d->called = 0;
}

void session_close(struct session *s, str uri)
{
	struct document *d = document_get(&s->docs, uri);
	uint64_t read = d ? d->read : 0;
	if (read) {
		held_shelve_file(d, &s->shelf->book);
		s->old = s->old || d->read != read;
		s->stale = s->stale || s->old;
	}
	document_close(&s->docs, uri);
}

str session_uri(struct session *s, struct arena *a, str path)
{
	const struct document *d = document_of_path(&s->docs, path);
	return d ? d->uri : uri_of(a, arena_printf(a, FMT "/" FMT, ARG(s->called), ARG(path)));
}

bool session_load(struct session *s, struct arena *a, struct buf *buf, str path, struct note *out)
{
	if (!path.p)
		return false;
	struct document *d = document_of_path(&s->docs, path);
	if (!d)
		return book_load(&s->shelf->book, a, buf, path, out);
	held_note(d, &s->shelf->book, a, out);
	return true;
}

void session_hold(struct session *s)
{
	for (struct document *d = s->docs.first; d; d = d->next)
		held_put(d, &s->held);
	s->shelf->book.unsaved = &s->held;
}

void session_let_go(struct session *s)
{
	s->shelf->book.unsaved = NULL;
	map_release(&s->held);
}

void session_walk(struct session *s, const struct book_walk *w)
{
	session_hold(s);
	book_walk(&s->shelf->book, w);
	session_let_go(s);
}

size_t session_offset(struct session *s, const struct document *d, const struct json_t *position)
{
	long line = 0, character = 0;
	message_number(position, "line", &line);
	message_number(position, "character", &character);
	struct position p = {line > 0 ? (size_t)line : 0, character > 0 ? (size_t)character : 0};
	return position_offset(buf_str(&d->text), p, s->client.units);
}

bool session_spot(
	struct session *s, bool hurry, struct arena *a, const struct json_t *params, struct reply *r, struct spot *out)
{
	session_ready(s, hurry);
	str uri = message_text(params, "textDocument.uri");
	if (!uri.p) {
		session_refuse(r, ERROR_PARAMS, S("no textDocument.uri"));
		return false;
	}
	*out = (struct spot){.doc = document_get(&s->docs, uri), .id = NAMES_NONE};
	if (!s->shelf || !out->doc || !out->doc->path.p) {
		record_text(&r->result, (str){0}, (str){0});
		return false;
	}
	held_note(out->doc, &s->shelf->book, a, &out->note);
	out->at = session_offset(s, out->doc, message_get(params, "position"));
	out->id = names_path(&s->shelf->all.people.names, out->doc->path);
	return true;
}

const struct link *session_link(struct session *s, struct spot *at, int *id)
{
	struct note *n = &at->note;
	const struct links *links = note_links(n);
	*id = NAMES_NONE;
	for (size_t i = 0; i < links->n; i++)
		if (at->at >= links->v[i].at && at->at <= links->v[i].end) {
			*id = names_link(&s->shelf->all.people.names, n->arena, &links->v[i], n->path);
			return &links->v[i];
		}
	return NULL;
}

struct positions session_positions(struct session *s, struct note *n)
{
	return positions_of(n->arena, n->bytes, s->client.units);
}

void session_location(
	struct session *s, struct buf *out, struct note *n, const struct positions *t, size_t at, size_t end)
{
	record_object(out, (str){0});
	record_text(out, S("uri"), session_uri(s, n->arena, n->path));
	record_key(out, S("range"));
	edits_range(out, t, at, end);
	record_object_end(out);
}

void session_change(struct session *s, struct arena *a, struct edits *e, str path, str before, str after)
{
	const struct document *d = document_of_path(&s->docs, path);
	e->v = arena_more(a, e->v, e->n, sizeof *e->v);
	e->v[e->n++] = (struct edits_change){.uri = arena_dup(a, session_uri(s, a, path)),
		.has_version = d != NULL,
		.version = d ? d->version : 0,
		.before = arena_dup(a, before),
		.after = arena_dup(a, after)};
}

void session_release(struct session *s)
{
	documents_release(&s->docs);
	if (s->shelf)
		shelf_release(s->shelf);
	arena_release(&s->arena);
}

#include "lsp/session.h"

#include "base/diag.h"
#include "book/notepath.h"
#include "lsp/uri.h"
#include "sys/clock.h"
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
	s->stale = false;
}

void session_find(struct session *s, str folder)
{
	struct shelf *found = s->shelf ? NULL : shelf_read(folder, NULL);
	if (!found)
		return;
	take(s, found);
	s->looked = clock_seconds();
	s->folder = arena_dup(&s->arena, found->book.root);
	keep_called(s, folder);
	for (struct document *d = s->docs.first; d; d = d->next)
		d->path = session_path(s, &d->arena, d->uri);
}

static bool is_old(struct session *s, bool (*gives_way)(void))
{
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
	struct shelf *fresh = shelf_read(s->folder, gives_way);
	if (fresh)
		take(s, fresh);
	for (struct document *d = s->docs.first; fresh && d; d = d->next)
		d->changed = true;
	return fresh;
}

bool session_ready(struct session *s, bool hurry)
{
	if (!s->shelf)
		return false;
	if ((!hurry || s->shelf->seconds < QUICK) && is_old(s, NULL))
		read_again(s, NULL);
	return true;
}

bool session_idle(struct session *s, bool (*gives_way)(void))
{
	return !s->shelf || !s->stale || !is_old(s, gives_way) || read_again(s, gives_way) || !gives_way();
}

/* --- notes */

str session_path(struct session *s, struct arena *a, str uri)
{
	str path = uri_path(a, uri), rest = {0};
	if (!s->shelf || !path.p)
		return (str){0};
	char *folder = realpath(arena_cstr(a, str_dir(path)), NULL);
	str real = arena_dup(a, str_of(folder));
	free(folder);
	if (str_starts(real, s->folder))
		rest = str_skip(real, s->folder.n);
	if (!real.p || !str_starts(real, s->folder) || (rest.n && rest.p[0] != '/'))
		return (str){0};
	rest = str_skip(rest, 1);
	path = rest.n ? arena_printf(a, FMT "/" FMT, ARG(rest), ARG(str_base(path))) : str_base(path);
	return str_ends(path, S(".md")) && !notepath_fault(&s->shelf->book, path) ? path : (str){0};
}

str session_uri(struct session *s, struct arena *a, str path)
{
	const struct document *d = document_of_path(&s->docs, path);
	return d ? d->uri : uri_of(a, arena_printf(a, FMT "/" FMT, ARG(s->called), ARG(path)));
}

/* With a NUL behind, as what is read from a file. */
static str text_of(struct document *d)
{
	return (str){buf_cstr(&d->text), d->text.n};
}

static void begin(struct session *s, struct arena *a, str path, str bytes, struct note *out)
{
	*out = (struct note){.config = &s->shelf->book.config, .arena = a, .path = path, .shown = path, .bytes = bytes};
	note_begin(out);
}

bool session_load(struct session *s, struct arena *a, struct buf *buf, str path, struct note *out)
{
	if (!path.p)
		return false;
	struct document *d = document_of_path(&s->docs, path);
	if (!d)
		return book_load(&s->shelf->book, a, buf, path, out);
	begin(s, a, path, text_of(d), out);
	return true;
}

void session_unsaved(struct session *s, struct map *held)
{
	for (struct document *d = s->docs.first; d; d = d->next)
		if (d->path.p) {
			d->held = text_of(d);
			map_put(held, d->path, &d->held);
		}
}

void session_walk(struct session *s, const struct book_walk *w)
{
	struct map held = {0};
	session_unsaved(s, &held);
	s->shelf->book.unsaved = &held;
	book_walk(&s->shelf->book, w);
	s->shelf->book.unsaved = NULL;
	map_release(&held);
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
	begin(s, a, out->doc->path, text_of(out->doc), &out->note);
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

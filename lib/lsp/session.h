/* session: one editor and one book: what the editor has open, what it can, the book
 * as it was last read. A note that is open is what the editor holds, all others are
 * what the disk has. Nothing here writes to the book. */
#ifndef NT_SESSION_H
#define NT_SESSION_H

#include "lsp/document.h"
#include "lsp/edits.h"
#include "base/record.h"
#include "lsp/message.h"
#include "lsp/shelf.h"

/* Error codes of JSON-RPC 2.0 and LSP 3.17. */
enum session_error {
	ERROR_PARSE = -32700,
	ERROR_REQUEST = -32600,
	ERROR_METHOD = -32601,
	ERROR_PARAMS = -32602,
	ERROR_NOT_INITIALIZED = -32002,
	ERROR_FAILED = -32803, /* a request that cannot be done, and why */
	ERROR_CANCELLED = -32800
};

struct session {
	struct shelf *shelf; /* NULL: no book yet */
	str folder;          /* the book's root; absent: none yet */
	str called;          /* the same folder as the editor calls it */
	struct documents docs;
	struct map held; /* path -> text: see session_hold */
	struct edits_client client;
	bool markdown, nested, literals, watches; /* what else it can */
	bool stale;                               /* the editor said that files have changed, or holds what is new */
	bool old;                                 /* the shelf has read what the editor threw away */
	double looked;                            /* when the disk was asked last */
	struct arena arena;                       /* the run's */
};

/* Of one request. code 0: result is the answer. */
struct reply {
	struct buf result;
	int code;
	str why;
};
void session_refuse(struct reply *r, enum session_error code, str why);

/* Finds the book at or above a folder, as the editor calls it, if there is none yet. */
void session_find(struct session *s, str folder);
/* The book as it is now: looks at the disk, if that is long ago, and reads it again if need be. hurry: a book that
 * takes long to read is used as it is, until session_idle. False: there is no book. */
bool session_ready(struct session *s, bool hurry);
/* When nothing waits. gives_way stops it. False: there is more to be done once nothing waits again. */
bool session_idle(struct session *s, bool (*gives_way)(void));
str session_path(struct session *s, struct arena *a, str uri); /* of the note in the book; absent: none */
/* Which note it is, if it is not known yet: asked when it is opened or saved. */
void session_adopt(struct session *s, struct document *d);
void session_changed(struct document *d); /* its text has */
void session_close(struct session *s, str uri);
str session_uri(struct session *s, struct arena *a, str path); /* as the editor calls the note there */

/* The place that a request is about. */
struct spot {
	struct document *doc;
	struct note note; /* as the editor holds it */
	size_t at;        /* in its bytes */
	int id;           /* of the index; negative: it is not there */
};
/* Of textDocument, and position if there is one, in the book as it is now (hurry: see session_ready). False: no note of
 * the book that is open, and *r has a null. */
bool session_spot(
	struct session *s, bool hurry, struct arena *a, const struct json_t *params, struct reply *r, struct spot *out);
size_t session_offset(struct session *s, const struct document *d, const struct json_t *position); /* line, character */
/* A note by its path: what the editor holds, else what the disk has, in buf. False: the path is absent, or it cannot be
 * read. */
bool session_load(struct session *s, struct arena *a, struct buf *buf, str path, struct note *out);
/* Walks the book with what the editor holds in the place of what it has open. */
void session_walk(struct session *s, const struct book_walk *w);
/* In between the book is what the editor holds, in the place of files; for who walks it themselves. */
void session_hold(struct session *s);
void session_let_go(struct session *s);
/* The link around or directly before a place, NULL: none; and the note it leads to, as names_link has it. */
const struct link *session_link(struct session *s, struct spot *at, int *id);
struct positions session_positions(struct session *s, struct note *n); /* of its bytes */
/* {uri, range} of a part of a note. */
void session_location(
	struct session *s, struct buf *out, struct note *n, const struct positions *t, size_t at, size_t end);
/* One more note that changes; its version is the editor's. */
void session_change(struct session *s, struct arena *a, struct edits *e, str path, str before, str after);

void session_release(struct session *s);

#endif

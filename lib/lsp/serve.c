#include "lsp/serve.h"

#include "base/diag.h"
#include "lsp/actions.h"
#include "lsp/diagnose.h"
#include "lsp/greeting.h"
#include "lsp/hover.h"
#include "lsp/inlay.h"
#include "lsp/navigate.h"
#include "lsp/offer.h"
#include "lsp/outline.h"
#include "lsp/renaming.h"
#include "lsp/uri.h"
#include "lsp/wire.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>

#define PAUSE  100  /* milliseconds without a word before mistakes are told, and before the book is read again */
#define PARENT 5000 /* and after which it is seen whether the editor is still there */

enum { MESSAGE_WARNING = 2 }; /* MessageType */

static struct wire wire;
static struct session session;
static bool initialized, shut, over;
static long parent; /* the editor's process; 0: not told */

/* --- the editor's beginning and end */

static void initialize(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	(void)a;
	if (initialized) {
		session_refuse(r, ERROR_REQUEST, S("initialized already"));
		return;
	}
	initialized = true;
	if (message_number(params, "processId", &parent) && (parent <= 1 || kill((pid_t)parent, 0) != 0))
		parent = 0; /* another machine's, perhaps */
	greeting_answer(s, params, &r->result);
}

static void initialized_told(const struct json_t *params)
{
	(void)params;
	if (session.watches)
		wire_tell(&wire, "watch", "client/registerCapability",
			S("{\"registrations\":[{\"id\":\"watch\",\"method\":\"workspace/didChangeWatchedFiles\","
			  "\"registerOptions\":{\"watchers\":[{\"globPattern\":\"**/*.md\"}]}}]}"));
}

static void shutdown_asked(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	(void)s, (void)a, (void)params;
	shut = true;
	record_text(&r->result, (str){0}, (str){0});
}

static void exit_told(const struct json_t *params)
{
	(void)params;
	over = true;
}

/* --- documents */

/* A file that belongs to no book is left alone without a word. */
static void warn_other_book(const struct document *d, str folder)
{
	struct arena a = {0};
	struct buf b = {0};
	struct book other = {.fd = -1};
	bool in_one = !d->path.p && session.shelf && book_find_at(&other, arena_cstr(&a, folder));
	if (in_one && !str_eq(other.root, session.folder)) {
		record_object(&b, (str){0});
		record_number(&b, S("type"), MESSAGE_WARNING);
		record_text(&b, S("message"),
			arena_printf(&a, "nt-lsp serves the book in '" FMT "'; this is a note of another, in '" FMT "'",
				ARG(session.folder), ARG(other.root)));
		record_object_end(&b);
		wire_tell(&wire, NULL, "window/showMessage", buf_str(&b));
	}
	book_release(&other);
	buf_release(&b);
	arena_release(&a);
}

static void opened(const struct json_t *params)
{
	struct arena a = {0};
	str uri = message_text(params, "textDocument.uri"), path = uri.p ? uri_path(&a, uri) : (str){0};
	const char *named = getenv("NT_BOOK");
	if (uri.p) {
		session_close(&session, uri);
		struct document *d = document_open(&session.docs, uri);
		message_number(params, "textDocument.version", &d->version);
		buf_add(&d->text, message_text(params, "textDocument.text"));
		session_changed(d);
		if (path.p)
			session_find(&session, str_dir(path));
		if (named && *named)
			session_find(&session, str_of(named));
		session_adopt(&session, d);
		if (path.p)
			warn_other_book(d, str_dir(path));
	}
	arena_release(&a);
}

static bool read_position(const struct json_t *v, struct position *out)
{
	long line, character;
	if (!message_number(v, "line", &line) || !message_number(v, "character", &character) || line < 0 ||
		character < 0)
		return false;
	*out = (struct position){(size_t)line, (size_t)character};
	return true;
}

static void change(struct document *d, const struct json_t *v)
{
	const struct json_t *range = message_get(v, "range");
	str text = message_text(v, "text");
	struct position from, end;
	if (!text.p)
		return;
	if (!message_is_object(range)) {
		buf_reset(&d->text);
		buf_add(&d->text, text);
	} else if (read_position(message_get(range, "start"), &from) &&
		   read_position(message_get(range, "end"), &end)) {
		document_edit(d, from, end, text, session.client.units);
	}
}

static void changed(const struct json_t *params)
{
	struct document *d = document_get(&session.docs, message_text(params, "textDocument.uri"));
	if (!d)
		return;
	message_number(params, "textDocument.version", &d->version);
	for (size_t i = 0; i < message_count(params, "contentChanges"); i++)
		change(d, message_at(params, "contentChanges", i));
	session_changed(d);
}

/* Or files have changed. What is saved for the first time may be a note from now on. */
static void saved(const struct json_t *params)
{
	struct document *d = document_get(&session.docs, message_text(params, "textDocument.uri"));
	if (d)
		session_adopt(&session, d);
	session.stale = true;
}

static void closed(const struct json_t *params)
{
	str uri = message_text(params, "textDocument.uri");
	struct buf b = {0};
	if (!document_get(&session.docs, uri))
		return;
	record_object(&b, (str){0});
	record_text(&b, S("uri"), uri);
	record_key(&b, S("diagnostics"));
	record_json(&b, (str){0}, S("[]"));
	record_object_end(&b);
	session_close(&session, uri);
	wire_tell(&wire, NULL, "textDocument/publishDiagnostics", buf_str(&b));
	buf_release(&b);
}

/* For who wants to know whether both sides hold the same. */
static void text_asked(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	const struct document *d = document_get(&s->docs, message_text(params, "textDocument.uri"));
	(void)a;
	record_text(&r->result, (str){0}, d ? buf_str(&d->text) : (str){0});
}

/* --- messages */

static const struct {
	const char *method;
	void (*answer)(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);
} requests[] = {
	{"initialize", initialize},
	{"shutdown", shutdown_asked},
	{"textDocument/completion", offer_answer},
	{"textDocument/hover", hover_answer},
	{"textDocument/definition", navigate_definition},
	{"textDocument/references", navigate_references},
	{"textDocument/documentSymbol", outline_document},
	{"workspace/symbol", outline_workspace},
	{"textDocument/codeAction", actions_answer},
	{"textDocument/prepareRename", renaming_prepare},
	{"textDocument/rename", renaming_answer},
	{"textDocument/inlayHint", inlay_answer},
	{"nt/text", text_asked},
};

static const struct {
	const char *method;
	void (*heed)(const struct json_t *params);
} notifications[] = {
	{"initialized", initialized_told},
	{"exit", exit_told},
	{"textDocument/didOpen", opened},
	{"textDocument/didChange", changed},
	{"textDocument/didSave", saved},
	{"textDocument/didClose", closed},
	{"workspace/didChangeWatchedFiles", saved},
};

static void answer(struct arena *a, str method, const struct json_t *params, struct reply *r)
{
	bool is_first = str_eq(method, S("initialize"));
	if (shut || !(initialized || is_first)) {
		session_refuse(r, shut ? ERROR_REQUEST : ERROR_NOT_INITIALIZED,
			shut ? S("shut down already") : S("not initialized yet"));
		return;
	}
	for (size_t i = 0; i < sizeof requests / sizeof *requests; i++)
		if (str_eq(method, str_of(requests[i].method))) {
			requests[i].answer(&session, a, params, r);
			return;
		}
	session_refuse(r, ERROR_METHOD, arena_printf(a, "no such method: '" FMT "'", ARG(method)));
}

static void heed(str method, const struct json_t *params)
{
	for (size_t i = 0; i < sizeof notifications / sizeof *notifications; i++)
		if (str_eq(method, str_of(notifications[i].method)) &&
			(initialized || notifications[i].heed == exit_told))
			notifications[i].heed(params);
}

static void handle(struct wire_message *m)
{
	struct arena a = {0};
	struct buf id = {0};
	struct reply r = {0};
	str method = message_text(m->json, "method");
	const struct json_t *params = message_get(m->json, "params");
	bool has_id = m->json && message_id(message_get(m->json, "id"), &id);
	bool is_answer = m->json && !method.p && (message_get(m->json, "result") || message_get(m->json, "error"));
	if (!m->json)
		session_refuse(&r, m->code,
			m->code == ERROR_PARSE ? S("no message in JSON, with a Content-Length")
					       : S("a message of more than 16 MiB"));
	else if (!method.p)
		session_refuse(&r, ERROR_REQUEST, S("a message without a method"));
	else if (m->cancelled)
		session_refuse(&r, ERROR_CANCELLED, S("cancelled"));
	else if (has_id)
		answer(&a, method, params, &r);
	else
		heed(method, params);
	if (!is_answer && (has_id || !m->json || !method.p))
		wire_answer(&wire, has_id ? buf_str(&id) : S("null"), &r);
	buf_release(&r.result);
	buf_release(&id);
	arena_release(&a);
}

/* --- when nothing waits */

static void tell_mistakes(void)
{
	session_ready(&session, true);
	for (struct document *d = session.docs.first; d; d = d->next) {
		struct buf b = {0};
		if (d->changed && diagnose_document(&session, d, &b))
			wire_tell(&wire, NULL, "textDocument/publishDiagnostics", buf_str(&b));
		d->changed = false;
		buf_release(&b);
	}
}

static bool gives_way(void)
{
	return wire_has_input(&wire);
}

static bool is_orphan(void)
{
	return parent && kill((pid_t)parent, 0) != 0 && errno == ESRCH;
}

static bool has_changed(void)
{
	const struct document *d = session.docs.first;
	while (d && !d->changed)
		d = d->next;
	return d;
}

static void wait_for_input(void)
{
	if (has_changed()) {
		wire_read(&wire, PAUSE);
		if (wire.first || wire.ended)
			return;
		tell_mistakes();
	}
	wire_read(&wire, session.stale ? PAUSE : parent ? PARENT : -1);
	if (wire.first || wire.ended)
		return;
	if (session.stale)
		session.stale = !session_idle(&session, gives_way);
	over = over || is_orphan();
}

/* What is wrong with notes is told as their mistakes. */
static bool hush(str path, size_t line, size_t col, str text)
{
	(void)path, (void)col, (void)text;
	return line > 0;
}

int serve_run(int in, int out, str folder)
{
	struct wire_message *m;
	signal(SIGPIPE, SIG_IGN);
	diag_hook = hush;
	wire_open(&wire, in, out);
	if (folder.p)
		session_find(&session, folder);
	while (!over && !wire.gone) {
		wire_read(&wire, 0);
		if ((m = wire_take(&wire))) {
			handle(m);
			wire_done(m);
		} else if (wire.ended) {
			break;
		} else {
			wait_for_input();
		}
	}
	bool failed = wire.failed;
	wire_release(&wire);
	session_release(&session);
	return failed ? STATUS_TROUBLE : shut ? STATUS_YES : STATUS_NO;
}

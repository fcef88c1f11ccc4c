#include "lsp/wire.h"

#include "base/diag.h"
#include <errno.h>
#include <poll.h>
#include <unistd.h>

#define PIECE        65536
#define WAITING_MOST FRAME_MOST /* what the editor sends beyond waits in the pipe */

void wire_open(struct wire *w, int in, int out)
{
	*w = (struct wire){.in = in, .out = out};
	w->last = &w->first;
}

/* --- in */

static bool same_id(const struct json_t *x, const struct json_t *y)
{
	struct buf a = {0}, b = {0};
	bool same = message_id(x, &a) && message_id(y, &b) && str_eq(buf_str(&a), buf_str(&b));
	buf_release(&a);
	buf_release(&b);
	return same;
}

static void cancel(struct wire *w, const struct json_t *id)
{
	for (struct wire_message *m = w->first; m; m = m->next)
		if (m->json && message_text(m->json, "method").p && same_id(message_get(m->json, "id"), id))
			m->cancelled = true;
}

static void enqueue(struct wire *w, struct json_t *json, enum session_error code, size_t size)
{
	struct arena own = {0};
	struct wire_message *m = arena_alloc(&own, sizeof *m);
	*m = (struct wire_message){.json = json, .code = code, .size = size, .arena = own};
	*w->last = m;
	w->last = &m->next;
	w->waiting += size;
}

static void take_body(struct wire *w, str body)
{
	struct json_t *json = message_parse(body);
	if (!json) {
		frame_back(&w->frame, body);
		enqueue(w, NULL, ERROR_PARSE, 0);
	} else if (str_eq(message_text(json, "method"), S("$/cancelRequest"))) {
		cancel(w, message_get(json, "params.id"));
		message_release(json);
	} else {
		enqueue(w, json, 0, body.n);
	}
}

static void take_frames(struct wire *w)
{
	str body;
	enum frame_result result;
	while ((result = frame_next(&w->frame, &body)) != FRAME_MORE)
		if (result == FRAME_MESSAGE)
			take_body(w, body);
		else
			enqueue(w, NULL, result == FRAME_LONG ? ERROR_REQUEST : ERROR_PARSE, 0);
}

static bool is_readable(int fd, int milliseconds)
{
	struct pollfd p = {fd, POLLIN, 0};
	return poll(&p, 1, milliseconds) > 0;
}

bool wire_has_input(const struct wire *w)
{
	return is_readable(w->in, 0);
}

void wire_read(struct wire *w, int milliseconds)
{
	static char piece[PIECE];
	bool first = true;
	while (!w->ended && w->waiting < WAITING_MOST && is_readable(w->in, first ? milliseconds : 0)) {
		ssize_t n = read(w->in, piece, sizeof piece);
		first = false;
		if (n < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		w->ended = n <= 0;
		if (n > 0)
			frame_add(&w->frame, (str){piece, (size_t)n});
		take_frames(w);
	}
}

struct wire_message *wire_take(struct wire *w)
{
	struct wire_message *m = w->first;
	if (!m)
		return NULL;
	w->first = m->next;
	if (!w->first)
		w->last = &w->first;
	w->waiting -= m->size;
	return m;
}

void wire_done(struct wire_message *m)
{
	struct arena own = m->arena; /* m lives in it */
	if (m->json)
		message_release(m->json);
	arena_release(&own);
}

/* --- out */

static void send(struct wire *w, str body)
{
	struct buf b = {0};
	buf_printf(&b, "Content-Length: %zu\r\n\r\n", body.n);
	buf_add(&b, body);
	for (size_t done = 0; !w->gone && done < b.n;) {
		ssize_t n = write(w->out, b.p + done, b.n - done);
		if (n < 0 && errno != EINTR) {
			w->gone = true;
			w->failed = errno != EPIPE;
			if (w->failed)
				warn("write error:");
		}
		done += n > 0 ? (size_t)n : 0;
	}
	buf_release(&b);
}

void wire_answer(struct wire *w, str id, const struct reply *r)
{
	struct buf b = {0};
	record_object(&b, (str){0});
	record_text(&b, S("jsonrpc"), S("2.0"));
	record_key(&b, S("id"));
	record_json(&b, (str){0}, id);
	record_key(&b, str_of(r->code ? "error" : "result"));
	if (r->code) {
		record_object(&b, (str){0});
		record_number(&b, S("code"), r->code);
		record_text(&b, S("message"), r->why);
		record_object_end(&b);
	} else {
		record_json(&b, (str){0}, r->result.n ? buf_str(&r->result) : S("null"));
	}
	record_object_end(&b);
	send(w, buf_str(&b));
	buf_release(&b);
}

void wire_tell(struct wire *w, const char *id, const char *method, str params)
{
	struct buf b = {0};
	record_object(&b, (str){0});
	record_text(&b, S("jsonrpc"), S("2.0"));
	if (id)
		record_text(&b, S("id"), str_of(id));
	record_text(&b, S("method"), str_of(method));
	record_key(&b, S("params"));
	record_json(&b, (str){0}, params);
	record_object_end(&b);
	send(w, buf_str(&b));
	buf_release(&b);
}

void wire_release(struct wire *w)
{
	struct wire_message *m;
	while ((m = wire_take(w)))
		wire_done(m);
	frame_release(&w->frame);
}

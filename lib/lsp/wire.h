/* wire: what goes to the editor and what has come from it and waits. A request that is
 * cancelled while it waits is marked so. */
#ifndef NT_WIRE_H
#define NT_WIRE_H

#include "lsp/frame.h"
#include "lsp/session.h"

struct wire_message {
	struct json_t *json; /* NULL: what came was none, and code says why */
	enum session_error code;
	bool cancelled;
	size_t size;
	struct arena arena;
	struct wire_message *next;
};

struct wire {
	int in, out;
	struct frame frame;
	struct wire_message *first, **last;
	size_t waiting; /* bytes of what waits */
	bool ended;     /* the editor says no more; what waits is still answered */
	bool gone;      /* and hears no more */
	bool failed;    /* or would hear, and it cannot be written; the message is out */
};

void wire_open(struct wire *w, int in, int out);
bool wire_has_input(const struct wire *w); /* something could be read now */
/* Reads what is there, no more than is good to have waiting; blocks for it at most so many milliseconds, -1: for ever.
 */
void wire_read(struct wire *w, int milliseconds);
struct wire_message *wire_take(struct wire *w); /* NULL: nothing waits */
void wire_done(struct wire_message *m);

/* id: as JSON. */
void wire_answer(struct wire *w, str id, const struct reply *r);
/* A notification, or with an id a request. */
void wire_tell(struct wire *w, const char *id, const char *method, str params);
void wire_release(struct wire *w);

#endif

#include "lsp/navigate.h"

#include "text/heading.h"

/* Where the heading stands, or the note begins. */
static size_t heading_at(struct note *n, str heading)
{
	const struct body *b = note_body(n);
	str wanted = heading.p ? heading_word(n->arena, heading) : (str){0};
	for (size_t i = 0; wanted.n && i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		if (k->kind == BLOCK_HEADING && str_eq(heading_word(n->arena, body_text(n->arena, b, k)), wanted))
			return (size_t)(b->bytes.p - n->bytes.p) + k->at;
	}
	return 0;
}

void navigate_definition(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	struct spot at;
	struct buf buf = {0};
	struct note n;
	int id;
	if (!session_spot(s, false, a, params, r, &at))
		return;
	const struct link *link = session_link(s, &at, &id);
	if (session_load(s, a, &buf, shelf_path(s->shelf, id), &n)) {
		size_t place = heading_at(&n, link->heading);
		struct positions t = session_positions(s, &n);
		session_location(s, &r->result, &n, &t, place, place);
	} else {
		record_text(&r->result, (str){0}, (str){0});
	}
	buf_release(&buf);
}

struct gathering {
	struct session *s;
	struct buf *out;
	int id;
};

static bool gather(struct note *n, void *ctx)
{
	struct gathering *g = ctx;
	if (!memchr(n->bytes.p, '[', n->bytes.n) || !note_ok(n))
		return true;
	const struct links *links = note_links(n);
	struct positions t = {0};
	for (size_t i = 0; i < links->n; i++)
		if (names_link(&g->s->shelf->all.people.names, n->arena, &links->v[i], n->path) == g->id) {
			if (!t.lines.starts)
				t = session_positions(g->s, n);
			session_location(g->s, g->out, n, &t, links->v[i].at, links->v[i].end);
		}
	return true;
}

void navigate_references(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	struct spot at;
	int target;
	if (!session_spot(s, false, a, params, r, &at))
		return;
	bool linked = session_link(s, &at, &target);
	int id = linked ? target : at.id;
	struct gathering g = {s, &r->result, id};
	struct book_walk w = {.visit = gather, .ctx = &g};
	record_list(&r->result, (str){0});
	if (id >= 0 && message_true(params, "context.includeDeclaration")) {
		struct note n = {.arena = a, .path = shelf_path(s->shelf, id), .bytes = S("")};
		struct positions t = session_positions(s, &n);
		session_location(s, &r->result, &n, &t, 0, 0);
	}
	if (id >= 0)
		session_walk(s, &w);
	record_list_end(&r->result);
}

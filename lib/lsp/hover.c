#include "lsp/hover.h"

#include "face/person.h"
#include <stdio.h>
#include <stdlib.h>

#define WIDTH   72
#define ENTRIES 5

static str card_of(struct session *s, struct note *n)
{
	char *text = NULL;
	size_t size = 0;
	FILE *f = open_memstream(&text, &size);
	if (!f)
		return (str){0};
	struct card card = {.f = f, .reader = READER_TERMINAL, .width = WIDTH};
	struct person p = {.card = &card,
		.people = &s->shelf->all.people,
		.graph = &s->shelf->graph,
		.entries = ENTRIES,
		.more = ""};
	person_put(&p, n, n->path);
	bool good = fclose(f) == 0;
	str all = good ? arena_dup(n->arena, (str){text, size}) : (str){0};
	free(text);
	return str_trim(all);
}

/* A fence that nothing in the text ends. */
static str fence_for(struct arena *a, str text)
{
	size_t longest = 2, run = 0;
	for (size_t i = 0; i < text.n; i++) {
		run = text.p[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	char *fence = arena_alloc(a, longest + 2);
	memset(fence, '`', longest + 1);
	return str_of(fence);
}

static void put(struct session *s, struct buf *out, str card, struct arena *a)
{
	str fence = fence_for(a, card);
	if (s->markdown)
		card = arena_printf(a, FMT "text\n" FMT "\n" FMT, ARG(fence), ARG(card), ARG(fence));
	record_object(out, (str){0});
	record_text(out, S("kind"), s->markdown ? S("markdown") : S("plaintext"));
	record_text(out, S("value"), card);
	record_object_end(out);
}

/* The front matter says whose note it is: there the card is its own. */
static bool is_own(const struct spot *at)
{
	return at->note.pieces.yaml.p && at->at < (size_t)(at->note.pieces.body.p - at->note.bytes.p);
}

void hover_answer(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	struct spot at;
	struct buf buf = {0};
	struct note n;
	int id;
	if (!session_spot(s, true, a, params, r, &at))
		return;
	const struct link *link = session_link(s, &at, &id);
	bool own = !link && is_own(&at);
	str path = own ? at.note.path : shelf_path(s->shelf, id);
	str card = session_load(s, a, &buf, path, &n) && note_ok(&n) ? card_of(s, &n) : (str){0};
	if (card.p) {
		struct positions t = session_positions(s, &at.note);
		record_object(&r->result, (str){0});
		record_key(&r->result, S("contents"));
		put(s, &r->result, card, a);
		if (link) {
			record_key(&r->result, S("range"));
			edits_range(&r->result, &t, link->at, link->end);
		}
		record_object_end(&r->result);
	} else {
		record_text(&r->result, (str){0}, (str){0});
	}
	buf_release(&buf);
}

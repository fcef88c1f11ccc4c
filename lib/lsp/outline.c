#include "lsp/outline.h"

#include "base/utf8.h"
#include "lsp/found.h"

enum { SYMBOL_FILE = 1, SYMBOL_STRING = 15, SYMBOL_OBJECT = 19, SYMBOL_EVENT = 24 }; /* SymbolKind */

/* --- of a note */

struct symbol {
	str name;
	int kind;
	size_t at, line_end, end; /* end: behind all that belongs to it */
	int level;                /* of a heading; an entry: 7 */
};

struct symbols {
	struct symbol *v;
	size_t n;
};

#define ENTRY_LEVEL 7

static void add(struct arena *a, struct symbols *all, struct symbol y)
{
	y.name = str_trim(y.name).n ? y.name : S("(empty)");
	all->v = arena_more(a, all->v, all->n, sizeof *all->v);
	all->v[all->n++] = y;
}

/* A heading ends before the next one of its level or above. */
static void set_ends(struct symbols *all, size_t end)
{
	for (size_t i = 0; i < all->n; i++) {
		struct symbol *y = &all->v[i];
		size_t k = i + 1;
		if (y->level == ENTRY_LEVEL)
			continue;
		while (k < all->n && all->v[k].level > y->level)
			k++;
		y->end = k < all->n ? all->v[k].at : end;
	}
}

static struct symbols collect(struct note *n)
{
	struct symbols all = {0};
	const struct body *b = note_body(n);
	const struct entries *entries = note_entries(n);
	size_t base = (size_t)(b->bytes.p - n->bytes.p), next = 0;
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		struct symbol y = {.at = base + k->at, .line_end = base + k->text_end, .end = base + k->text_end};
		while (next < entries->n && entries->v[next].block < k)
			next++;
		const struct entry *e = next < entries->n && entries->v[next].block == k ? &entries->v[next] : NULL;
		y.level = k->kind == BLOCK_HEADING ? k->level : ENTRY_LEVEL;
		y.kind = e ? SYMBOL_EVENT : SYMBOL_STRING;
		if (e)
			y.name = links_shown(n->arena, entry_line(n->arena, e));
		else if (k->kind == BLOCK_HEADING)
			y.name = str_trim(links_shown(n->arena, body_text(n->arena, b, k)));
		if (e || (k->kind == BLOCK_HEADING && !k->quoted))
			add(n->arena, &all, y);
	}
	set_ends(&all, n->bytes.n);
	return all;
}

struct putting {
	struct session *s;
	struct note *note;
	struct positions t;
	const struct symbols *all;
	struct buf *out;
};

static void put_symbol(const struct putting *p, size_t *i)
{
	const struct symbols *all = p->all;
	struct buf *out = p->out;

	const struct symbol *y = &all->v[(*i)++];
	record_object(out, (str){0});
	record_text(out, S("name"), y->name);
	record_number(out, S("kind"), y->kind);
	if (!p->s->nested) {
		record_key(out, S("location"));
		session_location(p->s, out, p->note, &p->t, y->at, y->line_end);
	} else {
		record_key(out, S("range"));
		edits_range(out, &p->t, y->at, y->end);
		record_key(out, S("selectionRange"));
		edits_range(out, &p->t, y->at, y->line_end);
		record_list(out, S("children"));
		while (*i < all->n && all->v[*i].level > y->level)
			put_symbol(p, i);
		record_list_end(out);
	}
	record_object_end(out);
}

void outline_document(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	struct spot at;
	if (!session_spot(s, true, a, params, r, &at))
		return;
	struct symbols all = collect(&at.note);
	struct putting p = {s, &at.note, session_positions(s, &at.note), &all, &r->result};
	record_list(&r->result, (str){0});
	for (size_t i = 0; i < all.n;)
		put_symbol(&p, &i);
	record_list_end(&r->result);
}

/* --- of the book */

static void put_note(struct session *s, struct arena *a, const struct shelf_note *at, struct buf *out)
{
	struct note n = {.arena = a, .path = at->rank.path, .bytes = S("")};
	record_object(out, (str){0});
	record_text(out, S("name"), at->name);
	record_number(out, S("kind"), str_eq(at->kind, S("person")) ? SYMBOL_OBJECT : SYMBOL_FILE);
	record_text(out, S("containerName"), at->kind);
	record_key(out, S("location"));
	struct positions t = session_positions(s, &n);
	session_location(s, out, &n, &t, 0, 0);
	record_object_end(out);
}

void outline_workspace(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	if (!session_ready(s, false)) {
		record_text(&r->result, (str){0}, (str){0});
		return;
	}
	struct found f = found_notes(s->shelf, a, message_text(params, "query"));
	record_list(&r->result, (str){0});
	for (size_t i = 0; i < f.n && i < OUTLINE_MOST; i++)
		put_note(s, a, f.v[i], &r->result);
	record_list_end(&r->result);
}

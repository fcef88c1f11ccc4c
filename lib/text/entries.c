#include "text/entries.h"
#include "text/heading.h"

enum { BELOW_LOG = 1, BELOW_NOT_LOG = 2, BELOW_PRIVATE = 4 };

/* What is known of a block once it was read: what is nested in it, or stands below it, asks. */
struct seen {
	int owner;  /* the entry it belongs to, -1 none */
	date given; /* the nearest date at or above it */
	uint8_t below;
};

struct reading {
	struct arena *arena;
	const struct body *body;
	const struct entry_rules *rules;
	struct entries *out;
	struct seen *seen;
};

static uint8_t heading_flags(struct reading *r, str text)
{
	str word = heading_word(r->arena, text);
	uint8_t flags = 0;

	if (heading_among(r->arena, r->rules->log, word))
		flags |= BELOW_LOG;
	if (heading_among(r->arena, r->rules->not_log, word))
		flags |= BELOW_NOT_LOG;
	if (heading_among(r->arena, r->rules->private_headings, word))
		flags |= BELOW_PRIVATE;
	return flags;
}

static bool in_scope(const struct reading *r, uint8_t below)
{
	return r->rules->log.n ? below & BELOW_LOG : !(below & BELOW_NOT_LOG);
}

static int add_entry(struct reading *r, struct entry e, const struct body_block *k, struct links links, uint8_t below)
{
	struct entries *out = r->out;

	e.block = k;
	e.line = k->line;
	e.links = links;
	e.is_private = below & BELOW_PRIVATE;
	out->v = arena_more(r->arena, out->v, out->n, sizeof *out->v);
	out->v[out->n] = e;
	return (int)out->n++;
}

static void give_links(struct reading *r, int owner, struct links links)
{
	struct links *to = &r->out->v[owner].links;

	for (size_t i = 0; i < links.n; i++) {
		to->v = arena_more(r->arena, to->v, to->n, sizeof *to->v);
		to->v[to->n++] = links.v[i];
	}
}

/* Outside a person's note an item without a date stands for itself if it can inherit one and has a kind, unless it
 * links to nobody and is nested in an entry with a kind. Without a kind it needs a link, and no
 * enclosing entry that this belongs to. */
static bool inherits(struct reading *r, str text, const struct seen *seen, size_t links, struct entry *out)
{
	if (r->rules->person || seen->given == DATE_NONE || !entry_parse_undated(r->arena, text, seen->given, out))
		return false;
	const struct entry *owner = seen->owner < 0 ? NULL : &r->out->v[seen->owner];
	return out->kind.p ? links > 0 || !owner || !owner->kind.p : links > 0 && !owner;
}

static void read_item(struct reading *r, const struct body_block *k, struct seen *seen, struct links links)
{
	str text = body_text(r->arena, r->body, k);
	bool scope = !k->quoted && in_scope(r, seen->below);
	struct entry e;

	if (scope && entry_parse(r->arena, text, r->rules->marks, &e)) {
		if (e.date != DATE_NONE)
			seen->given = e.date;
		else if (!r->rules->person && seen->given != DATE_NONE) {
			e.date = seen->given;
			e.inherited = true;
		}
		seen->owner = add_entry(r, e, k, links, seen->below);
	} else if (scope && inherits(r, text, seen, links.n, &e)) {
		seen->owner = add_entry(r, e, k, links, seen->below);
	} else if (seen->owner >= 0) {
		give_links(r, seen->owner, links);
	}
}

static void read_heading(struct reading *r, const struct body_block *k, struct seen *seen, struct links links)
{
	str text = body_text(r->arena, r->body, k);
	struct entry e;

	seen->below |= heading_flags(r, text);
	bool dated = entry_parse(r->arena, text, r->rules->marks, &e) && !e.box;
	if (dated)
		seen->given = e.date;
	const struct body_block *next = k + 1;
	bool bare = dated && !e.text.n && next < r->body->blocks + r->body->count && next->kind == BLOCK_TEXT;
	if (bare && next->parent < 0) /* the day alone: what happened stands below it */
		e.text = body_text(r->arena, r->body, next);
	if (dated && r->rules->person && !k->quoted && in_scope(r, seen->below))
		add_entry(r, e, k, links, seen->below);
	else if (seen->owner >= 0)
		give_links(r, seen->owner, links);
}

/* What a block has from the item it is in and the heading it stands below. */
static struct seen seen_around(const struct reading *r, const struct body_block *k)
{
	struct seen seen = {.owner = -1, .given = r->rules->file_date};

	if (k->heading >= 0) {
		seen.below = r->seen[k->heading].below;
		seen.given = r->seen[k->heading].given;
	}
	if (k->parent >= 0) {
		seen.owner = r->seen[k->parent].owner;
		seen.given = r->seen[k->parent].given;
	}
	return seen;
}

/* What took its day from around needs someone it links to, in itself or in what is nested in it: without, "dinner:"
 * is none, and a box is the note's own and has no day. */
static void drop_unlinked(struct entries *out)
{
	size_t kept = 0;

	for (size_t i = 0; i < out->n; i++) {
		struct entry *e = &out->v[i];
		if (e->inherited && !e->links.n && !e->box)
			continue;
		if (e->inherited && !e->links.n) {
			e->inherited = false;
			e->date = DATE_NONE;
		}
		out->v[kept++] = *e;
	}
	out->n = kept;
}

void entries_read(struct arena *a, const struct body *b, const struct entry_rules *rules, struct entries *out)
{
	struct reading r = {a, b, rules, out, arena_array(a, b->count, sizeof *r.seen)};

	*out = (struct entries){0};
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		struct links links = {.defined = &b->definitions};
		r.seen[i] = seen_around(&r, k);
		if (!rules->no_links)
			links_scan(a, (str){b->bytes.p + k->text_at, k->text_end - k->text_at}, k->text_at, &links);
		if (k->kind == BLOCK_ITEM)
			read_item(&r, k, &r.seen[i], links);
		else if (k->kind == BLOCK_HEADING)
			read_heading(&r, k, &r.seen[i], links);
		else if (r.seen[i].owner >= 0)
			give_links(&r, r.seen[i].owner, links);
	}
	drop_unlinked(out);
}

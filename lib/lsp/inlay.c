#include "lsp/inlay.h"

#include "query/field.h"

#define MOST 200 /* hints of one answer */

struct hinting {
	struct session *s;
	struct arena *a;
	struct buf *out;
	struct positions places;
	struct map said; /* path -> str, of those who were asked about already */
	size_t n;
};

/* The first day of these that no private key or section is behind; DATE_NONE: there is none. */
static date open_day(const struct due *d, size_t from, size_t end)
{
	date first = DATE_NONE;
	for (size_t i = from; i < end; i++)
		if (!d->v[i].is_private && d->v[i].date != DATE_NONE && (first == DATE_NONE || d->v[i].date < first))
			first = d->v[i].date;
	return first;
}

/* Since when, or from when on, for reasons that any onlooker may know; absent: for none. */
static str due_told(struct note *n, const struct people *p)
{
	struct due_facts facts;
	struct due d;
	if (!sight_key(READER_REST, n, S("due")))
		return (str){0};
	field_due(READER_REST, n, p, &facts, &d);
	date day = open_day(&d, 0, d.holding);
	if (day == DATE_NONE)
		day = open_day(&d, d.holding, d.n);
	return day == DATE_NONE ? (str){0} : date_str(n->arena, day);
}

/* "last 2026-10-07, due 2026-11-18"; absent: nothing to say. */
static str words_of(struct note *n, const struct people *p)
{
	str last = field_text(READER_REST, n, p, S("last")), due = due_told(n, p);
	struct strs parts = {0};
	if (last.n)
		strs_add(n->arena, &parts, arena_join(n->arena, S("last "), last));
	if (due.n)
		strs_add(n->arena, &parts, arena_join(n->arena, S("due "), due));
	return parts.n ? strs_join(n->arena, parts, S(", ")) : (str){0};
}

static str hint_for(struct hinting *h, str path)
{
	const struct people *p = &h->s->shelf->all.people;
	str *known = map_get(&h->said, path);
	struct buf buf = {0};
	struct note n;
	if (known)
		return *known;
	known = arena_alloc(h->a, sizeof *known);
	if (session_load(h->s, h->a, &buf, path, &n) && note_ok(&n) && note_is(&n, "person"))
		*known = words_of(&n, p);
	map_put(&h->said, path, known);
	buf_release(&buf);
	return *known;
}

static void put(struct hinting *h, size_t at, str words)
{
	if (!words.n || h->n++ >= MOST)
		return;
	record_object(h->out, (str){0});
	record_key(h->out, S("position"));
	edits_position(h->out, position_of(&h->places, at));
	record_text(h->out, S("label"), words);
	record_bool(h->out, S("paddingLeft"), true);
	record_object_end(h->out);
}

/* Behind the name, or the first line. */
static size_t own_place(struct note *n)
{
	const struct value *name = note_field(n, S("name"));
	const struct body *b = note_body(n);
	if (name && !name->word.n && n->pieces.yaml.p)
		return (size_t)(n->pieces.yaml.p - n->bytes.p) + name->end;
	for (size_t i = 0; i < b->count; i++)
		if (b->blocks[i].kind == BLOCK_HEADING && b->blocks[i].level == 1)
			return (size_t)(b->bytes.p - n->bytes.p) + b->blocks[i].text_end;
	size_t at = 0;
	while (at < n->bytes.n && !str_eol(n->bytes.p[at]))
		at++;
	return at;
}

void inlay_answer(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	struct hinting h = {.s = s, .a = a, .out = &r->result};
	struct spot at;
	if (!session_spot(s, true, a, params, r, &at))
		return;
	size_t from = session_offset(s, at.doc, message_get(params, "range.start"));
	size_t end = session_offset(s, at.doc, message_get(params, "range.end"));
	h.places = session_positions(s, &at.note);
	record_list(h.out, (str){0});
	bool good = note_ok(&at.note);
	size_t own = good ? own_place(&at.note) : 0;
	if (good && own >= from && own <= end)
		put(&h, own, hint_for(&h, at.note.path));
	const struct links *links = good ? note_links(&at.note) : NULL;
	for (size_t i = 0; links && i < links->n; i++) {
		const struct link *l = &links->v[i];
		if (l->end < from || l->at > end)
			continue;
		int id = names_link(&s->shelf->all.people.names, a, l, at.note.path);
		if (id >= 0 && id != at.id)
			put(&h, l->end, hint_for(&h, shelf_path(s->shelf, id)));
	}
	record_list_end(h.out);
	map_release(&h.said);
}

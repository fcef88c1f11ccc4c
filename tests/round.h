/* round: what a file of cards says is the same when it is a note, and when that is a card that is read again; for tests
 * and fuzz targets. */
#ifndef NT_ROUND_H
#define NT_ROUND_H

#include "base/diag.h"
#include "format/import.h"
#include "format/jcardput.h"
#include "format/vcardput.h"
#include "text/value.h"
#include <stdlib.h>

struct round {
	struct arena *a;
	struct contact *v;
	size_t n;
};

static inline struct value *round_copy(struct arena *a, const struct value *v)
{
	struct value *out = value_new(a, v->kind, arena_dup(a, v->text), 0), **tail = &out->first;

	out->key = arena_dup(a, v->key);
	for (const struct value *child = v->first; child; child = child->next, tail = &(*tail)->next)
		*tail = round_copy(a, child);
	return out;
}

/* By way of a note. */
static inline void round_take(void *to, struct contact *c)
{
	static struct config config;
	struct round *r = to;
	struct note n = {.config = &config, .arena = c->arena, .path = S("people/x.md"), .bytes = contact_bytes(c)};
	struct contact read;

	note_begin(&n);
	if (!note_ok(&n))
		abort();
	contact_read(&read, &n, READER_STREAM);
	r->v = arena_more(r->a, r->v, r->n, sizeof *r->v);
	r->v[r->n] = (struct contact){.arena = r->a, .front = round_copy(r->a, read.front)};
	for (size_t i = 0; i < c->prose.n; i++)
		strs_add(r->a, &r->v[r->n].prose, arena_dup(r->a, c->prose.v[i]));
	r->n++;
}

static inline struct round round_read(struct arena *a, const char *format, str bytes)
{
	struct round r = {.a = a};
	struct import in = {.fd = -1, .file = S("cards"), .ended = true, .contact = round_take, .to = &r};

	buf_add(&in.bytes, bytes);
	importer_named(str_of(format))->read(&in);
	import_release(&in);
	return r;
}

/* Kept lines are the same in any order. */
static inline bool round_kept(struct arena *a, const struct value *v, const struct value *there)
{
	struct strs lines = front_texts(a, v), others = front_texts(a, there);

	for (size_t i = 0; i < lines.n; i++)
		if (!strs_has(others, lines.v[i]))
			return false;
	return lines.n == others.n;
}

/* The first field that the other has not, or otherwise; but for a uid, which comes on the way, and with JSON how
 * parameters of kept lines are written. NULL: none. */
static inline const struct value *round_missing(const struct contact *c, const struct contact *other, bool json)
{
	for (const struct value *v = c->front->first; v; v = v->next) {
		const struct value *there = value_child(other->front, v->key);
		bool kept = str_eq(v->key, S("vcard"));
		if (str_eq(v->key, S("from")) || (str_eq(v->key, S("uid")) && !there))
			continue;
		if (there && kept && json)
			continue;
		if (!there || !(kept ? round_kept(c->arena, v, there) : value_same(v, there)))
			return v;
	}
	return NULL;
}

static inline const struct value *round_differs(const struct contact *c, const struct contact *other, bool json)
{
	const struct value *v = round_missing(c, other, json);
	static const struct value prose = {.kind = VALUE_NULL, .key = S_INIT("the text")};

	if (!v)
		v = round_missing(other, c, json);
	if (!v && !str_eq(strs_join(c->arena, c->prose, S("\n\n")), strs_join(c->arena, other->prose, S("\n\n"))))
		v = &prose;
	return v;
}

/* A contact as a card, version 3 or 4, or 0: jCard; and what is read of it. */
static inline struct round round_trip(const struct contact *c, int version, struct buf *card)
{
	buf_reset(card);
	if (version)
		vcard_put(card, c, version);
	else
		jcard_put(card, c);
	return round_read(c->arena, version ? "vcard" : "jcard", buf_str(card));
}

#endif

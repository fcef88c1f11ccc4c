#include "change/harvest.h"
#include "change/harvest_parts.h"
#include "change/identity.h"

#include <stdio.h>
#include <string.h>

/* Of the note at that path, which need not have an address. */
static struct harvest_person *person_at(struct harvest *h, str path)
{
	struct harvest_person *p = map_get(&h->by_path, path);
	if (p)
		return p;
	p = arena_alloc(&h->arena, sizeof *p);
	p->path = arena_dup(&h->arena, path);
	map_put(&h->by_path, p->path, p);
	return p;
}

/* False: it is none, or of a day that is not asked for. */
static bool read_line(struct harvest *h, str line, struct harvest_entry *out)
{
	struct entry e;
	if (!entry_parse(&h->scratch, line, (struct entry_marks){0}, &e) || e.date == DATE_NONE ||
		e.date > date_today() || !date_within(h->range, e.date) || e.time.n >= sizeof out->time)
		return false;
	int hours = 0, minutes = 0;
	*out = (struct harvest_entry){.day = e.date, .dir = e.dir, .text = e.text};
	if (e.time.n)
		memcpy(out->time, e.time.p, e.time.n);
	if (e.time.n && sscanf(out->time, "%d:%d", &hours, &minutes) != 2) /* NOLINT(cert-err34-c) */
		return false;
	out->kind = arena_cstr(&h->arena, e.kind);
	out->order = (int64_t)e.date * 86400 + hours * 3600 + minutes * 60;
	return true;
}

void harvest_contact(struct harvest *h, struct contact *c)
{
	struct note n = {.config = &h->book->config, .arena = c->arena, .bytes = contact_bytes(c), .is_new = true};
	if (!h->has_known)
		known_read(&h->known, h->book);
	h->has_known = true;
	note_begin(&n);
	struct strs found = identity_find(&h->known, &n);
	if (found.n != 1) {
		h->strange++;
		return;
	}
	struct harvest_person *p = person_at(h, found.v[0]);
	for (size_t i = 0; i < c->entries.n; i++) {
		struct harvest_entry e;
		arena_reset(&h->scratch);
		if (read_line(h, c->entries.v[i], &e) &&
			!harvest_is_given(h, p, c->entries.v[i], contact_text(c, S("uid")), &e.id))
			harvest_add(h, p, &e);
	}
}

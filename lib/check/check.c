#include "check/check.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "base/sorted.h"
#include "check/check_parts.h"

static void read_front(struct check *c)
{
	note_ok(c->n);
}

/* Why the note is left out by every tool. */
static void check_broken(struct check *c, struct check_heard heard)
{
	struct note *n = c->n;
	size_t bad;
	bool bytes = str_chr(n->bytes, '\0') != STR_NONE || !utf8_valid(n->bytes, &bad);
	for (size_t i = 0; i < heard.n; i++)
		mistakes_add(c,
			n->front.fault.text.p ? CHECK_YAML
			: bytes               ? CHECK_BYTES
					      : CHECK_CONFLICT,
			mistakes_place(c, heard.v[i]), FMT, ARG(heard.v[i].text));
}

static int by_place(const void *x, const void *y)
{
	const struct check_mistake *a = x, *b = y;
	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return (a->code > b->code) - (a->code < b->code);
}

/* Lines and columns, in one go; a byte-order mark is in front of the first column. */
static void set_places(struct check *c)
{
	str rest = c->n->bytes, line = {0};
	size_t number = 0, start = 0, end = 0, seen = 0, characters = 0;
	for (size_t i = 0; i < c->count; i++) {
		struct check_mistake *m = &c->v[i];
		while ((m->at >= end || !number) && str_line(&rest, &line)) {
			start = number++ ? end : c->n->pieces.mark.n;
			end = c->n->bytes.n - rest.n;
			seen = start;
			characters = 0;
		}
		for (; seen < m->at && seen < c->n->bytes.n; seen++)
			characters += (c->n->bytes.p[seen] & 0xc0) != 0x80;
		m->line = number ? number : 1;
		m->col = (m->at > start ? m->at - start : 0) + 1;
		m->character = characters + 1;
	}
}

static void sort(struct check *c)
{
	c->count = sorted_unique(c->v, c->count, sizeof *c->v, by_place);
	set_places(c);
}

void check_note(struct check *c, struct note *n, const struct checkbook *book)
{
	*c = (struct check){.n = n, .book = book, .id = people_id(&book->people, n)};
	struct check_heard heard = mistakes_listen(c, read_front);
	if (n->broken) {
		check_broken(c, heard);
	} else {
		check_front(c);
		check_names(c);
		check_entries(c);
		check_items(c);
		check_lines(c);
		check_links(c);
		check_html(c);
		check_private(c);
	}
	sort(c);
}

#include "lsp/offernames.h"

#include "lsp/found.h"
#include "text/heading.h"

static void add(struct offerlist *o, const struct shelf_note *n, bool wrapped)
{
	str target = shelf_link(o->s->shelf, o->a, n->rank.id), filter = n->name;
	const char *quote = wrapped && !o->scene.quoted ? "\"" : "", *open = wrapped ? "[[" : "";
	const char *close = o->scene.closed ? "" : "]]";
	for (size_t i = 0; i < n->aliases.n; i++)
		filter = arena_printf(o->a, FMT " " FMT, ARG(filter), ARG(n->aliases.v[i]));
	filter = arena_printf(o->a, FMT " " FMT, ARG(filter), ARG(names_without_md(n->rank.path)));
	str detail = arena_printf(o->a, FMT ", " FMT, ARG(n->kind), ARG(n->rank.path));
	str text = arena_printf(o->a, "%s%s" FMT "%s%s", quote, open, ARG(target), close, quote);
	offerlist_add(o, OFFER_NOTE, n->name, detail, text, filter);
}

void offernames_notes(struct offerlist *o, bool wrapped)
{
	struct found f = found_notes(o->s->shelf, o->a, o->scene.typed);
	for (size_t i = 0; i < f.n && !o->more; i++)
		if (f.v[i]->rank.id != o->at.id)
			add(o, f.v[i], wrapped);
}

void offernames_headings(struct offerlist *o)
{
	struct buf buf = {0};
	struct note n;
	int id = names_target(&o->s->shelf->all.people.names, o->a, o->scene.target);
	str path = shelf_path(o->s->shelf, id);
	if (session_load(o->s, o->a, &buf, path, &n)) {
		const struct body *b = note_body(&n);
		for (size_t i = 0; i < b->count; i++) {
			const struct body_block *k = &b->blocks[i];
			str text = k->kind == BLOCK_HEADING ? str_trim(links_shown(o->a, body_text(o->a, b, k)))
							    : (str){0};
			if (text.n && offerlist_fits(o, text) &&
				sight_bytes(READER_REST, &n, str_between(b->bytes.p + k->at, b->bytes.p + k->text_end)))
				offerlist_add(o, OFFER_HEADING, text, path,
					arena_join(o->a, text, o->scene.closed ? S("") : S("]]")), (str){0});
		}
	}
	buf_release(&buf);
}

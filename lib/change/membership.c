#include "change/membership.h"

#include "change/relink.h"
#include "format/vcardmember.h"
#include "note/sight.h"

void membership_begin(struct membership *m, struct vdir *d)
{
	*m = (struct membership){.vdir = d};
	for (size_t i = 0; i < d->n; i++)
		if (d->v[i]->file.p || d->v[i]->gone)
			map_put(d->v[i]->gone ? &m->gone : &m->cards, vcardmember_key(&m->arena, d->v[i]->uid),
				d->v[i]);
}

void membership_note(struct membership *m, struct note *n, str uid)
{
	int *id = arena_alloc(&m->arena, sizeof *id);
	*id = names_add(&m->names, n);
	uid = arena_dup(&m->arena, uid);
	strs_add(&m->arena, &m->uids, uid);
	strs_add(&m->arena, &m->called, arena_dup(&m->arena, sight_name(READER_REST, n)));
	if (uid.n)
		map_put(&m->notes, vcardmember_key(&m->arena, uid), id);
}

struct looking {
	const struct membership *m;
	struct note *group;
	struct strs unknown; /* keys */
};

/* As the group's note has it already, else as a link says it; of who has no note yet the name of the card. */
static str link_of(void *ctx, struct arena *a, str key)
{
	const struct looking *l = ctx;
	const int *id = map_get(&l->m->notes, key);
	if (strs_has(l->unknown, key))
		return (str){0};
	const struct vdir_card *there = map_get(&l->m->cards, key), *card = there ? there : map_get(&l->m->gone, key);
	struct strs links = id && l->group ? note_texts(l->group, S("members")) : (struct strs){0};
	for (size_t i = 0; i < links.n; i++)
		if (names_leads(&l->m->names, a, (struct strs){&links.v[i], 1}, l->group->path, *id))
			return links.v[i];
	if (id)
		return contact_link(a, relink_to(a, &l->m->names, *id, l->m->called.v[*id]));
	return card ? contact_link(a, contact_text(&card->card, S("name"))) : (str){0};
}

str membership_card(const struct membership *m, struct note *n, struct arena *a, str card)
{
	struct looking l = {.m = m, .group = n};
	return vcardmember_linked(a, card, link_of, &l);
}

/* Of a line of vcard; absent: it tells of no member. */
static str key_of(struct arena *a, str line)
{
	struct vcardline l;
	return vcardline_one(a, line, &l) && vcardmember_is(&l) ? vcardmember_key(a, l.value) : (str){0};
}

str membership_agreed(const struct membership *m, struct note *n, str card)
{
	struct looking l = {.m = m, .group = n};
	struct strs lines = note_texts(n, S("vcard"));
	for (size_t i = 0; i < lines.n; i++)
		strs_add(n->arena, &l.unknown, key_of(n->arena, lines.v[i]));
	return vcardmember_linked(n->arena, card, link_of, &l);
}

void membership_found(const struct membership *m, struct note *n, struct strs *lines)
{
	struct looking l = {.m = m, .group = n};
	struct strs kept = note_texts(n, S("vcard"));
	for (size_t i = 0; i < kept.n; i++) {
		str key = key_of(n->arena, kept.v[i]);
		if (key.n && link_of(&l, n->arena, key).n && !strs_has(*lines, kept.v[i]))
			strs_add(n->arena, lines, kept.v[i]);
	}
}

/* The note that the link leads to. */
static int target_of(const struct membership *m, struct arena *a, str text, str from)
{
	struct links links = {0};
	links_scan(a, text, 0, &links);
	return links.n ? names_link(&m->names, a, &links.v[0], from) : NAMES_NONE;
}

void membership_contact(const struct membership *m, const struct note *n, struct contact *c)
{
	struct strs links = contact_texts(c, S("members"));
	struct value *kept = value_new(c->arena, VALUE_LIST, (str){0}, 0);
	c->members = (struct strs){0};
	for (size_t i = 0; i < links.n; i++) {
		int id = target_of(m, c->arena, links.v[i], n->path);
		str uid = id >= 0 ? m->uids.v[id] : (str){0};
		if (!uid.n || !map_get(&m->cards, vcardmember_key(c->arena, uid)))
			continue;
		value_append(kept, value_new(c->arena, VALUE_TEXT, links.v[i], 0));
		strs_add(c->arena, &c->members,
			str_chr(uid, ':') == STR_NONE ? arena_join(c->arena, S("urn:uuid:"), uid) : uid);
	}
	if (kept->first)
		contact_set(c, S("members"), kept);
	else if (links.n)
		value_unlink(c->front, value_child(c->front, S("members")));
}

void membership_release(struct membership *m)
{
	map_release(&m->notes);
	map_release(&m->cards);
	map_release(&m->gone);
	names_release(&m->names);
	arena_release(&m->arena);
}

#include "people/circle.h"

#include "base/sorted.h"
#include "base/utf8.h"

#define MOST_PARTS 32

struct circle_said { /* one value of a person's field */
	int person;
	bool linked;
	struct link link; /* not linked: its target is the text */
	str from;
};

struct circle_place { /* an org's or a group's note */
	int id;
	str name;
};

struct circle_member {
	size_t place;
	struct link link;
};

static str field_of(const struct circles *c)
{
	return c->kind == CIRCLE_TAG ? S("tags") : c->kind == CIRCLE_ORG ? S("org") : S("group");
}

static struct circle *find(struct circles *c, const char *what, str key, str name, str path)
{
	str whole = arena_printf(&c->arena, "%s" FMT, what, ARG(key));
	struct circle *found = map_get(&c->known, whole);
	if (found) {
		if (str_cmp(name, found->name) < 0)
			found->name = arena_dup(&c->arena, name);
		return found;
	}
	found = arena_alloc(&c->arena, sizeof *found);
	*found = (struct circle){arena_dup(&c->arena, name), path, (int)c->n};
	map_put(&c->known, whole, found);
	c->v = arena_more(&c->arena, c->v, c->n, sizeof(struct circle *));
	return c->v[c->n++] = found;
}

static void tie(struct circles *c, const struct circle *circle, int person)
{
	c->ties = arena_more(&c->arena, c->ties, c->tie_count, sizeof *c->ties);
	c->ties[c->tie_count++] = (struct circle_tie){circle->index, person};
}

/* work/acme is work too; of a tag in more parts than anybody gives one, it and the first of them. */
static void add_tag(struct circles *c, struct note *n, str tag, int person)
{
	int parts = 0;
	for (size_t k = 1; k <= tag.n; k++) {
		str part = str_head(tag, k);
		bool ends = k == tag.n || (tag.p[k] == '/' && ++parts < MOST_PARTS);
		if (ends && tag.p[k - 1] != '/')
			tie(c, find(c, "tag:", utf8_bare(n->arena, part), part, (str){0}), person);
	}
}

static void add_tags(struct circles *c, struct note *n, int person)
{
	struct strs tags = note_tags_in(n, sight_texts(c->reader, n, S("tags")));
	for (size_t i = 0; i < tags.n; i++)
		add_tag(c, n, tags.v[i], person);
}

static struct link link_kept(struct arena *keep, const struct link *link)
{
	struct link kept = *link;
	kept.target = arena_dup(keep, link->target);
	kept.label = arena_dup(keep, link->label);
	return kept;
}

static void say(struct circles *c, struct circle_said said)
{
	c->said = arena_more(&c->arena, c->said, c->said_count, sizeof *c->said);
	c->said[c->said_count++] = said;
}

void circles_person(struct circles *c, struct note *n, int person)
{
	if (c->kind == CIRCLE_TAG) {
		add_tags(c, n, person);
		return;
	}
	struct strs texts = sight_texts(c->reader, n, field_of(c));
	str from = texts.n ? arena_dup(&c->arena, n->path.p ? n->path : S("")) : (str){0};
	for (size_t i = 0; i < texts.n; i++) {
		struct links links = {0};
		links_scan(n->arena, texts.v[i], 0, &links);
		for (size_t k = 0; k < links.n; k++)
			say(c, (struct circle_said){person, true, link_kept(&c->arena, &links.v[k]), from});
		if (!links.n && str_trim(texts.v[i]).n)
			say(c, (struct circle_said){.person = person,
				       .from = from,
				       .link.target = arena_dup(&c->arena, str_trim(texts.v[i]))});
	}
}

void circles_place(struct circles *c, struct note *n, int id)
{
	if (!note_is(n, c->kind == CIRCLE_ORG ? "org" : "group"))
		return;
	c->places = arena_more(&c->arena, c->places, c->place_count, sizeof *c->places);
	c->places[c->place_count++] = (struct circle_place){id, arena_dup(&c->arena, sight_name(c->reader, n))};
	struct strs texts = sight_texts(c->reader, n, S("members"));
	for (size_t i = 0; i < texts.n; i++) {
		struct links links = {0};
		links_scan(n->arena, texts.v[i], 0, &links);
		for (size_t k = 0; k < links.n; k++) {
			c->members = arena_more(&c->arena, c->members, c->member_count, sizeof *c->members);
			c->members[c->member_count++] =
				(struct circle_member){c->place_count - 1, link_kept(&c->arena, &links.v[k])};
		}
	}
}

static int by_id(const void *place, const void *id)
{
	return sorted_int(&((const struct circle_place *)place)->id, id);
}

static const struct circle_place *place_of(const struct circles *c, int id)
{
	size_t at = sorted_first(c->places, c->place_count, sizeof *c->places, &id, by_id);
	return id >= 0 && at < c->place_count && c->places[at].id == id ? &c->places[at] : NULL;
}

/* A text means an org's note if it is a name of one; a link means any note, or what it says. */
static struct circle *circle_of(
	struct circles *c, const struct people *p, struct arena *scratch, const struct circle_said *said)
{
	const struct link *link = &said->link;
	int id = !p             ? NAMES_NONE
		 : said->linked ? names_link(&p->names, scratch, link, said->from)
				: names_target(&p->names, scratch, link->target);
	const struct circle_place *place = place_of(c, id);
	str name = place ? place->name : link->label.n ? link->label : link->target;
	if (p && (place || (said->linked && id >= 0)))
		return find(c, "note:", p->names.paths.v[id], name, p->names.paths.v[id]);
	return find(c, "text:", utf8_fold(scratch, link->target), name, (str){0});
}

static void settle_members(struct circles *c, const struct people *p, struct arena *scratch, const int *persons)
{
	for (size_t i = 0; p && i < c->member_count; i++) {
		const struct circle_member *m = &c->members[i];
		const struct circle_place *place = &c->places[m->place];
		str path = p->names.paths.v[place->id];
		arena_reset(scratch);
		int id = names_link(&p->names, scratch, &m->link, path);
		if (id >= 0 && persons[id] >= 0)
			tie(c, find(c, "note:", path, place->name, path), persons[id]);
	}
}

static int by_ends(const void *x, const void *y)
{
	const struct circle_tie *a = x, *b = y;
	if (a->circle != b->circle)
		return a->circle < b->circle ? -1 : 1;
	return (a->person > b->person) - (a->person < b->person);
}

void circles_end(struct circles *c, const struct people *p, const int *persons)
{
	struct arena scratch = {0};
	for (size_t i = 0; i < c->said_count; i++) {
		arena_reset(&scratch);
		tie(c, circle_of(c, p, &scratch, &c->said[i]), c->said[i].person);
	}
	settle_members(c, p, &scratch, persons);
	c->tie_count = sorted_unique(c->ties, c->tie_count, sizeof *c->ties, by_ends);
	arena_release(&scratch);
}

void circles_release(struct circles *c)
{
	map_release(&c->known);
	arena_release(&c->arena);
}

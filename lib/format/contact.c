#include "format/contact.h"

#include "base/map.h"
#include "base/sorted.h"
#include "note/vocabulary.h"

#include <inttypes.h>
#include <string.h>

#define OTHER S("other")
#define MARK  100 /* bytes of a line that are remembered as they are */

void contact_begin(struct contact *c, struct arena *a)
{
	*c = (struct contact){.arena = a, .front = value_new(a, VALUE_MAP, (str){0}, 0)};
}

static struct value *text_value(struct arena *a, str text)
{
	return value_new(a, VALUE_TEXT, text, 0);
}

/* v in the place of old, which stands in map. */
static void replace(struct value *map, const struct value *old, struct value *v)
{
	struct value **at = &map->first;
	while (*at != old)
		at = &(*at)->next;
	v->key = old->key;
	v->next = old->next;
	*at = v;
}

static bool holds(const struct value *there, const struct value *v)
{
	if (there->kind != VALUE_LIST)
		return there->kind == v->kind && str_eq(there->text, v->text) &&
		       value_same(&(struct value){.kind = VALUE_LIST, .first = there->first},
			       &(struct value){.kind = VALUE_LIST, .first = v->first});
	for (const struct value *item = there->first; item; item = item->next)
		if (holds(item, v))
			return true;
	return false;
}

/* A second value makes a list of the first. */
static void add_beside(struct arena *a, struct value *map, str key, struct value *v)
{
	struct value *there = value_child(map, key);
	if (!there) {
		value_put(map, key, v);
	} else if (!holds(there, v)) {
		if (there->kind != VALUE_LIST) {
			struct value *list = value_new(a, VALUE_LIST, (str){0}, 0),
				     *first = arena_alloc(a, sizeof *first);
			*first = *there;
			first->key = (str){0};
			first->next = NULL;
			value_append(list, first);
			replace(map, there, list);
			there = list;
		}
		v->key = (str){0};
		value_append(there, v);
	}
}

static bool is_address(const struct value *map)
{
	for (const struct value *v = map->first; v; v = v->next)
		if (vocabulary_is_part(v->key))
			return true;
	return false;
}

/* A map has labels for keys, unless it is one address; in what a contact was given with labels the style says so. */
static bool is_labelled(str key, const struct value *v)
{
	return v->kind == VALUE_MAP && (v->style == 'l' || !(str_eq(key, S("address")) && is_address(v)));
}

static struct value *labelled(struct arena *a, struct value *front, str key)
{
	struct value *there = value_child(front, key);
	if (there && is_labelled(key, there))
		return there;
	struct value *map = value_new(a, VALUE_MAP, (str){0}, 'l');
	if (!there) {
		value_put(front, key, map);
		return map;
	}
	struct value *moved = arena_alloc(a, sizeof *moved);
	*moved = *there;
	moved->next = NULL;
	replace(front, there, map);
	value_put(map, OTHER, moved);
	return map;
}

void contact_add_value(struct contact *c, str key, str label, struct value *v)
{
	struct value *there = value_child(c->front, key);
	if (label.n)
		add_beside(c->arena, labelled(c->arena, c->front, key), label, v);
	else if (there && is_labelled(key, there))
		add_beside(c->arena, there, OTHER, v);
	else
		add_beside(c->arena, c->front, key, v);
}

void contact_add(struct contact *c, str key, str label, str text)
{
	text = str_trim(text);
	if (text.n)
		contact_add_value(c, key, label, text_value(c->arena, text));
}

void contact_set(struct contact *c, str key, struct value *v)
{
	struct value *there = value_child(c->front, key);
	if (there)
		replace(c->front, there, v);
	else
		value_put(c->front, key, v);
}

str contact_mark(struct arena *a, str line)
{
	size_t n = 0;
	while (n < line.n && line.p[n] != ':' && line.p[n] != ';' && n < MARK)
		n++;
	while (n > 0 && n < line.n && ((unsigned char)line.p[n] & 0xC0) == 0x80) /* not within a letter */
		n--;
	return line.n <= MARK ? line : arena_printf(a, FMT ": %016" PRIx64, ARG(str_head(line, n)), hash64(line));
}

static struct value *marks_of(struct arena *a, const struct value *lines)
{
	struct strs texts = front_texts(a, lines);
	struct value *list = value_new(a, VALUE_LIST, (str){0}, 0);
	for (size_t i = 0; i < texts.n; i++)
		value_append(list, value_new(a, VALUE_TEXT, contact_mark(a, texts.v[i]), 0));
	if (list->first && !list->first->next)
		list = list->first;
	list->key = lines->key;
	return list;
}

void contact_said(struct contact *c, str source)
{
	struct value *said = value_new(c->arena, VALUE_MAP, (str){0}, 0),
		     *from = value_new(c->arena, VALUE_MAP, (str){0}, 0);
	for (const struct value *v = c->front->first; v; v = v->next)
		if (str_eq(v->key, S("vcard")))
			value_append(said, marks_of(c->arena, v));
		else if (!str_listed(" kind from ", v->key))
			value_append(said, value_copy(c->arena, v));
	if (c->prose.n) /* known again by it: the text itself is the body */
		value_put(said, S("note"),
			text_value(c->arena, arena_printf(c->arena, "%016" PRIx64,
						     hash64(strs_join(c->arena, c->prose, S("\n\n"))))));
	if (!said->first)
		return;
	value_put(from, source, said);
	contact_set(c, S("from"), from);
}

bool contact_is_relation(str key)
{
	const struct vocabulary *v = vocabulary_find(key);
	bool word = key.n > 0;
	for (size_t i = 0; i < key.n; i++)
		word = word && ((key.p[i] >= 'a' && key.p[i] <= 'z') || (i && key.p[i] == '-'));
	return word && (!v || (v->vcard && str_eq(str_of(v->vcard), S("RELATED"))));
}

str contact_link(struct arena *a, str name)
{
	for (size_t i = 0; i < name.n; i++)
		if ((unsigned char)name.p[i] < ' ' || strchr("[]|#", name.p[i]))
			return (str){0};
	return name.n ? arena_printf(a, "[[" FMT "]]", ARG(name)) : (str){0};
}

const struct value *contact_field(const struct contact *c, str key)
{
	return value_child(c->front, key);
}

struct strs contact_texts(const struct contact *c, str key)
{
	const struct value *v = contact_field(c, key);
	return v ? front_texts(c->arena, v) : (struct strs){0};
}

str contact_text(const struct contact *c, str key)
{
	struct strs texts = contact_texts(c, key);
	return texts.n ? texts.v[0] : (str){0};
}

static void add_fact(struct arena *a, struct contact_facts *out, str label, const struct value *v)
{
	if (v->kind == VALUE_LIST) {
		for (const struct value *item = v->first; item; item = item->next)
			add_fact(a, out, label, item);
	} else if (v->kind != VALUE_NULL) {
		out->v = arena_more(a, out->v, out->n, sizeof *out->v);
		out->v[out->n++] = (struct contact_fact){label, v};
	}
}

/* Of a map of parts in which labels stand, too, each is one. */
static void add_address(struct arena *a, struct contact_facts *out, const struct value *map)
{
	add_fact(a, out, (str){0}, map);
	for (const struct value *v = map->first; v; v = v->next)
		if (v->kind != VALUE_TEXT && !vocabulary_is_part(v->key))
			add_fact(a, out, v->key, v);
}

struct contact_facts contact_facts(const struct contact *c, str key)
{
	struct contact_facts out = {0};
	const struct value *v = contact_field(c, key);
	if (v && v->kind == VALUE_MAP && !is_labelled(key, v)) {
		add_address(c->arena, &out, v);
	} else if (v && v->kind == VALUE_MAP) {
		for (const struct value *part = v->first; part; part = part->next)
			add_fact(c->arena, &out, str_eq(part->key, OTHER) ? (str){0} : part->key, part);
	} else if (v) {
		add_fact(c->arena, &out, (str){0}, v);
	}
	return out;
}

str contact_form(const struct contact *c, str key)
{
	struct contact_facts facts = contact_facts(c, key);
	struct strs forms = {0};
	for (size_t i = 0; i < facts.n; i++) {
		struct buf one = {0};
		buf_printf(&one, FMT "\3", ARG(facts.v[i].label));
		value_form(&one, facts.v[i].value);
		strs_add(c->arena, &forms, arena_take(c->arena, &one));
	}
	sorted_sort(forms.v, forms.n, sizeof *forms.v, sorted_str);
	return strs_join(c->arena, forms, S("\4"));
}

#include "note/mapped.h"

#include "base/utf8.h"
#include "note/labelled.h"
#include "note/vocabulary.h"
#include "text/items.h"
#include "text/value.h"

#define UNLABELLED "other"

bool mapped_means(str word, str key, str *label)
{
	size_t star = str_chr(word, '*');
	str front = str_head(word, star), back = str_skip(word, star == STR_NONE ? word.n : star + 1);
	*label = (str){0};
	if (star == STR_NONE)
		return str_eq(word, key);
	if (key.n < front.n + back.n || !str_starts(key, front) || !str_ends(key, back))
		return false;
	*label = str_head(str_skip(key, front.n), key.n - front.n - back.n);
	return true;
}

bool mapped_has_below(const struct config_pairs *map, str field)
{
	for (size_t i = 0; i < map->n; i++) {
		str name = map->v[i].key;
		if (str_starts(name, field) &&
			(name.n == field.n ? str_chr(map->v[i].value, '*') != STR_NONE : name.p[field.n] == '.'))
			return true;
	}
	return false;
}

bool mapped_has_items(const struct config_pairs *map)
{
	for (size_t i = 0; i < map->n; i++)
		if (items_is(map->v[i].value))
			return true;
	return false;
}

/* One value that the map gives to a field. */
struct part {
	const struct value *v;
	str label; /* empty: none */
	str below; /* of the field's name, behind its dot: city, *.city */
	str word;  /* where it is called so; absent: by its key */
};

struct parts {
	struct part *v;
	size_t n;
	bool nested;
};

static bool is_there(const struct value *v)
{
	return v && v->kind != VALUE_NULL;
}

static void add(struct arena *a, struct parts *parts, struct part part)
{
	if (!is_there(part.v))
		return;
	for (size_t i = 0; i < parts->n; i++)
		if (parts->v[i].v == part.v)
			return;
	parts->v = arena_more(a, parts->v, parts->n, sizeof *parts->v);
	parts->v[parts->n++] = part;
	parts->nested |= part.below.n > 0;
}

/* "1:CELL" of a second phone is cell. */
static str label_form(struct arena *a, str label)
{
	size_t digits = 0;
	while (digits < label.n && str_digit(label.p[digits]))
		digits++;
	label = str_trim(str_skip(label, digits < label.n && label.p[digits] == ':' ? digits + 1 : 0));
	return label.n ? utf8_fold(a, label) : S("");
}

/* workEmail, mobile: a word that tells one value from the others. */
static str label_in(struct arena *a, str word)
{
	static const char *const labels[] = {"mobile", "cell", "home", "work", "office", "fax", "private", "personal"};
	str small = utf8_fold(a, word);
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (str_find(small, str_of(labels[i])) != STR_NONE)
			return str_of(labels[i]);
	return S("");
}

/* emails: [{value: a@b.org, label: work}, c@d.org] */
static bool add_labelled(struct arena *a, struct parts *parts, const struct value *v, str below)
{
	struct labelled one;
	if (!labelled_any(a, v))
		return false;
	for (const struct value *item = v->kind == VALUE_LIST ? v->first : v; item; item = item->next) {
		if (labelled_read(a, item, &one))
			add(a, parts,
				(struct part){one.v, one.label, below,
					arena_printf(a, FMT "." FMT, ARG(one.v->key), ARG(one.words))});
		else
			add(a, parts, (struct part){item, S(""), below, {0}});
		if (v->kind != VALUE_LIST)
			break;
	}
	return true;
}

/* Where words are looked for: keys of the front matter, or items. */
struct place {
	const struct front *front;
	const struct value *items;
};

static void find_word(struct arena *a, struct parts *parts, const struct place *in, str word, str below)
{
	const struct front *f = in->front;
	str label;
	for (const struct value *v = in->items ? in->items->first : NULL; v; v = v->next)
		if (str_eq(v->key, word))
			add(a, parts, (struct part){v, label_in(a, word), below, {0}});
	if (!f || !f->root)
		return;
	if (str_chr(word, '*') == STR_NONE) {
		const struct value *v = front_get(f, word);
		if (!v || !add_labelled(a, parts, v, below))
			add(a, parts, (struct part){v, label_in(a, word), below, {0}});
		return;
	}
	for (const struct value *v = f->root->first; v; v = v->next)
		if (!v->duplicate && mapped_means(word, v->key, &label))
			add(a, parts, (struct part){v, label_form(a, label), below, {0}});
}

static void find_parts(
	struct arena *a, struct parts *parts, const struct config_pairs *map, const struct place *in, str field)
{
	for (size_t i = 0; i < map->n; i++) {
		str key = map->v[i].key, below = str_skip(key, field.n);
		if (str_eq(key, field))
			find_word(a, parts, in, map->v[i].value, S(""));
		else if (str_starts(key, field) && below.n > 1 && below.p[0] == '.')
			find_word(a, parts, in, map->v[i].value, str_skip(below, 1));
	}
}

/* The map of that key in another, made if need be. */
static struct value *map_in(struct arena *a, struct value *map, str key)
{
	struct value *v = value_child(map, key);
	if (!v) {
		v = value_new(a, VALUE_MAP, (str){0}, 0);
		v->word = S("");
		value_put(map, key, v);
	}
	return v;
}

static struct value *copy_of(struct arena *a, const struct part *part, str key)
{
	struct value *v = arena_alloc(a, sizeof *v);
	*v = *part->v;
	v->word = part->word.p ? part->word : v->word.n ? v->word : v->key;
	v->key = key;
	v->next = NULL;
	return v;
}

/* To a list, each of a list's. */
static void put_listed(struct arena *a, struct value *all, const struct part *part)
{
	bool list = part->v->kind == VALUE_LIST;
	for (const struct value *v = list ? part->v->first : part->v; v; v = list ? v->next : NULL) {
		struct value *copy = copy_of(a, &(struct part){v, S(""), S(""), {0}}, (str){0});
		copy->word = part->v->word.n ? part->v->word : part->v->key;
		value_append(all, copy);
	}
}

/* Below "*.city" the label is a map of its own. */
static void put_nested(struct arena *a, struct value *into, const struct part *part)
{
	str rest = part->below, name;
	while (str_cut(&rest, '.', &name) && rest.n)
		if (!str_eq(name, S("*")) || part->label.n)
			into = map_in(a, into, str_eq(name, S("*")) ? part->label : name);
	if (into->kind == VALUE_MAP && !value_child(into, name))
		value_append(into, copy_of(a, part, name));
}

/* Values of one label are a list. */
static void put_beside(struct arena *a, struct value *all, struct value *v)
{
	struct value *there = v->key.p ? value_child(all, v->key) : NULL;
	if (!there) {
		value_append(all, v);
		return;
	}
	if (there->kind != VALUE_LIST || !there->word.p || there->word.n) {
		struct value *first = arena_alloc(a, sizeof *first);
		*first = *there;
		first->key = (str){0};
		first->next = NULL;
		there->kind = VALUE_LIST;
		there->text = (str){0};
		there->first = first;
		there->word = S("");
	}
	v->key = (str){0};
	value_append(there, v);
}

/* What stands under our own name for an address beside the vault's words for its parts. */
static void put_more(struct arena *a, struct value *into, const struct value *ours)
{
	for (const struct value *v = ours->first; v; v = v->next) {
		struct value *same = value_child(into, v->key);
		if (!same)
			value_append(into, copy_of(a, &(struct part){v, S(""), S(""), {0}}, v->key));
		else if (same->kind == VALUE_MAP && v->kind == VALUE_MAP)
			put_more(a, same, v);
	}
}

static const struct value *gather(struct arena *a, const struct parts *parts, str field, bool list)
{
	struct value *all = value_new(a, list ? VALUE_LIST : VALUE_MAP, (str){0}, 0);
	all->key = field;
	all->word = S("");
	all->at = UINT32_MAX;
	for (size_t i = 0; i < parts->n && parts->v[i].v; i++) {
		const struct part *part = &parts->v[i];
		if (part->below.n)
			put_nested(a, all, part);
		else if (list)
			put_listed(a, all, part);
		else if (!parts->nested)
			put_beside(a, all, copy_of(a, part, part->label.n ? part->label : S(UNLABELLED)));
		if (part->v->at < all->at) {
			all->at = part->v->at;
			all->line = part->v->line;
			all->col = part->v->col;
		}
		all->end = part->v->end > all->end ? part->v->end : all->end;
	}
	return all;
}

static bool any_label(const struct parts *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		if (parts->v[i].label.n || parts->v[i].v->kind == VALUE_MAP)
			return true;
	return false;
}

/* Of the parts, those with no name below the field. */
static const struct value *whole(const struct parts *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		if (!parts->v[i].below.n)
			return parts->v[i].v;
	return NULL;
}

static const struct value *inside(const struct value *v, str path)
{
	str name;
	while (v && str_cut(&path, '.', &name))
		v = v->kind == VALUE_MAP ? value_child((struct value *)v, name) : NULL;
	return v;
}

/* name: title: where title is a name it is no job. */
static bool is_word_of_other(const struct config_pairs *map, str field)
{
	for (size_t i = 0; i < map->n; i++)
		if (str_eq(map->v[i].value, field) && !str_eq(map->v[i].key, field))
			return true;
	return false;
}

/* Our own field, of which address books make maps. */
static const struct value *own_form(struct arena *a, const struct vocabulary *v, const struct value *ours)
{
	struct parts parts = {0};
	bool several = (v->flags & IS_SEVERAL) || v->type == TYPE_ADDRESS;
	return several && add_labelled(a, &parts, ours, S("")) ? gather(a, &parts, v->field, false) : ours;
}

/* What its parts say; ours: what stands under the field's own name, or NULL. */
static const struct value *of_parts(struct arena *a, struct parts *parts, const struct value *ours, str field)
{
	const struct vocabulary *v = vocabulary_find(field);
	if (parts->nested) {
		if (whole(parts) || (is_there(ours) && ours->kind != VALUE_MAP))
			return whole(parts) ? whole(parts) : ours;
		const struct value *all = gather(a, parts, field, false);
		if (ours)
			put_more(a, (struct value *)all, ours);
		return all;
	}
	if (!v || !(v->flags & (IS_SEVERAL | IS_LIST)) || (parts->n == 1 && !parts->v[0].word.p && !parts->v[0].label.n))
		return parts->v[0].v;
	return gather(a, parts, field, (v->flags & IS_LIST) || !any_label(parts));
}

const struct value *mapped_get(
	struct arena *a, const struct config_pairs *map, const struct front *f, const struct value *items, str field)
{
	const struct value *ours = front_get(f, field);
	const struct vocabulary *v = vocabulary_find(field);
	const struct place in_front = {f, NULL}, in_body = {NULL, items};
	bool several = v && (v->flags & (IS_SEVERAL | IS_LIST));
	struct parts parts = {0};
	size_t dot = str_chr(field, '.');
	find_parts(a, &parts, map, &in_front, field);
	if (!parts.n && dot == STR_NONE && v && is_word_of_other(map, field))
		ours = NULL;
	if (several && (!is_there(ours) || !add_labelled(a, &parts, ours, S(""))))
		add(a, &parts, (struct part){ours, S(""), S(""), {0}});
	if (several || (!parts.n && !is_there(ours)))
		find_parts(a, &parts, map, &in_body, field);
	if (parts.n)
		return of_parts(a, &parts, ours, field);
	if (!is_there(ours) && dot != STR_NONE)
		return inside(mapped_get(a, map, f, items, str_head(field, dot)), str_skip(field, dot + 1));
	return is_there(ours) && v ? own_form(a, v, ours) : ours;
}

str mapped_field(struct arena *a, const struct config_pairs *map, str key)
{
	str label;
	for (size_t i = 0; i < map->n; i++) {
		str field = map->v[i].key;
		size_t star = str_find(field, S("*."));
		if (!mapped_means(map->v[i].value, key, &label))
			continue;
		label = label_form(a, label);
		if (star != STR_NONE)
			return arena_printf(a, FMT FMT FMT, ARG(str_head(field, star)), ARG(label),
				ARG(str_skip(field, star + (label.n ? 1 : 2))));
		return field;
	}
	return (str){0};
}

/* "EMAIL[*]" with a label of ours for its *, in capitals as those around it. */
static str with_label(struct arena *a, str word, str label)
{
	size_t star = str_chr(word, '*');
	char *text = arena_cstr(a, label);
	for (size_t i = 0; i < label.n && star && utf8_capital(word); i++)
		text[i] = (char)(text[i] >= 'a' && text[i] <= 'z' ? text[i] - 'a' + 'A' : text[i]);
	return arena_printf(a, FMT "%s" FMT, ARG(str_head(word, star)), text, ARG(str_skip(word, star + 1)));
}

/* A key of the note that the word means, with that label if one is asked for. */
static str key_there(struct arena *a, const struct front *f, str word, str label)
{
	str found;
	if (str_chr(word, '*') == STR_NONE)
		return !label.n && front_get(f, word) ? word : (str){0};
	for (const struct value *v = f->root ? f->root->first : NULL; v; v = v->next)
		if (mapped_means(word, v->key, &found) && (!label.n || str_eq(label_form(a, found), label)))
			return v->key;
	return (str){0};
}

/* Whether a name in the map is the field's; *label: what its * or, in email.work of "EMAIL[*]", its end is there. */
static bool names_field(str name, str word, str field, str *label)
{
	bool starred = str_chr(word, '*') != STR_NONE;
	if (mapped_means(name, field, label))
		return true;
	*label = str_skip(field, name.n + 1);
	return starred && label->n && str_starts(field, name) && field.p[name.n] == '.';
}

str mapped_key(
	struct arena *a, const struct config_pairs *map, const struct front *f, const struct value *items, str field)
{
	str label, fresh = {0}, first = {0}, item = {0};
	for (size_t i = 0; i < map->n; i++) {
		str word = map->v[i].value;
		if (!names_field(map->v[i].key, word, field, &label))
			continue;
		str there = key_there(a, f, word, label);
		if (there.p)
			return there;
		if (items_is(word))
			item = !item.p && items && value_child((struct value *)items, word) ? word : item;
		else if (str_chr(word, '*') == STR_NONE)
			first = first.p ? first : word;
		else if (label.n && !fresh.p)
			fresh = with_label(a, word, label);
	}
	size_t dot = str_chr(field, '.');
	if (front_get(f, field))
		return field;
	if (item.p)
		return item;
	if (first.p || fresh.p)
		return first.p ? first : fresh;
	if (dot == STR_NONE || front_get(f, str_head(field, dot)))
		return field;
	str top = mapped_key(a, map, f, items, str_head(field, dot));
	return arena_join(a, top, str_skip(field, dot));
}

#include "format/contact.h"

#include "note/mapped.h"
#include "note/vocabulary.h"

#include <string.h>

#define OTHER    S("other")
#define LONG_KEY 1000 /* YAML has none of more than 1024 characters without a question mark */

void contact_begin(struct contact *c, struct arena *a)
{
	*c = (struct contact){.arena = a, .front = value_new(a, VALUE_MAP, (str){0}, 0)};
}

static struct value *text_value(struct arena *a, str text)
{
	return value_new(a, VALUE_TEXT, text, 0);
}

static void put_child(struct value *map, str key, struct value *v)
{
	v->key = key;
	value_append(map, v);
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
		put_child(map, key, v);
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

/* Which keys hold labels is kept by the style of their map, which block maps of addresses do not have. */
static bool is_labelled(const struct value *v)
{
	return v->kind == VALUE_MAP && v->style == 'l';
}

static struct value *labelled(struct arena *a, struct value *front, str key)
{
	struct value *there = value_child(front, key);
	if (there && is_labelled(there))
		return there;
	struct value *map = value_new(a, VALUE_MAP, (str){0}, 'l');
	if (!there) {
		put_child(front, key, map);
		return map;
	}
	struct value *moved = arena_alloc(a, sizeof *moved);
	*moved = *there;
	moved->next = NULL;
	replace(front, there, map);
	put_child(map, OTHER, moved);
	return map;
}

void contact_add_value(struct contact *c, str key, str label, struct value *v)
{
	struct value *there = value_child(c->front, key);
	if (label.n)
		add_beside(c->arena, labelled(c->arena, c->front, key), label, v);
	else if (there && is_labelled(there))
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
		put_child(c->front, key, v);
}

static struct value *copy(struct arena *a, const struct value *v)
{
	struct value *out = arena_alloc(a, sizeof *out);
	*out = *v;
	out->next = out->first = NULL;
	out->anchored = false;
	for (const struct value *child = v->first; child; child = child->next)
		value_append(out, copy(a, child));
	return out;
}

void contact_said(struct contact *c, str source)
{
	struct value *said = value_new(c->arena, VALUE_MAP, (str){0}, 0),
		     *from = value_new(c->arena, VALUE_MAP, (str){0}, 0);
	for (const struct value *v = c->front->first; v; v = v->next)
		if (!str_listed(" kind vcard from ", v->key))
			value_append(said, copy(c->arena, v));
	if (!said->first)
		return;
	put_child(from, source, said);
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

/* Writing. */

static void put_value(struct arena *a, struct buf *out, const struct value *v, size_t indent);

static void put_indent(struct buf *out, size_t indent)
{
	for (size_t i = 0; i < indent; i++)
		buf_putc(out, ' ');
}

static void put_literal(struct buf *out, str text, size_t indent)
{
	str line;
	buf_puts(out, str_ends(text, S("\n")) ? " |\n" : " |-\n");
	while (str_line(&text, &line)) {
		if (str_chomp(line).n)
			put_indent(out, indent);
		buf_add(out, str_chomp(line));
		buf_putc(out, '\n');
	}
}

static bool short_list(const struct value *list)
{
	size_t n = 0;
	for (const struct value *v = list->first; v; v = v->next) {
		n += v->text.n + 2;
		if (v->kind != VALUE_TEXT || n > 60 || str_chr(v->text, ':') != STR_NONE ||
			str_starts(v->text, S("[[")))
			return false;
	}
	return true;
}

static void put_short_list(struct arena *a, struct buf *out, const struct value *list)
{
	buf_puts(out, " [");
	for (const struct value *v = list->first; v; v = v->next) {
		buf_add(out, front_quote(a, v->text, true));
		if (v->next)
			buf_puts(out, ", ");
	}
	buf_puts(out, "]\n");
}

static void put_key(struct arena *a, struct buf *out, str key, size_t indent)
{
	str quoted = front_quote(a, key, false);
	if (quoted.n > LONG_KEY) {
		buf_puts(out, "? ");
		buf_add(out, quoted);
		buf_putc(out, '\n');
		put_indent(out, indent);
	} else {
		buf_add(out, quoted);
	}
	buf_putc(out, ':');
}

static void put_map(struct arena *a, struct buf *out, const struct value *map, size_t indent)
{
	for (const struct value *v = map->first; v; v = v->next) {
		if (v != map->first)
			put_indent(out, indent);
		put_key(a, out, v->key, indent);
		put_value(a, out, v, indent);
	}
}

/* What stands behind "key:" or, with one more blank, behind a dash. */
static void put_value(struct arena *a, struct buf *out, const struct value *v, size_t indent)
{
	if (v->kind == VALUE_TEXT && front_literal(v->text)) {
		put_literal(out, v->text, indent + 2);
	} else if (v->kind == VALUE_TEXT) {
		buf_putc(out, ' ');
		buf_add(out, front_quote(a, v->text, false));
		buf_putc(out, '\n');
	} else if (!v->first) {
		buf_puts(out, v->kind == VALUE_LIST ? " []\n" : v->kind == VALUE_MAP ? " {}\n" : "\n");
	} else if (v->kind == VALUE_MAP) {
		buf_putc(out, '\n');
		put_indent(out, indent + 2);
		put_map(a, out, v, indent + 2);
	} else if (short_list(v)) {
		put_short_list(a, out, v);
	} else {
		buf_putc(out, '\n');
		for (const struct value *item = v->first; item; item = item->next) {
			put_indent(out, indent + 2);
			buf_putc(out, '-');
			if (item->kind == VALUE_MAP && item->first) {
				buf_putc(out, ' ');
				put_map(a, out, item, indent + 4);
			} else {
				put_value(a, out, item, indent + 2);
			}
		}
	}
}

static void put_entry(struct buf *out, str entry)
{
	str line;
	for (bool first = true; str_line(&entry, &line); first = false) {
		line = str_chomp(line);
		buf_puts(out, first ? "- " : line.n ? "  " : "");
		buf_add(out, line);
		buf_putc(out, '\n');
	}
}

bool contact_fits(const struct contact *c)
{
	struct buf out = {0};
	put_map(c->arena, &out, c->front, 0);
	bool fits = out.n <= FRONT_BYTES;
	buf_release(&out);
	return fits;
}

str contact_bytes(const struct contact *c)
{
	struct buf out = {0};
	buf_puts(&out, "---\n");
	put_map(c->arena, &out, c->front, 0);
	buf_puts(&out, "---\n");
	for (size_t i = 0; i < c->prose.n; i++) {
		buf_putc(&out, '\n');
		buf_add(&out, c->prose.v[i]);
		buf_putc(&out, '\n');
	}
	if (c->entries.n)
		buf_puts(&out, "\n## Log\n\n");
	for (size_t i = 0; i < c->entries.n; i++)
		put_entry(&out, c->entries.v[i]);
	return arena_take(c->arena, &out);
}

/* Reading a note. */

/* What r may see of v; NULL: nothing. */
static struct value *seen(struct arena *a, struct note *n, enum reader r, const struct value *v)
{
	if (!sight_value(r, n, v))
		return NULL;
	struct value *out =
		copy(a, &(struct value){.kind = v->kind, .style = v->style, .key = v->key, .text = v->text});
	for (const struct value *child = v->first; child; child = child->next) {
		struct value *part = seen(a, n, r, child);
		if (part)
			value_append(out, part);
	}
	return v->first && !out->first ? NULL : out;
}

/* Whether v is what is read as the field, or was gathered into it. */
static bool is_in(const struct value *field, const struct value *v)
{
	bool gathered = field->word.p && !field->word.n;
	if (!gathered)
		return field->at == v->at;
	for (const struct value *part = field->first; part; part = part->next)
		if (is_in(part, v))
			return true;
	return false;
}

/* What a key of the note is read as, with all that is read as the same, and its name; NULL: another value is. */
static const struct value *as_read(struct note *n, const struct value *v, str *name)
{
	str mapped = mapped_field(n->arena, &n->config->map, v->key), ours = mapped.p ? mapped : v->key;
	*name = str_head(ours, mapped.p ? str_chr(ours, '.') : STR_NONE);
	const struct value *field = note_field(n, *name);
	if (!field || is_in(field, v))
		return field;
	*name = v->key;
	return mapped.p ? v : NULL;
}

void contact_read(struct contact *c, struct note *n, enum reader reader)
{
	const struct value *root = note_front(n)->root;
	str name;
	contact_begin(c, n->arena);
	for (const struct value *v = root ? root->first : NULL; v; v = v->next) {
		if (!sight_key(reader, n, v->key) || v->duplicate)
			continue;
		const struct value *whole = as_read(n, v, &name);
		struct value *part = whole && !value_child(c->front, name) ? seen(c->arena, n, reader, whole) : NULL;
		if (part)
			put_child(c->front, name, part);
	}
}

const struct value *contact_field(const struct contact *c, str key)
{
	return value_child(c->front, key);
}

str contact_text(const struct contact *c, str key)
{
	const struct value *v = contact_field(c, key);
	struct strs texts = v ? front_texts(c->arena, v) : (struct strs){0};
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

static bool is_address(const struct value *map)
{
	for (const struct value *v = map->first; v; v = v->next)
		if (str_listed(" street postcode city region country box extra ", v->key))
			return true;
	return false;
}

struct contact_facts contact_facts(const struct contact *c, str key)
{
	struct contact_facts out = {0};
	const struct value *v = contact_field(c, key);
	if (v && v->kind == VALUE_MAP && !(str_eq(key, S("address")) && is_address(v))) {
		for (const struct value *part = v->first; part; part = part->next)
			add_fact(c->arena, &out, str_eq(part->key, OTHER) ? (str){0} : part->key, part);
	} else if (v) {
		add_fact(c->arena, &out, (str){0}, v);
	}
	return out;
}

#include "change/join.h"

#include "query/field.h"
#include "change/agree.h"
#include "change/keptlines.h"
#include "change/sayings.h"
#include "note/sight.h"
#include "note/vocabulary.h"
#include "text/log.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "text/value.h"
#include "note/prose.h"
#include "text/items.h"

struct fill {
	struct note *ours, *theirs;
	struct arena *a;
	struct joined *out;
	const struct value *said; /* by the source, last time: a map, or NULL */
	bool keeps;               /* what ours says stays, from: too */
};

static const struct value *child(const struct value *v, str key)
{
	const struct value *i = v && v->kind == VALUE_MAP ? v->first : NULL;
	while (i && !str_eq(i->key, key))
		i = i->next;
	return i && i->kind != VALUE_NULL ? i : NULL;
}

static void take(struct fill *f, str bytes, const struct fault *why)
{
	if (bytes.p)
		f->out->bytes = bytes;
	else
		note_warn(f->ours, why->line, why->col, FMT, ARG(why->text));
}

static const struct value *there(struct fill *f, str key)
{
	struct fences p = fences_of(f->out->bytes);
	struct front front;
	return front_parse(f->a, p.yaml, p.yaml_line, &front) ? front_get(&front, key) : NULL;
}

/* The keys under which a field of ours, given as names, stands in the note or would: {email, work} is EMAIL[WORK] in a
 * vault of such keys; below the vault's word for one text nothing can stand. */
static struct strs place(struct fill *f, struct strs path)
{
	str name = path.v[0], whole = strs_join(f->a, path, S(".")), key = note_key(f->ours, whole);
	str top = note_key(f->ours, name);
	struct strs keys = strs_with(f->a, (struct strs){0}, top);
	if (path.n > 1 && !str_eq(key, arena_join(f->a, top, str_skip(whole, name.n))))
		return strs_with(f->a, (struct strs){0}, key);
	const struct value *v = path.n > 1 && !str_eq(top, name) ? there(f, top) : NULL;
	bool text = path.n > 1 && (items_is(top) || (v && v->kind != VALUE_MAP && v->kind != VALUE_NULL));
	for (size_t i = 1; i < path.n && !text; i++)
		keys = strs_with(f->a, keys, path.v[i]);
	return keys;
}

static void add(struct fill *f, struct strs path, str item)
{
	struct fault why = {0};
	struct strs keys = place(f, path);
	struct value text = {.kind = VALUE_TEXT, .text = item};
	bool fresh = path.n > 1 && keys.n == 1 && !items_is(keys.v[0]) && !there(f, keys.v[0]);
	take(f,
		fresh ? edit_put(f->a, f->out->bytes, keys, &text, &why)
		      : edit_add(f->a, f->out->bytes, strs_join(f->a, keys, S(".")), item, &why),
		&why);
}

static void put(struct fill *f, struct strs path, const struct value *v)
{
	struct fault why = {0};
	struct strs keys = place(f, path), texts = front_texts(f->a, v);
	bool text = keys.n == 1 && path.n > 1 && str_eq(keys.v[0], note_key(f->ours, path.v[0]));
	for (size_t i = 0; i < texts.n && text; i++)
		add(f, path, texts.v[i]);
	if (!text)
		take(f, edit_put(f->a, f->out->bytes, keys, v, &why), &why);
}

static void conflict(struct fill *f, struct strs path, struct strs ours, struct strs theirs)
{
	struct joined *out = f->out;
	path = path.n ? place(f, path) : path;
	out->v = arena_more(f->a, out->v, out->n, sizeof *out->v);
	out->v[out->n++] = (struct join_conflict){
		.path = path, .ours = strs_join(f->a, ours, S(", ")), .theirs = strs_join(f->a, theirs, S(", "))};
}

static struct strs as_items(struct arena *a, str key, struct strs texts)
{
	struct strs tags = {0};
	if (!str_eq(key, S("tags")))
		return texts;
	for (size_t i = 0; i < texts.n; i++)
		strs_add_words(a, &tags, texts.v[i]);
	return tags;
}

static struct strs texts_of(struct arena *a, str key, const struct value *v)
{
	return as_items(a, key, front_texts(a, v));
}

static bool holds(struct arena *a, str key, struct strs texts, str text)
{
	str form = sayings_form(a, key, text);
	for (size_t i = 0; i < texts.n; i++)
		if (str_eq(sayings_form(a, key, texts.v[i]), form))
			return true;
	return false;
}

static bool holds_all(struct arena *a, str key, struct strs texts, struct strs wanted)
{
	for (size_t i = 0; i < wanted.n; i++)
		if (!holds(a, key, texts, wanted.v[i]))
			return false;
	return true;
}

static bool same(struct arena *a, str key, const struct value *x, const struct value *y)
{
	struct strs xs = texts_of(a, key, x), ys = texts_of(a, key, y);
	return holds_all(a, key, xs, ys) && holds_all(a, key, ys, xs);
}

/* *more: theirs knows more of the date. */
static bool dates_agree(str key, const struct value *x, const struct value *y, bool *more)
{
	return field_type(key) == FIELD_DATE && x->kind == VALUE_TEXT && y->kind == VALUE_TEXT &&
	       agree_dates(x->text, y->text, more);
}

static bool is_list(str key, const struct value *ours, const struct value *theirs)
{
	const struct vocabulary *v = vocabulary_find(key);
	if (v && (v->flags & (IS_LIST | IS_SEVERAL)))
		return true;
	return ours->kind == VALUE_LIST || (theirs->kind == VALUE_LIST && ours->kind == VALUE_TEXT);
}

static str label_of(struct fill *f, const struct value *v, str text)
{
	for (const struct value *i = v->kind == VALUE_MAP ? v->first : NULL; i; i = i->next)
		if (strs_has(front_texts(f->a, i), text))
			return i->key;
	return (str){0};
}

/* A vault that has a key for each label has one for this. */
static struct strs labelled(struct fill *f, struct strs whole, struct strs path, str label)
{
	struct strs with = label.n ? strs_with(f->a, whole, label) : path, keys = place(f, with);
	bool own = label.n && keys.n == 1 && !str_eq(keys.v[0], note_key(f->ours, whole.v[0]));
	return own ? with : path;
}

/* Whether the vault has words for the parts or the labels of the field. */
static bool has_words_below(struct fill *f, str key)
{
	const struct config_pairs *map = &f->ours->config->map;
	for (size_t i = 0; i < map->n; i++) {
		str name = map->v[i].key;
		if (str_starts(name, key) &&
			(name.n == key.n ? str_chr(map->v[i].value, '*') != STR_NONE : name.p[key.n] == '.'))
			return true;
	}
	return false;
}

/* Into a map of labels goes what has none as "other". What a label keeps private is not put where it has none. */
static void fill_list(struct fill *f, struct strs path, str key, const struct value *ours, const struct value *theirs)
{
	struct strs there = texts_of(f->a, key, ours), wanted = texts_of(f->a, key, theirs), hidden = {0};
	struct strs open = as_items(f->a, key, sight_inside(READER_REST, f->theirs, theirs)), whole = path;
	if (ours->kind == VALUE_MAP)
		path = strs_with(f->a, path, S("other"));
	for (size_t i = 0; i < wanted.n; i++)
		if (!holds(f->a, key, open, wanted.v[i])) {
			strs_add(f->a, &hidden, wanted.v[i]);
		} else if (!holds(f->a, key, there, wanted.v[i])) {
			add(f, labelled(f, whole, path, label_of(f, theirs, wanted.v[i])), wanted.v[i]);
			strs_add(f->a, &there, wanted.v[i]);
		}
	if (!holds_all(f->a, key, there, hidden))
		conflict(f, whole, there, hidden);
}

static bool has_parts(const struct value *v)
{
	bool any = false;
	for (const struct value *x = v->kind == VALUE_MAP ? v->first : NULL; x; x = x->next)
		any = any || vocabulary_is_part(x->key);
	return any;
}

/* One is the parts of an address, the other has addresses under labels: in one map they would be neither. */
static bool is_mixed(struct fill *f, struct strs path, const struct value *ours, const struct value *theirs)
{
	return path.n == 1 && str_eq(path.v[0], note_key(f->ours, S("address"))) && ours && ours->kind == VALUE_MAP &&
	       theirs->kind == VALUE_MAP && has_parts(ours) != has_parts(theirs);
}

static bool has_address(struct fill *f, const struct value *labelled, const struct value *address)
{
	for (const struct value *v = labelled->first; v; v = v->next)
		if (same(f->a, S("address"), v, address))
			return true;
	return false;
}

/* The owner's address without a label is "other" beside theirs, with the labels that it had by mistake. */
static struct value *under_labels(struct fill *f, const struct value *ours, const struct value *theirs)
{
	struct value *both = value_copy(f->a, theirs), *parts = value_new(f->a, VALUE_MAP, (str){0}, 0);
	for (const struct value *v = ours->first; v; v = v->next)
		if (vocabulary_is_part(v->key))
			value_append(parts, value_copy(f->a, v));
		else if (!value_child(both, v->key))
			value_append(both, value_copy(f->a, v));
	struct value *other = value_child(both, S("other"));
	if (!has_address(f, both, parts) && other) {
		struct value *list = value_new(f->a, VALUE_LIST, (str){0}, 0);
		value_unlink(both, other);
		other->key = (str){0};
		value_append(list, parts);
		value_append(list, other);
		parts = list;
	}
	if (!has_address(f, both, parts))
		value_put(both, S("other"), parts);
	return both;
}

static void fill_value(struct fill *f, struct strs path, const struct value *ours, const struct value *theirs,
	const struct value *said);

static void fill_mixed(struct fill *f, struct strs path, const struct value *ours, const struct value *theirs)
{
	if (has_parts(ours))
		put(f, path, under_labels(f, ours, theirs));
	else if (!has_address(f, ours, theirs))
		fill_value(f, strs_with(f->a, path, S("other")), child(ours, S("other")), theirs, NULL);
}

/* ours NULL: missing; said NULL: the source said nothing last time. */
static void fill_value(struct fill *f, struct strs path, const struct value *ours, const struct value *theirs,
	const struct value *said)
{
	str key = path.v[0];
	bool more = false;
	bool told = said && value_same(said, theirs); /* nothing new: what ours made of it since stands */
	if (theirs->kind == VALUE_NULL || told)
		return;
	bool follows = !ours || (said && same(f->a, key, ours, said));
	bool parts = ours ? ours->kind == VALUE_MAP : has_words_below(f, key);
	if (is_mixed(f, path, ours, theirs)) {
		if (follows)
			put(f, path, theirs);
		else
			fill_mixed(f, path, ours, theirs);
	} else if (parts && theirs->kind == VALUE_MAP) {
		for (const struct value *v = theirs->first; v; v = v->next)
			fill_value(f, strs_with(f->a, path, v->key), child(ours, v->key), v, child(said, v->key));
	} else if (ours && same(f->a, key, ours, theirs)) {
		return;
	} else if (follows || (dates_agree(key, ours, theirs, &more) && more)) {
		put(f, path, theirs);
	} else if (is_list(key, ours, theirs) && (ours->kind != VALUE_MAP || path.n == 1)) {
		fill_list(f, path, key, ours, theirs);
	} else if (!dates_agree(key, ours, theirs, &more)) {
		conflict(f, path, front_texts(f->a, ours), front_texts(f->a, theirs));
	}
}

/* Sam O'Test, and Sam O'Test, PhD: what stands behind the comma is said at one time, and not at another. */
static bool is_with_suffix(struct fill *f, str x, str y)
{
	str one = sayings_form(f->a, S("name"), x), other = sayings_form(f->a, S("name"), y);
	bool longer = one.n > other.n;
	str more = longer ? one : other, less = longer ? other : one;
	return less.n && str_starts(more, less) && str_starts(str_skip(more, less.n), S(","));
}

/* The name may stand in a heading or be the file's. A new one leaves the old as an alias, for the links. */
static void fill_name(struct fill *f, const struct value *theirs)
{
	str name = note_name(f->ours), key = S("name");
	struct strs names = note_texts(f->ours, S("aliases")), path = strs_with(f->a, (struct strs){0}, key);
	const struct value *said = child(f->said, key);
	strs_add(f->a, &names, name);
	if (theirs->kind != VALUE_TEXT || holds(f->a, key, names, theirs->text) ||
		is_with_suffix(f, name, theirs->text) || (said && value_same(said, theirs)))
		return;
	if (note_field(f->ours, key) && said && said->kind == VALUE_TEXT &&
		holds(f->a, key, (struct strs){&name, 1}, said->text)) {
		put(f, path, theirs);
		add(f, strs_with(f->a, (struct strs){0}, S("aliases")), name);
		return;
	}
	str text = theirs->text;
	conflict(f, path, (struct strs){&name, 1}, (struct strs){&text, 1});
}

/* Where several sources have their own, the first stays and the others are known by from:. */
static void fill_uid(struct fill *f, const struct value *theirs)
{
	const struct value *ours = note_field(f->ours, S("uid"));
	struct strs path = strs_with(f->a, (struct strs){0}, S("uid"));
	if (ours && f->out->source.p && !same(f->a, S("uid"), ours, theirs)) {
		path = strs_with(f->a, strs_with(f->a, (struct strs){0}, S("from")), f->out->source);
		put(f, strs_with(f->a, path, S("uid")), theirs);
	} else {
		fill_value(f, path, ours, theirs, NULL);
	}
}

/* An address that is written in full knows its city. */
static bool in_address(struct fill *f, str key, const struct value *theirs)
{
	const struct vocabulary *v = vocabulary_find(key);
	bool part = v && v->kinds && (v->flags & IS_PART);
	struct strs there = part ? field_get(f->ours, NULL, key).texts : (struct strs){0};
	return there.n && holds_all(f->a, key, there, front_texts(f->a, theirs));
}

/* The city and country that stand beside an address are one, as a card has them. */
static bool is_beside(struct fill *f, str key, const struct value *theirs)
{
	bool same_places = str_eq(key, S("address")) && theirs->kind == VALUE_MAP && theirs->first;
	for (const struct value *v = same_places ? theirs->first : NULL; v && same_places; v = v->next) {
		const struct value *ours = note_field(f->ours, v->key);
		same_places = str_listed(" city country ", v->key) && ours && same(f->a, v->key, ours, v);
	}
	return same_places;
}

static void fill_kind(struct fill *f, const struct value *theirs)
{
	str kind = note_kind(f->ours), other = theirs->text;
	if (theirs->kind == VALUE_TEXT && !str_eq(other, kind))
		conflict(f, strs_with(f->a, (struct strs){0}, theirs->key), (struct strs){&kind, 1},
			(struct strs){&other, 1});
}

static struct strs lines_of(struct arena *a, const struct value *v)
{
	return v ? front_texts(a, v) : (struct strs){0};
}

/* Lines of a card, also when the source has none any more. */
static void fill_lines(struct fill *f, const struct value *theirs)
{
	str key = S("vcard");
	const struct value *last = child(f->said, key), *from = note_field(f->ours, S("from"));
	struct strs ours = lines_of(f->a, note_field(f->ours, key)), said = lines_of(f->a, last), others = {0};
	struct fault why = {0};
	for (const struct value *v = from && from->kind == VALUE_MAP ? from->first : NULL; v; v = v->next)
		if (!str_eq(v->key, f->out->source))
			for (struct strs lines = lines_of(f->a, child(v, key)); lines.n; lines.n--)
				strs_add(f->a, &others, lines.v[lines.n - 1]);
	struct keptlines k = keptlines(f->a, ours, last ? &said : NULL, lines_of(f->a, theirs), others);
	for (size_t i = 0; i < k.ours.n; i++)
		conflict(f, strs_with(f->a, (struct strs){0}, key), strs_with(f->a, (struct strs){0}, k.ours.v[i]),
			strs_with(f->a, (struct strs){0}, k.theirs.v[i]));
	take(f, keptlines_put(f->a, f->out->bytes, ours, &k, &why), &why);
	if (last && !theirs) {
		struct strs path = strs_with(f->a, strs_with(f->a, (struct strs){0}, S("from")), f->out->source);
		take(f, edit_unset(f->a, f->out->bytes, strs_join(f->a, strs_with(f->a, path, key), S(".")), &why),
			&why);
	}
}

static void fill_field(struct fill *f, const struct value *theirs)
{
	str key = theirs->key;
	const struct value *ours = note_field(f->ours, key);
	if (str_listed(" from vcard ", key))
		return;
	if (str_eq(key, S("name")))
		fill_name(f, theirs);
	else if (str_eq(key, S("uid")))
		fill_uid(f, theirs);
	else if (str_eq(key, S("kind")))
		fill_kind(f, theirs);
	else if (ours || (!in_address(f, key, theirs) && !is_beside(f, key, theirs)))
		fill_value(f, strs_with(f->a, (struct strs){0}, key), ours, theirs, child(f->said, key));
}

static void fill_said(struct fill *f, struct strs path, const struct value *ours, const struct value *theirs)
{
	if (theirs->kind == VALUE_NULL || (ours && f->keeps && value_same(ours, theirs)))
		return;
	if (ours && f->keeps)
		conflict(f, path, front_texts(f->a, ours), front_texts(f->a, theirs));
	else
		put(f, path, theirs);
}

/* What is said now, for the next time. */
static void fill_from(struct fill *f, const struct value *theirs)
{
	struct strs path = strs_with(f->a, (struct strs){0}, S("from"));
	const struct value *ours = note_field(f->ours, S("from"));
	if (!ours)
		put(f, path, theirs);
	for (const struct value *source = ours ? theirs->first : NULL; source; source = source->next) {
		struct strs name = strs_with(f->a, path, source->key);
		if (!child(ours, source->key) || source->kind != VALUE_MAP)
			put(f, name, source);
		else
			for (const struct value *v = source->first; v; v = v->next)
				fill_said(f, strs_with(f->a, name, v->key), child(child(ours, source->key), v->key), v);
	}
}

/* A ticked box is the entry it was. */
static bool same_entry(const struct entry *e, const struct entry *f)
{
	return e->dir == f->dir && (e->date == f->date || (e->box && f->box)) && str_eq(e->time, f->time) &&
	       str_ieq(e->kind, f->kind) && str_eq(str_trim(e->text), str_trim(f->text));
}

static bool is_among(const struct entry *e, const struct entry *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (same_entry(e, &v[i]))
			return true;
	return false;
}

static const struct entry *entry_of(const struct entries *list, const struct body_block *k)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].block == k)
			return &list->v[i];
	return NULL;
}

bool join_nested(struct note *n, const struct body_block *k)
{
	const struct body *b = note_body(n);
	for (int i = k->parent; i >= 0; i = b->blocks[i].parent)
		if (entry_of(note_entries(n), &b->blocks[i]))
			return true;
	return false;
}

str join_source(struct note *n, const struct entry *e)
{
	struct arena *a = n->arena;
	const struct body *b = note_body(n);
	const struct body_block *k = e->block;
	size_t end = k->kind == BLOCK_ITEM ? k->end : k->text_end, start = k->text_at, width;
	char day[DATE_TEXT];
	struct strs parts = {0};
	while (start > 0 && b->bytes.p[start - 1] != '\n')
		start--;
	width = k->text_at - start;
	str rest = str_between(b->bytes.p + k->text_at, b->bytes.p + end), line;
	if (e->inherited)
		strs_add(a, &parts, arena_printf(a, "%s ", date_text(e->date, day)));
	for (bool first = true; str_line(&rest, &line); first = false) {
		size_t indent = 0;
		while (!first && indent < line.n && indent < width && line.p[indent] == ' ')
			indent++;
		strs_add(a, &parts, str_skip(line, indent));
	}
	return str_trim(strs_join(a, parts, S("")));
}

static void fill_entries(struct fill *f)
{
	const struct entries *ours = note_entries(f->ours), *theirs = note_entries(f->theirs);
	struct entry_rules rules = note_rules(f->ours);
	size_t line;
	for (size_t i = 0; i < theirs->n; i++) {
		const struct entry *e = &theirs->v[i];
		struct fault why = {0};
		if (e->is_private || join_nested(f->theirs, e->block) || is_among(e, ours->v, ours->n) ||
			is_among(e, theirs->v, i))
			continue;
		str source = join_source(f->theirs, e);
		take(f, log_add(f->a, f->out->bytes, &rules, source, &why, &line), &why);
	}
}

/* Programs break lines in other places. */
static str words_of(struct arena *a, str text)
{
	struct buf b = {0};
	for (size_t i = 0; i < text.n; i++) {
		bool blank = str_blank(text.p[i]) || str_eol(text.p[i]);
		if (!blank)
			buf_putc(&b, text.p[i]);
		else if (b.n && b.p[b.n - 1] != ' ')
			buf_putc(&b, ' ');
	}
	return str_trim(arena_take(a, &b));
}

static bool has_text(struct note *n, str text)
{
	const struct body *b = note_body(n);
	for (size_t i = 0; i < b->count; i++)
		if (str_eq(str_trim(body_text(n->arena, b, &b->blocks[i])), text))
			return true;
	str words = words_of(n->arena, text);
	return str_find(words_of(n->arena, b->bytes), words) != STR_NONE ||
	       str_find(words_of(n->arena, prose_of(n, READER_STREAM)), words) != STR_NONE;
}

/* The same source has said it last time: what became of it since is the owner's. */
static bool is_said(struct fill *f)
{
	const struct value *now = child(child(note_field(f->theirs, S("from")), f->out->source), S("note")),
			   *said = child(f->said, S("note"));
	return now && said && value_same(now, said);
}

/* Paragraphs are not put anywhere: where, only a person knows. Nor is a private entry, which the log would tell. */
static void fill_texts(struct fill *f)
{
	const struct body *b = note_body(f->theirs);
	for (size_t i = 0; i < b->count && !is_said(f); i++) {
		const struct body_block *k = &b->blocks[i];
		const struct entry *e = entry_of(note_entries(f->theirs), k);
		if (k->kind == BLOCK_HEADING || (e && !e->is_private) || join_nested(f->theirs, k))
			continue;
		str text = str_trim(body_text(f->a, b, k));
		if (text.n && !has_text(f->ours, text))
			conflict(f, (struct strs){0}, (struct strs){0}, (struct strs){&text, 1});
	}
}

static void find_lines(struct fill *f)
{
	struct fences p = fences_of(f->out->bytes);
	struct front front;
	if (!front_parse(f->a, p.yaml, p.yaml_line, &front))
		return;
	for (size_t i = 0; i < f->out->n; i++) {
		const struct value *v = front.root;
		struct strs path = f->out->v[i].path;
		for (size_t k = 0; k < path.n && v; k++)
			if ((v = child(v, path.v[k])))
				f->out->v[i].line = v->line;
	}
}

static struct joined join(struct note *ours, struct note *theirs, bool keeps)
{
	struct joined out = {.bytes = ours->bytes};
	struct fill f = {.ours = ours, .theirs = theirs, .a = ours->arena, .out = &out, .keeps = keeps};
	const struct value *root = note_front(theirs)->root, *from = child(root, S("from"));
	if (!keeps && from && from->kind == VALUE_MAP && from->first) {
		out.source = from->first->key;
		f.said = child(note_field(ours, S("from")), out.source);
	}
	for (const struct value *v = root ? root->first : NULL; v; v = v->next)
		fill_field(&f, v);
	fill_lines(&f, child(root, S("vcard")));
	if (from)
		fill_from(&f, from);
	if (!keeps) {
		fill_entries(&f);
		fill_texts(&f);
	}
	find_lines(&f);
	return out;
}

struct joined join_note(struct note *ours, struct note *theirs)
{
	return join(ours, theirs, false);
}

struct joined join_fields(struct note *ours, struct note *theirs)
{
	return join(ours, theirs, true);
}

#include "change/set.h"

#include "text/edit.h"
#include "text/items.h"
#include "text/undecided.h"
#include "text/value.h"
#include "query/field.h"
#include "note/mapped.h"
#include "note/spelling.h"
#include "note/vocabulary.h"
#include "base/utf8.h"
#include <string.h>

static size_t key_length(str s)
{
	size_t n = utf8_letter(s);
	while (n && n < s.n &&
		((unsigned char)s.p[n] >= 0x80 || utf8_alnum(str_skip(s, n)) || memchr("-_.", s.p[n], 3)))
		n++;
	return n;
}

/* The key's length and the operator behind it; false: there is none. */
static bool split(str operand, size_t *key, char *op)
{
	size_t n = key_length(operand);
	*key = n;
	*op = '=';
	if (n && n + 1 < operand.n && operand.p[n] == '+' && operand.p[n + 1] == '=')
		*op = '+';
	else if (!n || n == operand.n || operand.p[n] != '=')
		return false;
	else if (operand.p[n - 1] == '-') {
		*op = '-';
		--*key;
	}
	return true;
}

bool set_is(str operand)
{
	size_t key;
	char op;
	return split(operand, &key, &op);
}

/* Fields that are lists even when they hold one. */
static bool is_list(str field)
{
	const struct vocabulary *v = vocabulary_find(field);
	return v && (v->flags & IS_LIST);
}

static str top(str key)
{
	return str_head(key, str_chr(key, '.'));
}

static str field_of(struct arena *a, const struct config *c, str key)
{
	str field = mapped_field(a, &c->map, key), above = top(key);
	if (!field.p && (field = mapped_field(a, &c->map, above)).p)
		field = arena_join(a, field, str_skip(key, above.n));
	return field.p ? field : field_key(key);
}

/* A tag and an address have no comma in them; of names and links several stand behind "=" only. */
static bool splits(const struct set_setting *s)
{
	const struct vocabulary *v = vocabulary_find(s->field);
	return v && (v->type == TYPE_TAG || v->type == TYPE_EMAIL || (s->op == '=' && (v->flags & IS_LIST)));
}

/* At commas, but not in [[Lovelace, Ada]]; without the # of tags. */
static void add_pieces(struct arena *a, struct strs *values, str text, bool tags)
{
	size_t from = 0;
	int depth = 0;
	for (size_t i = 0; i <= text.n; i++) {
		if (i < text.n && (text.p[i] == '[' || text.p[i] == ']'))
			depth += text.p[i] == '[' ? 1 : -1;
		if (i < text.n && (text.p[i] != ',' || depth > 0))
			continue;
		str piece = str_trim(str_head(str_skip(text, from), i - from));
		piece = str_skip(piece, tags && str_starts(piece, S("#")) ? 1 : 0);
		if (piece.n)
			strs_add(a, values, piece);
		from = i + 1;
	}
}

static bool fail(struct fault *why, str text)
{
	*why = (struct fault){.text = text};
	return false;
}

/* A day that is written in another way, as fields have it: "; write 2000-02-09". */
static str instead(struct arena *a, const struct vocabulary *type, str typed)
{
	date meant;
	bool odd = typed.n && when_odd(typed, &meant) == typed.n && meant != DATE_NONE;
	str day = odd ? str_of(when_instead(typed, WHEN_PAST)) : S("");
	return odd && vocabulary_right(type, day) ? arena_printf(a, "; write " FMT, ARG(day)) : S("");
}

static bool check(struct arena *a, const struct set_setting *s, const struct vocabulary *type, struct fault *why)
{
	if (!type || !vocabulary_typed(type))
		return true;
	if (!(type->flags & IS_SEVERAL) && (s->op != '=' || !str_eq(s->field, top(s->field))))
		return fail(why, arena_printf(a, FMT ": holds one value: " FMT "=VALUE sets it, " FMT "= removes it",
					 ARG(s->key), ARG(top(s->key)), ARG(top(s->key))));
	for (size_t i = 0; i < s->values.n && s->op != '-'; i++) {
		str typed = s->values.v[i];
		s->values.v[i] = str_trim(typed);
		if (!vocabulary_write(type, a, &s->values.v[i]))
			return fail(why, arena_printf(a, FMT ": '" FMT "' is not %s" FMT, ARG(s->key), ARG(typed),
						 vocabulary_allowed(type), ARG(instead(a, type, str_trim(typed)))));
		if (vocabulary_to_come(type, s->values.v[i]))
			return fail(why, arena_printf(a, FMT ": '" FMT "' is still to come", ARG(s->key), ARG(typed)));
	}
	return true;
}

/* "[a, b]" and "{work: x}" are YAML to who writes them, and would stand there as text. Of a field that holds one text,
 * or of the owner's, they may be that; "[[Ada]], [[Bob]]" is links. */
static bool check_yaml(struct arena *a, const struct set_setting *s, str value, struct fault *why)
{
	const struct vocabulary *v = vocabulary_find(top(s->field));
	bool several = v && ((v->flags & (IS_LIST | IS_SEVERAL)) || vocabulary_belongs(v, KIND_BOOK));
	value = str_trim(value);
	bool links = str_starts(value, S("[[")), list = str_starts(value, S("[")) && str_ends(value, S("]"));
	if (s->op == '-')
		return true;
	if (str_starts(value, S("[[[")) || (several && list && !links))
		return fail(why, arena_printf(a, FMT ": brackets are text here: of a list write " FMT "=A " FMT "+=B",
					 ARG(s->key), ARG(s->key), ARG(s->key)));
	if (several && str_starts(value, S("{")) && str_ends(value, S("}")))
		return fail(why, arena_printf(a, FMT ": braces are text here: of a map write " FMT ".KEY=VALUE",
					 ARG(s->key), ARG(s->key)));
	return true;
}

/* A key that no tool reads, where one that they do was meant. */
static void ask_key(struct arena *a, const struct config *c, const struct set_setting *s)
{
	str key = top(s->key), meant = spelling_near(key);
	if (!meant.p || s->op == '-' || !s->values.n)
		return;
	if (mapped_field(a, &c->map, key).p)
		return;
	hint("'" FMT "': did you mean '" FMT "'?", ARG(key), ARG(meant));
}

bool set_parse(struct arena *a, const struct config *c, str operand, struct set_setting *out, struct fault *why)
{
	size_t n, bad;
	*out = (struct set_setting){.op = 0};
	if (!split(operand, &n, &out->op))
		return fail(why, arena_printf(a, "not key=value: '" FMT "'", ARG(operand)));
	if (!utf8_valid(operand, &bad))
		return fail(why, arena_printf(a, "not UTF-8: '" FMT "'", ARG(operand)));
	out->key = str_head(operand, n);
	out->field = field_of(a, c, out->key);
	str value = str_skip(operand, n + (out->op == '=' ? 1 : 2));
	if (!check_yaml(a, out, value, why))
		return false;
	if (splits(out))
		add_pieces(a, &out->values, value, str_eq(out->field, S("tags")));
	else if (value.n)
		strs_add(a, &out->values, value);
	if (!out->values.n && (out->op != '=' || value.n))
		return fail(why, arena_printf(a, "no value: '" FMT "'", ARG(operand)));
	ask_key(a, c, out);
	const struct vocabulary *type = vocabulary_find(top(out->field));
	return type && (type->flags & IS_COMMON_WORD) ? true : check(a, out, type, why);
}

/* The vault's own word was typed. */
static bool is_word(struct arena *a, const struct config *c, const struct set_setting *s)
{
	return mapped_field(a, &c->map, s->key).p != NULL;
}

/* What is read is changed: the vault's word before ours; one that is there before one that is not. */
static str key_in(struct arena *a, const struct config *c, const struct front *f, const struct value *items,
	const struct set_setting *s)
{
	if (is_word(a, c, s))
		return s->key;
	str key = mapped_key(a, &c->map, f, items, s->field);
	return !str_eq(key, s->field) || !front_get(f, s->key) ? key : s->key;
}

/* A setting at work on one note. */
struct work {
	struct arena *a;
	const struct set_setting *s;
	str key;               /* in this note */
	bool word;             /* it is the vault's */
	const struct value *v; /* what it has; NULL: nothing */
	struct fault *why;
};

static str refuse(const struct work *w, str text)
{
	*w->why = (struct fault){w->v->line, w->v->col, text};
	return (str){0};
}

/* A tag is the same with "#" and in other case. */
static bool reads(const struct work *w, str written, str value)
{
	if (!str_eq(w->s->field, S("tags")))
		return str_eq(str_trim(written), str_trim(value));
	written = str_skip(written, str_starts(written, S("#")) ? 1 : 0);
	return str_eq(utf8_fold(w->a, written), utf8_fold(w->a, value));
}

/* The value as it is written in the note; absent: it is not there. */
static str find(const struct work *w, str value)
{
	struct strs texts = w->v ? front_texts(w->a, w->v) : (struct strs){0};
	for (size_t i = 0; i < texts.n; i++) {
		str rest = texts.v[i], piece;
		if (!str_eq(w->s->field, S("tags")) && reads(w, rest, value))
			return rest;
		while (str_eq(w->s->field, S("tags")) && str_cut(&rest, ',', &piece))
			if (reads(w, str_trim(piece), value))
				return str_trim(piece);
	}
	return (str){0};
}

static const struct value *parse(struct arena *a, str note, struct front *f)
{
	struct fences p = fences_of(note);
	*f = (struct front){.root = NULL};
	if (!front_parse(a, p.yaml, p.yaml_line, f))
		f->root = NULL;
	return f->root;
}

static const struct value *items_in(struct arena *a, str note)
{
	struct fences p = fences_of(note);
	return items_read(a, note, &p);
}

static const struct value *value_in(struct arena *a, str note, str key)
{
	struct front f;
	if (items_has(note, key))
		return items_get(a, items_in(a, note), key);
	return parse(a, note, &f) ? front_get(&f, key) : NULL;
}

static str add(struct work *w, str note)
{
	for (size_t i = 0; i < w->s->values.n && note.p; i++) {
		if (!find(w, w->s->values.v[i]).p)
			note = edit_add(w->a, note, w->key, w->s->values.v[i], w->why);
		if (note.p)
			w->v = value_in(w->a, note, w->key);
	}
	return note;
}

static str take_one(struct work *w, str note, str written)
{
	bool whole = w->v->kind == VALUE_TEXT && str_eq(str_trim(w->v->text), str_trim(written));
	str after = whole ? edit_unset(w->a, note, w->key, w->why) : edit_take(w->a, note, w->key, written, w->why);
	if (after.p && str_eq(after, note))
		return refuse(
			w, arena_printf(w->a, "cannot take '" FMT "' from '" FMT "': it stands inside another text",
				   ARG(written), ARG(w->key)));
	return after;
}

static str take(struct work *w, str note)
{
	for (size_t i = 0; i < w->s->values.n; i++)
		for (str written; note.p && (written = find(w, w->s->values.v[i])).p;) {
			note = take_one(w, note, written);
			if (note.p)
				w->v = value_in(w->a, note, w->key);
		}
	return note;
}

/* A key with a dot in it, in a note that has others of that form. */
static bool is_flat(struct arena *a, str note, str key)
{
	struct front f;
	const struct value *v = str_chr(key, '.') != STR_NONE ? parse(a, note, &f) : NULL;
	for (v = v ? v->first : NULL; v; v = v->next)
		if (str_chr(v->key, '.') != STR_NONE)
			return true;
	return false;
}

static str put_text(struct work *w, str note, str text)
{
	if (w->v || !w->word || !is_flat(w->a, note, w->key))
		return edit_set(w->a, note, w->key, text, w->why);
	return edit_put(w->a, note, (struct strs){&w->key, 1}, value_new(w->a, VALUE_TEXT, text, 0), w->why);
}

/* Adds to the list what is missing and takes what is not wanted, so that its other lines stay; anew if the order is
 * another one then. */
static str put_list(struct work *w, str note)
{
	struct strs want = w->s->values, have = front_texts(w->a, w->v);
	str after = note;
	for (size_t i = 0; i < want.n && after.p; i++)
		if (!strs_has(have, want.v[i]))
			after = edit_add(w->a, after, w->key, want.v[i], w->why);
	for (size_t i = 0; i < have.n && after.p; i++)
		if (!strs_has(want, have.v[i]))
			after = edit_take(w->a, after, w->key, have.v[i], w->why);
	return edit_set_list(w->a, after.p ? after : note, w->key, want, w->why);
}

static str put(struct work *w, str note)
{
	struct strs values = w->s->values;
	bool text = w->v && w->v->kind == VALUE_TEXT;
	if (w->v && w->v->kind == VALUE_LIST)
		return put_list(w, note);
	if (text && str_eq(w->s->field, S("tags")))
		return edit_set(w->a, note, w->key, strs_join(w->a, values, S(", ")), w->why);
	if (values.n > 1 || (!text && is_list(w->s->field)))
		return edit_set_list(w->a, note, w->key, values, w->why);
	return put_text(w, note, values.v[0]);
}

/* Every key or item of the note under which the field stands: where one goes, the next would show. */
static void add_keys(const struct work *w, const struct config *c, const struct value *in, struct strs *keys)
{
	for (const struct value *v = in ? in->first : NULL; v; v = v->next) {
		str field = mapped_field(w->a, &c->map, v->key);
		if ((str_eq(field, w->s->field) || str_eq(top(field), w->s->field)) && !strs_has(*keys, v->key))
			strs_add(w->a, keys, v->key);
	}
}

static str remove_key(const struct work *w, str note, struct strs keys)
{
	str after = note;
	for (size_t i = 0; i < keys.n && after.p; i++)
		after = edit_unset(w->a, undecided_settled(w->a, after, keys.v[i]), keys.v[i], w->why);
	if (after.p && !strs_has(keys, w->key))
		after = edit_unset(w->a, after, w->key, w->why);
	after = after.p ? edit_unset(w->a, after, w->s->key, w->why) : after;
	return after.p && str_eq(after, note) ? edit_unset(w->a, note, w->s->field, w->why) : after;
}

/* From each of the keys, and from the one that is read. */
static str take_all(struct work *w, str note, struct strs keys)
{
	note = take(w, note);
	for (size_t i = 0; i < keys.n && note.p; i++) {
		w->key = keys.v[i];
		w->v = value_in(w->a, note, w->key);
		note = w->v ? take(w, note) : note;
	}
	return note;
}

static str apply(
	struct arena *a, const struct config *c, str kind, str note, const struct set_setting *s, struct fault *why)
{
	struct front f;
	struct set_setting fit = *s;
	fit.values = (struct strs){0};
	for (size_t i = 0; i < s->values.n; i++)
		strs_add(a, &fit.values, s->values.v[i]);
	if (!check(a, &fit, vocabulary_in(top(s->field), kind), why))
		return (str){0};
	s = &fit;
	parse(a, note, &f);
	const struct value *items = mapped_has_items(&c->map) ? items_in(a, note) : NULL;
	struct work w = {.a = a, .s = s, .key = key_in(a, c, &f, items, s), .why = why};
	if (s->op == '=')
		note = undecided_settled(a, note, w.key);
	w.v = value_in(a, note, w.key);
	w.word = !str_eq(w.key, s->field);
	bool several = vocabulary_find(s->field) && (vocabulary_find(s->field)->flags & (IS_SEVERAL | IS_LIST));
	struct strs keys = {0};
	if (!several || !is_word(a, c, s)) {
		add_keys(&w, c, f.root, &keys);
		add_keys(&w, c, items, &keys);
	}
	if (s->op == '=' && !s->values.n)
		return remove_key(&w, note, keys);
	if (w.v && w.v->kind == VALUE_MAP)
		return refuse(
			&w, arena_printf(a, "'" FMT "' is a map: " FMT ".LABEL=VALUE sets in it, " FMT "= removes it",
				    ARG(w.key), ARG(s->key), ARG(s->key)));
	return s->op == '=' ? put(&w, note) : s->op == '+' ? add(&w, note) : take_all(&w, note, keys);
}

/* The kind that a note has after the settings. */
static str kind_after(str kind, const struct set_setting *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(v[i].field, S("kind")) && v[i].op == '=' && v[i].values.n)
			kind = v[i].values.v[0];
	return kind;
}

/* Each in the memory of the one before the last: hundreds of them do not add up. */
str set_apply(struct arena *a, const struct config *c, str kind, str note, const struct set_setting *v, size_t n,
	struct fault *why)
{
	struct arena scratch[2] = {{0}};
	str bytes = note;
	kind = kind_after(kind, v, n);
	for (size_t i = 0; i < n && bytes.p; i++) {
		arena_reset(&scratch[i % 2]);
		bytes = arena_dup(&scratch[i % 2], apply(&scratch[i % 2], c, kind, bytes, &v[i], why));
	}
	bytes = bytes.p == note.p && bytes.n == note.n ? note : arena_dup(a, bytes);
	why->text = arena_dup(a, why->text);
	arena_release(&scratch[0]);
	arena_release(&scratch[1]);
	return bytes;
}

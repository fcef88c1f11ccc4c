#include "merge/mergetree.h"
#include "merge/merge_parts.h"

static struct value some; /* what is in a set */
static const struct value empty = {.kind = VALUE_LIST};

static bool is(const struct value *v, enum value_kind kind)
{
	return v && v->kind == kind;
}

static bool same(const struct value *x, const struct value *y)
{
	return x && y && value_same(x, y);
}

static bool is_plain_text(const struct value *v)
{
	return v->kind == VALUE_TEXT && !v->link && str_chr(v->text, '\n') == STR_NONE;
}

/* "tags: a, b", or a list that can be written so. */
static bool is_words(const struct value *v)
{
	if (!v || !str_eq(v->key, S("tags")))
		return false;
	for (const struct value *i = v->kind == VALUE_LIST ? v->first : NULL; i; i = i->next)
		if (!is_plain_text(i) || !i->text.n || str_chr(i->text, ',') != STR_NONE)
			return false;
	return v->kind == VALUE_LIST || is_plain_text(v);
}

enum verdict tree_judge(struct merge_versions x)
{
	const struct value *b = x.v[BASE], *o = x.v[OURS], *t = x.v[THEIRS];

	if (!o || !t) {
		if (!b)
			return o ? KEEP_OURS : t ? KEEP_THEIRS : DROP;
		return (!o && !t) || same(b, o ? o : t) ? DROP : CONFLICT;
	}
	if (same(o, t) || same(b, t))
		return KEEP_OURS;
	if (o->kind == VALUE_MAP && t->kind == VALUE_MAP && !o->anchored && !t->anchored && !(o->style && same(b, o)))
		return MERGE_MAP;
	if (same(b, o))
		return KEEP_THEIRS;
	bool lists = o->kind == VALUE_LIST && t->kind == VALUE_LIST;
	if (!o->anchored && !t->anchored && (lists || (is_words(o) && is_words(t))))
		return o->kind == VALUE_LIST ? MERGE_LIST : MERGE_WORDS;
	return CONFLICT;
}

/* Letters and digits: what was written without quotes stays so, be it a number to others. */
static bool is_word(str s)
{
	size_t n = 0;

	while (n < s.n && ((s.p[n] >= '0' && s.p[n] <= '9') || ((s.p[n] | 32) >= 'a' && (s.p[n] | 32) <= 'z') ||
				  (n && (s.p[n] == '.' || s.p[n] == '-' || s.p[n] == '_'))))
		n++;
	return n && n == s.n;
}

static str quoted(struct arena *a, str s, char style, bool flow)
{
	return !style && is_word(s) ? s : front_quote_as(a, s, style, flow);
}

str tree_key(struct arena *a, const struct value *v, bool flow)
{
	return quoted(a, v->key, 0, flow);
}

static void add_inline(struct arena *a, struct buf *b, const struct value *v, bool flow)
{
	bool map = v->kind == VALUE_MAP;

	if (v->kind == VALUE_NULL)
		buf_puts(b, "null");
	else if (v->kind == VALUE_TEXT)
		buf_add(b, v->link ? v->text : quoted(a, v->text, v->style, flow));
	if (v->kind == VALUE_NULL || v->kind == VALUE_TEXT)
		return;
	buf_putc(b, map ? '{' : '[');
	for (const struct value *i = v->first; i; i = i->next) {
		if (map)
			buf_printf(b, FMT ": ", ARG(tree_key(a, i, true)));
		add_inline(a, b, i, true);
		if (i->next)
			buf_puts(b, ", ");
	}
	buf_putc(b, map ? '}' : ']');
}

str tree_inline(struct arena *a, const struct value *v, bool flow)
{
	struct buf b = {0};

	add_inline(a, &b, v, flow);
	return arena_take(a, &b);
}

static void add_identity(struct arena *a, struct buf *b, const struct value *v)
{
	if (v->kind == VALUE_TEXT || v->kind == VALUE_NULL) {
		buf_add(b, v->kind == VALUE_NULL ? S("null") : front_quote(a, v->text, true));
		return;
	}
	buf_putc(b, v->kind == VALUE_MAP ? '{' : '[');
	for (const struct value *i = v->first; i; i = i->next) {
		if (i->key.p)
			buf_add(b, front_quote(a, i->key, true));
		buf_putc(b, ':');
		add_identity(a, b, i);
		buf_putc(b, ',');
	}
	buf_putc(b, '}');
}

/* What tells items of a list apart, whatever their style. */
static str identity(struct arena *a, const struct value *v)
{
	struct buf b = {0};

	add_identity(a, &b, v);
	return arena_take(a, &b);
}

static struct map set_of(struct arena *a, const struct value *list)
{
	struct map m = {0};

	for (const struct value *i = list->first; i; i = i->next)
		map_put(&m, identity(a, i), &some);
	return m;
}

/* The copy stands alone. */
static struct value *copy(struct arena *a, const struct value *v)
{
	struct value *c = arena_alloc(a, sizeof *c);

	*c = *v;
	c->next = NULL;
	return c;
}

/* "a, b" as a list. */
static const struct value *split(struct arena *a, const struct value *v)
{
	struct value *list = value_new(a, VALUE_LIST, (str){NULL, 0}, 0), **tail = &list->first;
	struct strs words = {0};

	strs_add_words(a, &words, v->text);
	for (size_t i = 0; i < words.n; i++) {
		*tail = value_new(a, VALUE_TEXT, words.v[i], 0);
		tail = &(*tail)->next;
	}
	return list;
}

/* No value as an empty list, a text as the only item, unless it is one of tags. */
static const struct value *as_list(struct arena *a, const struct value *v)
{
	struct value *list;

	if (!v || v->kind == VALUE_NULL || v->kind == VALUE_MAP)
		return &empty;
	if (v->kind == VALUE_LIST)
		return v;
	if (is_words(v))
		return split(a, v);
	list = value_new(a, VALUE_LIST, (str){NULL, 0}, 0);
	list->first = copy(a, v);
	return list;
}

static void add_item(struct arena *a, struct value_items *l, const struct value *v)
{
	l->v = arena_more(a, l->v, l->n, sizeof(*l->v));
	l->v[l->n++] = v;
}

struct value_items tree_items(struct arena *a, struct merge_versions x)
{
	struct value_items out = {0};
	const struct value *ours = as_list(a, x.v[OURS]), *theirs = as_list(a, x.v[THEIRS]);
	struct map b = set_of(a, as_list(a, x.v[BASE])), o = set_of(a, ours), t = set_of(a, theirs);

	for (const struct value *i = ours->first; i; i = i->next) {
		str id = identity(a, i);
		if (map_get(&t, id) || !map_get(&b, id))
			add_item(a, &out, i);
	}
	out.ours = out.n;
	for (const struct value *i = theirs->first; i; i = i->next) {
		str id = identity(a, i);
		if (map_get(&o, id) || map_get(&b, id))
			continue;
		map_put(&o, id, &some);
		add_item(a, &out, i);
	}
	map_release(&b);
	map_release(&o);
	map_release(&t);
	return out;
}

str tree_words(struct arena *a, struct merge_versions x)
{
	struct value_items items = tree_items(a, x);
	struct strs words = {0};

	for (size_t i = 0; i < items.n; i++)
		strs_add(a, &words, items.v[i]->text);
	return strs_join(a, words, S(", "));
}

struct map tree_keys(const struct value *map)
{
	struct map m = {0};

	for (struct value *i = is(map, VALUE_MAP) ? map->first : NULL; i; i = i->next)
		map_put(&m, i->key, i);
	return m;
}

struct value *tree_maps(struct arena *a, struct merge_versions x, size_t *conflicts)
{
	struct map keys[SIDES];
	struct value *out = copy(a, x.v[OURS]), **tail = &out->first;

	for (int s = 0; s < SIDES; s++)
		keys[s] = tree_keys(x.v[s]);
	*tail = NULL;
	for (int s = OURS; s <= THEIRS; s++)
		for (const struct value *i = x.v[s]->first; i; i = i->next) {
			struct merge_versions y = {{map_get(&keys[BASE], i->key), map_get(&keys[OURS], i->key),
				map_get(&keys[THEIRS], i->key)}};
			struct value *v = s == THEIRS && y.v[OURS] ? NULL : tree_merge(a, y, conflicts);
			if (v) {
				*tail = v;
				tail = &v->next;
			}
		}
	for (int s = 0; s < SIDES; s++)
		map_release(&keys[s]);
	return out;
}

struct value *tree_merge(struct arena *a, struct merge_versions x, size_t *conflicts)
{
	enum verdict verdict = tree_judge(x);
	struct value *v, **tail;

	if (verdict == DROP)
		return NULL;
	if (verdict == MERGE_MAP)
		return tree_maps(a, x, conflicts);
	*conflicts += verdict == CONFLICT;
	v = copy(a, verdict != KEEP_THEIRS && x.v[OURS] ? x.v[OURS] : x.v[THEIRS]);
	if (verdict == MERGE_WORDS)
		v->text = tree_words(a, x);
	if (verdict != MERGE_LIST)
		return v;
	struct value_items items = tree_items(a, x);
	tail = &v->first;
	*tail = NULL;
	for (size_t i = 0; i < items.n; i++, tail = &(*tail)->next)
		*tail = copy(a, items.v[i]);
	return v;
}

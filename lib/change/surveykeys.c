#include "change/survey.h"

#include "base/sorted.h"
#include "note/mapped.h"

static struct survey_key *key_of(struct survey *s, struct dialect_key k)
{
	for (size_t i = 0; i < s->key_count; i++)
		if (str_eq(s->keys[i].word, k.word))
			return &s->keys[i];
	s->keys = arena_more(&s->arena, s->keys, s->key_count, sizeof *s->keys);
	s->keys[s->key_count] = (struct survey_key){
		.field = arena_dup(&s->arena, k.field), .word = arena_dup(&s->arena, k.word), .rank = k.rank};
	return &s->keys[s->key_count++];
}

/* "Nom: Lee" beside "Prénom: Ann" is half of a name, and the file name is all of it. */
static bool is_half(struct note *n, str name)
{
	str all = dialect_letters(n->arena, name);
	for (const struct value *v = note_front(n)->root->first; v; v = v->next)
		if (v->kind == VALUE_TEXT && dialect_is_part_of_name(n->arena, v->key) &&
			str_find(all, dialect_letters(n->arena, v->text)) == STR_NONE)
			return true;
	return false;
}

static void count_values(struct survey *s, struct note *n, const struct value *v, struct dialect_key k)
{
	struct survey_key *key = key_of(s, k);
	struct strs texts = front_texts(n->arena, v);
	size_t right = 0, all = 0;
	for (size_t i = 0; i < texts.n; i++) {
		all += str_trim(texts.v[i]).n > 0;
		right += dialect_fits(n->arena, key->field, texts.v[i]) &&
			 !(str_eq(key->field, S("name")) && is_half(n, texts.v[i]));
	}
	bool map = v->kind == VALUE_MAP || (v->kind == VALUE_LIST && v->first && v->first->kind == VALUE_MAP);
	key->n += all > 0;
	key->right += all && (map ? right > 0 : right * 2 >= all);
}

static bool is_mapped(struct note *n, str key)
{
	return mapped_field(n->arena, &n->config->map, key).p != NULL;
}

/* A to D of alas, which say how often. */
static bool is_category(struct arena *a, str name, str value)
{
	return str_eq(dialect_letters(a, name), S("category")) && value.n == 1 && value.p[0] >= 'A' &&
	       value.p[0] <= 'D';
}

static void see_items(struct survey *s, struct note *n)
{
	str body = n->pieces.body, name, value;
	while (survey_item(&body, &name, &value)) {
		struct dialect_key k = dialect_key(n->arena, name);
		bool category = is_category(n->arena, name, value);
		s->has_categories |= category;
		k.field = category ? S("tags") : k.field;
		k.word = arena_printf(n->arena, "- " FMT, ARG(name));
		if (!k.field.p || str_chr(k.field, '*') != STR_NONE || is_mapped(n, k.word))
			continue;
		struct survey_key *key = key_of(s, k);
		key->n++;
		key->right += category || dialect_fits(n->arena, k.field, value);
	}
}

/* title: Ada Byron in 20210101-ada_byron.md is no job. */
static void see_title(struct survey *s, struct note *n)
{
	const struct value *v = front_get(note_front(n), S("title"));
	if (!v || v->kind != VALUE_TEXT || !str_trim(v->text).n || is_mapped(n, S("title")))
		return;
	str title = dialect_letters(n->arena, v->text);
	s->titles++;
	s->names_in_titles += title.n && (str_find(dialect_letters(n->arena, note_stem(n)), title) != STR_NONE ||
						 str_eq(title, dialect_letters(n->arena, note_name(n))));
}

/* A tier is read as a tag, to which cadence of book.md gives a span. */
static void see_tier(struct survey *s, const struct value *v, struct dialect_key *k)
{
	k->field = S("tags");
	if (v->kind != VALUE_TEXT || !str_trim(v->text).n)
		return;
	s->has_tiers = true;
	if (!obsidian_tier_of(&s->obsidian, v->text) && !strs_has(s->odd_tiers, v->text))
		strs_add(&s->arena, &s->odd_tiers, arena_dup(&s->arena, v->text));
}

static bool see_keys(struct note *n, void *ctx)
{
	struct survey *s = ctx;
	if (survey_left_out(s, n) || !note_ok(n) || !(note_is(n, "person") || note_is(n, "org")))
		return true;
	const struct value *v = note_front(n)->root;
	s->has_city |= front_get(note_front(n), S("city")) != NULL;
	s->has_country |= front_get(note_front(n), S("country")) != NULL;
	for (v = v ? v->first : NULL; v; v = v->next) {
		struct dialect_key k = dialect_key(n->arena, v->key);
		if (str_eq(v->key, S(OBSIDIAN_TIER)) && !is_mapped(n, v->key))
			see_tier(s, v, &k);
		if (k.field.p && v->kind != VALUE_NULL && !v->duplicate && !is_mapped(n, v->key))
			count_values(s, n, v, k);
	}
	see_items(s, n);
	see_title(s, n);
	return true;
}

/* In the order of map; of one field the words without a label first, then the most used. */
static int by_field(const void *x, const void *y)
{
	const struct survey_key *a = x, *b = y;
	bool star = str_chr(a->word, '*') != STR_NONE, other = str_chr(b->word, '*') != STR_NONE;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (!str_eq(a->field, b->field))
		return str_cmp(a->field, b->field);
	if (star != other)
		return star ? 1 : -1;
	return (b->n > a->n) - (b->n < a->n);
}

void survey_keys(struct survey *s, struct book *b)
{
	struct book_walk w = {.visit = see_keys, .ctx = s};
	size_t kept = 0;
	book_walk(b, &w);
	for (size_t i = 0; i < s->key_count; i++)
		if (s->keys[i].right * 2 > s->keys[i].n)
			s->keys[kept++] = s->keys[i];
	s->key_count = kept;
	sorted_sort(s->keys, s->key_count, sizeof *s->keys, by_field);
}

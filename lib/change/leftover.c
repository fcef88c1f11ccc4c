#include "change/leftover.h"

#include "base/sorted.h"
#include "base/term.h"
#include "change/dialect.h"
#include "note/mapped.h"

#define MOST_KEYS 500 /* that are counted */
#define MOST_TOLD 8

static struct leftover_key *key_of(struct leftover *l, str key, enum leftover_why why)
{
	for (size_t i = 0; i < l->key_count; i++)
		if (l->keys[i].why == why && str_eq(l->keys[i].key, key))
			return &l->keys[i];
	if (l->key_count == MOST_KEYS)
		return NULL;
	l->keys = arena_more(&l->arena, l->keys, l->key_count, sizeof *l->keys);
	l->keys[l->key_count] = (struct leftover_key){.key = arena_dup(&l->arena, key), .why = why};
	return &l->keys[l->key_count++];
}

static void add(struct leftover *l, struct note *n, const struct value *v, enum leftover_why why, str text)
{
	struct leftover_key *k = key_of(l, v->key, why);
	if (!k)
		return;
	if (!k->n++) {
		k->at = arena_printf(&l->arena, FMT ":%u", ARG(n->shown.p ? n->shown : n->path), v->line);
		k->value = arena_dup(&l->arena, text);
	}
}

/* The first text that is no value of the field; absent: all are. */
static str wrong_text(const struct vocabulary *field, struct strs texts)
{
	for (size_t i = 0; i < texts.n; i++)
		if (str_trim(texts.v[i]).n && !vocabulary_right(field, str_trim(texts.v[i])))
			return texts.v[i];
	return (str){0};
}

static bool is_days(const struct vocabulary *v)
{
	return v->type == TYPE_DATE || v->type == TYPE_DAY || v->type == TYPE_ARCHIVED || v->type == TYPE_SPAN ||
	       v->type == TYPE_PERIOD || v->type == TYPE_CADENCE;
}

static void count_value(struct leftover *l, struct note *n, const struct value *v)
{
	str field = mapped_field(n->arena, &n->config->map, v->key);
	const struct vocabulary *known =
		field.p ? vocabulary_find(str_head(field, str_chr(field, '.'))) : vocabulary_find(v->key);
	struct strs texts = front_texts(n->arena, v);
	if (known && is_days(known)) {
		str wrong = wrong_text(known, texts);
		if (wrong.p)
			add(l, n, v, LEFTOVER_WRONG, wrong);
	} else if (!known && !field.p && texts.n && !str_starts(str_trim(texts.v[0]), S("[[")) &&
		   !dialect_tells_nothing(n->arena, v->key))
		add(l, n, v, LEFTOVER_UNKNOWN, texts.v[0]);
}

/* "lastContact:: 2026-10-01", also as an item or in bold, of a key that means a field. */
static void count_inline(struct leftover *l, struct note *n, str line)
{
	size_t colons = str_find(line, S(":: "));
	str key = colons == STR_NONE || colons > 60 ? (str){0} : str_head(line, colons);
	while (key.n && strchr("-*+_ \t", key.p[0]))
		key = str_skip(key, 1);
	while (key.n && strchr("*_ \t", key.p[key.n - 1]))
		key.n--;
	if (key.n && (dialect_key(n->arena, key).field.p || vocabulary_find(key))) {
		struct leftover_key *k = key_of(l, key, LEFTOVER_INLINE);
		if (k)
			k->n++;
	}
}

void leftover_count(struct leftover *l, struct note *n)
{
	str body = n->pieces.body, line;
	const struct value *root = note_front(n)->root;
	for (const struct value *v = root ? root->first : NULL; v; v = v->next)
		if (!v->duplicate)
			count_value(l, n, v);
	while (str_line(&body, &line))
		count_inline(l, n, line);
}

static int by_use(const void *x, const void *y)
{
	const struct leftover_key *a = x, *b = y;
	return a->n != b->n ? (b->n > a->n) - (b->n < a->n) : str_cmp(a->key, b->key);
}

static void say_wrong(const struct leftover *l, FILE *f)
{
	const char *sep = "not understood: ";
	for (size_t i = 0; i < l->key_count; i++) {
		const struct leftover_key *k = &l->keys[i];
		if (k->why != LEFTOVER_WRONG)
			continue;
		fputs(sep, f);
		term_put(f, k->key);
		fprintf(f, " (%zu, first ", k->n);
		term_put(f, k->at);
		fputs(": ", f);
		term_put(f, k->value);
		fputs(")", f);
		sep = ", ";
	}
	if (*sep == ',')
		fputs("; nt-check names them all\n", f);
}

/* What a quarter of them have, and more than one. */
static void say_unread(const struct leftover *l, size_t people, FILE *f)
{
	size_t told = 0;
	str first = {0};
	for (size_t i = 0; i < l->key_count && told < MOST_TOLD; i++) {
		const struct leftover_key *k = &l->keys[i];
		if (k->why != LEFTOVER_UNKNOWN || k->n < 2 || k->n * 4 < people)
			continue;
		fputs(told++ ? ", " : "not read: ", f);
		term_put(f, k->key);
		fprintf(f, " (%zu)", k->n);
		first = first.p ? first : k->key;
	}
	if (told)
		fprintf(f, "; map in book.md makes a field of one: map: {FIELD: " FMT "}\n", ARG(first));
}

/* Whose fields they are is plain: one is enough. */
static void say_inline(const struct leftover *l, FILE *f)
{
	size_t told = 0;
	for (size_t i = 0; i < l->key_count && told < MOST_TOLD; i++) {
		const struct leftover_key *k = &l->keys[i];
		if (k->why != LEFTOVER_INLINE)
			continue;
		fputs(told++ ? ", " : "not read, as it stands in the text: ", f);
		term_put(f, k->key);
		fprintf(f, ":: (%zu)", k->n);
	}
	if (told)
		fputs("; fields of Dataview are read from the front matter only\n", f);
}

void leftover_say(const struct leftover *l, size_t people, FILE *f)
{
	sorted_sort(l->keys, l->key_count, sizeof *l->keys, by_use);
	say_wrong(l, f);
	say_unread(l, people, f);
	say_inline(l, f);
}

void leftover_release(struct leftover *l)
{
	arena_release(&l->arena);
}

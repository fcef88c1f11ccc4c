#include "views/complete.h"

#include "note/sight.h"
#include "base/utf8.h"
#include "base/sorted.h"
#include <string.h>

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

void completions_word(struct complete *c, str text)
{
	static const char blanks[] = " \t\r\n", marks[] = "\"'<>(),;";
	while (text.n) {
		size_t n = 0;
		while (n < text.n && !is_one_of(text.p[n], blanks))
			n++;
		str word = str_head(text, n);
		text = str_skip(text, n + 1);
		while (word.n && is_one_of(word.p[0], marks))
			word = str_skip(word, 1);
		while (word.n && is_one_of(word.p[word.n - 1], marks))
			word.n--;
		word = utf8_bare(&c->arena, word);
		if (word.n)
			strs_add(&c->arena, &c->words, word);
	}
}

/* What of a note is compared with the words, as searches compare. */
struct subject {
	struct strs names, texts;
	str email, label;
};

static void add_bare(struct note *n, struct strs *out, const char *key)
{
	struct strs texts = sight_texts(READER_REST, n, str_of(key));
	for (size_t i = 0; i < texts.n; i++)
		strs_add(n->arena, out, utf8_bare(n->arena, texts.v[i]));
}

static bool any_holds(struct strs texts, str word)
{
	for (size_t i = 0; i < texts.n; i++)
		if (str_find(texts.v[i], word) != STR_NONE)
			return true;
	return false;
}

static bool is_begun(struct arena *a, const struct subject *s, str word)
{
	for (size_t i = 0; i < s->names.n; i++)
		if (names_begins_word(a, s->names.v[i], word))
			return true;
	return str_starts(s->email, word);
}

static bool fits(const struct complete *c, struct arena *a, const struct subject *s, bool *begins)
{
	*begins = true;
	for (size_t i = 0; i < c->words.n; i++) {
		str word = c->words.v[i];
		if (is_begun(a, s, word))
			continue;
		*begins = false;
		if (!any_holds(s->names, word) && !any_holds(s->texts, word) && str_find(s->email, word) == STR_NONE &&
			str_find(s->label, word) == STR_NONE)
			return false;
	}
	return true;
}

static str name_of(struct note *n, str email)
{
	str name = address_text(n->arena, sight_name(READER_REST, n));
	if (!name.n)
		name = address_text(n->arena, note_stem(n));
	return name.n ? name : email;
}

/* "work, Kestrel Maps tags:mentor,staff-path"; NeoMutt takes the tags up. */
static str other_of(struct note *n, str label)
{
	struct strs parts = {0}, orgs = sight_texts(READER_REST, n, S("org"));
	struct strs tags = note_tags_in(n, sight_texts(READER_REST, n, S("tags")));
	if (label.n)
		strs_add(n->arena, &parts, label);
	for (size_t i = 0; i < orgs.n; i++)
		strs_add(n->arena, &parts, address_text(n->arena, links_shown(n->arena, orgs.v[i])));
	str text = strs_join(n->arena, parts, S(", "));
	if (!tags.n)
		return text;
	char *list = arena_cstr(n->arena, address_text(n->arena, strs_join(n->arena, tags, S(","))));
	for (char *p = list; *p; p++)
		*p = (char)(*p == ' ' ? '-' : *p);
	return arena_printf(n->arena, FMT "%stags:%s", ARG(text), text.n ? " " : "", list);
}

static struct complete_note *add_note(struct complete *c, struct note *n, int id)
{
	struct complete_note *at = arena_alloc(&c->arena, sizeof *at);
	at->rank = rank_note(&c->arena, n, id, &c->people);
	c->notes = arena_more(&c->arena, c->notes, c->note_count, sizeof(struct complete_note *));
	return c->notes[c->note_count++] = at;
}

static void consider(struct note *n, int id, void *ctx)
{
	struct complete *c = ctx;
	const struct complete_note *note = NULL;
	struct addresses addresses = addresses_read(n);
	struct subject s = {0};
	bool begins;
	if (!addresses.n)
		return;
	strs_add(n->arena, &s.names, utf8_bare(n->arena, note_name(n)));
	add_bare(n, &s.names, "aliases");
	add_bare(n, &s.texts, "org");
	add_bare(n, &s.texts, "tags");
	for (size_t i = 0; i < addresses.n; i++) {
		str email = addresses.v[i].email, label = addresses.v[i].label;
		s.email = utf8_bare(n->arena, email);
		s.label = utf8_bare(n->arena, label);
		if (!fits(c, n->arena, &s, &begins))
			continue;
		if (!note)
			note = add_note(c, n, id);
		c->v = arena_more(&c->arena, c->v, c->n, sizeof *c->v);
		c->v[c->n] = (struct complete_line){.begins = begins,
			.note = note,
			.order = c->n,
			.email = arena_dup(&c->arena, email),
			.name = arena_dup(&c->arena, name_of(n, email)),
			.other = arena_dup(&c->arena, other_of(n, label))};
		c->n++;
	}
}

static int by_rank(const void *left, const void *right)
{
	const struct complete_line *x = left, *y = right;
	int order = rank_compare(&x->note->rank, x->begins, &y->note->rank, y->begins);
	return order ? order : (x->order > y->order) - (x->order < y->order);
}

void completions_read(struct complete *c, struct book *b)
{
	people_read(&c->people, b, consider, c);
	for (size_t i = 0; i < c->note_count; i++)
		rank_mentions(&c->notes[i]->rank, &c->people);
	sorted_sort(c->v, c->n, sizeof *c->v, by_rank);
}

void completions_release(struct complete *c)
{
	people_release(&c->people);
	arena_release(&c->arena);
}

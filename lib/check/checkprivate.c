#include "check/check_parts.h"

#include "base/utf8.h"
#include "note/sight.h"
#include "note/spelling.h"
#include "text/heading.h"

#define LINE_MOST 80 /* a longer paragraph is no heading that somebody forgot to mark */

/* Behind a number, as in a numbered chapter. */
static str without_number(str word)
{
	size_t n = 0;
	while (n < word.n && (str_digit(word.p[n]) || str_chr(S(".) "), word.p[n]) != STR_NONE))
		n++;
	return str_skip(word, n);
}

/* "private notes", "1. private", "privat" */
static bool is_near(str word, str name)
{
	str rest = without_number(word);
	bool begins = name.n && str_starts(rest, name) && !utf8_alnum(str_skip(rest, name.n));
	return begins || spelling_resembles(rest, name);
}

static str near_name(struct check *c, str word)
{
	struct strs names = c->n->config->private_names;
	for (size_t i = 0; i < names.n; i++)
		if (is_near(word, names.v[i]))
			return names.v[i];
	return (str){0};
}

/* A heading that is nearly one of the private ones, or a line that is one but for being a heading. */
static void check_block(struct check *c, const struct body_block *k)
{
	struct arena *a = c->n->arena;
	size_t at = mistakes_body_at(c, k->text_at);
	if ((k->kind != BLOCK_HEADING && k->text_end - k->text_at > LINE_MOST) || !sight_at(READER_REST, c->n, at))
		return;
	str text = body_text(a, note_body(c->n), k), word = heading_word(a, text);
	str name = k->kind == BLOCK_HEADING ? near_name(c, word) : (str){0};
	if (name.p)
		mistakes_add(
			c, CHECK_PRIVATE, at, "'" FMT "' is no private heading, as '" FMT "' is", ARG(text), ARG(name));
	else if (k->kind != BLOCK_HEADING && heading_among(a, c->n->config->private_names, word))
		mistakes_add(c, CHECK_PRIVATE, at, "'" FMT "' is no heading: what stands below it is not private",
			ARG(text));
}

/* Keys and labels, at any depth; a key that looks like one of ours is told as such. */
static void check_keys(struct check *c, const struct value *v, bool top)
{
	for (; v; v = v->next) {
		bool asked = v->key.n && !spelling_knows(v->key) &&
			     !(top && spelling_apply(c->n) && spelling_meant(c->n, v->key).p);
		str name = asked ? near_name(c, utf8_fold(c->n->arena, v->key)) : (str){0};
		if (!sight_value(READER_REST, c->n, v))
			continue;
		if (name.p)
			mistakes_add(c, CHECK_PRIVATE, mistakes_front_at(c, v->key_at),
				"'" FMT "' is not private, as '" FMT "' is", ARG(v->key), ARG(name));
		check_keys(c, v->first, false);
	}
}

void check_private(struct check *c)
{
	const struct body *b = note_body(c->n);
	const struct front *f = note_front(c->n);
	if (f->root && !str_eq(c->n->path, S("book.md")))
		check_keys(c, f->root->first, true);
	for (size_t i = 0; i < b->count; i++)
		check_block(c, &b->blocks[i]);
}

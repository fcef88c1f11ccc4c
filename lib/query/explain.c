#include "query/explain.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "base/when.h"
#include "note/sight.h"
#include "note/spelling.h"
#include "query/query_parts.h"

static bool has(struct note *n, const struct people *p, str key)
{
	struct query exists = {.op = OP_EXISTS, .key = key, .any_case = true};
	return query_match(&exists, n, p);
}

/* Where a word stands that no name, alias, email, org or tag holds: a tag much like it, else another field. */
static void look_elsewhere(struct arena *keep, struct query *q, struct note *n)
{
	static const char *const keys[] = {"city", "country", "title", "role", "text"};
	struct strs tags = note_tags_in(n, sight_texts(READER_REST, n, S("tags")));
	for (size_t i = 0; i < tags.n && !q->tally.near.p; i++)
		if (spelling_resembles(q->text, utf8_bare(n->arena, tags.v[i])))
			q->tally.near = arena_printf(keep, "tag:" FMT, ARG(tags.v[i]));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct query holds = {.op = OP_CONTAINS, .key = str_of(keys[i]), .text = q->text};
		if ((!q->tally.elsewhere || i < q->tally.place) && query_match(&holds, n, NULL)) {
			q->tally.elsewhere = keys[i];
			q->tally.place = i;
		}
	}
}

/* Of a tag or a kind of entry that nobody has: one much like it, as a term. */
static void look_near(struct arena *keep, struct query *q, struct note *n)
{
	const char *key = q->op == OP_ENTRY ? "entry" : "tag";
	struct strs words = {0};
	if (q->op != OP_ENTRY)
		words = note_tags_in(n, sight_texts(READER_REST, n, S("tags")));
	else
		for (size_t i = 0; i < note_entries(n)->n; i++)
			if (!note_entries(n)->v[i].is_private && note_entries(n)->v[i].kind.n)
				strs_add(n->arena, &words, note_entries(n)->v[i].kind);
	for (size_t i = 0; i < words.n && !q->tally.near.p; i++)
		if (spelling_resembles(q->text, utf8_bare(n->arena, words.v[i])))
			q->tally.near = arena_printf(keep, "%s:" FMT, key, ARG(words.v[i]));
}

static bool asks_tag(const struct query *q)
{
	return (q->op == OP_CONTAINS || q->op == OP_IS) && str_eq(q->key, S("tags"));
}

static void judge(struct arena *keep, struct query *q, struct note *n, const struct people *p)
{
	struct query_tally *t = &q->tally;
	t->met = t->met || query_match(q, n, p);
	if (q->key.p)
		t->has_key = t->has_key || has(n, p, q->key);
	if (q->op == OP_WORD && !t->met)
		look_elsewhere(keep, q, n);
	else if (!t->met && !t->near.p && q->text.n && (q->op == OP_ENTRY || asks_tag(q)))
		look_near(keep, q, n);
}

void explain_note(struct arena *keep, struct query *q, struct note *n, const struct people *p)
{
	for (; q->op == OP_AND || q->op == OP_OR; q = q->right)
		explain_note(keep, q->left, n, p);
	if (q->op != OP_NOT && q->op != OP_ALL)
		judge(keep, q, n, p);
}

static bool says_when(str word)
{
	static const char *const words[] = {"last", "next", "ago", "week", "month", "year"};
	date first, last;
	long number;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_ieq(word, str_of(words[i])))
			return true;
	return !str_long(word, &number) && when_range(word, WHEN_PAST, &first, &last);
}

static bool is_list(struct arena *a, const struct book *b, str name)
{
	bool several;
	struct list *l = lists_find(a, b, name, &several);
	if (l)
		query_release(l->query);
	return l;
}

/* What may have been meant by a word that none has; absent: no idea. */
static str meant_by(struct arena *a, const struct book *b, const struct query *q)
{
	if (says_when(q->said))
		return S("a day stands behind a field, due:today, or an option, --since");
	if (is_list(a, b, q->said))
		return arena_printf(a, "the list is @" FMT, ARG(q->said));
	if (q->tally.near.p)
		return arena_printf(a, "did you mean " FMT "?", ARG(q->tally.near));
	if (q->tally.elsewhere)
		return arena_printf(a, "%s:" FMT " finds some", q->tally.elsewhere, ARG(q->said));
	return (str){0};
}

static void say_word(struct arena *a, const struct book *b, const struct query *q)
{
	str meant = meant_by(a, b, q);
	hint("no name, alias, email, org or tag holds '" FMT "'%s" FMT, ARG(q->said), meant.p ? "; " : "", ARG(meant));
}

static void say_key(const struct query *q)
{
	str near = spelling_near(q->key);
	if (near.p)
		hint("no note has a field '" FMT "'; did you mean '" FMT "'?", ARG(q->key), ARG(near));
	else
		hint("no note has a field '" FMT "'", ARG(q->key));
}

/* How many terms there are, and of these how many no note satisfies. */
struct counts {
	size_t terms, unmet;
};

static void say(struct arena *a, const struct book *b, const struct query *q, struct counts *c)
{
	for (; q->op == OP_AND || q->op == OP_OR; q = q->right)
		say(a, b, q->left, c);
	if (q->op == OP_NOT || q->op == OP_ALL)
		return;
	c->terms++;
	c->unmet += !q->tally.met;
	if (q->tally.met)
		return;
	if (q->op == OP_WORD)
		say_word(a, b, q);
	else if (q->key.p && !q->tally.has_key)
		say_key(q);
	else if (q->tally.near.p)
		hint("no note satisfies '" FMT "'; did you mean " FMT "?", ARG(q->said), ARG(q->tally.near));
	else
		hint("no note satisfies '" FMT "'", ARG(q->said));
}

void explain_say(struct arena *a, const struct book *b, const struct query *q)
{
	struct counts c = {0};
	say(a, b, q, &c);
	if (!c.unmet && c.terms > 1)
		hint("each of these terms finds notes, but no note satisfies all that is asked");
}

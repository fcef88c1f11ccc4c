#include "note/kinds.h"

#include "base/regex.h"
#include "base/termlist.h"
#include "base/utf8.h"
#include "note/vocabulary.h"
#include "text/link.h"

#define DEPTH 100

enum op { AND, OR, NOT, WORD, PATH, EXISTS, CONTAINS, TAGGED, IS, REGEX };

struct term {
	enum op op;
	struct term *left, *right;
	str key, text; /* text: folded or bare, as the operator wants it */
	struct regex *regex;
};

struct kinds_rule {
	str kind;
	struct term *term;
};

/* Parsing. */

struct parsing {
	struct arena *arena;
	struct strs terms;
	size_t at, depth;
	str wrong; /* the first thing that is; absent: none so far */
};

static struct term *term_new(struct parsing *p, enum op op, str key, str text)
{
	struct term *t = arena_alloc(p->arena, sizeof *t);
	*t = (struct term){.op = op, .key = key, .text = text};
	return t;
}

static struct term *wrong(struct parsing *p, str why)
{
	if (!p->wrong.p)
		p->wrong = why;
	p->at = p->terms.n;
	return term_new(p, WORD, (str){0}, S(""));
}

static bool next_is(const struct parsing *p, const char *word)
{
	return p->at < p->terms.n && str_ieq(p->terms.v[p->at], str_of(word));
}

static struct term *regex_term(struct parsing *p, str key, str pattern)
{
	struct fault why = {0};
	struct term *t = term_new(p, REGEX, key, pattern);
	t->regex = regex_new(pattern, p->arena, &why);
	return t->regex ? t : wrong(p, arena_printf(p->arena, "pattern '" FMT "': " FMT, ARG(pattern), ARG(why.text)));
}

static struct term *negated(struct parsing *p, struct term *of)
{
	struct term *t = term_new(p, NOT, (str){0}, (str){0});
	t->left = of;
	return t;
}

/* Why a note alone cannot tell; NULL: it can. */
static const char *not_own(str key)
{
	const struct vocabulary *v = vocabulary_find(key);
	if (str_eq(key, S("kind")))
		return "is what is asked for";
	if (v && (v->flags & IS_OF_BOOK))
		return "is decided by entries and other notes";
	return v && (v->flags & IS_COMPUTED) && v->type == TYPE_SPAN ? "changes from day to day" : NULL;
}

static struct term *field_term(struct parsing *p, str key, str op, str value)
{
	const struct vocabulary *v = vocabulary_find(key);
	const char *fault = not_own(key);
	key = v ? v->field : key;
	if (fault)
		return wrong(p, arena_printf(p->arena, "'" FMT "' %s", ARG(key), fault));
	if (str_eq(op, S("~")))
		return regex_term(p, key, value);
	bool tags = v && v->type == TYPE_TAG;
	if (tags && str_starts(value, S("#")))
		value = str_skip(value, 1);
	if (str_eq(op, S("=")) || str_eq(op, S("!="))) {
		struct term *t = term_new(p, IS, key, utf8_fold(p->arena, str_trim(value)));
		return op.n == 1 ? t : negated(p, t);
	}
	if (!str_eq(op, S(":")) || str_find(value, S("..")) != STR_NONE)
		return wrong(p, S("a kind is not told by a range"));
	return term_new(p, !value.n ? EXISTS : tags ? TAGGED : CONTAINS, key, utf8_bare(p->arena, value));
}

static str plain_path(str path)
{
	while (str_starts(path, S("./")) || str_starts(path, S("/")))
		path = str_skip(path, path.p[0] == '/' ? 1 : 2);
	while (str_ends(path, S("/")))
		path.n--;
	return path;
}

static struct term *one_term(struct parsing *p, str text)
{
	str op;
	if (str_starts(text, S("@")) && text.n > 1)
		return wrong(p, arena_printf(p->arena, "'" FMT "' is decided by other notes", ARG(text)));
	if (str_ieq(str_head(text, 6), S("entry:")))
		return wrong(p, S("'entry' is decided by entries and other notes"));
	size_t n = termlist_key(text, &op);
	if (n)
		return field_term(p, str_head(text, n), op, str_skip(text, n + op.n));
	if (text.n > 2 && text.p[0] == '/' && text.p[text.n - 1] == '/')
		return regex_term(p, S("text"), str_head(str_skip(text, 1), text.n - 2));
	if (str_chr(text, '/') != STR_NONE || str_ends(text, S(".md")))
		return term_new(p, PATH, (str){0}, plain_path(text));
	str bare = utf8_bare(p->arena, text);
	return bare.n ? term_new(p, WORD, (str){0}, bare) : wrong(p, S("an empty term"));
}

static struct term *parse_or(struct parsing *p);

static struct term *parse_one(struct parsing *p)
{
	if (p->at == p->terms.n)
		return wrong(p, S("a term is missing at the end"));
	if (++p->depth > DEPTH)
		return wrong(p, S("nested too deeply"));
	str text = p->terms.v[p->at++];
	struct term *t;
	if (str_ieq(text, S("not"))) {
		t = negated(p, parse_one(p));
	} else if (str_eq(text, S("("))) {
		t = parse_or(p);
		if (next_is(p, ")"))
			p->at++;
		else
			wrong(p, S("')' is missing"));
	} else if (str_eq(text, S(")")) || str_ieq(text, S("and")) || str_ieq(text, S("or"))) {
		return wrong(p, arena_printf(p->arena, "a term is missing before '" FMT "'", ARG(text)));
	} else {
		t = one_term(p, text);
	}
	p->depth--;
	return t;
}

/* A chain to the right, of which the caller holds the last link. */
static struct term **append(struct parsing *p, enum op op, struct term **tail, struct term *next)
{
	struct term *t = term_new(p, op, (str){0}, (str){0});
	t->left = *tail;
	t->right = next;
	*tail = t;
	return &t->right;
}

static struct term *parse_and(struct parsing *p)
{
	struct term *t = parse_one(p), **last = &t;
	while (p->at < p->terms.n && !next_is(p, "or") && !next_is(p, ")")) {
		p->at += next_is(p, "and");
		last = append(p, AND, last, parse_one(p));
	}
	return t;
}

static struct term *parse_or(struct parsing *p)
{
	struct term *t = parse_and(p), **last = &t;
	while (next_is(p, "or")) {
		p->at++;
		last = append(p, OR, last, parse_and(p));
	}
	return t;
}

static void release(struct term *t)
{
	for (; t; t = t->right) {
		regex_free(t->regex);
		release(t->left);
	}
}

bool kinds_add(struct arena *a, struct kinds *list, str kind, struct strs terms, str *why)
{
	struct parsing p = {.arena = a, .terms = terms};
	struct term *t = parse_or(&p);
	if (p.at < terms.n)
		wrong(&p, arena_printf(a, "a term is missing before '" FMT "'", ARG(terms.v[p.at])));
	*why = p.wrong;
	if (p.wrong.p) {
		release(t);
		return false;
	}
	list->v = arena_more(a, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = (struct kinds_rule){kind, t};
	return true;
}

void kinds_release(struct kinds *list)
{
	for (size_t i = 0; i < list->n; i++)
		release(list->v[i].term);
	list->n = 0;
}

/* Matching. */

static bool is_one(const struct term *t, struct arena *a, str value)
{
	str bare;
	switch (t->op) {
	case CONTAINS:
	case WORD:
		return utf8_contains(a, value, t->text);
	case TAGGED:
		bare = utf8_bare(a, value);
		return str_starts(bare, t->text) && (bare.n == t->text.n || bare.p[t->text.n] == '/');
	case IS:
		return str_eq(utf8_fold(a, str_trim(value)), t->text);
	case REGEX:
		return regex_match(t->regex, value) == REGEX_YES;
	default:
		return str_trim(value).n > 0;
	}
}

/* One of the field's texts is enough; a link is also what a reader sees of it. */
static bool any_text(const struct term *t, const struct kinds_note *n, str field)
{
	struct strs texts = n->texts(n->note, field);
	for (size_t i = 0; i < texts.n; i++) {
		if (is_one(t, n->arena, texts.v[i]))
			return true;
		bool whole = str_eq(field, S("text"));
		if (!whole && is_one(t, n->arena, links_shown(n->arena, texts.v[i])))
			return true;
	}
	return false;
}

static bool has_word(const struct term *t, const struct kinds_note *n)
{
	if (any_text(t, n, S("name")))
		return true;
	for (const struct vocabulary *v = NULL; (v = vocabulary_next(v));)
		if ((v->flags & IS_FOUND) && any_text(t, n, v->field))
			return true;
	return false;
}

static bool at_path(str path, str wanted)
{
	return str_starts(path, wanted) && (!wanted.n || path.n == wanted.n || path.p[wanted.n] == '/');
}

static bool matches(const struct term *t, const struct kinds_note *n)
{
	for (; t->op == AND || t->op == OR; t = t->right)
		if (matches(t->left, n) == (t->op == OR))
			return t->op == OR;
	switch (t->op) {
	case NOT:
		return !matches(t->left, n);
	case PATH:
		return at_path(n->path, t->text);
	case WORD:
		return has_word(t, n);
	default:
		return any_text(t, n, t->key);
	}
}

str kinds_of(const struct kinds *list, const struct kinds_note *n)
{
	for (size_t i = 0; i < list->n; i++)
		if (matches(list->v[i].term, n))
			return list->v[i].kind;
	return (str){0};
}

#include "check/check_parts.h"

#include "note/email.h"
#include "note/spelling.h"
#include "note/vocabulary.h"
#include "text/undecided.h"
#include "query/lists.h"
#include "base/utf8.h"
#include "text/items.h"
#include <string.h>

static size_t value_at(const struct check *c, const struct value *v)
{
	return mistakes_front_at(c, v->at);
}

static size_t key_at(const struct check *c, const struct value *v)
{
	return mistakes_front_at(c, v->key_at);
}

/* at, end: bytes of the YAML text. */
static void set_mend(struct check *c, struct check_mistake *m, size_t at, size_t end, str text)
{
	m->mend_at = mistakes_front_at(c, at);
	m->mend_end = mistakes_front_at(c, end);
	m->mend = text;
}

/* Keys. */

static void check_key(struct check *c, const struct value *v)
{
	str meant;
	if (str_starts(v->key, S("nt-")))
		mistakes_add(
			c, CHECK_RESERVED, key_at(c, v), "'" FMT "': keys with nt- belong to streams", ARG(v->key));
	else if ((spelling_apply(c->n) || note_is(c->n, "book")) && (meant = spelling_meant(c->n, v->key)).p)
		mistakes_add(c, CHECK_KEY, key_at(c, v), "'" FMT "': did you mean '" FMT "'?", ARG(v->key), ARG(meant));
}

static void check_kind(struct check *c)
{
	const struct value *v = note_field(c->n, S("kind"));
	str kind = note_kind(c->n), meant = v ? spelling_kind_meant(c->n, kind) : (str){0};
	if (meant.p)
		mistakes_add(
			c, CHECK_KIND, value_at(c, v), "'" FMT "': did you mean '" FMT "'?", ARG(kind), ARG(meant));
}

/* All values below one, at any depth. */
static void check_values(struct check *c, struct value *v)
{
	for (; v; v = v->next) {
		if (v->duplicate)
			mistakes_add(c, CHECK_KEY_TWICE, key_at(c, v), "key '" FMT "' stands twice", ARG(v->key));
		if (v->link) {
			struct check_mistake *m = mistakes_add(c, CHECK_LINK_QUOTES, value_at(c, v),
				"without quotes " FMT " is a list to others", ARG(v->text));
			set_mend(c, m, v->at, v->end, front_quote_as(c->n->arena, v->text, '"', false));
		}
		check_values(c, v->first);
	}
}

/* Tags. */

/* "#friend #work", behind a key or dash, to the end of the line; absent: it is no such comment. */
static str tag_comment(struct check *c, size_t at)
{
	str rest = str_skip(c->n->pieces.yaml, at), line;
	if (!str_line(&rest, &line))
		return (str){0};
	str text = str_trim(line), words = text, word;
	bool any = false;
	while (str_cut(&words, ' ', &word)) {
		word = str_trim(word);
		if (str_ends(word, S(",")))
			word.n--;
		for (size_t i = 1; i < word.n; i++)
			if (!utf8_alnum(str_skip(word, i)) &&
				!((unsigned char)word.p[i] >= 0x80 || strchr("_/-", word.p[i])))
				return (str){0};
		if (word.n == 1 || (word.n && word.p[0] != '#'))
			return (str){0};
		any |= word.n > 0;
	}
	return any ? text : (str){0};
}

static struct strs tag_words(struct arena *a, str comment)
{
	struct strs tags = {0};
	str word;
	while (str_cut(&comment, ' ', &word)) {
		word = str_skip(str_trim(word), 1);
		if (str_ends(word, S(",")))
			word.n--;
		if (word.n)
			strs_add(a, &tags, word);
	}
	return tags;
}

static void check_tag(struct check *c, struct value *v, bool item)
{
	str yaml = c->n->pieces.yaml;
	size_t at = item ? v->at : v->key_end + (v->key_end < yaml.n && yaml.p[v->key_end] == ':');
	str comment = v->kind == VALUE_NULL ? tag_comment(c, at) : (str){0};
	if (!comment.p)
		return;
	struct strs tags = tag_words(c->n->arena, comment);
	size_t from = (size_t)(comment.p - yaml.p);
	struct check_mistake *m = mistakes_add(
		c, CHECK_TAG, mistakes_front_at(c, from), "'" FMT "' is a comment, not a tag", ARG(comment));
	if (item && tags.n > 1)
		return;
	struct strs quoted = {0};
	for (size_t i = 0; i < tags.n; i++)
		strs_add(c->n->arena, &quoted, front_quote(c->n->arena, tags.v[i], !item));
	str list = strs_join(c->n->arena, quoted, S(", "));
	set_mend(c, m, from, from + comment.n, item ? list : arena_printf(c->n->arena, "[" FMT "]", ARG(list)));
	m->value = v;
	m->texts = tags;
}

static void check_tags(struct check *c)
{
	const struct front *f = note_front(c->n);
	struct value *v = (struct value *)front_get(f, note_key(c->n, S("tags")));
	if (!v)
		return;
	check_tag(c, v, false);
	for (struct value *item = v->kind == VALUE_LIST ? v->first : NULL; item; item = item->next)
		check_tag(c, item, true);
}

/* Fields that have a type. */

static enum check_code code_of(const struct vocabulary *t)
{
	switch (t->type) {
	case TYPE_DATE:
	case TYPE_DAY:
	case TYPE_ARCHIVED:
		return CHECK_DATE;
	case TYPE_SPAN:
	case TYPE_PERIOD:
	case TYPE_CADENCE:
		return CHECK_SPAN;
	case TYPE_COUNT:
	case TYPE_CLOSENESS:
		return CHECK_NUMBER;
	case TYPE_LEVEL:
	case TYPE_OF:
		return CHECK_WORD;
	default:
		return CHECK_FORM;
	}
}

/* "a@b.org, c@d.org", "a@b.org (work)": addresses and nothing else, or all that is read. */
static bool reads_plainly(struct check *c, str text)
{
	struct emails emails = email_read(c->n->arena, text);
	return emails.n && !emails.v[0].named;
}

static void check_text(struct check *c, const struct vocabulary *t, struct value *v)
{
	str text = str_trim(v->text);
	enum check_code code = code_of(t);
	struct partial part;
	bool own = !v->word.p && str_eq(v->key, t->field); /* not a vault's word for it */
	if (own && vocabulary_doubtful(t, text) && partial_parse(text, &part))
		mistakes_add(c, CHECK_FORM, value_at(c, v),
			"'" FMT "' is read as month and day; " FMT " says so for sure", ARG(text),
			ARG(partial_str(c->n->arena, part)));
	if (vocabulary_right(t, text) || (code == CHECK_FORM && !text.n)) /* of a template, not filled in */
		return;
	if (t->type == TYPE_EMAIL && reads_plainly(c, text))
		return;
	if (t->type == TYPE_DATE && !own && partial_parse(text, &part))
		return;
	str iso = code == CHECK_DATE ? mistakes_iso(c->n->arena, text, "-/.") : (str){0};
	struct check_mistake *m = mistakes_add(c, code, value_at(c, v), "not %s: '" FMT "'%s" FMT, vocabulary_what(t),
		ARG(v->text), iso.p ? "; write " : "", ARG(iso));
	if (!iso.p || v->anchored || v->duplicate || items_is(v->word) ||
		(v->style && v->style != '\'' && v->style != '"'))
		return;
	set_mend(c, m, v->at, v->end, front_quote_as(c->n->arena, iso, v->style, false));
	m->value = v;
	strs_add(c->n->arena, &m->texts, iso);
}

static void check_texts(struct check *c, const struct vocabulary *t, struct value *v)
{
	if (v->kind == VALUE_TEXT)
		check_text(c, t, v);
	for (v = v->first; v; v = v->next)
		check_texts(c, t, v);
}

static void check_type(struct check *c, const struct vocabulary *t)
{
	struct value *v = (struct value *)note_field(c->n, t->field);
	if (v && (v->kind == VALUE_TEXT || (t->flags & IS_SEVERAL)))
		check_texts(c, t, v);
	else if (v)
		mistakes_add(c, code_of(t), value_at(c, v), "'" FMT "' is not %s, but a %s", ARG(v->key),
			vocabulary_what(t), v->kind == VALUE_LIST ? "list" : "map");
}

/* A kind is a word in any note; the others have their type in notes of kinds that mean something. */
static void check_types(struct check *c)
{
	unsigned kind = vocabulary_kind(note_kind(c->n)) & KIND_ANY;
	check_type(c, vocabulary_find(S("kind")));
	for (const struct vocabulary *t = NULL; kind && (t = vocabulary_next(t));)
		if (vocabulary_typed(t) && t->type != TYPE_WORD && vocabulary_belongs(t, kind))
			check_type(c, t);
}

static void check_ahead(struct check *c)
{
	unsigned kind = vocabulary_kind(note_kind(c->n)) & KIND_ANY;
	for (const struct vocabulary *t = NULL; kind && (t = vocabulary_next(t));) {
		const struct value *v = vocabulary_belongs(t, kind) ? note_field(c->n, t->field) : NULL;
		if (v && v->kind == VALUE_TEXT && vocabulary_to_come(t, str_trim(v->text)))
			mistakes_add(c, CHECK_AHEAD, value_at(c, v), FMT ": '" FMT "' is still to come", ARG(v->key),
				ARG(v->text));
	}
}

/* Queries. */

static void read_list(struct check *c)
{
	lists_read(c->n->arena, c->book->book, c->n);
}

static void check_list(struct check *c)
{
	const struct value *v = note_field(c->n, S("query"));
	if (!v || !note_is(c->n, "list"))
		return;
	struct check_heard heard = mistakes_listen(c, read_list);
	for (size_t i = 0; i < heard.n; i++)
		if (mistakes_place(c, heard.v[i]) == value_at(c, v))
			mistakes_add(c, CHECK_QUERY, value_at(c, v), FMT, ARG(heard.v[i].text));
}

static void check_goal(struct check *c)
{
	const struct value *v = note_field(c->n, S("count"));
	str why;
	if (!v || !note_is(c->n, "goal"))
		return;
	if (!query_parse(c->n->arena, c->book->book, lists_terms(c->n->arena, c->n, S("count")), &why))
		mistakes_add(c, CHECK_QUERY, value_at(c, v), FMT, ARG(why));
}

/* book.md */

static void read_config(struct check *c)
{
	struct config config;
	config_defaults(c->n->arena, &config);
	config_read(c->n->arena, &config, note_front(c->n), c->n->shown);
	config_release(&config);
}

static void check_config(struct check *c)
{
	const struct value *v = front_get(note_front(c->n), S("cadence"));
	struct check_heard heard = mistakes_listen(c, read_config);
	for (size_t i = 0; i < heard.n; i++)
		mistakes_add(c, CHECK_CONFIG, mistakes_place(c, heard.v[i]), FMT, ARG(heard.v[i].text));
	struct span span;
	for (v = v && v->kind == VALUE_MAP ? v->first : NULL; v; v = v->next)
		if (v->kind != VALUE_TEXT || !span_parse_some(str_trim(v->text), &span))
			mistakes_add(c, CHECK_SPAN, value_at(c, v), "not a span: '" FMT "'", ARG(v->text));
}

static void check_fence(struct check *c)
{
	size_t at;
	const char *idle = fences_idle(c->n->bytes, &c->n->pieces, &at);
	if (idle)
		mistakes_add(c, CHECK_FENCE, at, "%s", idle);
}

/* "key: ours  # theirs: X", or the comment on a line of its own, as nt-merge leaves what two sides disagree about. */
static void check_merged(struct check *c)
{
	str rest = c->n->pieces.yaml, line;
	while (str_line(&rest, &line)) {
		size_t at = undecided_at(line);
		if (at != STR_NONE)
			mistakes_add(c, CHECK_MERGED, (size_t)(line.p - c->n->bytes.p) + at,
				"two sides of a merge disagree: settle it with nt-set, or take the comment away");
	}
}

/* Parts of an address and labels in one map: what is whose nobody knows. */
static void check_address(struct check *c, const struct value *v)
{
	const struct value *part = NULL, *label = NULL;
	for (const struct value *x = v && v->kind == VALUE_MAP ? v->first : NULL; x; x = x->next)
		if (vocabulary_is_part(x->key))
			part = x;
		else if (x->kind == VALUE_MAP || x->kind == VALUE_LIST)
			label = label ? label : x;
	if (part && label)
		mistakes_add(c, CHECK_FORM, key_at(c, label),
			"'" FMT "' is a label beside '" FMT "', a part of an address: give that one a label, too",
			ARG(label->key), ARG(part->key));
}

void check_front(struct check *c)
{
	const struct front *f = note_front(c->n);
	check_fence(c);
	if (!f->root) {
		check_types(c); /* of items of the body */
		return;
	}
	for (const struct value *v = f->root->first; v; v = v->next)
		check_key(c, v);
	check_values(c, f->root->first);
	check_kind(c);
	check_tags(c);
	check_address(c, note_field(c->n, S("address")));
	check_merged(c);
	check_types(c);
	if (spelling_apply(c->n))
		check_ahead(c);
	check_list(c);
	check_goal(c);
	if (str_eq(c->n->path, S("book.md")))
		check_config(c);
}

#include "change/united.h"

#include "base/buf.h"
#include "change/join.h"
#include "change/joinbody.h"
#include "change/rename.h"
#include "note/sight.h"
#include "text/edit.h"
#include "text/heading.h"
#include "text/hidden.h"
#include "text/log.h"
#include "text/value.h"
#include <stddef.h>
#include <string.h>

struct uniting {
	struct note *note, *other;
	struct arena *a;
	struct united *out;
};

static bool refuse(struct uniting *u, const struct note *whose, struct fault why)
{
	u->out->bytes = (str){0};
	u->out->why = why;
	u->out->whose = whose->shown.p;
	return false;
}

static bool take(struct uniting *u, str bytes, struct fault why)
{
	if (!bytes.p)
		return refuse(u, u->note, why);
	u->out->bytes = bytes;
	return true;
}

static struct note reread(const struct note *n, str bytes)
{
	struct note now = {.config = n->config, .arena = n->arena, .path = n->path, .shown = n->shown, .bytes = bytes};
	note_begin(&now);
	return now;
}

/* What the other says there, as it stands in its own note: with its labels, so that what is private in it stays so. Of
 * what an import said, that alone. */
static bool keep_other(struct uniting *u, struct strs where)
{
	bool from = str_eq(where.v[0], S("from")) && where.n > 2;
	str key = from ? arena_printf(u->a, "from." FMT "." FMT, ARG(where.v[1]), ARG(where.v[2])) : where.v[0];
	const struct value *v = front_get(note_front(u->other), where.v[0]);
	struct fault why = {0};
	struct strs path = {0};
	for (size_t i = 1; from && v && i <= 2; i++)
		v = value_child((struct value *)v, where.v[i]);
	if (!v || str_eq(key, S("name")) || strs_has(u->out->kept, key))
		return true;
	strs_add(u->a, &u->out->kept, key);
	strs_add(u->a, &path, S("from"));
	strs_add(u->a, &path, note_stem(u->other));
	for (size_t i = from; i < (from ? 3 : 1); i++)
		strs_add(u->a, &path, where.v[i]);
	return take(u, edit_put(u->a, u->out->bytes, path, v, &why), why);
}

/* Labels, where the first has none of its own. */
static bool keep_labels(struct uniting *u)
{
	const struct value *root = note_front(u->other)->root;
	for (const struct value *v = root ? root->first : NULL; v; v = v->next) {
		const struct value *ours = front_get(note_front(u->note), v->key);
		str key = v->key;
		if (v->kind == VALUE_MAP && ours && ours->kind != VALUE_MAP && ours->kind != VALUE_NULL &&
			!keep_other(u, (struct strs){&key, 1}))
			return false;
	}
	return true;
}

static bool put_fields(struct uniting *u)
{
	struct joined j = join_fields(u->note, u->other);
	u->out->bytes = j.bytes;
	for (size_t i = 0; i < j.n; i++)
		if (!keep_other(u, j.v[i].path))
			return false;
	return keep_labels(u);
}

/* An entry that is there to the byte, with all that is nested in it. */
static bool is_there(struct uniting *u, str source)
{
	const struct entries *ours = note_entries(u->note);
	struct hidden hidden = hidden_find(u->a, note_body(u->note));
	for (size_t i = 0; i < ours->n; i++)
		if (!ours->v[i].is_private && !hidden_cuts(&hidden, ours->v[i].block) &&
			!join_nested(u->note, ours->v[i].block) && str_eq(join_source(u->note, &ours->v[i]), source))
			return true;
	return false;
}

/* What the other's body is without the entries that go to the log, and these, in their order. A private one stays in
 * its text, and so does one in a comment. */
static str take_entries(struct uniting *u, struct strs *taken)
{
	const struct entries *list = note_entries(u->other);
	struct entry_rules rules = note_rules(u->other);
	struct hidden hidden = hidden_find(u->a, note_body(u->other));
	struct strs backwards = {0};
	str rest = u->other->bytes;
	for (size_t i = list->n; i-- > 0;) {
		const struct entry *e = &list->v[i];
		struct fault why = {0};
		if (e->is_private || hidden_cuts(&hidden, e->block) || join_nested(u->other, e->block))
			continue;
		str without = log_remove(u->a, rest, &rules, note_line(u->other, e->line), &why);
		if (!without.p)
			continue;
		rest = without;
		str source = join_source(u->other, e);
		if (!is_there(u, source))
			strs_add(u->a, &backwards, source);
	}
	for (size_t i = backwards.n; i-- > 0;)
		strs_add(u->a, taken, backwards.v[i]);
	return rest;
}

static bool put_entries(struct uniting *u, struct strs taken)
{
	struct entry_rules rules = note_rules(u->note);
	size_t line;
	for (size_t i = 0; i < taken.n; i++) {
		struct fault why = {0};
		if (!take(u, log_add(u->a, u->out->bytes, &rules, taken.v[i], &why, &line), why))
			return false;
	}
	u->out->entries = taken.n;
	return true;
}

/* A heading of the log below which nothing is left, and the one that says the name. */
static bool is_bare(const struct note *n, struct note *rest, const struct body *b, size_t i)
{
	static str log[] = {S_INIT("Log")};
	const struct body_block *k = &b->blocks[i];
	str word = heading_word(rest->arena, body_text(rest->arena, b, k));
	struct strs logs = n->config->log.n ? n->config->log : (struct strs){log, 1};
	if (k->kind != BLOCK_HEADING || k->parent >= 0 || k->quoted)
		return false;
	if (k->level == 1 && str_eq(word, heading_word(rest->arena, note_name((struct note *)n))))
		return true;
	bool ends = i + 1 == b->count || (b->blocks[i + 1].kind == BLOCK_HEADING && b->blocks[i + 1].level <= k->level);
	return ends && heading_among(rest->arena, logs, word);
}

/* The text that is left of the other's body. */
static str text_of(struct uniting *u, str bytes)
{
	struct note rest = reread(u->other, bytes);
	const struct body *b = note_body(&rest);
	struct buf out = {0};
	size_t done = 0;
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		if (!is_bare(u->other, &rest, b, i))
			continue;
		size_t at = k->at;
		while (at > 0 && b->bytes.p[at - 1] != '\n')
			at--;
		buf_add(&out, str_between(b->bytes.p + done, b->bytes.p + at));
		done = k->end;
		while (done < b->bytes.n && (b->bytes.p[done - 1] != '\n' || strchr("\r\n", b->bytes.p[done])))
			done++;
	}
	buf_add(&out, str_skip(b->bytes, done));
	str text = arena_take(u->a, &out);
	while (text.n && strchr("\r\n", text.p[0]))
		text = str_skip(text, 1);
	return str_trim(text).n ? text : S("");
}

static size_t private_entries(struct note *n)
{
	size_t count = 0;
	for (size_t i = 0; i < note_entries(n)->n; i++)
		count += note_entries(n)->v[i].is_private;
	return count;
}

/* A label that means one thing in the one and another in the other; NULL: none. */
static const struct definition *defined_twice(struct note *n, struct note *other)
{
	const struct definitions *theirs = &note_body(other)->definitions, *ours = &note_body(n)->definitions;
	for (size_t i = 0; i < theirs->n; i++) {
		const struct definition *d = definitions_get(ours, n->arena, theirs->v[i].label);
		if (d && !str_eq(d->target, theirs->v[i].target))
			return d;
	}
	return NULL;
}

/* Whether these lines stand there as they are. */
static bool has_lines(str bytes, str lines)
{
	const char *start = bytes.p;
	for (size_t at; (at = str_find(bytes, lines)) != STR_NONE; bytes = str_skip(bytes, at + 1)) {
		char end = at + lines.n < bytes.n ? bytes.p[at + lines.n] : '\n';
		bool begins = bytes.p + at == start || bytes.p[(ptrdiff_t)at - 1] == '\n',
		     ends = str_ends(lines, S("\n")) || end == '\n' || end == '\r';
		if (begins && ends)
			return true;
	}
	return false;
}

/* Whether what stands there is read as a heading, and shown: it is not in code or a comment without an end. */
static bool is_heading(struct note *n, const char *at)
{
	const struct body *b = note_body(n);
	struct hidden hidden = hidden_find(n->arena, b);
	for (size_t i = 0; i < b->count; i++)
		if (b->bytes.p + b->blocks[i].at == at)
			return b->blocks[i].kind == BLOCK_HEADING && !hidden_holds(&hidden, b->blocks[i].at);
	return false;
}

/* Behind all else, below a heading that says where it is from; public text nowhere but in the open. */
static bool put_text(struct uniting *u, str text)
{
	static const char *const marks[] = {"##", "#"};
	struct note before = reread(u->note, u->out->bytes);
	str eol = str_find(u->note->bytes, S("\r\n")) != STR_NONE ? S("\r\n") : S("\n");
	if (!text.n || has_lines(u->out->bytes, text))
		return true;
	const struct definition *twice = defined_twice(&before, u->other);
	if (twice) {
		str label = sight_bytes(READER_REST, u->other, twice->label) ? twice->label : S("(private)");
		str why = arena_printf(
			u->a, "both notes define [" FMT "]: give it another label in one of them", ARG(label));
		return refuse(u, u->other, (struct fault){0, 0, why});
	}
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		bool open = !str_ends(u->out->bytes, S("\n"));
		str head = arena_printf(u->a, FMT FMT FMT "%s " FMT FMT FMT, ARG(u->out->bytes),
			ARG(open ? eol : S("")), ARG(eol), marks[i], ARG(note_name(u->other)), ARG(eol), ARG(eol));
		struct note after = reread(u->note, arena_join(u->a, head, text));
		size_t at = head.n - eol.n;
		if (!is_heading(&after, after.bytes.p + u->out->bytes.n + (open ? eol.n : 0) + eol.n))
			return refuse(u, u->note,
				(struct fault){0, 0,
					S("the other's text would stand in code, HTML or a comment without an end")});
		if (!sight_at(READER_REST, &after, at) ||
			private_entries(&after) != private_entries(&before) + private_entries(u->other))
			continue;
		u->out->bytes = after.bytes;
		return u->out->text = true;
	}
	return refuse(u, u->note, (struct fault){0, 0, S("the other's text would stand below a private heading")});
}

/* A note that its file names would be named by a heading of the other. */
static bool keep_name(struct uniting *u)
{
	struct fault why = {0};
	struct note now = reread(u->note, u->out->bytes);
	str name = note_name(u->note);
	return str_eq(note_name(&now), name) || take(u, edit_set(u->a, u->out->bytes, S("name"), name, &why), why);
}

static bool put_aliases(struct uniting *u, struct strs aliases)
{
	struct fault why = {0};
	struct note now = reread(u->note, u->out->bytes);
	return take(u, rename_add(&now, u->out->bytes, aliases, &why), why);
}

struct united united_note(struct note *note, struct note *other, struct strs aliases)
{
	struct united out = {.bytes = note->bytes};
	struct uniting u = {note, other, note->arena, &out};
	struct strs taken = {0};
	str rest = take_entries(&u, &taken);
	bool good = put_fields(&u) && put_entries(&u, taken) && put_text(&u, text_of(&u, rest)) && keep_name(&u) &&
		    put_aliases(&u, aliases);
	(void)good;
	return out;
}

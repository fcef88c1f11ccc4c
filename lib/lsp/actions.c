#include "lsp/actions.h"

#include "book/create.h"
#include "check/checkmend.h"
#include "lsp/diagnose.h"
#include "people/due.h"
#include "text/log.h"
#include "text/undecided.h"

#define CONTACTS 3 /* kinds that are offered for an entry of today */

struct asking {
	struct session *s;
	struct arena *a;
	struct buf *out;
	const struct json_t *only; /* the kinds of actions that are asked for; NULL: all */
	struct spot at;
	size_t end; /* of the range that is asked about */
};

/* --- one action */

/* A kind that is asked for, or below one: source asks for source.fixAll, too. */
static bool is_wanted(const struct asking *q, str kind)
{
	for (size_t i = 0; i < message_count(q->only, ""); i++) {
		str asked = message_text(message_at(q->only, "", i), "");
		if (str_starts(kind, asked) && (kind.n == asked.n || !asked.n || kind.p[asked.n] == '.'))
			return true;
	}
	return !q->only;
}

/* wrong: the mistake that it mends, as a Diagnostic; absent: none. */
static void put(const struct asking *q, str title, str kind, const struct edits *e, str wrong)
{
	if (!e->n || !edits_can(e, &q->s->client))
		return;
	record_object(q->out, (str){0});
	record_text(q->out, S("title"), title);
	record_text(q->out, S("kind"), kind);
	if (wrong.p) {
		record_list(q->out, S("diagnostics"));
		record_json(q->out, (str){0}, wrong);
		record_list_end(q->out);
	}
	record_key(q->out, S("edit"));
	edits_workspace(q->out, e, &q->s->client);
	record_object_end(q->out);
}

/* after: absent when it cannot be done; then it is not offered. */
static void put_change(const struct asking *q, str title, str kind, const struct note *n, str after, str wrong)
{
	struct edits e = {0};
	if (!after.p || str_eq(after, n->bytes))
		return;
	session_change(q->s, q->a, &e, n->path, n->bytes, after);
	put(q, title, kind, &e, wrong);
}

/* --- mistakes */

static bool is_in(const struct asking *q, size_t at, size_t end)
{
	return at <= q->end && end >= q->at.at;
}

static str diagnostic(const struct asking *q, const struct check *c, const struct check_mistake *m)
{
	struct buf b = {0};
	struct positions t = session_positions(q->s, c->n);
	diagnose_put(&b, &t, c, m);
	return arena_take(q->a, &b);
}

/* Asked anew for each: to mend changes what was read. */
static void put_mend(const struct asking *q, size_t i)
{
	struct note n = q->at.note;
	struct check c;
	struct fault why = {0};
	note_begin(&n);
	diagnose_note(q->s, &n, &c);
	c.v += i;
	c.count = 1;
	str wrong = diagnostic(q, &c, c.v);
	put_change(q, arena_printf(q->a, "Mend: " FMT, ARG(c.v->text)), S("quickfix"), &n, checkmend(&c, &why), wrong);
}

static void put_missing(const struct asking *q, const struct check *c, const struct check_mistake *m)
{
	struct session *s = q->s;
	struct edits e = {0};
	struct note n = q->at.note;
	const struct links *links = note_links(&n);
	const struct link *link = NULL;
	for (size_t i = 0; i < links->n && !link; i++)
		link = links->v[i].at == m->at ? &links->v[i] : NULL;
	if (!link || !link->target.n || link->markdown || str_chr(link->target, '/') != STR_NONE)
		return;
	str kind = s->shelf->book.config.default_kind;
	session_hold(s);
	str path = create_path(&s->shelf->book, q->a, link->target, kind);
	session_let_go(s);
	str bytes = create_bytes(&s->shelf->book, q->a, link->target, kind, path);
	if (!bytes.p)
		return;
	session_change(s, q->a, &e, path, S(""), bytes);
	e.v[0].is_new = true;
	put(q, arena_printf(q->a, "Make the note '" FMT "'", ARG(path)), S("quickfix"), &e, diagnostic(q, c, m));
}

static void put_mistakes(const struct asking *q)
{
	struct note n = q->at.note;
	struct check c;
	struct fault why = {0};
	bool any = false;
	diagnose_note(q->s, &n, &c);
	for (size_t i = 0; i < c.count; i++) {
		const struct check_mistake *m = &c.v[i];
		any |= m->mend_end > 0;
		if (!is_in(q, m->at, diagnose_end(&c, m)) || !is_wanted(q, S("quickfix")))
			continue;
		if (m->mend_end)
			put_mend(q, i);
		if (m->code == CHECK_LINK_DANGLING)
			put_missing(q, &c, m);
	}
	struct note whole = q->at.note;
	note_begin(&whole);
	if (any && is_wanted(q, S("source.fixAll")))
		put_change(q, S("Mend all that has one right answer"), S("source.fixAll"), &whole,
			checkmend_whole(&whole, &q->s->shelf->all, &why), (str){0});
}

/* --- entries */

static void put_entries(const struct asking *q)
{
	struct note n = q->at.note;
	struct entry_rules rules = note_rules(&n);
	const struct entries *all = note_entries(&n);
	size_t body = (size_t)(note_body(&n)->bytes.p - n.bytes.p);
	struct fault why = {0};
	for (size_t i = 0; i < all->n; i++) {
		const struct entry *e = &all->v[i];
		size_t line = note_line(&n, e->line);
		if (e->state != ENTRY_OPEN || !is_in(q, body + e->block->at, body + e->block->text_end))
			continue;
		str text = str_head(e->text, 40);
		while (text.n < e->text.n && text.n && ((unsigned char)e->text.p[text.n] & 0xc0) == 0x80)
			text.n--;
		const char *more = text.n < e->text.n ? "..." : "";
		put_change(q, arena_printf(q->a, "Tick: " FMT "%s", ARG(text), more), S("refactor.rewrite"), &n,
			log_tick(q->a, n.bytes, &rules, line, q->s->shelf->all.people.today, &why), (str){0});
		put_change(q, arena_printf(q->a, "Drop: " FMT "%s", ARG(text), more), S("refactor.rewrite"), &n,
			log_drop(q->a, n.bytes, &rules, line, &why), (str){0});
	}
}

/* --- people */

/* The kinds of contacts that the book has most of, else the usual ones. */
static struct strs contact_kinds(const struct asking *q)
{
	static const str usual[] = {S_INIT("call"), S_INIT("mail"), S_INIT("met")};
	const struct shelf_words *w = &q->s->shelf->entries;
	struct strs kinds = {0};
	for (size_t i = 0; i < w->n && kinds.n < CONTACTS; i++) {
		struct entry e = {.kind = w->v[i].text, .date = q->s->shelf->all.people.today};
		if (entry_contact(&e, true) && !entry_favor(&e))
			strs_add(q->a, &kinds, w->v[i].text);
	}
	for (size_t i = 0; i < sizeof usual / sizeof *usual && kinds.n < CONTACTS; i++)
		if (!strs_has(kinds, usual[i]))
			strs_add(q->a, &kinds, usual[i]);
	return kinds;
}

static void put_contacts(const struct asking *q, struct note *n)
{
	struct strs kinds = contact_kinds(q);
	struct entry_rules rules = note_rules(n);
	size_t line;
	for (size_t i = 0; i < kinds.n; i++) {
		struct fault why = {0};
		str day = date_str(q->a, q->s->shelf->all.people.today);
		str entry = arena_printf(q->a, FMT " " FMT ":", ARG(day), ARG(kinds.v[i]));
		put_change(q, arena_printf(q->a, "Log today with " FMT ": " FMT, ARG(note_name(n)), ARG(kinds.v[i])),
			S("refactor.rewrite"), n, log_add(q->a, n->bytes, &rules, entry, &why, &line), (str){0});
	}
}

static void put_snoozes(const struct asking *q, struct note *n)
{
	static const struct {
		const char *words;
		struct span span;
	} spans[] = {{"a week", {1, 'w'}}, {"a month", {1, 'm'}}};
	str key = note_key(n, S("snooze"));
	str bytes = undecided_settled(q->a, n->bytes, key);
	struct fault why = {0};
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		str day = date_str(q->a, date_add(q->s->shelf->all.people.today, spans[i].span, 1));
		put_change(q,
			arena_printf(
				q->a, "Snooze " FMT " for %s, until " FMT, ARG(note_name(n)), spans[i].words, ARG(day)),
			S("refactor.rewrite"), n, edit_set(q->a, bytes, key, day, &why), (str){0});
	}
	if (note_field(n, S("snooze")))
		put_change(q, arena_printf(q->a, "End the snooze of " FMT, ARG(note_name(n))), S("refactor.rewrite"), n,
			edit_unset(q->a, bytes, key, &why), (str){0});
}

/* Who can be called, and can come due: not the dead, the archived and me. */
static bool is_reached(const struct asking *q, struct note *n, int id)
{
	return note_is(n, "person") && !due_over(n) && (id < 0 || id != q->s->shelf->all.people.me);
}

/* Of whom a link leads to, else of the person whose note it is. */
static void put_person(const struct asking *q)
{
	struct buf buf = {0};
	struct spot at = q->at;
	struct note n;
	int id;
	bool linked = session_link(q->s, &at, &id);
	str path = linked ? shelf_path(q->s->shelf, id) : q->at.note.path;
	if (path.p && session_load(q->s, q->a, &buf, path, &n) && note_ok(&n) &&
		is_reached(q, &n, linked ? id : q->at.id)) {
		put_contacts(q, &n);
		put_snoozes(q, &n);
	}
	buf_release(&buf);
}

void actions_answer(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	struct asking q = {.s = s, .a = a, .out = &r->result, .only = message_get(params, "context.only")};
	if (!session_spot(s, true, a, params, r, &q.at))
		return;
	q.at.at = session_offset(s, q.at.doc, message_get(params, "range.start"));
	q.end = session_offset(s, q.at.doc, message_get(params, "range.end"));
	record_list(q.out, (str){0});
	if (s->literals) {
		put_mistakes(&q);
		if (note_ok(&q.at.note) && is_wanted(&q, S("refactor.rewrite"))) {
			put_entries(&q);
			put_person(&q);
		}
	}
	record_list_end(q.out);
}

#include "lsp/renaming.h"

#include "base/diag.h"
#include "change/move.h"
#include "sys/file.h"

/* What is to be renamed: its id, and the bytes that call it so. */
struct named {
	struct spot spot;
	int id;
	size_t from, end;
};

/* False: nothing there is a name. */
static bool find_name(struct session *s, struct named *m)
{
	struct note *n = &m->spot.note;
	const struct link *link = session_link(s, &m->spot, &m->id);
	if (link) {
		m->from = link->raw.p >= n->bytes.p && link->raw.p < n->bytes.p + n->bytes.n
				  ? (size_t)(link->raw.p - n->bytes.p)
				  : link->at;
		m->end = m->from + link->raw.n;
		return m->id >= 0;
	}
	const struct value *name = note_ok(n) ? note_field(n, S("name")) : NULL;
	const struct body *b = note_body(n);
	size_t at = m->spot.at, yaml = n->pieces.yaml.p ? (size_t)(n->pieces.yaml.p - n->bytes.p) : 0;
	size_t body = (size_t)(b->bytes.p - n->bytes.p);
	m->id = m->spot.id;
	if (name && at >= yaml + name->key_at && at <= yaml + name->end) {
		m->from = yaml + name->at;
		m->end = yaml + name->end;
		return m->id >= 0;
	}
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		m->from = body + k->text_at;
		m->end = body + k->text_end;
		if (k->kind == BLOCK_HEADING && k->level == 1 && at >= body + k->at && at <= m->end)
			return m->id >= 0 &&
			       str_eq(str_trim(links_shown(n->arena, body_text(n->arena, b, k))), note_name(n));
	}
	return false;
}

/* Where the request points to. False: nothing is to be renamed there, and *r is the answer. */
static bool find_asked(
	struct session *s, struct arena *a, const struct json_t *params, struct reply *r, struct named *m)
{
	if (!session_spot(s, false, a, params, r, &m->spot))
		return false;
	if (find_name(s, m))
		return true;
	session_refuse(r, ERROR_FAILED, S("no name of a note stands here"));
	return false;
}

void renaming_prepare(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	struct named m;
	if (!find_asked(s, a, params, r, &m))
		return;
	struct positions t = session_positions(s, &m.spot.note);
	record_object(&r->result, (str){0});
	record_key(&r->result, S("range"));
	edits_range(&r->result, &t, m.from, m.end);
	record_text(&r->result, S("placeholder"), s->shelf->notes[m.id].name);
	record_object_end(&r->result);
}

/* --- the move */

static struct arena *heard_in;
static struct strs heard;

/* What nt-mv would have told. */
static bool hear(str path, size_t line, size_t col, str text)
{
	(void)col;
	str place = path.n ? arena_printf(heard_in, line ? FMT ":%zu: " : FMT ": ", ARG(path), line) : S("");
	strs_add(heard_in, &heard, arena_join(heard_in, place, arena_dup(heard_in, text)));
	return true;
}

static bool overhear(str text)
{
	strs_add(heard_in, &heard, arena_dup(heard_in, text));
	return true;
}

struct collecting {
	struct session *s;
	struct arena *a;
	struct edits edits;
};

static void collect(str path, str then, str before, str after, void *ctx)
{
	struct collecting *c = ctx;
	bool moves = !str_eq(path, then);
	if (!moves && str_eq(before, after))
		return;
	session_change(c->s, c->a, &c->edits, path, before, after);
	if (moves)
		c->edits.v[c->edits.n - 1].then = session_uri(c->s, c->a, then);
}

static void move(struct session *s, struct arena *a, str path, str new_name, struct reply *r)
{
	struct moveplan m;
	struct collecting c = {s, a, {0}};
	int answer;
	str whole = arena_printf(a, FMT "/" FMT, ARG(s->folder), ARG(path));
	bool planned = moveplan_make(&m, &s->shelf->book, whole.p, arena_cstr(a, new_name), false, &answer);
	bool good = planned && !m.begun && move_each(&m, collect, &c);
	if (good && !move_is_whole(&m))
		session_refuse(r, ERROR_FAILED,
			S("a note that does not parse may link to it: mend it first (nt-check), or use nt-mv"));
	else if (good && !str_eq(path, m.links.new_path) && !file_stamp(s->shelf->book.fd, arena_cstr(a, path)))
		session_refuse(
			r, ERROR_FAILED, S("the file would be renamed, too, and there is none yet: save it first"));
	else if (good && !edits_can(&c.edits, &s->client))
		session_refuse(
			r, ERROR_FAILED, S("the file would be renamed, too, which this editor cannot: use nt-mv"));
	else if (good)
		edits_workspace(&r->result, &c.edits, &s->client);
	else
		session_refuse(r, ERROR_FAILED,
			planned && m.begun
				? S("a move was stopped: nt-mv --continue ends it, nt-mv --abort gives it up")
			: heard.n ? strs_join(a, heard, S("; "))
				  : S("it cannot be renamed so"));
	move_release(&m);
}

void renaming_answer(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	struct named m;
	str new_name = message_text(params, "newName");
	if (!find_asked(s, a, params, r, &m))
		return;
	if (!new_name.n || str_chr(new_name, '\0') != STR_NONE) {
		session_refuse(r, ERROR_PARAMS, S("no newName"));
		return;
	}
	bool (*hook)(str path, size_t line, size_t col, str text) = diag_hook;
	heard_in = a;
	heard = (struct strs){0};
	diag_hook = hear;
	diag_listener = overhear;
	session_hold(s);
	move(s, a, shelf_path(s->shelf, m.id), new_name, r);
	session_let_go(s);
	diag_hook = hook;
	diag_listener = NULL;
}

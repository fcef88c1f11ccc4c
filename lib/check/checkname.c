#include "check/check_parts.h"

#include "base/utf8.h"
#include "book/notepath.h"
#include "change/sortname.h"

/* Names, emails and uids that other notes have too. */

static size_t front_place(const struct check *c, const struct value *v)
{
	return mistakes_front_at(c, v->at);
}

/* The other note is named unless its own turn comes later, with this one in its message. */
static void check_held(
	struct check *c, enum checkbook_held what, enum check_code code, str text, size_t at, const char *is)
{
	const struct checkbook *cb = c->book;
	int other;
	if (!str_trim(text).n || !checkbook_holders(cb, c->n->arena, what, text, c->id, &other, 1))
		return;
	str path = cb->people.names.paths.v[other];
	if (c->id >= 0 && c->id < other && checkbook_chosen(cb, path, false))
		return;
	mistakes_add(c, code, at, "'" FMT "' is %s of " FMT " too", ARG(text), is,
		ARG(book_shown(cb->book, c->n->arena, path)));
}

/* A NAME on a command line means the note of that file, not this one. */
static void check_file(struct check *c, str text, size_t at)
{
	const struct checkbook *cb = c->book;
	int other;
	if (checkbook_holders(cb, c->n->arena, HELD_NAME, text, c->id, &other, 1) ||
		!checkbook_holders(cb, c->n->arena, HELD_FILE, utf8_bare(c->n->arena, text), c->id, &other, 1))
		return;
	mistakes_add(c, CHECK_NAME_TWICE, at, "'" FMT "' is the file name of " FMT " too", ARG(text),
		ARG(book_shown(cb->book, c->n->arena, cb->people.names.paths.v[other])));
}

static void check_given(struct check *c, str name, size_t at)
{
	check_held(c, HELD_NAME, CHECK_NAME_TWICE, name, at, "a name");
	check_file(c, name, at);
}

static void check_aliases(struct check *c, const struct value *v)
{
	if (v && v->kind == VALUE_TEXT)
		check_given(c, v->text, front_place(c, v));
	for (const struct value *i = v ? v->first : NULL; i; i = i->next)
		check_aliases(c, i);
}

static void check_held_values(
	struct check *c, enum checkbook_held what, enum check_code code, const struct value *v, const char *is)
{
	if (v && v->kind == VALUE_TEXT)
		check_held(c, what, code, v->text, front_place(c, v), is);
	for (const struct value *i = v ? v->first : NULL; i; i = i->next)
		check_held_values(c, what, code, i, is);
}

static size_t name_at(struct check *c)
{
	const struct value *v = note_field(c->n, S("name"));
	if (v)
		return front_place(c, v);
	const struct body *b = note_body(c->n);
	for (size_t i = 0; i < b->count; i++)
		if (b->blocks[i].kind == BLOCK_HEADING && b->blocks[i].level == 1 && !b->blocks[i].quoted)
			return mistakes_body_at(c, b->blocks[i].text_at);
	return 0;
}

static void check_sort_name(struct check *c, const struct value *v)
{
	if (v && sortname_strange(c->n))
		mistakes_add(c, CHECK_SORT_NAME, front_place(c, v),
			"no word of it is in the name '" FMT "': of an earlier one? set it, or 'sort-name=' takes it away",
			ARG(note_name(c->n)));
}

static void read_body(struct check *c)
{
	note_body(c->n);
}

void check_names(struct check *c)
{
	struct check_heard heard = mistakes_listen(c, read_body);
	for (size_t i = 0; i < heard.n; i++)
		mistakes_add(c, CHECK_LINES, mistakes_place(c, heard.v[i]), FMT, ARG(heard.v[i].text));
	check_held_values(c, HELD_UID, CHECK_UID_TWICE, note_field(c->n, S("uid")), "the uid");
	check_held_values(c, HELD_EMAIL, CHECK_EMAIL_TWICE, note_field(c->n, S("email")), "an email");
	if (checkbook_gives_name(c->n))
		check_given(c, note_name(c->n), name_at(c));
	check_aliases(c, note_field(c->n, S("aliases")));
	check_sort_name(c, note_field(c->n, S("sort-name")));
}

/* Links. */

/* A picture, a document, a day that has no note: nobody's name. */
static bool needs_no_note(struct check *c, const struct link *l)
{
	static const char *const ends[] = {
		".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", ".mp3", ".mp4", ".canvas", ".base"};
	size_t digits = 0;
	while (digits < l->target.n && str_chr(S("0123456789-"), l->target.p[digits]) != STR_NONE)
		digits++;
	if ((l->at && c->n->bytes.p[l->at - 1] == '!') || (digits == 10 && l->target.n == 10))
		return true;
	size_t dot = str_rchr(l->target, '.');
	for (size_t i = 0; dot != STR_NONE && i < sizeof ends / sizeof *ends; i++)
		if (str_ieq(str_skip(l->target, dot), str_of(ends[i])))
			return true;
	str file = l->markdown ? names_relative(c->n->arena, str_dir(c->n->path), l->target) : (str){0};
	return file.n && notepath_taken(c->book->book, file);
}

static void check_ambiguous(struct check *c, str target, size_t at)
{
	const struct names *names = &c->book->people.names;
	int ids[8];
	size_t n = 0;
	struct strs files = {0};
	n += checkbook_holders(c->book, c->n->arena, HELD_NAME, target, NAMES_NONE, ids, 4);
	n += checkbook_holders(c->book, c->n->arena, HELD_OTHER, target, NAMES_NONE, ids + n, 4);
	for (size_t i = 0; i < n; i++) {
		str path = names->paths.v[ids[i]];
		str link = arena_printf(c->n->arena, "[[" FMT "]]", ARG(str_head(path, path.n - 3)));
		if (!strs_has(files, link))
			strs_add(c->n->arena, &files, link);
	}
	if (files.n)
		mistakes_add(c, CHECK_LINK_AMBIGUOUS, at, "'" FMT "' means several notes: say " FMT, ARG(target),
			ARG(strs_join(c->n->arena, files, S(" or "))));
	else
		mistakes_add(c, CHECK_LINK_AMBIGUOUS, at,
			"'" FMT "' means several notes: paths that differ in case only", ARG(target));
}

static void check_me(struct check *c, const struct value *v)
{
	const struct people *p = &c->book->people;
	struct links links = {0};
	links_scan(c->n->arena, v->text, 0, &links);
	str target = links.n ? links.v[0].target : v->text;
	if (p->me == NAMES_NONE && !checkbook_may_be_broken(c->book, c->n->arena, target))
		mistakes_add(c, CHECK_ME, front_place(c, v), "no note is called '" FMT "'", ARG(target));
	else if (p->me == NAMES_AMBIGUOUS && !links.n)
		check_ambiguous(c, v->text, front_place(c, v));
}

void check_links(struct check *c)
{
	const struct names *names = &c->book->people.names;
	const struct value *me = str_eq(c->n->path, S("book.md")) ? front_get(note_front(c->n), S("me")) : NULL;
	if (c->book->book->fd < 0)
		return;
	if (me && me->kind == VALUE_TEXT)
		check_me(c, me);
	const struct links *links = note_links(c->n);
	for (size_t i = 0; i < links->n; i++) {
		const struct link *l = &links->v[i];
		int id = names_link(names, c->n->arena, l, c->n->path);
		bool of_me = me && l->at >= front_place(c, me) && l->end <= mistakes_front_at(c, me->end);
		if (id == NAMES_AMBIGUOUS)
			check_ambiguous(c, l->target, l->at);
		else if (id == NAMES_NONE && !of_me && !needs_no_note(c, l) &&
			 !checkbook_may_be_broken(c->book, c->n->arena, l->target))
			mistakes_add(c, CHECK_LINK_DANGLING, l->at, "no note is called '" FMT "'", ARG(l->target));
	}
}

#include "face/exports.h"

#include "base/diag.h"
#include "base/term.h"
#include "face/notejson.h"
#include "face/page.h"
#include "format/abook.h"
#include "format/calendar.h"
#include "format/csvout.h"
#include "format/jcardput.h"
#include "format/ldif.h"
#include "format/photo.h"
#include "format/plain.h"
#include "format/vcardbinary.h"
#include "format/vcardkept.h"
#include "format/vcardput.h"
#include "note/email.h"
#include "note/place.h"
#include "note/prose.h"
#include "note/vocabulary.h"
#include "sys/file.h"
#include "views/activities.h"
#include "views/occasions.h"

#define CONTACTS  (KIND_PERSON | KIND_ORG | KIND_GROUP)
#define LEFT_MOST 30 /* fields that are told */

/* What its heading or its folder says. */
static void add_missing(struct contact *c, const char *key, str text)
{
	if (!contact_field(c, str_of(key)))
		contact_set(c, str_of(key), value_new(c->arena, VALUE_TEXT, text, 0));
}

/* Two of one name are two cards: of what has no uid the note's path tells it, of what has no path its bytes. */
static str uid_of(const struct note *n, const struct contact *c)
{
	return vcard_uid(c, n->path.n ? n->path : n->bytes);
}

/* The URI by which the card of a member is known: its uid, or an address; empty: nobody knows whom the link means. */
static str member_uri(struct exports *e, struct contact *group, str link)
{
	struct arena scratch = {0};
	struct buf buf = {0};
	struct note n;
	struct contact c;
	str uri = S(""), target = str_head(vcardkept_unlinked(link), str_chr(vcardkept_unlinked(link), '#'));
	int id = e->pick->people ? names_target(&e->pick->people->names, &scratch, target) : NAMES_NONE;
	if (id >= 0 && pick_again(e->pick, NULL, e->pick->people->names.paths.v[id], &scratch, &buf, &n) &&
		(vocabulary_kind(note_kind(&n)) & CONTACTS)) {
		contact_read(&c, &n, e->reader);
		add_missing(&c, "name", sight_name(e->reader, &n));
		plain_tidy(&c);
		str uid = uid_of(&n, &c);
		uri = str_chr(uid, ':') == STR_NONE ? arena_join(group->arena, S("urn:uuid:"), uid)
						    : arena_dup(group->arena, uid);
	}
	buf_release(&buf);
	arena_release(&scratch);
	return uri;
}

static void find_members(struct exports *e, struct contact *c)
{
	struct strs links = contact_texts(c, S("members"));
	if (links.n)
		pick_read_people(e->pick);
	for (size_t i = 0; i < links.n; i++)
		strs_add(c->arena, &c->members, member_uri(e, c, links.v[i]));
}

/* A file beside the note, or as the book's root sees it. */
static bool read_picture(const struct exports *e, const struct note *n, str photo, struct buf *bytes)
{
	str folder = str_dir(n->path);
	str beside = arena_printf(n->arena, FMT "%s" FMT, ARG(folder), folder.n ? "/" : "", ARG(photo));
	return e->pick->book.fd >= 0 &&
	       ((!place_fault(beside) && file_read(e->pick->book.fd, arena_cstr(n->arena, beside), true, bytes)) ||
		       (!place_fault(photo) && file_read(e->pick->book.fd, arena_cstr(n->arena, photo), true, bytes)));
}

/* photo: a path or an address. */
static void add_picture(struct exports *e, const struct note *n, struct contact *c)
{
	str photo = contact_text(c, S("photo"));
	struct buf bytes = {0};
	if (str_starts(photo, S("https://")) || str_starts(photo, S("http://")))
		contact_add(c, S("vcard"), (str){0}, arena_join(c->arena, S("PHOTO;VALUE=uri:"), photo));
	else if (photo.n && !(read_picture(e, n, photo, &bytes) && photo_give(c, buf_str(&bytes))))
		hint(FMT ": photo: no picture of the book is '" FMT "'", ARG(n->shown), ARG(photo));
	buf_release(&bytes);
}

static void make_card(struct exports *e, const struct note *n, struct contact *c, int version)
{
	plain_tidy(c);
	add_picture(e, n, c);
	vcardbinary_fit(c, version);
	add_missing(c, "uid", uid_of(n, c));
	find_members(e, c);
}

static void put_vcard(struct exports *e, struct note *n, struct contact *c)
{
	make_card(e, n, c, 4);
	vcard_put(&e->out, c, 4);
}

static void put_vcard3(struct exports *e, struct note *n, struct contact *c)
{
	make_card(e, n, c, 3);
	vcard_put(&e->out, c, 3);
}

static void begin_csv(struct exports *e)
{
	csvout_begin(&e->out);
}

static void put_csv(struct exports *e, struct note *n, struct contact *c)
{
	(void)n;
	plain_tidy(c);
	csvout_put(&e->out, c);
}

static void begin_json(struct exports *e)
{
	buf_puts(&e->out, "[");
}

static void put_json(struct exports *e, struct note *n, struct contact *c)
{
	(void)c;
	buf_puts(&e->out, e->count ? ",\n" : "\n");
	notejson_put(&e->out, n, e->reader);
	e->out.n--; /* its line end: a comma may follow */
}

static void end_json(struct exports *e)
{
	buf_puts(&e->out, "\n]\n");
}

static void put_jcard(struct exports *e, struct note *n, struct contact *c)
{
	make_card(e, n, c, 4);
	buf_puts(&e->out, e->count ? ",\n" : "\n");
	jcard_put(&e->out, c);
}

static void begin_ldif(struct exports *e)
{
	ldif_begin(&e->out);
}

static void put_ldif(struct exports *e, struct note *n, struct contact *c)
{
	(void)n;
	ldif_put(&e->out, c);
}

static void begin_abook(struct exports *e)
{
	abook_begin(&e->out);
}

static void put_abook(struct exports *e, struct note *n, struct contact *c)
{
	(void)n;
	abook_put(&e->out, e->count, c);
}

static void put_mutt(struct exports *e, struct note *n, struct contact *c)
{
	(void)n;
	aliases_put(&e->aliases, &e->out, c);
}

static void end_mutt(struct exports *e)
{
	aliases_release(&e->aliases);
}

static void put_friend(struct note *n, void *to)
{
	struct exports *e = to;
	struct contact c;
	if (!note_is(n, "person") && !note_is(n, "place"))
		return;
	contact_read(&c, n, e->reader);
	add_missing(&c, "name", sight_name(e->reader, n));
	(note_is(n, "person") ? friends_friend : friends_place)(&e->friends, &c);
	e->count++;
}

static void put_activity(date day, str text, bool is_note, void *to)
{
	struct exports *e = to;
	friends_activity(&e->friends, day, text, is_note);
}

static void all_friends(struct exports *e)
{
	activities_each(e->pick, &(struct activities){e->reader, put_friend, put_activity, friends_name, e});
	friends_end(&e->friends, &e->out);
}

static void put_calendar(struct exports *e, bool remind)
{
	struct calendar c = {&e->out, remind, date_today(), span_days(e->pick->book.config.horizon), 0};
	calendar_begin(&c);
	occasions_each(e->pick, e->reader, calendar_put, &c);
	calendar_end(&c);
	e->count += c.count;
}

static void all_ics(struct exports *e)
{
	put_calendar(e, false);
}

static void all_rem(struct exports *e)
{
	put_calendar(e, true);
}

static void all_html(struct exports *e)
{
	e->count = page_write(e->pick, e->reader, &e->out);
}

static const struct exports_format formats[] = {
	{"vcard", CONTACTS, NULL, put_vcard, NULL, NULL, NULL, " birthday anniversary died "},
	{"vcard3", CONTACTS, NULL, put_vcard3, NULL, NULL, NULL, " birthday anniversary died "},
	{"csv", KIND_PERSON, begin_csv, put_csv, NULL, NULL, csvout_takes, NULL},
	{"json", 0, begin_json, put_json, end_json, NULL, NULL, NULL},
	{"jcard", CONTACTS, begin_json, put_jcard, end_json, NULL, NULL, " birthday anniversary died "},
	{"ldif", KIND_PERSON, begin_ldif, put_ldif, NULL, NULL, ldif_takes, " birthday email "},
	{"abook", KIND_PERSON, begin_abook, put_abook, NULL, NULL, abook_takes, " birthday email "},
	{"mutt", CONTACTS, NULL, put_mutt, end_mutt, NULL, NULL, " email "},
	{"friends", KIND_PERSON, NULL, NULL, NULL, all_friends, NULL, NULL},
	{"ics", KIND_PERSON, NULL, NULL, NULL, all_ics, NULL, NULL},
	{"rem", KIND_PERSON, NULL, NULL, NULL, all_rem, NULL, NULL},
	{"html", KIND_PERSON, NULL, NULL, NULL, all_html, NULL, NULL},
};

const struct exports_format *exports_named(str name)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (str_eq(name, str_of(formats[i].name)))
			return &formats[i];
	return NULL;
}

static void print(struct exports *e)
{
	term_print(buf_str(&e->out));
	buf_reset(&e->out);
}

/* What tells of the note and not of whom it is about is none of it. */
static void find_left(struct exports *e, const struct exports_format *f, const struct contact *c)
{
	for (const struct value *v = c->front->first; v && f->takes; v = v->next)
		if (!str_listed(" kind uid from not private ", v->key) && !f->takes(v->key) &&
			!strs_has(e->left, v->key) && front_texts(c->arena, v).n)
			strs_add(&e->keep, &e->left, arena_dup(&e->keep, v->key));
}

static bool is_typed(struct arena *a, str field, str text)
{
	return str_eq(field, S("email")) ? email_read(a, text).n > 0 : vocabulary_right(vocabulary_find(field), text);
}

/* Of a day that is none, or a second one; of an address that no mail can go to. */
static void tell_untyped(struct note *n, const struct exports_format *f, const struct contact *c)
{
	for (const struct value *v = c->front->first; v && f->typed; v = v->next) {
		struct strs texts = str_listed(f->typed, v->key) ? front_texts(c->arena, v) : (struct strs){0};
		bool mail = str_eq(v->key, S("email"));
		for (size_t i = 0; i < texts.n; i++) {
			bool typed = is_typed(c->arena, v->key, str_trim(texts.v[i]));
			if (!str_trim(texts.v[i]).n || (typed && (mail || i == 0)))
				continue;
			if (mail)
				hint(FMT ": left out, as it is no address: '" FMT "'", ARG(n->shown), ARG(texts.v[i]));
			else
				note_warn_value(n, note_field(n, v->key), "left out, as it is %s: '" FMT "'",
					typed ? "the second" : "no date", ARG(texts.v[i]));
		}
	}
}

static void tell_left(struct exports *e, const char *format)
{
	size_t n = e->left.n < LEFT_MOST ? e->left.n : LEFT_MOST;
	if (n)
		hint("no place in %s, left out: " FMT "%s", format,
			ARG(strs_join(&e->keep, (struct strs){e->left.v, n}, S(", "))), n < e->left.n ? ", ..." : "");
}

struct writing {
	const struct exports_format *format;
	struct exports *exports;
};

static bool write_note(struct note *n, void *ctx)
{
	struct writing *w = ctx;
	struct exports *e = w->exports;
	struct contact c;
	if (w->format->kinds && !(vocabulary_kind(note_kind(n)) & w->format->kinds))
		return true;
	contact_read(&c, n, e->reader);
	add_missing(&c, "name", sight_name(e->reader, n));
	if (!note_is(n, "person"))
		add_missing(&c, "kind", note_kind(n));
	str prose = w->format->kinds ? prose_of(n, e->reader) : S("");
	if (prose.n)
		strs_add(n->arena, &c.prose, prose);
	find_left(e, w->format, &c);
	tell_untyped(n, w->format, &c);
	w->format->note(e, n, &c);
	e->count++;
	print(e);
	return true;
}

void exports_write(const struct exports_format *f, struct pick *p, enum reader reader)
{
	struct exports e = {.pick = p, .reader = reader};
	struct writing w = {f, &e};
	if (f->begin)
		f->begin(&e);
	if (f->all)
		f->all(&e);
	else
		pick_each(p, write_note, &w);
	if (f->end)
		f->end(&e);
	print(&e);
	tell_left(&e, f->name);
	buf_release(&e.out);
	arena_release(&e.keep);
	if (!e.count && (p->found || f->all))
		hint(f->all ? "nobody among the notes chosen for -f %s"
			    : "the notes chosen are of nobody that -f %s has a place for",
			f->name);
}

#include "format/vcardput.h"

#include "base/map.h"
#include "base/utf8.h"
#include "format/nested.h"
#include "format/vcardkept.h"
#include "format/vcardname.h"
#include "format/vcardtext.h"
#include "format/vcardtype.h"
#include "note/vocabulary.h"
#include <inttypes.h>

#define WIDTH 75

struct writing {
	struct buf *out;
	const struct contact *c;
	struct arena *a;
	int version;
	int groups; /* item1, item2 so far */
};

void vcard_fold(struct buf *out, str line)
{
	for (size_t room = WIDTH; line.n > room; room = WIDTH - 1) {
		size_t n = room;
		while (n > room - 4 && ((unsigned char)line.p[n] & 0xc0) == 0x80)
			n--;
		buf_add(out, str_head(line, n));
		buf_puts(out, "\r\n ");
		line = str_skip(line, n);
	}
	buf_add(out, line);
	buf_puts(out, "\r\n");
}

str vcard_uid(const struct contact *c, str place)
{
	str uid = contact_text(c, S("uid")), name = contact_text(c, S("name"));
	if (uid.n)
		return uid;
	uint64_t one = hash64(arena_printf(c->arena, FMT "\n" FMT, ARG(name), ARG(place))),
		 two = hash64(arena_printf(c->arena, "%016" PRIx64, one));
	return arena_printf(c->arena, "urn:uuid:%08x-%04x-8%03x-8%03x-%012" PRIx64, (unsigned)(one >> 32),
		(unsigned)(one >> 16 & 0xffff), (unsigned)(one & 0xfff), (unsigned)(two >> 48 & 0xfff),
		two & 0xffffffffffff);
}

static void put(struct writing *w, str line)
{
	vcard_fold(w->out, line);
}

static void put_raw(struct writing *w, const char *name, str value)
{
	put(w, arena_printf(w->a, "%s:" FMT, name, ARG(value)));
}

static void put_text(struct writing *w, const char *name, str text)
{
	if (text.n)
		put_raw(w, name, vcardtext_escape(w->a, text));
}

static bool is_type(str word)
{
	return str_listed(
		" home work cell fax pager video textphone main-number other car iphone mobile bbs modem isdn pcs ",
		word);
}

/* What stands between a property's name and its value; a label that is no type of vCard goes with a group. */
static void put_labelled(struct writing *w, const char *name, str label, str value)
{
	struct strs words = {0};
	str word, rest = label;
	bool types = label.n > 0;
	while (str_cut(&rest, ' ', &word)) {
		types = types && is_type(word);
		strs_add(w->a, &words, word);
	}
	if (!label.n) {
		put_raw(w, name, value);
	} else if (types) {
		put(w, arena_printf(
			       w->a, "%s;TYPE=" FMT ":" FMT, name, ARG(strs_join(w->a, words, S(","))), ARG(value)));
	} else {
		w->groups++;
		put(w, arena_printf(w->a, "item%d.%s:" FMT, w->groups, name, ARG(value)));
		put(w, arena_printf(w->a, "item%d.X-ABLabel:" FMT, w->groups, ARG(vcardtext_escape(w->a, label))));
	}
}

static void put_address(struct writing *w, const struct contact_fact *f)
{
	str kept = vcardkept_address(w->c, f);
	if (kept.n)
		put(w, kept);
	else
		put_labelled(w, "ADR", f->label, vcardname_adr(w->a, f->value));
}

/* An address whose city and country are fields of the note. */
static void put_places(struct writing *w)
{
	struct contact_facts addresses = contact_facts(w->c, S("address"));
	str city = contact_text(w->c, S("city")), country = contact_text(w->c, S("country"));
	for (size_t i = 0; i < addresses.n; i++)
		put_address(w, &addresses.v[i]);
	if (!addresses.n && (city.n || country.n))
		put_raw(w, "ADR",
			arena_printf(w->a, ";;;" FMT ";;;" FMT, ARG(vcardtext_escape(w->a, city)),
				ARG(vcardtext_escape(w->a, country))));
}

/* As a value of that property: a URI is no text. */
static str value_of(struct writing *w, const char *name, str text)
{
	bool uri = str_eq(str_of(vcardtype_of(str_of(name))), S("uri"));
	return (uri ? vcardtext_uri : vcardtext_escape)(w->a, text);
}

static void put_facts(struct writing *w, const char *name, const char *key)
{
	struct contact_facts facts = contact_facts(w->c, str_of(key));
	for (size_t i = 0; i < facts.n; i++) {
		const struct contact_fact *f = &facts.v[i];
		str kept = str_eq(str_of(key), S("url")) ? vcardkept_profile(w->c, f) : (str){0};
		if (kept.n)
			put(w, kept);
		else if (f->value->kind == VALUE_TEXT)
			put_labelled(w, name, f->label, value_of(w, name, f->value->text));
	}
}

/* A text in vCard 3, and what is no URI is one in vCard 4, too. */
static void put_uid(struct writing *w)
{
	str uid = vcard_uid(w->c, contact_text(w->c, S("email")));
	bool uri = w->version > 3 && str_chr(uid, ':') != STR_NONE && str_chr(uid, ' ') == STR_NONE;
	put_raw(w, "UID", (uri ? vcardtext_uri : vcardtext_escape)(w->a, uid));
}

static void put_date(struct writing *w, const char *name, const char *apple, str text)
{
	struct partial p;
	if (!text.n || !partial_parse(text, &p))
		return;
	const char *property = w->version < 4 ? apple : name;
	if (w->version < 4 && !p.year)
		put(w, arena_printf(w->a, "%s;X-APPLE-OMIT-YEAR=1604:1604-%02d-%02d", property, p.month, p.day));
	else if (w->version < 4 && !p.day)
		put(w, arena_printf(w->a, "%s;VALUE=text:" FMT, property, ARG(partial_str(w->a, p))));
	else if (w->version < 4)
		put(w, arena_printf(w->a, "%s:%04d-%02d-%02d", property, p.year, p.month, p.day));
	else if (!p.year)
		put(w, arena_printf(w->a, "%s:--%02d%02d", property, p.month, p.day));
	else if (!p.month)
		put(w, arena_printf(w->a, "%s:%04d", property, p.year));
	else if (!p.day)
		put(w, arena_printf(w->a, "%s:%04d-%02d", property, p.year, p.month));
	else
		put(w, arena_printf(w->a, "%s:%04d%02d%02d", property, p.year, p.month, p.day));
}

static bool is_no_person(const struct writing *w)
{
	return str_listed(" org group ", contact_text(w->c, S("kind")));
}

/* sort-name says it: Lovelace, Ada; else the last word is the family name. */
static void put_name(struct writing *w)
{
	str name = contact_text(w->c, S("name")), sort = contact_text(w->c, S("sort-name")), family, given;
	str kept = vcardkept_line(w->c, "N", sort);
	size_t comma = str_find(sort, S(", ")), blank = str_rchr(name, ' ');
	put_text(w, "FN", name);
	if (kept.n) {
		put(w, kept);
		return;
	}
	if (!sort.n && is_no_person(w)) { /* 4.0 does not want it, but who reads by vobject does */
		put_raw(w, "N", S(";;;;"));
		return;
	}
	if (sort.n) {
		bool both = comma != STR_NONE && comma > 0;
		family = str_head(sort, both ? comma : sort.n);
		given = both ? str_skip(sort, comma + 2) : S("");
	} else {
		family = blank == STR_NONE ? S("") : str_skip(name, blank + 1);
		given = str_head(name, blank == STR_NONE ? name.n : blank);
	}
	put_raw(w, "N",
		arena_printf(w->a, FMT ";" FMT ";;;", ARG(vcardtext_escape(w->a, family)),
			ARG(vcardtext_escape(w->a, given))));
}

static void put_list(struct writing *w, const char *name, const char *key)
{
	struct strs texts = contact_texts(w->c, str_of(key)), parts = {0};
	for (size_t i = 0; i < texts.n; i++)
		strs_add(w->a, &parts, vcardtext_escape(w->a, texts.v[i]));
	if (parts.n)
		put_raw(w, name, strs_join(w->a, parts, S(",")));
}

/* As it was kept, if it still says so. */
static void put_texts(struct writing *w, const char *name, const char *key)
{
	struct strs texts = contact_texts(w->c, str_of(key));
	for (size_t i = 0; i < texts.n; i++) {
		str text = vcardkept_unlinked(texts.v[i]), kept = vcardkept_line(w->c, name, text);
		if (kept.n)
			put(w, kept);
		else
			put_text(w, name, text);
	}
}

static void put_relation(struct writing *w, str key, str text)
{
	str name = vcardtext_escape(w->a, vcardkept_unlinked(text));
	if (w->version > 3) {
		bool plain = str_eq(key, S("related"));
		put(w, arena_printf(w->a, "RELATED;%s" FMT "VALUE=text:" FMT, plain ? "" : "TYPE=",
			       ARG(plain ? S("") : arena_printf(w->a, FMT ";", ARG(key))), ARG(name)));
		return;
	}
	w->groups++;
	put(w, arena_printf(w->a, "item%d.X-ABRELATEDNAMES:" FMT, w->groups, ARG(name)));
	put(w, arena_printf(w->a, "item%d.X-ABLabel:" FMT, w->groups, ARG(key)));
}

/* Whom a group links to, as its card is found by other programs, and by us. */
static void put_members(struct writing *w)
{
	struct strs links = contact_texts(w->c, S("members"));
	for (size_t i = 0; i < links.n && i < w->c->members.n; i++) {
		struct buf line = {0};
		if (!w->c->members.v[i].n)
			continue;
		buf_puts(&line, w->version > 3 ? "MEMBER" : "X-ADDRESSBOOKSERVER-MEMBER");
		vcardline_put_param(&line, S("X-NT"), links.v[i]);
		buf_putc(&line, ':');
		buf_add(&line, vcardtext_uri(w->a, w->c->members.v[i]));
		put(w, arena_take(w->a, &line));
	}
}

static bool is_member(const struct writing *w, str key, size_t i)
{
	return str_eq(key, S("members")) && i < w->c->members.n && w->c->members.v[i].n;
}

/* A field that vCard has no property for, or a relation. */
static void put_own(struct writing *w, const struct value *v)
{
	const struct vocabulary *known = vocabulary_find(v->key);
	bool relation = !known || (known->vcard && str_eq(str_of(known->vcard), S("RELATED")));
	struct strs texts = front_texts(w->a, v);
	struct buf key = {0};
	if (nested_is(v) && !str_eq(v->key, S("members"))) {
		put_text(w, "X-NT", nested_write(w->a, v));
		return;
	}
	for (size_t i = 0; i < v->key.n; i++)
		relation = relation && ((v->key.p[i] >= 'a' && v->key.p[i] <= 'z') || (i && v->key.p[i] == '-'));
	vcardline_put_param(&key, S("X-KEY"), v->key);
	for (size_t i = 0; i < texts.n; i++)
		if (relation && vcardname_is_link(texts.v[i]))
			put_relation(w, v->key, texts.v[i]);
		else if (v->key.n && !is_member(w, v->key, i))
			put(w, arena_printf(w->a, "X-NT" FMT ":" FMT, ARG(buf_str(&key)),
				       ARG(vcardtext_escape(w->a, texts.v[i]))));
	buf_release(&key);
}

/* The numbers of groups that kept lines have are theirs, whatever stands behind one: who reads may drop that. */
static void count_groups(struct writing *w, struct strs lines)
{
	for (size_t i = 0; i < lines.n; i++) {
		str rest = str_skip(lines.v[i], 4);
		size_t digits = 0;
		long number;
		while (digits < rest.n && str_digit(rest.p[digits]))
			digits++;
		if (str_ieq(str_head(lines.v[i], 4), S("item")) && str_long(str_head(rest, digits), &number) &&
			number > w->groups && number < 1000000)
			w->groups = (int)number;
	}
}

void vcard_put(struct buf *out, const struct contact *c, int version)
{
	struct writing w = {.out = out, .c = c, .a = c->arena, .version = version};
	struct strs lines = contact_texts(c, S("vcard"));
	str kind = contact_text(c, S("kind"));
	count_groups(&w, lines);
	put(&w, S("BEGIN:VCARD"));
	put_raw(&w, "VERSION", version > 3 ? S("4.0") : S("3.0"));
	if (is_no_person(&w))
		put_raw(&w, version > 3 ? "KIND" : "X-ADDRESSBOOKSERVER-KIND", kind);
	if (str_eq(kind, S("org")))
		put_raw(&w, "X-ABShowAs", S("COMPANY"));
	put_uid(&w);
	put_name(&w);
	put_list(&w, "NICKNAME", "aliases");
	put_texts(&w, "ORG", "org");
	put_texts(&w, "TITLE", "title");
	put_texts(&w, "ROLE", "role");
	put_facts(&w, "EMAIL", "email");
	put_facts(&w, "TEL", "phone");
	put_facts(&w, "IMPP", "im");
	put_facts(&w, "URL", "url");
	put_places(&w);
	put_date(&w, "BDAY", "BDAY", contact_text(c, S("birthday")));
	put_date(&w, "ANNIVERSARY", "X-ANNIVERSARY", contact_text(c, S("anniversary")));
	put_date(&w, "DEATHDATE", "X-DEATHDATE", contact_text(c, S("died")));
	put_list(&w, "CATEGORIES", "tags");
	put_members(&w);
	put_text(&w, "NOTE", strs_join(w.a, c->prose, S("\n\n")));
	for (const struct value *v = c->front->first; v; v = v->next)
		if (!vcardtype_has(v->key))
			put_own(&w, v);
	struct strs rest = vcardkept_rest(c);
	for (size_t i = 0; i < rest.n; i++)
		put(&w, rest.v[i]);
	put(&w, S("END:VCARD"));
}

#include "views/likeness.h"

#include "base/latin.h"
#include "base/map.h"
#include "base/utf8.h"
#include "note/phone.h"
#include "text/link.h"
#include "views/synccopy.h"

#define LOCAL_LEAST 5 /* letters before the @ that are somebody's */

static const char offices[] =
	" info office contact kontakt contacto contato mail email hello hallo team sales support admin praxis "
	"familie family fam post service buero kanzlei casa home hi kontor biuro bureau accueil ";
static const char freemail[] =
	" gmail.com googlemail.com gmx.de gmx.net web.de outlook.com hotmail.com live.com yahoo.com icloud.com "
	"me.com mail.ru yandex.ru proton.me protonmail.com aol.com t-online.de posteo.de wp.pl onet.pl seznam.cz "
	"orange.fr free.fr libero.it qq.com 163.com fastmail.com mailbox.org ";
static const char legal[] = " gmbh ltd limited inc ag llc co corp ab oy sa srl spa bv kg se plc pty as aps kft sro ";

struct reading {
	struct note *note;
	struct arena *keep;
	struct likeness *out;
};

static void say(struct reading *r, enum likeness_kind kind, str form, str text, bool is_private)
{
	struct likeness *l = r->out;
	if (!form.n)
		return;
	uint64_t hash = map_hash(form) + (uint64_t)kind * 0x9e3779b97f4a7c15;
	for (size_t i = 0; i < l->n; i++)
		if (l->facts[i].hash == hash)
			return;
	l->facts = arena_more(r->keep, l->facts, l->n, sizeof *l->facts);
	l->facts[l->n++] = (struct likeness_fact){kind, hash, arena_dup(r->keep, text), is_private, false};
}

/* The texts of a field, each with whether it is private. */
static void each(struct reading *r, str key, void (*take)(struct reading *r, str text, bool is_private))
{
	struct strs all = note_texts(r->note, key), open = {0};
	if (all.n)
		open = sight_texts(READER_REST, r->note, key);
	for (size_t i = 0; i < all.n; i++)
		take(r, str_trim(all.v[i]), !strs_has(open, all.v[i]));
}

static void take_uid(struct reading *r, str text, bool is_private)
{
	str form = utf8_bare(r->note->arena, text);
	if (str_starts(form, S("urn:uuid:")))
		form = str_skip(form, 9);
	say(r, LIKENESS_UID, form, text, is_private);
}

static str without_tag(struct arena *a, str local)
{
	struct buf b = {0};
	for (size_t i = 0; i < local.n && local.p[i] != '+'; i++)
		if (local.p[i] != '.')
			buf_putc(&b, local.p[i]);
	return arena_take(a, &b);
}

static void say_email(struct reading *r, str email, bool is_private)
{
	struct arena *a = r->note->arena;
	str form = utf8_bare(a, email);
	size_t at = str_rchr(form, '@');
	if (at == STR_NONE)
		return;
	str local = str_head(form, at), domain = str_skip(form, at + 1);
	bool office = str_listed(offices, local);
	if (str_eq(domain, S("googlemail.com")))
		domain = S("gmail.com");
	if (str_eq(domain, S("gmail.com")))
		local = without_tag(a, local);
	str whole = arena_printf(a, FMT "@" FMT, ARG(local), ARG(domain));
	say(r, office ? LIKENESS_SITE : LIKENESS_EMAIL, whole, email, is_private);
	if (!str_listed(freemail, domain))
		say(r, LIKENESS_DOMAIN, domain, domain, is_private);
	if (!office && local.n >= LOCAL_LEAST)
		say(r, LIKENESS_LOCAL, local, str_head(email, at), is_private);
}

static void take_email(struct reading *r, str text, bool is_private)
{
	struct emails list = email_read(r->note->arena, text);
	for (size_t i = 0; i < list.n; i++)
		say_email(r, list.v[i].address, is_private);
}

static void take_phone(struct reading *r, str text, bool is_private)
{
	str rest = text, one;
	while (rest.n && str_cut(&rest, ',', &one))
		say(r, LIKENESS_PHONE, phone_form(r->note->arena, one, note_country(r->note)), str_trim(one),
			is_private);
}

static str after(str s, str prefix)
{
	return str_starts(s, prefix) ? str_skip(s, prefix.n) : s;
}

static str before(str s, char c)
{
	size_t at = str_chr(s, c);
	return at == STR_NONE ? s : str_head(s, at);
}

static void take_url(struct reading *r, str text, bool is_private)
{
	str form = utf8_bare(r->note->arena, text);
	form = after(after(after(form, S("https://")), S("http://")), S("www."));
	form = before(before(form, '?'), '#');
	while (str_ends(form, S("/")))
		form.n--;
	say(r, str_chr(form, '/') == STR_NONE ? LIKENESS_SITE : LIKENESS_HANDLE, form, text, is_private);
}

static void take_im(struct reading *r, str text, bool is_private)
{
	static const str schemes[] = {S_INIT("matrix:"), S_INIT("xmpp:"), S_INIT("sip:"), S_INIT("skype:"),
		S_INIT("irc:"), S_INIT("telegram:"), S_INIT("signal:"), S_INIT("https://t.me/"), S_INIT("t.me/")};
	str form = utf8_bare(r->note->arena, text);
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		form = after(str_trim(form), schemes[i]);
	say(r, LIKENESS_HANDLE, after(str_trim(form), S("@")), text, is_private);
}

/* Words of letters and digits as they compare, without blanks; legal forms fall away. */
static str squeezed(struct arena *a, str text, const char *without)
{
	struct buf b = {0};
	str rest = utf8_bare(a, links_shown(a, text));
	while (rest.n) {
		size_t n = 0, more;
		while ((more = utf8_alnum(str_skip(rest, n))))
			n += more;
		if (n > 1 && !str_listed(without, str_head(rest, n)))
			buf_add(&b, latin_form(a, str_head(rest, n)));
		else if (n && *without == 0)
			buf_add(&b, str_head(rest, n));
		rest = str_skip(rest, n ? n : 1);
	}
	return b.n ? arena_take(a, &b) : utf8_bare(a, str_trim(text));
}

static void take_org(struct reading *r, str text, bool is_private)
{
	say(r, LIKENESS_ORG, squeezed(r->note->arena, text, legal), links_shown(r->note->arena, text), is_private);
}

/* A map of parts is one address. */
static void read_address(struct reading *r)
{
	const struct value *v = note_field(r->note, S("address"));
	struct arena *a = r->note->arena;
	bool map = v && v->kind == VALUE_MAP && note_field(r->note, S("address.street"));
	struct strs texts = v ? front_texts(a, v) : (struct strs){0};
	struct strs open = v ? sight_texts(READER_REST, r->note, S("address")) : (struct strs){0};
	str whole = strs_join(a, texts, S(", "));
	for (size_t i = 0; !map && i < texts.n; i++)
		say(r, LIKENESS_ADDRESS, squeezed(a, texts.v[i], ""), texts.v[i], !strs_has(open, texts.v[i]));
	if (map)
		say(r, LIKENESS_ADDRESS, squeezed(a, whole, ""), whole, open.n < texts.n);
}

static void read_birthday(struct reading *r)
{
	struct partial *b = &r->out->birthday;
	str text = note_text(r->note, S("birthday"));
	if (!text.n || !partial_parse(str_trim(text), b))
		return;
	r->out->has_birthday = true;
	if (b->month && b->day)
		say(r, LIKENESS_BIRTHDAY, arena_printf(r->note->arena, "%d-%d", b->month, b->day), text,
			!sight_key(READER_REST, r->note, S("birthday")));
}

/* A name that is an account of the note is what stands there for want of one. */
static bool is_account(const struct likeness *l, str name)
{
	for (size_t i = 0; i < l->n; i++) {
		str text = after(after(l->facts[i].text, S("matrix:")), S("@"));
		if (l->facts[i].kind == LIKENESS_HANDLE && str_ieq(before(text, ':'), name))
			return true;
	}
	return false;
}

static void add_name(struct reading *r, str name)
{
	struct likeness *l = r->out;
	l->names = arena_more(r->keep, l->names, l->name_count, sizeof *l->names);
	struct personname *p = &l->names[l->name_count++];
	*p = personname_read(r->note->arena, name);
	p->handle |= is_account(l, name);
	for (size_t i = 0; i < p->n; i++)
		p->v[i] = arena_dup(r->keep, p->v[i]);
}

static void read_names(struct reading *r)
{
	struct strs aliases = note_texts(r->note, S("aliases"));
	str name = r->out->name, copy = synccopy_of(r->note->path);
	add_name(r, copy.p && str_eq(name, note_stem(r->note)) ? str_base(copy) : name);
	for (size_t i = 0; i < aliases.n && i < 8; i++)
		add_name(r, aliases.v[i]);
}

struct likeness likeness_read(struct note *n, struct arena *keep)
{
	struct likeness l = {.path = arena_dup(keep, n->path),
		.name = arena_dup(keep, note_name(n)),
		.kind = arena_dup(keep, note_kind(n)),
		.name_private = !sight_key(READER_REST, n, S("name"))};
	struct reading r = {n, keep, &l};
	str copy = synccopy_of(n->path), base = copy.p ? copy : n->path;
	l.copy = copy.p != NULL;
	if (n->path.p)
		say(&r, LIKENESS_COPY,
			utf8_fold(n->arena, str_ends(base, S(".md")) ? str_head(base, base.n - 3) : base), S(""),
			false);
	if (note_is(n, "person")) {
		each(&r, S("uid"), take_uid);
		each(&r, S("email"), take_email);
		each(&r, S("phone"), take_phone);
		each(&r, S("url"), take_url);
		each(&r, S("im"), take_im);
		each(&r, S("org"), take_org);
		read_address(&r);
		read_birthday(&r);
	}
	if (note_is(n, "person") || l.copy)
		read_names(&r);
	return l;
}

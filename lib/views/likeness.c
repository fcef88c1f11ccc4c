#include "views/likeness.h"

#include "base/latin.h"
#include "base/map.h"
#include "base/utf8.h"
#include "note/phone.h"
#include "text/link.h"
#include "views/synccopy.h"

#define LOCAL_LEAST 5 /* letters before the @ that are somebody's */
#define NAMESAKES   4 /* notes of one name, from which on the org is not enough */

static const char offices[] =
	" info office contact kontakt contacto contato mail email hello hallo team sales support admin praxis "
	"familie family fam post service buero kanzlei casa home hi kontor biuro bureau accueil ";
static const char freemail[] =
	" gmail.com googlemail.com gmx.de gmx.net web.de outlook.com hotmail.com live.com yahoo.com icloud.com "
	"me.com mail.ru yandex.ru proton.me protonmail.com aol.com t-online.de posteo.de wp.pl onet.pl seznam.cz "
	"orange.fr free.fr libero.it qq.com 163.com fastmail.com mailbox.org ";
static const char legal[] = " gmbh ltd limited inc ag llc co corp ab oy sa srl spa bv kg se plc pty as aps kft sro ";

static bool listed(const char *list, str word)
{
	str rest = str_of(list), one;
	while (str_cut(&rest, ' ', &one))
		if (one.n && str_eq(one, word))
			return true;
	return false;
}

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
	bool office = listed(offices, local);
	if (str_eq(domain, S("googlemail.com")))
		domain = S("gmail.com");
	if (str_eq(domain, S("gmail.com")))
		local = without_tag(a, local);
	str whole = arena_printf(a, FMT "@" FMT, ARG(local), ARG(domain));
	say(r, office ? LIKENESS_SITE : LIKENESS_EMAIL, whole, email, is_private);
	if (!listed(freemail, domain))
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

static str country_of(struct note *n)
{
	str own = note_text(n, S("country"));
	return own.n ? own : n->config ? n->config->country : own;
}

static void take_phone(struct reading *r, str text, bool is_private)
{
	str rest = text, one;
	while (rest.n && str_cut(&rest, ',', &one))
		say(r, LIKENESS_PHONE, phone_form(r->note->arena, one, country_of(r->note)), str_trim(one), is_private);
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
		if (n > 1 && !listed(without, str_head(rest, n)))
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
	bool map = v && v->kind == VALUE_MAP && (front_get(note_front(r->note), S("address.street")));
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

/* --- two notes */

/* What a fact says with a name that agrees, with a part of one, and with a given name alone. */
static const struct weight {
	double whole, part, half;
	bool place; /* of a house or an office: of several of these the strongest counts, unless the names agree */
	const char *why;
} weights[LIKENESS_KINDS] = {
	[LIKENESS_UID] = {.99, .99, .99, false, "same uid"},
	[LIKENESS_EMAIL] = {.95, .90, .80, false, "same email"},
	[LIKENESS_HANDLE] = {.95, .90, .80, false, "same account"},
	[LIKENESS_PHONE] = {.90, .80, .55, true, "same phone"},
	[LIKENESS_BIRTHDAY] = {.90, .70, .60, false, "same birthday"},
	[LIKENESS_ORG] = {.78, .30, .20, true, "same org"},
	[LIKENESS_DOMAIN] = {.74, .30, .20, true, "same domain"},
	[LIKENESS_LOCAL] = {.78, .30, .0, true, "same address before the @"},
	[LIKENESS_ADDRESS] = {.80, .40, .20, true, "same address"},
	[LIKENESS_SITE] = {.74, .30, .10, true, "same page"},
};

static double weight_of(const struct likeness_fact *f, enum personname_agreement names, bool year)
{
	const struct weight *w = &weights[f->kind];
	double value = names >= PERSONNAME_NEAR ? w->whole : names == PERSONNAME_HALF ? w->half : w->part;
	if (f->kind == LIKENESS_BIRTHDAY && !year)
		value -= .15;
	return f->shared ? value * .6 : value;
}

static const struct likeness_fact *find(const struct likeness *l, uint64_t hash)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->facts[i].hash == hash)
			return &l->facts[i];
	return NULL;
}

static bool have(const struct likeness *x, const struct likeness *y, enum likeness_kind kind)
{
	for (size_t i = 0; i < x->n; i++)
		if (x->facts[i].kind == kind && find(y, x->facts[i].hash))
			return true;
	return false;
}

static enum personname_agreement compare_names(const struct likeness *x, const struct likeness *y,
	const struct personname **p, const struct personname **q, const char **words)
{
	enum personname_agreement best = PERSONNAME_OTHER;
	const char *said;
	*words = NULL;
	*p = x->names;
	*q = y->names;
	for (size_t i = 0; i < x->name_count; i++)
		for (size_t k = 0; k < y->name_count; k++) {
			enum personname_agreement now = personname_compare(&x->names[i], &y->names[k], &said);
			if (now > best && !(now == PERSONNAME_NONE && (i || k))) {
				best = now;
				*words = said;
				*p = &x->names[i];
				*q = &y->names[k];
			}
		}
	return best;
}

static bool differ(int x, int y)
{
	return x && y && x != y;
}

static bool birthdays_differ(const struct likeness *x, const struct likeness *y)
{
	const struct partial *p = &x->birthday, *q = &y->birthday;
	return x->has_birthday && y->has_birthday &&
	       (differ(p->year, q->year) || differ(p->month, q->month) || differ(p->day, q->day));
}

static str reason(struct arena *a, const struct likeness_fact *f, const struct likeness_fact *g, enum reader reader)
{
	bool hidden = !sight_sees(reader, f->is_private || g->is_private);
	return arena_printf(a, "%s " FMT, weights[f->kind].why, ARG(hidden ? S("(private)") : f->text));
}

static bool is_copy(const struct likeness *x, const struct likeness *y)
{
	const char *words;
	if (!(x->copy || y->copy) || !str_eq(x->kind, y->kind))
		return false;
	return synccopy_sure(x->path) || synccopy_sure(y->path) || str_eq(x->name, y->name) ||
	       (x->name_count && y->name_count && personname_compare(x->names, y->names, &words) == PERSONNAME_SAME);
}

static struct likeness_why judge_facts(struct arena *a, const struct likeness *x, const struct likeness *y,
	enum personname_agreement names, size_t namesakes, enum reader reader)
{
	struct likeness_why out = {0};
	double doubt = 1, place = 0;
	bool own = false, email = have(x, y, LIKENESS_EMAIL), known = x->birthday.year && y->birthday.year;
	for (size_t i = 0; i < x->n; i++) {
		const struct likeness_fact *f = &x->facts[i], *g = find(y, f->hash);
		if (!g || f->kind == LIKENESS_COPY || (f->kind == LIKENESS_BIRTHDAY && birthdays_differ(x, y)))
			continue;
		if (email && (f->kind == LIKENESS_LOCAL || f->kind == LIKENESS_DOMAIN))
			continue;
		double w = weight_of(f, names, known);
		bool is_place = weights[f->kind].place || f->shared;
		own |= f->kind < LIKENESS_ORG;
		if (is_place && names < PERSONNAME_PART)
			place = w > place ? w : place;
		else
			doubt *= 1 - w;
		strs_add(a, &out.reasons, reason(a, f, g, reader));
	}
	out.score = 1 - doubt * (1 - place);
	if (!own && namesakes > NAMESAKES)
		out.score *= .8;
	return out;
}

struct likeness_why likeness_judge(
	struct arena *a, const struct likeness *x, const struct likeness *y, size_t namesakes, enum reader reader)
{
	const struct personname *p, *q;
	const char *words;
	struct likeness_why out = {0};
	bool persons = str_eq(x->kind, S("person")) && str_eq(y->kind, S("person"));
	if (is_copy(x, y) && x->n && y->n && x->facts[0].hash == y->facts[0].hash) {
		out.score = .99;
		strs_add(a, &out.reasons, S("copy of the file that a sync program made"));
		return out;
	}
	enum personname_agreement names = persons ? compare_names(x, y, &p, &q, &words) : PERSONNAME_OTHER;
	if (names == PERSONNAME_OTHER)
		return out;
	out = judge_facts(a, x, y, names, namesakes, reader);
	if (!out.reasons.n)
		return out;
	if (names == PERSONNAME_PART || names == PERSONNAME_NEAR || names == PERSONNAME_NONE)
		out.score *= .97;
	if (birthdays_differ(x, y))
		out.score *= .6;
	if (p->generation != q->generation)
		out.score *= .5;
	if (names == PERSONNAME_SAME)
		words = "same name";
	if (words)
		strs_add(a, &out.reasons, str_of(words));
	return out;
}

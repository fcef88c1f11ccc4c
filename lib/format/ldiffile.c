#include "format/ldiffile.h"

#include "base/charset.h"
#include "base/diag.h"
#include "base/transfer.h"
#include "base/utf8.h"
#include "format/csvrow.h"
#include "format/customs.h"
#include "format/ldif.h"
#include "format/ldifline.h"
#include "format/ldifmember.h"
#include "format/photo.h"

#define BIRTH_DAY "birth day"         /* a birthday that is only the day of a month */
#define MOST_KEPT ((size_t)192 << 10) /* bytes of a picture that is kept in a note */

static const struct attribute_rule rules[] = {
	{"cn", "name", ""},
	{"commonname", "name", ""},
	{"displayname", "aliases", ""},
	{"givenname", "given", ""},
	{"gn", "given", ""},
	{"sn", "family", ""},
	{"surname", "family", ""},
	{"mozillanickname", "aliases", ""},
	{"xmozillanickname", "aliases", ""},
	{"mail", "email", ""},
	{"rfc822mailbox", "email", ""},
	{"email", "email", ""},
	{"mozillasecondemail", "email", ""},
	{"xmozillasecondemail", "email", ""},
	{"telephonenumber", "phone", "work"},
	{"xmozillaanyphone", "phone", "work"},
	{"homephone", "phone", "home"},
	{"mobile", "phone", "cell"},
	{"mobiletelephonenumber", "phone", "cell"},
	{"cellphone", "phone", "cell"},
	{"facsimiletelephonenumber", "phone", "fax"},
	{"fax", "phone", "fax"},
	{"pager", "phone", "pager"},
	{"pagerphone", "phone", "pager"},
	{"street", "address.street", "work"},
	{"streetaddress", "address.street", "work"},
	{"mozillaworkstreet2", "address.extra", "work"},
	{"postofficebox", "address.box", "work"},
	{"l", "address.city", "work"},
	{"locality", "address.city", "work"},
	{"localityname", "address.city", "work"},
	{"st", "address.region", "work"},
	{"region", "address.region", "work"},
	{"postalcode", "address.postcode", "work"},
	{"zip", "address.postcode", "work"},
	{"c", "address.country", "work"},
	{"co", "address.country", "work"},
	{"countryname", "address.country", "work"},
	{"mozillahomestreet", "address.street", "home"},
	{"mozillahomestreet2", "address.extra", "home"},
	{"mozillahomepostofficebox", "address.box", "home"},
	{"mozillahomelocalityname", "address.city", "home"},
	{"mozillahomestate", "address.region", "home"},
	{"mozillahomepostalcode", "address.postcode", "home"},
	{"mozillahomecountryname", "address.country", "home"},
	{"postaladdress", "address", "work"},
	{"homepostaladdress", "address", "home"},
	{"registeredaddress", "address", LDIF_REGISTERED},
	{"o", "org", ""},
	{"organizationname", "org", ""},
	{"company", "org", ""},
	{"orgunit", "custom", "department"},
	{"department", "custom", "department"},
	{"title", "title", ""},
	{"birthyear", "birth.year", ""},
	{"birthmonth", "birth.month", ""},
	{"birthday", "birthday", ""},
	{BIRTH_DAY, "birth.day", ""},
	{"mozillaworkurl", "url", "work"},
	{"workurl", "url", "work"},
	{"mozillahomeurl", "url", ""},
	{"homeurl", "url", ""},
	{"labeleduri", "url", ""},
	{"nsaimid", "im", "aim"},
	{"nscpaimscreenname", "im", "aim"},
	{"manager", "relation", "manager"},
	{"secretary", "relation", "assistant"},
	{"entryuuid", "uid", ""},
	{"description", "note", ""},
	{"notes", "note", ""},
	{"info", "note", ""},
	{"mozillacustom1", "custom", "custom1"},
	{"mozillacustom2", "custom", "custom2"},
	{"mozillacustom3", "custom", "custom3"},
	{"mozillacustom4", "custom", "custom4"},
	{NULL, NULL, NULL},
};

/* They tell of the program or the directory, not of anybody. */
#define OF_DIRECTORY                                                                                                   \
	" modifytimestamp createtimestamp creatorsname modifiersname mozillausehtmlmail xmozillausehtmlmail control "  \
	"structuralobjectclass entrydn entrycsn hassubordinates subschemasubentry search result ref "
#define PASSWORDS " userpassword unicodepwd sambantpassword sambalmpassword authpassword krbprincipalkey "

/* What an entry has its name of. */
#define NAMES " cn commonname displayname givenname gn sn surname o organizationname company mail "

struct record {
	struct import *in;
	struct ldifmembers *people; /* of the file */
	bool looks;                 /* for their names alone */
	struct attributes attributes;
	size_t begin; /* its first line; 0: between records */
	str dn;
	str change;                /* changetype; absent: none */
	bool group, org, answered; /* answered: ldapsearch tells how it went */
	bool too_many;
	struct strs members;
	struct strs pictures;
	size_t passwords; /* left out, of the whole file */
};

bool ldiffile_likely(str head)
{
	struct arena a = {0};
	struct ldiflines lines = {.arena = &a, .rest = charset_marked(&a, head), .line = 1};
	struct ldifline l;
	bool any;
	while ((any = ldifline_next(&lines, &l)) && !l.name.n && !l.wrong)
		;
	long version;
	bool is = any && (str_eq(l.name, S("dn")) || (str_eq(l.name, S("version")) && str_long(l.value, &version)));
	arena_release(&a);
	return is;
}

static void add_class(struct record *r, str name)
{
	r->group = r->group || str_ieq(name, S("groupOfNames")) || str_ieq(name, S("groupOfUniqueNames"));
	r->org = r->org || str_ieq(name, S("organization"));
}

static void add_attribute(struct record *r, str name, str value, size_t line)
{
	bool full = false;
	if (!str_starts(name, S("mozillacustom")) || !customs_read(&r->attributes, name, value, &full))
		full = !attributes_add(&r->attributes, name, value);
	if (full && !r->too_many) {
		warn_at(r->in->file, line, 0, "more than %d values of one entry, the others are left out",
			ATTRIBUTES_MOST);
		r->too_many = true;
	}
}

/* https://ada.example her pages */
static void add_uri(struct record *r, const struct ldifline *l)
{
	size_t blank = str_chr(l->value, ' '), before = r->attributes.map.n;
	add_attribute(r, l->name, str_head(l->value, blank), l->line);
	if (blank != STR_NONE && r->attributes.map.n > before)
		r->attributes.map.v[before].label = utf8_fold(r->attributes.arena, str_trim(str_skip(l->value, blank)));
}

/* Who is nobody's entry and has no name in it is no link. */
static void add_person(struct record *r, const struct ldifline *l)
{
	struct arena *a = r->attributes.arena;
	struct csvmap *m = &r->attributes.map;
	size_t before = m->n;
	str name = ldifmember_name(r->people, a, l->value);
	add_attribute(r, l->name, name.n ? name : l->value, l->line);
	if (name.n || m->n == before || !str_eq(m->v[before].field, S("relation")) || !ldifmember_is_dn(a, l->value))
		return;
	m->v[before].label = arena_printf(a, FMT "-text", ARG(m->v[before].label));
	m->v[before].field = S("custom");
}

static void add_text(struct record *r, const struct ldifline *l)
{
	bool day = str_eq(l->name, S("birthday")) && l->value.n < 3;
	if (str_listed(LDIFMEMBER_PERSONS, l->name))
		add_person(r, l);
	else if (str_eq(l->name, S("labeleduri")))
		add_uri(r, l);
	else
		add_attribute(r, day ? S(BIRTH_DAY) : l->name, l->value, l->line);
}

static void add_binary(struct record *r, const struct ldifline *l)
{
	if (str_listed(" jpegphoto thumbnailphoto photo ", l->name))
		strs_add(r->attributes.arena, &r->pictures, l->value);
	else
		warn_at(r->in->file, l->line, 0, "no text, left out: '" FMT "'", ARG(l->name));
}

static void add(struct record *r, const struct ldifline *l)
{
	r->begin = r->begin ? r->begin : l->line;
	if (r->looks && (l->wrong || l->binary || !str_listed(" dn changetype objectclass" NAMES, l->name)))
		return;
	if (l->wrong && r->change.p && str_eq(l->whole, S("-")))
		return;
	if (l->wrong)
		warn_at(r->in->file, l->line, 0, "%s: '" FMT "'", l->wrong, ARG(str_head(str_trim(l->whole), 40)));
	else if (str_eq(l->name, S("dn")))
		r->dn = l->value;
	else if (str_eq(l->name, S("changetype")))
		r->change = l->value;
	else if (str_eq(l->name, S("objectclass")))
		add_class(r, l->value);
	else if (str_listed(LDIFMEMBER_LISTS, l->name) && !l->binary)
		strs_add(r->attributes.arena, &r->members, l->value);
	else if (str_listed(PASSWORDS, l->name))
		r->passwords++;
	else if (str_listed(OF_DIRECTORY, l->name))
		r->answered = r->answered || str_eq(l->name, S("result"));
	else if (l->binary)
		add_binary(r, l);
	else
		add_text(r, l);
}

/* Into a file, or as a line of a card: that keeps it for those who can show it. */
static void add_picture(const struct record *r, struct contact *c, str bytes)
{
	struct buf code = {0};
	transfer_put_base64(&code, bytes);
	struct vcardline l = {
		.line = r->begin, .name = S("PHOTO"), .value = arena_take(c->arena, &code), .binary = true};
	if (photo_take(c, &l, &r->in->photos, r->in->file))
		return;
	if (bytes.n <= MOST_KEPT)
		contact_add(c, S("vcard"), (str){0},
			arena_printf(c->arena, "PHOTO;ENCODING=b;TYPE=JPEG:" FMT, ARG(l.value)));
	else
		warn_at(r->in->file, r->begin, 0,
			"a picture of %zu bytes is too large for a note, left out; see --photos", bytes.n);
}

/* RFC 4517, section 3.3.28: lines with a $ between them. */
static str lines_of(struct arena *a, str value)
{
	struct buf b = {0};
	for (; value.n; value = str_skip(value, 1)) {
		bool dollar = str_starts(value, S("\\24")), backslash = str_ieq(str_head(value, 3), S("\\5c"));
		buf_putc(&b, dollar ? '$' : backslash ? '\\' : *value.p == '$' ? '\n' : *value.p);
		value = str_skip(value, dollar || backslash ? 2 : 0);
	}
	return arena_take(a, &b);
}

/* Its parts, if they are there: those tell more, unless it is the street, as nt-export writes a text. */
static void settle_address(struct attributes *t, struct csvmap_column *whole, str *value)
{
	struct csvmap_column *street = NULL;
	str lines = lines_of(t->arena, *value);
	for (size_t i = 0; i < t->map.n; i++) {
		struct csvmap_column *c = &t->map.v[i];
		if (c->skip || !str_starts(c->field, S("address.")) || !str_eq(c->label, whole->label))
			continue;
		if (street || !str_eq(c->field, S("address.street")) || !str_eq(t->values.v[i], lines)) {
			whole->field = S("");
			return;
		}
		street = c;
	}
	if (street)
		street->skip = true;
	*value = lines;
}

static void settle_addresses(struct attributes *t)
{
	for (size_t i = 0; i < t->map.n; i++)
		if (str_eq(t->map.v[i].field, S("address")))
			settle_address(t, &t->map.v[i], &t->values.v[i]);
}

/* The name that only the distinguished name says. */
static void settle(struct record *r)
{
	static const char *const names[] = {"cn", "displayname", "sn", "givenname", "gn", "surname"};
	struct attributes *t = &r->attributes;
	bool named = false;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		named = named || csvmap_has(&t->map, str_of(names[i]));
	str name = named ? (str){0} : ldifline_dn(t->arena, r->dn, S("cn"));
	if (name.n)
		attributes_add(t, S("cn"), name);
	settle_addresses(t);
	attributes_settle(t, r->org ? S("o") : S("displayname"));
}

static bool read_contact(struct record *r, struct contact *c)
{
	settle(r);
	if (!csvrow_read(c, &r->attributes.map, r->attributes.values, r->in->file, r->begin))
		return false;
	if (r->group || r->org)
		contact_add(c, S("kind"), (str){0}, r->group ? S("group") : S("org"));
	ldifmember_put(r->people, c, r->members);
	for (size_t i = 0; i < r->pictures.n; i++)
		add_picture(r, c, r->pictures.v[i]);
	return true;
}

static void begin(struct record *r)
{
	*r = (struct record){.in = r->in,
		.people = r->people,
		.looks = r->looks,
		.passwords = r->passwords,
		.attributes = {.arena = &r->in->arena,
			.rules = rules,
			.said = r->in->columns,
			.map = {.source = SOURCE_LDIF}}};
}

static void give(struct record *r, struct contact *c)
{
	if (read_contact(r, c)) {
		contact_said(c, S("ldif"));
		import_give(r->in, c);
	} else if (r->dn.p || !r->answered) {
		warn_at(r->in->file, r->begin, 0, "an entry that names nobody: left out");
	}
}

static void end(struct record *r)
{
	struct contact c = import_begin(r->in);
	bool left_out = r->change.p && !str_ieq(r->change, S("add"));
	if (r->looks && !left_out && r->dn.p && read_contact(r, &c))
		ldifmember_keep(r->people, r->dn, contact_text(&c, S("name")));
	else if (!r->looks && left_out)
		warn_at(r->in->file, r->begin, 0, "a change of an entry, left out: '" FMT "'", ARG(r->change));
	else if (!r->looks)
		give(r, &c);
	arena_reset(&r->in->arena);
	begin(r);
}

static void read_all(struct record *r, str text)
{
	struct ldiflines lines = {.arena = &r->in->arena, .rest = text, .line = 1};
	struct ldifline l;
	bool first = true;
	begin(r);
	while (ldifline_next(&lines, &l)) {
		bool between = !l.name.n && !l.wrong;
		if (between && r->begin)
			end(r);
		else if (!between && !(first && str_eq(l.name, S("version"))))
			add(r, &l);
		first = first && between;
	}
	if (r->begin)
		end(r);
}

/* An entry may stand behind who names it: such a file is read twice. */
void ldiffile_import(struct import *in)
{
	str text = charset_marked(&in->keep, import_all(in));
	struct ldifmembers people = {.arena = &in->keep};
	struct record r = {.in = in, .people = &people, .looks = ldifmember_asked(text)};
	if (r.looks)
		read_all(&r, text);
	r.looks = false;
	read_all(&r, text);
	if (r.passwords)
		hint(FMT ": %zu passwords left out", ARG(in->file), r.passwords);
	ldifmember_release(&people);
}

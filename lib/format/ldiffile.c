#include "format/ldiffile.h"

#include "base/charset.h"
#include "base/diag.h"
#include "base/transfer.h"
#include "base/utf8.h"
#include "format/csvrow.h"

/* inetOrgPerson (RFC 2798) and Thunderbird's mozillaAbPersonAlpha, in lower case. What only tells of the entry is left
 * out: no field. */
static const struct rule {
	const char *attribute, *field, *label;
} rules[] = {{"cn", "name", ""}, {"displayname", "name", ""}, {"givenname", "given", ""}, {"sn", "family", ""},
	{"mozillanickname", "aliases", ""}, {"xmozillanickname", "aliases", ""}, {"mail", "email", ""},
	{"mozillasecondemail", "email", ""}, {"telephonenumber", "phone", "work"}, {"homephone", "phone", "home"},
	{"mobile", "phone", "cell"}, {"cellphone", "phone", "cell"}, {"facsimiletelephonenumber", "phone", "fax"},
	{"fax", "phone", "fax"}, {"pager", "phone", "pager"}, {"o", "org", ""}, {"company", "org", ""},
	{"title", "title", ""}, {"street", "address.street", "work"}, {"streetaddress", "address.street", "work"},
	{"mozillaworkstreet2", "address.extra", "work"}, {"postofficebox", "address.box", "work"},
	{"l", "address.city", "work"}, {"st", "address.region", "work"}, {"postalcode", "address.postcode", "work"},
	{"c", "address.country", "work"}, {"co", "address.country", "work"}, {"countryname", "address.country", "work"},
	{"mozillahomestreet", "address.street", "home"}, {"mozillahomestreet2", "address.extra", "home"},
	{"mozillahomepostofficebox", "address.box", "home"}, {"mozillahomelocalityname", "address.city", "home"},
	{"mozillahomestate", "address.region", "home"}, {"mozillahomepostalcode", "address.postcode", "home"},
	{"mozillahomecountryname", "address.country", "home"}, {"birthyear", "birth.year", ""},
	{"birthmonth", "birth.month", ""}, {"birthday", "birth.day", ""}, {"description", "note", ""},
	{"notes", "note", ""}, {"mozillaworkurl", "url", "work"}, {"workurl", "url", "work"},
	{"mozillahomeurl", "url", ""}, {"homeurl", "url", ""}, {"labeleduri", "url", ""}, {"uid", "uid", ""}};

#define LEFT_OUT " dn objectclass modifytimestamp createtimestamp changetype mozillausehtmlmail userpassword "

struct record {
	struct import *in;
	struct csvmap map;
	struct strs values, members;
	bool group;
	size_t line;
	str name;
};

bool ldiffile_likely(str head)
{
	str line;
	while (str_line(&head, &line)) {
		line = str_trim(line);
		if (line.n && line.p[0] != '#' && !str_ieq(str_head(line, 8), S("version:")))
			return str_ieq(str_head(line, 3), S("dn:"));
	}
	return false;
}

static void set_field(struct csvmap_column *c)
{
	c->field = c->label = S("");
	c->labels = -1;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (str_eq(c->folded, str_of(rules[i].attribute))) {
			c->field = str_of(rules[i].field);
			c->label = str_of(rules[i].label);
		}
}

/* cn=Ada Lovelace,mail=ada@b.org */
static str name_of_dn(struct arena *a, str dn)
{
	struct buf b = {0};
	if (!str_ieq(str_head(dn, 3), S("cn=")))
		return (str){0};
	for (size_t i = 3; i < dn.n && dn.p[i] != ','; i++)
		buf_putc(&b, dn.p[i] == '\\' && i + 1 < dn.n ? dn.p[++i] : dn.p[i]);
	str name = str_trim(arena_take(a, &b));
	return str_find(name, S("]]")) == STR_NONE && str_chr(name, '|') == STR_NONE ? name : (str){0};
}

static void add_attribute(struct record *r, str name, str value)
{
	struct arena *a = &r->in->arena;
	size_t option = str_chr(name, ';'); /* cn;lang-de */
	struct csvmap_column c = {
		.name = name, .folded = utf8_fold(a, str_head(name, option == STR_NONE ? name.n : option))};
	if (str_eq(c.folded, S("objectclass")))
		r->group |= str_ieq(value, S("groupOfNames")) || str_ieq(value, S("groupOfUniqueNames"));
	if (str_eq(c.folded, S("cn")))
		r->name = value;
	if (str_listed(" member uniquemember ", c.folded))
		strs_add(a, &r->members, name_of_dn(a, value));
	else if (!str_listed(LEFT_OUT, c.folded)) {
		set_field(&c);
		r->map.v = arena_more(a, r->map.v, r->map.n, sizeof *r->map.v);
		r->map.v[r->map.n++] = c;
		strs_add(a, &r->values, value);
	}
}

static void read_attribute(struct record *r, str line, size_t number)
{
	struct arena *a = &r->in->arena;
	size_t colon = str_chr(line, ':');
	if (colon == STR_NONE || !colon) {
		warn_at(r->in->file, number, 0, "no attribute: '" FMT "'", ARG(str_head(line, 40)));
		return;
	}
	str name = str_trim(str_head(line, colon)), value = str_skip(line, colon + 1);
	bool encoded = str_starts(value, S(":")), elsewhere = str_starts(value, S("<"));
	size_t bad;
	value = str_trim(encoded || elsewhere ? str_skip(value, 1) : value);
	if (encoded)
		value = transfer_base64(a, value);
	if (encoded && !utf8_valid(value, &bad))
		warn_at(r->in->file, number, 0, "no text, left out: " FMT, ARG(name));
	else if (!elsewhere)
		add_attribute(r, name, charset_guessed(a, value));
}

static void give(struct record *r)
{
	struct import *in = r->in;
	struct contact c = import_begin(in);
	r->map.source = SOURCE_LDIF;
	if (r->group && r->name.n) {
		contact_add(&c, S("name"), (str){0}, r->name);
		contact_add(&c, S("kind"), (str){0}, S("group"));
		for (size_t i = 0; i < r->members.n; i++)
			if (r->members.v[i].n)
				contact_add(&c, S("members"), (str){0},
					arena_printf(c.arena, "[[" FMT "]]", ARG(r->members.v[i])));
		contact_said(&c, S("ldif"));
		import_give(in, &c);
	} else if (csvrow_read(&c, &r->map, r->values, in->file, r->line)) {
		contact_said(&c, S("ldif"));
		import_give(in, &c);
	} else {
		warn_at(in->file, r->line, 0, "an entry that names nobody: left out");
	}
	*r = (struct record){.in = in};
}

/* The line with those that continue it, each behind a blank. */
static str unfold(struct arena *a, str line, str *rest, size_t *number)
{
	struct buf b = {0};
	str next, after;
	buf_add(&b, str_chomp(line));
	for (after = *rest; str_line(&after, &next) && next.p[0] == ' '; *rest = after) {
		buf_add(&b, str_skip(str_chomp(next), 1));
		++*number;
	}
	return arena_take(a, &b);
}

void ldiffile_import(struct import *in)
{
	struct record r = {.in = in};
	str rest = charset_marked(&in->keep, import_all(in)), line;
	for (size_t number = 1; str_line(&rest, &line); number++) {
		size_t at = number;
		str whole = unfold(&in->arena, line, &rest, &number);
		if (!str_trim(whole).n) {
			if (r.line)
				give(&r);
		} else if (whole.p[0] != '#' && !str_ieq(str_head(whole, 8), S("version:"))) {
			r.line = r.line ? r.line : at;
			read_attribute(&r, whole, at);
		}
	}
	if (r.line)
		give(&r);
}

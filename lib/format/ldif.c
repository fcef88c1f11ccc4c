#include "format/ldif.h"

#include "base/date.h"
#include "base/transfer.h"
#include "format/customs.h"

#define WIDTH 76

static bool is_safe(str value)
{
	if (strchr(" :<", value.p[0]) || value.p[value.n - 1] == ' ')
		return false;
	for (size_t i = 0; i < value.n; i++)
		if (!value.p[i] || str_eol(value.p[i]) || (unsigned char)value.p[i] > 126)
			return false;
	return true;
}

static void put_folded(struct buf *out, str line)
{
	buf_add(out, str_head(line, WIDTH));
	for (line = str_skip(line, WIDTH); line.n; line = str_skip(line, WIDTH - 1)) {
		buf_puts(out, "\n ");
		buf_add(out, str_head(line, WIDTH - 1));
	}
	buf_putc(out, '\n');
}

void ldif_line(struct buf *out, const char *attribute, str value)
{
	struct buf line = {0};
	if (!value.n)
		return;
	buf_puts(&line, attribute);
	buf_puts(&line, is_safe(value) ? ": " : ":: ");
	if (is_safe(value))
		buf_add(&line, value);
	else
		transfer_put_base64(&line, value);
	put_folded(out, buf_str(&line));
	buf_release(&line);
}

void ldif_begin(struct buf *out)
{
	buf_puts(out, "version: 1\n");
}

/* A value in a distinguished name. */
static void put_dn_value(struct buf *out, str value)
{
	for (size_t i = 0; i < value.n; i++) {
		char c = value.p[i];
		bool edge = (c == ' ' && (i == 0 || i + 1 == value.n)) || (c == '#' && i == 0);
		if (edge || strchr(",+\"\\<>;=", c ? c : 'x'))
			buf_putc(out, '\\');
		buf_putc(out, c);
	}
}

static void put_dn(struct buf *out, const struct contact *c, str name, str mail)
{
	struct buf dn = {0};
	str uid = plain_text(c, S("uid"));
	buf_puts(&dn, "cn=");
	put_dn_value(&dn, name);
	if (mail.n || uid.n)
		buf_puts(&dn, mail.n ? ",mail=" : ",uid=");
	put_dn_value(&dn, mail.n ? mail : uid);
	ldif_line(out, "dn", buf_str(&dn));
	buf_release(&dn);
}

static void put_emails(struct buf *out, const struct plain_facts *emails)
{
	for (size_t i = 0; i < emails->n; i++)
		ldif_line(out, i ? "mozillaSecondEmail" : "mail", emails->v[i].text);
}

static const char *phone_attribute(str label)
{
	static const char *const names[] = {[NUMBER_ANY] = "telephoneNumber",
		[NUMBER_HOME] = "homePhone",
		[NUMBER_WORK] = "telephoneNumber",
		[NUMBER_FAX] = "facsimileTelephoneNumber",
		[NUMBER_CELL] = "mobile",
		[NUMBER_PAGER] = "pager"};
	return names[plain_number(label)];
}

static void put_address(struct buf *out, const struct plain_address *p, bool home)
{
	ldif_line(out, home ? "mozillaHomePostOfficeBox" : "postOfficeBox", p->box);
	ldif_line(out, home ? "mozillaHomeStreet" : "street", p->street);
	ldif_line(out, home ? "mozillaHomeStreet2" : "mozillaWorkStreet2", p->extra);
	ldif_line(out, home ? "mozillaHomeLocalityName" : "l", p->city);
	ldif_line(out, home ? "mozillaHomeState" : "st", p->region);
	ldif_line(out, home ? "mozillaHomePostalCode" : "postalCode", p->postcode);
	ldif_line(out, home ? "mozillaHomeCountryName" : "c", p->country);
}

/* An address that is a text, its lines with a $ between them: RFC 4517, section 3.3.28. */
static void put_postal(struct buf *out, const char *attribute, str text)
{
	struct buf value = {0};
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '$' || text.p[i] == '\\')
			buf_puts(&value, text.p[i] == '$' ? "\\24" : "\\5C");
		else
			buf_putc(&value, text.p[i] == '\n' ? '$' : text.p[i]);
	ldif_line(out, attribute, buf_str(&value));
	buf_release(&value);
}

/* Each place holds one: of several the first, at work if a label says so; of texts there may be more beside, as
 * Thunderbird does not read those. false: there are more. */
static bool put_addresses(struct buf *out, const struct contact *c)
{
	struct plain_addresses list = plain_addresses(c);
	bool done[2] = {false, false}, all = true;
	for (size_t i = 0; i < list.n; i++) {
		const struct plain_address *p = &list.v[i];
		bool home = !str_ieq(p->label, S("work")), text = p->whole && !p->city.n && !p->country.n;
		bool room = !done[home] || (text && str_listed(" home work ", p->label));
		if (text && str_ieq(p->label, S(LDIF_REGISTERED))) {
			put_postal(out, "registeredAddress", p->street);
			continue;
		}
		if (text && room)
			put_postal(out, home ? "homePostalAddress" : "postalAddress", p->street);
		if (!done[home])
			put_address(out, p, home);
		all = all && room;
		done[home] = true;
	}
	return all;
}

static void put_number(struct buf *out, const char *attribute, int n)
{
	if (n)
		buf_printf(out, "%s: %02d\n", attribute, n);
}

static void put_birthday(struct buf *out, const struct contact *c)
{
	struct partial p;
	str text = plain_text(c, S("birthday"));
	if (!text.n || !partial_parse(text, &p))
		return;
	put_number(out, "birthyear", p.year);
	put_number(out, "birthmonth", p.month);
	put_number(out, "birthday", p.day);
}

static void put_each(struct buf *out, const struct contact *c, str key, const char *attribute)
{
	struct plain_facts facts = plain_facts(c, key);
	for (size_t i = 0; i < facts.n; i++)
		ldif_line(out, attribute, facts.v[i].text);
}

static void put_labelled(struct buf *out, const struct contact *c)
{
	struct plain_facts phones = plain_facts(c, S("phone")), urls = plain_facts(c, S("url"));
	for (size_t i = 0; i < phones.n; i++)
		ldif_line(out, phone_attribute(phones.v[i].label), phones.v[i].text);
	for (size_t i = 0; i < urls.n; i++)
		ldif_line(
			out, str_ieq(urls.v[i].label, S("work")) ? "mozillaWorkUrl" : "mozillaHomeUrl", urls.v[i].text);
}

/* Thunderbird has no attributes for these. */
static void put_customs(struct buf *out, const struct contact *c, bool all_addresses)
{
	static const char *const names[] = {"mozillaCustom1", "mozillaCustom2", "mozillaCustom3", "mozillaCustom4"};
	struct customs s;
	customs_begin(&s, c, sizeof names / sizeof *names);
	customs_add(&s, c, S("role"), plain_facts(c, S("role")));
	customs_add_tags(&s, c);
	customs_add(&s, c, S("im"), plain_facts(c, S("im")));
	for (size_t i = 0; i < s.n; i++)
		ldif_line(out, names[i], s.v[i]);
	if (!all_addresses)
		customs_left(&s, c, "address");
	customs_tell(&s, c, "LDIF");
}

void ldif_put(struct buf *out, const struct contact *c)
{
	struct plain_facts emails = plain_emails(c);
	str name = plain_text(c, S("name")), given, family;
	plain_name(c, &given, &family);
	buf_putc(out, '\n');
	put_dn(out, c, name, emails.n ? emails.v[0].text : (str){0});
	buf_puts(out, "objectclass: top\nobjectclass: person\nobjectclass: organizationalPerson\n"
		      "objectclass: inetOrgPerson\nobjectclass: mozillaAbPersonAlpha\n");
	ldif_line(out, "cn", name);
	ldif_line(out, "givenName", given);
	ldif_line(out, "sn", family.n ? family : name);
	put_each(out, c, S("aliases"), "mozillaNickname");
	put_emails(out, &emails);
	put_labelled(out, c);
	bool all_addresses = put_addresses(out, c);
	put_each(out, c, S("postaladdress"), "postalAddress");
	put_each(out, c, S("homepostaladdress"), "homePostalAddress");
	put_each(out, c, S("org"), "o");
	put_each(out, c, S("title"), "title");
	put_birthday(out, c);
	ldif_line(out, "description", strs_join(c->arena, c->prose, S("\n\n")));
	put_customs(out, c, all_addresses);
}

bool ldif_takes(str field)
{
	return str_listed(
		" name sort-name aliases email phone url im address city country org title role birthday tags note "
		"postaladdress homepostaladdress custom1 custom2 custom3 custom4 ",
		field);
}

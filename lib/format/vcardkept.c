#include "format/vcardkept.h"

#include "base/utf8.h"
#include "format/vcardlabel.h"
#include "format/vcardname.h"
#include "format/vcardprofile.h"
#include "format/vcardtext.h"

/* What stands in a field, too; absent: another property, or it says nothing of the kind. */
static str said_by(const struct contact *c, const struct vcardline *l)
{
	if (str_eq(l->name, S("N")))
		return vcardname_sort(c->arena, l, contact_text(c, S("name")));
	bool org = str_eq(l->name, S("ORG"));
	if (!org && !str_listed(" TITLE ROLE ", l->name))
		return (str){0};
	str said = org ? vcardname_part(c->arena, vcardtext_split(c->arena, l->value, ';'), 0)
		       : str_trim(vcardtext_read(c->arena, l->value));
	return vcardname_is_link(said) ? (str){0} : said;
}

str vcardkept_line(const struct contact *c, const char *name, str says)
{
	struct strs lines = contact_texts(c, S("vcard"));
	struct vcardline l;
	for (size_t i = 0; i < lines.n; i++)
		if (vcardline_one(c->arena, lines.v[i], &l) && str_eq(l.name, str_of(name)) &&
			str_eq(said_by(c, &l), says))
			return lines.v[i];
	return (str){0};
}

str vcardkept_unlinked(str text)
{
	if (!vcardname_is_link(text) || text.n < 5)
		return text;
	text = (str){text.p + 2, text.n - 4};
	return str_head(text, str_chr(text, '|') == STR_NONE ? text.n : str_chr(text, '|'));
}

static bool has_text(const struct contact *c, str field, str text)
{
	struct strs texts = contact_texts(c, field);
	for (size_t i = 0; i < texts.n; i++)
		if (str_eq(str_trim(vcardkept_unlinked(texts.v[i])), text))
			return true;
	return false;
}

/* A group has its label in another line. */
static bool has_label(const struct contact *c, const struct vcardline *l, str label)
{
	str said = vcardlabel_said(c->arena, l);
	return l->group.n || str_eq(said, label) || (str_eq(said, S("other")) && !label.n);
}

static str adr_of(const struct contact *c, const struct vcardline *l)
{
	return vcardname_adr(c->arena, vcardname_address(c->arena, l));
}

str vcardkept_address(const struct contact *c, const struct contact_fact *address)
{
	struct strs lines = contact_texts(c, S("vcard"));
	struct vcardline l;
	str adr = vcardname_adr(c->arena, address->value);
	for (size_t i = 0; i < lines.n; i++)
		if (vcardline_one(c->arena, lines.v[i], &l) && str_eq(l.name, S("ADR")) &&
			has_label(c, &l, address->label) && str_eq(adr_of(c, &l), adr))
			return lines.v[i];
	return (str){0};
}

static bool is_profile(const struct contact *c, const struct vcardline *l, const struct contact_fact *url)
{
	str label = vcardprofile_label(c->arena, l);
	return str_listed(VCARDPROFILE_NAMES, l->name) && (l->group.n || str_ieq(url->label, label));
}

str vcardkept_profile(const struct contact *c, const struct contact_fact *url)
{
	struct strs lines = contact_texts(c, S("vcard"));
	struct vcardline l;
	for (size_t i = 0; i < lines.n; i++)
		if (vcardline_one(c->arena, lines.v[i], &l) && is_profile(c, &l, url) && url->value->text.n &&
			str_eq(vcardprofile_url(c->arena, &l), url->value->text))
			return lines.v[i];
	return (str){0};
}

/* It has been put, or there is another url of that label now. */
static bool is_done_profile(const struct contact *c, const struct vcardline *l, str line)
{
	struct contact_facts urls = contact_facts(c, S("url"));
	bool labelled = false, equal = false;
	if (!vcardprofile_url(c->arena, l).n)
		return false;
	for (size_t i = 0; i < urls.n; i++) {
		if (vcardkept_profile(c, &urls.v[i]).p == line.p)
			return true;
		labelled = labelled || (!l->group.n && is_profile(c, l, &urls.v[i]));
		equal = equal || str_eq(vcardprofile_url(c->arena, l), urls.v[i].value->text);
	}
	return labelled && !equal;
}

/* Of a name in several scripts, the others hold as long as the one that was read. */
static bool is_done_name(const struct contact *c, str line)
{
	str put = vcardkept_line(c, "N", contact_text(c, S("sort-name")));
	return !put.n || put.p == line.p;
}

/* It has been put, or says more of an address that is no longer so. */
static bool is_done_address(const struct contact *c, const struct vcardline *l, str line)
{
	struct contact_facts addresses = contact_facts(c, S("address"));
	str adr = adr_of(c, l);
	for (size_t i = 0; i < addresses.n; i++)
		if (has_label(c, l, addresses.v[i].label) && str_eq(vcardname_adr(c->arena, addresses.v[i].value), adr))
			return vcardkept_address(c, &addresses.v[i]).p == line.p;
	return vcardname_annotated(l) && vcardname_address(c->arena, l)->first;
}

/* It has been put, or what it says is no longer so. */
static bool is_done(const struct contact *c, const struct vcardline *l, str line)
{
	str said = said_by(c, l);
	bool shown = str_eq(l->name, S("X-ABSHOWAS")) && str_eq(contact_text(c, S("kind")), S("org"));
	if (str_listed(" BEGIN END VERSION FN ", l->name) || shown)
		return true;
	if (str_eq(l->name, S("N")))
		return is_done_name(c, line);
	if (str_eq(l->name, S("ADR")))
		return is_done_address(c, l, line);
	if (str_listed(VCARDPROFILE_NAMES, l->name))
		return is_done_profile(c, l, line);
	return said.n && (!has_text(c, utf8_fold(c->arena, l->name), said) ||
				 vcardkept_line(c, arena_cstr(c->arena, l->name), said).p == line.p);
}

/* Other programs give up on a whole file for a name that is none, or quotes that do not close. */
static bool is_sound(const struct vcardline *l)
{
	size_t quotes = 0;
	bool sound = vcardline_is_name(l->name);
	for (size_t i = 0; i < l->group.n; i++)
		sound = sound && l->group.p[i] > ' ' && !strchr("./_+:\"", l->group.p[i]);
	for (size_t i = 0; i < l->param_count; i++)
		sound = sound && vcardline_is_name(l->params[i].name);
	for (size_t i = 0; i + l->value.n < l->whole.n; i++)
		quotes += l->whole.p[i] == '"';
	return sound && quotes % 2 == 0;
}

struct strs vcardkept_rest(const struct contact *c)
{
	struct strs lines = contact_texts(c, S("vcard")), rest = {0};
	struct vcardline l;
	for (size_t i = 0; i < lines.n; i++) {
		str line = lines.v[i];
		if (!vcardline_one(c->arena, line, &l) || is_done(c, &l, line))
			continue;
		if (!is_sound(&l))
			line = arena_printf(c->arena, "%s:" FMT, VCARDLINE_ODD, ARG(vcardtext_escape(c->arena, line)));
		strs_add(c->arena, &rest, line);
	}
	return rest;
}

#include "format/vcardname.h"

#include "format/vcardtext.h"

str vcardname_part(struct arena *a, struct strs parts, size_t i)
{
	struct strs texts = {0};
	struct strs raw = i < parts.n ? vcardtext_split(a, parts.v[i], ',') : (struct strs){0};
	for (size_t n = 0; n < raw.n; n++) {
		str text = str_trim(vcardtext_read(a, raw.v[n]));
		if (text.n)
			strs_add(a, &texts, text);
	}
	return strs_join(a, texts, S(", "));
}

str vcardname_line(struct arena *a, str text)
{
	struct buf b = {0};
	for (size_t i = 0; i < text.n; i++) {
		bool blank = (unsigned char)text.p[i] <= ' ' || text.p[i] == 0x7f;
		if (!blank)
			buf_putc(&b, text.p[i]);
		else if (b.n && b.p[b.n - 1] != ' ')
			buf_putc(&b, ' ');
	}
	return str_trim(arena_take(a, &b));
}

/* The components of an ADR, in order. */
static const char *const keys[] = {"box", "extra", "street", "city", "region", "postcode", "country"};

str vcardname_adr(struct arena *a, const struct value *address)
{
	struct strs parts = {0};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		str text = address->kind == VALUE_TEXT && str_eq(str_of(keys[i]), S("street")) ? address->text : S("");
		for (const struct value *x = address->first; x; x = x->next)
			if (str_eq(x->key, str_of(keys[i])) && x->kind == VALUE_TEXT)
				text = x->text;
		strs_add(a, &parts, vcardtext_escape(a, text));
	}
	return strs_join(a, parts, S(";"));
}

struct value *vcardname_address(struct arena *a, const struct vcardline *l)
{
	static const int order[] = {2, 5, 3, 4, 6, 0, 1};
	struct strs parts = vcardtext_split(a, l->value, ';');
	struct value *map = value_new(a, VALUE_MAP, (str){0}, 0);
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		str text = vcardname_part(a, parts, (size_t)order[i]);
		if (text.n)
			value_put(map, str_of(keys[order[i]]), value_new(a, VALUE_TEXT, text, 0));
	}
	return map;
}

const struct vcardline *vcardname_find(const struct vcardline *lines, size_t n, const char *name)
{
	const struct vcardline *found = NULL;
	for (size_t i = 0; i < n; i++)
		if (str_eq(lines[i].name, str_of(name)) && str_trim(lines[i].value).n &&
			(!found || vcardline_pref(&lines[i]) < vcardline_pref(found)))
			found = &lines[i];
	return found;
}

static str part(struct arena *a, struct strs parts, size_t i)
{
	return vcardname_line(a, vcardname_part(a, parts, i));
}

/* Given, additional and family names, as they are said. */
static str joined(struct arena *a, struct strs parts)
{
	static const size_t order[] = {1, 2, 0};
	struct strs words = {0};
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		str word = part(a, parts, order[i]);
		if (word.n)
			strs_add(a, &words, word);
	}
	return strs_join(a, words, S(" "));
}

static str name_in(struct arena *a, const struct vcardline *l)
{
	if (str_eq(l->name, S("N")))
		return joined(a, vcardtext_split(a, l->value, ';'));
	if (str_eq(l->name, S("ORG")))
		return part(a, vcardtext_split(a, l->value, ';'), 0);
	str first = str_eq(l->name, S("NICKNAME")) ? vcardtext_split(a, l->value, ',').v[0] : l->value;
	return vcardname_line(a, vcardtext_read(a, first));
}

str vcardname_of(struct arena *a, const struct vcardline *lines, size_t n)
{
	static const char *const names[] = {"FN", "N", "NICKNAME", "ORG", "EMAIL", "TEL", "IMPP", "URL"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct vcardline *l = vcardname_find(lines, n, names[i]);
		str name = l ? name_in(a, l) : (str){0};
		if (name.n)
			return name;
	}
	return (str){0};
}

bool vcardname_more(struct arena *a, const struct vcardline *n)
{
	struct strs parts = vcardtext_split(a, n->value, ';');
	for (size_t i = 2; i < parts.n; i++)
		if (part(a, parts, i).n)
			return true;
	return false;
}

str vcardname_sort(struct arena *a, const struct vcardline *n, str name)
{
	struct strs parts = vcardtext_split(a, n->value, ';');
	str family = part(a, parts, 0), given = part(a, parts, 1), only = family.n ? family : given;
	size_t blank = str_rchr(name, ' ');
	bool both = family.n && given.n;
	bool plain = !both ? !only.n || str_eq(only, name)
			   : blank != STR_NONE && str_eq(str_skip(name, blank + 1), family) &&
				     str_eq(str_head(name, blank), given);
	if (plain && !vcardname_more(a, n))
		return (str){0};
	return both ? arena_printf(a, FMT ", " FMT, ARG(family), ARG(given)) : only;
}

bool vcardname_annotated(const struct vcardline *l)
{
	for (size_t i = 0; i < l->param_count; i++)
		if (str_listed(" LABEL GEO TZ ALTID LANGUAGE SORT-AS ", l->params[i].name))
			return true;
	return false;
}

bool vcardname_is_link(str text)
{
	return str_starts(text, S("[[")) && str_ends(text, S("]]"));
}

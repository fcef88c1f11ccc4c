#include "format/csvfield.h"

#include "base/utf8.h"
#include "note/vocabulary.h"

/* A # is a number. What has no field here is asked of the vocabulary. */
static const struct rule {
	const char *column, *field, *label;
} rules[] = {
	{"first name", "given", ""},
	{"given name", "given", ""},
	{"middle name", "middle", ""},
	{"additional name", "middle", ""},
	{"last name", "family", ""},
	{"family name", "family", ""},
	{"surname", "family", ""},
	{"display name", "name", ""},
	{"name prefix", "prefix", ""},
	{"name suffix", "suffix", ""},
	{"suffix", "suffix", ""},
	{"e-mail # - value", "email", ""},
	{"e-mail address", "email", ""},
	{"e-mail # address", "email", ""},
	{"e-mail #", "email", ""},
	{"email #", "email", ""},
	{"primary email", "email", ""},
	{"secondary email", "email", ""},
	{"additional email", "email", ""},
	{"work email", "email", "work"},
	{"work email #", "email", "work"},
	{"home email", "email", "home"},
	{"home email #", "email", "home"},
	{"phone # - value", "phone", ""},
	{"primary phone", "phone", ""},
	{"telephone", "phone", ""},
	{"home phone", "phone", "home"},
	{"home phone #", "phone", "home"},
	{"phone #", "phone", ""},
	{"mobile phone", "phone", "cell"},
	{"mobile phone #", "phone", "cell"},
	{"mobile number", "phone", "cell"},
	{"mobile", "phone", "cell"},
	{"business phone", "phone", "work"},
	{"business phone #", "phone", "work"},
	{"work phone", "phone", "work"},
	{"company main phone", "phone", "main"},
	{"other phone", "phone", "other"},
	{"car phone", "phone", "car"},
	{"home fax", "phone", "home fax"},
	{"business fax", "phone", "work fax"},
	{"fax number", "phone", "fax"},
	{"pager", "phone", "pager"},
	{"pager number", "phone", "pager"},
	{"company", "org", ""},
	{"organization name", "org", ""},
	{"organization # - name", "org", ""},
	{"organization # - title", "title", ""},
	{"organization title", "title", ""},
	{"job title", "title", ""},
	{"profession", "title", ""},
	{"web page", "url", ""},
	{"web page #", "url", ""},
	{"website # - value", "url", ""},
	{"im # - value", "im", ""},
	{"screen name", "im", ""},
	{"notes", "note", ""},
	{"note", "note", ""},
	{"categories", "tags", ""},
	{"group membership", "tags", ""},
	{"nick name", "aliases", ""},
	{"linkedin", "url", "linkedin"},
	{"connected on", "met", ""},
	{"last contacted", "last", ""},
	{"event # - value", "event", ""},
	{"relation # - value", "relation", ""},
	{"custom field # - value", "custom", ""},
	{"spouse", "relation", "spouse"},
	{"children", "relation", "child"},
	{"manager's name", "relation", "manager"},
	{"assistant's name", "relation", "assistant"},
	{"referred by", "relation", "introduced-by"},
	{"birth year", "birth.year", ""},
	{"birth month", "birth.month", ""},
	{"birth day", "birth.day", ""},
	{"street #", "address.street", ""},
	{"address # - street", "address.street", ""},
	{"address # - city", "address.city", ""},
	{"address # - po box", "address.box", ""},
	{"address # - region", "address.region", ""},
	{"address # - postal code", "address.postcode", ""},
	{"address # - country", "address.country", ""},
	{"address # - extended address", "address.extra", ""},
	{"address # - formatted", "formatted", ""},
};

/* home street, business city, work zipcode: where, and what. */
static const char *const places[][2] = {
	{"home ", "home"}, {"business ", "work"}, {"work ", "work"}, {"other ", "other"}};
static const char *const parts[][2] = {{"street", "street"}, {"street #", "street"}, {"address", "street"},
	{"address #", "street"}, {"address po box", "box"}, {"city", "city"}, {"state", "region"},
	{"postal code", "postcode"}, {"zipcode", "postcode"}, {"zip code", "postcode"}, {"country", "country"},
	{"country/region", "country"}};

/* pattern: with # for a number. */
static bool fits(str name, const char *pattern)
{
	size_t i = 0;
	for (; *pattern; pattern++) {
		if (*pattern != '#') {
			if (i == name.n || name.p[i++] != *pattern)
				return false;
			continue;
		}
		size_t from = i;
		while (i < name.n && str_digit(name.p[i]))
			i++;
		if (i == from)
			return false;
	}
	return i == name.n;
}

static str of_place(struct arena *a, str name, str *label)
{
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		for (size_t k = 0; str_starts(name, str_of(places[i][0])) && k < sizeof parts / sizeof *parts; k++)
			if (fits(str_skip(name, strlen(places[i][0])), parts[k][0])) {
				*label = str_of(places[i][1]);
				return arena_printf(a, "address.%s", parts[k][1]);
			}
	return S("");
}

static str of_vocabulary(struct arena *a, str wanted)
{
	const struct vocabulary *v = NULL;
	while ((v = vocabulary_next(v))) {
		str names = str_of(v->csv), name;
		bool ours = ((v->kinds & KIND_PERSON) || (v->flags & IS_PART)) && !(v->flags & IS_COMPUTED) &&
			    !str_listed(" private from not me up related kind ", v->field);
		bool is = ours && str_eq(v->field, wanted);
		while (names.p && str_cut(&names, ',', &name))
			is = is || str_eq(utf8_fold(a, name), wanted);
		if (is && v->flags & IS_PART)
			return arena_printf(a, "address." FMT, ARG(v->field));
		if (is)
			return v->field;
	}
	return S("");
}

/* A pattern of which the letters fit these, with the number that stands there; absent: it does not. */
static str spelled_as(struct arena *a, str letters, const char *pattern)
{
	struct buf b = {0};
	size_t i = 0;
	for (str rest = str_of(pattern); rest.n; rest = str_skip(rest, 1)) {
		size_t from = i;
		while (rest.p[0] == '#' && i < letters.n && i < from + CSVFIELD_NUMBER && str_digit(letters.p[i]))
			i++;
		bool same = i < letters.n && letters.p[i] == rest.p[0];
		if (rest.p[0] == '#' ? i == from : utf8_alnum(rest) && !same) {
			buf_release(&b);
			return (str){0};
		}
		i += rest.p[0] != '#' && utf8_alnum(rest);
		buf_add(&b, rest.p[0] == '#' ? str_between(letters.p + from, letters.p + i) : str_head(rest, 1));
	}
	str text = arena_take(a, &b);
	return i == letters.n ? text : (str){0};
}

static str spelled_in_vocabulary(struct arena *a, str letters)
{
	for (const struct vocabulary *v = NULL; (v = vocabulary_next(v));) {
		str names = str_of(v->csv), name;
		if (str_eq(utf8_letters(a, v->field), letters))
			return v->field;
		while (names.p && str_cut(&names, ',', &name))
			if (str_eq(utf8_letters(a, utf8_fold(a, name)), letters))
				return utf8_fold(a, name);
	}
	return (str){0};
}

str csvfield_spelled(struct arena *a, str name)
{
	str letters = utf8_letters(a, utf8_bare(a, name)), spelled = {0};
	for (size_t i = 0; i < sizeof rules / sizeof *rules && letters.n && !spelled.p; i++)
		spelled = spelled_as(a, letters, rules[i].column);
	return spelled.p || !letters.n ? spelled : spelled_in_vocabulary(a, letters);
}

str csvfield_find(struct arena *a, str name, str *label)
{
	*label = S("");
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (fits(name, rules[i].column)) {
			*label = str_of(rules[i].label);
			return str_of(rules[i].field);
		}
	str part = of_place(a, name, label);
	return part.n ? part : of_vocabulary(a, name);
}

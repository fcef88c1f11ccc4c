#include "format/csvmap.h"

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
	{"primary email", "email", ""},
	{"secondary email", "email", ""},
	{"additional email", "email", ""},
	{"phone # - value", "phone", ""},
	{"primary phone", "phone", ""},
	{"telephone", "phone", ""},
	{"home phone", "phone", "home"},
	{"home phone #", "phone", "home"},
	{"mobile phone", "phone", "cell"},
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
	{"connected on", "met", ""},
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

static str fold(struct arena *a, str name)
{
	struct strs words = {0};
	str rest = utf8_fold(a, str_trim(name)), word;
	while (str_cut(&rest, ' ', &word))
		if (word.n)
			strs_add(a, &words, word);
	return strs_join(a, words, S(" "));
}

/* pattern: with # for a number; *number: that; 0: none. */
static bool fits(str name, const char *pattern, long *number)
{
	size_t i = 0;
	*number = 0;
	for (; *pattern; pattern++) {
		if (*pattern != '#') {
			if (i == name.n || name.p[i++] != *pattern)
				return false;
			continue;
		}
		size_t from = i;
		while (i < name.n && str_digit(name.p[i]))
			i++;
		if (i == from || !str_long(str_head(str_skip(name, from), i - from), number))
			return false;
	}
	return i == name.n;
}

static bool set_place(struct arena *a, struct csvmap_column *c)
{
	long number;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		for (size_t k = 0; str_starts(c->folded, str_of(places[i][0])) && k < sizeof parts / sizeof *parts; k++)
			if (fits(str_skip(c->folded, strlen(places[i][0])), parts[k][0], &number)) {
				c->field = arena_printf(a, "address.%s", parts[k][1]);
				c->label = str_of(places[i][1]);
				return true;
			}
	return false;
}

static str of_vocabulary(struct arena *a, str folded)
{
	const struct vocabulary *v = NULL;
	while ((v = vocabulary_next(v))) {
		str names = str_of(v->csv), name;
		bool ours = ((v->kinds & KIND_PERSON) || (v->flags & IS_PART)) && !(v->flags & IS_COMPUTED) &&
			    !str_listed(" private from not me up related kind ", v->field);
		bool is = ours && str_eq(v->field, folded);
		while (names.p && str_cut(&names, ',', &name))
			is = is || str_eq(fold(a, name), folded);
		if (is && v->flags & IS_PART)
			return arena_printf(a, "address." FMT, ARG(v->field));
		if (is)
			return v->field;
	}
	return S("");
}

static void set_known(struct arena *a, struct csvmap_column *c)
{
	long number;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (fits(c->folded, rules[i].column, &number)) {
			c->field = str_of(rules[i].field);
			c->label = str_of(rules[i].label);
			return;
		}
	if (!set_place(a, c))
		c->field = of_vocabulary(a, c->folded);
}

/* "E-mail 1 - Label" is the label of "E-mail 1 - Value", and "Address 1 - Label" of all parts of address 1;
 * "email-label" of nt-export's "email". */
static void find_label(struct arena *a, struct csvmap *m, struct csvmap_column *c)
{
	size_t dash = str_find(c->folded, S(" - "));
	c->labels = -1;
	static const char *const words[] = {" - label", " - type", " - service"};
	if (dash == STR_NONE) {
		str whose = str_starts(c->field, S("address.")) ? S("address") : c->folded;
		c->labels = csvmap_find(m, arena_join(a, whose, S("-label")));
		c->own_labels = c->labels >= 0;
	}
	for (size_t i = 0; i < sizeof words / sizeof *words && dash != STR_NONE && c->labels < 0; i++)
		c->labels = csvmap_find(m, arena_join(a, str_head(c->folded, dash), str_of(words[i])));
	if (c->labels >= 0)
		m->v[c->labels].skip = true;
}

bool csvmap_said(struct arena *a, struct csvmap_column *c, struct strs said)
{
	for (size_t i = 0; i < said.n; i++) {
		size_t equals = str_rchr(said.v[i], '=');
		if (equals == STR_NONE || !str_eq(fold(a, str_head(said.v[i], equals)), c->folded))
			continue;
		str field = str_trim(str_skip(said.v[i], equals + 1));
		size_t dot = str_chr(field, '.');
		bool part = dot != STR_NONE && !str_starts(field, S("address.")) && !str_starts(field, S("birth."));
		c->field = part ? str_head(field, dot) : field;
		c->label = part ? str_skip(field, dot + 1) : S("");
		c->skip = !field.n;
		return true;
	}
	return false;
}

static enum csvmap_source source_of(const struct csvmap *m)
{
	if (csvmap_has(m, S("connected on")))
		return SOURCE_LINKEDIN;
	if (csvmap_has(m, S("e-mail 1 - value")) || csvmap_has(m, S("group membership")))
		return SOURCE_GOOGLE;
	if (csvmap_has(m, S("primary email")) && csvmap_has(m, S("display name")))
		return SOURCE_THUNDERBIRD;
	if (csvmap_has(m, S("e-mail address")) && csvmap_has(m, S("job title")))
		return SOURCE_OUTLOOK;
	return SOURCE_CSV;
}

static void settle_sources(struct csvmap *m)
{
	m->source = source_of(m);
	for (size_t i = 0; i < m->n; i++) {
		struct csvmap_column *c = &m->v[i];
		if (m->source == SOURCE_OUTLOOK && str_eq(c->folded, S("title")))
			c->field = S("prefix");
		if (m->source == SOURCE_LINKEDIN && str_eq(c->folded, S("url")))
			c->label = S("linkedin");
		if (str_eq(c->field, S("formatted"))) /* the parts say it */
			c->skip = true;
	}
}

/* A second value has room beside the first. */
static bool is_several(str field)
{
	const struct vocabulary *v = vocabulary_find(field);
	if (str_listed(" org title role note relation custom address ", field) || str_starts(field, S("address.")))
		return true;
	return v ? (v->flags & (IS_SEVERAL | IS_LIST)) != 0
		 : !str_listed(" given middle family prefix suffix event ", field) && !str_starts(field, S("birth."));
}

/* Of two columns of one name and a field with room for one value the second has its own name. */
static void settle_twins(struct arena *a, struct csvmap *m)
{
	for (size_t i = 0; i < m->n; i++) {
		struct csvmap_column *c = &m->v[i];
		int first = csvmap_find(m, c->folded), number = 2;
		c->twin = first < (int)i && c->folded.n && !c->skip ? (size_t)first + 1 : 0;
		if (!c->twin || is_several(c->field))
			continue;
		str name = arena_printf(a, FMT " %d", ARG(c->folded), number);
		while (csvmap_has(m, name))
			name = arena_printf(a, FMT " %d", ARG(c->folded), ++number);
		c->folded = name;
		c->field = S("");
	}
}

bool csvmap_read(struct arena *a, struct strs header, struct strs said, struct csvmap *out)
{
	*out = (struct csvmap){.v = arena_array(a, header.n + 1, sizeof *out->v), .n = header.n};
	for (size_t i = 0; i < header.n; i++)
		out->v[i] = (struct csvmap_column){.name = str_trim(arena_dup(a, header.v[i])),
			.folded = fold(a, arena_dup(a, header.v[i])),
			.field = S(""),
			.label = S("")};
	bool asked = false, person = false;
	for (size_t i = 0; i < out->n; i++) {
		struct csvmap_column *c = &out->v[i];
		bool is_said = csvmap_said(a, c, said);
		if (!is_said)
			set_known(a, c);
		asked = asked || is_said;
		out->known += c->field.n > 0;
		person = person || str_listed(" name given family email org phone ", c->field);
		find_label(a, out, c);
	}
	settle_sources(out);
	settle_twins(a, out);
	return asked || (person && out->known > 1) || (person && out->n == 1);
}

const char *csvmap_source_name(enum csvmap_source s)
{
	static const char *const names[] = {"csv", "linkedin", "google", "outlook", "thunderbird", "ldif", "abook"};
	return names[s];
}

str csvmap_missing(struct arena *a, const struct csvmap *m, struct strs said)
{
	for (size_t i = 0; i < said.n; i++) {
		size_t equals = str_rchr(said.v[i], '=');
		str name = str_head(said.v[i], equals == STR_NONE ? said.v[i].n : equals);
		if (!csvmap_has(m, fold(a, name)))
			return name;
	}
	return (str){0};
}

int csvmap_find(const struct csvmap *m, str folded)
{
	for (size_t i = 0; i < m->n; i++)
		if (str_eq(m->v[i].folded, folded))
			return (int)i;
	return -1;
}

bool csvmap_has(const struct csvmap *m, str folded)
{
	return csvmap_find(m, folded) >= 0;
}

#include "format/csvmap.h"

#include "base/utf8.h"
#include "format/csvfield.h"
#include "format/csvwords.h"
#include "note/vocabulary.h"

static str fold(struct arena *a, str name)
{
	struct strs words = {0};
	str rest = utf8_fold(a, str_trim(name)), word;
	while (str_cut(&rest, ' ', &word))
		if (word.n)
			strs_add(a, &words, word);
	return strs_join(a, words, S(" "));
}

/* "E-mail 1 - Label" is the label of "E-mail 1 - Value", and "Address 1 - Label" of all parts of address 1;
 * "email-label" of nt-export's "email". */
static void find_label(struct arena *a, struct csvmap *m, struct csvmap_column *c)
{
	size_t dash = str_find(c->folded, S(" - "));
	c->labels = -1;
	static const char *const words[] = {" - label", " - type"};
	if (dash == STR_NONE) {
		str whose = str_starts(c->field, S("address.")) ? S("address") : c->folded;
		c->labels = csvmap_find(m, arena_join(a, whose, S("-label")));
		c->own_labels = c->labels >= 0;
	}
	for (size_t i = 0; i < sizeof words / sizeof *words && dash != STR_NONE && c->labels < 0; i++)
		c->labels = csvmap_find(m, arena_join(a, str_head(c->folded, dash), str_of(words[i])));
	c->services = -1;
	if (dash != STR_NONE && str_eq(c->field, S("im")))
		c->services = csvmap_find(m, arena_join(a, str_head(c->folded, dash), S(" - service")));
	if (c->labels >= 0)
		m->v[c->labels].skip = true;
	if (c->services >= 0)
		m->v[c->services].skip = true;
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

static bool is_twice(const struct csvmap *m, size_t first)
{
	for (size_t i = first + 1; i < m->n; i++)
		if (str_eq(m->v[i].folded, m->v[first].folded))
			return true;
	return false;
}

static bool means(const struct csvmap *m, str english)
{
	for (size_t i = 0; i < m->n; i++)
		if (str_eq(m->v[i].meant, english))
			return true;
	return false;
}

/* Words that mean one thing alone and another one beside others: Nom and Prénom, Nombre and Apellidos; Geburtstag
 * beside Geburtsjahr; Outlook's two Titre, of which the first is how one is addressed. */
static void settle_words(struct csvmap *m)
{
	bool given = means(m, S("first name")), family = means(m, S("last name")), year = means(m, S("birth year"));
	for (size_t i = 0; i < m->n; i++) {
		struct csvmap_column *c = &m->v[i];
		if (given && !family && str_listed(" last family ", c->folded))
			c->meant = S("last name");
		else if (!m->foreign)
			continue;
		else if (str_eq(c->meant, S("name")) && given != family)
			c->meant = given ? S("last name") : S("first name");
		else if (str_eq(c->meant, S("birthday")) && year)
			c->meant = S("birth day");
		else if (str_eq(c->folded, S("titre")) && is_twice(m, i))
			c->meant = S("title");
		else if (str_eq(c->folded, S("titre")))
			c->meant = S("job title");
	}
}

static bool is_outlook(const struct csvmap *m)
{
	return means(m, S("e-mail address")) && (means(m, S("job title")) || means(m, S("position"))) &&
	       (m->foreign ? means(m, S("business street")) || means(m, S("business phone"))
			   : csvmap_has(m, S("e-mail address")));
}

static enum csvmap_source source_of(const struct csvmap *m)
{
	if (csvmap_has(m, S("connected on")))
		return SOURCE_LINKEDIN;
	if (csvmap_has(m, S("e-mail 1 - value")) || csvmap_has(m, S("group membership")))
		return SOURCE_GOOGLE;
	if (means(m, S("primary email")) && means(m, S("display name")))
		return SOURCE_THUNDERBIRD;
	if (is_outlook(m))
		return SOURCE_OUTLOOK;
	return SOURCE_CSV;
}

static void settle_sources(struct csvmap *m)
{
	m->source = source_of(m);
	for (size_t i = 0; i < m->n; i++) {
		struct csvmap_column *c = &m->v[i];
		if (m->source == SOURCE_OUTLOOK && str_eq(c->meant, S("title")))
			c->field = S("prefix");
		if (m->source == SOURCE_OUTLOOK && str_eq(c->meant, S("profession"))) /* beside the title */
			c->field = S("");
		if (m->source == SOURCE_OUTLOOK && m->foreign && str_eq(c->meant, S("city"))) /* of no address */
			c->field = S("");
		if (m->source == SOURCE_THUNDERBIRD && str_starts(c->field, S("address.")) && !c->label.n && i)
			c->label = m->v[i - 1].label;
		if (m->source == SOURCE_LINKEDIN && str_eq(c->folded, S("url")))
			c->label = S("linkedin");
		if (str_eq(c->field, S("formatted"))) /* the parts say it */
			c->skip = true;
	}
}

static bool is_own(const struct csvmap *m)
{
	bool own = csvmap_has(m, S("sort-name"));
	for (size_t i = 0; i < m->n; i++)
		own = own || m->v[i].own_labels;
	return m->source == SOURCE_CSV && own;
}

/* " ::: " is a separator where Google or nt wrote it; in anybody's table only where no text would hold it. */
static void settle_joined(struct csvmap *m)
{
	m->own = is_own(m);
	for (size_t i = 0; i < m->n; i++) {
		struct csvmap_column *c = &m->v[i];
		bool google = m->source == SOURCE_GOOGLE || str_find(c->folded, S(" - ")) != STR_NONE;
		if (m->source == SOURCE_CSV || m->source == SOURCE_GOOGLE)
			c->joined = m->own || google
					    ? !str_listed(" name given middle family prefix suffix note ", c->field)
					    : str_listed(" email phone url im tags ", c->field);
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
		bool same =
			first < (int)i && str_eq(m->v[first].label, c->label) && str_eq(m->v[first].field, c->field);
		c->twin = same && c->folded.n && !c->skip ? (size_t)first + 1 : 0;
		if (!c->twin || is_several(c->field))
			continue;
		str name = arena_printf(a, FMT " %d", ARG(c->folded), number);
		while (csvmap_has(m, name))
			name = arena_printf(a, FMT " %d", ARG(c->folded), ++number);
		c->folded = name;
		c->field = S("");
	}
}

static void find_words(struct arena *a, struct csvmap *m)
{
	for (size_t i = 0; i < m->n; i++) {
		struct csvmap_column *c = &m->v[i];
		struct csvwords w = csvwords_find(a, c->folded);
		str label, spelled = csvfield_spelled(a, c->folded);
		bool exact = csvfield_find(a, c->folded, &label).n > 0;
		c->meant = exact ? c->folded : w.english.n ? w.english : spelled.n ? spelled : c->folded;
		m->foreign |= w.foreign;
	}
	settle_words(m);
}

bool csvmap_read(struct arena *a, struct strs header, struct strs said, struct csvmap *out)
{
	*out = (struct csvmap){.v = arena_array(a, header.n + 1, sizeof *out->v), .n = header.n};
	for (size_t i = 0; i < header.n; i++)
		out->v[i] = (struct csvmap_column){.name = str_trim(arena_dup(a, header.v[i])),
			.folded = fold(a, arena_dup(a, header.v[i])),
			.field = S(""),
			.label = S("")};
	find_words(a, out);
	bool asked = false, person = false;
	for (size_t i = 0; i < out->n; i++) {
		struct csvmap_column *c = &out->v[i];
		bool is_said = csvmap_said(a, c, said);
		if (!is_said)
			c->field = csvfield_find(a, c->meant, &c->label);
		asked = asked || is_said;
		out->known += c->field.n > 0;
		person = person || str_listed(" name given family email org phone ", c->field);
		find_label(a, out, c);
	}
	settle_sources(out);
	settle_joined(out);
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

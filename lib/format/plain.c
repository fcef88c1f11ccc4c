#include "format/plain.h"

#include "base/utf8.h"
#include "note/address.h"
#include "note/email.h"
#include "text/link.h"

str plain_line(struct arena *a, str text)
{
	return address_text(a, links_shown(a, text));
}

enum plain_number plain_number(str label)
{
	static const struct {
		const char *words;
		enum plain_number number;
	} known[] = {{" fax homefax workfax telefax ", NUMBER_FAX}, {" pager ", NUMBER_PAGER},
		{" mobile cell cellular mob handy iphone ", NUMBER_CELL}, {" work office business ", NUMBER_WORK},
		{" home private privat main ", NUMBER_HOME}};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		str rest = label, word;
		while (rest.n && str_cut(&rest, ' ', &word))
			if (word.n && str_listed(known[i].words, word))
				return known[i].number;
	}
	return NUMBER_ANY;
}

static void add_fact(struct arena *a, struct plain_facts *out, str label, str text)
{
	if (!text.n)
		return;
	out->v = arena_more(a, out->v, out->n, sizeof *out->v);
	out->v[out->n++] = (struct plain_fact){label, text};
}

static str line_of(struct arena *a, const struct value *v)
{
	struct strs texts = front_texts(a, v), lines = {0};
	for (size_t i = 0; i < texts.n; i++) {
		str line = plain_line(a, texts.v[i]);
		if (line.n)
			strs_add(a, &lines, line);
	}
	return lines.n == 1 ? lines.v[0] : strs_join(a, lines, S(", "));
}

struct plain_facts plain_facts(const struct contact *c, str key)
{
	struct contact_facts facts = contact_facts(c, key);
	struct plain_facts out = {0};
	for (size_t i = 0; i < facts.n; i++)
		add_fact(c->arena, &out, facts.v[i].label, line_of(c->arena, facts.v[i].value));
	return out;
}

str plain_text(const struct contact *c, str key)
{
	struct plain_facts facts = plain_facts(c, key);
	return facts.n ? facts.v[0].text : (str){0};
}

struct strs plain_tags(const struct contact *c)
{
	struct plain_facts facts = plain_facts(c, S("tags"));
	struct strs tags = {0};
	for (size_t i = 0; i < facts.n; i++)
		strs_add_words(c->arena, &tags, facts.v[i].text);
	for (size_t i = 0; i < tags.n; i++)
		if (str_starts(tags.v[i], S("#")))
			tags.v[i] = str_skip(tags.v[i], 1);
	return tags;
}

static bool has_email(const struct plain_facts *list, str address)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_ieq(list->v[i].text, address))
			return true;
	return false;
}

struct plain_facts plain_emails(const struct contact *c)
{
	struct contact_facts facts = contact_facts(c, S("email"));
	struct plain_facts out = {0};
	for (size_t i = 0; i < facts.n; i++) {
		struct strs texts = front_texts(c->arena, facts.v[i].value);
		for (size_t k = 0; k < texts.n; k++) {
			struct emails found = email_read(c->arena, texts.v[k]);
			for (size_t j = 0; j < found.n; j++)
				if (!has_email(&out, found.v[j].address))
					add_fact(c->arena, &out,
						facts.v[i].label.p ? facts.v[i].label : found.v[j].label,
						found.v[j].address);
		}
	}
	return out;
}

static void tidy_emails(struct contact *c)
{
	struct contact tidy;
	struct contact_facts facts = contact_facts(c, S("email"));
	contact_begin(&tidy, c->arena);
	for (size_t i = 0; i < facts.n; i++) {
		struct strs texts = front_texts(c->arena, facts.v[i].value);
		for (size_t k = 0; k < texts.n; k++) {
			struct emails found = email_read(c->arena, texts.v[k]);
			for (size_t j = 0; j < found.n; j++)
				contact_add(&tidy, S("email"), facts.v[i].label, found.v[j].address);
			if (!found.n)
				contact_add(&tidy, S("email"), facts.v[i].label, texts.v[k]);
		}
	}
	if (contact_field(&tidy, S("email")))
		contact_set(c, S("email"), value_child(tidy.front, S("email")));
}

void plain_tidy(struct contact *c)
{
	struct strs tags = plain_tags(c);
	struct value *list = value_new(c->arena, VALUE_LIST, (str){0}, '[');
	for (size_t i = 0; i < tags.n; i++)
		value_append(list, value_new(c->arena, VALUE_TEXT, tags.v[i], 0));
	if (tags.n)
		contact_set(c, S("tags"), list);
	tidy_emails(c);
}

/* Line by line. */
static str lines_of(struct arena *a, str text)
{
	struct strs lines = {0};
	for (str line; str_line(&text, &line);)
		strs_add(a, &lines, plain_line(a, line));
	return str_trim(strs_join(a, lines, S("\n")));
}

static str address_part(struct arena *a, const struct value *v)
{
	bool one = v && v->kind == VALUE_TEXT;
	return one ? lines_of(a, v->text) : v ? line_of(a, v) : (str){0};
}

static str part(struct arena *a, struct value *map, str key)
{
	return address_part(a, value_child(map, key));
}

static struct plain_address address_of(struct arena *a, const struct contact_fact *f)
{
	struct value map = *f->value;
	if (map.kind != VALUE_MAP)
		return (struct plain_address){.label = f->label, .street = address_part(a, f->value), .whole = true};
	return (struct plain_address){f->label, part(a, &map, S("box")), part(a, &map, S("extra")),
		part(a, &map, S("street")), part(a, &map, S("city")), part(a, &map, S("region")),
		part(a, &map, S("postcode")), part(a, &map, S("country")), false};
}

/* What stands outside counts when no address says one. */
static void add_places(const struct contact *c, struct plain_addresses *list)
{
	str city = plain_text(c, S("city")), country = plain_text(c, S("country"));
	bool has_city = false, has_country = false;
	for (size_t i = 0; i < list->n; i++) {
		has_city |= list->v[i].city.n > 0;
		has_country |= list->v[i].country.n > 0;
	}
	city = has_city ? (str){0} : city;
	country = has_country ? (str){0} : country;
	if (!city.n && !country.n)
		return;
	if (!list->n) {
		list->v = arena_more(c->arena, list->v, 0, sizeof *list->v);
		list->v[list->n++] = (struct plain_address){0};
	}
	if (city.n)
		list->v[0].city = city;
	if (country.n)
		list->v[0].country = country;
}

struct plain_addresses plain_addresses(const struct contact *c)
{
	struct contact_facts facts = contact_facts(c, S("address"));
	struct plain_addresses out = {0};
	for (size_t i = 0; i < facts.n; i++) {
		out.v = arena_more(c->arena, out.v, out.n, sizeof *out.v);
		out.v[out.n++] = address_of(c->arena, &facts.v[i]);
	}
	add_places(c, &out);
	return out;
}

/* Behind which blank the last word stands that begins with a letter. */
static size_t last_word(str name)
{
	for (size_t i = name.n; i-- > 1;)
		if (name.p[i - 1] == ' ' && utf8_letter(str_skip(name, i)))
			return i;
	return 0;
}

void plain_name(const struct contact *c, str *given, str *family)
{
	str sorted = plain_text(c, S("sort-name")), name = plain_text(c, S("name"));
	size_t comma = str_chr(sorted, ','), last = last_word(name);
	if (comma != STR_NONE && str_trim(str_head(sorted, comma)).n) {
		*family = str_trim(str_head(sorted, comma));
		*given = str_trim(str_skip(sorted, comma + 1));
	} else {
		*family = str_skip(name, last);
		*given = str_trim(str_head(name, last));
	}
}

#include "format/abookfile.h"

#include "base/charset.h"
#include "base/diag.h"
#include "format/csvrow.h"
#include "format/customs.h"

static const struct attribute_rule rules[] = {
	{"name", "name", ""},
	{"email", "email", ""},
	{"nick", "aliases", ""},
	{"address", "address.street", ""},
	{"address2", "address.extra", ""},
	{"city", "address.city", ""},
	{"state", "address.region", ""},
	{"zip", "address.postcode", ""},
	{"country", "address.country", ""},
	{"phone", "phone", "home"},
	{"workphone", "phone", "work"},
	{"fax", "phone", "fax"},
	{"mobile", "phone", "cell"},
	{"url", "url", ""},
	{"notes", "note", ""},
	{"anniversary", "birthday", ""}, /* that is what abook makes of a card's BDAY */
	{"groups", "tags", ""},
	{NULL, NULL, NULL},
};

struct section {
	struct import *in;
	struct attributes attributes;
	size_t begin;  /* its line; 0: none yet */
	bool settings; /* [format] */
	bool too_many;
};

static bool is_settings(str line)
{
	return str_ieq(line, S("[format]"));
}

/* Skips blank lines and comments; false: there is nothing else. */
static bool next_line(str *rest, size_t *at, str *line)
{
	while (str_line(rest, line)) {
		++*at;
		*line = str_trim(*line);
		if (line->n && !str_starts(*line, S("#")))
			return true;
	}
	return false;
}

bool abookfile_likely(str head)
{
	struct arena a = {0};
	size_t at = 0;
	str rest = charset_marked(&a, head), line;
	bool is = str_starts(rest, S("# abook addressbook")) ||
		  (next_line(&rest, &at, &line) && is_settings(line) && next_line(&rest, &at, &line) &&
			  str_starts(line, S("program")));
	arena_release(&a);
	return is;
}

static void add_value(struct section *s, str key, str value, size_t line)
{
	bool full = false;
	value = charset_guessed(s->attributes.arena, value);
	if (!str_starts(key, S("custom")) || !customs_read(&s->attributes, key, value, &full))
		full = !attributes_add(&s->attributes, key, value);
	if (full && !s->too_many) {
		warn_at(s->in->file, line, 0, "more than %d values of one person, the others are left out",
			ATTRIBUTES_MOST);
		s->too_many = true;
	}
}

static void add(struct section *s, str line, size_t at)
{
	size_t equals = str_chr(line, '=');
	str key = str_trim(str_head(line, equals)), value = str_trim(str_skip(line, equals)), part;
	if (equals == STR_NONE || !key.n) {
		warn_at(s->in->file, at, 0, "no name and '=', left out: '" FMT "'", ARG(str_head(line, 40)));
		return;
	}
	value = str_skip(value, 1);
	if (!s->begin)
		warn_at(s->in->file, at, 0, "in no section, left out: '" FMT "'", ARG(str_head(line, 40)));
	else if (s->settings || !str_trim(value).n)
		return;
	else if (str_ieq(key, S("email")) || str_ieq(key, S("nick")))
		while (str_cut(&value, ',', &part))
			add_value(s, key, str_trim(part), at);
	else
		add_value(s, key, str_trim(value), at);
}

static void end(struct section *s)
{
	struct contact c = import_begin(s->in);
	attributes_settle(&s->attributes, (str){0});
	if (!s->begin || s->settings)
		return;
	if (csvrow_read(&c, &s->attributes.map, s->attributes.values, s->in->file, s->begin)) {
		contact_said(&c, S("abook"));
		import_give(s->in, &c);
	} else {
		warn_at(s->in->file, s->begin, 0, "a section that names nobody: left out");
	}
}

static void begin(struct section *s, size_t at, bool settings)
{
	arena_reset(&s->in->arena);
	*s = (struct section){.in = s->in,
		.begin = at,
		.settings = settings,
		.attributes = {.arena = &s->in->arena,
			.rules = rules,
			.said = s->in->columns,
			.map = {.source = SOURCE_ABOOK}}};
}

void abookfile_import(struct import *in)
{
	struct section s = {.in = in};
	str rest = charset_marked(&in->keep, import_all(in)), line;
	begin(&s, 0, false);
	for (size_t at = 0; next_line(&rest, &at, &line);) {
		if (str_starts(line, S("[")) && str_ends(line, S("]"))) {
			end(&s);
			begin(&s, at, is_settings(line));
		} else {
			add(&s, line, at);
		}
	}
	end(&s);
}

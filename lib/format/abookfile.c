#include "format/abookfile.h"

#include "base/charset.h"
#include "base/diag.h"
#include "format/csvrow.h"

static const struct rule {
	const char *key, *field, *label;
	bool list; /* commas part its values */
} rules[] = {{"name", "name", "", false}, {"email", "email", "", true}, {"nick", "aliases", "", true},
	{"address", "address.street", "", false}, {"address2", "address.extra", "", false},
	{"city", "address.city", "", false}, {"state", "address.region", "", false},
	{"zip", "address.postcode", "", false}, {"country", "address.country", "", false},
	{"phone", "phone", "home", false}, {"workphone", "phone", "work", false}, {"fax", "phone", "fax", false},
	{"mobile", "phone", "cell", false}, {"url", "url", "", false}, {"notes", "note", "", false},
	{"anniversary", "birthday", "", false}, {"groups", "tags", "", true}};

struct section {
	struct import *in;
	struct csvmap map;
	struct strs values;
	size_t line; /* of its head; 0: none */
	bool head;   /* [format]: of the file */
};

bool abookfile_likely(str head)
{
	str line;
	for (int i = 0; i < 20 && str_line(&head, &line); i++)
		if (str_eq(str_trim(line), S("program=abook")) || str_starts(line, S("# abook addressbook")))
			return true;
	return false;
}

static void add(struct section *s, str key, str value)
{
	struct csvmap_column c = {.name = key, .folded = key, .field = S(""), .label = S(""), .labels = -1};
	bool list = false;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (str_eq(key, str_of(rules[i].key))) {
			c.field = str_of(rules[i].field);
			c.label = str_of(rules[i].label);
			list = rules[i].list;
		}
	for (str one; value.p; list = list && value.p) {
		if (!list || !str_cut(&value, ',', &one)) {
			one = value;
			value = (str){0};
		}
		s->map.v = arena_more(&s->in->arena, s->map.v, s->map.n, sizeof *s->map.v);
		s->map.v[s->map.n++] = c;
		strs_add(&s->in->arena, &s->values, one);
	}
}

static void give(struct section *s)
{
	struct import *in = s->in;
	struct contact c = import_begin(in);
	s->map.source = SOURCE_ABOOK;
	if (csvrow_read(&c, &s->map, s->values, in->file, s->line)) {
		contact_said(&c, S("abook"));
		import_give(in, &c);
	} else {
		warn_at(in->file, s->line, 0, "a section that names nobody: left out");
	}
}

void abookfile_import(struct import *in)
{
	struct section s = {.in = in};
	str rest = charset_marked(&in->keep, import_all(in)), line;
	for (size_t number = 1; str_line(&rest, &line); number++) {
		line = str_trim(line);
		size_t equals = str_chr(line, '=');
		bool opens = line.n > 1 && line.p[0] == '[' && line.p[line.n - 1] == ']';
		if (opens) {
			if (s.line && !s.head)
				give(&s);
			s = (struct section){.in = in, .line = number, .head = str_eq(line, S("[format]"))};
		} else if (line.n && line.p[0] != '#' && equals == STR_NONE) {
			warn_at(in->file, number, 0, "no key and value: '" FMT "'", ARG(str_head(line, 40)));
		} else if (line.n && line.p[0] != '#' && s.line) {
			add(&s, str_trim(str_head(line, equals)),
				charset_guessed(&in->arena, str_skip(line, equals + 1)));
		}
	}
	if (s.line && !s.head)
		give(&s);
}

#include "format/contact.h"
#include "tap.h"
#include <string.h>
#include "base/utf8.h"
#include "text/fences.h"
#include "text/value.h"
#include <stdio.h>

#define TREES 20000

static struct arena a;
static unsigned long state = 20261124;

static unsigned roll(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

/* What YAML, Markdown or a terminal may take for more than text. */
static const char *const bits[] = {"a", "b c", "Zoë", "山", " ", "  ", "\n", "\n\n", "\t", ": ", " #", "- ", "? ",
	"---", "...", "[[", "]]", "[", "{", "}", ",", "\"", "'", "\\", "|", ">", "&x", "*x", "!", "%", "@", "`", "~",
	"null", "yes", "12:30", "0x1", "1_0", "2026-11-24", "=", "<<", "\r", "\r\n", "\x01", "\x7f", "\xc2\x85",
	"\xe2\x80\xa8", "\xef\xbb\xbf", "nt-rev: new", "\f", "TEL;TYPE=x:+1", "true", "3", "http://x.example/?a=b&c#d"};

static str text(void)
{
	struct buf b = {0};
	for (unsigned n = roll(1000) ? roll(5) : 400; n > 0; n--)
		buf_puts(&b, bits[roll(sizeof bits / sizeof *bits)]);
	return arena_take(&a, &b);
}

static bool has(const struct value *map, str key)
{
	return value_child(&(struct value){.first = map->first}, key);
}

static struct value *tree(unsigned depth)
{
	static const enum value_kind kinds[] = {VALUE_TEXT, VALUE_TEXT, VALUE_TEXT, VALUE_NULL, VALUE_LIST, VALUE_MAP};
	enum value_kind kind = kinds[roll(depth ? 6 : 4)];
	struct value *v = value_new(&a, kind, kind == VALUE_TEXT ? text() : (str){0}, 0);
	for (unsigned n = kind == VALUE_LIST || kind == VALUE_MAP ? roll(5) : 0; n > 0; n--) {
		struct value *child = tree(depth - 1);
		if (kind == VALUE_MAP)
			child->key = text();
		if (kind == VALUE_LIST || !has(v, child->key))
			value_append(v, child);
	}
	return v;
}

static bool reads_as(str note, const struct value *want)
{
	struct front plain, full;
	struct fences f = fences_of(note);
	bool both = front_parse(&a, f.yaml, 2, &plain) && front_parse_full(&a, f.yaml, 2, &full);
	if (!want->first)
		return both && !plain.root && !full.root;
	return both && plain.root && value_same(plain.root, want) && full.root && value_same(full.root, want);
}

static void test_trees(void)
{
	unsigned wrong = 0;
	for (unsigned i = 0; i < TREES && !wrong; i++) {
		struct contact c;
		contact_begin(&c, &a);
		for (unsigned n = roll(5); n > 0; n--)
			contact_set(&c, text(), tree(4));
		str note = contact_bytes(&c);
		if (!reads_as(note, c.front)) {
			printf("# tree %u:\n" FMT "\n", i, ARG(note));
			wrong++;
		}
		arena_reset(&a);
	}
	is_int(wrong, 0, "random trees read back as they were");
}

static void is_front(const struct contact *c, const char *want, const char *name)
{
	is_str(contact_bytes(c), arena_printf(&a, "---\n%s---\n", want), name);
}

static void test_add(void)
{
	struct contact c;
	contact_begin(&c, &a);
	contact_add(&c, S("email"), (str){0}, S(" a@x.example\n"));
	is_front(&c, "email: a@x.example\n", "one text, trimmed");
	contact_add(&c, S("email"), (str){0}, S("a@x.example"));
	contact_add(&c, S("email"), (str){0}, S(" "));
	is_front(&c, "email: a@x.example\n", "what is there, and nothing, add nothing");
	contact_add(&c, S("email"), (str){0}, S("b@x.example"));
	is_front(&c, "email: [a@x.example, b@x.example]\n", "two make a list");
	contact_add(&c, S("email"), S("work"), S("c@x.example"));
	is_front(&c, "email:\n  other: [a@x.example, b@x.example]\n  work: c@x.example\n", "a label makes a map");
	contact_add(&c, S("email"), (str){0}, S("d@x.example"));
	contact_add(&c, S("email"), S("work"), S("e@x.example"));
	is_front(&c, "email:\n  other: [a@x.example, b@x.example, d@x.example]\n  work: [c@x.example, e@x.example]\n",
		"into which the next go");
}

static struct value *place(const char *city)
{
	struct value *map = value_new(&a, VALUE_MAP, (str){0}, 0), *part = value_new(&a, VALUE_TEXT, str_of(city), 0);
	part->key = S("city");
	value_append(map, part);
	return map;
}

static void test_addresses(void)
{
	struct contact c;
	contact_begin(&c, &a);
	contact_add_value(&c, S("address"), (str){0}, place("Rome"));
	contact_add_value(&c, S("address"), (str){0}, place("Rome"));
	is_front(&c, "address:\n  city: Rome\n", "one address, said twice");
	contact_add_value(&c, S("address"), (str){0}, place("Pisa"));
	is_front(&c, "address:\n  - city: Rome\n  - city: Pisa\n", "two");
	is_int((long)contact_facts(&c, S("address")).n, 2, "are two facts");
	contact_add_value(&c, S("address"), S("home"), place("Bari"));
	is_front(&c, "address:\n  other:\n    - city: Rome\n    - city: Pisa\n  home:\n    city: Bari\n",
		"and one at home");
	struct contact_facts facts = contact_facts(&c, S("address"));
	is_int((long)facts.n, 3, "three facts");
	is_str(facts.v[0].label, (str){0}, "the first without a label");
	is_str(facts.v[2].label, S("home"), "the last with its own");
}

static void test_said(void)
{
	struct contact c;
	contact_begin(&c, &a);
	contact_add(&c, S("name"), (str){0}, S("Ada"));
	contact_said(&c, S("vcard"));
	is_front(&c, "name: Ada\nfrom:\n  vcard:\n    name: Ada\n", "a name is remembered");
	contact_add(&c, S("uid"), (str){0}, S("urn:1"));
	contact_add(&c, S("org"), (str){0}, S("Acme"));
	contact_said(&c, S("vcard"));
	is_front(&c, "name: Ada\nfrom:\n  vcard:\n    name: Ada\n    uid: urn:1\n    org: Acme\nuid: urn:1\norg: Acme\n", "what was said");
	contact_said(&c, S("vcard"));
	is_front(&c, "name: Ada\nfrom:\n  vcard:\n    name: Ada\n    uid: urn:1\n    org: Acme\nuid: urn:1\norg: Acme\n", "said again");
}

static void test_body(void)
{
	struct contact c;
	contact_begin(&c, &a);
	contact_add(&c, S("name"), (str){0}, S("Ada"));
	strs_add(&a, &c.prose, S("Likes\npoetry."));
	strs_add(&a, &c.entries, S("2026-09-14 call: one\n\n  - nested"));
	strs_add(&a, &c.entries, S("2026-09-15 mail: two"));
	is_str(contact_bytes(&c),
		S("---\nname: Ada\n---\n\nLikes\npoetry.\n\n## Log\n\n- 2026-09-14 call: one\n\n    - nested\n"
		  "- 2026-09-15 mail: two\n"),
		"prose and entries");
}

static struct contact read_note(struct note *n, struct config *config, const char *bytes, enum reader reader)
{
	struct contact c;
	config_defaults(&a, config);
	*n = (struct note){.config = config, .arena = &a, .bytes = str_of(bytes), .path = S("people/ada.md")};
	note_begin(n);
	contact_read(&c, n, reader);
	return c;
}

static void test_read(void)
{
	struct note n;
	struct config config;
	struct contact c = read_note(&n, &config,
		"---\nname: Ada\nemail: {extra: a@x.example, private: b@x.example}\nphone: [1, 2]\nprivate: "
		"x\naddress: {city: Rome}\n---\n",
		READER_REST);
	is_str(contact_text(&c, S("name")), S("Ada"), "a text");
	is_str(contact_text(&c, S("org")), (str){0}, "none");
	struct contact_facts facts = contact_facts(&c, S("email"));
	is_int((long)facts.n, 1, "what is private is left out");
	is_str(facts.n ? facts.v[0].label : S(""), S("extra"), "a part of an address is a label elsewhere");
	is_int((long)contact_facts(&c, S("phone")).n, 2, "a list");
	is_int((long)contact_facts(&c, S("address")).n, 1, "one address");
	ok(!contact_field(&c, S("private")), "a private key is left out");
	c = read_note(&n, &config, "no front matter\n", READER_REST);
	ok(!c.front->first, "a note without front matter");
}

/* A long line is known by its property and a hash; a property of any letters is not cut within one. */
static void test_marks(void)
{
	struct arena marks = {0};
	char line[301];
	size_t bad;

	for (size_t shift = 0; shift < 2; shift++) {
		memset(line, 'x', sizeof line);
		for (size_t i = shift; i + 1 < sizeof line; i += 2)
			memcpy(line + i, "\xc3\xa9", 2);
		str mark = contact_mark(&marks, (str){line, 300 - shift});
		ok(utf8_valid(mark, &bad) && mark.n < 200, "a mark is text");
	}
	arena_release(&marks);
}

int main(void)
{
	test_marks();
	test_trees();
	test_add();
	test_addresses();
	test_said();
	test_body();
	test_read();
	arena_release(&a);
	return done_testing();
}

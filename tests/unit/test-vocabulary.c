#include "note/vocabulary.h"

#include "tap.h"
#include <stdlib.h>

static struct arena a;

/* No name means two fields, and each is found. */
static void test_names(void)
{
	for (const struct vocabulary *v = NULL; (v = vocabulary_next(v));) {
		str rest = str_of(v->others), other;
		ok(vocabulary_find(v->field) == v, v->field.p);
		while (rest.n && str_cut(&rest, ' ', &other))
			ok(vocabulary_find(other) == v, "its other name");
	}
	ok(vocabulary_find(S("tag")) == vocabulary_find(S("tags")), "tag is tags");
	ok(!vocabulary_find(S("tagg")) && !vocabulary_find(S("")), "a word of the owner's");
}

/* Columns of other programs lead to one field. */
static void test_columns(void)
{
	for (const struct vocabulary *v = NULL; (v = vocabulary_next(v));) {
		str rest = str_of(v->csv), one;
		while (rest.n && str_cut(&rest, ',', &one)) {
			ok(one.n && str_eq(one, str_trim(one)), "a column");
			for (const struct vocabulary *w = v; (w = vocabulary_next(w));) {
				str others = str_of(w->csv), other;
				while (others.n && str_cut(&others, ',', &other))
					if (str_ieq(one, other))
						ok(false, arena_cstr(&a, other));
			}
		}
		for (const char *p = v->vcard; p && *p; p++)
			if (*p < 'A' || *p > 'Z')
				ok(false, v->vcard);
		ok(!v->vcard || v->kinds, "a property of a field that is written");
		ok(v->kinds || (v->flags & (IS_COMPUTED | IS_PART)), "written, computed or a part of an address");
	}
	is_str(str_of(vocabulary_find(S("birthday"))->vcard), S("BDAY"), "birthday is BDAY");
}

static void test_kinds(void)
{
	unsigned all = 0;
	for (size_t i = 0; vocabulary_kind_name(i); i++)
		all |= vocabulary_kind(str_of(vocabulary_kind_name(i)));
	is_int(all, KIND_ANY | KIND_JOURNAL | KIND_BOOK, "every kind has a name");
	is_int(vocabulary_kind(S("goal")), KIND_GOAL, "in the order of the bits");
	is_int(vocabulary_kind(S("recipe")), 0, "any other word is an ordinary note");
	ok(vocabulary_in(S("by"), S("goal")) && !vocabulary_in(S("by"), S("person")), "by of a goal only");
	ok(vocabulary_in(S("met"), S("org")) && !vocabulary_in(S("met"), S("recipe")), "met of all that nt knows");
	ok(vocabulary_in(S("limit"), S("book")) && !vocabulary_in(S("limit"), S("list")), "limit of book.md");
	ok(!vocabulary_in(S("due"), S("person")), "what is computed is not written");
}

static void writes(const char *field, const char *typed, const char *want)
{
	str value = str_of(typed);
	bool right = vocabulary_write(vocabulary_find(str_of(field)), &a, &value);
	is_str(right ? value : (str){0}, str_of(want), typed);
}

static void test_values(void)
{
	writes("closeness", "3", "3");
	writes("closeness", "03", NULL);
	writes("met", "+2w", "2026-12-08");
	writes("met", "2026-11", "2026-11");
	writes("met", "--11-23", NULL);
	writes("died", "--11-23", "--11-23");
	writes("archived", "true", "true");
	writes("archived", "today", "2026-11-24");
	writes("cadence", "auto", "auto");
	writes("refresh", "auto", NULL);
	writes("target", "-1", NULL);
	writes("email", "a@b.org", "a@b.org");
	writes("email", "a b@c.org", NULL);
	writes("phone", "anything", "anything");
}

int main(void)
{
	setenv("NT_TODAY", "2026-11-24", 1);
	test_names();
	test_columns();
	test_kinds();
	test_values();
	arena_release(&a);
	return done_testing();
}

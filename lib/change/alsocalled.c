#include "change/alsocalled.h"

#include "base/utf8.h"
#include "book/names.h"
#include "change/rename.h"
#include "views/synccopy.h"

static bool is_number(str s)
{
	size_t n = 0;
	while (n < s.n && str_digit(s.p[n]))
		n++;
	return n == s.n;
}

static bool has_word(struct arena *a, struct strs names, str word)
{
	for (size_t i = 0; i < names.n; i++) {
		str slug = utf8_slug(a, names.v[i]), part;
		while (str_cut(&slug, '-', &part))
			if (str_eq(part, word))
				return true;
	}
	return false;
}

/* Whether the file name says a word more than the names do; the number of a twin says nothing. */
static bool says_more(struct arena *a, str file, struct strs names)
{
	str slug = utf8_slug(a, file), word;
	while (str_cut(&slug, '-', &word))
		if (!is_number(word) && !has_word(a, names, word))
			return true;
	return false;
}

/* Without what a program that put a copy aside has added to it. */
static str file_name(const struct note *n)
{
	return synccopy_sure(n->path) ? str_base(synccopy_of(n->path)) : note_stem(n);
}

static void add(struct arena *keep, struct strs *list, struct strs *called, str name)
{
	for (size_t i = 0; i < called->n; i++)
		if (names_same(keep, called->v[i], name))
			return;
	strs_add(keep, called, name);
	strs_add(keep, list, arena_dup(keep, name));
}

struct strs alsocalled(struct arena *keep, struct note *n, struct note *other, bool files_left)
{
	struct strs called = note_texts(n, S("aliases")), theirs = note_texts(other, S("aliases")), list = {0};
	str file = file_name(other);
	strs_add(keep, &called, note_name(n));
	strs_add(keep, &called, note_stem(n));
	add(keep, &list, &called, rename_by_file(other) ? file : note_name(other));
	for (size_t i = 0; i < theirs.n; i++)
		add(keep, &list, &called, theirs.v[i]);
	if (says_more(keep, file, called))
		add(keep, &list, &called, file);
	if (files_left)
		add(keep, &list, &called, note_stem(other));
	return list;
}

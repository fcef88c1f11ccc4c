#include "change/sortname.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "text/edit.h"

/* Ada Lovelace, whose given names are so many bytes: Lovelace, Ada. */
static str turned(struct arena *a, str name, size_t given)
{
	return arena_printf(a, FMT ", " FMT, ARG(str_trim(str_skip(name, given))), ARG(str_head(name, given)));
}

/* What its N says in full, also where the name says it: Lovelace, Ada. */
static str said(const struct contact *c)
{
	str sort = contact_text(c, S("sort-name")), name = contact_text(c, S("name"));
	size_t blank = str_rchr(name, ' ');
	if (sort.n || blank == STR_NONE)
		return sort.n ? sort : name;
	return turned(c->arena, name, blank);
}

str sortname_follow(
	struct note *n, str bytes, const struct contact *agreed, const struct contact *card, struct fault *why)
{
	str had = str_trim(note_text(n, S("sort-name"))), was = said(agreed), is = contact_text(card, S("sort-name"));
	bool followed = had.n ? str_eq(had, was) : !contact_text(agreed, S("sort-name")).n;
	if (!bytes.p || !followed || str_eq(was, said(card)) || str_eq(had, is))
		return bytes;
	str key = note_key(n, S("sort-name"));
	return is.n ? edit_set(n->arena, bytes, key, is, why) : edit_unset(n->arena, bytes, key, why);
}

/* Each word of sort is one of the name. */
static bool is_of(struct arena *a, str sort, str name)
{
	struct strs words = {0};
	str word, rest = utf8_bare(a, name);
	while (str_cut(&rest, ' ', &word))
		strs_add(a, &words, word);
	sort = utf8_bare(a, sort);
	for (str part; str_cut(&sort, ',', &part);)
		while (str_cut(&part, ' ', &word))
			if (word.n && !strs_has(words, word))
				return false;
	return true;
}

void sortname_tell(struct note *before, str after)
{
	struct note now = *before;
	now.bytes = after;
	note_begin(&now);
	if (!note_ok(before) || !note_ok(&now))
		return;
	str sort = str_trim(note_text(&now, S("sort-name")));
	if (sort.n && is_of(now.arena, sort, note_name(before)) && !is_of(now.arena, sort, note_name(&now)))
		hint(FMT ": sort-name is still '" FMT "': set it too, or 'sort-name=' takes it away",
			ARG(before->shown), ARG(sort));
}

/* Where the new name has the given names of the old, or its family name, these are it; else its last word is the family
 * name. Absent: it has one word. */
static str sorted(struct arena *a, str name, str family, str given)
{
	size_t blank = str_rchr(name, ' ');
	if (blank == STR_NONE)
		return (str){0};
	if (str_starts(name, arena_join(a, given, S(" "))))
		return turned(a, name, given.n);
	if (str_ends(name, arena_join(a, S(" "), family)))
		return turned(a, name, name.n - family.n - 1);
	return turned(a, name, blank);
}

str sortname_renamed(struct note *n, str bytes, str old_name, str name, struct fault *why)
{
	str sort = str_trim(note_text(n, S("sort-name"))), key = note_key(n, S("sort-name"));
	size_t comma = str_chr(sort, ',');
	str family = str_trim(str_head(sort, comma)),
	    given = comma == STR_NONE ? S("") : str_trim(str_skip(sort, comma + 1));
	if (!sort.n || str_eq(old_name, name))
		return bytes;
	if (str_eq(sort, old_name))
		return edit_set(n->arena, bytes, key, name, why);
	if (!given.n || !str_eq(arena_printf(n->arena, FMT " " FMT, ARG(given), ARG(family)), old_name))
		return bytes;
	str now = sorted(n->arena, name, family, given);
	return now.p ? edit_set(n->arena, bytes, key, now, why) : edit_unset(n->arena, bytes, key, why);
}

enum alphabet { NO_ALPHABET, LATIN, GREEK, CYRILLIC, OTHER };

static enum alphabet alphabet_of(uint32_t c)
{
	if (c < 0x250 || (c >= 0x1e00 && c < 0x1f00))
		return LATIN;
	if ((c >= 0x370 && c < 0x400) || (c >= 0x1f00 && c < 0x2000))
		return GREEK;
	return c >= 0x400 && c < 0x530 ? CYRILLIC : OTHER;
}

/* That of all its letters; OTHER, too, where they are of several. */
static enum alphabet alphabet(str text)
{
	enum alphabet all = NO_ALPHABET;
	for (size_t n; text.n; text = str_skip(text, n ? n : 1)) {
		uint32_t c;
		n = utf8_next(text, &c);
		if (!utf8_letter(text))
			continue;
		enum alphabet one = alphabet_of(c);
		all = all == NO_ALPHABET || all == one ? one : OTHER;
	}
	return all;
}

/* Kath is Kathryn. */
static bool same_word(str x, str y)
{
	return str_eq(x, y) || (x.n > 2 && str_starts(y, x)) || (y.n > 2 && str_starts(x, y));
}

static bool share_word(struct arena *a, str x, str y)
{
	str words = utf8_slug(a, x), word, other;
	while (str_cut(&words, '-', &word))
		for (str others = utf8_slug(a, y); str_cut(&others, '-', &other);)
			if (word.n && same_word(word, other))
				return true;
	return false;
}

bool sortname_strange(struct note *n)
{
	str sort = str_trim(note_text(n, S("sort-name"))), name = note_name(n);
	struct strs aliases = note_texts(n, S("aliases"));
	enum alphabet letters = alphabet(sort);
	if (letters == NO_ALPHABET || letters == OTHER || alphabet(name) != letters || share_word(n->arena, sort, name))
		return false;
	for (size_t i = 0; i < aliases.n; i++)
		if (share_word(n->arena, sort, aliases.v[i]))
			return false;
	return true;
}

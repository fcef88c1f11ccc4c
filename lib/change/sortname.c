#include "change/sortname.h"

#include "base/utf8.h"
#include "text/edit.h"

/* What its N says in full, also where the name says it: Lovelace, Ada. */
static str said(const struct contact *c)
{
	str sort = contact_text(c, S("sort-name")), name = contact_text(c, S("name"));
	size_t blank = str_rchr(name, ' ');
	if (sort.n || blank == STR_NONE)
		return sort.n ? sort : name;
	return arena_printf(c->arena, FMT ", " FMT, ARG(str_skip(name, blank + 1)), ARG(str_head(name, blank)));
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

str sortname_stale(struct note *before, str after)
{
	struct note now = *before;
	now.bytes = after;
	note_begin(&now);
	if (!note_ok(before) || !note_ok(&now))
		return (str){0};
	str sort = str_trim(note_text(&now, S("sort-name")));
	bool stale = sort.n && is_of(now.arena, sort, note_name(before)) && !is_of(now.arena, sort, note_name(&now));
	return stale ? sort : (str){0};
}

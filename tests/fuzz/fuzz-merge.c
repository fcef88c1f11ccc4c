/* Three notes, parted by \xff: one that one side left alone is the other's byte for byte; both orders agree on whether
 * there is a conflict; no entry is lost; the front matter parses if all three do. */
#include "text/entrydoc.h"
#include "merge/merge.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

#define check(condition) ((condition) ? (void)0 : abort())
static struct arena a;
static struct entry_rules rules = {.person = true, .file_date = DATE_NONE};

static str merged(str base, str ours, str theirs, bool *conflict)
{
	struct merge m = {.rules = &rules};
	str out = merge_notes(&a, &m, (str[]){base, ours, theirs});
	*conflict = m.conflicts.n > 0;
	return out;
}

static bool parses(str note)
{
	struct fences p = fences_of(note);
	size_t bad;
	if (!utf8_valid(note, &bad) || str_chr(note, '\0') != STR_NONE || str_find(note, S("<<<<<<<")) != STR_NONE)
		return false;
	return p.yaml.p ? front_parse(&a, p.yaml, 2, &(struct front){0}) : !str_starts(p.body, S("---"));
}

/* What they say, if it stands in one line, is in the ancestor too or in the result. */
static void check_entries(str base, str side, str out)
{
	struct entrydoc d = entrydoc_parse(&a, side, &rules);
	for (size_t i = 0; i < d.entries.n; i++) {
		str text = d.entries.v[i].text;
		if (str_find(side, text) != STR_NONE && str_find(base, text) == STR_NONE)
			check(str_find(out, text) != STR_NONE);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	str rest = {(const char *)data, n}, b, o, t;
	bool no, other;
	arena_reset(&a);
	if (n > 8000 || !str_cut(&rest, '\xff', &b) || !str_cut(&rest, '\xff', &o) || !str_cut(&rest, '\xff', &t))
		return 0;
	check(str_eq(merged(b, b, t, &no), t) && !no && str_eq(merged(b, o, b, &no), o) && !no);
	str out = merged(b, o, t, &no);
	if (!parses(b) || !parses(o) || !parses(t))
		return 0;
	merged(b, t, o, &other); /* mixed line ends stay mixed; a flow style with comments in it is left alone */
	check(no == other || memchr(data, '\r', n) ||
		(memchr(data, '#', n) && (memchr(data, '[', n) || memchr(data, '{', n))));
	check(!fences_of(out).yaml.p || front_parse(&a, fences_of(out).yaml, 2, &(struct front){0}));
	check_entries(b, o, out);
	check_entries(b, t, out);
	return 0;
}

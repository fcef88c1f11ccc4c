#include "merge/mergebase.h"
#include "merge/sides.h"
#include "text/fences.h"
#include "text/undecided.h"
#include "text/yamlplace.h"

/* How long the marker is that a line is; 0: none. */
static size_t marker_of(str line, char c)
{
	str text = str_chomp(line);
	size_t n = 0;

	while (n < text.n && text.p[n] == c)
		n++;
	return n >= MERGE_MARKER && (n == text.n || text.p[n] == ' ') ? n : 0;
}

bool has_markers(str text)
{
	str line;

	while (str_line(&text, &line))
		if (marker_of(line, '<'))
			return true;
	return false;
}

/* What is behind the conflict that begins a text; absent: none ends. Those of an older ancestor in it have longer
 * markers. */
static str behind_conflict(str text)
{
	str line;

	str_line(&text, &line);
	for (size_t n = marker_of(line, '<'); str_line(&text, &line);)
		if (marker_of(line, '>') == n)
			return text;
	return (str){0};
}

static void add_settled(struct buf *b, str text)
{
	str line, behind;
	size_t endless = 0; /* a marker of this length begins no conflict */

	for (str rest = text; str_line(&rest, &line); text = rest) {
		size_t n = marker_of(line, '<');
		behind = n && n != endless ? behind_conflict(text) : (str){0};
		endless = n && !behind.p ? n : endless;
		if (behind.p)
			rest = behind;
		else
			buf_add(b, line);
	}
}

/* "key: value  # theirs: X", and a key with such a comment above. */
static void add_settled_front(struct buf *b, str yaml)
{
	str line;
	size_t indent = STR_NONE; /* of the key that is left out */
	bool next = false;        /* the key that comes is */

	while (str_line(&yaml, &line)) {
		str text = str_trim(line);
		size_t at = yamlplace_skip_blanks(line, 0);
		bool goes_on =
			indent != STR_NONE && (!text.n || at > indent || (at == indent && str_starts(text, S("- "))));
		if (undecided_at(text) == 0) {
			next = true;
		} else if (next && text.n && text.p[0] != '#') {
			indent = at;
			next = false;
		} else if (str_find(line, S("  # theirs: ")) != STR_NONE ||
			   str_find(line, S("  # ours: ")) != STR_NONE) {
			indent = at;
		} else if (!goes_on) {
			indent = STR_NONE;
			buf_add(b, line);
		}
	}
}

str base_known(struct arena *a, str note)
{
	struct fences p = fences_of(note);
	struct buf b = {0};

	if (p.yaml.p && !has_markers(p.yaml)) {
		buf_add(&b, str_between(note.p, p.yaml.p));
		add_settled_front(&b, p.yaml);
		buf_add(&b, p.close);
		add_settled(&b, p.body);
	} else {
		add_settled(&b, note);
	}
	return arena_take(a, &b);
}

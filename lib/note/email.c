#include "note/email.h"

#include "base/visible.h"
#include <string.h>

bool email_is(str s)
{
	size_t at = str_chr(s, '@');
	bool good = at != STR_NONE && at > 0 && at + 1 < s.n && str_rchr(s, '@') == at && visible_plain(s) == s.n;
	for (size_t i = 0; good && i < s.n; i++)
		good = !strchr(" ,;:()<>[]\\\"", s.p[i]);
	return good;
}

/* What stands between the last open and the close at the end; false: there are none. *front: what is before them. */
static bool take_last(str s, char open, char close, str *inside, str *front)
{
	size_t at = str_rchr(s, open);
	if (at == STR_NONE || !s.n || s.p[s.n - 1] != close)
		return false;
	*inside = str_trim(str_between(s.p + at + 1, s.p + s.n - 1));
	*front = str_trim(str_head(s, at));
	return true;
}

static str without_scheme(str s)
{
	return str_ieq(str_head(s, 7), S("mailto:")) ? str_skip(s, 7) : s;
}

static bool read_one(str s, struct email *out)
{
	str inside, front;
	*out = (struct email){.label = S("")};
	s = str_trim(s);
	if (take_last(s, '(', ')', &inside, &front) && str_ends(front, S("]")) && str_starts(front, S("["))) {
		s = inside; /* of a link */
	} else if (take_last(s, '(', ')', &inside, &front)) {
		out->label = inside;
		s = front;
	}
	if (take_last(s, '<', '>', &inside, &front) && str_chr(front, '@') == STR_NONE) {
		out->named = front.n > 0;
		s = inside;
	}
	out->address = without_scheme(s);
	return email_is(out->address);
}

static void add(struct arena *a, struct emails *list, struct email e)
{
	list->v = arena_more(a, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = e;
}

/* "Lovelace, Ada <a@b.org>" is one, with a comma in its name. */
struct emails email_read(struct arena *a, str text)
{
	struct emails list = {0};
	struct email e;
	if (read_one(text, &e)) {
		add(a, &list, e);
		return list;
	}
	for (size_t n; text.n; text = str_skip(text, n + 1)) {
		for (n = 0; n < text.n && text.p[n] != ',' && text.p[n] != ';';)
			n++;
		str piece = str_trim(str_head(text, n));
		if (piece.n && (!read_one(piece, &e) || e.named))
			return (struct emails){0};
		if (piece.n)
			add(a, &list, e);
	}
	return list;
}

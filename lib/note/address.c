#include "note/address.h"

#include "base/buf.h"
#include "base/visible.h"
#include "note/sight.h"
#include "base/utf8.h"
#include <string.h>

str address_bare(str value)
{
	size_t open = str_rchr(value, '<'), close = str_rchr(value, '>');
	if (open != STR_NONE && close != STR_NONE && close > open)
		value = str_between(value.p + open + 1, value.p + close);
	value = str_trim(value);
	if (str_ieq(str_head(value, 7), S("mailto:")))
		value = str_skip(value, 7);
	size_t at = str_chr(value, '@');
	bool good = at != STR_NONE && at > 0 && at + 1 < value.n && str_rchr(value, '@') == at;
	good = good && visible_plain(value) == value.n;
	for (size_t i = 0; good && i < value.n; i++)
		good = !strchr(" ,;:()<>[]\\\"", value.p[i]);
	return good ? value : (str){0};
}

str address_text(struct arena *a, str s)
{
	char form[VISIBLE_FORM];
	struct buf out = {0};
	while (s.n) {
		size_t n = visible_plain(s);
		for (size_t i = 0; i < n; i++)
			if (s.p[i] != ' ' || (out.n && out.p[out.n - 1] != ' '))
				buf_putc(&out, s.p[i]);
		s = str_skip(s, n);
		if (!s.n)
			break;
		s = str_skip(s, visible_form(s, form));
		if (out.n && out.p[out.n - 1] != ' ')
			buf_putc(&out, ' ');
	}
	str text = arena_dup(a, str_trim(buf_str(&out)));
	buf_release(&out);
	return text.p ? text : S("");
}

static void add(struct note *n, struct addresses *list, str value, str label)
{
	str email = address_bare(value);
	if (!email.n)
		return;
	for (size_t i = 0; i < list->n; i++)
		if (str_ieq(list->v[i].email, email))
			return;
	list->v = arena_more(n->arena, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = (struct address){email, address_text(n->arena, label)};
}

/* A text, a list, a map of labels, in each other. */
static void read_value(struct note *n, const struct value *v, str label, struct addresses *out)
{
	if (v->kind == VALUE_TEXT)
		add(n, out, v->text, label);
	for (const struct value *item = v->first; item; item = item->next)
		if (sight_value(READER_REST, n, item))
			read_value(n, item, item->key.p ? item->key : label, out);
}

struct addresses addresses_read(struct note *n)
{
	struct addresses list = {0};
	const struct value *v = sight_field(READER_REST, n, S("email"));
	if (v)
		read_value(n, v, S(""), &list);
	return list;
}

#include "note/address.h"

#include "base/buf.h"
#include "base/visible.h"
#include "note/email.h"
#include "note/sight.h"
#include "base/utf8.h"

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

static void add(struct note *n, struct addresses *list, str email, str label)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_ieq(list->v[i].email, email))
			return;
	list->v = arena_more(n->arena, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = (struct address){email, address_text(n->arena, label)};
}

static void read_text(struct note *n, str text, str label, struct addresses *out)
{
	struct emails emails = email_read(n->arena, text);
	for (size_t i = 0; i < emails.n; i++) {
		struct email e = emails.v[i];
		if (!e.label.n || sight_key(READER_REST, n, e.label))
			add(n, out, e.address, e.label.n ? e.label : label);
	}
}

/* A text, a list, a map of labels, in each other. */
static void read_value(struct note *n, const struct value *v, str label, struct addresses *out)
{
	if (v->kind == VALUE_TEXT)
		read_text(n, v->text, label, out);
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

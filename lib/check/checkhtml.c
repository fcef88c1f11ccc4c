#include "check/check_parts.h"

/* Links in HTML, which nt does not follow. */

/* Behind the word, which stands in s in any case of its letters; STR_NONE: it does not. */
static size_t behind(str s, str word)
{
	for (size_t i = 0; i + word.n <= s.n; i++)
		if (str_ieq(str_head(str_skip(s, i), word.n), word))
			return i + word.n;
	return STR_NONE;
}

/* The value of href in a tag, in its quotes or without. */
static str href_of(str tag)
{
	size_t at = behind(tag, S("href="));
	str value = at == STR_NONE ? S("") : str_trim(str_skip(tag, at));
	char quote = value.n ? value.p[0] : 0;
	if (quote == '"' || quote == '\'')
		return str_head(str_skip(value, 1), str_chr(str_skip(value, 1), quote));
	return str_head(value, str_chr(value, ' '));
}

static bool in_code(str before)
{
	bool code = false;
	for (size_t i = 0; i < before.n; i++)
		code ^= before.p[i] == '`';
	return code;
}

static void check_tag(struct check *c, str tag)
{
	str href = href_of(tag);
	struct link link;
	if (!link_read_path(c->n->arena, href, false, &link) ||
		names_link(&c->book->people.names, c->n->arena, &link, c->n->path) == NAMES_NONE)
		return;
	mistakes_add(c, CHECK_LINK_HTML, (size_t)(tag.p - c->n->bytes.p),
		"a link in HTML is not followed: '" FMT "'; write [text](" FMT ")", ARG(href), ARG(href));
}

static void check_text(struct check *c, str text, bool html)
{
	str rest = text;
	for (size_t at; (at = behind(rest, S("<a "))) != STR_NONE;) {
		str tag = str_skip(rest, at - 3);
		bool code = !html && in_code(str_between(text.p, tag.p));
		tag = str_head(tag, str_chr(tag, '>'));
		if (!code)
			check_tag(c, tag);
		rest = str_skip(rest, at);
	}
}

void check_html(struct check *c)
{
	const struct body *b = note_body(c->n);
	if (c->book->book->fd < 0)
		return;
	for (size_t i = 0; i < b->html.n; i++)
		check_text(c, b->html.v[i], true);
	for (size_t i = 0; i < b->count; i++)
		check_text(
			c, str_between(b->bytes.p + b->blocks[i].text_at, b->bytes.p + b->blocks[i].text_end), false);
}

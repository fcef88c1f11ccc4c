#include "format/friendsline.h"

#define MOST 500 /* nicknames, and tags: more is no friend */

static size_t name_end(str line)
{
	size_t n = 0;
	while (n < line.n && !strchr("([@", line.p[n] ? line.p[n] : ' '))
		n++;
	return n;
}

/* What stands at the front of *rest between these two, which goes behind it; absent: it does not begin so. */
static str take(str *rest, char open, char close)
{
	str text = str_trim(*rest);
	size_t end = str_chr(text, close);
	if (!text.n || text.p[0] != open || end == STR_NONE)
		return (str){0};
	*rest = str_skip(text, end + 1);
	return str_trim(str_head(str_skip(text, 1), end - 1));
}

static void add(struct arena *a, struct friendsline *l, struct strs *list, str text)
{
	strs_add(a, list->n < MOST ? list : &l->others, text);
}

static void read_aliases(struct arena *a, struct friendsline *l, str text)
{
	str between = S("a.k.a. ");
	while (text.p) {
		size_t at = str_find(text, between);
		str name = str_trim(str_head(text, at));
		text = at == STR_NONE ? (str){0} : str_skip(text, at + between.n);
		if (name.n)
			add(a, l, &l->aliases, name);
	}
}

static str tag_of(struct arena *a, str word)
{
	char *tag = arena_cstr(a, str_skip(word, 1));
	for (size_t i = 0; i + 1 < word.n; i++)
		tag[i] = tag[i] == ':' ? '/' : tag[i];
	return (str){tag, word.n - 1};
}

struct friendsline friendsline_read(struct arena *a, str text)
{
	size_t end = name_end(text);
	struct friendsline out = {.name = str_trim(str_head(text, end))};
	str rest = str_skip(text, end), word;
	read_aliases(a, &out, take(&rest, '(', ')'));
	out.city = take(&rest, '[', ']');
	while (str_cut(&rest, ' ', &word))
		if (word.n > 1 && word.p[0] == '@')
			add(a, &out, &out.tags, tag_of(a, word));
		else if (str_trim(word).n)
			strs_add(a, &out.others, word);
	return out;
}

#include "note/keptline.h"

#include "base/utf8.h"
#include "note/vocabulary.h"

#include <string.h>

/* Properties of other programs and versions that say what a field says. */
static const struct {
	const char *properties, *field;
} known[] = {{" X-DEATHDATE ", "died"}, {" X-ABRELATEDNAMES ", "related"}, {" X-ADDRESSBOOKSERVER-MEMBER ", "members"},
	{" LABEL GEO ", "address"}, {" N ", "name"}, {" X-SOCIALPROFILE SOCIALPROFILE ", "url"},
	{" X-SOCIALPROFILE X-AIM X-GADUGADU X-GOOGLE-TALK X-GROUPWISE X-ICQ X-JABBER X-MSN X-QQ X-SIP X-SKYPE "
	 "X-SKYPE-USERNAME X-TELEGRAM X-TWITTER X-YAHOO ",
		"im"}};

/* The name and the parameters: up to the colon that no quotes hold. */
static str head_of(str line)
{
	bool quoted = false;
	for (size_t i = 0; i < line.n; i++) {
		quoted = quoted != (line.p[i] == '"');
		if (line.p[i] == ':' && !quoted)
			return str_head(line, i);
	}
	return str_head(line, str_chr(line, ':'));
}

str keptline_property(struct arena *a, str line)
{
	str head = head_of(line), name = str_head(head, str_chr(head, ';'));
	size_t dot = str_rchr(name, '.');
	str folded = utf8_fold(a, str_trim(dot == STR_NONE ? name : str_skip(name, dot + 1)));
	char *p = arena_cstr(a, folded);
	for (size_t i = 0; i < folded.n; i++)
		if (p[i] >= 'a' && p[i] <= 'z')
			p[i] = (char)(p[i] - 'a' + 'A');
	return (str){p, folded.n};
}

static void add(struct arena *a, struct strs *names, str word)
{
	word = utf8_fold(a, str_trim(word));
	if (word.n)
		strs_add(a, names, word);
}

/* RELATED is of many fields: which one, its type says. */
static void add_fields(struct arena *a, struct strs *names, str property)
{
	for (const struct vocabulary *v = NULL; (v = vocabulary_next(v));)
		if (v->vcard && str_eq(str_of(v->vcard), property) &&
			(!str_eq(property, S("RELATED")) || str_eq(v->field, S("related"))))
			add(a, names, v->field);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_listed(known[i].properties, property))
			add(a, names, str_of(known[i].field));
	add(a, names, property);
}

/* TYPE=home,work and HOME: each word of what is said. */
static void add_words(struct arena *a, struct strs *names, str params)
{
	size_t from = 0;
	for (size_t i = 0; i <= params.n; i++)
		if (i == params.n || strchr(";=,\"", params.p[i])) {
			add(a, names, str_head(str_skip(params, from), i - from));
			from = i + 1;
		}
}

struct strs keptline_names(struct arena *a, str line)
{
	struct strs names = {0};
	str property = keptline_property(a, line), head = head_of(line);
	size_t dash = str_rchr(property, '-'), semicolon = str_chr(head, ';');
	add_fields(a, &names, property);
	if (str_starts(property, S("X-")) && dash != STR_NONE) /* X-EVOLUTION-SPOUSE */
		add_fields(a, &names, str_skip(property, dash + 1));
	if (semicolon != STR_NONE)
		add_words(a, &names, str_skip(head, semicolon + 1));
	return names;
}

str keptline_group(struct arena *a, str line)
{
	str head = head_of(line), name = str_head(head, str_chr(head, ';'));
	size_t dot = str_rchr(name, '.');
	return dot == STR_NONE ? S("") : utf8_fold(a, str_trim(str_head(name, dot)));
}

str keptline_label(struct arena *a, str line)
{
	str head = head_of(line);
	if (!str_eq(keptline_property(a, line), S("X-ABLABEL")) || head.n == line.n)
		return (str){0};
	str label = str_trim(str_skip(line, head.n + 1));
	bool apple = str_starts(label, S("_$!<")) && str_ends(label, S(">!$_"));
	return utf8_fold(a, str_trim(apple ? (str){label.p + 4, label.n - 8} : label));
}

#include "format/jcard.h"

#include "base/charset.h"
#include "base/utf8.h"
#include "format/vcard.h"
#include "format/vcardday.h"
#include "format/vcardmember.h"
#include "format/vcardput.h"
#include "format/vcardtext.h"
#include "format/vcardtype.h"
#include <jansson.h>

#define DEPTH 8 /* of a value */

bool jcard_likely(str head)
{
	struct arena a = {0};
	str text = str_trim(charset_marked(&a, head));
	while (str_starts(text, S("[")))
		text = str_trim(str_skip(text, 1));
	bool likely = str_starts(text, S("\"vcard\""));
	arena_release(&a);
	return likely;
}

static str capitals(struct arena *a, str s)
{
	char *p = arena_cstr(a, s);
	for (size_t i = 0; i < s.n; i++)
		if (p[i] >= 'a' && p[i] <= 'z')
			p[i] = (char)(p[i] - 'a' + 'A');
	return (str){p, s.n};
}

/* A string, number or word; a list: its parts, joined by blanks. */
static str text_of(struct arena *a, const json_t *v, int depth)
{
	struct strs texts = {0};
	if (json_is_string(v))
		return arena_dup(a, (str){json_string_value(v), json_string_length(v)});
	if (json_is_boolean(v))
		return json_is_true(v) ? S("true") : S("false");
	if (json_is_integer(v))
		return arena_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
	if (json_is_real(v))
		return arena_printf(a, "%.10g", json_real_value(v));
	for (size_t i = 0; depth < DEPTH && json_is_array(v) && i < json_array_size(v); i++)
		strs_add(a, &texts, text_of(a, json_array_get(v, i), depth + 1));
	return strs_join(a, texts, S(" "));
}

/* On one line; of a type that is known backslashes are letters, of another they are what vCard has. */
static str raw(struct arena *a, str text, bool known)
{
	struct buf b = {0};
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '\n')
			buf_puts(&b, "\\n");
		else if (text.p[i] == '\\' && known)
			buf_puts(&b, "\\\\");
		else if (text.p[i] != '\r' && text.p[i])
			buf_putc(&b, text.p[i]);
	return arena_take(a, &b);
}

static str escaped(struct arena *a, const json_t *v, str type)
{
	str text = text_of(a, v, 0);
	return str_eq(type, S("text")) ? vcardtext_escape(a, text) : raw(a, text, !str_eq(type, S(VCARDTYPE_UNKNOWN)));
}

/* depth: 1 of a structured value, whose parts may be lists. */
static str joined(struct arena *a, const json_t *list, size_t from, int depth, str type)
{
	struct strs parts = {0};
	for (size_t i = from; i < json_array_size(list); i++) {
		const json_t *v = json_array_get(list, i);
		strs_add(a, &parts, json_is_array(v) && depth ? joined(a, v, 0, depth - 1, type) : escaped(a, v, type));
	}
	return strs_join(a, parts, depth ? S(";") : S(","));
}

/* ["n", {}, "text", ["Lovelace", "Ada"]], ["nickname", {}, "text", "A", "B"] */
static str value_of(struct arena *a, const json_t *property, str type)
{
	const json_t *first = json_array_get(property, 3);
	bool structured = json_array_size(property) == 4 && json_is_array(first);
	return structured ? joined(a, first, 0, 1, type) : joined(a, property, 3, 0, type);
}

static void put_param(struct arena *a, struct buf *line, str name, const json_t *value)
{
	size_t n = json_is_array(value) ? json_array_size(value) : 1;
	for (size_t i = 0; i < n; i++)
		vcardline_put_param(line, name, text_of(a, json_is_array(value) ? json_array_get(value, i) : value, 0));
}

static str group_of(struct arena *a, json_t *property)
{
	return text_of(a, json_object_get(json_array_get(property, 1), "group"), 0);
}

/* What would end the name of a line is no group (RFC 6350 section 3.3): it would be parameters of another property. */
static bool is_group(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || str_chr(S(";:\""), s.p[i]) != STR_NONE)
			return false;
	return s.n > 0;
}

static str line_of(struct arena *a, json_t *property)
{
	struct buf line = {0};
	str name = capitals(a, text_of(a, json_array_get(property, 0), 0));
	str type = utf8_fold(a, text_of(a, json_array_get(property, 2), 0)), said = str_of(vcardtype_of(name));
	json_t *params = json_array_get(property, 1), *value;
	str group = group_of(a, property);
	const char *key;
	if (is_group(group))
		buf_printf(&line, FMT ".", ARG(group));
	buf_add(&line, name);
	json_object_foreach(params, key,
		value) if (!str_ieq(str_of(key), S("group")) && vcardline_is_name(capitals(a, str_of(key))))
		put_param(a, &line, capitals(a, arena_dup(a, str_of(key))), value);
	if (!str_eq(type, said) && !str_eq(type, S(VCARDTYPE_UNKNOWN)))
		vcardline_put_param(&line, S("VALUE"), type);
	buf_putc(&line, ':');
	buf_add(&line, value_of(a, property, type));
	return arena_take(a, &line);
}

static bool is_property(const json_t *p)
{
	return json_array_size(p) > 3 && json_is_string(json_array_get(p, 0)) && json_is_object(json_array_get(p, 1)) &&
	       json_is_string(json_array_get(p, 2));
}

static void tell_days(struct import *in, const struct vcardline *lines, size_t n, size_t number)
{
	for (size_t i = 0; i < n; i++) {
		str text = vcardday_unread(&in->arena, &lines[i]);
		if (text.n)
			warn_at(in->file, 0, 0, "card %zu: not a date, kept under vcard: '" FMT ":" FMT "'", number,
				ARG(lines[i].name), ARG(str_head(text, 40)));
	}
}

struct reading {
	struct import *in;
	struct vcardmembers members;
	bool looks;    /* for them alone */
	size_t number; /* of the card in the file, from 1 */
};

static void tell_group(const struct reading *r, json_t *property, size_t number)
{
	str group = group_of(&r->in->arena, property);
	if (group.n && !is_group(group))
		warn_at(r->in->file, 0, 0, "card %zu: property %zu: no group, left out: '" FMT "'", r->number, number,
			ARG(str_head(group, 40)));
}

static struct vcardline *lines_of(struct reading *r, json_t *card, size_t *n)
{
	struct arena *a = &r->in->arena;
	json_t *list = json_array_get(card, 1);
	struct vcardline *lines = NULL;
	*n = 0;
	for (size_t i = 0; i < json_array_size(list); i++) {
		json_t *p = json_array_get(list, i);
		struct vcardlines one = {.arena = a, .line = r->number};
		lines = arena_more(a, lines, *n, sizeof *lines);
		if (is_property(p)) {
			tell_group(r, p, i + 1);
			one.rest = line_of(a, p);
		}
		if (vcardline_next(&one, &lines[*n]) && one.good && !one.rest.n)
			vcardmember_link(&r->members, a, &lines[(*n)++]);
		else if (!r->looks)
			warn_at(r->in->file, 0, 0, "card %zu: property %zu is none: left out", r->number, i + 1);
	}
	return lines;
}

static void read_card(struct reading *r, json_t *card)
{
	struct import *in = r->in;
	struct contact c = import_begin(in);
	size_t n, number = ++r->number;
	struct vcardline *lines = lines_of(r, card, &n);
	if (r->looks) {
		vcardmember_add(&r->members, &in->arena, lines, n);
		arena_reset(&in->arena);
	} else if (vcard_read(&c, lines, n, &in->photos, in->file)) {
		tell_days(in, lines, n, number);
		contact_said(&c, S("jcard"));
		import_give(in, &c);
	} else {
		warn_at(in->file, 0, 0, "card %zu names nobody: left out", number);
		arena_reset(&in->arena);
	}
}

static bool is_card(const json_t *v)
{
	const json_t *first = json_array_get(v, 0);
	return json_is_string(first) && str_ieq(str_of(json_string_value(first)), S("vcard"));
}

static void read_list(struct reading *r, json_t *v)
{
	if (is_card(v)) {
		read_card(r, v);
		return;
	}
	if (!json_is_array(v) && !r->looks)
		warn_at(r->in->file, 0, 0, "neither a card nor a list of them, behind card %zu: left out", r->number);
	for (size_t i = 0; i < json_array_size(v); i++) {
		json_t *card = json_array_get(v, i);
		if (is_card(card))
			read_card(r, card);
		else if (!r->looks)
			warn_at(r->in->file, 0, 0, "no card, behind card %zu: left out", r->number);
	}
}

static void read_all(struct reading *r, str text)
{
	size_t line = 1;
	r->number = 0;
	while (text.n) {
		json_error_t why;
		json_t *v = json_loadb(text.p, text.n, JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, &why);
		if (!v && !r->looks)
			warn_at(r->in->file, line + (size_t)why.line - 1, (size_t)why.column, "%s", why.text);
		if (!v)
			return;
		str used = str_head(text, (size_t)why.position);
		read_list(r, v);
		json_decref(v);
		for (size_t i = 0; i < used.n; i++)
			line += used.p[i] == '\n';
		text = str_skip(text, used.n);
		while (text.n && (str_blank(text.p[0]) || str_eol(text.p[0]) || text.p[0] == ',')) {
			line += text.p[0] == '\n';
			text = str_skip(text, 1);
		}
	}
}

/* Members of groups may stand behind them: a file that has some is read twice. */
void jcard_import(struct import *in)
{
	str text = str_trim(charset_marked(&in->keep, import_all(in)));
	struct reading r = {.in = in, .members.arena = &in->keep};
	r.looks = str_find(text, S("\"member\"")) != STR_NONE || str_find(text, S("\"MEMBER\"")) != STR_NONE;
	if (r.looks)
		read_all(&r, text);
	r.looks = false;
	read_all(&r, text);
	vcardmember_release(&r.members);
}

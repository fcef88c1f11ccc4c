#include "format/vcardline.h"

#include "base/charset.h"
#include "base/transfer.h"
#include "format/vcardtext.h"
#include <string.h>

static char capital(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static str capitals(struct arena *a, str s)
{
	struct buf b = {0};
	for (size_t i = 0; i < s.n; i++)
		buf_putc(&b, capital(s.p[i]));
	return arena_take(a, &b);
}

static bool is_control(char c)
{
	return ((unsigned char)c < ' ' && c != '\t') || c == 0x7f;
}

/* Control characters, which no card may have, are blanks. */
static str cleaned(struct arena *a, str s)
{
	size_t i = 0;
	while (i < s.n && !is_control(s.p[i]))
		i++;
	if (i == s.n)
		return s;
	char *p = arena_cstr(a, s);
	for (; i < s.n; i++)
		if (is_control(p[i]))
			p[i] = ' ';
	return (str){p, s.n};
}

/* Where the name and its parameters end: the first colon that no quotes hold; STR_NONE: there is none. Quotes that
 * never close are letters. */
static size_t colon_of(str line)
{
	bool quoted = false;
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] == '"')
			quoted = !quoted;
		else if (line.p[i] == ':' && !quoted)
			return i;
	return quoted ? str_chr(line, ':') : STR_NONE;
}

/* A parameter in whole: ;BASE64 or ;ENCODING=base64. */
static bool is_encoded(str head, str word)
{
	str name, param;
	str_cut(&head, ';', &name);
	while (str_cut(&head, ';', &param)) {
		str value = str_trim(param);
		if (str_ieq(str_head(value, 9), S("ENCODING=")))
			value = str_skip(value, 9);
		if (value.n > 1 && str_starts(value, S("\"")) && str_ends(value, S("\"")))
			value = str_head(str_skip(value, 1), value.n - 2);
		if (str_ieq(value, word))
			return true;
	}
	return false;
}

static bool is_base64(str line)
{
	for (size_t i = 0; i < line.n; i++) {
		char c = line.p[i];
		if (!str_digit(c) && !(capital(c) >= 'A' && capital(c) <= 'Z') && !strchr("+/= \t", c))
			return false;
	}
	return line.n > 0;
}

static bool take_line(struct vcardlines *r, str *line)
{
	if (!str_line(&r->rest, line))
		return false;
	r->line++;
	*line = str_chomp(*line);
	return true;
}

/* The next physical line, not taken. */
static str next_line(const struct vcardlines *r)
{
	str rest = r->rest, line = {0};
	str_line(&rest, &line);
	return str_chomp(line);
}

/* One line, of as many as it was folded into. */
static str unfold(struct vcardlines *r, str first)
{
	struct buf b = {0};
	size_t colon = colon_of(first);
	str head = colon == STR_NONE ? S("") : str_head(first, colon), line;
	bool soft = is_encoded(head, S("QUOTED-PRINTABLE")), base64 = is_encoded(head, S("BASE64"));
	buf_add(&b, first);
	while (r->rest.n) {
		str next = next_line(r);
		bool breaks = soft && b.n && b.p[b.n - 1] == '=';
		bool folded = next.n && str_blank(next.p[0]);
		bool goes_on = base64 && next.n && str_chr(next, ':') == STR_NONE && is_base64(next);
		if (!breaks && !folded && !goes_on)
			break;
		take_line(r, &line);
		if (breaks) {
			b.n--;
			buf_add(&b, line);
		} else {
			buf_add(&b, base64 ? str_trim(line) : folded ? str_skip(line, 1) : line);
		}
	}
	return arena_take(r->arena, &b);
}

/* RFC 6868. */
static str read_param(struct arena *a, str s)
{
	struct buf b = {0};
	if (str_chr(s, '^') == STR_NONE)
		return s;
	for (size_t i = 0; i < s.n; i++) {
		char next = s.p[i] == '^' && i + 1 < s.n ? s.p[i + 1] : 0;
		if (next == 'n' || next == '^' || next == '\'') {
			buf_putc(&b, next == 'n' ? '\n' : next == '^' ? '^' : '"');
			i++;
		} else {
			buf_putc(&b, s.p[i]);
		}
	}
	return arena_take(a, &b);
}

/* Up to the separator that no quotes hold. */
static bool cut_quoted(str *rest, char separator, str *piece)
{
	bool quoted = false;
	size_t i = 0;
	if (!rest->p)
		return false;
	for (; i < rest->n && (quoted || rest->p[i] != separator); i++)
		quoted = quoted != (rest->p[i] == '"');
	*piece = str_head(*rest, i);
	*rest = i < rest->n ? str_skip(*rest, i + 1) : (str){0};
	return true;
}

static void add_param(struct arena *a, struct vcardline *l, str name, str value)
{
	value = str_trim(value);
	if (value.n > 1 && value.p[0] == '"' && value.p[value.n - 1] == '"')
		value = (str){value.p + 1, value.n - 2};
	l->params = arena_more(a, l->params, l->param_count, sizeof *l->params);
	l->params[l->param_count++] = (struct vcardparam){name, read_param(a, cleaned(a, charset_guessed(a, value)))};
}

/* Android's own label: X-Custom(Mum), X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=9C); absent: it is none. */
static str custom_type(struct arena *a, str param)
{
	str begin = S("X-CUSTOM("), coded = S("CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,");
	param = str_trim(param);
	if (!str_ieq(str_head(param, begin.n), begin) || !str_ends(param, S(")")))
		return (str){0};
	str text = str_head(str_skip(param, begin.n), param.n - begin.n - 1);
	return str_ieq(str_head(text, coded.n), coded) ? transfer_printable(a, str_skip(text, coded.n), false) : text;
}

static void read_params(struct arena *a, struct vcardline *l, str rest)
{
	str param, value;
	while (cut_quoted(&rest, ';', &param)) {
		str custom = custom_type(a, param);
		if (custom.n) {
			add_param(a, l, S("TYPE"), custom);
			l->bare = true;
			continue;
		}
		size_t equals = str_chr(param, '=');
		str name = capitals(a, str_trim(str_head(param, equals == STR_NONE ? param.n : equals)));
		if (equals == STR_NONE && name.n) {
			bool encoding = str_listed(" QUOTED-PRINTABLE BASE64 B 8BIT 7BIT ", name);
			add_param(a, l, encoding ? S("ENCODING") : S("TYPE"), str_trim(param));
			l->bare = true;
			continue;
		}
		param = equals == STR_NONE ? (str){0} : str_skip(param, equals + 1);
		while (cut_quoted(&param, ',', &value))
			add_param(a, l, name, value);
	}
}

bool vcardline_is_name(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!str_digit(s.p[i]) && s.p[i] != '-' && !(s.p[i] >= 'A' && s.p[i] <= 'Z'))
			return false;
	return s.n > 0;
}

int vcardline_pref(const struct vcardline *l)
{
	long pref;
	if (vcardline_has(l, S("TYPE"), S("pref")))
		return 1;
	bool said = str_long(vcardline_param(l, S("PREF")), &pref) && pref > 0 && pref < VCARDLINE_NO_PREF;
	return said ? (int)pref : VCARDLINE_NO_PREF;
}

void vcardline_put_param(struct buf *b, str name, str value)
{
	bool quoted = false;
	for (size_t i = 0; i < value.n; i++)
		quoted = quoted || strchr(":;, \t", value.p[i]);
	buf_printf(b, ";" FMT "=%s", ARG(name), quoted ? "\"" : "");
	for (size_t i = 0; i < value.n; i++) {
		char c = value.p[i];
		if (c == '\n' || c == '^' || c == '"')
			buf_printf(b, "^%c", c == '\n' ? 'n' : c == '^' ? '^' : '\'');
		else
			buf_putc(b, c);
	}
	buf_puts(b, quoted ? "\"" : "");
}

void vcardline_put_head(struct buf *b, const struct vcardline *l, bool (*keeps)(const struct vcardparam *))
{
	if (l->group.n)
		buf_printf(b, FMT ".", ARG(l->group));
	buf_add(b, l->name);
	for (size_t i = 0; i < l->param_count; i++)
		if (keeps(&l->params[i]))
			vcardline_put_param(b, l->params[i].name, l->params[i].value);
}

/* The line as vCard 3 and 4 have it, where 2.1 says it in other words. */
static str rewritten(struct arena *a, const struct vcardline *l)
{
	struct buf b = {0};
	if (l->group.n)
		buf_printf(&b, FMT ".", ARG(l->group));
	buf_add(&b, l->name);
	for (size_t i = 0; i < l->param_count; i++) {
		const struct vcardparam *p = &l->params[i];
		if (str_eq(p->name, S("ENCODING")) && l->binary)
			buf_puts(&b, ";ENCODING=b");
		else if (!str_listed(" CHARSET ENCODING ", p->name) && vcardline_is_name(p->name))
			vcardline_put_param(&b, p->name, p->value);
	}
	buf_putc(&b, ':');
	buf_add(&b, l->value);
	return arena_take(a, &b);
}

/* Line ends that an encoding brought are escaped as they stand in other values. */
static str one_line(struct arena *a, str text)
{
	struct buf b = {0};
	str line;
	while (str_line(&text, &line)) {
		buf_add(&b, str_chomp(line));
		if (str_chomp(line).n < line.n)
			buf_puts(&b, "\\n");
	}
	return arena_take(a, &b);
}

/* In base64 they are text all the same. */
static bool is_text(str name)
{
	return str_listed(
		" FN N NICKNAME EMAIL TEL URL IMPP ADR LABEL ORG TITLE ROLE NOTE BDAY ANNIVERSARY CATEGORIES UID KIND "
		"RELATED MEMBER X-ABLABEL X-NT ",
		name);
}

/* In UTF-8, and as it is meant. */
static void decode(struct arena *a, struct vcardline *l)
{
	str charset = vcardline_param(l, S("CHARSET")), encoding = vcardline_param(l, S("ENCODING"));
	l->binary = str_ieq(encoding, S("BASE64")) || str_ieq(encoding, S("B"));
	if (str_ieq(encoding, S("QUOTED-PRINTABLE")))
		l->value = one_line(a, transfer_printable(a, l->value, false));
	if (l->binary && is_text(l->name)) {
		l->value = one_line(a, transfer_base64(a, l->value));
		l->binary = false;
	}
	if (charset.n && !str_ieq(charset, S("UTF-8"))) {
		str text = charset_utf8(a, charset, l->value);
		l->value = text.p ? text : l->value;
	}
	l->value = cleaned(a, charset_guessed(a, l->value));
	l->whole = charset.n || encoding.n || l->bare ? rewritten(a, l) : cleaned(a, charset_guessed(a, l->whole));
}

static bool read_line(struct vcardlines *r, struct vcardline *out)
{
	str line;
	do {
		*out = (struct vcardline){.line = r->line};
		if (!take_line(r, &line))
			return false;
	} while (!str_trim(line).n);
	out->whole = unfold(r, line);
	while (out->whole.n && (str_blank(out->whole.p[0]) || is_control(out->whole.p[0])))
		out->whole = str_skip(out->whole, 1);
	size_t colon = colon_of(out->whole);
	r->good = colon != STR_NONE;
	if (!r->good) {
		out->whole = cleaned(r->arena, charset_guessed(r->arena, out->whole));
		return true;
	}
	str head = cleaned(r->arena, charset_guessed(r->arena, str_head(out->whole, colon))), name = S("");
	out->value = str_skip(out->whole, colon + 1);
	cut_quoted(&head, ';', &name);
	size_t dot = str_rchr(name, '.');
	out->group = dot == STR_NONE ? S("") : str_trim(str_head(name, dot));
	out->name = capitals(r->arena, str_trim(dot == STR_NONE ? name : str_skip(name, dot + 1)));
	r->good = out->name.n > 0;
	read_params(r->arena, out, head);
	decode(r->arena, out);
	return true;
}

bool vcardline_next(struct vcardlines *r, struct vcardline *out)
{
	struct vcardline l;
	str bytes = r->rest;
	if (!read_line(r, out))
		return false;
	out->bytes = str_head(bytes, bytes.n - r->rest.n);
	if (!str_eq(out->name, S(VCARDLINE_ODD)))
		return true;
	struct vcardlines one = {.arena = r->arena, .rest = vcardtext_read(r->arena, out->value)};
	if (read_line(&one, &l) && one.good && !one.rest.n) {
		l.line = out->line;
		l.bytes = out->bytes;
		*out = l;
	}
	return true;
}

bool vcardline_one(struct arena *a, str line, struct vcardline *out)
{
	struct vcardlines one = {.arena = a, .rest = line, .line = 1};
	return vcardline_next(&one, out) && one.good && !one.rest.n;
}

struct vcardline *vcardline_card(struct arena *a, str bytes, size_t *n)
{
	struct vcardlines lines = {.arena = a, .rest = bytes, .line = 1};
	struct vcardline l, *v = NULL;
	bool inside = false;
	*n = 0;
	while (vcardline_next(&lines, &l)) {
		bool mark = str_ieq(str_trim(l.value), S("VCARD"));
		if (inside && mark && str_eq(l.name, S("END")))
			break;
		if (inside && lines.good) {
			v = arena_more(a, v, *n, sizeof *v);
			v[(*n)++] = l;
		}
		inside = inside || (mark && str_eq(l.name, S("BEGIN")));
	}
	return v;
}

str vcardline_param(const struct vcardline *l, str name)
{
	for (size_t i = 0; i < l->param_count; i++)
		if (str_eq(l->params[i].name, name))
			return l->params[i].value;
	return (str){0};
}

bool vcardline_has(const struct vcardline *l, str name, str value)
{
	for (size_t i = 0; i < l->param_count; i++)
		if (str_eq(l->params[i].name, name) && str_ieq(l->params[i].value, value))
			return true;
	return false;
}

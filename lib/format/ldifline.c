#include "format/ldifline.h"

#include "base/charset.h"
#include "base/transfer.h"
#include "base/utf8.h"

/* A line with those that go on with it, each behind one blank. */
static str unfolded(struct ldiflines *r)
{
	str line = {0}, more;
	struct buf b = {0};
	str_line(&r->rest, &line);
	line = str_chomp(line);
	r->line++;
	if (!str_starts(r->rest, S(" ")))
		return line;
	buf_add(&b, line);
	while (str_starts(r->rest, S(" ")) && str_line(&r->rest, &more)) {
		buf_add(&b, str_skip(str_chomp(more), 1));
		r->line++;
	}
	return arena_take(r->arena, &b);
}

static bool is_base64(str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], letter = (char)(c | 32);
		if (!str_digit(c) && !(letter >= 'a' && letter <= 'z') && (!c || !strchr("+/= \t", c)))
			return false;
	}
	return true;
}

static bool is_binary(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' && !str_blank(s.p[i]) && !str_eol(s.p[i]))
			return true;
	return false;
}

static void read_value(struct ldiflines *r, struct ldifline *out, str text)
{
	bool coded = str_starts(text, S(":"));
	str value = str_trim(str_skip(text, coded));
	if (str_starts(text, S("<"))) {
		out->wrong = "a value in another file is not fetched, left out";
		return;
	}
	if (coded && !is_base64(value)) {
		out->wrong = "not base64, left out";
		return;
	}
	if (coded)
		value = transfer_base64(r->arena, value);
	size_t bad;
	out->binary = is_binary(value) || (coded && !utf8_valid(value, &bad));
	out->value = out->binary ? value : str_trim(charset_guessed(r->arena, value));
}

bool ldifline_next(struct ldiflines *r, struct ldifline *out)
{
	str whole;
	do {
		if (!r->rest.n)
			return false;
		*out = (struct ldifline){.line = r->line};
		whole = unfolded(r);
	} while (str_starts(whole, S("#")));
	out->whole = whole;
	if (!str_trim(whole).n)
		return true;
	size_t colon = str_chr(whole, ':');
	str name = str_trim(str_head(whole, colon == STR_NONE ? 0 : colon));
	size_t option = str_chr(name, ';');
	out->name = utf8_fold(r->arena, str_trim(str_head(name, option == STR_NONE ? name.n : option)));
	if (out->name.n)
		read_value(r, out, str_skip(whole, colon + 1));
	else
		out->wrong = "no attribute, left out";
	return true;
}

static int hex(char c)
{
	return str_digit(c) ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* Until an unescaped end, escapes read; *rest goes behind it. */
static str dn_part(struct arena *a, str *rest, const char *ends)
{
	struct buf b = {0};
	bool quoted = false;
	size_t i = 0;
	for (; i < rest->n; i++) {
		char c = rest->p[i];
		bool two = c == '\\' && i + 2 < rest->n && hex(rest->p[i + 1]) >= 0 && hex(rest->p[i + 2]) >= 0;
		if (two) {
			buf_putc(&b, (char)(hex(rest->p[i + 1]) * 16 + hex(rest->p[i + 2])));
			i += 2;
		} else if (c == '\\' && i + 1 < rest->n) {
			buf_putc(&b, rest->p[++i]);
		} else if (c == '"') {
			quoted = !quoted;
		} else if (!quoted && c && strchr(ends, c)) {
			break;
		} else {
			buf_putc(&b, c);
		}
	}
	*rest = i < rest->n ? str_skip(*rest, i + 1) : (str){0};
	return str_trim(arena_take(a, &b));
}

str ldifline_dn(struct arena *a, str dn, str attribute)
{
	while (dn.n) {
		str name = dn_part(a, &dn, "="), value = dn_part(a, &dn, ",+;");
		if (str_ieq(name, attribute) && value.n && !is_binary(value))
			return charset_guessed(a, value);
	}
	return (str){0};
}

str ldifline_dn_key(struct arena *a, str dn)
{
	struct buf key = {0};
	while (dn.n) {
		str name = str_chr(dn, '=') == STR_NONE ? (str){0} : dn_part(a, &dn, "="),
		    value = dn_part(a, &dn, ",+;");
		if (!name.n || str_chr(name, ' ') != STR_NONE) {
			buf_release(&key);
			return (str){0};
		}
		buf_printf(&key, FMT "=" FMT "\n", ARG(name), ARG(charset_guessed(a, value)));
	}
	return utf8_fold(a, arena_take(a, &key));
}

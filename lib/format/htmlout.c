#include "format/htmlout.h"

#include "format/svg.h"
#include <string.h>

void htmlout_text(struct buf *out, str text)
{
	svg_text(out, text);
}

void htmlout_element(struct buf *out, const char *tag, const char *name, str text)
{
	if (!text.n)
		return;
	if (name)
		buf_printf(out, "<%s class=\"%s\">", tag, name);
	else
		buf_printf(out, "<%s>", tag);
	htmlout_text(out, text);
	buf_printf(out, "</%s>", tag);
}

/* Bytes that stand in an address as they are; % begins one that was encoded before. */
static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || str_digit(c) ||
	       (c && strchr("-._~:/?#[]@!$&()*+,;=%", c));
}

static void put_encoded(struct buf *out, str s, const char *also)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_plain(s.p[i]) || strchr(also, s.p[i]))
			buf_printf(out, "%%%02X", (unsigned char)s.p[i]);
		else if (s.p[i] == '&')
			buf_puts(out, "&amp;");
		else
			buf_putc(out, s.p[i]);
}

static void put_link(struct buf *out, const char *scheme, str target, const char *encoded, str shown)
{
	buf_printf(out, "<a rel=\"noopener noreferrer\" href=\"%s", scheme);
	put_encoded(out, target, encoded);
	buf_puts(out, "\">");
	htmlout_text(out, shown);
	buf_puts(out, "</a>");
}

static bool starts(str s, str scheme)
{
	return s.n > scheme.n && str_ieq(str_head(s, scheme.n), scheme);
}

/* What a reader takes for the address: without scheme and the slash at its end. */
static str shortened(str url, size_t scheme)
{
	str shown = str_skip(url, scheme);
	return str_ends(shown, S("/")) && str_chr(shown, '/') == shown.n - 1 ? str_head(shown, shown.n - 1) : shown;
}

void htmlout_url(struct buf *out, str url)
{
	str s = str_trim(url);
	size_t n = starts(s, S("https://")) ? 8 : starts(s, S("http://")) ? 7 : 0;
	if (n)
		put_link(out, "", s, "", shortened(s, n));
	else
		htmlout_text(out, url);
}

void htmlout_mail(struct buf *out, str address)
{
	size_t at = str_rchr(address, '@');
	if (at == STR_NONE || at == 0 || at + 1 == address.n || str_chr(address, ' ') != STR_NONE)
		htmlout_text(out, address);
	else
		put_link(out, "mailto:", address, "?&#%/", address);
}

void htmlout_phone(struct buf *out, str number, str shown)
{
	bool digits = number.n > 1;
	for (size_t i = 0; i < number.n; i++)
		digits = digits && (str_digit(number.p[i]) || (i == 0 && number.p[i] == '+'));
	if (digits)
		put_link(out, "tel:", number, "", shown);
	else
		htmlout_text(out, shown);
}

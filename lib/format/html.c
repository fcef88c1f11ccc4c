#include "format/html.h"

#include <stdint.h>

#define TAG_MOST    16 /* bytes of a name that is known */
#define ENTITY_MOST 10
#define LISTS_MOST  16

struct page {
	struct buf out;
	bool ordered[LISTS_MOST];
	int number[LISTS_MOST];
	size_t lists; /* nesting; deeper ones than LISTS_MOST are all alike */
	bool blank;   /* a blank is due before the next character */
	bool item;    /* nothing has followed an item's mark */
};

static bool is(str tag, const char *names)
{
	for (str rest = str_of(names), name; str_cut(&rest, ' ', &name);)
		if (str_ieq(tag, name))
			return true;
	return false;
}

bool html_likely(str text)
{
	str head = str_trim(str_head(text, 1024));
	if (!head.n || head.p[0] != '<')
		return false;
	size_t end = 1;
	while (end < head.n && end < TAG_MOST && !str_blank(head.p[end]) && !str_eol(head.p[end]) && head.p[end] != '>')
		end++;
	return is(str_between(head.p + 1, head.p + end),
		"!doctype html head body div p h1 h2 h3 ul ol table article section main !--");
}

static void lines(struct page *p, size_t want)
{
	size_t have = 0;
	p->blank = false;
	if (!p->out.n || p->item)
		return;
	while (have < p->out.n && p->out.p[p->out.n - 1 - have] == '\n')
		have++;
	for (; have < want; have++)
		buf_putc(&p->out, '\n');
}

static void put(struct page *p, str text)
{
	if (p->blank && p->out.n && p->out.p[p->out.n - 1] != '\n' && !p->item)
		buf_putc(&p->out, ' ');
	p->blank = p->item = false;
	buf_add(&p->out, text);
}

static void mark_item(struct page *p)
{
	size_t list = p->lists && p->lists <= LISTS_MOST ? p->lists - 1 : 0;
	p->item = false;
	lines(p, 1);
	if (p->lists && p->ordered[list])
		buf_printf(&p->out, "%d. ", ++p->number[list]);
	else
		buf_puts(&p->out, "- ");
	p->item = true;
}

static void list(struct page *p, bool opens, bool ordered)
{
	p->item = false;
	lines(p, p->lists ? 1 : 2);
	if (!opens) {
		p->lists -= p->lists > 0;
		if (!p->lists)
			lines(p, 2);
		return;
	}
	if (p->lists < LISTS_MOST) {
		p->ordered[p->lists] = ordered;
		p->number[p->lists] = 0;
	}
	p->lists++;
}

static void tag(struct page *p, str name, bool opens)
{
	if (is(name, "ul ol menu"))
		list(p, opens, is(name, "ol"));
	else if (is(name, "li") && opens)
		mark_item(p);
	else if (is(name, "br tr dt dd"))
		lines(p, 1);
	else if (is(name, "p div h1 h2 h3 h4 h5 h6 table section article header footer main blockquote pre dl hr form "
			  "nav"))
		lines(p, p->lists ? 1 : 2);
	else if (is(name, "td th"))
		p->blank = true;
	if (opens && is(name, "h1 h2 h3 h4 h5 h6") && !p->lists) {
		buf_add(&p->out, str_head(S("######"), (size_t)(name.p[1] - '0')));
		p->blank = true;
	}
}

static void put_character(struct page *p, uint32_t c)
{
	char b[4];
	if (c < 0x20 || c == 0x7f || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		c = 0xfffd;
	if (c < 0x80) {
		b[0] = (char)c;
		put(p, (str){b, 1});
	} else if (c < 0x800) {
		b[0] = (char)(0xc0 | c >> 6), b[1] = (char)(0x80 | (c & 63));
		put(p, (str){b, 2});
	} else if (c < 0x10000) {
		b[0] = (char)(0xe0 | c >> 12), b[1] = (char)(0x80 | (c >> 6 & 63)), b[2] = (char)(0x80 | (c & 63));
		put(p, (str){b, 3});
	} else {
		b[0] = (char)(0xf0 | c >> 18), b[1] = (char)(0x80 | (c >> 12 & 63));
		b[2] = (char)(0x80 | (c >> 6 & 63)), b[3] = (char)(0x80 | (c & 63));
		put(p, (str){b, 4});
	}
}

static bool number(str digits, uint32_t *c)
{
	bool hex = digits.n && (digits.p[0] | 32) == 'x';
	digits = str_skip(digits, hex);
	*c = 0;
	for (size_t i = 0; i < digits.n; i++) {
		char d = (char)(digits.p[i] | 32);
		int value = str_digit(digits.p[i]) ? d - '0' : hex && d >= 'a' && d <= 'f' ? d - 'a' + 10 : -1;
		if (value < 0 || *c > 0x10ffff)
			return false;
		*c = *c * (hex ? 16 : 10) + (uint32_t)value;
	}
	return digits.n > 0;
}

/* The bytes it takes; 0: it is none, and stands for itself. */
static size_t entity(struct page *p, str text)
{
	static const struct {
		const char *name;
		uint32_t c;
	} known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"ldquo", 0x201c},
		{"rdquo", 0x201d}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ndash", 0x2013}, {"mdash", 0x2014},
		{"hellip", 0x2026}, {"euro", 0x20ac}, {"eacute", 0xe9}, {"ouml", 0xf6}, {"uuml", 0xfc}, {"auml", 0xe4}};
	size_t end = str_chr(str_head(text, ENTITY_MOST), ';');
	uint32_t c;
	if (end == STR_NONE || end < 2)
		return 0;
	str name = str_between(text.p + 1, text.p + end);
	if (str_eq(name, S("nbsp"))) {
		p->blank = true;
		return end + 1;
	}
	if (name.p[0] == '#' && number(str_skip(name, 1), &c)) {
		put_character(p, c);
		return end + 1;
	}
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_eq(name, str_of(known[i].name))) {
			put_character(p, known[i].c);
			return end + 1;
		}
	return 0;
}

/* Past </name>, or the end: a script is not read, nor what stands in it. */
static size_t skip_element(str html, size_t i, str name)
{
	for (; i < html.n; i++) {
		const char *at = memchr(html.p + i, '<', html.n - i);
		if (!at)
			return html.n;
		i = (size_t)(at - html.p);
		str rest = str_skip(html, i + 1);
		if (rest.n > name.n && rest.p[0] == '/' && str_ieq(str_head(str_skip(rest, 1), name.n), name))
			return i;
	}
	return html.n;
}

/* The place behind the tag that stands at i. */
static size_t read_tag(struct page *p, str html, size_t i)
{
	str rest = str_skip(html, i);
	if (str_starts(rest, S("<!--"))) {
		size_t end = str_find(str_skip(rest, 4), S("-->"));
		return end == STR_NONE ? html.n : i + 4 + end + 3;
	}
	bool opens = rest.n < 2 || rest.p[1] != '/';
	size_t from = opens ? 1 : 2, n = 0, end = i + from;
	while (from + n < rest.n && n < TAG_MOST &&
		(str_digit(rest.p[from + n]) || ((rest.p[from + n] | 32) >= 'a' && (rest.p[from + n] | 32) <= 'z')))
		n++;
	for (char quote = 0; end < html.n && (quote || html.p[end] != '>'); end++)
		if (html.p[end] == '"' || html.p[end] == '\'')
			quote = !quote ? html.p[end] : quote == html.p[end] ? 0 : quote;
	str name = n ? str_between(rest.p + from, rest.p + from + n) : S("");
	tag(p, name, opens);
	if (opens && is(name, "script style head template noscript svg"))
		return skip_element(html, end, name);
	return end < html.n ? end + 1 : html.n;
}

static bool begins_tag(str rest)
{
	char c = rest.n > 1 ? rest.p[1] : 0;
	return (c | 32) >= 'a' ? (c | 32) <= 'z' : c == '/' || c == '!' || c == '?';
}

str html_text(struct arena *a, str html)
{
	struct page p = {.out = {0}};
	for (size_t i = 0; i < html.n;) {
		char c = html.p[i];
		size_t n = c == '&' ? entity(&p, str_skip(html, i)) : 0;
		if (c == '<' && begins_tag(str_skip(html, i))) {
			i = read_tag(&p, html, i);
			continue;
		}
		if (!n && (str_blank(c) || str_eol(c) || c == '\f'))
			p.blank = true;
		else if (!n)
			put(&p, str_head(str_skip(html, i), 1));
		i += n ? n : 1;
	}
	lines(&p, 1);
	return arena_take(a, &p.out);
}

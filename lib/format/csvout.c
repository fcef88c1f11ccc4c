#include "format/csvout.h"

#include "format/plain.h"

#define BETWEEN S(" ::: ")

static const char *const before[] = {"name", "sort-name", "aliases", "email", "phone", "url", "im"};
static const char *const behind[] = {"org", "title", "role", "birthday", "anniversary", "died", "tags", "met", "how",
	"cadence", "next", "snooze", "archived", "verified", "closeness", "uid"};
static const char *const places[] = {"street", "postcode", "city", "region", "country"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* +44 20 7946 0958 and --11-23 compute nothing that anybody would come to harm by. */
static bool is_number(str text)
{
	bool digit = false;
	for (size_t i = 0; i < text.n; i++) {
		digit |= str_digit(text.p[i]);
		if (!str_digit(text.p[i]) && (!text.p[i] || !strchr(" +().-", text.p[i])))
			return false;
	}
	return digit;
}

static bool are_numbers(str text)
{
	for (size_t at; (at = str_find(text, BETWEEN)) != STR_NONE; text = str_skip(text, at + BETWEEN.n))
		if (!is_number(str_head(text, at)))
			return false;
	return is_number(text);
}

static bool is_formula(str text)
{
	return text.n && ((unsigned char)text.p[0] < ' ' || strchr("=+-@", text.p[0])) && !are_numbers(text);
}

/* Programs for China, Japan and Korea read these as what they stand for. */
static bool is_wide_formula(str text)
{
	return str_starts(text, S("\357\274\235")) || str_starts(text, S("\357\274\213")) ||
	       str_starts(text, S("\357\274\215")) || str_starts(text, S("\357\274\240"));
}

void csvout_value(struct buf *out, str text)
{
	bool formula = is_formula(text) || is_wide_formula(text),
	     quoted = formula || str_ends(text, S(" ")) || str_starts(text, S(" "));
	for (size_t i = 0; i < text.n && !quoted; i++)
		quoted = text.p[i] == '"' || text.p[i] == ',' || text.p[i] == ';' || str_eol(text.p[i]) ||
			 text.p[i] == '\t';
	if (quoted)
		buf_putc(out, '"');
	if (formula)
		buf_putc(out, '\'');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"')
			buf_putc(out, '"');
		buf_putc(out, text.p[i]);
	}
	if (quoted)
		buf_putc(out, '"');
}

static void put_names(struct buf *out, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (out->n)
			buf_putc(out, ',');
		buf_puts(out, names[i]);
	}
}

void csvout_begin(struct buf *out)
{
	struct buf names = {0};
	put_names(&names, before, COUNT(before));
	put_names(&names, places, COUNT(places));
	put_names(&names, behind, COUNT(behind));
	buf_add(out, buf_str(&names));
	buf_puts(out, "\r\n");
	buf_release(&names);
}

static void put_field(struct buf *out, const struct contact *c, str key)
{
	str text = str_eq(key, S("tags")) ? strs_join(c->arena, plain_tags(c), BETWEEN) : plain_joined(c, key, BETWEEN);
	csvout_value(out, text);
}

/* The same part of each address; an address without it holds its place. */
static void put_places(struct buf *out, const struct contact *c)
{
	struct plain_addresses list = plain_addresses(c);
	for (size_t i = 0; i < COUNT(places); i++) {
		struct strs parts = {0};
		bool any = false;
		for (size_t k = 0; k < list.n; k++) {
			const struct plain_address *p = &list.v[k];
			const str all[] = {p->street, p->postcode, p->city, p->region, p->country};
			strs_add(c->arena, &parts, all[i].p ? all[i] : S(""));
			any |= all[i].n > 0;
		}
		buf_putc(out, ',');
		if (any)
			csvout_value(out, strs_join(c->arena, parts, BETWEEN));
	}
}

void csvout_put(struct buf *out, const struct contact *c)
{
	for (size_t i = 0; i < COUNT(before); i++) {
		if (i)
			buf_putc(out, ',');
		put_field(out, c, str_of(before[i]));
	}
	put_places(out, c);
	for (size_t i = 0; i < COUNT(behind); i++) {
		buf_putc(out, ',');
		put_field(out, c, str_of(behind[i]));
	}
	buf_puts(out, "\r\n");
}

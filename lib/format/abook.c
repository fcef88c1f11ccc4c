#include "format/abook.h"

#include "base/date.h"
#include "format/plain.h"

void abook_begin(struct buf *out)
{
	buf_puts(out, "# abook addressbook file\n\n[format]\nprogram=abook\nversion=0.6.1\n\n");
}

static void put(struct buf *out, const char *key, str text)
{
	if (!text.n)
		return;
	buf_puts(out, key);
	buf_putc(out, '=');
	buf_add(out, text);
	buf_putc(out, '\n');
}

/* Commas part the values of its lists. */
static void put_list(struct arena *a, struct buf *out, const char *key, struct plain_facts facts)
{
	struct strs texts = {0};
	for (size_t i = 0; i < facts.n; i++) {
		struct strs words = {0};
		strs_add_words(a, &words, facts.v[i].text);
		strs_add(a, &texts, strs_join(a, words, S(" ")));
	}
	if (texts.n)
		put(out, key, strs_join(a, texts, S(",")));
}

/* Which of its lines a number belongs to; the last takes those without a label. */
static size_t phone_line(str label)
{
	static const char *const labels[] = {
		" home private main ", " work office business ", " fax homefax workfax ", " mobile cell cellular mob "};
	for (size_t i = 0; i < 4; i++)
		if (label.n && str_listed(labels[i], label))
			return i;
	return 3;
}

static void put_phones(struct buf *out, const struct contact *c)
{
	static const char *const keys[] = {"phone", "workphone", "fax", "mobile"};
	static const size_t next[] = {3, 1, 0, 2};
	struct plain_facts phones = plain_facts(c, S("phone"));
	str lines[4] = {{0}};
	for (size_t i = 0; i < phones.n; i++) {
		size_t line = phone_line(phones.v[i].label);
		for (size_t k = 0; lines[line].n && k < 3; k++)
			line = next[k];
		if (!lines[line].n)
			lines[line] = phones.v[i].text;
	}
	for (size_t i = 0; i < 4; i++)
		put(out, keys[i], lines[i]);
}

static void put_address(struct buf *out, const struct contact *c)
{
	struct plain_addresses list = plain_addresses(c);
	if (!list.n)
		return;
	const struct plain_address *p = &list.v[0];
	put(out, "address", p->street);
	put(out, "address2", p->extra.n ? p->extra : p->box);
	put(out, "city", p->city);
	put(out, "state", p->region);
	put(out, "zip", p->postcode);
	put(out, "country", p->country);
}

/* Its one day: 1990-03-11 or --03-11. */
static void put_day(struct buf *out, const struct contact *c)
{
	struct partial p;
	str text = plain_text(c, S("birthday"));
	if (!text.n || !partial_parse(text, &p) || !p.day)
		return;
	if (p.year)
		buf_printf(out, "anniversary=%04d-%02d-%02d\n", p.year, p.month, p.day);
	else
		buf_printf(out, "anniversary=--%02d-%02d\n", p.month, p.day);
}

/* Given back as they came; else the first two have what abook has no line for. */
static void put_customs(struct buf *out, const struct contact *c)
{
	static const char *const keys[] = {"custom1", "custom2", "custom3", "custom4", "custom5"};
	static const char *const fields[] = {"org", "title"};
	for (size_t i = 0; i < 5; i++) {
		str text = plain_text(c, str_of(keys[i]));
		put(out, keys[i], text.n || i > 1 ? text : plain_text(c, str_of(fields[i])));
	}
}

void abook_put(struct buf *out, size_t number, const struct contact *c)
{
	buf_printf(out, "\n[%zu]\n", number);
	put(out, "name", plain_text(c, S("name")));
	put_list(c->arena, out, "email", plain_emails(c));
	put_address(out, c);
	put_phones(out, c);
	put_list(c->arena, out, "nick", plain_facts(c, S("aliases")));
	put(out, "url", plain_text(c, S("url")));
	put_day(out, c);
	put_customs(out, c);
	buf_putc(out, '\n');
}

#include "format/abook.h"

#include "base/date.h"
#include "format/customs.h"
#include "note/address.h"

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

static void add_fact(struct arena *a, struct plain_facts *list, struct plain_fact fact)
{
	list->v = arena_more(a, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = fact;
}

/* Each of its four lines holds one number of its kind; one of no kind takes the first that is free, but never the fax.
 * *left: those without a line. */
static void put_phones(struct buf *out, const struct contact *c, struct plain_facts *left)
{
	static const struct {
		const char *key;
		enum plain_number number;
	} lines[] = {{"phone", NUMBER_HOME}, {"workphone", NUMBER_WORK}, {"fax", NUMBER_FAX}, {"mobile", NUMBER_CELL}};
	static const size_t free_first[] = {3, 0, 1};
	struct plain_facts phones = plain_facts(c, S("phone"));
	str texts[4] = {{0}};
	for (int any = 0; any < 2; any++) /* those of a kind have the first choice */
		for (size_t i = 0; i < phones.n; i++) {
			enum plain_number number = plain_number(phones.v[i].label);
			size_t line = 4;
			for (size_t k = 0; k < 4 && !any && line == 4; k++)
				line = lines[k].number == number && !texts[k].n ? k : 4;
			for (size_t k = 0; k < 3 && any && !phones.v[i].label.n && line == 4; k++)
				line = texts[free_first[k]].n ? 4 : free_first[k];
			if ((number == NUMBER_ANY) != any)
				continue;
			if (line < 4)
				texts[line] = phones.v[i].text;
			else
				add_fact(c->arena, left, phones.v[i]);
		}
	for (size_t i = 0; i < 4; i++)
		put(out, lines[i].key, texts[i]);
}

static void put_address(struct buf *out, const struct contact *c)
{
	struct plain_addresses list = plain_addresses(c);
	if (!list.n)
		return;
	const struct plain_address *p = &list.v[0];
	put(out, "address", plain_line(c->arena, p->street));
	put(out, "address2", plain_line(c->arena, p->extra.n ? p->extra : p->box));
	put(out, "city", plain_line(c->arena, p->city));
	put(out, "state", plain_line(c->arena, p->region));
	put(out, "zip", plain_line(c->arena, p->postcode));
	put(out, "country", plain_line(c->arena, p->country));
}

/* Its one day: 1990-03-11 or --03-11. false: there is no place for what is known of it. */
static bool put_day(struct buf *out, const struct contact *c)
{
	struct partial p;
	str text = plain_text(c, S("birthday"));
	if (!text.n || !partial_parse(text, &p))
		return true;
	if (!p.day)
		return false;
	if (p.year)
		buf_printf(out, "anniversary=%04d-%02d-%02d\n", p.year, p.month, p.day);
	else
		buf_printf(out, "anniversary=--%02d-%02d\n", p.month, p.day);
	return true;
}

/* What abook has no line for; groups are no tags, because abook 0.6.1 ends itself over them. */
static void put_customs(struct buf *out, const struct contact *c, struct plain_facts phones, bool has_day)
{
	static const char *const keys[] = {"custom1", "custom2", "custom3", "custom4", "custom5"};
	struct plain_facts urls = plain_facts(c, S("url"));
	struct customs s;
	customs_begin(&s, c, sizeof keys / sizeof *keys);
	customs_add(&s, c, S("org"), plain_facts(c, S("org")));
	customs_add(&s, c, S("title"), plain_facts(c, S("title")));
	customs_add(&s, c, S("phone"), phones);
	customs_add(&s, c, S("role"), plain_facts(c, S("role")));
	customs_add(&s, c, S("im"), plain_facts(c, S("im")));
	customs_add_tags(&s, c);
	if (urls.n > 1)
		customs_add(&s, c, S("url"), (struct plain_facts){urls.v + 1, urls.n - 1});
	for (size_t i = 0; i < s.n; i++)
		put(out, keys[i], s.v[i]);
	if (plain_addresses(c).n > 1)
		customs_left(&s, c, "address");
	if (!has_day)
		customs_left(&s, c, "birthday");
	customs_tell(&s, c, "abook");
}

void abook_put(struct buf *out, size_t number, const struct contact *c)
{
	struct plain_facts left = {0};
	buf_printf(out, "\n[%zu]\n", number);
	put(out, "name", plain_text(c, S("name")));
	put_list(c->arena, out, "email", plain_emails(c));
	put_address(out, c);
	put_phones(out, c, &left);
	put_list(c->arena, out, "nick", plain_facts(c, S("aliases")));
	put(out, "url", plain_text(c, S("url")));
	bool has_day = put_day(out, c);
	put(out, "notes", address_text(c->arena, strs_join(c->arena, c->prose, S(" "))));
	put_customs(out, c, left, has_day);
	buf_putc(out, '\n');
}

bool abook_takes(str field)
{
	return str_listed(
		" name sort-name aliases email phone url im address city country org title role birthday tags note "
		"custom1 custom2 custom3 custom4 custom5 ",
		field);
}

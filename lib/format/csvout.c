#include "format/csvout.h"

#include "format/csvcell.h"
#include "format/plain.h"

static const char *const before[] = {"name", "sort-name", "aliases", "email", "phone", "url", "im"};
static const char *const behind[] = {"org", "title", "role", "birthday", "anniversary", "died", "tags", "met", "how",
	"cadence", "next", "snooze", "archived", "verified", "closeness", "uid", "note"};
static const char *const places[] = {"street", "postcode", "city", "region", "country"};
static const char *const last[] = {
	"box", "extra", "address-label", "email-label", "phone-label", "url-label", "im-label"};
static const char *const labelled[] = {"email", "phone", "url", "im"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

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
	put_names(&names, last, COUNT(last));
	buf_add(out, buf_str(&names));
	buf_puts(out, "\r\n");
	buf_release(&names);
}

static void put_value(struct buf *out, str text)
{
	if (out->n && out->p[out->n - 1] != '\n')
		buf_putc(out, ',');
	csvcell_put(out, text);
}

static void put_field(struct buf *out, const struct contact *c, str key)
{
	struct plain_facts facts = plain_facts(c, key);
	struct strs texts = {0};
	if (str_listed(" name note ", key)) { /* there is one */
		bool note = str_eq(key, S("note"));
		put_value(out, note ? strs_join(c->arena, c->prose, S("\n\n")) : plain_text(c, key));
		return;
	}
	for (size_t i = 0; i < facts.n; i++)
		strs_add(c->arena, &texts, facts.v[i].text);
	put_value(out, csvcell_joined(c->arena, str_eq(key, S("tags")) ? plain_tags(c) : texts));
}

static void put_labels(struct buf *out, const struct contact *c, str key)
{
	struct plain_facts facts = plain_facts(c, key);
	struct strs labels = {0};
	for (size_t i = 0; i < facts.n; i++)
		strs_add(c->arena, &labels, plain_line(c->arena, facts.v[i].label));
	put_value(out, csvcell_joined(c->arena, labels));
}

static str part_of(const struct plain_address *p, str name)
{
	const struct {
		const char *name;
		str text;
	} all[] = {{"street", p->street}, {"postcode", p->postcode}, {"city", p->city}, {"region", p->region},
		{"country", p->country}, {"box", p->box}, {"extra", p->extra}, {"address-label", p->label}};
	for (size_t i = 0; i < COUNT(all); i++)
		if (str_eq(name, str_of(all[i].name)))
			return all[i].text;
	return (str){0};
}

/* The same part of each address. */
static void put_part(struct buf *out, const struct contact *c, const struct plain_addresses *list, const char *name)
{
	struct strs parts = {0};
	for (size_t i = 0; i < list->n; i++)
		strs_add(c->arena, &parts, part_of(&list->v[i], str_of(name)));
	put_value(out, csvcell_joined(c->arena, parts));
}

void csvout_put(struct buf *out, const struct contact *c)
{
	struct plain_addresses list = plain_addresses(c);
	for (size_t i = 0; i < COUNT(before); i++)
		put_field(out, c, str_of(before[i]));
	for (size_t i = 0; i < COUNT(places); i++)
		put_part(out, c, &list, places[i]);
	for (size_t i = 0; i < COUNT(behind); i++)
		put_field(out, c, str_of(behind[i]));
	for (size_t i = 0; i < COUNT(last) - COUNT(labelled); i++)
		put_part(out, c, &list, last[i]);
	for (size_t i = 0; i < COUNT(labelled); i++)
		put_labels(out, c, str_of(labelled[i]));
	buf_puts(out, "\r\n");
}

static bool has(const char *const *names, size_t n, str field)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(str_of(names[i]), field))
			return true;
	return false;
}

bool csvout_takes(str field)
{
	return has(before, COUNT(before), field) || has(behind, COUNT(behind), field) ||
	       str_listed(" address city country ", field);
}

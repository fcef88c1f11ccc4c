#include "format/csvrow.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "format/csvcell.h"
#include "format/csvday.h"
#include "note/email.h"
#include "note/vocabulary.h"

struct row {
	struct contact *c;
	struct arena *a;
	const struct csvmap *m;
	struct strs values;
	str file;
	size_t line;
	struct strs given, family; /* and what else a name is made of */
	str name;
	size_t place; /* of the value in its cell */
	struct address {
		struct value **v; /* by place in the cell; NULL: none */
		size_t n;
	} * addresses;         /* by column of the first part */
	long year, month, day; /* of birth */
};

str csvrow_slug(struct arena *a, str url)
{
	size_t at = str_find(url, S("linkedin.com/in/"));
	if (at == STR_NONE)
		return (str){0};
	str rest = str_skip(url, at + S("linkedin.com/in/").n);
	size_t n = 0;
	while (n < rest.n && !strchr("/?#", rest.p[n]))
		n++;
	return n ? utf8_fold(a, str_head(rest, n)) : (str){0};
}

static void add(struct row *r, str key, str label, str text)
{
	contact_add(r->c, key, label, text);
}

static str one_line(struct arena *a, str text)
{
	struct strs words = {0};
	str line;
	while (str_line(&text, &line))
		if (str_trim(line).n)
			strs_add(a, &words, str_trim(line));
	return strs_join(a, words, S(" "));
}

/* Marks that only say which way a number is written. */
static str without_marks(struct arena *a, str text)
{
	struct buf b = {0};
	uint32_t code;
	for (size_t n; text.n; text = str_skip(text, n)) {
		n = utf8_next(text, &code);
		bool mark = n && (code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
					 (code >= 0x2066 && code <= 0x2069));
		n = n ? n : 1;
		if (!mark)
			buf_add(&b, str_head(text, n));
	}
	return arena_take(a, &b);
}

static struct strs values_in(struct row *r, str cell)
{
	return (r->m->own ? csvcell_values : csvcell_parts)(r->a, cell);
}

static str label_of(struct row *r, const struct csvmap_column *c)
{
	if (c->labels < 0 || (size_t)c->labels >= r->values.n)
		return c->label;
	str label = csvcell_at(values_in(r, r->values.v[c->labels]), r->place);
	if (c->own_labels)
		return label;
	if (str_starts(label, S("*")))
		label = str_trim(str_skip(label, 1));
	label = utf8_fold(r->a, label);
	return str_eq(label, S("mobile")) ? S("cell") : label;
}

/* "* myContacts" is Google's own. */
static void add_tags(struct row *r, str text)
{
	str rest = text, tag;
	char separator = str_chr(text, ';') != STR_NONE ? ';' : ',';
	while (str_cut(&rest, separator, &tag))
		if (!str_starts(str_trim(tag), S("*")))
			add(r, S("tags"), (str){0}, tag);
}

static void add_relation(struct row *r, str label, str text)
{
	str rest = text, name;
	if (!contact_is_relation(label))
		label = S("related");
	while (str_cut(&rest, ';', &name)) {
		str link = contact_link(r->a, str_trim(name));
		add(r, link.p ? label : arena_printf(r->a, FMT "-text", ARG(label)), (str){0}, link.p ? link : name);
	}
}

/* 0/0/00 stands for none. */
static bool is_no_day(str text)
{
	bool digits = false;
	for (size_t i = 0; i < text.n; i++) {
		digits = digits || str_digit(text.p[i]);
		if (str_digit(text.p[i]) && text.p[i] != '0')
			return false;
	}
	return digits;
}

static void add_day(struct row *r, str key, str text)
{
	bool unclear = r->m->foreign && csvday_unclear(text);
	str day = unclear ? (str){0} : csvday_read(r->a, text);
	const struct vocabulary *v = vocabulary_find(key);
	if (day.p && (!v || vocabulary_right(v, day)))
		contact_add(r->c, key, (str){0}, day);
	else if (!is_no_day(text)) {
		warn_at(r->file, r->line, 0,
			unclear ? "is the day or the month first? '" FMT "'" : "not a date: '" FMT "'", ARG(text));
		contact_add(r->c, arena_printf(r->a, FMT "-text", ARG(key)), (str){0}, text);
	}
}

static struct value *address_at(struct row *r, struct address *list)
{
	while (list->n <= r->place) {
		list->v = arena_more(r->a, list->v, list->n, sizeof(struct value *));
		list->v[list->n++] = NULL;
	}
	if (!list->v[r->place])
		list->v[r->place] = value_new(r->a, VALUE_MAP, (str){0}, 0);
	return list->v[r->place];
}

/* The parts of one address stand in columns of one label; the same number, in Google's; and in one place of those. */
static void add_part(struct row *r, const struct csvmap_column *c, str part, str text)
{
	size_t dash = str_find(c->folded, S(" - ")), first = (size_t)(c - r->m->v);
	for (size_t i = 0; i < first; i++) {
		const struct csvmap_column *x = &r->m->v[i];
		bool same = r->addresses[i].n &&
			    (dash != STR_NONE ? str_eq(str_head(x->folded, str_find(x->folded, S(" - "))),
							str_head(c->folded, dash))
					      : str_eq(x->label, c->label));
		if (same)
			first = i;
	}
	struct value *map = address_at(r, &r->addresses[first]), *there = value_child(map, part);
	if (there) {
		there->text = arena_printf(r->a, FMT "\n" FMT, ARG(there->text), ARG(text));
		return;
	}
	value_put(map, part, value_new(r->a, VALUE_TEXT, text, 0));
}

static void add_birth(struct row *r, str part, str text)
{
	long n;
	if (!str_long(text, &n) || n < 0 || n > 9999)
		warn_at(r->file, r->line, 0, "not a %s of birth: '" FMT "'", arena_cstr(r->a, part), ARG(text));
	else
		*(str_eq(part, S("year")) ? &r->year : str_eq(part, S("month")) ? &r->month : &r->day) = n;
}

/* A column of theirs stays under its name; one that nt would misread, with the name of the program. */
str csvrow_key(struct arena *a, const struct csvmap *m, str folded)
{
	struct buf b = {0};
	uint32_t code;
	for (size_t n; folded.n; folded = str_skip(folded, n)) {
		n = utf8_next(folded, &code);
		n = n ? n : 1;
		if (utf8_alnum(folded))
			buf_add(&b, str_head(folded, n));
		else if (b.n && b.p[b.n - 1] != '-')
			buf_putc(&b, '-');
	}
	while (b.n && b.p[b.n - 1] == '-')
		b.n--;
	str key = arena_take(a, &b);
	if (!key.n || vocabulary_find(key) || str_listed(" private vcard photo ", key) || str_starts(key, S("nt-")))
		key = arena_printf(a, "%s-" FMT, csvmap_source_name(m->source), ARG(key));
	return key;
}

/* What Outlook writes for everybody. */
bool csvrow_says_nothing(const struct csvmap *m, const struct csvmap_column *c, str text)
{
	static const char *const nothing[] = {
		"Aus", "Falsch", "Keine Angabe", "Faux", "Normale", "Non spécifié", "Falso", "Sin especificar"};
	if (m->source != SOURCE_OUTLOOK)
		return false;
	for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
		if (str_eq(text, str_of(nothing[i])) && str_listed(" priority private sensitivity gender ", c->meant))
			return true;
	return str_listed(" Normal False Unspecified SMTP ", text) || str_listed(" initials account ", c->meant);
}

/* Programs of handles by the schemes of their addresses, where that is not their name. */
static str scheme_of(struct arena *a, str service)
{
	static const char *const schemes[][2] = {
		{"jabber", "xmpp"}, {"googletalk", "xmpp"}, {"yahoo", "ymsgr"}, {"msn", "msnim"}};
	str name = utf8_letters(a, utf8_fold(a, service));
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (str_eq(name, str_of(schemes[i][0])))
			return str_of(schemes[i][1]);
	return name;
}

/* A handle with the scheme of its program, if another column names that. */
static str served(struct row *r, const struct csvmap_column *c, str text)
{
	if (c->services < 0 || (size_t)c->services >= r->values.n || str_chr(text, ':') != STR_NONE)
		return text;
	str scheme = scheme_of(r->a, csvcell_at(values_in(r, r->values.v[c->services]), r->place));
	return scheme.n ? arena_printf(r->a, FMT ":" FMT, ARG(scheme), ARG(text)) : text;
}

/* Without marks in a number, and in an address of LinkedIn what only tells where it was found. */
static str cleaned(struct row *r, const struct csvmap_column *c, str text)
{
	size_t query = str_chr(text, '?');
	if (str_eq(c->field, S("phone")))
		return without_marks(r->a, text);
	if (str_eq(c->field, S("im")))
		return served(r, c, text);
	return str_eq(c->label, S("linkedin")) && query != STR_NONE ? str_head(text, query) : text;
}

/* "a@b.org; c@d.org", "Cy <c@d.org>": the addresses; what is none of these stays as it is. */
static void add_emails(struct row *r, str label, str text)
{
	struct emails list = r->m->own ? (struct emails){0} : email_read(r->a, text);
	for (size_t i = 0; i < list.n; i++)
		add(r, S("email"), label.n ? label : list.v[i].label, list.v[i].address);
	if (!list.n)
		add(r, S("email"), label, text);
}

static void add_value(struct row *r, const struct csvmap_column *c, str text)
{
	str field = c->field, label = label_of(r, c);
	const struct vocabulary *v = vocabulary_find(field);
	if (!field.n) {
		if (!csvrow_says_nothing(r->m, c, text))
			add(r, csvrow_key(r->a, r->m, c->folded), (str){0}, text);
	} else if (str_eq(field, S("name")))
		r->name = text;
	else if (str_eq(field, S("family")))
		strs_add(r->a, &r->family, text);
	else if (str_listed(" given middle ", field))
		strs_add(r->a, &r->given, text);
	else if (str_listed(" prefix suffix ", field))
		add(r, arena_printf(r->a, "name-" FMT, ARG(field)), (str){0}, text);
	else if (str_eq(field, S("note")))
		strs_add(r->a, &r->c->prose, text);
	else if (str_eq(field, S("tags")))
		add_tags(r, text);
	else if (str_eq(field, S("relation")))
		add_relation(r, label, text);
	else if (str_eq(field, S("event")) && !str_listed(" birthday anniversary ", label))
		add(r, csvrow_key(r->a, r->m, label.n ? label : S("event")), (str){0}, text);
	else if (str_eq(field, S("event")))
		add_day(r, label, text);
	else if (str_eq(field, S("custom")))
		add(r, csvrow_key(r->a, r->m, label.n ? label : c->folded), (str){0}, text);
	else if (str_eq(field, S("address")) && r->m->source == SOURCE_LDIF) /* of lines */
		add(r, field, label, text);
	else if (str_starts(field, S("address.")))
		add_part(r, c, str_skip(field, 8), text);
	else if (str_starts(field, S("birth.")))
		add_birth(r, str_skip(field, 6), text);
	else if (v && (v->type == TYPE_DATE || v->type == TYPE_DAY))
		add_day(r, field, text);
	else if (str_eq(field, S("email")))
		add_emails(r, label, one_line(r->a, text));
	else
		add(r, field, v && (v->flags & IS_SEVERAL) ? label : (str){0}, cleaned(r, c, one_line(r->a, text)));
}

static void add_column(struct row *r, size_t i)
{
	str cell = r->values.v[i];
	size_t twin = r->m->v[i].twin;
	if (twin && str_eq(str_trim(cell), str_trim(r->values.v[twin - 1])))
		return;
	if (r->m->source == SOURCE_CSV)
		cell = csvcell_unguarded(str_trim(cell));
	struct strs values = r->m->v[i].joined ? values_in(r, cell) : strs_with(r->a, (struct strs){0}, str_trim(cell));
	for (r->place = 0; r->place < values.n; r->place++)
		if (values.v[r->place].n)
			add_value(r, &r->m->v[i], values.v[r->place]);
}

static str name_of(struct row *r)
{
	struct strs words = {0};
	str name = one_line(r->a, r->name), given = one_line(r->a, strs_join(r->a, r->given, S(" "))),
	    family = one_line(r->a, strs_join(r->a, r->family, S(" ")));
	if (given.n)
		strs_add(r->a, &words, given);
	if (family.n)
		strs_add(r->a, &words, family);
	return name.n ? name : strs_join(r->a, words, S(" "));
}

/* Where the last word is not the family name. */
static str sort_name_of(struct row *r, str name)
{
	str given = one_line(r->a, strs_join(r->a, r->given, S(" "))),
	    family = one_line(r->a, strs_join(r->a, r->family, S(" ")));
	size_t blank = str_rchr(name, ' '), comma = str_find(family, S(", ")); /* Lovelace, PhD */
	family = str_head(family, comma == STR_NONE ? family.n : comma);
	bool plain = blank != STR_NONE && str_eq(str_skip(name, blank + 1), family);
	return !family.n || !given.n || plain ? (str){0} : arena_printf(r->a, FMT ", " FMT, ARG(family), ARG(given));
}

static void finish_row(struct row *r)
{
	for (size_t i = 0; i < r->m->n; i++)
		for (r->place = 0; r->place < r->addresses[i].n; r->place++)
			if (r->addresses[i].v[r->place])
				contact_add_value(
					r->c, S("address"), label_of(r, &r->m->v[i]), r->addresses[i].v[r->place]);
	if (r->month >= 1 && r->month <= 12 && r->day >= 1 && r->day <= 31)
		add_day(r, S("birthday"),
			r->year ? arena_printf(r->a, "%04ld-%02ld-%02ld", r->year, r->month, r->day)
				: arena_printf(r->a, "--%02ld-%02ld", r->month, r->day));
	else if (r->year && !r->day)
		add_day(r, S("birthday"),
			r->month >= 1 && r->month <= 12 ? arena_printf(r->a, "%04ld-%02ld", r->year, r->month)
							: arena_printf(r->a, "%04ld", r->year));
}

bool csvrow_read(struct contact *c, const struct csvmap *m, struct strs values, str file, size_t line)
{
	static const char *const instead[] = {"org", "email", "phone", "im", "url"}; /* of a name, as in a vCard */
	struct contact fields;
	contact_begin(&fields, c->arena);
	struct row r = {.c = &fields, .a = c->arena, .m = m, .values = values, .file = file, .line = line};
	r.addresses = arena_array(r.a, m->n + 1, sizeof *r.addresses);
	for (size_t i = 0; i < m->n && i < values.n; i++)
		if (!m->v[i].skip)
			add_column(&r, i);
	finish_row(&r);
	str name = name_of(&r), slug = (str){0};
	for (size_t i = 0; i < m->n && i < values.n && !slug.p; i++)
		slug = csvrow_slug(r.a, values.v[i]);
	for (size_t i = 0; i < sizeof instead / sizeof *instead && !name.n && m->source != SOURCE_LINKEDIN; i++)
		name = one_line(r.a, contact_text(&fields, str_of(instead[i])));
	if (!name.n)
		return false;
	contact_add(c, S("name"), (str){0}, name);
	contact_add(c, S("sort-name"), (str){0}, sort_name_of(&r, name));
	if (slug.n && !contact_field(&fields, S("uid")))
		contact_add(c, S("uid"), (str){0}, arena_printf(r.a, "linkedin:" FMT, ARG(slug)));
	for (struct value *v = fields.front->first, *next; v; v = next) {
		next = v->next;
		v->next = NULL;
		if (!contact_field(c, v->key))
			contact_set(c, v->key, v);
	}
	c->prose = fields.prose;
	return true;
}

#include "format/csvfile.h"

#include "base/charset.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "format/csvmap.h"
#include "format/csvrow.h"
#include "format/linkedin.h"
#include <stdio.h>

#define HEADER_ROWS 30 /* in which the header is looked for */
#define KEPT_MOST   30 /* columns that are told, of those that no field takes */
#define NAMED_MOST  10 /* lines that are told, of rows left out */
#define HEAD        ((size_t)64 << 10)

struct table {
	struct import *in;
	struct csv csv;
	struct arena arena; /* of a row */
	struct csvmap map;  /* in the import's keep */
	struct linkedin *linkedin;
	bool *kept;                          /* by column: some row has a value that no field takes */
	size_t nobody, nobodies[NAMED_MOST]; /* rows without a name, and the lines of the first */
};

static struct strs guessed(struct arena *a, struct strs values)
{
	for (size_t i = 0; i < values.n; i++)
		values.v[i] = charset_guessed(a, values.v[i]);
	return values;
}

/* The header: the first row that is one; a single column can be called anything, and is one only in the first. *first:
 * the first row of all, to be told. linkedin: it is that of messages or invitations. */
static bool find_header(
	struct csv *c, struct arena *a, struct strs said, struct csvmap *map, struct strs *header, struct strs *first)
{
	for (int i = 0; i < HEADER_ROWS && csv_next(c, a, header) == CSV_RECORD_READ; i++) {
		*header = guessed(a, *header);
		*first = i ? *first : *header;
		if (linkedin_header(a, *header) || ((!i || header->n > 1) && csvmap_read(a, *header, said, map)))
			return true;
	}
	return false;
}

/* Its first two rows have as many values: a table, whatever its columns are. */
static bool is_table(struct csv c, struct arena *a)
{
	struct strs one, two;
	return csv_next(&c, a, &one) == CSV_RECORD_READ && one.n > 1 && csv_next(&c, a, &two) == CSV_RECORD_READ &&
	       one.n == two.n;
}

bool csvfile_likely(str head)
{
	struct arena a = {0};
	struct csvmap map;
	struct strs first = {0}, header;
	head = charset_marked(&a, head);
	struct csv c, start;
	csv_begin(&c, head, head.n < HEAD);
	start = c;
	bool found = !import_is_note(head) &&
		     (find_header(&c, &a, (struct strs){0}, &map, &header, &first) || is_table(start, &a));
	arena_release(&a);
	return found;
}

bool csvfile_is_linkedin(str head)
{
	struct arena a = {0};
	struct strs values;
	bool found = false;
	head = charset_marked(&a, head);
	struct csv c;
	csv_begin(&c, head, head.n < HEAD);
	for (int i = 0; i < HEADER_ROWS && !found && csv_next(&c, &a, &values) == CSV_RECORD_READ; i++)
		found = linkedin_header(&a, guessed(&a, values));
	arena_release(&a);
	return found;
}

/* Each column of the header with the field it may be. */
static str proposal(struct import *in, struct strs header)
{
	struct csvmap map;
	struct strs words = {0};
	csvmap_read(&in->keep, header, (struct strs){0}, &map);
	for (size_t i = 0; i < map.n; i++)
		strs_add(&in->keep, &words,
			arena_printf(&in->keep, FMT "=" FMT, ARG(map.v[i].name),
				ARG(map.v[i].field.n ? map.v[i].field : S("FIELD"))));
	return words.n ? strs_join(&in->keep, words, S(",")) : S("COLUMN=FIELD");
}

/* Until the header, with as much of the file as that takes. */
static bool begin(struct table *t)
{
	struct import *in = t->in;
	str head = import_head(in, HEAD), all = buf_str(&in->bytes), whole = charset_marked(&in->keep, all);
	struct strs first = {0}, header = {0};
	bool utf16 = whole.n && (whole.p < all.p || whole.p > all.p + all.n);
	csv_begin(&t->csv, utf16 ? charset_marked(&in->keep, import_all(in)) : whole, utf16 || head.n < HEAD);
	struct csv c = t->csv;
	if (find_header(&c, &in->keep, in->columns, &t->map, &header, &first)) {
		t->linkedin = linkedin_begin(in, header);
		t->csv = c;
		return true;
	}
	warn(FMT ": which column is what cannot be told; say it: -m '" FMT "'", ARG(in->file),
		ARG(proposal(in, first)));
	return false;
}

static bool is_empty(struct strs values)
{
	for (size_t i = 0; i < values.n; i++)
		if (str_trim(values.v[i]).n)
			return false;
	return true;
}

static void mark_kept(struct table *t, struct strs values)
{
	for (size_t i = 0; i < t->map.n && i < values.n; i++) {
		const struct csvmap_column *c = &t->map.v[i];
		str text = str_trim(values.v[i]);
		t->kept[i] |= text.n && !c->field.n && !c->skip && !c->twin && c->folded.n &&
			      !csvrow_says_nothing(&t->map, c, text);
	}
}

static void count_nobody(struct table *t)
{
	if (t->nobody < NAMED_MOST)
		t->nobodies[t->nobody] = t->csv.at;
	t->nobody++;
}

static void read_row(struct table *t, struct strs values)
{
	struct import *in = t->in;
	values = guessed(&t->arena, values);
	if (t->csv.unclosed)
		warn_at(in->file, t->csv.at, 0, "a quote that does not close: read as a letter");
	if (values.n > t->map.n && !t->linkedin)
		warn_at(in->file, t->csv.at, 0, "%zu values for %zu columns: what is more is left out", values.n,
			t->map.n);
	if (t->linkedin) {
		if (!linkedin_row(t->linkedin, values, t->csv.at))
			count_nobody(t);
		return;
	}
	if (is_empty(values))
		return;
	struct contact c = import_begin(in);
	if (csvrow_read(&c, &t->map, values, in->file, t->csv.at)) {
		mark_kept(t, values);
		contact_said(&c, str_of(csvmap_source_name(t->map.source)));
		import_give(in, &c);
	} else {
		count_nobody(t);
	}
}

static void say_twins(const struct table *t)
{
	for (size_t i = 0; i < t->map.n; i++) {
		const struct csvmap_column *c = &t->map.v[i];
		if (c->twin && str_eq(c->folded, t->map.v[c->twin - 1].folded))
			hint(FMT ": columns %zu and %zu are both called '" FMT "': both are read", ARG(t->in->file),
				c->twin, i + 1, ARG(c->name));
		else if (c->twin)
			hint(FMT ": columns %zu and %zu are both called '" FMT "': the second is kept as '" FMT "'",
				ARG(t->in->file), c->twin, i + 1, ARG(c->name),
				ARG(csvrow_key(&t->in->keep, &t->map, c->folded)));
	}
}

/* Those that no field takes, each with the key it stands under, where that is not its name. */
static void say_kept(const struct table *t)
{
	struct arena *a = &t->in->keep;
	struct strs names = {0};
	str first = {0};
	for (size_t i = 0; i < t->map.n; i++) {
		const struct csvmap_column *c = &t->map.v[i];
		if (!t->kept[i])
			continue;
		if (names.n == KEPT_MOST) {
			strs_add(a, &names, S("..."));
			break;
		}
		str key = csvrow_key(a, &t->map, c->folded);
		bool same = str_eq(utf8_letters(a, key), utf8_letters(a, c->folded));
		strs_add(a, &names, same ? c->name : arena_printf(a, FMT " (as " FMT ")", ARG(c->name), ARG(key)));
		first = first.p ? first : c->name;
	}
	if (names.n)
		hint(FMT ": columns that no field takes, kept under their names: " FMT "; -m '" FMT
			 "=FIELD' reads one, '" FMT "=' leaves it out",
			ARG(t->in->file), ARG(strs_join(a, names, S(", "))), ARG(first), ARG(first));
}

static void say_nobody(const struct table *t)
{
	bool hid = t->linkedin || t->map.source == SOURCE_LINKEDIN;
	const char *who = hid ? "who hid their name" : "without a name, org, address or number";
	char lines[NAMED_MOST * 24] = "";
	if (!t->nobody)
		return;
	for (size_t i = 0, at = 0; i < t->nobody && i < NAMED_MOST; i++)
		at += (size_t)snprintf(lines + at, sizeof lines - at, "%s%zu", i ? ", " : "", t->nobodies[i]);
	hint(FMT ":%zu: rows %s, left out: %zu, in line %s%s", ARG(t->in->file), t->nobodies[0], who, t->nobody, lines,
		t->nobody > NAMED_MOST ? ", ..." : "");
}

void csvfile_import(struct import *in)
{
	struct table t = {.in = in};
	struct strs values;
	if (!begin(&t)) {
		in->failed = true;
		return;
	}
	str missing = t.linkedin ? (str){0} : csvmap_missing(&in->keep, &t.map, in->columns);
	if (missing.p)
		warn(FMT ": no column is called '" FMT "'", ARG(in->file), ARG(missing));
	if (!t.linkedin)
		say_twins(&t);
	t.kept = arena_array(&in->keep, t.map.n + 1, sizeof *t.kept);
	for (enum csv_result result; (result = csv_next(&t.csv, &t.arena, &values)) != CSV_END;) {
		if (result == CSV_RECORD_READ)
			read_row(&t, values);
		else
			t.csv.last = !import_more(in, t.csv.rest.p ? t.csv.rest : S(""), &t.csv.rest);
		arena_reset(&t.arena);
	}
	if (t.linkedin)
		linkedin_end(t.linkedin);
	say_kept(&t);
	say_nobody(&t);
	arena_release(&t.arena);
}

#include "format/friendsfile.h"

#include "base/charset.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/sorted.h"

#define AKA S(" a.k.a. ")

struct person {
	str name;
	struct strs aliases, tags, entries;
	str place;
	const char *kind; /* NULL: a person */
};

struct reading {
	struct import *in;
	struct arena *a; /* of the file */
	struct person **v;
	size_t n;
	struct map known; /* by name */
};

bool friendsfile_likely(str head)
{
	str line;
	bool found = false;
	while (!found && str_line(&head, &line))
		found = str_eq(str_trim(line), S("### Activities:")) || str_eq(str_trim(line), S("### Friends:"));
	return found;
}

static struct person *person_of(struct reading *r, str name)
{
	struct person *p = map_get(&r->known, name);
	if (p)
		return p;
	p = arena_alloc(r->a, sizeof *p);
	p->name = name;
	map_put(&r->known, name, p);
	r->v = arena_more(r->a, r->v, r->n, sizeof(struct person *));
	return r->v[r->n++] = p;
}

/* **Grace Hopper** -> [[Grace Hopper]]; names: of them, each once. */
static str linked(struct reading *r, str text, struct strs *names)
{
	struct buf b = {0};
	for (size_t at; (at = str_find(text, S("**"))) != STR_NONE;) {
		str rest = str_skip(text, at + 2);
		size_t end = str_find(rest, S("**"));
		buf_add(&b, str_head(text, at));
		if (end == STR_NONE || !str_trim(str_head(rest, end)).n) {
			buf_puts(&b, "**");
			text = rest;
			continue;
		}
		str name = str_trim(str_head(rest, end));
		if (!strs_has(*names, name))
			strs_add(r->a, names, name);
		buf_printf(&b, "[[" FMT "]]", ARG(name));
		text = str_skip(rest, end + 2);
	}
	buf_add(&b, text);
	return arena_take(r->a, &b);
}

/* 2018-11-01: text */
static void read_activity(struct reading *r, str line, bool note, size_t number)
{
	date day;
	struct strs names = {0};
	size_t n = date_prefix(line, &day);
	if (!n || n >= line.n || line.p[n] != ':') {
		warn_at(r->in->file, number, 0, "no day and colon, left out: '" FMT "'", ARG(str_head(line, 40)));
		return;
	}
	str text = linked(r, str_trim(str_skip(line, n + 1)), &names), iso = str_head(line, n);
	str entry = arena_printf(r->a, FMT "%s " FMT, ARG(iso), note ? " note:" : "", ARG(text));
	for (size_t i = 0; i < names.n; i++)
		strs_add(r->a, &person_of(r, names.v[i])->entries, entry);
	if (names.n)
		return;
	struct person *journal = person_of(r, iso);
	journal->kind = "journal";
	strs_add(r->a, &journal->entries, entry);
}

static void read_aliases(struct reading *r, struct person *p, str text)
{
	if (str_starts(text, S("a.k.a. ")))
		text = str_skip(text, 7);
	for (size_t at; text.n; text = at == STR_NONE ? (str){0} : str_skip(text, at + AKA.n)) {
		at = str_find(text, AKA);
		strs_add(r->a, &p->aliases, str_trim(str_head(text, at == STR_NONE ? text.n : at)));
	}
}

/* Takes what stands between the two off the line. */
static str take_between(struct arena *a, str *line, char opens, char closes)
{
	size_t from = str_chr(*line, opens), end = from == STR_NONE ? STR_NONE : str_chr(str_skip(*line, from), closes);
	if (end == STR_NONE)
		return (str){0};
	str inner = (str){line->p + from + 1, end - 1};
	*line = arena_join(a, str_head(*line, from), str_skip(*line, from + end + 1));
	return inner;
}

static void take_tags(struct reading *r, struct person *p, str *line)
{
	for (size_t at; (at = str_find(*line, S(" @"))) != STR_NONE;) {
		str rest = str_skip(*line, at + 2), tag;
		str_cut(&rest, ' ', &tag);
		char *copy = arena_cstr(r->a, tag);
		for (size_t i = 0; i < tag.n; i++)
			copy[i] = copy[i] == ':' ? '/' : copy[i];
		strs_add(r->a, &p->tags, (str){copy, tag.n});
		*line = rest.p ? arena_printf(r->a, FMT " " FMT, ARG(str_head(*line, at)), ARG(rest))
			       : str_head(*line, at);
	}
}

/* Grace Hopper (a.k.a. The Admiral) [Paris] @navy @science */
static void read_friend(struct reading *r, str line, size_t number)
{
	struct person read = {.name = {0}};
	take_tags(r, &read, &line);
	read.place = take_between(r->a, &line, '[', ']');
	str aliases = take_between(r->a, &line, '(', ')');
	if (!str_trim(line).n) {
		warn_at(r->in->file, number, 0, "a friend without a name: left out");
		return;
	}
	struct person *p = person_of(r, str_trim(line));
	p->tags = read.tags;
	p->place = str_trim(read.place);
	read_aliases(r, p, aliases);
}

/* Of a name alone those who are there, or went there, tell. */
static void read_place(struct reading *r, str line)
{
	str aliases = take_between(r->a, &line, '(', ')');
	if (!aliases.n || !str_trim(line).n)
		return;
	struct person *p = person_of(r, str_trim(line));
	p->kind = "place";
	read_aliases(r, p, aliases);
}

/* The newest first, as activities and notes each stand in the file. */
static int by_day(const void *x, const void *y)
{
	return str_cmp(str_head(*(const str *)y, 10), str_head(*(const str *)x, 10));
}

static void give(struct reading *r, const struct person *p)
{
	struct contact c = import_begin(r->in);
	contact_add(&c, S("name"), (str){0}, p->name);
	if (p->kind)
		contact_add(&c, S("kind"), (str){0}, str_of(p->kind));
	for (size_t i = 0; i < p->aliases.n; i++)
		contact_add(&c, S("aliases"), (str){0}, p->aliases.v[i]);
	contact_add(&c, S("city"), (str){0}, p->place);
	for (size_t i = 0; i < p->tags.n; i++)
		contact_add(&c, S("tags"), (str){0}, p->tags.v[i]);
	sorted_sort(p->entries.v, p->entries.n, sizeof *p->entries.v, by_day);
	c.entries = p->entries;
	if (!p->kind)
		contact_said(&c, S("friends"));
	import_give(r->in, &c);
}

void friendsfile_import(struct import *in)
{
	struct reading r = {.in = in, .a = &in->keep};
	char section = 0;
	str rest = charset_marked(&in->keep, import_all(in)), line;
	for (size_t number = 1; str_line(&rest, &line); number++) {
		line = charset_guessed(r.a, str_trim(line));
		if (str_starts(line, S("### ")))
			section = line.n > 4 ? line.p[4] : 0;
		else if (str_starts(line, S("- ")) && (section == 'A' || section == 'N'))
			read_activity(&r, str_trim(str_skip(line, 2)), section == 'N', number);
		else if (str_starts(line, S("- ")) && section == 'F')
			read_friend(&r, str_trim(str_skip(line, 2)), number);
		else if (str_starts(line, S("- ")) && section == 'L')
			read_place(&r, str_trim(str_skip(line, 2)));
		else if (line.n)
			warn_at(in->file, number, 0, "in no section, left out: '" FMT "'", ARG(str_head(line, 40)));
	}
	for (size_t i = 0; i < r.n; i++)
		give(&r, r.v[i]);
	map_release(&r.known);
}

#include "format/friendsfile.h"

#include "base/charset.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "format/friendsline.h"

enum part { PART_NONE, PART_ACTIVITIES, PART_NOTES, PART_FRIENDS, PART_LOCATIONS };

struct person {
	str name, city;
	struct strs aliases, tags, entries;
	size_t last;      /* the activity that was theirs last, from 1 */
	const char *kind; /* journal: what names nobody on that day; place; NULL: a person */
};

struct activity {
	date day;
	str text;
	bool is_note;
	size_t at; /* in the file, from 1 */
};

struct friends_reading {
	struct import *in;
	struct arena *a;
	struct map known; /* persons by name and nickname, folded */
	struct person **people;
	size_t people_count;
	struct activity *activities;
	size_t activity_count;
	struct map used;    /* places that an activity or a friend names, folded */
	struct strs places; /* of the list, by one name */
	struct map days;    /* those that are days */
};

static const struct {
	const char *heading;
	enum part part;
} headings[] = {{"### Activities:", PART_ACTIVITIES}, {"### Notes:", PART_NOTES}, {"### Friends:", PART_FRIENDS},
	{"### Locations:", PART_LOCATIONS}};

static enum part part_of(str line)
{
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
		if (str_eq(line, str_of(headings[i].heading)))
			return headings[i].part;
	return PART_NONE;
}

bool friendsfile_likely(str head)
{
	struct arena a = {0};
	str rest = charset_marked(&a, head), line = {0};
	while (str_line(&rest, &line) && !str_trim(line).n)
		;
	bool is = part_of(str_trim(line)) != PART_NONE;
	arena_release(&a);
	return is;
}

static struct person *add_person(struct friends_reading *r, str name)
{
	struct person *p = arena_alloc(r->a, sizeof *p);
	p->name = name;
	r->people = arena_more(r->a, r->people, r->people_count, sizeof(struct person *));
	return r->people[r->people_count++] = p;
}

static void add_known(struct friends_reading *r, str name, struct person *p)
{
	str folded = utf8_fold(r->a, name);
	if (!map_get(&r->known, folded))
		map_put(&r->known, folded, p);
}

static void use_place(struct friends_reading *r, str place)
{
	map_put(&r->used, utf8_fold(r->a, str_trim(place)), r);
}

static void read_friend(struct friends_reading *r, str text, size_t line)
{
	struct friendsline l = friendsline_read(r->a, text);
	for (size_t i = 0; i < l.others.n; i++)
		warn_at(r->in->file, line, 0, "no nickname, place or tag, left out: '" FMT "'", ARG(l.others.v[i]));
	if (!l.name.n) {
		warn_at(r->in->file, line, 0, "a friend without a name, left out: '" FMT "'", ARG(text));
		return;
	}
	struct person *p = add_person(r, l.name);
	p->aliases = l.aliases;
	p->tags = l.tags;
	p->city = l.city;
	if (p->city.n)
		use_place(r, p->city);
	add_known(r, l.name, p);
}

/* A name goes before a nickname. */
static void add_nicknames(struct friends_reading *r)
{
	for (size_t i = 0; i < r->people_count; i++)
		for (size_t k = 0; !r->people[i]->kind && k < r->people[i]->aliases.n; k++)
			add_known(r, r->people[i]->aliases.v[k], r->people[i]);
}

static void read_activity(struct friends_reading *r, str text, bool is_note, size_t line)
{
	date day;
	size_t n = date_prefix(text, &day);
	str rest = str_skip(text, n + str_starts(str_skip(text, n), S(":")));
	if (!n || !str_trim(rest).n) {
		warn_at(r->in->file, line, 0, "not a day and a text, left out: '" FMT "'", ARG(str_head(text, 40)));
		return;
	}
	r->activities = arena_more(r->a, r->activities, r->activity_count, sizeof *r->activities);
	struct activity read = {.day = day, .text = str_trim(rest), .is_note = is_note, .at = r->activity_count + 1};
	r->activities[r->activity_count++] = read;
}

static void add_place(struct friends_reading *r, str name, struct strs aliases)
{
	struct person *p = add_person(r, name);
	p->kind = "place";
	p->aliases = aliases;
}

/* One with other names is a note; else those tell of it who are there or went there. */
static void read_place(struct friends_reading *r, str text, size_t line)
{
	struct friendsline l = friendsline_read(r->a, text);
	if (!l.name.n)
		warn_at(r->in->file, line, 0, "a place without a name, left out: '" FMT "'", ARG(text));
	else if (l.aliases.n)
		add_place(r, l.name, l.aliases);
	else
		strs_add(r->a, &r->places, l.name);
}

static void read_line(struct friends_reading *r, enum part part, str text, size_t line)
{
	bool item = str_starts(text, S("- "));
	str rest = str_trim(str_skip(text, item ? 2 : 0));
	if (!item || part == PART_NONE)
		warn_at(r->in->file, line, 0, "no line of friends, left out: '" FMT "'", ARG(str_head(text, 40)));
	else if (part == PART_FRIENDS)
		read_friend(r, rest, line);
	else if (part == PART_LOCATIONS)
		read_place(r, rest, line);
	else
		read_activity(r, rest, part == PART_NOTES, line);
}

/* Whom **this** is about; NULL: nobody. Who is in no list of friends is somebody if it has a capital. */
static struct person *named(struct friends_reading *r, str name)
{
	struct person *p = map_get(&r->known, utf8_fold(r->a, name));
	if (p || !utf8_capital(name) || !contact_link(r->a, name).p)
		return p;
	p = add_person(r, name);
	add_known(r, name, p);
	return p;
}

struct telling {
	struct buf text; /* with links */
	struct person **people;
	size_t people_count;
};

static void add_named(struct friends_reading *r, struct telling *t, str name, size_t at)
{
	struct person *p = named(r, name);
	str link = p ? contact_link(r->a, name) : (str){0};
	buf_add(&t->text, link.p ? link : arena_printf(r->a, "**" FMT "**", ARG(name)));
	if (!p || p->last == at)
		return;
	p->last = at;
	t->people = arena_more(r->a, t->people, t->people_count, sizeof(struct person *));
	t->people[t->people_count++] = p;
}

static void tell(struct friends_reading *r, struct telling *t, str text, size_t at)
{
	while (text.n) {
		size_t open = str_find(text, S("**"));
		str inner = str_skip(text, open == STR_NONE ? text.n : open + 2);
		size_t close = str_find(inner, S("**"));
		str name = str_head(inner, close);
		buf_add(&t->text, str_head(text, open));
		if (open == STR_NONE)
			return;
		if (close == STR_NONE || !name.n || str_trim(name).n < name.n || str_chr(name, '*') != STR_NONE) {
			buf_puts(&t->text, "**");
			text = inner;
			continue;
		}
		add_named(r, t, name, at);
		text = str_skip(inner, close + 2);
	}
}

static bool is_word(str s, size_t at)
{
	return at < s.n && utf8_alnum(str_skip(s, at));
}

/* _Paris_ */
static void use_places(struct friends_reading *r, str text)
{
	for (size_t i = 0; i < text.n; i++) {
		size_t n = text.p[i] == '_' ? str_chr(str_skip(text, i + 1), '_') : STR_NONE;
		if (n == STR_NONE || (i && is_word(text, i - 1)))
			continue;
		use_place(r, str_head(str_skip(text, i + 1), n));
		i += n + 1;
	}
}

/* "[[Ada]]: call>: x", as nt-export writes an entry of hers that does not name her: without her. */
static void without_name(const struct telling *t, str *text)
{
	size_t end = str_find(*text, S("]]: "));
	if (t->people_count == 1 && str_starts(*text, S("[[")) && end != STR_NONE &&
		str_find(str_skip(*text, 2), S("[[")) == STR_NONE)
		*text = str_trim(str_skip(*text, end + 4));
}

static struct person *day_of(struct friends_reading *r, str day)
{
	struct person *p = map_get(&r->days, day);
	if (!p) {
		p = add_person(r, day);
		p->kind = "journal";
		map_put(&r->days, day, p);
	}
	return p;
}

static void add_entry(struct friends_reading *r, struct activity *x)
{
	char iso[DATE_TEXT];
	struct telling t = {0};
	tell(r, &t, x->text, x->at);
	use_places(r, x->text);
	str text = arena_take(r->a, &t.text), day = arena_dup(r->a, str_of(date_text(x->day, iso)));
	without_name(&t, &text);
	bool time = text.n && str_digit(text.p[0]); /* or what would be read as one */
	str entry = arena_printf(r->a, FMT "%s " FMT, ARG(day), x->is_note ? " note:" : time ? ":" : "", ARG(text));
	for (size_t i = 0; i < t.people_count; i++)
		strs_add(r->a, &t.people[i]->entries, entry);
	if (!t.people_count)
		strs_add(r->a, &day_of(r, day)->entries, entry);
}

/* The newest first, as activities and notes each stand in the file. */
static int by_day(const void *x, const void *y)
{
	date a = ((const struct activity *)x)->day, b = ((const struct activity *)y)->day;
	return (a < b) - (a > b);
}

/* The name is what friends knows somebody by: who moves stays the same. */
static void say(struct contact *c)
{
	contact_said(c, S("friends"));
	str uid = arena_printf(c->arena, "friends:" FMT, ARG(contact_text(c, S("name"))));
	struct value *said = value_child(value_child(c->front, S("from")), S("friends"));
	value_put(said, S("uid"), value_new(c->arena, VALUE_TEXT, uid, 0));
}

static void give(struct friends_reading *r, const struct person *p)
{
	struct contact c = import_begin(r->in);
	contact_add(&c, S("name"), (str){0}, p->name);
	if (p->kind)
		contact_add(&c, S("kind"), (str){0}, str_of(p->kind));
	for (size_t i = 0; i < p->aliases.n; i++)
		contact_add(&c, S("aliases"), (str){0}, p->aliases.v[i]);
	contact_add(&c, S("city"), (str){0}, p->city);
	for (size_t i = 0; i < p->tags.n; i++)
		contact_add(&c, S("tags"), (str){0}, p->tags.v[i]);
	c.entries = p->entries;
	if (!p->kind)
		say(&c);
	import_give(r->in, &c);
}

/* Of which nobody tells: a note, too, so that it is not lost; but links to a friend stay links to that friend. */
static void add_other_places(struct friends_reading *r)
{
	for (size_t i = 0; i < r->places.n; i++) {
		str name = r->places.v[i], folded = utf8_fold(r->a, name);
		if (map_get(&r->used, folded))
			continue;
		map_put(&r->used, folded, r); /* once, however often the list has it */
		if (map_get(&r->known, folded))
			hint(FMT ": a place that is called as a friend, left out: '" FMT "'", ARG(r->in->file),
				ARG(name));
		else
			add_place(r, name, (struct strs){0});
	}
}

void friendsfile_import(struct import *in)
{
	struct friends_reading r = {.in = in, .a = &in->keep};
	str rest = charset_guessed(r.a, charset_marked(r.a, import_all(in))), line;
	enum part part = PART_NONE;
	for (size_t at = 1; str_line(&rest, &line); at++) {
		line = str_trim(line);
		if (part_of(line) != PART_NONE)
			part = part_of(line);
		else if (line.n)
			read_line(&r, part, line, at);
	}
	add_nicknames(&r);
	sorted_sort(r.activities, r.activity_count, sizeof *r.activities, by_day);
	for (size_t i = 0; i < r.activity_count; i++)
		add_entry(&r, &r.activities[i]);
	add_other_places(&r);
	for (size_t i = 0; i < r.people_count; i++)
		give(&r, r.people[i]);
	map_release(&r.known);
	map_release(&r.used);
	map_release(&r.days);
}

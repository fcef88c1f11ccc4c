#include "format/linkedin.h"

#include "base/date.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/utf8.h"
#include "format/csvday.h"
#include "format/csvrow.h"
#include "format/mailfolder.h"
#include <stdio.h>
#include <time.h>

#define WORDS  8                 /* of a message without a subject */
#define HIDDEN "LinkedIn Member" /* whoever hides their name */

enum { CONVERSATION, FROM, FROM_URL, TO, TO_URLS, DATE, SUBJECT, CONTENT, DRAFT, FOLDER, DIRECTION, COLUMNS };

static const char *const messages[COLUMNS] = {"conversation id", "from", "sender profile url", "to",
	"recipient profile urls", "date", "subject", "content", "is message draft", "folder", NULL};
static const char *const invitations[COLUMNS] = {NULL, "from", "inviterprofileurl", "to", "inviteeprofileurl",
	"sent at", NULL, "message", NULL, NULL, "direction"};

struct linkedin_person {
	str name, slug;
	size_t conversations;
	str last; /* the conversation that was counted last */
	struct strs entries;
};

struct said {
	struct linkedin_person *from, **to;
	size_t to_count;
	str when, text;
};

struct linkedin {
	struct import *in;
	struct arena *a;
	bool invites;
	int at[COLUMNS];  /* the column; -1: none */
	struct map known; /* persons by slug, by name */
	struct linkedin_person **people;
	size_t people_count;
	struct said *said;
	size_t said_count;
	size_t aside; /* messages in a folder of trash or spam */
};

static int column_of(struct arena *a, struct strs header, const char *name)
{
	for (size_t i = 0; name && i < header.n; i++)
		if (str_eq(utf8_fold(a, str_trim(header.v[i])), str_of(name)))
			return (int)i;
	return -1;
}

static bool has(struct arena *a, struct strs header, const char *one, const char *two, const char *three)
{
	return column_of(a, header, one) >= 0 && column_of(a, header, two) >= 0 && column_of(a, header, three) >= 0;
}

static bool is_invitations(struct arena *a, struct strs header)
{
	return has(a, header, "from", "sent at", "direction");
}

bool linkedin_header(struct arena *a, struct strs values)
{
	return has(a, values, "conversation id", "from", "date") || is_invitations(a, values);
}

struct linkedin *linkedin_begin(struct import *in, struct strs header)
{
	if (!linkedin_header(&in->keep, header))
		return NULL;
	struct linkedin *l = arena_alloc(&in->keep, sizeof *l);
	*l = (struct linkedin){.in = in, .a = &in->keep, .invites = is_invitations(&in->keep, header)};
	for (int i = 0; i < COLUMNS; i++)
		l->at[i] = column_of(l->a, header, l->invites ? invitations[i] : messages[i]);
	return l;
}

static str value(const struct linkedin *l, struct strs values, int column)
{
	int at = l->at[column];
	return at >= 0 && (size_t)at < values.n ? str_trim(values.v[at]) : S("");
}

/* By the address of the profile, else by name. NULL: nobody, or who hides it. */
static struct linkedin_person *person_of(struct linkedin *l, str name, str url)
{
	name = str_ieq(name, S(HIDDEN)) ? S("") : name;
	str slug = csvrow_slug(l->a, url), folded = utf8_fold(l->a, name);
	struct linkedin_person *p = slug.p ? map_get(&l->known, slug) : NULL;
	if (!p && !slug.p)
		p = map_get(&l->known, arena_join(l->a, S(" "), folded));
	if (p && name.n > p->name.n && str_starts(name, p->name) &&
		str_starts(str_skip(name, p->name.n), S(","))) /* Sam O'Test, PhD */
		p->name = arena_dup(l->a, name);
	if (p || !name.n)
		return p;
	p = arena_alloc(l->a, sizeof *p);
	*p = (struct linkedin_person){.name = arena_dup(l->a, name), .slug = arena_dup(l->a, slug)};
	if (slug.p)
		map_put(&l->known, arena_dup(l->a, slug), p);
	map_put(&l->known, arena_join(l->a, S(" "), folded), p);
	l->people = arena_more(l->a, l->people, l->people_count, sizeof(struct linkedin_person *));
	return l->people[l->people_count++] = p;
}

static void count(struct linkedin *l, struct linkedin_person *p, str conversation)
{
	if (p && !(p->last.p && str_eq(p->last, conversation))) {
		p->conversations++;
		p->last = arena_dup(l->a, conversation);
	}
}

/* "2026-03-01 14:03:22 UTC" by the local clock, else the day, as csvday reads it; absent: none. */
static str when_of(struct linkedin *l, str text)
{
	char zone[4], stamp[32];
	struct tm tm = {0};
	int n = sscanf(arena_cstr(l->a, text), "%d-%d-%d %d:%d:%d %3s", &tm.tm_year, &tm.tm_mon, &tm.tm_mday,
		&tm.tm_hour, /* NOLINT(cert-err34-c) */
		&tm.tm_min, &tm.tm_sec, zone);
	if (n == 7 && str_eq(str_of(zone), S("UTC")) && date_of(tm.tm_year, tm.tm_mon, tm.tm_mday) != DATE_NONE) {
		time_t at =
			(time_t)date_of(tm.tm_year, tm.tm_mon, tm.tm_mday) * 86400 + tm.tm_hour * 3600 + tm.tm_min * 60;
		if (localtime_r(&at, &tm) && strftime(stamp, sizeof stamp, "%Y-%m-%d %H:%M", &tm))
			return arena_dup(l->a, str_of(stamp));
	}
	return arena_dup(l->a, csvday_read(l->a, text));
}

/* One line that is no link, and no entry by itself. */
static str words_of(struct linkedin *l, str text)
{
	struct buf b = {0};
	size_t words = 0;
	bool between = true;
	for (size_t i = 0; i < text.n; i++) {
		bool blank = (unsigned char)text.p[i] <= ' ' || text.p[i] == 0x7f || strchr("[]|`<>*_", text.p[i]);
		if (!blank && between && words++ == WORDS) {
			buf_puts(&b, " ...");
			break;
		}
		if (!blank && between && b.n)
			buf_putc(&b, ' ');
		if (!blank)
			buf_putc(&b, text.p[i]);
		between = blank;
	}
	return arena_take(l->a, &b);
}

static bool is_draft(const struct linkedin *l, struct strs values)
{
	return str_ieq(value(l, values, DRAFT), S("yes")) || str_ieq(value(l, values, FOLDER), S("draft")) ||
	       str_ieq(value(l, values, FOLDER), S("drafts"));
}

static bool is_advertisement(const struct linkedin *l, struct strs values)
{
	return str_starts(value(l, values, CONTENT), S("<p class=\"spinmail")) ||
	       str_ieq(value(l, values, SUBJECT), S("sponsored"));
}

static str letters_of(struct arena *a, str text)
{
	struct buf b = {0};
	text = utf8_bare(a, text);
	for (size_t n = 0; text.n; text = str_skip(text, n ? n : 1))
		if ((n = utf8_alnum(text)))
			buf_add(&b, str_head(text, n));
	return arena_take(a, &b);
}

/* Of "Sam O'Test, PhD, Ada King" the name that is most like sam-otest; absent: none is. */
static str name_like(struct linkedin *l, str names, str slug)
{
	str letters = letters_of(l->a, slug), name, best = {0};
	while (str_cut(&names, ',', &name)) {
		str own = letters_of(l->a, name);
		if (own.n > 2 && (str_starts(letters, own) || str_starts(own, letters)) && own.n > best.n)
			best = str_trim(name);
	}
	return best;
}

/* Several: names that may have commas in them, and as many addresses as there are people. */
static void add_recipients(struct linkedin *l, struct said *s, str names, str urls)
{
	bool some_hide = str_find(names, S(HIDDEN)) != STR_NONE && !str_ieq(names, S(HIDDEN));
	size_t n = 1;
	for (size_t i = 0; i < urls.n; i++)
		n += urls.p[i] == ',';
	s->to = arena_array(l->a, n, sizeof(struct linkedin_person *));
	for (str url; str_cut(&urls, ',', &url);) {
		str slug = csvrow_slug(l->a, url), name = {0};
		if (n == 1 && !some_hide)
			name = names;
		else if (slug.p)
			name = name_like(l, names, slug);
		struct linkedin_person *p = person_of(l, name.n ? name : slug, url);
		if (p)
			s->to[s->to_count++] = p;
	}
}

bool linkedin_row(struct linkedin *l, struct strs values, size_t line)
{
	struct said s = {.when = when_of(l, value(l, values, DATE))};
	str conversation = value(l, values, CONVERSATION), subject = value(l, values, SUBJECT);
	if (is_draft(l, values) || is_advertisement(l, values))
		return true;
	if (mailfolder_labels_aside(value(l, values, FOLDER))) {
		l->aside++;
		return true;
	}
	if (!s.when.n) {
		warn_at(l->in->file, line, 0, "not a date: '" FMT "'", ARG(value(l, values, DATE)));
		return true;
	}
	if (!conversation.n)
		conversation = arena_printf(l->a, "%zu", line);
	s.from = person_of(l, value(l, values, FROM), value(l, values, FROM_URL));
	add_recipients(l, &s, value(l, values, TO), value(l, values, TO_URLS));
	s.text = words_of(l, subject.n ? subject : value(l, values, CONTENT));
	if (!s.from || !s.to_count) {
		bool hides = str_find(value(l, values, s.from ? TO : FROM), S(HIDDEN)) != STR_NONE;
		if (!hides)
			warn_at(l->in->file, line, 0, "from nobody, or to nobody: left out");
		return !hides;
	}
	str direction = value(l, values, DIRECTION);
	if (!str_ieq(direction, S("incoming")))
		count(l, s.from, conversation);
	for (size_t i = 0; i < s.to_count && !str_ieq(direction, S("outgoing")); i++)
		count(l, s.to[i], conversation);
	l->said = arena_more(l->a, l->said, l->said_count, sizeof *l->said);
	l->said[l->said_count++] = s;
	return true;
}

static void add_entry(struct linkedin *l, struct linkedin_person *p, const struct said *s, char dir)
{
	str said = !l->invites ? S("") : dir == '>' ? S("invited ") : S("asked to connect ");
	str text = arena_printf(l->a, FMT "on LinkedIn", ARG(said));
	if (s->text.n)
		text = l->invites ? arena_printf(l->a, FMT ": " FMT, ARG(text), ARG(s->text)) : s->text;
	strs_add(l->a, &p->entries, arena_printf(l->a, FMT " msg%c: " FMT, ARG(s->when), dir, ARG(text)));
}

/* Whose name the book knows, else who is in the most conversations. NULL: two are, and the message is out. */
static const struct linkedin_person *find_me(const struct linkedin *l)
{
	const struct linkedin_person *me = NULL, *other = NULL;
	str name = l->in->me.n ? utf8_fold(l->a, l->in->me) : S("");
	for (size_t i = 0; i < l->people_count; i++) {
		const struct linkedin_person *p = l->people[i];
		if (name.n && str_eq(utf8_fold(l->a, p->name), name))
			return p;
		if (!me || p->conversations >= me->conversations) {
			other = me && p->conversations == me->conversations ? me : NULL;
			me = p;
		}
	}
	if (other)
		warn_at(l->in->file, 1, 0,
			"who of '" FMT "' and '" FMT
			"' is you? Nothing was read; say it by me: in book.md, which names your own note",
			ARG(other->name), ARG(me->name));
	return other ? NULL : me;
}

static bool is_newer(const struct said *x, const struct said *y)
{
	return str_cmp(x->when, y->when) > 0;
}

/* The log rises, whatever the order of the table. */
static void sort_said(struct linkedin *l)
{
	bool falls = l->said_count > 1 && is_newer(&l->said[0], &l->said[l->said_count - 1]);
	for (size_t i = 0; falls && i < l->said_count / 2; i++) {
		struct said x = l->said[i];
		l->said[i] = l->said[l->said_count - 1 - i];
		l->said[l->said_count - 1 - i] = x;
	}
}

void linkedin_end(struct linkedin *l)
{
	const struct linkedin_person *me = find_me(l);
	sort_said(l);
	for (size_t i = 0; me && i < l->said_count; i++) {
		const struct said *s = &l->said[i];
		if (s->from != me)
			add_entry(l, s->from, s, '<');
		for (size_t k = 0; s->from == me && k < s->to_count; k++)
			if (s->to[k] != me)
				add_entry(l, s->to[k], s, '>');
	}
	for (size_t i = 0; i < l->people_count; i++) {
		const struct linkedin_person *p = l->people[i];
		if (p == me || !p->entries.n)
			continue;
		struct contact c = import_begin(l->in);
		contact_add(&c, S("name"), (str){0}, p->name);
		if (p->slug.n)
			contact_add(&c, S("uid"), (str){0}, arena_printf(c.arena, "linkedin:" FMT, ARG(p->slug)));
		c.entries = p->entries;
		import_give(l->in, &c);
	}
	if (l->aside)
		hint(FMT ": left out, trash and spam: %zu", ARG(l->in->file), l->aside);
	map_release(&l->known);
}

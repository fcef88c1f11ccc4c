#include "views/draft.h"

#include "book/resolve.h"
#include "format/template.h"
#include "note/email.h"
#include "note/personname.h"
#include "note/sight.h"
#include "note/vocabulary.h"
#include "query/field.h"
#include "sys/folder.h"
#include "text/link.h"
#include "views/drafts.h"
#include <errno.h>
#include <string.h>

bool draft_open(struct draft *d, struct book *b, struct arena *a, str name)
{
	bool bad = false;
	*d = (struct draft){.book = b, .arena = a};
	while (d->part_count < DRAFT_PARTS) {
		struct drafttemplate *t = &d->parts[d->part_count];
		str part = d->part_count ? arena_printf(a, FMT "-%zu", ARG(name), d->part_count + 1) : name;
		if (!drafttemplate_read(b, a, part, t, &bad))
			break;
		if (!t->subject.n)
			hint(FMT ": no subject", ARG(t->shown));
		d->pair |= t->pair;
		d->part_count++;
	}
	if (!d->part_count && !bad)
		warn("no template is called '" FMT "': nt-draft lists them, templates/draft-" FMT ".md makes one",
			ARG(name), ARG(name));
	return !bad && d->part_count;
}

static void list_one(struct draft_listed *l, struct book *b, struct arena *a, str name)
{
	struct drafttemplate t;
	bool bad, part = name.n > 2 && name.p[name.n - 2] == '-' &&
			 str_digit(name.p[name.n - 1]); /* intro-2 goes with intro */
	if (part || strs_has(l->names, name) || !drafttemplate_read(b, a, name, &t, &bad))
		return;
	strs_add(a, &l->names, name);
	strs_add(a, &l->subjects, t.subject);
}

struct draft_listed draft_list(struct book *b, struct arena *a)
{
	static const str begin = S_INIT("draft-"), end = S_INIT(".md");
	struct draft_listed l = {0};
	struct strs files = {0};
	if (b->fd >= 0 && !folder_list(b->fd, "templates", a, &files))
		warn_at(book_shown(b, a, S("templates")), 0, 0, "%s", strerror(errno));
	for (size_t i = 0; i < files.n; i++)
		if (str_starts(files.v[i], begin) && str_ends(files.v[i], end))
			list_one(&l, b, a, str_skip(str_head(files.v[i], files.v[i].n - end.n), begin.n));
	for (const struct drafts_shipped *s = drafts_shipped; s->name; s++)
		list_one(&l, b, a, str_of(s->name));
	return l;
}

/* People. */

struct note *draft_note(struct draft *d, str path)
{
	struct buf bytes = {0};
	struct note *n = arena_alloc(d->arena, sizeof *n);
	bool read = book_load(d->book, d->arena, &bytes, path, n);
	if (!read)
		warn_at(book_shown(d->book, d->arena, path), 0, 0, "%s", strerror(errno));
	else {
		n->bytes = arena_take(d->arena, &bytes);
		note_begin(n);
	}
	return read && note_ok(n) ? n : NULL;
}

static void read_people(struct draft *d)
{
	if (d->read || d->book->fd < 0)
		return;
	people_read(&d->people, d->book, NULL, NULL);
	d->read = true;
}

static void find_me(struct draft *d)
{
	str path = d->me ? (str){0} : resolve_me(d->book);
	if (path.p)
		d->me = draft_note(d, path);
}

static const struct event *last_said(struct draft *d, struct note *n, char favor)
{
	read_people(d);
	struct events events = people_events(n, d->read ? &d->people : NULL, date_today());
	for (size_t i = 0; i < events.n; i++) {
		const struct event *e = &events.v[favor ? i : events.n - 1 - i];
		bool past = e->date != DATE_NONE && e->date <= date_today();
		if (e->text.n && !e->is_private && (favor ? e->favor == favor : e->contact && past))
			return e;
	}
	return NULL;
}

struct strs draft_reminders(struct draft *d, struct note *n)
{
	struct strs list = {0};
	const struct event *said = last_said(d, n, 0), *owe = last_said(d, n, 'o'), *owed = last_said(d, n, 'O');
	const struct event *all[] = {said, owe, owed};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i])
			strs_add(d->arena, &list, event_line(d->arena, all[i], links_shown(d->arena, all[i]->text)));
	return list;
}

/* Words. */

struct filling {
	struct draft *draft;
	struct note **who;
};

static str given_name(struct arena *a, struct note *n)
{
	str own = str_trim(sight_text(READER_REST, n, S("given")));
	return own.n ? own : personname_given(a, sight_name(READER_REST, n));
}

/* What no field of a note is. */
static bool of_draft(struct draft *d, struct note *n, str word, str *value)
{
	const struct event *said;
	if (str_eq(word, S("name")))
		*value = sight_name(READER_REST, n);
	else if (str_eq(word, S("given")))
		*value = given_name(d->arena, n);
	else if (str_eq(word, S("topic")))
		*value = (said = last_said(d, n, 0)) ? links_shown(d->arena, said->text) : (str){0};
	else
		return false;
	return true;
}

static str of_note(struct arena *a, struct draft *d, struct note *n, str word, str *why)
{
	str value = {0}, name = sight_name(READER_REST, n);
	bool known = of_draft(d, n, word, &value), hidden = false;
	if (!known) {
		if (field_computed(field_key(word)))
			read_people(d);
		const struct people *people = d->read ? &d->people : NULL;
		struct field all = field_get(n, people, field_key(word)),
			     seen = field_seen(READER_REST, n, people, field_key(word));
		if (seen.counted && !seen.count)
			seen.texts.n = 0;
		known = vocabulary_find(field_key(word)) || all.texts.n;
		hidden = !seen.counted && all.texts.n && !seen.texts.n;
		value = seen.texts.n ? str_trim(links_shown(a, seen.texts.v[0])) : value;
	}
	if (hidden)
		*why = arena_printf(a, "'" FMT "' of " FMT " is private, and in no message", ARG(word), ARG(name));
	else if (known)
		*why = arena_printf(a, FMT " has no '" FMT "': give one, or write {{" FMT "|something else}}",
			ARG(name), ARG(word), ARG(word));
	else
		*why = arena_printf(a, "no field is called '" FMT "'", ARG(word));
	return value;
}

static str lookup(struct arena *a, str word, str *why, void *ctx)
{
	const struct filling *f = ctx;
	struct draft *d = f->draft;
	size_t dot = str_chr(word, '.');
	str prefix = dot == STR_NONE ? S("a") : str_head(word, dot),
	    field = dot == STR_NONE ? word : str_skip(word, dot + 1);
	if (str_eq(prefix, S("me"))) {
		find_me(d);
		if (!d->me)
			*why = S("book.md does not say who is me");
		return d->me ? of_note(a, d, d->me, field, why) : (str){0};
	}
	if (str_eq(word, S("today")))
		return date_str(a, date_today());
	if (str_eq(prefix, S("a")) || (str_eq(prefix, S("b")) && f->who[1]))
		return of_note(a, d, f->who[str_eq(prefix, S("b"))], field, why);
	return of_note(a, d, f->who[0], word, why); /* address.city */
}

static bool fill(struct filling *f, const struct drafttemplate *t, str text, size_t line, size_t col, str *out)
{
	struct fault why = {0};
	*out = template_fill(f->draft->arena, text, line, lookup, f, &why);
	if (why.line == line)
		why.col = col ? why.col + col - 1 : 0;
	if (!out->p)
		warn_at(t->shown, why.line, why.col, FMT, ARG(why.text));
	return out->p;
}

/* The first address that a mail can go to. */
static bool address_of(struct draft *d, struct note *n, struct mail_address *out)
{
	struct strs emails = sight_texts(READER_REST, n, S("email"));
	out->name = sight_name(READER_REST, n);
	for (size_t i = 0; i < emails.n && !out->address.n; i++) {
		struct emails found = email_read(d->arena, emails.v[i]);
		if (found.n)
			out->address = found.v[0].address;
	}
	if (out->address.n && !mail_can(out->address)) {
		warn_at(n->shown, 0, 0, "an address that mail programs do not take in a draft: '" FMT "'",
			ARG(out->address));
		return false;
	}
	return true;
}

bool draft_fill(struct draft *d, const struct drafttemplate *t, struct note *who[DRAFT_PEOPLE], struct mail *out)
{
	struct filling f = {d, who};
	str to = t->to.n ? t->to : S("a");
	*out = (struct mail){.to = arena_array(d->arena, DRAFT_PEOPLE, sizeof *out->to)};
	find_me(d);
	if (d->me && !address_of(d, d->me, &out->from))
		return false;
	for (size_t i = 0; i < DRAFT_PEOPLE; i++)
		if (who[i] && str_chr(to, (char)('a' + i)) != STR_NONE &&
			!address_of(d, who[i], &out->to[out->to_count++]))
			return false;
	return fill(&f, t, t->subject, t->subject_line, t->subject_col, &out->subject) &&
	       fill(&f, t, t->body, t->body_line, 1, &out->body);
}

void draft_close(struct draft *d)
{
	if (d->read)
		people_release(&d->people);
}

#include "face/reminder.h"

#include "base/diag.h"
#include "base/record.h"
#include "base/term.h"
#include "book/resolve.h"
#include "face/card.h"
#include "format/calendar.h"
#include "format/htmlout.h"
#include "format/mail.h"
#include "note/address.h"
#include "sys/run.h"
#include "views/agenda.h"
#include <stdlib.h>

#define REACH      3
#define MOST_REST  20
#define MOST_LINES 3 /* of what was said */

static void put_full(struct digest *d, const struct card *c, struct digest_person *p)
{
	putc('\n', c->f);
	card_head(c, &p->note, S(""));
	card_line(c, "and", digest_names(d, c->reader, p->mate));
	card_short(c, "do", p->step, MOST_LINES);
	card_lines(c, "why", p->brief);
	card_short(c, "said", p->other_said, MOST_LINES);
	card_short(c, "noted", p->other_noted, MOST_LINES);
	card_lines(c, "I owe", p->other_owe);
	card_lines(c, "owed", p->other_owed);
	card_line(c, "reach", strs_join(&d->arena, card_reach(c, &p->note, REACH), S(" \u00b7 ")));
}

/* The others, a line each: who, and the first reason; more than a screen would only weigh. */
static struct strs rest_of(enum reader reader, struct digest *d)
{
	struct strs lines = {0};
	struct digest_person **p = digest_rest(d);
	size_t more = 0;
	for (; *p && lines.n < MOST_REST; p++) {
		str names = digest_names(d, reader, *p);
		strs_add(&d->arena, &lines,
			(*p)->brief.n ? arena_printf(&d->arena, FMT " \u2013 " FMT, ARG(names), ARG((*p)->brief.v[0]))
				      : names);
	}
	for (; *p; p++)
		more++;
	if (more)
		strs_add(&d->arena, &lines, arena_printf(&d->arena, "and %zu more: see nt-due", more));
	return lines;
}

static void put_rest(struct digest *d, const struct card *c)
{
	struct strs lines = rest_of(c->reader, d);
	if (lines.n)
		putc('\n', c->f);
	for (size_t i = 0; i < lines.n; i++)
		card_short(c, i ? "" : "also", lines.v[i], 1);
}

/* What is said when nobody is in full; absent: somebody is, or stands below. */
static str nothing(struct digest *d, bool once)
{
	if (once && !d->full && d->n)
		return arena_printf(&d->arena, "Enough for today; still due: %zu.", d->n);
	if (d->n)
		return (str){0};
	return d->quiet ? arena_printf(&d->arena, "Nobody new is due; reminded of lately: %zu.", d->quiet)
			: S("Nobody is due.");
}

static str title(struct digest *d)
{
	return arena_printf(&d->arena, "%s " FMT, date_weekday(d->today), ARG(date_str(&d->arena, d->today)));
}

static str counts(struct digest *d)
{
	return d->full < d->n ? arena_printf(&d->arena, "due: %zu, here in full: %zu", d->n, d->full)
			      : arena_printf(&d->arena, "due: %zu", d->n);
}

void reminder_text(struct digest *d, FILE *f, bool once)
{
	struct card c = card_open(f);
	str none = nothing(d, once);
	if (none.p) {
		fprintf(f, FMT "\n", ARG(none));
		return;
	}
	term_style(f, BOLD, c.color, title(d));
	fprintf(f, "  " FMT "\n", ARG(counts(d)));
	for (size_t i = 0; i < d->n; i++)
		if (d->v[i]->full && !d->v[i]->led)
			put_full(d, &c, d->v[i]);
	put_rest(d, &c);
	if (d->load.n) {
		putc('\n', f);
		term_wrap(f, d->load, c.width, 0, 0);
		putc('\n', f);
	}
}

void reminder_json(struct digest *d)
{
	struct card c = {.reader = READER_REST};
	struct buf out = {0};
	for (size_t i = 0; i < d->n; i++) {
		struct digest_person *p = d->v[i];
		record_begin(&out);
		record_text(&out, S("name"), sight_name(READER_REST, &p->note));
		record_text(&out, S("path"), p->note.path);
		record_text(&out, S("who"), card_who(&c, &p->note));
		record_text(&out, S("due"), p->due);
		record_texts(&out, S("why"), p->why);
		record_text(&out, S("step"), p->step);
		record_text(&out, S("last"), p->last);
		record_text(&out, S("said"), p->said);
		record_text(&out, S("note"), p->noted);
		record_texts(&out, S("owe"), p->owe);
		record_texts(&out, S("owed"), p->owed);
		record_texts(&out, S("reach"), card_reach(&c, &p->note, REACH));
		record_bool(&out, S("full"), p->full);
		record_end(&out);
	}
	term_print(buf_str(&out));
	buf_release(&out);
}

/* A page: what the text says, with links. */

static void put_rows(struct buf *out, const char *label, struct strs texts)
{
	for (size_t i = 0; i < texts.n; i++)
		if (texts.v[i].n) {
			buf_printf(out, "<tr><th>%s</th><td>", i ? "" : label);
			htmlout_text(out, texts.v[i]);
			buf_puts(out, "</td></tr>\n");
		}
}

static void put_row(struct buf *out, const char *label, str text)
{
	put_rows(out, label, (struct strs){&text, 1});
}

static void put_reach(struct buf *out, const struct card *c, struct note *n)
{
	struct strs ways = card_reach(c, n, REACH);
	for (size_t i = 0; i < ways.n; i++) {
		buf_printf(out, "<tr><th>%s</th><td>", i ? "" : "reach");
		if (str_starts(ways.v[i], S("http")))
			htmlout_url(out, ways.v[i]);
		else
			htmlout_mail(out, ways.v[i]);
		buf_puts(out, "</td></tr>\n");
	}
}

static void put_person(struct buf *out, struct digest *d, const struct card *c, struct digest_person *p)
{
	htmlout_element(out, "h2", NULL, sight_name(READER_REST, &p->note));
	htmlout_element(out, "p", NULL, card_who(c, &p->note));
	buf_puts(out, "<table>\n");
	put_row(out, "and", digest_names(d, c->reader, p->mate));
	put_row(out, "do", p->step);
	put_rows(out, "why", p->brief);
	put_row(out, "said", p->other_said);
	put_row(out, "noted", p->other_noted);
	put_rows(out, "I owe", p->other_owe);
	put_rows(out, "owed", p->other_owed);
	put_reach(out, c, &p->note);
	buf_puts(out, "</table>\n");
}

static str page_of(struct digest *d, bool once)
{
	static const char style[] =
		"body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:1em auto;padding:0 1em}"
		"h1{font-size:1.2em}h2{font-size:1.1em;margin:1.5em 0 0}p{margin:0}"
		"th{font-weight:400;text-align:left;vertical-align:top;padding-right:1em;opacity:.7;"
		"white-space:nowrap}td{padding:0}";
	struct card c = {.reader = READER_REST};
	struct buf out = {0};
	str none = nothing(d, once);
	struct strs rest = none.p ? (struct strs){0} : rest_of(c.reader, d);
	buf_printf(&out,
		"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
		"content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>" FMT
		"</title>\n<style>%s</style>\n</head>\n<body>\n",
		ARG(title(d)), style);
	htmlout_element(&out, "h1", NULL, title(d));
	htmlout_element(&out, "p", NULL, none.p ? none : counts(d));
	for (size_t i = 0; i < d->n && !none.p; i++)
		if (d->v[i]->full && !d->v[i]->led)
			put_person(&out, d, &c, d->v[i]);
	if (rest.n)
		buf_puts(&out, "<h2>Also</h2>\n<table>\n");
	put_rows(&out, "", rest);
	if (rest.n)
		buf_puts(&out, "</table>\n");
	if (!none.p)
		htmlout_element(&out, "p", NULL, d->load);
	buf_puts(&out, "</body>\n</html>\n");
	return arena_take(&d->arena, &out);
}

void reminder_html(struct digest *d, bool once)
{
	term_print(page_of(d, once));
}

/* The text as it would go to a file. */
static str text_of(struct digest *d, bool once)
{
	char *p = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&p, &n);
	if (!f)
		die("out of memory");
	reminder_text(d, f, once);
	fclose(f);
	str text = arena_dup(&d->arena, (str){p, n});
	free(p);
	return text;
}

static struct digest_person *first_of(struct digest *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->v[i]->full)
			return d->v[i];
	return NULL;
}

/* The first person, what to do, and how many more there are. */
static str subject_of(struct digest *d, bool once)
{
	struct digest_person *p = first_of(d);
	str none = nothing(d, once);
	if (!p)
		return none.p ? none : counts(d);
	str name = digest_names(d, READER_REST, p);
	size_t more = d->full - 1;
	str what = p->step.n ? arena_printf(&d->arena, FMT ": " FMT, ARG(name), ARG(p->step)) : name;
	return more ? arena_printf(&d->arena, FMT " (and %zu more)", ARG(what), more) : what;
}

/* The first address of the note that a mail can be sent to; false, said: it has none. */
static bool address_of(struct digest *d, struct note *n, struct mail_address *out)
{
	struct addresses list = addresses_read(n);
	for (size_t i = 0; i < list.n; i++)
		if (mail_can(list.v[i].email)) {
			out->name = arena_dup(&d->arena, sight_name(READER_REST, n));
			out->address = arena_dup(&d->arena, list.v[i].email);
			return true;
		}
	if (!note_emails(n).n)
		warn(FMT ": no recipient: email: you@example.org in it is where the mail goes", ARG(n->shown));
	else
		warn(FMT ": no recipient: its email is private, or not in ASCII (a domain is xn--... there)",
			ARG(n->shown));
	return false;
}

/* Whose book it is: the note that me of book.md names. False: it says why not. */
static bool find_owner(struct digest *d, struct book *b, struct mail_address *out)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	str path = resolve_me(b);
	bool good = false;
	if (path.p)
		good = book_load(b, &a, &buf, path, &n) && note_ok(&n) && address_of(d, &n, out);
	else if (b->fd >= 0 && b->config.me.n)
		warn(FMT ": no recipient: me: " FMT " is the name of no one note", ARG(book_shown(b, &a, S("book.md"))),
			ARG(b->config.me));
	else
		warn("no recipient: me: \"[[NAME]]\" in book.md says whose book it is, and the email of that note is "
		     "where the mail goes");
	buf_release(&buf);
	arena_release(&a);
	return good;
}

bool reminder_mail(struct digest *d, struct book *b, bool once)
{
	struct mail_address me = {.address = {0}};
	if (!find_owner(d, b, &me))
		return false;
	struct mail m = {.from = me,
		.to = &me,
		.to_count = 1,
		.date = mail_now(&d->arena),
		.subject = subject_of(d, once),
		.body = text_of(d, once),
		.html = page_of(d, once),
		.automatic = true};
	struct buf out = {0};
	mail_put(&out, &m);
	term_print(buf_str(&out));
	buf_release(&out);
	return true;
}

void reminder_calendar(struct digest *d, bool remind, int ahead)
{
	struct buf out = {0};
	struct calendar c = {&out, remind, d->today, ahead, 0};
	calendar_begin(&c);
	agenda_each(d, !remind, calendar_put, &c);
	calendar_end(&c);
	term_print(buf_str(&out));
	buf_release(&out);
}

/* The body of a notification may be markup: what a note says is none. */
static str escaped(struct arena *a, str text)
{
	struct buf out = {0};
	htmlout_text(&out, text);
	return arena_take(a, &out);
}

bool reminder_notify(struct digest *d)
{
	for (size_t i = 0; i < d->n; i++) {
		struct digest_person *p = d->v[i];
		if (!p->full || p->led)
			continue;
		str body =
			p->brief.n ? arena_printf(&d->arena, FMT "\n" FMT, ARG(p->step), ARG(p->brief.v[0])) : p->step;
		int status = run_wait(&(struct run){
			.args = RUN("notify-send", "-a", "nt", "--",
				arena_cstr(&d->arena, term_visible(&d->arena, digest_names(d, READER_REST, p))),
				arena_cstr(&d->arena, escaped(&d->arena, body))),
			.in = S("")});
		if (status) {
			warn(status == RUN_MISSING ? "notify-send is not installed (libnotify)"
						   : "notify-send could not show it");
			return false;
		}
	}
	return true;
}

/* nt-remind: a digest of who is due, to act on */
#include "face/card.h"
#include "base/diag.h"
#include "sys/file.h"
#include "base/record.h"
#include "base/map.h"
#include "book/save.h"
#include "book/stream.h"
#include "base/term.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REMINDED ".nt-reminded"
#define REACH    3

static const char *format = "text";
static long most = -1;
static bool once;

static const struct opt options[] = {
	{'f', "format", OPT_CHOICE, &format, "text|json", "the form of the digest"},
	{'n', "limit", OPT_NUMBER, &most, "N", "this many people in full, instead of the book's limit"},
	{0, "once", OPT_FLAG, &once, NULL,
		"leave out who was in full within the book's quiet days, and take down who is now"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-remind", "", "a digest of who is due, to act on", options, false};

struct reminder {
	struct note note;
	struct strs why;
	bool today; /* a dated reason of this day */
};

struct digest {
	struct book book;
	struct arena arena;
	date today;
	char day[DATE_TEXT];
	struct reminder *v;
	size_t n, quiet;     /* quiet: left out by --once */
	long full;           /* how many to show in full */
	bool judged;         /* somebody came with a reason, from nt-due */
	struct map reminded; /* path -> line of REMINDED */
	struct strs reminded_lines;
};

/* The day on which someone was last reminded of a path. */
static date reminded_on(const struct digest *d, str path)
{
	const str *line = map_get(&d->reminded, path);
	date on;
	return line && date_prefix(*line, &on) ? on : DATE_NONE;
}

static void read_reminded(struct digest *d)
{
	struct buf buf = {0};
	str rest, line;
	if (d->book.fd < 0)
		die("--once needs a book: it takes down there who was reminded of");
	if (file_read(d->book.fd, REMINDED, true, &buf)) {
		rest = arena_dup(&d->arena, buf_str(&buf));
		while (str_line(&rest, &line)) {
			str path = str_skip(str_chomp(line), 11);
			str *kept = arena_alloc(&d->arena, sizeof *kept);
			*kept = str_chomp(line);
			map_put(&d->reminded, path, kept);
			strs_add(&d->arena, &d->reminded_lines, *kept);
			if (str_starts(*kept, str_of(d->day)) && d->full > 0)
				d->full--;
		}
	}
	buf_release(&buf);
}

static bool is_quiet(const struct digest *d, const struct reminder *r)
{
	date on = reminded_on(d, r->note.path);
	if (on == DATE_NONE || on > d->today)
		return false;
	return r->today ? on == d->today : date_add(on, d->book.config.quiet, 1) > d->today;
}

/* Keeps a copy of the note: the stream goes on. */
static void keep(struct digest *d, const struct note *n)
{
	struct reminder r = {.note = note_keep(&d->arena, n)};
	r.why = note_annotation_list(&r.note, S("why"));
	for (size_t i = 0; i < r.why.n; i++)
		r.today |= str_find(r.why.v[i], str_of(d->day)) != STR_NONE;
	d->judged |= r.why.n > 0;
	if (once && is_quiet(d, &r)) {
		d->quiet++;
		return;
	}
	d->v = arena_more(&d->arena, d->v, d->n, sizeof *d->v);
	d->v[d->n++] = r;
}

static void read_stream(struct digest *d)
{
	struct arena a = {0};
	struct stream s = {.fd = STDIN_FILENO, .book = &d->book, .arena = &a};
	struct note n;
	if (isatty(STDIN_FILENO))
		die("standard input is a terminal; use it as: nt-due | nt-remind");
	while (stream_next(&s, &n))
		if (note_ok(&n))
			keep(d, &n);
	stream_release(&s);
	arena_release(&a);
}

static str annotation(struct reminder *r, const char *key)
{
	return note_annotation(&r->note, str_of(key));
}

/* Why, without the words that the step says again. */
static struct strs reasons(struct arena *a, const struct reminder *r, str step)
{
	struct strs short_why = {0};
	for (size_t i = 0; i < r->why.n; i++) {
		str why = r->why.v[i];
		size_t colon = str_find(why, S("): "));
		if (colon != STR_NONE && str_ends(step, str_skip(why, colon + 3)))
			why = str_head(why, colon + 1);
		strs_add(a, &short_why, why);
	}
	return short_why;
}

/* Promises without the one that the step is about. */
static struct strs others(struct arena *a, struct strs list, str step)
{
	struct strs rest = {0};
	for (size_t i = 0; i < list.n; i++) {
		size_t bracket = str_rchr(list.v[i], '(');
		str text = bracket == STR_NONE ? list.v[i] : str_trim(str_head(list.v[i], bracket));
		if (str_find(step, text) == STR_NONE)
			strs_add(a, &rest, list.v[i]);
	}
	return rest;
}

static void put_full(struct digest *d, const struct card *c, struct reminder *r)
{
	struct arena *a = &d->arena;
	str step = annotation(r, "step"), said = annotation(r, "said");
	putchar('\n');
	card_head(c, &r->note, S(""));
	card_line(c, "do", step);
	card_lines(c, "why", reasons(a, r, step));
	card_line(c, "said", str_ends(step, said) ? S("") : said);
	card_lines(c, "I owe", others(a, note_annotation_list(&r->note, S("owe")), step));
	card_lines(c, "owed", others(a, note_annotation_list(&r->note, S("owed")), step));
	card_line(c, "reach", strs_join(a, card_reach(c, &r->note, REACH), S(" \u00b7 ")));
}

static void add_named(struct buf *line, struct reminder *r)
{
	if (line->n)
		buf_puts(line, "; ");
	buf_add(line, note_name(&r->note));
	if (r->why.n) {
		size_t colon = str_find(r->why.v[0], S("): "));
		str why = colon == STR_NONE ? r->why.v[0] : str_head(r->why.v[0], colon + 1);
		buf_printf(line, " \u2013 " FMT, ARG(why));
	}
}

/* The others in one line, those with a dated reason of today first. */
static void put_rest(struct digest *d, const struct card *c, size_t from)
{
	struct buf line = {0};
	for (int today = 1; today >= 0; today--)
		for (size_t i = from; i < d->n; i++)
			if (d->v[i].today == (today == 1))
				add_named(&line, &d->v[i]);
	if (line.n) {
		putchar('\n');
		card_line(c, "also", buf_str(&line));
	}
	buf_release(&line);
}

static void put_text(struct digest *d)
{
	struct card c = card_open(stdout);
	size_t full = d->full < (long)d->n ? (size_t)d->full : d->n;
	if (once && !full && d->n) {
		printf("Enough for today; still due: %zu.\n", d->n);
		return;
	}
	if (!d->n) {
		printf(d->quiet ? "Nobody new is due; reminded of lately: %zu.\n" : "Nobody is due.\n", d->quiet);
		return;
	}
	term_style(stdout, BOLD, c.color, arena_printf(&d->arena, "%s %s", date_weekday(d->today), d->day));
	printf("  due: %zu", d->n);
	if (full < d->n)
		printf(", here in full: %zu", full);
	putchar('\n');
	for (size_t i = 0; i < full; i++)
		put_full(d, &c, &d->v[i]);
	put_rest(d, &c, full);
}

static void put_json(struct digest *d)
{
	struct card c = {.shows_private = false};
	struct buf out = {0};
	for (size_t i = 0; i < d->n; i++) {
		struct reminder *r = &d->v[i];
		record_begin(&out);
		record_text(&out, S("name"), note_name(&r->note));
		record_text(&out, S("path"), r->note.path);
		record_text(&out, S("who"), card_who(&c, &r->note));
		record_text(&out, S("due"), annotation(r, "due"));
		record_texts(&out, S("why"), r->why);
		record_text(&out, S("step"), annotation(r, "step"));
		record_text(&out, S("last"), annotation(r, "last"));
		record_text(&out, S("said"), annotation(r, "said"));
		record_texts(&out, S("owe"), note_annotation_list(&r->note, S("owe")));
		record_texts(&out, S("owed"), note_annotation_list(&r->note, S("owed")));
		record_texts(&out, S("reach"), card_reach(&c, &r->note, REACH));
		record_bool(&out, S("full"), (long)i < d->full);
		record_end(&out);
	}
	fwrite(out.p, 1, out.n, stdout);
	buf_release(&out);
}

/* Takes down who was in full, and forgets what is older than the quiet days. */
static void write_reminded(struct digest *d)
{
	struct buf out = {0};
	date on;
	int lock = save_lock(&d->book);
	for (size_t i = 0; i < d->reminded_lines.n; i++)
		if (date_prefix(d->reminded_lines.v[i], &on) && date_add(on, d->book.config.quiet, 1) >= d->today)
			buf_printf(&out, FMT "\n", ARG(d->reminded_lines.v[i]));
	for (size_t i = 0; i < d->n && (long)i < d->full; i++)
		if (d->v[i].note.path.p)
			buf_printf(&out, "%s\t" FMT "\n", d->day, ARG(d->v[i].note.path));
	if (!file_put(d->book.fd, REMINDED, buf_str(&out)))
		warn("%s:", REMINDED);
	save_unlock(lock);
	buf_release(&out);
}

int main(int argc, char **argv)
{
	struct digest d = {.today = date_today()};
	if (*opt_parse(&tool, argc, argv))
		opt_usage();
	book_find(&d.book);
	date_text(d.today, d.day);
	if (most < 0)
		most = d.book.config.limit;
	d.full = most;
	if (once)
		read_reminded(&d);
	read_stream(&d);
	if (d.n && !d.judged)
		hint("nobody comes with a reason; use it as: nt-find QUERY | nt-due - | nt-remind");
	if (strcmp(format, "json") == 0)
		put_json(&d);
	else
		put_text(&d);
	if (once && fflush(stdout) == 0)
		write_reminded(&d);
	map_release(&d.reminded);
	arena_release(&d.arena);
	book_release(&d.book);
	return finish(STATUS_YES);
}

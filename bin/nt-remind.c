/* nt-remind: a digest of who is due, to act on */
#include "base/diag.h"
#include "base/record.h"
#include "base/term.h"
#include "book/save.h"
#include "face/card.h"
#include "views/digest.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REACH      3
#define MOST_REST  20
#define MOST_LINES 3 /* of what was said */

static const char *format = "text";
static long most = -1;
static bool once, json, if_any;

static const struct opt options[] = {
	{'f', "format", OPT_CHOICE, &format, "text|json", "the form of the digest"},
	{'j', "json", OPT_FLAG, &json, NULL, "the same as -f json"},
	{'n', "limit", OPT_NUMBER, &most, "N", "this many people in full, instead of the book's limit"},
	{0, "once", OPT_FLAG, &once, NULL,
		"leave out who was in full within the book's quiet days, and take down who is now"},
	{0, "if-any", OPT_FLAG, &if_any, NULL, "print nothing unless somebody is in full"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-remind", "[-]", "a digest of who is due, to act on", options, false};

/* The names of those who share a step. */
static str names_of(struct digest *d, struct digest_person *p)
{
	struct strs names = {0};
	for (; p; p = p->mate)
		strs_add(&d->arena, &names, note_name(&p->note));
	return strs_join(&d->arena, names, S(", "));
}

static void put_full(struct digest *d, const struct card *c, struct digest_person *p)
{
	putchar('\n');
	card_head(c, &p->note, S(""));
	card_line(c, "and", names_of(d, p->mate));
	card_short(c, "do", p->step, MOST_LINES);
	card_lines(c, "why", p->brief);
	card_short(c, "said", p->other_said, MOST_LINES);
	card_short(c, "noted", p->other_noted, MOST_LINES);
	card_lines(c, "I owe", p->other_owe);
	card_lines(c, "owed", p->other_owed);
	card_line(c, "reach", strs_join(&d->arena, card_reach(c, &p->note, REACH), S(" \u00b7 ")));
}

/* The others, a line each: who, and the first reason; more than a screen would only weigh. */
static void put_rest(struct digest *d, const struct card *c)
{
	struct strs lines = {0};
	struct digest_person **p = digest_rest(d);
	size_t more = 0;
	for (; *p && lines.n < MOST_REST; p++) {
		str names = names_of(d, *p);
		strs_add(&d->arena, &lines, (*p)->brief.n
			? arena_printf(&d->arena, FMT " \u2013 " FMT, ARG(names), ARG((*p)->brief.v[0])) : names);
	}
	if (lines.n)
		putchar('\n');
	for (size_t i = 0; i < lines.n; i++)
		card_short(c, i ? "" : "also", lines.v[i], 1);
	for (; *p; p++)
		more++;
	if (more)
		card_line(c, "", arena_printf(&d->arena, "and %zu more: see nt-due", more));
}

static void put_text(struct digest *d)
{
	struct card c = card_open(stdout);
	if (once && !d->full && d->n) {
		printf("Enough for today; still due: %zu.\n", d->n);
		return;
	}
	if (!d->n) {
		printf(d->quiet ? "Nobody new is due; reminded of lately: %zu.\n" : "Nobody is due.\n", d->quiet);
		return;
	}
	str day = date_str(&d->arena, d->today);
	term_style(stdout, BOLD, c.color, arena_printf(&d->arena, "%s " FMT, date_weekday(d->today), ARG(day)));
	printf("  due: %zu", d->n);
	if (d->full < d->n)
		printf(", here in full: %zu", d->full);
	putchar('\n');
	for (size_t i = 0; i < d->n; i++)
		if (d->v[i]->full && !d->v[i]->led)
			put_full(d, &c, d->v[i]);
	put_rest(d, &c);
	if (d->load.n) {
		putchar('\n');
		term_wrap(stdout, d->load, c.width, 0, 0);
		putchar('\n');
	}
}

static void put_json(struct digest *d)
{
	struct card c = {.reader = READER_REST};
	struct buf out = {0};
	for (size_t i = 0; i < d->n; i++) {
		struct digest_person *p = d->v[i];
		record_begin(&out);
		record_text(&out, S("name"), note_name(&p->note));
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
	fwrite(out.p, 1, out.n, stdout);
	buf_release(&out);
}

static void remind(struct digest *d, struct book *b, const struct state *reminded)
{
	struct span quiet = b->config.quiet;
	digest_cut(d, most < 0 ? b->config.limit : most, reminded, quiet);
	if (d->n && !d->judged)
		hint("nobody comes with a reason; use it as: nt-find QUERY | nt-due - | nt-remind");
	if (if_any && !d->full)
		return;
	if (json || strcmp(format, "json") == 0)
		put_json(d);
	else
		put_text(d);
}

/* Of two at once the second sees what the first has taken down; nobody is locked out while the stream is still coming. */
static void remind_once(struct digest *d, struct book *b)
{
	struct state reminded = {0};
	int lock = save_lock(b);
	if (state_read(&reminded, b, STATE_REMINDED)) {
		remind(d, b, &reminded);
		if (fflush(stdout) == 0)
			state_note(b, STATE_REMINDED, digest_full_paths(d), d->today, date_add(d->today, b->config.quiet, -1));
	}
	save_unlock(lock);
	state_release(&reminded);
}

int main(int argc, char **argv)
{
	struct digest d = {.today = date_today()};
	struct arena notes = {0};
	struct book book;
	opt_parse(&tool, argc, argv);
	book_find(&book);
	if (once && book.fd < 0)
		die("--once needs a book: it takes down there who was reminded of");
	if (isatty(STDIN_FILENO))
		die("standard input is a terminal; use it as: nt-due | nt-remind");
	struct stream s = {.fd = STDIN_FILENO, .book = &book, .arena = &notes};
	digest_read(&d, &s);
	if (once)
		remind_once(&d, &book);
	else
		remind(&d, &book, NULL);
	stream_release(&s);
	digest_release(&d);
	arena_release(&notes);
	book_release(&book);
	return finish(STATUS_YES);
}

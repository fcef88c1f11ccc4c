/* nt-remind: a digest of who is due, to act on */
#include "base/diag.h"
#include "book/save.h"
#include "face/reminder.h"
#include "views/digest.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *format = "text";
static long most = -1;
static bool once, json, if_any;

static const struct opt options[] = {
	{'f', "format", OPT_CHOICE, &format, "text|mail|html|notify|ics|rem|json", "the form of the digest"},
	{'j', "json", OPT_FLAG, &json, NULL, "the same as -f json"},
	{'n', "limit", OPT_NUMBER, &most, "N", "this many people in full, instead of the book's limit"},
	{0, "once", OPT_FLAG, &once, NULL,
		"leave out who was in full within the book's quiet days, and take down who is now"},
	{0, "if-any", OPT_FLAG, &if_any, NULL, "print nothing unless somebody is in full"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-remind", "[-]", "a digest of who is due, to act on", options, false};

/* For somebody to read, unlike a calendar, which says what is so. */
static bool is_message(void)
{
	return !json && str_listed(" text mail html ", str_of(format));
}

/* False: it could not be told. */
static bool remind(struct digest *d, struct book *b, const struct state *reminded)
{
	digest_cut(d, most < 0 ? b->config.limit : most, reminded, &b->config);
	if (d->n && !d->judged)
		hint("nobody comes with a reason; use it as: nt-find QUERY | nt-due - | nt-remind");
	if ((if_any || (once && is_message() && !isatty(STDOUT_FILENO))) && !d->full)
		return true;
	if (strcmp(format, "mail") == 0 && !json)
		return reminder_mail(d, b, once) && fflush(stdout) == 0;
	if (json || strcmp(format, "json") == 0)
		reminder_json(d);
	else if (strcmp(format, "html") == 0)
		reminder_html(d, once);
	else if (strcmp(format, "notify") == 0)
		return reminder_notify(d);
	else if (strcmp(format, "ics") == 0 || strcmp(format, "rem") == 0)
		reminder_calendar(d, strcmp(format, "rem") == 0, span_days(b->config.horizon));
	else
		reminder_text(d, stdout, once);
	return fflush(stdout) == 0;
}

/* Of two at once the second sees what the first has taken down; nobody is locked out while the stream is still coming.
 */
static void remind_once(struct digest *d, struct book *b)
{
	struct state reminded = {0};
	int lock = save_lock(b);
	if (state_read(&reminded, b, STATE_REMINDED) && remind(d, b, &reminded))
		state_note(b, STATE_REMINDED, digest_full_paths(d), d->today, digest_oldest(d, &b->config));
	save_unlock(lock);
	state_release(&reminded);
}

static enum reader reader_of(void)
{
	return strcmp(format, "text") == 0 && !json ? sight_of(STDOUT_FILENO) : READER_REST;
}

int main(int argc, char **argv)
{
	struct digest d = {.today = date_today()};
	struct arena notes = {0};
	struct book book;
	opt_parse(&tool, argc, argv);
	d.reader = reader_of();
	book_find(&book);
	if (once && book.fd < 0)
		die("--once needs a book: it takes down there who was reminded of");
	if (isatty(STDIN_FILENO))
		die("standard input is a terminal; use it as: nt-due | nt-remind");
	struct stream s = {.fd = STDIN_FILENO, .book = &book, .arena = &notes};
	bool before = diag_trouble();
	digest_read(&d, &s);
	/* Of a stream that was cut short nobody knows whether nobody is due. */
	bool unknown = !d.n && diag_trouble() && !before;
	if (unknown)
		hint("nobody that could be read: who is due is not known");
	else if (once)
		remind_once(&d, &book);
	else
		remind(&d, &book, NULL);
	stream_release(&s);
	digest_release(&d);
	arena_release(&notes);
	book_release(&book);
	return finish(STATUS_YES);
}

/* nt-harvest: contacts from mail and calendars, as entries of those that are known */
#include "base/diag.h"
#include "book/resolve.h"
#include "change/harvest.h"
#include "face/sink.h"
#include "format/csvfile.h"
#include "format/icsfile.h"
#include "format/mailbox.h"
#include "format/mailhead.h"
#include "format/msmtplog.h"
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define STEP 1000 /* mails from one line of progress to the next */

static struct strs mine;
static bool new_people;
static long most = 10;
static struct date_range range = DATE_RANGE_ALL;

static const struct opt options[] = {
	{'m', "me", OPT_WORDS, &mine, "ADDRESS[,...]", "addresses of mine, besides those of my note"},
	{0, "most", OPT_NUMBER, &most, "N", "more recipients than that are a contact with none (10)"},
	{0, "new", OPT_FLAG, &new_people, NULL, "new notes of those with two mails each way; reads all once more"},
	OPT_RANGE(&range),
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-harvest", "SOURCE...",
	"contacts from mail and calendars, as entries of those that are known", options, OPT_MIXED};

static struct harvest harvest;
static struct arena arena; /* for one mail */
static size_t mails;

static void progress(bool end)
{
	static int shown = -1;
	if (shown < 0)
		shown = isatty(STDERR_FILENO);
	if (shown && (end ? mails >= STEP : mails % STEP == 0))
		fprintf(stderr, "\r%zu mails%s", mails, end ? "\n" : "");
}

static bool known(void *to, uint64_t id)
{
	(void)to;
	mails++;
	progress(false);
	return harvest_is_read(&harvest, id);
}

static bool take_mail(void *to, const struct mailbox_mail *m)
{
	struct mailhead head;
	(void)to;
	arena_reset(&arena);
	if (m->cut)
		warn_at(m->file, m->line, 0, "a head that is too long: its end was not read");
	if (!mailhead_read(&arena, m->head, &head)) {
		warn_at(m->file, m->line, 0, "not a mail");
		return true;
	}
	if (head.aside)
		return false;
	struct harvest_mail mail = {head.from, head.to, head.to_count, head.id, head.subject, head.time, head.dated,
		head.automatic, m->sent, m->id, m->file, m->line};
	harvest_message(&harvest, &mail);
	return true;
}

static bool is_declined(const struct icsfile_event *e)
{
	for (size_t i = 0; i < e->declined_count; i++)
		if (harvest_is_me(&harvest, e->declined[i].address))
			return true;
	return false;
}

static void take_event(void *to, const struct icsfile_event *e)
{
	(void)to;
	if (!is_declined(e))
		harvest_meeting(&harvest, e->uid, e->day, e->summary, e->time, e->all_day, e->people, e->count);
}

static void take_calendar(void *to, str bytes, str file)
{
	struct icsfile f = {.now = (int64_t)(date_today() + 1) * 86400 + 86400, .event = take_event, .to = to};
	icsfile_read(&f, bytes, file);
}

static void take_sent(void *to, const struct msmtplog_mail *m)
{
	struct harvest_mail mail = {.from = m->from,
		.to = m->to,
		.to_count = m->to_count,
		.subject = S("(by msmtp)"),
		.time = m->time,
		.dated = true,
		.sent = true,
		.file = m->file,
		.line = m->line};
	(void)to;
	harvest_message(&harvest, &mail);
}

static void take_log(void *to, str bytes, str file)
{
	msmtplog_read(bytes, file, date_today(), take_sent, to);
}

static void take_contact(void *to, struct contact *c)
{
	(void)to;
	harvest_contact(&harvest, c);
}

static void take_table(void *to, str bytes, str file)
{
	struct import in = {.fd = -1,
		.file = file,
		.ended = true,
		.me = resolve_my_name(harvest.book),
		.contact = take_contact,
		.to = to};
	buf_add(&in.bytes, bytes);
	csvfile_import(&in);
	import_release(&in);
}

static size_t given;

static bool give(struct note *n, void *sink)
{
	given++;
	return sink_note(sink, n);
}

int main(int argc, char **argv)
{
	char *stream[] = {"-", NULL};
	char **operands = opt_parse(&tool, argc, argv);
	const struct mailbox box = {known, take_mail, take_calendar, take_log, take_table, NULL};
	struct pick pick;
	struct sink sink;
	if (!*operands)
		opt_usage();
	pick_begin(&pick, stream);
	if (pick.book.fd < 0) { /* says so */
		book_release(&pick.book);
		book_need(&pick.book);
	}
	sink_open(&sink, &pick, "name,path", "name,path");
	harvest = (struct harvest){.range = range, .most = (size_t)most, .fresh = new_people};
	harvest_begin(&harvest, &pick.book, mine);
	if (!harvest_knows_me(&harvest))
		hint("no address is known to be mine (me of book.md, or -m): only mail in folders called Sent counts "
		     "as sent");
	bool one = strcmp(*operands, "-") == 0 && !operands[1];
	for (; *operands; operands++)
		mailbox_read(&box, *operands);
	progress(true);
	harvest_notes(&harvest, give, &sink);
	harvest_strangers(&harvest, new_people, give, &sink);
	if (one && !given)
		harvest_nobody(&harvest);
	int status = sink_close(&sink);
	harvest_end(&harvest);
	harvest_release(&harvest);
	arena_release(&arena);
	pick_release(&pick);
	return finish(status == STATUS_NO ? STATUS_YES : status);
}

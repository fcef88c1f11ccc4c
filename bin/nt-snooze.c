/* nt-snooze: be quiet about someone until a day */
#include "change/apply.h"
#include "change/takeback.h"
#include "base/diag.h"
#include "book/changes.h"
#include "text/edit.h"
#include "text/undecided.h"
#include "base/when.h"

static const struct opt options[] = {
	OPT_TABLE(takeback_options), OPT_TABLE(changes_options), OPT_TABLE(book_options), OPT_END};
static const struct opt_tool tool = {
	"nt-snooze", "NAME... [SPAN|DATE|off]", "be quiet about someone until a day", options, false};

static str key_of(struct note *n)
{
	return note_key(n, S("snooze"));
}

static str snooze(struct note *n, void *ctx, struct fault *why)
{
	str key = key_of(n);
	return edit_set(
		n->arena, undecided_settled(n->arena, n->bytes, key), key, date_str(n->arena, *(date *)ctx), why);
}

/* ctx: counts the notes that had one. */
static str end_snooze(struct note *n, void *ctx, struct fault *why)
{
	str key = key_of(n);
	str after = edit_unset(n->arena, undecided_settled(n->arena, n->bytes, key), key, why);
	*(size_t *)ctx += !after.p || !str_eq(after, n->bytes);
	return after;
}

static bool until_parse(str typed, date *out)
{
	struct span span;
	if (when_parse(typed, WHEN_AHEAD, out))
		return true;
	if (typed.n > 3 || !span_parse(typed, &span)) /* 2027 is a year */
		return false;
	*out = date_add(date_today(), span, 1);
	return *out != DATE_NONE;
}

/* Takes the day off the end of the operands: as many words as make one, but not the first, which is a name.
 * DATE_NONE: it is "off". */
static date take_day(struct arena *a, char **operands)
{
	date d;
	size_t n = 0;
	struct strs words = {0};
	while (operands[n])
		strs_add(a, &words, str_of(operands[n++]));
	if (!words.v)
		opt_usage();
	str last = words.v[n - 1];
	if (str_ieq(last, S("off"))) {
		operands[n - 1] = NULL;
		return DATE_NONE;
	}
	for (size_t i = 1; i < n; i++)
		if (until_parse(strs_join(a, (struct strs){words.v + i, n - i}, S(" ")), &d)) {
			operands[i] = NULL;
			return d;
		}
	die("not a span or a date: '" FMT "'; write %s, or off", ARG(last), when_instead(last, WHEN_AHEAD));
}

/* The day itself is not quiet any more: one that is over before tomorrow would silence nothing. */
static void refuse_past(date until)
{
	char day[DATE_TEXT];
	if (until != DATE_NONE && until <= date_today())
		die("a snooze until %s is over already: write tomorrow or a later day, or off to end one",
			date_text(until, day));
}

static int change_each(struct book *b, char **operands, date until)
{
	size_t ended = 0;
	if (until != DATE_NONE)
		return apply_each(b, operands, snooze, &until);
	int answer = apply_each(b, operands, end_snooze, &ended);
	if (answer == STATUS_YES && !ended)
		hint("no snooze to end");
	return answer;
}

int main(int argc, char **argv)
{
	struct book book;
	char **operands = opt_parse(&tool, argc, argv);
	struct arena arena = {0};
	if (!takeback_asked() && !operands[1])
		opt_usage();
	date until = takeback_asked() ? DATE_NONE : take_day(&arena, operands);
	refuse_past(until);
	book_find(&book);
	int answer = takeback_asked() ? takeback_each(&book, operands) : change_each(&book, operands, until);
	answer = changes_end(answer);
	book_release(&book);
	arena_release(&arena);
	return answer;
}

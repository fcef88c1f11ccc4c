/* nt-snooze: be quiet about someone until a day */
#include "change/apply.h"
#include "base/diag.h"
#include "book/changes.h"
#include "text/edit.h"

static const struct opt options[] = {OPT_TABLE(changes_options), OPT_TABLE(book_options), OPT_END};
static const struct opt_tool tool = {
	"nt-snooze", "NAME... SPAN|DATE", "be quiet about someone until a day", options, false};

static str snooze(struct note *n, void *ctx, struct fault *why)
{
	str until = date_str(n->arena, *(date *)ctx);
	str mapped = config_pair(&n->config->map, S("snooze"));
	return edit_set(n->arena, n->bytes, mapped.p ? mapped : S("snooze"), until, why);
}

static date until_day(const char *typed)
{
	struct span span;
	date d;
	if (date_parse_arg(str_of(typed), &d))
		return d;
	if (!span_parse(str_of(typed), &span))
		die("not a span or a date: '%s'", typed);
	return date_add(date_today(), span, 1);
}

int main(int argc, char **argv)
{
	struct book book;
	char **operands = opt_parse(&tool, argc, argv);
	size_t n = 0;
	while (operands[n])
		n++;
	date until = until_day(operands[n - 1]);
	operands[n - 1] = NULL;
	book_find(&book);
	int answer = apply_each(&book, operands, snooze, &until);
	book_release(&book);
	return changes_end(answer);
}

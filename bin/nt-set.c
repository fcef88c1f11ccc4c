/* nt-set: change the fields of notes */
#include "change/apply.h"
#include "base/diag.h"
#include "book/changes.h"
#include "change/renamed.h"
#include "change/set.h"
#include "change/setquery.h"
#include "change/sortname.h"
#include "change/takeback.h"

static const struct opt options[] = {
	OPT_TABLE(takeback_options), OPT_TABLE(changes_options), OPT_TABLE(book_options), OPT_END};
static const struct opt_tool tool = {
	"nt-set", "NAME... [KEY=[VALUE]|KEY+=VALUE|KEY-=VALUE...]", "change the fields of notes", options, false};

static struct arena arena; /* the run's */
static struct set_setting *settings;
static size_t count;

/* Keeps what is a setting; moves the names to the front and ends them. */
static void sort_out(const struct config *c, char **operands)
{
	struct fault why;
	char **name = operands;
	for (; *operands; operands++) {
		if (!set_is(str_of(*operands))) {
			*name++ = *operands;
			continue;
		}
		settings = arena_more(&arena, settings, count, sizeof *settings);
		if (!set_parse(&arena, c, str_of(*operands), &settings[count++], &why))
			warn(FMT, ARG(why.text));
	}
	*name = NULL;
}

/* All settings or, if one cannot be done, none. */
static str apply(struct note *n, void *ctx, struct fault *why)
{
	str after = set_apply(n->arena, n->config, note_kind(n), n->bytes, settings, count, why);
	if (after.p && !setquery_good(ctx, n, after, settings, count))
		return (str){0};
	if (after.p) {
		sortname_tell(n, after);
		renamed_tell(ctx, n, after);
	}
	return after;
}

int main(int argc, char **argv)
{
	struct book book;
	char **operands = opt_parse(&tool, argc, argv);
	int answer = STATUS_TROUBLE;
	book_find(&book);
	sort_out(&book.config, operands);
	if (!*operands || takeback_asked() == (count > 0))
		opt_usage();
	if (diag_status() == STATUS_YES)
		answer = takeback_asked() ? takeback_each(&book, operands) : apply_each(&book, operands, apply, &book);
	answer = changes_end(answer);
	book_release(&book);
	arena_release(&arena);
	return answer;
}

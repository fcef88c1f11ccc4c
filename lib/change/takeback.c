#include "change/takeback.h"

#include "base/diag.h"
#include "book/undo.h"
#include "change/apply.h"
#include <string.h>

static bool asked;

const struct opt takeback_options[] = {
	{'u', "undo", OPT_FLAG, &asked, NULL, "take back the last change that this tool made for NAME"},
	OPT_END,
};

bool takeback_asked(void)
{
	return asked;
}

struct taking {
	struct book *book;
	str whose;
	bool refused;
};

static int nothing(struct book *b, str path, str why)
{
	hint(FMT ": " FMT, ARG(book_shown(b, &b->arena, path)), ARG(why));
	return STATUS_NO;
}

static str without_last(struct note *n, void *ctx, struct fault *why)
{
	struct taking *t = ctx;
	str before = undo_last(t->book, n, t->whose, why);
	t->refused = !before.p;
	if (t->refused)
		nothing(t->book, n->path, why->text);
	return t->refused ? n->bytes : before;
}

static int take_back(struct book *b, str whose)
{
	struct taking t = {.book = b, .whose = whose};
	struct fault why = {0};
	int lock = save_lock(b), answer = STATUS_TROUBLE;
	str path = undo_where(b, &b->arena, whose, &why);
	if (!path.p)
		answer = nothing(b, whose, why.text);
	else if (apply_path(b, path, without_last, &t))
		answer = t.refused ? STATUS_NO : STATUS_YES;
	if (answer == STATUS_YES)
		undo_drop(b, whose);
	save_unlock(lock);
	return answer;
}

int takeback_paths(struct book *b, struct strs paths)
{
	int worst = STATUS_YES;
	for (size_t i = 0; i < paths.n; i++) {
		int answer = take_back(b, paths.v[i]);
		worst = answer > worst ? answer : worst;
	}
	return worst;
}

int takeback_each(struct book *b, char **names)
{
	struct strs paths = {0};
	if (strcmp(*names, "-") == 0 && !names[1])
		die("-u takes back what stands in the book; it takes names, not a stream");
	int answer = apply_targets(b, names, &paths);
	return answer == STATUS_YES ? takeback_paths(b, paths) : answer;
}

/* nt-check: report the mistakes in notes, and mend the plain ones */
#include "check/check.h"
#include "face/checkform.h"
#include "check/checkmend.h"
#include "base/diag.h"
#include "book/changes.h"
#include "change/apply.h"
#include "note/sight.h"
#include "book/save.h"
#include "book/stream.h"
#include "base/term.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static bool mend, strict;
static const char *format = "text";
static char json;

static const struct opt options[] = {
	{0, "fix", OPT_FLAG, &mend, NULL, "mend what has one right answer"},
	{'f', "format", OPT_CHOICE, &format, "text|json|sarif", "how mistakes are printed"},
	{'j', "json", OPT_LETTER, &json, NULL, "the same as --format=json"},
	{0, "strict", OPT_FLAG, &strict, NULL, "exit 1 for warnings too"},
	OPT_TABLE(changes_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-check", "[PATH...]", "report the mistakes in notes, and mend the plain ones", options, false};

static struct book book;
static struct checkbook all;
static struct checkform form;

static enum reader reader(void)
{
	return form.form == 't' ? sight_of(STDOUT_FILENO) : READER_REST;
}

/* Of what is private a reader who may not see it learns where, and the rule. Not so of what keeps a note or the
 * configuration from being read. */
static bool is_said(const struct check *c, const struct check_mistake *m)
{
	return c->n->broken || m->code == CHECK_CONFIG || sight_at(reader(), c->n, m->at);
}

static void put(const struct check *c)
{
	for (size_t i = 0; i < c->count; i++) {
		struct check_mistake m = c->v[i];
		if (!is_said(c, &m))
			m.text = str_of(check_rules[m.code].about);
		if (changes_dry()) /* the patch alone is printed */
			form.errors += check_rules[m.code].error, form.warnings += !check_rules[m.code].error;
		else
			checkform_put(&form, c->n->shown.p ? c->n->shown : S("<standard input>"), &m);
	}
}

static bool is_mendable(const struct check *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->v[i].mend_end)
			return true;
	return false;
}

static str mended(struct note *n, void *ctx, struct fault *why)
{
	(void)ctx;
	return checkmend_whole(n, &all, why);
}

/* Mends the file and checks it again. */
static void mend_file(struct check *c, struct buf *buf)
{
	struct note *n = c->n, now;
	diag_hook = NULL;
	enum save_result result = save_change(&book, n->path, mended, NULL);
	if (result == SAVE_WRITTEN && !changes_load(&book, n->arena, buf, n->path, &now)) {
		warn_at(n->shown, 0, 0, "%s", strerror(errno));
	} else if (result == SAVE_WRITTEN) {
		if (form.form == 't' && !changes_dry())
			apply_report(n, n->bytes, now.bytes);
		*n = now;
		diag_hook = mistakes_hear;
		check_note(c, n, &all);
	}
	diag_hook = mistakes_hear;
}

static bool visit(struct note *n, void *ctx)
{
	struct check c;
	struct buf buf = {0};
	(void)ctx;
	check_note(&c, n, &all);
	if (mend && is_mendable(&c))
		mend_file(&c, &buf);
	put(&c);
	buf_release(&buf);
	return true;
}

static bool wanted(str path, bool folder, void *ctx)
{
	(void)ctx;
	return checkbook_chosen(&all, path, folder);
}

static void put_of_book(struct arena *a, const char *path, enum check_code code, size_t line, str text)
{
	struct check_mistake m = {.code = code, .line = line, .col = 1, .character = 1, .text = text};
	checkform_put(&form, book_shown(&book, a, str_of(path)), &m);
}

/* What is wrong with no note, but with the book. */
static void check_whole(void)
{
	struct arena a = {0};
	const char *why = "";
	size_t line = checkbook_driver_missing(&book, &why);
	str load = load_words(&a, &all.load, book.config.limit);
	if (line)
		put_of_book(&a, ".gitattributes", CHECK_MERGE_DRIVER, line, str_of(why));
	if (load.p)
		put_of_book(&a, "book.md", CHECK_LOAD, 1, load);
	arena_release(&a);
}

static void check_files(char **paths)
{
	struct book_walk walk = {.wanted = wanted, .visit = visit};
	if (!*paths && !changes_dry())
		check_whole();
	if (mend)
		save_unlock(save_lock(&book)); /* what a killed run has left goes, if there is nothing to mend, too */
	checkbook_choose(&all, paths);
	diag_hook = mistakes_hear;
	book_walk(&book, &walk);
}

static void check_stream(void)
{
	struct arena a = {0};
	struct stream s = {.fd = STDIN_FILENO, .book = &book, .arena = &a};
	struct note n;
	diag_hook = mistakes_hear;
	while (stream_next(&s, &n))
		visit(&n, NULL);
	stream_release(&s);
	arena_release(&a);
}

/* What book.md says wrong is reported with its note. */
static void find_book(bool need)
{
	book_mends = true;
	diag_hook = checkbook_hear;
	if (need)
		book_need(&book);
	else
		book_find(&book);
	diag_hook = NULL;
}

int main(int argc, char **argv)
{
	char **paths = opt_parse(&tool, argc, argv);
	bool stream = *paths && strcmp(*paths, "-") == 0;
	if (stream && (paths[1] || mend))
		die("'-' is the stream on standard input: it stands alone, and is not mended");
	if (mend && !*paths)
		die("--fix changes notes: name them; '.' is all below this folder");
	if (stream && isatty(STDIN_FILENO))
		die("- reads a stream of notes, and standard input is a terminal");
	if (changes_dry() && !mend)
		die("-n prints what --fix would change: give both");
	find_book(!stream);
	checkbook_read(&all, &book, NULL, NULL);
	checkform_open(&form, json ? "json" : format);
	form.color = opt_color();
	if (book.config.unread && !sight_all(reader()))
		hint("book.md says what is private and cannot be read: of notes only places and rules are told");
	if (stream)
		check_stream();
	else
		check_files(paths);
	diag_hook = NULL;
	if (changes_dry())
		changes_print();
	else
		checkform_close(&form);
	checkbook_release(&all);
	book_release(&book);
	return finish(form.errors || (strict && form.warnings) ? STATUS_NO : STATUS_YES);
}

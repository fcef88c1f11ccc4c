/* nt-address: complete email addresses, in mail clients or anywhere */
#include "face/report.h"
#include "views/complete.h"
#include "base/diag.h"
#include "base/term.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LINE_MOST 200 /* bytes: mutt takes what stands behind the 255th of its line 1 for an address */

static const char *format;

static const struct opt options[] = {
	{'f', "format", OPT_CHOICE, &format, "mutt|aerc|alot", "the lines as that mail client reads them"},
	{'j', "json", OPT_LETTER, &report_asked.form, NULL, "print a JSON object a line"},
	{'n', "count", OPT_NUMBER, &report_asked.most, "N", "stop after N addresses"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-address", "[TEXT...]", "complete email addresses, in mail clients or anywhere", options, false};

/* What was said of notes while a mail client listens: the first in full, and how many. */
static struct buf trouble;
static size_t troubles;

static bool keep_trouble(str path, size_t line, size_t col, str text)
{
	if (troubles++)
		return true;
	buf_add(&trouble, path);
	if (line)
		buf_printf(&trouble, ":%zu:%zu", line, col);
	buf_printf(&trouble, ": " FMT, ARG(text));
	return true;
}

static bool is_for(const char *client)
{
	return format && strcmp(format, client) == 0;
}

/* The bottom line of mutt: an error if the status is not 0. */
static void put_first_line(struct complete *c, str typed)
{
	str line = c->n ? arena_printf(&c->arena, "addresses found: %zu", c->n)
			: arena_printf(&c->arena, "no address found for '" FMT "'", ARG(typed));
	if (troubles)
		line = arena_printf(&c->arena, FMT "; " FMT, ARG(line), ARG(buf_str(&trouble)));
	line = term_visible(&c->arena, line);
	size_t n = line.n < LINE_MOST ? line.n : LINE_MOST;
	while (n < line.n && ((unsigned char)line.p[n] & 0xc0) == 0x80)
		n--;
	printf(FMT "\n", ARG(str_head(line, n)));
}

/* Clients do not agree on how these are written between quotes. */
static char without_quotes(char c)
{
	return (char)(c == '"' ? '\'' : c == '\\' ? '/' : c);
}

static void put_line(const struct complete_line *c)
{
	printf(FMT "\t", ARG(c->email));
	for (size_t i = 0; i < c->name.n; i++)
		putchar(format ? without_quotes(c->name.p[i]) : c->name.p[i]);
	printf("\t" FMT "\n", ARG(c->other));
}

static int put_json(const struct complete *c)
{
	static const struct report_column columns[] = {
		{.name = "email"}, {.name = "name"}, {.name = "other"}, {.name = "path"}, {.name = NULL}};
	struct report r;
	report_open(&r, columns, "", "");
	for (size_t i = 0; i < c->n && !report_full(&r); i++) {
		report_text(&r, 0, c->v[i].email);
		report_text(&r, 1, c->v[i].name);
		report_text(&r, 2, c->v[i].other);
		report_text(&r, 3, c->v[i].note->rank.path);
		report_row(&r);
	}
	return report_close(&r);
}

static int put(struct complete *c, str typed)
{
	size_t shown = report_asked.most < (long)c->n ? (size_t)report_asked.most : c->n;
	if (report_asked.form)
		return put_json(c);
	if (is_for("mutt"))
		put_first_line(c, typed);
	for (size_t i = 0; i < shown; i++)
		put_line(&c->v[i]);
	return shown ? STATUS_YES : STATUS_NO;
}

/* alot shows nothing at all unless the status is 0. */
static int after_troubles(int answer)
{
	if (!troubles)
		return answer;
	if (!is_for("mutt"))
		hint(FMT "%s", ARG(buf_str(&trouble)), troubles > 1 ? "; nt-check has more" : "");
	return is_for("alot") && answer == STATUS_YES ? answer : STATUS_TROUBLE;
}

int main(int argc, char **argv)
{
	struct complete c = {.n = 0};
	struct strs texts = {0};
	struct book book;
	for (char **text = opt_parse(&tool, argc, argv); *text; text++) {
		opt_no_stream(*text);
		strs_add(&c.arena, &texts, str_of(*text));
		completions_word(&c, str_of(*text));
	}
	if (format && report_asked.form)
		die("--json is no format of a mail client: leave --format out");
	if (is_for("mutt"))
		dup2(STDOUT_FILENO, STDERR_FILENO); /* the screen is mutt's; line 1 is what it shows */
	if (format)
		diag_hook = keep_trouble;
	book_need(&book);
	completions_read(&c, &book);
	int answer = put(&c, strs_join(&c.arena, texts, S(" ")));
	answer = finish(after_troubles(answer));
	completions_release(&c);
	book_release(&book);
	buf_release(&trouble);
	return answer;
}

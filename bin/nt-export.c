/* nt-export: notes in the formats of other programs, or for others to read */
#include "base/diag.h"
#include "base/term.h"
#include "face/exports.h"
#include "views/share.h"
#include <unistd.h>

static const char *format;
static bool private_too, share;

static const struct opt options[] = {
	{'f', "format", OPT_CHOICE, &format, "vcard|vcard3|csv|json|jcard|ldif|abook|mutt|friends|ics|rem|html",
		"whose format"},
	{0, "private", OPT_FLAG, &private_too, NULL, "private fields too"},
	{0, "share", OPT_FLAG, &share, NULL,
		"techniques, advice and lists as notes, without whatever may name somebody"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-export", "[QUERY...]", "notes in the formats of other programs, or for others to read", options, false};

struct sharing {
	struct share share;
	size_t given, kept;
};

static void put_shared(struct note *n, str bytes)
{
	struct note shared = {.config = n->config, .arena = n->arena, .bytes = bytes, .is_new = true};
	if (isatty(STDOUT_FILENO)) {
		term_print(bytes);
		return;
	}
	note_begin(&shared);
	stream_put(stdout, &shared);
}

static bool visit(struct note *n, void *ctx)
{
	struct sharing *s = ctx;
	str bytes = share_kind(n) ? share_note(&s->share, n) : (str){0};
	s->kept += !share_kind(n);
	if (!bytes.p)
		return true;
	if (s->given++ && isatty(STDOUT_FILENO))
		putchar('\n');
	put_shared(n, bytes);
	return true;
}

static void share_all(struct pick *p)
{
	struct sharing s = {.given = 0};
	if (share_begin(&s.share, p))
		pick_each(p, visit, &s);
	if (s.kept)
		hint("only techniques, advice and lists are shared: other notes stay home: %zu", s.kept);
	if (s.share.left_out)
		hint("lines, sentences and values that may name somebody stay home: %zu", s.share.left_out);
	share_release(&s.share);
}

int main(int argc, char **argv)
{
	struct pick pick;
	char **operands = opt_parse(&tool, argc, argv);
	if (share && (format || private_too))
		die("--share is for strangers: it goes with neither -f nor --private");
	if (!format && !share)
		die("-f says in which format: %s", options[0].arg);
	pick_begin(&pick, operands);
	if (share)
		share_all(&pick);
	else
		exports_write(exports_named(str_of(format)), &pick, private_too ? READER_PRIVATE : READER_REST);
	pick_release(&pick);
	return finish(STATUS_YES);
}

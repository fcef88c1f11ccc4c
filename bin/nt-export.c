/* nt-export: notes in the formats of other programs */
#include "face/exports.h"

#include "base/diag.h"

static const char *format;
static bool private_too;

static const struct opt options[] = {
	{'f', "format", OPT_CHOICE, &format, "csv|json|ldif|abook|mutt|ics|rem", "whose format"},
	{0, "private", OPT_FLAG, &private_too, NULL, "private fields too"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-export", "[QUERY...]", "notes in the formats of other programs", options, false};

int main(int argc, char **argv)
{
	struct pick pick;
	char **operands = opt_parse(&tool, argc, argv);
	if (!format)
		die("-f says in which format: %s", options[0].arg);
	pick_begin(&pick, operands);
	exports_write(exports_named(str_of(format)), &pick, private_too ? READER_PRIVATE : READER_REST);
	pick_release(&pick);
	return finish(STATUS_YES);
}

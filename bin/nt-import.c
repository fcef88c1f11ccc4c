/* nt-import: read contacts of other programs as new notes */
#include "base/diag.h"
#include "book/resolve.h"
#include "face/sink.h"
#include "format/vcardfile.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEAD ((size_t)64 << 10)

static const char *format_option, *photos_option;
static struct strs columns_option;

static const struct opt options[] = {
	{'f', "format", OPT_TEXT, &format_option, "FORMAT",
		"of the files: vcard and so on; else told from how each begins"},
	{'m', "map", OPT_WORDS, &columns_option, "COLUMN=FIELD[,...]", "in a CSV file that column is this field"},
	{0, "photos", OPT_TEXT, &photos_option, "DIR", "put pictures there, as files"},
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-import", "FILE...", "read contacts of other programs as new notes", options, false};

/* A phone's "Private" is one of book.md's words for what nobody else gets: told once. */
static void tell_private(struct note *n, const struct contact *c)
{
	static bool told;
	for (const struct value *v = c->front->first; v; v = v->next)
		for (const struct value *x = v->kind == VALUE_MAP ? v->first : NULL; x && !told; x = x->next) {
			told = !str_eq(v->key, S("from")) && !sight_key(READER_REST, n, x->key);
			if (told)
				hint(FMT ": " FMT " is labelled '" FMT
					 "': that is private here, and left out by nt-vdir and nt-export",
					ARG(note_name(n)), ARG(v->key), ARG(x->key));
		}
}

static void give(void *to, struct contact *c)
{
	struct sink *sink = to;
	struct note n = {
		.config = &sink->pick->book.config, .arena = c->arena, .bytes = contact_bytes(c), .is_new = true};
	note_begin(&n);
	tell_private(&n, c);
	sink_note(sink, &n);
}

/* From the book's root, where it is inside: so it opens from any working directory. */
static str photo_place(const void *ctx, struct arena *a, str path)
{
	const struct book *book = ctx;
	char *real = book->fd >= 0 ? realpath(arena_cstr(a, path), NULL) : NULL;
	str place = real ? book_path(book, a, str_of(real)) : (str){0};
	free(real);
	return place.n ? place : path;
}

static const struct importer *chosen(void)
{
	const char *format = format_option ? format_option : columns_option.n ? "csv" : NULL;
	const struct importer *i = format ? importer_named(str_of(format)) : NULL;
	struct arena a = {0};
	struct strs names = {0};
	if (i && columns_option.n && !str_listed(" csv ldif abook ", str_of(i->name)))
		die("-m: columns are of CSV files, not of %s", i->name);
	if (i || !format)
		return i;
	for (const struct importer *known = NULL; (known = importer_next(known));)
		strs_add(&a, &names, str_of(known->name));
	die("no format is called '%s': " FMT, format_option, ARG(strs_join(&a, names, S(", "))));
}

static void tell_unknown(const char *file, str head)
{
	if (!str_trim(head).n)
		warn("%s: there is nothing in it", file);
	else if (import_is_note(head))
		warn("%s: a note of Markdown is read as it is: nt-init in its folder makes that a book; else say what "
		     "it is by -f",
			file);
	else
		warn("%s: not a format that is known: say it by -f, as -f csv", file);
}

/* False: nothing of it could be read. */
static bool import(
	const char *file, const struct importer *format, struct sink *sink, str me, const struct vcardmembers *members)
{
	bool piped = strcmp(file, "-") == 0;
	struct import in = {.fd = piped ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC),
		.file = piped ? S("standard input") : str_of(file),
		.columns = columns_option,
		.country = sink->pick->book.config.country,
		.me = me,
		.photos = {str_of(photos_option), photo_place, &sink->pick->book},
		.members = members,
		.contact = give,
		.to = sink};
	if (in.fd < 0) {
		warn("cannot read '%s':", file);
		return false;
	}
	str head = import_head(&in, HEAD);
	if (!format && !in.failed && !(format = importer_for(head)))
		tell_unknown(file, head);
	if (format && !in.failed)
		format->read(&in);
	if (format && !in.failed && !in.given)
		hint("%s: nobody is in it", file);
	if (!piped)
		close(in.fd);
	import_release(&in);
	return format && !in.failed;
}

int main(int argc, char **argv)
{
	char *stream[] = {"-", NULL};
	char **operands = opt_parse(&tool, argc, argv);
	const struct importer *format = chosen();
	struct pick pick;
	struct sink sink;
	if (!*operands)
		opt_usage();
	pick_begin(&pick, stream);
	if (pick.book.fd < 0)
		config_defaults(&pick.book.arena, &pick.book.config);
	sink_open(&sink, &pick, "name,email,phone,org", "name,email,phone,org,birthday");
	if (sink.form == 'p' || sink.form == '0')
		die("new notes have no paths");
	struct vcardmembers members = {.arena = &pick.book.arena};
	vcardfile_members(&members, operands);
	for (str me = resolve_my_name(&pick.book); *operands; operands++)
		import(*operands, format, &sink, me, &members);
	vcardmember_release(&members);
	int status = sink_close(&sink);
	pick_release(&pick);
	return finish(status == STATUS_NO ? STATUS_YES : status);
}

/* nt-new: make a note for someone new */
#include "book/create.h"
#include "base/diag.h"
#include "book/changes.h"
#include "sys/editor.h"
#include "book/save.h"
#include "change/set.h"
#include "change/setquery.h"
#include "note/email.h"
#include "note/vocabulary.h"
#include "base/term.h"
#include "base/utf8.h"

#include <stdlib.h>

static bool another, edit;
static const char *kind_option;

static const struct opt options[] = {
	{0, "another", OPT_FLAG, &another, NULL, "even if a note has that name, alias or email already"},
	{'e', "edit", OPT_FLAG, &edit, NULL, "open the note in the editor"},
	{'k', "kind", OPT_TEXT, &kind_option, "KIND", "org, group, list ... instead of a person"},
	OPT_TABLE(changes_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-new", "NAME [KEY=VALUE...]", "make a note for someone new", options, false};

/* The words before the first key=value are the name. */
static str take_name(struct arena *a, char ***operands)
{
	struct strs words = {0};
	str word;
	for (; **operands && str_chr(str_of(**operands), '=') == STR_NONE; ++*operands)
		for (str rest = str_of(**operands); str_cut(&rest, ' ', &word);)
			if (word.n)
				strs_add(a, &words, word);
	return str_trim(strs_join(a, words, S(" ")));
}

struct settings {
	struct set_setting *v;
	size_t n;
};

static struct settings parse(struct arena *a, const struct config *c, char **operands)
{
	struct settings list = {0};
	struct fault why;
	for (; *operands; operands++) {
		list.v = arena_more(a, list.v, list.n, sizeof *list.v);
		if (!set_parse(a, c, str_of(*operands), &list.v[list.n++], &why))
			warn(FMT, ARG(why.text));
	}
	if (diag_status() != STATUS_YES)
		exit(diag_status());
	return list;
}

static void add_values(struct arena *a, struct strs *values, const struct settings *settings, str field)
{
	for (size_t i = 0; i < settings->n; i++)
		for (size_t k = 0; str_eq(settings->v[i].field, field) && k < settings->v[i].values.n; k++)
			strs_add(a, values, settings->v[i].values.v[k]);
}

static str clash(struct book *b, struct arena *a, str name, const struct settings *settings)
{
	struct strs names = {0}, emails = {0};
	strs_add(a, email_is(name) ? &emails : &names, name);
	add_values(a, &names, settings, S("aliases"));
	add_values(a, &emails, settings, S("email"));
	bool all;
	str path = create_clash(b, names, emails, &all);
	if (!path.p && !all)
		die("whether there is one already cannot be told: not all of the book could be read; --another makes "
		    "it");
	return path;
}

/* A kind is one word, and a name one line. */
static void check(str name, str kind)
{
	if (!vocabulary_right(vocabulary_find(S("kind")), kind))
		die("not a kind: '" FMT "'", ARG(kind));
	if (str_eq(kind, S("book")))
		die("nt-init makes a book");
	if (!vocabulary_right(vocabulary_find(S("name")), name))
		die("control characters in a name: '" FMT "'", ARG(name));
}

static str apply(struct book *b, struct arena *a, str kind, str path, str bytes, const struct settings *settings)
{
	struct fault why = {0};
	bytes = set_apply(a, &b->config, kind, bytes, settings->v, settings->n, &why);
	if (!bytes.p)
		die(FMT, ARG(why.text));
	struct note n = {
		.config = &b->config, .arena = a, .path = path, .shown = book_shown(b, a, path), .bytes = bytes};
	note_begin(&n);
	if (!setquery_good(b, &n, bytes, settings->v, settings->n))
		exit(STATUS_TROUBLE);
	return bytes;
}

int main(int argc, char **argv)
{
	struct book b;
	struct arena a = {0};
	char **operands = opt_parse(&tool, argc, argv);
	opt_no_stream(*operands);
	str name = take_name(&a, &operands);
	if (!name.n)
		opt_usage();
	if (edit && changes_dry())
		die("-n makes no note to edit: leave out -e");
	str kind = kind_option ? str_of(kind_option) : S("person");
	check(name, kind);
	book_need(&b);
	int answer = STATUS_TROUBLE;
	struct settings settings = parse(&a, &b.config, operands);
	int lock = save_lock(&b);
	str there = another ? (str){0} : clash(&b, &a, name, &settings);
	if (there.p)
		die(FMT ": has that name, alias or email; --another makes one more", ARG(book_shown(&b, &a, there)));
	if (email_is(name))
		die("an address is no name: nt-new NAME email=" FMT, ARG(name));
	str path = create_path(&b, &a, name, kind);
	str bytes = create_bytes(&b, &a, name, kind, path);
	if (bytes.p && save_new(&b, path, apply(&b, &a, kind, path, bytes, &settings)) == SAVE_WRITTEN) {
		str shown = book_shown(&b, &a, path);
		if (!changes_dry()) {
			term_put(stdout, shown);
			putchar('\n');
		}
		save_unlock(lock);
		answer = edit && !editor_run((struct strs){&shown, 1}) ? STATUS_TROUBLE : STATUS_YES;
	}
	int status = changes_end(answer);
	book_release(&b);
	arena_release(&a);
	return status;
}

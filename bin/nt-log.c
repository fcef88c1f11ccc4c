/* nt-log: note a contact, a favour or a promise */
#include "change/apply.h"
#include "change/nobody.h"
#include "change/takeback.h"
#include "book/create.h"
#include "base/diag.h"
#include "book/changes.h"
#include "sys/editor.h"
#include "sys/file.h"
#include "text/log.h"
#include "text/typed.h"
#include "book/resolve.h"
#include "base/term.h"
#include "book/undo.h"
#include "note/email.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NAME_WORDS 4 /* behind the first */

static bool out, in, open_box, new_person;
static date day = DATE_NONE, due = DATE_NONE;
static const char *technique;

static const struct opt options[] = {
	{'d', "date", OPT_PAST, &day, "DATE", "the day it happened, instead of today"},
	{0, "due", OPT_AHEAD, &due, "DATE", "an open box, due on DATE"},
	{'i', "in", OPT_FLAG, &in, NULL, "they reached out"},
	{0, "new", OPT_FLAG, &new_person, NULL, "make a note for a person who has none"},
	{'o', "out", OPT_FLAG, &out, NULL, "I reached out"},
	{0, "open", OPT_FLAG, &open_box, NULL, "an open box without a date"},
	{0, "technique", OPT_TEXT, &technique, "NAME", "link the technique that was tried"},
	OPT_TABLE(takeback_options),
	OPT_TABLE(changes_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-log", "NAME[,NAME...] [ENTRY...]", "note a contact, a favour or a promise", options, OPT_TEXT_BEHIND};

static struct arena arena; /* the run's */
static struct book book;
static struct strs paths, newcomers; /* who is meant: their notes, and the names of those who have none yet */
static struct strs made;             /* the notes of newcomers */

static str from_input(void)
{
	struct buf buf = {0};
	if (!file_read_fd(STDIN_FILENO, &buf))
		die("standard input:");
	str text = arena_dup(&arena, str_trim(buf_str(&buf)));
	buf_release(&buf);
	return text;
}

static str from_editor(void)
{
	str text = editor_text(&arena);
	if (!text.p)
		exit(STATUS_TROUBLE);
	return text;
}

static str entry_text(char **words)
{
	struct strs list = {0};
	if (!*words)
		return isatty(STDIN_FILENO) ? from_editor() : from_input();
	if (strcmp(*words, "-") == 0 && !words[1])
		return from_input();
	for (; *words; words++)
		strs_add(&arena, &list, str_of(*words));
	return str_trim(strs_join(&arena, list, S(" ")));
}

/* [[Name]] of the technique, as its note calls itself; by its file name if that would be no link. */
static str technique_link(void)
{
	struct buf buf = {0};
	struct note n;
	if (!resolve_technique(&book, &arena, &buf, str_of(technique), &n))
		exit(STATUS_TROUBLE);
	str name = arena_dup(&arena, note_name(&n));
	if (strcspn(arena_cstr(&arena, name), "[]|#\n") < name.n)
		name = note_stem(&n);
	buf_release(&buf);
	return arena_printf(&arena, "[[" FMT "]]", ARG(name));
}

/* The entry as it will stand behind the marker. */
static str compose(char **words)
{
	struct typed said = {.day = day,
		.open = open_box || due != DATE_NONE,
		.due = due,
		.dir = out  ? '>'
		       : in ? '<'
			    : 0,
		.marks = book.config.boxes};
	struct fault why = {0};
	str text = entry_text(words);
	size_t bad;
	if (!text.n)
		die("the entry is empty; nothing was written");
	if (!utf8_valid(text, &bad) || str_chr(text, '\0') != STR_NONE)
		die("the entry is not text in UTF-8; nothing was written");
	if (technique)
		text = arena_printf(&arena, FMT ", as in " FMT, ARG(text), ARG(technique_link()));
	text = typed_entry(&arena, text, &said, &why);
	if (!text.p)
		die(FMT, ARG(why.text));
	struct entry e;
	if (entry_parse(&arena, text, said.marks, &e) && e.date > date_today() && entry_contact(&e, true))
		hint("a contact ahead of today is none yet; [ ] in front of the day is due on it");
	return text;
}

/* The words of the first operand, and of those that a comma joins to it: "bob, ada", "bob ,ada". Takes them off. */
static str take_names(char ***operands)
{
	struct strs words = {0};
	do
		strs_add(&arena, &words, str_of(*(*operands)++));
	while (**operands && (str_ends(words.v[words.n - 1], S(",")) || ***operands == ','));
	return strs_join(&arena, words, S(" "));
}

static bool is_kind(const char *word)
{
	struct entry e;
	size_t colon;
	str text = arena_printf(&arena, "%s x", word);
	return entry_glued(text, &colon) || (entry_parse_undated(&arena, text, date_today(), &e) && e.kind.p);
}

/* "ada lovelace had lunch": as many words as make a name that somebody's file has. */
static str longest_name(str name, char ***operands)
{
	struct strs words = {0};
	str longest = name;
	char **word = *operands;
	strs_add(&arena, &words, name);
	while (*word && **word && words.n <= NAME_WORDS) {
		strs_add(&arena, &words, str_of(*word++));
		str whole = strs_join(&arena, words, S(" "));
		if (!resolve_file(&book, whole).p)
			continue;
		longest = whole;
		*operands = word;
	}
	return longest;
}

/* "ada lovelace call: text": what stands before the kind is more of the name, if that is anybody's. */
static str with_more(str name, char ***operands)
{
	struct strs words = {0};
	char **word = *operands;
	bool none;
	strs_add(&arena, &words, name);
	for (; *word && words.n <= NAME_WORDS && !is_kind(*word); word++)
		strs_add(&arena, &words, str_of(*word));
	if (words.n == 1 || !*word || !is_kind(*word))
		return words.n == 1 ? name : longest_name(name, operands);
	str whole = strs_join(&arena, words, S(" "));
	if (!resolve_name(&book, whole, &none).p && none)
		return name;
	*operands = word;
	return whole;
}

static int meant(str name);

/* Of several names the worst answer. */
static int each_meant(str list)
{
	int worst = STATUS_YES;
	str name;
	while (str_cut(&list, ',', &name)) {
		int answer = str_trim(name).n ? meant(str_trim(name)) : STATUS_YES;
		worst = answer > worst ? answer : worst;
	}
	return worst;
}

/* Adds whom a NAME means to paths or newcomers; the whole is one NAME if it can be, else it is split at commas.
 * Not STATUS_YES: the message is out. */
static int meant(str name)
{
	bool none;
	str path = resolve_name(&book, name, &none);
	if (!path.p && !none)
		return STATUS_TROUBLE;
	if (!path.p && str_chr(name, ',') != STR_NONE)
		return each_meant(name);
	if (!path.p && !new_person) {
		hint("nobody is called '" FMT "'; --new makes a note", ARG(name));
		return STATUS_NO;
	}
	if (!path.p && email_is(name)) {
		warn("an address is no name: nt-new NAME email=" FMT ", then nt-log", ARG(name));
		return STATUS_TROUBLE;
	}
	struct strs *list = path.p ? &paths : &newcomers;
	if (!strs_has(*list, path.p ? path : name))
		strs_add(&arena, list, path.p ? path : name);
	return STATUS_YES;
}

/* ctx: the entry */
static str add(struct note *n, void *ctx, struct fault *why)
{
	size_t line;
	struct entry_rules rules = note_rules(n);
	str entry = *(const str *)ctx, after = log_add(n->arena, n->bytes, &rules, entry, why, &line);
	if (after.p)
		nobody_tell(n, entry);
	return after;
}

/* A new note, with the entry in it from the first. */
static bool write_new(str path, str name, str entry)
{
	struct fault why = {0};
	struct note n = {
		.config = &book.config, .arena = &arena, .path = path, .shown = book_shown(&book, &arena, path)};
	n.bytes = create_bytes(&book, &arena, name, S("person"), path);
	if (!n.bytes.p)
		return false;
	note_begin(&n);
	str after = note_ok(&n) ? add(&n, &entry, &why) : (str){0};
	if (!after.p && why.text.p)
		note_warn(&n, why.line, why.col, FMT, ARG(why.text));
	bool good = after.p && save_new(&book, path, after) == SAVE_WRITTEN;
	if (good && !changes_dry()) {
		undo_note(&book, path, path, n.bytes, after);
		apply_report(&n, n.bytes, after);
	}
	return good;
}

/* With the lock held: another nt-log may have made the same person since. */
static bool make_person(str name, str entry)
{
	bool none;
	str path = resolve_name(&book, name, &none);
	if (!path.p && none) {
		path = create_path(&book, &arena, name, S("person"));
		strs_add(&arena, &made, path);
		return write_new(path, name, entry);
	}
	if (path.p && !strs_has(paths, path) && !strs_has(made, path))
		strs_add(&arena, &paths, path);
	return path.p != NULL;
}

static int write_all(str entry)
{
	int worst = STATUS_YES, lock = save_lock(&book);
	for (size_t i = 0; i < newcomers.n; i++)
		if (!make_person(newcomers.v[i], entry)) {
			save_unlock(lock);
			return STATUS_TROUBLE;
		}
	for (size_t i = 0; i < paths.n; i++)
		if (!apply_noted(&book, paths.v[i], paths.v[i], add, &entry))
			worst = STATUS_TROUBLE;
	if (worst == STATUS_YES && !changes_dry())
		editor_done();
	save_unlock(lock);
	return worst;
}

int main(int argc, char **argv)
{
	char **operands = opt_parse(&tool, argc, argv);
	opt_no_stream(*operands);
	str names = take_names(&operands);
	bool shaped = out || in || open_box || new_person || technique || day != DATE_NONE || due != DATE_NONE;
	if ((out && in) || (takeback_asked() && (*operands || shaped)))
		opt_usage();
	book_need(&book);
	if (str_chr(names, ',') == STR_NONE)
		names = with_more(names, &operands);
	int answer = meant(names);
	if (answer == STATUS_YES && !paths.n && !newcomers.n)
		opt_usage();
	if (answer == STATUS_YES)
		answer = takeback_asked() ? takeback_paths(&book, paths) : write_all(compose(operands));
	answer = changes_end(answer);
	book_release(&book);
	arena_release(&arena);
	return answer;
}

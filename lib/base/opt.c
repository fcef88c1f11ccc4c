#include "base/opt.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/when.h"
#include "base/diag.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef NT_VERSION
#define NT_VERSION "unknown"
#endif

enum { MAX_OPTIONS = 64, LONG = 256, HELP_COLUMN = 28, USAGE_WIDTH = 80, OUTPUT = 64 << 10 };

static bool help, version;
static const char *color = "auto";

static const struct opt common[] = {
	{'h', "help", OPT_FLAG, &help, NULL, "print this help"},
	{0, "version", OPT_FLAG, &version, NULL, "print the version"},
	{0, "color", OPT_CHOICE, &color, "auto|always|never", "when to use colour"},
	OPT_END,
};

static const struct opt_tool *tool;
static const struct opt *options[MAX_OPTIONS]; /* the tool's own, then the common ones */
static const char *given[MAX_OPTIONS];         /* the value that each has */
static size_t count, own;
static struct arena arena; /* the lists of words */

static void collect(const struct opt *table)
{
	for (; table->name || table->kind == OPT_INCLUDE; table++) {
		if (table->kind == OPT_INCLUDE)
			collect(table->value);
		else if (count == MAX_OPTIONS)
			die("more than %d options", MAX_OPTIONS);
		else
			options[count++] = table;
	}
}

static bool takes_argument(const struct opt *o)
{
	return o->kind != OPT_FLAG && o->kind != OPT_LETTER;
}

static size_t place_of(int letter)
{
	size_t i = 0;
	while (i < count && options[i]->letter != letter)
		i++;
	return i;
}

static const struct opt *by_letter(int letter)
{
	size_t i = place_of(letter);
	return i < count ? options[i] : NULL;
}

/* -h is help only where the tool does not use the letter itself */
static char letter_of(const struct opt *o)
{
	return o->letter && by_letter(o->letter) == o ? o->letter : 0;
}

static void usage_word(struct buf *b, size_t *column, const char *word)
{
	if (*column + 1 + strlen(word) > USAGE_WIDTH) {
		size_t indent = strlen("usage: ") + strlen(tool->name);
		buf_printf(b, "\n%*s", (int)indent, "");
		*column = indent;
	}
	buf_printf(b, " %s", word);
	*column += 1 + strlen(word);
}

static void usage_option(struct buf *word, const struct opt *o)
{
	buf_reset(word);
	buf_puts(word, "[");
	if (o->letter)
		buf_printf(word, "-%c", o->letter);
	else
		buf_printf(word, "--%s", o->name);
	if (takes_argument(o))
		buf_printf(word, "%c%s", o->letter ? ' ' : '=', o->arg);
	buf_puts(word, "]");
}

static void usage(FILE *f)
{
	struct buf b = {0}, word = {0};
	size_t column = strlen("usage: ") + strlen(tool->name);

	buf_printf(&b, "usage: %s", tool->name);
	buf_puts(&word, "[-");
	for (size_t i = 0; i < own; i++)
		if (options[i]->letter && !takes_argument(options[i]))
			buf_putc(&word, options[i]->letter);
	buf_puts(&word, "]");
	if (word.n > strlen("[-]"))
		usage_word(&b, &column, buf_cstr(&word));
	for (size_t i = 0; i < own; i++)
		if (!options[i]->letter || takes_argument(options[i])) {
			usage_option(&word, options[i]);
			usage_word(&b, &column, buf_cstr(&word));
		}
	if (tool->operands && *tool->operands)
		usage_word(&b, &column, tool->operands);
	fprintf(f, "%s\n", buf_cstr(&b));
	buf_release(&word);
	buf_release(&b);
}

void opt_usage(void)
{
	fflush(stdout);
	usage(stderr);
	exit(STATUS_TROUBLE);
}

const char *opt_more;

static void print_help(void)
{
	struct buf b = {0};

	usage(stdout);
	printf("%s\n\n", tool->does);
	for (size_t i = 0; i < count; i++) {
		const struct opt *o = options[i];
		buf_reset(&b);
		if (letter_of(o))
			buf_printf(&b, "  -%c, --%s", o->letter, o->name);
		else
			buf_printf(&b, "      --%s", o->name);
		if (takes_argument(o))
			buf_printf(&b, "=%s", o->arg);
		if (b.n + 2 > HELP_COLUMN)
			buf_printf(&b, "\n%*s", HELP_COLUMN, "");
		printf("%-*s%s\n", HELP_COLUMN, buf_cstr(&b), o->help);
	}
	buf_release(&b);
	if (opt_more)
		printf("\n%s", opt_more);
}

void opt_help(void)
{
	print_help();
	exit(finish(STATUS_YES));
}

static void dump(void)
{
	printf("%s\t%s\t%s\n", tool->name, tool->operands ? tool->operands : "", tool->does);
	for (size_t i = 0; i < count; i++) {
		const struct opt *o = options[i];
		const char letter[] = {letter_of(o), 0};
		printf("%s\t%s\t%s\t%s\n", letter, o->name, takes_argument(o) ? o->arg : "", o->help);
	}
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_choice(const char *words, str s)
{
	str rest = str_of(words), word;

	while (str_cut(&rest, '|', &word))
		if (str_eq(word, s))
			return true;
	return false;
}

static void set_day(const struct opt *o, const char *text, enum when_sense sense)
{
	if (!when_parse(str_of(text), sense, o->value))
		die("--%s: not a date: '%s'; write %s", o->name, text, when_instead(str_of(text), sense));
}

static void set_range(const struct opt *o, const char *text)
{
	struct date_range *range = o->value, days;

	if (!when_range(str_of(text), WHEN_PAST, &days.first, &days.last) || days.first == DATE_NONE)
		die("--%s: not a date: '%s'; write %s", o->name, text, when_instead(str_of(text), WHEN_PAST));
	if (o->kind == OPT_SINCE)
		range->first = days.first;
	else
		range->last = days.last;
}

static bool is_list(const struct opt *o)
{
	return o->kind == OPT_LIST || o->kind == OPT_WORDS;
}

/* The value of an option that may have had one: a list goes on, another value is refused. */
static const char *with_given(size_t which, const char *text)
{
	const struct opt *o = options[which];
	if (given[which] && is_list(o))
		text = arena_cstr(&arena, arena_printf(&arena, "%s,%s", given[which], text));
	else if (given[which] && strcmp(given[which], text) != 0)
		die("--%s: given twice: '%s' and '%s'", o->name, given[which], text);
	return given[which] = text;
}

static void set(const struct opt *o, const char *text)
{
	str s = str_of(text);

	switch (o->kind) {
	case OPT_FLAG:
		*(bool *)o->value = true;
		break;
	case OPT_LETTER:
		*(char *)o->value = o->letter;
		break;
	case OPT_TEXT:
	case OPT_LIST:
		*(const char **)o->value = text;
		break;
	case OPT_NUMBER:
		if (!str_long(s, o->value) || *(long *)o->value < 0)
			die("--%s: not a number: '%s'", o->name, text);
		break;
	case OPT_PAST:
	case OPT_AHEAD:
		set_day(o, text, o->kind == OPT_PAST ? WHEN_PAST : WHEN_AHEAD);
		break;
	case OPT_SPAN:
		if (!span_parse(s, o->value))
			die("--%s: not a span: '%s'; write 6w, 10d, 3m or 1y", o->name, text);
		break;
	case OPT_SINCE:
	case OPT_UNTIL:
		set_range(o, text);
		break;
	case OPT_WORDS:
		*(struct strs *)o->value = (struct strs){0};
		strs_add_words(&arena, o->value, s);
		if (!((struct strs *)o->value)->n)
			die("--%s: no %s", o->name, o->name);
		break;
	case OPT_CHOICE:
		if (!is_choice(o->arg, s))
			die("--%s: not one of %s: '%s'", o->name, o->arg, text);
		*(const char **)o->value = text;
		break;
	case OPT_INCLUDE:
		break;
	}
}

/* getopt's own messages differ from system to system */
static _Noreturn void complain(int answer, const char *word)
{
	const struct opt *o = optopt >= LONG ? options[optopt - LONG] : NULL;
	str name = str_head(str_of(word), strcspn(word, "="));
	const char *text = tool->mixing == OPT_TEXT_BEHIND ? "; behind -- all is text" : "";
	bool known = false;

	for (size_t i = 0; i < count; i++)
		known |= name.n > 2 && str_starts(str_of(options[i]->name), str_skip(name, 2));
	if (answer == ':' && o)
		warn("option '--%s' needs an argument: %s", o->name, o->arg);
	else if (answer == ':')
		warn("option '-%c' needs an argument: %s", optopt, by_letter(optopt)->arg);
	else if (o)
		warn("option '--%s' takes no argument", o->name);
	else if (optopt)
		warn("unknown option '-%c'%s", optopt, text);
	else if (known)
		warn("option '" FMT "' is ambiguous", ARG(name));
	else
		warn("unknown option '" FMT "'%s", ARG(name), text);
	opt_usage();
}

static void prepare(struct buf *letters, struct option *longs)
{
	buf_puts(letters, tool->mixing == OPT_FIRST ? "+:" : ":");
	for (size_t i = 0; i < count; i++) {
		bool argument = takes_argument(options[i]);
		longs[i] = (struct option){
			options[i]->name, argument ? required_argument : no_argument, NULL, LONG + (int)i};
		if (letter_of(options[i]))
			buf_printf(letters, "%c%s", options[i]->letter, argument ? ":" : "");
	}
	longs[count] = (struct option){0};
}

void opt_no_stream(const char *name)
{
	if (name && strcmp(name, "-") == 0)
		die("'-' is a stream of notes, which %s does not take: give a %.*s", tool->name,
			(int)strcspn(tool->operands + (*tool->operands == '['), " ,.[]"),
			tool->operands + (*tool->operands == '['));
}

static void check_operands(size_t n, const char *first)
{
	const char *words = tool->operands ? tool->operands : "";
	size_t least = 0, most = 0, depth = 0;
	bool in_word = false;

	for (const char *c = words; *c; c++) {
		depth += *c == '[';
		depth -= *c == ']';
		if (!in_word && !strchr(" []", *c)) {
			most++;
			least += depth == 0;
		}
		in_word = *c != ' ' && (in_word || !strchr("[]", *c));
	}
	if (n < least || (n > most && !strstr(words, "...")) ||
		(n && strcmp(words, "[-]") == 0 && strcmp(first, "-") != 0))
		opt_usage();
}

/* Words of a text as "- [ ]", "-->" or "-3" are none of the options, which begin with a letter: while options are
 * looked for, a mark stands in front of them. */
#define TEXT_MARK '\1'

static char *mark_text(char *word)
{
	bool may_be_option =
		word[0] == '-' && (is_letter(word[1]) || (word[1] == '-' && (!word[2] || is_letter(word[2]))));
	if (word[0] != TEXT_MARK && (word[0] != '-' || !word[1] || may_be_option))
		return word;
	return arena_cstr(&arena, arena_printf(&arena, "%c%s", TEXT_MARK, word));
}

static char *unmark_text(char *word)
{
	return word && tool->mixing == OPT_TEXT_BEHIND && word[0] == TEXT_MARK ? word + 1 : word;
}

char **opt_parse(const struct opt_tool *t, int argc, char **argv)
{
	struct buf letters = {0};
	struct option longs[MAX_OPTIONS + 1];
	int c;

	tool = t;
	diag_tool = t->name;
	if (!isatty(STDOUT_FILENO))
		setvbuf(stdout, NULL, _IOFBF, OUTPUT);
	if (t->options)
		collect(t->options);
	own = count;
	collect(common);
	if (argc == 2 && strcmp(argv[1], "--dump-options") == 0) {
		dump();
		exit(finish(STATUS_YES));
	}
	prepare(&letters, longs);
	if (tool->mixing != OPT_FIRST)
		unsetenv("POSIXLY_CORRECT"); /* options and operands may be mixed */
	for (int i = 1; tool->mixing == OPT_TEXT_BEHIND && i < argc; i++)
		argv[i] = mark_text(argv[i]);
	opterr = 0;
	while ((c = getopt_long(argc, argv, buf_cstr(&letters), longs, NULL)) != -1) {
		if (c == '?' || c == ':')
			complain(c, argv[optind - 1]);
		size_t which = c >= LONG ? (size_t)(c - LONG) : place_of(c);
		const char *text = unmark_text(optarg);
		set(options[which], text ? with_given(which, text) : NULL);
	}
	buf_release(&letters);
	if (help)
		print_help();
	else if (version)
		printf("%s %s\n", tool->name, NT_VERSION);
	if (help || version)
		exit(finish(STATUS_YES));
	for (int i = optind; i < argc; i++)
		argv[i] = unmark_text(argv[i]);
	check_operands((size_t)(argc - optind), argv[optind]);
	return argv + optind;
}

bool opt_color(void)
{
	const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");

	if (strcmp(color, "auto") != 0)
		return strcmp(color, "always") == 0;
	return isatty(1) && !(no_color && *no_color) && !(terminal && strcmp(terminal, "dumb") == 0);
}

#include "base/opt.h"
#include "base/buf.h"
#include "base/date.h"
#include "tap.h"
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool all;
static const char *text = "", *form = "text";
static long number;
static date since;
static struct span within;
static char letter = '-';
static struct date_range days = DATE_RANGE_ALL;
static struct strs kinds;

static const struct opt forms[] = {
	{'l', "lines", OPT_LETTER, &letter, NULL, "tab-separated lines"},
	{'j', "json", OPT_LETTER, &letter, NULL, "JSON"},
	OPT_END,
};

static const struct opt table[] = {
	{'a', "all", OPT_FLAG, &all, NULL, "everybody"},
	{'w', "within", OPT_SPAN, &within, "SPAN", "look ahead"},
	{'n', "number", OPT_NUMBER, &number, "N", "stop after N"},
	{'d', "date", OPT_PAST, &since, "DATE", "from that day"},
	{0, "text", OPT_TEXT, &text, "TEXT", "some text"},
	{'f', "format", OPT_CHOICE, &form, "text|mail", "how to print"},
	OPT_TABLE(forms),
	OPT_END,
};

static struct opt_tool tool = {"nt-test", "[QUERY...]", "test the options", table, false};

static void (*print)(void); /* else print_all */

static void print_all(char **operands)
{
	printf("%d %ld %s %s %c %d%c %s", all, number, text, form, letter, within.n, within.unit ? within.unit : '-',
		opt_color() ? "color" : "plain");
	for (; *operands; operands++)
		printf(" <%s>", *operands);
}

/* what a program with these arguments prints on both outputs, and behind it its exit status */
static str run(struct buf *b, const char *line)
{
	static char words[1000];
	char *argv[20] = {"nt-test"}, chunk[500];
	int argc = 1, ends[2], status;
	ssize_t n;

	strcpy(words, line);
	for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
		argv[argc++] = word;
	fflush(stdout);
	if (pipe(ends) < 0)
		exit(2);
	pid_t pid = fork();
	if (pid == 0) {
		dup2(ends[1], 1);
		dup2(ends[1], 2);
		close(ends[0]);
		char **operands = opt_parse(&tool, argc, argv);
		if (print)
			print();
		else
			print_all(operands);
		exit(0);
	}
	close(ends[1]);
	buf_reset(b);
	while ((n = read(ends[0], chunk, sizeof chunk)) > 0)
		buf_add(b, (str){chunk, (size_t)n});
	close(ends[0]);
	waitpid(pid, &status, 0);
	buf_printf(b, " =%d", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
	return buf_str(b);
}

#define USAGE                                                                                                          \
	"usage: nt-test [-alj] [-w SPAN] [-n N] [-d DATE] [--text=TEXT] [-f text|mail]\n"                              \
	"               [QUERY...]\n"
#define HELP                                                                                                           \
	USAGE "test the options\n\n"                                                                                   \
	      "  -a, --all                 everybody\n"                                                                \
	      "  -w, --within=SPAN         look ahead\n"                                                               \
	      "  -n, --number=N            stop after N\n"                                                             \
	      "  -d, --date=DATE           from that day\n"                                                            \
	      "      --text=TEXT           some text\n"                                                                \
	      "  -f, --format=text|mail    how to print\n"                                                             \
	      "  -l, --lines               tab-separated lines\n"                                                      \
	      "  -j, --json                JSON\n"                                                                     \
	      "  -h, --help                print this help\n"                                                          \
	      "      --version             print the version\n"                                                        \
	      "      --color=auto|always|never\n"                                                                      \
	      "                            when to use colour\n"
#define DUMP                                                                                                           \
	"nt-test\t[QUERY...]\ttest the options\n"                                                                      \
	"a\tall\t\teverybody\n"                                                                                        \
	"w\twithin\tSPAN\tlook ahead\n"                                                                                \
	"n\tnumber\tN\tstop after N\n"                                                                                 \
	"d\tdate\tDATE\tfrom that day\n"                                                                               \
	"\ttext\tTEXT\tsome text\n"                                                                                    \
	"f\tformat\ttext|mail\thow to print\n"                                                                         \
	"l\tlines\t\ttab-separated lines\n"                                                                            \
	"j\tjson\t\tJSON\n"                                                                                            \
	"h\thelp\t\tprint this help\n"                                                                                 \
	"\tversion\t\tprint the version\n"                                                                             \
	"\tcolor\tauto|always|never\twhen to use colour\n"

static const struct {
	const char *line, *want;
} cases[] = {
	{"", "0 0  text - 0- plain =0"},
	{"a - -a b", "1 0  text - 0- plain <a> <-> <b> =0"},
	{"-a -- -j", "1 0  text - 0- plain <-j> =0"},
	{"-aw3d -n 5 --text=x", "1 5 x text - 3d plain =0"},
	{"-jl", "0 0  text l 0- plain =0"},
	{"-l --json", "0 0  text j 0- plain =0"},
	{"--wi 2w --form mail", "0 0  mail - 2w plain =0"},
	{"--color=always", "0 0  text - 0- color =0"},
	{"--color always", "0 0  text - 0- color =0"},
	{"-n 5 --number=5 --text=x --text x", "0 5 x text - 0- plain =0"},
	{"-n 5 -n 6", "nt-test: --number: given twice: '5' and '6'\n =2"},
	{"-w 2w --within=3d", "nt-test: --within: given twice: '2w' and '3d'\n =2"},
	{"--text=a --text=b", "nt-test: --text: given twice: 'a' and 'b'\n =2"},
	{"--color=always x --color=never", "nt-test: --color: given twice: 'always' and 'never'\n =2"},
	{"-w soon", "nt-test: --within: not a span: 'soon'; write 6w, 10d, 3m or 1y\n =2"},
	{"-n -1", "nt-test: --number: not a number: '-1'\n =2"},
	{"-n 1x", "nt-test: --number: not a number: '1x'\n =2"},
	{"-d 2026-02-30", "nt-test: --date: not a date: '2026-02-30'; write yesterday, 3d, 'last friday', 'nov 3' or "
			  "2026-11-03\n =2"},
	{"-f mai", "nt-test: --format: not one of text|mail: 'mai'\n =2"},
	{"--color=red", "nt-test: --color: not one of auto|always|never: 'red'\n =2"},
	{"--foo", "nt-test: unknown option '--foo'\n" USAGE " =2"},
	{"--foo=bar x", "nt-test: unknown option '--foo'\n" USAGE " =2"},
	{"x --foo y", "nt-test: unknown option '--foo'\n" USAGE " =2"},
	{"-ax", "nt-test: unknown option '-x'\n" USAGE " =2"},
	{"-w", "nt-test: option '-w' needs an argument: SPAN\n" USAGE " =2"},
	{"--within", "nt-test: option '--within' needs an argument: SPAN\n" USAGE " =2"},
	{"--all=1", "nt-test: option '--all' takes no argument\n" USAGE " =2"},
	{"--help", HELP " =0"},
	{"-h", HELP " =0"},
	{"--dump-options", DUMP " =0"},
};

static void test_letter_taken(struct buf *b)
{
	static const struct opt hubs[] = {{'h', "hubs", OPT_FLAG, &all, NULL, "who is at the centre"}, OPT_END};
	static const struct opt many[] = {
		{0, "lines", OPT_FLAG, &all, NULL, ""}, {0, "limit", OPT_FLAG, &all, NULL, ""}, OPT_END};

	tool.options = hubs;
	is_str(run(b, "-h"), S("1 0  text - 0- plain =0"), "the tool's letter goes before the common one");
	ok(str_find(run(b, "--help"), S("      --help ")) != STR_NONE, "and --help then shows none");
	tool.options = many;
	ok(str_starts(run(b, "--li"), S("nt-test: option '--li' is ambiguous\n")), "an ambiguous name");
	tool.options = table;
}

static void test_first_operand_ends(struct buf *b)
{
	tool.mixing = OPT_FIRST;
	is_str(run(b, "-a ada call: -j was late"), S("1 0  text - 0- plain <ada> <call:> <-j> <was> <late> =0"),
		"free text may hold dashes");
	tool.mixing = OPT_MIXED;
}

static void print_range(void)
{
	char first[DATE_TEXT], last[DATE_TEXT];

	printf("%s..%s", date_text(days.first, first), date_text(days.last, last));
	for (size_t i = 0; i < kinds.n; i++)
		printf(" {" FMT "}", ARG(kinds.v[i]));
}

static void test_range_and_words(struct buf *b)
{
	static const struct opt options[] = {
		OPT_RANGE(&days), {'k', "kind", OPT_WORDS, &kinds, "KIND[,...]", "of these kinds only"}, OPT_END};
	static const struct {
		const char *line, *want;
	} ranges[] = {
		{"", ".. =0"},
		{"--since 2026-11 --until=2026", "2026-11-01..2026-12-31 =0"},
		{"--until 2d", "..2026-11-22 =0"},
		{"--since 2026-11-02", "2026-11-02.. =0"},
		{"--since soon", "nt-test: --since: not a date: 'soon'; write yesterday, 3d, 'last friday', 'nov 3' or "
				 "2026-11-03\n =2"},
		{"--until --11-23", "nt-test: --until: not a date: '--11-23'; write yesterday, 3d, 'last friday', 'nov "
				    "3' or 2026-11-03\n =2"},
		{"-k call,,mail, --since today", "2026-11-24.. {call} {mail} =0"},
		{"-k call -k mail,note", ".. {call} {mail} {note} =0"},
		{"--kind=,", "nt-test: --kind: no kind\n =2"},
	};

	tool.options = options;
	print = print_range;
	setenv("NT_TODAY", "2026-11-24", 1);
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		is_str(run(b, ranges[i].line), str_of(ranges[i].want), ranges[i].line);
	tool.options = table;
	print = NULL;
}

static void test_operands(struct buf *b)
{
	static const struct {
		const char *operands;
		const char *good[3], *bad[3];
	} counts[] = {
		{NULL, {"", "-a"}, {"x", "-a -- -j", "-"}},
		{"", {"", "-a"}, {"x", "-a -- -j", "-"}},
		{"[DIR]", {"", "x", "-"}, {"x y"}},
		{"[QUERY...]", {"", "x", "x y z"}, {NULL}},
		{"NAME...", {"x", "x y z", "-- -j"}, {"", "-a", "--"}},
		{"OLD NEW", {"x y", "x -a y"}, {"", "x", "x y z"}},
		{"OURS THEIRS [PATH [SIZE]]", {"a b", "a b c", "a b c d"}, {"", "a", "a b c d e"}},
		{"NAME[,NAME...] [ENTRY...]", {"x", "x y", "x y z"}, {""}},
		{"NAME... KEY=[VALUE]|KEY+=VALUE...", {"x y", "x y z"}, {"", "x"}},
	};

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		tool.operands = counts[i].operands;
		for (size_t k = 0; k < 3 && counts[i].good[k]; k++)
			ok(str_ends(run(b, counts[i].good[k]), S("=0")), counts[i].good[k]);
		for (size_t k = 0; k < 3 && counts[i].bad[k]; k++)
			ok(str_starts(run(b, counts[i].bad[k]), S("usage: nt-test ")) && str_ends(buf_str(b), S("=2")),
				counts[i].bad[k]);
		ok(str_ends(run(b, "--help"), S("=0")), "help is given whatever is missing");
	}
}

int main(void)
{
	struct buf b = {0};

	unsetenv("NO_COLOR");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		is_str(run(&b, cases[i].line), str_of(cases[i].want), cases[i].line);
	ok(str_starts(run(&b, "--version"), S("nt-test ")), "--version");
	test_letter_taken(&b);
	test_first_operand_ends(&b);
	test_range_and_words(&b);
	test_operands(&b);
	buf_release(&b);
	return done_testing();
}

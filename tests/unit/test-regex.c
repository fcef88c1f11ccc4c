/* regular expressions: case, Unicode, errors, limits */
#include "tap.h"
#include "base/buf.h"
#include "base/regex.h"
#include <time.h>

static struct arena a;

/* 1 yes, 0 no, 2 past a limit, -1 no regular expression */
static int match(str pattern, str subject)
{
	struct fault why = {0};
	struct regex *re = regex_new(pattern, &a, &why);
	enum regex_result result;

	if (!re)
		return why.text.n > 0 && why.col > 0 ? -1 : -2;
	result = regex_match(re, subject);
	regex_free(re);
	return result == REGEX_YES ? 1 : result == REGEX_NO ? 0 : 2;
}

static void cases(void)
{
	is_int(match(S("recruiter"), S("A Recruiter")), 1, "without case");
	is_int(match(S("Recruiter"), S("a recruiter")), 0, "a capital asks for case");
	is_int(match(S("\xc3\xa9t\xc3\xa9"), S("\xc3\x89T\xc3\x89")), 1, "without case beyond ASCII");
	is_int(match(S("\xc3\x89t\xc3\xa9"), S("\xc3\xa9t\xc3\xa9")), 0, "a capital beyond ASCII");
	is_int(match(S("\\W\\S\\Dx"), S(" aaX")), 1, "classes are no capitals");
	is_int(match(S("\\p{L}x\\p{Nd}"), S("aX1")), 1, "nor are properties");
	is_int(match(S("\\PLx"), S("1X")), 1, "also without braces");
	is_int(match(S("\\x{4A}x"), S("JX")), 1, "nor are digits of code points");
	is_int(match(S("(?P<Name>x)\\k{Name}"), S("xX")), 1, "nor are names");
	is_int(match(S("(?<Name>x)\\k<Name>"), S("xX")), 1, "in either form");
	is_int(match(S("(?<=X)y"), S("xy")), 0, "what is looked behind at is no name");
	is_int(match(S("\\QX\\E"), S("x")), 0, "a quoted capital is one");
	is_int(match(S("\\\\X"), S("\\x")), 0, "so is one behind a backslash");
}

static void subjects(void)
{
	is_int(match(S(""), S("")), 1, "nothing in nothing");
	is_int(match(S("^$"), (str){0}), 1, "an absent subject is empty");
	is_int(match(S("a.c"), S("a\0c")), 1, "NUL in the subject");
	is_int(match(S("a\0c"), S("a\0c")), 1, "NUL in the pattern");
	is_int(match(S("^.$"), S("\xc3\xa9")), 1, "a dot is a character");
	is_int(match(S("\\bfoo"), S("\xff"
				    "foo")),
		1, "bad UTF-8 does not hide the rest");
	is_int(match(S("^\\xff"), S("\xff")), 0, "but never matches");
	is_int(match(S("^two$"), S("one\ntwo\n")), 1, "^ and $ stand at each line");
	is_int(match(S("^two$"), S("one\r\ntwo\r\n")), 1, "whatever it ends in");
	is_int(match(S("\\Atwo$"), S("one\ntwo\n")), 0, "and \\A at the text");
}

static void errors(void)
{
	static const char *const bad[] = {"(", "[a", "a{2,1}", "*", "\\", "\\C", "\\p{", "\\p{Nonsense}", "\xff",
		"(?P<", "\\k{", "\\x{", "(?<Ab"};
	struct fault why = {0};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		is_int(match(str_of(bad[i]), S("a")), -1, bad[i][0] > 0 ? bad[i] : "bad UTF-8");
	ok(!regex_new(S("ab)"), &a, &why) && why.line == 0 && why.col == 3, "the column is where it went wrong");
	regex_free(NULL);
}

static void limits(void)
{
	struct buf text = {0};
	clock_t start = clock();

	for (int i = 0; i < 500000; i++)
		buf_putc(&text, 'a');
	text.p[40] = '!';
	is_int(match(S("(a+)+$"), (str){text.p, 41}), 2, "a pattern that explodes is told");
	text.p[40] = 'a';
	is_int(match(S("(a|aa)+$|b"), buf_str(&text)) == 0, 0, "a long match is never a silent no");
	is_int(match(S("^(?:a|b)*$"), buf_str(&text)) == 0, 0, "nor is one that asks for much memory");
	is_int(match(S("a+$"), buf_str(&text)), 1, "a long match");
	ok((double)(clock() - start) / CLOCKS_PER_SEC < 10, "in time");
	buf_release(&text);
}

int main(void)
{
	cases();
	subjects();
	errors();
	limits();
	arena_release(&a);
	return done_testing();
}

/* visible text, styles, wrapping */
#include "tap.h"
#include "base/buf.h"
#include "base/term.h"
#include <stdlib.h>
#include <string.h>

static struct arena a;

static FILE *open_page(void)
{
	FILE *f = tmpfile();

	if (!f) {
		printf("Bail out! no temporary file\n");
		exit(1);
	}
	return f;
}

static str close_page(FILE *f)
{
	struct buf b = {0};
	int c;
	str s;

	rewind(f);
	while ((c = getc(f)) != EOF)
		buf_putc(&b, (char)c);
	fclose(f);
	s = arena_dup(&a, buf_str(&b));
	buf_release(&b);
	return s;
}

static void visible(void)
{
	static const char *const pairs[][2] = {{"\033[31mred", "^[[31mred"}, {"a\tb\nc\r\nd\re", "a b c d e"},
		{"\x7f\x01", "^?^A"}, {"\xc2\x85\xc2\x9b", "<U+0085><U+009B>"},
		{"\xe2\x80\xae"
		 "evil",
			"<U+202E>evil"},
		{"\xd8\x9c", "<U+061C>"}, {"\xe2\x80\x8e\xe2\x80\x8f", "<U+200E><U+200F>"},
		{"\xe2\x81\xa6\xe2\x81\xa9", "<U+2066><U+2069>"}, {"\xe2\x80\xa8\xe2\x80\xa9", "<U+2028><U+2029>"},
		{"caf\xe9!", "caf\\xE9!"}, {"\xed\xa0\x80", "\\xED\\xA0\\x80"},
		{"caf\xc3\xa9 \xe2\x80\x8d \xf0\x9f\x98\x80", "caf\xc3\xa9 \xe2\x80\x8d \xf0\x9f\x98\x80"}};
	str plain = S("caf\xc3\xa9");
	FILE *f;

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		is_str(term_visible(&a, str_of(pairs[i][0])), str_of(pairs[i][1]), "made visible");
		f = open_page();
		term_put(f, str_of(pairs[i][0]));
		is_str(close_page(f), str_of(pairs[i][1]), "put");
	}
	is_str(term_visible(&a, S("a\0b")), S("a^@b"), "NUL");
	ok(term_visible(&a, plain).p == plain.p, "what does not change is not copied");
	is_str(term_visible(&a, (str){0}), (str){0}, "absent stays absent");
}

static void styles(void)
{
	FILE *f = open_page();

	term_style(f, RED, true, S("r\033"));
	term_style(f, BOLD, false, S("b"));
	term_style(f, PLAIN, true, S("p"));
	is_str(close_page(f), S("\033[31mr^[\033[0mbp"), "styles");
}

static void wraps(const char *text, size_t width, size_t column, size_t indent, const char *want)
{
	FILE *f = open_page();

	term_wrap(f, str_of(text), width, column, indent);
	is_str(close_page(f), str_of(want), want);
}

static void wrapping(void)
{
	wraps("", 10, 0, 0, "");
	wraps("  one  two\nthree ", 20, 0, 0, "one two three");
	wraps("one two three four", 9, 0, 2, "one two\n  three\n  four");
	wraps("one two three four", 9, 4, 4, "one\n    two\n    three\n    four");
	wraps("one two", 7, 0, 0, "one two");
	wraps("one two", 6, 0, 0, "one\ntwo");
	wraps("a incomprehensible b", 6, 0, 2, "a\n  incomprehensible\n  b");
	wraps("incomprehensible b", 6, 0, 0, "incomprehensible\nb");
	wraps("word", 6, 5, 2, "\n  word");
	wraps("\xe6\xbc\xa2\xe5\xad\x97 \xe6\xbc\xa2\xe5\xad\x97", 8, 0, 0,
		"\xe6\xbc\xa2\xe5\xad\x97\n\xe6\xbc\xa2\xe5\xad\x97");
	wraps("\033\033 \033\033", 8, 0, 0, "^[^[\n^[^[");
	wraps("a b c", 0, 0, 0, "a\nb\nc");
}

static void widths(void)
{
	setenv("COLUMNS", "33", 1);
	is_int((long)term_width(), 33, "COLUMNS");
	setenv("COLUMNS", "-1", 1);
	ok(term_width() > 0 && term_width() != (size_t)-1, "a width that is none");
	setenv("COLUMNS", "99999999999999999999", 1);
	ok(term_width() > 0 && term_width() < 100000, "a width that is too large");
	unsetenv("COLUMNS");
	ok(term_width() > 0, "without COLUMNS");
}

int main(void)
{
	visible();
	styles();
	wrapping();
	widths();
	arena_release(&a);
	return done_testing();
}

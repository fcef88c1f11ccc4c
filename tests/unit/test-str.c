/* slices: comparing, finding, cutting, lines */
#include "tap.h"
#include <limits.h>

static void compares(void)
{
	ok(str_eq(S("a\0b"), S("a\0b")) && !str_eq(S("a\0b"), S("a\0c")), "NUL is a byte like any other");
	ok(str_eq((str){0}, S("")), "absent and empty compare equal");
	ok(str_ieq(S("MIXed-9"), S("mixED-9")) && !str_ieq(S("@"), S("`")), "ASCII letters without case");
	ok(str_cmp(S("ab"), S("abc")) < 0 && str_cmp(S("b"), S("abc")) > 0, "the shorter first");
	ok(str_cmp(S("\xff"), S("a")) > 0, "bytes are unsigned");
	ok(str_starts(S("note.md"), S("note")) && !str_starts(S("no"), S("note")), "starts");
	ok(str_ends(S("note.md"), S(".md")) && !str_ends(S("md"), S(".md")), "ends");
	ok(str_starts(S("x"), (str){0}) && str_ends((str){0}, S("")), "everything starts and ends with nothing");
}

static void parts(void)
{
	is_str(str_skip(S("abc"), 2), S("c"), "skip");
	is_str(str_skip(S("abc"), 9), S(""), "skip past the end");
	is_str(str_skip((str){0}, 1), (str){0}, "skip of an absent slice");
	is_str(str_head(S("abc"), 2), S("ab"), "head");
	is_str(str_head(S("abc"), STR_NONE), S("abc"), "head that is longer");
	is_str(str_trim(S(" \t a b\r\n")), S("a b"), "trim");
	is_str(str_trim(S("\r\n ")), S(""), "trim to nothing");
	is_str(str_base(S("people/a/ada.md")), S("ada.md"), "base name");
	is_str(str_dir(S("people/a/ada.md")), S("people/a"), "folder");
	is_str(str_base(S("ada.md")), S("ada.md"), "base name at the top");
	is_str(str_dir(S("ada.md")), S(""), "folder at the top");
	is_str(str_of(NULL), (str){0}, "NULL is absent");
}

static void finds(void)
{
	is_int((long)str_chr(S("a\0b"), 'b'), 2, "chr passes a NUL");
	ok(str_chr(S("abc"), 'x') == STR_NONE && str_chr((str){0}, 'x') == STR_NONE, "chr finds none");
	is_int((long)str_rchr(S("a/b/c"), '/'), 3, "rchr");
	is_int((long)str_find(S("aab aac"), S("aac")), 4, "find");
	is_int((long)str_find(S("abc"), S("c")), 2, "find at the end");
	is_int((long)str_find(S("abc"), S("")), 0, "find nothing");
	ok(str_find(S("ab"), S("abc")) == STR_NONE && str_find((str){0}, S("a")) == STR_NONE, "find in less");
	ok(strs_has((struct strs){(str[]){S("a"), S("b")}, 2}, S("b")), "a list has");
	ok(!strs_has((struct strs){0}, S("b")), "an empty list has not");
}

static void numbers(void)
{
	char text[64];
	long n = 7;

	ok(str_long(S("42"), &n) && n == 42 && str_long(S("-7"), &n) && n == -7, "numbers");
	ok(str_long(S("+3"), &n) && n == 3, "with a plus");
	snprintf(text, sizeof text, "%ld", LONG_MAX);
	ok(str_long(str_of(text), &n) && n == LONG_MAX, "the largest");
	snprintf(text, sizeof text, "%ld", LONG_MIN);
	ok(str_long(str_of(text), &n) && n == LONG_MIN, "the smallest");
	snprintf(text, sizeof text, "%lu", (unsigned long)LONG_MAX + 1);
	ok(!str_long(str_of(text), &n), "one more is too large");
	snprintf(text, sizeof text, "%ld0", LONG_MIN);
	ok(!str_long(str_of(text), &n), "ten times as small");
	n = 7;
	ok(!str_long(S(""), &n) && !str_long(S("-"), &n) && !str_long(S("1x"), &n) && !str_long(S(" 1"), &n),
		"nothing else");
	is_int(n, 7, "a failure leaves the result alone");
}

static void cuts(void)
{
	str rest = S("a,,b,"), piece;

	ok(str_cut(&rest, ',', &piece) && str_eq(piece, S("a")), "the first piece");
	ok(str_cut(&rest, ',', &piece) && piece.n == 0, "an empty piece");
	ok(str_cut(&rest, ',', &piece) && str_eq(piece, S("b")), "a piece before the last separator");
	ok(str_cut(&rest, ',', &piece) && piece.n == 0 && piece.p, "the empty piece behind it");
	ok(!str_cut(&rest, ',', &piece), "then none");
	rest = S("");
	ok(str_cut(&rest, ',', &piece) && !str_cut(&rest, ',', &piece), "empty text is one piece");
	rest = (str){0};
	ok(!str_cut(&rest, ',', &piece), "absent text has none");
}

static void lines(void)
{
	static const char *const want[] = {"a\r\n", "\n", "b\r", "c\n", "\r", "d"};
	str rest = S("a\r\n\nb\rc\n\rd"), line;

	for (size_t i = 0; i < sizeof want / sizeof *want; i++)
		is_str(str_line(&rest, &line) ? line : S("none"), str_of(want[i]), "a line with its end");
	ok(!str_line(&rest, &line), "no line behind the last");
	is_str(str_chomp(S("a\r\n")), S("a"), "chomp CRLF");
	is_str(str_chomp(S("a\r")), S("a"), "chomp CR");
	is_str(str_chomp(S("a\n\n")), S("a\n"), "chomp one line end only");
	is_str(str_chomp(S("a\n\r")), S("a\n"), "LF and CR are two line ends");
	is_str(str_chomp(S("")), S(""), "chomp nothing");
}

int main(void)
{
	compares();
	parts();
	finds();
	numbers();
	cuts();
	lines();
	return done_testing();
}

/* folding, accents, width, slugs; nothing here depends on the version of Unicode */
#include "tap.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct arena a;

static void characters(void)
{
	static const char *const bad[] = {
		"\x80", "\xc3", "\xc0\x80", "\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff"};
	uint32_t c = 0;
	size_t at = 0;

	is_int((long)utf8_next(S("\xe2\x82\xac!"), &c), 3, "three bytes");
	is_int((long)c, 0x20ac, "are the euro sign");
	is_int((long)utf8_next(S("\0"), &c), 1, "NUL is a character");
	is_int((long)utf8_next(S(""), &c), 0, "nothing is none");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(utf8_next(str_of(bad[i]), &c) == 0 && !utf8_valid(str_of(bad[i]), &at) && at == 0, "not UTF-8");
	ok(!utf8_valid(S("plain ASCII, then \xc3\xa9\xc3"), &at) && at == 20, "the first wrong byte");
	ok(utf8_valid(S("caf\xc3\xa9 \xf0\x9f\x98\x80"), &at), "valid");
	is_int((long)utf8_ascii(S("0123456789\xc3\xa9")), 10, "the ASCII in front");
	is_int((long)utf8_letter(S("\xc3\xa9t")), 2, "a letter");
	is_int((long)utf8_letter(S("1")), 0, "a digit is no letter");
	is_int((long)utf8_alnum(S("1")), 1, "but a letter or digit");
	is_int((long)utf8_alnum(S("-")), 0, "a dash is neither");
	is_int((long)utf8_capital(S("\xc3\x89")), 2, "a capital");
	is_int((long)utf8_capital(S("\xc3\xa9")), 0, "no capital");
	ok(!utf8_letter(S("")) && !utf8_letter(S("\xff")), "no letter");
}

static void folds(void)
{
	str plain = S("plain 1"), same = S("stra\xc3\x9f"
					   "e");

	ok(utf8_fold(&a, plain).p == plain.p, "what does not change is not copied");
	ok(utf8_bare(&a, plain).p == plain.p, "nor without accents");
	same = S("caf\xc3\xa9");
	ok(utf8_fold(&a, same).p == same.p, "nor what is not ASCII");
	is_str(utf8_fold(&a, (str){0}), (str){0}, "absent stays absent");
	is_str(utf8_fold(&a, S("ADA @[`{")), S("ada @[`{"), "ASCII letters only");
	is_str(utf8_fold(&a, S("CAF\xc3\x89")), S("caf\xc3\xa9"), "capitals with accents");
	is_str(utf8_fold(&a, S("Cafe\xcc\x81")), S("caf\xc3\xa9"), "composed and decomposed are one");
	is_str(utf8_fold(&a, S("E\xcc\x81")), S("\xc3\xa9"), "the accent of an ASCII letter in front");
	is_str(utf8_fold(&a, S("Stra\xc3\x9f"
			       "e")),
		S("strasse"), "sharp s");
	is_str(utf8_fold(&a, S("\xce\xa3\xce\x9f\xce\xa6\xce\x9f\xce\xa3")),
		S("\xcf\x83\xce\xbf\xcf\x86\xce\xbf\xcf\x83"), "final sigma");
	is_str(utf8_fold(&a, S("\xff"
			       "A\xc3\x89\xc3")),
		S("\xff"
		  "a\xc3\xa9\xc3"),
		"bad bytes stay");
	is_str(utf8_fold(&a, S("\xea\xb0\x80\xe1\x86\xa8")), S("\xea\xb0\x81"), "Hangul composes");
}

static void bares(void)
{
	static const char *const pairs[][2] = {{"Caf\xc3\xa9", "cafe"}, {"Cafe\xcc\x81", "cafe"},
		{"S\xc3\xb8ren \xc3\x85ngstr\xc3\xb6m", "soren angstrom"},
		{"\xc5\x81\xc3\xb3"
		 "d\xc5\xba",
			"lodz"},
		{"\xc4\x90or\xc4\x91"
		 "e",
			"dorde"},
		{"\xc3\x86r\xc3\xb8sk\xc3\xb8"
		 "bing",
			"aeroskobing"},
		{"\xc5\x92uvre", "oeuvre"},
		{"Di\xc4\x9f"
		 "er \xc4\xb0\xc4\xb1",
			"diger ii"},
		{"\xef\xac\x81ne", "fine"}, {"Nguy\xe1\xbb\x85n", "nguyen"}, {"\xe2\x84\x8c", "h"},
		{"\xff\xc3\xa9", "\xff"
				 "e"}};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		is_str(utf8_bare(&a, str_of(pairs[i][0])), str_of(pairs[i][1]), pairs[i][1]);
	is_str(utf8_bare(&a, S("\xd0\x99")), S("\xd0\xb8"), "Cyrillic keeps its letters");
	ok(!str_eq(utf8_bare(&a, S("\xe0\xa4\x95\xe0\xa4\xbf")), utf8_bare(&a, S("\xe0\xa4\x95\xe0\xa4\xbe"))),
		"a vowel sign is no accent");
	ok(utf8_contains(&a, S("met S\xc3\x98REN there"), S("soren")), "contains");
	ok(utf8_contains(&a, S("Met SOREN"), S("soren")), "contains in ASCII");
	ok(!utf8_contains(&a, S("Met SOREN"), S("soeren")) && !utf8_contains(&a, (str){0}, S("a")), "does not");
	ok(str_cmp(utf8_sortkey(&a, S("\xc3\x89mile")), utf8_sortkey(&a, S("Fritz"))) < 0 &&
			str_cmp(utf8_sortkey(&a, S("\xc3\x89mile")), utf8_sortkey(&a, S("Ed"))) > 0,
		"an accent does not change the order");
}

/* Random mixtures: nothing crashes, and what was folded stays. */
static void stays(void)
{
	static const char *const bits[] = {"a", "E", " ", "\xcc\x81", "\xcc\xa3", "\xc3\x89", "\xc3\x9f", "\xff",
		"\xe2\x82", "\xe1\x84\x80", "\xe1\x85\xa1", "\xe1\x86\xa8", "\xe0\xa4\x95", "\xe0\xa4\xbf",
		"\xf0\x9f\x87\xa9", "\xef\xb7\xba", "\xe2\x80\x8d", "\xef\xb8\x8f", "\xce\xa3", "\xd0\xaa", "-", "/",
		".", "\x01"};
	struct buf text = {0};
	long changed = 0, wrong = 0;

	srand(1);
	for (int round = 0; round < 2000; round++) {
		buf_reset(&text);
		for (int n = rand() % 400; n > 0; n--)
			buf_puts(&text, bits[(size_t)rand() % (sizeof bits / sizeof *bits)]);
		str s = buf_str(&text), fold = utf8_fold(&a, s), bare = utf8_bare(&a, s), slug = utf8_slug(&a, s);
		size_t half = utf8_width(s) / 2, fit = utf8_fit(s, half);

		changed += !str_eq(utf8_fold(&a, fold), fold) || !str_eq(utf8_bare(&a, bare), bare);
		wrong +=
			slug.n == 0 || slug.n > 100 || str_chr(slug, '/') != STR_NONE || str_chr(slug, '.') != STR_NONE;
		wrong += str_starts(slug, S("-")) || str_ends(slug, S("-")) || str_find(slug, S("--")) != STR_NONE;
		wrong += fit > s.n || utf8_width(str_head(s, fit)) > half || utf8_fit(s, STR_NONE) != s.n;
		wrong += !utf8_valid(slug, &half);
		arena_reset(&a);
	}
	buf_release(&text);
	is_int(changed, 0, "what was folded stays");
	is_int(wrong, 0, "slugs are file names, and what fits fits");
}

/* Half a megabyte of one thing takes no longer than its length asks for. */
static void takes_no_time(const char *bit, const char *name)
{
	struct buf text = {0};
	clock_t start = clock();

	buf_puts(&text, "a");
	while (text.n < 500000)
		buf_puts(&text, bit);
	utf8_fold(&a, buf_str(&text));
	utf8_bare(&a, buf_str(&text));
	utf8_slug(&a, buf_str(&text));
	utf8_width(buf_str(&text));
	utf8_fit(buf_str(&text), 10);
	ok((double)(clock() - start) / CLOCKS_PER_SEC < 5, name);
	buf_release(&text);
	arena_reset(&a);
}

static void widths(void)
{
	static const struct {
		const char *text;
		long width;
	} cases[] = {{"", 0}, {"plain", 5}, {"caf\xc3\xa9", 4}, {"cafe\xcc\x81", 4}, {"e\xcc\x81\xcc\xa3!", 2},
		{"\xe6\xbc\xa2\xe5\xad\x97", 4}, {"\xef\xbc\xa1", 2}, {"\xf0\x9f\x98\x80", 2},
		{"\xf0\x9f\x87\xa9\xf0\x9f\x87\xaa", 2}, {"\xe2\x9d\xa4\xef\xb8\x8f", 2}, {"\xe2\x9d\xa4", 1},
		{"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", 2}, {"\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", 2},
		{"1\xef\xb8\x8f\xe2\x83\xa3", 2}, {"\xea\xb0\x81", 2}, {"\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", 2},
		{"a\tb\n", 2}, {"\xff\xfe", 2}, {"\xee\x82\xb0", 1}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		is_int((long)utf8_width(str_of(cases[i].text)), cases[i].width, "width");
	is_int((long)utf8_fit(S("abcdef"), 4), 4, "ASCII that fits");
	is_int((long)utf8_fit(S("a\xe6\xbc\xa2\xe5\xad\x97"), 4), 4, "half a wide character does not fit");
	is_int((long)utf8_fit(S("ae\xcc\x81z"), 2), 4, "an accent stays with its letter");
	is_int((long)utf8_fit(S("\xe6\xbc\xa2"), 1), 0, "nothing fits");
	is_int((long)utf8_fit(S("ab"), 9), 2, "all fits");
}

static void slugs(void)
{
	static const char *const pairs[][2] = {{"Ada Lovelace", "ada-lovelace"},
		{"  O'Brien,  Conan!", "o-brien-conan"}, {"J\xc3\xbcrgen Gro\xc3\x9f", "jurgen-gross"},
		{"S\xc3\xb8ren Kierkegaard", "soren-kierkegaard"},
		{"\xd0\xa4\xd1\x91\xd0\xb4\xd0\xbe\xd1\x80 \xd0\xa9\xd1\x83\xd0\xba\xd0\xb8\xd0\xbd", "fedor-shchukin"},
		{"\xd0\x9e\xd0\xb1\xd1\x8a\xd0\xb5\xd0\xba\xd1\x82", "obekt"},
		{"\xce\xa3\xce\xbf\xcf\x86\xce\xaf\xce\xb1", "sofia"}, {"../../etc/passwd", "etc-passwd"},
		{".", "note"}, {"..", "note"}, {"", "note"}, {"!?", "note"}, {"\xff", "note"},
		{"a\xff\xff"
		 "b",
			"a-b"},
		{"a.b_c", "a-b-c"}, {"\xe6\xbc\xa2\xe5\xad\x97 1", "\xe6\xbc\xa2\xe5\xad\x97-1"},
		{"\xea\xb0\x81", "\xea\xb0\x81"}, {"\xef\xbc\xa1\xef\xbc\xa2", "ab"}, {"\xd1\x8c", "note"},
		{"O\xca\xbbktam", "oktam"}, {"a \xd1\x8c b", "a-b"},
		{"\xe0\xa4\x95\xe0\xa4\xbf", "\xe0\xa4\x95\xe0\xa4\xbf"}, {"a\0b", "a"}};
	struct buf text = {0};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		is_str(utf8_slug(&a, str_of(pairs[i][0])), str_of(pairs[i][1]), pairs[i][1]);
	is_str(utf8_slug(&a, S("a\0b")), S("a-b"), "NUL");
	for (int i = 0; i < 50; i++)
		buf_puts(&text, "\xe6\xbc\xa2");
	is_int((long)utf8_slug(&a, buf_str(&text)).n, 99, "cut at a character");
	buf_reset(&text);
	for (int i = 0; i < 99; i++)
		buf_putc(&text, 'a');
	buf_puts(&text, " b");
	is_int((long)utf8_slug(&a, buf_str(&text)).n, 99, "no dash where it is cut");
	buf_release(&text);
}

int main(void)
{
	characters();
	folds();
	bares();
	stays();
	widths();
	slugs();
	takes_no_time("\xcc\x81\xcc\xa3", "a tower of marks");
	takes_no_time("\xef\xb7\xba", "characters that become long");
	takes_no_time("\xff", "bytes that are not UTF-8");
	takes_no_time("\xf0\x9f\x87\xa9", "flags");
	takes_no_time("a\xcc\x81", "accents");
	arena_release(&a);
	return done_testing();
}

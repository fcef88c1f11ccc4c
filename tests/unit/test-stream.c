#include "book/stream.h"

#include "base/diag.h"
#include "tap.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena a, notes;
static struct book book = {.fd = -1};
static FILE *file;

static void empty_file(void)
{
	rewind(file);
	if (ftruncate(fileno(file), 0) != 0)
		abort();
}

static struct stream read_file(void)
{
	fflush(file);
	lseek(fileno(file), 0, SEEK_SET);
	return (struct stream){.fd = fileno(file), .book = &book, .arena = &notes};
}

static void put(str path, str bytes)
{
	struct note n = {.config = &book.config, .arena = &a, .path = path, .bytes = bytes};
	struct strs why = {0};
	strs_add(&a, &why, S("a \"b\"\n\t\\"));
	strs_add(&a, &why, path);
	note_begin(&n);
	note_annotate(&n, "due", S("2026-11-24"));
	note_annotate(&n, "said", S("yes"));
	note_annotate_list(&n, "why", why);
	stream_put(file, &n);
}

static bool got(struct stream *s, str path, str bytes)
{
	struct note n;
	if (!stream_next(s, &n) || !str_eq(n.bytes, bytes) || !str_eq(n.path, path) || n.notes.n != 3)
		return false;
	struct strs why = note_annotation_list(&n, S("why"));
	return str_eq(note_annotation(&n, S("due")), S("2026-11-24")) &&
	       str_eq(note_annotation(&n, S("said")), S("yes")) && why.n == 2 && str_eq(why.v[0], S("a \"b\"\n\t\\")) &&
	       str_eq(why.v[1], path);
}

static bool at_end(struct stream *s)
{
	struct note n;
	bool end = !stream_next(s, &n);
	stream_release(s);
	return end;
}

/* Both notes come back as they went in, and nothing behind them. */
static bool survive(str one, str two)
{
	arena_reset(&a);
	empty_file();
	put(S("people/ada.md"), one);
	put(S("a b/\u00e9 \"x\".md"), two);
	struct stream s = read_file();
	bool good = got(&s, S("people/ada.md"), one) && got(&s, S("a b/\u00e9 \"x\".md"), two);
	return at_end(&s) && good;
}

static const str awkward[] = {S_INIT(""), S_INIT("\n"), S_INIT("x"), S_INIT("\f"), S_INIT("\f\n"), S_INIT("\f\f"),
	S_INIT("\n\f\n"), S_INIT("\n\f\n\f\f\n\f"), S_INIT("a\fb\n \f\n"), S_INIT("\f\r\n"), S_INIT("---"),
	S_INIT("---\n"), S_INIT("---\nunclosed: 1\n"), S_INIT("---\n---"), S_INIT("---\n---\n"),
	S_INIT("---\nname: Ada\n---\n\nHello\n"), S_INIT("---\r\nname: Ada\r\n---\r\nHello"),
	S_INIT("---\rname: Ada\r---\rHello\r"), S_INIT("---\r\f\n---\r"), S_INIT("---\r\f\f\n\f\n---\n\f"),
	S_INIT("--- \t\nname: Ada\n...\nHello"), S_INIT("\xef\xbb\xbf---\nname: Ada\n---\nHello\n"),
	S_INIT("\xef\xbb\xbf\n"), S_INIT("\xef\xbb\xbf\xef\xbb\xbf---\n---\n"), S_INIT("---\n\f\n---\n\f\n"),
	S_INIT("---\nnt-path: x\nnt-rev: 0123456789abcdef\nname: Ada\n---\n"),
	S_INIT("---\nnt-bare: true\nnt-rev: new\n---\n---\n---\n"), S_INIT("---\nnt-nonl: true\n---\nx"),
	S_INIT("nt-rev: new\n"), S_INIT("a\0b\0\n\0"), S_INIT("---\na: \0\n---\n"), S_INIT("\xff\xfe\n\xc3"),
	S_INIT("a\n\n\n")};

#define COUNT (sizeof awkward / sizeof *awkward)

static void test_awkward(void)
{
	size_t failed = 0;
	for (size_t i = 0; i < COUNT; i++)
		for (size_t k = 0; k < COUNT; k++)
			if (!survive(awkward[i], awkward[k]))
				printf("# %zu and %zu, failure %zu\n", i, k, ++failed);
	is_int((long)failed, 0, "awkward bytes come back as they went in");
}

static unsigned chance(unsigned n)
{
	static uint32_t x = 2463534242;
	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	return x % n;
}

static str random_bytes(char *to, size_t most)
{
	static const str parts[] = {S_INIT("\f"), S_INIT("\n"), S_INIT("\r\n"), S_INIT("\r"), S_INIT("---"),
		S_INIT("..."), S_INIT("nt-rev: "), S_INIT("nt-a: 1"), S_INIT("new"), S_INIT("0123456789abcdef"),
		S_INIT("\0"), S_INIT("\xef\xbb\xbf"), S_INIT("a: b"), S_INIT(" "), S_INIT("\xe9"),
		S_INIT("nt-bare: true\n"), S_INIT("---\n"), S_INIT("\f\n")};
	size_t n = 0, pieces = chance(24);
	for (size_t i = 0; i < pieces; i++) {
		str part = parts[chance(sizeof parts / sizeof *parts)];
		if (n + part.n > most)
			break;
		memcpy(to + n, part.p, part.n);
		n += part.n;
	}
	return (str){to, n};
}

static void test_random(void)
{
	static char one[1024], two[1024];
	int failed = 0;
	for (int i = 0; i < 3000; i++)
		failed += !survive(random_bytes(one, sizeof one), random_bytes(two, sizeof two));
	is_int(failed, 0, "so do random bytes");
}

static void test_large(void)
{
	static char text[300000];
	memset(text, 'x', sizeof text);
	for (size_t i = 0; i < sizeof text; i += 97)
		text[i] = "\f\n\f\n"[i % 4];
	ok(survive((str){text, sizeof text}, (str){text + 1, 65536}), "and notes larger than what is read at once");
}

/* Cut anywhere in the second note, the first is whole and nothing else is used. */
static size_t cuts_that_leak(str one, str two)
{
	struct note n;
	size_t leaks = 0;
	empty_file();
	put(S("one.md"), one);
	long first = ftell(file);
	put(S("two.md"), two);
	for (long size = ftell(file) - 1; size >= 0; size--) {
		fflush(file);
		if (ftruncate(fileno(file), size) != 0)
			abort();
		struct stream s = read_file();
		bool good = size < first || got(&s, S("one.md"), one);
		if (!good || stream_next(&s, &n)) {
			printf("# leaks when cut to %ld\n", size);
			leaks++;
		}
		stream_release(&s);
	}
	return leaks;
}

static void test_cut(void)
{
	size_t leaks = 0;
	diag_quiet = true;
	for (size_t i = 0; i < COUNT; i++)
		leaks += cuts_that_leak(awkward[i], awkward[COUNT - 1 - i]);
	diag_quiet = false;
	is_int((long)leaks, 0, "of a note that was cut short nothing is used, wherever");
}

/* What a stream or a file on standard input reads as: its notes, each in brackets. */
static str reading(const char *input)
{
	struct buf out = {0};
	struct note n;
	empty_file();
	fputs(input, file);
	struct stream s = read_file();
	diag_quiet = true;
	while (stream_next(&s, &n))
		buf_printf(&out, "[" FMT "|" FMT "]", ARG(n.path), ARG(n.bytes));
	diag_quiet = false;
	stream_release(&s);
	str all = arena_dup(&a, buf_str(&out));
	buf_release(&out);
	return all;
}

static void test_reading(void)
{
#define REV "nt-rev: 0123456789abcdef\n"
	is_str(reading(""), S(""), "nothing is no note");
	is_str(reading("# Ada\n\f\nmore\n"), S("[|# Ada\n\f\nmore\n]"),
		"a plain file is a stream of one, form feeds and all");
	is_str(reading("---\nnt-foo: 1\n---\nx"), S("[|---\nnt-foo: 1\n---\nx]"), "also one whose keys begin with nt-");
	is_str(reading("---\nnt-path: a.md\nnt-x: 1\n" REV "nt-y: 2\n---\nx\n\f\n"), S("[a.md|---\nnt-y: 2\n---\nx\n]"),
		"what follows nt-rev is the note's own");
	is_str(reading("---\nnt-path: a.md\n" REV "---\nx\n\f\n# plain\n\f\n---\nnt-path: b.md\n" REV "---\n\f\n"),
		S("[a.md|---\n---\nx\n][b.md|---\n---\n]"),
		"a note without annotations in the midst is left out, the next is read");
	is_str(reading("---\nnt-path: a.md\nnt-rev: 12\n---\n\f\n"), S(""), "a malformed nt-rev");
	is_str(reading("---\nnt-path a.md\n" REV "---\n\f\n"), S(""), "a malformed annotation before a good nt-rev");
	is_str(reading("---\nnt-path: \"a\\nb.md\"\n" REV "---\n\f\n"), S(""), "a path of two lines");
	is_str(reading("---\nnt-path: \"\\u0000.md\"\n" REV "---\n\f\n"), S(""), "a path with a NUL");
	is_str(reading("---\nnt-path: ../a.md\n" REV "---\n\f\n---\nnt-path: /a.md\n" REV "---\n\f\n"), S(""),
		"a path out of the book");
	is_str(reading("---\nnt-path: a..b/c...md\n" REV "---\n\f\n"), S("[a..b/c...md|---\n---\n]"),
		"dots in names are none");
	is_str(reading("---\nnt-path: a/.b.md\n" REV "---\n\f\n---\nnt-path: templates/a.md\n" REV "---\n\f\n"), S(""),
		"a path that no walk would give");
	is_str(reading("---\nnt-path: \"\xc2\x9b.md\"\n" REV "---\n\f\n"), S(""), "a path with a control character of C1");
	is_str(reading("---\nnt-path: \"true\"\n" REV "---\n\f\n"), S("[true|---\n---\n]"), "a path in quotes");
	is_str(reading("---\r\nnt-path: a.md\r\nnt-rev: new\r\n---\r\n\f\n"), S("[a.md|---\r\n---\r\n]"), "CRLF");
	is_str(reading("---\nnt-bare: true\n" REV "x\n\f\n"), S(""), "nt-bare without the second fence");
}

int main(void)
{
	file = tmpfile();
	if (!file)
		return 2;
	config_defaults(&book.arena, &book.config);
	test_awkward();
	test_random();
	test_large();
	test_cut();
	test_reading();
	fclose(file);
	arena_release(&a);
	arena_release(&notes);
	arena_release(&book.arena);
	return done_testing();
}

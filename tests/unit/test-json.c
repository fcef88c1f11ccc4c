#include "base/json.h"

#include "tap.h"
#include <string.h>

static struct arena a;

static void writes(str text, const char *want, const char *name)
{
	struct buf out = {0};
	json_string(&out, text);
	is_str(buf_str(&out), str_of(want), name);
	buf_release(&out);
}

/* What a text reads as: its strings, each in brackets; absent if it is no JSON of ours. */
static str reads(const char *text)
{
	struct strs list;
	str all = S("");
	if (!json_read(&a, str_of(text), &list))
		return (str){0};
	for (size_t i = 0; i < list.n; i++)
		all = arena_printf(&a, FMT "[" FMT "]", ARG(all), ARG(list.v[i]));
	return all;
}

static void refused(const char *text)
{
	ok(!reads(text).p, text);
}

static void test_write(void)
{
	writes((str){0}, "null", "absent is null");
	writes(S(""), "\"\"", "empty");
	writes(S("\"\\/\b\f\n\r\t\1\x7f"), "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u007f\"", "escapes");
	writes(S("a\0b"), "\"a\\u0000b\"", "NUL");
	writes(S("\u00e9\u20ac\U0001F600"), "\"\u00e9\u20ac\U0001F600\"", "UTF-8 as it is");
	writes(S("\xe2\x80\xae\xe2\x80\xa8 \xd7\x90\xe2\x80\x8f"), "\"\\u202e\\u2028 \xd7\x90\\u200f\"", "what reorders text");
	writes(S("x\xc2\x9b"
		 "31m"),
		"\"x\\u009b31m\"", "a control of two bytes, which terminals obey");
	writes(S("\xc2\xa0"), "\"\xc2\xa0\"", "a character next to them");
	writes(S("a\xff\xc3(\xe2\x82"), "\"a\xef\xbf\xbd\xef\xbf\xbd(\xef\xbf\xbd\xef\xbf\xbd\"", "what is not UTF-8");
}

static void test_read(void)
{
	is_str(reads("\"a\""), S("[a]"), "a string");
	is_str(reads(" [ \"a\" , \"\",\"b\" ] "), S("[a][][b]"), "an array, blanks anywhere");
	is_str(reads("[]"), S(""), "an empty array");
	is_str(reads("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), S("[\"\\/\b\f\n\r\t]"), "escapes");
	is_str(reads("\"\\u00e9\\u20AC\\ud83d\\ude00\""), S("[\u00e9\u20ac\U0001F600]"),
		"escapes of two, three and four bytes");
	const char *wrong[] = {"", "a", "1", "null", "\"", "\"a", "[", "[\"a\"", "[\"a\",]", "[,]", "[\"a\" \"b\"]",
		"\"a\"b", "[[\"a\"]]", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud83d\"", "\"\\ud83dx\"",
		"\"\\ud83d\\u0041\"", "\"\\ude00\"", "\"\\"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		refused(wrong[i]);
}

/* Every text of these bytes reads back as it was. */
static void test_round(void)
{
	static const char bytes[] = "\0\n\"\\/u0x\x1f\x7f ]";
	int failed = 0;
	for (size_t i = 0; i < sizeof bytes * sizeof bytes * sizeof bytes; i++) {
		char text[] = {bytes[i % sizeof bytes], bytes[i / sizeof bytes % sizeof bytes],
			bytes[i / sizeof bytes / sizeof bytes]};
		struct buf out = {0};
		struct strs in = {0}, back;
		strs_add(&a, &in, (str){text, 3});
		strs_add(&a, &in, (str){text, 1});
		json_strings(&out, in);
		failed += !json_read(&a, buf_str(&out), &back) || back.n != 2 || !str_eq(back.v[0], in.v[0]) ||
			  !str_eq(back.v[1], in.v[1]);
		buf_release(&out);
		arena_reset(&a);
	}
	is_int(failed, 0, "what is written reads back");
}

int main(void)
{
	test_write();
	test_read();
	test_round();
	arena_release(&a);
	return done_testing();
}

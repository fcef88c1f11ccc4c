#include "text/heading.h"

#include "tap.h"
#include <string.h>

static struct arena a;

static const char *const privates[] = {"Private", "PRIVATE", " private ", "**Private**", "__Private__", "*Private*",
	"_private_", "***Private***", "~~Private~~", "==Private==", "`Private`", "``Private``", "Private:", "Private.",
	"Private #", "Private ##", "[[Private]]", "[[private|Private]]", "[[notes|Private]]",
	"**[[notes|`Private`]]**:", "[Private](x.md)", "[Private](https://x.org/a_(b))", "[Private][x]", "[Private][]",
	"![](lock.png) Private", "\xf0\x9f\x94\x92 Private", "Private \xf0\x9f\x94\x92\xef\xb8\x8f", "(Private)",
	"\"Private\"", "- Private -", "> Private", "\\*Private\\*", "<b>Private</b>", "<a id=\"x\"></a>Private",
	"Private <!-- mine -->", "Private {#x}", "Private {.hidden}", "Private[^1]", "Pri\xe2\x80\x8bvate",
	"Pri\xc2\xadvate", "\xe2\x80\x8fPrivate\xe2\x80\x8e", "\xc2\xa0Private\xc2\xa0", "\xef\xbb\xbfPrivate",
	"Pri**vat**e"};
static const char *const others[] = {"", "Privately", "Private notes", "Not private", "Priv", "Private 2",
	"Private/Work", "Work [private](x.md)", "P r i v a t e", "1. Private"};

static void test_names(void)
{
	str name = S("private");
	struct strs names = {&name, 1};
	for (size_t i = 0; i < sizeof privates / sizeof *privates; i++)
		ok(heading_among(&a, names, heading_word(&a, str_of(privates[i]))), privates[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ok(!heading_among(&a, names, heading_word(&a, str_of(others[i]))), others[i]);
}

static void test_words(void)
{
	str lock = S("\xf0\x9f\x94\x92 **Mine**:"), sign = S("***"), accent = S("Priv\xc3\xa9"), two = S("My  notes");
	ok(heading_among(&a, (struct strs){&lock, 1}, heading_word(&a, S("mine"))), "a name is compared as it is read");
	ok(heading_among(&a, (struct strs){&sign, 1}, heading_word(&a, S("***"))), "a name of signs only");
	ok(!heading_among(&a, (struct strs){&sign, 1}, heading_word(&a, S("---"))), "is no other");
	ok(heading_among(&a, (struct strs){&accent, 1}, heading_word(&a, S("PRIVE\xcc\x81"))), "NFC, without case");
	ok(heading_among(&a, (struct strs){&two, 1}, heading_word(&a, S("my\xc2\xa0notes"))), "blanks");
	is_str(heading_word(&a, S("a < b, *c* [d](e) <f> g!")), S("a b, c d g"), "what stands between stays");
	is_str(heading_word(&a, S("[x")), S("x"), "markup without an end");
	is_str(heading_word(&a, S("x <b")), S("x b"), "a tag without one");
	is_str(heading_word(&a, S("\xff\xfe Private \xff")), S("private"), "bytes that are no text");
	is_str(heading_word(&a, S("")), S(""), "nothing");
}

/* A heading of plain words is read in a shorter way; a mark that no reader sees sends it the long one. */
static void test_short_way(void)
{
	static const char letters[] = "aZ9 -.";
	char text[9] = "", marked[12];
	unsigned wrong = 0;

	for (unsigned i = 0; i < 6 * 6 * 6 * 6 * 6; i++) {
		unsigned rest = i;
		for (size_t k = 0; k < 5; k++, rest /= 6)
			text[k] = letters[rest % 6];
		snprintf(marked, sizeof marked, "%.2s*%s", text, text + 2);
		wrong += strpbrk(text, "aZ9") &&
			 !str_eq(heading_word(&a, str_of(text)), heading_word(&a, str_of(marked)));
		arena_reset(&a);
	}
	is_int((long)wrong, 0, "both ways give one word");
}

int main(void)
{
	test_names();
	test_words();
	test_short_way();
	arena_release(&a);
	return done_testing();
}

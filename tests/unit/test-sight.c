#include "note/sight.h"

#include "tap.h"

static struct arena a;
static struct config config;

static struct note note_of(const char *bytes)
{
	struct note n = {.config = &config, .arena = &a, .path = S("people/ada.md"), .shown = S("people/ada.md"),
		.bytes = str_of(bytes)};
	note_begin(&n);
	return n;
}

/* Each byte of the words hush and open. */
static bool sees(enum reader r, struct note *n, const char *word)
{
	size_t at = 0, found;
	bool all = true;
	while ((found = str_find(str_skip(n->bytes, at), str_of(word))) != STR_NONE) {
		for (size_t i = 0; i < 4; i++)
			all &= sight_at(r, n, at + found + i);
		at += found + 4;
	}
	return all;
}

static bool hides(struct note *n)
{
	for (size_t at = 0, found; (found = str_find(str_skip(n->bytes, at), S("hush"))) != STR_NONE; at += found + 4)
		if (sight_at(READER_REST, n, at + found) || sight_at(READER_REST, n, at + found + 3))
			return false;
	return true;
}

static const char *const notes[] = {
	"---\nprivate: hush\nx: open\n---\n",
	"---\nx: {private: hush, y: open}\n---\nopen\n",
	"---\nx:\n  private: hush\n  y: open\n---\n",
	"---\nx:\n  private:\n    - hush\n    - {y: hush}\n  y: open\n---\n",
	"---\nx:\n  - private: hush\n    y: open\n  - y: open\n    private:\n      a: hush\n      b: [hush, hush]\n---\n",
	"---\nx: [{private: [hush, {y: hush}]}, open, [open, {private: hush}]]\n---\n",
	"---\n? private\n: hush\n? y\n: open\n---\n",
	"---\n\"private\": \"hush\"\n'y': |\n  open\n  open\nprivate : >\n  hush\n  hush\n---\n",
	"---\nPrivate: hush\nPRIVATE: hush\ny: open\n---\n",
	"---\r\nx:\r\n  private: hush\r\ny: open\r\n---\r\n\r\nopen\r\n\r\n# Private\r\n\r\nhush\r\n",
	"open\n\n## Private\n\nhush\n\n- hush\n  - hush\n\n### Below\n\nhush\n\n## Public\n\nopen\n",
	"# A\n\n## private ##\n\n> hush\n\n# B\n\nopen\n\nPrivate\n=======\n\nhush\n",
	"---\nx: {label: private, value: hush, y: [hush]}\ny: [{value: hush, Type: [home, PRIVATE]}, {label: privately, z: open}]\nlabel: open\n---\n",
	"---\ntel: hush\nphone: hush\nx: {tel: hush, phone: hush, y: open}\nsecret: hush\nmine: hush\n---\n",
};

static void test_places(void)
{
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
		struct note n = note_of(notes[i]);
		ok(note_ok(&n), "a note");
		ok(hides(&n) && sees(READER_REST, &n, "open"), "the rest sees what is open only");
		ok(!sight_whole(READER_REST, &n), "and not the whole");
		for (enum reader r = READER_TERMINAL; r <= READER_PRIVATE; r++)
			ok(sees(r, &n, "hush") && sees(r, &n, "open") && sight_whole(r, &n), "all others see all");
	}
	struct note plain = note_of("---\nx: open\n---\n\n## Public\n");
	ok(sight_whole(READER_REST, &plain), "a note without anything private");
}

static void test_keys(void)
{
	struct note n = note_of("---\nx: {private: hush, y: {private: hush, z: open}, w: [open]}\npay: hush\n---\n");
	static const char *const hidden[] = {
		"private", "x.private", "private.x", "a.private.b", "phone", "tel", "secret", "mine"};
	for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
		ok(!sight_key(READER_REST, &n, str_of(hidden[i])), hidden[i]);
		ok(sight_key(READER_PRIVATE, &n, str_of(hidden[i])), hidden[i]);
	}
	ok(sight_key(READER_REST, &n, S("x")) && sight_key(READER_REST, &n, S("privately")), "keys that are not");
	is_str(strs_join(&a, sight_texts(READER_REST, &n, S("x")), S(",")), S("open,open"), "texts for the rest");
	is_str(strs_join(&a, sight_texts(READER_PRIVATE, &n, S("x")), S(",")), S("hush,hush,open,open"), "and for --private");
	is_str(sight_text(READER_REST, &n, S("x")), S("open"), "the first of them");
	is_str(sight_text(READER_REST, &n, S("x.private")), (str){0}, "none");
	ok(sight_sees(READER_REST, false) && !sight_sees(READER_REST, true) && sight_sees(READER_STREAM, true), "an entry");
	n.config = NULL;
	ok(sight_key(READER_REST, &n, S("private")), "without a book nothing is called private");
}

static void test_unread(void)
{
	struct note n = note_of("---\nx: hush\n---\n\nhush\n\n- 2026-11-23 call: hush\n"), bare = note_of("hush\n");
	config.unread = true;
	ok(hides(&n) && !sight_whole(READER_REST, &n) && !sight_key(READER_REST, &n, S("x")), "unread: nothing is seen");
	ok(hides(&bare) && !sight_whole(READER_REST, &bare), "of a note without keys and headings neither");
	ok(note_entries(&n)->n == 1 && note_entries(&n)->v[0].is_private, "nor of its entries");
	ok(sees(READER_TERMINAL, &n, "hush") && sight_whole(READER_TERMINAL, &n), "but by the owner");
	config.unread = false;
}

int main(void)
{
	static struct config_pair pairs[] = {{S_INIT("phone"), S_INIT("tel")}, {S_INIT("how"), S_INIT("secret")},
		{S_INIT("mine"), S_INIT("other")}};
	config_defaults(&a, &config);
	strs_add(&a, &config.private_names, S("phone"));
	strs_add(&a, &config.private_names, S("secret"));
	strs_add(&a, &config.private_names, S("other"));
	config.map = (struct config_pairs){pairs, 3};
	test_places();
	test_keys();
	test_unread();
	arena_release(&a);
	return done_testing();
}

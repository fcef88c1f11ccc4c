#include "base/utf8.h"
#include "base/buf.h"
#include <stdlib.h>
#include <utf8proc.h>

#define PIECE      512         /* bytes mapped at a time */
#define CODES      (PIECE * 6) /* three bytes are at most 18 code points */
#define LATIN_LAST 0x2af
#define SLUG_MOST  100

/* Code points of one piece of text; a byte that is not UTF-8 stands as its negative. */
struct codes {
	int32_t v[CODES + 1];
	size_t n;
};

enum mapping { FOLD, BARE, SLUG };

/* Letters that have no decomposition; Latin first. */
static const struct letter {
	uint16_t code;
	char text[6];
} letters[] = {{0xe6, "ae"}, {0xf0, "d"}, {0xf8, "o"}, {0xfe, "th"}, {0x111, "d"}, {0x127, "h"}, {0x131, "i"},
	{0x138, "k"}, {0x142, "l"}, {0x14b, "ng"}, {0x153, "oe"}, {0x167, "t"}, {0x180, "b"}, {0x183, "b"},
	{0x188, "c"}, {0x18c, "d"}, {0x192, "f"}, {0x195, "hv"}, {0x199, "k"}, {0x19a, "l"}, {0x19e, "n"},
	{0x1a3, "oi"}, {0x1a5, "p"}, {0x1a8, "s"}, {0x1ad, "t"}, {0x1b4, "y"}, {0x1b6, "z"}, {0x1dd, "e"}, {0x1e5, "g"},
	{0x21d, "gh"}, {0x223, "ou"}, {0x225, "z"}, {0x23c, "c"}, {0x23f, "s"}, {0x240, "z"}, {0x247, "e"},
	{0x249, "j"}, {0x24d, "r"}, {0x24f, "y"}, {0x253, "b"}, {0x254, "o"}, {0x256, "d"}, {0x257, "d"}, {0x259, "e"},
	{0x25b, "e"}, {0x260, "g"}, {0x263, "g"}, {0x268, "i"}, {0x269, "i"}, {0x26b, "l"}, {0x26f, "m"}, {0x272, "n"},
	{0x275, "o"}, {0x280, "r"}, {0x283, "sh"}, {0x288, "t"}, {0x289, "u"}, {0x28a, "u"}, {0x28b, "v"}, {0x28c, "v"},
	{0x292, "zh"}, {0x2bb, ""}, {0x2bc, ""}, {0x3b1, "a"}, {0x3b2, "v"}, {0x3b3, "g"}, {0x3b4, "d"}, {0x3b5, "e"},
	{0x3b6, "z"}, {0x3b7, "i"}, {0x3b8, "th"}, {0x3b9, "i"}, {0x3ba, "k"}, {0x3bb, "l"}, {0x3bc, "m"}, {0x3bd, "n"},
	{0x3be, "x"}, {0x3bf, "o"}, {0x3c0, "p"}, {0x3c1, "r"}, {0x3c3, "s"}, {0x3c4, "t"}, {0x3c5, "y"}, {0x3c6, "f"},
	{0x3c7, "ch"}, {0x3c8, "ps"}, {0x3c9, "o"}, {0x3d7, "kai"}, {0x3d9, "q"}, {0x3dd, "w"}, {0x3e1, "ss"},
	{0x3f8, "sh"}, {0x3fb, "s"}, {0x430, "a"}, {0x431, "b"}, {0x432, "v"}, {0x433, "g"}, {0x434, "d"}, {0x435, "e"},
	{0x436, "zh"}, {0x437, "z"}, {0x438, "i"}, {0x43a, "k"}, {0x43b, "l"}, {0x43c, "m"}, {0x43d, "n"}, {0x43e, "o"},
	{0x43f, "p"}, {0x440, "r"}, {0x441, "s"}, {0x442, "t"}, {0x443, "u"}, {0x444, "f"}, {0x445, "kh"},
	{0x446, "ts"}, {0x447, "ch"}, {0x448, "sh"}, {0x449, "shch"}, {0x44a, ""}, {0x44b, "y"}, {0x44c, ""},
	{0x44d, "e"}, {0x44e, "yu"}, {0x44f, "ya"}, {0x452, "dj"}, {0x454, "ie"}, {0x455, "dz"}, {0x456, "i"},
	{0x458, "j"}, {0x459, "lj"}, {0x45a, "nj"}, {0x45b, "c"}, {0x45f, "dz"}, {0x461, "o"}, {0x463, "e"},
	{0x465, "ie"}, {0x467, "ya"}, {0x46b, "u"}, {0x46f, "ks"}, {0x471, "ps"}, {0x473, "f"}, {0x475, "i"},
	{0x491, "g"}, {0x493, "g"}, {0x495, "g"}, {0x497, "zh"}, {0x499, "z"}, {0x49b, "k"}, {0x49d, "k"}, {0x49f, "k"},
	{0x4a1, "k"}, {0x4a3, "n"}, {0x4a5, "ng"}, {0x4a7, "p"}, {0x4a9, "o"}, {0x4ab, "s"}, {0x4ad, "t"}, {0x4af, "u"},
	{0x4b1, "u"}, {0x4b3, "kh"}, {0x4b5, "ts"}, {0x4b7, "ch"}, {0x4b9, "ch"}, {0x4bb, "h"}, {0x4bd, "ch"},
	{0x4bf, "ch"}, {0x4c4, "k"}, {0x4c8, "n"}, {0x4cc, "ch"}, {0x4cf, ""}, {0x4d9, "a"}, {0x4e1, "dz"},
	{0x4e9, "o"}};

/* Nothing behind this character composes or changes places with what stands before it. */
static bool is_starter(uint32_t c)
{
	const utf8proc_property_t *p = utf8proc_get_property((int32_t)c);

	return p->combining_class == 0 && p->boundclass != UTF8PROC_BOUNDCLASS_EXTEND &&
	       p->boundclass != UTF8PROC_BOUNDCLASS_SPACINGMARK && p->boundclass != UTF8PROC_BOUNDCLASS_V &&
	       p->boundclass != UTF8PROC_BOUNDCLASS_T;
}

/* The bytes of s to map at once: up to an ASCII character or a byte that is not UTF-8. Bounded, since to
 * sort marks is quadratic; only a pile of marks that is longer than the bound is cut within. */
static size_t piece_of(str s)
{
	size_t i = 0, cut = 0, n;
	uint32_t c;

	while (i < s.n && (n = utf8_next(str_skip(s, i), &c)) > 0) {
		if (i > 0 && c < 0x80)
			return i;
		if (i + n > PIECE)
			return cut > 0 ? cut : i;
		if (is_starter(c))
			cut = i;
		i += n;
	}
	return i;
}

static void take_codes(str *s, enum mapping to, struct codes *codes)
{
	int options = to == FOLD ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;
	size_t n = piece_of(*s);
	utf8proc_ssize_t got = 0;

	options |= UTF8PROC_STABLE | UTF8PROC_CASEFOLD;
	if (n > 0)
		got = utf8proc_decompose((const utf8proc_uint8_t *)s->p, (utf8proc_ssize_t)n, codes->v, CODES,
			(utf8proc_option_t)options);
	if (got <= 0 || got > CODES) {
		codes->v[0] = -(unsigned char)s->p[0];
		got = n = 1;
	}
	codes->n = (size_t)got;
	*s = str_skip(*s, n);
}

static void compose(struct codes *codes)
{
	utf8proc_ssize_t n = (utf8proc_ssize_t)codes->n;

	n = utf8proc_normalize_utf32(codes->v, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n > 0)
		codes->n = (size_t)n;
}

/* Accents, and the points of Hebrew and Arabic; not the vowel signs of India, Thailand or Tibet. */
static bool is_accent(int32_t code)
{
	int order = code > 0 ? utf8proc_get_property(code)->combining_class : 0;

	return order >= 200 || (order >= 10 && order <= 36);
}

static void drop_accents(struct codes *codes)
{
	size_t kept = 0;

	for (size_t i = 0; i < codes->n; i++)
		if (!is_accent(codes->v[i]))
			codes->v[kept++] = codes->v[i];
	codes->n = kept;
}

static int by_code(const void *code, const void *letter)
{
	return *(const int32_t *)code - ((const struct letter *)letter)->code;
}

/* The letter in ASCII; NULL: the table does not have it. */
static const char *spell(int32_t code)
{
	const struct letter *found = NULL;
	if (code >= 0x80)
		found = bsearch(&code, letters, sizeof letters / sizeof *letters, sizeof *letters, by_code);
	return found ? found->text : NULL;
}

static void add_code(struct buf *out, int32_t code)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t n;

	if (code < 0) {
		buf_putc(out, (char)-code);
		return;
	}
	n = utf8proc_encode_char(code, bytes);
	buf_add(out, (str){(const char *)bytes, (size_t)n});
}

static void add_spelled(struct buf *out, int32_t code)
{
	const char *text = spell(code);

	if (text)
		buf_puts(out, text);
	else
		add_code(out, code);
}

/* Apostrophes and hyphens as keyboards have them, for those of phones and printers. */
static int32_t typed_mark(int32_t code)
{
	if (code == 0x2018 || code == 0x2019 || code == 0x2bc || code == 0x2032)
		return '\'';
	return (code >= 0x2010 && code <= 0x2013) || code == 0x2212 ? '-' : code;
}

static void map_piece(struct buf *out, str *s, enum mapping to)
{
	struct codes codes;

	take_codes(s, to, &codes);
	if (to == BARE)
		drop_accents(&codes);
	else
		compose(&codes);
	for (size_t i = 0; to == BARE && i < codes.n; i++)
		codes.v[i] = typed_mark(codes.v[i]);
	for (size_t i = 0; i < codes.n; i++)
		if (to == BARE && codes.v[i] <= LATIN_LAST)
			add_spelled(out, codes.v[i]);
		else
			add_code(out, codes.v[i]);
}

static void lower_ascii(char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		p[i] = (char)(p[i] + (p[i] >= 'A' && p[i] <= 'Z' ? 32 : 0));
}

static str map_ascii(struct arena *a, str s)
{
	size_t i = 0;
	char *p;

	while (i < s.n && (s.p[i] < 'A' || s.p[i] > 'Z'))
		i++;
	if (i == s.n)
		return s;
	p = arena_cstr(a, s);
	lower_ascii(p + i, s.n - i);
	return (str){p, s.n};
}

static str map_text(struct arena *a, str s, enum mapping to)
{
	struct buf out = {0};
	str rest = s;

	if (utf8_ascii(s) == s.n)
		return map_ascii(a, s);
	buf_grow(&out, s.n);
	while (rest.n > 0) {
		size_t n = utf8_ascii(rest);

		/* The last of them may carry the accent behind it. */
		n -= n > 0 && n < rest.n ? 1 : 0;
		buf_add(&out, str_head(rest, n));
		lower_ascii(out.p + out.n - n, n);
		rest = str_skip(rest, n);
		if (rest.n > 0)
			map_piece(&out, &rest, to);
	}
	if (!str_eq(buf_str(&out), s))
		s = arena_dup(a, buf_str(&out));
	buf_release(&out);
	return s;
}

str utf8_fold(struct arena *a, str s)
{
	return map_text(a, s, FOLD);
}

str utf8_bare(struct arena *a, str s)
{
	return map_text(a, s, BARE);
}

str utf8_sortkey(struct arena *a, str s)
{
	return map_text(a, s, BARE);
}

bool utf8_contains(struct arena *a, str text, str bare_needle)
{
	return str_find(utf8_bare(a, text), bare_needle) != STR_NONE;
}

/* Letters and digits, and marks that belong to the letter before. */
static bool in_word(int32_t code, bool within)
{
	utf8proc_category_t category = code > 0 ? utf8proc_category(code) : UTF8PROC_CATEGORY_CN;
	bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
	bool mark = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;

	return letter || category == UTF8PROC_CATEGORY_ND || (mark && within);
}

/* The hard and the soft sign, apostrophes of names: no letter, and no gap in the word either. */
static bool is_silent(int32_t code)
{
	const char *text = spell(code);

	return text && *text == '\0';
}

static void slug_code(struct buf *out, int32_t code, bool *gap)
{
	if (!in_word(code, !*gap)) {
		*gap = true;
		return;
	}
	if (is_silent(code))
		return;
	if (*gap && out->n > 0)
		buf_putc(out, '-');
	*gap = false;
	add_spelled(out, code);
}

static str cut_slug(str s)
{
	if (s.n > SLUG_MOST)
		for (s.n = SLUG_MOST; (s.p[s.n] & 0xc0) == 0x80;)
			s.n--;
	while (s.n > 0 && s.p[s.n - 1] == '-')
		s.n--;
	return s.n > 0 ? s : S("note");
}

str utf8_slug(struct arena *a, str s)
{
	struct buf out = {0};
	struct codes codes;
	bool gap = true;
	str slug;

	while (s.n > 0 && out.n <= SLUG_MOST) {
		take_codes(&s, SLUG, &codes);
		drop_accents(&codes);
		compose(&codes);
		for (size_t i = 0; i < codes.n; i++)
			slug_code(&out, codes.v[i], &gap);
	}
	slug = arena_dup(a, cut_slug(buf_str(&out)));
	buf_release(&out);
	return slug;
}

#include "base/latin.h"

#include "base/utf8.h"
#include <string.h>

struct letters {
	str from, to;
};

#define L(from, to)                                                                                                    \
	{                                                                                                              \
		S_INIT(from), S_INIT(to)                                                                               \
	}

/* Longer ones first. Letters beyond ASCII that have no accent to lose, and those of other scripts. */
static const struct letters scripts[] = {L("ου", "ou"), L("αυ", "av"), L("ευ", "ev"), L("μπ", "b"), L("ντ", "nt"),
	L("ø", "o"), L("æ", "a"), L("œ", "o"), L("ł", "l"), L("đ", "d"), L("ð", "d"), L("þ", "t"), L("ı", "i"),
	L("ħ", "h"), L("а", "a"), L("б", "b"), L("в", "v"), L("г", "g"), L("д", "d"), L("е", "e"), L("ж", "zh"),
	L("з", "z"), L("и", "i"), L("к", "k"), L("л", "l"), L("м", "m"), L("н", "n"), L("о", "o"), L("п", "p"),
	L("р", "r"), L("с", "s"), L("т", "t"), L("у", "u"), L("ф", "f"), L("х", "h"), L("ц", "ts"), L("ч", "ch"),
	L("ш", "sh"), L("щ", "shch"), L("ъ", ""), L("ы", "i"), L("ь", ""), L("э", "e"), L("ю", "iu"), L("я", "ia"),
	L("і", "i"), L("є", "ie"), L("ґ", "g"), L("ј", "i"), L("ђ", "d"), L("љ", "li"), L("њ", "ni"), L("ћ", "c"),
	L("џ", "dz"), L("α", "a"), L("β", "v"), L("γ", "g"), L("δ", "d"), L("ε", "e"), L("ζ", "z"), L("η", "i"),
	L("θ", "t"), L("ι", "i"), L("κ", "k"), L("λ", "l"), L("μ", "m"), L("ν", "n"), L("ξ", "ks"), L("ο", "o"),
	L("π", "p"), L("ρ", "r"), L("σ", "s"), L("ς", "s"), L("τ", "t"), L("υ", "i"), L("φ", "f"), L("χ", "h"),
	L("ψ", "ps"), L("ω", "o"), L("'", ""), L("’", ""), L("ʼ", "")};

/* Spellings of one sound. */
static const struct letters sounds[] = {L("chr", "kr"), L("sch", "sh"), L("ae", "a"), L("oe", "o"), L("ue", "u"),
	L("aa", "a"), L("kh", "h"), L("ph", "f"), L("th", "t"), L("ck", "k"), L("cr", "kr"), L("cl", "kl"),
	L("ca", "ka"), L("co", "ko"), L("cu", "ku"), L("qu", "k"), L("y", "i"), L("j", "i"), L("w", "v"), L("x", "ks")};

static const struct letters *begin_of(str rest, const struct letters *table, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts(rest, table[i].from))
			return &table[i];
	return NULL;
}

static void replace(struct buf *out, str s, const struct letters *table, size_t n)
{
	while (s.n) {
		const struct letters *found = begin_of(s, table, n);
		buf_add(out, found ? found->to : str_head(s, 1));
		s = str_skip(s, found ? found->from.n : 1);
	}
}

static void undouble(struct buf *b)
{
	size_t kept = 0;
	for (size_t i = 0; i < b->n; i++)
		if (!kept || (b->p[kept - 1] != b->p[i] || (unsigned char)b->p[i] >= 0x80))
			b->p[kept++] = b->p[i];
	b->n = kept;
}

str latin_form(struct arena *a, str word)
{
	struct buf one = {0}, two = {0};
	bool plain = utf8_ascii(word) == word.n && str_chr(word, '\'') == STR_NONE;
	if (!plain)
		replace(&one, word, scripts, sizeof scripts / sizeof *scripts);
	replace(&two, plain ? word : buf_str(&one), sounds, sizeof sounds / sizeof *sounds);
	undouble(&two);
	buf_release(&one);
	return arena_take(a, &two);
}

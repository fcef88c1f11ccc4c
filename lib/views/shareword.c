#include "views/shareword.h"

#include "base/latin.h"
#include "base/utf8.h"

static const char everyday[] =
	" a an and are old big little dear great good as at be but by can do for from go had has have he her his how i "
	"if in is it its "
	"just long me may might more must my new no not now of off on one or our out over she so some than that "
	"them then there they this to too two under up us was we well were what when who why will with yes you "
	"young your ask art day hope joy mark mean page pay read say see sure tell time way week work write year ";
/* Letters, digits, and the accents that follow them. */
static size_t word_of(str s)
{
	size_t n = 0, more;
	uint32_t c;
	while ((more = utf8_alnum(str_skip(s, n))) ||
		(n && (more = utf8_next(str_skip(s, n), &c)) && c >= 0x300 && c < 0x370))
		n += more;
	return n;
}

bool shareword_next(str *rest, str *word)
{
	uint32_t c;
	size_t n = 0;
	while (rest->n && !(n = word_of(*rest)))
		*rest = str_skip(*rest, utf8_next(*rest, &c) ? utf8_next(*rest, &c) : 1);
	*word = str_head(*rest, n);
	*rest = str_skip(*rest, n);
	return n > 0;
}

str shareword_form(struct arena *a, str word)
{
	return latin_form(a, utf8_bare(a, word));
}

size_t shareword_count(str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

bool shareword_is_run(str word)
{
	uint32_t c = 0;
	return utf8_next(word, &c) && (c >= 0x2e80 || (c >= 0xe00 && c < 0x1100)) && c < 0x1f000;
}

size_t shareword_bytes(str s, size_t count)
{
	size_t n = 0;
	for (uint32_t c; count && n < s.n; count--) {
		size_t more = utf8_next(str_skip(s, n), &c);
		n += more ? more : 1;
	}
	return n;
}

bool shareword_everyday(str bare)
{
	return str_listed(everyday, bare);
}

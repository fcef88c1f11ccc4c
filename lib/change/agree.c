#include "change/agree.h"

#include "base/date.h"
#include "base/utf8.h"

/* What makes somebody else, or two, of a name: who says one of these and who does not are not the same. */
static const char *const telling[] = {"jr", "jnr", "jun", "junior", "sr", "snr", "sen", "senior", "ii", "iii", "iv",
	"&", "+", "and", "und", "et", "en", "og", "och", NULL};

static size_t word_letter(str s)
{
	size_t n = utf8_letter(s);
	return n || !s.n ? n : str_digit(s.p[0]);
}

#define WORDS_MOST 16

struct words {
	str v[WORDS_MOST];
	size_t n;
};

/* False: there are more than anybody's name has. */
static bool read_words(str name, struct words *out)
{
	out->n = 0;
	while (name.n) {
		size_t n = 0, letter;
		while ((letter = word_letter(str_skip(name, n))))
			n += letter;
		if (!n && (name.p[0] == '&' || name.p[0] == '+'))
			n = 1;
		if (n && out->n == WORDS_MOST)
			return false;
		if (n)
			out->v[out->n++] = str_head(name, n);
		name = str_skip(name, n ? n : 1);
	}
	return true;
}

static bool has_word(const struct words *words, str word)
{
	for (size_t i = 0; i < words->n; i++)
		if (str_eq(words->v[i], word))
			return true;
	return false;
}

static bool is_initial(str word, str of)
{
	return word.n == utf8_letter(word) && str_starts(of, word);
}

static bool tell_apart(const struct words *x, const struct words *y)
{
	for (const char *const *word = telling; *word; word++)
		if (has_word(x, str_of(*word)) != has_word(y, str_of(*word)))
			return true;
	return false;
}

static bool fits(str x, str y, bool initials)
{
	return initials ? is_initial(x, y) || is_initial(y, x) : str_eq(x, y);
}

/* Whether each word of the fewer is one of the more, each another one: whole words first, of which there has to be one,
 * then initials. */
static bool is_part(const struct words *few, const struct words *many)
{
	bool done[WORDS_MOST] = {0}, taken[WORDS_MOST] = {0};
	size_t found = 0;
	for (int initials = 0; initials < 2 && (!initials || found); initials++)
		for (size_t i = 0; i < few->n; i++)
			for (size_t k = 0; k < many->n && !done[i]; k++)
				if (!taken[k] && fits(few->v[i], many->v[k], initials)) {
					done[i] = taken[k] = true;
					found++;
				}
	return found && found == few->n;
}

static bool may_be_one(str x, str y, bool parts)
{
	struct words xs, ys;
	if (str_eq(x, y) || !parts || !read_words(x, &xs) || !read_words(y, &ys))
		return str_eq(x, y);
	return (xs.n < ys.n ? is_part(&xs, &ys) : is_part(&ys, &xs)) && !tell_apart(&xs, &ys);
}

bool agree_names(struct strs x, struct strs y, bool parts)
{
	for (size_t i = 0; i < x.n; i++)
		for (size_t k = 0; k < y.n; k++)
			if (may_be_one(x.v[i], y.v[k], parts))
				return true;
	return !x.n || !y.n;
}

bool agree_dates(str x, str y, bool *more)
{
	struct partial p, q;
	if (!partial_parse(str_trim(x), &p) || !partial_parse(str_trim(y), &q))
		return false;
	*more = (!p.year && q.year) || (!p.month && q.month) || (!p.day && q.day);
	bool less = (p.year && !q.year) || (p.month && !q.month) || (p.day && !q.day);
	return (!p.year || !q.year || p.year == q.year) && (!p.month || !q.month || p.month == q.month) &&
	       (!p.day || !q.day || p.day == q.day) && !(*more && less);
}

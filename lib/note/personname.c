#include "note/personname.h"

#include "base/latin.h"
#include "base/map.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "note/given.h"

/* As utf8_bare gives them. */
static const char titles[] =
	" dr prof professor mr mrs ms miss mx sir dame lord lady herr frau fr hr mme mlle phd md mba msc bsc "
	"dipl ing dott sig sra dra doc habil esq rev ";
static const char particles[] =
	" van von der den de di da do dos del della la le du zu zum zur al el bin ben ter ten af av y e i ";
static const char both[] = " and und et en og och & + con mit ";
static const char *const generations[] = {" jr jnr jun junior hijo filho fils figlio ml mladsi mlodszy младшии мл ",
	" sr snr sen senior padre pai pere st starsi starszy старшии ст ", " ii neto nieto ", " iii ", " iv "};

static size_t letter_of(str s)
{
	size_t n = utf8_letter(s);
	if (n || !s.n)
		return n;
	if (s.p[0] == '\'' || str_starts(s, S("’")) || str_starts(s, S("ʼ")))
		return s.p[0] == '\'' ? 1 : s.p[0] == '\xca' ? 2 : 3;
	return str_digit(s.p[0]) || s.p[0] == '&' || s.p[0] == '+';
}

static void take_word(struct arena *a, struct personname *p, str word)
{
	for (int i = 0; i < 5; i++)
		if (p->n && str_listed(generations[i], word)) {
			p->generation = i + 1;
			return;
		}
	p->several |= p->n && str_listed(both, word);
	for (size_t i = 0; i < word.n; i++)
		p->handle |= str_digit(word.p[i]);
	if (str_listed(titles, word) || p->n == PERSONNAME_WORDS)
		return;
	str form = latin_form(a, word);
	if (form.n)
		p->v[p->n++] = form;
}

/* --- the given name */

/* Every word in it is a title, or says which generation: "Prof.", "Dipl.-Ing.", "Jr". */
static bool is_title(struct arena *a, str word)
{
	str rest = utf8_bare(a, word);
	bool any = false, all = true;
	while (rest.n) {
		size_t n = 0, more;
		bool generation = false;
		while ((more = letter_of(str_skip(rest, n))))
			n += more;
		for (size_t i = 0; n && i < sizeof generations / sizeof *generations; i++)
			generation |= str_listed(generations[i], str_head(rest, n));
		any |= n > 0;
		all &= !n || generation || str_listed(titles, str_head(rest, n));
		rest = str_skip(rest, n ? n : 1);
	}
	return any && all;
}

/* The first word that is no title; *alone: a title is all that stands beside it. */
static str untitled(struct arena *a, str part, bool *alone)
{
	str word, found = {0};
	bool titled = false;
	size_t others = 0;
	for (part = str_trim(part); part.n && str_cut(&part, ' ', &word);) {
		if (!word.n)
			continue;
		if (is_title(a, word))
			titled = true;
		else if (found.p)
			others++;
		else
			found = word;
	}
	*alone = titled && found.p && !others;
	return found;
}

str personname_given(struct arena *a, str name)
{
	bool alone, titled;
	str rest = str_trim(name), front, part, found = {0};
	str_cut(&rest, ',', &front);
	while (!found.p && rest.n && str_cut(&rest, ',', &part))
		found = untitled(a, part, &titled);
	if (found.p)
		return found;
	found = untitled(a, front, &alone);
	return found.p && !alone ? found : str_trim(front);
}

static uint64_t hash_of(const struct personname *p)
{
	uint64_t sum = p->n;
	for (size_t i = 0; i < p->n; i++)
		sum += map_hash(p->v[i]);
	return sum;
}

struct personname personname_read(struct arena *a, str name)
{
	struct personname p = {.handle = str_chr(name, '@') != STR_NONE || str_chr(name, '_') != STR_NONE};
	str rest = utf8_bare(a, name);
	while (rest.n) {
		size_t n = 0, more;
		while ((more = letter_of(str_skip(rest, n))))
			n += more;
		if (n)
			take_word(a, &p, str_head(rest, n));
		rest = str_skip(rest, n ? n : 1);
	}
	p.hash = hash_of(&p);
	return p;
}

/* --- two words */

static size_t least(size_t x, size_t y)
{
	return x < y ? x : y;
}

#define SLIP_MOST 24 /* letters of a word in which slips are looked for */

/* Letters that are others, too many, missing or exchanged with the next. */
static size_t distance(str x, str y)
{
	size_t d[3][SLIP_MOST + 1];
	for (size_t k = 0; k <= y.n; k++)
		d[0][k] = k;
	for (size_t i = 1; i <= x.n; i++) {
		size_t *now = d[i % 3], *one = d[(i + 2) % 3], *two = d[(i + 1) % 3];
		now[0] = i;
		for (size_t k = 1; k <= y.n; k++) {
			bool same = x.p[i - 1] == y.p[k - 1];
			now[k] = least(least(one[k], now[k - 1]) + 1, one[k - 1] + !same);
			if (i > 1 && k > 1 && x.p[i - 1] == y.p[k - 2] && x.p[i - 2] == y.p[k - 1])
				now[k] = least(now[k], two[k - 2] + 1);
		}
	}
	return d[x.n % 3][y.n];
}

/* Christian and Christiane are two people, Jonathan and Jonathon one: at the end of a short word nothing may differ. */
static bool is_slip(str x, str y)
{
	size_t shorter = least(x.n, y.n), most = shorter >= 10 ? 2 : 1;
	if (shorter < 6 || x.n > SLIP_MOST || y.n > SLIP_MOST || x.p[0] != y.p[0])
		return false;
	bool ends = x.p[x.n - 1] == y.p[y.n - 1];
	return (ends || shorter >= 8) && !(str_starts(x, y) && x.n < 12) && !(str_starts(y, x) && y.n < 12) &&
	       distance(x, y) <= most;
}

enum { EXACT = 1, SHORT, SLIP, INITIAL };

static bool is_initial(str x, str y)
{
	return x.n == utf8_letter(x) && x.n && str_starts(y, x);
}

static int fits(str x, str y, int how)
{
	switch (how) {
	case EXACT:
		return str_eq(x, y);
	case SHORT:
		return given_same(x, y);
	case SLIP:
		return is_slip(x, y);
	default:
		return is_initial(x, y) || is_initial(y, x);
	}
}

/* --- two names */

struct matching {
	const struct personname *x, *y;
	int xs[PERSONNAME_WORDS], ys[PERSONNAME_WORDS]; /* how each word was matched; 0: not at all */
	size_t by[INITIAL + 1];
};

static void match(struct matching *m, int how)
{
	for (size_t i = 0; i < m->x->n; i++)
		for (size_t k = 0; k < m->y->n && !m->xs[i]; k++)
			if (!m->ys[k] && fits(m->x->v[i], m->y->v[k], how)) {
				m->xs[i] = m->ys[k] = how;
				m->by[how]++;
			}
}

/* Ji-woo is Jiwoo, Mac Giolla is MacGiolla. */
static void match_joined(struct matching *m, const struct personname *x, int *xs, const struct personname *y, int *ys)
{
	for (size_t i = 0; i + 1 < x->n; i++)
		for (size_t k = 0; k < y->n; k++)
			if (!xs[i] && !xs[i + 1] && !ys[k] && y->v[k].n == x->v[i].n + x->v[i + 1].n &&
				str_starts(y->v[k], x->v[i]) && str_ends(y->v[k], x->v[i + 1])) {
				xs[i] = xs[i + 1] = ys[k] = EXACT;
				m->by[EXACT]++;
			}
}

static size_t unmatched(const struct personname *p, const int *how)
{
	size_t n = 0;
	for (size_t i = 0; i < p->n; i++)
		n += !how[i] && !(p->n > 2 && str_listed(particles, p->v[i]));
	return n;
}

/* The given name is the same: the word in front, or with a comma's order behind, that is no family name. */
static bool is_half(const struct matching *m)
{
	return m->x->n > 1 && m->y->n > 1 && m->xs[0] && m->ys[0] && m->xs[0] <= SHORT &&
	       !given_is_family(m->x->v[0]) && !given_is_family(m->y->v[0]);
}

static const char *word_for(const struct matching *m)
{
	return m->by[SLIP]      ? "name spelt nearly so"
	       : m->by[INITIAL] ? "initials"
	       : m->by[SHORT]   ? "short form of the name"
				: "longer name";
}

enum personname_agreement personname_compare(const struct personname *x, const struct personname *y, const char **words)
{
	struct matching m = {.x = x, .y = y};
	*words = NULL;
	if (!x->n || !y->n || x->handle || y->handle)
		return PERSONNAME_NONE;
	if (x->several != y->several)
		return PERSONNAME_OTHER;
	match(&m, EXACT);
	match_joined(&m, x, m.xs, y, m.ys);
	match_joined(&m, y, m.ys, x, m.xs);
	match(&m, SHORT);
	match(&m, SLIP);
	if (m.by[EXACT] + m.by[SHORT] + m.by[SLIP])
		match(&m, INITIAL);
	size_t left_x = unmatched(x, m.xs), left_y = unmatched(y, m.ys), whole = m.by[EXACT] + m.by[SHORT] + m.by[SLIP];
	*words = word_for(&m);
	if (left_x && left_y) {
		*words = "given name";
		return is_half(&m) ? PERSONNAME_HALF : PERSONNAME_OTHER;
	}
	if (!whole || (m.by[SLIP] && !m.by[EXACT] && !m.by[SHORT] && m.by[SLIP] < 2))
		return PERSONNAME_OTHER;
	if (x->n == 1 || y->n == 1 || (m.by[INITIAL] && whole < 2))
		return PERSONNAME_PART;
	return left_x || left_y || m.by[SLIP] || m.by[SHORT] || m.by[INITIAL] ? PERSONNAME_NEAR : PERSONNAME_SAME;
}

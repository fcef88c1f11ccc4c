#include "text/spoken.h"
#include "base/when.h"

#include <string.h>

str spoken_word(str text)
{
	size_t n = 0;
	while (n < text.n && !str_blank(text.p[n]) && !str_eol(text.p[n]))
		n++;
	return str_head(text, n);
}

bool spoken_clear(str words, date day)
{
	struct span span;
	return day != date_today() && !span_parse(words, &span) && (words.n >= 6 || str_chr(words, ' ') != STR_NONE);
}

static str last_word(str text)
{
	size_t n = text.n;
	while (n && !str_blank(text.p[n - 1]))
		n--;
	return str_skip(text, n);
}

/* Without the marks that people set around words. */
static str bare(str s)
{
	while (s.n && strchr("([\"'*_", s.p[0]))
		s = str_skip(s, 1);
	while (s.n && strchr(".,;:!?)]\"'*_", s.p[s.n - 1]))
		s.n--;
	return s;
}

/* The first so many words of a line, bare; absent: it has fewer. *rest: what stands behind them. */
static str first_words(str line, int count, str *rest)
{
	str tail = line;
	for (; count > 0; count--) {
		tail = str_trim(tail);
		if (!tail.n)
			return (str){0};
		tail = str_skip(tail, spoken_word(tail).n);
	}
	str words = bare(str_between(line.p, tail.p));
	*rest = str_between(words.p + words.n, line.p + line.n);
	return words;
}

static bool is_one_of(str word, const char *const *words)
{
	for (; *words; words++)
		if (str_ieq(word, str_of(*words)))
			return true;
	return false;
}

/* 1.12., 12/1 */
static bool is_numbers(str s)
{
	size_t n = 0, marks = 0;
	for (; n < s.n && (str_digit(s.p[n]) || strchr("/.-", s.p[n])); n++)
		marks += !str_digit(s.p[n]);
	return n == s.n && n > 2 && marks && str_digit(s.p[0]);
}

/* 20.11.2026 anywhere, 1.12. behind "by" */
static bool is_odd(str words, bool by, struct spoken *out)
{
	date meant;
	if (!words.n || (when_odd(words, &meant) != words.n && !(by && is_numbers(words))))
		return false;
	out->day = DATE_NONE;
	return true;
}

/* The word that leads to a day taken off; false: there is none. */
static bool take_lead(str *words, const char *const *leads)
{
	str first = spoken_word(*words);
	if (first.n == words->n || !is_one_of(first, leads))
		return false;
	*words = str_trim(str_skip(*words, first.n));
	return true;
}

static bool is_due(str words, struct spoken *out)
{
	static const char *const leads[] = {"by", "until", "till", "due", "before", NULL};
	static const char *const on[] = {"on", NULL};
	bool by = take_lead(&words, leads), lead = take_lead(&words, on) || by;
	out->words = words;
	if (is_odd(words, lead, out))
		return true;
	if (!when_parse(words, WHEN_AHEAD, &out->day) || str_ieq(last_word(out->before), S("last")))
		return false;
	return by ||
	       (out->day >= date_today() && (lead || spoken_clear(words, out->day) || str_ieq(words, S("today"))));
}

/* Whether nothing but the hour follows. */
static bool is_end(str rest)
{
	static const char *const hours[] = {"morning", "afternoon", "evening", "night", "noon", "lunchtime", NULL};
	while (rest.n && strchr(" \t.,;:!?)]\"'*_", rest.p[0]))
		rest = str_skip(rest, 1);
	return !rest.n || is_one_of(bare(rest), hours);
}

/* What is past wherever it stands; what is to come, of which one may tell, at the end or behind one word. */
static bool is_past(str words, str rest, struct spoken *out)
{
	static const char *const on[] = {"on", NULL}, *const in[] = {"in", NULL};
	bool lead = take_lead(&words, on), one = out->before.n && spoken_word(out->before).n == out->before.n;
	str tail = words;
	out->words = words;
	if (is_odd(words, false, out))
		return true;
	if (take_lead(&tail, in) || !when_parse(words, WHEN_PAST, &out->day) || out->day == date_today())
		return false;
	if (!lead && !spoken_clear(words, out->day) && !(one && out->colon))
		return false;
	return out->day < date_today() || one || out->colon || is_end(rest);
}

bool spoken_find(str text, bool due, struct spoken *out)
{
	str line = str_trim(str_head(text, str_chr(text, '\n'))), tail = line, rest;
	for (; tail.n; tail = str_trim(str_skip(tail, spoken_word(tail).n)))
		for (int n = SPOKEN_WORDS; n > 0; n--) {
			str words = first_words(tail, n, &rest);
			if (!words.p)
				continue;
			*out = (struct spoken){
				.before = str_trim(str_between(line.p, tail.p)), .colon = str_starts(rest, S(":"))};
			if (due ? is_due(words, out) : is_past(words, rest, out))
				return true;
		}
	return false;
}

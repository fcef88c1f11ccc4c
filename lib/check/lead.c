#include "check/lead.h"

#include "base/utf8.h"
#include "base/when.h"
#include "text/heading.h"
#include "text/spoken.h"

/* "Nov 12, 2026": the comma is no part of it. */
static bool parse(struct arena *a, str words, enum when_sense sense, date *day)
{
	char *copy = arena_alloc(a, words.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < words.n; i++)
		if (words.p[i] != ',')
			copy[n++] = words.p[i];
	return when_parse((str){copy, n}, sense, day);
}

static bool has_year(str words)
{
	size_t digits = 0;
	for (size_t i = 0; i < words.n && digits < 4; i++)
		digits = str_digit(words.p[i]) ? digits + 1 : 0;
	return digits == 4;
}

/* "12.11.", "11/12", "12-11": a day and a month, of some year; "1.2" numbers a line. */
static bool is_day_month(str words)
{
	int part[2] = {0};
	size_t i = 0, n = 0;
	for (; n < 2 && i < words.n; n++) {
		size_t from = i;
		for (; i < words.n && str_digit(words.p[i]) && i < from + 2; i++)
			part[n] = part[n] * 10 + (words.p[i] - '0');
		if (i == from || (i < words.n && str_chr(S("./-"), words.p[i]) == STR_NONE))
			return false;
		i += i < words.n;
	}
	int low = part[0] < part[1] ? part[0] : part[1], high = part[0] + part[1] - low;
	bool is_number = str_chr(words, '.') != STR_NONE && !str_ends(words, S("."));
	return n == 2 && i == words.n && !is_number && low >= 1 && low <= 12 && high <= 31;
}

/* A date in words; "3 days" and "12" begin sentences. */
static bool is_day(struct arena *a, str words, date *meant)
{
	struct span span;
	if (is_day_month(words)) {
		*meant = DATE_NONE;
		return true;
	}
	bool letter = false;
	for (size_t i = 0; i < words.n && !letter; i++)
		letter = utf8_letter(str_skip(words, i)) > 0;
	if (!letter || span_parse(words, &span) || !parse(a, words, WHEN_PAST, meant))
		return false;
	if (!has_year(words))
		*meant = DATE_NONE;
	return true;
}

static bool is_kind(const struct checkbook *cb, str word)
{
	return entry_usual(word) || checkbook_has_kind(cb, str_head(word, word.n - 1));
}

/* An address or a number: "mail: ada@x.org" says how somebody is reached. */
static bool is_reach(str rest)
{
	str word = spoken_word(rest);
	size_t digits = 0;
	for (size_t i = 0; i < rest.n; i++)
		digits += str_digit(rest.p[i]) || str_chr(S("+-/(). "), rest.p[i]) != STR_NONE;
	return str_chr(word, '@') != STR_NONE || str_find(word, S("://")) != STR_NONE || digits == rest.n;
}

bool lead_read(const struct checkbook *cb, struct arena *a, str text, struct lead *out)
{
	str all = str_trim(text), rest = all;

	*out = (struct lead){.meant = DATE_NONE};
	for (size_t n = 0; n <= SPOKEN_WORDS; n++) {
		str word = spoken_word(rest), behind = str_trim(str_skip(rest, word.n));
		if (str_ends(word, S(":"))) {
			out->kind = word;
			out->day = n ? str_trim(str_between(all.p, word.p)) : (str){0};
			return is_kind(cb, word) && !is_reach(behind) && (!n || is_day(a, out->day, &out->meant));
		}
		rest = behind;
	}
	return false;
}

static bool below_log(struct note *n, int heading)
{
	static str usual[] = {S_INIT("Log")};
	const struct body *b = note_body(n);
	struct strs names = n->config->log.n ? n->config->log : (struct strs){usual, 1};
	for (; heading >= 0; heading = b->blocks[heading].heading)
		if (heading_among(n->arena, names, heading_word(n->arena, body_text(n->arena, b, &b->blocks[heading]))))
			return true;
	return false;
}

static bool follows(const struct body *b, const struct body_block *last, const struct body_block *k)
{
	return last && last->heading == k->heading &&
	       !str_trim(str_between(b->bytes.p + last->end, b->bytes.p + k->at)).n;
}

const bool *lead_logs(struct note *n)
{
	const struct body *b = note_body(n);
	const struct entries *entries = note_entries(n);
	bool *logs = arena_array(n->arena, b->count + 1, sizeof *logs), log = false;
	const struct body_block *last = NULL;
	size_t first = 0, entry = 0;
	int heading = -1;
	bool below = false;
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		if (k->kind == BLOCK_HEADING || k->parent >= 0 || k->quoted)
			continue;
		if (k->heading != heading)
			below = below_log(n, heading = k->heading);
		if (k->kind == BLOCK_TEXT) {
			logs[i] = below || (log && last->heading == k->heading);
			continue;
		}
		if (!follows(b, last, k)) {
			first = i;
			log = below;
		}
		last = k;
		while (entry < entries->n && entries->v[entry].block < k)
			entry++;
		const struct entry *e = entry < entries->n ? &entries->v[entry] : NULL;
		bool dated = e && e->block == k && e->date != DATE_NONE && !e->inherited;
		for (; dated && !log && first < i; first++)
			logs[first] = b->blocks[first].kind == BLOCK_ITEM && b->blocks[first].parent < 0;
		log = log || dated;
		logs[i] = log;
	}
	return logs;
}

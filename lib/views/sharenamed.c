#include "base/latin.h"
#include "base/utf8.h"
#include "note/given.h"
#include "views/sharenames.h"
#include "views/sharenames_parts.h"
#include "views/sharetext.h"
#include "views/shareword.h"

#define ENDING_MOST 3 /* letters that a language puts behind a name */

/* The letters behind a name that it may have in another case: Adas, Adan. */
static bool is_inflected(const struct sharenames *s, str form, bool capital)
{
	size_t n = form.n, least = shareword_bytes(form, 3);
	for (int i = 0; i < ENDING_MOST && n > least; i++) {
		while (--n > least && ((unsigned char)form.p[n] & 0xc0) == 0x80)
			continue;
		str stem = str_head(form, n);
		if (map_get(&s->words, stem) && (capital || (i == 0 && form.p[n] == 's')))
			return true;
	}
	return false;
}

static bool is_short_form(const struct sharenames *s, str form)
{
	for (size_t i = 0; i < s->given.n; i++)
		if (given_same(s->given.v[i], form))
			return true;
	return false;
}

static bool judge_word(const struct sharenames *s, str bare, str form, bool capital)
{
	bool plain = !capital && shareword_everyday(bare);
	if (map_get(&s->words, form))
		return !plain;
	if (capital && map_get(&s->titles, form))
		return true;
	return is_inflected(s, form, capital) || (capital && !shareword_everyday(bare) && is_short_form(s, form));
}

/* Each word is asked for once: short forms are dear. */
static bool is_name(struct sharenames *s, struct arena *a, str word)
{
	bool capital = utf8_capital(word) > 0;
	str bare = utf8_bare(a, word), key = arena_join(a, bare, capital ? S("C") : S(""));
	void *known = map_get(&s->judged, key);
	if (!known) {
		known = judge_word(s, bare, latin_form(a, bare), capital) ? &sharenames_several : &sharenames_one;
		map_put(&s->judged, arena_dup(&s->arena, key), known);
	}
	return known == &sharenames_several;
}

static bool names_word(struct sharenames *s, struct arena *a, str text)
{
	str word;
	while (shareword_next(&text, &word))
		if (is_name(s, a, word))
			return true;
	return false;
}

static str without_digits(str form)
{
	while (form.n && str_digit(form.p[form.n - 1]))
		form.n--;
	return form;
}

/* Several words are one name, or one word that a line's end has parted: "Love-", "lace". */
static bool is_whole(const struct sharenames *s, str all, size_t words, bool parted)
{
	const void *known = map_get(&s->whole, all);
	if (known && (words == 1 || known == &sharenames_several || parted))
		return true;
	if (words > 1)
		return parted && map_get(&s->words, all);
	return all.n > 3 && map_get(&s->whole, without_digits(all));
}

/* From each word back as many as one name may have. */
static bool names_whole(struct sharenames *s, struct arena *a, str text)
{
	str word, last = {0}, forms[SHARENAMES_WHOLE] = {{0}};
	size_t letters = 0; /* words of one, as in A d a */
	for (size_t n = 0; shareword_next(&text, &word); n++) {
		str all = {0};
		bool parted = last.p && str_chr(str_between(last.p + last.n, word.p), '-') != STR_NONE;
		last = word;
		letters = shareword_count(word) == 1 ? letters + 1 : 0;
		forms[n % SHARENAMES_WHOLE] = shareword_form(a, word);
		for (size_t k = 0; k < SHARENAMES_WHOLE && k <= n; k++) {
			all = arena_join(a, forms[(n - k) % SHARENAMES_WHOLE], all);
			if (is_whole(s, all, k + 1, (parted && k == 1) || (k > 1 && letters > k)))
				return true;
		}
	}
	return false;
}

static bool has_run(str text)
{
	uint32_t c;
	for (size_t n; text.n; text = str_skip(text, n ? n : 1)) {
		n = utf8_next(text, &c);
		if (n > 2 && shareword_is_run(text))
			return true;
	}
	return false;
}

static bool names_run(const struct sharenames *s, struct arena *a, str text)
{
	for (size_t i = 0; i < s->runs.n && has_run(text); i++)
		if (utf8_contains(a, text, s->runs.v[i]))
			return true;
	return false;
}

static bool ends_host(str host, str known)
{
	return str_eq(host, known) || (str_ends(host, known) && str_ends(str_head(host, host.n - known.n), S(".")));
}

/* A page of theirs or one below it. */
static bool names_page(const struct sharenames *s, struct arena *a, str text)
{
	str url;
	while (sharetext_url(&text, &url)) {
		url = utf8_fold(a, url);
		size_t slash = str_chr(url, '/');
		for (size_t i = 0; i < s->urls.n; i++) {
			str known = s->urls.v[i];
			if (str_chr(known, '/') == STR_NONE
					? ends_host(str_head(url, slash), known)
					: str_starts(url, known) && (url.n == known.n || url.p[known.n] == '/'))
				return true;
		}
	}
	return false;
}

static bool names_number(const struct sharenames *s, struct arena *a, str text)
{
	str digits;
	while (sharetext_number(a, &text, &digits))
		if (map_get(&s->numbers, digits))
			return true;
	return false;
}

/* A**d**a is read as Ada. */
static str without_marks(struct arena *a, str text)
{
	struct buf out = {0};
	for (size_t i = 0; i < text.n; i++)
		if (!strchr("*_~`\\", text.p[i] ? text.p[i] : ' '))
			buf_putc(&out, text.p[i]);
	return arena_take(a, &out);
}

static bool is_clean(struct sharenames *s, struct arena *a, str text)
{
	str plain = sharetext_plain(a, text), bare = without_marks(a, plain);
	return !sharetext_reaches(plain) && !sharetext_reaches(bare) && !names_word(s, a, plain) &&
	       !names_word(s, a, bare) && !names_whole(s, a, plain) && !names_whole(s, a, bare) &&
	       !names_run(s, a, plain) && !names_page(s, a, plain) && !names_number(s, a, plain);
}

bool sharenames_clean(struct sharenames *s, struct arena *scratch, str text)
{
	bool coded = str_chr(text, '%') != STR_NONE;
	return !sharetext_hides(text) && is_clean(s, scratch, text) &&
	       (!coded || is_clean(s, scratch, sharetext_decoded(scratch, text)));
}

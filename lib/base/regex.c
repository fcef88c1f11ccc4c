#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/regex.h"
#include "base/utf8.h"
#include <pcre2.h>
#include <stdlib.h>

#define STACK_FIRST ((size_t)32 << 10)
#define STACK_MOST  ((size_t)1 << 20)

struct regex {
	pcre2_code *code;
	pcre2_match_context *limits;
	pcre2_match_data *match;
	pcre2_jit_stack *stack;
};

/* Takes a name or number in braces, angle brackets or quotes, if there is one. */
static bool take_enclosed(str *s)
{
	size_t kind = s->n > 0 ? str_chr(S("{<'"), s->p[0]) : STR_NONE, end;

	if (kind == STR_NONE)
		return false;
	*s = str_skip(*s, 1);
	end = str_chr(*s, "}>'"[kind]);
	*s = end == STR_NONE ? *s : str_skip(*s, end + 1);
	return true;
}

/* Takes what stands behind a backslash: one character, and for some of them what they enclose. */
static void take_escape(str *s)
{
	str letter = str_head(*s, 1);
	uint32_t c;

	*s = str_skip(*s, utf8_next(*s, &c));
	if (letter.n > 0 && str_chr(S("pPxogkN"), letter.p[0]) != STR_NONE && !take_enclosed(s) &&
		str_ieq(letter, S("p")))
		*s = str_skip(*s, 1);
}

/* Takes the opening of a group, with its name. */
static bool take_group(str *s)
{
	if (!str_starts(*s, S("(?")))
		return false;
	*s = str_skip(*s, str_starts(*s, S("(?P")) ? 3 : 2);
	if (!str_starts(*s, S("<=")) && !str_starts(*s, S("<!")))
		take_enclosed(s);
	return true;
}

/* A capital letter that is meant as one: not that of \W or \p{Lu}, nor in the name of a group. */
static bool has_capital(str s)
{
	while (s.n > 0) {
		if (s.p[0] == '\\') {
			s = str_skip(s, 1);
			take_escape(&s);
		} else if (!take_group(&s)) {
			if (utf8_capital(s))
				return true;
			s = str_skip(s, 1);
		}
	}
	return false;
}

static void explain(struct fault *why, struct arena *a, int error, size_t col)
{
	PCRE2_UCHAR text[256];

	if (pcre2_get_error_message(error, text, sizeof text) < 0)
		text[0] = '\0';
	*why = (struct fault){0, col, arena_dup(a, str_of((const char *)text))};
}

/* Machine code where the system allows it; without it the interpreter does the same. */
static void use_jit(struct regex *re)
{
	if (pcre2_jit_compile(re->code, PCRE2_JIT_COMPLETE) != 0)
		return;
	re->stack = pcre2_jit_stack_create(STACK_FIRST, STACK_MOST, NULL);
	if (re->stack)
		pcre2_jit_stack_assign(re->limits, NULL, re->stack);
}

struct regex *regex_new(str pattern, struct arena *a, struct fault *why)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C | PCRE2_MATCH_INVALID_UTF;
	struct regex *re = calloc(1, sizeof *re);
	pcre2_compile_context *lines = pcre2_compile_context_create(NULL);
	PCRE2_SIZE at = 0;
	int error = 0;

	if (!re || !lines)
		die("out of memory");
	pcre2_set_newline(lines, PCRE2_NEWLINE_ANYCRLF);
	if (!has_capital(pattern))
		options |= PCRE2_CASELESS;
	re->code = pcre2_compile((PCRE2_SPTR)(pattern.n ? pattern.p : ""), pattern.n, options, &error, &at, lines);
	pcre2_compile_context_free(lines);
	if (!re->code) {
		explain(why, a, error, at + 1);
		regex_free(re);
		return NULL;
	}
	re->limits = pcre2_match_context_create(NULL);
	re->match = pcre2_match_data_create(1, NULL);
	if (!re->limits || !re->match)
		die("out of memory");
	pcre2_set_depth_limit(re->limits, REGEX_DEPTH_LIMIT);
	pcre2_set_heap_limit(re->limits, REGEX_HEAP_KB);
	use_jit(re);
	return re;
}

/* PCRE2 counts anew from each place where a match may begin. */
static uint32_t limit_for(str s)
{
	size_t each = REGEX_STEPS / (s.n + 1);

	return each > REGEX_MATCH_LIMIT   ? REGEX_MATCH_LIMIT
	       : each < REGEX_LIMIT_LEAST ? REGEX_LIMIT_LEAST
					  : (uint32_t)each;
}

static int match(struct regex *re, str s, uint32_t options)
{
	pcre2_set_match_limit(re->limits, limit_for(s));
	return pcre2_match(re->code, (PCRE2_SPTR)(s.n ? s.p : ""), s.n, 0, options, re->match, re->limits);
}

enum regex_result regex_match(struct regex *re, str subject)
{
	int result = match(re, subject, 0);

	if (result == PCRE2_ERROR_JIT_STACKLIMIT)
		result = match(re, subject, PCRE2_NO_JIT);
	if (result >= 0)
		return REGEX_YES;
	return result == PCRE2_ERROR_NOMATCH ? REGEX_NO : REGEX_LIMIT;
}

void regex_free(struct regex *re)
{
	if (!re)
		return;
	pcre2_jit_stack_free(re->stack);
	pcre2_match_data_free(re->match);
	pcre2_match_context_free(re->limits);
	pcre2_code_free(re->code);
	free(re);
}

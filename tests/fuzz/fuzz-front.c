/* any bytes: no crash; the same tree with and without libyaml; positions lie in the text, in order, children inside
 * what holds them; a text quoted reads back
 */
#include "../same.h"
#include "text/edit.h"
#include "text/plainfront.h"
#include "base/utf8.h"
#include <stdlib.h>

#define check(condition) ((condition) ? (void)0 : abort())

static void check_value(const struct value *v, const struct value *in, size_t n)
{
	uint32_t from = v->at;

	check(v->at <= v->end && v->end <= n && v->line > 0 && v->col > 0);
	if (in) {
		check((in->kind == VALUE_MAP) == (v->key.p != NULL));
		check(v->at >= in->at && v->end <= in->end);
	}
	if (v->key.p)
		check(v->key_at <= v->key_end && v->key_end <= v->at);
	check((v->kind == VALUE_TEXT) == (v->text.p != NULL));
	for (const struct value *i = v->first; i; i = i->next) {
		check((i->key.p ? i->key_at : i->at) >= from);
		check_value(i, v, n);
		from = i->end;
	}
}

/* plainfront reads what libyaml would have read, or nothing. */
static void check_plain(struct arena *a, str yaml)
{
	struct front plain = {.yaml = yaml}, full;

	if (plainfront_parse(a, 1, &plain))
		check(front_parse_full(a, yaml, 1, &full) && same_value(plain.root, full.root));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena a;
	struct front f, back;
	str text = {(const char *)data, n}, quoted = front_quote(&a, text, n % 2);
	size_t bad;

	check_plain(&a, text);
	check_plain(&a, fences_of(text).yaml);
	if (front_parse(&a, text, 1, &f)) {
		if (f.root)
			check_value(f.root, NULL, n);
		check(front_texts(&a, f.root).n <= n);
		front_get(&f, str_head(text, n / 2));
	} else {
		check(f.fault.text.p && f.fault.line > 0 && f.fault.col > 0 && !f.root);
		check(f.fault.line <= n + 1 && f.fault.col <= n + 1);
	}
	text = arena_printf(&a, n % 2 ? "k: [" FMT "]\n" : "k: " FMT "\n", ARG(quoted));
	if (front_parse(&a, text, 1, &back)) {
		struct strs texts = front_texts(&a, back.root);
		check(texts.n == 1 && str_eq(texts.v[0], (str){(const char *)data, n}));
	} else
		check(!utf8_valid((str){(const char *)data, n}, &bad) || n > FRONT_BYTES / 8);
	arena_reset(&a);
	return 0;
}

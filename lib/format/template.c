#include "format/template.h"

#include "base/buf.h"

/* The next {{...}}: its word, what stands behind | in it (absent: no |), and the bytes up to its end. */
struct slot {
	size_t at, end;
	str word, other;
};

static bool next_slot(str text, size_t from, struct slot *s)
{
	size_t open = str_find(str_skip(text, from), S("{{"));
	if (open == STR_NONE)
		return false;
	s->at = from + open;
	str inside = str_skip(text, s->at + 2);
	size_t close = str_find(inside, S("}}"));
	if (close == STR_NONE)
		return false;
	s->end = s->at + 2 + close + 2;
	inside = str_head(inside, close);
	size_t bar = str_chr(inside, '|');
	s->word = str_trim(str_head(inside, bar == STR_NONE ? inside.n : bar));
	s->other = bar == STR_NONE ? (str){0} : str_skip(inside, bar + 1);
	return true;
}

static struct fault fault_at(str text, size_t at, size_t line, str why)
{
	struct fault f = {line, 1, why};
	for (size_t i = 0; i < at; i++) {
		f.col = text.p[i] == '\n' ? 1 : f.col + 1;
		f.line += text.p[i] == '\n';
	}
	return f;
}

str template_fill(struct arena *a, str text, size_t line, template_lookup *lookup, void *ctx, struct fault *why)
{
	struct buf out = {0};
	struct slot s;
	size_t done = 0;
	while (next_slot(text, done, &s)) {
		str missing = {0}, value = lookup(a, s.word, &missing, ctx);
		if (!value.n && !s.other.p) {
			*why = fault_at(text, s.at, line, missing);
			buf_release(&out);
			return (str){0};
		}
		buf_add(&out, str_skip(str_head(text, s.at), done));
		buf_add(&out, value.n ? value : s.other);
		done = s.end;
	}
	buf_add(&out, str_skip(text, done));
	return arena_take(a, &out);
}

bool template_asks(str text, str begin)
{
	struct slot s;
	for (size_t at = 0; next_slot(text, at, &s); at = s.end)
		if (str_starts(s.word, begin))
			return true;
	return false;
}

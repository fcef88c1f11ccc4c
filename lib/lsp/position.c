#include "lsp/position.h"

#include "base/sorted.h"
#include "base/utf8.h"

/* Bytes of the character that s begins with, and its units; of what is not UTF-8 one each. */
static size_t step(str s, enum position_units units, size_t *count)
{
	uint32_t c = 0;
	size_t n = utf8_next(s, &c);
	if (!n)
		n = 1;
	*count = units == UNITS_UTF8 ? n : 1 + (n == 4);
	return n;
}

static size_t in_line(str line, size_t character, enum position_units units)
{
	size_t at = 0, count;
	line = str_chomp(line);
	while (at < line.n) {
		size_t n = step(str_skip(line, at), units, &count);
		if (count > character)
			break;
		character -= count;
		at += n;
	}
	return at;
}

size_t position_offset(str text, struct position p, enum position_units units)
{
	str rest = text, line = {0};
	size_t number = 0;
	for (; number < p.line && str_line(&rest, &line); number++)
		;
	bool ended = !line.p || str_chomp(line).n < line.n; /* "a" has one line, "a\n" two */
	if (number < p.line || (p.line && !ended))
		return text.n;
	size_t start = text.n - rest.n;
	return str_line(&rest, &line) ? start + in_line(line, p.character, units) : start;
}

struct positions positions_of(struct arena *a, str text, enum position_units units)
{
	return (struct positions){lines_split(a, text, 0), units};
}

static int by_start(const void *start, const void *offset)
{
	size_t x = *(const uint32_t *)start, y = *(const size_t *)offset;
	return (x > y) - (x < y);
}

/* The line that holds the byte; of the end of a text the last one, "a" has one and "a\n" two. */
static size_t line_of(const struct lines *l, size_t offset)
{
	size_t n = sorted_end(l->starts, l->n, sizeof *l->starts, &offset, by_start);
	if (offset == l->bytes.n && l->n && str_eol(l->bytes.p[offset - 1]))
		return l->n;
	return n ? n - 1 : 0;
}

struct position position_of(const struct positions *t, size_t offset)
{
	const struct lines *l = &t->lines;
	offset = offset < l->bytes.n ? offset : l->bytes.n;
	struct position p = {line_of(l, offset), 0};
	size_t start = l->starts[p.line], at = 0, count;
	str line = p.line < l->n ? lines_get(l, p.line + 1) : S("");
	while (at < line.n) {
		size_t n = step(str_skip(line, at), t->units, &count);
		if (start + at + n > offset)
			break;
		at += n;
		p.character += count;
	}
	return p;
}

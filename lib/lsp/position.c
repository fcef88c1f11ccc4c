#include "lsp/position.h"

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

struct position position_of(struct positions *t, size_t offset)
{
	if (offset > t->text.n)
		offset = t->text.n;
	if (offset < t->start)
		t->line = t->start = 0;
	str rest = str_skip(t->text, t->start), line;
	while (str_line(&rest, &line) && t->start + line.n <= offset && str_chomp(line).n < line.n) {
		t->start += line.n;
		t->line++;
	}
	struct position p = {t->line, 0};
	str here = str_skip(t->text, t->start);
	line = (str){0};
	str_line(&here, &line);
	size_t end = offset - t->start, at = 0, count;
	line = str_chomp(line);
	while (at < line.n) {
		size_t n = step(str_skip(line, at), t->units, &count);
		if (at + n > end)
			break;
		at += n;
		p.character += count;
	}
	return p;
}

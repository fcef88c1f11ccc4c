#include "text/lines.h"
#include <string.h>

static const char *find(const char *p, const char *end, char c)
{
	const char *at = p < end ? memchr(p, c, (size_t)(end - p)) : NULL;

	return at ? at : end;
}

static void add(struct arena *a, struct lines *l, size_t at)
{
	l->starts = arena_more(a, l->starts, l->n, sizeof *l->starts);
	l->starts[l->n++] = (uint32_t)at;
}

struct lines lines_split(struct arena *a, str bytes, size_t from)
{
	struct lines l = {.bytes = bytes};
	const char *base = bytes.p, *p = base + from, *end = base + bytes.n;
	const char *lf = find(p, end, '\n'), *cr = find(p, end, '\r');

	while (p < end) {
		add(a, &l, (size_t)(p - base));
		if (lf < cr) {
			p = lf + 1;
		} else {
			p = cr + 1 == lf ? lf + 1 : cr + 1;
			if (cr < end)
				cr = find(p, end, '\r');
		}
		if (lf < p)
			lf = find(p, end, '\n');
	}
	add(a, &l, bytes.n);
	l.n--;
	return l;
}

str lines_get(const struct lines *l, size_t n)
{
	const char *p = l->bytes.p + l->starts[n - 1], *end = l->bytes.p + l->starts[n];

	while (end > p && (end[-1] == '\n' || end[-1] == '\r'))
		end--;
	return str_between(p, end);
}

str lines_skip_indent(str line, bool quoted)
{
	size_t n = 0;

	while (n < line.n && (str_blank(line.p[n]) || (quoted && line.p[n] == '>')))
		n++;
	return str_skip(line, n);
}

str lines_trim_end(str line)
{
	while (line.n && str_blank(line.p[line.n - 1]))
		line.n--;
	return line;
}

size_t lines_columns(str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n = s.p[i] == '\t' ? (n | 3) + 1 : n + 1;
	return n;
}

size_t lines_marker(str s)
{
	size_t n = 0;

	if (s.n && s.p[0] == '>')
		return 1;
	while (n < s.n && n < 9 && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	if (n < s.n && (n ? s.p[n] == '.' || s.p[n] == ')' : lines_is_bullet(s.p[n])))
		return n + 1 == s.n || str_blank(s.p[n + 1]) ? n + 1 : 0;
	return 0;
}

size_t lines_heading(str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == '#')
		n++;
	return n <= 6 && (n == s.n || str_blank(s.p[n])) ? n : 0;
}

str lines_heading_text(str s)
{
	while (s.n && s.p[0] == '#')
		s = str_skip(s, 1);
	s = lines_trim_end(lines_skip_indent(s, false));
	str open = s;
	while (open.n && open.p[open.n - 1] == '#')
		open.n--;
	return open.n == 0 || str_blank(open.p[open.n - 1]) ? lines_trim_end(open) : s;
}

bool lines_is_underline(str s)
{
	s = lines_trim_end(s);
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i] != s.p[0])
			return false;
	return s.n && (s.p[0] == '=' || s.p[0] == '-');
}

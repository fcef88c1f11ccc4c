#include "text/bodyguard.h"
#include <string.h>

#define LONG_RUN ((size_t)4 << 10)

/* How many containers a line can open or stand in: two columns of indent or one marker each. */
static size_t line_depth(str line)
{
	size_t markers = 0, column = 0, depth = 0, i = 0;

	while (i < line.n) {
		size_t n = lines_marker(str_skip(line, i));
		if (n)
			depth = column / 2 + ++markers;
		else if (line.p[i] == ' ' || line.p[i] == '\t')
			column = line.p[i] == '\t' ? (column | 3) + 1 : column + 1;
		else
			break;
		i += n ? n : 1;
	}
	return depth;
}

/* Whether no paragraph goes on in this line: it is blank or begins a bullet item with text. */
static bool ends_run(str line)
{
	str s = lines_skip_indent(line, false);

	if (s.n == 0)
		return true;
	return line.n - s.n <= 3 && s.p[0] != '>' && lines_marker(s) == 1 &&
	       lines_skip_indent(str_skip(s, 1), false).n > 0;
}

static size_t count_markup(str line)
{
	size_t n = 0;

	for (size_t i = 0; i < line.n; i++)
		n += strchr("[]*_&<`", line.p[i]) != NULL;
	return n;
}

static bool refuse(struct fault *why, size_t line, const char *what)
{
	*why = (struct fault){line, 0, str_of(what)};
	return false;
}

bool bodyguard_admits(const struct lines *l, struct fault *why)
{
	bool large = l->bytes.n > BODY_RUNS;
	size_t run = 0, runs = 0, markup = 0, deepest = large ? 0 : BODY_DEPTH;

	if (l->bytes.n > BODY_BYTES)
		return refuse(why, 1, "body too large");
	for (size_t n = 1; n <= l->n; n++) {
		str line = lines_get(l, n);
		size_t depth = line.n > deepest / 2 ? line_depth(line) : 0;
		if (depth > deepest)
			deepest = depth;
		if (depth > BODY_DEPTH || (large && deepest * l->n > BODY_STEPS))
			return refuse(why, n, "line too deeply nested");
		if (ends_run(line))
			run = 0;
		if (run <= LONG_RUN && run + line.n > LONG_RUN)
			runs += run;
		run += line.n;
		if (run > LONG_RUN)
			runs += line.n;
		if (run > BODY_RUN)
			return refuse(why, n, "paragraph too long");
		if (runs > BODY_RUNS)
			return refuse(why, n, "too many long paragraphs");
		if (large && (markup += count_markup(line)) > BODY_RUNS)
			return refuse(why, n, "too much markup");
	}
	return true;
}

#include "base/csv.h"

#include "base/utf8.h"

#define HEAD_LINES 20
#define HEAD       ((size_t)64 << 10)

static size_t delimiters_in(str line, char delimiter)
{
	bool quoted = false;
	size_t n = 0;
	for (size_t i = 0; i < line.n; i++) {
		quoted = quoted != (line.p[i] == '"');
		n += !quoted && line.p[i] == delimiter;
	}
	return n;
}

/* Lines that have as many of it as the one before count more than any number of them in one line. */
static size_t evenness(str head, char delimiter)
{
	size_t total = 0, even = 0, before = 0, n;
	str line;
	for (int i = 0; i < HEAD_LINES && str_line(&head, &line); i++, before = n) {
		n = delimiters_in(line, delimiter);
		even += n && n == before;
		total += n;
	}
	return even * HEAD + total;
}

static char delimiter_of(str head)
{
	static const char some[] = ",;\t";
	size_t best = 0;
	for (size_t i = 1; some[i]; i++)
		best = evenness(head, some[i]) > evenness(head, some[best]) ? i : best;
	return some[best];
}

/* The line that Excel reads and writes above a table. */
static bool take_delimiter(str *rest, char *delimiter)
{
	str after = *rest, line;
	if (!str_line(&after, &line))
		return false;
	line = str_chomp(line);
	if (line.n == 7 && line.p[0] == '"' && line.p[6] == '"')
		line = str_head(str_skip(line, 1), 5);
	if (line.n != 5 || !str_ieq(str_head(line, 4), S("sep=")) || line.p[4] == '"' || utf8_alnum(str_skip(line, 4)))
		return false;
	*delimiter = line.p[4];
	*rest = after;
	return true;
}

void csv_begin(struct csv *c, str head, bool last)
{
	*c = (struct csv){.rest = head, .last = last, .line = 1};
	if (take_delimiter(&c->rest, &c->delimiter))
		c->line++;
	else
		c->delimiter = delimiter_of(str_head(head, HEAD));
}

/* The bytes of the record that s begins with, its line end included; STR_NONE: its end is not in s. */
static size_t length_of(str s, bool last, bool quotes, char delimiter)
{
	bool quoted = false, begins = true;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (quotes && c == '"' && (quoted || begins))
			quoted = !quoted;
		else if (!quoted && c == '\n')
			return i + 1;
		else if (!quoted && c == '\r' && (i + 1 < s.n || last))
			return i + 1 + (i + 1 < s.n && s.p[i + 1] == '\n');
		begins = !quoted && (c == delimiter || (quotes && c == '"'));
	}
	return last && !quoted ? s.n : STR_NONE;
}

/* The value that *rest begins with, and the delimiter behind it; *rest is absent when it was the last. */
static str take_value(struct arena *a, str *rest, char delimiter, bool quotes)
{
	struct buf b = {0};
	bool quoted = quotes && rest->n && rest->p[0] == '"';
	size_t i = quoted;
	for (; i < rest->n; i++) {
		char c = rest->p[i];
		if (quoted && c == '"' && i + 1 < rest->n && rest->p[i + 1] == '"')
			buf_putc(&b, rest->p[i++]);
		else if (quoted && c == '"')
			quoted = false;
		else if (!quoted && c == delimiter)
			break;
		else
			buf_putc(&b, c);
	}
	*rest = i < rest->n ? str_skip(*rest, i + 1) : (str){0};
	return arena_take(a, &b);
}

static size_t lines_in(str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n' || (s.p[i] == '\r' && (i + 1 == s.n || s.p[i + 1] != '\n'));
	return n;
}

enum csv_result csv_next(struct csv *c, struct arena *a, struct strs *values)
{
	*values = (struct strs){0};
	c->unclosed = false;
	while (c->rest.n && str_eol(c->rest.p[0])) {
		c->line += c->rest.p[0] == '\n' || c->rest.n == 1 || c->rest.p[1] != '\n';
		c->rest = str_skip(c->rest, 1);
	}
	if (!c->rest.n)
		return c->last ? CSV_END : CSV_NEEDS_MORE;
	size_t n = length_of(c->rest, c->last, true, c->delimiter);
	c->unclosed = n == STR_NONE && (c->last || c->rest.n > CSV_RECORD);
	if (c->unclosed)
		n = length_of(c->rest, true, false, c->delimiter);
	if (n == STR_NONE)
		return CSV_NEEDS_MORE;
	str record = str_head(c->rest, n), rest = str_chomp(record);
	c->at = c->line;
	c->line += lines_in(record);
	c->rest = str_skip(c->rest, n);
	while (rest.p)
		strs_add(a, values, take_value(a, &rest, c->delimiter, !c->unclosed));
	return CSV_RECORD_READ;
}

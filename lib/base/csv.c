#include "base/csv.h"

#define HEAD_LINES 20

char csv_delimiter(str head)
{
	size_t commas = 0, semicolons = 0, tabs = 0;
	str line;
	for (int i = 0; i < HEAD_LINES && str_line(&head, &line); i++) {
		bool quoted = false;
		for (size_t k = 0; k < line.n; k++) {
			quoted = quoted != (line.p[k] == '"');
			commas += !quoted && line.p[k] == ',';
			semicolons += !quoted && line.p[k] == ';';
			tabs += !quoted && line.p[k] == '\t';
		}
	}
	return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
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

#include "text/yamlplace.h"

static bool line_ends(str s, size_t at)
{
	return s.p[at] == '\n' || (s.p[at] == '\r' && !(at + 1 < s.n && s.p[at + 1] == '\n'));
}

size_t yamlplace_step(str s, struct yamlplace *p, size_t chars)
{
	size_t at = p->at, n = p->chars;

	for (; n < chars && at < s.n; n++) {
		unsigned char c = (unsigned char)s.p[at++];
		if (c <= '\r' && line_ends(s, at - 1)) {
			p->line++;
			p->line_at = at;
		}
		while (c >= 0xc0 && at < s.n && (s.p[at] & 0xc0) == 0x80)
			at++;
	}
	p->chars = n;
	return p->at = at;
}

bool yamlplace_ascii(str s)
{
	unsigned char all = 0;

	for (size_t i = 0; i < s.n; i++)
		all |= (unsigned char)s.p[i];
	return all < 0x80;
}

size_t yamlplace_odd(str s, size_t from)
{
	for (size_t i = from; i + 1 < s.n; i++) {
		if ((s.p[i] & 0xfe) != 0xc2 && (s.p[i] & 0xff) != 0xe2)
			continue;
		str rest = str_skip(s, i);
		if (str_starts(rest, S("\xc2\x85")) || str_starts(rest, S("\xe2\x80\xa8")) ||
			str_starts(rest, S("\xe2\x80\xa9")))
			return i;
	}
	return STR_NONE;
}

/* The blanks that a block scalar's lines begin with; lines of no more than these are empty. */
static size_t block_indent(str head, str lines)
{
	str line;

	while (head.n && !(head.p[0] >= '1' && head.p[0] <= '9') && head.p[0] != ' ')
		head = str_skip(head, 1);
	if (head.n && head.p[0] != ' ')
		return 0;
	while (str_line(&lines, &line)) {
		size_t n = 0;
		while (n < line.n && line.p[n] == ' ')
			n++;
		if (str_chomp(line).n > n)
			return n;
	}
	return STR_NONE;
}

size_t yamlplace_block_end(str scalar, bool keep)
{
	str lines = scalar, head = {0}, line;
	size_t end, indent;

	str_line(&lines, &head);
	end = str_chomp(head).n;
	indent = block_indent(str_head(head, end), lines);
	for (size_t at = head.n; str_line(&lines, &line); at += line.n) {
		str text = str_chomp(line);
		bool ended = text.n < line.n, blank = !str_trim(line).n;
		if (blank && (!ended || (!keep && text.n <= indent && str_chr(text, '\t') == STR_NONE)))
			continue;
		end = at + text.n;
	}
	return end;
}

size_t yamlplace_line(str s, size_t at)
{
	while (at > 0 && !str_eol(s.p[at - 1]))
		at--;
	return at;
}

size_t yamlplace_line_end(str s, size_t at)
{
	while (at < s.n && !str_eol(s.p[at]))
		at++;
	return at;
}

size_t yamlplace_next_line(str s, size_t at)
{
	str rest = str_skip(s, at), line = {0};

	str_line(&rest, &line);
	return at + line.n;
}

size_t yamlplace_skip_blanks(str s, size_t at)
{
	while (at < s.n && (s.p[at] == ' ' || s.p[at] == '\t'))
		at++;
	return at;
}

size_t yamlplace_indent(str s, size_t at)
{
	size_t start = yamlplace_line(s, at);

	return yamlplace_skip_blanks(s, start) - start;
}

size_t yamlplace_column(str s, size_t at)
{
	return at - yamlplace_line(s, at);
}

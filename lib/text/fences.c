#include "text/fences.h"

static bool is_fence(str line, bool closing)
{
	str s = str_chomp(line);

	if (!s.n || (s.p[0] != '-' && s.p[0] != '.'))
		return false;
	while (str_ends(s, S(" ")) || str_ends(s, S("\t")))
		s.n--;
	return str_eq(s, S("---")) || (closing && str_eq(s, S("...")));
}

struct fences fences_of(str note)
{
	struct fences p = {.mark = str_head(note, str_starts(note, S("\xef\xbb\xbf")) ? 3 : 0), .body_line = 1};
	str rest = str_skip(note, p.mark.n), line = {0};

	p.body = rest;
	p.open = p.close = str_head(rest, 0);
	if (str_line(&rest, &line))
		p.eol = str_skip(line, str_chomp(line).n);
	if (!p.eol.n)
		p.eol = S("\n");
	if (!line.p || !is_fence(line, false))
		return p;
	str open = line;
	for (size_t n = 2; str_line(&rest, &line); n++)
		if (is_fence(line, true)) {
			p.open = open;
			p.yaml = str_between(open.p + open.n, line.p);
			p.close = line;
			p.body = str_between(line.p + line.n, note.p + note.n);
			p.yaml_line = 2;
			p.body_line = n + 1;
			return p;
		}
	return p;
}

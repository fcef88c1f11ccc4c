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

/* Blank lines and characters that nobody sees. */
static str skip_unseen(str s)
{
	static const str unseen[] = {S_INIT(" "), S_INIT("\t"), S_INIT("\r"), S_INIT("\n"), S_INIT("\xc2\xa0"),
		S_INIT("\xe2\x80\x8b"), S_INIT("\xe2\x81\xa0"), S_INIT("\xef\xbb\xbf")};

	for (size_t i = 0; i < sizeof unseen / sizeof *unseen;)
		if (str_starts(s, unseen[i])) {
			s = str_skip(s, unseen[i].n);
			i = 0;
		} else
			i++;
	return s;
}

/* "key:" with a blank or nothing behind it; of TOML "key =" */
static bool is_key(str line, char sign)
{
	size_t n = 0, key;

	while (n < line.n && ((line.p[n] & 0x80) || str_digit(line.p[n]) || line.p[n] == '-' || line.p[n] == '_' ||
				     (line.p[n] >= 'A' && line.p[n] <= 'Z') || (line.p[n] >= 'a' && line.p[n] <= 'z')))
		n++;
	key = n;
	while (sign == '=' && n < line.n && line.p[n] == ' ')
		n++;
	return key && n < line.n && line.p[n] == sign &&
	       (n + 1 == line.n || str_blank(line.p[n + 1]) || str_eol(line.p[n + 1]));
}

/* A line that begins as a fence, a key, and such lines up to a fence. */
static bool looks_like_front(str s, str fence, char sign)
{
	str line;
	bool any = false;

	if (!str_starts(s, fence) || !str_line(&s, &line))
		return false;
	while (str_line(&s, &line)) {
		str text = str_chomp(line);
		if (any && str_starts(text, fence))
			return true;
		bool goes_on = any && (!text.n || str_chr(S(" \t-#[]}"), text.p[0]) != STR_NONE);
		if (!goes_on && !is_key(text, sign))
			return false;
		any = true;
	}
	return false;
}

static bool has_no_end(str s)
{
	str line;

	return str_line(&s, &line) && is_fence(line, false) && str_line(&s, &line) && is_key(str_chomp(line), ':');
}

const char *fences_idle(str note, const struct fences *p, size_t *at)
{
	str first = str_skip(note, p->mark.n), seen = skip_unseen(p->yaml.p ? p->body : first);

	*at = note.n - seen.n;
	if (p->yaml.p)
		return looks_like_front(seen, S("---"), ':')
			       ? "a second front matter, which is not read: one has all the keys"
			       : NULL;
	if (looks_like_front(seen, S("+++"), '='))
		return "no front matter: TOML between '+++' is not read; write YAML between '---'";
	if (looks_like_front(seen, S("---"), ':'))
		return seen.p > first.p ? "no front matter: nothing may stand before its '---'"
					: "no front matter: nothing may stand behind '---' in its first line";
	return seen.p == first.p && has_no_end(first) ? "front matter without an end: no second '---'" : NULL;
}

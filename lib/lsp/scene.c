#include "lsp/scene.h"

#include "text/entry.h"
#include "text/fences.h"
#include "text/lines.h"

static bool is_word(char c)
{
	return str_digit(c) || c == '-' || c == '_' || (unsigned char)c >= 0x80 ||
	       ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static size_t blanks(str s)
{
	size_t n = 0;
	while (n < s.n && str_blank(s.p[n]))
		n++;
	return n;
}

/* The line around a place, without its end; *from: where it begins. */
static str line_at(str note, size_t at, size_t *from)
{
	size_t start = at, end = at;
	while (start > 0 && !str_eol(note.p[start - 1]))
		start--;
	while (end < note.n && !str_eol(note.p[end]))
		end++;
	*from = start;
	return str_between(note.p + start, note.p + end);
}

static size_t last_of(str s, str mark)
{
	size_t last = STR_NONE, at;
	for (size_t from = 0; (at = str_find(str_skip(s, from), mark)) != STR_NONE; from = last + 1)
		last = from + at;
	return last;
}

/* How much of what stands behind the place is the same link's target; *closed: whether there is more of that link. */
static size_t rest_of_target(str rest, bool *closed)
{
	size_t close = str_find(rest, S("]]")), next = str_find(rest, S("[[")), n = 0;
	*closed = close != STR_NONE && (next == STR_NONE || next > close);
	while (*closed && n < close && rest.p[n] != '|' && rest.p[n] != '#')
		n++;
	return n;
}

static bool read_link(str line, size_t from, size_t col, struct scene *out)
{
	str before = str_head(line, col), inside;
	size_t open = last_of(before, S("[["));
	if (open == STR_NONE)
		return false;
	inside = str_skip(before, open + 2);
	if (str_chr(inside, ']') != STR_NONE || str_chr(inside, '|') != STR_NONE)
		return false;
	size_t hash = str_chr(inside, '#');
	out->kind = hash == STR_NONE ? SCENE_LINK : SCENE_HEADING;
	out->target = str_head(inside, hash == STR_NONE ? 0 : hash);
	out->typed = hash == STR_NONE ? inside : str_skip(inside, hash + 1);
	out->at = from + col - out->typed.n;
	out->end = from + col + rest_of_target(str_skip(line, col), &out->closed);
	return true;
}

/* "key:" in front; the length of the key, 0: there is none. */
static size_t key_length(str line)
{
	size_t n = 0;
	while (n < line.n && is_word(line.p[n]))
		n++;
	return n < line.n && line.p[n] == ':' && (n + 1 == line.n || str_blank(line.p[n + 1])) ? n : 0;
}

/* The key of the list that the line is an item of. */
static str key_above(str yaml)
{
	str line, key = {0};
	while (str_line(&yaml, &line)) {
		size_t n = key_length(str_chomp(line));
		if (n)
			key = str_trim(str_skip(line, n + 1)).n ? (str){0} : str_head(line, n);
		else if (str_trim(line).n && !str_starts(str_skip(line, blanks(line)), S("-")))
			key = (str){0};
	}
	return key;
}

/* Behind the last [ or comma of a list on one line, and the blanks there. */
static void set_value(struct scene *out, size_t from, size_t start, str before)
{
	size_t at = start;
	for (size_t i = start; i < before.n; i++)
		if (before.p[i] == ',' || (before.p[i] == '[' && i == start))
			at = i + 1;
	at += blanks(str_skip(before, at));
	out->quoted = at < before.n && (before.p[at] == '"' || before.p[at] == '\'');
	at += out->quoted;
	out->kind = SCENE_VALUE;
	out->at = from + at;
	out->typed = str_skip(before, at);
}

static void read_front(str yaml, str line, size_t from, size_t col, struct scene *out)
{
	str before = str_head(line, col);
	size_t key = key_length(line), indent = blanks(before), letters = 0;
	while (letters < before.n && is_word(before.p[letters]))
		letters++;
	if (key && col > key) {
		out->key = str_head(line, key);
		set_value(out, from, key + 1 + blanks(str_skip(before, key + 1)), before);
	} else if (str_starts(str_skip(before, indent), S("- "))) {
		out->key = key_above(yaml);
		if (out->key.n)
			set_value(out, from, indent + 2, before);
	} else if (letters == before.n && !str_starts(before, S("-"))) {
		out->kind = SCENE_KEY;
		out->at = from;
		out->typed = before;
		out->closed = key > 0;
	}
}

static void read_item(str line, size_t from, size_t col, struct scene *out)
{
	str before = str_head(line, col), rest = before;
	size_t marker = 0, n;
	date day;
	rest = str_skip(rest, blanks(rest));
	if (!(marker = lines_marker(rest)) || str_starts(rest, S(">")))
		return;
	rest = str_skip(rest, marker);
	n = blanks(rest);
	if (!n)
		return;
	rest = str_skip(rest, n);
	n = entry_box_length(rest);
	out->box = n > 0;
	out->done = n > 0 && !str_starts(rest, S("[ ]"));
	if (n && !blanks(str_skip(rest, n)))
		return;
	rest = str_skip(rest, n + blanks(str_skip(rest, n)));
	if (str_find(rest, S(": ")) != STR_NONE)
		return;
	out->kind = SCENE_ENTRY;
	if ((n = date_prefix(rest, &day)) && blanks(str_skip(rest, n))) {
		rest = str_skip(rest, n + blanks(str_skip(rest, n)));
		n = 0;
		while (n < rest.n && (str_digit(rest.p[n]) || rest.p[n] == ':'))
			n++;
		if (n == 5 && blanks(str_skip(rest, n)))
			rest = str_skip(rest, n + blanks(str_skip(rest, n)));
		out->kind = str_chr(rest, ' ') == STR_NONE ? SCENE_ENTRY_KIND : SCENE_NOTHING;
	}
	out->at = from + (size_t)(rest.p - line.p);
	out->typed = rest;
}

struct scene scene_at(str note, size_t at)
{
	struct scene out = {.end = at};
	struct fences f = fences_of(note);
	size_t from, yaml = f.yaml.p ? (size_t)(f.yaml.p - note.p) : 0;
	str line = line_at(note, at, &from);
	out.front = f.yaml.p && from >= yaml && from < yaml + f.yaml.n;
	bool above = f.yaml.p && !out.front && from < (size_t)(f.body.p - note.p);
	if (read_link(line, from, at - from, &out) || above)
		return out;
	if (out.front)
		read_front(str_between(f.yaml.p, note.p + from), line, from, at - from, &out);
	else
		read_item(line, from, at - from, &out);
	return out;
}

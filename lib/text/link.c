#include "text/link.h"
#include "text/target.h"
#include <string.h>

#define OPEN_MOST   32   /* brackets remembered */
#define TICKS_MOST  80   /* a longer run of backticks opens no code span, as in libcmark */
#define TARGET_MOST 1024 /* bytes of (target "title") */

struct scan {
	str text;
	size_t at;
	size_t open[OPEN_MOST], depth; /* where the brackets that may still close stand */
	bool files;
	const struct definitions *defined;
	bool unclosed[TICKS_MOST + 1]; /* no run of so many backticks follows */
};

/* Any link in brackets: wiki [[target]], else [text](target). */
struct found {
	bool wiki;
	str text, target;            /* wiki: all between the brackets is text */
	const struct definition *by; /* the target is that one's; NULL: it stands here */
	size_t at, end;
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static char char_at(str s, size_t at)
{
	return at < s.n ? s.p[at] : 0;
}

static size_t run_of(str s, size_t at, char c)
{
	size_t n = at;

	while (n < s.n && s.p[n] == c)
		n++;
	return n - at;
}

/* Behind the code span that the backticks at s->at open; if none closes it, behind them. */
static size_t skip_code(struct scan *s)
{
	size_t ticks = run_of(s->text, s->at, '`'), start = s->at + ticks, at = start;

	if (ticks > TICKS_MOST || s->unclosed[ticks])
		return start;
	while (at < s->text.n) {
		const char *next = memchr(s->text.p + at, '`', s->text.n - at);
		if (!next)
			break;
		at = (size_t)(next - s->text.p);
		size_t n = run_of(s->text, at, '`');
		at += n;
		if (n == ticks)
			return at;
	}
	s->unclosed[ticks] = true;
	return start;
}

static size_t skip_spaces(str s, size_t at)
{
	while (at < s.n && is_space(s.p[at]))
		at++;
	return at;
}

/* The target in "(target "title")", which s begins with; false if it is not of that form. */
static bool read_target(str s, str *target, size_t *length)
{
	s = str_head(s, TARGET_MOST);
	size_t at = skip_spaces(s, 1);

	*target = str_head(str_skip(s, at), 0);
	if (char_at(s, at) != ')' && !target_read(s, &at, target))
		return false;
	at = skip_spaces(s, at);
	if (target_title(s, &at))
		at = skip_spaces(s, at);
	*length = at + 1;
	return char_at(s, at) == ')';
}

static void open_bracket(struct scan *s)
{
	if (s->depth == OPEN_MOST)
		memmove(s->open, s->open + 1, --s->depth * sizeof *s->open);
	s->open[s->depth++] = s->at++;
}

/* [text][label], [text][] and [text], with that label defined: what it means; moves *end behind it. */
static const struct definition *read_reference(const struct scan *s, str text, size_t *end)
{
	struct arena scratch = {0};
	size_t label = definition_label(s->text, *end);
	const struct definition *d;

	if (!s->defined || !s->defined->n)
		return NULL;
	if (label)
		text = str_between(s->text.p + *end + 1, s->text.p + label - 1);
	d = definitions_get(s->defined, &scratch, text);
	arena_release(&scratch);
	if (d && label)
		*end = label;
	else if (d && str_starts(str_skip(s->text, *end), S("[]")))
		*end += 2;
	return d;
}

/* Whether the bracket at s->at closes a link. An image is none, and may stand in one. */
static bool close_bracket(struct scan *s, struct found *out)
{
	size_t close = s->at++, length;

	if (s->depth == 0)
		return false;
	size_t start = s->open[--s->depth];
	bool image = start && s->text.p[start - 1] == '!';
	*out = (struct found){
		.text = str_between(s->text.p + start + 1, s->text.p + close), .at = start, .end = close + 1};
	if (s->depth && s->open[s->depth - 1] + 1 == start && char_at(s->text, close + 1) == ']') {
		out->wiki = true;
		out->at--;
		out->end++;
	} else if (char_at(s->text, close + 1) == '(' &&
		   read_target(str_skip(s->text, close + 1), &out->target, &length)) {
		if (image && !s->files)
			return false;
		out->end += length;
	} else if ((out->by = read_reference(s, out->text, &out->end))) {
		out->target = out->by->target;
	} else {
		return false;
	}
	s->at = out->end;
	if (out->wiki || !image)
		s->depth = 0;
	return !image || !out->by;
}

static bool next_link(struct scan *s, struct found *out)
{
	while (s->at < s->text.n) {
		switch (s->text.p[s->at]) {
		case '\\':
			s->at += 2;
			break;
		case '`':
			s->at = skip_code(s);
			break;
		case '[':
			open_bracket(s);
			break;
		case ']':
			if (close_bracket(s, out))
				return true;
			break;
		default:
			s->at++;
		}
	}
	return false;
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A Markdown target as a path: %20 and backslashes before punctuation undone. */
static str decode(struct arena *a, str s)
{
	if (!s.n || (!memchr(s.p, '%', s.n) && !memchr(s.p, '\\', s.n)))
		return s;
	char *p = arena_alloc(a, s.n);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool code = s.p[i] == '%' && i + 2 < s.n && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0;
		if (code) {
			p[n++] = (char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2]));
			i += 2;
		} else {
			i += s.p[i] == '\\' && i + 1 < s.n;
			p[n++] = s.p[i];
		}
	}
	return (str){p, n};
}

/* Trimmed, a line end and the blanks around it one blank; a backslash before | goes, as in tables. */
static str plain(struct arena *a, str s)
{
	s = str_trim(s);
	if (!s.n || (!memchr(s.p, '\n', s.n) && !memchr(s.p, '\r', s.n) && !memchr(s.p, '\\', s.n)))
		return s;
	char *p = arena_alloc(a, s.n);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		size_t next = skip_spaces(s, i);
		if (next > i) {
			str gap = str_between(s.p + i, s.p + next);
			bool line_end = memchr(gap.p, '\n', gap.n) || memchr(gap.p, '\r', gap.n);
			memcpy(p + n, line_end ? " " : gap.p, line_end ? 1 : gap.n);
			n += line_end ? 1 : gap.n;
			i = next - 1;
		} else if (s.p[i] != '\\' || i + 1 == s.n || s.p[i + 1] != '|') {
			p[n++] = s.p[i];
		}
	}
	return (str){p, n};
}

static str absent_if_empty(str s)
{
	return s.n ? s : (str){NULL, 0};
}

static bool read_wiki(struct arena *a, const struct found *f, struct link *out)
{
	str name = f->text, label = {NULL, 0};
	size_t bar = str_chr(name, '|');

	if (bar != STR_NONE) {
		label = str_skip(name, bar + 1);
		name = str_head(name, bar && name.p[bar - 1] == '\\' ? bar - 1 : bar);
	}
	size_t hash = str_chr(name, '#');
	*out = (struct link){.at = f->at, .end = f->end};
	if (hash != STR_NONE) {
		out->heading = absent_if_empty(plain(a, str_skip(name, hash + 1)));
		name = str_head(name, hash);
	}
	out->raw = str_trim(name);
	out->target = plain(a, name);
	out->label = absent_if_empty(plain(a, label));
	return out->target.n > 0;
}

static bool has_scheme(str s)
{
	size_t colon = str_chr(s, ':'), slash = str_chr(s, '/');

	return colon != STR_NONE && (slash == STR_NONE || colon < slash);
}

/* Whether a path can be that of a note: it ends in .md, or has no ending at all, as in "Dr. No". */
static bool may_be_note(str path)
{
	str base = str_base(path);
	size_t dot = str_rchr(base, '.');

	if (!base.n || str_eq(base, S(".")) || str_eq(base, S("..")))
		return false;
	return dot == STR_NONE || str_chr(str_skip(base, dot), ' ') != STR_NONE || str_ends(base, S(".md"));
}

bool link_read_path(struct arena *a, str target, bool files, struct link *out)
{
	size_t hash = str_chr(target, '#');
	str path = hash == STR_NONE ? target : str_head(target, hash);

	if (path.n == 0 || path.p[0] == '?' || has_scheme(path))
		return false;
	*out = (struct link){.markdown = true, .raw = path, .target = decode(a, path)};
	if (hash != STR_NONE)
		out->heading = absent_if_empty(decode(a, str_skip(target, hash + 1)));
	return files || may_be_note(out->target);
}

static bool read_markdown(struct arena *a, const struct found *f, bool files, struct link *out)
{
	if (!link_read_path(a, f->target, files, out))
		return false;
	out->at = f->at;
	out->end = f->end;
	out->reference = f->by != NULL;
	out->label = absent_if_empty(plain(a, f->text));
	return true;
}

/* The box that a text begins with is no link, whatever [x] means. */
static size_t skip_box(str text)
{
	return text.n > 3 && text.p[0] == '[' && text.p[2] == ']' && is_space(text.p[3]) ? 3 : 0;
}

void links_scan(struct arena *a, str text, size_t base, struct links *out)
{
	struct scan s = {.text = text, .files = out->files, .defined = out->defined, .at = skip_box(text)};
	struct found found;
	struct link link;

	if (text.n == 0 || !memchr(text.p, '[', text.n))
		return;
	while (next_link(&s, &found)) {
		if (!(found.wiki ? read_wiki(a, &found, &link) : read_markdown(a, &found, s.files, &link)))
			continue;
		link.at += base;
		link.end += base;
		out->v = arena_more(a, out->v, out->n, sizeof *out->v);
		out->v[out->n++] = link;
	}
}

static size_t append(char *p, str s)
{
	if (s.n)
		memcpy(p, s.p, s.n);
	return s.n;
}

str links_shown(struct arena *a, str text)
{
	struct scan s = {.text = text};
	struct found f;
	struct link link;
	size_t n = 0, done = 0;

	if (text.n == 0 || !memchr(text.p, '[', text.n))
		return text;
	char *p = arena_alloc(a, text.n);
	while (next_link(&s, &f)) {
		str shown = f.text;
		bool embed = f.wiki && f.at && text.p[f.at - 1] == '!';
		if (f.wiki && read_wiki(a, &f, &link) && link.label.p)
			shown = link.label;
		n += append(p + n, str_between(text.p + done, text.p + f.at - embed));
		n += append(p + n, f.wiki ? plain(a, shown) : shown);
		done = f.end;
	}
	n += append(p + n, str_skip(text, done));
	return (str){p, n};
}

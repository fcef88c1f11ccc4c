#include "book/stream.h"

#include "base/diag.h"
#include "base/json.h"
#include "base/term.h"
#include "note/place.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define READ_SIZE 65536

#define ANNOTATION      S("nt-")
#define LAST_ANNOTATION S("nt-rev:")

static bool all_form_feeds(const char *from, const char *end)
{
	while (from < end && *from == '\f')
		from++;
	return from == end;
}

/* Each line of form feeds only gets one more. A line begins behind a LF, and with s if that does. */
static void put_stuffed(FILE *f, str s, bool begins)
{
	const char *end = s.p + s.n, *at = s.p, *from = s.p;
	while (at < end && (at = memchr(at, '\f', (size_t)(end - at)))) {
		const char *eol = memchr(at, '\n', (size_t)(end - at));
		if (!eol)
			eol = end;
		if ((at == s.p ? begins : at[-1] == '\n') && all_form_feeds(at, eol)) {
			fwrite(from, 1, (size_t)(at - from), f);
			putc('\f', f);
			from = at;
		}
		at = eol;
	}
	fwrite(from, 1, (size_t)(end - from), f);
}

static void put_annotations(FILE *f, struct note *n, str eol, bool bare, bool no_newline)
{
	if (n->path.p)
		fprintf(f, "nt-path: " FMT FMT, ARG(note_encoded(n->arena, n->path)), ARG(eol));
	for (size_t i = 0; i < n->notes.n; i++)
		fprintf(f, "nt-" FMT ": " FMT FMT, ARG(n->notes.v[i].key), ARG(n->notes.v[i].value), ARG(eol));
	if (bare)
		fprintf(f, "nt-bare: true" FMT, ARG(eol));
	if (no_newline)
		fprintf(f, "nt-nonl: true" FMT, ARG(eol));
	if (n->is_new)
		fprintf(f, "nt-rev: new" FMT, ARG(eol));
	else
		fprintf(f, "nt-rev: %016" PRIx64 FMT, note_rev(n), ARG(eol));
}

static void put_raw(FILE *f, struct note *n)
{
	const struct fences *p = &n->pieces;
	bool bare = !p->yaml.p, no_newline = n->bytes.n == 0 || n->bytes.p[n->bytes.n - 1] != '\n';
	if (bare) {
		fputs("---\n", f);
		put_annotations(f, n, S("\n"), true, no_newline);
		fputs("---\n", f);
		put_stuffed(f, n->bytes, true);
	} else {
		fprintf(f, FMT FMT, ARG(p->mark), ARG(p->open));
		str eol = str_skip(p->open, str_chomp(p->open).n);
		put_annotations(f, n, eol, false, no_newline);
		put_stuffed(f, str_skip(n->bytes, p->mark.n + p->open.n), str_ends(p->open, S("\n")));
	}
	fputs(no_newline ? "\n\f\n" : "\f\n", f);
}

/* A terminal obeys nothing of a note. */
static void put_visible(FILE *f, struct note *n)
{
	char *bytes = NULL;
	size_t size = 0;
	FILE *all = open_memstream(&bytes, &size);
	if (!all)
		die("a note of %zu bytes:", n->bytes.n);
	put_raw(all, n);
	fclose(all);
	str rest = {bytes, size}, line;
	while (str_line(&rest, &line)) {
		term_put(f, str_chomp(line));
		putc('\n', f);
	}
	free(bytes);
}

void stream_put(FILE *f, struct note *n)
{
	(isatty(fileno(f)) ? put_visible : put_raw)(f, n);
}

/* Reads more; false at the end. */
static bool fill(struct stream *s)
{
	if (s->next) {
		memmove(s->buf.p, s->buf.p + s->next, s->buf.n - s->next);
		s->buf.n -= s->next;
		s->next = 0;
	}
	for (;;) {
		buf_grow(&s->buf, s->buf.n < READ_SIZE ? READ_SIZE : s->buf.n);
		ssize_t n = read(s->fd, s->buf.p + s->buf.n, s->buf.cap - s->buf.n - 1);
		if (n > 0) {
			s->buf.n += (size_t)n;
			return true;
		}
		if (n == 0 || errno != EINTR) {
			if (n < 0)
				warn("standard input:");
			s->ended = true;
			return false;
		}
	}
}

/* The offset behind the line that ends the note at s->next, or STR_NONE; *end: where its bytes end. */
static size_t find_end(struct stream *s, size_t from, size_t *end)
{
	for (size_t at = from; at + 1 < s->buf.n; at++) {
		const char *found = memchr(s->buf.p + at, '\f', s->buf.n - at - 1);
		if (!found)
			return STR_NONE;
		at = (size_t)(found - s->buf.p);
		if (at > s->next && found[-1] == '\n' && found[1] == '\n') {
			*end = at;
			return at + 2;
		}
	}
	return STR_NONE;
}

/* Takes one fence line off, a byte-order mark in front allowed. */
static bool take_fence(str *rest, str *fence)
{
	str line, at = *rest;
	if (str_starts(at, S("\xEF\xBB\xBF")))
		at = str_skip(at, 3);
	if (!str_line(&at, &line) || !str_eq(str_trim(line), S("---")) || line.p[0] != '-')
		return false;
	*fence = str_between(rest->p, at.p);
	*rest = at;
	return true;
}

/* The run of annotations behind the fence, nt-rev: included. False: there is none, the note is plain. */
static bool take_annotations(str *rest, str *run)
{
	str line, at = *rest;
	while (str_line(&at, &line) && str_starts(line, ANNOTATION))
		if (str_starts(line, LAST_ANNOTATION)) {
			*run = str_between(rest->p, at.p);
			*rest = at;
			return true;
		}
	return false;
}

/* Whether the input ended before the annotations did, within the last line of the run perhaps. */
static bool cut_in_annotations(str whole)
{
	str line;
	if (!take_fence(&whole, &line))
		return str_starts(S("---"), whole) || str_starts(S("\xEF\xBB\xBF---"), whole);
	while (str_line(&whole, &line))
		if (!str_starts(line, ANNOTATION) && !str_starts(ANNOTATION, line))
			return false;
	return true;
}

/* Lines of two or more form feeds lose one, in place. */
static str unstuffed(char *p, size_t n)
{
	char *out = p, *end = p + n, *from = p;
	for (char *at = p; at < end && (at = memchr(at, '\f', (size_t)(end - at)));) {
		char *eol = memchr(at, '\n', (size_t)(end - at));
		if (!eol)
			eol = end;
		if ((at == p || at[-1] == '\n') && all_form_feeds(at, eol)) {
			memmove(out, from, (size_t)(at - from));
			out += at - from;
			from = at + 1;
		}
		at = eol;
	}
	memmove(out, from, (size_t)(end - from));
	return (str){p, (size_t)(out - p) + (size_t)(end - from)};
}

static bool hex64(str s, uint64_t *out)
{
	*out = 0;
	for (size_t i = 0; i < s.n; i++) {
		const char *digits = "0123456789abcdef", *at = memchr(digits, s.p[i], 16);
		if (!at)
			return false;
		*out = *out << 4 | (uint64_t)(at - digits);
	}
	return s.n == 16;
}

struct marks {
	bool bare, no_newline, good;
};

static void read_annotations(struct note *n, str run, struct marks *m)
{
	str line;
	m->good = true;
	while (str_line(&run, &line)) {
		str value = str_trim(line), key;
		value = str_skip(value, ANNOTATION.n);
		m->good &= str_chr(value, ':') != STR_NONE;
		str_cut(&value, ':', &key);
		key = str_trim(key);
		value = arena_dup(n->arena, str_trim(value));
		if (str_eq(key, S("rev"))) {
			n->is_new = str_eq(value, S("new"));
			n->has_rev = !n->is_new;
			m->good &= n->is_new || hex64(value, &n->rev);
		} else if (str_eq(key, S("path"))) {
			struct strs path;
			n->path = json_read(n->arena, value, &path) && path.n ? path.v[0] : value;
			m->good &= !place_fault(n->path);
		} else if (str_eq(key, S("bare"))) {
			m->bare = true;
		} else if (str_eq(key, S("nonl"))) {
			m->no_newline = true;
		} else {
			n->notes.v = arena_more(n->arena, n->notes.v, n->notes.n, sizeof *n->notes.v);
			n->notes.v[n->notes.n++] = (struct config_pair){arena_dup(n->arena, key), value};
		}
	}
}

/* whole: the note's bytes on the stream; with annotations unless this is a plain file. */
static bool read_note(struct stream *s, str whole, bool cut, struct note *out)
{
	str fence, run, rest = whole;
	struct marks m = {0};
	*out = (struct note){.config = &s->book->config, .arena = s->arena};
	if (!take_fence(&rest, &fence) || !take_annotations(&rest, &run)) {
		warn("standard input: %s", cut ? "note cut short" : "a note without nt-rev: is this a stream?");
		return false;
	}
	read_annotations(out, run, &m);
	out->shown = out->path.p ? book_shown(s->book, s->arena, out->path) : (str){0};
	if (cut || !m.good || (m.bare && !take_fence(&rest, &run))) {
		warn("standard input: %s: '" FMT "'", cut ? "note cut short" : "malformed annotations", ARG(out->path));
		return false;
	}
	char *at = s->buf.p + (rest.p - s->buf.p);
	if (!m.bare) {
		at -= fence.n;
		memmove(at, fence.p, fence.n);
	}
	size_t n = (size_t)(whole.p + whole.n - at);
	out->bytes = unstuffed(at, m.no_newline && n ? n - 1 : n);
	return true;
}

static bool is_annotated(str whole)
{
	str fence, run;
	return take_fence(&whole, &fence) && take_annotations(&whole, &run);
}

/* Finds the end of the next note; false when the input ends before it. */
static bool seek_end(struct stream *s, size_t *end, size_t *after)
{
	size_t seen = 0; /* bytes of the note that hold no end */
	while ((*after = find_end(s, s->next + seen, end)) == STR_NONE) {
		size_t n = s->buf.n - s->next;
		seen = n > 2 ? n - 2 : 0;
		if (s->ended || !fill(s))
			return false;
	}
	return true;
}

/* The path that a line of -p, of -0 or of -l ends with; absent: none. */
static str path_of_line(str line)
{
	size_t tab = line.n;
	while (tab && line.p[tab - 1] != '\t')
		tab--;
	return str_ends(line, S(".md")) ? str_skip(line, tab) : (str){0};
}

/* Lines of nothing but paths, the first of which is a file's, are what a tool printed, not a note. */
static bool holds_paths(struct arena *a, str text)
{
	char end = str_chr(text, '\0') == STR_NONE ? '\n' : '\0';
	str line, rest = text, first = {0};
	while (rest.n && str_cut(&rest, end, &line)) {
		str path = path_of_line(line);
		if (!path.p)
			return false;
		first = first.p ? first : path;
	}
	return first.p && access(arena_cstr(a, first), F_OK) == 0;
}

/* A plain file as the whole of the input. */
static bool plain_note(struct stream *s, struct note *out)
{
	while (!s->ended)
		fill(s);
	if (holds_paths(s->arena, buf_str(&s->buf)))
		die("standard input holds paths, not notes: leave out -p, -0 or -l; paths go to a tool as operands, "
		    "nt-find -0 ... | xargs -0 nt-show");
	*out = (struct note){.config = &s->book->config, .arena = s->arena, .bytes = buf_str(&s->buf)};
	s->next = s->buf.n;
	note_begin(out);
	return true;
}

bool stream_next(struct stream *s, struct note *out)
{
	size_t end, after;
	arena_reset(s->arena);
	for (bool first = !s->started;; first = false) {
		bool whole = seek_end(s, &end, &after);
		if (!whole && s->next == s->buf.n)
			return false;
		if (!whole)
			end = after = s->buf.n;
		str bytes = {s->buf.p + s->next, end - s->next};
		s->started = true;
		if (first && !is_annotated(bytes) && (whole || !cut_in_annotations(bytes)))
			return plain_note(s, out);
		s->next = after;
		if (read_note(s, bytes, !whole, out)) {
			note_begin(out);
			return true;
		}
	}
}

void stream_release(struct stream *s)
{
	buf_release(&s->buf);
}

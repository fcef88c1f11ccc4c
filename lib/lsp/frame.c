#include "lsp/frame.h"

#define NAME S("Content-Length:")
#define TAIL 64 /* bytes that may be the begin of such a line; a longer one is none */

/* The header line that s begins with: its number, and behind its line end. 0: it is none (or not all of it is there).
 */
static size_t read_length(str s, size_t *length)
{
	size_t i = NAME.n, digits = 0, n = 0;
	if (!str_ieq(str_head(s, NAME.n), NAME))
		return 0;
	while (i < s.n && str_blank(s.p[i]))
		i++;
	for (; i < s.n && str_digit(s.p[i]); i++, digits++)
		n = n > FRAME_MOST ? n : n * 10 + (size_t)(s.p[i] - '0');
	if (!digits || i + 2 > TAIL || !str_starts(str_skip(s, i), S("\r\n")))
		return 0;
	*length = n;
	return i + 2;
}

/* Where the first header line stands in s; STR_NONE: nowhere. */
static size_t find_length(str s)
{
	size_t length;
	for (size_t i = 0; i + NAME.n <= s.n; i++) {
		size_t next = str_chr(str_skip(s, i), ':');
		if (next == STR_NONE)
			break;
		i += next;
		if (i + 1 >= NAME.n && read_length(str_skip(s, i + 1 - NAME.n), &length))
			return i + 1 - NAME.n;
	}
	return STR_NONE;
}

void frame_add(struct frame *f, str bytes)
{
	if (f->at) {
		memmove(f->in.p, f->in.p + f->at, f->in.n - f->at);
		f->in.n -= f->at;
		f->at = 0;
	}
	buf_add(&f->in, bytes);
}

static str rest_of(const struct frame *f)
{
	return str_skip(buf_str(&f->in), f->at);
}

/* Drops what is too long, up to its end or to a header. False: it goes on. */
static bool skip_long(struct frame *f)
{
	str rest = rest_of(f);
	size_t header = find_length(str_head(rest, f->skip)), all = rest.n < f->skip ? rest.n : f->skip;
	if (header != STR_NONE || rest.n >= f->skip) {
		f->at += header != STR_NONE ? header : f->skip;
		f->skip = 0;
		return true;
	}
	size_t drop = all > TAIL ? all - TAIL : 0;
	f->at += drop;
	f->skip -= drop;
	return false;
}

/* Once for all that stands between two frames. */
static enum frame_result noise(struct frame *f, size_t drop)
{
	bool told = f->lost;
	f->at += drop;
	f->lost = true;
	return told ? FRAME_MORE : FRAME_NOISE;
}

/* The headers are all there. */
static enum frame_result read_frame(struct frame *f, str head, str *body)
{
	size_t at = find_length(head), length = 0;
	if (at == STR_NONE)
		return noise(f, head.n);
	if (at > 0 && head.p[at - 1] != '\n')
		return noise(f, at);
	read_length(str_skip(head, at), &length);
	str rest = str_skip(rest_of(f), head.n);
	if (length > FRAME_MOST) {
		f->at += head.n;
		f->skip = length;
		f->lost = true;
		return FRAME_LONG;
	}
	if (rest.n < length)
		return FRAME_MORE;
	*body = str_head(rest, length);
	f->at += head.n + length;
	f->lost = false;
	return FRAME_MESSAGE;
}

enum frame_result frame_next(struct frame *f, str *body)
{
	for (;;) {
		if (f->skip && !skip_long(f))
			return FRAME_MORE;
		str rest = rest_of(f);
		size_t blank = str_find(str_head(rest, FRAME_HEADERS), S("\r\n\r\n")), was = f->at;
		enum frame_result result = FRAME_MORE;
		if (blank != STR_NONE)
			result = read_frame(f, str_head(rest, blank + 4), body);
		else if (rest.n >= FRAME_HEADERS)
			result = noise(f, FRAME_HEADERS - TAIL);
		if (result != FRAME_MORE || f->at == was)
			return result;
	}
}

void frame_back(struct frame *f, str body)
{
	size_t header = find_length(body);
	if (header != STR_NONE)
		f->at -= body.n - header;
}

void frame_release(struct frame *f)
{
	buf_release(&f->in);
}

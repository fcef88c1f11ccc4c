#include "format/import.h"

#include <errno.h>
#include <unistd.h>

#define PIECE 65536

/* Reads more into the buffer; false at the end. */
static bool fill(struct import *in)
{
	while (!in->ended) {
		buf_grow(&in->bytes, in->bytes.n < PIECE ? PIECE : in->bytes.n);
		ssize_t n = read(in->fd, in->bytes.p + in->bytes.n, in->bytes.cap - in->bytes.n - 1);
		if (n > 0) {
			in->bytes.n += (size_t)n;
			return true;
		}
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			warn(FMT ":", ARG(in->file));
			in->failed = true;
		}
		in->ended = true;
	}
	return false;
}

bool import_is_note(str head)
{
	static const char *const begins[] = {"- ", "* ", "+ ", "> ", "```", "~~~"};
	str line = {0};
	while (str_line(&head, &line) && !str_trim(line).n)
		;
	line = str_trim(line);
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		if (str_starts(line, str_of(begins[i])))
			return true;
	size_t marks = 0;
	while (marks < line.n && line.p[marks] == '#')
		marks++;
	return (marks && marks < line.n && str_blank(line.p[marks])) || str_eq(line, S("---"));
}

str import_head(struct import *in, size_t n)
{
	while (in->bytes.n < n && fill(in))
		;
	return str_head(buf_str(&in->bytes), n);
}

str import_all(struct import *in)
{
	while (fill(in))
		;
	return buf_str(&in->bytes);
}

bool import_more(struct import *in, str unused, str *piece)
{
	if (unused.n)
		memmove(in->bytes.p, unused.p, unused.n);
	if (unused.p)
		in->bytes.n = unused.n;
	bool more = fill(in) || (!unused.p && in->bytes.n > 0);
	*piece = buf_str(&in->bytes);
	return more;
}

struct contact import_begin(struct import *in)
{
	struct contact c;
	contact_begin(&c, &in->arena);
	return c;
}

/* Of keys and texts; what stands before them is about as much again, and quotes make more of odd bytes. */
static size_t size_of(const struct value *v)
{
	size_t n = v->key.n + v->text.n;
	for (const struct value *child = v->first; child; child = child->next)
		n += size_of(child) + 8;
	return n;
}

void import_give(struct import *in, struct contact *c)
{
	in->given++;
	if (size_of(c->front) > FRONT_BYTES / 8 && !contact_fits(c))
		warn_at(in->file, 0, 0, "'" FMT "': too much for the front matter of a note, left out",
			ARG(str_head(contact_text(c, S("name")), 80)));
	else
		in->contact(in->to, c);
	arena_reset(&in->arena);
}

void import_release(struct import *in)
{
	buf_release(&in->bytes);
	arena_release(&in->arena);
	arena_release(&in->keep);
}

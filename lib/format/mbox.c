#include "format/mbox.h"

#define LINE_MOST ((size_t)64 << 10) /* of a line that is looked at */

/* "From ada@b.org Sat Jan  3 01:05:34 1996": somebody, and a time with a colon. */
static bool is_from(str line)
{
	size_t colon;
	if (!str_starts(line, S("From ")))
		return false;
	str rest = str_skip(line, 5);
	return (colon = str_chr(rest, ':')) != STR_NONE && colon > 1 && colon + 1 < rest.n &&
	       str_digit(rest.p[colon - 1]) && str_digit(rest.p[colon + 1]);
}

bool mbox_is(str head)
{
	str line;
	return str_line(&head, &line) && is_from(line);
}

static void give(struct mbox *m)
{
	if (m->in_message)
		m->message(m->to, buf_str(&m->head), m->from, m->cut);
	m->in_message = false;
}

static void begin(struct mbox *m)
{
	give(m);
	buf_reset(&m->head);
	m->from = m->lines;
	m->in_message = m->in_head = true;
	m->cut = m->after_blank = false;
}

static void take_line(struct mbox *m, str line)
{
	bool blank = str_chomp(line).n == 0;
	m->lines++;
	if ((m->after_blank || m->lines == 1) && is_from(line)) {
		begin(m);
		return;
	}
	m->after_blank = blank;
	if (!m->in_message || !m->in_head)
		return;
	m->in_head = !blank;
	if (m->head.n + line.n <= MBOX_HEAD)
		buf_add(&m->head, line);
	else
		m->cut = true;
}

void mbox_feed(struct mbox *m, str piece)
{
	str line;
	while (str_cut(&piece, '\n', &line)) {
		bool whole = piece.p != NULL;
		size_t room = m->line.n < LINE_MOST ? LINE_MOST - m->line.n : 0;
		if (!whole || m->line.n) {
			m->cut |= line.n > room && m->in_head;
			buf_add(&m->line, str_head(line, room));
		}
		if (!whole)
			break;
		if (m->line.n) {
			buf_putc(&m->line, '\n');
			take_line(m, buf_str(&m->line));
			buf_reset(&m->line);
		} else {
			take_line(m, (str){line.p, line.n + 1});
		}
	}
}

void mbox_end(struct mbox *m)
{
	if (m->line.n)
		take_line(m, buf_str(&m->line));
	buf_reset(&m->line);
	give(m);
}

void mbox_release(struct mbox *m)
{
	buf_release(&m->line);
	buf_release(&m->head);
}

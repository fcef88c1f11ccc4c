#include "base/term.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/visible.h"
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_MOST 10000

size_t term_width(void)
{
	struct winsize size;
	long columns;

	if (str_long(str_of(getenv("COLUMNS")), &columns) && columns > 0 && columns <= WIDTH_MOST)
		return (size_t)columns;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}

str term_visible(struct arena *a, str s)
{
	struct buf out = {0};
	char form[VISIBLE_FORM];

	if (visible_plain(s) == s.n)
		return s;
	while (s.n > 0) {
		size_t n = visible_plain(s);

		buf_add(&out, str_head(s, n));
		s = str_skip(s, n);
		if (s.n > 0) {
			s = str_skip(s, visible_form(s, form));
			buf_puts(&out, form);
		}
	}
	s = arena_dup(a, buf_str(&out));
	buf_release(&out);
	return s;
}

void term_put(FILE *f, str s)
{
	char form[VISIBLE_FORM];

	while (s.n > 0) {
		size_t n = visible_plain(s);

		fwrite(s.p, 1, n, f);
		s = str_skip(s, n);
		if (s.n > 0) {
			s = str_skip(s, visible_form(s, form));
			fputs(form, f);
		}
	}
}

void term_print(str text)
{
	bool terminal = isatty(STDOUT_FILENO);
	str line;

	if (!terminal)
		fwrite(text.p, 1, text.n, stdout);
	while (terminal && str_line(&text, &line)) {
		term_put(stdout, str_chomp(line));
		putchar('\n');
	}
}

void term_style(FILE *f, enum term_style style, bool color, str s)
{
	static const char *const codes[] = {"0", "1", "2", "31", "32", "33", "34", "36"};
	bool styled = color && style != PLAIN;

	if (styled)
		fprintf(f, "\033[%sm", codes[style]);
	term_put(f, s);
	if (styled)
		fputs("\033[0m", f);
}

static size_t visible_width(str s)
{
	char form[VISIBLE_FORM];
	size_t width = 0;

	while (s.n > 0) {
		size_t n = visible_plain(s);

		width += utf8_width(str_head(s, n));
		s = str_skip(s, n);
		if (s.n > 0) {
			s = str_skip(s, visible_form(s, form));
			width += strlen(form);
		}
	}
	return width;
}

static bool take_word(str *s, str *word)
{
	size_t n = 0;

	*s = str_trim(*s);
	while (n < s->n && str_chr(S(" \t\r\n"), s->p[n]) == STR_NONE)
		n++;
	*word = str_head(*s, n);
	*s = str_skip(*s, n);
	return n > 0;
}

void term_wrap_short(FILE *f, str s, size_t width, size_t column, size_t indent, size_t lines)
{
	bool first = true;
	str word;

	while (take_word(&s, &word)) {
		size_t wide = visible_width(word), room = lines == 1 && str_trim(s).n ? 2 : 0; /* for the ellipsis */

		if (column + !first + wide + room > width && (!first || column > indent)) {
			if (--lines == 0) {
				fputs(" \u2026", f);
				return;
			}
			fprintf(f, "\n%*s", (int)(indent < WIDTH_MOST ? indent : WIDTH_MOST), "");
			column = indent;
		} else if (!first) {
			fputc(' ', f);
			column++;
		}
		term_put(f, word);
		column += wide;
		first = false;
	}
}

void term_wrap(FILE *f, str s, size_t width, size_t column, size_t indent)
{
	term_wrap_short(f, s, width, column, indent, SIZE_MAX);
}

void term_labelled(FILE *f, size_t indent, str label, str text, size_t width)
{
	size_t column = indent + label.n;
	if (!text.n)
		return;
	fprintf(f, "%*s" FMT, (int)indent, "", ARG(label));
	term_wrap(f, text, width, column, column);
	putc('\n', f);
}

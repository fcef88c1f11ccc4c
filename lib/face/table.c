#include "face/table.h"

#include "base/term.h"
#include "base/utf8.h"

#define GAP 2

void table_cell(struct table *t, str text)
{
	t->cells = arena_more(&t->arena, t->cells, t->n, sizeof *t->cells);
	t->cells[t->n++] = arena_dup(&t->arena, term_visible(&t->arena, text.p ? text : S("")));
}

static void pad(FILE *f, size_t n)
{
	while (n-- > 0)
		putc(' ', f);
}

static size_t widest(const struct table *t, size_t column, const char *head)
{
	size_t most = utf8_width(str_of(head));
	for (size_t i = column; i < t->n; i += t->columns) {
		size_t width = utf8_width(t->cells[i]);
		if (width > most)
			most = width;
	}
	return most;
}

/* At most room columns wide, with an ellipsis where something was cut off. */
static void put_cut(FILE *f, str s, size_t room)
{
	if (utf8_width(s) <= room) {
		term_put(f, s);
		return;
	}
	term_put(f, str_head(s, utf8_fit(s, room ? room - 1 : 0)));
	term_put(f, S("\u2026"));
}

static void put_row(const struct table *t, FILE *f, const str *row, const size_t *widths, size_t width)
{
	size_t used = 0;
	for (size_t i = 0; i < t->columns; i++) {
		bool last = i + 1 == t->columns, right = t->right && t->right[i];
		size_t room = !width ? (size_t)-1 : width > used ? width - used : 1, fill = widths[i] - utf8_width(row[i]);
		if (right && room >= widths[i])
			pad(f, fill);
		if (last || room < widths[i])
			put_cut(f, row[i], room);
		else
			term_put(f, row[i]);
		if (last)
			break;
		pad(f, (right ? 0 : fill) + GAP);
		used += widths[i] + GAP;
	}
	putc('\n', f);
}

void table_print(struct table *t, FILE *f, const char *const *heads, size_t width, bool color)
{
	size_t *widths = arena_array(&t->arena, t->columns, sizeof *widths);
	str *head = arena_array(&t->arena, t->columns, sizeof *head);
	if (!t->n)
		return;
	for (size_t i = 0; i < t->columns; i++) {
		widths[i] = widest(t, i, heads[i]);
		head[i] = str_of(heads[i]);
	}
	if (color)
		fputs("\033[2m", f);
	put_row(t, f, head, widths, width);
	if (color)
		fputs("\033[0m", f);
	for (size_t i = 0; i + t->columns <= t->n; i += t->columns)
		put_row(t, f, t->cells + i, widths, width);
}

void table_release(struct table *t)
{
	arena_release(&t->arena);
}

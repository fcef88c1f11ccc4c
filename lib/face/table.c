#include "face/table.h"

#include "base/term.h"
#include "base/utf8.h"

#define GAP   2
#define DAY   10 /* 2026-11-03 is told whole as long as it goes */
#define LEAST 4

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

/* Which column to take one from: the widest, but of a day or less only when the others have no more to give. */
static size_t to_narrow(const size_t *widths, const size_t *whole, size_t n)
{
	size_t best = n;
	for (int all = 0; all < 2 && best == n; all++)
		for (size_t i = 0; i < n; i++)
			if ((all ? widths[i] > 1 : whole[i] > DAY && widths[i] > LEAST) &&
				(best == n || widths[i] >= widths[best]))
				best = i;
	return best;
}

/* What fits the terminal, taken from the widest columns. */
static void narrow(size_t *widths, const size_t *whole, size_t n, size_t width)
{
	size_t sum = (n - 1) * GAP, i;
	for (i = 0; i < n; i++)
		sum += widths[i];
	for (; sum > width && (i = to_narrow(widths, whole, n)) < n; sum--)
		widths[i]--;
}

static void put_row(const struct table *t, FILE *f, const str *row, const size_t *widths)
{
	for (size_t i = 0; i < t->columns; i++) {
		size_t wide = utf8_width(row[i]), fill = widths[i] > wide ? widths[i] - wide : 0;
		bool last = i + 1 == t->columns, right = t->right && t->right[i];
		if (right)
			pad(f, fill);
		put_cut(f, row[i], widths[i]);
		if (!last)
			pad(f, (right ? 0 : fill) + GAP);
	}
	putc('\n', f);
}

void table_print(struct table *t, FILE *f, const char *const *heads, size_t width, bool color)
{
	size_t *widths = arena_array(&t->arena, t->columns, sizeof *widths);
	size_t *whole = arena_array(&t->arena, t->columns, sizeof *whole);
	str *head = arena_array(&t->arena, t->columns, sizeof *head);
	if (!t->n)
		return;
	for (size_t i = 0; i < t->columns; i++) {
		whole[i] = widths[i] = widest(t, i, heads[i]);
		head[i] = str_of(heads[i]);
	}
	if (width)
		narrow(widths, whole, t->columns, width);
	if (color)
		fputs("\033[2m", f);
	put_row(t, f, head, widths);
	if (color)
		fputs("\033[0m", f);
	for (size_t i = 0; i + t->columns <= t->n; i += t->columns)
		put_row(t, f, t->cells + i, widths);
}

void table_release(struct table *t)
{
	arena_release(&t->arena);
}

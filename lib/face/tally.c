#include "face/tally.h"

#include "base/opt.h"
#include "base/term.h"
#include "base/utf8.h"
#include "text/link.h"
#include <string.h>

#define WIDE       60 /* all columns have room */
#define MOST_WIDTH 100
#define GAP        2
#define MOST_HALF  20
#define KIND       6
#define DAY        23 /* "2026-01-01, 327d late" and a gap */
#define LINES      3  /* of a promise */
#define AXIS       "\u2502"
#define BLOCK      "\u2588"
#define COLUMNS    7
#define NONE       S("(none)")

static size_t more(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t digits(int number)
{
	return (size_t)snprintf(NULL, 0, "%+d", number) - (number >= 0);
}

/* Columns of the numbers, with the gaps on both sides. */
static size_t numbers(const struct ledger_rows *rows, bool promises)
{
	size_t gave = 4, got = 3, balance = 3, owe = 3, owed = 4;
	for (size_t i = 0; i < rows->n; i++) {
		const struct ledger_sum *s = &rows->v[i].sum;
		gave = more(gave, digits(s->gave));
		got = more(got, digits(s->got));
		balance = more(balance, digits(ledger_balance(s)) + (ledger_balance(s) > 0));
		owe = more(owe, digits(s->owe));
		owed = more(owed, digits(s->owed));
	}
	return gave + got + balance + 4 * GAP + (promises ? owe + owed + 2 * GAP : 0);
}

/* What the names leave, but no less than half of what there is. */
static size_t half_of(const struct tally *t, const struct ledger_rows *rows)
{
	size_t names = NONE.n, taken = numbers(rows, t->promises), room = t->width > taken ? t->width - taken : 0;
	for (size_t i = 0; i < rows->n; i++)
		names = more(names, utf8_width(rows->v[i].name));
	size_t bar = names < room / 2 ? room - names : room / 2, half = bar > 1 ? (bar - 1) / 2 : 0;
	return half < MOST_HALF ? half : MOST_HALF;
}

void tally_begin(struct tally *t, const struct ledger_rows *rows, enum ledger_by by)
{
	static const char *const heads[] = {"name", "tag", "org", "group", "year"};
	size_t width = term_width();
	bool wide = width >= WIDE;
	t->head = heads[by];
	t->width = width < MOST_WIDTH ? width : MOST_WIDTH;
	t->color = opt_color();
	t->promises = wide || by != LEDGER_YEAR;
	t->half = wide || by == LEDGER_YEAR ? half_of(t, rows) : 0;
	t->most = (int)t->half;
	for (size_t i = 0; i < rows->n; i++) {
		const struct ledger_sum *s = &rows->v[i].sum;
		int most = s->gave > s->got ? s->gave : s->got;
		if (most > t->most)
			t->most = most;
	}
	t->table.columns = COLUMNS - (t->promises ? 0 : 2) - !t->half;
}

static str when(struct tally *t, const struct ledger_favor *f)
{
	char day[DATE_TEXT];
	if (f->date == DATE_NONE)
		return S("no date");
	int ahead = f->date - t->ledger->today;
	date_text(f->date, day);
	if (!f->box)
		return arena_printf(&t->arena, "since %s", day);
	if (!ahead)
		return arena_printf(&t->arena, "%s, today", day);
	return arena_printf(&t->arena, ahead < 0 ? "%s, %dd late" : "%s, in %dd", day, ahead < 0 ? -ahead : ahead);
}

static size_t first_word(str text)
{
	size_t end = str_chr(text, ' ');
	return utf8_width(str_head(text, end == STR_NONE ? text.n : end));
}

/* Before a word: at the indent, a gap on, or in the next line. Returns the column. */
static size_t gap_behind(const struct tally *t, size_t column, size_t indent, size_t word)
{
	size_t to = column + GAP > indent ? column + GAP : indent;
	if (to + word > t->width) {
		putchar('\n');
		column = 0;
		to = indent;
	}
	printf("%*s", (int)(to - column), "");
	return to;
}

void tally_promise(struct tally *t, const struct ledger_favor *f)
{
	arena_reset(&t->arena);
	bool wide = t->width >= WIDE, late = f->box && f->date != DATE_NONE && f->date < t->ledger->today;
	str kind = f->favor == 'o' ? S("owe") : S("owed"), day = when(t, f);
	str text = links_shown(&t->arena, linked_text(&t->linked, &t->arena, f->text, f->path));
	str name = arena_printf(&t->arena, FMT ":", ARG(term_visible(&t->arena, t->ledger->persons[f->person].name)));
	term_style(stdout, CYAN, t->color, kind);
	printf("%*s", (int)(KIND - kind.n), "");
	term_style(stdout, late ? RED : DIM, t->color, day);
	size_t indent = wide ? KIND + DAY : KIND, column = gap_behind(t, KIND + day.n, indent, first_word(name));
	if (column + utf8_width(name) + 1 + first_word(text) <= t->width) {
		term_style(stdout, BOLD, t->color, name);
		putchar(' ');
		column += utf8_width(name) + 1;
	} else {
		text = arena_printf(&t->arena, FMT " " FMT, ARG(name), ARG(text));
	}
	term_wrap_short(stdout, text, t->width, column, indent, LINES);
	putchar('\n');
}

static int blocks(const struct tally *t, int count)
{
	int half = (int)t->half;
	return t->most > half ? (int)(((long)count * half + t->most - 1) / t->most) : count;
}

/* What was given grows to the left of the axis, what was got to the right. */
static str bar(struct tally *t, const struct ledger_sum *s)
{
	struct buf b = {0};
	int gave = blocks(t, s->gave);
	buf_printf(&b, "%*s", (int)t->half - gave, "");
	for (int i = 0; i < gave; i++)
		buf_puts(&b, BLOCK);
	buf_puts(&b, AXIS);
	for (int i = blocks(t, s->got); i > 0; i--)
		buf_puts(&b, BLOCK);
	return arena_take(&t->arena, &b);
}

static void cell(struct tally *t, const char *fmt, int number)
{
	table_cell(&t->table, arena_printf(&t->arena, fmt, number));
}

void tally_row(struct tally *t, const struct ledger_row *row)
{
	const struct ledger_sum *s = &row->sum;
	int balance = ledger_balance(s);
	if (!t->promises && !s->gave && !s->got)
		return;
	arena_reset(&t->arena);
	table_cell(&t->table, row->name.p ? row->name : NONE);
	cell(t, "%d", s->gave);
	cell(t, "%d", s->got);
	cell(t, balance ? "%+d" : "%d", balance);
	if (t->promises) {
		cell(t, s->owe ? "%d" : "", s->owe);
		cell(t, s->owed ? "%d" : "", s->owed);
	}
	if (t->half)
		table_cell(&t->table, bar(t, s));
}

static void print_table(struct tally *t)
{
	static const bool right[COLUMNS] = {false, true, true, true, true, true};
	static const bool right_few[COLUMNS] = {false, true, true, true};
	str head = arena_printf(
		&t->arena, "%*s" AXIS "%s", (int)t->half, t->half < 4 ? "" : "gave", t->half < 4 ? "" : "got");
	const char *heads[COLUMNS] = {t->head, "gave", "got", "+/-"};
	size_t n = 4;
	if (t->promises) {
		heads[n++] = "owe";
		heads[n++] = "owed";
	}
	heads[n] = head.p;
	t->table.right = t->promises ? right : right_few;
	table_print(&t->table, stdout, heads, t->width, t->color);
}

void tally_end(struct tally *t, str name, const struct ledger_sum *all)
{
	int balance = ledger_balance(all);
	arena_reset(&t->arena);
	print_table(t);
	str who = name.p ? arena_printf(&t->arena, FMT ":", ARG(name))
			 : arena_printf(&t->arena, "In all: people %d,", all->people);
	str text = arena_printf(&t->arena, FMT " gave %d, got %d, balance %s%d, owe %d, owed %d", ARG(who), all->gave,
		all->got, balance > 0 ? "+" : "", balance, all->owe, all->owed);
	if (t->table.n)
		putchar('\n');
	term_wrap(stdout, text, t->width, 0, 0);
	putchar('\n');
	table_release(&t->table);
	arena_release(&t->arena);
}

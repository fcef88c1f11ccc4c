#include "format/rem.h"

#define FIRST_YEAR 1990 /* of remind's calendar */
#define LAST_YEAR  2074

void rem_begin(struct buf *out)
{
	buf_puts(out, "# for remind(1), by nt\n");
}

static void put_day(struct buf *out, date d)
{
	int year, month, day;
	date_split(d, &year, &month, &day);
	buf_printf(out, "%d %s %d", day, date_month(month), year);
}

/* In the body of a MSG [ begins an expression, % a substitution. */
static void put_text(struct buf *out, str text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (c == '[')
			buf_puts(out, "[\"[\"]");
		else if (c == '%')
			buf_puts(out, "%%");
		else
			buf_putc(out, (unsigned char)c < ' ' || c == 0x7f ? ' ' : c);
	}
}

/* What stands between %" and %" is all that a calendar shows; the rest says how soon. */
static void put_message(struct buf *out, const struct occasion *o, bool soon)
{
	buf_puts(out, " MSG %\"");
	put_text(out, o->summary);
	if (o->yearly && o->day.year)
		buf_printf(out, " ([year(trigdate())-%d])", o->day.year);
	buf_puts(out, soon ? "%\" %b%\n" : "%\"%\n");
}

static void put_yearly(struct buf *out, const struct occasion *o, int ahead)
{
	if (o->day.month == 2 && o->day.day == 29)
		buf_puts(out, "REM 1 Mar --1");
	else
		buf_printf(out, "REM %d %s", o->day.day, date_month(o->day.month));
	if (ahead)
		buf_printf(out, " +%d", ahead);
	put_message(out, o, ahead > 0);
}

static void put_once(struct buf *out, const struct occasion *o, int ahead)
{
	date first = date_of(FIRST_YEAR, 1, 1), last = date_of(LAST_YEAR, 12, 31);
	bool lasts = o->last > o->first;
	if (o->last < first || o->first > last)
		buf_puts(out, "# ");
	else if (o->first > first)
		first = o->first;
	buf_puts(out, "REM ");
	put_day(out, first);
	if (lasts) {
		buf_puts(out, " *1 UNTIL ");
		put_day(out, o->last);
	} else if (ahead) {
		buf_printf(out, " +%d", ahead);
	}
	put_message(out, o, ahead && !lasts);
}

void rem_put(struct buf *out, const struct occasion *o, int ahead)
{
	if (o->yearly)
		put_yearly(out, o, ahead);
	else
		put_once(out, o, o->todo ? 0 : ahead);
}

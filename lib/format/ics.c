#include "format/ics.h"

#include "base/utf8.h"

#define WIDTH        75
#define YEAR_OF_NONE 2000 /* a leap year, for who was born in a year unknown */

/* Whole characters; of bytes that are none as many as fit. */
static size_t fitting(str line, size_t width)
{
	size_t n = 0, next;
	uint32_t c;
	while (n < line.n && (next = utf8_next(str_skip(line, n), &c)) && n + next <= width)
		n += next;
	return n ? n : width < line.n ? width : line.n;
}

static void put_folded(struct buf *out, str line)
{
	size_t n = fitting(line, WIDTH);
	buf_add(out, str_head(line, n));
	for (line = str_skip(line, n); line.n; line = str_skip(line, n)) {
		n = fitting(line, WIDTH - 1);
		buf_puts(out, "\r\n ");
		buf_add(out, str_head(line, n));
	}
	buf_puts(out, "\r\n");
}

static void put_text(struct buf *out, str text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (c == '\n') {
			buf_puts(out, "\\n");
			continue;
		}
		if (c == '\\' || c == ';' || c == ',')
			buf_putc(out, '\\');
		if ((unsigned char)c >= ' ' && c != 0x7f)
			buf_putc(out, c);
	}
}

void ics_line(struct buf *out, const char *property, str text)
{
	struct buf line = {0};
	if (!text.n)
		return;
	buf_puts(&line, property);
	buf_putc(&line, ':');
	put_text(&line, text);
	put_folded(out, buf_str(&line));
	buf_release(&line);
}

void ics_begin(struct buf *out, str name)
{
	buf_puts(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//nt//nt//EN\r\nCALSCALE:GREGORIAN\r\n");
	ics_line(out, "X-WR-CALNAME", name);
}

void ics_end(struct buf *out)
{
	buf_puts(out, "END:VCALENDAR\r\n");
}

static void put_day(struct buf *out, const char *property, date d)
{
	int year, month, day;
	date_split(d, &year, &month, &day);
	buf_printf(out, "%s;VALUE=DATE:%04d%02d%02d\r\n", property, year, month, day);
}

static void put_yearly(struct buf *out, struct partial p)
{
	bool leap = p.month == 2 && p.day == 29;
	put_day(out, "DTSTART", partial_in_year(p, p.year ? p.year : YEAR_OF_NONE));
	buf_puts(out, leap ? "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1\r\n" : "RRULE:FREQ=YEARLY\r\n");
}

static void put_once(struct buf *out, const struct occasion *o)
{
	put_day(out, "DTSTART", o->first);
	if (o->last > o->first)
		put_day(out, "DTEND", o->last + 1); /* the first day that is not in it */
}

static void put_summary(struct buf *out, const struct occasion *o, const char *property)
{
	struct buf text = {0};
	buf_add(&text, o->summary);
	if (o->yearly && o->day.year)
		buf_printf(&text, " (%d)", o->day.year);
	ics_line(out, property, buf_str(&text));
	buf_release(&text);
}

/* In the morning of its day: from midnight on, which a yearly one has every year. */
static void put_alarm(struct buf *out, const struct occasion *o)
{
	buf_puts(out, "BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
	put_summary(out, o, "DESCRIPTION");
	buf_printf(out, "TRIGGER%s:PT%dH\r\nEND:VALARM\r\n", o->todo ? ";RELATED=END" : "", o->hour);
}

void ics_put(struct buf *out, const struct occasion *o, date today)
{
	int year, month, day;
	date_split(today, &year, &month, &day);
	buf_puts(out, o->todo ? "BEGIN:VTODO\r\n" : "BEGIN:VEVENT\r\n");
	ics_line(out, "UID", o->uid);
	buf_printf(out, "DTSTAMP:%04d%02d%02dT000000Z\r\n", year, month, day);
	if (o->todo)
		put_day(out, "DUE", o->first);
	else if (o->yearly)
		put_yearly(out, o->day);
	else
		put_once(out, o);
	put_summary(out, o, "SUMMARY");
	ics_line(out, "DESCRIPTION", o->description);
	ics_line(out, "CATEGORIES", o->category);
	if (o->hour)
		put_alarm(out, o);
	buf_puts(out, o->todo ? "STATUS:NEEDS-ACTION\r\nEND:VTODO\r\n" : "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

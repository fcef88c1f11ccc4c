#include "format/msmtplog.h"

#include "base/diag.h"
#include <stdio.h>
#include <time.h>

static str value_of(str line, str key)
{
	size_t at = str_find(line, key);
	str value = str_skip(line, at == STR_NONE ? line.n : at + key.n);
	return str_head(value, str_chr(value, ' '));
}

static int month_of(str word)
{
	static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	size_t at = word.n == 3 ? str_find(str_of(names), word) : STR_NONE;
	return at == STR_NONE || at % 3 ? 0 : (int)at / 3 + 1;
}

/* "Nov 20 14:05:33", or "2026-11-20" and a time behind a blank or T. */
static bool read_time(str line, date today, int64_t *time)
{
	int year, month, day, now, hour, minute, second, used = 0;
	char text[32] = "";
	memcpy(text, line.p, line.n < sizeof text - 1 ? line.n : sizeof text - 1);
	date_split(today, &year, &month, &now);
	if (sscanf(text, "%4d-%2d-%2d%*1[ T]%2d:%2d:%2d", &year, &month, &day, &hour, &minute, &second) != 6) {
		month = month_of(str_head(line, 3));
		if (!month || sscanf(text + 3, "%2d %2d:%2d:%2d%n", &day, &hour, &minute, &second, &used) != 4)
			return false;
		year -= date_of(year, month, day) > today;
	}
	struct tm tm = {.tm_year = year - 1900,
		.tm_mon = month - 1,
		.tm_mday = day,
		.tm_hour = hour,
		.tm_min = minute,
		.tm_sec = second,
		.tm_isdst = -1};
	*time = (int64_t)mktime(&tm);
	return date_of(year, month, day) != DATE_NONE;
}

void msmtplog_read(str bytes, str file, date today, void (*mail)(void *to, const struct msmtplog_mail *m), void *to)
{
	struct arena a = {0};
	str line, one;
	for (size_t number = 1; str_line(&bytes, &line); number++) {
		struct msmtplog_mail m = {.line = number, .file = file};
		line = str_chomp(line);
		arena_reset(&a);
		if (!line.n || str_find(line, S("exitcode=EX_OK")) == STR_NONE)
			continue;
		if (!read_time(line, today, &m.time)) {
			warn_at(file, number, 0, "a line of msmtp without a time");
			continue;
		}
		m.from.address = value_of(line, S(" from="));
		for (str list = value_of(line, S(" recipients=")); str_cut(&list, ',', &one);) {
			m.to = arena_more(&a, m.to, m.to_count, sizeof *m.to);
			m.to[m.to_count++] = (struct mail_address){S(""), one};
		}
		mail(to, &m);
	}
	arena_release(&a);
}

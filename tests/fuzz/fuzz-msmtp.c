/* any bytes as a log of msmtp: each mail has its line, which read alone gives the same mail */
#include "base/diag.h"
#include "format/msmtplog.h"
#include <stdlib.h>

#define check(condition) ((condition) ? (void)0 : abort())

struct all {
	str bytes;
	const struct msmtplog_mail *alone; /* what the line is to give again */
	size_t last, n;
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void same(void *to, const struct msmtplog_mail *m)
{
	struct all *all = to;
	const struct msmtplog_mail *whole = all->alone;
	check(m->line == 1 && m->time == whole->time && m->to_count == whole->to_count);
	check(str_eq(m->from.address, whole->from.address));
	for (size_t i = 0; i < m->to_count; i++)
		check(str_eq(m->to[i].address, whole->to[i].address));
	all->n++;
}

static void take(void *to, const struct msmtplog_mail *m)
{
	struct all *all = to;
	struct all one = {.alone = m};
	str rest = all->bytes, line = {NULL, 0};
	check(m->line > all->last);
	for (size_t i = 0; i < m->line; i++)
		check(str_line(&rest, &line));
	msmtplog_read(line, S("f"), date_of(2026, 11, 24), same, &one);
	check(one.n == 1);
	all->last = m->line;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct all all = {.bytes = {(const char *)data, size}};
	diag_quiet = true;
	msmtplog_read(all.bytes, S("f"), date_of(2026, 11, 24), take, &all);
	return 0;
}

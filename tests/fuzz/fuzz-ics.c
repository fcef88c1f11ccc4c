/* any bytes as a calendar: it ends, and what took place lies behind now, with somebody */
#include "base/diag.h"
#include "format/icsfile.h"
#include <stdlib.h>

#define check(condition) ((condition) ? (void)0 : abort())
#define NOW              ((int64_t)1795478400) /* 2026-11-24 */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void take(void *to, const struct icsfile_event *e)
{
	(void)to;
	check(e->time <= NOW && e->count > 0);
	check(!e->all_day || e->time % 86400 == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct icsfile f = {.now = NOW, .seconds = 2, .event = take};
	diag_quiet = true;
	icsfile_read(&f, (str){(const char *)data, size}, S("f"));
	return 0;
}

/* csvday: days as tables of contacts have them. */
#ifndef NT_CSVDAY_H
#define NT_CSVDAY_H

#include "base/date.h"

/* 2026-02-08, 08 Feb 2026, "Feb 8, 2026", 12/28/1969, 28.12.1969, --12-10; absent: none. Of 3/4/2020 the month comes
 * first, as those write who write days so. A time behind it is no matter. */
str csvday_read(struct arena *a, str text);
/* Both could be the month: 3/4/2020. */
bool csvday_unclear(str text);
/* Three numbers of which only one can be the year, one the month and one the day: 1990/5/7, 25.12.1990; DATE_NONE. */
date csvday_sure(str text);

#endif

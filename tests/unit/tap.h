/* tap: checks of pure modules; prints TAP, shows what differs. Include once a test program. */
#ifndef NT_TAP_H
#define NT_TAP_H

#include "base/str.h"
#include <stdio.h>

static int tap_count, tap_failed;

static inline bool tap_line(bool good, const char *name, int line)
{
	printf("%sok %d - %s\n", good ? "" : "not ", ++tap_count, name);
	if (!good) {
		tap_failed++;
		printf("# failed at line %d\n", line);
	}
	return good;
}

static inline bool tap_str(str got, str want, const char *name, int line)
{
	bool good = str_eq(got, want) && (got.p != NULL) == (want.p != NULL);
	if (!tap_line(good, name, line))
		printf("#  got: '" FMT "'\n# want: '" FMT "'\n", ARG(got), ARG(want));
	return good;
}

static inline bool tap_int(long got, long want, const char *name, int line)
{
	if (!tap_line(got == want, name, line))
		printf("#  got: %ld\n# want: %ld\n", got, want);
	return got == want;
}

#define ok(condition, name) tap_line(condition, name, __LINE__)
#define is_str(got, want, name) tap_str(got, want, name, __LINE__)
#define is_int(got, want, name) tap_int(got, want, name, __LINE__)

/* return done_testing(); at the end of main */
static inline int done_testing(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed != 0;
}

#endif

/* regex: PCRE2 with limits (the only file that includes pcre2.h). UTF and UCP,
 * invalid UTF-8 never matches; ^ and $ stand at every line, as in grep; without case unless the pattern has a capital.
 * A pattern that runs past the limits is REGEX_LIMIT, never a silent no. */
#ifndef NT_REGEX_H
#define NT_REGEX_H

#include "base/arena.h"
#include "base/diag.h"

struct regex;
enum regex_result { REGEX_NO, REGEX_YES, REGEX_LIMIT };

#define REGEX_MATCH_LIMIT 500000    /* steps from one place of the text on */
#define REGEX_STEPS       500000000 /* from all places: in a long text each place has fewer */
#define REGEX_LIMIT_LEAST 1000
#define REGEX_DEPTH_LIMIT 1000
#define REGEX_HEAP_KB 20000

struct regex *regex_new(str pattern, struct arena *a, struct fault *why); /* NULL: why says; col in the pattern */
enum regex_result regex_match(struct regex *re, str subject);
void regex_free(struct regex *re);

#endif

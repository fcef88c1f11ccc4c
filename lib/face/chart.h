/* chart: numbers as a reader sees them in a line of text: a sparkline, a bar. From
 * nothing up to the most; block elements of Unicode, one column each. */
#ifndef NT_CHART_H
#define NT_CHART_H

#include "base/arena.h"

/* A column for each number; negative: there is none, a blank. */
str chart_spark(struct arena *a, const double *v, size_t n);
/* In eighths of a column; what is there at all is seen. Empty: nothing is. */
str chart_bar(struct arena *a, double value, double most, size_t width);
/* The bar, and what is left in light shade: width columns. More than most is all of it. */
str chart_progress(struct arena *a, double value, double most, size_t width);

#endif

/* statrows: what nt-stats counts, as rows of a report: by period, by what people have
 * in common, or who has faded. */
#ifndef NT_STATROWS_H
#define NT_STATROWS_H

#include "face/report.h"
#include "views/faded.h"
#include "views/statsby.h"
#include "views/statslearn.h"

enum statrows_kind { STATROWS_PERIODS, STATROWS_CIRCLES, STATROWS_FADED };

void statrows_open(struct report *r, enum statrows_kind kind);
void statrows_periods(struct report *r, const struct stats *s, const struct statslearn *learn); /* learn: or NULL */
void statrows_circles(struct report *r, struct statsby *circles, struct pick *p);
void statrows_faded(struct report *r, struct faded *faded);

#endif

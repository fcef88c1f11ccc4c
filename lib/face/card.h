/* card: a person (or any note) as a reader wants to see it: who they are, how to
 * reach them, labelled lines that wrap. nt-show and nt-remind print with it. */
#ifndef NT_CARD_H
#define NT_CARD_H

#include "note/sight.h"
#include <stdio.h>

struct card {
	FILE *f;
	bool color;
	enum reader reader;
	size_t width;
};

struct card card_open(FILE *f);
/* "Engineer, Acme Robotics, Lisbon": title, org, city; empty: nothing known. */
str card_who(const struct card *c, struct note *n);
/* email, phone, im, url, at most that many values */
struct strs card_reach(const struct card *c, struct note *n, size_t most);
void card_head(const struct card *c, struct note *n, str right); /* name, who; right: dim, behind */
void card_line(const struct card *c, const char *label, str text); /* nothing for an empty text */
void card_short(const struct card *c, const char *label, str text, size_t lines); /* no more lines than so many */
void card_lines(const struct card *c, const char *label, struct strs texts); /* one a line, the label once */

#endif

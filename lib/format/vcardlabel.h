/* vcardlabel: what the parameters of a line of a vCard say of use: the label that its value
 * has in a note. What stands for all of a group, or for a profile, is said elsewhere. */
#ifndef NT_VCARDLABEL_H
#define NT_VCARDLABEL_H

#include "format/vcardline.h"

/* home, work, cell: several joined by blanks; empty: nothing. In the arena. */
str vcardlabel_said(struct arena *a, const struct vcardline *l);

#endif

/* checkform: mistakes as text (what editors' quickfix lists read), as JSON, one
 * object a line, and as SARIF 2.1.0, one log of the whole run. */
#ifndef NT_CHECKFORM_H
#define NT_CHECKFORM_H

#include "check/mistakes.h"

struct checkform {
	char form; /* t j s */
	bool color;
	size_t errors, warnings;
};

void checkform_open(struct checkform *f, const char *name); /* text, json, sarif */
void checkform_put(struct checkform *f, str path, const struct check_mistake *m);
void checkform_close(struct checkform *f);

#endif

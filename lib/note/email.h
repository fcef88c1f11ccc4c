/* email: the addresses in one text of a note, as people and other programs
 * write them: "a@b.org, c@d.org", "a@b.org (work)", "[a@b.org](mailto:a@b.org)",
 * "Ada <a@b.org>". Slices of the text. */
#ifndef NT_EMAIL_H
#define NT_EMAIL_H

#include "base/arena.h"

struct email {
	str address; /* local@domain, nothing else */
	str label;   /* what stands behind it in brackets; empty: none */
	bool named;  /* somebody's name stands in front */
};

struct emails {
	struct email *v;
	size_t n;
};

bool email_is(str text); /* one address, and nothing else */
/* All of them; none if any part of the text is no address, or if names say that it is about several people. */
struct emails email_read(struct arena *a, str text);

#endif

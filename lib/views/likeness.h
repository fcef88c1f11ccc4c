/* likeness: what a note says of who somebody is, and how likely two notes are
 * about one person; nt-dup(1) has the weights. Never on a name alone, and never
 * on what a household or an office shares. Facts are kept in the arena given. */
#ifndef NT_LIKENESS_H
#define NT_LIKENESS_H

#include "note/personname.h"
#include "note/email.h"
#include "note/sight.h"

enum likeness_kind {
	LIKENESS_UID,
	LIKENESS_EMAIL,
	LIKENESS_HANDLE, /* a page or an account of one's own */
	LIKENESS_PHONE,
	LIKENESS_BIRTHDAY,
	LIKENESS_ORG, /* its name, or the domain of an address there */
	LIKENESS_DOMAIN,
	LIKENESS_LOCAL, /* what stands before the @ */
	LIKENESS_ADDRESS,
	LIKENESS_SITE, /* a page of a whole house */
	LIKENESS_COPY, /* of the file that a sync program has put aside: which */
	LIKENESS_KINDS
};

struct likeness_fact {
	enum likeness_kind kind;
	uint64_t hash;
	str text; /* as the note says it */
	bool is_private;
	bool shared; /* several people have it: an office, info@ */
};

struct likeness {
	str path, name, kind;
	bool name_private, copy;  /* copy: the file is one that a sync program has put aside */
	struct personname *names; /* the first is its name, then aliases */
	size_t name_count;
	struct likeness_fact *facts;
	size_t n;
	struct partial birthday;
	bool has_birthday;
};

struct likeness_why {
	double score;
	struct strs reasons;
};

struct likeness likeness_read(struct note *n, struct arena *keep);
/* namesakes: how many notes have the name of x. In a. */
struct likeness_why likeness_judge(
	struct arena *a, const struct likeness *x, const struct likeness *y, size_t namesakes, enum reader reader);

#endif

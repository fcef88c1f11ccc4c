/* retarget: what a link says when the note that it leads to, or that it stands
 * in, has another name or path: the same where it leads there still, else the
 * least that has to be another. */
#ifndef NT_RETARGET_H
#define NT_RETARGET_H

#include "book/names.h"

struct relink {
	const struct book *book;
	const struct names *names; /* of the book, before or while it moves */
	int id;                    /* of the note that moves */
	str old_path, new_path, old_name, new_name;
	str name;         /* what links by name are to say: relink_name */
	str file;         /* and those by file name, without .md */
	bool joins;       /* there is a note at new_path, which stays where it is */
	struct strs stay; /* names that lead to it then too: a link by one of them is left */
};

/* Where the note stands whose links these are: before, and then. */
struct place {
	const struct relink *r;
	struct arena *a;
	str was, is;
};

str retarget_wiki(const struct place *p, str target);
str retarget_markdown(const struct place *p, const struct link *link); /* as it is written, without a heading */

#endif

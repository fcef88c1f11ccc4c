/* customs: the few fields that a program leaves to its user, custom1 and so on, hold what
 * it has none for: "title: Analyst", "phone.fax: +44 20 ::: +44 21". nt-export writes
 * them so and nt-import reads them. All lives in the contact's arena. */
#ifndef NT_CUSTOMS_H
#define NT_CUSTOMS_H

#include "format/attributes.h"
#include "format/plain.h"

#define CUSTOMS_MOST 5

struct customs {
	str v[CUSTOMS_MOST]; /* absent: free */
	size_t n;            /* so many there are */
	struct strs left;    /* what found no room: "tags" */
};

/* With what the note itself has under custom1 and so on, as it came. */
void customs_begin(struct customs *s, const struct contact *c, size_t n);
/* Those of a field: nothing if there are none; one line for each label. */
void customs_add(struct customs *s, const struct contact *c, str field, struct plain_facts facts);
void customs_add_tags(struct customs *s, const struct contact *c);
void customs_left(struct customs *s, const struct contact *c, const char *key); /* no line can hold it */
/* Says of whom what has no room in that program. */
void customs_tell(const struct customs *s, const struct contact *c, const char *program);

/* A custom that customs_add has written goes to its field; false: it is another. full: no more of one person. */
bool customs_read(struct attributes *t, str name, str value, bool *full);

#endif

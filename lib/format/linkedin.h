/* linkedin: LinkedIn's tables of messages and invitations: not who somebody is, but when
 * there was a contact. Each becomes an entry of the other person. Of a message the
 * subject is kept, or its first words; an invitation is one; drafts, advertisements,
 * trash and spam are left out. */
#ifndef NT_LINKEDIN_H
#define NT_LINKEDIN_H

#include "format/import.h"

struct linkedin;

bool linkedin_header(struct arena *a, struct strs values); /* of such a table */
/* NULL: it is not such a table. In the import's keep. */
struct linkedin *linkedin_begin(struct import *in, struct strs header);
/* False: the other one hides their name. */
bool linkedin_row(struct linkedin *l, struct strs values, size_t line);
/* Tells who is oneself, whose name is in most conversations, and gives the others, in the order of the file. */
void linkedin_end(struct linkedin *l);

#endif

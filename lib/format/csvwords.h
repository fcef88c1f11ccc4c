/* csvwords: what columns of tables are called: other spellings of the names that csvmap knows (firstname, first_name),
 * and the German, French and Spanish ones of Outlook, Thunderbird and people's own tables. Compared are letters and
 * digits, without case and accents: Telefon (geschäftlich) is Telefon geschäftlich. */
#ifndef NT_CSVWORDS_H
#define NT_CSVWORDS_H

#include "base/arena.h"

struct csvwords {
	str english;  /* "business phone 2"; absent: it is none of these */
	bool foreign; /* it is of another language */
};

struct csvwords csvwords_find(struct arena *a, str name);

#endif

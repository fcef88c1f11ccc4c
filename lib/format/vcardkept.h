/* vcardkept: the lines of the card a note came from, which it keeps under `vcard:`, when it
 * is a card again: those that a field says as well hold as long as it does. All lives in the
 * contact's arena. */
#ifndef NT_VCARDKEPT_H
#define NT_VCARDKEPT_H

#include "format/contact.h"

/* The N, ORG, TITLE or ROLE that was kept, if it still says this sort-name, org and so on; absent: there is none. */
str vcardkept_line(const struct contact *c, const char *name, str says);
/* The ADR that was kept and is this address with its label; absent: there is none. */
str vcardkept_address(const struct contact *c, const struct contact_fact *address);
/* The profile that was kept and is this url with its label; absent: there is none. */
str vcardkept_profile(const struct contact *c, const struct contact_fact *url);
/* All others, as they stand in a card. Those that other programs would give up on are put in VCARDLINE_ODD. */
struct strs vcardkept_rest(const struct contact *c);
/* An org without the brackets of a link. */
str vcardkept_unlinked(str text);

#endif

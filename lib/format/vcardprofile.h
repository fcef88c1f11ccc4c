/* vcardprofile: pages of somebody at a service, as Apple (X-SOCIALPROFILE) and RFC 9554 (SOCIALPROFILE) have them in
 * cards: a url with the service as its label, where the value is one. */
#ifndef NT_VCARDPROFILE_H
#define NT_VCARDPROFILE_H

#include "format/vcardline.h"

#define VCARDPROFILE_NAMES " X-SOCIALPROFILE SOCIALPROFILE "

/* The url it is; absent: another property, or a value that is none. */
str vcardprofile_url(struct arena *a, const struct vcardline *l);
str vcardprofile_label(struct arena *a, const struct vcardline *l); /* empty: none */
/* It says more than url and label: a name of a user that is not in the url, an id. */
bool vcardprofile_more(struct arena *a, const struct vcardline *l);

#endif

/* vcardname: what the properties of a vCard that name somebody say (RFC 6350, 6.2):
 * the name that a note has, its form for sorting, and structured values. Everything lives in the arena. */
#ifndef NT_VCARDNAME_H
#define NT_VCARDNAME_H

#include "format/vcardline.h"
#include "text/value.h"

/* Of the first property that says one, as preferred: FN, N, and so on; absent: none does. */
str vcardname_of(struct arena *a, const struct vcardline *lines, size_t n);
/* "Lovelace, Ada", of an N; absent: the name without its last word is the given name, and so it says no more. */
str vcardname_sort(struct arena *a, const struct vcardline *n, str name);
bool vcardname_more(struct arena *a, const struct vcardline *n); /* it has more than two parts */
/* The most preferred of that name with a value, of several the first; NULL: none. */
const struct vcardline *vcardname_find(const struct vcardline *lines, size_t n, const char *name);
/* A component of a structured value, as vcardtext_split gives them: its texts, joined by commas. */
str vcardname_part(struct arena *a, struct strs parts, size_t i);
/* The map of address that an ADR is, without what is empty. */
struct value *vcardname_address(struct arena *a, const struct vcardline *l);
/* Such a map as the value of an ADR; of what is no map a street. */
str vcardname_adr(struct arena *a, const struct value *address);
/* A parameter says of the value what no field of a note holds: LABEL, LANGUAGE. */
bool vcardname_annotated(const struct vcardline *l);
str vcardname_line(struct arena *a, str text); /* runs of blanks, line ends and the like are one blank */
bool vcardname_is_link(str text);              /* [[Name]], as notes have it */

#endif

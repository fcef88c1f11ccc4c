/* any bytes: no crash; every card is a note that parses; written as a card of either version it reads back the same;
 * the bytes edited to be that card say the same of every field, twice as once */
#include "../round.h"
#include "format/vcard.h"
#include "format/vcardedit.h"
#include "format/vcardfile.h"
#include <stdint.h>

#define check(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void edit(struct arena *a, str old, str new)
{
	struct contact want, got;
	str edited = vcardedit(a, old, new);
	check(vcard_first(a, new, &want) == vcard_first(a, edited, &got));
	for (const struct value *v = want.front->first; v; v = v->next)
		check(str_eq(v->key, S("vcard")) || str_eq(contact_form(&want, v->key), contact_form(&got, v->key)));
	check(str_eq(vcardedit(a, edited, new), edited));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena a;
	static struct buf card;

	diag_quiet = true;
	vcardfile_likely((str){(const char *)data, n});
	struct round r = round_read(&a, "vcard", (str){(const char *)data, n});
	for (size_t i = 0; i < r.n; i++)
		for (int version = 3; version < 5; version++) {
			struct round back = round_trip(&r.v[i], version, &card);
			check(back.n == 1 && !round_differs(&r.v[i], &back.v[0], false));
			edit(&a, (str){(const char *)data, n}, buf_str(&card));
		}
	arena_reset(&a);
	return 0;
}

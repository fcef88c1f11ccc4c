/* any bytes as a table of contacts: each contact is a note that reads back as it was */
#include "base/diag.h"
#include "format/csvfile.h"
#include <stdlib.h>
#include <unistd.h>

#define check(condition) ((condition) ? (void)0 : abort())

static void give(void *to, struct contact *c)
{
	struct front front;
	str bytes = contact_bytes(c);
	struct fences p = fences_of(bytes);
	(void)to;
	check(p.yaml.p && front_parse_full(c->arena, p.yaml, 1, &front) && front.root);
	const struct value *name = front_get(&front, S("name"));
	check(name && name->kind == VALUE_TEXT && str_eq(name->text, contact_text(c, S("name"))));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct import in = {.fd = -1, .file = S("f.csv"), .contact = give, .ended = true};
	diag_quiet = true;
	csvfile_likely((str){(const char *)data, size});
	buf_add(&in.bytes, (str){(const char *)data, size});
	csvfile_import(&in);
	import_release(&in);
	return 0;
}

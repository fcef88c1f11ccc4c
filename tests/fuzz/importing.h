/* any bytes as a file of contacts: each is a note that reads back as it was */
#ifndef NT_FUZZ_IMPORTING_H
#define NT_FUZZ_IMPORTING_H

#include "base/diag.h"
#include "format/import.h"
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

static int fuzz_import(const struct importer *format, const uint8_t *data, size_t size)
{
	struct import in = {.fd = -1, .file = S("f"), .contact = give, .ended = true};
	diag_quiet = true;
	format->likely((str){(const char *)data, size});
	buf_add(&in.bytes, (str){(const char *)data, size});
	format->read(&in);
	import_release(&in);
	return 0;
}

#define FUZZ_IMPORT(name)                                                                                              \
	int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);                                                     \
	int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)                                                      \
	{                                                                                                              \
		return fuzz_import(importer_named(S(name)), data, n);                                                  \
	}

#endif

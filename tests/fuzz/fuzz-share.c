/* fuzz-share: any bytes as a note to be shared, with a name and an address wherever a byte 1 or 2 stands: neither is in
 * what goes on, which is a note again. */
#include "base/diag.h"
#include "base/utf8.h"
#include "views/share.h"
#include <stdlib.h>

static struct config config;
static struct arena lasting;

static void check(bool good)
{
	if (!good)
		abort();
}

static str with_names(struct arena *a, const unsigned char *data, size_t size)
{
	struct buf out = {0};
	for (size_t i = 0; i < size; i++) {
		if (data[i] == 1)
			buf_puts(&out, " Zebulon ");
		else if (data[i] == 2)
			buf_puts(&out, " quist@mail.example ");
		else
			buf_putc(&out, (char)data[i]);
	}
	return arena_take(a, &out);
}

static void begin(struct share *s, struct pick *p, struct people *people)
{
	*people = (struct people){.me = NAMES_NONE};
	*p = (struct pick){.people = people};
	*s = (struct share){.pick = p};
	sharenames_add_name(&s->names, S("Zebulon Quist"));
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct arena a = {0};
	struct pick pick;
	struct people people;
	struct share share;
	if (!config.folders.n)
		config_defaults(&lasting, &config);
	diag_quiet = true;
	begin(&share, &pick, &people);
	struct note n = {.config = &config,
		.arena = &a,
		.path = S("techniques/x.md"),
		.shown = S("x.md"),
		.bytes = with_names(&a, data, size)};
	note_begin(&n);
	str shared = note_ok(&n) ? share_note(&share, &n) : (str){0};
	check(!utf8_contains(&a, shared, S(" zebulon ")) && !utf8_contains(&a, shared, S(" quist@")));
	struct note again = {.config = &config, .arena = &a, .bytes = shared, .is_new = true};
	note_begin(&again);
	check(!shared.p || (note_ok(&again) && note_front(&again)->root));
	share_release(&share);
	people_release(&people);
	arena_release(&a);
	return 0;
}

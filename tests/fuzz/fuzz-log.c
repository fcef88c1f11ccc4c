/* fuzz-log: adding an entry to any note is refused or gives one entry more; taking it out gives the same bytes. */
#include "text/edit.h"
#include "text/log.h"
#include <stdlib.h>

static void check(bool good)
{
	if (!good)
		abort();
}

static size_t count(struct arena *a, str note, const struct entry_rules *rules)
{
	struct body body;
	struct entries entries;

	body_parse(a, fences_of(note).body, &body);
	entries_read(a, &body, rules, &entries);
	return entries.n;
}

/* The first byte of the input is the day, the rest the note. */
static void try(struct arena *a, unsigned char day, str note, bool open)
{
	struct entry_rules rules = {.person = true, .file_date = DATE_NONE};
	struct fault why = {0};
	size_t line = 0;
	char text[DATE_TEXT];
	str entry = arena_printf(a, "%s%s owe: x", open ? "[ ] " : "", date_text(date_of(2026, 1, 1) + day, text));

	str once = log_add(a, note, &rules, entry, &why, &line);
	if (!once.p) {
		check(why.text.n > 0);
		return;
	}
	check(count(a, once, &rules) == count(a, note, &rules) + 1);
	check(log_tick(a, once, &rules, line, date_of(2026, 11, 24), &why).p != NULL);
	str twice = log_add(a, once, &rules, entry, &why, &line);
	if (twice.p && !open)
		check(str_eq(log_remove(a, twice, &rules, line, &why), once));
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct arena a = {0};

	if (size) {
		try(&a, data[0], (str){(const char *)data + 1, size - 1}, false);
		try(&a, data[0], (str){(const char *)data + 1, size - 1}, true);
	}
	arena_release(&a);
	return 0;
}

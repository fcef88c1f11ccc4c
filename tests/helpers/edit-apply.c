/* edit-apply: one edit of the note on standard input, for tests.
 * edit-apply set|add|take|unset|list KEY [TEXT...]; status 1: refused, the reason on standard error. */
#include "text/edit.h"
#include <stdio.h>
#include <string.h>
#include <stdlib.h>

static str apply(struct arena *a, str note, char **argv, struct fault *why)
{
	str key = str_of(argv[2]), text = str_of(argv[3]);
	struct strs items = {0};

	for (char **arg = argv + 3; argv[3] && *arg; arg++)
		strs_add(a, &items, str_of(*arg));
	if (strcmp(argv[1], "set") == 0)
		return edit_set(a, note, key, text, why);
	if (strcmp(argv[1], "add") == 0)
		return edit_add(a, note, key, text, why);
	if (strcmp(argv[1], "take") == 0)
		return edit_take(a, note, key, text, why);
	if (strcmp(argv[1], "list") == 0)
		return edit_set_list(a, note, key, items, why);
	return edit_unset(a, note, key, why);
}

int main(int argc, char **argv)
{
	static char bytes[1 << 20];
	struct arena a = {0};
	struct fault why;
	str out;

	if (argc < 3)
		return 2;
	out = apply(&a, (str){bytes, fread(bytes, 1, sizeof bytes, stdin)}, argv, &why);
	if (out.p)
		fwrite(out.p, 1, out.n, stdout);
	else
		fprintf(stderr, "%zu:%zu: " FMT "\n", why.line, why.col, ARG(why.text));
	arena_release(&a);
	return out.p ? 0 : 1;
}

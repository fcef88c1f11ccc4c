#include "base/mem.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STATUS 2

const char *diag_tool = "nt";

/* No buffer of its own, nothing that allocates. */
static void say(const char *text)
{
	ssize_t n = write(STDERR_FILENO, text, strlen(text));
	(void)n;
}

void mem_fail(const char *why)
{
	say(diag_tool);
	say(": ");
	say(why);
	say("\n");
	exit(STATUS);
}

void *mem_resize(void *p, size_t size)
{
	p = realloc(p, size);
	if (!p)
		mem_fail("out of memory");
	return p;
}

void *mem_zeroed(size_t count, size_t size)
{
	void *p = calloc(count, size);
	if (!p)
		mem_fail("out of memory");
	return p;
}

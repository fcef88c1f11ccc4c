/* mem: memory that is there or the program ends: the message, and exit status 2.
 * Known to arena, buf and map alone, and below diag, which builds on these. */
#ifndef NT_MEM_H
#define NT_MEM_H

#include <stddef.h>

extern const char *diag_tool; /* the name in front of every message: diag.h */

void *mem_resize(void *p, size_t size); /* as realloc(3); p may be NULL */
void *mem_zeroed(size_t count, size_t size);
_Noreturn void mem_fail(const char *why); /* "out of memory" */

#endif

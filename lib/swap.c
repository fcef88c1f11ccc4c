#define _GNU_SOURCE /* RENAME_EXCHANGE */
#include "swap.h"
#include <errno.h>
#include <stdio.h>

bool swap_names(int dir, const char *one, const char *other)
{
#if defined RENAME_EXCHANGE
	return renameat2(dir, one, dir, other, RENAME_EXCHANGE) == 0;
#elif defined RENAME_SWAP
	return renameatx_np(dir, one, dir, other, RENAME_SWAP) == 0;
#else
	(void)dir, (void)one, (void)other;
	errno = ENOSYS;
	return false;
#endif
}

bool swap_unknown(int error)
{
	return error == ENOSYS || error == EINVAL || error == ENOTSUP;
}

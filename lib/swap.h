/* swap: two names in one folder exchanged in one step, which POSIX has no call
 * for: renameat2(2) of Linux, renameatx_np(2) of macOS. Not every system and
 * file system can: see swap_unknown. */
#ifndef NT_SWAP_H
#define NT_SWAP_H

#include <stdbool.h>

/* Both must exist. False sets errno; swap_unknown: because it cannot be done here at all. */
bool swap_names(int dir, const char *one, const char *other);
bool swap_unknown(int error);

#endif

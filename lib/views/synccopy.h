/* synccopy: which files are copies that a program which synchronises folders has
 * put aside: "x (conflicted copy 2026-01-02).md" (Dropbox, Nextcloud),
 * "x.sync-conflict-20260102-101010-ABCDEFG.md" (Syncthing), "x (1).md",
 * "x~HEAD.md" (git). */
#ifndef NT_SYNCCOPY_H
#define NT_SYNCCOPY_H

#include "base/str.h"

/* The path of the file that it is a copy of, without .md; absent: it is none. A slice of the path. */
str synccopy_of(str path);
bool synccopy_sure(str path); /* nobody calls a file so: "x (1)" may be a name */

#endif

/* friendsfile: friends.md as friends keeps it (github.com/JacobEvelyn/friends): its friends with
 * nicknames, place and tags, and what was done with them and noted of them, in the log of
 * each who is named. What names nobody is in the daily note of its day. */
#ifndef NT_FRIENDSFILE_H
#define NT_FRIENDSFILE_H

#include "format/import.h"

bool friendsfile_likely(str head);
void friendsfile_import(struct import *in);

#endif

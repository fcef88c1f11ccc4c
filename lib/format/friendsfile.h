/* friendsfile: the friends.md of JacobEvelyn/friends: people, places, and what was done
 * with whom. An activity is an entry of everyone who is named in it, a note an entry that
 * is no contact; one that names nobody is one of a journal's day. A place of which more
 * is said than its name is a note of kind place. */
#ifndef NT_FRIENDSFILE_H
#define NT_FRIENDSFILE_H

#include "format/import.h"

bool friendsfile_likely(str head);
void friendsfile_import(struct import *in);

#endif

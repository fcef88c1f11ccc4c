/* sharenames_parts: what the reader of names and who asks for them agree upon. */
#ifndef NT_SHARENAMES_PARTS_H
#define NT_SHARENAMES_PARTS_H

#define SHARENAMES_WHOLE 8 /* words that a name may have */

/* Values of the maps: of how many words a whole name is; of those judged no and yes. */
extern char sharenames_one, sharenames_several;

#endif

/* mailfolder: what the name of a folder or file of mails says of them, and what the labels of Gmail do, which has none.
 */
#ifndef NT_MAILFOLDER_H
#define NT_MAILFOLDER_H

#include "base/str.h"

bool mailfolder_is_sent(str path);        /* "Sent", ".Sent Items", "INBOX.Sent", "Sent.mbox" */
bool mailfolder_is_aside(str path);       /* drafts, trash, spam: what nobody has sent or kept */
bool mailfolder_labels_aside(str labels); /* with commas between them: one of them is such a name */

#endif

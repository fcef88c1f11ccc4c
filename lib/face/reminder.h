/* reminder: a digest for its reader: text, JSON, a page, a mail with both,
 * a calendar, or notifications of the desktop. What is told is decided by the digest; text of notes is
 * escaped for where it goes. once: as nt-remind --once says it. */
#ifndef NT_REMINDER_H
#define NT_REMINDER_H

#include "views/digest.h"
#include <stdio.h>

void reminder_text(struct digest *d, FILE *f, bool once);
void reminder_json(struct digest *d);            /* an object a person */
void reminder_html(struct digest *d, bool once); /* a page of its own */
/* To the owner of the book, as sendmail -t takes it: the first person is its subject. False, said: there is no address.
 */
bool reminder_mail(struct digest *d, struct book *b, bool once);
/* The agenda of the digest, as iCalendar or for remind(1), which says it so many days ahead, too. */
void reminder_calendar(struct digest *d, bool remind, int ahead);
bool reminder_notify(struct digest *d); /* one a place in full, by notify-send(1); false: the message is out */

#endif

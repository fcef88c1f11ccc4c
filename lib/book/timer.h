/* timer: a reminder every weekday morning: by the units of systemd(1) that
 * `make install` brings, nt-remind@.timer, where its user manager answers; else by a
 * line for crontab(5), which is printed. No crontab is ever touched, no shell is run. */
#ifndef NT_TIMER_H
#define NT_TIMER_H

#include "base/arena.h"

/* As systemd-escape(1) -p has it: /home/me/a-book -> home-me-a\x2dbook. */
str timer_instance(struct arena *a, str path);
/* The line for crontab(5): bin is the folder of the tools, book that of the book, both absolute. */
str timer_cron(struct arena *a, str bin, str book);
/* For the book in the folder of that name; self: argv[0]. Says what it did; false: the message is out. */
bool timer_enable(const char *name, const char *self);

#endif

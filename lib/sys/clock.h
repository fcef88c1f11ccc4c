/* clock: seconds that only rise, whatever is done to the time of day. */
#ifndef NT_CLOCK_H
#define NT_CLOCK_H

double clock_seconds(void);

#endif

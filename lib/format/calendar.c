#include "format/calendar.h"

#include "format/ics.h"
#include "format/rem.h"

void calendar_begin(struct calendar *c)
{
	if (c->remind)
		rem_begin(c->out);
	else
		ics_begin(c->out, S("nt"));
}

void calendar_put(const struct occasion *o, void *calendar)
{
	struct calendar *c = calendar;
	if (c->remind)
		rem_put(c->out, o, c->ahead);
	else
		ics_put(c->out, o, c->today);
	c->count++;
}

void calendar_end(struct calendar *c)
{
	if (!c->remind)
		ics_end(c->out);
}

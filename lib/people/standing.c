#include "people/standing.h"

#include <string.h>

void standing_init(struct standing *s)
{
	*s = (struct standing){.first = DATE_NONE, .last = DATE_NONE, .told = DATE_NONE, .by_hand = DATE_NONE};
}

/* Keeps the newest days, each once, newest first. */
static void add_recent(struct standing *s, date d)
{
	int i = 0;
	while (i < s->recents && s->recent[i] > d)
		i++;
	if (i == STANDING_RECENT || (i < s->recents && s->recent[i] == d))
		return;
	int kept = s->recents < STANDING_RECENT ? s->recents : STANDING_RECENT - 1;
	memmove(s->recent + i + 1, s->recent + i, (size_t)(kept - i) * sizeof *s->recent);
	s->recent[i] = d;
	s->recents = kept + 1;
}

static bool is_recent(const struct standing *s, date d)
{
	int i = 0;
	while (i < s->recents && s->recent[i] != d)
		i++;
	return i < s->recents;
}

/* last: and an entry of that day, in either order, are one contact. */
static bool counts(struct standing *s, const struct event *e)
{
	bool again = e->by_hand ? is_recent(s, e->date) : s->by_hand == e->date;
	if (e->by_hand && !again)
		s->by_hand = e->date;
	else if (again)
		s->by_hand = DATE_NONE;
	return !again;
}

void standing_add(struct standing *s, const struct event *e, date today)
{
	s->gave += e->favor == 'g';
	s->got += e->favor == 'G';
	s->owe += e->favor == 'o';
	s->owed += e->favor == 'O';
	s->tasks += e->state == ENTRY_OPEN;
	if (!e->contact || e->date == DATE_NONE || e->date > today)
		return;
	s->contacts += counts(s, e);
	if (s->first == DATE_NONE || e->date < s->first)
		s->first = e->date;
	if (s->last == DATE_NONE || e->date > s->last)
		s->last = e->date;
	if (!e->is_private && (s->told == DATE_NONE || e->date > s->told))
		s->told = e->date;
	add_recent(s, e->date);
}

struct standing standing_of(struct events events, date today, enum reader r)
{
	struct standing s;
	standing_init(&s);
	for (size_t i = 0; i < events.n; i++)
		if (sight_sees(r, events.v[i].is_private))
			standing_add(&s, &events.v[i], today);
	return s;
}

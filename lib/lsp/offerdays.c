#include "lsp/offerdays.h"

static const char *const words[] = {"today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday",
	"friday", "saturday", "sunday", "week", "month", "year"};

static bool add(struct offerlist *o, str label, enum when_sense sense)
{
	date day;
	if (!when_parse(label, sense, &day))
		return false;
	str iso = date_str(o->a, day);
	offerlist_add(o, OFFER_DAY, label, arena_printf(o->a, FMT ", %s", ARG(iso), date_weekday(day)), iso, (str){0});
	return true;
}

/* "fri" is friday, and next friday, and last friday; of what else is a day, "in 3 days", that day. */
void offerdays_add(struct offerlist *o, enum when_sense sense)
{
	static const char *const sides[] = {"", "next ", "last "};
	str typed = str_trim(o->scene.typed);
	bool found = false;
	for (size_t side = 0; side < sizeof sides / sizeof *sides; side++)
		for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
			str label = arena_printf(o->a, "%s%s", sides[side], words[i]);
			bool fits = offerlist_fits(o, label) || offerlist_fits(o, str_of(words[i]));
			if (fits && (typed.n || !side))
				found = add(o, label, sense) || found;
		}
	if (!found && typed.n)
		add(o, typed, sense);
}

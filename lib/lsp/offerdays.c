#include "lsp/offerdays.h"

static const char *const words[] = {"today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday",
	"friday", "saturday", "sunday", "week", "month", "year"};

/* What the label means there: a day, or of a field a part of one; absent: nothing that may stand there. */
static str meant(struct offerlist *o, const struct vocabulary *field, str label, enum when_sense sense)
{
	str value = label;
	date day;
	if (!field)
		return when_parse(label, sense, &day) ? date_str(o->a, day) : (str){0};
	bool good = vocabulary_write(field, o->a, &value) && !vocabulary_to_come(field, value);
	return good ? value : (str){0};
}

static bool add(struct offerlist *o, const struct vocabulary *field, str label, enum when_sense sense)
{
	struct partial part;
	date day;
	str text = meant(o, field, label, sense);
	if (!partial_parse(text, &part))
		return false;
	str detail = date_parse(text, &day) ? arena_printf(o->a, FMT ", %s", ARG(text), date_weekday(day)) : text;
	offerlist_add(o, OFFER_DAY, label, detail, text, (str){0});
	return true;
}

/* "fri" is friday, and next friday, and last friday; of what else is a day, "in 3 days", that day. */
static void add_all(struct offerlist *o, const struct vocabulary *field, enum when_sense sense)
{
	static const char *const sides[] = {"", "next ", "last "};
	str typed = str_trim(o->scene.typed);
	bool found = false;
	for (size_t side = 0; side < sizeof sides / sizeof *sides; side++)
		for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
			str label = arena_printf(o->a, "%s%s", sides[side], words[i]);
			bool fits = offerlist_fits(o, label) || offerlist_fits(o, str_of(words[i]));
			if (fits && (typed.n || !side))
				found = add(o, field, label, sense) || found;
		}
	if (!found && typed.n)
		add(o, field, typed, sense);
}

void offerdays_add(struct offerlist *o, enum when_sense sense)
{
	add_all(o, NULL, sense);
}

void offerdays_of(struct offerlist *o, const struct vocabulary *field)
{
	add_all(o, field, vocabulary_sense(field));
}

#include "note/weights.h"

static const struct {
	const char *name;
	long weight;
} parts[WEIGHTS_PARTS] = {
	[WEIGHTS_SPECIFIC] = {"specific", 2},
	[WEIGHTS_OUTLINE] = {"outline", 2},
	[WEIGHTS_SOURCES] = {"sources", 1},
	[WEIGHTS_REVIEWS] = {"reviews", 1},
	[WEIGHTS_VOUCHED] = {"vouched", 2},
	[WEIGHTS_TRIED] = {"tried", 2},
	[WEIGHTS_GOALS] = {"goals", 2},
	[WEIGHTS_HYPE] = {"hype", -2},
	[WEIGHTS_VAGUE] = {"vague", -2},
	[WEIGHTS_BASICS] = {"basics", -3},
};

void weights_defaults(struct weights *w)
{
	for (int i = 0; i < WEIGHTS_PARTS; i++)
		w->v[i] = parts[i].weight;
}

const char *weights_name(enum weights_part part)
{
	return parts[part].name;
}

bool weights_set(struct weights *w, str name, str value, bool *unknown)
{
	long weight;
	*unknown = true;
	for (int i = 0; i < WEIGHTS_PARTS; i++)
		if (str_eq(name, str_of(parts[i].name))) {
			*unknown = false;
			if (!str_long(value, &weight) || weight > WEIGHTS_MOST || weight < -WEIGHTS_MOST)
				return false;
			w->v[i] = weight;
			return true;
		}
	return false;
}

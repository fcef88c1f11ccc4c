#include "views/likeness.h"

#include "views/synccopy.h"

#define NAMESAKES 4 /* notes of one name, from which on the org is not enough */

/* What a fact says with a name that agrees, with a part of one, and with a given name alone. */
static const struct weight {
	double whole, part, half;
	bool place; /* of a house or an office: of several of these the strongest counts, unless the names agree */
	const char *why;
} weights[LIKENESS_KINDS] = {
	[LIKENESS_UID] = {.99, .99, .99, false, "same uid"},
	[LIKENESS_EMAIL] = {.95, .90, .80, false, "same email"},
	[LIKENESS_HANDLE] = {.95, .90, .80, false, "same account"},
	[LIKENESS_PHONE] = {.90, .80, .55, true, "same phone"},
	[LIKENESS_BIRTHDAY] = {.90, .70, .60, false, "same birthday"},
	[LIKENESS_ORG] = {.78, .30, .20, true, "same org"},
	[LIKENESS_DOMAIN] = {.74, .30, .20, true, "same domain"},
	[LIKENESS_LOCAL] = {.78, .30, .0, true, "same address before the @"},
	[LIKENESS_ADDRESS] = {.80, .40, .20, true, "same address"},
	[LIKENESS_SITE] = {.74, .30, .10, true, "same page"},
};

static double weight_of(const struct likeness_fact *f, enum personname_agreement names, bool year)
{
	const struct weight *w = &weights[f->kind];
	double value = names >= PERSONNAME_NEAR ? w->whole : names == PERSONNAME_HALF ? w->half : w->part;
	if (f->kind == LIKENESS_BIRTHDAY && !year)
		value -= .15;
	return f->shared ? value * .6 : value;
}

static const struct likeness_fact *find(const struct likeness *l, uint64_t hash)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->facts[i].hash == hash)
			return &l->facts[i];
	return NULL;
}

static bool have(const struct likeness *x, const struct likeness *y, enum likeness_kind kind)
{
	for (size_t i = 0; i < x->n; i++)
		if (x->facts[i].kind == kind && find(y, x->facts[i].hash))
			return true;
	return false;
}

static enum personname_agreement compare_names(const struct likeness *x, const struct likeness *y,
	const struct personname **p, const struct personname **q, const char **words)
{
	enum personname_agreement best = PERSONNAME_OTHER;
	const char *said;
	*words = NULL;
	*p = x->names;
	*q = y->names;
	for (size_t i = 0; i < x->name_count; i++)
		for (size_t k = 0; k < y->name_count; k++) {
			enum personname_agreement now = personname_compare(&x->names[i], &y->names[k], &said);
			if (now > best && !(now == PERSONNAME_NONE && (i || k))) {
				best = now;
				*words = said;
				*p = &x->names[i];
				*q = &y->names[k];
			}
		}
	return best;
}

static bool differ(int x, int y)
{
	return x && y && x != y;
}

static bool birthdays_differ(const struct likeness *x, const struct likeness *y)
{
	const struct partial *p = &x->birthday, *q = &y->birthday;
	return x->has_birthday && y->has_birthday &&
	       (differ(p->year, q->year) || differ(p->month, q->month) || differ(p->day, q->day));
}

static str reason(struct arena *a, const struct likeness_fact *f, const struct likeness_fact *g, enum reader reader)
{
	bool hidden = !sight_sees(reader, f->is_private || g->is_private);
	return arena_printf(a, "%s " FMT, weights[f->kind].why, ARG(hidden ? S("(private)") : f->text));
}

static bool is_copy(const struct likeness *x, const struct likeness *y)
{
	const char *words;
	if (!(x->copy || y->copy) || !str_eq(x->kind, y->kind))
		return false;
	return synccopy_sure(x->path) || synccopy_sure(y->path) || str_eq(x->name, y->name) ||
	       (x->name_count && y->name_count && personname_compare(x->names, y->names, &words) == PERSONNAME_SAME);
}

static struct likeness_why judge_facts(struct arena *a, const struct likeness *x, const struct likeness *y,
	enum personname_agreement names, size_t namesakes, enum reader reader)
{
	struct likeness_why out = {0};
	double doubt = 1, place = 0;
	bool own = false, email = have(x, y, LIKENESS_EMAIL), known = x->birthday.year && y->birthday.year;
	for (size_t i = 0; i < x->n; i++) {
		const struct likeness_fact *f = &x->facts[i], *g = find(y, f->hash);
		if (!g || f->kind == LIKENESS_COPY || (f->kind == LIKENESS_BIRTHDAY && birthdays_differ(x, y)))
			continue;
		if (email && (f->kind == LIKENESS_LOCAL || f->kind == LIKENESS_DOMAIN))
			continue;
		double w = weight_of(f, names, known);
		bool is_place = weights[f->kind].place || f->shared;
		own |= f->kind < LIKENESS_ORG;
		if (is_place && names < PERSONNAME_PART)
			place = w > place ? w : place;
		else
			doubt *= 1 - w;
		strs_add(a, &out.reasons, reason(a, f, g, reader));
	}
	out.score = 1 - doubt * (1 - place);
	if (!own && namesakes > NAMESAKES)
		out.score *= .8;
	return out;
}

struct likeness_why likeness_judge(
	struct arena *a, const struct likeness *x, const struct likeness *y, size_t namesakes, enum reader reader)
{
	const struct personname *p, *q;
	const char *words;
	struct likeness_why out = {0};
	bool persons = str_eq(x->kind, S("person")) && str_eq(y->kind, S("person"));
	if (is_copy(x, y) && x->n && y->n && x->facts[0].hash == y->facts[0].hash) {
		out.score = .99;
		strs_add(a, &out.reasons, S("copy of the file that a sync program made"));
		return out;
	}
	enum personname_agreement names = persons ? compare_names(x, y, &p, &q, &words) : PERSONNAME_OTHER;
	if (names == PERSONNAME_OTHER)
		return out;
	out = judge_facts(a, x, y, names, namesakes, reader);
	if (!out.reasons.n)
		return out;
	if (names == PERSONNAME_PART || names == PERSONNAME_NEAR || names == PERSONNAME_NONE)
		out.score *= .97;
	if (birthdays_differ(x, y))
		out.score *= .6;
	if (p->generation != q->generation)
		out.score *= .5;
	if (names == PERSONNAME_SAME)
		words = "same name";
	if (words)
		strs_add(a, &out.reasons, str_of(words));
	return out;
}

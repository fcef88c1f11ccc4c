#include "change/judge.h"

#include "change/agree.h"

struct strs judge_those(
	const struct known *k, struct note *n, const struct sayings *s, struct strs paths, judge_fn *judge)
{
	struct strs kept = {0};
	for (size_t i = 0; paths.v && i < paths.n; i++)
		if (judge(k, n, s, known_id(k, n->arena, paths.v[i])))
			strs_add(n->arena, &kept, paths.v[i]);
	return kept;
}

bool judge_kind(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	(void)s;
	return known_says(k, n->arena, S("kind"), sayings_form(n->arena, S("kind"), note_kind(n), (str){0}), id);
}

/* Whether the note has one of these uids of that source. */
static bool has_uid(const struct known *k, struct note *n, const struct sayings *s, str source, int id)
{
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(s->v[i].key, source) && !str_eq(s->v[i].form, S("*")) &&
			known_says(k, n->arena, source, s->v[i].form, id))
			return true;
	return false;
}

bool judge_uids_differ(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	for (size_t i = 0; i < s->n; i++)
		if (str_starts(s->v[i].key, S("uid:")) && known_says(k, n->arena, s->v[i].key, S("*"), id) &&
			!has_uid(k, n, s, s->v[i].key, id))
			return true;
	return false;
}

static bool birthdays_differ(struct strs ours, struct strs theirs)
{
	bool more;
	for (size_t i = 0; i < ours.n; i++)
		for (size_t j = 0; j < theirs.n; j++)
			if (agree_dates(ours.v[i], theirs.v[j], &more))
				return false;
	return ours.n && theirs.n;
}

bool judge_born_apart(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	(void)n;
	return birthdays_differ(k->persons[id].birthdays, s->birthdays);
}

bool judge_is_another(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	const struct known_person *p = &k->persons[id];
	return judge_uids_differ(k, n, s, id) || judge_born_apart(k, n, s, id) ||
	       !agree_names(p->names, s->names, note_is(n, "person"));
}

bool judge_may_be(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	return judge_kind(k, n, s, id) && !judge_is_another(k, n, s, id);
}

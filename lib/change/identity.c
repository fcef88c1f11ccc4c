#include "change/identity.h"

#include "change/judge.h"
#include "change/row.h"
#include "note/vocabulary.h"
#include "base/sorted.h"

/* Many people who are called the same share these. */
static bool is_common(str key)
{
	const struct vocabulary *v = vocabulary_find(key);
	return (v && (v->flags & IS_SHARED)) || str_starts(key, S("uid")) || str_starts(key, S(SAID_BY));
}

static bool agrees(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	if (judge_is_another(k, n, s, id))
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (!is_common(s->v[i].key) && known_says(k, n->arena, s->v[i].key, s->v[i].form, id))
			return true;
	return false;
}

/* A uid, and what a source said, is what it calls somebody, and says nothing of them. */
static bool is_of_source(const struct said *s)
{
	return str_starts(s->key, S("uid")) || str_starts(s->key, S(SAID_BY));
}

static bool says_all(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	if (judge_uids_differ(k, n, s, id))
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (!is_of_source(&s->v[i]) && !known_says(k, n->arena, s->v[i].key, s->v[i].form, id))
			return false;
	return true;
}

static struct strs namesakes_that(
	const struct known *k, struct note *n, const struct sayings *s, struct strs paths, judge_fn *judge)
{
	paths.n = sorted_unique(paths.v, paths.n, sizeof *paths.v, sorted_str);
	return judge_those(k, n, s, judge_those(k, n, s, paths, judge_kind), judge);
}

/* Those of its name that say one thing of their own that it says. */
static struct strs agreeing(const struct known *k, struct note *n, const struct sayings *s)
{
	struct strs paths = {0};
	for (size_t i = 0; i < s->n; i++)
		if (!said_is_name(&s->v[i]) && !is_common(s->v[i].key))
			known_add_namesakes(k, n, s, i, &paths);
	return namesakes_that(k, n, s, paths, agrees);
}

/* Those of its name that say all that it says: looked for among those that say what the fewest do. */
static struct strs saying_all(const struct known *k, struct note *n, const struct sayings *s)
{
	struct strs paths = {0};
	size_t rarest = 0, fewest = (size_t)-1;
	for (size_t i = 0; i < s->n && fewest; i++) {
		size_t count = said_is_name(&s->v[i]) || is_of_source(&s->v[i])
				       ? fewest
				       : known_count_namesakes(k, n, s, i, fewest);
		if (count >= fewest)
			continue;
		fewest = count;
		rarest = i;
	}
	if (fewest != (size_t)-1)
		known_add_namesakes(k, n, s, rarest, &paths);
	return namesakes_that(k, n, s, paths, says_all);
}

/* A company that was copied from a person's card with its uid is no person. */
static bool is_of_uid(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	if (judge_kind(k, n, s, id))
		return true;
	for (size_t i = 0; i < s->n; i++)
		if (said_is_name(&s->v[i]) && known_says(k, n->arena, s->v[i].key, s->v[i].form, id))
			return true;
	return false;
}

static struct strs by_uid(const struct known *k, struct note *n, const struct sayings *s)
{
	struct strs found = {0};
	known_paths(k, n, S("uid"), s, &found);
	return judge_those(k, n, s, found, is_of_uid);
}

static struct strs by_email(const struct known *k, struct note *n, const struct sayings *s)
{
	struct strs found = {0};
	known_paths(k, n, S("email"), s, &found);
	return judge_those(k, n, s, found, judge_may_be);
}

struct strs identity_find(const struct known *k, struct note *n)
{
	static row_fn *const ways[] = {
		by_uid, row_whole, row_named, by_email, agreeing, saying_all, row_only_called_so, row_renamed};
	struct sayings s = sayings_of(n);
	struct strs found = {0};
	for (size_t i = 0; i < sizeof ways / sizeof *ways && !found.n; i++)
		found = ways[i](k, n, &s);
	return found;
}

struct strs identity_sharing(const struct known *k, struct note *n)
{
	struct strs found = {0};
	struct sayings s = sayings_of(n);
	known_paths(k, n, S("email"), &s, &found);
	return found;
}

str identity_namesake(const struct known *k, struct note *n)
{
	struct sayings s = sayings_of(n);
	for (size_t i = 0; i < s.n; i++)
		if (str_eq(s.v[i].key, S("kind")))
			return known_namesake(k, n, &s, i);
	return (str){0};
}

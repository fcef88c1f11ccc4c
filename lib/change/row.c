#include "change/row.h"

#include "change/judge.h"
#include "base/sorted.h"

static bool is_said(const struct said *s, const char *what)
{
	return str_starts(s->key, S(SAID_BY)) && str_ends(s->key, str_of(what));
}

/* Counted under a key of its own: "expected said by google called". */
static str expected(struct arena *a, const struct said *name)
{
	return arena_join(a, S("expected "), name->key);
}

void row_expect(struct known *k, struct note *n)
{
	struct sayings s = sayings_of(n);
	for (size_t i = 0; i < s.n; i++)
		if (is_said(&s.v[i], " called"))
			known_tell(k, n->arena, expected(n->arena, &s.v[i]), s.v[i].form);
}

void row_claim(struct known *k, struct arena *a, str path, str source)
{
	int id = known_id(k, a, path);
	if (id >= 0)
		known_mark(k, a, S("claimed"), source, id);
}

/* google, of "said by google all" */
static str source_of(str key)
{
	key = str_skip(key, sizeof SAID_BY - 1);
	return str_head(key, key.n - S(" all").n);
}

/* Whether the source has said of that note what it says of this one now. */
static bool says_again(const struct known *k, struct note *n, const struct sayings *s, const char *what, int id)
{
	for (size_t i = 0; i < s->n; i++)
		if (is_said(&s->v[i], what) && known_says(k, n->arena, s->v[i].key, s->v[i].form, id))
			return true;
	return false;
}

static bool is_claimed(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	for (size_t i = 0; i < s->n; i++)
		if (is_said(&s->v[i], " all") && known_says(k, n->arena, S("claimed"), source_of(s->v[i].key), id))
			return true;
	return false;
}

/* Whom the source has called so before, whatever was corrected since. */
static bool is_same_row(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	return judge_kind(k, n, s, id) && !judge_uids_differ(k, n, s, id) &&
	       (!is_claimed(k, n, s, id) || !judge_is_another(k, n, s, id));
}

/* Without an email and a uid now and then; a birthday that was corrected by hand since is no other one. */
static bool is_only_called_so(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	return says_again(k, n, s, " unreached", id) && judge_kind(k, n, s, id) && !judge_uids_differ(k, n, s, id) &&
	       !is_claimed(k, n, s, id) && (!judge_born_apart(k, n, s, id) || says_again(k, n, s, " birthday", id));
}

static str first_word(str name)
{
	return str_head(name, str_chr(name, ' '));
}

static bool share_first_word(struct strs x, struct strs y)
{
	for (size_t i = 0; i < x.n; i++)
		for (size_t j = 0; j < y.n; j++)
			if (str_eq(first_word(x.v[i]), first_word(y.v[j])))
				return true;
	return false;
}

/* Under another name now: two of a family who share an email differ in the first one, and hardly in the birthday. */
static bool is_renamed(const struct known *k, struct note *n, const struct sayings *s, int id)
{
	const struct known_person *p = &k->persons[id];
	bool born = p->birthdays.n && s->birthdays.n;
	return note_is(n, "person") && is_same_row(k, n, s, id) && !is_claimed(k, n, s, id) &&
	       !judge_born_apart(k, n, s, id) && (born || share_first_word(p->names, s->names));
}

/* Those of whom a source of the note said that, too: all, its name with an email or a phone, or an email. */
static struct strs said_alike(
	const struct known *k, struct note *n, const struct sayings *s, const char *what, judge_fn *judge)
{
	struct strs found = {0}, keys = {0};
	for (size_t i = 0; i < s->n; i++) {
		str key = s->v[i].key;
		if (is_said(&s->v[i], what) && !strs_has(keys, key)) {
			strs_add(n->arena, &keys, key);
			known_paths(k, n, key, s, &found);
		}
	}
	found.n = found.n ? sorted_unique(found.v, found.n, sizeof *found.v, sorted_str) : 0;
	found = judge_those(k, n, s, found, judge);
	struct strs fit = found.n > 1 ? judge_those(k, n, s, found, judge_may_be) : found;
	return fit.n ? fit : found;
}

struct strs row_whole(const struct known *k, struct note *n, const struct sayings *s)
{
	return said_alike(k, n, s, " all", is_same_row);
}

struct strs row_named(const struct known *k, struct note *n, const struct sayings *s)
{
	return said_alike(k, n, s, " name", is_same_row);
}

/* The only one whom the source has called so, where in this run it calls nobody else so. */
struct strs row_only_called_so(const struct known *k, struct note *n, const struct sayings *s)
{
	struct strs found = {0};
	for (size_t i = 0; i < s->n; i++)
		if (is_said(&s->v[i], " called") &&
			known_told_once(k, n->arena, expected(n->arena, &s->v[i]), s->v[i].form))
			known_paths(k, n, s->v[i].key, s, &found);
	return found.n == 1 ? judge_those(k, n, s, found, is_only_called_so) : (struct strs){0};
}

struct strs row_renamed(const struct known *k, struct note *n, const struct sayings *s)
{
	return said_alike(k, n, s, " email", is_renamed);
}

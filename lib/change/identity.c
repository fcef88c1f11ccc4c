#include "change/identity.h"

#include "change/agree.h"
#include "change/sayings.h"
#include "base/map.h"
#include "note/vocabulary.h"
#include "base/sorted.h"

static uint64_t hash_of(struct arena *a, str key, str form)
{
	return map_hash(arena_printf(a, FMT "%c" FMT, ARG(key), '\0', ARG(form)));
}

static uint64_t hash_with(uint64_t hash, int id)
{
	return hash + ((uint64_t)id + 1) * 0x9e3779b97f4a7c15;
}

static bool has(const struct identity *k, uint64_t hash, int id)
{
	return hashes_first(&k->facts, hash_with(hash, id)) != 0;
}

/* By these notes are found; of the others it is only asked whether a note says them too. */
static bool leads_to_notes(str key)
{
	return str_eq(key, S("uid")) || str_eq(key, S("email")) || str_eq(key, S("name")) ||
	       str_starts(key, S(SAID_BY));
}

static void add(struct identity *k, str key, uint64_t hash, int id)
{
	if (has(k, hash, id))
		return;
	hashes_add(&k->facts, hash_with(hash, id), id);
	if (leads_to_notes(key))
		hashes_add(&k->facts, hash, id);
}

/* Where thousands have one name, those are found by it and one thing more that they say. */
static uint64_t hash_of_pair(struct arena *a, const struct said *name, const struct said *other)
{
	return hash_with(hash_of(a, name->key, name->form), 0) ^ hash_of(a, other->key, other->form);
}

static bool is_name(const struct said *s)
{
	return str_eq(s->key, S("name"));
}

static void add_pairs(struct identity *k, struct note *n, const struct sayings *s, int id)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t j = 0; is_name(&s->v[i]) && j < s->n; j++)
			if (!is_name(&s->v[j]) && !str_starts(s->v[j].key, S(SAID_BY)))
				hashes_add(&k->facts, hash_of_pair(n->arena, &s->v[i], &s->v[j]), id);
}

/* The paths of the notes that say one of these under that key; those that say one each once, as they were read. */
static void paths_with(const struct identity *k, struct note *n, str key, const struct sayings *s, struct strs *paths)
{
	int several = paths->n > 0;
	for (size_t i = 0; i < s->n; i++) {
		if (!str_eq(s->v[i].key, key))
			continue;
		uint64_t hash = hash_of(n->arena, key, s->v[i].form);
		several += hashes_first(&k->facts, hash) != 0;
		for (uint32_t at = hashes_first(&k->facts, hash); at; at = hashes_next(&k->facts, at))
			strs_add(n->arena, paths, k->paths.v[hashes_id(&k->facts, at)]);
	}
	if (several > 1)
		paths->n = sorted_unique(paths->v, paths->n, sizeof *paths->v, sorted_str);
}

static int id_of(const struct identity *k, struct arena *a, str path)
{
	uint32_t at = hashes_first(&k->facts, hash_of(a, S("path"), path));
	return at ? hashes_id(&k->facts, at) : -1;
}

static void keep(struct arena *a, struct strs *kept, struct strs texts)
{
	for (size_t i = 0; i < texts.n; i++)
		if (!strs_has(*kept, texts.v[i]))
			strs_add(a, kept, arena_dup(a, texts.v[i]));
}

void identity_add(struct identity *k, struct note *n)
{
	int id = id_of(k, n->arena, n->path);
	if (id < 0) {
		id = (int)k->paths.n;
		k->persons = arena_more(&k->arena, k->persons, k->paths.n, sizeof *k->persons);
		k->persons[id] = (struct identity_person){{0}, {0}};
		strs_add(&k->arena, &k->paths, arena_dup(&k->arena, n->path));
		hashes_add(&k->facts, hash_of(n->arena, S("path"), n->path), id);
	}
	struct sayings s = sayings_of(n);
	for (size_t i = 0; i < s.n; i++)
		add(k, s.v[i].key, hash_of(n->arena, s.v[i].key, s.v[i].form), id);
	add_pairs(k, n, &s, id);
	keep(&k->arena, &k->persons[id].names, s.names);
	keep(&k->arena, &k->persons[id].birthdays, s.birthdays);
}

static bool is_said(const struct said *s, const char *what)
{
	return str_starts(s->key, S(SAID_BY)) && str_ends(s->key, str_of(what));
}

static uint64_t hash_of_expected(struct arena *a, const struct said *name)
{
	return hash_of(a, arena_join(a, S("expected "), name->key), name->form);
}

void identity_expect(struct identity *k, struct note *n)
{
	struct sayings s = sayings_of(n);
	for (size_t i = 0; i < s.n; i++)
		if (is_said(&s.v[i], " called"))
			hashes_add(&k->facts, hash_of_expected(n->arena, &s.v[i]), k->expected++);
}

static bool comes_once(const struct identity *k, struct arena *a, const struct said *name)
{
	uint32_t at = hashes_first(&k->facts, hash_of_expected(a, name));
	return at && !hashes_next(&k->facts, at);
}

static bool visit(struct note *n, void *ctx)
{
	if (note_ok(n) && !note_is(n, "book"))
		identity_add(ctx, n);
	return true;
}

bool identity_read(struct identity *k, struct book *b)
{
	struct book_walk w = {.visit = visit, .ctx = k};
	return book_walk(b, &w);
}

/* Of the paths those that pass. */
typedef bool judge_fn(const struct identity *k, struct note *n, const struct sayings *s, int id);

static struct strs those(
	const struct identity *k, struct note *n, const struct sayings *s, struct strs paths, judge_fn *judge)
{
	struct strs kept = {0};
	for (size_t i = 0; paths.v && i < paths.n; i++)
		if (judge(k, n, s, id_of(k, n->arena, paths.v[i])))
			strs_add(n->arena, &kept, paths.v[i]);
	return kept;
}

static bool of_its_kind(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	(void)s;
	return has(k, hash_of(n->arena, S("kind"), sayings_form(n->arena, S("kind"), note_kind(n))), id);
}

/* Whether the note has one of these uids of that source. */
static bool has_uid(const struct identity *k, struct note *n, const struct sayings *s, str source, int id)
{
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(s->v[i].key, source) && !str_eq(s->v[i].form, S("*")) &&
			has(k, hash_of(n->arena, source, s->v[i].form), id))
			return true;
	return false;
}

/* A source of both knows them by different uids. */
static bool uids_differ(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	for (size_t i = 0; i < s->n; i++)
		if (str_starts(s->v[i].key, S("uid:")) && has(k, hash_of(n->arena, s->v[i].key, S("*")), id) &&
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

/* Not the same, whatever else they share. */
static bool is_another(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	const struct identity_person *p = &k->persons[id];
	return uids_differ(k, n, s, id) || birthdays_differ(p->birthdays, s->birthdays) ||
	       !agree_names(p->names, s->names, note_is(n, "person"));
}

static bool may_be(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	return of_its_kind(k, n, s, id) && !is_another(k, n, s, id);
}

/* Many people who are called the same share these. */
static bool is_common(str key)
{
	const struct vocabulary *v = vocabulary_find(key);
	return (v && (v->flags & IS_SHARED)) || str_starts(key, S("uid")) || str_starts(key, S(SAID_BY));
}

static bool agrees(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	if (is_another(k, n, s, id))
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (!is_common(s->v[i].key) && has(k, hash_of(n->arena, s->v[i].key, s->v[i].form), id))
			return true;
	return false;
}

/* A uid, and what a source said, is what it calls somebody, and says nothing of them. */
static bool is_of_source(const struct said *s)
{
	return str_starts(s->key, S("uid")) || str_starts(s->key, S(SAID_BY));
}

static bool says_all(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	if (uids_differ(k, n, s, id))
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (!is_of_source(&s->v[i]) && !has(k, hash_of(n->arena, s->v[i].key, s->v[i].form), id))
			return false;
	return true;
}

/* How many there are, but no more than most, of those that have one of the names and say that too. */
static size_t count_namesakes(
	const struct identity *k, struct note *n, const struct sayings *s, size_t said, size_t most)
{
	size_t count = 0;
	for (size_t i = 0; i < s->n; i++)
		if (is_name(&s->v[i]))
			for (uint32_t at = hashes_first(&k->facts, hash_of_pair(n->arena, &s->v[i], &s->v[said]));
				at && count < most; at = hashes_next(&k->facts, at))
				count++;
	return count;
}

static void add_namesakes(
	const struct identity *k, struct note *n, const struct sayings *s, size_t said, struct strs *paths)
{
	for (size_t i = 0; i < s->n; i++)
		if (is_name(&s->v[i]))
			for (uint32_t at = hashes_first(&k->facts, hash_of_pair(n->arena, &s->v[i], &s->v[said])); at;
				at = hashes_next(&k->facts, at))
				strs_add(n->arena, paths, k->paths.v[hashes_id(&k->facts, at)]);
}

static struct strs namesakes_that(
	const struct identity *k, struct note *n, const struct sayings *s, struct strs paths, judge_fn *judge)
{
	paths.n = sorted_unique(paths.v, paths.n, sizeof *paths.v, sorted_str);
	return those(k, n, s, those(k, n, s, paths, of_its_kind), judge);
}

/* Those of its name that say one thing of their own that it says. */
static struct strs agreeing(const struct identity *k, struct note *n, const struct sayings *s)
{
	struct strs paths = {0};
	for (size_t i = 0; i < s->n; i++)
		if (!is_name(&s->v[i]) && !is_common(s->v[i].key))
			add_namesakes(k, n, s, i, &paths);
	return namesakes_that(k, n, s, paths, agrees);
}

/* Those of its name that say all that it says: looked for among those that say what the fewest do. */
static struct strs saying_all(const struct identity *k, struct note *n, const struct sayings *s)
{
	struct strs paths = {0};
	size_t rarest = 0, fewest = (size_t)-1;
	for (size_t i = 0; i < s->n && fewest; i++) {
		size_t count =
			is_name(&s->v[i]) || is_of_source(&s->v[i]) ? fewest : count_namesakes(k, n, s, i, fewest);
		if (count >= fewest)
			continue;
		fewest = count;
		rarest = i;
	}
	if (fewest != (size_t)-1)
		add_namesakes(k, n, s, rarest, &paths);
	return namesakes_that(k, n, s, paths, says_all);
}

/* A company that was copied from a person's card with its uid is no person. */
static bool is_of_uid(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	if (of_its_kind(k, n, s, id))
		return true;
	for (size_t i = 0; i < s->n; i++)
		if (is_name(&s->v[i]) && has(k, hash_of(n->arena, s->v[i].key, s->v[i].form), id))
			return true;
	return false;
}

/* Who the source has said in this run that this is: another row of it is about somebody else, unless all fits. */
static uint64_t hash_of_claim(struct arena *a, str source)
{
	return hash_of(a, S("claimed"), source);
}

void identity_claim(struct identity *k, struct arena *a, str path, str source)
{
	int id = id_of(k, a, path);
	if (id >= 0)
		add(k, S("claimed"), hash_of_claim(a, source), id);
}

/* google, of "said by google all" */
static str source_of(str key)
{
	key = str_skip(key, sizeof SAID_BY - 1);
	return str_head(key, key.n - S(" all").n);
}

/* Whether the source has said of that note what it says of this one now. */
static bool says_again(const struct identity *k, struct note *n, const struct sayings *s, const char *what, int id)
{
	for (size_t i = 0; i < s->n; i++)
		if (is_said(&s->v[i], what) && has(k, hash_of(n->arena, s->v[i].key, s->v[i].form), id))
			return true;
	return false;
}

static bool is_claimed(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	for (size_t i = 0; i < s->n; i++)
		if (is_said(&s->v[i], " all") && has(k, hash_of_claim(n->arena, source_of(s->v[i].key)), id))
			return true;
	return false;
}

/* Whom the source has called so before, whatever was corrected since. */
static bool is_same_row(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	return of_its_kind(k, n, s, id) && !uids_differ(k, n, s, id) &&
	       (!is_claimed(k, n, s, id) || !is_another(k, n, s, id));
}

/* Without an email and a uid now and then; a birthday that was corrected by hand since is no other one. */
static bool is_only_called_so(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	bool born_apart = birthdays_differ(k->persons[id].birthdays, s->birthdays);
	return says_again(k, n, s, " unreached", id) && of_its_kind(k, n, s, id) && !uids_differ(k, n, s, id) &&
	       !is_claimed(k, n, s, id) && (!born_apart || says_again(k, n, s, " birthday", id));
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
static bool is_renamed(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	const struct identity_person *p = &k->persons[id];
	bool born = p->birthdays.n && s->birthdays.n;
	return note_is(n, "person") && is_same_row(k, n, s, id) && !is_claimed(k, n, s, id) &&
	       !birthdays_differ(p->birthdays, s->birthdays) && (born || share_first_word(p->names, s->names));
}

/* Those of whom a source of the note said that, too: all, its name with an email or a phone, or an email. */
static struct strs said_alike(
	const struct identity *k, struct note *n, const struct sayings *s, const char *what, judge_fn *judge)
{
	struct strs found = {0}, keys = {0};
	for (size_t i = 0; i < s->n; i++) {
		str key = s->v[i].key;
		if (is_said(&s->v[i], what) && !strs_has(keys, key)) {
			strs_add(n->arena, &keys, key);
			paths_with(k, n, key, s, &found);
		}
	}
	found.n = found.n ? sorted_unique(found.v, found.n, sizeof *found.v, sorted_str) : 0;
	found = those(k, n, s, found, judge);
	struct strs fit = found.n > 1 ? those(k, n, s, found, may_be) : found;
	return fit.n ? fit : found;
}

static struct strs by_whole_row(const struct identity *k, struct note *n, const struct sayings *s)
{
	return said_alike(k, n, s, " all", is_same_row);
}

static struct strs by_row(const struct identity *k, struct note *n, const struct sayings *s)
{
	return said_alike(k, n, s, " name", is_same_row);
}

/* The only one whom the source has called so, where in this run it calls nobody else so. */
static struct strs by_name_of_row(const struct identity *k, struct note *n, const struct sayings *s)
{
	struct strs found = {0};
	for (size_t i = 0; i < s->n; i++)
		if (is_said(&s->v[i], " called") && comes_once(k, n->arena, &s->v[i]))
			paths_with(k, n, s->v[i].key, s, &found);
	return found.n == 1 ? those(k, n, s, found, is_only_called_so) : (struct strs){0};
}

static struct strs by_renamed_row(const struct identity *k, struct note *n, const struct sayings *s)
{
	return said_alike(k, n, s, " email", is_renamed);
}

static struct strs by_uid(const struct identity *k, struct note *n, const struct sayings *s)
{
	struct strs found = {0};
	paths_with(k, n, S("uid"), s, &found);
	return those(k, n, s, found, is_of_uid);
}

static struct strs by_email(const struct identity *k, struct note *n, const struct sayings *s)
{
	struct strs found = {0};
	paths_with(k, n, S("email"), s, &found);
	return those(k, n, s, found, may_be);
}

struct strs identity_find(const struct identity *k, struct note *n)
{
	static struct strs (*const ways[])(const struct identity *, struct note *, const struct sayings *) = {
		by_uid, by_whole_row, by_row, by_email, agreeing, saying_all, by_name_of_row, by_renamed_row};
	struct sayings s = sayings_of(n);
	struct strs found = {0};
	for (size_t i = 0; i < sizeof ways / sizeof *ways && !found.n; i++)
		found = ways[i](k, n, &s);
	return found;
}

struct strs identity_sharing(const struct identity *k, struct note *n)
{
	struct strs found = {0};
	struct sayings s = sayings_of(n);
	paths_with(k, n, S("email"), &s, &found);
	return found;
}

str identity_namesake(const struct identity *k, struct note *n)
{
	struct sayings s = sayings_of(n);
	for (size_t i = 0; i < s.n; i++)
		if (is_name(&s.v[i]))
			for (uint32_t at = hashes_first(&k->facts, hash_of(n->arena, s.v[i].key, s.v[i].form)); at;
				at = hashes_next(&k->facts, at))
				if (of_its_kind(k, n, &s, hashes_id(&k->facts, at)))
					return k->paths.v[hashes_id(&k->facts, at)];
	return (str){0};
}

void identity_release(struct identity *k)
{
	hashes_release(&k->facts);
	arena_release(&k->arena);
}

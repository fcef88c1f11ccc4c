#include "change/identity.h"

#include "change/agree.h"
#include "text/link.h"
#include "base/map.h"
#include "note/vocabulary.h"
#include "base/utf8.h"
#include "base/sorted.h"

static str digits(struct arena *a, str s)
{
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			p[n++] = s.p[i];
	str number = {p, n};
	return str_starts(number, S("00")) ? str_skip(number, 2) : number;
}

static str after(str s, str prefix)
{
	return str_starts(s, prefix) ? str_skip(s, prefix.n) : s;
}

str identity_form(struct arena *a, str key, str text)
{
	text = str_trim(links_shown(a, str_trim(text)));
	str number = str_eq(key, S("phone")) ? digits(a, text) : S("");
	if (number.n)
		return number;
	if (str_eq(key, S("tags")))
		text = after(text, S("#"));
	text = utf8_bare(a, text);
	if (!str_eq(key, S("url")))
		return text;
	text = after(after(after(text, S("https://")), S("http://")), S("www."));
	return str_ends(text, S("/")) ? str_head(text, text.n - 1) : text;
}

/* What a note says, key by key; form is the text as it is compared. */
struct said {
	str key, form;
};

struct sayings {
	struct said *v;
	size_t n;
	struct strs names, birthdays;
};

static void say(struct note *n, struct sayings *s, str key, str text)
{
	str form = identity_form(n->arena, key, text);
	if (!form.n)
		return;
	s->v = arena_more(n->arena, s->v, s->n, sizeof *s->v);
	s->v[s->n++] = (struct said){key, form};
}

/* The texts in a value; of an address each under its own part. */
static void say_value(struct note *n, struct sayings *s, str key, const struct value *v, bool parts)
{
	if (v->kind == VALUE_TEXT)
		say(n, s, key, v->text);
	for (const struct value *i = v->first; i; i = i->next)
		say_value(n, s, parts && i->key.p ? i->key : key, i, parts);
}

/* The uids that imports gave: "uid:google" tells that source's from another's. */
static void say_uids(struct note *n, struct sayings *s, const struct value *from)
{
	for (const struct value *source = from->first; source; source = source->next)
		for (const struct value *v = source->first; v; v = v->next)
			if (v->kind == VALUE_TEXT && str_eq(v->key, S("uid"))) {
				str key = arena_printf(n->arena, "uid:" FMT, ARG(source->key));
				say(n, s, S("uid"), v->text);
				say(n, s, key, v->text);
				say(n, s, key, S("*"));
			}
}

/* A uid that no source has given is that of a nameless one. */
static void say_own_uid(struct note *n, struct sayings *s)
{
	struct strs uids = note_texts(n, S("uid"));
	for (size_t i = 0; i < s->n; i++)
		if (str_starts(s->v[i].key, S("uid:")))
			return;
	for (size_t i = 0; i < uids.n; i++) {
		say(n, s, S("uid:"), uids.v[i]);
		say(n, s, S("uid:"), S("*"));
	}
}

/* What stands for a name where there is only an address is none. */
static struct strs names_in(struct note *n, const struct sayings *s)
{
	struct strs names = {0}, slugs = {0};
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(s->v[i].key, S("email")))
			strs_add(n->arena, &slugs, utf8_slug(n->arena, s->v[i].form));
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(s->v[i].key, S("name")) && !strs_has(slugs, utf8_slug(n->arena, s->v[i].form)))
			strs_add(n->arena, &names, s->v[i].form);
	return names;
}

static struct sayings sayings_of(struct note *n)
{
	struct sayings s = {0};
	const struct value *root = note_front(n)->root;
	say(n, &s, S("name"), note_name(n));
	for (const struct value *v = root ? root->first : NULL; v; v = v->next) {
		if (str_eq(v->key, S("from")))
			say_uids(n, &s, v);
		else if (str_eq(v->key, S("aliases")))
			say_value(n, &s, S("name"), v, false);
		else if (!str_eq(v->key, S("kind")) && !str_eq(v->key, S("name")) && !str_eq(v->key, S("tags")))
			say_value(n, &s, v->key, v, str_eq(v->key, S("address")));
	}
	say_own_uid(n, &s);
	struct strs tags = note_tags(n);
	for (size_t i = 0; i < tags.n; i++)
		say(n, &s, S("tags"), tags.v[i]);
	say(n, &s, S("kind"), note_kind(n));
	s.names = names_in(n, &s);
	s.birthdays = note_texts(n, S("birthday"));
	return s;
}

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
	return str_eq(key, S("uid")) || str_eq(key, S("email")) || str_eq(key, S("name"));
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
			if (!is_name(&s->v[j]))
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
	return has(k, hash_of(n->arena, S("kind"), identity_form(n->arena, S("kind"), note_kind(n))), id);
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
	return (v && (v->flags & IS_SHARED)) || str_starts(key, S("uid"));
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

/* A uid is what a source calls somebody, and says nothing of them. */
static bool is_uid(const struct said *s)
{
	return str_starts(s->key, S("uid"));
}

static bool says_all(const struct identity *k, struct note *n, const struct sayings *s, int id)
{
	if (uids_differ(k, n, s, id))
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (!is_uid(&s->v[i]) && !has(k, hash_of(n->arena, s->v[i].key, s->v[i].form), id))
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
		size_t count = is_name(&s->v[i]) || is_uid(&s->v[i]) ? fewest : count_namesakes(k, n, s, i, fewest);
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

struct strs identity_find(const struct identity *k, struct note *n)
{
	struct strs found = {0};
	struct sayings s = sayings_of(n);
	paths_with(k, n, S("uid"), &s, &found);
	found = those(k, n, &s, found, is_of_uid);
	if (found.n)
		return found;
	paths_with(k, n, S("email"), &s, &found);
	found = those(k, n, &s, found, may_be);
	if (found.n)
		return found;
	found = agreeing(k, n, &s);
	return found.n ? found : saying_all(k, n, &s);
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

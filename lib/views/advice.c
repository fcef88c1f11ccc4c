#include "views/advice.h"

#include "base/sorted.h"
#include "base/utf8.h"

#define MOST        3 /* of sources, reviews, friends, trials */
#define MOST_GOALS  2
#define NAMES_SHOWN 2
#define REASONS     WEIGHTS_PARTS

struct advice_tag {
	str tag;
	int technique;
};

static int least(int x, int y)
{
	return x < y ? x : y;
}

static struct strs tags_of(struct advice *s, struct note *n)
{
	struct strs tags = note_tags_in(n, sight_texts(s->reader, n, S("tags")));
	for (size_t i = 0; i < tags.n; i++)
		tags.v[i] = utf8_bare(n->arena, tags.v[i]);
	return tags;
}

/* How often it was tried, whatever came of it. */
static int times(const struct trials_technique *t)
{
	return t->sum.worked + t->sum.flopped + t->sum.pending;
}

static bool gather(struct note *n, void *ctx)
{
	struct advice *s = ctx;
	struct arena *keep = &s->pick->arena;
	int id = people_id(s->pick->people, n);
	if (id < 0 || !note_ok(n))
		return true;
	bool technique = note_is(n, "technique"), goal = note_is(n, "goal");
	struct strs tags = technique || goal ? tags_of(s, n) : (struct strs){0};
	for (size_t i = 0; i < tags.n; i++) {
		str tag = arena_dup(keep, tags.v[i]);
		if (goal)
			map_put(&s->goals, tag, s);
		else {
			s->tags = arena_more(keep, s->tags, s->tag_count, sizeof *s->tags);
			s->tags[s->tag_count++] = (struct advice_tag){tag, id};
		}
	}
	trials_note(&s->trials, n, id);
	return true;
}

void advice_begin(struct advice *s, struct pick *p, enum reader reader)
{
	*s = (struct advice){.pick = p, .reader = reader, .today = date_today()};
	signals_words_read(&s->words, p->book.config.hype);
	pick_read_people(p);
	if (!p->people)
		return;
	trials_begin(&s->trials, reader);
	struct book_walk walk = {.visit = gather, .ctx = s};
	book_walk(&p->book, &walk);
	trials_end(&s->trials, p->people);
	for (size_t i = 0; i < s->tag_count; i++)
		if (times(trials_find(&s->trials, s->tags[i].technique)))
			map_put(&s->known, s->tags[i].tag, s);
}

/* letters.example.org of an address; else the words, an author. */
static str source_of(struct arena *a, str text)
{
	size_t at = str_find(text, S("://"));
	str host = at == STR_NONE ? str_trim(text) : str_skip(text, at + 3);
	if (at != STR_NONE) {
		size_t end = 0;
		while (end < host.n && !strchr("/?#: ", host.p[end]))
			end++;
		host = str_head(host, end);
	}
	host = utf8_bare(a, host);
	return str_starts(host, S("www.")) ? str_skip(host, 4) : host;
}

static int count_sources(struct advice *s, struct note *n)
{
	struct strs texts = sight_texts(s->reader, n, S("source"));
	str *v = arena_array(n->arena, texts.n + 1, sizeof *v);
	size_t count = 0;
	for (size_t i = 0; i < texts.n; i++) {
		v[count] = source_of(n->arena, texts.v[i]);
		count += v[count].n > 0;
	}
	return (int)sorted_unique(v, count, sizeof *v, sorted_str);
}

/* A number, or reviews one by one: 3 count one, 15 two, 63 three. */
static int count_reviews(struct advice *s, struct note *n)
{
	struct strs texts = sight_texts(s->reader, n, S("reviews"));
	long reviews = (long)texts.n;
	int part = 0;
	if (texts.n == 1 && !str_long(texts.v[0], &reviews))
		reviews = 1;
	for (long most = 3; reviews >= most && part < MOST; most = 4 * (most + 1) - 1)
		part++;
	return part;
}

static void judge_friends(struct advice *s, struct note *n, struct judgement *j)
{
	const struct people *people = s->pick->people;
	struct strs texts = sight_texts(s->reader, n, S("vouched")), names = {0};
	struct links links = {0};
	int *ids;
	size_t count = 0;
	for (size_t i = 0; i < texts.n; i++)
		links_scan(n->arena, texts.v[i], 0, &links);
	ids = arena_array(n->arena, links.n + 1, sizeof *ids);
	for (size_t i = 0; i < links.n; i++) {
		int id = people ? names_link(&people->names, n->arena, &links.v[i], n->path) : NAMES_NONE;
		if (id < 0 || id == people->me || !people_is_person(people, id))
			continue;
		ids[count++] = id;
		if (names.n < NAMES_SHOWN)
			strs_add(n->arena, &names, links.v[i].label.n ? links.v[i].label : links.v[i].target);
	}
	count = sorted_unique(ids, count, sizeof *ids, sorted_int);
	j->parts[WEIGHTS_VOUCHED] = least((int)count, MOST);
	if (names.n)
		j->about[WEIGHTS_VOUCHED] = strs_join(n->arena, names, S(", "));
}

static bool sees_link(struct advice *s, struct note *n, const struct link *l)
{
	size_t at = (size_t)(l->raw.p - n->bytes.p);
	return at < n->bytes.n && sight_at(s->reader, n, at);
}

static void judge_trials(struct advice *s, struct note *n, struct advice_row *row)
{
	const struct links *links = note_links(n);
	bool whole = sight_whole(s->reader, n);
	int *ids = arena_array(n->arena, links->n + 1, sizeof *ids);
	size_t count = 0;
	for (size_t i = 0; s->pick->people && i < links->n; i++) {
		const struct link *l = &links->v[i];
		int id = names_link(&s->pick->people->names, n->arena, l, n->path);
		if (trials_find(&s->trials, id) && (whole || sees_link(s, n, l)))
			ids[count++] = id;
	}
	count = sorted_unique(ids, count, sizeof *ids, sorted_int);
	int trials = 0;
	row->techniques = (int)count;
	for (size_t i = 0; i < count; i++) {
		const struct trials_technique *t = trials_find(&s->trials, ids[i]);
		row->tried += times(t) > 0;
		trials += least(times(t), MOST);
		if (t->last != DATE_NONE && (row->last == DATE_NONE || t->last > row->last))
			row->last = t->last;
	}
	row->judgement.parts[WEIGHTS_TRIED] = least(trials, MOST);
}

static void judge_tags(struct advice *s, struct note *n, struct judgement *j)
{
	struct strs tags = tags_of(s, n), shared = {0};
	bool known = false;
	for (size_t i = 0; i < tags.n; i++) {
		if (map_get(&s->goals, tags.v[i]) && !strs_has(shared, tags.v[i]) && shared.n < MOST_GOALS)
			strs_add(n->arena, &shared, tags.v[i]);
		known |= map_get(&s->known, tags.v[i]) != NULL;
	}
	j->parts[WEIGHTS_GOALS] = (int)shared.n;
	if (shared.n)
		j->about[WEIGHTS_GOALS] = strs_join(n->arena, shared, S(", "));
	str level = sight_text(s->reader, n, S("level"));
	j->parts[WEIGHTS_BASICS] = known && level.p && str_ieq(level, S("basic"));
}

struct eyes {
	struct advice *advice;
	struct note *note;
};

static bool visible(str part, void *ctx)
{
	struct eyes *e = ctx;
	return sight_at(e->advice->reader, e->note, (size_t)(part.p - e->note->bytes.p));
}

bool advice_judge(struct advice *s, struct note *n, struct advice_row *out)
{
	struct eyes eyes = {s, n};
	if (!note_ok(n) || !note_is(n, "advice"))
		return false;
	*out = (struct advice_row){
		.name = sight_name(s->reader, n), .path = n->path, .shown = n->shown, .last = DATE_NONE};
	struct judgement *j = &out->judgement;
	judge_body(n->arena, &s->words, note_body(n), sight_whole(s->reader, n) ? NULL : visible, &eyes, j);
	j->parts[WEIGHTS_SOURCES] = least(count_sources(s, n), MOST);
	j->parts[WEIGHTS_REVIEWS] = count_reviews(s, n);
	judge_friends(s, n, j);
	judge_trials(s, n, out);
	judge_tags(s, n, j);
	const struct weights *w = &s->pick->book.config.weights;
	out->score = judge_score(j, w);
	out->verdict = judge_verdict(j, out->score);
	out->why = judge_reasons(n->arena, j, w, REASONS);
	return true;
}

static bool collect(struct note *n, void *ctx)
{
	struct advice *s = ctx;
	struct arena *keep = &s->pick->arena;
	struct advice_row row;
	if (!advice_judge(s, n, &row))
		return true;
	row.judgement.steps = (struct strs){0};
	row.name = arena_dup(keep, row.name);
	row.path = arena_dup(keep, row.path);
	row.shown = arena_dup(keep, row.shown);
	row.why = arena_dup(keep, row.why);
	s->v = arena_more(keep, s->v, s->n, sizeof *s->v);
	s->v[s->n++] = row;
	return true;
}

static int by_score(const void *x, const void *y)
{
	const struct advice_row *a = x, *b = y;
	return (a->score < b->score) - (a->score > b->score);
}

void advice_read(struct advice *s)
{
	pick_each(s->pick, collect, s);
	sorted_sort(s->v, s->n, sizeof *s->v, by_score);
}

void advice_release(struct advice *s)
{
	signals_words_release(&s->words);
	map_release(&s->goals);
	map_release(&s->known);
	trials_release(&s->trials);
}

#include "views/tries.h"

#include "base/beta.h"
#include "base/diag.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "query/goals.h"
#include "query/lists.h"
#include "views/duelist.h"
#include <math.h>
#include <string.h>

#define MOST_NAMES 5
#define LOW        0.025
#define HIGH       0.975

static void from_book(struct note *n, int id, void *ctx)
{
	struct tries *t = ctx;
	lists_keep(&t->pick->index, &t->pick->book, n);
	goals_keep(&t->pick->index, &t->pick->book, n);
	trials_note(&t->trials, n, id);
}

static void read_trials(struct tries *t)
{
	struct pick *p = t->pick;
	if (p->book.fd < 0)
		return;
	if (p->people) {
		trials_read(&t->trials, &p->book, p->people);
		return;
	}
	people_read(&p->index, &p->book, from_book, t);
	lists_mark(&p->index, &p->book);
	p->people = &p->index;
	trials_end(&t->trials, p->people);
}

static struct strs folded_tags(struct arena *keep, struct note *n, enum reader reader)
{
	struct strs tags = note_tags_in(n, sight_texts(reader, n, S("tags"))), list = {0};
	for (size_t i = 0; i < tags.n; i++)
		strs_add(keep, &list, arena_dup(keep, utf8_bare(n->arena, tags.v[i])));
	return list;
}

/* What is numbered or has a box to tick, and is not dated. */
static struct strs steps_of(struct arena *keep, struct note *n, enum reader reader)
{
	const struct body *b = note_body(n);
	struct strs list = {0};
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		str raw = {b->bytes.p + k->text_at, k->text_end - k->text_at};
		if (k->kind != BLOCK_ITEM || k->quoted || !raw.n || !sight_bytes(reader, n, raw))
			continue;
		str text = body_text(n->arena, b, k);
		size_t box = entry_box_length(text);
		date day;
		text = str_trim(str_skip(text, box));
		if ((k->ordered || box) && text.n && !date_prefix(text, &day))
			strs_add(keep, &list, arena_dup(keep, str_trim(links_shown(n->arena, text))));
	}
	return list;
}

/* The posterior of a rate of which nothing was known: Beta(1 + worked, 1 + flopped). */
static double quantile(const struct trials_sum *s, double p)
{
	return beta_quantile(1 + s->worked, 1 + s->flopped, p);
}

/* What is pending has not worked yet: else the same would be said every day until the first outcome. */
static double bound_of(const struct tries *t, struct trials_sum s)
{
	double next = (double)t->trials.all + 1;
	s.flopped += s.pending;
	return quantile(&s, 1 - 1 / (next + 1));
}

static bool keep(struct note *n, void *ctx)
{
	struct tries *t = ctx;
	struct arena *a = &t->pick->arena;
	enum reader reader = t->trials.reader;
	if (!note_is(n, "technique") || (due_over(n) && !t->all))
		return true;
	if (n->path.p && !n->is_new) {
		if (map_get(&t->seen, n->path))
			return true;
		map_put(&t->seen, arena_dup(a, n->path), t);
	}
	t->v = arena_more(a, t->v, t->n, sizeof *t->v);
	struct tries_row *row = &t->v[t->n++];
	*row = (struct tries_row){.path = arena_dup(a, n->path),
		.name = arena_dup(a, sight_name(reader, n)),
		.level = arena_dup(a, sight_text(reader, n, S("level"))),
		.cost = arena_dup(a, sight_text(reader, n, S("cost"))),
		.tags = folded_tags(a, n, reader),
		.steps = steps_of(a, n, reader),
		.technique = trials_find(&t->trials, people_id(t->pick->people, n))};
	if (t->pick->stream) {
		row->kept = arena_alloc(a, sizeof *row->kept);
		*row->kept = note_keep(a, n);
	}
	return true;
}

static void judge(struct tries *t, struct tries_row *row)
{
	if (row->technique)
		row->sum = row->technique->sum;
	row->bound = bound_of(t, row->sum);
	row->low = quantile(&row->sum, LOW);
	row->high = quantile(&row->sum, HIGH);
}

static int by_bound(const void *x, const void *y)
{
	const struct tries_row *a = x, *b = y;
	return a->bound != b->bound ? (a->bound > b->bound ? -1 : 1) : str_cmp(a->path, b->path);
}

static bool is_tried(const struct trials_sum *s)
{
	return s->worked + s->flopped > 0;
}

static int by_low(const void *x, const void *y)
{
	const struct tries_row *a = x, *b = y;
	if (is_tried(&a->sum) != is_tried(&b->sum))
		return is_tried(&a->sum) ? -1 : 1;
	return a->low != b->low ? (a->low > b->low ? -1 : 1) : str_cmp(a->path, b->path);
}

void tries_by_record(struct tries *t)
{
	sorted_sort(t->v, t->n, sizeof *t->v, by_low);
}

void tries_read(struct tries *t, struct pick *p, enum reader reader, bool all)
{
	*t = (struct tries){.pick = p, .all = all};
	trials_begin(&t->trials, reader);
	read_trials(t);
	pick_each(p, keep, t);
	for (size_t i = 0; i < t->n; i++)
		judge(t, &t->v[i]);
	sorted_sort(t->v, t->n, sizeof *t->v, by_bound);
}

void tries_read_due(struct tries *t)
{
	struct arena a = {0}, *keep_in = &t->pick->arena;
	struct buf buf = {0};
	struct duelist due;
	if (t->pick->book.fd < 0)
		return;
	pick_everybody(t->pick);
	duelist_read(&due, t->pick, (struct duelist_asked){.most = -1});
	t->due = arena_array(keep_in, due.n, sizeof *t->due);
	for (size_t i = 0; i < due.n; i++) {
		struct note n;
		arena_reset(&a);
		if (duelist_note(&due, due.rows[i], &a, &buf, &n))
			t->due[t->due_count++] =
				(struct tries_due){arena_dup(keep_in, sight_name(t->trials.reader, &n)),
					folded_tags(keep_in, &n, t->trials.reader)};
	}
	duelist_release(&due);
	buf_release(&buf);
	arena_release(&a);
}

/* work/acme is work, too. */
static bool shares_tag(struct strs of_person, struct strs wanted)
{
	for (size_t i = 0; i < of_person.n; i++)
		for (size_t k = 0; k < wanted.n; k++) {
			str tag = of_person.v[i], w = wanted.v[k];
			if (str_starts(tag, w) && (tag.n == w.n || tag.p[w.n] == '/'))
				return true;
		}
	return false;
}

struct strs tries_people(const struct tries *t, struct arena *a, const struct tries_row *row)
{
	struct strs names = {0};
	for (size_t i = 0; i < t->due_count && names.n < MOST_NAMES; i++)
		if (shares_tag(t->due[i].tags, row->tags))
			strs_add(a, &names, t->due[i].name);
	for (size_t i = 0, found = names.n; !found && i < t->due_count && names.n < MOST_NAMES; i++)
		strs_add(a, &names, t->due[i].name);
	return names;
}

int tries_rate(const struct trials_sum *s)
{
	long n = s->worked + s->flopped;
	return n ? (int)((s->worked * 100L + n / 2) / n) : -1;
}

static int percent(double v)
{
	return (int)floor(v * 100 + .5 + 1e-9);
}

int tries_low(const struct trials_sum *s)
{
	return percent(quantile(s, LOW));
}

int tries_high(const struct trials_sum *s)
{
	return percent(quantile(s, HIGH));
}

str tries_words(struct arena *a, const struct trials_sum *s)
{
	str pending = s->pending ? arena_printf(a, "%d pending", s->pending) : S("");
	if (!is_tried(s))
		return pending.n ? arena_printf(a, "no outcome yet, " FMT, ARG(pending)) : S("not tried yet");
	return arena_printf(a, "worked %d of %d, %d %% (%d to %d)%s" FMT, s->worked, s->worked + s->flopped,
		tries_rate(s), tries_low(s), tries_high(s), pending.n ? ", " : "", ARG(pending));
}

bool tries_note(const struct tries *t, const struct tries_row *row, struct arena *a, struct buf *buf, struct note *n)
{
	return pick_again(t->pick, row->kept, row->path, a, buf, n);
}

void tries_release(struct tries *t)
{
	trials_release(&t->trials);
	map_release(&t->seen);
}

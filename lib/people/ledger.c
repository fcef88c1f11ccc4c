#include "people/ledger.h"

#include "base/sorted.h"
#include <stdlib.h>

static bool counts(const struct ledger *l, const struct event *e)
{
	return e->favor && sight_sees(l->reader, e->is_private) && date_within(l->days, e->date);
}

static bool is_promise(char favor)
{
	return favor == 'o' || favor == 'O';
}

static void add(struct ledger *l, int person, const struct event *e, str path)
{
	struct ledger_favor f = {.person = person, .date = e->date, .favor = e->favor, .box = e->box};
	if (is_promise(e->favor)) {
		f.text = arena_dup(&l->arena, e->text);
		f.path = path;
	}
	l->favors = arena_more(&l->arena, l->favors, l->favor_count, sizeof *l->favors);
	l->favors[l->favor_count++] = f;
}

static void add_own(struct ledger *l, struct note *n, int person)
{
	const struct entries *entries = note_entries(n);
	for (size_t i = 0; i < entries->n; i++) {
		struct event e = event_of(n, &entries->v[i], l->today);
		if (counts(l, &e))
			add(l, person, &e, l->persons[person].path);
	}
}

void ledger_person(struct ledger *l, struct note *n, int id)
{
	int person = (int)l->person_count;
	if (!note_is(n, "person"))
		return;
	l->persons = arena_more(&l->arena, l->persons, l->person_count, sizeof *l->persons);
	l->persons[l->person_count++] = (struct ledger_person){.id = id,
		.path = arena_dup(&l->arena, n->path),
		.name = arena_dup(&l->arena, sight_name(l->reader, n))};
	add_own(l, n, person);
	if (l->circles.kind)
		circles_person(&l->circles, n, person);
}

void ledger_place(struct ledger *l, struct note *n, int id)
{
	circles_place(&l->circles, n, id);
}

/* By id who was chosen. */
static int *persons_by_id(struct ledger *l, const struct people *p)
{
	size_t n = p ? p->names.paths.n : 0;
	int *persons = arena_array(&l->arena, n, sizeof *persons);
	for (size_t i = 0; i < n; i++)
		persons[i] = -1;
	for (size_t i = 0; p && i < l->person_count; i++)
		if (l->persons[i].id >= 0)
			persons[l->persons[i].id] = (int)i;
	return persons;
}

static void add_mentions(struct ledger *l, const struct people *p, const int *persons)
{
	for (size_t i = 0; p && i < p->mention_count; i++) {
		const struct event *e = &p->events.v[p->mentions[i].event];
		int person = persons[p->mentions[i].person];
		if (person >= 0 && counts(l, e))
			add(l, person, e, e->path);
	}
}

/* The oldest first, without a day last; of one day mine first, whatever the order in which they were read. */
static int by_age(const void *x, const void *y)
{
	const struct ledger_favor *a = x, *b = y;
	if (a->date != b->date) {
		if (a->date == DATE_NONE || b->date == DATE_NONE)
			return a->date == DATE_NONE ? 1 : -1;
		return a->date < b->date ? -1 : 1;
	}
	return a->favor != b->favor ? (a->favor == 'O') - (b->favor == 'O') : sorted_int(&a->rank, &b->rank);
}

static void sum_favor(struct ledger_sum *s, const struct ledger_favor *f)
{
	s->gave += f->favor == 'g';
	s->got += f->favor == 'G';
	s->owe += f->favor == 'o';
	s->owed += f->favor == 'O';
	if (!is_promise(f->favor) && f->date > s->last)
		s->last = f->date;
	if (is_promise(f->favor) && (!s->promise || by_age(f, s->promise) < 0))
		s->promise = f;
}

static void sum_sum(struct ledger_sum *s, const struct ledger_sum *more)
{
	s->people++;
	s->gave += more->gave;
	s->got += more->got;
	s->owe += more->owe;
	s->owed += more->owed;
	if (more->last > s->last)
		s->last = more->last;
	if (more->promise && (!s->promise || by_age(more->promise, s->promise) < 0))
		s->promise = more->promise;
}

static bool is_any(const struct ledger_sum *s)
{
	return s->gave || s->got || s->owe || s->owed;
}

/* Who I am is known once all is read. */
static void forget_me(struct ledger *l, const struct people *p)
{
	size_t kept = 0;
	for (size_t i = 0; p && p->me >= 0 && i < l->favor_count; i++)
		if (l->persons[l->favors[i].person].id != p->me)
			l->favors[kept++] = l->favors[i];
	if (p && p->me >= 0)
		l->favor_count = kept;
}

static int by_path(const void *x, const void *y)
{
	const struct ledger_person *a = *(struct ledger_person *const *)x, *b = *(struct ledger_person *const *)y;
	return str_cmp(a->path, b->path);
}

static int by_rank(const void *x, const void *y)
{
	return sorted_int(&((const struct ledger_favor *)x)->rank, &((const struct ledger_favor *)y)->rank);
}

/* By person, these by path. */
static void sort_favors(struct ledger *l)
{
	struct ledger_person **v = arena_array(&l->arena, l->person_count, sizeof(struct ledger_person *));
	for (size_t i = 0; i < l->person_count; i++)
		v[i] = &l->persons[i];
	sorted_sort(v, l->person_count, sizeof *v, by_path);
	for (size_t i = 0; i < l->person_count; i++)
		v[i]->rank = (int)i;
	for (size_t i = 0; i < l->favor_count; i++)
		l->favors[i].rank = l->persons[l->favors[i].person].rank;
	sorted_sort(l->favors, l->favor_count, sizeof *l->favors, by_rank);
}

void ledger_end(struct ledger *l, const struct people *p)
{
	int *persons = persons_by_id(l, p);
	add_mentions(l, p, persons);
	forget_me(l, p);
	sort_favors(l);
	for (size_t i = 0; i < l->person_count; i++)
		l->persons[i].sum = (struct ledger_sum){.last = DATE_NONE};
	for (size_t i = 0; i < l->favor_count; i++)
		sum_favor(&l->persons[l->favors[i].person].sum, &l->favors[i]);
	if (l->circles.kind)
		circles_end(&l->circles, p, persons);
}

bool ledger_has(const struct ledger *l, struct note *n, const struct people *p)
{
	int id = people_id(p, n);
	struct events events = {0};
	if (note_is(n, "person") && !(p && id >= 0 && id == p->me))
		events = people_events(n, p, l->today);
	for (size_t i = 0; i < events.n; i++)
		if (counts(l, &events.v[i]))
			return true;
	return false;
}

static struct ledger_row *row(struct ledger *l, struct ledger_rows *rows, str name, str path)
{
	rows->v = arena_more(&l->arena, rows->v, rows->n, sizeof *rows->v);
	rows->v[rows->n] = (struct ledger_row){.name = name, .path = path, .sum.last = DATE_NONE};
	return &rows->v[rows->n++];
}

static void rows_of_persons(struct ledger *l, struct ledger_rows *rows)
{
	for (size_t i = 0; i < l->person_count; i++)
		if (is_any(&l->persons[i].sum))
			sum_sum(&row(l, rows, l->persons[i].name, l->persons[i].path)->sum, &l->persons[i].sum);
}

static void rows_of_circles(struct ledger *l, struct ledger_rows *rows)
{
	const struct circles *c = &l->circles;
	bool *placed = arena_array(&l->arena, l->person_count, sizeof *placed);
	struct ledger_row none = {.sum.last = DATE_NONE}, *at = NULL;
	int last = -1;
	for (size_t i = 0; i < c->tie_count; i++) {
		const struct ledger_sum *sum = &l->persons[c->ties[i].person].sum;
		placed[c->ties[i].person] = true;
		if (!is_any(sum))
			continue;
		if (!at || c->ties[i].circle != last)
			at = row(l, rows, c->v[c->ties[i].circle]->name, c->v[c->ties[i].circle]->path);
		last = c->ties[i].circle;
		sum_sum(&at->sum, sum);
	}
	for (size_t i = 0; i < l->person_count; i++)
		if (!placed[i] && is_any(&l->persons[i].sum))
			sum_sum(&none.sum, &l->persons[i].sum);
	if (none.sum.people)
		row(l, rows, none.name, none.path)->sum = none.sum;
}

static int year_of(const struct ledger_favor *f)
{
	int year = 0, month, day;
	if (f->date != DATE_NONE)
		date_split(f->date, &year, &month, &day);
	return year;
}

static int by_year(const void *x, const void *y)
{
	const struct ledger_favor *a = *(struct ledger_favor *const *)x, *b = *(struct ledger_favor *const *)y;
	int m = year_of(a), n = year_of(b);
	return m == n ? 0 : !m || !n ? (m ? -1 : 1) : (m > n) - (m < n);
}

/* The favours stay by person within a year: each counts once. */
static void rows_of_years(struct ledger *l, struct ledger_rows *rows)
{
	const struct ledger_favor **v = arena_array(&l->arena, l->favor_count, sizeof(struct ledger_favor *));
	struct ledger_row *at = NULL;
	for (size_t i = 0; i < l->favor_count; i++)
		v[i] = &l->favors[i];
	sorted_sort(v, l->favor_count, sizeof *v, by_year);
	for (size_t i = 0; i < l->favor_count; i++) {
		int year = year_of(v[i]);
		bool first = !i || year != year_of(v[i - 1]);
		if (first)
			at = row(l, rows, year ? arena_printf(&l->arena, "%04d", year) : (str){0}, (str){0});
		at->sum.people += first || v[i]->person != v[i - 1]->person;
		sum_favor(&at->sum, v[i]);
	}
}

int ledger_balance(const struct ledger_sum *s)
{
	return s->gave - s->got;
}

/* A row of none stands last, then the most one-sided first, and first of these whom I owe. */
static int by_side(const void *x, const void *y)
{
	const struct ledger_row *a = x, *b = y;
	int m = ledger_balance(&a->sum), n = ledger_balance(&b->sum);
	int all = b->sum.gave + b->sum.got - a->sum.gave - a->sum.got;
	if (!a->name.p != !b->name.p)
		return a->name.p ? -1 : 1;
	if (abs(m) != abs(n))
		return abs(m) > abs(n) ? -1 : 1;
	if (m != n)
		return m < n ? -1 : 1;
	if (all)
		return all;
	int order = str_cmp(a->name, b->name);
	return order ? order : str_cmp(a->path, b->path);
}

static int by_promise(const void *x, const void *y)
{
	const struct ledger_row *a = x, *b = y;
	if (!a->sum.promise != !b->sum.promise)
		return a->sum.promise ? -1 : 1;
	return a->sum.promise ? by_age(a->sum.promise, b->sum.promise) : 0;
}

struct ledger_rows ledger_rows(struct ledger *l, enum ledger_by by, bool promises)
{
	struct ledger_rows rows = {0};
	if (by == LEDGER_YEAR) {
		rows_of_years(l, &rows);
		return rows;
	}
	(by == LEDGER_PERSON ? rows_of_persons : rows_of_circles)(l, &rows);
	sorted_sort(rows.v, rows.n, sizeof *rows.v, by_side);
	if (promises)
		sorted_sort(rows.v, rows.n, sizeof *rows.v, by_promise);
	return rows;
}

struct ledger_sum ledger_total(const struct ledger *l)
{
	struct ledger_sum total = {.last = DATE_NONE};
	for (size_t i = 0; i < l->person_count; i++)
		if (is_any(&l->persons[i].sum))
			sum_sum(&total, &l->persons[i].sum);
	return total;
}

static int by_promised(const void *x, const void *y)
{
	return by_age(*(struct ledger_favor *const *)x, *(struct ledger_favor *const *)y);
}

const struct ledger_favor **ledger_promises(struct ledger *l, size_t *n)
{
	const struct ledger_favor **v = arena_array(&l->arena, l->favor_count, sizeof(struct ledger_favor *));
	*n = 0;
	for (size_t i = 0; i < l->favor_count; i++)
		if (is_promise(l->favors[i].favor))
			v[(*n)++] = &l->favors[i];
	sorted_sort(v, *n, sizeof *v, by_promised);
	return v;
}

void ledger_release(struct ledger *l)
{
	circles_release(&l->circles);
	arena_release(&l->arena);
}

#include "views/faded.h"

#include "base/sorted.h"
#include "views/brief.h"

static str step_of(const struct faded *f, struct note *n)
{
	const struct people *people = f->pick->people;
	struct brief brief = {{&f->pick->book, people, f->stats->reader}, f->stats->today, f->stats->reader, NULL};
	struct due_facts facts;
	struct due due;
	field_due(f->stats->reader, n, people, &facts, &due);
	brief_annotate(&brief, n, &facts, &due, people_events(n, people, f->stats->today));
	return note_annotation(n, S("step"));
}

void faded_add(struct faded *f, struct note *n, const struct stats_person *person)
{
	struct arena *a = &f->pick->arena;
	struct span cadence = person->cadence;
	f->v = arena_more(a, f->v, f->n, sizeof *f->v);
	f->v[f->n++] = (struct faded_person){arena_dup(a, sight_name(f->stats->reader, n)), arena_dup(a, n->shown),
		cadence.unit ? arena_printf(a, "%d%c", cadence.n, cadence.unit) : S(""), arena_dup(a, step_of(f, n)),
		person->last};
}

static int by_last(const void *x, const void *y)
{
	const struct faded_person *a = x, *b = y;
	return (a->last < b->last) - (a->last > b->last);
}

void faded_end(struct faded *f)
{
	sorted_sort(f->v, f->n, sizeof *f->v, by_last);
}

#include "change/harvest.h"
#include "change/harvest_parts.h"

#include "base/diag.h"
#include "base/sorted.h"
#include "format/contact.h"
#include "sys/run.h"
#include "text/log.h"

#define EACH_WAY 2  /* mails, of a stranger who is offered */
#define OFFERED  10 /* of those that are told */

/* Of that minute, or without a time of that day and with the same words. told: an entry of that minute is known to be
 * another mail's, and only the same words are this one. */
static bool stands(const struct entries *there, const struct harvest_entry *e, bool told)
{
	for (size_t i = 0; i < there->n; i++) {
		const struct entry *x = &there->v[i];
		if (e->dir && entry_noted(x, e->day, e->text))
			return true;
		bool timed = x->time.n && e->time[0], minute = timed && str_eq(x->time, str_of(e->time));
		if (x->date == e->day && x->dir == e->dir && entry_is(x, str_of(e->kind)) &&
			(timed && !told ? minute : (minute || !timed) && str_eq(x->text, e->text)))
			return true;
	}
	return false;
}

/* Remembered beside the mail: that the entry of this minute is its own. */
static uint64_t minute_of(struct arena *a, const struct harvest_person *p, const struct harvest_entry *e)
{
	char day[DATE_TEXT];
	return hash64(arena_printf(a, "minute " FMT "\n%s %s %s %c", ARG(p->path), date_text(e->day, day), e->time,
		e->kind, e->dir ? e->dir : ' '));
}

static int by_time(const void *x, const void *y)
{
	const struct harvest_entry *a = x, *b = y;
	return (a->order > b->order) - (a->order < b->order);
}

static str entry_bytes(struct arena *a, const struct harvest_entry *e)
{
	char day[DATE_TEXT];
	const char dir[2] = {e->dir, '\0'};
	return arena_printf(a, "%s%s%s %s%s: " FMT, date_text(e->day, day), e->time[0] ? " " : "", e->time, e->kind,
		dir, ARG(e->text));
}

struct giving {
	struct harvest *h;
	visit_fn *visit;
	void *ctx;
};

/* What the note does not say yet: lines, and the ids by which nt-save remembers them. */
static void sift(struct giving *g, struct note *n, struct harvest_person *p, struct strs *lines, struct strs *ids)
{
	const struct entries *there = note_entries(n);
	sorted_sort(p->v, p->n, sizeof *p->v, by_time);
	for (size_t i = 0; i < p->n; i++) {
		struct harvest_entry *e = &p->v[i];
		uint64_t minute = minute_of(n->arena, p, e);
		bool told = ids_has(&g->h->harvested, minute);
		if (stands(there, e, told)) {
			strs_add(&g->h->arena, &g->h->present, e->id);
			if (!told)
				strs_add(&g->h->arena, &g->h->present, ids_text(&g->h->arena, minute));
			if (e->source)
				e->source->open--;
			continue;
		}
		strs_add(n->arena, lines, entry_bytes(n->arena, e));
		strs_add(n->arena, ids, e->id);
		if (!told)
			strs_add(n->arena, ids, ids_text(n->arena, minute));
	}
}

static bool give_note(struct note *n, void *ctx)
{
	struct giving *g = ctx;
	struct harvest_person *p = map_get(&g->h->by_path, n->path);
	struct strs lines = {0}, ids = {0};
	struct fault why = {0};
	if (!p || !note_ok(n))
		return true;
	sift(g, n, p, &lines, &ids);
	if (!lines.n)
		return true;
	struct entry_rules rules = note_rules(n);
	str after = log_add_all(n->arena, n->bytes, &rules, lines, &why);
	if (!after.p) {
		note_warn(n, why.line, why.col, FMT, ARG(why.text));
		return true;
	}
	g->h->entries += lines.n;
	note_replace(n, after);
	note_annotate_list(n, "harvested", ids);
	return g->visit(n, g->ctx);
}

static bool has_entries(str path, bool folder, void *ctx)
{
	const struct giving *g = ctx;
	const struct harvest_person *p = folder ? NULL : map_get(&g->h->by_path, path);
	return folder || (p && p->n);
}

void harvest_notes(struct harvest *h, visit_fn *visit, void *ctx)
{
	struct giving g = {h, visit, ctx};
	struct book_walk w = {has_entries, give_note, &g};
	book_walk(h->book, &w);
}

static bool is_frequent(const struct harvest_person *p)
{
	return p->in >= EACH_WAY && p->out >= EACH_WAY;
}

static bool give_new(struct harvest *h, struct harvest_person *p, visit_fn *visit, void *ctx)
{
	struct arena a = {0};
	struct contact c;
	struct strs ids = {0};
	contact_begin(&c, &a);
	contact_add(&c, S("name"), (str){0}, p->name.n ? p->name : p->address);
	contact_add(&c, S("email"), (str){0}, p->address);
	sorted_sort(p->v, p->n, sizeof *p->v, by_time);
	for (size_t i = 0; i < p->n; i++) {
		strs_add(&a, &c.entries, entry_bytes(&a, &p->v[i]));
		strs_add(&a, &ids, p->v[i].id);
	}
	struct note n = {.config = &h->book->config, .arena = &a, .bytes = contact_bytes(&c), .is_new = true};
	note_begin(&n);
	note_annotate_list(&n, "harvested", ids);
	bool more = visit(&n, ctx);
	arena_release(&a);
	return more;
}

static int by_mails(const void *x, const void *y)
{
	const struct harvest_person *a = *(struct harvest_person *const *)x, *b = *(struct harvest_person *const *)y;
	return a->n != b->n ? (a->n < b->n ? 1 : -1) : str_cmp(a->address, b->address);
}

void harvest_nobody(struct harvest *h)
{
	for (size_t i = 0; i < h->unknown_count && i < OFFERED; i++) {
		struct harvest_person *p = h->unknown[i];
		hint(FMT " is in no note, and nothing is logged: nt-new " FMT " email=" FMT " makes one",
			ARG(p->address), ARG(run_word(&h->scratch, p->name.n ? p->name : p->address)),
			ARG(run_word(&h->scratch, p->address)));
	}
}

void harvest_strangers(struct harvest *h, bool give, visit_fn *visit, void *ctx)
{
	size_t told = 0, more = 0;
	sorted_sort(h->unknown, h->unknown_count, sizeof *h->unknown, by_mails);
	for (size_t i = 0; i < h->unknown_count; i++) {
		struct harvest_person *p = h->unknown[i];
		if (!is_frequent(p))
			continue;
		if (give && !give_new(h, p, visit, ctx))
			return;
		if (!give && told < OFFERED)
			hint("%zu mails with " FMT "%s" FMT "%s: --new makes a note", p->n, ARG(p->address),
				p->name.n ? " (" : "", ARG(p->name), p->name.n ? ")" : "");
		more += !give && told++ >= OFFERED;
	}
	if (more)
		hint("and %zu more such addresses", more);
}

#include "merge/mergeweave.h"

const struct merge_unit *weave_unit(const struct mergeweave *w, enum merge_side s, size_t number)
{
	return number == STR_NONE ? NULL : &w->u[s].v[w->u[s].entry[number]];
}

static long index_of(const struct mergeweave *w, enum merge_side s, const struct merge_unit *x)
{
	return x ? (long)(x - w->u[s].v) : WEAVE_NOWHERE;
}

static bool follows(const struct mergeweave *w, enum merge_side s, const long at[SIDES])
{
	return at[s] >= 0 && w->prev[s] >= WEAVE_START && at[s] == w->prev[s] + 1;
}

static str gap_before(const struct mergeweave *w, enum merge_side s, long at)
{
	return w->u[s].v[at].gap;
}

/* Of two that are neighbours in no side: as between others of their sort. */
static str usual_gap(const struct mergeweave *w, const long at[SIDES], bool entry)
{
	str gap = S("");

	for (int s = OURS; s <= THEIRS; s++)
		if (at[s] > 0 && (w->u[s].v[at[s] - 1].e != NULL) == w->prev_entry)
			return gap_before(w, s, at[s]);
	for (int s = OURS; s <= THEIRS; s++)
		if (w->prev[s] >= 0 && (w->u[s].v[w->prev[s] + 1].e != NULL) == entry)
			return gap_before(w, s, w->prev[s] + 1);
	for (int s = OURS; s <= THEIRS && !(entry && w->prev_entry); s++) {
		if (at[s] >= 0 && gap_before(w, s, at[s]).n > gap.n)
			gap = gap_before(w, s, at[s]);
		if (w->prev[s] >= WEAVE_START && w->prev[s] + 1 < (long)w->u[s].n &&
			gap_before(w, s, w->prev[s] + 1).n > gap.n)
			gap = gap_before(w, s, w->prev[s] + 1);
	}
	return gap;
}

static bool is_heading(const struct mergeweave *w, const long at[SIDES])
{
	enum merge_side s = at[OURS] >= 0 ? OURS : THEIRS;
	const struct entry *e = at[s] >= 0 ? w->u[s].v[at[s]].e : NULL;

	return e && e->block->kind == BLOCK_HEADING;
}

static str gap_of(const struct mergeweave *w, const long at[SIDES], bool entry, str text)
{
	bool ours = follows(w, OURS, at), theirs = follows(w, THEIRS, at);

	if (w->no_gap)
		return S("");
	if (ours && theirs && follows(w, BASE, at) &&
		str_eq(gap_before(w, OURS, at[OURS]), gap_before(w, BASE, at[BASE])))
		return gap_before(w, THEIRS, at[THEIRS]);
	if (ours || theirs)
		return gap_before(w, ours ? OURS : THEIRS, at[ours ? OURS : THEIRS]);
	str gap = usual_gap(w, at, entry);
	bool swallowed = entry ? is_heading(w, at) : w->prev_entry && text.n; /* by the paragraph above */
	return swallowed && !gap.n && w->out->n ? w->m->eol : gap;
}

static void put(struct mergeweave *w, const long at[SIDES], bool entry, str text)
{
	buf_add(w->out, gap_of(w, at, entry, text));
	buf_add(w->out, w->marks);
	buf_add(w->out, text);
	w->marks = S("");
	w->no_gap = false;
	w->prev_entry = entry;
	for (int s = 0; s < SIDES; s++)
		w->prev[s] = at[s];
}

static str marker(const struct mergeweave *w, char c, const char *name)
{
	struct buf b = {0};

	for (size_t i = 0; i < w->m->m->marker; i++)
		buf_putc(&b, c);
	buf_printf(&b, "%s%s" FMT, *name ? " " : "", name, ARG(w->m->eol));
	return arena_take(w->m->a, &b);
}

static void mark(struct mergeweave *w, enum merge_step_kind kind)
{
	str middle = marker(w, '=', "");

	if (kind == STEP_OURS) {
		w->marks = marker(w, '<', merge_label(w->m, OURS));
		for (int s = 0; s < SIDES; s++)
			w->before[s] = w->prev[s];
	} else if (kind == STEP_MIDDLE && w->marks.n) {
		w->marks = arena_printf(w->m->a, FMT FMT, ARG(w->marks), ARG(middle));
	} else {
		buf_add(w->out, kind == STEP_MIDDLE ? middle : marker(w, '>', merge_label(w->m, THEIRS)));
		w->no_gap = kind == STEP_MIDDLE;
		for (int s = 0; s < SIDES && kind == STEP_THEIRS; s++)
			w->prev[s] = w->prev[s] == WEAVE_NOWHERE ? w->before[s] : w->prev[s];
	}
}

/* One unit as it stands in a side. */
static void put_unit(
	struct mergeweave *w, const long at[SIDES], enum merge_side s, const struct merge_unit *const *versions)
{
	const struct merge_unit *x = versions[s];
	size_t n = units_entries(w->u[s].d, x->text);

	w->m->entries += n;
	w->m->hidden += entry_hidden(versions) ? n : 0;
	put(w, at, true, x->text);
}

/* Both versions of one entry, of which one may be absent. */
static void put_both(struct mergeweave *w, const long at[SIDES], str ours, str theirs)
{
	const long o[SIDES] = {WEAVE_NOWHERE, at[OURS], WEAVE_NOWHERE},
		   t[SIDES] = {WEAVE_NOWHERE, WEAVE_NOWHERE, at[THEIRS]};
	str what = str_trim(ours.p ? ours : theirs), line = S("");

	str_line(&what, &line);
	merge_conflict(w->m, str_chomp(line));
	mark(w, STEP_OURS);
	if (ours.p)
		put(w, o, true, ours);
	mark(w, STEP_MIDDLE);
	if (theirs.p)
		put(w, t, true, theirs);
	mark(w, STEP_THEIRS);
	for (int s = 0; s < SIDES; s++)
		w->prev[s] = at[s];
}

static str pick(str base, str ours, str theirs)
{
	return str_eq(ours, base) ? theirs : ours;
}

static bool differ(str base, str ours, str theirs)
{
	return !str_eq(ours, base) && !str_eq(theirs, base) && !str_eq(ours, theirs);
}

/* The head of an entry that both have; absent: they disagree. Ticked by both: on the earlier day. */
static str merge_head(struct mergeweave *w, const struct merge_unit *const x[SIDES], const struct merge_head h[SIDES])
{
	const struct entry *o = x[OURS]->e, *t = x[THEIRS]->e;
	str stamp = pick(h[BASE].stamp, h[OURS].stamp, h[THEIRS].stamp);

	if (differ(h[BASE].said, h[OURS].said, h[THEIRS].said))
		return (str){0};
	if (differ(h[BASE].stamp, h[OURS].stamp, h[THEIRS].stamp)) {
		if (o->state != ENTRY_DONE || t->state != ENTRY_DONE)
			return (str){0};
		bool later = o->date == DATE_NONE || (t->date != DATE_NONE && t->date < o->date);
		stamp = later ? h[THEIRS].stamp : h[OURS].stamp;
	}
	return arena_printf(w->m->a, FMT FMT FMT, ARG(pick(h[BASE].lead, h[OURS].lead, h[THEIRS].lead)), ARG(stamp),
		ARG(pick(h[BASE].said, h[OURS].said, h[THEIRS].said)));
}

/* An entry that both changed: its head, then what is nested in it. */
static void put_changed(struct mergeweave *w, const long at[SIDES], const struct merge_unit *const x[SIDES])
{
	struct merge_head h[SIDES];
	const struct entrydoc *d[SIDES];
	str rest[SIDES], head;

	for (int s = 0; s < SIDES; s++) {
		enum merge_side from = x[s] ? s : OURS;
		d[s] = w->u[from].d;
		h[s] = head_of(w->m->a, &w->u[from], x[from]);
		rest[s] = x[s] ? h[s].rest : str_head(h[s].rest, 0);
	}
	head = merge_head(w, x, h);
	w->m->entries++;
	w->m->hidden += entry_hidden(x);
	if (head.p)
		put(w, at, true, head);
	else
		put_both(w, at, head_text(&w->u[OURS], x[OURS]), head_text(&w->u[THEIRS], x[THEIRS]));
	merge_text(w->m, d, rest, false, w->out);
}

void weave_item(struct mergeweave *w, const struct merge_item *item)
{
	const struct merge_unit *x[SIDES];
	long at[SIDES];

	for (int s = 0; s < SIDES; s++) {
		x[s] = weave_unit(w, s, item->at[s]);
		at[s] = index_of(w, s, x[s]);
	}
	if (!x[OURS] || !x[THEIRS]) {
		enum merge_side s = x[OURS] ? OURS : THEIRS;
		if (!x[BASE])
			put_unit(w, at, s, x);
		else
			put_both(w, at, x[OURS] ? x[OURS]->text : (str){0}, x[THEIRS] ? x[THEIRS]->text : (str){0});
	} else if (str_eq(x[OURS]->text, x[THEIRS]->text) || (x[BASE] && str_eq(x[THEIRS]->text, x[BASE]->text))) {
		put_unit(w, at, OURS, x);
	} else if (x[BASE] && str_eq(x[OURS]->text, x[BASE]->text)) {
		put_unit(w, at, THEIRS, x);
	} else {
		put_changed(w, at, x);
	}
}

void weave_step(struct mergeweave *w, const struct merge_step *step)
{
	long at[SIDES];
	str text = {0};

	for (int s = 0; s < SIDES; s++) {
		at[s] = step->at[s] == STR_NONE ? WEAVE_NOWHERE : (long)step->at[s];
		if (at[s] >= 0 && (s != THEIRS || !text.p))
			text = w->u[s].v[at[s]].text;
	}
	if (step->kind != STEP_LINE)
		mark(w, step->kind);
	else
		put(w, at, false, text);
}

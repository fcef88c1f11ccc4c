#include "text/log.h"
#include "base/sorted.h"
#include "text/entrydoc.h"
#include "text/lines.h"
#include "text/logplace.h"
#include "text/yamlplace.h"
#include <string.h>

#define NUMBER_MOST 999999999 /* of a list in CommonMark */

static str refuse(struct arena *a, struct fault *why, size_t line, const char *what)
{
	*why = (struct fault){line, 0, arena_dup(a, str_of(what))};
	return (str){NULL, 0};
}

static bool is_blank(str text)
{
	return str_trim(text).n == 0;
}

static bool ends_in_eol(str s)
{
	return s.n == 0 || str_chomp(s).n < s.n;
}

/* The line end that stands before `at`, else the note's. */
static str eol_before(const struct entrydoc *d, size_t at)
{
	str head = str_head(d->body.bytes, at), eol = str_skip(head, str_chomp(head).n);

	return eol.n ? eol : d->pieces.eol;
}

/* Adding. */

/* Of an item in a numbered list; 0: in none. */
static long number_of(const struct entrydoc *d, const struct body_block *k)
{
	size_t marker = entrydoc_marker(&d->body, k) - 1;
	long number = 0;

	str_long(str_between(d->body.bytes.p + k->at, d->body.bytes.p + marker), &number);
	return number;
}

/* The number of an item at this place: its neighbours say whether they count up, down, or not at all. */
static long next_number(const struct entrydoc *d, const struct logplace_items *l, size_t place)
{
	size_t pair = place == l->n && place > 1 ? place - 1 : place ? place : 1;
	long near = number_of(d, l->v[place ? place - 1 : 0].k), step = place ? 1 : 0;

	if (l->n > 1)
		step = number_of(d, l->v[pair].k) - number_of(d, l->v[pair - 1].k);
	step = step > 0 ? 1 : step < 0 ? -1 : 0;
	long number = place ? near + step : near - step;
	return number < 1 || number > NUMBER_MOST ? near : number;
}

/* Indent, marker and gap of an item, to be copied, with another number in a numbered list. */
static str lead_of(struct arena *a, const struct entrydoc *d, const struct body_block *k, long number)
{
	str body = d->body.bytes;
	size_t start = yamlplace_line(body, k->at), marker = entrydoc_marker(&d->body, k),
	       gap = yamlplace_skip_blanks(body, marker);
	str bare = str_between(body.p + start, body.p + marker), lead = str_between(body.p + start, body.p + gap);
	str blanks = str_skip(lead, bare.n);

	if (gap == marker || gap == yamlplace_line_end(body, gap) || lines_columns(lead) - lines_columns(bare) > 4)
		blanks = S(" ");
	if (marker - 1 > k->at)
		bare = arena_printf(
			a, FMT "%ld%c", ARG(str_between(body.p + start, body.p + k->at)), number, body.p[marker - 1]);
	return arena_printf(a, FMT FMT, ARG(bare), ARG(blanks));
}

/* The entry as a list item; its further lines stand below its first. Without the last line end. */
static str item_text(struct arena *a, str lead, str entry, str eol)
{
	struct strs parts = {0};
	size_t width = lines_columns(lead);
	char *blanks = memset(arena_alloc(a, width + 1), ' ', width);
	str line;

	for (bool first = true; str_line(&entry, &line); first = false) {
		line = str_chomp(line);
		if (!first)
			strs_add(a, &parts, eol);
		if (!is_blank(line))
			strs_add(a, &parts, first ? lead : (str){blanks, width});
		strs_add(a, &parts, line);
	}
	return strs_join(a, parts, S(""));
}

static bool has_gap(const struct body *b, const struct body_block *before, const struct body_block *after)
{
	return before->end < yamlplace_line(b->bytes, after->at);
}

/* Behind a neighbour where there is one, so that taking it out again finds the blank line to take with it. */
static struct entrydoc_patch patch_in_list(
	struct arena *a, const struct entrydoc *d, const struct logplace *log, str entry)
{
	const struct body *b = &d->body;
	const struct logplace_items *l = &log->list;
	size_t place = log->before, pair = place == l->n && place ? place - 1 : place ? place : 1;
	const struct body_block *near = l->v[place ? place - 1 : 0].k;
	str eol = eol_before(d, near->end),
	    text = item_text(a, lead_of(a, d, near, next_number(d, l, place)), entry, eol), gap = S("");
	size_t at = place ? near->end : yamlplace_line(b->bytes, near->at);

	if (l->n > 1 && has_gap(b, l->v[pair - 1].k, l->v[pair].k))
		gap = eol;
	if (place == 0)
		text = arena_printf(a, FMT FMT FMT, ARG(text), ARG(eol), ARG(gap));
	else if (ends_in_eol(str_head(b->bytes, at)))
		text = arena_printf(a, FMT FMT FMT, ARG(gap), ARG(text), ARG(eol));
	else
		text = arena_printf(a, FMT FMT FMT, ARG(eol), ARG(gap), ARG(text));
	return (struct entrydoc_patch){at, at, text};
}

static struct entrydoc_patch patch_below(
	struct arena *a, const struct entrydoc *d, const struct body_block *heading, str entry)
{
	str body = d->body.bytes, eol = eol_before(d, heading->end), text = item_text(a, S("- "), entry, eol);
	size_t at = heading->end, behind = yamlplace_next_line(body, at);
	str rest = str_skip(body, at), next = str_head(rest, behind - at);

	if (!ends_in_eol(str_head(body, at)))
		text = arena_printf(a, FMT FMT FMT, ARG(eol), ARG(eol), ARG(text));
	else if (is_blank(rest) && next.n && ends_in_eol(next))
		text = arena_printf(a, FMT FMT, ARG(text), ARG(eol)), at = behind;
	else
		text = arena_printf(
			a, FMT FMT FMT FMT, ARG(eol), ARG(text), ARG(eol), ARG(is_blank(next) ? S("") : eol));
	return (struct entrydoc_patch){at, at, text};
}

static struct entrydoc_patch patch_at_end(struct arena *a, const struct entrydoc *d, const char *marks, str entry)
{
	str body = d->body.bytes, eol = eol_before(d, body.n), text = item_text(a, S("- "), entry, eol);
	bool open = !ends_in_eol(d->note);
	size_t last = yamlplace_line(body, str_chomp(body).n);
	bool gap = body.n ? !is_blank(body) && !is_blank(str_skip(body, last)) : d->pieces.yaml.p != NULL;

	text = arena_printf(a, FMT FMT "%s" FMT FMT FMT FMT FMT, ARG(open ? eol : S("")), ARG(gap ? eol : S("")), marks,
		ARG(logplace_name(d)), ARG(eol), ARG(eol), ARG(text), ARG(open ? S("") : eol));
	return (struct entrydoc_patch){body.n, body.n, text};
}

/* Of an entry of several lines only the first was parsed. */
static bool is_wanted(const struct entry *e, const struct entry *wanted)
{
	return e->state == wanted->state && e->box == wanted->box && e->is_private == wanted->is_private &&
	       e->dir == wanted->dir && e->date == wanted->date && str_eq(e->time, wanted->time) &&
	       str_eq(e->kind, wanted->kind) && str_starts(e->text, wanted->text);
}

/* The note after the patch, if it has exactly the one entry more and nothing else became another thing. */
static str add_patch(struct arena *a, const struct entrydoc *d, const struct entrydoc_patch *p,
	const struct entry *wanted, size_t *line)
{
	struct entrydoc after = entrydoc_patch(a, d, p);
	const struct entry *e;

	if (!entrydoc_same(d, &after, p, &e) || !e || !is_wanted(e, wanted))
		return (str){NULL, 0};
	if (!is_blank(str_skip(str_head(after.body.bytes, p->at + p->text.n), e->block->end)))
		return (str){NULL, 0};
	*line = entrydoc_line(&after, e->line);
	return after.note;
}

/* The first of its further lines that would be an entry of its own; absent: none. */
static str nested_entry(struct arena *a, const struct entry_rules *rules, str entry)
{
	struct entry e;
	str line;
	for (bool first = true; str_line(&entry, &line); first = false) {
		line = str_trim(line);
		size_t marker = first ? 0 : lines_marker(line);
		if (marker && entry_parse(a, str_trim(str_skip(line, marker)), rules->marks, &e))
			return line;
	}
	return (str){0};
}

static str refuse_entry(struct arena *a, const struct entry_rules *rules, str entry, struct fault *why)
{
	str nested = nested_entry(a, rules, entry);
	if (!nested.p)
		return refuse(a, why, 0, "the entry would not stand as one: is there code or HTML without an end?");
	str text =
		arena_printf(a, "a line of it is an entry of its own, to be logged by itself: '" FMT "'", ARG(nested));
	return refuse(a, why, 0, text.p);
}

str log_add(struct arena *a, str note, const struct entry_rules *rules, str entry, struct fault *why, size_t *line)
{
	struct entrydoc d = entrydoc_parse(a, note, rules);
	struct entry wanted;
	struct entrydoc_patch p;

	entry = str_trim(entry);
	if (!entry_parse(a, str_head(entry, yamlplace_line_end(entry, 0)), rules->marks, &wanted))
		return refuse(a, why, 0, "no entry: it begins with neither a box nor a date");
	if (d.body.by_lines)
		return refuse(a, why, entrydoc_line(&d, d.body.fault.line), d.body.fault.text.p);
	wanted.is_private = logplace_private(a, &d);
	struct logplace log = logplace_find(a, &d, wanted.date);
	if (log.list.n)
		p = patch_in_list(a, &d, &log, entry);
	else if (log.heading)
		p = patch_below(a, &d, log.heading, entry);
	else if (log.comment)
		return refuse(a, why, entrydoc_line(&d, log.comment),
			"a comment without an end hides what is added: write %% where it ends");
	else
		p = patch_at_end(a, &d, "## ", entry);
	str after = add_patch(a, &d, &p, &wanted, line);
	if (!after.p && !log.list.n && !log.heading) {
		p = patch_at_end(a, &d, "# ", entry);
		after = add_patch(a, &d, &p, &wanted, line);
	}
	if (after.p)
		return after;
	return refuse_entry(a, rules, entry, why);
}

/* Adding many. */

struct insertion {
	size_t at;
	str text;
};

static int by_place(const void *x, const void *y)
{
	const struct insertion *a = x, *b = y;
	return (a->at > b->at) - (a->at < b->at);
}

static bool falls(const struct logplace_items *l)
{
	const struct entry *first = NULL, *last = NULL;

	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].e && l->v[i].e->date != DATE_NONE) {
			first = first ? first : l->v[i].e;
			last = l->v[i].e;
		}
	return first && first->date > last->date;
}

/* What stands between the first and the last insertion, with all of them. */
static struct entrydoc_patch join_insertions(
	struct arena *a, const struct entrydoc *d, const struct insertion *v, size_t n)
{
	struct buf text = {0};
	size_t at = v[0].at;

	for (size_t i = 0; i < n; i++) {
		buf_add(&text, str_between(d->body.bytes.p + at, d->body.bytes.p + v[i].at));
		buf_add(&text, v[i].text);
		at = v[i].at;
	}
	return (struct entrydoc_patch){v[0].at, at, arena_take(a, &text)};
}

/* All that were there, in their order, and among them those that were wanted, each once. */
static bool are_added(
	struct arena *a, const struct entrydoc *d, const struct entrydoc *after, const struct entry *wanted, size_t n)
{
	bool *found = arena_array(a, n, sizeof *found);
	size_t old = 0, left = n;

	for (size_t i = 0; i < after->entries.n; i++) {
		const struct entry *e = &after->entries.v[i];
		if (old < d->entries.n && entrydoc_same_entry(e, &d->entries.v[old])) {
			old++;
			continue;
		}
		for (size_t k = 0; k < n; k++)
			if (!found[k] && is_wanted(e, &wanted[k])) {
				found[k] = true;
				left--;
				break;
			}
	}
	return old == d->entries.n && left == 0 && after->entries.n == d->entries.n + n;
}

/* Absent: the note has no log yet, or the result is another than was meant. */
static str add_at_once(struct arena *a, str note, const struct entry_rules *rules, struct strs entries)
{
	struct entrydoc d = entrydoc_parse(a, note, rules);
	struct insertion *v = arena_array(a, entries.n, sizeof *v);
	struct entry *wanted = arena_array(a, entries.n, sizeof *wanted);

	for (size_t i = 0; i < entries.n; i++) {
		struct logplace log = {.before = 0};
		if (d.body.by_lines || !entry_parse(a, entries.v[i], rules->marks, &wanted[i]))
			return (str){NULL, 0};
		wanted[i].is_private = logplace_private(a, &d);
		log = logplace_find(a, &d, wanted[i].date);
		if (!log.list.n)
			return (str){NULL, 0};
		struct entrydoc_patch p = patch_in_list(a, &d, &log, entries.v[i]);
		v[falls(&log.list) ? entries.n - 1 - i : i] = (struct insertion){p.at, p.text};
	}
	sorted_sort(v, entries.n, sizeof *v, by_place);
	struct entrydoc_patch all = join_insertions(a, &d, v, entries.n);
	struct entrydoc after = entrydoc_patch(a, &d, &all);
	const struct entry *inside;
	bool good = entrydoc_same(&d, &after, &all, &inside) && are_added(a, &d, &after, wanted, entries.n);
	return good ? after.note : (str){NULL, 0};
}

str log_add_all(struct arena *a, str note, const struct entry_rules *rules, struct strs entries, struct fault *why)
{
	size_t line;

	for (size_t i = 0; i < entries.n && note.p; i++) {
		struct strs rest = {entries.v + i, entries.n - i};
		str all = rest.n > 1 && i < 2 ? add_at_once(a, note, rules, rest) : (str){NULL, 0};
		if (all.p)
			return all;
		note = log_add(a, note, rules, entries.v[i], why, &line);
	}
	return note;
}

/* Ticking and taking out. */

static struct entrydoc_patch patch_ticked(struct arena *a, const struct entrydoc *d, const struct entry *e, date done)
{
	const struct body_block *k = e->block;
	str text = entrydoc_text(&d->body, k), marker = str_between(d->body.bytes.p + k->at, text.p);
	size_t box = e->box ? entry_box_length(text) : 0, at, length = entry_day(text, box, &at);
	str between = str_between(text.p + box, text.p + at);
	bool gap = !e->box || between.n == 0, more = length == 0 && at < text.n;
	char day[DATE_TEXT];

	str ticked = arena_printf(a, FMT "[x]%s" FMT "%s%s", ARG(marker), gap ? " " : "", ARG(between),
		date_text(done, day), more ? " " : "");
	return (struct entrydoc_patch){k->at, k->text_at + at + length, ticked};
}

str log_tick(struct arena *a, str note, const struct entry_rules *rules, size_t line, date done, struct fault *why)
{
	struct entrydoc d = entrydoc_parse(a, note, rules);
	const struct entry *e = entrydoc_entry(&d, line), *ticked;

	if (!e || e->state != ENTRY_OPEN)
		return refuse(a, why, line, "no open entry");
	struct entrydoc_patch p = patch_ticked(a, &d, e, done);
	struct entrydoc after = entrydoc_patch(a, &d, &p);
	struct entry wanted = *e;
	wanted.state = ENTRY_DONE;
	wanted.box = true;
	wanted.date = done;
	wanted.inherited = false;
	if (entrydoc_same(&d, &after, &p, &ticked) && ticked && entrydoc_same_entry(ticked, &wanted))
		return after.note;
	return refuse(a, why, line, "this entry cannot be ticked without changing others");
}

str log_drop(struct arena *a, str note, const struct entry_rules *rules, size_t line, struct fault *why)
{
	struct entrydoc d = entrydoc_parse(a, note, rules);
	const struct entry *e = entrydoc_entry(&d, line), *dropped;

	if (!e || e->state != ENTRY_OPEN)
		return refuse(a, why, line, "no open entry");
	const struct body_block *k = e->block;
	str text = entrydoc_text(&d.body, k), marker = str_between(d.body.bytes.p + k->at, text.p);
	size_t box = e->box ? entry_box_length(text) : 0;
	str boxed = arena_printf(a, FMT "[-]%s", ARG(marker), box ? "" : " ");
	struct entrydoc_patch p = {k->at, k->text_at + box, boxed};
	struct entrydoc after = entrydoc_patch(a, &d, &p);
	struct entry wanted = *e;
	wanted.state = ENTRY_DROPPED;
	wanted.box = true;
	if (entrydoc_same(&d, &after, &p, &dropped) && dropped && entrydoc_same_entry(dropped, &wanted))
		return after.note;
	return refuse(a, why, line, "this entry cannot be dropped without changing others");
}

/* The item before or behind k in its list, with nothing but blank lines between. */
static const struct body_block *sibling(const struct entrydoc *d, const struct body_block *k, int step)
{
	str body = d->body.bytes;
	size_t i = (size_t)(k - d->body.blocks) + (size_t)step;

	while (i < d->body.count && (step > 0 ? d->body.blocks[i].at < k->end : d->body.blocks[i].parent != k->parent))
		i += (size_t)step;
	if (i >= d->body.count)
		return NULL;
	const struct body_block *s = &d->body.blocks[i];
	if (s->kind != BLOCK_ITEM || s->parent != k->parent || s->level != k->level)
		return NULL;
	const struct body_block *first = step > 0 ? k : s, *second = step > 0 ? s : k;
	return is_blank(str_between(body.p + first->end, body.p + second->at)) ? s : NULL;
}

static struct entrydoc_patch patch_without(const struct entrydoc *d, const struct body_block *k)
{
	str body = d->body.bytes;
	const struct body_block *before = sibling(d, k, -1), *behind = sibling(d, k, 1);
	size_t start = yamlplace_line(body, k->at), end = k->end;

	if (before && before->end < start)
		start = yamlplace_line(body, str_chomp(str_head(body, start)).n);
	else if (!before && behind && end < yamlplace_line(body, behind->at))
		end = yamlplace_next_line(body, end);
	if (end == body.n && !ends_in_eol(body))
		start = str_chomp(str_head(body, start)).n;
	return (struct entrydoc_patch){start, end, S("")};
}

str log_remove(struct arena *a, str note, const struct entry_rules *rules, size_t line, struct fault *why)
{
	struct entrydoc d = entrydoc_parse(a, note, rules);
	const struct entry *e = entrydoc_entry(&d, line), *left;

	if (!e)
		return refuse(a, why, line, "no entry");
	if (d.body.by_lines)
		return refuse(a, why, entrydoc_line(&d, d.body.fault.line), d.body.fault.text.p);
	str before = str_head(d.body.bytes, e->block->at);
	if (e->block->kind != BLOCK_ITEM || !is_blank(str_skip(before, yamlplace_line(before, before.n))))
		return refuse(a, why, line, "this entry does not stand in lines of its own");
	struct entrydoc_patch p = patch_without(&d, e->block);
	struct entrydoc after = entrydoc_patch(a, &d, &p);
	if (entrydoc_same(&d, &after, &p, &left))
		return after.note;
	return refuse(a, why, line, "this entry cannot be taken out without changing others");
}

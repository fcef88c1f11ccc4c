#include "merge/mergelevel.h"
#include "text/yamlplace.h"

struct fronts {
	struct merging *m;
	struct arena *a;
	struct map comments[SIDES]; /* lines of nothing else */
	struct buf *out;
};

static char yes; /* what is in a set */

static bool is_comment(str line)
{
	return str_starts(str_trim(line), S("#"));
}

static struct map comments_of(str yaml)
{
	struct map m = {0};
	str line;

	while (str_line(&yaml, &line))
		if (is_comment(line))
			map_put(&m, str_trim(line), &yes);
	return m;
}

/* Comments of ours but for those that theirs took out, then the new ones of theirs. */
static void write_comments(struct fronts *f, str ours, str theirs, bool blanks)
{
	str line;

	while (str_line(&ours, &line)) {
		str text = str_trim(line);
		if (is_comment(line) ? map_get(&f->comments[THEIRS], text) || !map_get(&f->comments[BASE], text)
				     : blanks)
			buf_add(f->out, line);
	}
	while (str_line(&theirs, &line)) {
		str text = str_trim(line);
		if (!is_comment(line) || map_get(&f->comments[OURS], text) || map_get(&f->comments[BASE], text))
			continue;
		map_put(&f->comments[OURS], text, &yes);
		buf_add(f->out, line);
	}
}

static str merge_beside(
	struct fronts *f, const struct mergelevel l[SIDES], const struct mergelevel_part *const p[SIDES])
{
	str b = p[BASE] && part_is_simple(p[BASE]) ? part_beside(&l[BASE], p[BASE]) : S("");
	str o = part_beside(&l[OURS], p[OURS]), t = part_beside(&l[THEIRS], p[THEIRS]);

	if (str_eq(o, b) || str_eq(o, t))
		return t;
	return str_eq(t, b) ? o : arena_printf(f->a, FMT "  " FMT, ARG(o), ARG(str_trim(t)));
}

/* "key: value  # comment" with another value. */
static void write_line(
	struct fronts *f, const struct mergelevel *l, const struct mergelevel_part *p, str value, str behind)
{
	str start = str_between(p->core.p, l->yaml.p + p->v->at);

	buf_add(f->out, start);
	if (value.n && str_ends(start, S(":")))
		buf_putc(f->out, ' ');
	buf_add(f->out, value);
	buf_add(f->out, behind);
	buf_add(f->out, str_skip(p->core, str_chomp(p->core).n));
}

static void write_kept(struct fronts *f, const struct mergelevel l[SIDES], const struct mergelevel_part *const p[SIDES],
	enum merge_side kept)
{
	const struct mergelevel_part *b = p[BASE], *o = p[OURS], *t = p[THEIRS];

	if (o && t && part_is_simple(o) && part_is_simple(t)) {
		bool alone = kept == OURS && !(b && str_eq(part_value(&l[OURS], o), part_value(&l[BASE], b)));
		str value = alone ? part_value(&l[OURS], o) : part_value(&l[THEIRS], t);
		write_line(f, &l[OURS], o, value, merge_beside(f, l, p));
	} else if (o && (!t || (kept == OURS && !(b && str_eq(o->core, b->core))))) {
		buf_add(f->out, o->core);
	} else if (t) {
		level_shift(f->out, t->core, l[THEIRS].indent, l[OURS].indent);
	}
}

/* "key: ours  # theirs: X"; what takes more than a line has the comment above. */
static void write_conflict(
	struct fronts *f, const struct mergelevel l[SIDES], const struct mergelevel_part *const p[SIDES])
{
	enum merge_side kept = p[OURS] ? OURS : THEIRS, other = p[OURS] ? THEIRS : OURS;
	const char *name = merge_label(f->m, other);
	const struct mergelevel_part *k = p[kept];
	str value = p[other] ? tree_inline(f->a, p[other]->v, false) : S("(removed)"), core = k->core;

	merge_conflict(f->m, k->v->key);
	if (part_is_simple(k) && (!p[other] || part_is_simple(p[other]))) {
		str behind = p[other] ? merge_beside(f, l, p) : part_beside(&l[kept], k);
		struct mergelevel_part moved = *k;
		moved.core = str_skip(core, yamlplace_skip_blanks(core, 0));
		level_indent(f->out, l[OURS].indent);
		write_line(f, &l[kept], &moved, part_value(&l[kept], k),
			arena_printf(f->a, FMT "  # %s: " FMT, ARG(behind), name, ARG(value)));
		return;
	}
	level_indent(f->out, l[OURS].indent);
	buf_printf(
		f->out, "# %s: " FMT ": " FMT FMT, name, ARG(tree_key(f->a, k->v, false)), ARG(value), ARG(f->m->eol));
	level_shift(f->out, core, l[kept].indent, l[OURS].indent);
}

static void write_block_list(struct fronts *f, const struct mergelevel l[SIDES],
	const struct mergelevel_part *const p[SIDES], const struct value_items *items)
{
	const struct mergelevel_part *o = p[OURS], *t = p[THEIRS];
	str first = part_item(&l[OURS], o, o->v->first), theirs = {0};
	size_t indent = yamlplace_skip_blanks(first, 0);

	if (!t->made && !t->v->style && t->v->first)
		theirs = part_item(&l[THEIRS], t, t->v->first);
	buf_add(f->out, str_between(o->core.p, first.p));
	for (size_t i = 0; i < items->n; i++)
		if (i < items->ours) {
			buf_add(f->out, part_item(&l[OURS], o, items->v[i]));
		} else if (theirs.p) {
			level_shift(f->out, part_item(&l[THEIRS], t, items->v[i]), yamlplace_skip_blanks(theirs, 0),
				indent);
		} else {
			level_indent(f->out, indent);
			buf_printf(f->out, "- " FMT FMT, ARG(tree_inline(f->a, items->v[i], false)), ARG(f->m->eol));
		}
}

/* "key: " with a value in one line, where there was one that may have had several. */
static void write_inline(struct fronts *f, const struct mergelevel *l, const struct mergelevel_part *p, str value)
{
	if (p->made || (!p->v->style && p->v->kind != VALUE_TEXT)) {
		level_indent(f->out, l->indent);
		buf_printf(f->out, FMT ": " FMT FMT, ARG(tree_key(f->a, p->v, false)), ARG(value), ARG(f->m->eol));
	} else {
		buf_add(f->out, str_between(p->core.p, l->yaml.p + p->v->at));
		buf_add(f->out, value);
		buf_add(f->out, str_between(l->yaml.p + p->v->end, p->core.p + p->core.n));
	}
}

static bool write_level(struct fronts *f, const struct mergelevel l[SIDES]);

static const struct value *part_map(const struct mergelevel_part *p)
{
	return p && p->v->kind == VALUE_MAP ? p->v : NULL;
}

/* Key by key, if ours is a block map and the others are written so that it can be. */
static bool write_map(struct fronts *f, const struct mergelevel l[SIDES], const struct mergelevel_part *const p[SIDES])
{
	struct mergelevel below[SIDES];
	str lines[SIDES];

	for (int s = 0; s < SIDES; s++) {
		lines[s] = part_lines(&l[s], p[s]);
		if (!lines[s].p)
			return false;
	}
	for (int s = 0; s < SIDES; s++)
		below[s] = level_of(f->m, l[s].yaml, part_map(p[s]), lines[s]);
	size_t start = f->out->n;
	buf_add(f->out, str_between(p[OURS]->core.p, lines[OURS].p));
	size_t head = f->out->n;
	bool good = write_level(f, below);
	if (good && f->out->n == head) {
		f->out->n = start;
		write_inline(f, &l[OURS], p[OURS], S("{}"));
	}
	for (int s = 0; s < SIDES; s++)
		map_release(&below[s].keys);
	return good;
}

static bool has_comment(str bytes)
{
	str line;

	for (str_line(&bytes, &line); str_line(&bytes, &line);)
		if (str_chr(line, '#') != STR_NONE)
			return true;
	return false;
}

static bool write_merged(struct fronts *f, const struct mergelevel l[SIDES],
	const struct mergelevel_part *const p[SIDES], enum verdict verdict)
{
	struct merge_versions x = {{p[BASE] ? p[BASE]->v : NULL, p[OURS]->v, p[THEIRS]->v}};
	const struct mergelevel_part *o = p[OURS];
	size_t conflicts = 0;

	for (int s = OURS; s <= THEIRS; s++)
		if (!p[s]->made && p[s]->v->style && has_comment(part_value(&l[s], p[s])))
			return false;
	if (!o->made && !o->v->style && o->v->first && verdict != MERGE_WORDS) {
		if (verdict == MERGE_MAP)
			return write_map(f, l, p);
		struct value_items items = tree_items(f->a, x);
		if (items.n)
			write_block_list(f, l, p, &items);
		else
			write_inline(f, &l[OURS], o, S("[]"));
		return true;
	}
	struct value *v = tree_merge(f->a, x, &conflicts);
	if (conflicts) {
		merge_conflict(f->m, o->v->key);
		level_indent(f->out, l[OURS].indent);
		buf_printf(f->out, "# %s: " FMT ": " FMT FMT, merge_label(f->m, THEIRS),
			ARG(tree_key(f->a, o->v, false)), ARG(tree_inline(f->a, p[THEIRS]->v, false)), ARG(f->m->eol));
	}
	write_inline(f, &l[OURS], o, tree_inline(f->a, v, false));
	return true;
}

/* The comment that one side put beside a key, where the line is written as the other has it: above it. */
static void keep_comments(
	struct fronts *f, const struct mergelevel l[SIDES], const struct mergelevel_part *const p[SIDES], size_t start)
{
	for (int s = OURS; s <= THEIRS; s++) {
		str comment = p[s] ? part_comment(&l[s], p[s]) : S("");
		str written = str_skip(buf_str(f->out), start);
		if (!comment.n || str_find(written, comment) != STR_NONE ||
			(p[BASE] && str_find(p[BASE]->core, comment) != STR_NONE))
			continue;
		written = arena_dup(f->a, written);
		f->out->n = start;
		level_indent(f->out, l[OURS].indent);
		buf_printf(f->out, FMT FMT FMT, ARG(comment), ARG(f->m->eol), ARG(written));
	}
}

/* A map that one side alone changed, where the other changed comments in it. */
static bool write_commented(struct fronts *f, const struct mergelevel l[SIDES],
	const struct mergelevel_part *const p[SIDES], enum verdict verdict)
{
	const struct mergelevel_part *other = p[verdict == KEEP_OURS ? THEIRS : OURS];
	size_t start = f->out->n;

	for (int s = 0; s < SIDES; s++)
		if (!p[s] || p[s]->made || p[s]->v->kind != VALUE_MAP || p[s]->v->style)
			return false;
	if (!str_eq(other->core, p[BASE]->core) && write_map(f, l, p))
		return true;
	f->out->n = start;
	return false;
}

static bool write_value(struct fronts *f, const struct mergelevel l[SIDES],
	const struct mergelevel_part *const p[SIDES], enum verdict verdict)
{
	if (verdict == KEEP_OURS || verdict == KEEP_THEIRS) {
		if (!write_commented(f, l, p, verdict))
			write_kept(f, l, p, verdict == KEEP_OURS ? OURS : THEIRS);
	} else if (verdict == CONFLICT)
		write_conflict(f, l, p);
	else if (verdict != DROP && p[OURS] && p[THEIRS])
		return write_merged(f, l, p, verdict);
	return true;
}

static bool write_key(struct fronts *f, const struct mergelevel l[SIDES], const struct mergelevel_part *const p[SIDES])
{
	enum verdict verdict = tree_judge((struct merge_versions){
		{p[BASE] ? p[BASE]->v : NULL, p[OURS] ? p[OURS]->v : NULL, p[THEIRS] ? p[THEIRS]->v : NULL}});

	write_comments(f, p[OURS] ? p[OURS]->lead : S(""), p[THEIRS] ? p[THEIRS]->lead : S(""), verdict != DROP);
	size_t start = f->out->n;
	bool good = write_value(f, l, p, verdict);
	keep_comments(f, l, p, start);
	return good;
}

static bool write_level(struct fronts *f, const struct mergelevel l[SIDES])
{
	struct mergelevel with_indent[SIDES];

	for (int s = 0; s < SIDES; s++)
		with_indent[s] = l[s];
	if (!l[OURS].n)
		with_indent[OURS].indent = l[THEIRS].indent;
	for (int s = OURS; s <= THEIRS; s++)
		for (size_t i = 0; i < l[s].n; i++) {
			str key = l[s].v[i].v->key;
			const struct mergelevel_part *p[SIDES];
			for (int k = 0; k < SIDES; k++)
				p[k] = k == s ? &l[s].v[i] : map_get(&l[k].keys, key);
			if (!(s == THEIRS && p[OURS]) && !write_key(f, with_indent, p))
				return false;
		}
	write_comments(f, l[OURS].tail, l[THEIRS].tail, true);
	return true;
}

static bool has_duplicates(const struct value *v)
{
	for (const struct value *i = v->first; i; i = i->next)
		if (i->duplicate || has_duplicates(i))
			return true;
	return false;
}

static bool write_root(struct fronts *f, const struct front front[SIDES])
{
	struct mergelevel l[SIDES];
	bool good = true;

	for (int s = 0; s < SIDES; s++) {
		l[s] = level_of(f->m, front[s].yaml, front[s].root, front[s].yaml);
		f->comments[s] = comments_of(front[s].yaml);
		good = good && (!front[s].root || (!has_duplicates(front[s].root) &&
							  (front[s].root->style ||
								  level_is_regular(front[s].yaml, front[s].root))));
	}
	good = good && !(front[OURS].root && front[OURS].root->style) && write_level(f, l);
	for (int s = 0; s < SIDES; s++) {
		map_release(&l[s].keys);
		map_release(&f->comments[s]);
	}
	return good;
}

bool merge_front(struct merging *m, const str yaml[SIDES], struct buf *out)
{
	struct fronts f = {.m = m, .a = m->a, .out = out};
	struct front front[SIDES], after;
	struct value none = {.kind = VALUE_MAP};
	struct merge_versions x;
	size_t conflicts = 0, before = m->m->conflicts.n;

	for (int s = 0; s < SIDES; s++) {
		if (!front_parse(m->a, yaml[s], 1, &front[s]))
			return false;
		x.v[s] = front[s].root ? front[s].root : &none;
	}
	struct value *want = tree_maps(m->a, x, &conflicts);
	if (x.v[OURS]->style && !conflicts && !has_comment(yaml[OURS]))
		buf_printf(out, FMT FMT, ARG(tree_inline(m->a, want, true)), ARG(m->eol));
	else if (!write_root(&f, front))
		return false;
	return front_parse(m->a, buf_str(out), 1, &after) && value_same(want, after.root ? after.root : &none) &&
	       (conflicts > 0) == (m->m->conflicts.n > before);
}

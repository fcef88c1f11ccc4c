#include "query/order.h"

#include "base/diag.h"
#include "base/natural.h"
#include "note/spelling.h"
#include "note/vocabulary.h"
#include "base/utf8.h"
#include "base/sorted.h"
#include <errno.h>
#include <string.h>

static const char *wanted;

const struct opt order_options[] = {
	{'S', "sort", OPT_LIST, &wanted, "FIELDS", "in the order of these fields: last:desc,name"},
	OPT_END,
};

/* What a value is, in this order whichever way the field is sorted. */
enum rank { RANK_VALUE, RANK_YEARLESS, RANK_TEXT, RANK_MISSING };

struct key {
	enum rank rank;
	double number; /* RANK_VALUE, RANK_YEARLESS */
	str sortkey;   /* RANK_TEXT */
	str text;
};

struct row {
	str path;
	size_t at;         /* the place it came in */
	struct note *kept; /* from a stream; NULL: the book has it */
	struct key *keys;
};

static struct fields { /* of -S */
	struct sorted {
		str name;
		bool down, seen;
	} * v;
	size_t n;
} fields;

struct ordering {
	struct pick *pick;
	struct row *rows;
	size_t n;
};

static void read_fields(struct arena *a)
{
	str rest = str_of(wanted), piece;
	fields.n = 0;
	while (str_cut(&rest, ',', &piece)) {
		size_t colon = str_chr(piece, ':');
		str name = str_trim(str_head(piece, colon)), way = str_trim(str_skip(piece, colon));
		bool down = str_eq(way, S(":desc"));
		if (!name.n)
			die("-S: a field is missing in '%s'", wanted);
		if (way.n && !down && !str_eq(way, S(":asc")))
			die("-S: ':asc' or ':desc' may follow a field, not '" FMT "'", ARG(way));
		fields.v = arena_more(a, fields.v, fields.n, sizeof *fields.v);
		fields.v[fields.n++] = (struct sorted){field_key(name), down, false};
	}
}

/* The text, typed by its field, else as a number where it is one. */
static void read_text(struct note *n, str name, struct key *k)
{
	struct partial p;
	struct span span;
	k->rank = RANK_VALUE;
	switch (field_type(name)) {
	case FIELD_DATE:
		if (partial_parse(k->text, &p)) {
			k->rank = p.year ? RANK_VALUE : RANK_YEARLESS;
			k->number = p.year ? partial_first(p) : p.month * 31 + p.day;
			return;
		}
		break;
	case FIELD_SPAN:
		if (span_parse(k->text, &span)) {
			k->number = span_days(span);
			return;
		}
		break;
	default:
		if (query_number(k->text, &k->number))
			return;
	}
	k->rank = RANK_TEXT;
	k->sortkey = utf8_sortkey(n->arena, links_shown(n->arena, k->text));
}

/* As a column shows it: an annotation, else the field; its first value. */
static struct key key_of(struct note *n, const struct people *p, str name)
{
	struct key k = {.rank = RANK_MISSING};
	struct strs texts = note_annotation_list(n, name);
	struct field f = {.texts = texts};
	if (!texts.n)
		f = field_get(n, p, name);
	k.text = f.texts.n ? str_trim(f.texts.v[0]) : (str){0};
	if (f.counted) {
		k.rank = RANK_VALUE;
		k.number = (double)f.count;
		k.text = (str){0};
	} else if (k.text.n) {
		read_text(n, name, &k);
	}
	return k;
}

static bool keep(struct note *n, void *ctx)
{
	struct ordering *o = ctx;
	struct arena *a = &o->pick->arena;
	o->rows = arena_more(a, o->rows, o->n, sizeof *o->rows);
	struct row *row = &o->rows[o->n];
	*row = (struct row){.at = o->n++, .keys = arena_array(a, fields.n, sizeof *row->keys)};
	for (size_t i = 0; i < fields.n; i++) {
		struct key k = key_of(n, o->pick->people, fields.v[i].name);
		bool same = k.sortkey.p == k.text.p && k.sortkey.n == k.text.n;
		k.text = arena_dup(a, k.text);
		k.sortkey = same ? k.text : arena_dup(a, k.sortkey);
		row->keys[i] = k;
		fields.v[i].seen |= k.rank != RANK_MISSING;
	}
	if (o->pick->stream) {
		row->kept = arena_alloc(a, sizeof *row->kept);
		*row->kept = note_keep(a, n);
	} else {
		row->path = arena_dup(a, n->path);
	}
	return true;
}

static int by_value(const struct key *a, const struct key *b)
{
	if (a->rank != RANK_TEXT && a->number != b->number)
		return a->number < b->number ? -1 : 1;
	int order = natural_cmp(a->sortkey, b->sortkey);
	return order ? order : str_cmp(a->text, b->text);
}

static int by_keys(const void *x, const void *y)
{
	const struct row *a = x, *b = y;
	for (size_t i = 0; i < fields.n; i++) {
		const struct key *k = &a->keys[i], *l = &b->keys[i];
		if (k->rank != l->rank)
			return k->rank < l->rank ? -1 : 1;
		int order = by_value(k, l);
		if (order)
			return fields.v[i].down ? -order : order;
	}
	return a->at < b->at ? -1 : 1;
}

/* A slip of the pen leaves the order of the paths, which looks like an answer. */
static void check_fields(const struct ordering *o)
{
	for (size_t i = 0; i < fields.n; i++) {
		str name = fields.v[i].name, near = spelling_near(name);
		if (fields.v[i].seen || vocabulary_find(name) || pick_has_field(o->pick, name))
			continue;
		warn("-S: no note has a field '" FMT "'%s" FMT "%s", ARG(name), near.p ? "; did you mean '" : "",
			ARG(near.p ? near : S("")), near.p ? "'?" : "");
	}
}

/* Reads the note of a row; false: it is not to be had any more. */
static bool note_of(struct pick *p, const struct row *row, struct arena *a, struct buf *buf, struct note *n)
{
	if (row->kept) {
		*n = *row->kept;
		n->arena = a;
		note_begin(n);
		return true;
	}
	if (book_load(&p->book, a, buf, row->path, n))
		return note_ok(n);
	if (errno != ENOENT)
		warn_at(book_shown(&p->book, a, row->path), 0, 0, "%s", strerror(errno));
	return false;
}

static void visit_rows(struct ordering *o, visit_fn *visit, void *ctx)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	bool more = true;
	for (size_t i = 0; more && i < o->n; i++) {
		arena_reset(&a);
		if (note_of(o->pick, &o->rows[i], &a, &buf, &n))
			more = visit(&n, ctx);
	}
	buf_release(&buf);
	arena_release(&a);
}

void order_each(struct pick *p, visit_fn *visit, void *ctx)
{
	struct ordering o = {.pick = p};
	if (!wanted) {
		pick_each(p, visit, ctx);
		return;
	}
	read_fields(&p->arena);
	for (size_t i = 0; i < fields.n; i++)
		if (field_computed(fields.v[i].name))
			pick_read_people(p);
	pick_each(p, keep, &o);
	sorted_sort(o.rows, o.n, sizeof *o.rows, by_keys);
	check_fields(&o);
	visit_rows(&o, visit, ctx);
}

#include "base/align.h"
#include "base/map.h"
#include <string.h>

#define DEPTH_MOST 64

struct line {                /* of one line's text in the range at hand */
	uint32_t in_x, in_y; /* how often */
	size_t y;            /* where, in y */
};

struct range {
	size_t x, x_end, y, y_end;
};

struct aligning {
	struct arena *a;
	struct line **x, **y; /* equal lines share one */
	size_t *mate;
	uint16_t *cells;
	size_t room; /* for so many */
};

static struct line **intern(struct arena *a, struct map *m, struct strs list)
{
	struct line **v = arena_array(a, list.n, sizeof(*v)), *p;

	for (size_t i = 0; i < list.n; i++) {
		p = map_get(m, list.v[i]);
		if (!p) {
			p = arena_alloc(a, sizeof *p);
			map_put(m, list.v[i], p);
		}
		v[i] = p;
	}
	return v;
}

static void take_ends(struct aligning *w, struct range *r)
{
	while (r->x < r->x_end && r->y < r->y_end && w->x[r->x] == w->y[r->y])
		w->mate[r->x++] = r->y++;
	while (r->x < r->x_end && r->y < r->y_end && w->x[r->x_end - 1] == w->y[r->y_end - 1])
		w->mate[--r->x_end] = --r->y_end;
}

/* The lines of x, in order, that are unique in both. */
static size_t *find_unique(struct aligning *w, const struct range *r, size_t *n)
{
	size_t *found = arena_array(w->a, r->x_end - r->x, sizeof *found);

	for (size_t i = r->x; i < r->x_end; i++)
		w->x[i]->in_x = w->x[i]->in_y = 0;
	for (size_t i = r->y; i < r->y_end; i++)
		w->y[i]->in_x = w->y[i]->in_y = 0;
	for (size_t i = r->x; i < r->x_end; i++)
		w->x[i]->in_x++;
	for (size_t i = r->y; i < r->y_end; i++) {
		w->y[i]->in_y++;
		w->y[i]->y = i;
	}
	*n = 0;
	for (size_t i = r->x; i < r->x_end; i++)
		if (w->x[i]->in_x == 1 && w->x[i]->in_y == 1)
			found[(*n)++] = i;
	return found;
}

/* Of these lines of x the longest run whose mates rise; to the front of the array. */
static size_t keep_rising(struct aligning *w, size_t *v, size_t n)
{
	size_t *pile = arena_array(w->a, n, sizeof *pile), *below = arena_array(w->a, n, sizeof *below), piles = 0;

	for (size_t i = 0; i < n; i++) {
		size_t low = 0, high = piles;
		while (low < high) {
			size_t middle = (low + high) / 2;
			if (w->x[v[pile[middle]]]->y < w->x[v[i]]->y)
				low = middle + 1;
			else
				high = middle;
		}
		below[i] = low ? pile[low - 1] : STR_NONE;
		pile[low] = i;
		piles = low == piles ? piles + 1 : piles;
	}
	size_t *kept = arena_array(w->a, piles, sizeof *kept);
	for (size_t i = piles ? pile[piles - 1] : STR_NONE, k = piles; i != STR_NONE; i = below[i])
		kept[--k] = v[i];
	if (piles)
		memcpy(v, kept, piles * sizeof *v);
	return piles;
}

static void longest_common(struct aligning *w, const struct range *r)
{
	size_t m = r->x_end - r->x, n = r->y_end - r->y, width = n + 1;

	if (m >= UINT16_MAX || n >= UINT16_MAX || (m + 1) * width > ALIGN_CELLS)
		return;
	if (w->room < (m + 1) * width) {
		w->room = 2 * (m + 1) * width;
		w->cells = arena_array(w->a, w->room, sizeof *w->cells);
	}
	memset(w->cells, 0, (m + 1) * width * sizeof *w->cells);
	for (size_t i = m; i-- > 0;)
		for (size_t j = n; j-- > 0;) {
			uint16_t down = w->cells[(i + 1) * width + j], right = w->cells[i * width + j + 1];
			bool same = w->x[r->x + i] == w->y[r->y + j];
			w->cells[i * width + j] = same           ? (uint16_t)(w->cells[(i + 1) * width + j + 1] + 1)
						  : down > right ? down
								 : right;
		}
	for (size_t i = 0, j = 0; i < m && j < n;)
		if (w->x[r->x + i] == w->y[r->y + j]) {
			w->mate[r->x + i] = r->y + j;
			i++;
			j++;
		} else if (w->cells[(i + 1) * width + j] >= w->cells[i * width + j + 1]) {
			i++;
		} else {
			j++;
		}
}

static void align_range(struct aligning *w, struct range r, int depth)
{
	size_t n, *sure;

	take_ends(w, &r);
	if (r.x == r.x_end || r.y == r.y_end)
		return;
	sure = find_unique(w, &r, &n);
	n = keep_rising(w, sure, n);
	if (!n || depth == DEPTH_MOST) {
		longest_common(w, &r);
		return;
	}
	for (size_t i = 0; i < n; i++)
		w->mate[sure[i]] = w->x[sure[i]]->y;
	for (size_t i = 0; i <= n; i++) {
		size_t x_end = i < n ? sure[i] : r.x_end, y_end = i < n ? w->mate[sure[i]] : r.y_end;
		align_range(w, (struct range){r.x, x_end, r.y, y_end}, depth + 1);
		if (i < n) {
			r.x = x_end + 1;
			r.y = y_end + 1;
		}
	}
}

size_t *align(struct arena *a, struct strs x, struct strs y)
{
	struct aligning w = {.a = a, .mate = arena_array(a, x.n, sizeof *w.mate)};
	struct map m = {0};

	w.x = intern(a, &m, x);
	w.y = intern(a, &m, y);
	map_release(&m);
	for (size_t i = 0; i < x.n; i++)
		w.mate[i] = STR_NONE;
	align_range(&w, (struct range){0, x.n, 0, y.n}, 0);
	return w.mate;
}

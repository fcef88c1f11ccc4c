#include "base/networkpath.h"

#include "base/sorted.h"
#include <string.h>

#define FAR  UINT64_MAX
#define UNIT (1 << 20) /* of a length: sums of whole numbers are the same in any order */
#define HOPS 64        /* below it a hop counts 1, so that of equal lengths fewer hops are less */

struct step {
	uint64_t cost;
	uint32_t node;
};

struct found { /* a path, or one that may be the next */
	struct networkpath path;
	uint64_t cost;
	uint32_t from;   /* where it leaves the path that it was made of */
	uint32_t shared; /* how many nodes with the path at hand */
};

struct networkpaths_work {
	struct arena *arena;
	uint64_t *left;   /* from each node to the nearest target */
	uint64_t *cost;   /* from the spur, of this search */
	uint32_t *back;   /* the arc's other end on the way there */
	uint32_t *by;     /* the edge of it */
	uint32_t *seen;   /* the search that saw it last */
	uint32_t *shut;   /* the search in which it is not to be entered */
	uint32_t *denied; /* the search in which it is not the first step */
	uint8_t *is_target;
	struct step *heap;
	size_t heap_count;
	uint32_t search;
	struct found *done, *waiting; /* given; candidates, a heap by which is the next */
	size_t done_count, waiting_count;
	bool begun;
};

static uint64_t cost_of(double length)
{
	if (!(length >= 0 && length <= NETWORKPATH_MOST))
		return FAR;
	return (uint64_t)(length * UNIT + 0.5) * HOPS + 1;
}

/* --- a binary heap */

static bool before(struct step x, struct step y)
{
	return x.cost != y.cost ? x.cost < y.cost : x.node < y.node;
}

static void push(struct networkpaths_work *w, struct step s)
{
	w->heap = arena_more(w->arena, w->heap, w->heap_count, sizeof *w->heap);
	size_t i = w->heap_count++;
	for (; i && before(s, w->heap[(i - 1) / 2]); i = (i - 1) / 2)
		w->heap[i] = w->heap[(i - 1) / 2];
	w->heap[i] = s;
}

static struct step pop(struct networkpaths_work *w)
{
	struct step top = w->heap[0], last = w->heap[--w->heap_count];
	size_t i = 0;
	for (size_t child; (child = 2 * i + 1) < w->heap_count; i = child) {
		child += child + 1 < w->heap_count && before(w->heap[child + 1], w->heap[child]);
		if (!before(w->heap[child], last))
			break;
		w->heap[i] = w->heap[child];
	}
	w->heap[i] = last;
	return top;
}

/* --- how far it is to a target */

static void measure(struct networkpaths *p)
{
	struct networkpaths_work *w = p->work;
	const struct network *g = p->g;
	memset(w->left, 0xff, g->nodes * sizeof *w->left);
	for (size_t i = 0; i < p->target_count; i++) {
		w->left[p->targets[i]] = 0;
		push(w, (struct step){0, p->targets[i]});
	}
	while (w->heap_count) {
		struct step s = pop(w);
		for (uint32_t i = g->start[s.node]; s.cost == w->left[s.node] && i < g->start[s.node + 1]; i++) {
			uint64_t cost = cost_of(p->lengths[g->arcs[i].edge]);
			if (cost == FAR || s.cost + cost >= w->left[g->arcs[i].to])
				continue;
			w->left[g->arcs[i].to] = s.cost + cost;
			push(w, (struct step){s.cost + cost, g->arcs[i].to});
		}
	}
}

/* --- from a spur to a target */

static void reach(struct networkpaths_work *w, uint32_t node, uint32_t from, uint32_t edge, uint64_t cost)
{
	bool again = w->seen[node] == w->search;
	if (w->left[node] == FAR || w->shut[node] || (again && cost > w->cost[node]))
		return;
	if (again && cost == w->cost[node] && from >= w->back[node])
		return;
	bool nearer = !again || cost < w->cost[node];
	w->seen[node] = w->search;
	w->cost[node] = cost;
	w->back[node] = from;
	w->by[node] = edge;
	if (nearer)
		push(w, (struct step){cost + w->left[node], node});
}

static void go_on(struct networkpaths *p, uint32_t node, bool first)
{
	struct networkpaths_work *w = p->work;
	for (uint32_t i = p->g->start[node]; i < p->g->start[node + 1]; i++) {
		struct network_arc arc = p->g->arcs[i];
		uint64_t cost = cost_of(p->lengths[arc.edge]);
		if (cost != FAR && !(first && w->denied[arc.to] == w->search))
			reach(w, arc.to, node, arc.edge, w->cost[node] + cost);
	}
}

/* The nearest target from what was pushed; NETWORK_NONE. What lies ahead is known but for what is shut, so the search
 * goes almost straight; all that is no farther is looked at, for which of equal ways is first not to be chance. */
static uint32_t search(struct networkpaths *p)
{
	struct networkpaths_work *w = p->work;
	uint32_t end = NETWORK_NONE;
	uint64_t best = FAR;
	while (w->heap_count) {
		struct step s = pop(w);
		if (s.cost > best)
			break;
		if (s.cost != w->cost[s.node] + w->left[s.node])
			continue;
		if (!w->is_target[s.node]) {
			go_on(p, s.node, false);
		} else if (end == NETWORK_NONE || s.node < end) {
			end = s.node;
			best = s.cost;
		}
	}
	w->heap_count = 0;
	return end;
}

/* --- Yen: each path leaves one that was found, at each of its nodes */

static void make_room(struct networkpaths_work *w, struct networkpath *path, uint32_t n)
{
	path->n = n;
	path->nodes = arena_array(w->arena, n, sizeof *path->nodes);
	path->edges = arena_array(w->arena, n, sizeof *path->edges);
}

/* The first n nodes of the old path, and the way that was found from there. */
static struct networkpath join(struct networkpaths *p, const struct networkpath *old, uint32_t n, uint32_t end)
{
	struct networkpaths_work *w = p->work;
	struct networkpath path = {0};
	uint32_t more = 0, spur = n ? old->nodes[n - 1] : NETWORK_NONE;
	for (uint32_t v = end; v != spur; v = w->back[v])
		more++;
	make_room(w, &path, n + more);
	for (uint32_t i = 0; i < n; i++) {
		path.nodes[i] = old->nodes[i];
		if (i + 1 < n)
			path.edges[i] = old->edges[i];
	}
	for (uint32_t v = end, i = n + more; v != spur; v = w->back[v]) {
		path.nodes[--i] = v;
		if (i)
			path.edges[i - 1] = w->by[v];
	}
	for (uint32_t i = 0; i + 1 < path.n; i++)
		path.length += p->lengths[path.edges[i]];
	return path;
}

static bool sooner(const struct found *x, const struct found *y)
{
	if (x->cost != y->cost)
		return x->cost < y->cost;
	for (uint32_t i = 0; i < x->path.n && i < y->path.n; i++)
		if (x->path.nodes[i] != y->path.nodes[i])
			return x->path.nodes[i] < y->path.nodes[i];
	return x->path.n < y->path.n;
}

static void wait(struct networkpaths_work *w, struct found f)
{
	w->waiting = arena_more(w->arena, w->waiting, w->waiting_count, sizeof *w->waiting);
	size_t i = w->waiting_count++;
	for (; i && sooner(&f, &w->waiting[(i - 1) / 2]); i = (i - 1) / 2)
		w->waiting[i] = w->waiting[(i - 1) / 2];
	w->waiting[i] = f;
}

static struct found take(struct networkpaths_work *w)
{
	struct found top = w->waiting[0], last = w->waiting[--w->waiting_count];
	size_t i = 0;
	for (size_t child; (child = 2 * i + 1) < w->waiting_count; i = child) {
		child += child + 1 < w->waiting_count && sooner(&w->waiting[child + 1], &w->waiting[child]);
		if (!sooner(&w->waiting[child], &last))
			break;
		w->waiting[i] = w->waiting[child];
	}
	w->waiting[i] = last;
	return top;
}

/* Where the paths found that begin as this one, up to its node n, go from there. */
static void deny(struct networkpaths_work *w, const struct networkpath *path, uint32_t n)
{
	for (size_t i = 0; i < w->done_count; i++) {
		struct found *f = &w->done[i];
		if (f->shared + 1 < n || f->path.n <= n || (n && f->path.nodes[n - 1] != path->nodes[n - 1]))
			continue;
		f->shared = n;
		w->denied[f->path.nodes[n]] = w->search;
	}
}

/* The shortest of those that share the first n nodes of the path, and then do not go where one that was found goes.
 * behind: the cost of those n. */
static void leave_at(struct networkpaths *p, const struct networkpath *path, uint32_t n, uint64_t behind)
{
	struct networkpaths_work *w = p->work;
	w->search++;
	deny(w, path, n);
	if (n) {
		w->cost[path->nodes[n - 1]] = 0;
		go_on(p, path->nodes[n - 1], true);
	}
	for (size_t i = 0; !n && i < p->source_count; i++)
		if (w->denied[p->sources[i]] != w->search)
			reach(w, p->sources[i], NETWORK_NONE, 0, 0);
	uint32_t end = search(p);
	if (end != NETWORK_NONE)
		wait(w, (struct found){join(p, path, n, end), behind + w->cost[end], n, 0});
}

/* At each node from where it left the path that it was made of: before, all has been tried. */
static void leave_each(struct networkpaths *p, const struct found *f)
{
	struct networkpaths_work *w = p->work;
	const struct networkpath *path = &f->path;
	uint64_t behind = 0;
	for (size_t i = 0; i < w->done_count; i++)
		w->done[i].shared = 0;
	for (uint32_t n = 0; n < path->n; n++) {
		if (n)
			w->shut[path->nodes[n - 1]] = true;
		if (n > 1)
			behind += cost_of(p->lengths[path->edges[n - 2]]);
		if (n >= f->from)
			leave_at(p, path, n, behind);
		else
			deny(w, path, n);
	}
	for (uint32_t n = 0; n < path->n; n++)
		w->shut[path->nodes[n]] = false;
}

void networkpaths_begin(struct networkpaths *p)
{
	struct networkpaths_work *w = arena_alloc(&p->arena, sizeof *w);
	size_t n = (size_t)p->g->nodes + 1;
	uint32_t **each[] = {&w->back, &w->by, &w->seen, &w->denied};
	p->work = w;
	w->arena = &p->arena;
	w->left = arena_array(w->arena, n, sizeof *w->left);
	w->cost = arena_array(w->arena, n, sizeof *w->cost);
	w->is_target = arena_array(w->arena, n, 1);
	w->shut = arena_array(w->arena, n, sizeof *w->shut);
	for (size_t i = 0; i < sizeof each / sizeof *each; i++)
		*each[i] = arena_array(w->arena, n, sizeof **each[i]);
	for (size_t i = 0; i < p->target_count; i++)
		w->is_target[p->targets[i]] = 1;
	measure(p);
}

bool networkpaths_next(struct networkpaths *p, struct networkpath *out)
{
	struct networkpaths_work *w = p->work;
	if (!w->begun)
		leave_at(p, NULL, 0, 0);
	else if (w->done_count) {
		struct found last = w->done[w->done_count - 1];
		leave_each(p, &last);
	}
	w->begun = true;
	if (!w->waiting_count)
		return false;
	w->done = arena_more(w->arena, w->done, w->done_count, sizeof *w->done);
	w->done[w->done_count] = take(w);
	*out = w->done[w->done_count++].path;
	return true;
}

void networkpaths_release(struct networkpaths *p)
{
	arena_release(&p->arena);
	p->work = NULL;
}

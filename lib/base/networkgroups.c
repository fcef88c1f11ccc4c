#include "base/network.h"

#define TRIES      8       /* orders in which the nodes are asked, of which the best counts */
#define WORK       2000000 /* arcs that all tries may look at; there is always one */
#define ROUNDS     8
#define LEAST_GAIN 1e-9

/* A graph whose nodes are groups of the one below; weight inside of a node is in its degree only. */
struct level {
	uint32_t n, *start, *to;
	double *weight, *degree;
};

struct parting {
	struct arena *arena;
	struct level bottom;
	double total;    /* of all degrees */
	uint64_t random; /* 0: nodes are asked in their order */
};

static struct level level_new(struct arena *a, uint32_t n, size_t arcs)
{
	return (struct level){n, arena_array(a, (size_t)n + 1, sizeof(uint32_t)),
		arena_array(a, arcs + 1, sizeof(uint32_t)), arena_array(a, arcs + 1, sizeof(double)),
		arena_array(a, (size_t)n + 1, sizeof(double))};
}

static void read_network(struct parting *p, const struct network *g)
{
	struct level *l = &p->bottom;
	*l = level_new(p->arena, g->nodes, g->start[g->nodes]);
	memcpy(l->start, g->start, ((size_t)g->nodes + 1) * sizeof *l->start);
	for (uint32_t v = 0; v < g->nodes; v++)
		for (uint32_t i = g->start[v]; i < g->start[v + 1]; i++) {
			l->to[i] = g->arcs[i].to;
			l->weight[i] = g->edges[g->arcs[i].edge].weight;
			l->degree[v] += l->weight[i];
			p->total += l->weight[i];
		}
}

/* Numbers from 0 on in the order of their first node. How many. */
static uint32_t renumber(struct arena *a, uint32_t *group, uint32_t n)
{
	uint32_t *number = arena_array(a, (size_t)n + 1, sizeof *number), count = 0;
	for (uint32_t v = 0; v < n; v++) {
		if (!number[group[v]])
			number[group[v]] = ++count;
		group[v] = number[group[v]] - 1;
	}
	return count;
}

/* xorshift (Marsaglia 2003): the same in every run. */
static uint32_t draw(struct parting *p, uint32_t below)
{
	p->random ^= p->random << 13;
	p->random ^= p->random >> 7;
	p->random ^= p->random << 17;
	return (uint32_t)(p->random % below);
}

static uint32_t *order_of(struct parting *p, uint32_t n)
{
	uint32_t *order = arena_array(p->arena, (size_t)n + 1, sizeof *order);
	for (uint32_t v = 0; v < n; v++)
		order[v] = v;
	for (uint32_t v = n; p->random && v > 1; v--) {
		uint32_t other = draw(p, v), kept = order[v - 1];
		order[v - 1] = order[other];
		order[other] = kept;
	}
	return order;
}

struct moving {
	const struct level *l;
	uint32_t *group, *near; /* near: the groups that a node has arcs to */
	double *sum;            /* by group: of its degrees */
	double *link;           /* by group: from the node at hand */
	double total;
};

static uint32_t links_of(struct moving *m, uint32_t v)
{
	uint32_t n = 0;
	for (uint32_t i = m->l->start[v]; i < m->l->start[v + 1]; i++) {
		uint32_t c = m->group[m->l->to[i]];
		if (m->link[c] == 0)
			m->near[n++] = c;
		m->link[c] += m->l->weight[i];
	}
	return n;
}

/* What modularity gains by v in that group, but for a factor. */
static double gain(const struct moving *m, uint32_t v, uint32_t c)
{
	return m->link[c] - m->sum[c] * m->l->degree[v] / m->total;
}

static bool move(struct moving *m, uint32_t v)
{
	uint32_t n = links_of(m, v), own = m->group[v], best = own;
	m->sum[own] -= m->l->degree[v];
	double most = gain(m, v, own) + LEAST_GAIN * m->total;
	for (uint32_t i = 0; i < n; i++) {
		double g = gain(m, v, m->near[i]);
		if (m->near[i] != own && g > most) {
			most = g;
			best = m->near[i];
		}
	}
	for (uint32_t i = 0; i < n; i++)
		m->link[m->near[i]] = 0;
	m->sum[best] += m->l->degree[v];
	m->group[v] = best;
	return best != own;
}

/* Each node goes where it gains most, until none does. Whether one went. */
static bool move_all(struct parting *p, const struct level *l, uint32_t *group)
{
	struct arena *a = p->arena;
	size_t n = (size_t)l->n + 1;
	struct moving m = {l, group, arena_array(a, n, sizeof(uint32_t)), arena_array(a, n, sizeof(double)),
		arena_array(a, n, sizeof(double)), p->total};
	const uint32_t *order = order_of(p, l->n);
	bool any = false, moved = true;
	for (uint32_t v = 0; v < l->n; v++)
		m.sum[group[v]] += l->degree[v];
	for (int round = 0; moved && round < 100; round++) {
		moved = false;
		for (uint32_t i = 0; i < l->n; i++)
			moved |= move(&m, order[i]);
		any |= moved;
	}
	return any;
}

/* Nodes by their group: first[c] to first[c + 1] in *list. */
static uint32_t *members_of(struct arena *a, const uint32_t *group, uint32_t n, uint32_t groups, uint32_t **list)
{
	uint32_t *first = arena_array(a, (size_t)groups + 2, sizeof *first);
	*list = arena_array(a, (size_t)n + 1, sizeof **list);
	for (uint32_t v = 0; v < n; v++)
		first[group[v] + 2]++;
	for (uint32_t c = 0; c < groups; c++)
		first[c + 2] += first[c + 1];
	for (uint32_t v = 0; v < n; v++)
		(*list)[first[group[v] + 1]++] = v;
	return first;
}

/* The groups of a level as the nodes of the next one. */
static struct level raise(struct arena *a, const struct level *l, const uint32_t *group, uint32_t groups)
{
	struct level up = level_new(a, groups, l->start[l->n]);
	uint32_t *list, *first = members_of(a, group, l->n, groups, &list), n = 0;
	uint32_t *place = arena_array(a, (size_t)groups + 1, sizeof *place);
	for (uint32_t c = 0; c < groups; c++) {
		up.start[c] = n;
		for (uint32_t k = first[c]; k < first[c + 1]; k++) {
			uint32_t v = list[k];
			up.degree[c] += l->degree[v];
			for (uint32_t i = l->start[v]; i < l->start[v + 1]; i++) {
				uint32_t to = group[l->to[i]];
				if (to == c)
					continue;
				if (place[to] <= up.start[c]) { /* places count from 1 */
					up.to[n] = to;
					place[to] = ++n;
				}
				up.weight[place[to] - 1] += l->weight[i];
			}
		}
	}
	up.start[groups] = n;
	return up;
}

static double modularity(const struct level *l, double total, struct arena *a, const uint32_t *group, uint32_t groups)
{
	double *sum = arena_array(a, (size_t)groups + 1, sizeof *sum), inside = 0, expected = 0;
	for (uint32_t v = 0; v < l->n; v++) {
		sum[group[v]] += l->degree[v];
		for (uint32_t i = l->start[v]; i < l->start[v + 1]; i++)
			if (group[l->to[i]] == group[v])
				inside += l->weight[i];
	}
	for (uint32_t c = 0; c < groups; c++)
		expected += sum[c] / total * (sum[c] / total);
	return total > 0 ? inside / total - expected : 0;
}

/* Level by level, until groups of groups gain nothing. */
static uint32_t climb(struct parting *p, uint32_t *group)
{
	struct arena *a = p->arena;
	uint32_t n = p->bottom.n, count = renumber(a, group, n);
	struct level l = raise(a, &p->bottom, group, count);
	for (;;) {
		uint32_t *upper = arena_array(a, (size_t)l.n + 1, sizeof *upper);
		for (uint32_t c = 0; c < l.n; c++)
			upper[c] = c;
		if (!move_all(p, &l, upper))
			return count;
		count = renumber(a, upper, l.n);
		for (uint32_t v = 0; v < n; v++)
			group[v] = upper[group[v]];
		l = raise(a, &l, upper, count);
	}
}

/* Once the groups stand, single nodes may be better off elsewhere: from the bottom again. */
static double try_once(struct parting *p, uint32_t *group)
{
	double best = -1;
	for (uint32_t v = 0; v < p->bottom.n; v++)
		group[v] = v;
	for (int round = 0; round < ROUNDS; round++) {
		if (!move_all(p, &p->bottom, group) && round)
			break;
		uint32_t count = climb(p, group);
		double q = modularity(&p->bottom, p->total, p->arena, group, count);
		if (q < best + 1e-6)
			break;
		best = q;
	}
	return best;
}

uint32_t network_groups(const struct network *g, uint32_t *group)
{
	struct arena own = {0}, spare = {0};
	struct parting p = {.arena = &own};
	read_network(&p, g);
	p.arena = &spare;
	uint32_t *tried = arena_array(&own, (size_t)g->nodes + 1, sizeof *tried);
	size_t work = (size_t)g->start[g->nodes] + g->nodes + 1, tries = WORK / work;
	double best = -2;
	for (size_t i = 0; i == 0 || (i < tries && i < TRIES); i++) {
		arena_reset(&spare);
		p.random = i * 0x9e3779b97f4a7c15u;
		double q = try_once(&p, tried);
		if (q > best + 1e-9) {
			best = q;
			memcpy(group, tried, g->nodes * sizeof *group);
		}
	}
	uint32_t groups = renumber(&spare, group, g->nodes);
	arena_release(&spare);
	arena_release(&own);
	return groups;
}

double network_modularity(const struct network *g, struct arena *a, const uint32_t *group, uint32_t groups)
{
	struct parting p = {.arena = a};
	read_network(&p, g);
	return modularity(&p.bottom, p.total, a, group, groups);
}

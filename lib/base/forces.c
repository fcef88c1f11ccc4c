#include "base/forces.h"

#include <math.h>

#define ROUNDS 400
#define GOLDEN 2.399963229728653 /* radians: seeds of a sunflower */
#define PULL   0.9               /* to the middle */
#define NEAR   1e-9

struct forces {
	const struct network *net;
	struct forces_place *at, *move;
	double ideal; /* between two that are tied */
	double most;  /* the greatest weight */
};

static void begin(struct forces *f)
{
	for (uint32_t v = 0; v < f->net->nodes; v++) {
		double r = sqrt((v + 0.5) / f->net->nodes) / 2, angle = GOLDEN * v;
		f->at[v].x = r * cos(angle);
		f->at[v].y = r * sin(angle);
	}
	for (size_t i = 0; i < f->net->edge_count; i++)
		f->most = fmax(f->most, f->net->edges[i].weight);
}

static void push(struct forces *f, uint32_t v, uint32_t w)
{
	double x = f->at[v].x - f->at[w].x, y = f->at[v].y - f->at[w].y;
	double force = f->ideal * f->ideal / fmax(x * x + y * y, NEAR);
	f->move[v].x += x * force;
	f->move[v].y += y * force;
	f->move[w].x -= x * force;
	f->move[w].y -= y * force;
}

static void draw(struct forces *f, const struct network_edge *e)
{
	double x = f->at[e->a].x - f->at[e->b].x, y = f->at[e->a].y - f->at[e->b].y;
	double force = sqrt(x * x + y * y) / f->ideal * (0.3 + 0.7 * sqrt(e->weight / f->most));
	f->move[e->a].x -= x * force;
	f->move[e->a].y -= y * force;
	f->move[e->b].x += x * force;
	f->move[e->b].y += y * force;
}

/* No further than so far in one round, and less in each. */
static void step(struct forces *f, double far)
{
	for (uint32_t v = 0; v < f->net->nodes; v++) {
		double x = f->move[v].x - f->at[v].x * PULL, y = f->move[v].y - f->at[v].y * PULL;
		double length = sqrt(x * x + y * y), scale = fmin(length, far) / fmax(length, NEAR);
		f->at[v].x += x * scale;
		f->at[v].y += y * scale;
		f->move[v] = (struct forces_place){0, 0};
	}
}

/* Both directions fill the square. */
static void fit(struct forces *f)
{
	struct forces_place low = f->at[0], high = low;
	for (uint32_t v = 1; v < f->net->nodes; v++) {
		low.x = fmin(low.x, f->at[v].x), low.y = fmin(low.y, f->at[v].y);
		high.x = fmax(high.x, f->at[v].x), high.y = fmax(high.y, f->at[v].y);
	}
	double wide = fmax(high.x - low.x, NEAR), tall = fmax(high.y - low.y, NEAR);
	for (uint32_t v = 0; v < f->net->nodes; v++)
		f->at[v] = f->net->nodes == 1
				   ? (struct forces_place){0.5, 0.5}
				   : (struct forces_place){(f->at[v].x - low.x) / wide, (f->at[v].y - low.y) / tall};
}

void forces_place(const struct network *g, struct arena *a, struct forces_place *places)
{
	struct forces f = {.net = g, .at = places, .most = NEAR};
	if (!g->nodes)
		return;
	f.move = arena_array(a, g->nodes, sizeof *f.move);
	f.ideal = 0.9 / sqrt(g->nodes);
	begin(&f);
	for (int round = 0; round < ROUNDS; round++) {
		for (uint32_t v = 0; v < g->nodes; v++)
			for (uint32_t w = v + 1; w < g->nodes; w++)
				push(&f, v, w);
		for (size_t i = 0; i < g->edge_count; i++)
			draw(&f, &g->edges[i]);
		step(&f, 0.1 * (ROUNDS - round) / ROUNDS);
	}
	fit(&f);
}

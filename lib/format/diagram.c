#include "format/diagram.h"

#include "base/record.h"
#include "format/svg.h"

static void put_data(struct buf *out, const char *key, str value)
{
	if (!value.p)
		return;
	buf_printf(out, "<data key=\"%s\">", key);
	svg_text(out, value);
	buf_puts(out, "</data>");
}

static void put_keys(struct buf *out)
{
	static const char *const keys[][3] = {{"name", "node", "string"}, {"kind", "node", "string"},
		{"path", "node", "string"}, {"group", "node", "string"}, {"strength", "node", "double"},
		{"weight", "edge", "double"}, {"count", "edge", "int"}, {"last", "edge", "string"},
		{"why", "edge", "string"}};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		buf_printf(out, "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", keys[i][0],
			keys[i][1], keys[i][0], keys[i][2]);
}

void diagram_graphml(struct buf *out, const struct diagram *d)
{
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
		      "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
	put_keys(out);
	buf_puts(out, "<graph edgedefault=\"undirected\">\n");
	for (size_t i = 0; i < d->n; i++) {
		const struct diagram_node *n = &d->nodes[i];
		buf_printf(out, "<node id=\"n%zu\">", i);
		put_data(out, "name", n->name);
		put_data(out, "kind", n->kind);
		put_data(out, "path", n->path);
		put_data(out, "group", n->group);
		buf_printf(out, "<data key=\"strength\">%.6g</data></node>\n", n->strength);
	}
	for (size_t i = 0; i < d->edge_count; i++) {
		const struct diagram_edge *e = &d->edges[i];
		buf_printf(out,
			"<edge source=\"n%u\" target=\"n%u\"><data key=\"weight\">%.6g</data><data "
			"key=\"count\">%ld</data>",
			e->a, e->b, e->weight, e->count);
		put_data(out, "last", e->last);
		put_data(out, "why", e->why);
		buf_puts(out, "</edge>\n");
	}
	buf_puts(out, "</graph>\n</graphml>\n");
}

static void put_members(struct buf *out, const struct diagram *d)
{
	for (size_t i = 0; i < d->edge_count; i++) {
		const struct diagram_edge *e = &d->edges[i];
		record_object(out, (str){0});
		record_text(out, S("source"), d->nodes[e->a].id);
		record_text(out, S("target"), d->nodes[e->b].id);
		record_real(out, S("weight"), e->weight);
		record_number(out, S("count"), e->count);
		record_text(out, S("last"), e->last);
		record_text(out, S("why"), e->why);
		record_object_end(out);
	}
}

/* Older networkx and D3 say links, newer networkx says edges: both find theirs. */
static void put_edges(struct buf *out, const struct diagram *d)
{
	static const char *const names[] = {"edges", "links"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		record_list(out, str_of(names[i]));
		put_members(out, d);
		record_list_end(out);
	}
}

void diagram_json(struct buf *out, const struct diagram *d)
{
	record_begin(out);
	record_bool(out, S("directed"), false);
	record_bool(out, S("multigraph"), false);
	record_object(out, S("graph"));
	record_text(out, S("name"), d->title);
	record_object_end(out);
	record_list(out, S("nodes"));
	for (size_t i = 0; i < d->n; i++) {
		const struct diagram_node *n = &d->nodes[i];
		record_object(out, (str){0});
		record_text(out, S("id"), n->id);
		record_text(out, S("name"), n->name);
		record_text(out, S("kind"), n->kind);
		record_text(out, S("path"), n->path);
		record_text(out, S("group"), n->group);
		record_real(out, S("strength"), n->strength);
		record_object_end(out);
	}
	record_list_end(out);
	put_edges(out, d);
	record_end(out);
}

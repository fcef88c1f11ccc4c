#include "format/diagram.h"

#include "base/utf8.h"
#include "format/svg.h"

#define SPRINGS 400 /* nodes */
#define FONT    "Helvetica,sans-serif"

/* Fills on which black is read, and the same darker for lines. */
static const char *const fills[DIAGRAM_COLORS] = {
	"#cfe2ff", "#ffe0b8", "#d3f2d3", "#f8d0dc", "#e4d7f7", "#fff1a8", "#c9efee", "#eed9c4", "#dfe7b0", "#f6cdf2"};
static const char *const lines[DIAGRAM_COLORS] = {
	"#3f7fd9", "#d9822b", "#3f9d4f", "#c9466b", "#8257c9", "#b39a00", "#1c9a97", "#96653a", "#7d9022", "#b549ab"};

const char *diagram_fill(uint32_t color)
{
	return color == DIAGRAM_PLAIN ? "#f1f3f5" : fills[color % DIAGRAM_COLORS];
}

const char *diagram_line(uint32_t color)
{
	return color == DIAGRAM_PLAIN ? "#868e96" : lines[color % DIAGRAM_COLORS];
}

/* A quoted label, in which a backslash and & begin something of DOT's own. */
static void put_label(struct buf *out, str text)
{
	uint32_t c;
	size_t n;
	for (; text.n; text = str_skip(text, n)) {
		n = utf8_next(text, &c);
		if (!n || c < ' ' || c == 0x7f) {
			buf_puts(out, n && (c == '\n' || c == '\t') ? " " : "\xef\xbf\xbd");
			n = n ? n : 1;
		} else if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", (char)c);
		else if (c == '&')
			buf_puts(out, "&amp;");
		else
			buf_add(out, str_head(text, n));
	}
}

static void put_line(struct buf *out, const char *color, str text)
{
	buf_puts(out, "<tr><td align=\"left\">");
	if (color)
		buf_printf(out, "<font color=\"%s\">\xe2\x96\xa0</font> ", color);
	svg_text(out, text);
	buf_puts(out, "</td></tr>");
}

/* A table that stands below the picture, where no node can be. */
static void put_legend(struct buf *out, const struct diagram *d)
{
	buf_puts(out, "\tlabel=<<table border=\"0\" cellspacing=\"0\" cellpadding=\"2\">");
	put_line(out, NULL, d->title);
	for (size_t i = 0; i < d->legend.n; i++)
		put_line(out, diagram_line((uint32_t)i), d->legend.v[i]);
	if (d->legend.n)
		put_line(out, diagram_line(DIAGRAM_PLAIN), S("others"));
	put_line(out, NULL, S("colour: the group, called by its best tied; size: how strong all ties are"));
	put_line(out, NULL, S("round corners: a person; square: an org; double line: a group; dashed: no note"));
	buf_puts(out, "</table>>\n");
}

static void put_node(struct buf *out, const struct diagram_node *n, size_t i)
{
	static const char *const shapes[] = {[DIAGRAM_PERSON] = "shape=box, style=\"rounded,filled\"",
		[DIAGRAM_ORG] = "shape=box, style=\"filled\"",
		[DIAGRAM_GROUP] = "shape=box, style=\"filled\", peripheries=2",
		[DIAGRAM_NAME] = "shape=box, style=\"rounded,filled,dashed\""};
	buf_printf(out, "\tn%zu [label=\"", i);
	put_label(out, n->name);
	buf_printf(out, "\", %s, fillcolor=\"%s\", color=\"%s\", fontsize=%.1f, penwidth=%.1f, tooltip=\"",
		shapes[n->shape], diagram_fill(n->color), diagram_line(n->color), 10 + 12 * n->size, 1 + n->size);
	put_label(out, n->path.p ? n->path : n->name);
	buf_puts(out, "\"];\n");
}

/* White behind it, so that lines do not cross it out; and a longer line, to have room. */
static void put_word(struct buf *out, str word)
{
	buf_puts(out, ", len=2, xlabel=<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\" "
		      "bgcolor=\"white\"><tr><td>");
	svg_text(out, word);
	buf_puts(out, "</td></tr></table>>");
}

static void put_edge(struct buf *out, const struct diagram *d, const struct diagram_edge *e)
{
	uint32_t a = d->nodes[e->a].color, b = d->nodes[e->b].color;
	double weight = e->weight > 4 ? 4 : e->weight;
	buf_printf(out, "\tn%u -- n%u [penwidth=%.2f, color=\"%s\", tooltip=\"", e->a, e->b, 0.6 + weight * 0.9,
		a == b ? diagram_line(a) : "#adb5bd");
	put_label(out, e->why);
	buf_putc(out, '"');
	if (e->label.n)
		put_word(out, e->label);
	buf_puts(out, "];\n");
}

/* Springs look best, and cost the square of the nodes. */
static void put_layout(struct buf *out, const struct diagram *d)
{
	buf_printf(out,
		"graph nt {\n\tlayout=%s; overlap=prism; overlap_scaling=-3; sep=\"+12\"; splines=%s;\n"
		"\toutputorder=edgesfirst; bgcolor=white; pad=0.3; charset=\"UTF-8\"; fontname=\"" FONT
		"\"; fontsize=13; "
		"labelloc=b; labeljust=l;\n"
		"\tnode [fontname=\"" FONT "\", margin=\"0.09,0.05\", height=0.2, width=0.3];\n"
		"\tedge [fontname=\"" FONT "\", fontsize=10, fontcolor=\"#495057\"];\n",
		d->n <= SPRINGS ? "neato" : "sfdp", d->n <= SPRINGS ? "true" : "line");
}

void diagram_dot(struct buf *out, const struct diagram *d)
{
	put_layout(out, d);
	put_legend(out, d);
	for (size_t i = 0; i < d->n; i++)
		put_node(out, &d->nodes[i], i);
	for (size_t i = 0; i < d->edge_count; i++)
		put_edge(out, d, &d->edges[i]);
	buf_puts(out, "}\n");
}

#include "format/diagram.h"

#include "base/utf8.h"
#include <stdio.h>

/* In quotes; what Mermaid, Markdown in it, or HTML would take for its own is written by its number. */
static void put_quoted(struct buf *out, str text)
{
	uint32_t c;
	size_t n;
	buf_putc(out, '"');
	for (; text.n; text = str_skip(text, n)) {
		n = utf8_next(text, &c);
		if (!n || c < ' ' || c == 0x7f) {
			buf_puts(out, n && (c == '\n' || c == '\t') ? " " : "\xef\xbf\xbd");
			n = n ? n : 1;
		} else if (c < 0x80 && strchr("\"#&<>`\\*_~;:{}[]()|%$", (int)c))
			buf_printf(out, "#%u;", c);
		else
			buf_add(out, str_head(text, n));
	}
	buf_putc(out, '"');
}

static void put_node(struct buf *out, const struct diagram_node *n, size_t i)
{
	static const char *const open[] = {"(", "[", "{{", "("}, *const close[] = {")", "]", "}}", ")"};
	buf_printf(out, "\tn%zu%s", i, open[n->shape]);
	put_quoted(out, n->name);
	buf_puts(out, close[n->shape]);
	if (n->color == DIAGRAM_PLAIN)
		buf_puts(out, ":::plain\n");
	else
		buf_printf(out, ":::g%u\n", n->color % DIAGRAM_COLORS);
}

static void put_class(struct buf *out, const char *name, uint32_t color)
{
	buf_printf(
		out, "\tclassDef %s fill:%s,stroke:%s,color:#212529\n", name, diagram_fill(color), diagram_line(color));
}

static void put_edge(struct buf *out, const struct diagram_edge *e)
{
	buf_printf(out, "\tn%u %s", e->a, e->weight >= 1 ? "===" : "---");
	if (e->label.n) {
		buf_putc(out, '|');
		put_quoted(out, e->label);
		buf_putc(out, '|');
	}
	buf_printf(out, " n%u\n", e->b);
}

void diagram_mermaid(struct buf *out, const struct diagram *d)
{
	char name[16];
	buf_puts(out, "flowchart LR\n");
	put_class(out, "plain", DIAGRAM_PLAIN);
	for (uint32_t c = 0; c < d->legend.n && c < DIAGRAM_COLORS; c++) {
		snprintf(name, sizeof name, "g%u", c);
		put_class(out, name, c);
	}
	for (size_t i = 0; i < d->n; i++)
		put_node(out, &d->nodes[i], i);
	for (size_t i = 0; i < d->edge_count; i++)
		put_edge(out, &d->edges[i]);
}

#include "format/svg.h"

#include "base/utf8.h"
#include <math.h>
#include <stdio.h>

#define WIDTH  380 /* of a panel, its title and axes included */
#define HEIGHT 190
#define HEAD   46 /* above the panels */
#define LEFT   54 /* of the plot, within the panel */
#define TOP    40
#define PLOT_W (WIDTH - LEFT - 24)
#define PLOT_H (HEIGHT - TOP - 34)
#define LABELS 4 /* at most, below a panel */

/* Colours stand in rules, since not every reader of SVG knows variables of CSS. */
static const char style[] =
	"<style>text{font:12px system-ui,sans-serif;fill:#24292f}.p{fill:#fff}.h{font-size:17px;font-weight:600}"
	".t{font-size:13px;font-weight:600}.s{font-size:11px;fill:#6e7781}.g{stroke:#d8dee4}"
	".one{fill:#0969da}.two{fill:#bc4c00}.l{fill:none;stroke-width:2}.l.one{stroke:#0969da}.l.two{stroke:#bc4c00}"
	"@media (prefers-color-scheme:dark){text{fill:#e6edf3}.p{fill:#0d1117}.s{fill:#8b949e}.g{stroke:#30363d}"
	".one{fill:#58a6ff}.two{fill:#f0883e}.l{fill:none}.l.one{stroke:#58a6ff}.l.two{stroke:#f0883e}}</style>";

static const char *class_of(size_t series)
{
	return series ? "two" : "one";
}

/* XML 1.0, 2.2: control characters are none of its. */
static bool is_xml(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

void svg_text(struct buf *out, str text)
{
	uint32_t c;
	size_t n;
	for (; text.n; text = str_skip(text, n)) {
		n = utf8_next(text, &c);
		if (!n || !is_xml(c)) {
			n = n ? n : 1;
			buf_puts(out, "\xef\xbf\xbd");
		} else if (c == '<' || c == '>' || c == '&' || c == '"')
			buf_puts(out, c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : "&quot;");
		else
			buf_add(out, str_head(text, n));
	}
}

static double greatest(const struct svg_panel *p, size_t points)
{
	double most = 0;
	for (size_t s = 0; s < p->n; s++)
		for (size_t i = 0; i < points; i++)
			most = p->series[s].v[i] > most ? p->series[s].v[i] : most;
	return most;
}

/* The next of 1, 2, 5, 10, 20 ... */
static double round_up(double most)
{
	double power = most > 1 ? pow(10, floor(log10(most))) : 1, steps[] = {1, 2, 5, 10};
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (power * steps[i] >= most)
			return power * steps[i];
	return power * 10;
}

static double x_of(size_t i, size_t points)
{
	return LEFT + PLOT_W * ((double)i + .5) / (double)points;
}

static double y_of(double v, double top)
{
	return TOP + PLOT_H * (1 - v / top);
}

static void put_label(struct buf *out, const char *class, const char *anchor, double x, double y, str text)
{
	buf_printf(out, "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">", class, anchor, x, y);
	svg_text(out, text);
	buf_puts(out, "</text>\n");
}

static void put_axes(struct buf *out, const struct svg_panel *p, double top, const str *labels, size_t points)
{
	for (int i = 0; i <= 2; i++) {
		char number[64];
		double v = top * i / 2, y = y_of(v, top);
		snprintf(number, sizeof number, "%g" FMT, v, ARG(p->unit));
		buf_printf(out, "<line class=\"g\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, LEFT + PLOT_W,
			y, y);
		if (v == floor(v))
			put_label(out, "s", "end", LEFT - 6, y + 4, str_of(number));
	}
	size_t step = (points + LABELS - 1) / LABELS;
	for (size_t i = (points - 1) % step; i < points; i += step)
		put_label(out, "s", "middle", x_of(i, points), TOP + PLOT_H + 16, labels[i]);
}

/* Side by side where there are two. */
static void put_bars(struct buf *out, const struct svg_panel *p, double top, const str *labels, size_t points)
{
	double width = (double)PLOT_W / (double)points * .8 / (double)p->n;
	for (size_t s = 0; s < p->n; s++)
		for (size_t i = 0; i < points; i++) {
			double v = p->series[s].v[i];
			if (v <= 0)
				continue;
			double x = x_of(i, points) - width * (double)p->n / 2 + width * (double)s;
			buf_printf(out,
				"<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>",
				class_of(s), x, y_of(v, top), width, PLOT_H * v / top);
			svg_text(out, labels[i]);
			buf_printf(out, ": %g</title></rect>\n", v);
		}
}

static void put_dot(struct buf *out, size_t series, double x, double y)
{
	buf_printf(out, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>", class_of(series), x, y);
}

/* Broken where there is no number. */
static void put_line(struct buf *out, const struct svg_panel *p, size_t series, double top, size_t points)
{
	const double *v = p->series[series].v;
	bool drawing = false;
	buf_printf(out, "<path class=\"l %s\" d=\"", class_of(series));
	for (size_t i = 0; i < points; i++) {
		if (v[i] >= 0)
			buf_printf(out, "%c%.1f %.1f", drawing ? 'L' : 'M', x_of(i, points), y_of(v[i], top));
		drawing = v[i] >= 0;
	}
	buf_puts(out, "\"/>\n");
	for (size_t i = 0; i < points; i++)
		if (v[i] >= 0)
			put_dot(out, series, x_of(i, points), y_of(v[i], top));
}

static void put_legend(struct buf *out, const struct svg_panel *p)
{
	double x = LEFT + PLOT_W;
	for (size_t s = p->n; s-- > 0;) {
		put_label(out, "s", "end", x, TOP - 14, p->series[s].name);
		x -= 7.0 * (double)utf8_width(p->series[s].name) + 6;
		buf_printf(out, "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"9\" height=\"9\"/>\n", class_of(s),
			x - 6, TOP - 22);
		x -= 20;
	}
}

static void put_panel(struct buf *out, const struct svg_panel *p, const str *labels, size_t points)
{
	double most = greatest(p, points), top = p->unit.n ? 100 : round_up(most);
	put_label(out, "t", "start", LEFT, TOP - 14, p->title);
	if (p->n > 1)
		put_legend(out, p);
	put_axes(out, p, top, labels, points);
	if (p->bars)
		put_bars(out, p, top, labels, points);
	else
		for (size_t s = 0; s < p->n; s++)
			put_line(out, p, s, top, points);
}

void svg_figure(struct buf *out, str title, const struct svg_panel *panels, size_t n, const str *labels, size_t points)
{
	int rows = (int)((n + 1) / 2), columns = n > 1 ? 2 : 1, width = columns * WIDTH, height = HEAD + rows * HEIGHT;
	buf_printf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
		"role=\"img\">\n<title>",
		width, height, width, height);
	svg_text(out, title);
	buf_printf(out, "</title>\n%s\n<rect class=\"p\" width=\"100%%\" height=\"100%%\"/>\n", style);
	put_label(out, "h", "start", LEFT, 30, title);
	for (size_t i = 0; i < n; i++) {
		buf_printf(out, "<g transform=\"translate(%d %d)\">\n", (int)(i % 2) * WIDTH,
			HEAD + (int)(i / 2) * HEIGHT);
		put_panel(out, &panels[i], labels, points);
		buf_puts(out, "</g>\n");
	}
	buf_puts(out, "</svg>\n");
}

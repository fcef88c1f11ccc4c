/* svg: figures of small panels, one above the other in two columns, as SVG 1.1 (W3C)
 * with its colours in CSS, light and dark as the reader's screen is. Texts are
 * escaped; the figure refers to nothing outside of itself. */
#ifndef NT_SVG_H
#define NT_SVG_H

#include "base/buf.h"

struct svg_series {
	str name;        /* in the legend, where a panel has two */
	const double *v; /* one for each point; negative: none */
};

struct svg_panel {
	str title, unit; /* the unit stands behind the numbers of the axis */
	bool bars;       /* else a line */
	struct svg_series series[2];
	size_t n;        /* of series */
};

/* labels: of the points. */
void svg_figure(struct buf *out, str title, const struct svg_panel *panels, size_t n, const str *labels, size_t points);
/* Text as it stands between tags and in attributes; what XML cannot hold becomes U+FFFD. */
void svg_text(struct buf *out, str text);

#endif

#include "face/chart.h"

#include "base/buf.h"
#include "base/utf8.h"

#define STEPS 8

static double greatest(const double *v, size_t n)
{
	double most = 0;
	for (size_t i = 0; i < n; i++)
		most = v[i] > most ? v[i] : most;
	return most;
}

/* U+2581 to U+2588 grow upwards, U+258F to U+2588 to the right. */
static void put_block(struct buf *out, int third)
{
	char block[] = {'\xe2', '\x96', (char)third, '\0'};
	buf_puts(out, block);
}

str chart_spark(struct arena *a, const double *v, size_t n)
{
	struct buf out = {0};
	double most = greatest(v, n);
	for (size_t i = 0; i < n; i++) {
		if (v[i] < 0)
			buf_putc(&out, ' ');
		else
			put_block(&out, 0x81 + (most > 0 ? (int)(v[i] / most * (STEPS - 1) + .5) : 0));
	}
	return arena_take(a, &out);
}

str chart_bar(struct arena *a, double value, double most, size_t width)
{
	struct buf out = {0};
	bool any = most > 0 && value > 0;
	size_t eighths = any ? (size_t)(value / most * (double)(width * STEPS) + .5) : 0;
	eighths = any && !eighths ? 1 : eighths > width * STEPS ? width * STEPS : eighths;
	for (; eighths >= STEPS; eighths -= STEPS)
		put_block(&out, 0x88);
	if (eighths)
		put_block(&out, 0x88 + (int)(STEPS - eighths));
	return arena_take(a, &out);
}

str chart_progress(struct arena *a, double value, double most, size_t width)
{
	str bar = chart_bar(a, value < most ? value : most, most, width);
	for (size_t i = utf8_width(bar); i < width; i++)
		bar = arena_join(a, bar, S("\u2591"));
	return bar;
}

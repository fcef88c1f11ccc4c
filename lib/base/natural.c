#include "base/natural.h"

static bool is_digit(str s)
{
	return s.n && s.p[0] >= '0' && s.p[0] <= '9';
}

/* Takes the digits that s begins with; without the zeros in front. */
static str take_number(str *s)
{
	while (s->n > 1 && s->p[0] == '0' && is_digit(str_skip(*s, 1)))
		*s = str_skip(*s, 1);
	size_t n = 1;
	while (is_digit(str_skip(*s, n)))
		n++;
	str number = str_head(*s, n);
	*s = str_skip(*s, n);
	return number;
}

int natural_cmp(str a, str b)
{
	while (a.n && b.n) {
		int order;
		if (is_digit(a) && is_digit(b)) {
			str x = take_number(&a), y = take_number(&b);
			order = x.n != y.n ? (x.n < y.n ? -1 : 1) : str_cmp(x, y);
		} else {
			order = str_cmp(str_head(a, 1), str_head(b, 1));
			a = str_skip(a, 1);
			b = str_skip(b, 1);
		}
		if (order)
			return order;
	}
	return (a.n > 0) - (b.n > 0);
}

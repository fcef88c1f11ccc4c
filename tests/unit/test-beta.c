/* the beta distribution, where it is known without it */
#include "tap.h"
#include "base/beta.h"
#include <math.h>

static bool near(double a, double b)
{
	return fabs(a - b) < 1e-12;
}

/* For whole a and b: at least a of a + b - 1 throws of a coin that shows heads with probability x. */
static double by_coins(int a, int b, double x)
{
	int n = a + b - 1;
	double sum = 0;
	for (int k = a; k <= n; k++)
		sum += exp(lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0) + k * log(x) + (n - k) * log1p(-x));
	return sum;
}

static void test_below(void)
{
	bool coins = true, mirrored = true;
	for (int a = 1; a < 40; a += 3)
		for (int b = 1; b < 40; b += 2)
			for (int i = 1; i < 20; i++) {
				double x = i / 20.0;
				coins &= near(beta_below(a, b, x), by_coins(a, b, x));
				mirrored &= near(beta_below(a, b, x), 1 - beta_below(b, a, 1 - x));
			}
	ok(coins, "as many throws of a coin say");
	ok(mirrored, "failures are the successes of the other side");
	ok(near(beta_below(1, 1, .3), .3) && beta_below(2, 3, 0) == 0 && beta_below(2, 3, 1) == 1 &&
			beta_below(2, 3, -1) == 0 && beta_below(2, 3, 2) == 1,
		"nothing known, and the ends");
	ok(fabs(beta_below(3e5, 3e5, .5) - .5) < 1e-8, "very many");
}

static void test_quantile(void)
{
	bool back = true, one = true;
	for (int a = 1; a < 200; a += 13)
		for (int b = 1; b < 200; b += 17)
			for (int i = 1; i < 50; i++) {
				double p = i / 50.0;
				back &= fabs(beta_below(a, b, beta_quantile(a, b, p)) - p) < 1e-11;
				one &= near(beta_quantile(1, b, p), 1 - pow(1 - p, 1.0 / b));
			}
	ok(back, "the quantile of a probability has that probability");
	ok(one, "without a success it has a closed form");
	ok(near(beta_quantile(1, 1, .975), .975), "nothing known");
}

int main(void)
{
	test_below();
	test_quantile();
	return done_testing();
}

/* beta: the beta distribution: how probable a rate of success is after so many
 * good and bad outcomes. The regularised incomplete beta function by its continued
 * fraction (DLMF 8.17.22; Lentz's way of summing it), its inverse by bisection. */
#ifndef NT_BETA_H
#define NT_BETA_H

/* How probable it is that the rate is at most x; a and b are greater than 0. */
double beta_below(double a, double b, double x);
/* The rate that lies below with probability p, within 1e-14. */
double beta_quantile(double a, double b, double p);

#endif

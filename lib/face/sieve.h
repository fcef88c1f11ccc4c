/* sieve: a text from outside, judged and printed: nt-advice --sift. The book, if
 * there is one, gives words of hype and weights; nothing of it is read else. */
#ifndef NT_SIEVE_H
#define NT_SIEVE_H

/* Operands: none or "-", standard input; else one file. The exit status: STATUS_NO for what is dropped. */
int sieve_print(char **operands);

#endif

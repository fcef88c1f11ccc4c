/* diag: messages on standard error and the worst exit status seen.
 * A message is "tool: path:line:col: text", lower case, no full stop; a format
 * that ends in ':' gets the text of errno. Control characters of note text are
 * made visible. Only this module, opt and mem may exit. */
#ifndef NT_DIAG_H
#define NT_DIAG_H

#include "base/mem.h" /* diag_tool, the name in front of every message */
#include "base/str.h"

/* What a parser found wrong; line and col count from 1, 0: not known.
 * text.p is NULL while nothing is wrong; else it lives in the parser's arena. */
struct fault {
	size_t line, col;
	str text;
};

enum { STATUS_YES = 0, STATUS_NO = 1, STATUS_TROUBLE = 2 };

extern bool diag_quiet; /* count, but print nothing: for fuzzers */
/* If set, hears what warn_at is told; true: nothing is printed and the status stays. */
extern bool (*diag_hook)(str path, size_t line, size_t col, str text);
bool diag_unheard(str path, size_t line, size_t col, str text); /* a diag_hook that hears all, and that is all */
extern bool (*diag_listener)(str text); /* the same of warn and hint */

/* While set, warnings are of what is only looked at on the way to something else: they count in finish() unless they
 * are forgotten, because that was done all the same. */
extern bool diag_aside;
void diag_forget_asides(void);

/* Errors: print, and the run will end with status 2. warn_at says the same of the same place once. */
void warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void warn_at(str path, size_t line, size_t col, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* Said by the way: prints, the status stays. */
void hint(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
int diag_status(void);   /* the worst so far, without asides */
bool diag_trouble(void); /* anything was wrong so far, asides too */
/* The end of every main: flushes standard output (a failed write is trouble, a
 * closed pipe is silent) and returns the exit status: the worse of answer and what was warned of. */
int finish(int answer);

#endif

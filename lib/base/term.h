/* term: what a terminal needs: width, styles, and text whose control
 * characters are made visible (^[ for ESC, <U+009B> for C1, bidi overrides and
 * the like, \xNN for bad UTF-8), so that no note can drive the reader's terminal. */
#ifndef NT_TERM_H
#define NT_TERM_H

#include "base/arena.h"
#include <stdio.h>

enum term_style { PLAIN, BOLD, DIM, RED, GREEN, YELLOW, BLUE, CYAN };

size_t term_width(void);                  /* COLUMNS, the terminal, else 80 */
str term_visible(struct arena *a, str s); /* s itself when nothing is to be changed; tab and LF become blanks */
void term_put(FILE *f, str s);            /* visible */
/* Bytes of ours with text of notes in them, to standard output: a file gets them as they are, a terminal its
 * lines, visible. */
void term_print(str text);
void term_style(FILE *f, enum term_style style, bool color, str s); /* visible, styled if color */
/* Visible text broken at blanks: the first line goes on at column, the others follow indent
 * blanks; there is no line end behind the last. A word wider than the line stands alone. */
void term_wrap(FILE *f, str s, size_t width, size_t column, size_t indent);
/* The text behind a label, both indented; further lines stand below the text. Nothing, if the text is empty. */
void term_labelled(FILE *f, size_t indent, str label, str text, size_t width);
/* The same as term_wrap in at most so many lines: what is left out is said by an ellipsis. */
void term_wrap_short(FILE *f, str s, size_t width, size_t column, size_t indent, size_t lines);

#endif

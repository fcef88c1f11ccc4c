/* save: changing the files of a book. A write holds the lock from reading to
 * rename, so nt's tools never lose each other's writes; a program that does not
 * lock and saves in between is noticed, and the change is made anew on what it saved. With -n nothing is written: changes.h. */
#ifndef NT_SAVE_H
#define NT_SAVE_H

#include "book/book.h"
#include "base/diag.h"

/* Gives the note's bytes after the change (its own, when nothing is to change), or an absent slice and why. */
typedef str change_fn(struct note *n, void *ctx, struct fault *why);

enum save_result { SAVE_WRITTEN, SAVE_SAME, SAVE_FAILED };
/* SAVE_FAILED: the message is out. */
enum save_result save_change(struct book *b, str path, change_fn *change, void *ctx);
/* A note that must not exist yet. */
enum save_result save_new(struct book *b, str path, str bytes);

int save_lock(struct book *b); /* for several writes that belong together; ends the program if it cannot; -n: none */
void save_unlock(int lock);

#endif

/* log: byte-exact changes of a note's entries: adding one, ticking or dropping one.
 * Each takes the bytes of a whole note and gives the bytes after (in the
 * arena), or an absent slice and the reason. The result is parsed again: unless
 * it has exactly the one entry more (or the one box changed) at that place, the
 * change is refused. */
#ifndef NT_LOG_H
#define NT_LOG_H

#include "base/diag.h"
#include "text/entries.h"

/* Adds an entry ("2026-11-23 call: text", no marker; may hold line ends: further lines are
 * indented) where the note's log has its place for that date: the log's own order (rising or
 * falling), marker, indent, looseness and line ends; else below "## Log" at the end, made if
 * there is none (under the first of rules->log if set). *line: the number in the file of the new entry. */
str log_add(struct arena *a, str note, const struct entry_rules *rules, str entry, struct fault *why, size_t *line);
/* The same for many of one line each, in order of time; parsed again once. */
str log_add_all(struct arena *a, str note, const struct entry_rules *rules, struct strs entries, struct fault *why);
/* Ticks the open entry that starts at that line of the file: the box becomes [x], its date (or
 * the missing one) becomes done; owe: without a box gets the box. */
str log_tick(struct arena *a, str note, const struct entry_rules *rules, size_t line, date done, struct fault *why);
/* Drops the open entry that starts at that line of the file: the box becomes [-], all else stays. */
str log_drop(struct arena *a, str note, const struct entry_rules *rules, size_t line, struct fault *why);
/* Takes out the entry that starts at that line of the file, with all that is nested in it. */
str log_remove(struct arena *a, str note, const struct entry_rules *rules, size_t line, struct fault *why);

#endif

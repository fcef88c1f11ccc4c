/* goal: how far each goal has come, whether its pace will do, and who of those due
 * today would move it; nt-goal(1). */
#ifndef NT_GOAL_H
#define NT_GOAL_H

#include "query/goals.h"
#include "views/duelist.h"

struct goal_row {
	struct goal *goal;
	long done;
	date *days;          /* done of them: when each entry was, of a goal that counts entries; else NULL */
	long pace;           /* what it comes to by its day if it goes on so; -1: cannot be told */
	struct strs movers;  /* names of the due who count or would, most pressing first */
	struct strs knowers; /* "NAME (knows NAME)": of the due who do not, but are linked with one who counts */
};

struct goal_list {
	struct pick *pick;
	enum reader reader;
	bool all; /* archived ones, too */
	date today;
	struct goal_row *v;
	size_t n;
};

/* Reads the goals that the pick chooses; archived ones only if all. Then the book, for what counts. */
void goal_read(struct goal_list *l, struct pick *p, enum reader reader, bool all);
/* For who walks the book in a way of its own: each note, then what counts, in one more walk; movers and knowers are not
 * looked for. */
void goal_begin(struct goal_list *l, struct pick *p, enum reader reader, bool all);
void goal_keep(struct goal_list *l, struct note *n);
void goal_count(struct goal_list *l);
void goal_release(struct goal_list *l);
/* In words: "3 of 5, 38 days left, at this pace 4". In a. */
str goal_words(const struct goal_list *l, struct arena *a, const struct goal_row *row);

#endif

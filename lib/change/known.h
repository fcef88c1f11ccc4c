/* known: what the notes of a book say, to find those that say the same and to ask whether one does. Kept as hashes of
 * key and text (struct said), but for names and birthdays. A note is known by its id, its place in paths. */
#ifndef NT_KNOWN_H
#define NT_KNOWN_H

#include "base/hashes.h"
#include "book/book.h"
#include "change/sayings.h"

struct known {
	struct arena arena;
	struct hashes facts; /* of a path, or of what a note says: its id */
	struct strs paths;   /* by id */
	int told;            /* how many times known_tell was called */
	struct known_person {
		struct strs names, birthdays;
	} * persons; /* by id */
};

bool known_read(struct known *k, struct book *b); /* every note of the book; false: not all could be read */
void known_add(struct known *k, struct note *n);  /* one that was made, or has changed: what it said stays known */
int known_id(const struct known *k, struct arena *a, str path); /* -1: it is not known */
bool known_says(const struct known *k, struct arena *a, str key, str form, int id);
/* What is known of a note, and it does not say. */
void known_mark(struct known *k, struct arena *a, str key, str form, int id);
/* What is told of nobody that is known; once: so far one time. */
void known_tell(struct known *k, struct arena *a, str key, str form);
bool known_told_once(const struct known *k, struct arena *a, str key, str form);
/* Adds the paths of the notes that say one of these under that key, those that say one each once. In n's arena. */
void known_paths(const struct known *k, struct note *n, str key, const struct sayings *s, struct strs *paths);
/* Of the notes that have one of the names and say s->v[said] too: how many there are, no more than most; their
 * paths; one path (absent: none). */
size_t known_count_namesakes(const struct known *k, struct note *n, const struct sayings *s, size_t said, size_t most);
void known_add_namesakes(
	const struct known *k, struct note *n, const struct sayings *s, size_t said, struct strs *paths);
str known_namesake(const struct known *k, struct note *n, const struct sayings *s, size_t said);
void known_release(struct known *k);

#endif

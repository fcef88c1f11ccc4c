/* contact: one person between a note and somebody else's format: a tree of front
 * matter (text/value) under the names of nt-note(5), and a body. Readers of
 * formats build it fact by fact, contact_put writes it as a new note; contact_read
 * takes it from a note, and writers of formats ask for facts in turn. All of it
 * lives in the arena. */
#ifndef NT_CONTACT_H
#define NT_CONTACT_H

#include "note/sight.h"
#include "text/value.h"

struct contact {
	struct arena *arena;
	struct value *front; /* a map: keys in the order in which they came */
	struct strs prose;   /* paragraphs of the body, before the log, as somebody else wrote them */
	struct strs members; /* for a card: the URI of the card of each link of members; empty: it has none */
	struct strs entries; /* of the log: without marker; further lines are indented when written */
};

/* One value of a field that may have several: email: {work: x} */
struct contact_fact {
	str label; /* absent: none */
	const struct value *value;
};

struct contact_facts {
	struct contact_fact *v;
	size_t n;
};

void contact_begin(struct contact *c, struct arena *a);

/* Adds a text: trimmed, nothing if empty or there already. The first of a key stands as a text, more as a list; with a
 * label under it in a map, where those without one stand under "other". label: absent for none. */
void contact_add(struct contact *c, str key, str label, str text);
/* The same for a tree: an address. */
void contact_add_value(struct contact *c, str key, str label, struct value *v);
/* Sets it whatever is there. */
void contact_set(struct contact *c, str key, struct value *v);
/* Puts what the fields say now under from: {source: ...}, by which the next import knows what has changed since.
 * Without what nobody changes: kind; of lines under vcard their marks. */
void contact_said(struct contact *c, str source);
/* By which a line is known again: itself, or if it is long its property and a hash. */
str contact_mark(struct arena *a, str line);
bool contact_fits(const struct contact *c); /* its front matter is not larger than a note's may be */
bool contact_is_relation(str key);          /* a field of that name may hold links to people, and means nothing else */
/* "[[Ada]]"; absent: no link can be to that. */
str contact_link(struct arena *a, str name);
/* The note, with fences. */
str contact_bytes(const struct contact *c);

/* What that reader may see of a note, under our names for the fields. */
void contact_read(struct contact *c, struct note *n, enum reader reader);
const struct value *contact_field(const struct contact *c, str key); /* NULL: none */
str contact_text(const struct contact *c, str key);                  /* its first text; absent: none */
struct strs contact_texts(const struct contact *c, str key);         /* all of them, without labels */
/* Each value of the field with its label, in order. */
struct contact_facts contact_facts(const struct contact *c, str key);
str contact_form(const struct contact *c, str key); /* what is said of the field, in no order: for comparing */

#endif

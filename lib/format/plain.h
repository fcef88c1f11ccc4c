/* plain: what a contact says, for formats that know neither links nor several
 * lines nor trees: each value a line of text as a reader sees it, addresses in
 * their parts (which keep their lines), a name in two. In the contact's arena. */
#ifndef NT_PLAIN_H
#define NT_PLAIN_H

#include "format/contact.h"

struct plain_fact {
	str label; /* absent: none */
	str text;  /* never empty */
};

struct plain_facts {
	struct plain_fact *v;
	size_t n;
};

struct plain_address {
	str label;                                               /* absent: none */
	str box, extra, street, city, region, postcode, country; /* absent: none; a text is a street; may have lines */
	bool whole;                                              /* a text */
};

struct plain_addresses {
	struct plain_address *v;
	size_t n;
};

/* What a number is for, by its label; of "work fax" that it is a fax, and of "cell work" that it is a cell. */
enum plain_number { NUMBER_ANY, NUMBER_HOME, NUMBER_WORK, NUMBER_FAX, NUMBER_CELL, NUMBER_PAGER };

enum plain_number plain_number(str label);
str plain_line(struct arena *a, str text); /* links as they are shown, control characters and line ends as blanks */
struct plain_facts plain_facts(const struct contact *c, str key);
str plain_text(const struct contact *c, str key); /* the first of them; absent: none */
struct strs plain_tags(const struct contact *c);  /* split at commas, without '#' */
/* The addresses a mail can go to, each once: local@domain and nothing else. */
struct plain_facts plain_emails(const struct contact *c);
/* What city and country say beside them is in the first one. */
struct plain_addresses plain_addresses(const struct contact *c);
/* For cards: email holds bare addresses, where it holds any, and tags are a list. */
void plain_tidy(struct contact *c);
/* "Lovelace, Ada" of sort-name, else the last word of the name is the family's. given: may be empty. */
void plain_name(const struct contact *c, str *given, str *family);

#endif

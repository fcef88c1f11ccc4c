/* page_parts: what page, pagecard and pagegraph tell each other. People stand in
 * the order of their names; all is kept in the page's arena. */
#ifndef NT_PAGE_PARTS_H
#define NT_PAGE_PARTS_H

#include "base/map.h"
#include "people/graph.h"
#include "query/pick.h"

#define PAGE_COLORS 8 /* of groups; those beyond have none of their own */

struct page_person {
	str name, path, folded;
	uint32_t node;     /* in the graph; NETWORK_NONE: none */
	size_t at;         /* its number on the page */
	int color;         /* of whom they belong with, from 0; negative: none */
	struct note *kept; /* from a stream, which cannot be read again; NULL: the book has it */
	bool holding;      /* due */
	double pressure;
	date due;
	struct strs why;
};

struct page {
	struct pick *pick;
	enum reader reader;
	date today;
	struct arena arena;
	struct graph graph; /* of no node without a book */
	struct page_person **people;
	size_t n;
	struct page_person **of_node; /* by node; NULL: no card, or oneself */
	struct map named;             /* folded name -> person */
	struct page_person several;   /* stands there for those of one name */
	struct buf *out;
};

void page_card(struct page *p, size_t person, struct note *n); /* pagecard.c */

struct pagegraph {
	struct pagegraph_node *nodes;
	uint32_t n;
	struct network net;
	size_t left_out; /* who is tied less */
};
/* Chooses whom to draw and gives people the colours of their groups. */
void pagegraph_make(struct page *p, struct pagegraph *g);
void pagegraph_put(struct page *p, const struct pagegraph *g);

#endif

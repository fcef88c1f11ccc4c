/* body: the Markdown below the front matter, the only file that includes
 * cmark.h. libcmark says what is a heading, an item, a paragraph, code, quote
 * or HTML and where it starts; the text is read from the bytes, whose ends are
 * found by indent and blank lines (libcmark's ends are not to be trusted). A
 * body that is plain enough is read without it: see plainbody.
 * Blocks stand in document order. Text that is code or HTML is in no block. */
#ifndef NT_BODY_H
#define NT_BODY_H

#include "base/arena.h"
#include "base/diag.h"
#include "text/bodyguard.h" /* the limits */
#include "text/definition.h"
#include <stdint.h>

enum body_block_kind {
	BLOCK_HEADING,
	BLOCK_ITEM, /* with its first paragraph as text */
	BLOCK_TEXT  /* any other paragraph */
};

struct body_block {
	enum body_block_kind kind;
	uint8_t level;   /* HEADING: 1 to 6; ITEM: how many lists it is in, from 1 */
	bool quoted;     /* inside a block quote */
	bool ordered;    /* ITEM: of a numbered list */
	int parent;      /* index of the enclosing item, -1 none */
	int heading;     /* index of the heading it stands below, -1 none; of a heading: its superior heading */
	uint32_t line;   /* in the body, from 1 */
	uint32_t at;     /* offset of its first byte: the marker of an item, the # of a heading */
	uint32_t text_at, text_end; /* its text: one heading line or paragraph, raw; empty when an item begins with something else */
	uint32_t end;    /* behind its last line with text and that line's end; an item's includes what is nested in it */
};

struct body {
	str bytes;
	struct body_block *blocks;
	size_t count;
	struct definitions definitions; /* of links */
	struct strs html;               /* its blocks */
	bool by_lines;      /* too hostile for libcmark: only lines "- ..." and "# ..." were read */
	struct fault fault; /* with by_lines: why; line in the body */
};

void body_parse(struct arena *a, str bytes, struct body *out);
/* The same, by libcmark even where plainbody would do. */
void body_parse_full(struct arena *a, str bytes, struct body *out);
/* Readers of bodies build them with these: a block at the end; the heading above one of that level that comes next. */
struct body_block *body_add(struct arena *a, struct body *b);
int body_superior(const struct body *b, int heading, int base, int level);
/* The raw text of a block as one line: line ends, the indent and quote marks of the next lines become one blank. */
str body_text(struct arena *a, const struct body *b, const struct body_block *k);

#endif

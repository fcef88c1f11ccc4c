/* link: [[Name]], [[Name|shown]], [[Name#heading]] and [text](../people/ada.md)
 * in raw text. What stands in code spans (as CommonMark pairs backticks) or
 * behind a backslash is no link. Slices point into the text. */
#ifndef NT_LINK_H
#define NT_LINK_H

#include "base/arena.h"

struct link {
	str target;     /* Name, folder/file, or the path of a Markdown link, %20 undone (arena) */
	str heading;    /* behind '#', absent if none */
	str label;      /* what is shown; absent: the target itself */
	bool markdown;  /* [text](path.md): relative to the note's folder */
	size_t at, end; /* bytes of the whole link in the text */
	str raw;        /* the target as it is written there */
};

struct links {
	struct link *v;
	size_t n;
	bool files; /* links_scan adds Markdown's links to other files and images too */
};

/* Adds the links of a text, at and end moved by base. */
void links_scan(struct arena *a, str text, size_t base, struct links *out);
/* "[[Ada|her]] asked" as a reader sees it: "her asked"; also [t](u) -> t. */
str links_shown(struct arena *a, str text);

#endif

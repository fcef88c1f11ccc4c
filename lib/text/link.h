/* link: [[Name]], [[Name|shown]], [[Name#heading]] and [text](../people/ada.md),
 * [text][label], [label][], [label] with that label defined, in raw text. Of a
 * path .md may be left out; / at its start is the root of the book. What stands in code spans (as CommonMark pairs backticks) or
 * behind a backslash is no link. Slices point into the text. */
#ifndef NT_LINK_H
#define NT_LINK_H

#include "text/definition.h"

struct link {
	str target;     /* Name, folder/file, or the path of a Markdown link, %20 undone (arena) */
	str heading;    /* behind '#', absent if none */
	str label;      /* what is shown; absent: the target itself */
	bool markdown;  /* [text](path.md): relative to the note's folder */
	bool reference; /* the target stands in a definition, elsewhere */
	size_t at, end; /* bytes of the whole link in the text */
	str raw;        /* the target as it is written there */
};

struct links {
	struct link *v;
	size_t n;
	bool files; /* links_scan adds Markdown's links to other files and images too */
	const struct definitions *defined; /* of the body that the text is from; NULL: none */
};

/* A target as it is written in a Markdown link or a definition. False: it is none of a note, or with files of a file. */
bool link_read_path(struct arena *a, str target, bool files, struct link *out);

/* Adds the links of a text, at and end moved by base. */
void links_scan(struct arena *a, str text, size_t base, struct links *out);
/* "[[Ada|her]] asked" as a reader sees it: "her asked"; also [t](u) -> t. */
str links_shown(struct arena *a, str text);

#endif

/* front: front matter, with plainfront the only file that knows YAML (libyaml, events only).
 * YAML 1.1 as libyaml reads it, the mapping between the fences as a tree of
 * values, each with the bytes it came from, so that edit can change one and
 * leave the rest. Departs from YAML: [[Name]] unquoted is the link it was meant
 * to be; an alias is its anchor's text, never a tree; scalars are all text.
 * What is plain enough is read without it: see plainfront.
 * Everything lives in the arena. A fault gives what to tell and no tree. */
#ifndef NT_FRONT_H
#define NT_FRONT_H

#include "base/arena.h"
#include "base/diag.h"
#include <stdint.h>

#define FRONT_DEPTH  64         /* nesting of values */
#define FRONT_BYTES  (1u << 20) /* of YAML in one note */
#define FRONT_EVENTS (1u << 18) /* libyaml events: about as many values */

enum value_kind { VALUE_NULL, VALUE_TEXT, VALUE_LIST, VALUE_MAP };

struct value {
	enum value_kind kind;
	char style;                 /* text: 0 plain, ' " | >; list, map: 0 block, [ { flow */
	bool link;                  /* text: written [[Name]] without quotes; its text has the brackets */
	bool anchored;              /* it or something in it has an anchor, a tag or is an alias: not edited */
	bool duplicate;             /* its key stands earlier in the same map too */
	str key;                    /* in a map: the key's text; absent in a list */
	str word;                   /* of a value that was gathered for a field of ours: the vault's key for it, or empty */
	str text;                   /* TEXT: decoded. Absent in the others */
	struct value *first, *next; /* LIST, MAP: the values in order */
	uint32_t key_at, key_end;   /* bytes of the key in the YAML text, quotes included */
	uint32_t at, end;           /* bytes of the value, without comments and blank lines behind it */
	uint32_t line, col;         /* of the key, else of the value: in the file, from 1, col in bytes */
};

struct front {
	str yaml;           /* what was parsed: between the fences, without them */
	struct value *root; /* a MAP; NULL: empty, or a fault */
	struct fault fault; /* line in the file */
};

/* line: the number in the file of the YAML text's first line. False on a fault. */
bool front_parse(struct arena *a, str yaml, size_t line, struct front *out);
/* The same, by libyaml even where plainfront would do. */
bool front_parse_full(struct arena *a, str yaml, size_t line, struct front *out);
/* Readers of front matter build it with these: [[Ada]] without quotes, read as a list in a list, becomes a link. */
void front_make_link(struct arena *a, str yaml, struct value *v);
bool front_is_null(str s); /* a plain scalar that is no text: nothing, ~, null */
/* The first value of that key; "a.b" also goes into a map. NULL when absent. A null value is not NULL. */
const struct value *front_get(const struct front *f, str key);
/* All the texts in a value: a text is one, a list its items, a map what it holds, nested too. Null: none. */
struct strs front_texts(struct arena *a, const struct value *v);
/* s as YAML 1.1 and 1.2 both read it back: plain where safe, else quoted; in flow context also for , [ ] { } ? : */
str front_quote(struct arena *a, str s, bool flow);
/* The same, but in the quotes of that value style (' or ") even where plain is safe; ' gives way to " for escapes. */
str front_quote_as(struct arena *a, str s, char style, bool flow);
bool front_literal(str s); /* text of several lines that can stand behind | as it is */

#endif

/* edits: what a note was and what it is to be, as the TextEdits and the
 * WorkspaceEdit of LSP 3.17. Nothing here writes a file: the editor does, or not. */
#ifndef NT_EDITS_H
#define NT_EDITS_H

#include "base/arena.h"
#include "lsp/position.h"

/* What the editor said that it can. */
struct edits_client {
	enum position_units units;
	bool versioned;      /* documentChanges */
	bool renames, makes; /* RenameFile, CreateFile */
};

struct edits_change {
	str uri, then; /* then: the file's new URI; absent: it stays */
	bool has_version, is_new;
	long version;
	str before, after; /* of a new file before is empty */
};

struct edits {
	struct edits_change *v;
	size_t n;
};

void edits_position(struct buf *out, struct position p);
void edits_range(struct buf *out, const struct positions *t, size_t at, size_t end);
/* An array of TextEdit: the least that differs, line by line. */
void edits_text(struct buf *out, str before, str after, enum position_units units);
bool edits_can(
	const struct edits *e, const struct edits_client *c); /* false: a file would be made or moved, and it cannot */
void edits_workspace(struct buf *out, const struct edits *e, const struct edits_client *c);

#endif

#include "book/undo.h"

#include "sys/file.h"
#include "base/json.h"
#include "base/map.h"
#include "book/changes.h"
#include <errno.h>
#include <inttypes.h>

/* False: there may be lines, and none is to be written over them. */
static bool read_lines(struct book *b, struct arena *a, struct buf *buf, struct strs *lines)
{
	str rest, line;
	*lines = (struct strs){0};
	if (!file_read(b->fd, UNDO_FILE, true, buf))
		return errno == ENOENT;
	rest = buf_str(buf);
	while (str_line(&rest, &line))
		strs_add(a, lines, str_chomp(line));
	return true;
}

/* The note itself is written all the same. */
static void cannot_note(void)
{
	hint("-u will not know of this; %s:", UNDO_FILE);
}

static bool write_lines(struct book *b, struct strs lines)
{
	struct buf out = {0};
	for (size_t i = lines.n > UNDO_MOST ? lines.n - UNDO_MOST : 0; i < lines.n; i++) {
		buf_add(&out, lines.v[i]);
		buf_putc(&out, '\n');
	}
	bool good = changes_dry() || file_put(b->fd, UNDO_FILE, buf_str(&out));
	if (!good)
		cannot_note();
	buf_release(&out);
	return good;
}

bool undo_note(struct book *b, str path, str before, str after)
{
	struct arena a = {0};
	struct buf buf = {0}, line = {0};
	size_t same = 0;
	while (same < before.n && same < after.n && before.p[same] == after.p[same])
		same++;
	bool noted = after.n > before.n && str_eq(str_skip(before, same), str_skip(after, same + after.n - before.n));
	if (noted) {
		buf_printf(&line, FMT "\t%016" PRIx64 "\t%zu\t", ARG(path), hash64(after), same);
		json_string(&line, str_head(str_skip(after, same), after.n - before.n));
		struct strs lines;
		noted = read_lines(b, &a, &buf, &lines);
		strs_add(&a, &lines, buf_str(&line));
		if (noted)
			noted = write_lines(b, lines);
		else
			cannot_note();
	}
	buf_release(&line);
	buf_release(&buf);
	arena_release(&a);
	return noted;
}

struct noted {
	str path, rev, inserted;
	long offset;
};

static bool read_noted(struct arena *a, str line, struct noted *out)
{
	str offset;
	struct strs text;
	if (!str_cut(&line, '\t', &out->path) || !str_cut(&line, '\t', &out->rev) || !str_cut(&line, '\t', &offset) ||
		!str_long(offset, &out->offset) || !json_read(a, line, &text) || !text.n)
		return false;
	out->inserted = text.v[0];
	return true;
}

/* Without the inserted bytes: at their place if the file is as it was left, else where they stand once. */
static str without(struct note *n, const struct noted *u)
{
	size_t at = (size_t)u->offset;
	if (!str_eq(arena_printf(n->arena, "%016" PRIx64, hash64(n->bytes)), u->rev)) {
		at = str_find(n->bytes, u->inserted);
		if (at == STR_NONE || str_find(str_skip(n->bytes, at + 1), u->inserted) != STR_NONE)
			return (str){0};
	}
	str parts[] = {str_head(n->bytes, at), str_skip(n->bytes, at + u->inserted.n)};
	return strs_join(n->arena, (struct strs){parts, 2}, S(""));
}

/* The last line for that path; STR_NONE: there is none. */
static size_t find_last(struct strs lines, struct arena *a, str path, struct noted *out)
{
	size_t i = lines.n;
	while (i-- > 0)
		if (read_noted(a, lines.v[i], out) && str_eq(out->path, path))
			break;
	return i;
}

str undo_last(struct book *b, struct note *n, struct fault *why)
{
	struct buf buf = {0};
	struct noted u;
	struct strs lines;
	str after = {0};
	if (!read_lines(b, n->arena, &buf, &lines)) {
		warn("%s:", UNDO_FILE);
		why->text = S("what was written last is not known");
	} else if (find_last(lines, n->arena, n->path, &u) == STR_NONE) {
		why->text = S("nothing to take back");
	} else {
		after = without(n, &u);
		if (!after.p)
			why->text = S("the entry has been changed since; nothing was taken back");
	}
	buf_release(&buf);
	return after;
}

void undo_drop(struct book *b, str path)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct noted u;
	struct strs lines;
	size_t i = read_lines(b, &a, &buf, &lines) ? find_last(lines, &a, path, &u) : STR_NONE;
	if (i != STR_NONE) {
		for (; i + 1 < lines.n; i++)
			lines.v[i] = lines.v[i + 1];
		lines.n--;
		write_lines(b, lines);
	}
	buf_release(&buf);
	arena_release(&a);
}

bool undo_moved(struct book *b, str old_path, str new_path)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct noted u;
	struct strs lines;
	bool any = false, good = read_lines(b, &a, &buf, &lines);
	for (size_t i = 0; i < lines.n; i++)
		if (read_noted(&a, lines.v[i], &u) && str_eq(u.path, old_path)) {
			lines.v[i] = arena_join(&a, new_path, str_skip(lines.v[i], old_path.n));
			any = true;
		}
	good = good && (!any || write_lines(b, lines));
	buf_release(&buf);
	arena_release(&a);
	return good;
}

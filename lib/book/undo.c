#include "book/undo.h"

#include "sys/file.h"
#include "base/diff.h"
#include "base/json.h"
#include "base/map.h"
#include "book/changes.h"
#include <errno.h>
#include <inttypes.h>

/* The strings of a line. */
enum { TOOL, WHOSE, PATH, REVISION, PLACES };
enum { OFFSET, OLD, NEW, PLACE_SIZE };

/* False: there may be lines, and none is to be written over them. */
static bool read_lines(struct book *b, struct arena *a, struct strs *lines)
{
	struct buf buf = {0};
	*lines = (struct strs){0};
	bool good = file_read(b->fd, UNDO_FILE, true, &buf) || errno == ENOENT;
	int saved = errno;
	str rest = good ? arena_dup(a, buf_str(&buf)) : (str){0}, line;
	while (str_line(&rest, &line))
		strs_add(a, lines, str_chomp(line));
	buf_release(&buf);
	errno = saved;
	return good;
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

static str in_json(struct arena *a, struct strs list)
{
	struct buf out = {0};
	json_strings(&out, list);
	str line = arena_dup(a, buf_str(&out));
	buf_release(&out);
	return line;
}

/* A line that another version of nt wrote, or no one, is none. */
static bool read_noted(struct arena *a, str line, struct strs *out)
{
	return json_read(a, line, out) && out->n > PLACES && (out->n - PLACES) % PLACE_SIZE == 0;
}

/* Lines that only went are found again by the lines around them. */
static void widen(struct diff_hunk *h, size_t new_lines)
{
	size_t above = h->new > 0, below = h->new < new_lines;
	if (h->new_n)
		return;
	h->old -= above;
	h->new -= above;
	h->old_n += above + below;
	h->new_n += above + below;
}

/* The places that differ, each of whole lines, none over another. */
static struct diff places_of(struct arena *a, str before, str after)
{
	struct diff d = diff_lines(a, before, after);
	size_t n = 0;
	for (size_t i = 0; i < d.n; i++) {
		struct diff_hunk h = d.v[i], *last = n ? &d.v[n - 1] : NULL;
		widen(&h, d.new.n);
		if (last && h.new < last->new + last->new_n) {
			last->old_n = h.old + h.old_n - last->old;
			last->new_n = h.new + h.new_n - last->new;
		} else {
			d.v[n++] = h;
		}
	}
	d.n = n;
	return d;
}

static str lines_text(struct arena *a, struct strs lines, size_t at, size_t n)
{
	return n ? strs_join(a, (struct strs){lines.v + at, n}, S("")) : S("");
}

static str revision_of(struct arena *a, str bytes)
{
	return arena_printf(a, "%016" PRIx64, hash64(bytes));
}

static struct strs noted_of(struct arena *a, str whose, str path, str before, str after)
{
	str head[] = {str_of(diag_tool), whose, path, revision_of(a, after)};
	struct strs noted = {0};
	struct diff d = places_of(a, before, after);
	size_t offset = 0, line = 0;
	for (size_t i = 0; i < PLACES; i++)
		strs_add(a, &noted, head[i]);
	for (size_t i = 0; i < d.n; i++) {
		for (; line < d.v[i].new; line++)
			offset += d.new.v[line].n;
		strs_add(a, &noted, arena_printf(a, "%zu", offset));
		strs_add(a, &noted, lines_text(a, d.old, d.v[i].old, d.v[i].old_n));
		strs_add(a, &noted, lines_text(a, d.new, d.v[i].new, d.v[i].new_n));
	}
	return noted;
}

/* Whether lines that are found at that offset are whole lines there. */
static bool stands_at(str bytes, size_t at, str lines)
{
	str behind = str_skip(bytes, at + lines.n);
	bool begins = at == 0 || bytes.p[at - 1] == '\n';
	return begins && (!behind.n || str_ends(lines, S("\n")) || str_chr(S("\r\n"), behind.p[0]) != STR_NONE);
}

/* Where the lines stand; STR_NONE: nowhere, or twice. */
static size_t find_once(str bytes, str lines)
{
	size_t found = STR_NONE, at = 0, next;
	while (lines.n && (next = str_find(str_skip(bytes, at), lines)) != STR_NONE) {
		at += next;
		if (stands_at(bytes, at, lines)) {
			if (found != STR_NONE)
				return STR_NONE;
			found = at;
		}
		at++;
	}
	return found;
}

static size_t noted_offset(str bytes, const str *place)
{
	long at;
	bool good = str_long(place[OFFSET], &at) && at >= 0 && (size_t)at <= bytes.n &&
		    str_starts(str_skip(bytes, (size_t)at), place[NEW]);
	return good ? (size_t)at : STR_NONE;
}

/* The bytes with the old lines in all places: those noted if the note is as it was left, else where the new lines
 * stand once. Absent: a place is not there any more. */
static str restored(struct arena *a, str bytes, struct strs noted)
{
	bool as_left = str_eq(revision_of(a, bytes), noted.v[REVISION]);
	struct strs parts = {0};
	size_t done = 0;
	for (size_t i = PLACES; i < noted.n; i += PLACE_SIZE) {
		const str *place = &noted.v[i];
		size_t at = as_left ? noted_offset(bytes, place) : find_once(bytes, place[NEW]);
		if (at == STR_NONE || at < done)
			return (str){0};
		strs_add(a, &parts, str_head(str_skip(bytes, done), at - done));
		strs_add(a, &parts, place[OLD]);
		done = at + place[NEW].n;
	}
	strs_add(a, &parts, str_skip(bytes, done));
	return strs_join(a, parts, S(""));
}

void undo_note(struct book *b, str whose, str path, str before, str after)
{
	struct arena a = {0};
	struct strs lines, noted;
	str line = in_json(&a, noted_of(&a, whose, path, before, after));
	if (!read_noted(&a, line, &noted) || !str_eq(noted.v[WHOSE], whose) || !str_eq(noted.v[PATH], path) ||
		!str_eq(restored(&a, after, noted), before)) {
		hint("-u will not know of this: it is not text in UTF-8");
	} else if (!read_lines(b, &a, &lines)) {
		cannot_note();
	} else {
		strs_add(&a, &lines, line);
		write_lines(b, lines);
	}
	arena_release(&a);
}

/* The last line of this tool for whose; STR_NONE: there is none. */
static size_t find_last(struct arena *a, struct strs lines, str whose, struct strs *out)
{
	size_t i = lines.n;
	while (i-- > 0)
		if (read_noted(a, lines.v[i], out) && str_eq(out->v[TOOL], str_of(diag_tool)) &&
			str_eq(out->v[WHOSE], whose))
			break;
	return i;
}

/* False and why: nothing is noted. */
static bool read_last(struct book *b, struct arena *a, str whose, struct strs *out, struct fault *why)
{
	struct strs lines;
	if (!read_lines(b, a, &lines)) {
		warn("%s:", UNDO_FILE);
		why->text = S("what was written last is not known");
	} else if (find_last(a, lines, whose, out) == STR_NONE) {
		why->text = S("nothing to take back");
	}
	return !why->text.p;
}

str undo_where(struct book *b, struct arena *a, str whose, struct fault *why)
{
	struct strs noted;
	return read_last(b, a, whose, &noted, why) ? noted.v[PATH] : (str){0};
}

str undo_last(struct book *b, struct note *n, str whose, struct fault *why)
{
	struct strs noted;
	if (!read_last(b, n->arena, whose, &noted, why))
		return (str){0};
	str before = restored(n->arena, n->bytes, noted);
	if (!before.p)
		why->text = S("what was written has been changed since; nothing was taken back");
	return before;
}

void undo_drop(struct book *b, str whose)
{
	struct arena a = {0};
	struct strs lines, noted;
	size_t i = read_lines(b, &a, &lines) ? find_last(&a, lines, whose, &noted) : STR_NONE;
	if (i != STR_NONE) {
		for (; i + 1 < lines.n; i++)
			lines.v[i] = lines.v[i + 1];
		lines.n--;
		write_lines(b, lines);
	}
	arena_release(&a);
}

bool undo_moved(struct book *b, str old_path, str new_path)
{
	struct arena a = {0};
	struct strs lines, noted;
	bool any = false, good = read_lines(b, &a, &lines);
	for (size_t i = 0; i < lines.n; i++) {
		if (!read_noted(&a, lines.v[i], &noted))
			continue;
		bool whose = str_eq(noted.v[WHOSE], old_path), path = str_eq(noted.v[PATH], old_path);
		noted.v[WHOSE] = whose ? new_path : noted.v[WHOSE];
		noted.v[PATH] = path ? new_path : noted.v[PATH];
		if (whose || path)
			lines.v[i] = in_json(&a, noted);
		any |= whose || path;
	}
	good = good && (!any || write_lines(b, lines));
	arena_release(&a);
	return good;
}

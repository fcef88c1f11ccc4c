#include "base/diff.h"

#include "base/align.h"
#include "base/term.h"

#define CONTEXT 3

static struct strs split(struct arena *a, str text)
{
	struct strs lines = {.v = arena_alloc(a, sizeof *lines.v)};
	while (text.n) {
		size_t end = str_chr(text, '\n');
		str line = str_head(text, end == STR_NONE ? text.n : end + 1);
		strs_add(a, &lines, line);
		text = str_skip(text, line.n);
	}
	return lines;
}

/* A run of lines without mates on either side becomes a hunk. */
struct diff diff_lines(struct arena *a, str before, str after)
{
	struct diff d = {.old = split(a, before), .new = split(a, after)};
	size_t *mate = align(a, d.old, d.new), old = 0, new = 0;
	while (old < d.old.n || new < d.new.n) {
		struct diff_hunk h = {.old = old, .new = new};
		while (old < d.old.n && mate[old] == STR_NONE)
			old++;
		new = old < d.old.n ? mate[old] : d.new.n;
		h.old_n = old - h.old;
		h.new_n = new - h.new;
		if (h.old_n || h.new_n) {
			d.v = arena_more(a, d.v, d.n, sizeof *d.v);
			d.v[d.n++] = h;
		}
		old += old < d.old.n;
		new += new < d.new.n;
	}
	return d;
}

/* As git writes it, in quotes when it has to be. */
static void put_path(struct buf *out, const char *side, str path)
{
	bool quoted = str_chr(path, '"') != STR_NONE || str_chr(path, '\\') != STR_NONE;
	buf_puts(out, quoted ? "\"" : "");
	buf_puts(out, side);
	for (size_t i = 0; i < path.n; i++) {
		if (path.p[i] == '"' || path.p[i] == '\\')
			buf_putc(out, '\\');
		buf_putc(out, path.p[i]);
	}
	buf_puts(out, quoted ? "\"" : "");
}

static void put_header(struct buf *out, str from, str path, bool is_new, bool goes)
{
	buf_puts(out, "diff --git ");
	put_path(out, "a/", from);
	buf_putc(out, ' ');
	put_path(out, "b/", path);
	buf_puts(out, is_new ? "\nnew file mode 100644\n" : goes ? "\ndeleted file mode 100644\n" : "\n");
	if (str_eq(from, path))
		return;
	buf_puts(out, "rename from ");
	put_path(out, "", from);
	buf_puts(out, "\nrename to ");
	put_path(out, "", path);
	buf_putc(out, '\n');
}

/* A tab behind a path with a blank, for patch(1). */
static void put_sides(struct buf *out, str from, str path, bool is_new, bool goes)
{
	buf_puts(out, is_new ? "--- /dev/null" : "--- ");
	if (!is_new)
		put_path(out, "a/", from);
	buf_puts(out, !is_new && str_chr(from, ' ') != STR_NONE ? "\t\n+++ " : "\n+++ ");
	if (goes)
		buf_puts(out, "/dev/null");
	else
		put_path(out, "b/", path);
	buf_puts(out, !goes && str_chr(path, ' ') != STR_NONE ? "\t\n" : "\n");
}

static void put_line(struct buf *out, char mark, str line)
{
	buf_putc(out, mark);
	buf_add(out, line);
	if (!str_ends(line, S("\n")))
		buf_puts(out, "\n\\ No newline at end of file\n");
}

static void put_range(struct buf *out, char mark, size_t from, size_t n)
{
	buf_printf(out, n == 1 ? "%c%zu" : "%c%zu,%zu", mark, n ? from + 1 : from, n);
}

/* The hunks first to last as one, with the lines around and between them. */
static void put_hunks(struct buf *out, const struct diff *d, size_t first, size_t last)
{
	const struct diff_hunk *h = &d->v[first], *l = &d->v[last];
	size_t before = h->old < CONTEXT ? h->old : CONTEXT, old = h->old - before, end = l->old + l->old_n + CONTEXT;
	end = end < d->old.n ? end : d->old.n;
	buf_puts(out, "@@ ");
	put_range(out, '-', old, end - old);
	buf_putc(out, ' ');
	put_range(out, '+', h->new - before, end - old + (l->new + l->new_n - h->new) - (l->old + l->old_n - h->old));
	buf_puts(out, " @@\n");
	for (; h <= l; h++) {
		for (; old < h->old; old++)
			put_line(out, ' ', d->old.v[old]);
		for (; old < h->old + h->old_n; old++)
			put_line(out, '-', d->old.v[old]);
		for (size_t i = h->new; i < h->new + h->new_n; i++)
			put_line(out, '+', d->new.v[i]);
	}
	for (; old < end; old++)
		put_line(out, ' ', d->old.v[old]);
}

void diff_unified(struct buf *out, str from, str path, str before, str after)
{
	diff_unified_as(out, from, path, before, after, before, after);
}

void diff_unified_as(struct buf *out, str from, str path, str before, str after, str shown_before, str shown_after)
{
	struct arena a = {0};
	struct diff d = diff_lines(&a, before, after);
	d.old = split(&a, shown_before);
	d.new = split(&a, shown_after);
	if (d.n || !before.p || !after.p || !str_eq(from, path))
		put_header(out, from, path, !before.p, !after.p);
	if (d.n)
		put_sides(out, from, path, !before.p, !after.p);
	for (size_t i = 0, last; i < d.n; i = last + 1) {
		for (last = i; last + 1 < d.n; last++)
			if (d.v[last + 1].old - (d.v[last].old + d.v[last].old_n) > 2 * CONTEXT)
				break;
		put_hunks(out, &d, i, last);
	}
	arena_release(&a);
}

void diff_print(FILE *f, str patch, bool terminal, bool color)
{
	str line;
	if (!terminal)
		fwrite(patch.p, 1, patch.n, f);
	while (terminal && str_line(&patch, &line)) {
		term_style(f, line.p[0] == '+' ? GREEN : line.p[0] == '-' ? RED : PLAIN, color, str_chomp(line));
		putc('\n', f);
	}
}

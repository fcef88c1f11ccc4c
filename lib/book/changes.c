#include "book/changes.h"

#include "base/diag.h"
#include "base/diff.h"
#include "base/map.h"
#include "note/sight.h"
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

/* What a dry run would have written. */
struct draft {
	str path, before, after; /* before is absent: a new note */
	struct draft *next;
};

static bool dry, written;
static struct book *book;  /* that of the drafts */
static struct arena arena; /* of the drafts */
static struct map drafts;  /* by path */
static struct draft *first, **last = &first;

const struct opt changes_options[] = {
	{'n', "dry-run", OPT_FLAG, &dry, NULL, "print what would change as a patch, and write nothing"},
	OPT_END,
};

bool changes_dry(void)
{
	return dry;
}

bool changes_made(str path)
{
	return map_get(&drafts, path) != NULL;
}

bool changes_load(struct book *b, struct arena *a, struct buf *buf, str path, struct note *out)
{
	const struct draft *d = map_get(&drafts, path);
	if (!d)
		return book_load(b, a, buf, path, out);
	*out = (struct note){
		.config = &b->config, .arena = a, .path = path, .bytes = d->after, .shown = book_shown(b, a, path)};
	note_begin(out);
	return true;
}

static void sketch(struct book *b, str path, str before, str after)
{
	struct draft *d = map_get(&drafts, path);
	book = b;
	if (!d) {
		d = arena_alloc(&arena, sizeof *d);
		*d = (struct draft){.path = arena_dup(&arena, path), .before = arena_dup(&arena, before)};
		map_put(&drafts, d->path, d);
		*last = d;
		last = &d->next;
	}
	d->after = arena_dup(&arena, after);
}

static enum file_result replace(struct book *b, str path, const char *name, str before, str after)
{
	enum file_result result = file_replace(b->fd, name, before, after);
	int saved = errno;
	if (file_kept())
		warn_at(book_shown(b, &b->arena, path), 0, 0,
			"what another program has just saved is kept in '" FMT "'",
			ARG(book_shown(b, &b->arena, str_of(file_kept()))));
	errno = saved;
	return result;
}

enum file_result changes_put(struct book *b, str path, str before, str after)
{
	struct arena a = {0};
	const char *name = arena_cstr(&a, path);
	enum file_result result = FILE_WRITTEN;
	if (dry)
		sketch(b, path, before, after);
	else
		result = before.p ? replace(b, path, name, before, after) : file_create(b->fd, name, after);
	written |= result == FILE_WRITTEN;
	arena_release(&a);
	return result;
}

enum file_result changes_remove(struct book *b, str path, str before)
{
	struct arena a = {0};
	enum file_result result = FILE_WRITTEN;
	if (dry)
		sketch(b, path, before, (str){0});
	else
		result = file_remove(b->fd, arena_cstr(&a, path), before);
	written |= result == FILE_WRITTEN;
	arena_release(&a);
	return result;
}

static str shown(struct arena *a, struct book *b, str path, str bytes)
{
	struct note n = {.config = &b->config, .arena = a, .path = path, .shown = path, .bytes = bytes};
	note_begin(&n);
	return bytes.p ? sight_lines(sight_of(STDOUT_FILENO), &n) : bytes;
}

void changes_patch(struct buf *out, struct book *b, str from, str path, str before, str after)
{
	struct arena a = {0};
	diff_unified_as(out, from, path, before, after, shown(&a, b, from, before), shown(&a, b, path, after));
	arena_release(&a);
}

void changes_print(void)
{
	struct buf out = {0};
	for (const struct draft *d = first; d; d = d->next)
		changes_patch(&out, book, d->path, d->path, d->before, d->after);
	diff_print(stdout, buf_str(&out), isatty(STDOUT_FILENO), opt_color());
	buf_release(&out);
	map_release(&drafts);
	arena_release(&arena);
	first = NULL;
	last = &first;
}

int changes_end(int answer)
{
	changes_print();
	if (answer == STATUS_YES || written)
		diag_forget_asides();
	return finish(answer);
}

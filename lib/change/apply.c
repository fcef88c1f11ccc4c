#include "change/apply.h"

#include "base/diff.h"
#include "book/changes.h"
#include "book/resolve.h"
#include "book/stream.h"
#include "book/undo.h"
#include "note/sight.h"
#include "base/term.h"
#include "base/utf8.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

str apply_target(struct book *b, str name, int *answer)
{
	bool none;
	str path = resolve_name(b, name, &none);
	if (path.p)
		return path;
	*answer = none ? STATUS_NO : STATUS_TROUBLE;
	if (none)
		hint("nobody is called '" FMT "'; nt-new makes a note", ARG(name));
	return (str){0};
}

/* A change as it is told: the note before and after it, for this reader. */
struct telling {
	struct note before, after;
	enum reader reader;
	bool whole; /* nothing in them is private, or may be seen */
};

/* Prints the lines, the first with this number; false: there are none with text. */
static bool put_lines(struct telling *t, struct note *n, size_t number, const char *word, struct strs lines)
{
	bool any = false;
	for (size_t i = 0; i < lines.n; i++) {
		str text = str_chomp(lines.v[i]);
		if (!str_trim(text).n)
			continue;
		any = true;
		term_put(stdout, n->shown);
		printf(":%zu: %s", number + i, word);
		term_put(stdout, t->whole || sight_bytes(t->reader, n, text) ? text : S("(private)"));
		putchar('\n');
	}
	return any;
}

/* Of a change that leaves fewer lines: the keys of front matter that went. */
static void put_lost_keys(struct telling *t, size_t number, struct strs old, struct strs new)
{
	for (size_t i = 0; i < old.n; i++) {
		size_t colon = str_chr(old.v[i], ':'), k = 0;
		if (colon == STR_NONE || !utf8_letter(old.v[i]))
			continue;
		while (k < new.n && !str_starts(new.v[k], str_head(old.v[i], colon + 1)))
			k++;
		if (k == new.n)
			put_lines(t, &t->before, number, "taken out: ", (struct strs){&old.v[i], 1});
	}
}

static void put_change(struct telling *t, size_t number, struct strs old, struct strs new)
{
	if (!put_lines(t, &t->after, number, "", new))
		put_lines(t, &t->before, number, "taken out: ", old);
	else if (old.n > new.n)
		put_lost_keys(t, number + new.n, old, new);
}

static struct strs slice(struct strs lines, size_t at, size_t n)
{
	return n ? (struct strs){lines.v + at, n} : (struct strs){0};
}

static struct note with_bytes(const struct note *n, struct arena *a, str bytes)
{
	struct note other = *n;
	other.arena = a;
	other.bytes = bytes;
	note_begin(&other);
	return other;
}

void apply_report(const struct note *n, str before, str after)
{
	struct arena a = {0};
	struct diff d = diff_lines(&a, before, after);
	struct telling t = {with_bytes(n, &a, before), with_bytes(n, &a, after), sight_of(STDOUT_FILENO), false};
	t.whole = sight_whole(t.reader, &t.before) && sight_whole(t.reader, &t.after);
	for (size_t i = 0; i < d.n; i++) {
		const struct diff_hunk *h = &d.v[i];
		put_change(&t, h->new + 1, slice(d.old, h->old, h->old_n), slice(d.new, h->new, h->new_n));
	}
	arena_release(&a);
}

/* What a change came to, the last time that it was tried. */
struct trial {
	change_fn *change;
	void *ctx;
	struct arena arena;
	str before, after;
};

static str try(struct note *n, void *ctx, struct fault *why)
{
	struct trial *t = ctx;
	str after = t->change(n, t->ctx, why);
	arena_reset(&t->arena);
	t->before = arena_dup(&t->arena, n->bytes);
	t->after = arena_dup(&t->arena, after);
	return after;
}

static void report_path(struct book *b, str path, const struct trial *t)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	if (book_load(b, &a, &buf, path, &n))
		apply_report(&n, t->before, t->after);
	buf_release(&buf);
	arena_release(&a);
}

/* whose: absent if it is not to be noted. */
static bool write_path(struct book *b, str whose, str path, change_fn *change, void *ctx)
{
	struct trial t = {.change = change, .ctx = ctx};
	int lock = save_lock(b);
	enum save_result result = save_change(b, path, try, &t);
	if (result == SAVE_WRITTEN && !changes_dry()) {
		if (whose.p)
			undo_note(b, whose, path, t.before, t.after);
		report_path(b, path, &t);
	}
	save_unlock(lock);
	arena_release(&t.arena);
	return result != SAVE_FAILED;
}

bool apply_path(struct book *b, str path, change_fn *change, void *ctx)
{
	return write_path(b, (str){0}, path, change, ctx);
}

bool apply_noted(struct book *b, str whose, str path, change_fn *change, void *ctx)
{
	return write_path(b, whose, path, change, ctx);
}

static int filter(struct book *b, change_fn *change, void *ctx)
{
	struct arena a = {0};
	struct stream s = {.fd = STDIN_FILENO, .book = b, .arena = &a};
	struct note n;
	if (changes_dry())
		die("-n: a filter of a stream writes nothing; give it to nt-save: ... - | nt-save -n");
	if (isatty(STDIN_FILENO))
		die("- reads a stream of notes, and standard input is a terminal");
	while (stream_next(&s, &n)) {
		struct fault why = {0};
		str after = note_ok(&n) ? change(&n, ctx, &why) : (str){0};
		if (after.p)
			note_replace(&n, after);
		else if (why.text.p)
			note_warn(&n, why.line, why.col, FMT, ARG(why.text));
		stream_put(stdout, &n);
	}
	stream_release(&s);
	arena_release(&a);
	return STATUS_YES;
}

int apply_targets(struct book *b, char **names, struct strs *paths)
{
	int answer = STATUS_YES;
	if (b->fd < 0) {
		book_release(b);
		book_need(b);
	}
	for (char **name = names; *name; name++) {
		if (strcmp(*name, "-") == 0)
			die("'-' is the stream on standard input and stands alone");
		str path = apply_target(b, str_of(*name), &answer);
		if (path.p && !strs_has(*paths, path))
			strs_add(&b->arena, paths, path);
	}
	return answer;
}

int apply_each(struct book *b, char **names, change_fn *change, void *ctx)
{
	struct strs paths = {0};
	if (strcmp(*names, "-") == 0 && !names[1])
		return filter(b, change, ctx);
	int answer = apply_targets(b, names, &paths);
	if (answer != STATUS_YES)
		return answer;
	for (size_t i = 0; i < paths.n; i++)
		if (!apply_noted(b, paths.v[i], paths.v[i], change, ctx))
			answer = STATUS_TROUBLE;
	return answer;
}

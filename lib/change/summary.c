#include "change/summary.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "note/sight.h"
#include "sys/git.h"
#include <fcntl.h>
#include <unistd.h>

#define COLUMNS 72

static const char *const verbs[SUMMARY_KINDS] = {"new", "log", "set", "edit", "mv", "gone"};

/* One file of the patch. */
struct change {
	str path;
	bool is_new, goes, moves;
	bool log, set, other; /* lines of these sorts changed */
};

/* Git's: in quotes, with escapes, where a byte of it would mislead. */
static str unquoted(struct arena *a, str text)
{
	struct buf b = {0};
	for (size_t i = 1; i < text.n && text.p[i] != '"'; i++) {
		char c = text.p[i];
		if (c != '\\' || i + 1 >= text.n) {
			buf_putc(&b, c);
		} else if (str_digit(text.p[i + 1]) && i + 3 < text.n) {
			buf_putc(&b,
				(char)((text.p[i + 1] - '0') * 64 + (text.p[i + 2] - '0') * 8 + text.p[i + 3] - '0'));
			i += 3;
		} else {
			c = text.p[++i];
			buf_putc(&b, (char)(c == 'n' ? '\n' : c == 't' ? '\t' : c));
		}
	}
	return arena_take(a, &b);
}

/* Behind the mark, if it begins so: "b/". */
static str path_of(struct arena *a, str line, const char *mark)
{
	str path = str_chomp(line);
	size_t tab = str_chr(path, '\t');
	path = str_head(path, tab == STR_NONE ? path.n : tab);
	if (str_starts(path, S("\"")))
		path = unquoted(a, path);
	return str_starts(path, str_of(mark)) ? str_skip(path, strlen(mark)) : (str){0};
}

/* diff --git a/x b/x: of an empty or binary file no other line has it. */
static str path_of_head(struct arena *a, str line)
{
	size_t plain = str_find(line, S(" b/")), quoted = str_find(line, S(" \"b/"));
	size_t at = plain < quoted ? plain : quoted;
	return at == STR_NONE ? (str){0} : path_of(a, str_skip(line, at + 1), "b/");
}

/* - 2026-11-03 call: x, or - [ ] owe: y */
static bool is_entry(str text)
{
	text = str_trim(text);
	if (text.n < 3 || !strchr("-*+", text.p[0]) || text.p[1] != ' ')
		return false;
	return str_digit(text.p[2]) || text.p[2] == '[';
}

static bool is_field(str text)
{
	size_t colon = str_chr(text, ':');
	return colon != STR_NONE && colon > 0 && !str_blank(text.p[0]) && text.p[0] != '#' && text.p[0] != '-';
}

static void read_line(struct arena *a, struct change *c, str line)
{
	if (str_starts(line, S("rename to "))) {
		c->path = path_of(a, str_skip(line, 10), "");
		c->moves = true;
	} else if (str_starts(line, S("new file mode"))) {
		c->is_new = true;
	} else if (str_starts(line, S("deleted file mode"))) {
		c->goes = true;
	} else if (str_starts(line, S("+++ ")) || str_starts(line, S("--- "))) {
		str path = path_of(a, str_skip(line, 4), line.p[0] == '+' ? "b/" : "a/");
		if (path.p && !c->moves)
			c->path = path;
	}
}

static void read_change(struct change *c, str line)
{
	str text = str_chomp(str_skip(line, 1));
	if (!str_trim(text).n || str_eq(str_trim(text), S("## Log")) || str_starts(text, S("---")))
		return;
	bool item = str_starts(str_trim(text), S("- ")); /* of a field or of the text */
	c->log |= is_entry(text);
	c->set |= !is_entry(text) && is_field(text);
	c->other |= !is_entry(text) && !is_field(text) && !item;
}

/* What is wrong with the note is for nt-check to say. */
static str name_of(struct arena *a, struct book *b, str path)
{
	struct buf buf = {0};
	struct note n;
	str name = path;
	diag_hook = diag_unheard;
	if (str_ends(path, S(".md")) && book_load(b, a, &buf, path, &n) && note_ok(&n)) {
		name = arena_dup(a, sight_name(READER_REST, &n));
	}
	diag_hook = NULL;
	buf_release(&buf);
	return name;
}

static void add(struct arena *a, struct book *b, struct summary *s, const struct change *c)
{
	enum summary_kind kind = c->is_new             ? SUMMARY_NEW
				 : c->goes             ? SUMMARY_GONE
				 : c->moves            ? SUMMARY_MOVE
				 : c->log              ? SUMMARY_LOG
				 : c->set && !c->other ? SUMMARY_SET
						       : SUMMARY_EDIT;
	if (!c->path.n)
		return;
	str stem = str_base(c->path);
	if (str_ends(stem, S(".md")))
		stem = str_head(stem, stem.n - 3);
	strs_add(a, &s->names[kind], c->goes ? stem : name_of(a, b, c->path));
	if (!c->goes)
		strs_add(a, &s->paths, c->path);
	s->n++;
}

static str patch_of(struct arena *a, struct book *b, const char *from)
{
	struct buf out = {0};
	const char *what = from ? arena_cstr(a, arena_printf(a, "%s..HEAD", from)) : "--cached";
	int status = git_ask(arena_cstr(a, b->root), &out,
		GIT("-c", "core.quotePath=false", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false",
			"diff", "--relative", "-M", "-U0", "--no-color", "--no-ext-diff", what, "--", "."));
	str text = status == 0 ? arena_dup(a, buf_str(&out)) : (str){0};
	buf_release(&out);
	return text;
}

struct strs summary_moved(struct arena *a, struct book *b)
{
	struct strs moved = {0};
	str how, old, path;
	str all = git_line(a, arena_cstr(a, b->root),
		GIT("diff", "--cached", "--relative", "--name-status", "-z", "-M100%", "--diff-filter=R", "--", "."));
	while (all.n && str_cut(&all, '\0', &how) && str_cut(&all, '\0', &old) && str_cut(&all, '\0', &path))
		if (faccessat(b->fd, arena_cstr(a, path), F_OK, 0) == 0) {
			strs_add(a, &moved, old);
			strs_add(a, &moved, path);
		}
	return moved;
}

/* A short note has little in common with itself under another name: git takes it for two. */
static void read_moved(struct change *c, struct strs moved)
{
	for (size_t i = 0; i + 1 < moved.n; i += 2) {
		if (c->goes && str_eq(c->path, moved.v[i]))
			c->path = S("");
		if (c->is_new && str_eq(c->path, moved.v[i + 1])) {
			c->is_new = false;
			c->moves = true;
		}
	}
}

void summary_read(struct arena *a, struct book *b, const char *from, struct strs moved, struct summary *out)
{
	str patch = patch_of(a, b, from);
	struct change c = {.path = {0}};
	bool head = false;
	str line;
	*out = (struct summary){.n = 0};
	while (str_line(&patch, &line)) {
		if (str_starts(line, S("diff --git "))) {
			read_moved(&c, moved);
			add(a, b, out, &c);
			c = (struct change){.path = {0}};
			c.path = path_of_head(a, line);
			head = true;
		} else if (str_starts(line, S("@@ "))) {
			head = false;
		} else if (head) {
			read_line(a, &c, line);
		} else if (line.p[0] == '+' || line.p[0] == '-') {
			read_change(&c, line);
		}
	}
	read_moved(&c, moved);
	add(a, b, out, &c);
}

/* As many names as fit; the others are counted. */
static str some_of(struct arena *a, struct strs names, size_t room)
{
	struct buf b = {0};
	size_t i = 0;
	for (; i < names.n && (!i || utf8_width(buf_str(&b)) + utf8_width(names.v[i]) + 2 <= room); i++) {
		buf_puts(&b, i ? ", " : "");
		buf_add(&b, names.v[i]);
	}
	if (i < names.n)
		buf_printf(&b, " and %zu more", names.n - i);
	return arena_take(a, &b);
}

str summary_line(struct arena *a, const struct summary *s)
{
	struct strs parts = {0};
	size_t kinds = 0;
	for (int k = 0; k < SUMMARY_KINDS; k++)
		kinds += s->names[k].n > 0;
	for (int k = 0; k < SUMMARY_KINDS; k++)
		if (s->names[k].n)
			strs_add(a, &parts,
				arena_printf(a, "%s: " FMT, verbs[k],
					ARG(some_of(a, s->names[k], COLUMNS / kinds - strlen(verbs[k]) - 16))));
	return strs_join(a, parts, S("; "));
}

static str joined(struct arena *a, const struct summary *s, str sep)
{
	struct strs parts = {0};
	for (int k = 0; k < SUMMARY_KINDS; k++)
		if (s->names[k].n)
			strs_add(a, &parts,
				arena_printf(a, "%s: " FMT, verbs[k], ARG(strs_join(a, s->names[k], S(", ")))));
	return strs_join(a, parts, sep);
}

str summary_whole(struct arena *a, const struct summary *s)
{
	return joined(a, s, S("\n"));
}

bool summary_fits(struct arena *a, const struct summary *s)
{
	return str_eq(summary_line(a, s), joined(a, s, S("; ")));
}

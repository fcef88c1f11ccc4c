#include "book/resolve.h"

#include "base/diag.h"
#include "base/term.h"
#include "base/utf8.h"
#include "book/names.h"
#include "book/notepath.h"
#include "note/sight.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* How well a note fits a NAME: the lower the better. */
enum fit { FIT_EXACT, FIT_EXACT_OTHER, FIT_WORD, FIT_WORD_OTHER, FIT_NONE };

struct candidate {
	str path, name, email;
};

struct picking {
	struct arena *arena; /* the book's */
	str bare, slug;      /* the NAME as searches compare it, and as files are called */
	str unread;          /* a note that nobody can read, whose file name may answer to it; absent: none */
	const char *kind;    /* of the notes that are meant; NULL: any */
	struct candidates {
		struct candidate *v;
		size_t n;
	} fits[FIT_NONE];
};

static bool is_exactly(struct arena *a, struct strs texts, str bare)
{
	for (size_t i = 0; i < texts.n; i++)
		if (str_eq(utf8_bare(a, str_trim(texts.v[i])), bare))
			return true;
	return false;
}

static enum fit fit_of(struct note *n, str bare)
{
	struct strs names = note_texts(n, S("aliases"));
	strs_add(n->arena, &names, note_name(n));
	strs_add(n->arena, &names, note_stem(n));
	struct strs emails = note_emails(n);
	bool person = note_is(n, "person");
	str file = str_base(n->path);
	if (is_exactly(n->arena, names, bare) || is_exactly(n->arena, emails, bare) ||
		is_exactly(n->arena, (struct strs){&file, 1}, bare))
		return person ? FIT_EXACT : FIT_EXACT_OTHER;
	for (size_t i = 0; i < names.n; i++)
		if (names_begins_word(n->arena, names.v[i], bare))
			return person ? FIT_WORD : FIT_WORD_OTHER;
	return FIT_NONE;
}

/* The file of "bruno-faisca" may answer to "bruno", to "faisca" and to the whole. */
static bool may_answer(struct note *n, const struct picking *p)
{
	str slug = utf8_slug(n->arena, note_stem(n));
	return p->slug.n && names_begins_word(n->arena, slug, p->slug);
}

static bool consider(struct note *n, void *ctx)
{
	struct picking *p = ctx;
	bool good = note_ok(n), meant = good && (!p->kind || note_is(n, p->kind));
	enum fit fit = meant ? fit_of(n, p->bare) : FIT_NONE;
	if (!good && !p->unread.p && may_answer(n, p))
		p->unread = arena_dup(p->arena, n->path);
	if (fit == FIT_NONE || note_is(n, "book"))
		return true;
	struct candidates *c = &p->fits[fit];
	c->v = arena_more(p->arena, c->v, c->n, sizeof *c->v);
	c->v[c->n++] = (struct candidate){arena_dup(p->arena, n->path), arena_dup(p->arena, note_name(n)),
		arena_dup(p->arena, sight_text(sight_of(STDERR_FILENO), n, S("email")))};
	return true;
}

/* Asks which one on the terminal; absent: none of them. */
static str ask(const struct candidates *c)
{
	char line[32];
	long choice;
	for (size_t i = 0; i < c->n; i++) {
		fprintf(stderr, "%zu  ", i + 1);
		term_put(stderr, c->v[i].name);
		fputs("  ", stderr);
		term_put(stderr, c->v[i].path);
		putc('\n', stderr);
	}
	fputs("which one? ", stderr);
	if (!fgets(line, sizeof line, stdin))
		return (str){0};
	if (!str_long(str_trim(str_of(line)), &choice) || choice < 1 || (size_t)choice > c->n)
		return (str){0};
	return c->v[choice - 1].path;
}

static str one_of(struct book *b, str name, const struct candidates *c)
{
	if (c->n == 1)
		return c->v[0].path;
	if (isatty(STDIN_FILENO) && isatty(STDERR_FILENO)) {
		str path = ask(c);
		if (path.p)
			return path;
	}
	warn("'" FMT "' fits several; say one of these", ARG(name));
	for (size_t i = 0; i < c->n; i++)
		hint("  " FMT "  (" FMT "%s" FMT ")", ARG(book_shown(b, &b->arena, c->v[i].path)), ARG(c->v[i].name),
			c->v[i].email.n ? ", " : "", ARG(c->v[i].email));
	return (str){0};
}

/* --- the file first */

enum verdict { ABSENT, FITS, UNSURE };

static bool is_ignored(const struct book *b, struct arena *a, str path)
{
	for (; path.n; path = str_dir(path))
		if (book_ignores(b, arena_cstr(a, path)))
			return true;
	return false;
}

/* No link on the way, and the very letters of the folder where those of a name are not told apart. */
static bool stands_so(const struct book *b, struct arena *a, str path)
{
	str typed = arena_printf(a, FMT "/" FMT, ARG(b->root), ARG(path));
	char *real = realpath(typed.p, NULL);
	bool same = real && str_eq(str_of(real), typed);
	free(real);
	return same;
}

/* Whether it is a person's note and fits the NAME exactly. What is wrong with it is told by who reads it. */
static bool fits_here(struct book *b, struct arena *a, str path, str bare)
{
	bool (*heard)(str, size_t, size_t, str) = diag_hook;
	struct buf buf = {0};
	struct note n;
	diag_hook = diag_unheard;
	bool fits = book_load(b, a, &buf, path, &n) && note_ok(&n) && note_is(&n, "person") &&
		    fit_of(&n, bare) == FIT_EXACT;
	diag_hook = heard;
	buf_release(&buf);
	return fits;
}

static enum verdict judge_file(struct book *b, struct arena *a, str folder, str stem, str bare, str *path)
{
	str p = arena_printf(a, FMT "/" FMT ".md", ARG(folder), ARG(stem));
	if (!notepath_taken(b, p))
		return ABSENT;
	*path = arena_dup(&b->arena, p);
	bool good = !notepath_taken(b, arena_printf(a, FMT "/" FMT "-2.md", ARG(folder), ARG(stem))) &&
		    !notepath_fault(b, p) && !is_ignored(b, a, p) && stands_so(b, a, p) && fits_here(b, a, p, bare);
	return good ? FITS : UNSURE;
}

/* The file of that name, as it is typed or as its slug. */
static enum verdict judge_folder(struct book *b, struct arena *a, str folder, str name, str bare, str *path)
{
	str stem = names_without_md(name), slug = utf8_slug(a, stem);
	enum verdict typed = judge_file(b, a, folder, stem, bare, path);
	if (str_eq(stem, slug) || typed == UNSURE)
		return typed;
	enum verdict slugged = judge_file(b, a, folder, slug, bare, path);
	return typed == ABSENT ? slugged : slugged == ABSENT ? typed : UNSURE;
}

/* Absent: only the whole book tells. */
static str by_file(struct book *b, str name, str bare)
{
	struct arena a = {0};
	str people = config_folder(&b->config, S("person")), path = {0};
	enum verdict verdict = ABSENT;
	if (str_chr(name, '/') != STR_NONE || str_chr(name, '\0') != STR_NONE)
		return path;
	if (people.n)
		verdict = judge_folder(b, &a, people, name, bare, &path);
	arena_release(&a);
	return verdict == FITS ? path : (str){0};
}

str resolve_file(struct book *b, str name)
{
	str bare = utf8_bare(&b->arena, str_trim(name));
	return bare.n ? by_file(b, str_trim(name), bare) : bare;
}

/* --- */

/* One of several. */
static void leave_out(struct candidates *c, str path)
{
	size_t n = 0;
	for (size_t i = 0; c->n > 1 && i < c->n; i++)
		if (!str_eq(c->v[i].path, path))
			c->v[n++] = c->v[i];
	c->n = c->n > 1 ? n : c->n;
}

/* kind: see struct picking; except: of two with that very NAME not this one. */
static str resolve(struct book *b, str name, const char *kind, str except, bool *none)
{
	*none = false;
	if (str_chr(name, '/') != STR_NONE || str_ends(name, S(".md"))) {
		str typed = book_path(b, &b->arena, name);
		if (typed.n && str_ends(typed, S(".md")))
			return typed;
	}
	struct picking p = {.arena = &b->arena, .bare = utf8_bare(&b->arena, str_trim(name)), .kind = kind};
	p.slug = p.bare.n ? utf8_slug(&b->arena, p.bare) : p.bare;
	str path = p.bare.n && !kind ? by_file(b, str_trim(name), p.bare) : (str){0};
	if (path.p && !str_eq(path, except))
		return path;
	struct book_walk w = {.visit = consider, .ctx = &p};
	bool all = !p.bare.n || book_walk(b, &w);
	for (int fit = 0; fit < FIT_NONE; fit++) {
		if (fit <= FIT_EXACT_OTHER)
			leave_out(&p.fits[fit], except);
		if (fit > FIT_EXACT_OTHER && p.unread.p)
			break;
		if (p.fits[fit].n)
			return one_of(b, name, &p.fits[fit]);
	}
	if (all && p.unread.p) {
		warn("'" FMT "' may be " FMT ", which cannot be read: mend that first, nt-check tells what is wrong",
			ARG(name), ARG(book_shown(b, &b->arena, p.unread)));
		return (str){0};
	}
	*none = all;
	if (!all)
		warn("whether somebody is called '" FMT "' cannot be told: not all of the book could be read",
			ARG(name));
	return (str){0};
}

str resolve_name(struct book *b, str name, bool *none)
{
	return resolve(b, name, NULL, (str){0}, none);
}

str resolve_other(struct book *b, str name, str except, bool *none)
{
	return resolve(b, name, NULL, except, none);
}

str resolve_me(struct book *b)
{
	struct links links = {0};
	bool none;
	if (b->fd < 0 || !b->config.me.n)
		return (str){0};
	links_scan(&b->arena, b->config.me, 0, &links);
	str target = links.n ? links.v[0].target : b->config.me, path = resolve_name(b, target, &none);
	if (!path.p && none) /* a link may leave it out */
		path = resolve_name(b, arena_join(&b->arena, target, S(".md")), &none);
	return path;
}

str resolve_my_name(struct book *b)
{
	struct note n;
	struct buf buf = {0};
	str path = resolve_me(b);
	str name = path.p && book_load(b, &b->arena, &buf, path, &n) ? arena_dup(&b->arena, note_name(&n)) : (str){0};
	buf_release(&buf);
	return name;
}

bool resolve_technique(struct book *b, struct arena *a, struct buf *buf, str name, struct note *out)
{
	bool none;
	str path = resolve(b, name, "technique", (str){0}, &none);
	if (path.p && book_load(b, a, buf, path, out) && note_is(out, "technique"))
		return true;
	if (path.p || none)
		warn("no technique is called '" FMT "'", ARG(name));
	return false;
}

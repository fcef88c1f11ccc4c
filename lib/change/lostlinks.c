#include "change/lostlinks.h"

#include "base/diag.h"
#include "book/names.h"
#include "change/relink.h"
#include "change/summary.h"
#include "note/sight.h"
#include "sys/git.h"
#include <unistd.h>

#define ALIKE 50 /* percent: where git takes a file for another one of another name */

/* A note of one side that is another one, or none, since. */
struct was {
	str path, now; /* now absent: removed */
	bool perhaps;  /* a new note that is somewhat alike */
};

struct side {
	struct names names;
	struct was *v; /* by id */
};

struct search {
	struct arena *arena;
	struct book *book;
	struct names now;
	struct side sides[2];
	bool read, lost; /* read: the sides */
};

static bool index_note(struct note *n, void *ctx)
{
	struct search *s = ctx;
	if (note_ok(n))
		names_add(&s->now, n);
	return true;
}

static const char *root_of(struct search *s)
{
	return arena_cstr(s->arena, s->book->root);
}

/* The note as it was in that commit, under the names it had. */
static void add_was(struct search *s, struct side *side, const char *commit, struct was was)
{
	struct arena a = {0};
	struct buf out = {0};
	str object = arena_printf(&a, "%s:./" FMT, commit, ARG(was.path));
	struct note n = {.arena = &a, .path = was.path, .shown = was.path, .config = &s->book->config};
	if (str_ends(was.path, S(".md")) && git_ask(root_of(s), &out, GIT("show", arena_cstr(&a, object))) == 0) {
		n.bytes = buf_str(&out);
		note_begin(&n);
		if (note_ok(&n)) {
			size_t id = (size_t)names_add(&side->names, &n);
			side->v = arena_more(s->arena, side->v, id, sizeof *side->v);
			side->v[id] = was;
		}
	}
	buf_release(&out);
	arena_release(&a);
}

/* STATUS PATH, or R075 PATH NEWPATH, each ended by a NUL. */
static void read_side(struct search *s, struct side *side, const char *commit)
{
	struct buf out = {0};
	str status, path;
	git_ask(root_of(s), &out,
		GIT("diff", "--name-status", "-z", "--relative", "-M5%", "--diff-filter=DMR", "--no-ext-diff", commit,
			"HEAD", "--", "."));
	for (str rest = arena_take(s->arena, &out);
		rest.n && str_cut(&rest, '\0', &status) && str_cut(&rest, '\0', &path);) {
		struct was was = {.path = path};
		long alike = 100;
		if (str_starts(status, S("R")) && str_cut(&rest, '\0', &was.now))
			str_long(str_skip(status, 1), &alike);
		else if (str_eq(status, S("M")))
			was.now = path;
		was.perhaps = alike < ALIKE;
		add_was(s, side, commit, was);
	}
}

/* What became of the note that the link led to in either copy; NULL: it led to none. */
static const struct was *was_of(struct search *s, struct arena *a, const struct link *link, str from)
{
	for (int i = 0; i < 2; i++) {
		int id = names_link(&s->sides[i].names, a, link, from);
		if (id >= 0)
			return &s->sides[i].v[id];
	}
	return NULL;
}

static size_t line_of(str bytes, size_t at)
{
	size_t line = 1;
	for (size_t i = 0; i < at; i++)
		line += bytes.p[i] == '\n';
	return line;
}

static void tell_renamed(struct search *s, str place, const struct link *link, const struct was *was)
{
	struct buf buf = {0};
	struct arena *a = s->arena;
	struct note n;
	str shown = book_shown(s->book, a, was->now);
	if (!book_load(s->book, a, &buf, was->now, &n) || !note_ok(&n) || link->markdown)
		hint(FMT ": '" FMT "' is %s" FMT " since: write that", ARG(place), ARG(link->target),
			was->perhaps ? "perhaps " : "", ARG(shown));
	else
		hint(FMT ": '" FMT "' is %scalled otherwise since: write [[" FMT "]], or nt-set " FMT " " FMT
			 " for all such links",
			ARG(place), ARG(link->target), was->perhaps ? "perhaps " : "",
			ARG(relink_name(a, sight_name(sight_of(STDERR_FILENO), &n), was->now)), ARG(run_word(a, shown)),
			ARG(run_word(a, arena_printf(a, "aliases+=" FMT, ARG(link->target)))));
	buf_release(&buf);
}

static void tell(struct search *s, struct note *n, const struct link *link, const struct was *was)
{
	str place = arena_printf(s->arena, FMT ":%zu", ARG(n->shown), line_of(n->bytes, link->at));
	if (!sight_at(sight_of(STDERR_FILENO), n, link->at))
		hint(FMT ": a link leads to no note any more: nt-check says more", ARG(place));
	else if (was->now.p)
		tell_renamed(s, place, link, was);
	else
		hint(FMT ": no note is called '" FMT "' any more: nt-new makes one, or take the link out", ARG(place),
			ARG(link->target));
	s->lost = true;
}

static void look_at(struct search *s, str path, const char *mine, const char *theirs)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	bool good = book_load(s->book, &a, &buf, path, &n) && note_ok(&n);
	const struct links *links = good ? note_links(&n) : NULL;
	for (size_t i = 0; good && i < links->n; i++) {
		const struct link *link = &links->v[i];
		if (names_link(&s->now, &a, link, path) != NAMES_NONE)
			continue;
		if (!s->read) {
			read_side(s, &s->sides[0], mine);
			read_side(s, &s->sides[1], theirs);
			s->read = true;
		}
		const struct was *was = was_of(s, &a, link, path);
		if (was)
			tell(s, &n, link, was);
	}
	buf_release(&buf);
	arena_release(&a);
}

bool lostlinks_none(struct arena *a, struct book *b, const char *base, const char *mine, const char *theirs)
{
	struct search s = {.arena = a, .book = b};
	struct book_walk w = {.visit = index_note, .ctx = &s};
	struct summary touched;
	summary_read(a, b, base, (struct strs){0}, &touched);
	diag_hook = diag_unheard; /* what is wrong with a note is for nt-check to say */
	book_walk(b, &w);
	for (size_t i = 0; i < touched.paths.n; i++)
		if (str_ends(touched.paths.v[i], S(".md")))
			look_at(&s, touched.paths.v[i], mine, theirs);
	diag_hook = NULL;
	names_release(&s.now);
	names_release(&s.sides[0].names);
	names_release(&s.sides[1].names);
	return !s.lost;
}

#include "lsp/shelf.h"

#include "base/diag.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "change/relink.h"
#include "sys/clock.h"
#include "sys/file.h"

/* --- words */

static void count_word(struct shelf *s, struct shelf_words *w, str text)
{
	size_t *at = text.n ? map_get(&w->known, text) : NULL;
	if (!text.n || str_chr(text, '\n') != STR_NONE)
		return;
	if (!at) {
		at = arena_alloc(&s->arena, sizeof *at);
		*at = w->n;
		w->v = arena_more(&s->arena, w->v, w->n, sizeof *w->v);
		w->v[w->n++].text = arena_dup(&s->arena, text);
		map_put(&w->known, w->v[*at].text, at);
	}
	w->v[*at].n++;
}

static int by_use(const void *x, const void *y)
{
	const struct shelf_word *a = x, *b = y;
	return a->n != b->n ? (a->n > b->n ? -1 : 1) : str_cmp(a->text, b->text);
}

static void end_words(struct shelf_words *w)
{
	sorted_sort(w->v, w->n, sizeof *w->v, by_use);
	map_release(&w->known);
}

/* --- notes */

static str folded(struct note *n, str text)
{
	char *p = arena_cstr(n->arena, text);
	for (size_t i = 0; i < text.n; i++)
		if (p[i] >= 'A' && p[i] <= 'Z')
			p[i] = (char)(p[i] - 'A' + 'a');
	return (str){p, text.n};
}

static void count_words(struct shelf *s, struct note *n)
{
	const struct front *front = note_front(n);
	struct strs tags = note_tags_in(n, sight_texts(READER_REST, n, S("tags")));
	const struct entries *entries = note_entries(n);
	for (const struct value *v = front->root ? front->root->first : NULL; v; v = v->next)
		if (sight_key(READER_REST, n, v->key))
			count_word(s, &s->keys, v->key);
	for (size_t i = 0; i < tags.n; i++)
		count_word(s, &s->tags, tags.v[i]);
	for (size_t i = 0; i < entries->n; i++)
		if (!entries->v[i].is_private)
			count_word(s, &s->entries, folded(n, entries->v[i].kind));
	count_word(s, &s->kinds, note_kind(n));
}

/* A word that is half typed is not in use. */
static void count_saved_words(struct shelf *s, str path)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	const struct map *unsaved = s->book.unsaved;
	s->book.unsaved = NULL;
	if (book_load(&s->book, &a, &buf, path, &n) && note_ok(&n))
		count_words(s, &n);
	s->book.unsaved = unsaved;
	buf_release(&buf);
	arena_release(&a);
}

static str found_by(struct note *n, const struct shelf_note *at)
{
	struct strs all = {0};
	strs_add(n->arena, &all, at->name);
	strs_add(n->arena, &all, note_stem(n));
	for (size_t i = 0; i < at->aliases.n; i++)
		strs_add(n->arena, &all, at->aliases.v[i]);
	return utf8_bare(n->arena, strs_join(n->arena, all, S("\n")));
}

static void keep(struct note *n, int id, void *ctx)
{
	struct shelf *s = ctx;
	struct strs aliases = sight_texts(READER_REST, n, S("aliases"));
	s->notes = arena_more(&s->arena, s->notes, s->n, sizeof *s->notes);
	struct shelf_note *at = &s->notes[s->n++];
	*at = (struct shelf_note){.name = arena_dup(&s->arena, sight_name(READER_REST, n))};
	at->rank = rank_note(&s->arena, n, id, &s->all.people);
	at->kind = arena_dup(&s->arena, note_kind(n));
	for (size_t i = 0; i < aliases.n; i++)
		strs_add(&s->arena, &at->aliases, arena_dup(&s->arena, aliases.v[i]));
	at->bare = arena_dup(&s->arena, found_by(n, at));
	graph_note(&s->ties, n);
	if (book_unsaved(&s->book, n->path))
		count_saved_words(s, n->path);
	else
		count_words(s, n);
}

/* --- walks that give way */

static bool (*asked)(void);
static bool gave_way;

static bool ask(void)
{
	return gave_way = gave_way || asked();
}

/* Walks until end_walk give way. */
static void begin_walk(bool (*gives_way)(void))
{
	asked = gives_way;
	gave_way = false;
	book_gives_way = gives_way ? ask : NULL;
}

static bool end_walk(void)
{
	book_gives_way = NULL;
	return !gave_way;
}

/* --- what the disk has */

struct looking {
	int fd;
	struct arena arena;
	uint64_t seen;
};

static bool look(str path, bool folder, void *ctx)
{
	struct looking *l = ctx;
	if (folder)
		return true;
	arena_reset(&l->arena);
	l->seen += map_hash(path) * file_stamp(l->fd, arena_cstr(&l->arena, path));
	return false;
}

static uint64_t look_at(struct book *b)
{
	struct looking l = {.fd = b->fd};
	struct book_walk w = {.wanted = look, .ctx = &l};
	book_walk(b, &w);
	arena_release(&l.arena);
	return l.seen;
}

enum shelf_look shelf_look(struct shelf *s, bool (*gives_way)(void))
{
	begin_walk(gives_way);
	uint64_t seen = look_at(&s->book);
	if (!end_walk())
		return SHELF_STOPPED;
	return seen != s->seen || date_today() != s->all.people.today ? SHELF_OLD : SHELF_SAME;
}

/* --- reading */

struct shelf *shelf_read(str folder, const struct map *unsaved, bool (*gives_way)(void))
{
	double begun = clock_seconds();
	struct arena own = {0};
	struct shelf *s = arena_alloc(&own, sizeof *s);
	s->arena = own;
	bool (*hook)(str path, size_t line, size_t col, str text) = diag_hook;
	if (!book_find_at(&s->book, arena_cstr(&s->arena, folder))) {
		shelf_release(s);
		return NULL;
	}
	begin_walk(gives_way);
	s->seen = look_at(&s->book);
	s->book.unsaved = unsaved;
	graph_begin(&s->graph, &s->ties, READER_TERMINAL);
	checkbook_read(&s->all, &s->book, keep, s);
	graph_end(&s->graph, &s->ties, &s->book);
	s->book.unsaved = NULL;
	diag_hook = hook;
	if (!end_walk()) {
		shelf_release(s);
		return NULL;
	}
	for (size_t i = 0; i < s->n; i++)
		rank_mentions(&s->notes[i].rank, &s->all.people);
	struct shelf_words *words[] = {&s->keys, &s->tags, &s->kinds, &s->entries};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		end_words(words[i]);
	s->seconds = clock_seconds() - begun;
	return s;
}

str shelf_path(const struct shelf *s, int id)
{
	return id >= 0 ? s->all.people.names.paths.v[id] : (str){0};
}

str shelf_link(const struct shelf *s, struct arena *a, int id)
{
	return relink_to(a, &s->all.people.names, id, s->notes[id].name);
}

void shelf_release(struct shelf *s)
{
	graph_release(&s->graph);
	struct shelf_words *words[] = {&s->keys, &s->tags, &s->kinds, &s->entries};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		map_release(&words[i]->known);
	checkbook_release(&s->all);
	book_release(&s->book);
	struct arena own = s->arena; /* s lives in it */
	arena_release(&own);
}

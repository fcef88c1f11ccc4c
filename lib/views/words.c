#include "views/words.h"

#include "base/sorted.h"
#include "base/term.h"
#include "note/sight.h"
#include "note/vocabulary.h"

static void add(struct words *w, const char *before, str text, const char *behind)
{
	if (text.n)
		strs_add(&w->arena, &w->v, arena_printf(&w->arena, "%s" FMT "%s", before, ARG(text), behind));
}

static bool has_blank(str s)
{
	return str_chr(s, ' ') != STR_NONE;
}

void words_note(struct words *w, struct note *n)
{
	struct strs aliases = sight_texts(READER_REST, n, S("aliases"));
	struct strs tags = note_tags_in(n, sight_texts(READER_REST, n, S("tags")));
	const struct front *front = note_front(n);
	add(w, "", note_name(n), "");
	for (size_t i = 0; i < aliases.n; i++)
		add(w, "", aliases.v[i], "");
	for (size_t i = 0; i < tags.n; i++)
		add(w, "tag:", tags.v[i], "");
	if (vocabulary_kind(note_kind(n)) == KIND_LIST && !has_blank(note_stem(n)))
		add(w, "@", note_stem(n), "");
	for (const struct value *v = front->root ? front->root->first : NULL; v; v = v->next)
		if (!has_blank(v->key) && sight_key(READER_REST, n, v->key))
			add(w, "", v->key, ":");
}

void words_print(struct words *w, FILE *f)
{
	for (const struct vocabulary *v = vocabulary_next(NULL); v; v = vocabulary_next(v))
		if (v->kinds != KIND_BOOK)
			add(w, "", v->field, ":");
	add(w, "", S("tag"), ":");
	w->v.n = sorted_unique(w->v.v, w->v.n, sizeof *w->v.v, sorted_str);
	for (size_t i = 0; i < w->v.n; i++)
		if (str_chr(w->v.v[i], '\n') == STR_NONE)
			fprintf(f, FMT "\n", ARG(term_visible(&w->arena, w->v.v[i])));
}

void words_release(struct words *w)
{
	arena_release(&w->arena);
}

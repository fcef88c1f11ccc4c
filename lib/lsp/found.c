#include "lsp/found.h"

#include "base/sorted.h"
#include "base/utf8.h"

struct hit {
	const struct shelf_note *note;
	bool begins;
};

static int by_rank(const void *left, const void *right)
{
	const struct hit *x = left, *y = right;
	return rank_compare(&x->note->rank, x->begins, &y->note->rank, y->begins);
}

/* *begins: every word stands at the beginning of one. */
static bool fits(struct arena *a, str bare, str typed, bool *begins)
{
	str word;
	*begins = true;
	while (typed.n && str_cut(&typed, ' ', &word)) {
		if (str_find(bare, word) == STR_NONE)
			return false;
		*begins = *begins && names_begins_word(a, bare, word);
	}
	return true;
}

struct found found_notes(const struct shelf *s, struct arena *a, str typed)
{
	struct hit *hits = arena_array(a, s->n + 1, sizeof *hits);
	struct found f = {.v = arena_array(a, s->n + 1, sizeof *f.v)};
	struct arena scratch = {0};
	str bare = utf8_bare(a, str_trim(typed));
	for (size_t i = 0; i < s->n; i++) {
		bool begins;
		arena_reset(&scratch);
		if (!str_eq(s->notes[i].kind, S("book")) && fits(&scratch, s->notes[i].bare, bare, &begins))
			hits[f.n++] = (struct hit){&s->notes[i], begins};
	}
	arena_release(&scratch);
	sorted_sort(hits, f.n, sizeof *hits, by_rank);
	for (size_t i = 0; i < f.n; i++)
		f.v[i] = hits[i].note;
	return f;
}

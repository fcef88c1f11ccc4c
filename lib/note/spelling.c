#include "note/spelling.h"

#include "base/map.h"
#include "note/sight.h"
#include "note/mapped.h"
#include "note/vocabulary.h"

#define WORD_MOST 24

/* Near one of ours, and common in other people's notes. */
static const char *const other_keys[] = {
	"created", "reviewed", "sources", "count-of", "notes", "note", "state", "modified", "county", NULL};

static bool is_one_of(str word, const char *const *words)
{
	while (*words && !str_eq(word, str_of(*words)))
		words++;
	return *words != NULL;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Letters put in, left out, or changed, and neighbours swapped (optimal string alignment). */
static int distance(str a, str b)
{
	int d[WORD_MOST + 1][WORD_MOST + 1];
	for (size_t i = 0; i <= a.n; i++)
		for (size_t j = 0; j <= b.n; j++) {
			if (!i || !j) {
				d[i][j] = (int)(i + j);
				continue;
			}
			d[i][j] = least(d[i - 1][j], d[i][j - 1]) + 1;
			d[i][j] = least(d[i][j], d[i - 1][j - 1] + (a.p[i - 1] != b.p[j - 1]));
			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1])
				d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
		}
	return d[a.n][b.n];
}

static bool swapped(str a, str b)
{
	for (size_t i = 0; i + 1 < a.n; i++)
		if (a.p[i] != b.p[i])
			return a.p[i] == b.p[i + 1] && a.p[i + 1] == b.p[i];
	return false;
}

/* EMAIL and UID are other tools' keys. */
static bool has_small_letter(str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] >= 'a' && word.p[i] <= 'z')
			return true;
	return false;
}

/* Without case, and the marks between its parts: E-Mail, birth_day, Introduced By. */
static bool same_letters(str word, str known)
{
	size_t i = 0;
	for (size_t j = 0; j < word.n; j++) {
		if (strchr("-_ ", word.p[j]))
			continue;
		while (i < known.n && known.p[i] == '-')
			i++;
		if (i == known.n || !str_ieq((str){word.p + j, 1}, (str){known.p + i, 1}))
			return false;
		i++;
	}
	return i == known.n;
}

/* Short words lie too near to each other: three letters have no neighbours, four none by another letter. */
bool spelling_resembles(str word, str known)
{
	if (same_letters(word, known))
		return has_small_letter(word);
	size_t most = known.n < 4 ? 0 : known.n < 7 ? 1 : 2;
	if (!most || word.n < 3 || word.n > WORD_MOST || word.n + most < known.n || known.n + most < word.n)
		return false;
	return (known.n > 4 || word.n != known.n || swapped(word, known)) && distance(word, known) <= (int)most;
}

/* The keys of book.md alone, or all others that are written. */
static bool is_key(const struct vocabulary *v, bool book)
{
	return v->kinds && (v->kinds == KIND_BOOK) == book;
}

static str like(str word, bool book)
{
	for (const struct vocabulary *v = NULL; (v = vocabulary_next(v));)
		if (is_key(v, book) && spelling_resembles(word, v->field))
			return v->field;
	return (str){0};
}

static bool is_mapped(const struct config *c, str key)
{
	str label;
	for (size_t i = 0; i < c->map.n; i++)
		if (mapped_means(c->map.v[i].value, key, &label))
			return true;
	return false;
}

bool spelling_apply(struct note *n)
{
	return vocabulary_kind(note_kind(n)) & KIND_ANY;
}

static bool is_name(str key, bool book)
{
	const struct vocabulary *v = vocabulary_find(key);
	return v && str_eq(v->field, key) && is_key(v, book);
}

static bool is_known(str key)
{
	return is_name(key, false) || is_one_of(key, other_keys);
}

/* The same keys come in every note: what is found out about one is kept. */
static str meant_by(str key)
{
	static struct map seen;
	static struct arena kept;
	str *meant = map_get(&seen, key);
	if (meant)
		return *meant;
	meant = arena_alloc(&kept, sizeof *meant);
	*meant = is_known(key) ? (str){0} : like(key, false);
	map_put(&seen, arena_dup(&kept, key), meant);
	return *meant;
}

bool spelling_knows(str key)
{
	return is_known(key) || is_name(key, true);
}

str spelling_near(str key)
{
	return meant_by(key);
}

str spelling_meant(struct note *n, str key)
{
	str meant = meant_by(key);
	if (note_is(n, "book")) {
		if (is_name(key, true))
			return (str){0};
		if (!meant.p && !is_known(key))
			meant = like(key, true);
	}
	return meant.p && !is_mapped(n->config, key) && sight_key(READER_REST, n, key) ? meant : (str){0};
}

str spelling_kind_meant(struct note *n, str kind)
{
	str meant = {0};
	if (vocabulary_kind(kind) || config_pair(&n->config->folders, kind).p)
		return meant;
	for (size_t i = 0; !meant.p && vocabulary_kind_name(i); i++)
		if (spelling_resembles(kind, str_of(vocabulary_kind_name(i))))
			meant = str_of(vocabulary_kind_name(i));
	for (size_t i = 0; !meant.p && i < n->config->folders.n; i++)
		if (spelling_resembles(kind, n->config->folders.v[i].key))
			meant = n->config->folders.v[i].key;
	return meant;
}

#include "check/spelling.h"

#include "base/map.h"
#include <string.h>

#define WORD_MOST 24

static const char *const keys[] = {"name", "sort-name", "aliases", "email", "phone", "url", "im", "address", "city",
	"country", "org", "title", "role", "birthday", "anniversary", "died", "tags", "uid", "met", "how", "cadence",
	"next", "snooze", "archived", "verified", "last", "closeness", "from", "not", "members", "query", "refresh",
	"count", "of", "entries", "since", "target", "by", "level", "cost", "source", "reviews", "vouched", "kind",
	"me", "up", "related", "spouse", "introduced-by", "private", NULL};
static const char *const book_keys[] = {
	"folders", "default-kind", "limit", "horizon", "quiet", "hype", "log", "map", "not-relations", "ignore", NULL};
/* Near one of ours, and common in other people's notes. */
static const char *const other_keys[] = {
	"created", "reviewed", "sources", "count-of", "notes", "note", "state", "modified", "county", NULL};
static const char *const kinds[] = {
	"person", "org", "group", "list", "goal", "technique", "advice", "journal", "book", NULL};
static const size_t kinds_with_keys = 7;

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

/* Short words lie too near to each other: three letters have no neighbours, four none by another letter. */
static bool resembles(str word, str known)
{
	if (str_ieq(word, known))
		return has_small_letter(word);
	size_t most = known.n < 4 ? 0 : known.n < 7 ? 1 : 2;
	if (!most || word.n < 3 || word.n > WORD_MOST || word.n + most < known.n || known.n + most < word.n)
		return false;
	return (known.n > 4 || word.n != known.n || swapped(word, known)) && distance(word, known) <= (int)most;
}

static str like(str word, const char *const *words)
{
	for (; *words; words++)
		if (resembles(word, str_of(*words)))
			return str_of(*words);
	return (str){0};
}

static bool is_mapped(const struct config *c, str key)
{
	for (size_t i = 0; i < c->map.n; i++)
		if (str_eq(c->map.v[i].value, key))
			return true;
	return false;
}

bool spelling_apply(struct note *n)
{
	for (size_t i = 0; i < kinds_with_keys; i++)
		if (note_is(n, kinds[i]))
			return true;
	return false;
}

static bool is_known(str key)
{
	return is_one_of(key, keys) || is_one_of(key, other_keys);
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
	*meant = is_known(key) ? (str){0} : like(key, keys);
	map_put(&seen, arena_dup(&kept, key), meant);
	return *meant;
}

str spelling_meant(struct note *n, str key)
{
	str meant = meant_by(key);
	if (note_is(n, "book")) {
		if (is_one_of(key, book_keys))
			return (str){0};
		if (!meant.p && !is_known(key))
			meant = like(key, book_keys);
	}
	return meant.p && !is_mapped(n->config, key) && !note_private(n, key) ? meant : (str){0};
}

str spelling_kind_meant(struct note *n, str kind)
{
	if (is_one_of(kind, kinds) || config_pair(&n->config->folders, kind).p)
		return (str){0};
	str meant = like(kind, kinds);
	for (size_t i = 0; !meant.p && i < n->config->folders.n; i++)
		if (resembles(kind, n->config->folders.v[i].key))
			meant = n->config->folders.v[i].key;
	return meant;
}

#include "note/config.h"

#include "base/termlist.h"
#include "base/utf8.h"
#include "note/place.h"
#include <string.h>

static const char *const default_folders[][2] = {
	{"person", "people"},
	{"org", "orgs"},
	{"group", "groups"},
	{"list", "lists"},
	{"goal", "goals"},
	{"technique", "techniques"},
	{"advice", "advice"},
	{"journal", "journal"},
};
static const char *const default_not_log[] = {
	"career", "education", "history", "timeline", "bio", "life events", "positions"};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void pairs_add(struct arena *a, struct config_pairs *list, str key, str value)
{
	list->v = arena_more(a, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = (struct config_pair){key, value};
}

static void pairs_set(struct arena *a, struct config_pairs *list, str key, str value)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->v[i].key, key)) {
			list->v[i].value = value;
			return;
		}
	pairs_add(a, list, key, value);
}

str config_pair(const struct config_pairs *list, str key)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->v[i].key, key))
			return list->v[i].value;
	return (str){0};
}

void config_defaults(struct arena *a, struct config *c)
{
	*c = (struct config){.default_kind = S("person"), .limit = 3, .horizon = {7, 'd'}, .quiet = {3, 'd'}};
	weights_defaults(&c->weights);
	for (size_t i = 0; i < COUNT(default_folders); i++)
		pairs_set(a, &c->folders, str_of(default_folders[i][0]), str_of(default_folders[i][1]));
	for (size_t i = 0; i < COUNT(default_not_log); i++)
		strs_add(a, &c->not_log, str_of(default_not_log[i]));
	strs_add(a, &c->private_names, S("private"));
}

static size_t depth(str path)
{
	size_t n = 0;
	for (size_t i = 0; i < path.n; i++)
		n += path.p[i] == '/';
	return n;
}

static void sort_deepest_first(struct config_pairs *list)
{
	for (size_t i = 1; i < list->n; i++)
		for (size_t j = i; j > 0 && depth(list->v[j].value) > depth(list->v[j - 1].value); j--) {
			struct config_pair swap = list->v[j];
			list->v[j] = list->v[j - 1];
			list->v[j - 1] = swap;
		}
}

static void read_pairs(struct arena *a, struct config_pairs *list, const struct value *v, str path)
{
	if (v->kind != VALUE_MAP) {
		warn_at(path, v->line, v->col, "not a map: '" FMT "'", ARG(v->key));
		return;
	}
	for (const struct value *item = v->first; item; item = item->next)
		if (item->kind == VALUE_TEXT)
			pairs_set(a, list, item->key, item->text);
}

/* Tags are one whatever their case. */
static void read_cadence(struct arena *a, struct config_pairs *list, const struct value *v, str path)
{
	read_pairs(a, list, v, path);
	for (size_t i = 0; i < list->n; i++)
		list->v[i].key = utf8_bare(a, list->v[i].key);
}

static void read_span(struct span *span, const struct value *v, str path)
{
	if (v->kind != VALUE_TEXT || !span_parse(v->text, span))
		warn_at(path, v->line, v->col, "not a span: '" FMT "'", ARG(v->text));
}

static void read_names(struct arena *a, struct strs *list, const struct value *v, bool folded)
{
	struct strs texts = front_texts(a, v);
	list->n = 0;
	for (size_t i = 0; i < texts.n; i++)
		strs_add(a, list, folded ? utf8_fold(a, texts.v[i]) : texts.v[i]);
}

/* A field's words: one, or a list of which a note has the first that it has. */
static bool read_map(struct arena *a, struct config_pairs *map, const struct value *v, str path)
{
	bool good = v->kind == VALUE_MAP;
	for (const struct value *item = v->first; item && good; item = item->next) {
		struct strs words = front_texts(a, item);
		good = item->kind != VALUE_MAP;
		for (const struct value *word = item->first; word; word = word->next)
			good &= word->kind == VALUE_TEXT || word->kind == VALUE_NULL;
		for (size_t i = 0; i < words.n; i++)
			pairs_add(a, map, item->key, words.v[i]);
	}
	if (!good)
		warn_at(path, v->line, v->col, "not a map of our keys to yours: '" FMT "'", ARG(v->key));
	return good;
}

/* The names, and what commas part in them; written twice, both count. */
static bool read_private(struct arena *a, struct strs *list, const struct value *v, str path)
{
	bool names = v->kind == VALUE_TEXT || v->kind == VALUE_LIST;
	for (const struct value *item = v->first; item; item = item->next)
		names &= item->kind == VALUE_TEXT || item->kind == VALUE_NULL;
	if (!names) {
		warn_at(path, v->line, v->col, "not a list of keys and headings: '" FMT "'", ARG(v->key));
		return false;
	}
	struct strs texts = front_texts(a, v), words = {0};
	for (size_t i = 0; i < texts.n; i++) {
		strs_add(a, &words, texts.v[i]);
		strs_add_words(a, &words, texts.v[i]);
	}
	if (!v->duplicate)
		list->n = 0;
	for (size_t i = 0; i < words.n; i++)
		strs_add(a, list, utf8_fold(a, str_trim(words.v[i])));
	return true;
}

/* One that is no folder of the book leaves its kind where it is without it. */
static void read_folders(struct arena *a, struct config *c, const struct value *v, str path)
{
	struct config_pairs folders = {0};
	read_pairs(a, &folders, v, path);
	for (size_t i = 0; i < folders.n; i++) {
		str folder = folders.v[i].value;
		while (str_ends(folder, S("/")) && folder.n > 1)
			folder.n--;
		const char *fault = folder.n ? place_fault(folder) : NULL;
		if (fault)
			warn_at(path, v->line, v->col, "no folder for " FMT ": %s: '" FMT "'", ARG(folders.v[i].key),
				fault, ARG(folder));
		else
			pairs_set(a, &c->folders, folders.v[i].key, folder);
	}
}

/* One that cannot be used leaves its notes as they are without it. */
static void read_kinds(struct arena *a, struct kinds *kinds, const struct value *v, str path)
{
	str why;
	if (v->kind != VALUE_MAP)
		warn_at(path, v->line, v->col, "not a map of kinds to queries: '" FMT "'", ARG(v->key));
	for (const struct value *item = v->kind == VALUE_MAP ? v->first : NULL; item; item = item->next) {
		struct strs terms = item->kind == VALUE_TEXT ? termlist_read(a, item->text) : front_texts(a, item);
		if (item->kind == VALUE_MAP)
			warn_at(path, item->line, item->col, "not a query: '" FMT "'", ARG(item->key));
		else if (terms.n && !kinds_add(a, kinds, item->key, terms, &why))
			warn_at(path, item->line, item->col, "no query for the kind '" FMT "': " FMT, ARG(item->key),
				ARG(why));
	}
}

static bool read_state(str word, enum entry_state *state)
{
	static const str words[] = {
		[ENTRY_OPEN] = S_INIT("open"), [ENTRY_DONE] = S_INIT("done"), [ENTRY_DROPPED] = S_INIT("dropped")};
	for (*state = ENTRY_OPEN; *state <= ENTRY_DROPPED; (*state)++)
		if (str_ieq(word, words[*state]))
			return true;
	return false;
}

static void read_boxes(struct arena *a, struct entry_marks *boxes, const struct value *v, str path)
{
	struct config_pairs pairs = {0};
	read_pairs(a, &pairs, v, path);
	struct entry_mark *marks = arena_array(a, pairs.n + 1, sizeof *marks);
	*boxes = (struct entry_marks){.v = marks};
	for (size_t i = 0; i < pairs.n; i++) {
		struct entry_mark mark = {.mark = pairs.v[i].key};
		str box = arena_printf(a, "[" FMT "]", ARG(mark.mark));
		if (!mark.mark.n || entry_box_length(box) != box.n)
			warn_at(path, v->line, v->col, "not one character for a box: '" FMT "'", ARG(mark.mark));
		else if (!read_state(str_trim(pairs.v[i].value), &mark.state))
			warn_at(path, v->line, v->col, "not open, done or dropped: '" FMT "'", ARG(pairs.v[i].value));
		else
			marks[boxes->n++] = mark;
	}
}

static void read_weights(struct arena *a, struct config *c, const struct value *v, str path)
{
	struct config_pairs pairs = {0};
	read_pairs(a, &pairs, v, path);
	for (size_t i = 0; i < pairs.n; i++) {
		bool unknown;
		if (weights_set(&c->weights, pairs.v[i].key, str_trim(pairs.v[i].value), &unknown))
			continue;
		if (unknown)
			warn_at(path, v->line, v->col, "no part of a judgement, see nt-advice(1): '" FMT "'",
				ARG(pairs.v[i].key));
		else
			warn_at(path, v->line, v->col, "not a whole number from -%d to %d: '" FMT "'", WEIGHTS_MOST,
				WEIGHTS_MOST, ARG(pairs.v[i].value));
	}
}

static void read_limit(struct config *c, const struct value *v, str path)
{
	long limit;
	if (v->kind == VALUE_TEXT && str_long(v->text, &limit) && limit >= 0)
		c->limit = limit;
	else
		warn_at(path, v->line, v->col, "not a number: '" FMT "'", ARG(v->text));
}

bool config_read(struct arena *a, struct config *c, const struct front *front, str path)
{
	bool sure = true;
	const struct value *v = front->root ? front->root->first : NULL;
	for (; v; v = v->next) {
		str k = v->key;
		if (v->kind == VALUE_NULL || (v->duplicate && !str_eq(k, S("private"))))
			continue;
		if (str_eq(k, S("me")))
			c->me = v->text;
		else if (str_eq(k, S("country")))
			c->country = v->text;
		else if (str_eq(k, S("folders")))
			read_folders(a, c, v, path);
		else if (str_eq(k, S("kinds")))
			read_kinds(a, &c->kinds, v, path);
		else if (str_eq(k, S("default-kind")))
			c->default_kind = v->text;
		else if (str_eq(k, S("cadence")))
			read_cadence(a, &c->cadence, v, path);
		else if (str_eq(k, S("limit")))
			read_limit(c, v, path);
		else if (str_eq(k, S("horizon")))
			read_span(&c->horizon, v, path);
		else if (str_eq(k, S("quiet")))
			read_span(&c->quiet, v, path);
		else if (str_eq(k, S("private")))
			sure &= read_private(a, &c->private_names, v, path);
		else if (str_eq(k, S("hype")))
			read_names(a, &c->hype, v, false);
		else if (str_eq(k, S("weights")))
			read_weights(a, c, v, path);
		else if (str_eq(k, S("log")))
			read_names(a, &c->log, v, false);
		else if (str_eq(k, S("boxes")))
			read_boxes(a, &c->boxes, v, path);
		else if (str_eq(k, S("map")))
			sure &= read_map(a, &c->map, v, path);
		else if (str_eq(k, S("not-relations")))
			read_names(a, &c->not_relations, v, false);
		else if (str_eq(k, S("ignore")))
			read_names(a, &c->ignore, v, false);
		else if (str_eq(k, S("vdir")))
			read_names(a, &c->vdirs, v, false);
	}
	sort_deepest_first(&c->folders);
	return sure;
}

void config_release(struct config *c)
{
	kinds_release(&c->kinds);
}

str config_kind_of_path(const struct config *c, str path)
{
	date unused;
	for (size_t i = 0; i < c->folders.n; i++) {
		str folder = c->folders.v[i].value;
		if (path.n > folder.n && folder.n && path.p[folder.n] == '/' && str_starts(path, folder))
			return c->folders.v[i].key;
	}
	if (date_prefix(str_base(path), &unused))
		return S("journal");
	return c->default_kind;
}

str config_folder(const struct config *c, str kind)
{
	str folder = config_pair(&c->folders, kind);
	return folder.p ? folder : S("");
}

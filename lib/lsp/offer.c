#include "lsp/offer.h"

#include "base/utf8.h"
#include "lsp/offerdays.h"
#include "lsp/offernames.h"
#include "note/mapped.h"
#include "note/vocabulary.h"

/* behind: what is written behind one. */
static void add_words(
	struct offerlist *o, enum offerlist_kind kind, const char *const *words, const char *detail, const char *behind)
{
	for (; *words; words++)
		if (offerlist_fits(o, str_of(*words)))
			offerlist_add(o, kind, str_of(*words), str_of(detail),
				arena_printf(o->a, "%s%s", *words, behind), (str){0});
}

/* Words in use, but those in `but`. */
static void add_used(struct offerlist *o, enum offerlist_kind kind, const struct shelf_words *w, const char *const *but,
	const char *behind)
{
	for (size_t i = 0; i < w->n; i++) {
		str text = w->v[i].text;
		bool known = !offerlist_fits(o, text);
		for (size_t k = 0; but && but[k] && !known; k++)
			known = str_eq(text, str_of(but[k]));
		if (!known)
			offerlist_add(o, kind, text, arena_printf(o->a, "used: %zu", w->v[i].n),
				arena_printf(o->a, FMT "%s", ARG(text), behind), (str){0});
	}
}

/* --- the front matter */

static bool has_key(struct offerlist *o, str key)
{
	str rest = o->at.note.pieces.yaml, line;
	while (str_line(&rest, &line))
		if (str_starts(line, key) && str_starts(str_skip(line, key.n), S(":")) &&
			!str_eq(str_chomp(line), o->scene.typed))
			return true;
	return false;
}

static void add_key(struct offerlist *o, str key, str detail)
{
	if (offerlist_fits(o, key) && !has_key(o, key))
		offerlist_add(o, OFFER_FIELD, key, detail, arena_join(o->a, key, o->scene.closed ? S("") : S(": ")),
			(str){0});
}

/* Those of nt that notes of this kind have, in the vault's words, then all that are in use. */
static void add_keys(struct offerlist *o)
{
	struct note *n = &o->at.note;
	const struct shelf_words *used = &o->s->shelf->keys;
	unsigned kind = vocabulary_kind(note_kind(n));
	struct strs said = {0};
	for (const struct vocabulary *v = vocabulary_next(NULL); v; v = vocabulary_next(v)) {
		if ((v->flags & (IS_COMPUTED | IS_PART)) || !vocabulary_belongs(v, kind))
			continue;
		struct front none = {0};
		str key = mapped_key(o->a, &n->config->map, &none, NULL, v->field);
		if (str_chr(key, '.') == STR_NONE && !strs_has(said, key)) {
			strs_add(o->a, &said, key);
			add_key(o, key, str_of(vocabulary_what(v)));
		}
	}
	for (size_t i = 0; i < used->n; i++)
		if (!strs_has(said, used->v[i].text))
			add_key(o, used->v[i].text, arena_printf(o->a, "used: %zu", used->v[i].n));
}

static void add_kinds(struct offerlist *o)
{
	const char *known[16] = {0}; /* ended by NULL */
	for (size_t i = 0; i + 1 < sizeof known / sizeof *known && vocabulary_kind_name(i); i++)
		known[i] = vocabulary_kind_name(i);
	add_words(o, OFFER_VALUE, known, "kind", "");
	add_used(o, OFFER_VALUE, &o->s->shelf->kinds, known, "");
}

static void add_values(struct offerlist *o)
{
	static const char *const cadences[] = {
		"weekly", "2w", "6w", "monthly", "quarterly", "6m", "yearly", "auto", "none", NULL};
	static const char *const spans[] = {"1w", "2w", "1m", "3m", "6m", "1y", NULL};
	static const char *const levels[] = {"basic", "advanced", "wild", NULL};
	static const char *const of[] = {"people", "entries", NULL};
	static const char *const closeness[] = {"1", "2", "3", "4", "5", NULL};
	str field = mapped_field(o->a, &o->at.note.config->map, o->scene.key);
	const struct vocabulary *v = vocabulary_find(field.p ? field : o->scene.key);
	if (!v)
		return;
	if (str_eq(v->field, S("kind")))
		add_kinds(o);
	switch (v->type) {
	case TYPE_TAG:
		add_used(o, OFFER_VALUE, &o->s->shelf->tags, NULL, "");
		break;
	case TYPE_DATE:
	case TYPE_DAY:
	case TYPE_ARCHIVED:
		offerdays_of(o, v);
		break;
	case TYPE_CADENCE:
		add_words(o, OFFER_VALUE, cadences, "cadence", "");
		break;
	case TYPE_SPAN:
	case TYPE_PERIOD:
		add_words(o, OFFER_VALUE, spans, "span", "");
		break;
	case TYPE_LEVEL:
		add_words(o, OFFER_VALUE, levels, "level", "");
		break;
	case TYPE_OF:
		add_words(o, OFFER_VALUE, of, "of", "");
		break;
	case TYPE_CLOSENESS:
		add_words(o, OFFER_VALUE, closeness, "1 is nearest", "");
		break;
	case TYPE_LINK:
		offernames_notes(o, true);
		break;
	default:
		break;
	}
}

/* --- entries */

static bool is_used(const struct shelf_words *w, str word)
{
	size_t i = 0;
	while (i < w->n && !str_eq(w->v[i].text, word))
		i++;
	return i < w->n;
}

static void add_entry_kinds(struct offerlist *o)
{
	static const char *const promises[] = {"owe", "owed", NULL};
	static const char *const usual[] = {"call", "mail", "met", "gave", "got", NULL};
	const struct shelf_words *used = &o->s->shelf->entries;
	if (o->scene.box)
		add_words(o, OFFER_WORD, promises, "a promise", ": ");
	add_used(o, OFFER_WORD, used, o->scene.box ? promises : NULL, ": ");
	for (const char *const *word = usual; !o->scene.box && *word; word++)
		if (!is_used(used, str_of(*word)))
			add_words(o, OFFER_WORD, (const char *const[]){*word, NULL}, "", ": ");
}

/* A list item may be anything: unless asked, days come with the first letter of one only. */
static void add_entry(struct offerlist *o)
{
	if (!o->asked && !o->scene.typed.n)
		return;
	offerdays_add(o, o->scene.box && !o->scene.done ? WHEN_AHEAD : WHEN_PAST);
	if (o->scene.box)
		add_entry_kinds(o);
}

static void add_all(struct offerlist *o)
{
	switch (o->scene.kind) {
	case SCENE_LINK:
		offernames_notes(o, false);
		break;
	case SCENE_HEADING:
		offernames_headings(o);
		break;
	case SCENE_KEY:
		add_keys(o);
		break;
	case SCENE_VALUE:
		add_values(o);
		break;
	case SCENE_ENTRY:
		add_entry(o);
		break;
	case SCENE_ENTRY_KIND:
		add_entry_kinds(o);
		break;
	case SCENE_NOTHING:
		break;
	}
}

/* Behind the first paragraph. */
static size_t paragraph_end(str note)
{
	str rest = note, line;
	size_t end = 0;
	while (str_line(&rest, &line) && str_trim(str_chomp(line)).n)
		end = (size_t)(line.p - note.p) + line.n;
	return end;
}

/* Front matter that is being typed has no end yet: in its paragraph it is read as if one stood there. */
static void close_front(struct note *n, size_t at)
{
	size_t end = paragraph_end(n->bytes);
	if (n->pieces.yaml.p || at > end)
		return;
	str front = str_head(n->bytes, end), eol = n->pieces.eol;
	struct buf closed = {0};
	buf_add(&closed, front);
	if (at == end || !str_eol(front.p[end - 1]))
		buf_add(&closed, eol);
	buf_add(&closed, S("---"));
	buf_add(&closed, eol);
	buf_add(&closed, str_skip(n->bytes, end));
	str bytes = arena_take(n->arena, &closed);
	if (fences_of(bytes).yaml.p)
		note_replace(n, bytes);
}

void offer_answer(struct session *s, struct arena *a, const struct json_t *params, struct reply *r)
{
	struct offerlist o = {.s = s, .a = a};
	struct buf range = {0};
	long trigger = 1;
	if (!session_spot(s, true, a, params, r, &o.at))
		return;
	close_front(&o.at.note, o.at.at);
	struct positions t = positions_of(a, o.at.note.bytes, s->client.units);
	message_number(params, "context.triggerKind", &trigger);
	o.asked = trigger == 1;
	o.scene = scene_at(o.at.note.bytes, o.at.at);
	o.bare = utf8_bare(a, str_trim(o.scene.typed));
	edits_range(&range, &t, o.scene.at, o.scene.end);
	o.range = arena_take(a, &range);
	struct buf items = {0};
	o.out = &items;
	record_list(&items, (str){0});
	if (o.scene.kind != SCENE_NOTHING)
		add_all(&o);
	record_list_end(&items);
	record_object(&r->result, (str){0});
	record_bool(&r->result, S("isIncomplete"), o.more || o.scene.kind == SCENE_LINK || o.scene.kind == SCENE_ENTRY);
	record_key(&r->result, S("items"));
	record_json(&r->result, (str){0}, buf_str(&items));
	record_object_end(&r->result);
	buf_release(&items);
}

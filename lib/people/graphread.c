#include "people/graphread.h"

#include "base/sorted.h"
#include "base/utf8.h"
#include "people/event.h"
#include <math.h>

double graphread_fresh(date today, date d)
{
	return exp2(-(double)(today - d) / GRAPH_HALF_LIFE);
}

static str kept(struct graphread *r, str s)
{
	return arena_dup(&r->keep, s);
}

/* [[2026-09-14]] is a day and [[plan.png]] a file: nobody. */
static bool is_thing(str target)
{
	static const char *const ends[] = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", ".txt", ".csv",
		".mp3", ".mp4", ".m4a", ".wav", ".canvas", ".base", ".html"};
	date d;
	if (!target.n || date_parse(str_base(names_without_md(target)), &d))
		return true;
	size_t dot = str_rchr(target, '.');
	for (size_t i = 0; dot != STR_NONE && i < sizeof ends / sizeof *ends; i++)
		if (str_ieq(str_skip(target, dot), str_of(ends[i])))
			return true;
	return false;
}

static struct graphread_say *say(struct graphread *r, unsigned tie, str target)
{
	r->says = arena_more(&r->keep, r->says, r->n, sizeof *r->says);
	r->says[r->n] = (struct graphread_say){.target = kept(r, target), .tie = tie, .from = r->id, .date = DATE_NONE};
	return &r->says[r->n++];
}

static struct graphread_say *say_link(struct graphread *r, unsigned tie, const struct link *link)
{
	if (is_thing(link->target))
		return NULL;
	struct graphread_say *s = say(r, tie, link->target);
	s->markdown = link->markdown;
	s->name = s->markdown && link->label.n ? kept(r, link->label) : str_base(names_without_md(s->target));
	return s;
}

/* The one link that a text is; false: it is no link, or more than one. */
static bool is_link(struct arena *a, str text, struct link *out)
{
	struct links links = {0};
	text = str_trim(text);
	if (!text.n || !memchr(text.p, '[', text.n))
		return false;
	links_scan(a, text, 0, &links);
	if (links.n != 1 || links.v[0].at != 0 || links.v[0].end != text.n)
		return false;
	*out = links.v[0];
	return true;
}

/* The links in the texts of a value; names without brackets too, where a name is what is wanted. */
static void say_value(struct graphread *r, struct note *n, const struct value *v, unsigned tie, bool names)
{
	struct strs texts = sight_inside(r->reader, n, v);
	for (size_t i = 0; i < texts.n; i++) {
		struct links links = {0};
		links_scan(n->arena, texts.v[i], 0, &links);
		for (size_t k = 0; k < links.n; k++) {
			struct graphread_say *s = say_link(r, tie, &links.v[k]);
			if (s)
				s->via = tie == GRAPH_INTRODUCED;
		}
		if (!links.n && names && str_trim(texts.v[i]).n) {
			struct graphread_say *s = say(r, tie, str_trim(texts.v[i]));
			s->text = true;
			s->via = tie == GRAPH_INTRODUCED;
		}
	}
}

/* A relation is a link or a list of links, nothing else. */
static void say_relation(struct graphread *r, struct note *n, const struct value *v)
{
	struct strs texts = sight_inside(r->reader, n, v);
	struct link link;
	str key = {0};
	for (size_t i = 0; i < texts.n; i++)
		if (!is_link(n->arena, texts.v[i], &link))
			return;
	for (size_t i = 0; i < texts.n; i++) {
		is_link(n->arena, texts.v[i], &link);
		struct graphread_say *s = say_link(r, GRAPH_RELATION, &link);
		if (s)
			s->relation = key = key.p ? key : kept(r, v->key);
	}
}

/* Keys that are no relations, by the names that the book has for them: looked for once a note. */
static const char *const never[] = {"not", "me", "members", "source", "up", "related"};
#define NEVER (sizeof never / sizeof *never)

static bool is_relation(struct note *n, const struct value *v, const struct value *const *no)
{
	for (size_t i = 0; i < NEVER; i++)
		if (str_eq(v->key, str_of(never[i])) || v == no[i])
			return false;
	if (v->kind != VALUE_LIST && (v->kind != VALUE_TEXT || str_chr(v->text, '[') == STR_NONE))
		return false;
	return !n->config || !strs_has(n->config->not_relations, v->key);
}

static void read_front(struct graphread *r, struct note *n)
{
	const struct front *f = note_front(n);
	const struct {
		const struct value *value;
		unsigned tie;
		bool names;
	} known[] = {{note_field(n, S("org")), GRAPH_ORG, true}, {note_field(n, S("how")), GRAPH_INTRODUCED, false},
		{note_field(n, S("introduced-by")), GRAPH_INTRODUCED, true},
		{note_is(n, "person") ? NULL : note_field(n, S("members")), GRAPH_GROUP, true}};
	const struct value *no[NEVER];
	for (size_t i = 0; i < NEVER; i++)
		no[i] = note_field(n, str_of(never[i]));
	for (const struct value *v = f->root ? f->root->first : NULL; v; v = v->next) {
		size_t i = 0;
		if (v->duplicate || !sight_value(r->reader, n, v))
			continue;
		while (i < sizeof known / sizeof *known && known[i].value != v)
			i++;
		if (i < sizeof known / sizeof *known)
			say_value(r, n, v, known[i].tie, known[i].names);
		else if (is_relation(n, v, no))
			say_relation(r, n, v);
	}
}

/* "gave: intro to [[Ada]]", "got: introduced me to [[Ada]]" */
static bool is_introduction(struct arena *a, const struct entry *e)
{
	char favor = entry_favor(e);
	return (favor == 'g' || favor == 'G') && str_find(utf8_fold(a, e->text), S("intro")) != STR_NONE;
}

/* What is planned ties nobody yet. */
static unsigned tie_of(struct arena *a, const struct entry *e)
{
	if (e->state == ENTRY_OPEN || e->state == ENTRY_DROPPED)
		return 0;
	return is_introduction(a, e) ? GRAPH_INTRODUCED : GRAPH_MENTION;
}

static int by_place(const void *entry, const void *at)
{
	size_t place = ((const struct entry *)entry)->block->at, wanted = *(const size_t *)at;
	return place <= wanted ? -1 : 1;
}

/* Links in the text of a note that is a node tie it: by the entry that they stand in, if it is a person's. */
static void read_body(struct graphread *r, struct note *n, const struct entries *entries)
{
	const struct links *links = note_links(n);
	size_t base = (size_t)(n->pieces.body.p - n->bytes.p);
	for (size_t i = 0; i < links->n; i++) {
		const struct link *link = &links->v[i];
		if (link->at < base || !sight_at(r->reader, n, link->at))
			continue;
		size_t at = link->at - base;
		size_t behind = sorted_first(entries->v, entries->n, sizeof *entries->v, &at, by_place);
		const struct entry *e = behind ? &entries->v[behind - 1] : NULL;
		bool inside = e && at < e->block->end;
		say_link(r, inside ? tie_of(n->arena, e) : GRAPH_MENTION, link);
	}
}

static bool happened(const struct graphread *r, const struct event *e)
{
	return e->contact && e->date != DATE_NONE && e->date <= r->today && sight_sees(r->reader, e->is_private);
}

static void read_contacts(struct graphread *r, struct note *n)
{
	struct events events = event_own(n, r->today);
	struct graphread_own own = {.id = r->id, .last = DATE_NONE};
	for (size_t i = 0; i < events.n; i++) {
		const struct event *e = &events.v[i];
		if (!happened(r, e))
			continue;
		own.count++;
		own.fresh += graphread_fresh(r->today, e->date);
		own.last = own.last == DATE_NONE || e->date > own.last ? e->date : own.last;
	}
	own.met = sight_field(r->reader, n, S("met")) || sight_field(r->reader, n, S("how"));
	if (!own.count && !own.met)
		return;
	r->own = arena_more(&r->keep, r->own, r->own_count, sizeof *r->own);
	r->own[r->own_count++] = own;
}

/* An entry of no person's note ties those it links to with each other. */
static void read_entry(struct graphread *r, struct note *n, const struct entry *e)
{
	struct event event = event_of(n, e, r->today);
	bool fresh = happened(r, &event);
	bool said = e->state == ENTRY_HAPPENED && !e->kind.n;
	unsigned tie = is_introduction(n->arena, e) ? GRAPH_INTRODUCED
		       : fresh                      ? GRAPH_SHARED
		       : said                       ? GRAPH_MENTION
						    : 0;
	if (!sight_sees(r->reader, e->is_private))
		return;
	r->entries++;
	for (size_t i = 0; i < e->links.n; i++) {
		struct graphread_say *s = say_link(r, tie, &e->links.v[i]);
		if (s) {
			s->entry = r->entries;
			s->fresh = fresh;
			s->date = event.date;
		}
	}
}

static void read_entries(struct graphread *r, struct note *n)
{
	const struct entries *entries = note_entries(n);
	for (size_t i = 0; i < entries->n; i++)
		read_entry(r, n, &entries->v[i]);
}

void graphread_note(struct graphread *r, struct note *n)
{
	bool person = note_is(n, "person"), whole = note_is(n, "org") || note_is(n, "group");
	if (!person)
		read_entries(r, n);
	if (!person && !whole)
		return;
	r->noted = arena_more(&r->keep, r->noted, r->noted_count, sizeof *r->noted);
	r->noted[r->noted_count++] = (struct graphread_noted){r->id, arena_dup(r->arena, sight_name(r->reader, n)),
		person ? S("person") : arena_dup(r->arena, note_kind(n))};
	if (person)
		read_contacts(r, n);
	read_front(r, n);
	read_body(r, n, person ? note_entries(n) : &(struct entries){0});
}

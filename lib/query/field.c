#include "query/field.h"

#include "note/sight.h"
#include "note/vocabulary.h"

str field_key(str key)
{
	const struct vocabulary *v = vocabulary_find(key);
	return v ? v->field : key;
}

enum field_type field_type(str key)
{
	const struct vocabulary *v = vocabulary_find(key);
	switch (v ? v->type : TYPE_TEXT) {
	case TYPE_DATE:
	case TYPE_DAY:
	case TYPE_ARCHIVED:
		return FIELD_DATE;
	case TYPE_SPAN:
	case TYPE_PERIOD:
	case TYPE_CADENCE:
		return FIELD_SPAN;
	case TYPE_COUNT:
	case TYPE_CLOSENESS:
		return FIELD_NUMBER;
	case TYPE_TAG:
		return FIELD_TAG;
	default:
		return FIELD_TEXT;
	}
}

enum when_sense field_sense(str key)
{
	const struct vocabulary *v = vocabulary_find(key);
	return v ? vocabulary_sense(v) : WHEN_PAST;
}

bool field_computed(str key)
{
	const struct vocabulary *v = vocabulary_find(key);
	return v && (v->flags & IS_OF_BOOK);
}

void field_due(enum reader r, struct note *n, const struct people *p, struct due_facts *facts, struct due *out)
{
	struct events mentions = {0};
	struct due_rules rules = {.today = p ? p->today : date_today(), .horizon = n->config->horizon, .reader = r};
	int id = people_id(p, n);
	if (id >= 0)
		mentions = due_mentions(n->arena, p, id);
	due_facts_read(n, n->arena, rules.today, facts);
	if (p && p->me == id && id >= 0)
		facts->never = true;
	due_judge(n->arena, facts, mentions, refresh_of(p, id), &rules, out);
}

static void add_day(struct note *n, struct field *f, date d)
{
	if (d != DATE_NONE)
		strs_add(n->arena, &f->texts, date_str(n->arena, d));
}

static void set_count(struct note *n, struct field *f, long count)
{
	f->counted = true;
	f->count = count;
	if (!f->texts.n)
		strs_add(n->arena, &f->texts, arena_printf(n->arena, "%ld", count));
}

/* Whose field is asked for, and for whom. */
struct asking {
	struct note *n;
	const struct people *p; /* NULL: the note alone */
	date today;
	enum reader reader;
};

/* The texts of the events that a field speaks of; 'last:' in the front matter is none of them. */
static struct field of_events(const struct asking *q, str key)
{
	struct field f = {0};
	struct events events = people_events(q->n, q->p, q->today);
	char favor = str_eq(key, S("gave"))   ? 'g'
		     : str_eq(key, S("got"))  ? 'G'
		     : str_eq(key, S("owe"))  ? 'o'
		     : str_eq(key, S("owed")) ? 'O'
					      : 0;
	bool task = str_eq(key, S("task"));
	long count = 0;
	for (size_t i = 0; i < events.n; i++) {
		const struct event *e = &events.v[i];
		if (!e->line || (favor ? e->favor != favor : task && e->state != ENTRY_OPEN))
			continue;
		if (!sight_sees(q->reader, e->is_private))
			continue;
		count++;
		strs_add(q->n->arena, &f.texts, e->text);
	}
	if (favor && note_is(q->n, "person"))
		set_count(q->n, &f, count);
	return f;
}

static bool means_person(const struct asking *q, const struct links *links)
{
	for (size_t i = 0; q->p && i < links->n; i++)
		if (people_is_person(q->p, names_link(&q->p->names, q->n->arena, &links->v[i], q->n->path)))
			return true;
	return false;
}

/* A task in a note that is no person's and which links to nobody is the note's own. */
static struct field own_tasks(const struct asking *q)
{
	struct field f = {0};
	const struct entries *entries = note_entries(q->n);
	for (size_t i = 0; i < entries->n; i++) {
		const struct entry *e = &entries->v[i];
		if (e->state == ENTRY_OPEN && sight_sees(q->reader, e->is_private) && !means_person(q, &e->links))
			strs_add(q->n->arena, &f.texts, e->text);
	}
	return f;
}

static struct field of_standing(const struct asking *q, str key)
{
	struct field f = {0};
	struct events events = people_events(q->n, q->p, q->today);
	struct standing s = standing_of(events, q->today, q->reader);
	if (!str_eq(key, S("contacts")))
		add_day(q->n, &f, str_eq(key, S("last")) ? s.last : s.first);
	else if (note_is(q->n, "person"))
		set_count(q->n, &f, s.contacts);
	return f;
}

static struct field of_due(const struct asking *q, str key)
{
	struct field f = {0};
	struct due_facts facts;
	struct due d;
	field_due(q->reader, q->n, q->p, &facts, &d);
	if (str_eq(key, S("due")))
		add_day(q->n, &f, d.date);
	else if (d.holding && d.date < q->today)
		set_count(q->n, &f, q->today - d.date);
	return f;
}

static struct field of_age(const struct asking *q)
{
	struct field f = {0};
	date born = note_date(q->n, S("birthday"));
	if (born != DATE_NONE && born < q->today && sight_key(q->reader, q->n, S("birthday")))
		set_count(q->n, &f, q->today - born);
	return f;
}

/* The values of key in maps at any depth: an address may stand alone, in a list, under a label. */
static void find_in(const struct asking *q, const struct value *v, str key, struct strs *out)
{
	for (const struct value *item = v->first; item; item = item->next) {
		if (!sight_value(q->reader, q->n, item))
			continue;
		if (item->first)
			find_in(q, item, key, out);
		else if (item->kind == VALUE_TEXT && str_eq(item->key, key))
			strs_add(q->n->arena, out, item->text);
	}
}

/* A text of nothing is none. */
static struct strs of_front(const struct asking *q, str key)
{
	struct strs texts = sight_texts(q->reader, q->n, key);
	size_t kept = 0;
	for (size_t i = 0; i < texts.n; i++)
		if (str_trim(texts.v[i]).n)
			texts.v[kept++] = texts.v[i];
	texts.n = kept;
	return texts;
}

static struct strs of_address(const struct asking *q, str key)
{
	struct strs texts = {0};
	const struct value *v = sight_field(q->reader, q->n, S("address"));
	if (v)
		find_in(q, v, key, &texts);
	return texts.n ? texts : of_front(q, key);
}

static struct strs of_links(const struct asking *q)
{
	struct strs texts = {0};
	const struct links *links = note_links(q->n);
	for (size_t i = 0; i < links->n; i++)
		if (sight_at(q->reader, q->n, links->v[i].at))
			strs_add(q->n->arena, &texts, links->v[i].target);
	return texts;
}

static struct field of_backlinks(const struct asking *q)
{
	struct field f = {0};
	int id = people_id(q->p, q->n);
	if (q->p && id >= 0)
		f.texts = backlinks_names(q->p->backlinks, q->n->arena, id, sight_all(q->reader), &f.also);
	return f;
}

static struct field computed(const struct asking *q, str key)
{
	if (str_eq(key, S("contacts")) || str_eq(key, S("last")) || str_eq(key, S("first")))
		return of_standing(q, key);
	if (str_eq(key, S("due")) || str_eq(key, S("overdue")))
		return of_due(q, key);
	if (str_eq(key, S("backlink")))
		return of_backlinks(q);
	return str_eq(key, S("task")) && !note_is(q->n, "person") ? own_tasks(q) : of_events(q, key);
}

static void one(struct note *n, struct field *f, str text)
{
	if (text.n)
		strs_add(n->arena, &f->texts, text);
}

static struct field get(const struct asking *q, str key)
{
	struct field f = {0};
	struct note *n = q->n;
	if (field_computed(key))
		return computed(q, key);
	if (str_eq(key, S("age")))
		return of_age(q);
	if (str_eq(key, S("path")))
		one(n, &f, n->path);
	else if (str_eq(key, S("name")))
		one(n, &f, note_name(n));
	else if (str_eq(key, S("kind")))
		one(n, &f, note_kind(n));
	else if (str_eq(key, S("text")))
		one(n, &f, sight_whole(q->reader, n) ? n->bytes : (str){0});
	else if (str_eq(key, S("tags")))
		f.texts = note_tags_in(n, sight_texts(q->reader, n, key));
	else if (str_eq(key, S("city")) || str_eq(key, S("country")))
		f.texts = of_address(q, key);
	else if (str_eq(key, S("link")))
		f.texts = of_links(q);
	else
		f.texts = of_front(q, key);
	return f;
}

struct field field_seen(enum reader r, struct note *n, const struct people *p, str key)
{
	struct asking q = {n, p, p ? p->today : date_today(), r};
	key = field_key(key);
	return sight_key(r, n, key) ? get(&q, key) : (struct field){0};
}

struct field field_get(struct note *n, const struct people *p, str key)
{
	return field_seen(READER_PRIVATE, n, p, key);
}

str field_text(enum reader r, struct note *n, const struct people *p, str key)
{
	struct field f = field_seen(r, n, p, key);
	if (f.counted)
		return arena_printf(n->arena, "%ld", f.count);
	return f.texts.n ? strs_join(n->arena, f.texts, S("; ")) : (str){0};
}

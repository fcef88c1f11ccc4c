#include "field.h"

#include "list.h"
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool is_one_of(str key, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(key, str_of(words[i])))
			return true;
	return false;
}

str field_key(str key)
{
	static const char *const aliases[][2] = {{"tag", "tags"}, {"alias", "aliases"}, {"emails", "email"}};
	for (size_t i = 0; i < COUNT(aliases); i++)
		if (str_eq(key, str_of(aliases[i][0])))
			return str_of(aliases[i][1]);
	return key;
}

enum field_type field_type(str key)
{
	static const char *const dates[] = {"birthday", "anniversary", "died", "met", "next", "snooze", "archived",
		"verified", "last", "first", "due", "since", "by"};
	static const char *const spans[] = {"cadence", "refresh", "age", "overdue"};
	if (is_one_of(key, dates, COUNT(dates)))
		return FIELD_DATE;
	if (is_one_of(key, spans, COUNT(spans)))
		return FIELD_SPAN;
	return str_eq(key, S("tags")) ? FIELD_TAG : FIELD_TEXT;
}

bool field_computed(str key)
{
	static const char *const words[] = {
		"last", "first", "contacts", "due", "overdue", "gave", "got", "owe", "owed", "task", "log"};
	return is_one_of(key, words, COUNT(words));
}

void field_due(struct note *n, const struct people *p, struct due_facts *facts, struct due *out)
{
	struct events mentions = {0};
	struct due_rules rules = {.today = p ? p->today : date_today(), .horizon = n->config->horizon};
	int id = people_id(p, n);
	if (id >= 0)
		mentions = due_mentions(n->arena, p, id);
	due_facts_read(n, n->arena, rules.today, facts);
	if (p && p->me == id && id >= 0)
		facts->never = true;
	due_judge(n->arena, facts, mentions, &rules, out);
	const struct list *list = p ? list_refreshing(p, n) : NULL;
	if (list)
		due_refresh(n->arena, facts, list->name, list->refresh, &rules, out);
}

static void add_day(struct note *n, struct field *f, date d)
{
	char day[DATE_TEXT];
	if (d != DATE_NONE)
		strs_add(n->arena, &f->texts, arena_dup(n->arena, str_of(date_text(d, day))));
}

/* The texts of the events that a field speaks of. */
static struct field of_events(struct note *n, const struct people *p, str key)
{
	struct field f = {0};
	date today = p ? p->today : date_today();
	struct events events = person_events(n, p, today);
	char favor = str_eq(key, S("gave"))   ? 'g'
		     : str_eq(key, S("got"))  ? 'G'
		     : str_eq(key, S("owe"))  ? 'o'
		     : str_eq(key, S("owed")) ? 'O'
					      : 0;
	bool task = str_eq(key, S("task"));
	for (size_t i = 0; i < events.n; i++) {
		const struct event *e = &events.v[i];
		if (favor ? e->favor == favor : !task || e->state == ENTRY_OPEN)
			strs_add(n->arena, &f.texts, e->text);
	}
	f.counted = favor != 0;
	f.count = (long)f.texts.n;
	return f;
}

static struct field of_standing(struct note *n, const struct people *p, str key)
{
	struct field f = {0};
	struct standing s = person_standing(n, p, p ? p->today : date_today());
	if (str_eq(key, S("contacts"))) {
		f.counted = true;
		f.count = s.contacts;
	} else {
		add_day(n, &f, str_eq(key, S("last")) ? s.last : s.first);
	}
	return f;
}

static struct field of_due(struct note *n, const struct people *p, str key)
{
	struct field f = {0};
	struct due_facts facts;
	struct due d;
	date today = p ? p->today : date_today();
	field_due(n, p, &facts, &d);
	if (str_eq(key, S("due"))) {
		add_day(n, &f, d.date);
	} else if (d.holding && d.date <= today) {
		f.counted = true;
		f.count = today - d.date;
	}
	return f;
}

static struct field of_age(struct note *n)
{
	struct field f = {0};
	date born = note_date(n, S("birthday"));
	if (born != DATE_NONE) {
		f.counted = true;
		f.count = date_today() - born;
	}
	return f;
}

/* The values of key in maps at any depth: an address may stand alone, in a list, under a label. */
static void find_in(struct note *n, const struct value *v, str key, struct strs *out)
{
	for (const struct value *item = v->first; item; item = item->next) {
		if (item->first)
			find_in(n, item, key, out);
		else if (item->kind == VALUE_TEXT && str_eq(item->key, key))
			strs_add(n->arena, out, item->text);
	}
}

static struct strs of_address(struct note *n, str key)
{
	struct strs texts = {0};
	const struct value *v = note_field(n, S("address"));
	if (v)
		find_in(n, v, key, &texts);
	return texts.n ? texts : note_texts(n, key);
}

static struct strs of_links(struct note *n)
{
	struct strs texts = {0};
	const struct links *links = note_links(n);
	for (size_t i = 0; i < links->n; i++)
		strs_add(n->arena, &texts, links->v[i].target);
	return texts;
}

static void one(struct note *n, struct field *f, str text)
{
	if (text.n)
		strs_add(n->arena, &f->texts, text);
}

struct field field_get(struct note *n, const struct people *p, str key)
{
	struct field f = {0};
	key = field_key(key);
	if (str_eq(key, S("contacts")) || str_eq(key, S("last")) || str_eq(key, S("first")))
		return of_standing(n, p, key);
	if (str_eq(key, S("due")) || str_eq(key, S("overdue")))
		return of_due(n, p, key);
	if (field_computed(key))
		return of_events(n, p, key);
	if (str_eq(key, S("age")))
		return of_age(n);
	if (str_eq(key, S("path")))
		one(n, &f, n->path);
	else if (str_eq(key, S("name")))
		one(n, &f, note_name(n));
	else if (str_eq(key, S("kind")))
		one(n, &f, note_kind(n));
	else if (str_eq(key, S("text")))
		one(n, &f, n->bytes);
	else if (str_eq(key, S("tags")))
		f.texts = note_tags(n);
	else if (str_eq(key, S("city")) || str_eq(key, S("country")))
		f.texts = of_address(n, key);
	else if (str_eq(key, S("link")))
		f.texts = of_links(n);
	else
		f.texts = note_texts(n, key);
	return f;
}

str field_text(struct note *n, const struct people *p, str key)
{
	struct field f = field_get(n, p, key);
	if (f.counted)
		return f.count ? arena_printf(n->arena, "%ld", f.count) : (str){0};
	return f.texts.n ? strs_join(n->arena, f.texts, S("; ")) : (str){0};
}

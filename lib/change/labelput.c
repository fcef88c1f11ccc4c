#include "change/labelput.h"

#include "note/labelled.h"

struct putting {
	struct arena *a;
	struct contact_facts ours, facts; /* taken ones are NULL */
	str label, value;                 /* how the note calls them */
};

static bool reads_same(const struct value *x, const struct value *y)
{
	struct value one = *x, other = *y;
	one.key = other.key = (str){0};
	return value_same(&one, &other);
}

/* The first that is not taken and says v, or has that label; NULL: none. */
static struct contact_fact *fact_of(const struct contact_facts *facts, const struct value *v, str label)
{
	for (size_t i = 0; i < facts->n; i++) {
		struct contact_fact *f = &facts->v[i];
		if (f->value && (v ? reads_same(f->value, v) : str_ieq(f->label, label)))
			return f;
	}
	return NULL;
}

static struct value *text_of(struct arena *a, str text)
{
	return value_new(a, VALUE_TEXT, text, 0);
}

/* The parts of an address stand beside its label. */
static void put_value(struct putting *p, struct value *item, const struct value *v)
{
	if (v->kind != VALUE_MAP) {
		value_put(item, p->value, text_of(p->a, v->text));
		return;
	}
	for (const struct value *part = v->first; part; part = part->next)
		value_append(item, value_copy(p->a, part));
}

static struct value *item_of(struct putting *p, const struct contact_fact *f)
{
	struct value *item = value_new(p->a, VALUE_MAP, (str){0}, 0);
	if (f->label.n)
		value_put(item, p->label, text_of(p->a, f->label));
	put_value(p, item, f->value);
	return item;
}

static void rename_item(struct putting *p, struct value *item, const struct contact_fact *f)
{
	struct value *label = item->kind == VALUE_MAP ? value_child(item, p->label) : NULL;
	for (size_t i = 0; i < p->ours.n; i++)
		if (reads_same(p->ours.v[i].value, f->value) && str_eq(p->ours.v[i].label, f->label))
			return; /* as it was */
	if (label && label->kind == VALUE_TEXT && f->label.n)
		label->text = f->label;
}

static void set_item(struct putting *p, struct value *item, const struct labelled *is, const struct contact_fact *f)
{
	if (item->kind != VALUE_MAP) {
		item->text = f->value->text;
	} else if (is->v->kind == VALUE_MAP) {
		for (const struct value *part = is->v->first; part; part = part->next)
			value_unlink(item, value_child(item, part->key));
		put_value(p, item, f->value);
	} else {
		value_child(item, is->v->key)->text = f->value->text;
	}
}

static void learn_names(struct putting *p, const struct value *list)
{
	struct labelled is;
	p->label = S("label");
	p->value = S("value");
	for (const struct value *item = list->first; item; item = item->next)
		if (labelled_read(p->a, item, &is)) {
			p->label = value_child((struct value *)item, S("label")) ? S("label") : S("type");
			p->value = is.v->key;
			return;
		}
}

/* By value first, then those left by label. */
static void match_items(struct putting *p, struct note *n, struct value *list, bool by_label)
{
	for (struct value *item = list->first, *next; item; item = next) {
		struct labelled is = {.v = item};
		struct contact_fact *f;
		next = item->next;
		if (item->line || !sight_value(READER_REST, n, item)) /* settled, or not the card's */
			continue;
		labelled_read(p->a, item, &is);
		is.v = is.v ? is.v : item;
		f = fact_of(&p->facts, by_label ? NULL : is.v, is.label);
		if (f && by_label)
			set_item(p, item, &is, f);
		else if (f)
			rename_item(p, item, f);
		else if (by_label)
			value_unlink(list, item);
		if (f) {
			f->value = NULL;
			item->line = 1;
		}
	}
}

struct value *labelput(
	struct note *n, const struct value *there, const struct contact *ours, const struct contact *card, str key)
{
	struct putting p = {.a = n->arena, .ours = contact_facts(ours, key), .facts = contact_facts(card, key)};
	struct value *list = value_copy(p.a, there);
	if (there->kind == VALUE_MAP) {
		list = value_new(p.a, VALUE_LIST, (str){0}, 0);
		value_append(list, value_copy(p.a, there));
		list->first->key = (str){0};
	}
	for (struct value *item = list->first; item; item = item->next)
		item->line = 0;
	learn_names(&p, list);
	match_items(&p, n, list, false);
	match_items(&p, n, list, true);
	for (size_t i = 0; i < p.facts.n; i++)
		if (p.facts.v[i].value)
			value_append(list, item_of(&p, &p.facts.v[i]));
	bool alone = there->kind == VALUE_MAP && list->first && !list->first->next;
	return alone ? list->first : list->first ? list : NULL;
}

#include "format/attributes.h"

#include "base/utf8.h"

static void set_known(const struct attributes *t, struct csvmap_column *c)
{
	const struct attribute_rule *rule = t->rules;
	while (rule->name && !str_eq(c->folded, str_of(rule->name)))
		rule++;
	c->field = rule->name ? str_of(rule->field) : S("");
	c->label = rule->name ? str_of(rule->label) : S("");
}

static bool add(struct attributes *t, const struct csvmap_column *c, str value)
{
	struct csvmap *m = &t->map;
	if (m->n == ATTRIBUTES_MOST)
		return false;
	m->v = arena_more(t->arena, m->v, m->n, sizeof *m->v);
	m->v[m->n++] = *c;
	strs_add(t->arena, &t->values, value);
	return true;
}

bool attributes_add(struct attributes *t, str name, str value)
{
	struct csvmap_column c = {.name = name, .folded = utf8_fold(t->arena, name), .labels = -1, .services = -1};
	if (!csvmap_said(t->arena, &c, t->said))
		set_known(t, &c);
	return add(t, &c, value);
}

bool attributes_add_to(struct attributes *t, str name, str value, str field, str label)
{
	struct csvmap_column c = {.name = name,
		.folded = utf8_fold(t->arena, name),
		.labels = -1,
		.services = -1,
		.field = field,
		.label = label};
	return add(t, &c, value);
}

static size_t find(const struct attributes *t, str field, str name)
{
	size_t i = 0;
	while (i < t->map.n && !str_eq(field.p ? t->map.v[i].field : t->map.v[i].folded, field.p ? field : name))
		i++;
	return i;
}

void attributes_settle(struct attributes *t, str other)
{
	struct csvmap *m = &t->map;
	size_t name = find(t, S("name"), (str){0});
	if (name == m->n && other.p && (name = find(t, (str){0}, other)) < m->n)
		m->v[name].field = S("name");
	for (size_t i = 0; i < m->n; i++) {
		struct csvmap_column *c = &m->v[i];
		if (i != name && str_eq(c->field, S("name")))
			c->field = S("aliases");
		if (name < m->n && str_eq(c->field, S("aliases")) && str_eq(t->values.v[i], t->values.v[name]))
			c->skip = true;
	}
}

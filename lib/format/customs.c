#include "format/customs.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "format/csvcell.h"

#define FIELDS " org title role im tags phone url "

void customs_begin(struct customs *s, const struct contact *c, size_t n)
{
	*s = (struct customs){.n = n};
	for (size_t i = 0; i < n; i++)
		s->v[i] = plain_text(c, arena_printf(c->arena, "custom%zu", i + 1));
}

static void add_line(struct customs *s, const struct contact *c, str key, struct strs texts)
{
	size_t i = 0;
	while (i < s->n && s->v[i].n)
		i++;
	if (i < s->n)
		s->v[i] = arena_printf(c->arena, FMT ": " FMT, ARG(key), ARG(csvcell_joined(c->arena, texts)));
	else
		strs_add(c->arena, &s->left, key);
}

static bool is_first(const struct plain_facts *facts, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(facts->v[k].label, facts->v[i].label))
			return false;
	return true;
}

void customs_add(struct customs *s, const struct contact *c, str field, struct plain_facts facts)
{
	for (size_t i = 0; i < facts.n; i++) {
		struct strs texts = {0};
		str label = facts.v[i].label;
		for (size_t k = i; k < facts.n && is_first(&facts, i); k++)
			if (str_eq(facts.v[k].label, label))
				strs_add(c->arena, &texts, facts.v[k].text);
		if (texts.n)
			add_line(s, c, label.n ? arena_printf(c->arena, FMT "." FMT, ARG(field), ARG(label)) : field,
				texts);
	}
}

void customs_add_tags(struct customs *s, const struct contact *c)
{
	struct strs tags = plain_tags(c);
	if (tags.n)
		add_line(s, c, S("tags"), tags);
}

void customs_left(struct customs *s, const struct contact *c, const char *key)
{
	strs_add(c->arena, &s->left, str_of(key));
}

void customs_tell(const struct customs *s, const struct contact *c, const char *program)
{
	if (s->left.n)
		hint(FMT ": no room in %s, left out: " FMT, ARG(plain_text(c, S("name"))), program,
			ARG(strs_join(c->arena, s->left, S(", "))));
}

static bool is_said(const struct attributes *t, str name)
{
	struct csvmap_column c = {.folded = utf8_fold(t->arena, name)};
	return csvmap_said(t->arena, &c, t->said);
}

bool customs_read(struct attributes *t, str name, str value, bool *full)
{
	size_t colon = str_find(value, S(": "));
	str key = str_head(value, colon), rest = str_skip(value, colon);
	size_t dot = str_chr(key, '.');
	str field = str_head(key, dot), label = dot == STR_NONE ? S("") : str_skip(key, dot + 1);
	if (colon == STR_NONE || !str_listed(FIELDS, field) || is_said(t, name))
		return false;
	struct strs values = csvcell_values(t->arena, str_skip(rest, 2));
	for (size_t i = 0; i < values.n && !*full; i++)
		*full = !attributes_add_to(t, name, values.v[i], field, label);
	return true;
}

#include "format/ldifmember.h"

#include "base/utf8.h"
#include "format/ldifline.h"

bool ldifmember_asked(str text)
{
	static const str names[] = {S_INIT("member"), S_INIT("uniquemember"), S_INIT("manager"), S_INIT("secretary")};
	str line;
	while (str_line(&text, &line))
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (str_ieq(str_head(line, names[i].n), names[i]))
				return true;
	return false;
}

void ldifmember_keep(struct ldifmembers *m, str dn, str name)
{
	str key = ldifline_dn_key(m->arena, dn);
	str *kept = arena_alloc(m->arena, sizeof *kept);
	*kept = arena_dup(m->arena, name);
	if (key.n && name.n && !map_get(&m->names, key))
		map_put(&m->names, key, kept);
}

str ldifmember_name(const struct ldifmembers *m, struct arena *a, str dn)
{
	const str *name = map_get(&m->names, ldifline_dn_key(a, dn));
	return name ? *name : ldifline_dn(a, dn, S("cn"));
}

bool ldifmember_is_dn(struct arena *a, str text)
{
	return ldifline_dn_key(a, text).n > 0;
}

/* Each once; there may be thousands. */
static void put_list(struct contact *c, str key, struct strs texts)
{
	struct map seen = {0};
	struct value *list = value_new(c->arena, VALUE_LIST, (str){0}, 0), **end = &list->first;
	for (size_t i = 0; i < texts.n; i++) {
		if (map_get(&seen, texts.v[i]))
			continue;
		map_put(&seen, texts.v[i], c);
		*end = value_new(c->arena, VALUE_TEXT, texts.v[i], 0);
		end = &(*end)->next;
	}
	if (list->first)
		contact_set(c, key, list->first->next ? list : list->first);
	map_release(&seen);
}

void ldifmember_put(const struct ldifmembers *m, struct contact *c, struct strs members)
{
	struct strs links = {0}, others = {0};
	for (size_t i = 0; i < members.n; i++) {
		str link = contact_link(c->arena, ldifmember_name(m, c->arena, members.v[i]));
		strs_add(c->arena, link.p ? &links : &others, link.p ? link : members.v[i]);
	}
	put_list(c, S("members"), links);
	put_list(c, S("member"), others);
}

void ldifmember_release(struct ldifmembers *m)
{
	map_release(&m->names);
}

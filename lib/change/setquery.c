#include "change/setquery.h"

#include "query/lists.h"

static bool is_set(str field, const struct set_setting *v, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(v[i].field, field) || str_eq(v[i].field, S("kind")))
			return true;
	return false;
}

static bool good_list(const struct book *b, struct note *n)
{
	struct list *l = lists_read(n->arena, b, n);
	query_release(l->query);
	return !l->wrong;
}

static bool good_goal(const struct book *b, struct note *n)
{
	str why;
	struct query *q = query_parse(n->arena, b, lists_terms(n->arena, n, S("count")), &why);
	if (!q)
		note_warn_value(n, note_field(n, S("count")), FMT, ARG(why));
	query_release(q);
	return q;
}

bool setquery_good(const struct book *b, const struct note *n, str bytes, const struct set_setting *v, size_t count)
{
	struct note now = *n;
	now.bytes = bytes;
	note_begin(&now);
	if (b->fd < 0 || !note_ok(&now))
		return true;
	if (note_is(&now, "list") && note_field(&now, S("query")) && is_set(S("query"), v, count))
		return good_list(b, &now);
	if (note_is(&now, "goal") && note_field(&now, S("count")) && is_set(S("count"), v, count))
		return good_goal(b, &now);
	return true;
}

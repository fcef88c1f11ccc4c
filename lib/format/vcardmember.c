#include "format/vcardmember.h"

#include "base/utf8.h"
#include "format/contact.h"
#include "format/vcardname.h"
#include "format/vcardtext.h"

static bool is_one(const struct vcardline *l)
{
	return str_eq(l->name, S("MEMBER")) || str_eq(l->name, S("X-ADDRESSBOOKSERVER-MEMBER"));
}

/* urn:uuid:7B1C, 7b1c, mailto:ada@b.org: the same however it is written. */
static str key_of(struct arena *a, str text)
{
	static const str schemes[] = {S_INIT("urn:uuid:"), S_INIT("mailto:")};
	text = str_trim(vcardtext_read(a, text));
	for (size_t i = 0; i < 2; i++)
		if (str_ieq(str_head(text, schemes[i].n), schemes[i]))
			text = str_skip(text, schemes[i].n);
	return utf8_fold(a, text);
}

/* The lines of one card: by what it is known. */
static void keep(struct vcardmembers *m, struct arena *a, const struct vcardline *lines, size_t n)
{
	str link = contact_link(m->arena, vcardname_of(a, lines, n));
	str *kept = link.p ? arena_alloc(m->arena, sizeof *kept) : NULL;
	for (size_t i = 0; i < n && kept; i++) {
		str key = str_listed(" UID EMAIL ", lines[i].name) ? key_of(a, lines[i].value) : (str){0};
		*kept = link;
		if (key.n && !map_get(&m->links, key))
			map_put(&m->links, arena_dup(m->arena, key), kept);
	}
}

void vcardmember_read(struct vcardmembers *m, str text)
{
	struct arena a = {0};
	struct vcardlines lines = {.arena = &a, .rest = text, .line = 1};
	struct vcardline l, *v = NULL;
	size_t n = 0;
	if (str_find(text, S("MEMBER")) == STR_NONE)
		return;
	while (vcardline_next(&lines, &l)) {
		bool mark = str_ieq(str_trim(l.value), S("VCARD"));
		if (mark && str_listed(" BEGIN END ", l.name)) {
			keep(m, &a, v, n);
			v = NULL;
			n = 0;
			arena_reset(&a);
		} else if (lines.good) {
			v = arena_more(&a, v, n, sizeof *v);
			v[n++] = l;
		}
	}
	arena_release(&a);
}

void vcardmember_link(const struct vcardmembers *m, struct arena *a, struct vcardline *l)
{
	const str *link = is_one(l) ? map_get(&m->links, key_of(a, l->value)) : NULL;
	if (!link || vcardline_param(l, S("X-NT")).n)
		return;
	l->params = arena_more(a, l->params, l->param_count, sizeof *l->params);
	l->params[l->param_count++] = (struct vcardparam){S("X-NT"), *link};
}

void vcardmember_release(struct vcardmembers *m)
{
	map_release(&m->links);
}

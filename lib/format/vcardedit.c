#include "format/vcardedit.h"

#include "base/utf8.h"
#include "format/vcard.h"
#include "format/vcardname.h"
#include "format/vcardput.h"
#include "format/vcardside.h"
#include "format/vcardtext.h"

/* It holds for another value, too. */
static bool holds(const struct vcardparam *p)
{
	bool day = str_eq(p->name, S("VALUE")) && str_ieq(p->value, S("date"));
	return day ||
	       !str_listed(" VALUE LABEL GEO TZ ENCODING CHARSET CALSCALE SORT-AS X-APPLE-OMIT-YEAR X-USER X-USERID "
			   "X-DISPLAYNAME USERNAME ",
		       p->name);
}

static bool all_hold(const struct vcardline *l)
{
	for (size_t i = 0; i < l->param_count; i++)
		if (!holds(&l->params[i]))
			return false;
	return true;
}

/* For another value: as it stands, if it may. */
static str head_of(struct arena *a, const struct vcardline *l)
{
	struct buf head = {0};
	if (all_hold(l))
		return str_head(l->whole, l->whole.n - l->value.n);
	vcardline_put_head(&head, l, holds);
	buf_putc(&head, ':');
	return arena_take(a, &head);
}

static bool keeps_head(const struct vcardside_line *was, const struct vcardside_line *is)
{
	for (size_t i = 0; i < is->l->param_count; i++)
		if (!str_eq(is->l->params[i].name, S("TYPE")))
			return false;
	return str_eq(vcardside_label(was), vcardside_label(is));
}

struct editing {
	struct vcardside was, is;
	struct buf out;
	int groups;
};

static void put(struct editing *e, str line)
{
	struct buf folded = {0};
	bool unix = str_find(e->was.bytes, S("\r\n")) == STR_NONE;
	if (e->out.n && str_chr(S("\r\n"), e->out.p[e->out.n - 1]) == STR_NONE) /* a file that ends in the middle */
		buf_puts(&e->out, unix ? "\n" : "\r\n");
	vcard_fold(&folded, line);
	for (size_t i = 0; i < folded.n; i++)
		if (!unix || folded.p[i] != '\r')
			buf_putc(&e->out, folded.p[i]);
	buf_release(&folded);
}

static struct vcardside_line *of_group(const struct vcardside *s, str group)
{
	for (size_t i = 0; i < s->n && group.n; i++)
		if (str_ieq(s->v[i].l->group, group))
			return &s->v[i];
	return NULL;
}

static str free_group(struct editing *e, str group)
{
	bool taken = of_group(&e->was, group);
	while (taken) {
		group = arena_printf(e->is.a, "item%d", ++e->groups);
		taken = of_group(&e->was, group) || of_group(&e->is, group);
	}
	return group;
}

/* A line of the new card, in a group that the old one has not, with the label of the group. */
static void put_new(struct editing *e, const struct vcardside_line *u)
{
	struct vcardside_line *first = of_group(&e->is, u->l->group);
	const struct vcardline *label = first && !first->group.p ? u->label : NULL;
	if (first && !first->group.p)
		first->group = free_group(e, u->l->group);
	str group = first ? first->group : S("");
	put(e, arena_join(e->is.a, group, vcardside_ungrouped(u->l)));
	if (label)
		put(e, arena_join(e->is.a, group, vcardside_ungrouped(label)));
}

/* Lines of the key that stand in no old one's place. */
static void put_more(struct editing *e, str key)
{
	for (size_t i = 0; i < e->is.n; i++) {
		struct vcardside_line *u = &e->is.v[i];
		if (u->other || vcardside_is_own(u) || !u->changed || !str_eq(u->key, key))
			continue;
		put_new(e, u);
		u->other = u;
	}
}

static bool stays(const struct vcardside_line *u)
{
	return u->same || vcardside_is_kept(u) || !u->changed;
}

static bool is_last(const struct vcardside *s, const struct vcardside_line *u)
{
	for (const struct vcardside_line *x = u + 1; x < s->v + s->n; x++)
		if (str_eq(x->key, u->key))
			return false;
	return true;
}

/* The label of a group goes with the last of what it is of. */
static bool is_needed(const struct vcardside *s, const struct vcardline *label)
{
	bool gone = false;
	for (size_t i = 0; i < s->n; i++) {
		const struct vcardside_line *u = &s->v[i];
		if (vcardside_is_label(u->l) || !vcardside_is_grouped(u->l, label))
			continue;
		if (stays(u) || (u->other && keeps_head(u, u->other)))
			return true;
		gone = true;
	}
	return !gone;
}

static bool is_last_list(const struct vcardside *s, const struct vcardside_line *u)
{
	for (const struct vcardside_line *x = u + 1; x < s->v + s->n; x++)
		if (vcardside_is_list(x) && str_eq(x->key, u->key))
			return false;
	return true;
}

/* The parts of the line that are still said, as they stand there; the last one takes what is new. */
static struct strs parts_of(struct editing *e, const struct vcardside_line *u, struct strs raw)
{
	struct arena *a = e->was.a;
	struct strs had = contact_texts(&e->was.all, u->key), has = contact_texts(&e->is.all, u->key), parts = {0};
	for (size_t i = 0; i < raw.n; i++) {
		struct vcardline one = *u->l;
		struct vcardside_line part = {.l = &one};
		one.value = raw.v[i];
		vcardside_read_line(&e->was, &part);
		struct strs texts = contact_texts(&part.says, u->key);
		if (!texts.n || strs_has(has, texts.v[0]))
			strs_add(a, &parts, raw.v[i]);
	}
	for (size_t i = 0; i < has.n && is_last_list(&e->was, u); i++)
		if (!strs_has(had, has.v[i]))
			strs_add(a, &parts, vcardtext_escape(a, has.v[i]));
	return parts;
}

static void put_list(struct editing *e, const struct vcardside_line *u)
{
	struct strs raw = vcardtext_split(e->was.a, u->l->value, ','), parts = parts_of(e, u, raw);
	str value = strs_join(e->was.a, parts, S(","));
	if (str_eq(value, u->l->value))
		buf_add(&e->out, u->l->bytes);
	else if (parts.n)
		put(e, arena_join(e->was.a, head_of(e->was.a, u->l), value));
}

static void put_unit(struct editing *e, const struct vcardside_line *u)
{
	if (str_eq(u->l->name, S("REV")))
		return;
	if (vcardside_is_label(u->l) ? is_needed(&e->was, u->l) : stays(u))
		buf_add(&e->out, u->l->bytes);
	else if (vcardside_is_list(u))
		put_list(e, u);
	else if (u->other && keeps_head(u, u->other))
		put(e, arena_join(e->was.a, head_of(e->was.a, u->l), u->other->l->value));
	else if (u->other)
		put_new(e, u->other);
}

/* What is new of a key stands behind the last line of it, and behind the label of that. */
static void put_behind(struct editing *e, const struct vcardside_line *u)
{
	const struct vcardside_line *next = u + 1, *end = e->was.v + e->was.n, *of = u;
	if (u > e->was.v && vcardside_is_label(u->l) && vcardside_is_grouped(u->l, u[-1].l))
		of = u - 1;
	bool labelled = next < end && vcardside_is_label(next->l) && vcardside_is_grouped(next->l, u->l);
	if (!labelled && of->key.n && is_last(&e->was, of))
		put_more(e, of->key);
}

static bool says_all(const struct contact *x, const struct contact *y)
{
	for (const struct value *v = x->front->first; v; v = v->next)
		if (!str_eq(v->key, S("vcard")) && !str_eq(contact_form(x, v->key), contact_form(y, v->key)))
			return false;
	return true;
}

/* Between the lines stands what is none, and that stays, too. */
static void put_all(struct editing *e)
{
	const char *at = e->was.bytes.p, *end = at + e->was.bytes.n;
	for (size_t i = 0; i < e->was.n; i++) {
		const struct vcardside_line *u = &e->was.v[i];
		buf_add(&e->out, (str){at, (size_t)(u->l->bytes.p - at)});
		put_unit(e, u);
		put_behind(e, u);
		at = u->l->bytes.p + u->l->bytes.n;
	}
	for (size_t i = 0; i < e->is.n; i++)
		put_more(e, e->is.v[i].key);
	buf_add(&e->out, (str){at, (size_t)(end - at)});
}

/* 2.1 has other words for labels, and charsets. */
static bool is_of_version(const struct vcardside *was, const struct vcardside *is)
{
	const struct vcardline *x = was->n ? vcardname_find(was->v[0].l, was->n, "VERSION") : NULL,
			       *y = is->n ? vcardname_find(is->v[0].l, is->n, "VERSION") : NULL;
	return x && y && str_eq(str_trim(x->value), str_trim(y->value));
}

/* Lines are folded in the middle of a character, too. */
static bool is_utf8(str card)
{
	struct buf b = {0};
	size_t bad;
	for (size_t i = 0; i < card.n; i++) {
		size_t end = i + (card.p[i] == '\r');
		if (end + 1 < card.n && card.p[end] == '\n' && str_blank(card.p[end + 1]))
			i = end + 1;
		else
			buf_putc(&b, card.p[i]);
	}
	bool valid = utf8_valid(buf_str(&b), &bad);
	buf_release(&b);
	return valid;
}

static str edit_once(struct arena *a, str old, str new)
{
	struct editing e = {.groups = 0};
	struct contact after;
	if (!is_utf8(old) || !vcardside_read(a, old, new, &e.was, &e.is) || !is_of_version(&e.was, &e.is))
		return new;
	put_all(&e);
	str edited = arena_take(a, &e.out);
	bool good = vcard_first(a, edited, &after) && says_all(&after, &e.is.all) && says_all(&e.is.all, &after);
	return good ? edited : new;
}

/* Where a line stood between a picture and what is no line, that would be of the picture: there is more to do then. */
str vcardedit(struct arena *a, str old, str new)
{
	str edited = edit_once(a, old, new);
	return str_eq(edit_once(a, edited, new), edited) ? edited : new;
}

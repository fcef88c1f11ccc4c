#include "format/vcardedit.h"

#include "base/utf8.h"
#include "format/vcard.h"
#include "format/vcardname.h"
#include "format/vcardput.h"
#include "format/vcardtext.h"

#define MOST_LINES 2000 /* of a card: those of more are written anew */

struct unit {
	const struct vcardline *l, *label; /* label: X-ABLabel of its group, NULL: it has none */
	struct contact says;               /* what the line says by itself */
	str key;                           /* the field it is of; empty: of none */
	const struct unit *other;          /* in the other card: says the same, or stands in its place */
	bool same, changed;                /* the other says the same; what the cards say of the key is not */
	str group;                         /* for the first of its group: that which it has now */
};

struct side {
	struct arena *a;
	str bytes;
	struct contact all;
	struct unit *v;
	size_t n;
};

static bool is_label(const struct vcardline *l)
{
	return str_eq(l->name, S("X-ABLABEL"));
}

static bool is_grouped(const struct vcardline *x, const struct vcardline *y)
{
	return x->group.n && str_ieq(x->group, y->group);
}

static const struct vcardline *group_label(const struct side *s, const struct vcardline *l)
{
	for (size_t i = 0; i < s->n; i++)
		if (is_label(s->v[i].l) && is_grouped(s->v[i].l, l))
			return s->v[i].l;
	return NULL;
}

static str key_of(const struct unit *u)
{
	const struct value *v = u->says.front->first;
	if (str_eq(u->l->name, S("N")))
		return S("name");
	while (v && v->next && str_eq(v->key, S("name")))
		v = v->next;
	bool named = v && str_eq(v->key, S("name"));
	return v && (!named || str_eq(u->l->name, S("FN"))) ? v->key : S("");
}

/* One line, read as a card of this name. */
static void read_unit(const struct side *s, struct unit *u)
{
	struct vcardline lines[3] = {{.name = S("FN")}, *u->l};
	size_t n = 2;
	lines[0].value = vcardtext_escape(s->a, contact_text(&s->all, S("name")));
	u->label = is_label(u->l) ? NULL : group_label(s, u->l);
	if (u->label)
		lines[n++] = *u->label;
	contact_begin(&u->says, s->a);
	if (u->l->binary)
		u->key = S("vcard");
	else if (vcard_read(&u->says, lines, n, (str){0}, S("card")))
		u->key = key_of(u);
}

static bool read_side(struct side *s, struct arena *a, str bytes)
{
	size_t n;
	struct vcardline *lines = vcardline_card(a, bytes, &n);
	*s = (struct side){.a = a, .bytes = bytes};
	contact_begin(&s->all, a);
	if (n > MOST_LINES || !vcard_read(&s->all, lines, n, (str){0}, S("card")))
		return false;
	s->v = arena_alloc(a, n * sizeof *s->v);
	for (s->n = 0; s->n < n; s->n++)
		s->v[s->n].l = &lines[s->n];
	for (size_t i = 0; i < n; i++)
		read_unit(s, &s->v[i]);
	return true;
}

static bool is_own(const struct unit *u)
{
	return str_listed(" VERSION PRODID REV X-ABLABEL ", u->l->name);
}

static bool is_kept(const struct unit *u)
{
	return !u->key.n || str_eq(u->key, S("vcard"));
}

static str ungrouped(const struct vcardline *l)
{
	return str_skip(l->whole, l->group.n);
}

static bool says_same(const struct unit *x, const struct unit *y)
{
	if (is_kept(x) || is_kept(y))
		return str_eq(ungrouped(x->l), ungrouped(y->l)) &&
		       str_ieq(x->label ? x->label->value : S(""), y->label ? y->label->value : S(""));
	return str_eq(x->l->name, y->l->name) && value_same(x->says.front, y->says.front);
}

static bool is_changed(const struct side *was, const struct side *is, str key)
{
	bool order = str_eq(key, S("name")) &&
		     !str_eq(contact_form(&was->all, S("sort-name")), contact_form(&is->all, S("sort-name")));
	return order || !str_eq(contact_form(&was->all, key), contact_form(&is->all, key));
}

/* Each key is looked at once. */
static void find_changed(struct side *s, const struct side *was, const struct side *is)
{
	for (size_t i = 0; i < s->n; i++) {
		size_t k = 0;
		while (k < i && !str_eq(s->v[k].key, s->v[i].key))
			k++;
		s->v[i].changed = k < i ? s->v[k].changed : is_changed(was, is, s->v[i].key);
	}
}

static str label_of(const struct unit *u)
{
	struct contact_facts facts = contact_facts(&u->says, u->key);
	return facts.n ? facts.v[0].label : (str){0};
}

static bool is_of_property(const struct unit *x, const struct unit *y)
{
	return !is_kept(x) && str_eq(x->l->name, y->l->name) && str_eq(x->key, y->key);
}

static bool has_label(const struct unit *x, const struct unit *y)
{
	return is_of_property(x, y) && str_eq(label_of(x), label_of(y));
}

static void join(struct side *was, struct side *is, bool (*fits)(const struct unit *, const struct unit *))
{
	for (size_t i = 0; i < is->n; i++)
		for (size_t k = 0; k < was->n && !is->v[i].other && !is_own(&is->v[i]); k++) {
			struct unit *x = &was->v[k], *y = &is->v[i];
			if ((x->other && !is_kept(x)) || !fits(x, y))
				continue;
			x->other = y;
			y->other = x;
			x->same = y->same = fits == says_same;
		}
}

/* All that is behind the line's name is what its value needs, whatever that is. */
static bool has_plain_head(const struct vcardline *l)
{
	for (size_t i = 0; i < l->param_count; i++)
		if (!str_listed(" TYPE PREF LANGUAGE ", l->params[i].name))
			return false;
	return !l->binary;
}

static str head_of(const struct vcardline *l)
{
	return str_head(l->whole, l->whole.n - l->value.n);
}

static bool keeps_head(const struct unit *was, const struct unit *is)
{
	return has_plain_head(was->l) && has_plain_head(is->l) && str_eq(label_of(was), label_of(is));
}

struct editing {
	struct side was, is;
	struct buf out;
	int groups;
};

static void put(struct editing *e, str line)
{
	struct buf folded = {0};
	bool unix = str_find(e->was.bytes, S("\r\n")) == STR_NONE;
	vcard_fold(&folded, line);
	for (size_t i = 0; i < folded.n; i++)
		if (!unix || folded.p[i] != '\r')
			buf_putc(&e->out, folded.p[i]);
	buf_release(&folded);
}

static struct unit *of_group(const struct side *s, str group)
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
static void put_new(struct editing *e, const struct unit *u)
{
	struct unit *first = of_group(&e->is, u->l->group);
	const struct vcardline *label = first && !first->group.p ? u->label : NULL;
	if (first && !first->group.p)
		first->group = free_group(e, u->l->group);
	str group = first ? first->group : S("");
	put(e, arena_join(e->is.a, group, ungrouped(u->l)));
	if (label)
		put(e, arena_join(e->is.a, group, ungrouped(label)));
}

/* Lines of the key that stand in no old one's place. */
static void put_more(struct editing *e, str key)
{
	for (size_t i = 0; i < e->is.n; i++) {
		struct unit *u = &e->is.v[i];
		if (u->other || is_own(u) || !u->changed || !str_eq(u->key, key))
			continue;
		put_new(e, u);
		u->other = u;
	}
}

static bool stays(const struct unit *u)
{
	return u->same || is_kept(u) || !u->changed;
}

static bool is_last(const struct side *s, const struct unit *u)
{
	for (const struct unit *x = u + 1; x < s->v + s->n; x++)
		if (str_eq(x->key, u->key))
			return false;
	return true;
}

/* The label of a group goes with the last of what it is of. */
static bool is_needed(const struct side *s, const struct vcardline *label)
{
	bool gone = false;
	for (size_t i = 0; i < s->n; i++) {
		const struct unit *u = &s->v[i];
		if (is_label(u->l) || !is_grouped(u->l, label))
			continue;
		if (stays(u) || (u->other && keeps_head(u, u->other)))
			return true;
		gone = true;
	}
	return !gone;
}

static void put_unit(struct editing *e, const struct unit *u)
{
	if (str_eq(u->l->name, S("REV")))
		return;
	if (is_label(u->l) ? is_needed(&e->was, u->l) : stays(u))
		buf_add(&e->out, u->l->bytes);
	else if (u->other && keeps_head(u, u->other))
		put(e, arena_join(e->was.a, head_of(u->l), u->other->l->value));
	else if (u->other)
		put_new(e, u->other);
}

/* What is new of a key stands behind the last line of it, and behind the label of that. */
static void put_behind(struct editing *e, const struct unit *u)
{
	const struct unit *next = u + 1, *end = e->was.v + e->was.n, *of = u;
	if (u > e->was.v && is_label(u->l) && is_grouped(u->l, u[-1].l))
		of = u - 1;
	bool labelled = next < end && is_label(next->l) && is_grouped(next->l, u->l);
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
		const struct unit *u = &e->was.v[i];
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
static bool is_of_version(const struct side *was, const struct side *is)
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

str vcardedit(struct arena *a, str old, str new)
{
	struct editing e = {.groups = 0};
	struct contact after;
	size_t n;
	if (!is_utf8(old) || !read_side(&e.was, a, old) || !read_side(&e.is, a, new) || !is_of_version(&e.was, &e.is))
		return new;
	find_changed(&e.was, &e.was, &e.is);
	find_changed(&e.is, &e.was, &e.is);
	join(&e.was, &e.is, says_same);
	join(&e.was, &e.is, has_label);
	join(&e.was, &e.is, is_of_property);
	put_all(&e);
	str edited = arena_take(a, &e.out);
	struct vcardline *lines = vcardline_card(a, edited, &n);
	contact_begin(&after, a);
	bool good = vcard_read(&after, lines, n, (str){0}, S("card")) && says_all(&after, &e.is.all) &&
		    says_all(&e.is.all, &after);
	return good ? edited : new;
}

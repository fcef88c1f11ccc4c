#include "format/vcardside.h"

#include "format/vcard.h"
#include "format/vcardname.h"
#include "format/vcardprofile.h"
#include "format/vcardtext.h"

#define MOST_LINES 2000 /* of a card */

bool vcardside_is_label(const struct vcardline *l)
{
	return str_eq(l->name, S("X-ABLABEL"));
}

bool vcardside_is_grouped(const struct vcardline *x, const struct vcardline *y)
{
	return x->group.n && str_ieq(x->group, y->group);
}

static const struct vcardline *group_label(const struct vcardside *s, const struct vcardline *l)
{
	for (size_t i = 0; i < s->n; i++)
		if (vcardside_is_label(s->v[i].l) && vcardside_is_grouped(s->v[i].l, l))
			return s->v[i].l;
	return NULL;
}

static str key_of(const struct vcardside_line *u)
{
	const struct value *v = u->says.front->first;
	if (str_eq(u->l->name, S("N")))
		return S("name");
	while (v && v->next && str_eq(v->key, S("name")))
		v = v->next;
	bool named = v && str_eq(v->key, S("name"));
	return v && (!named || str_eq(u->l->name, S("FN"))) ? v->key : S("");
}

void vcardside_read_line(const struct vcardside *s, struct vcardside_line *u)
{
	struct vcardline lines[3] = {{.name = S("FN")}, *u->l};
	size_t n = 2;
	lines[0].value = vcardtext_escape(s->a, contact_text(&s->all, S("name")));
	u->label = vcardside_is_label(u->l) ? NULL : group_label(s, u->l);
	if (u->label)
		lines[n++] = *u->label;
	contact_begin(&u->says, s->a);
	if (u->l->binary)
		u->key = S("vcard");
	else if (vcard_read(&u->says, lines, n, NULL, S("card")))
		u->key = key_of(u);
}

static bool read_side(struct vcardside *s, struct arena *a, str bytes)
{
	size_t n;
	struct vcardline *lines = vcardline_card(a, bytes, &n);
	*s = (struct vcardside){.a = a, .bytes = bytes};
	contact_begin(&s->all, a);
	if (n > MOST_LINES || !vcard_read(&s->all, lines, n, NULL, S("card")))
		return false;
	s->v = arena_alloc(a, n * sizeof *s->v);
	for (s->n = 0; s->n < n; s->n++)
		s->v[s->n].l = &lines[s->n];
	for (size_t i = 0; i < n; i++)
		vcardside_read_line(s, &s->v[i]);
	return true;
}

bool vcardside_is_list(const struct vcardside_line *u)
{
	return str_listed(" CATEGORIES NICKNAME ", u->l->name) && str_listed(" tags aliases ", u->key);
}

bool vcardside_is_own(const struct vcardside_line *u)
{
	return str_listed(" VERSION PRODID REV X-ABLABEL ", u->l->name);
}

bool vcardside_is_kept(const struct vcardside_line *u)
{
	return !u->key.n || str_eq(u->key, S("vcard"));
}

str vcardside_ungrouped(const struct vcardline *l)
{
	return str_skip(l->whole, l->group.n);
}

/* A page at a service stands under several names, too. */
static bool is_named_as(const struct vcardline *x, const struct vcardline *y)
{
	return str_eq(x->name, y->name) ||
	       (str_listed(" URL" VCARDPROFILE_NAMES, x->name) && str_listed(" URL" VCARDPROFILE_NAMES, y->name));
}

static bool says_same(const struct vcardside_line *x, const struct vcardside_line *y)
{
	if (vcardside_is_kept(x) || vcardside_is_kept(y))
		return str_eq(vcardside_ungrouped(x->l), vcardside_ungrouped(y->l)) &&
		       str_ieq(x->label ? x->label->value : S(""), y->label ? y->label->value : S(""));
	return is_named_as(x->l, y->l) && value_same(x->says.front, y->says.front);
}

static bool is_changed(const struct vcardside *was, const struct vcardside *is, str key)
{
	bool order = str_eq(key, S("name")) &&
		     !str_eq(contact_form(&was->all, S("sort-name")), contact_form(&is->all, S("sort-name")));
	return order || !str_eq(contact_form(&was->all, key), contact_form(&is->all, key));
}

/* Each key is looked at once. */
static void find_changed(struct vcardside *s, const struct vcardside *was, const struct vcardside *is)
{
	for (size_t i = 0; i < s->n; i++) {
		size_t k = 0;
		while (k < i && !str_eq(s->v[k].key, s->v[i].key))
			k++;
		s->v[i].changed = k < i ? s->v[k].changed : is_changed(was, is, s->v[i].key);
	}
}

str vcardside_label(const struct vcardside_line *u)
{
	struct contact_facts facts = contact_facts(&u->says, u->key);
	return facts.n ? facts.v[0].label : (str){0};
}

/* Days stand under many names. */
static bool is_of_property(const struct vcardside_line *x, const struct vcardside_line *y)
{
	bool days = str_listed(" birthday anniversary died ", x->key);
	return !vcardside_is_kept(x) && str_eq(x->key, y->key) && (days || is_named_as(x->l, y->l));
}

static bool has_label(const struct vcardside_line *x, const struct vcardside_line *y)
{
	return is_of_property(x, y) && str_eq(vcardside_label(x), vcardside_label(y));
}

static void join(struct vcardside *was, struct vcardside *is,
	bool (*fits)(const struct vcardside_line *, const struct vcardside_line *))
{
	for (size_t i = 0; i < is->n; i++)
		for (size_t k = 0; k < was->n && !is->v[i].other && !vcardside_is_own(&is->v[i]); k++) {
			struct vcardside_line *x = &was->v[k], *y = &is->v[i];
			bool taken = x->other && !vcardside_is_kept(x) && !vcardside_is_list(x);
			if (taken || !fits(x, y))
				continue;
			x->other = y;
			y->other = x;
			x->same = y->same = fits == says_same;
		}
}

bool vcardside_read(struct arena *a, str old, str new, struct vcardside *was, struct vcardside *is)
{
	if (!read_side(was, a, old) || !read_side(is, a, new))
		return false;
	find_changed(was, was, is);
	find_changed(is, was, is);
	join(was, is, says_same);
	join(was, is, has_label);
	join(was, is, is_of_property);
	return true;
}

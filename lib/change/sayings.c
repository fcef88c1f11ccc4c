#include "change/sayings.h"

#include "base/utf8.h"
#include "note/email.h"
#include "note/fields.h"
#include "note/phone.h"
#include "text/link.h"
#include "text/value.h"

static str digits(struct arena *a, str s)
{
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			p[n++] = s.p[i];
	str number = {p, n};
	return str_starts(number, S("00")) ? str_skip(number, 2) : number;
}

/* As phone_form has it, with the extension, in which two of one house differ; what it takes for none, by the digits. */
static str number_of(struct arena *a, str text, str country)
{
	str form = phone_form(a, text, country), extension = digits(a, phone_extension(text));
	if (!form.n)
		return digits(a, text);
	form = str_starts(form, S("+")) ? str_skip(form, 1) : form;
	return extension.n ? arena_printf(a, FMT "x" FMT, ARG(form), ARG(extension)) : form;
}

static str after(str s, str prefix)
{
	return str_starts(s, prefix) ? str_skip(s, prefix.n) : s;
}

/* Some formats have no room for lines, and what was written in two comes back in one. */
static str in_one_line(struct arena *a, str text)
{
	bool plain = true;
	for (size_t i = 0; i < text.n && plain; i++)
		plain = !str_eol(text.p[i]) && !(i && str_blank(text.p[i]) && str_blank(text.p[i - 1]));
	if (plain)
		return text;
	struct buf out = {0};
	for (size_t i = 0; i < text.n; i++) {
		bool gap = str_eol(text.p[i]) || str_blank(text.p[i]);
		if (!gap || !out.n || out.p[out.n - 1] != ' ')
			buf_putc(&out, gap ? ' ' : text.p[i]);
	}
	return arena_take(a, &out);
}

str sayings_form(struct arena *a, str key, str text, str country)
{
	text = in_one_line(a, str_trim(links_shown(a, str_trim(text))));
	str number = str_eq(key, S("phone")) ? number_of(a, text, country) : S("");
	if (number.n)
		return number;
	if (str_eq(key, S("tags")))
		text = after(text, S("#"));
	text = utf8_bare(a, text);
	if (!str_eq(key, S("url")))
		return text;
	text = after(after(after(text, S("https://")), S("http://")), S("www."));
	return str_ends(text, S("/")) ? str_head(text, text.n - 1) : text;
}

static void add_form(struct arena *a, struct strs *forms, str form)
{
	if (form.n)
		strs_add(a, forms, form);
}

struct strs sayings_forms(struct arena *a, str key, str text, str country)
{
	struct emails emails = str_eq(key, S("email")) ? email_read(a, text) : (struct emails){0};
	struct strs forms = {0};
	str rest = str_eq(key, S("phone")) ? text : S(""), number;
	for (size_t i = 0; i < emails.n; i++)
		add_form(a, &forms, sayings_form(a, key, emails.v[i].address, country));
	while (rest.n && str_cut(&rest, ',', &number))
		add_form(a, &forms, sayings_form(a, key, number, country));
	if (!forms.n)
		strs_add(a, &forms, sayings_form(a, key, text, country));
	return forms;
}

static void say(struct note *n, struct sayings *s, str key, str text)
{
	struct strs forms = sayings_forms(n->arena, key, text, note_country(n));
	for (size_t i = 0; i < forms.n; i++) {
		if (!forms.v[i].n)
			continue;
		s->v = arena_more(n->arena, s->v, s->n, sizeof *s->v);
		s->v[s->n++] = (struct said){key, forms.v[i]};
	}
}

/* The texts in a value; of an address each under its own part. */
static void say_value(struct note *n, struct sayings *s, str key, const struct value *v, bool parts)
{
	if (v->kind == VALUE_TEXT)
		say(n, s, key, v->text);
	for (const struct value *i = v->first; i; i = i->next)
		say_value(n, s, parts && i->key.p ? i->key : key, i, parts);
}

/* The uids that imports gave: "uid:google" tells that source's from another's. */
static void say_uids(struct note *n, struct sayings *s, const struct value *from)
{
	for (const struct value *source = from->first; source; source = source->next)
		for (const struct value *v = source->first; v; v = v->next)
			if (v->kind == VALUE_TEXT && str_eq(v->key, S("uid"))) {
				str key = arena_printf(n->arena, "uid:" FMT, ARG(source->key));
				say(n, s, S("uid"), v->text);
				say(n, s, key, v->text);
				say(n, s, key, S("*"));
			}
}

/* A uid that no source has given is that of a nameless one. */
static void say_own_uid(struct note *n, struct sayings *s)
{
	struct strs uids = note_texts(n, S("uid"));
	for (size_t i = 0; i < s->n; i++)
		if (str_starts(s->v[i].key, S("uid:")))
			return;
	for (size_t i = 0; i < uids.n; i++) {
		say(n, s, S("uid:"), uids.v[i]);
		say(n, s, S("uid:"), S("*"));
	}
}

/* What stands for a name where there is only an address is none. */
static struct strs names_in(struct note *n, const struct sayings *s)
{
	struct strs names = {0}, slugs = {0};
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(s->v[i].key, S("email")))
			strs_add(n->arena, &slugs, utf8_slug(n->arena, s->v[i].form));
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(s->v[i].key, S("name")) && !strs_has(slugs, utf8_slug(n->arena, s->v[i].form)))
			strs_add(n->arena, &names, s->v[i].form);
	return names;
}

static void say_reached(struct note *n, struct sayings *s, str key, str name, const struct value *v)
{
	struct strs texts = v ? front_texts(n->arena, v) : (struct strs){0};
	for (size_t i = 0; i < texts.n; i++)
		say(n, s, arena_join(n->arena, key, S(" name")),
			arena_printf(n->arena, FMT "\n" FMT, ARG(name), ARG(texts.v[i])));
}

static void say_texts(struct note *n, struct sayings *s, str key, const struct value *v)
{
	struct strs texts = v ? front_texts(n->arena, v) : (struct strs){0};
	for (size_t i = 0; i < texts.n; i++)
		say(n, s, key, texts.v[i]);
}

/* What a source calls somebody: a name, with an email, or with a phone where it knows no email; and all that it says.
 */
static void say_row(struct note *n, struct sayings *s, struct value *source)
{
	str key = arena_join(n->arena, S(SAID_BY), source->key), name = {0}, all = S("");
	const struct value *email = value_child(source, S("email"));
	for (const struct value *v = source->first; v; v = v->next) {
		struct strs texts = front_texts(n->arena, v);
		name = str_eq(v->key, S("name")) && texts.n ? texts.v[0] : name;
		all = arena_printf(n->arena, FMT FMT "\n" FMT "\n", ARG(all), ARG(v->key),
			ARG(strs_join(n->arena, texts, S("\n"))));
	}
	say(n, s, arena_join(n->arena, key, S(" all")), all);
	if (name.n)
		say_reached(n, s, key, name, email ? email : value_child(source, S("phone")));
	say(n, s, arena_join(n->arena, key, S(" called")), name);
	if (!email && !value_child(source, S("uid")))
		say(n, s, arena_join(n->arena, key, S(" unreached")), name);
	say_texts(n, s, arena_join(n->arena, key, S(" email")), email);
	say_texts(n, s, arena_join(n->arena, key, S(" birthday")), value_child(source, S("birthday")));
}

static void say_sources(struct note *n, struct sayings *s, const struct value *from)
{
	say_uids(n, s, from);
	for (struct value *source = from->first; source; source = source->next)
		if (source->kind == VALUE_MAP && source->first)
			say_row(n, s, source);
}

bool said_is_name(const struct said *s)
{
	return str_eq(s->key, S("name"));
}

struct sayings sayings_of(struct note *n)
{
	struct sayings s = {0};
	struct fields all = fields_of(n);
	say(n, &s, S("name"), note_name(n));
	for (size_t i = 0; i < all.n; i++) {
		str key = all.v[i].name;
		const struct value *v = all.v[i].value;
		if (str_eq(key, S("from")))
			say_sources(n, &s, v);
		else if (str_eq(key, S("aliases")))
			say_value(n, &s, S("name"), v, false);
		else if (!str_listed(" kind name tags ", key))
			say_value(n, &s, key, v, str_eq(key, S("address")));
	}
	say_own_uid(n, &s);
	struct strs tags = note_tags(n);
	for (size_t i = 0; i < tags.n; i++)
		say(n, &s, S("tags"), tags.v[i]);
	say(n, &s, S("kind"), note_kind(n));
	s.names = names_in(n, &s);
	s.birthdays = note_texts(n, S("birthday"));
	return s;
}

#include "change/adopt.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/term.h"
#include "text/edit.h"
#include "text/value.h"

static const char *const fields[] = {"birthday", "email", "phone", "address", "org", "title", "url", "tags", "met",
	"how", "last", "next", "cadence"};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* What is put into book.md. */

static struct value *add(struct arena *a, struct value *map, str key, struct value *v)
{
	v->key = arena_dup(a, key);
	value_append(map, v);
	return v;
}

static struct value *text(struct arena *a, str s)
{
	return value_new(a, VALUE_TEXT, arena_dup(a, s), 0);
}

/* The text under a key becomes a list when a second comes. */
static void add_word(struct arena *a, struct value *map, str key, str word)
{
	struct value *there = value_child(map, key);
	if (!there) {
		add(a, map, key, text(a, word));
		return;
	}
	if (there->kind == VALUE_TEXT) {
		struct value *first = text(a, there->text);
		*there = (struct value){.kind = VALUE_LIST, .style = '[', .key = there->key, .next = there->next};
		value_append(there, first);
	}
	value_append(there, text(a, word));
}

/* Folders other than the first of a kind are terms of its query. */
static bool is_home(const struct survey *s, const struct survey_rule *r)
{
	for (const struct survey_rule *x = s->rules; x < r; x++)
		if (x->chosen && x->mark == MARK_FOLDER && x->kind == r->kind)
			return false;
	return r->mark == MARK_FOLDER;
}

/* A folder as a term; one whose name a query reads otherwise by a pattern. */
static str folder_term(struct arena *a, str folder)
{
	bool plain = true, quoted = false;
	char *pattern = arena_cstr(a, folder);
	for (size_t i = 0; i < folder.n; i++) {
		quoted |= strchr(" ()'", folder.p[i]) != NULL;
		plain &= !strchr("\":=<>~!@\\", folder.p[i]);
		if (strchr(" ()'\":=<>~!@\\.[]{}*+?^$|", folder.p[i]))
			pattern[i] = '.';
	}
	if (!plain)
		return arena_printf(a, "path~^%s/", pattern);
	return arena_printf(a, quoted ? "\"" FMT "/\"" : FMT "/", ARG(folder));
}

static void add_kind(struct arena *a, struct value *map, str kind, struct strs terms)
{
	if (terms.n)
		add(a, map, kind, text(a, strs_join(a, terms, S(" or "))));
}

/* The first that a note satisfies counts: a day below a folder of people is a journal's. */
static struct value *kinds_value(struct arena *a, const struct survey *s)
{
	static const char *const order[] = {"org", "person"};
	struct value *map = value_new(a, VALUE_MAP, (str){0}, 0);
	struct strs days = {0};
	for (size_t k = 0; k < COUNT(order); k++) {
		struct strs terms = {0};
		for (size_t i = 0; i < s->rule_count; i++) {
			const struct survey_rule *r = &s->rules[i];
			str term = r->mark == MARK_FOLDER ? folder_term(a, r->term) : r->term;
			if (r->chosen && str_eq(str_of(r->kind), str_of(order[k])) && !is_home(s, r))
				strs_add(a, &terms, term);
		}
		add_kind(a, map, str_of(order[k]), terms);
	}
	if (s->days_of_people)
		strs_add(a, &days, S("\"path~(^|/)\\d{4}-\\d\\d-\\d\\d[^/]*$\""));
	add_kind(a, map, S("journal"), days);
	return map;
}

/* What is not filled in yet is nobody, and need not even be YAML: a glob for each folder of such. */
static struct value *ignore_value(struct arena *a, const struct survey *s)
{
	struct value *list = value_new(a, VALUE_LIST, (str){0}, '[');
	for (size_t i = 0; i < s->templates.n; i++) {
		struct buf glob = {0};
		for (str rest = s->templates.v[i]; rest.n; rest = str_skip(rest, 1)) {
			if (strchr("*?[\\", rest.p[0]))
				buf_add(&glob, S("\\"));
			buf_add(&glob, str_head(rest, 1));
		}
		buf_add(&glob, S("/*"));
		value_append(list, value_new(a, VALUE_TEXT, arena_take(a, &glob), 0));
	}
	return list;
}

static struct value *folders_value(struct arena *a, const struct survey *s)
{
	struct value *map = value_new(a, VALUE_MAP, (str){0}, 0);
	for (size_t i = 0; i < s->rule_count; i++)
		if (s->rules[i].chosen && is_home(s, &s->rules[i]))
			add(a, map, str_of(s->rules[i].kind), text(a, s->rules[i].term));
	return map;
}

/* Beside parts that the vault calls otherwise, city and country are parts as well. */
static struct value *map_value(struct arena *a, const struct survey *s)
{
	struct value *map = value_new(a, VALUE_MAP, (str){0}, 0);
	bool parts = false;
	if (s->titles && s->names_in_titles * 2 > s->titles)
		add_word(a, map, S("name"), S("title"));
	for (size_t i = 0; i < s->key_count; i++) {
		if (str_eq(s->keys[i].word, S(OBSIDIAN_TIER))) /* what else is a tag goes into ours */
			add_word(a, map, S("tags"), S("tags"));
		add_word(a, map, s->keys[i].field, s->keys[i].word);
		parts |= str_starts(s->keys[i].field, S("address.")) && str_chr(s->keys[i].word, '*') == STR_NONE;
	}
	if (parts && s->has_city)
		add_word(a, map, S("address.city"), S("city"));
	if (parts && s->has_country)
		add_word(a, map, S("address.country"), S("country"));
	return map;
}

static struct value *boxes_value(struct arena *a, const struct survey *s)
{
	struct value *map = value_new(a, VALUE_MAP, (str){0}, 0);
	for (size_t i = 0; i < s->box_count; i++)
		if (dialect_box(s->boxes[i].mark))
			add(a, map, s->boxes[i].mark, text(a, str_of(dialect_box(s->boxes[i].mark))))->style = 0;
	return map;
}

/* Those of alas, https://sive.rs/hundreds, and of the tiers of Personal CRM. */
static struct value *cadence_value(struct arena *a, const struct survey *s)
{
	static const char *const spans[][2] = {{"A", "3w"}, {"B", "2m"}, {"C", "6m"}, {"D", "1y"}};
	struct value *map = value_new(a, VALUE_MAP, (str){0}, 0);
	for (size_t i = 0; s->has_categories && i < COUNT(spans); i++)
		add(a, map, str_of(spans[i][0]), text(a, str_of(spans[i][1])));
	for (size_t i = 0; s->has_tiers && i < s->obsidian.tier_count; i++)
		add(a, map, s->obsidian.tiers[i].id, text(a, arena_printf(a, "%ldd", s->obsidian.tiers[i].days)));
	return map;
}

void adopt_configure(struct book *b, str bytes)
{
	struct note n = {.arena = &b->arena, .path = S("book.md"), .shown = S("book.md"), .bytes = bytes};
	bool quiet = diag_quiet, aside = diag_aside;
	diag_quiet = diag_aside = true;
	note_begin(&n);
	config_release(&b->config);
	config_defaults(&b->arena, &b->config);
	config_read(&b->arena, &b->config, note_front(&n), n.shown);
	diag_quiet = quiet;
	diag_aside = aside;
}

/* Into the bytes, and into the configuration that is read from them; what is there already stays. */
static str put(struct book *b, str bytes, const char *key, const struct value *v, struct fault *why)
{
	struct arena *a = &b->arena;
	struct note n = {.arena = a, .path = S("book.md"), .shown = book_shown(b, a, S("book.md")), .bytes = bytes};
	str path = str_of(key);
	note_begin(&n);
	if (!bytes.p || !v->first || front_get(note_front(&n), path))
		return bytes;
	n.bytes = edit_put(a, bytes, (struct strs){&path, 1}, v, why);
	if (!n.bytes.p)
		return n.bytes;
	adopt_configure(b, n.bytes);
	return n.bytes;
}

/* What is read by that. */

static bool is_right(struct note *n, str field)
{
	str text = note_text(n, field);
	const struct vocabulary *v = vocabulary_find(field);
	bool days = v->type == TYPE_DATE || v->type == TYPE_DAY || v->type == TYPE_CADENCE;
	return text.n && (!days || vocabulary_right(v, text));
}

static bool count(struct note *n, void *ctx)
{
	struct adopt *ad = ctx;
	if (!note_ok(n) || str_eq(n->path, S("book.md")))
		return true;
	ad->orgs += note_is(n, "org");
	ad->entries += note_entries(n)->n;
	if (!note_is(n, "person"))
		return true;
	ad->people++;
	for (size_t i = 0; i < COUNT(fields); i++)
		ad->fields[i] += is_right(n, str_of(fields[i]));
	ad->cadences += note_field(n, S("cadence")) != NULL;
	leftover_count(&ad->leftover, n);
	return true;
}

str adopt_book(struct adopt *ad, struct book *b, str bytes, struct fault *why)
{
	struct arena *a = &b->arena;
	struct survey *s = &ad->survey;
	struct book_walk w = {.visit = count, .ctx = ad};
	*ad = (struct adopt){.people = 0};
	survey_kinds(s, b);
	bytes = put(b, bytes, "ignore", ignore_value(a, s), why);
	bytes = put(b, bytes, "kinds", kinds_value(a, s), why);
	bytes = put(b, bytes, "folders", folders_value(a, s), why);
	survey_keys(s, b);
	bytes = put(b, bytes, "map", map_value(a, s), why);
	bytes = put(b, bytes, "cadence", cadence_value(a, s), why);
	bytes = put(b, bytes, "boxes", boxes_value(a, s), why);
	ad->fields = arena_array(a, COUNT(fields), sizeof *ad->fields);
	book_walk(b, &w);
	return bytes;
}

static void say_boxes(const struct survey *s, FILE *f)
{
	const char *sep = "";
	for (size_t i = 0; i < s->box_count; i++)
		if (!dialect_box(s->boxes[i].mark)) {
			fprintf(f, "%s[" FMT "] (%zu)", *sep ? sep : "boxes without a meaning: ", ARG(s->boxes[i].mark),
				s->boxes[i].n);
			sep = ", ";
		}
	if (*sep)
		fputs("; boxes in book.md gives them one\n", f);
}

static void say_templates(const struct survey *s, FILE *f)
{
	for (size_t i = 0; i < s->templates.n; i++)
		fprintf(f, "%s" FMT "%s",
			i ? ", " : "left out as templates (ignore in book.md): ", ARG(s->templates.v[i]),
			i + 1 < s->templates.n ? "" : "\n");
}

static void say_odd_days(const struct survey *s, FILE *f)
{
	if (!s->odd_days)
		return;
	fprintf(f, "not read as a day: %zu file name%s, first ", s->odd_days, s->odd_days > 1 ? "s" : "");
	term_put(f, s->odd_day);
	fputs("; daily notes are called as 2026-11-23.md\n", f);
}

static void say_tiers(const struct survey *s, FILE *f)
{
	for (size_t i = 0; i < s->odd_tiers.n; i++) {
		fputs(i ? ", " : "tiers whose interval is not known: ", f);
		term_put(f, s->odd_tiers.v[i]);
	}
	if (s->odd_tiers.n)
		fputs("; cadence in book.md gives them one\n", f);
}

static void say_people(const struct adopt *ad, FILE *f)
{
	const char *sep = "; read of them: ";
	fprintf(f, ad->people == 1 ? "%zu note is a person" : "%zu notes are people", ad->people);
	for (size_t i = 0; i < COUNT(fields); i++)
		if (ad->fields[i]) {
			fprintf(f, "%s%s (%zu)", sep, fields[i], ad->fields[i]);
			sep = ", ";
		}
	fprintf(f, "\norganisations: %zu, entries: %zu\n", ad->orgs, ad->entries);
}

/* A tag that many of them have, to begin with. */
static str some_query(const struct survey *s)
{
	for (size_t i = 0; i < s->rule_count; i++)
		if (s->rules[i].chosen && str_starts(s->rules[i].term, S("tag:")) &&
			str_eq(str_of(s->rules[i].kind), S("person")))
			return s->rules[i].term;
	return S("kind:person");
}

void adopt_say(const struct adopt *ad, const struct book *b, FILE *f)
{
	if (!ad->people) {
		fputs("no note is marked as a person's: write 'tags: person' or 'kind: person' into those that are,\n"
		      "or put them into people/, and run nt-init again\n",
			f);
	} else {
		say_people(ad, f);
		if (!ad->cadences && !b->config.cadence.n)
			fprintf(f, "nobody has a cadence: nt-set " FMT " cadence=6w gives one\n",
				ARG(some_query(&ad->survey)));
	}
	say_tiers(&ad->survey, f);
	say_odd_days(&ad->survey, f);
	leftover_say(&ad->leftover, ad->people, f);
	say_boxes(&ad->survey, f);
	say_templates(&ad->survey, f);
}

void adopt_release(struct adopt *ad)
{
	survey_release(&ad->survey);
	leftover_release(&ad->leftover);
}

#include "change/survey.h"

#include "base/sorted.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "base/when.h"

/* Whether a kind has to be told: without a word of the book it would be another one. */
static bool is_open(struct note *n, const char *kind)
{
	return !note_text(n, S("kind")).n && !note_is(n, kind);
}

static struct survey_rule *rule_of(struct survey *s, const char *kind, enum survey_mark mark, str term)
{
	for (size_t i = 0; i < s->rule_count; i++)
		if (s->rules[i].kind == kind && s->rules[i].mark == mark && str_eq(s->rules[i].term, term))
			return &s->rules[i];
	s->rules = arena_more(&s->arena, s->rules, s->rule_count, sizeof *s->rules);
	s->rules[s->rule_count] = (struct survey_rule){.kind = kind, .mark = mark, .term = arena_dup(&s->arena, term)};
	return &s->rules[s->rule_count++];
}

static void mark(struct survey *s, struct note *n, const char *kind, enum survey_mark mark, str term)
{
	if (!kind || !is_open(n, kind))
		return;
	struct survey_rule *r = rule_of(s, kind, mark, term);
	if (r->n && r->notes[r->n - 1] == s->notes)
		return;
	r->notes = arena_more(&s->arena, r->notes, r->n, sizeof *r->notes);
	r->notes[r->n++] = s->notes;
}

/* A key or a value as a term can have it; absent: none can. */
static str quoted(struct arena *a, str term)
{
	bool plain = true;
	for (size_t i = 0; i < term.n; i++)
		plain &= !strchr(" \t\n\r()\"'", term.p[i]);
	if (plain)
		return term;
	return str_chr(term, '"') == STR_NONE ? arena_printf(a, "\"" FMT "\"", ARG(term)) : (str){0};
}

static bool can_be_asked(str key)
{
	for (size_t i = 0; i < key.n; i++)
		if (strchr(":=<>~!/\"\n\r", key.p[i]))
			return false;
	return utf8_letter(key) && !str_eq(key, S("kind"));
}

static void mark_term(struct survey *s, struct note *n, const char *kind, enum survey_mark how, str term)
{
	term = quoted(n->arena, term);
	if (term.p)
		mark(s, n, kind, how, term);
}

/* Of a key that map does not call tags yet: = where the tag is the whole text. */
static str tag_term(struct arena *a, str key, str text, str top)
{
	if (str_eq(key, S("tags")))
		return arena_printf(a, "tag:" FMT, ARG(top));
	if (str_eq(key, S("tag")))
		return arena_printf(a, "text~^tag:.*\\b" FMT "\\b", ARG(top));
	bool whole = str_eq(utf8_fold(a, str_trim(text)), top);
	return arena_printf(a, whole ? FMT "=" FMT : FMT "~\\b" FMT "\\b", ARG(key), ARG(top));
}

static void mark_by_tags(struct survey *s, struct note *n, const struct value *v)
{
	struct strs texts = front_texts(n->arena, v);
	for (size_t i = 0; i < texts.n; i++) {
		struct strs tags = note_tags_in(n, (struct strs){&texts.v[i], 1});
		for (size_t k = 0; k < tags.n; k++) {
			str top = utf8_fold(n->arena, str_head(tags.v[k], str_chr(tags.v[k], '/')));
			mark_term(s, n, dialect_kind(n->arena, top), MARK_TAG,
				tag_term(n->arena, v->key, texts.v[i], top));
		}
	}
}

static bool is_tags(struct arena *a, str key)
{
	return str_eq(key, S("tags")) || (can_be_asked(key) && str_eq(dialect_key(a, key).field, S("tags")));
}

static void mark_by_type(struct survey *s, struct note *n, const struct value *v)
{
	struct strs texts = front_texts(n->arena, v);
	for (size_t i = 0; i < texts.n; i++) {
		str shown = links_shown(n->arena, texts.v[i]);
		const char *kind =
			str_find(shown, S("..")) == STR_NONE ? dialect_kind(n->arena, str_base(shown)) : NULL;
		mark_term(s, n, kind, MARK_TYPE,
			arena_printf(n->arena, FMT "=" FMT, ARG(v->key), ARG(utf8_fold(n->arena, str_trim(shown)))));
	}
}

/* FN and N.FN of a card; KIND says when it is no person's. */
static void mark_by_card(struct survey *s, struct note *n)
{
	const struct front *f = note_front(n);
	const struct value *kind = front_get(f, S("KIND"));
	if (kind && kind->kind == VALUE_TEXT) {
		str word = utf8_fold(n->arena, str_trim(kind->text));
		const char *meant = str_eq(word, S("individual")) ? "person" : str_eq(word, S("org")) ? "org" : NULL;
		mark(s, n, meant, MARK_KEYS, arena_printf(n->arena, "KIND=" FMT, ARG(word)));
	} else if (front_get(f, S("N.FN")) || front_get(f, S("N.GN"))) {
		mark(s, n, "person", MARK_KEYS, front_get(f, S("N.FN")) ? S("N.FN:") : S("N.GN:"));
	} else if (front_get(f, S("FN"))) {
		mark(s, n, "person", MARK_KEYS, S("( FN: not KIND: )"));
	}
}

static void mark_by_field(struct survey *s, struct note *n, const struct value *v)
{
	struct dialect_key k = dialect_key(n->arena, v->key);
	str field = k.field.p ? k.field : v->key;
	const struct vocabulary *known = vocabulary_find(field);
	bool right = !known || !vocabulary_typed(known) || dialect_fits(n->arena, field, v->text);
	if (v->kind == VALUE_TEXT && str_trim(v->text).n && right && can_be_asked(v->key) &&
		dialect_tells_person(n->arena, v->key))
		mark_term(s, n, "person", MARK_FIELD, arena_printf(n->arena, FMT ":", ARG(v->key)));
}

/* What a list at the note's beginning says, "- Birthday: 04-27", up to the first section. */
bool survey_item(str *body, str *name, str *value)
{
	str line;
	while (str_line(body, &line) && !str_starts(line, S("##"))) {
		size_t colon = str_find(line, S(": "));
		if (!str_starts(line, S("- ")) || colon == STR_NONE || colon > 60)
			continue;
		*name = str_head(str_skip(line, 2), colon - 2);
		*value = str_trim(str_skip(line, colon + 2));
		return value->n > 0;
	}
	return false;
}

static void mark_by_items(struct survey *s, struct note *n)
{
	str body = n->pieces.body, name, value;
	while (survey_item(&body, &name, &value)) {
		bool plain = str_trim(name).n == name.n && utf8_letter(name) && can_be_asked(name);
		for (size_t i = 0; i < name.n; i++)
			plain &= !strchr(".[]*+?^$\\(){}|", name.p[i]);
		struct dialect_key k = dialect_key(n->arena, name);
		if (plain && dialect_tells_person(n->arena, name) && k.field.p &&
			dialect_fits(n->arena, k.field, value))
			mark_term(s, n, "person", MARK_FIELD, arena_printf(n->arena, "text~^- " FMT ": ", ARG(name)));
	}
}

/* #person, where a reader sees it. */
static void mark_inline(struct survey *s, struct note *n)
{
	str body = n->pieces.body;
	for (size_t at = 0; (at = str_chr(body, '#')) != STR_NONE; body = str_skip(body, at + 1)) {
		str word = str_skip(body, at + 1);
		size_t length = 0, one;
		while ((one = utf8_alnum(str_skip(word, length))))
			length += one;
		bool begins = at == 0 ? body.p == n->pieces.body.p : strchr(" \t\n\r", body.p[at - 1]) != NULL;
		word = str_head(word, length);
		if (length && begins)
			mark(s, n, dialect_kind(n->arena, word), MARK_INLINE,
				arena_printf(n->arena, "text~(^|\\s)#" FMT "\\b", ARG(utf8_fold(n->arena, word))));
	}
}

static void mark_by_folder(struct survey *s, struct note *n)
{
	for (str folder = str_dir(n->path); folder.n; folder = str_dir(folder)) {
		const char *kind = dialect_kind(n->arena, str_base(folder));
		mark(s, n, kind, MARK_FOLDER, folder);
		if (kind && note_is(n, kind) && !note_text(n, S("kind")).n)
			rule_of(s, kind, MARK_FOLDER, folder)->given = true;
		s->days_of_people |= kind && str_eq(str_of(kind), S("person")) && s->is_dated[s->notes] &&
				     !note_text(n, S("kind")).n;
	}
}

/* A folder of templates above the note; absent: none. */
static str templates_above(const struct survey *s, struct note *n)
{
	str found = {0};
	for (str folder = str_dir(n->path); folder.n; folder = str_dir(folder))
		if (dialect_is_templates(n->arena, str_base(folder)) || strs_has(s->obsidian.templates, folder))
			found = folder;
	return found;
}

bool survey_left_out(struct survey *s, struct note *n)
{
	str templates = templates_above(s, n);
	if (templates.p && !strs_has(s->templates, templates))
		strs_add(&s->arena, &s->templates, arena_dup(&s->arena, templates));
	return templates.p || str_eq(n->path, S("book.md"));
}

static void count_box(struct survey *s, str line)
{
	line = str_trim(line);
	size_t marker = line.n > 2 && strchr("-*+", line.p[0]) ? 1 : 0;
	while (!marker && line.n && str_digit(line.p[0]))
		line = str_skip(line, 1);
	if (line.n < 2 || (!marker && line.p[0] != '.' && line.p[0] != ')') || !str_blank(line.p[1]))
		return;
	line = str_trim(str_skip(line, 1));
	size_t n = entry_box_length(line);
	str in = n > 2 ? str_trim(str_head(str_skip(line, 1), n - 2)) : (str){0};
	if (n < 3 || n + 1 > line.n || !str_blank(line.p[n]) || !in.n || visible_plain(in) < in.n ||
		strchr("xX-", in.p[0]))
		return;
	size_t i = 0;
	while (i < s->box_count && !str_eq(s->boxes[i].mark, in))
		i++;
	if (i == s->box_count) {
		s->boxes = arena_more(&s->arena, s->boxes, s->box_count, sizeof *s->boxes);
		s->boxes[s->box_count++] = (struct survey_box){arena_dup(&s->arena, in), 0};
	}
	s->boxes[i].n++;
}

/* "23.11.2026", "2026_11_23": a day for its owner, and a name like others for nt. */
static void count_odd_day(struct survey *s, struct note *n)
{
	date meant;
	str stem = note_stem(n);
	char *text = arena_cstr(n->arena, stem);
	for (size_t i = 0; i < stem.n; i++)
		text[i] = text[i] == '_' ? '-' : text[i];
	bool is_day = date_parse(str_of(text), &meant) || when_odd(str_of(text), &meant) == stem.n;
	if (!is_day || date_prefix(stem, &meant))
		return;
	if (!s->odd_days++)
		s->odd_day = arena_dup(&s->arena, str_base(n->path));
}

static bool see_marks(struct note *n, void *ctx)
{
	struct survey *s = ctx;
	str rest = n->pieces.body, line;
	date day;
	if (survey_left_out(s, n) || !note_ok(n))
		return true;
	s->is_dated = arena_more(&s->arena, s->is_dated, s->notes, sizeof *s->is_dated);
	s->is_dated[s->notes] = date_prefix(str_base(n->path), &day);
	const struct value *v = note_front(n)->root;
	for (v = v ? v->first : NULL; v; v = v->next) {
		if (is_tags(n->arena, v->key))
			mark_by_tags(s, n, v);
		else if (dialect_is_type(n->arena, v->key) && can_be_asked(v->key))
			mark_by_type(s, n, v);
		mark_by_field(s, n, v);
	}
	count_odd_day(s, n);
	mark_by_card(s, n);
	mark_by_items(s, n);
	mark_by_folder(s, n);
	mark_inline(s, n);
	while (str_line(&rest, &line))
		if (memchr(line.p, '[', line.n))
			count_box(s, line);
	s->notes++;
	return true;
}

/* What is believed more, then what marks more, comes first. */
static int by_belief(const void *x, const void *y)
{
	const struct survey_rule *a = x, *b = y;
	if (a->mark != b->mark)
		return (int)a->mark - (int)b->mark;
	return (b->n > a->n) - (b->n < a->n);
}

static int by_use(const void *x, const void *y)
{
	const struct survey_box *a = x, *b = y;
	return (b->n > a->n) - (b->n < a->n);
}

/* Among the people's folder may be days with them, and once a tag tells who is one, what has none is something else. */
static bool folder_holds(const struct survey *s, const struct survey_rule *r, const bool *known)
{
	size_t dated = 0, there = 0;
	for (size_t i = 0; i < r->n; i++) {
		dated += s->is_dated[r->notes[i]];
		there += known[r->notes[i]];
	}
	return dated * 5 <= r->n && (there * 2 < r->n || there * 5 >= r->n * 4);
}

/* people/ beside People/, which is to be where people are looked for. */
static void choose_given(struct survey *s)
{
	for (size_t i = 0; i < s->rule_count; i++)
		for (size_t k = 0; k < s->rule_count && s->rules[i].given && !s->rules[i].chosen; k++)
			s->rules[i].chosen = s->rules[k].mark == MARK_FOLDER && s->rules[k].chosen &&
					     s->rules[k].kind == s->rules[i].kind;
}

static void choose(struct survey *s)
{
	bool *known = arena_array(&s->arena, s->notes + 1, sizeof *known);
	bool *before = arena_array(&s->arena, s->notes + 1, sizeof *known);
	for (size_t i = 0; i < s->rule_count; i++) {
		struct survey_rule *r = &s->rules[i];
		bool folder = r->mark == MARK_FOLDER;
		if (folder && (!i || s->rules[i - 1].mark != MARK_FOLDER))
			memcpy(before, known, s->notes);
		for (size_t k = 0; k < r->n && !folder; k++)
			r->chosen |= !known[r->notes[k]];
		r->chosen |= folder && r->n && folder_holds(s, r, before);
		for (size_t k = 0; k < r->n && r->chosen; k++)
			known[r->notes[k]] = true;
	}
	choose_given(s);
}

void survey_kinds(struct survey *s, struct book *b)
{
	struct book_walk w = {.visit = see_marks, .ctx = s};
	obsidian_read(&s->obsidian, &s->arena, b->fd);
	book_walk(b, &w);
	sorted_sort(s->rules, s->rule_count, sizeof *s->rules, by_belief);
	sorted_sort(s->boxes, s->box_count, sizeof *s->boxes, by_use);
	choose(s);
}

void survey_release(struct survey *s)
{
	arena_release(&s->arena);
}

#include "note/note.h"
#include "note/email.h"
#include "note/mapped.h"
#include "text/items.h"

#include "base/map.h"
#include "base/utf8.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void note_begin(struct note *n)
{
	struct note fresh = {.config = n->config,
		.arena = n->arena,
		.path = n->path,
		.shown = n->shown,
		.bytes = n->bytes,
		.is_new = n->is_new,
		.has_rev = n->has_rev,
		.rev = n->rev,
		.notes = n->notes};
	*n = fresh;
	n->pieces = fences_of(n->bytes);
}

uint64_t note_rev(struct note *n)
{
	if (!n->has_rev)
		n->rev = hash64(n->bytes);
	n->has_rev = true;
	return n->rev;
}

void note_replace(struct note *n, str bytes)
{
	note_rev(n);
	n->bytes = bytes;
	note_begin(n);
}

void note_warn(struct note *n, size_t line, size_t col, const char *fmt, ...)
{
	va_list ap;
	char text[512];
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	warn_at(n->shown.p ? n->shown : S("<standard input>"), line, col, "%s", text);
}

/* The place of a byte of the file: line and column from 1. */
static void place_of(str bytes, size_t offset, size_t *line, size_t *col)
{
	str rest = bytes, one;
	*line = 0;
	size_t start = 0;
	while (str_line(&rest, &one)) {
		++*line;
		size_t end = (size_t)(rest.p - bytes.p);
		if (offset < end || !rest.n) {
			*col = offset - start + 1;
			return;
		}
		start = end;
	}
	*line = *col = 1;
}

/* Where offsets of values count from: the YAML text, or the file that has none. */
static size_t values_at(const struct note *n)
{
	return n->pieces.yaml.p ? (size_t)(n->pieces.yaml.p - n->bytes.p) : 0;
}

void note_warn_value(struct note *n, const struct value *v, const char *fmt, ...)
{
	va_list ap;
	char text[512];
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	size_t line, col;
	place_of(n->bytes, values_at(n) + v->at, &line, &col);
	note_warn(n, line, col, "%s", text);
}

static bool has_conflict(str bytes, size_t *at)
{
	str marker = S("<<<<<<< ");
	for (size_t from = 0; from < bytes.n;) {
		size_t found = str_find(str_skip(bytes, from), marker);
		if (found == STR_NONE)
			return false;
		*at = from + found;
		if (*at == 0 || bytes.p[*at - 1] == '\n')
			return true;
		from = *at + 1;
	}
	return false;
}

/* What no note may hold, whatever its syntax. */
static bool bytes_are_text(struct note *n)
{
	size_t at, line, col;
	const char *what = NULL;
	if ((at = str_chr(n->bytes, '\0')) != STR_NONE)
		what = "a NUL byte";
	else if (!utf8_valid(n->bytes, &at))
		what = "not UTF-8";
	else if (has_conflict(n->bytes, &at))
		what = "a conflict marker of git: settle the merge first";
	if (!what)
		return true;
	place_of(n->bytes, at, &line, &col);
	note_warn(n, line, col, "%s", what);
	return false;
}

const struct front *note_front(struct note *n)
{
	if (n->has_front)
		return &n->front;
	n->has_front = true;
	if (!bytes_are_text(n)) {
		n->broken = true;
	} else if (n->pieces.yaml.p && !front_parse(n->arena, n->pieces.yaml, n->pieces.yaml_line, &n->front)) {
		n->broken = true;
		note_warn(n, n->front.fault.line, n->front.fault.col, FMT, ARG(n->front.fault.text));
	}
	return &n->front;
}

bool note_ok(struct note *n)
{
	note_front(n);
	return !n->broken;
}

static const struct config_pairs *map_of(const struct note *n)
{
	return n->config && n->config->map.n && !n->is_new ? &n->config->map : NULL;
}

const struct value *note_items(struct note *n)
{
	if (!n->has_items && map_of(n) && mapped_has_items(map_of(n)))
		n->items = items_read(n->arena, n->bytes, &n->pieces);
	n->has_items = true;
	return n->items;
}

const struct value *note_field(struct note *n, str key)
{
	const struct front *f = note_front(n);
	static const struct config_pairs none;
	const struct config_pairs *map = map_of(n);
	const struct value *v = map ? NULL : front_get(f, key);
	if (map || (v ? v->first != NULL : str_chr(key, '.') != STR_NONE)) /* others need no second look */
		v = mapped_get(n->arena, map ? map : &none, f, map ? note_items(n) : NULL, key);
	return v && v->kind != VALUE_NULL ? v : NULL;
}

str note_key(struct note *n, str field)
{
	const struct config_pairs *map = map_of(n);
	return map ? mapped_key(n->arena, map, note_front(n), note_items(n), field) : field;
}

struct strs note_texts(struct note *n, str key)
{
	const struct value *v = note_field(n, key);
	return v ? front_texts(n->arena, v) : (struct strs){0};
}

str note_text(struct note *n, str key)
{
	const struct value *v = note_field(n, key);
	if (v && v->kind == VALUE_TEXT)
		return v->text;
	struct strs texts = v ? front_texts(n->arena, v) : (struct strs){0};
	return texts.n ? texts.v[0] : (str){0};
}

struct strs note_tags_in(struct note *n, struct strs texts)
{
	struct strs tags = {0}, words = {0};
	for (size_t i = 0; i < texts.n; i++)
		strs_add_words(n->arena, &words, texts.v[i]);
	for (size_t i = 0; i < words.n; i++) {
		str tag = str_skip(words.v[i], str_starts(words.v[i], S("#")) ? 1 : 0);
		if (tag.n)
			strs_add(n->arena, &tags, tag);
	}
	return tags;
}

struct strs note_tags(struct note *n)
{
	return note_tags_in(n, note_texts(n, S("tags")));
}

str note_country(struct note *n)
{
	str own = note_text(n, S("country"));
	return own.n ? own : n->config ? n->config->country : own;
}

struct strs note_emails(struct note *n)
{
	struct strs texts = note_texts(n, S("email")), list = {0};
	for (size_t i = 0; i < texts.n; i++) {
		struct emails emails = email_read(n->arena, texts.v[i]);
		if (!emails.n)
			strs_add(n->arena, &list, texts.v[i]);
		for (size_t k = 0; k < emails.n; k++)
			strs_add(n->arena, &list, emails.v[k].address);
	}
	return list;
}

struct strs note_tags_bare(struct note *n)
{
	struct strs tags = note_tags(n);
	for (size_t i = 0; i < tags.n; i++)
		tags.v[i] = utf8_bare(n->arena, tags.v[i]);
	return tags;
}

bool note_tag_among(struct strs bare, str tag)
{
	for (size_t i = 0; i < bare.n; i++)
		if (str_starts(bare.v[i], tag) && (bare.v[i].n == tag.n || bare.v[i].p[tag.n] == '/'))
			return true;
	return false;
}

bool note_has_tag(struct note *n, str folded)
{
	return note_tag_among(note_tags_bare(n), folded);
}

bool note_partial(struct note *n, str key, struct partial *out)
{
	const struct value *v = note_field(n, key);
	if (!v || v->kind != VALUE_TEXT)
		return false;
	if (partial_parse(str_trim(v->text), out))
		return true;
	note_warn_value(n, v, "not a date: '" FMT "'", ARG(v->text));
	return false;
}

date note_date(struct note *n, str key)
{
	struct partial p;
	if (!note_partial(n, key, &p))
		return DATE_NONE;
	return p.year ? partial_first(p) : DATE_NONE;
}

str note_stem(const struct note *n)
{
	str base = str_base(n->path);
	return str_ends(base, S(".md")) ? str_head(base, base.n - 3) : base;
}

static str first_heading(struct note *n)
{
	const struct body *b = note_body(n);
	for (size_t i = 0; i < b->count; i++)
		if (b->blocks[i].kind == BLOCK_HEADING && b->blocks[i].level == 1 && !b->blocks[i].quoted)
			return str_trim(links_shown(n->arena, body_text(n->arena, b, &b->blocks[i])));
	return (str){0};
}

str note_name(struct note *n)
{
	if (n->name.p)
		return n->name;
	str name = note_text(n, S("name"));
	if (!name.n)
		name = first_heading(n);
	if (!name.n)
		name = n->path.p ? note_stem(n) : S("");
	return n->name = name;
}

size_t note_line(const struct note *n, size_t body_line)
{
	return body_line + n->pieces.body_line - 1;
}

const struct body *note_body(struct note *n)
{
	if (n->has_body)
		return &n->body;
	n->has_body = true;
	body_parse(n->arena, n->pieces.body, &n->body);
	if (n->body.fault.text.p)
		note_warn(n, note_line(n, n->body.fault.line), n->body.fault.col, FMT, ARG(n->body.fault.text));
	return &n->body;
}

static void front_links(struct note *n, const struct value *v)
{
	for (; v; v = v->next) {
		if (v->first)
			front_links(n, v->first);
		else if (v->kind == VALUE_TEXT && memchr(v->text.p, '[', v->text.n)) {
			str raw = {n->pieces.yaml.p + v->at, v->end - v->at};
			bool escaped = (v->style == '"' || v->style == '\'') && str_find(raw, v->text) == STR_NONE;
			links_scan(n->arena, escaped ? v->text : raw, (size_t)(raw.p - n->bytes.p), &n->links);
		}
	}
}

const struct links *note_links(struct note *n)
{
	if (n->has_links)
		return &n->links;
	n->has_links = true;
	const struct front *f = note_front(n);
	if (f->root)
		front_links(n, f->root->first);
	const struct body *b = note_body(n);
	n->links.defined = &b->definitions;
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		if (k->text_end > k->text_at)
			links_scan(n->arena, (str){b->bytes.p + k->text_at, k->text_end - k->text_at},
				(size_t)(b->bytes.p - n->bytes.p) + k->text_at, &n->links);
	}
	return &n->links;
}

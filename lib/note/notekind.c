#include "note/note.h"

#include "base/utf8.h"
#include "note/vocabulary.h"

/* What a note is. */

/* A key that is none of ours may be written in other capitals. */
static struct strs texts_in_any_case(struct note *n, str key)
{
	struct strs texts = note_texts(n, key);
	const struct value *v = !texts.n && !vocabulary_find(key) ? note_front(n)->root : NULL;
	for (v = v ? v->first : NULL; v && !texts.n; v = v->next)
		if (str_eq(utf8_fold(n->arena, v->key), utf8_fold(n->arena, key)))
			texts = front_texts(n->arena, v);
	return texts;
}

static struct strs own_texts(void *note, str field)
{
	struct note *n = note;
	struct strs texts = {0};
	if (str_eq(field, S("tags")))
		return note_tags(n);
	if (str_eq(field, S("link")))
		for (size_t i = 0; i < note_links(n)->n; i++)
			strs_add(n->arena, &texts, note_links(n)->v[i].target);
	else if (str_eq(field, S("name")))
		strs_add(n->arena, &texts, note_name(n));
	else if (str_eq(field, S("path")) && n->path.p)
		strs_add(n->arena, &texts, n->path);
	else if (str_eq(field, S("text")))
		strs_add(n->arena, &texts, n->bytes);
	else
		texts = texts_in_any_case(n, field);
	return texts;
}

static str told_kind(struct note *n)
{
	struct kinds_note asked = {n->arena, n->path, own_texts, n};
	str kind = note_text(n, S("kind"));
	if (kind.n || !n->config || str_eq(n->path, S("book.md")))
		return kind;
	return kinds_of(&n->config->kinds, &asked);
}

str note_kind(struct note *n)
{
	if (n->has_kind)
		return n->kind;
	n->has_kind = true;
	n->kind = told_kind(n);
	if (!n->kind.n)
		n->kind = n->config && n->path.p ? config_kind_of_path(n->config, n->path) : S("person");
	return n->kind;
}

bool note_is(struct note *n, const char *kind)
{
	return str_eq(note_kind(n), str_of(kind));
}

/* Its entries, which are read by what it is. */

struct entry_rules note_rules(struct note *n)
{
	struct entry_rules rules = {.person = note_is(n, "person"), .file_date = DATE_NONE};
	rules.no_links = rules.person;
	if (n->path.p)
		date_prefix(str_base(n->path), &rules.file_date);
	if (n->config) {
		rules.log = n->config->log;
		rules.not_log = n->config->not_log;
		rules.private_headings = n->config->private_names;
		rules.marks = n->config->boxes;
	}
	return rules;
}

static struct entries read_entries(struct note *n, const struct entry_rules *rules)
{
	struct entries list;
	entries_read(n->arena, note_body(n), rules, &list);
	for (size_t i = 0; n->config && n->config->unread && i < list.n; i++)
		list.v[i].is_private = true;
	return list;
}

const struct entries *note_entries(struct note *n)
{
	if (n->has_entries)
		return &n->entries;
	n->has_entries = true;
	struct entry_rules rules = note_rules(n);
	n->entries = read_entries(n, &rules);
	return &n->entries;
}

struct entries note_linked_entries(struct note *n)
{
	struct entry_rules rules = note_rules(n);
	if (!rules.no_links)
		return *note_entries(n);
	rules.no_links = false;
	struct entries list = read_entries(n, &rules);
	if (!n->has_entries)
		n->entries = list;
	n->has_entries = true;
	return list;
}

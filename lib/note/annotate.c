#include "note/note.h"

#include "base/json.h"
#include <string.h>

/* A value that stands plain on the stream: nt-stream(5). */
static bool is_plain(str s)
{
	static const char *const words[] = {"null", "true", "false", "yes", "no"};
	if (!s.n || s.p[s.n - 1] == ' ' || memchr(" ._/+-", s.p[0], 6))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
		if (!letter && !(c && memchr(" ._/+-", c, 6)))
			return false;
	}
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(s, str_of(words[i])))
			return false;
	return true;
}

static void annotate_raw(struct note *n, const char *key, str raw)
{
	for (size_t i = 0; i < n->notes.n; i++)
		if (str_eq(n->notes.v[i].key, str_of(key))) {
			n->notes.v[i].value = raw;
			return;
		}
	n->notes.v = arena_more(n->arena, n->notes.v, n->notes.n, sizeof *n->notes.v);
	n->notes.v[n->notes.n++] = (struct config_pair){str_of(key), raw};
}

str note_encoded(struct arena *a, str text)
{
	if (is_plain(text))
		return text;
	struct buf b = {0};
	json_string(&b, text);
	return arena_take(a, &b);
}

void note_annotate(struct note *n, const char *key, str text)
{
	annotate_raw(n, key, note_encoded(n->arena, text));
}

void note_annotate_list(struct note *n, const char *key, struct strs texts)
{
	struct buf b = {0};
	json_strings(&b, texts);
	annotate_raw(n, key, arena_take(n->arena, &b));
}

struct strs note_annotation_list(struct note *n, str key)
{
	struct strs list = {0};
	str raw = config_pair(&n->notes, key);
	if (!raw.p)
		return list;
	if (!json_read(n->arena, raw, &list))
		strs_add(n->arena, &list, raw);
	return list;
}

str note_annotation(struct note *n, str key)
{
	struct strs list = note_annotation_list(n, key);
	return list.n ? strs_join(n->arena, list, S("; ")) : (str){0};
}

struct note note_keep(struct arena *a, const struct note *n)
{
	struct note kept = {.config = n->config,
		.arena = a,
		.path = arena_dup(a, n->path),
		.shown = arena_dup(a, n->shown),
		.bytes = arena_dup(a, n->bytes),
		.is_new = n->is_new,
		.has_rev = n->has_rev,
		.rev = n->rev};
	for (size_t i = 0; i < n->notes.n; i++) {
		kept.notes.v = arena_more(a, kept.notes.v, kept.notes.n, sizeof *kept.notes.v);
		kept.notes.v[kept.notes.n++] =
			(struct config_pair){arena_dup(a, n->notes.v[i].key), arena_dup(a, n->notes.v[i].value)};
	}
	note_begin(&kept);
	return kept;
}

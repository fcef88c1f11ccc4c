#include "change/rename.h"
#include "change/sortname.h"
#include "text/undecided.h"

static const struct body_block *heading(struct note *n)
{
	const struct body *b = note_body(n);
	for (size_t i = 0; i < b->count; i++)
		if (b->blocks[i].kind == BLOCK_HEADING && b->blocks[i].level == 1 && !b->blocks[i].quoted)
			return &b->blocks[i];
	return NULL;
}

static str heading_text(struct note *n, const struct body_block *k)
{
	return str_trim(links_shown(n->arena, body_text(n->arena, note_body(n), k)));
}

bool rename_by_file(struct note *n)
{
	const struct body_block *k = heading(n);
	return !note_text(n, S("name")).n && (!k || !heading_text(n, k).n);
}

/* The heading, if it is the name, with the new one. */
static str with_heading(struct note *n, str old_name, str name)
{
	const struct body_block *k = heading(n);
	if (!k || !str_eq(heading_text(n, k), old_name) || str_eq(old_name, name))
		return n->bytes;
	const char *body = note_body(n)->bytes.p;
	str parts[] = {str_between(n->bytes.p, body + k->text_at), name,
		str_between(body + k->text_end, n->bytes.p + n->bytes.n)};
	return strs_join(n->arena, (struct strs){parts, 3}, S(""));
}

str rename_note(struct note *n, str old_name, str name, str path, struct fault *why)
{
	str bytes = with_heading(n, old_name, name);
	struct note now = *n;
	str key = note_key(n, S("name"));
	if (note_text(n, S("name")).n)
		bytes = edit_set(n->arena, undecided_settled(n->arena, bytes, key), key, name, why);
	bytes = bytes.p ? sortname_renamed(n, bytes, old_name, name, why) : bytes;
	if (!bytes.p)
		return bytes;
	now.bytes = bytes;
	now.path = path;
	note_begin(&now);
	if (str_eq(note_name(&now), name))
		return bytes;
	why->text = arena_printf(n->arena, "'" FMT "' would not be its name", ARG(name));
	return (str){0};
}

str rename_add(struct note *n, str bytes, struct strs aliases, struct fault *why)
{
	for (size_t i = 0; i < aliases.n && bytes.p; i++)
		bytes = edit_add(n->arena, bytes, note_key(n, S("aliases")), aliases.v[i], why);
	return bytes;
}

str rename_take(struct note *n, str bytes, struct strs aliases, bool last, struct fault *why)
{
	struct note now = *n;
	for (size_t i = 0; i < aliases.n && bytes.p; i++)
		bytes = edit_take(n->arena, bytes, note_key(n, S("aliases")), aliases.v[i], why);
	if (!bytes.p || !last)
		return bytes;
	now.bytes = bytes;
	note_begin(&now);
	return note_texts(&now, S("aliases")).n ? bytes : edit_unset(n->arena, bytes, note_key(n, S("aliases")), why);
}

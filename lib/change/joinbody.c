#include "change/joinbody.h"

#include "base/buf.h"
#include "note/prose.h"
#include "text/foreign.h"
#include "text/log.h"
#include "text/value.h"

/* A ticked box is the entry it was. */
static bool same_entry(const struct entry *e, const struct entry *f)
{
	return e->dir == f->dir && (e->date == f->date || (e->box && f->box)) && str_eq(e->time, f->time) &&
	       str_ieq(e->kind, f->kind) && str_eq(str_trim(e->text), str_trim(f->text));
}

static bool is_among(const struct entry *e, const struct entry *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (same_entry(e, &v[i]) || (e->dir && entry_noted(&v[i], e->date, e->text)))
			return true;
	return false;
}

static const struct entry *entry_of(const struct entries *list, const struct body_block *k)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].block == k)
			return &list->v[i];
	return NULL;
}

bool join_nested(struct note *n, const struct body_block *k)
{
	const struct body *b = note_body(n);
	for (int i = k->parent; i >= 0; i = b->blocks[i].parent)
		if (entry_of(note_entries(n), &b->blocks[i]))
			return true;
	return false;
}

str join_source(struct note *n, const struct entry *e)
{
	struct arena *a = n->arena;
	const struct body *b = note_body(n);
	const struct body_block *k = e->block;
	size_t end = k->kind == BLOCK_ITEM ? k->end : k->text_end, start = k->text_at, width;
	char day[DATE_TEXT];
	struct strs parts = {0};
	while (start > 0 && b->bytes.p[start - 1] != '\n')
		start--;
	width = k->text_at - start;
	str rest = str_between(b->bytes.p + k->text_at, b->bytes.p + end), line;
	if (e->inherited)
		strs_add(a, &parts, arena_printf(a, "%s ", date_text(e->date, day)));
	for (bool first = true; str_line(&rest, &line); first = false) {
		size_t indent = 0;
		while (!first && indent < line.n && indent < width && line.p[indent] == ' ')
			indent++;
		strs_add(a, &parts, str_skip(line, indent));
	}
	return str_trim(strs_join(a, parts, S("")));
}

void join_entries(struct join_fill *f)
{
	const struct entries *ours = note_entries(f->ours), *theirs = note_entries(f->theirs);
	struct entry_rules rules = note_rules(f->ours);
	size_t line;
	for (size_t i = 0; i < theirs->n; i++) {
		const struct entry *e = &theirs->v[i];
		struct fault why = {0};
		if (e->is_private || join_nested(f->theirs, e->block) || is_among(e, ours->v, ours->n) ||
			is_among(e, theirs->v, i))
			continue;
		str source = join_source(f->theirs, e);
		join_take(f, log_add(f->a, f->out->bytes, &rules, source, &why, &line), &why);
	}
}

/* Programs break lines in other places. */
static str words_of(struct arena *a, str lines)
{
	str text = foreign_read(a, lines);
	struct buf b = {0};
	for (size_t i = 0; i < text.n; i++) {
		bool blank = str_blank(text.p[i]) || str_eol(text.p[i]);
		if (!blank)
			buf_putc(&b, text.p[i]);
		else if (b.n && b.p[b.n - 1] != ' ')
			buf_putc(&b, ' ');
	}
	return str_trim(arena_take(a, &b));
}

/* As a text of its own, as lines of what the note says in its own words, or as all of that. */
static bool has_text(struct note *n, str text)
{
	const struct body *b = note_body(n);
	str words = words_of(n->arena, text);
	for (size_t i = 0; i < b->count; i++)
		if (str_eq(words_of(n->arena, body_text(n->arena, b, &b->blocks[i])), words))
			return true;
	str own = prose_of(n, READER_STREAM), lines = foreign_read(n->arena, text);
	return str_eq(words_of(n->arena, own), words) ||
	       str_find(arena_printf(n->arena, "\n" FMT "\n", ARG(own)),
		       arena_printf(n->arena, "\n" FMT "\n", ARG(lines))) != STR_NONE;
}

/* The same source has said it last time: what became of it since is the owner's. */
static bool is_said(struct join_fill *f)
{
	const struct value *now = join_child(join_child(note_field(f->theirs, S("from")), f->out->source), S("note")),
			   *said = join_child(f->said, S("note"));
	return now && said && value_same(now, said);
}

/* Paragraphs are not put anywhere: where, only a person knows. Nor is a private entry, which the log would tell. */
void join_body_texts(struct join_fill *f)
{
	const struct body *b = note_body(f->theirs);
	for (size_t i = 0; i < b->count && !is_said(f); i++) {
		const struct body_block *k = &b->blocks[i];
		const struct entry *e = entry_of(note_entries(f->theirs), k);
		if (k->kind == BLOCK_HEADING || (e && !e->is_private) || join_nested(f->theirs, k))
			continue;
		str text = str_trim(body_text(f->a, b, k));
		if (text.n && !has_text(f->ours, text))
			join_tell(f, (struct strs){0}, (struct strs){0}, (struct strs){&text, 1});
	}
}

#include "note/prose.h"

#include "base/buf.h"
#include "text/foreign.h"

static bool is_title(const struct body *b, size_t i)
{
	return i == 0 && b->blocks[i].kind == BLOCK_HEADING && b->blocks[i].level == 1;
}

/* Behind the title, up to the first other heading. */
static str above_sections(const struct body *b)
{
	size_t from = 0, end = b->bytes.n;
	for (size_t i = 0; i < b->count; i++) {
		if (is_title(b, i))
			from = b->blocks[i].end;
		else if (b->blocks[i].kind == BLOCK_HEADING) {
			end = b->blocks[i].at;
			break;
		}
	}
	return str_head(str_skip(b->bytes, from), end - from);
}

/* Where HTML may be, libcmark says where it is. */
static struct strs html_of(struct note *n)
{
	struct body full = {0};
	if (str_chr(note_body(n)->bytes, '<') != STR_NONE)
		body_parse_full(n->arena, note_body(n)->bytes, &full);
	return full.html;
}

/* What is left out, in the order in which it stands. */
struct skipping {
	const struct body *body;
	const struct entries *entries;
	struct strs html;
	size_t entry, block; /* the next ones */
	const char *end;     /* of what was begun */
};

static void skip_to(struct skipping *s, const char *end)
{
	s->end = !s->end || end > s->end ? end : s->end;
}

static bool is_left_out(struct skipping *s, str line)
{
	const char *bytes = s->body->bytes.p, *behind = line.p + line.n;
	for (; s->entry < s->entries->n; s->entry++) {
		const struct body_block *k = s->entries->v[s->entry].block;
		if (bytes + k->at >= behind)
			break;
		skip_to(s, bytes + k->end);
	}
	for (; s->block < s->html.n && s->html.v[s->block].p < behind; s->block++)
		skip_to(s, s->html.v[s->block].p + s->html.v[s->block].n);
	return s->end && line.p < s->end;
}

str prose_of(struct note *n, enum reader r)
{
	struct buf out = {0};
	struct skipping skipping = {.body = note_body(n), .entries = note_entries(n), .html = html_of(n)};
	str rest = above_sections(note_body(n)), line;
	if (!sight_key(r, n, S("note")))
		return S("");
	for (bool gap = true; str_line(&rest, &line);) { /* of blank lines one is left for what was between them */
		str text = str_chomp(line);
		bool blank = !str_trim(text).n, after_blank = out.n < 2 || out.p[out.n - 2] == '\n';
		if (is_left_out(&skipping, line) || !sight_bytes(r, n, text))
			gap = true;
		else if (!blank || !gap || !after_blank) {
			gap = gap && blank;
			buf_add(&out, text);
			buf_putc(&out, '\n');
		}
	}
	while (out.n && out.p[out.n - 1] == '\n')
		out.n--;
	return foreign_read(n->arena, arena_take(n->arena, &out));
}

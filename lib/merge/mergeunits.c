#include "merge/merge_parts.h"
#include "text/yamlplace.h"
#include "base/sorted.h"

static int by_place(const void *entry, const void *at)
{
	size_t a = ((const struct entry *)entry)->block->at, b = *(const size_t *)at;
	return (a > b) - (a < b);
}

size_t units_entries(const struct entrydoc *d, str text)
{
	const struct entries *e = &d->entries;
	size_t from = (size_t)(text.p - d->body.bytes.p), end = from + text.n;
	return sorted_first(e->v, e->n, sizeof *e->v, &end, by_place) -
	       sorted_first(e->v, e->n, sizeof *e->v, &from, by_place);
}

static bool is_blank(str line)
{
	return !str_trim(line).n;
}

/* A dated heading reaches to the next of its level. */
static size_t section_end(const struct body *b, const struct body_block *k)
{
	for (const struct body_block *s = k + 1; s < b->blocks + b->count; s++)
		if (s->kind == BLOCK_HEADING && s->parent < 0 && !s->quoted && s->level <= k->level)
			return yamlplace_line(b->bytes, s->at);
	return b->bytes.n;
}

/* The lines of the entry that starts in the line at that offset, without blank ones behind; empty: they are not its
 * own. */
static str entry_lines(const struct entrydoc *d, const struct entry *e, size_t at, size_t limit)
{
	str body = d->body.bytes;
	size_t end = e->block->kind == BLOCK_HEADING ? section_end(&d->body, e->block) : e->block->end;

	if (yamlplace_line(body, e->block->at) != at || !is_blank(str_between(body.p + at, body.p + e->block->at)))
		return (str){0};
	end = end < limit ? end : limit;
	for (size_t line = yamlplace_line(body, str_chomp(str_head(body, end)).n);
		line > at && is_blank(str_between(body.p + line, body.p + end));
		line = yamlplace_line(body, str_chomp(str_head(body, end)).n))
		end = line;
	return str_between(body.p + at, body.p + end);
}

static void add_unit(struct arena *a, struct merge_units *u, struct merge_unit x)
{
	bool goes_on = x.e && u->n && u->v[u->n - 1].e;

	if (!goes_on) {
		u->line = arena_more(a, u->line, u->lines, sizeof *u->line);
		u->line[u->lines++] = (struct merge_line){.unit = u->n, .run = x.e, .list = STR_NONE};
	}
	if (x.e) {
		u->entry = arena_more(a, u->entry, u->entries, sizeof *u->entry);
		u->entry[u->entries++] = u->n;
	}
	x.line = u->lines - 1;
	u->v = arena_more(a, u->v, u->n, sizeof *u->v);
	u->v[u->n++] = x;
}

/* The heading that the line at that offset begins, and no list or quote around it; *next: of the blocks to look at. */
static const struct body_block *heading_at(const struct body *b, size_t at, size_t *next)
{
	const struct body_block *k;

	for (; *next < b->count && b->blocks[*next].at < at; ++*next)
		;
	k = *next < b->count ? &b->blocks[*next] : NULL;
	return k && k->kind == BLOCK_HEADING && k->parent < 0 && !k->quoted && yamlplace_line(b->bytes, k->at) == at
		       ? k
		       : NULL;
}

static void add_section(struct arena *a, struct merge_units *u, size_t line, const struct body_block *heading)
{
	struct merge_section x = {.line = line, .body = line, .level = heading ? heading->level : 0, .part = STR_NONE};

	if (u->sections)
		u->section[u->sections - 1].end = line;
	for (; heading && x.body < u->lines && u->v[u->line[x.body].unit].text.p < u->d->body.bytes.p + heading->end;
		x.body++)
		;
	u->section = arena_more(a, u->section, u->sections, sizeof *u->section);
	u->section[u->sections++] = x;
}

static void find_sections(struct arena *a, struct merge_units *u)
{
	add_section(a, u, 0, NULL);
	for (size_t i = 0; i < u->lines; i++)
		if (u->v[u->line[i].unit].heading)
			add_section(a, u, i, u->v[u->line[i].unit].heading);
	u->section[u->sections - 1].end = u->lines;
}

struct merge_units units_of(struct arena *a, const struct entrydoc *d, str text, bool plain)
{
	struct merge_units u = {.d = d};
	str rest = text, line;
	size_t start = plain ? 0 : (size_t)(text.p - d->body.bytes.p), block = 0;
	size_t next = plain ? 0 : units_entries(d, str_head(d->body.bytes, start));
	const char *gap = text.p;

	for (const char *p = text.p; str_line(&rest, &line); p = line.p + line.n) {
		struct merge_unit x = {.gap = str_between(gap, p), .text = line};
		size_t at = start + (size_t)(p - text.p);
		if (!plain && is_blank(line))
			continue;
		while (!plain && next < d->entries.n &&
			yamlplace_line(d->body.bytes, d->entries.v[next].block->at) < at)
			next++;
		str own = !plain && next < d->entries.n ? entry_lines(d, &d->entries.v[next], at, start + text.n)
							: (str){0};
		if (own.n) {
			x.e = &d->entries.v[next];
			x.text = line = own;
			rest = str_between(own.p + own.n, text.p + text.n);
		} else if (!plain) {
			x.heading = heading_at(&d->body, at, &block);
		}
		add_unit(a, &u, x);
		gap = line.p + line.n;
	}
	u.v = arena_more(a, u.v, u.n, sizeof *u.v);
	u.v[u.n++] = (struct merge_unit){.gap = str_between(gap, text.p + text.n), .text = S("")};
	find_sections(a, &u);
	return u;
}

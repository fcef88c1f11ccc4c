/* fuzz-body: any bytes as a body: blocks in order and inside, the same with and without libcmark; entries and links
 * that point into it. */
#include "../same.h"
#include "text/entries.h"
#include "text/plainbody.h"
#include <stdlib.h>

static void check(bool good)
{
	if (!good)
		abort();
}

static void check_blocks(struct arena *a, const struct body *b)
{
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		check(k->at <= k->text_at && k->text_at <= k->text_end && k->text_end <= k->end &&
			k->end <= b->bytes.n);
		check(k->line >= 1 && k->parent < (int)i && k->heading < (int)i);
		check(i == 0 || (k->line >= k[-1].line && k->at >= k[-1].at));
		check(k->parent < 0 || (b->blocks[k->parent].kind == BLOCK_ITEM && b->blocks[k->parent].end >= k->end));
		check(k->heading < 0 || b->blocks[k->heading].kind == BLOCK_HEADING);
		body_text(a, b, k);
	}
}

static void check_entries(struct arena *a, const struct body *b, bool person)
{
	struct entry_rules rules = {.person = person, .file_date = person ? DATE_NONE : date_of(2026, 11, 23)};
	struct entries entries;

	entries_read(a, b, &rules, &entries);
	for (size_t i = 0; i < entries.n; i++) {
		const struct entry *e = &entries.v[i];
		check(e->line == e->block->line && !e->block->quoted && e->text.p);
		check(i == 0 || e->block > e[-1].block);
		check(e->box || e->date != DATE_NONE);
		for (size_t j = 0; j < e->links.n; j++)
			check(e->links.v[j].at < e->links.v[j].end && e->links.v[j].end <= b->bytes.n &&
				e->links.v[j].target.n);
		links_shown(a, e->text);
	}
}

/* plainbody reads what libcmark would have read, or nothing. */
static void check_plain(struct arena *a, str text)
{
	struct body plain = {.bytes = text}, full;

	if (!plainbody_parse(a, &plain))
		return;
	body_parse_full(a, text, &full);
	check(same_body(&plain, &full));
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct arena a = {0};
	struct links links = {0};
	struct body b;
	str text = {(const char *)data, size};

	check_plain(&a, text);
	body_parse(&a, text, &b);
	check_blocks(&a, &b);
	check_entries(&a, &b, true);
	check_entries(&a, &b, false);
	links_scan(&a, text, 0, &links);
	arena_release(&a);
	return 0;
}

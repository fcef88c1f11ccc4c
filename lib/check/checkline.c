#include "check/check_parts.h"

#include "base/when.h"
#include "check/lead.h"
#include "text/hidden.h"

/* A line of a paragraph that would be an entry if it were an item. */
struct lost {
	str box;  /* empty: none */
	date day; /* DATE_NONE: none, or which is not known */
	bool dated;
};

/* The length of what begins an item, or is taken for it, and of the blanks behind it. */
static size_t mark_length(str line)
{
	static const str marks[] = {S_INIT("-"), S_INIT("*"), S_INIT("+"), S_INIT("\xE2\x80\x90"),
		S_INIT("\xE2\x80\x91"), S_INIT("\xE2\x80\x93"), S_INIT("\xE2\x80\x94"), S_INIT("\xE2\x88\x92"),
		S_INIT("\xE2\x80\xA2"), S_INIT("\xE2\x80\xA3"), S_INIT("\xE2\x97\xA6"), S_INIT("\xC2\xB7")};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_starts(line, marks[i]))
			return (size_t)(str_trim(str_skip(line, marks[i].n)).p - line.p);
	return 0;
}

/* A day needs a kind behind it: a sentence may go on with one. So does a box without a mark. */
static bool read_lost(struct check *c, str text, bool marked, struct lost *out)
{
	struct entry e;
	size_t odd = when_odd(text, &out->day);
	bool is = odd ? entry_parse_undated(c->n->arena, str_skip(text, odd), out->day, &e)
		      : entry_parse(c->n->arena, text, note_rules(c->n).marks, &e);
	if (!is || !(e.kind.p || (marked && e.box)))
		return false;
	*out = (struct lost){str_head(text, e.box ? entry_box_length(text) : 0), e.date, odd || e.date != DATE_NONE};
	return out->box.n || note_is(c->n, "person") || str_find(text, S("[[")) != STR_NONE;
}

static void add_lost(struct check *c, str line, const struct lost *l)
{
	char day[DATE_TEXT];
	mistakes_add(c, CHECK_ENTRY, mistakes_body_at(c, (size_t)(line.p - note_body(c->n)->bytes.p)),
		"a line that is no item, so no entry: write '- " FMT "%s%s ...'", ARG(l->box),
		l->box.n && l->dated ? " " : "",
		l->day != DATE_NONE ? date_text(l->day, day)
		: l->dated          ? "YYYY-MM-DD"
				    : "");
}

/* Whether a comment of HTML begins before and ends behind. */
static bool in_comment(str before)
{
	size_t open;
	while ((open = str_find(before, S("<!--"))) != STR_NONE) {
		size_t close = str_find(str_skip(before, open), S("-->"));
		if (close == STR_NONE)
			return true;
		before = str_skip(before, open + close);
	}
	return false;
}

static bool in_log(const struct body *b, const bool *logs, size_t i)
{
	while (b->blocks[i].parent >= 0)
		i = (size_t)b->blocks[i].parent;
	return logs[i];
}

static void check_paragraph(struct check *c, const struct hidden *hidden, const struct body_block *k)
{
	const char *start = note_body(c->n)->bytes.p;
	str rest = str_between(start + k->text_at, start + k->text_end), line;
	bool first = k->kind == BLOCK_ITEM;
	for (const char *from = rest.p; str_line(&rest, &line); first = false) {
		struct lost lost;
		line = str_trim(line);
		size_t mark = mark_length(line);
		if (!first && !in_comment(str_between(from, line.p)) &&
			!hidden_holds(hidden, (size_t)(line.p - start)) &&
			(read_lost(c, line, false, &lost) || (mark && read_lost(c, str_skip(line, mark), true, &lost))))
			add_lost(c, line, &lost);
	}
}

void check_lines(struct check *c)
{
	const struct body *b = note_body(c->n);
	const bool *logs = lead_logs(c->n);
	struct hidden hidden = hidden_find(c->n->arena, b);
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		if (k->kind != BLOCK_HEADING && !k->quoted && in_log(b, logs, i))
			check_paragraph(c, &hidden, k);
	}
}

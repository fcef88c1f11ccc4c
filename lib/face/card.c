#include "face/card.h"

#include "query/field.h"
#include "base/term.h"
#include "base/utf8.h"

#define INDENT 2
#define LABEL 12   /* columns before the text */
#define MOST_WIDTH 100

struct card card_open(FILE *f)
{
	size_t width = term_width();
	return (struct card){.f = f, .color = opt_color(), .reader = sight_of(fileno(f)),
		.width = width > MOST_WIDTH ? MOST_WIDTH : width};
}

str card_who(const struct card *c, struct note *n)
{
	static const char *const keys[] = {"title", "org", "city"};
	struct strs parts = {0};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct field f = field_seen(c->reader, n, NULL, str_of(keys[i]));
		if (f.texts.n)
			strs_add(n->arena, &parts, links_shown(n->arena, f.texts.v[0]));
	}
	return strs_join(n->arena, parts, S(", "));
}

struct strs card_reach(const struct card *c, struct note *n, size_t most)
{
	static const char *const keys[] = {"email", "phone", "im", "url"};
	struct strs found = {0};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct strs texts = sight_texts(c->reader, n, str_of(keys[i]));
		for (size_t k = 0; k < texts.n && found.n < most; k++)
			strs_add(n->arena, &found, texts.v[k]);
	}
	return found;
}

static size_t shown_width(struct arena *a, str text)
{
	return utf8_width(term_visible(a, text));
}

void card_head(const struct card *c, struct note *n, str right)
{
	str who = card_who(c, n), name = sight_name(c->reader, n), tail = who.n ? arena_join(n->arena, S(", "), who) : S("");
	size_t column = shown_width(n->arena, name), width = column + shown_width(n->arena, tail);
	term_style(c->f, BOLD, c->color, name);
	term_wrap(c->f, tail, c->width, column, INDENT);
	if (right.n) {
		bool fits = width + INDENT + shown_width(n->arena, right) <= c->width;
		fprintf(c->f, "%s%*s", fits ? "" : "\n", INDENT, "");
		term_style(c->f, DIM, c->color, right);
	}
	putc('\n', c->f);
}

static void put_label(const struct card *c, const char *label)
{
	size_t n = str_of(label).n;
	fprintf(c->f, "%*s", INDENT, "");
	if (n)
		term_style(c->f, CYAN, c->color, str_of(label));
	fprintf(c->f, "%*s", (int)(LABEL - INDENT - n), "");
}

void card_short(const struct card *c, const char *label, str text, size_t lines)
{
	if (!text.n)
		return;
	put_label(c, label);
	term_wrap_short(c->f, text, c->width, LABEL, LABEL, lines);
	putc('\n', c->f);
}

void card_line(const struct card *c, const char *label, str text)
{
	if (!text.n)
		return;
	put_label(c, label);
	term_wrap(c->f, text, c->width, LABEL, LABEL);
	putc('\n', c->f);
}

void card_lines(const struct card *c, const char *label, struct strs texts)
{
	for (size_t i = 0; i < texts.n; i++)
		card_line(c, i ? "" : label, texts.v[i]);
}

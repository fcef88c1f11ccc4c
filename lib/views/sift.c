#include "views/sift.h"

#include "base/utf8.h"
#include "format/html.h"
#include "format/letter.h"
#include "text/fences.h"
#include "text/front.h"
#include "text/link.h"

#define BINARY_LOOK 4096
#define NAME_WORDS  6
#define NAME_MOST   72

bool sift_binary(str bytes)
{
	return str_chr(str_head(bytes, BINARY_LOOK), '\0') != STR_NONE;
}

/* One line of valid UTF-8 without control characters. */
static str clean(struct arena *a, str text)
{
	struct buf b = {0};
	for (size_t i = 0; i < text.n;) {
		uint32_t c;
		size_t n = utf8_next(str_skip(text, i), &c);
		if (n && c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0))
			buf_add(&b, str_head(str_skip(text, i), n));
		else if (b.n && b.p[b.n - 1] != ' ')
			buf_putc(&b, ' ');
		i += n ? n : 1;
	}
	return str_trim(arena_take(a, &b));
}

/* As text and nothing else in Markdown: no link, no box, no heading, no HTML. */
static str escaped(struct arena *a, str text)
{
	struct buf b = {0};
	for (size_t i = 0; i < text.n; i++) {
		if (strchr("[]<`\\*_", text.p[i]))
			buf_putc(&b, '\\');
		buf_putc(&b, text.p[i]);
	}
	return arena_take(a, &b);
}

static str beginning(str text)
{
	size_t words = 0, i = 0;
	for (; i < text.n && i < NAME_MOST; i++)
		if (text.p[i] == ' ' && ++words == NAME_WORDS)
			break;
	text = str_trim(str_head(text, i));
	while (text.n && strchr(".,:;!?\"'", text.p[text.n - 1]))
		text.n--;
	return text;
}

static str heading_of(struct arena *a, const struct body *b)
{
	for (size_t i = 0; i < b->count; i++)
		if (b->blocks[i].kind == BLOCK_HEADING && !b->blocks[i].quoted)
			return body_text(a, b, &b->blocks[i]);
	return (str){0};
}

static str text_of(struct arena *a, str bytes, str *subject)
{
	*subject = (str){0};
	if (letter_likely(bytes)) {
		struct letter l;
		letter_read(a, bytes, &l);
		*subject = l.subject;
		return l.text.p ? l.text : S("");
	}
	return html_likely(bytes) ? html_text(a, bytes) : fences_of(bytes).body;
}

void sift_text(struct arena *a, const struct signals_words *words, str bytes, struct sift *out)
{
	struct body b = {0};
	str subject;
	*out = (struct sift){.cut = bytes.n > SIGNALS_MOST};
	str text = text_of(a, str_head(bytes, SIGNALS_MOST), &subject);
	body_parse(a, str_head(text, SIGNALS_MOST), &b);
	judge_body(a, words, &b, NULL, NULL, &out->judgement);
	str heading = heading_of(a, &b);
	str name = subject.n ? subject : heading.n && heading.n <= NAME_MOST ? heading : (str){0};
	struct strs steps = out->judgement.steps;
	if (!name.n && steps.n)
		name = beginning(steps.v[0]);
	name = clean(a, links_shown(a, name));
	out->name = name.n ? str_head(name, utf8_fit(name, NAME_MOST)) : S("What somebody advised");
}

str sift_technique(struct arena *a, const struct sift *s)
{
	struct buf b = {0};
	struct strs steps = s->judgement.steps;
	buf_printf(&b, "---\nkind: technique\nname: " FMT "\n---\n\n# " FMT "\n\n", ARG(front_quote(a, s->name, false)),
		ARG(escaped(a, s->name)));
	for (size_t i = 0; i < steps.n; i++) {
		str step = escaped(a, clean(a, steps.v[i]));
		if (step.n)
			buf_printf(&b, "%zu. " FMT "\n", i + 1, ARG(step));
	}
	return arena_take(a, &b);
}

#include "format/vcardmember.h"

#include "base/utf8.h"
#include "format/contact.h"
#include "format/vcardname.h"
#include "format/vcardtext.h"
#include <string.h>

bool vcardmember_is(const struct vcardline *l)
{
	return str_eq(l->name, S("MEMBER")) || str_eq(l->name, S("X-ADDRESSBOOKSERVER-MEMBER"));
}

/* urn:uuid:7B1C, 7b1c, mailto:ada@b.org: the same however it is written. */
str vcardmember_key(struct arena *a, str text)
{
	static const str schemes[] = {S_INIT("urn:uuid:"), S_INIT("mailto:")};
	text = str_trim(vcardtext_read(a, text));
	for (size_t i = 0; i < 2; i++)
		if (str_ieq(str_head(text, schemes[i].n), schemes[i]))
			text = str_skip(text, schemes[i].n);
	return utf8_fold(a, text);
}

void vcardmember_add(struct vcardmembers *m, struct arena *a, const struct vcardline *lines, size_t n)
{
	str link = contact_link(m->arena, vcardname_of(a, lines, n));
	str *kept = link.p ? arena_alloc(m->arena, sizeof *kept) : NULL;
	for (size_t i = 0; i < n && kept; i++) {
		str key = str_listed(" UID EMAIL ", lines[i].name) ? vcardmember_key(a, lines[i].value) : (str){0};
		*kept = link;
		if (key.n && !map_get(&m->links, key))
			map_put(&m->links, arena_dup(m->arena, key), kept);
	}
}

bool vcardmember_asked(str text)
{
	return str_find(text, S("MEMBER")) != STR_NONE;
}

void vcardmember_read(struct vcardmembers *m, str text)
{
	struct arena a = {0};
	struct vcardlines lines = {.arena = &a, .rest = text, .line = 1};
	struct vcardline l, *v = NULL;
	size_t n = 0;
	while (vcardline_next(&lines, &l)) {
		bool mark = str_ieq(str_trim(l.value), S("VCARD"));
		if (mark && str_listed(" BEGIN END ", l.name)) {
			vcardmember_add(m, &a, v, n);
			v = NULL;
			n = 0;
			arena_reset(&a);
		} else if (lines.good) {
			v = arena_more(&a, v, n, sizeof *v);
			v[n++] = l;
		}
	}
	arena_release(&a);
}

void vcardmember_link(const struct vcardmembers *m, struct arena *a, struct vcardline *l)
{
	const str *link = vcardmember_is(l) ? map_get(&m->links, vcardmember_key(a, l->value)) : NULL;
	if (!link || vcardline_param(l, S("X-NT")).n)
		return;
	l->params = arena_more(a, l->params, l->param_count, sizeof *l->params);
	l->params[l->param_count++] = (struct vcardparam){S("X-NT"), *link};
}

void vcardmember_release(struct vcardmembers *m)
{
	map_release(&m->links);
}

/* Each line of the card through put, and what stands between them. */
struct rewriting {
	struct arena *a;
	struct buf out;
	str old;
	str (*link_of)(void *ctx, struct arena *a, str key);
	void *ctx;
};

static void rewrite(struct rewriting *w, str card, void (*put)(struct rewriting *, const struct vcardline *))
{
	struct vcardlines lines = {.arena = w->a, .rest = card, .line = 1};
	struct vcardline l;
	const char *at = card.p;
	while (vcardline_next(&lines, &l)) {
		if (!lines.good || !vcardmember_is(&l))
			continue;
		buf_add(&w->out, (str){at, (size_t)(l.bytes.p - at)});
		put(w, &l);
		at = l.bytes.p + l.bytes.n;
	}
	buf_add(&w->out, (str){at, (size_t)(card.p + card.n - at)});
}

/* Behind the name, if that is not folded. */
static void put_linked(struct rewriting *w, const struct vcardline *l)
{
	size_t name = str_chr(l->bytes, ':'), other = str_chr(l->bytes, ';');
	str link =
		vcardline_param(l, S("X-NT")).n ? (str){0} : w->link_of(w->ctx, w->a, vcardmember_key(w->a, l->value));
	name = other < name ? other : name;
	if (link.n && name != STR_NONE &&
		str_ends(utf8_fold(w->a, str_head(l->bytes, name)), utf8_fold(w->a, l->name))) {
		buf_add(&w->out, str_head(l->bytes, name));
		vcardline_put_param(&w->out, S("X-NT"), link);
		buf_add(&w->out, str_skip(l->bytes, name));
	} else {
		buf_add(&w->out, l->bytes);
	}
}

static bool is_no_link(const struct vcardparam *p)
{
	return !str_eq(p->name, S("X-NT"));
}

/* Up to the end of the parameter that begins there. */
static size_t end_of_param(str line, size_t at)
{
	bool quoted = false;
	for (at++; at < line.n && (quoted || !strchr(":;", line.p[at])); at++)
		quoted = quoted != (line.p[at] == '"');
	return at;
}

/* Cut out of the line, or if that is folded there, the line anew. */
static void put_unlinked(struct rewriting *w, const struct vcardline *l)
{
	str line = l->bytes;
	size_t at = str_find(line, S(";X-NT="));
	if (!vcardline_param(l, S("X-NT")).n || str_find(w->old, line) != STR_NONE) {
		buf_add(&w->out, line);
	} else if (at != STR_NONE && str_chr(str_head(line, end_of_param(line, at)), '\n') == STR_NONE) {
		buf_add(&w->out, str_head(line, at));
		buf_add(&w->out, str_skip(line, end_of_param(line, at)));
	} else {
		vcardline_put_head(&w->out, l, is_no_link);
		buf_printf(&w->out, ":" FMT "%s", ARG(l->value), str_ends(line, S("\r\n")) ? "\r\n" : "\n");
	}
}

str vcardmember_linked(struct arena *a, str card, str (*link_of)(void *ctx, struct arena *a, str key), void *ctx)
{
	struct rewriting w = {.a = a, .link_of = link_of, .ctx = ctx};
	rewrite(&w, card, put_linked);
	return arena_take(a, &w.out);
}

str vcardmember_unlinked(struct arena *a, str card, str old)
{
	struct rewriting w = {.a = a, .old = old};
	rewrite(&w, card, put_unlinked);
	return arena_take(a, &w.out);
}

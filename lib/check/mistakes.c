#include "check/mistakes.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const struct check_rule check_rules[CHECK_CODES] = {
	[CHECK_BYTES] = {"bytes", true, "a byte that no text has"},
	[CHECK_CONFLICT] = {"conflict", true, "a conflict marker of git"},
	[CHECK_YAML] = {"yaml", true, "front matter that does not parse"},
	[CHECK_KEY_TWICE] = {"key-twice", true, "a key that stands twice"},
	[CHECK_DATE] = {"date", true, "a field that holds no date"},
	[CHECK_SPAN] = {"span", true, "a field that holds no span"},
	[CHECK_NUMBER] = {"number", true, "a field that holds no number, or one out of its range"},
	[CHECK_WORD] = {"word", true, "a field that holds none of its words"},
	[CHECK_CONFIG] = {"config", true, "a value of book.md in a wrong form"},
	[CHECK_QUERY] = {"query", true, "a query that cannot be evaluated"},
	[CHECK_ENTRY_DATE] = {"entry-date", true, "an entry on no day"},
	[CHECK_LINK_AMBIGUOUS] = {"link-ambiguous", true, "a link that means several notes"},
	[CHECK_UID_TWICE] = {"uid-twice", true, "a uid of two notes"},
	[CHECK_LINK_DANGLING] = {"link-dangling", false, "a link that means no note"},
	[CHECK_LINK_HTML] = {"link-html", false, "a link in HTML, which is not followed"},
	[CHECK_LINK_QUOTES] = {"link-quotes", false, "a link in the front matter without quotes"},
	[CHECK_KEY] = {"key", false, "a key that looks misspelt"},
	[CHECK_KIND] = {"kind", false, "a kind that looks misspelt"},
	[CHECK_FORM] = {"form", false, "a value that nt-set would not write"},
	[CHECK_RESERVED] = {"reserved", false, "a key of the stream"},
	[CHECK_TAG] = {"tag", false, "a tag that is a comment"},
	[CHECK_FENCE] = {"fence", false, "front matter that is not in force"},
	[CHECK_EMAIL_TWICE] = {"email-twice", false, "an email of two notes"},
	[CHECK_NAME_TWICE] = {"name-twice", false, "a name or alias of two notes"},
	[CHECK_SORT_NAME] = {"sort-name", false, "a sort-name of another name"},
	[CHECK_AHEAD] = {"ahead", false, "a contact ahead of today, or a day that must not be"},
	[CHECK_ENTRY] = {"entry", false, "an item or line that looks like an entry or contact and is none"},
	[CHECK_TASK] = {"task", false, "a task without text"},
	[CHECK_BOX] = {"box", false, "a promise or task without a box"},
	[CHECK_LOAD] = {"load", false, "cadences that ask for more than the limit"},
	[CHECK_ME] = {"me", false, "a note about oneself that is not there"},
	[CHECK_LINES] = {"lines", false, "a body that is not read as Markdown"},
	[CHECK_MERGED] = {"merged", false, "a value that a merge could not settle"},
	[CHECK_PRIVATE] = {"private", false, "what looks private and is not"},
	[CHECK_MERGE_DRIVER] = {"merge-driver", false, "git does not know the merge driver"},
};

static struct listening {
	struct arena *arena;
	str path;
	struct check_heard heard;
} * listening;

/* What is no place in a note, an unreadable file say, is for who runs the tool. */
bool mistakes_hear(str path, size_t line, size_t col, str text)
{
	struct listening *l = listening;
	if (!line)
		return false;
	if (!l || !str_eq(path, l->path))
		return true;
	l->heard.v = arena_more(l->arena, l->heard.v, l->heard.n, sizeof *l->heard.v);
	l->heard.v[l->heard.n++] = (struct fault){line, col, arena_dup(l->arena, text)};
	return true;
}

struct check_heard mistakes_listen(struct check *c, void (*run)(struct check *c))
{
	struct listening here = {.arena = c->n->arena, .path = c->n->shown.p ? c->n->shown : S("<standard input>")};
	listening = &here;
	run(c);
	listening = NULL;
	return here.heard;
}

size_t mistakes_front_at(const struct check *c, size_t at)
{
	return (c->n->pieces.yaml.p ? (size_t)(c->n->pieces.yaml.p - c->n->bytes.p) : 0) + at;
}

size_t mistakes_body_at(const struct check *c, size_t at)
{
	return (size_t)(c->n->pieces.body.p - c->n->bytes.p) + at;
}

size_t mistakes_place(const struct check *c, struct fault f)
{
	str rest = c->n->bytes, line;
	for (size_t n = 1; n < f.line && str_line(&rest, &line);)
		n++;
	return c->n->bytes.n - rest.n + (f.col ? f.col - 1 : 0);
}

struct check_mistake *mistakes_add(struct check *c, enum check_code code, size_t at, const char *fmt, ...)
{
	char text[1024];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	c->v = arena_more(c->n->arena, c->v, c->count, sizeof *c->v);
	c->v[c->count] = (struct check_mistake){.code = code, .at = at, .text = arena_dup(c->n->arena, str_of(text))};
	return &c->v[c->count++];
}

static size_t digits(str s, size_t most)
{
	size_t n = 0;
	while (n < s.n && n < most && str_digit(s.p[n]))
		n++;
	return n;
}

str mistakes_iso(struct arena *a, str s, const char *separators)
{
	str year = str_head(s, digits(s, 4)), rest = str_skip(s, 4);
	struct partial part;
	if (year.n < 4 || !rest.n || !rest.p[0] || !strchr(separators, rest.p[0]))
		return (str){0};
	char separator = rest.p[0];
	str month = str_skip(rest, 1), day = {0};
	month = str_head(month, digits(month, 2));
	rest = str_skip(rest, 1 + month.n);
	if (rest.n && rest.p[0] == separator) {
		day = str_skip(rest, 1);
		day = str_head(day, digits(day, 2));
		rest = str_skip(rest, 1 + day.n);
	}
	if (!month.n || rest.n || (day.p && !day.n))
		return (str){0};
	str iso = arena_printf(a, FMT "-%s" FMT "%s%s" FMT, ARG(year), month.n < 2 ? "0" : "", ARG(month),
		day.n ? "-" : "", day.n == 1 ? "0" : "", ARG(day));
	return partial_parse(iso, &part) ? iso : (str){0};
}

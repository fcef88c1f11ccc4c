#include "views/drafttemplate.h"

#include "base/utf8.h"
#include "format/template.h"
#include "sys/file.h"
#include "views/drafts.h"
#include <errno.h>
#include <string.h>

static const char *shipped(str name)
{
	for (const struct drafts_shipped *s = drafts_shipped; s->name; s++)
		if (str_eq(name, str_of(s->name)))
			return s->text;
	return NULL;
}

/* The bytes of one, and what it is called; absent: there is none. *bad: it cannot be read, the message is out. */
static str bytes_of(struct book *b, struct arena *a, str name, str *shown, bool *bad)
{
	struct buf file = {0};
	str path = arena_printf(a, "templates/draft-" FMT ".md", ARG(name));
	*bad = false;
	*shown = book_shown(b, a, path);
	if (str_chr(name, '/') != STR_NONE || !name.n)
		return (str){0};
	if (b->fd >= 0 && file_read(b->fd, path.p, true, &file))
		return arena_take(a, &file);
	*bad = b->fd >= 0 && errno != ENOENT;
	buf_release(&file);
	if (*bad)
		warn_at(*shown, 0, 0, "%s", strerror(errno));
	const char *text = *bad ? NULL : shipped(name);
	*shown = arena_printf(a, "template " FMT, ARG(name));
	return text ? str_of(text) : (str){0};
}

/* Its front matter and body; NULL: wrong, the message is out. */
static struct note *parse(struct book *b, struct arena *a, str shown, str bytes)
{
	struct note *n = arena_alloc(a, sizeof *n);
	*n = (struct note){.config = &b->config, .arena = a, .shown = shown, .bytes = bytes};
	note_begin(n);
	return note_ok(n) ? n : NULL;
}

static bool read_front(struct drafttemplate *t, struct note *n)
{
	const struct value *subject = note_field(n, S("subject"));
	t->to = str_trim(note_text(n, S("to")));
	t->subject = note_text(n, S("subject"));
	t->subject_line = subject ? subject->line : 1;
	t->body = n->pieces.body;
	t->body_line = note_line(n, 1);
	return true;
}

/* The field of a line "Subject: text"; absent: it is none. */
static str field_of_line(str line, str *value)
{
	str name;
	if (!str_cut(&line, ':', &name) || !line.p || !name.n || str_chr(name, ' ') != STR_NONE || !utf8_letter(name))
		return (str){0};
	*value = str_trim(line);
	return name;
}

/* A head as a mail has it: lines up to the first blank one. */
static bool read_head(struct drafttemplate *t, str bytes)
{
	str line, value, rest = bytes;
	size_t number = 0;
	t->subject_line = t->body_line = 1;
	t->body = bytes;
	if (!str_line(&(str){bytes.p, bytes.n}, &line) || !field_of_line(str_chomp(line), &value).p)
		return true;
	while (str_line(&rest, &line) && str_trim(line).n) {
		str name = field_of_line(str_chomp(line), &value);
		number++;
		if (str_ieq(name, S("subject"))) {
			t->subject = value;
			t->subject_line = number;
			t->subject_col = (size_t)(value.p - line.p) + 1;
		} else if (str_ieq(name, S("to")))
			t->to = value;
		else {
			warn_at(t->shown, number, 1,
				"the head of a template holds Subject: and To: alone, then a blank line");
			return false;
		}
	}
	t->body = rest;
	t->body_line = number + 2;
	return true;
}

/* "a", "b", "a, b" */
static bool is_to(str to)
{
	for (size_t i = 0; i < to.n; i++)
		if (!strchr("ab, ", to.p[i]))
			return false;
	return true;
}

bool drafttemplate_read(struct book *b, struct arena *a, str name, struct drafttemplate *t, bool *bad)
{
	str shown, bytes = bytes_of(b, a, name, &shown, bad);
	if (!bytes.p)
		return false;
	struct note *n = parse(b, a, shown, bytes);
	*t = (struct drafttemplate){.shown = shown};
	*bad = !n || !(note_front(n)->root ? read_front(t, n) : read_head(t, bytes));
	if (!*bad && !is_to(t->to)) {
		warn_at(shown, 0, 0, "to: is a, b or both, the people of the command line: '" FMT "'", ARG(t->to));
		*bad = true;
	}
	while (t->body.n && (t->body.p[0] == '\n' || t->body.p[0] == '\r')) {
		t->body_line += t->body.p[0] == '\n';
		t->body = str_skip(t->body, 1);
	}
	t->pair = template_asks(t->subject, S("b.")) || template_asks(t->body, S("b.")) ||
		  str_chr(t->to, 'b') != STR_NONE;
	return !*bad;
}

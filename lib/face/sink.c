#include "face/sink.h"

#include "base/diag.h"
#include "base/term.h"
#include "face/notejson.h"
#include "note/spelling.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct opt sink_options[] = {
	OPT_TABLE(report_options),
	{'s', "stream", OPT_LETTER, &report_asked.form, NULL, "print the notes themselves, a stream for the next tool"},
	{'p', "paths", OPT_LETTER, &report_asked.form, NULL, "print paths, one a line"},
	{'0', "null", OPT_LETTER, &report_asked.form, NULL, "print paths, each ended by a NUL"},
	OPT_END,
};

static struct strs split(struct arena *a, const char *list)
{
	struct strs out = {0};
	strs_add_words(a, &out, str_of(list));
	for (size_t i = 0; i < out.n; i++)
		out.v[i] = field_key(out.v[i]);
	return out;
}

/* What can be asked for although no note has it. */
static bool is_known(str key)
{
	static const char *const annotated[] = {"pressure", "why", "said", "note", "step", "where", "load", "path", "log", "link", "text",
		"age"};
	size_t dot = str_chr(key, '.');
	key = dot == STR_NONE ? key : str_head(key, dot);
	for (size_t i = 0; i < sizeof annotated / sizeof *annotated; i++)
		if (str_eq(key, str_of(annotated[i])))
			return true;
	return field_computed(key) || field_type(key) != FIELD_TEXT || spelling_knows(key);
}

static void open_report(struct sink *s)
{
	struct arena *a = &s->pick->arena;
	struct report_column *columns = arena_array(a, s->columns.n + 1, sizeof *columns);
	s->seen = arena_array(a, s->columns.n, sizeof *s->seen);
	for (size_t i = 0; i < s->columns.n; i++) {
		columns[i] = (struct report_column){.name = arena_cstr(a, s->columns.v[i])};
		s->seen[i] = is_known(s->columns.v[i]);
	}
	report_open(&s->report, columns, NULL, NULL);
}

void sink_open(struct sink *s, struct pick *p, const char *lines, const char *table)
{
	const char *fields = report_asked.fields;
	*s = (struct sink){.pick = p, .form = report_asked.form, .terminal = isatty(STDOUT_FILENO)};
	if (!s->form)
		s->form = s->terminal ? 't' : fields ? 'l' : 's';
	s->columns = split(&p->arena, fields ? fields : s->form == 't' ? table : lines);
	open_report(s);
	s->report.form = s->form;
}

bool sink_needs_people(const struct sink *s)
{
	bool needs = false;
	for (size_t i = 0; i < s->columns.n; i++)
		needs |= field_computed(s->columns.v[i]);
	return needs && (s->form == 't' || s->form == 'l');
}

bool sink_needs_note(const struct sink *s, const char *known_columns)
{
	struct arena a = {0};
	struct strs known = split(&a, known_columns);
	bool needs = s->form == 's' || s->form == 'j';
	if (s->form == 't' || s->form == 'l')
		for (size_t i = 0; i < s->columns.n; i++)
			needs |= !strs_has(known, s->columns.v[i]);
	arena_release(&a);
	return needs;
}

enum reader sink_reader(const struct sink *s)
{
	return s->form == 's' ? READER_STREAM : report_reader(&s->report);
}

static str column(struct sink *s, struct note *n, str key)
{
	str annotated = note_annotation(n, key);
	if (annotated.p)
		return annotated;
	return field_text(sink_reader(s), n, s->pick->people, key);
}

static void put_columns(struct sink *s, struct note *n)
{
	for (size_t i = 0; i < s->columns.n; i++) {
		str key = s->columns.v[i], value = column(s, n, key);
		s->seen[i] = s->seen[i] || value.p || note_field(n, key);
		report_text(&s->report, i, value);
	}
	report_row(&s->report);
}

static void put_path(struct sink *s, struct note *n)
{
	if (!n->path.p) {
		warn("a note without a path");
		return;
	}
	if (s->terminal)
		term_put(stdout, n->shown);
	else
		fwrite(n->shown.p, 1, n->shown.n, stdout);
	putchar(s->form == '0' ? '\0' : '\n');
}

static void put_json(struct sink *s, struct note *n)
{
	buf_reset(&s->out);
	notejson_put(&s->out, n, READER_REST);
	fwrite(s->out.p, 1, s->out.n, stdout);
}

char sink_chosen(void)
{
	return report_asked.form ? report_asked.form : report_asked.fields ? 'l' : 0;
}

bool sink_printed(struct sink *s)
{
	return report_counted(&s->report);
}

bool sink_note(struct sink *s, struct note *n)
{
	if (report_full(&s->report))
		return false;
	if (s->form == 't' || s->form == 'l') {
		put_columns(s, n);
		return !report_full(&s->report);
	}
	if (s->form == 's')
		stream_put(stdout, n);
	else if (s->form == 'j')
		put_json(s, n);
	else
		put_path(s, n);
	return report_counted(&s->report);
}

/* A column is one if a note printed has it; of none printed, if any note of the book has. */
static void check_columns(const struct sink *s)
{
	for (size_t i = 0; i < s->columns.n; i++) {
		str key = s->columns.v[i], meant = spelling_near(key);
		if (s->seen[i] || !strchr("tl", s->form) || (!s->report.count && pick_has_field(s->pick, key)))
			continue;
		if (meant.p)
			warn("--fields: no such column: '" FMT "'; did you mean '" FMT "'?", ARG(key), ARG(meant));
		else
			warn("--fields: no such column: '" FMT "': no field of nt, and none of these notes has it",
				ARG(key));
	}
}

int sink_close(struct sink *s)
{
	check_columns(s);
	buf_release(&s->out);
	return report_close(&s->report);
}

#include "face/sink.h"

#include "base/diag.h"
#include "base/record.h"
#include "base/term.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char form;
static const char *fields;
static long most = LONG_MAX;

const struct opt sink_options[] = {
	{'t', "table", OPT_LETTER, &form, NULL, "print a table"},
	{'s', "stream", OPT_LETTER, &form, NULL, "print the notes themselves, a stream for the next tool"},
	{'l', "lines", OPT_LETTER, &form, NULL, "print lines of values separated by tabs"},
	{'p', "paths", OPT_LETTER, &form, NULL, "print paths, one a line"},
	{'0', "null", OPT_LETTER, &form, NULL, "print paths, each ended by a NUL"},
	{'j', "json", OPT_LETTER, &form, NULL, "print a JSON object a line"},
	{'o', "fields", OPT_TEXT, &fields, "FIELDS", "the columns, separated by commas"},
	{'n', "count", OPT_NUMBER, &most, "N", "stop after N"},
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

void sink_open(struct sink *s, struct pick *p, const char *lines, const char *table)
{
	*s = (struct sink){.pick = p, .form = form, .terminal = isatty(STDOUT_FILENO)};
	if (!s->form)
		s->form = s->terminal ? 't' : fields ? 'l' : 's';
	s->columns = split(&p->arena, fields ? fields : s->form == 't' ? table : lines);
	s->table.columns = s->columns.n;
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
	if (s->form == 's')
		return READER_STREAM;
	return s->form == 't' && s->terminal ? READER_TERMINAL : READER_REST;
}

static str column(struct sink *s, struct note *n, str key)
{
	str annotated = note_annotation(n, key);
	if (annotated.p)
		return annotated;
	return field_text(sink_reader(s), n, s->pick->people, key);
}

void sink_line_value(struct buf *out, str value)
{
	size_t start = out->n;
	buf_add(out, value);
	for (size_t i = start; i < out->n; i++)
		if (out->p[i] == '\t' || out->p[i] == '\n' || out->p[i] == '\r')
			out->p[i] = ' ';
}

/* The line in s->out; what a terminal would obey is made visible, tabs between columns stay. */
static void put_line(struct sink *s, struct note *n)
{
	str line = buf_str(&s->out), piece;
	for (bool first = true; str_cut(&line, '\t', &piece); first = false) {
		if (!first)
			putchar('\t');
		piece = s->terminal ? term_visible(n->arena, piece) : piece;
		fwrite(piece.p, 1, piece.n, stdout);
	}
	putchar('\n');
}

static void put_lines(struct sink *s, struct note *n)
{
	buf_reset(&s->out);
	for (size_t i = 0; i < s->columns.n; i++) {
		if (i)
			buf_putc(&s->out, '\t');
		sink_line_value(&s->out, column(s, n, s->columns.v[i]));
	}
	put_line(s, n);
}

static void put_table(struct sink *s, struct note *n)
{
	for (size_t i = 0; i < s->columns.n; i++) {
		str value = column(s, n, s->columns.v[i]);
		table_cell(&s->table, value.p ? links_shown(n->arena, value) : value);
	}
}

static void put_path(struct sink *s, struct note *n)
{
	if (!n->path.p) {
		warn("a note without a path");
		return;
	}
	fwrite(n->shown.p, 1, n->shown.n, stdout);
	putchar(s->form == '0' ? '\0' : '\n');
}

static void json_value(struct buf *out, struct note *n, str key, const struct value *v)
{
	bool map = v->kind == VALUE_MAP;
	if (v->kind == VALUE_NULL || v->kind == VALUE_TEXT) {
		record_text(out, key, v->kind == VALUE_NULL ? (str){0} : v->text);
		return;
	}
	(map ? record_object : record_list)(out, key);
	for (const struct value *item = v->first; item; item = item->next)
		if (!item->duplicate && sight_value(READER_REST, n, item))
			json_value(out, n, map ? item->key : (str){0}, item);
	(map ? record_object_end : record_list_end)(out);
}

static void json_annotations(struct buf *out, struct note *n)
{
	record_object(out, S("nt"));
	for (size_t i = 0; i < n->notes.n; i++) {
		str key = n->notes.v[i].key;
		struct strs list = note_annotation_list(n, key);
		if (str_starts(n->notes.v[i].value, S("[")))
			record_texts(out, key, list);
		else
			record_text(out, key, list.n ? list.v[0] : S(""));
	}
	record_object_end(out);
}

static void put_json(struct sink *s, struct note *n)
{
	static const struct value none = {.kind = VALUE_MAP};
	const struct front *f = note_front(n);
	buf_reset(&s->out);
	record_begin(&s->out);
	record_text(&s->out, S("path"), n->path.p ? n->path : S(""));
	record_text(&s->out, S("name"), note_name(n));
	record_text(&s->out, S("kind"), note_kind(n));
	json_value(&s->out, n, S("fields"), f->root ? f->root : &none);
	json_annotations(&s->out, n);
	record_end(&s->out);
	fwrite(s->out.p, 1, s->out.n, stdout);
}

bool sink_full(const struct sink *s)
{
	return s->count >= most;
}

char sink_chosen(void)
{
	return form ? form : fields ? 'l' : 0;
}

bool sink_printed(struct sink *s)
{
	s->count++;
	return !sink_full(s);
}

bool sink_note(struct sink *s, struct note *n)
{
	if (sink_full(s))
		return false;
	s->count++;
	switch (s->form) {
	case 't':
		put_table(s, n);
		break;
	case 's':
		stream_put(stdout, n);
		break;
	case 'l':
		put_lines(s, n);
		break;
	case 'j':
		put_json(s, n);
		break;
	default:
		put_path(s, n);
	}
	return !sink_full(s);
}

int sink_close(struct sink *s)
{
	if (s->form == 't' && s->columns.n) {
		const char **heads = arena_array(&s->pick->arena, s->columns.n, sizeof *heads);
		for (size_t i = 0; i < s->columns.n; i++)
			heads[i] = arena_cstr(&s->pick->arena, s->columns.v[i]);
		table_print(&s->table, stdout, heads, s->terminal ? term_width() : 0, opt_color());
	}
	table_release(&s->table);
	buf_release(&s->out);
	return s->count ? STATUS_YES : STATUS_NO;
}

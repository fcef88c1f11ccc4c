#include "face/report.h"

#include "base/diag.h"
#include "base/json.h"
#include "base/term.h"
#include "text/link.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

struct report_asked report_asked = {.most = LONG_MAX};

const struct opt report_options[] = {
	{'t', "table", OPT_LETTER, &report_asked.form, NULL, "print a table"},
	{'l', "lines", OPT_LETTER, &report_asked.form, NULL, "print lines of values separated by tabs"},
	{'j', "json", OPT_LETTER, &report_asked.form, NULL, "print a JSON object a line"},
	{'o', "fields", OPT_LIST, &report_asked.fields, "FIELDS", "the columns, separated by commas"},
	{'n', "count", OPT_NUMBER, &report_asked.most, "N", "stop after N"},
	OPT_END,
};

static size_t column_of(const struct report *r, str name)
{
	struct buf all = {0};
	for (size_t i = 0; i < r->all; i++)
		if (str_eq(name, str_of(r->columns[i].name)))
			return i;
	for (size_t i = 0; i < r->all; i++)
		buf_printf(&all, " %s", r->columns[i].name);
	die("--fields: no such column: '" FMT "'; there are" FMT, ARG(name), ARG(buf_str(&all)));
}

static void choose(struct report *r, const char *names)
{
	str rest = str_of(names), piece;
	while (str_cut(&rest, ',', &piece)) {
		if (!(piece = str_trim(piece)).n)
			continue;
		r->shown = arena_more(&r->arena, r->shown, r->n, sizeof *r->shown);
		r->shown[r->n++] = column_of(r, piece);
	}
}

static void choose_all(struct report *r)
{
	r->shown = arena_array(&r->arena, r->all, sizeof *r->shown);
	while (r->n < r->all) {
		r->shown[r->n] = r->n;
		r->n++;
	}
}

void report_open(struct report *r, const struct report_column *columns, const char *lines, const char *table)
{
	*r = (struct report){.columns = columns, .form = report_asked.form, .terminal = isatty(STDOUT_FILENO)};
	while (columns[r->all].name)
		r->all++;
	if (!r->form)
		r->form = r->terminal ? 't' : 'l';
	if (lines)
		choose(r, report_asked.fields ? report_asked.fields : r->form == 't' ? table : lines);
	else
		choose_all(r);
	r->table.columns = r->n;
	r->row = arena_array(&r->arena, r->all, sizeof *r->row);
}

enum reader report_reader(const struct report *r)
{
	return r->form == 't' && r->terminal ? READER_TERMINAL : READER_REST;
}

bool report_shows(const struct report *r, size_t column)
{
	bool shown = r->form == 'j';
	for (size_t i = 0; i < r->n; i++)
		shown |= r->shown[i] == column;
	return shown;
}

void report_text(struct report *r, size_t column, str text)
{
	r->row[column].text = text;
}

void report_number(struct report *r, size_t column, long number)
{
	r->row[column].text = arena_printf(&r->scratch, "%ld", number);
}

void report_list(struct report *r, size_t column, struct strs list)
{
	r->row[column].list = list;
}

static str cell_text(struct report *r, size_t column)
{
	const struct report_cell *cell = &r->row[column];
	bool list = r->columns[column].type == REPORT_LIST;
	return list ? strs_join(&r->scratch, cell->list, S("; ")) : cell->text;
}

static void put_table(struct report *r)
{
	for (size_t i = 0; i < r->n; i++) {
		str text = cell_text(r, r->shown[i]);
		table_cell(&r->table, text.p ? links_shown(&r->scratch, text) : text);
	}
}

static void line_value(struct buf *out, str value)
{
	size_t start = out->n;
	buf_add(out, value);
	for (size_t i = start; i < out->n; i++)
		if (out->p[i] == '\t' || out->p[i] == '\n' || out->p[i] == '\r')
			out->p[i] = ' ';
}

/* What a terminal would obey is made visible, tabs between columns stay. */
static void put_line(struct report *r)
{
	struct buf value = {0};
	for (size_t i = 0; i < r->n; i++) {
		buf_reset(&value);
		line_value(&value, cell_text(r, r->shown[i]));
		if (i)
			buf_putc(&r->out, '\t');
		buf_add(&r->out, r->terminal ? term_visible(&r->scratch, buf_str(&value)) : buf_str(&value));
	}
	buf_putc(&r->out, '\n');
	buf_release(&value);
}

static void json_cell(struct report *r, size_t column)
{
	const struct report_cell *cell = &r->row[column];
	enum report_type type = r->columns[column].type;
	if (type == REPORT_LIST)
		json_strings(&r->out, cell->list);
	else if (type == REPORT_TEXT || !cell->text.p)
		json_string(&r->out, cell->text);
	else
		buf_add(&r->out, cell->text);
}

static void put_json(struct report *r)
{
	for (size_t i = 0; i < r->all; i++) {
		buf_putc(&r->out, i ? ',' : '{');
		json_string(&r->out, str_of(r->columns[i].name));
		buf_putc(&r->out, ':');
		json_cell(r, i);
	}
	buf_puts(&r->out, "}\n");
}

bool report_full(const struct report *r)
{
	return r->count >= report_asked.most;
}

bool report_counted(struct report *r)
{
	r->count++;
	return !report_full(r);
}

bool report_row(struct report *r)
{
	if (report_full(r))
		return false;
	buf_reset(&r->out);
	if (r->form == 't')
		put_table(r);
	else if (r->form == 'j')
		put_json(r);
	else
		put_line(r);
	fwrite(r->out.p, 1, r->out.n, stdout);
	memset(r->row, 0, r->all * sizeof *r->row);
	arena_reset(&r->scratch);
	return report_counted(r);
}

static void print_table(struct report *r)
{
	const char **heads = arena_array(&r->arena, r->n, sizeof *heads);
	bool *right = arena_array(&r->arena, r->n, sizeof *right);
	for (size_t i = 0; i < r->n; i++) {
		const struct report_column *c = &r->columns[r->shown[i]];
		heads[i] = c->heading ? c->heading : c->name;
		right[i] = c->type == REPORT_NUMBER;
	}
	r->table.right = right;
	table_print(&r->table, stdout, heads, r->terminal ? term_width() : 0, opt_color());
}

int report_close(struct report *r)
{
	if (r->form == 't' && r->n)
		print_table(r);
	table_release(&r->table);
	buf_release(&r->out);
	arena_release(&r->scratch);
	arena_release(&r->arena);
	return r->count ? STATUS_YES : STATUS_NO;
}

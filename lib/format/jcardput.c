#include "format/jcardput.h"

#include "base/json.h"
#include "format/vcardput.h"
#include "format/vcardtext.h"
#include "format/vcardtype.h"

static str lower(struct arena *a, str s)
{
	char *p = arena_cstr(a, s);
	for (size_t i = 0; i < s.n; i++)
		if (p[i] >= 'A' && p[i] <= 'Z')
			p[i] = (char)(p[i] - 'A' + 'a');
	return (str){p, s.n};
}

static bool said_before(const struct vcardline *l, size_t i)
{
	for (size_t n = 0; n < i; n++)
		if (str_eq(l->params[n].name, l->params[i].name))
			return true;
	return false;
}

static void put_values(struct arena *a, struct buf *out, const struct vcardline *l, str name)
{
	struct strs values = {0};
	for (size_t i = 0; i < l->param_count; i++)
		if (str_eq(l->params[i].name, name))
			strs_add(a, &values, l->params[i].value);
	if (values.n == 1)
		json_string(out, values.v[0]);
	else
		json_strings(out, values);
}

static void put_params(struct arena *a, struct buf *out, const struct vcardline *l)
{
	const char *comma = "";
	buf_putc(out, '{');
	if (l->group.n) {
		buf_puts(out, "\"group\":");
		json_string(out, l->group);
		comma = ",";
	}
	for (size_t i = 0; i < l->param_count; i++) {
		str name = l->params[i].name;
		if (str_listed(" VALUE GROUP ", name) || !vcardline_is_name(name) || said_before(l, i))
			continue;
		buf_puts(out, comma);
		json_string(out, lower(a, name));
		buf_putc(out, ':');
		put_values(a, out, l, name);
		comma = ",";
	}
	buf_putc(out, '}');
}

/* With the hyphens that JSON wants: 1985-04-12, --04-12. */
static str extended(struct arena *a, str day)
{
	size_t digits = 0;
	while (digits < day.n && str_digit(day.p[digits]))
		digits++;
	if (digits == 8 && day.n == 8)
		return arena_printf(a, "%.4s-%.2s-%.2s", day.p, day.p + 4, day.p + 6);
	if (day.n == 6 && str_starts(day, S("--")) && day.p[4] != '-')
		return arena_printf(a, "--%.2s-%.2s", day.p + 2, day.p + 4);
	return day;
}

/* A part of a structured value: one text, or several. */
static void put_part(struct arena *a, struct buf *out, str part)
{
	struct strs texts = {0}, raw = vcardtext_split(a, part, ',');
	for (size_t i = 0; i < raw.n; i++)
		strs_add(a, &texts, vcardtext_read(a, raw.v[i]));
	if (texts.n == 1)
		json_string(out, texts.v[0]);
	else
		json_strings(out, texts);
}

static void put_value(struct arena *a, struct buf *out, const struct vcardline *l, str type)
{
	char separator = str_eq(type, S("text")) ? vcardtype_separator(l->name) : 0;
	struct strs parts = separator ? vcardtext_split(a, l->value, separator) : (struct strs){0};
	bool structured = separator == ';' && (parts.n > 1 || vcardtext_split(a, parts.v[0], ',').n > 1);
	if (structured)
		buf_putc(out, '[');
	for (size_t i = 0; i < parts.n; i++) {
		buf_puts(out, i ? "," : "");
		if (separator == ';')
			put_part(a, out, parts.v[i]);
		else
			json_string(out, vcardtext_read(a, parts.v[i]));
	}
	if (structured)
		buf_putc(out, ']');
	if (separator)
		return;
	if (str_eq(type, S("date-and-or-time")))
		json_string(out, extended(a, vcardtext_read(a, l->value)));
	else
		json_string(out, str_eq(type, S(VCARDTYPE_UNKNOWN)) ? l->value : vcardtext_read(a, l->value));
}

static void put_line(struct arena *a, struct buf *out, const struct vcardline *l)
{
	str type = lower(a, vcardline_param(l, S("VALUE")));
	if (!type.n)
		type = str_of(vcardtype_of(l->name));
	buf_putc(out, '[');
	json_string(out, lower(a, l->name));
	buf_putc(out, ',');
	put_params(a, out, l);
	buf_putc(out, ',');
	json_string(out, type);
	buf_putc(out, ',');
	put_value(a, out, l, type);
	buf_putc(out, ']');
}

void jcard_put(struct buf *out, const struct contact *c)
{
	struct buf card = {0};
	vcard_put(&card, c, 4);
	struct vcardlines lines = {.arena = c->arena, .rest = buf_str(&card), .line = 1};
	struct vcardline l;
	const char *comma = "";
	buf_puts(out, "[\"vcard\",[");
	while (vcardline_next(&lines, &l)) {
		if (str_listed(" BEGIN END ", l.name))
			continue;
		buf_puts(out, comma);
		put_line(c->arena, out, &l);
		comma = ",";
	}
	buf_puts(out, "]]");
	buf_release(&card);
}

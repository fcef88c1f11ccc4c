#include "base/record.h"

/* Only what was just opened ends in such a sign: strings end in a quote. */
static void begin_member(struct buf *out, str key)
{
	char last = out->n ? out->p[out->n - 1] : '[';
	if (last != '{' && last != '[' && last != ':')
		buf_putc(out, ',');
	if (!key.p)
		return;
	json_string(out, key);
	buf_putc(out, ':');
}

void record_key(struct buf *out, str key)
{
	begin_member(out, key);
}

void record_begin(struct buf *out)
{
	buf_putc(out, '{');
}

void record_text(struct buf *out, str key, str value)
{
	begin_member(out, key);
	json_string(out, value);
}

void record_texts(struct buf *out, str key, struct strs values)
{
	begin_member(out, key);
	json_strings(out, values);
}

void record_number(struct buf *out, str key, long value)
{
	begin_member(out, key);
	buf_printf(out, "%ld", value);
}

void record_real(struct buf *out, str key, double value)
{
	begin_member(out, key);
	buf_printf(out, "%.6g", value);
}

void record_bool(struct buf *out, str key, bool value)
{
	begin_member(out, key);
	buf_puts(out, value ? "true" : "false");
}

void record_object(struct buf *out, str key)
{
	begin_member(out, key);
	buf_putc(out, '{');
}

void record_object_end(struct buf *out)
{
	buf_putc(out, '}');
}

void record_list(struct buf *out, str key)
{
	begin_member(out, key);
	buf_putc(out, '[');
}

void record_list_end(struct buf *out)
{
	buf_putc(out, ']');
}

void record_end(struct buf *out)
{
	buf_puts(out, "}\n");
}

void record_json(struct buf *out, str key, str json)
{
	begin_member(out, key);
	buf_add(out, json);
}

#include "lsp/emit.h"

#include "base/json.h"

static void comma(struct buf *b)
{
	char last = b->n ? b->p[b->n - 1] : '[';
	if (last != '[' && last != '{' && last != ':')
		buf_putc(b, ',');
}

void emit_open(struct buf *b, char bracket)
{
	comma(b);
	buf_putc(b, bracket);
}

void emit_close(struct buf *b, char bracket)
{
	buf_putc(b, bracket);
}

void emit_key(struct buf *b, const char *key)
{
	comma(b);
	json_string(b, str_of(key));
	buf_putc(b, ':');
}

void emit_text(struct buf *b, str text)
{
	comma(b);
	json_string(b, text);
}

void emit_number(struct buf *b, long n)
{
	comma(b);
	buf_printf(b, "%ld", n);
}

void emit_bool(struct buf *b, bool is)
{
	emit_json(b, is ? S("true") : S("false"));
}

void emit_null(struct buf *b)
{
	emit_json(b, S("null"));
}

void emit_json(struct buf *b, str json)
{
	comma(b);
	buf_add(b, json);
}

void emit_member_text(struct buf *b, const char *key, str text)
{
	emit_key(b, key);
	emit_text(b, text);
}

void emit_member_number(struct buf *b, const char *key, long n)
{
	emit_key(b, key);
	emit_number(b, n);
}

void emit_member_bool(struct buf *b, const char *key, bool is)
{
	emit_key(b, key);
	emit_bool(b, is);
}

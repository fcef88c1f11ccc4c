#include "format/contact.h"

#include "text/foreign.h"

#define LONG_KEY 1000 /* YAML has none of more than 1024 characters without a question mark */

static void put_value(struct arena *a, struct buf *out, const struct value *v, size_t indent);

static void put_indent(struct buf *out, size_t indent)
{
	for (size_t i = 0; i < indent; i++)
		buf_putc(out, ' ');
}

static void put_literal(struct buf *out, str text, size_t indent)
{
	str line;
	buf_puts(out, str_ends(text, S("\n")) ? " |\n" : " |-\n");
	while (str_line(&text, &line)) {
		if (str_chomp(line).n)
			put_indent(out, indent);
		buf_add(out, str_chomp(line));
		buf_putc(out, '\n');
	}
}

static bool short_list(const struct value *list)
{
	size_t n = 0;
	for (const struct value *v = list->first; v; v = v->next) {
		n += v->text.n + 2;
		if (v->kind != VALUE_TEXT || n > 60 || str_chr(v->text, ':') != STR_NONE ||
			str_starts(v->text, S("[[")))
			return false;
	}
	return true;
}

static void put_short_list(struct arena *a, struct buf *out, const struct value *list)
{
	buf_puts(out, " [");
	for (const struct value *v = list->first; v; v = v->next) {
		buf_add(out, front_quote(a, v->text, true));
		if (v->next)
			buf_puts(out, ", ");
	}
	buf_puts(out, "]\n");
}

static void put_key(struct arena *a, struct buf *out, str key, size_t indent)
{
	str quoted = front_quote(a, key, false);
	if (quoted.n > LONG_KEY) {
		buf_puts(out, "? ");
		buf_add(out, quoted);
		buf_putc(out, '\n');
		put_indent(out, indent);
	} else {
		buf_add(out, quoted);
	}
	buf_putc(out, ':');
}

static void put_map(struct arena *a, struct buf *out, const struct value *map, size_t indent)
{
	for (const struct value *v = map->first; v; v = v->next) {
		if (v != map->first)
			put_indent(out, indent);
		put_key(a, out, v->key, indent);
		put_value(a, out, v, indent);
	}
}

/* What stands behind "key:" or, with one more blank, behind a dash. */
static void put_value(struct arena *a, struct buf *out, const struct value *v, size_t indent)
{
	if (v->kind == VALUE_TEXT && front_literal(v->text)) {
		put_literal(out, v->text, indent + 2);
	} else if (v->kind == VALUE_TEXT) {
		buf_putc(out, ' ');
		buf_add(out, front_quote(a, v->text, false));
		buf_putc(out, '\n');
	} else if (!v->first) {
		buf_puts(out, v->kind == VALUE_LIST ? " []\n" : v->kind == VALUE_MAP ? " {}\n" : "\n");
	} else if (v->kind == VALUE_MAP) {
		buf_putc(out, '\n');
		put_indent(out, indent + 2);
		put_map(a, out, v, indent + 2);
	} else if (short_list(v)) {
		put_short_list(a, out, v);
	} else {
		buf_putc(out, '\n');
		for (const struct value *item = v->first; item; item = item->next) {
			put_indent(out, indent + 2);
			buf_putc(out, '-');
			if (item->kind == VALUE_MAP && item->first) {
				buf_putc(out, ' ');
				put_map(a, out, item, indent + 4);
			} else {
				put_value(a, out, item, indent + 2);
			}
		}
	}
}

static void put_entry(struct buf *out, str entry)
{
	str line;
	for (bool first = true; str_line(&entry, &line); first = false) {
		line = str_chomp(line);
		buf_puts(out, first ? "- " : line.n ? "  " : "");
		buf_add(out, line);
		buf_putc(out, '\n');
	}
}

bool contact_fits(const struct contact *c)
{
	struct buf out = {0};
	put_map(c->arena, &out, c->front, 0);
	bool fits = out.n <= FRONT_BYTES;
	buf_release(&out);
	return fits;
}

str contact_bytes(const struct contact *c)
{
	struct buf out = {0};
	buf_puts(&out, "---\n");
	put_map(c->arena, &out, c->front, 0);
	buf_puts(&out, "---\n");
	for (size_t i = 0; i < c->prose.n; i++) {
		buf_putc(&out, '\n');
		buf_add(&out, foreign_write(c->arena, c->prose.v[i]));
		buf_putc(&out, '\n');
	}
	if (c->entries.n)
		buf_puts(&out, "\n## Log\n\n");
	for (size_t i = 0; i < c->entries.n; i++)
		put_entry(&out, c->entries.v[i]);
	return arena_take(c->arena, &out);
}

#include "format/aliases.h"

#include "base/utf8.h"
#include "format/mail.h"
#include "format/plain.h"

static bool is_plain(char c)
{
	return str_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
}

/* Letters that ASCII has not are left out; of a name that has no others the address is what is typed. */
static str plain_word(struct arena *a, str text)
{
	str slug = utf8_slug(a, utf8_bare(a, text));
	struct buf out = {0};
	for (size_t i = 0; i < slug.n; i++)
		if (is_plain(slug.p[i]) && (slug.p[i] != '-' || (out.n && out.p[out.n - 1] != '-')))
			buf_putc(&out, slug.p[i]);
	while (out.n && out.p[out.n - 1] == '-')
		out.n--;
	return arena_take(a, &out);
}

/* Its own, by a number behind it if need be. */
static str unique(struct aliases *l, struct arena *a, str wanted)
{
	str name = wanted;
	for (int i = 2; map_get(&l->taken, name); i++)
		name = arena_printf(a, FMT "-%d", ARG(wanted), i);
	name = arena_dup(&l->arena, name);
	map_put(&l->taken, name, l);
	return name;
}

/* A quoted string in a line that mutt reads: what counts as its own there gets a backslash. */
static void put_quoted(struct buf *out, str text)
{
	buf_putc(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"' || text.p[i] == '\\')
			buf_puts(out, "\\\\"); /* of the quoted string, itself behind one */
		if (strchr("\\`$#;", text.p[i] ? text.p[i] : 'x'))
			buf_putc(out, '\\');
		buf_putc(out, text.p[i]);
	}
	buf_putc(out, '"');
}

/* Nothing in an address is mutt's, or it is left out. */
static bool is_tame(str address)
{
	for (size_t i = 0; i < address.n; i++)
		if (strchr("`$\\#;\"'<>(), ", address.p[i] ? address.p[i] : ' '))
			return false;
	return mail_can(address);
}

void aliases_put(struct aliases *l, struct buf *out, const struct contact *c)
{
	struct plain_facts emails = plain_emails(c);
	str name = plain_text(c, S("name")), word = plain_word(c->arena, name);
	size_t given = 0;
	for (size_t i = 0; i < emails.n; i++) {
		str email = emails.v[i].text, label = plain_word(c->arena, emails.v[i].label);
		if (!is_tame(email))
			continue;
		str wanted = word.n ? word : plain_word(c->arena, str_head(email, str_chr(email, '@')));
		if (given++ && label.n)
			wanted = arena_printf(c->arena, FMT "-" FMT, ARG(wanted), ARG(label));
		buf_puts(out, "alias ");
		buf_add(out, unique(l, c->arena, wanted.n ? wanted : S("somebody")));
		buf_putc(out, ' ');
		put_quoted(out, name);
		buf_puts(out, " <");
		buf_add(out, email);
		buf_puts(out, ">\n");
	}
}

void aliases_release(struct aliases *l)
{
	map_release(&l->taken);
	arena_release(&l->arena);
}

#include "lsp/diagnose.h"

#include "base/diag.h"

enum { SEVERITY_ERROR = 1, SEVERITY_WARNING = 2 };

void diagnose_note(struct session *s, struct note *n, struct check *out)
{
	bool (*hook)(str path, size_t line, size_t col, str text) = diag_hook;
	diag_hook = mistakes_hear;
	check_note(out, n, &s->shelf->all);
	diag_hook = hook;
}

/* A link to its end, what is to be mended whole, else a word. */
size_t diagnose_end(const struct check *c, const struct check_mistake *m)
{
	str rest = str_skip(c->n->bytes, m->at), line = {0};
	size_t n = 0;
	str_line(&rest, &line);
	line = str_chomp(line);
	if (m->mend_at == m->at && m->mend_end > m->at && m->mend_end <= m->at + line.n)
		return m->mend_end;
	if (str_starts(line, S("[")))
		n = str_starts(line, S("[[")) ? str_find(line, S("]]")) + 2 : str_chr(line, ')') + 1;
	if (n >= 2 && n <= line.n)
		return m->at + n;
	for (n = 0; n < line.n && !str_blank(line.p[n]);)
		n++;
	return m->at + n;
}

void diagnose_put(struct buf *out, const struct positions *t, const struct check *c, const struct check_mistake *m)
{
	emit_open(out, '{');
	emit_key(out, "range");
	edits_range(out, t, m->at, diagnose_end(c, m));
	emit_member_number(out, "severity", check_rules[m->code].error ? SEVERITY_ERROR : SEVERITY_WARNING);
	emit_member_text(out, "code", str_of(check_rules[m->code].code));
	emit_member_text(out, "source", S("nt-check"));
	emit_member_text(out, "message", m->text);
	emit_close(out, '}');
}

bool diagnose_document(struct session *s, struct document *d, struct buf *out)
{
	struct arena a = {0};
	struct note n;
	struct check c = {0};
	bool is_note = s->shelf && d->path.p && session_load(s, &a, NULL, d->path, &n);
	if (is_note) {
		struct positions t = session_positions(s, &n);
		diagnose_note(s, &n, &c);
		emit_open(out, '{');
		emit_member_text(out, "uri", d->uri);
		emit_member_number(out, "version", d->version);
		emit_key(out, "diagnostics");
		emit_open(out, '[');
		for (size_t i = 0; i < c.count; i++)
			diagnose_put(out, &t, &c, &c.v[i]);
		emit_close(out, ']');
		emit_close(out, '}');
	}
	arena_release(&a);
	return is_note;
}

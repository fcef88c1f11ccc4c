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

/* Where the value of the front matter ends that begins there; 0: none does. */
static size_t value_end(const struct value *v, size_t at)
{
	size_t end = 0;
	for (; v && !end; v = v->next)
		end = v->kind == VALUE_TEXT && v->at == at && v->end > at ? v->end : value_end(v->first, at);
	return end;
}

/* A link to its end, what is to be mended whole, a value of the front matter, else a word. */
size_t diagnose_end(const struct check *c, const struct check_mistake *m)
{
	str rest = str_skip(c->n->bytes, m->at), line = {0};
	size_t n = 0;
	str_line(&rest, &line);
	line = str_chomp(line);
	if (m->mend_at == m->at && m->mend_end > m->at && m->mend_end <= m->at + line.n)
		return m->mend_end;
	size_t yaml = c->n->pieces.yaml.p ? (size_t)(c->n->pieces.yaml.p - c->n->bytes.p) : m->at + 1;
	const struct value *root = m->at >= yaml ? note_front(c->n)->root : NULL;
	size_t end = root ? value_end(root->first, m->at - yaml) : 0;
	if (end && yaml + end <= m->at + line.n)
		return yaml + end;
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
	record_object(out, (str){0});
	record_key(out, S("range"));
	edits_range(out, t, m->at, diagnose_end(c, m));
	record_number(out, S("severity"), check_rules[m->code].error ? SEVERITY_ERROR : SEVERITY_WARNING);
	record_text(out, S("code"), str_of(check_rules[m->code].code));
	record_text(out, S("source"), S("nt-check"));
	record_text(out, S("message"), m->text);
	record_object_end(out);
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
		record_object(out, (str){0});
		record_text(out, S("uri"), d->uri);
		record_number(out, S("version"), d->version);
		record_list(out, S("diagnostics"));
		for (size_t i = 0; i < c.count; i++)
			diagnose_put(out, &t, &c, &c.v[i]);
		record_list_end(out);
		record_object_end(out);
	}
	arena_release(&a);
	return is_note;
}

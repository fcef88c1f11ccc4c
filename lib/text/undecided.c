#include "text/undecided.h"

#include "text/fences.h"
#include "text/front.h"
#include "text/value.h"
#include "text/yamlplace.h"

static const str marks[] = {S_INIT("# theirs: "), S_INIT("# ours: ")};

size_t undecided_at(str line)
{
	size_t first = STR_NONE;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t at = str_find(line, marks[i]);
		if (at != STR_NONE && at < first && (at == 0 || str_blank(line.p[at - 1])))
			first = at;
	}
	return first;
}

bool undecided_any(str yaml)
{
	str line;
	while (str_line(&yaml, &line))
		if (undecided_at(line) != STR_NONE)
			return true;
	return false;
}

/* Whether a line says: # theirs: KEY: ... */
static bool is_of(struct arena *a, str line, str key)
{
	str said = str_trim(line), quoted = front_quote(a, key, false);
	if (undecided_at(said) != 0)
		return false;
	said = str_skip(said, str_chr(said, ':') + 2);
	return str_starts(said, arena_join(a, key, S(": "))) || str_starts(said, arena_join(a, quoted, S(": ")));
}

/* The line before the one that begins there; false: there is none, or it is no comment. */
static bool comment_above(str yaml, size_t at, size_t *above)
{
	*above = at ? yamlplace_line(yaml, at - 1) : 0;
	if (at > 1 && yaml.p[at - 1] == '\n' && yaml.p[at - 2] == '\r')
		*above = yamlplace_line(yaml, at - 2);
	size_t text = yamlplace_skip_blanks(yaml, *above);
	return at && text < at && yaml.p[text] == '#';
}

/* What is left of the front matter. */
static void add_settled(struct arena *a, struct buf *out, str yaml, const struct value *v)
{
	size_t line = yamlplace_line(yaml, v->key_at), top = line, end = yamlplace_line_end(yaml, v->end);
	bool first = line + yamlplace_indent(yaml, v->key_at) == v->key_at;
	for (size_t above; first && comment_above(yaml, top, &above);)
		top = above;
	buf_add(out, str_head(yaml, top));
	for (size_t next; top < line; top = next) {
		next = yamlplace_next_line(yaml, top);
		str comment = str_between(yaml.p + top, yaml.p + next);
		if (!is_of(a, comment, v->key))
			buf_add(out, comment);
	}
	str behind = str_between(yaml.p + v->end, yaml.p + end);
	size_t at = str_starts(str_trim(behind), S("#")) ? undecided_at(behind) : STR_NONE;
	while (at != STR_NONE && at > 0 && str_blank(behind.p[at - 1]))
		at--;
	buf_add(out, str_between(yaml.p + line, yaml.p + v->end));
	buf_add(out, str_head(behind, at));
	buf_add(out, str_skip(yaml, end));
}

str undecided_settled(struct arena *a, str note, str key)
{
	struct fences p = fences_of(note), q;
	struct front f, after;
	const struct value *v = NULL;
	struct buf out = {0};
	if (undecided_any(p.yaml) && front_parse(a, p.yaml, p.yaml_line, &f) && f.root)
		v = front_get(&f, key);
	if (!v || !v->key.p)
		return note;
	buf_add(&out, str_between(note.p, p.yaml.p));
	add_settled(a, &out, p.yaml, v);
	buf_add(&out, str_between(p.close.p, note.p + note.n));
	str settled = arena_take(a, &out);
	q = fences_of(settled);
	bool same = front_parse(a, q.yaml, q.yaml_line, &after) && after.root && value_same(f.root, after.root);
	return same && settled.n < note.n ? settled : note;
}

/* The first bytes choose an edit of the rest: it is refused, or reads as asked; what can be undone gives the same
 * bytes. */
#include "text/edit.h"
#include <stdint.h>
#include <stdlib.h>

#define check(condition) ((condition) ? (void)0 : abort())

static struct arena a;

static void check_edit(str note, unsigned op, str key, str text)
{
	struct fault why;
	struct front f, g;
	struct fences p = fences_of(note), q;
	bool parses = front_parse(&a, p.yaml, p.yaml_line, &f);
	const struct value *old = parses ? front_get(&f, key) : NULL, *new;
	str (*const edits[])(struct arena *, str, str, str, struct fault *) = {edit_set, edit_add, edit_take};
	str undone, after = op < 3 ? edits[op](&a, note, key, text, &why) : edit_unset(&a, note, key, &why);

	check(after.p || (why.text.p && why.text.n));
	if (!after.p)
		return;
	q = fences_of(after);
	check(str_eq(p.body, q.body) && str_eq(p.mark, q.mark));
	check(front_parse(&a, q.yaml, q.yaml_line, &g));
	new = front_get(&g, key);
	check(op != 0 || (new->kind == VALUE_TEXT &&str_eq(new->text, text)));
	check(op != 3 || !new);
	if (after.p == note.p || !p.yaml.p)
		return;
	if (op == 0 && !old && !front_get(&f, str_head(key, str_chr(key, '.')))) {
		undone = edit_unset(&a, after, key, &why);
		check(!undone.p || str_eq(undone, note));
	} else if (op == 0 && old && old->kind == VALUE_TEXT && !old->style && !old->link && new->style != '|' &&
		   str_eq(front_quote(&a, old->text, true), str_head(str_skip(f.yaml, old->at), old->end - old->at))) {
		undone = edit_set(&a, after, key, old->text, &why);
		check(!undone.p || str_eq(undone, note) || new->style);
	} else if (op == 1 && old && old->kind == VALUE_LIST && old->first && !old->style) {
		undone = edit_take(&a, after, key, text, &why);
		check(!undone.p || str_eq(undone, note));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	str rest = {(const char *)data, n}, key, text;

	if (n > 3 && n < 5000 && str_cut(&rest, '\xff', &key) && str_cut(&rest, '\xff', &text) && rest.p && key.n)
		check_edit(rest, (unsigned char)key.p[0] % 4u, str_skip(key, 1), text);
	arena_reset(&a);
	return 0;
}

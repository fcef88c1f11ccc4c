#include "views/linked.h"

/* What a reader would call the note; absent: as the link does. */
static str name_of(const struct linked *l, struct arena *a, const struct link *link, str from)
{
	const struct names *names = &l->people->names;
	int id = names_link(names, a, link, from);
	struct buf buf = {0};
	struct note n;
	str name = {0};
	if (id >= 0 && book_load(l->book, a, &buf, names->paths.v[id], &n) && note_ok(&n)) {
		struct strs known = note_texts(&n, S("aliases"));
		strs_add(a, &known, sight_name(l->reader, &n));
		name = arena_dup(a, sight_name(l->reader, &n));
		for (size_t i = 0; i < known.n; i++)
			if (names_same(a, link->target, known.v[i]))
				name = (str){0};
	}
	buf_release(&buf);
	return name;
}

static bool fits_label(str name)
{
	return name.n && str_chr(name, '|') == STR_NONE && str_chr(name, ']') == STR_NONE &&
	       str_chr(name, '[') == STR_NONE;
}

str linked_text(const struct linked *l, struct arena *a, str text, str from)
{
	struct links links = {0};
	struct buf out = {0};
	size_t done = 0;
	if (!l->people || str_find(text, S("[[")) == STR_NONE)
		return text;
	links_scan(a, text, 0, &links);
	for (size_t i = 0; i < links.n; i++) {
		const struct link *link = &links.v[i];
		str name = link->markdown || link->label.p ? (str){0} : name_of(l, a, link, from);
		if (!fits_label(name))
			continue;
		buf_add(&out, str_between(text.p + done, text.p + link->end - 2));
		buf_add(&out, S("|"));
		buf_add(&out, name);
		done = link->end - 2;
	}
	buf_add(&out, str_skip(text, done));
	str labelled = arena_dup(a, buf_str(&out));
	buf_release(&out);
	return labelled;
}

void linked_events(const struct linked *l, struct arena *a, struct events events)
{
	for (size_t i = 0; i < events.n; i++)
		events.v[i].text = linked_text(l, a, events.v[i].text, events.v[i].path);
}

#include "note/place.h"

#include "base/utf8.h"

/* ESC and its like, those beyond ASCII too. */
static bool has_control(str s)
{
	uint32_t c;
	for (size_t n; s.n; s = str_skip(s, n)) {
		n = 1;
		if (s.p[0] >= ' ' && s.p[0] < 0x7f)
			continue;
		n = utf8_next(s, &c);
		if (!n || c < 0x20 || (c >= 0x7f && c < 0xa0))
			return true;
	}
	return false;
}

static const char *name_fault(str name)
{
	if (!name.n || str_eq(name, S(".")) || str_eq(name, S("..")))
		return "not a plain path below the book";
	if (name.p[0] == '.')
		return "a name that begins with a dot";
	if (name.n > 255)
		return "a name that is too long";
	return NULL;
}

const char *place_fault(str path)
{
	str rest = path, name;
	const char *fault = has_control(path) ? "not UTF-8, or with control characters" : NULL;
	while (!fault && str_cut(&rest, '/', &name)) {
		fault = name_fault(name);
		if (!fault && name.p == path.p && str_eq(name, S("templates")))
			fault = "not a note's place";
	}
	return fault;
}

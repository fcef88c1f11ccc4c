#include "book/ids.h"

#include "base/diag.h"
#include "sys/file.h"
#include <errno.h>
#include <inttypes.h>

#define DIGITS 16

bool ids_parse(str text, uint64_t *id)
{
	*id = 0;
	if (text.n != DIGITS)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		const char *digit = strchr("0123456789abcdef", text.p[i]);
		if (!digit || !*digit)
			return false;
		*id = *id << 4 | (uint64_t)(digit - strchr("0123456789abcdef", '0'));
	}
	return true;
}

str ids_text(struct arena *a, uint64_t id)
{
	return arena_printf(a, "%016" PRIx64, id);
}

bool ids_has(const struct ids *s, uint64_t id)
{
	return hashes_first(&s->set, id) != 0;
}

void ids_add(struct ids *s, uint64_t id)
{
	if (ids_has(s, id))
		return;
	if (!s->lines.n)
		s->first = id;
	hashes_add(&s->set, id, 0);
	buf_printf(&s->lines, "%016" PRIx64 "\n", id);
	s->changed = true;
}

bool ids_read(struct ids *s, struct book *b, const char *file)
{
	struct buf buf = {0};
	uint64_t id;
	str rest, line;
	*s = (struct ids){.changed = false};
	bool good = file_read(b->fd, file, true, &buf) || errno == ENOENT;
	if (!good)
		warn("%s:", file);
	rest = buf_str(&buf);
	while (good && str_line(&rest, &line))
		if (ids_parse(str_chomp(line), &id))
			ids_add(s, id);
	s->changed = false;
	buf_release(&buf);
	return good;
}

bool ids_write(const struct ids *s, struct book *b, const char *file)
{
	bool good = file_put(b->fd, file, buf_str(&s->lines));
	if (!good)
		warn("%s:", file);
	return good;
}

void ids_release(struct ids *s)
{
	hashes_release(&s->set);
	buf_release(&s->lines);
}

bool ids_note(struct book *b, const char *file, struct strs ids)
{
	struct ids s;
	uint64_t id;
	bool good = ids_read(&s, b, file);
	for (size_t i = 0; i < ids.n; i++)
		if (ids_parse(ids.v[i], &id))
			ids_add(&s, id);
	good = good && (!s.changed || ids_write(&s, b, file));
	ids_release(&s);
	return good;
}

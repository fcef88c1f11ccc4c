#include "book/state.h"

#include "base/diag.h"
#include "book/save.h"
#include "sys/file.h"
#include <errno.h>

#define DAY_TAB 11 /* "2026-11-24" and a tab */

bool state_read(struct state *s, struct book *b, const char *file)
{
	struct buf buf = {0};
	str rest, line;
	bool good = file_read(b->fd, file, true, &buf) || errno == ENOENT;
	if (!good)
		warn("%s:", file);
	rest = arena_dup(&s->arena, buf_str(&buf));
	while (good && str_line(&rest, &line)) {
		str *kept = arena_alloc(&s->arena, sizeof *kept);
		*kept = str_chomp(line);
		map_put(&s->days, str_skip(*kept, DAY_TAB), kept);
		strs_add(&s->arena, &s->lines, *kept);
	}
	buf_release(&buf);
	return good;
}

date state_day(const struct state *s, str path)
{
	const str *line = map_get(&s->days, path);
	date on;
	return line && date_prefix(*line, &on) ? on : DATE_NONE;
}

size_t state_count(const struct state *s, date day)
{
	size_t n = 0;
	date on;
	for (size_t i = 0; i < s->lines.n; i++)
		n += date_prefix(s->lines.v[i], &on) && on == day;
	return n;
}

bool state_note(struct book *b, const char *file, struct strs paths, date day, date oldest)
{
	struct state s = {0};
	struct buf out = {0};
	date on;
	int lock = save_lock(b);
	bool good = state_read(&s, b, file);
	for (size_t i = 0; i < s.lines.n; i++)
		if (date_prefix(s.lines.v[i], &on) && on >= oldest)
			buf_printf(&out, FMT "\n", ARG(s.lines.v[i]));
	for (size_t i = 0; i < paths.n; i++)
		buf_printf(&out, FMT "\t" FMT "\n", ARG(date_str(&s.arena, day)), ARG(paths.v[i]));
	if (good && !file_put(b->fd, file, buf_str(&out))) {
		warn("%s:", file);
		good = false;
	}
	save_unlock(lock);
	buf_release(&out);
	state_release(&s);
	return good;
}

bool state_moved(struct book *b, const char *file, str old_path, str new_path)
{
	struct state s = {0};
	struct buf out = {0};
	bool any = false, good = state_read(&s, b, file);
	for (size_t i = 0; i < s.lines.n; i++) {
		str line = s.lines.v[i];
		bool is_it = str_eq(str_skip(line, DAY_TAB), old_path);
		buf_add(&out, is_it ? arena_join(&s.arena, str_head(line, DAY_TAB), new_path) : line);
		buf_putc(&out, '\n');
		any |= is_it;
	}
	if (good && any && !file_put(b->fd, file, buf_str(&out))) {
		warn("%s:", file);
		good = false;
	}
	buf_release(&out);
	state_release(&s);
	return good;
}

void state_release(struct state *s)
{
	map_release(&s->days);
	arena_release(&s->arena);
}

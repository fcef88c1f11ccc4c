#include "format/photo.h"

#include "base/diag.h"
#include "base/transfer.h"
#include "base/utf8.h"
#include "sys/file.h"
#include <fcntl.h>

/* By how it begins. */
static const char *extension_of(str bytes)
{
	if (str_starts(bytes, S("\x89PNG")))
		return "png";
	if (str_starts(bytes, S("GIF8")))
		return "gif";
	if (str_starts(bytes, S("RIFF")))
		return "webp";
	return str_starts(bytes, S("\xff\xd8")) ? "jpg" : "bin";
}

/* It is there already, from last time. */
static bool is_there(const char *path, str bytes)
{
	struct buf b = {0};
	bool same = file_read(AT_FDCWD, path, false, &b) && str_eq(buf_str(&b), bytes);
	buf_release(&b);
	return same;
}

bool photo_take(struct contact *c, const struct vcardline *l, str dir, str file)
{
	struct arena *a = c->arena;
	size_t comma = l->binary ? STR_NONE : str_chr(l->value, ','); /* data:image/png;base64,... */
	if (!l->binary && !str_ends(str_head(l->value, comma), S(";base64")))
		return false;
	str base64 = comma == STR_NONE ? l->value : str_skip(l->value, comma + 1);
	str bytes = transfer_base64(a, base64), slug = utf8_slug(a, contact_text(c, S("name")));
	if (!bytes.n)
		return false;
	for (int i = 1; i < 1000; i++) {
		str number = i > 1 ? arena_printf(a, "-%d", i) : S("");
		str path =
			arena_printf(a, FMT "/" FMT FMT ".%s", ARG(dir), ARG(slug), ARG(number), extension_of(bytes));
		enum file_result result = file_create(AT_FDCWD, arena_cstr(a, path), bytes);
		if (result == FILE_WRITTEN || (result == FILE_EXISTS && is_there(arena_cstr(a, path), bytes))) {
			contact_add(
				c, str_eq(l->name, S("PHOTO")) ? S("photo") : utf8_fold(a, l->name), (str){0}, path);
			return true;
		}
		if (result != FILE_EXISTS)
			break;
	}
	warn_at(file, l->line, 0, "cannot write its picture into " FMT ":", ARG(dir));
	return false;
}

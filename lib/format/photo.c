#include "format/photo.h"

#include "base/diag.h"
#include "base/transfer.h"
#include "base/utf8.h"
#include "sys/file.h"
#include <fcntl.h>

/* By how it begins. */
static const struct {
	str begin;
	const char *extension, *type;
} kinds[] = {{S_INIT("\x89PNG"), "png", "PNG"}, {S_INIT("GIF8"), "gif", "GIF"}, {S_INIT("RIFF"), "webp", "WEBP"},
	{S_INIT("\xff\xd8"), "jpg", "JPEG"}, {S_INIT(""), "bin", NULL}};

static size_t kind_of(str bytes)
{
	size_t i = 0;
	while (!str_starts(bytes, kinds[i].begin))
		i++;
	return i;
}

/* It is there already, from last time. */
static bool is_there(const char *path, str bytes)
{
	struct buf b = {0};
	bool same = file_read(AT_FDCWD, path, false, &b) && str_eq(buf_str(&b), bytes);
	buf_release(&b);
	return same;
}

bool photo_take(struct contact *c, const struct vcardline *l, const struct photos *to, str file)
{
	if (!to || !to->dir.n)
		return false;
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
		str path = arena_printf(a, FMT "/" FMT FMT ".%s", ARG(to->dir), ARG(slug), ARG(number),
			kinds[kind_of(bytes)].extension);
		enum file_result result = file_create(AT_FDCWD, arena_cstr(a, path), bytes);
		if (result == FILE_WRITTEN || (result == FILE_EXISTS && is_there(arena_cstr(a, path), bytes))) {
			contact_add(c, utf8_fold(a, l->name), (str){0}, to->place(to->ctx, a, path));
			return true;
		}
		if (result != FILE_EXISTS)
			break;
	}
	warn_at(file, l->line, 0, "cannot write its picture into " FMT ":", ARG(to->dir));
	return false;
}

bool photo_give(struct contact *c, str bytes)
{
	struct strs kept = contact_texts(c, S("vcard"));
	const char *type = kinds[kind_of(bytes)].type;
	struct buf code = {0};
	if (!type)
		return false;
	transfer_put_base64(&code, bytes);
	bool has = false;
	for (size_t i = 0; i < kept.n; i++)
		has = has || str_ends(kept.v[i], buf_str(&code));
	if (!has)
		contact_add(c, S("vcard"), (str){0},
			arena_printf(c->arena, "PHOTO;ENCODING=b;TYPE=%s:" FMT, type, ARG(buf_str(&code))));
	buf_release(&code);
	return true;
}

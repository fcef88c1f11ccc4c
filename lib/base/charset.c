#include "base/charset.h"

#include "base/utf8.h"
#include <iconv.h>

#define ROOM 4096

str charset_utf8(struct arena *a, str name, str bytes)
{
	struct buf out = {0};
	char room[ROOM], *in = (char *)bytes.p; /* iconv(3) takes it so, and reads only */
	size_t left = bytes.n, done = 0;
	iconv_t how = iconv_open("UTF-8", arena_cstr(a, name));
	if (how == (iconv_t)-1) /* NOLINT(performance-no-int-to-ptr) */
		return (str){0};
	while (left || done == (size_t)-1) {
		char *to = room;
		size_t free = sizeof room;
		done = iconv(how, &in, &left, &to, &free);
		buf_add(&out, str_between(room, to));
		if (done == (size_t)-1 && to == room && left) { /* not for want of room */
			buf_puts(&out, "\xef\xbf\xbd");
			in++;
			left--;
		}
		if (!left)
			break;
	}
	iconv_close(how);
	str text = arena_dup(a, buf_str(&out));
	buf_release(&out);
	return text.p ? text : S("");
}

str charset_marked(struct arena *a, str bytes)
{
	if (str_starts(bytes, S("\xef\xbb\xbf")))
		return str_skip(bytes, 3);
	if (str_starts(bytes, S("\xff\xfe")))
		return charset_utf8(a, S("UTF-16LE"), str_skip(bytes, 2));
	if (str_starts(bytes, S("\xfe\xff")))
		return charset_utf8(a, S("UTF-16BE"), str_skip(bytes, 2));
	return bytes;
}

str charset_guessed(struct arena *a, str text)
{
	size_t bad;
	if (utf8_valid(text, &bad))
		return text;
	str read = charset_utf8(a, S("CP1252"), text);
	return read.p ? read : text;
}

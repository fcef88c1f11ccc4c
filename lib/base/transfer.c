#include "base/transfer.h"

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int hex(char c)
{
	return str_digit(c) ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

str transfer_printable(struct arena *a, str s, bool word)
{
	struct buf b = {0};
	for (size_t i = 0; i < s.n; i++) {
		bool two = s.p[i] == '=' && i + 2 < s.n && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0;
		if (two) {
			buf_putc(&b, (char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2])));
			i += 2;
		} else if (!word && s.p[i] == '=' && i + 1 < s.n && str_eol(s.p[i + 1])) {
			i += 1 + (s.p[i + 1] == '\r' && i + 2 < s.n && s.p[i + 2] == '\n');
		} else {
			buf_putc(&b, word && s.p[i] == '_' ? ' ' : s.p[i]);
		}
	}
	return arena_take(a, &b);
}

str transfer_base64(struct arena *a, str s)
{
	struct buf b = {0};
	unsigned bits = 0, n = 0;
	for (size_t i = 0; i < s.n && s.p[i] != '='; i++) {
		const char *at = s.p[i] ? strchr(digits, s.p[i]) : NULL;
		if (!at)
			continue;
		bits = (bits << 6 | (unsigned)(at - digits)) & 0xffffff;
		if ((n += 6) >= 8)
			buf_putc(&b, (char)(bits >> (n -= 8) & 255));
	}
	return arena_take(a, &b);
}

void transfer_put_base64(struct buf *out, str bytes)
{
	for (size_t i = 0; i < bytes.n; i += 3) {
		unsigned bits = 0, n = bytes.n - i < 3 ? (unsigned)(bytes.n - i) : 3;
		for (unsigned k = 0; k < 3; k++)
			bits = bits << 8 | (k < n ? (unsigned char)bytes.p[i + k] : 0);
		for (unsigned k = 0; k < 4; k++)
			buf_putc(out, k <= n ? digits[bits >> (18 - 6 * k) & 63] : '=');
	}
}

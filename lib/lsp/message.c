#include "lsp/message.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* --- reading */

/* The code unit of "\uXXXX" that s begins with; -1: it does not. */
static long unit_of(str s)
{
	long unit = 0;
	if (s.n < 6 || s.p[0] != '\\' || s.p[1] != 'u')
		return -1;
	for (size_t i = 2; i < 6; i++) {
		const char *digits = "0123456789abcdef", *at;
		char c = (char)(s.p[i] >= 'A' && s.p[i] <= 'F' ? s.p[i] - 'A' + 'a' : s.p[i]);
		if (!c || !(at = strchr(digits, c)))
			return -1;
		unit = unit * 16 + (at - digits);
	}
	return unit;
}

static bool is_high(long unit)
{
	return unit >= 0xd800 && unit < 0xdc00;
}

static bool is_low(long unit)
{
	return unit >= 0xdc00 && unit < 0xe000;
}

static void mend_surrogates(struct buf *b)
{
	for (size_t i = 0; i + 1 < b->n; i += 2) {
		while (i + 1 < b->n && b->p[i] != '\\')
			i++;
		str rest = str_skip(buf_str(b), i);
		long unit = unit_of(rest);
		if (is_high(unit) && is_low(unit_of(str_skip(rest, 6))))
			i += 10;
		else if (is_high(unit) || is_low(unit))
			memcpy(b->p + i, "\\ufffd", 6);
	}
}

struct json_t *message_parse(str text)
{
	struct buf mended = {0};
	json_error_t error;
	if (str_find(text, S("\\ud")) != STR_NONE || str_find(text, S("\\uD")) != STR_NONE) {
		buf_add(&mended, text);
		mend_surrogates(&mended);
		text = buf_str(&mended);
	}
	json_t *v = json_loadb(text.p ? text.p : "", text.n, JSON_ALLOW_NUL, &error);
	buf_release(&mended);
	return v;
}

void message_release(struct json_t *v)
{
	json_decref(v);
}

/* --- asking */

const struct json_t *message_get(const struct json_t *v, const char *path)
{
	str rest = str_of(path), name;
	while (rest.n && str_cut(&rest, '.', &name)) {
		char key[64];
		if (name.n >= sizeof key)
			return NULL;
		memcpy(key, name.p, name.n);
		key[name.n] = '\0';
		v = json_object_get(v, key);
	}
	return v;
}

str message_text(const struct json_t *v, const char *path)
{
	v = message_get(v, path);
	return json_is_string(v) ? (str){json_string_value(v), json_string_length(v)} : (str){0};
}

bool message_number(const struct json_t *v, const char *path, long *out)
{
	v = message_get(v, path);
	if (!json_is_integer(v))
		return false;
	*out = (long)json_integer_value(v);
	return true;
}

bool message_true(const struct json_t *v, const char *path)
{
	return json_is_true(message_get(v, path));
}

bool message_is_object(const struct json_t *v)
{
	return json_is_object(v);
}

size_t message_count(const struct json_t *v, const char *path)
{
	return json_array_size(message_get(v, path));
}

const struct json_t *message_at(const struct json_t *v, const char *path, size_t i)
{
	return json_array_get(message_get(v, path), i);
}

bool message_lists(const struct json_t *v, const char *path, str text)
{
	for (size_t i = 0; i < message_count(v, path); i++)
		if (str_eq(message_text(message_at(v, path, i), ""), text))
			return true;
	return false;
}

bool message_id(const struct json_t *v, struct buf *out)
{
	str text = message_text(v, "");
	if (text.p) {
		char *quoted = json_dumps(v, JSON_ENCODE_ANY);
		buf_puts(out, quoted ? quoted : "null");
		free(quoted);
	} else if (json_is_integer(v)) {
		buf_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
	} else if (json_is_real(v)) {
		buf_printf(out, "%.17g", json_real_value(v));
	} else if (json_is_null(v)) {
		buf_puts(out, "null");
	} else {
		return false;
	}
	return true;
}

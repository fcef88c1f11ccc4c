#include "format/vcardday.h"

#include "base/when.h"
#include "format/csvday.h"
#include "format/vcardtext.h"

str vcardday_read(struct arena *a, str value)
{
	struct partial p;
	value = str_trim(value);
	size_t time = str_chr(value, 'T');
	value = str_head(value, time == STR_NONE ? value.n : time);
	size_t digits = 0;
	while (value.p && digits < value.n && str_digit(value.p[digits]))
		digits++;
	if (digits == 8 && value.n == 8)
		value = arena_printf(a, "%.4s-%.2s-%.2s", value.p, value.p + 4, value.p + 6);
	else if (str_starts(value, S("--")) && value.n == 6 && str_chr(str_skip(value, 2), '-') == STR_NONE)
		value = arena_printf(a, "--%.2s-%.2s", value.p + 2, value.p + 4);
	if (partial_parse(value, &p))
		return partial_str(a, p);
	date day = csvday_sure(value);
	bool whole = day != DATE_NONE && partial_parse(date_str(a, day), &p);
	return whole || when_yearless(value, &p) ? partial_str(a, p) : (str){0};
}

str vcardday_field(const struct vcardline *l)
{
	if (str_eq(l->name, S("BDAY")))
		return S("birthday");
	if (str_listed(" ANNIVERSARY X-ANNIVERSARY X-EVOLUTION-ANNIVERSARY X-KADDRESSBOOK-X-ANNIVERSARY ", l->name))
		return S("anniversary");
	return str_listed(" DEATHDATE X-DEATHDATE ", l->name) ? S("died") : S("");
}

str vcardday_unread(struct arena *a, const struct vcardline *l)
{
	if (!vcardday_field(l).n)
		return (str){0};
	str text = str_trim(vcardtext_read(a, l->value));
	return text.n && !vcardday_read(a, text).n ? text : (str){0};
}

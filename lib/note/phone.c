#include "note/phone.h"

#define PHONE_LEAST 5

/* ITU-T E.164 assignments: country, calling code, what stands in front of a number within the country. Italy and its
 * like keep their zero. */
static const struct country {
	char name[3];
	const char *code, *trunk;
} countries[] = {{"AE", "971", "0"}, {"AR", "54", "0"}, {"AT", "43", "0"}, {"AU", "61", "0"}, {"BA", "387", "0"},
	{"BD", "880", "0"}, {"BE", "32", "0"}, {"BG", "359", "0"}, {"BR", "55", "0"}, {"BY", "375", "8"},
	{"CA", "1", "1"}, {"CH", "41", "0"}, {"CL", "56", ""}, {"CN", "86", "0"}, {"CO", "57", ""}, {"CR", "506", ""},
	{"CY", "357", ""}, {"CZ", "420", ""}, {"DE", "49", "0"}, {"DK", "45", ""}, {"DO", "1", "1"}, {"DZ", "213", "0"},
	{"EC", "593", "0"}, {"EE", "372", ""}, {"EG", "20", "0"}, {"ES", "34", ""}, {"FI", "358", "0"},
	{"FR", "33", "0"}, {"GB", "44", "0"}, {"GE", "995", "0"}, {"GH", "233", "0"}, {"GR", "30", ""},
	{"HK", "852", ""}, {"HR", "385", "0"}, {"HU", "36", "06"}, {"ID", "62", "0"}, {"IE", "353", "0"},
	{"IL", "972", "0"}, {"IN", "91", "0"}, {"IR", "98", "0"}, {"IS", "354", ""}, {"IT", "39", ""},
	{"JP", "81", "0"}, {"KE", "254", "0"}, {"KR", "82", "0"}, {"KZ", "7", "8"}, {"LI", "423", ""},
	{"LT", "370", "0"}, {"LU", "352", ""}, {"LV", "371", ""}, {"MA", "212", "0"}, {"MD", "373", "0"},
	{"ME", "382", "0"}, {"MK", "389", "0"}, {"MT", "356", ""}, {"MX", "52", ""}, {"MY", "60", "0"},
	{"NG", "234", "0"}, {"NL", "31", "0"}, {"NO", "47", ""}, {"NZ", "64", "0"}, {"PE", "51", "0"},
	{"PH", "63", "0"}, {"PK", "92", "0"}, {"PL", "48", ""}, {"PT", "351", ""}, {"RO", "40", "0"},
	{"RS", "381", "0"}, {"RU", "7", "8"}, {"SA", "966", "0"}, {"SE", "46", "0"}, {"SG", "65", ""},
	{"SI", "386", "0"}, {"SK", "421", "0"}, {"TH", "66", "0"}, {"TN", "216", ""}, {"TR", "90", "0"},
	{"TW", "886", "0"}, {"UA", "380", "0"}, {"UK", "44", "0"}, {"US", "1", "1"}, {"UY", "598", "0"},
	{"VN", "84", "0"}, {"ZA", "27", "0"}};

static const struct country *country_of(str name)
{
	for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
		if (str_ieq(name, str_of(countries[i].name)))
			return &countries[i];
	return NULL;
}

static bool is_end(char c)
{
	return c == 'x' || c == ';';
}

str phone_extension(str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (is_end(text.p[i]))
			return str_skip(text, i);
	return (str){0};
}

/* The digits up to an extension; "(0)" behind a calling code is none of them. */
static str digits(struct arena *a, str s, bool coded)
{
	struct buf b = {0};
	for (size_t i = 0; i < s.n && !is_end(s.p[i]); i++) {
		if (coded && str_starts(str_skip(s, i), S("(0)")))
			i += 2;
		else if (str_digit(s.p[i]))
			buf_putc(&b, s.p[i]);
	}
	return arena_take(a, &b);
}

str phone_form(struct arena *a, str text, str country)
{
	str s = str_trim(text);
	if (str_ieq(str_head(s, 4), S("tel:")))
		s = str_trim(str_skip(s, 4));
	bool plus = str_starts(s, S("+")) || str_starts(s, S("(+"));
	str number = digits(a, s, plus || str_starts(s, S("00")));
	const struct country *c = country_of(str_trim(country));
	if (number.n < PHONE_LEAST)
		return (str){0};
	if (plus)
		return arena_join(a, S("+"), number);
	if (str_starts(number, S("00")))
		return arena_join(a, S("+"), str_skip(number, 2));
	if (!c)
		return number;
	str trunk = str_of(c->trunk);
	if (str_starts(number, trunk))
		number = str_skip(number, trunk.n);
	return arena_printf(a, "+%s" FMT, c->code, ARG(number));
}

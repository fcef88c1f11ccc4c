#include "format/vcardlabel.h"

#include "base/utf8.h"

/* value: phone: {value: x} is x alone. */
#define SAYS_NOTHING " internet pref voice x400 intl postal parcel dom uri text msg value "

/* The service of an address, x-apple:ada, that does not say it itself, skype:ada. */
static bool names_service(const struct vcardline *l, const struct vcardparam *p)
{
	return str_eq(l->name, S("IMPP")) && str_listed(" X-SERVICE-TYPE SERVICE-TYPE ", p->name) &&
	       !str_ieq(str_head(l->value, str_chr(l->value, ':')), p->value);
}

str vcardlabel_said(struct arena *a, const struct vcardline *l)
{
	struct strs words = {0};
	bool relation = str_eq(l->name, S("RELATED")); /* parcel: one may be called so */
	for (size_t i = 0; i < l->param_count; i++) {
		const struct vcardparam *p = &l->params[i];
		str rest = str_eq(p->name, S("TYPE")) || names_service(l, p) ? p->value : (str){0}, word;
		while (str_cut(&rest, ',', &word)) { /* TYPE="work,voice" */
			word = utf8_fold(a, str_trim(word));
			if (word.n && (relation || !str_listed(SAYS_NOTHING, word)) && !strs_has(words, word))
				strs_add(a, &words, word);
		}
	}
	return strs_join(a, words, S(" "));
}

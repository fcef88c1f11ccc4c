#include "format/vcardprofile.h"

#include "base/utf8.h"
#include "format/vcardtext.h"

str vcardprofile_url(struct arena *a, const struct vcardline *l)
{
	if (!str_listed(VCARDPROFILE_NAMES, l->name))
		return (str){0};
	str url = str_trim(vcardtext_read(a, l->value));
	bool is = str_ieq(str_head(url, 8), S("https://")) || str_ieq(str_head(url, 7), S("http://"));
	for (size_t i = 0; i < url.n; i++)
		is = is && (unsigned char)url.p[i] > ' ';
	return is ? url : (str){0};
}

str vcardprofile_label(struct arena *a, const struct vcardline *l)
{
	str service = str_trim(vcardline_param(l, S("SERVICE-TYPE")));
	struct strs words = {0};
	for (size_t i = 0; i < l->param_count && !service.n; i++) {
		str rest = str_eq(l->params[i].name, S("TYPE")) ? l->params[i].value : (str){0}, word;
		while (str_cut(&rest, ',', &word)) {
			word = utf8_fold(a, str_trim(word));
			if (word.n && !str_eq(word, S("pref")) && !strs_has(words, word))
				strs_add(a, &words, word);
		}
	}
	return service.n ? utf8_fold(a, service) : strs_join(a, words, S(" "));
}

bool vcardprofile_more(struct arena *a, const struct vcardline *l)
{
	bool service = vcardline_param(l, S("SERVICE-TYPE")).n > 0;
	str url = utf8_fold(a, vcardprofile_url(a, l));
	for (size_t i = 0; i < l->param_count; i++) {
		str name = l->params[i].name, value = utf8_fold(a, str_trim(l->params[i].value));
		bool user = str_listed(" X-USER USERNAME ", name) && str_find(url, value) != STR_NONE;
		bool type = str_eq(name, S("TYPE")) && (!service || str_eq(value, S("pref")));
		if (value.n && !user && !type && !str_listed(" PREF VALUE SERVICE-TYPE ", name))
			return true;
	}
	return false;
}

#include "format/mailfolder.h"

#include "base/utf8.h"

/* Maildir has the names in modified UTF-7 (RFC 3501, 5.1.3), others in UTF-8. */
static const str sent[] = {S_INIT("sent"), S_INIT("gesendet"), S_INIT("gesendete"), S_INIT("envoy\xC3\xA9s"),
	S_INIT("envoy&AOk-s"), S_INIT("enviados"), S_INIT("enviada")};
static const str aside[] = {S_INIT("draft"), S_INIT("drafts"), S_INIT("trash"), S_INIT("spam"), S_INIT("junk"),
	S_INIT("deleted"), S_INIT("entw\xC3\xBCrfe"), S_INIT("entw&APw-rfe"), S_INIT("entwuerfe"), S_INIT("papierkorb"),
	S_INIT("brouillons"), S_INIT("corbeille"), S_INIT("borradores"), S_INIT("papelera")};

#define COUNT(names) (sizeof(names) / sizeof *(names))

/* Of the last part of the path one of the words that dots part begins so, and goes on with no letter. */
static bool is_called(str path, str called)
{
	str name = str_base(path), word;
	while (str_cut(&name, '.', &word))
		if (str_ieq(str_head(word, called.n), called) && !utf8_letter(str_skip(word, called.n)))
			return true;
	return false;
}

static bool is_one_of(str path, const str *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_called(path, names[i]))
			return true;
	return false;
}

bool mailfolder_is_sent(str path)
{
	return is_one_of(path, sent, COUNT(sent));
}

bool mailfolder_is_aside(str path)
{
	return is_one_of(path, aside, COUNT(aside));
}

/* Without its quotes; false: there is no more. */
static bool next_label(str *labels, str *label)
{
	bool quoted = false;
	size_t i = 0;
	if (!labels->n)
		return false;
	for (; i < labels->n && (quoted || labels->p[i] != ','); i++)
		quoted = quoted != (labels->p[i] == '"');
	*label = str_trim(str_head(*labels, i));
	*labels = str_skip(*labels, i + 1);
	if (label->n > 1 && str_starts(*label, S("\"")) && str_ends(*label, S("\"")))
		*label = str_trim((str){label->p + 1, label->n - 2});
	return true;
}

/* The whole label: "Draft ideas" is somebody's own. */
bool mailfolder_labels_aside(str labels)
{
	str label;
	while (next_label(&labels, &label))
		for (size_t i = 0; i < COUNT(aside); i++)
			if (str_ieq(label, aside[i]))
				return true;
	return false;
}

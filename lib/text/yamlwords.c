#include "text/yamlwords.h"

#include "text/yamlplace.h"

static str line_of(str yaml, size_t at)
{
	size_t from = yamlplace_line(yaml, at);
	return str_between(yaml.p + from, yaml.p + yamlplace_line_end(yaml, from));
}

/* Of "key: value" what stands behind the colon. */
static str value_in(str line)
{
	size_t colon = str_find(line, S(": "));
	return colon == STR_NONE ? S("") : str_trim(str_skip(line, colon + 2));
}

static str of_character(char c)
{
	switch (c) {
	case '\t':
		return S("a tab: write blanks, in front of a line and behind a colon");
	case '@':
	case '`':
	case '%':
		return S("a value that begins so needs quotes around it");
	default:
		return (str){0};
	}
}

/* A second ": " in a line, or a line that is indented as if it went on with a text. */
static str of_mapping(str yaml, size_t at)
{
	str line = line_of(yaml, at);
	if (str_find(value_in(line), S(": ")) != STR_NONE || str_ends(value_in(line), S(":")))
		return S("a value that holds ': ' needs quotes around it");
	return yamlplace_indent(yaml, at) ? S("indented deeper than the line above, which has a value already") : (str){0};
}

static str of_key(str yaml, size_t *at)
{
	str value = value_in(line_of(yaml, *at));
	if (!value.n || value.p >= yaml.p + *at)
		return (str){0};
	if (value.p[0] == '[' && value.n > 1 && value.p[1] == '[')
		return S("several links are a list: write [\"[[A]]\", \"[[B]]\"]; a text around links needs quotes");
	if (value.p[0] == '"' || value.p[0] == '\'')
		return S("text behind the end of a quote: put the quotes around all of the value");
	if (value.p[0] == '[' || value.p[0] == '{')
		return S("text behind the end of a list: put quotes around all of the value");
	return (str){0};
}

str yamlwords(str yaml, size_t *at, size_t context, str problem)
{
	if (str_starts(problem, S("found character that cannot start any token")) && *at < yaml.n)
		return of_character(yaml.p[*at]);
	if (str_starts(problem, S("found a tab character")))
		return of_character('\t');
	if (str_starts(problem, S("mapping values are not allowed")))
		return of_mapping(yaml, *at);
	if (str_starts(problem, S("did not find expected key")))
		return of_key(yaml, at);
	if (str_starts(problem, S("found unexpected end of stream"))) {
		*at = context;
		return S("a quote that is not closed");
	}
	if (str_starts(problem, S("did not find expected ',' or"))) {
		*at = context;
		return S("a list or map that is not closed");
	}
	if (str_starts(problem, S("could not find expected ':'"))) {
		*at = context;
		return S("a line that is no 'key: value'");
	}
	return (str){0};
}

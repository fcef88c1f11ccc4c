#include "face/checkform.h"

#include "base/record.h"
#include "base/term.h"

static const char *level_of(enum check_code code)
{
	return check_rules[code].error ? "error" : "warning";
}

static void put_string(str s)
{
	struct buf b = {0};
	json_string(&b, s);
	fwrite(b.p, 1, b.n, stdout);
	buf_release(&b);
}

/* A relative reference of RFC 3986. */
static void put_uri(str path)
{
	putchar('"');
	for (size_t i = 0; i < path.n; i++) {
		char c = path.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			     str_chr(S("/-._~"), c) != STR_NONE;
		printf(plain ? "%c" : "%%%02X", (unsigned char)c);
	}
	putchar('"');
}

void checkform_open(struct checkform *f, const char *name)
{
	*f = (struct checkform){.form = *name};
	if (f->form != 's')
		return;
	fputs("{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", \"runs\": [{\n"
	      "\"tool\": {\"driver\": {\"name\": \"nt-check\", \"rules\": [",
		stdout);
	for (size_t i = 0; i < CHECK_CODES; i++)
		printf("%s\n{\"id\": \"%s\", \"shortDescription\": {\"text\": \"%s\"}, "
		       "\"defaultConfiguration\": {\"level\": \"%s\"}}",
			i ? "," : "", check_rules[i].code, check_rules[i].about, level_of((enum check_code)i));
	fputs("]}},\n\"columnKind\": \"unicodeCodePoints\",\n\"results\": [", stdout);
}

static void put_text(const struct checkform *f, str path, const struct check_mistake *m)
{
	term_put(stdout, path);
	printf(":%zu:%zu: ", m->line, m->col);
	term_style(stdout, check_rules[m->code].error ? RED : YELLOW, f->color, str_of(level_of(m->code)));
	fputs(": ", stdout);
	term_put(stdout, m->text);
	printf(" [%s]\n", check_rules[m->code].code);
}

static void put_json(str path, const struct check_mistake *m)
{
	struct buf out = {0};
	record_begin(&out);
	record_text(&out, S("path"), path);
	record_number(&out, S("line"), (long)m->line);
	record_number(&out, S("column"), (long)m->col);
	record_text(&out, S("level"), str_of(level_of(m->code)));
	record_text(&out, S("code"), str_of(check_rules[m->code].code));
	record_text(&out, S("message"), m->text);
	record_end(&out);
	fwrite(out.p, 1, out.n, stdout);
	buf_release(&out);
}

static void put_sarif(const struct checkform *f, str path, const struct check_mistake *m)
{
	printf("%s\n{\"ruleId\": \"%s\", \"ruleIndex\": %d, \"level\": \"%s\", \"message\": {\"text\": ",
		f->errors + f->warnings ? "," : "", check_rules[m->code].code, (int)m->code, level_of(m->code));
	put_string(m->text);
	fputs("}, \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": ", stdout);
	put_uri(path);
	printf("}, \"region\": {\"startLine\": %zu, \"startColumn\": %zu}}}]}", m->line, m->character);
}

void checkform_put(struct checkform *f, str path, const struct check_mistake *m)
{
	if (f->form == 's')
		put_sarif(f, path, m);
	else if (f->form == 'j')
		put_json(path, m);
	else
		put_text(f, path, m);
	if (check_rules[m->code].error)
		f->errors++;
	else
		f->warnings++;
}

void checkform_close(struct checkform *f)
{
	if (f->form == 's')
		fputs("\n]}]}\n", stdout);
}

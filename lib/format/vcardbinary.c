#include "format/vcardbinary.h"

#include "base/utf8.h"
#include "format/vcardline.h"
#include "format/vcardtext.h"

/* TYPE of 3.0, media type of 4.0; of a KEY where one is given. */
static const struct {
	str type, media, begin; /* begin: of such in base64 */
} kinds[] = {{S_INIT("JPEG"), S_INIT("image/jpeg"), S_INIT("/9j/")},
	{S_INIT("PNG"), S_INIT("image/png"), S_INIT("iVBORw0KGgo")},
	{S_INIT("GIF"), S_INIT("image/gif"), S_INIT("R0lGOD")}, {S_INIT("JPG"), S_INIT("image/jpeg"), {0}},
	{S_INIT("PGP"), S_INIT("application/pgp-keys"), {0}}, {S_INIT("X509"), S_INIT("application/pkix-cert"), {0}},
	{S_INIT("WAVE"), S_INIT("audio/wav"), {0}}, {S_INIT("BASIC"), S_INIT("audio/basic"), {0}}};
#define KINDS (sizeof kinds / sizeof *kinds)

static str media_of(struct arena *a, const struct vcardline *l, str type)
{
	for (size_t i = 0; i < KINDS; i++)
		if (type.n ? str_ieq(type, kinds[i].type) : kinds[i].begin.n && str_starts(l->value, kinds[i].begin))
			return kinds[i].media;
	if (str_chr(type, '/') != STR_NONE) /* TYPE=image/jpeg */
		return utf8_fold(a, type);
	if (!type.n || str_eq(l->name, S("KEY")))
		return S("application/octet-stream");
	return arena_printf(a, "%s/" FMT, str_eq(l->name, S("SOUND")) ? "audio" : "image", ARG(utf8_fold(a, type)));
}

/* Empty: nothing that 3.0 has a word for. */
static str type_of(struct arena *a, str media)
{
	for (size_t i = 0; i < KINDS; i++)
		if (str_ieq(media, kinds[i].media))
			return kinds[i].type;
	bool known = str_ieq(str_head(media, 6), S("image/")) || str_ieq(str_head(media, 6), S("audio/"));
	str word = known ? arena_dup(a, str_skip(media, 6)) : S("");
	char *p = arena_cstr(a, word);
	for (size_t i = 0; i < word.n; i++)
		if (p[i] >= 'a' && p[i] <= 'z')
			p[i] = (char)(p[i] - 'a' + 'A');
	return (str){p, word.n};
}

static bool is_use(const struct vcardparam *p)
{
	static const str uses[] = {S_INIT("home"), S_INIT("work"), S_INIT("pref")};
	bool use = false;
	for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
		use = use || str_ieq(p->value, uses[i]);
	return use && str_eq(p->name, S("TYPE"));
}

/* Without what tells of the encoding. */
static bool keeps(const struct vcardparam *p)
{
	return is_use(p) || !str_listed(" ENCODING VALUE TYPE MEDIATYPE ", p->name);
}

static str as_uri(struct arena *a, const struct vcardline *l)
{
	struct buf out = {0};
	str type = {0};
	for (size_t i = 0; i < l->param_count; i++)
		if (str_eq(l->params[i].name, S("TYPE")) && !is_use(&l->params[i]))
			type = l->params[i].value;
	vcardline_put_head(&out, l, keeps);
	buf_puts(&out, ":data:");
	buf_add(&out, media_of(a, l, type));
	buf_puts(&out, ";base64,");
	buf_add(&out, l->value);
	return arena_take(a, &out);
}

/* uri: data:image/png;base64,... */
static str as_binary(struct arena *a, const struct vcardline *l, str uri)
{
	struct buf out = {0};
	size_t comma = str_chr(uri, ',');
	str media = str_skip(str_head(uri, comma), 5);
	if (comma == STR_NONE || !str_ends(media, S(";base64")))
		return l->whole;
	str type = type_of(a, str_head(media, str_chr(media, ';')));
	vcardline_put_head(&out, l, keeps);
	vcardline_put_param(&out, S("ENCODING"), S("b"));
	if (type.n)
		vcardline_put_param(&out, S("TYPE"), type);
	buf_putc(&out, ':');
	buf_add(&out, str_skip(uri, comma + 1));
	return arena_take(a, &out);
}

static str fit(struct arena *a, str line, int version)
{
	struct vcardline l;
	if (!vcardline_one(a, line, &l) || !str_listed(" PHOTO LOGO SOUND KEY ", l.name))
		return line;
	if (l.binary)
		return version > 3 ? as_uri(a, &l) : line;
	str uri = version > 3 ? (str){0} : str_trim(vcardtext_read(a, l.value));
	return str_ieq(str_head(uri, 5), S("data:")) ? as_binary(a, &l, uri) : line;
}

void vcardbinary_fit(struct contact *c, int version)
{
	struct strs lines = contact_texts(c, S("vcard"));
	struct value *all = value_new(c->arena, VALUE_LIST, (str){0}, 0);
	for (size_t i = 0; i < lines.n; i++)
		value_append(all, value_new(c->arena, VALUE_TEXT, fit(c->arena, lines.v[i], version), 0));
	if (lines.n)
		contact_set(c, S("vcard"), all);
}

#include "format/csvparts.h"

#include "base/utf8.h"
#include "format/csvfield.h"

/* English words, and those of German, French and Spanish. */
struct words {
	const char *english, *others;
};

enum thing { NO_THING, EMAIL, PHONE, MOBILE, THINGS };
static const struct words things[THINGS] = {
	[EMAIL] = {" email emails mail mails ", " mel mels courriel courriels correo correos electronique "
						"electroniques electronico electronicos electronica "},
	[PHONE] = {" phone phones telephone telephones tel ", " telefon telefone telefono telefonos fon festnetz "},
	[MOBILE] = {" mobile mobiles cell cellular cellphone cellphones ",
		" mobil mobilfunk mobiltelefon handy handys portable portables movil moviles celular celulares "}};

enum place { NO_PLACE, WORK, HOME, PLACES };
static const struct words places[PLACES] = {
	[WORK] = {" work business office company corporate professional ",
		" geschaftlich geschaftliche dienstlich dienstliche dienst beruflich berufliche arbeit buro "
		"professionnel "
		"professionnelle pro travail bureau trabajo oficina laboral profesional empresa "},
	[HOME] = {" home personal private ",
		" privat personnel personnelle perso domicile maison casa particular domicilio "}};

static const struct words fillers = {" e address addresses number numbers no id line main ",
	" adresse adressen adresses direccion direcciones nummer nummern nr n num numero numeros de del du la le les "
	"des el "
	"fixe fijo "};

struct name {
	enum thing thing;
	enum place place;
	str number;
	bool foreign;
};

static bool is_of(const struct words *w, str word, bool *foreign)
{
	if (str_listed(w->english, word))
		return true;
	bool other = w->others && str_listed(w->others, word);
	*foreign = *foreign || other;
	return other;
}

/* A number that is part of another thing is that: Mobile phone. False: it is none. */
static bool take_thing(struct name *n, str word)
{
	for (int i = NO_THING + 1; i < THINGS; i++)
		if (is_of(&things[i], word, &n->foreign)) {
			bool fits = n->thing == NO_THING || (n->thing == EMAIL) == (i == EMAIL);
			n->thing = n->thing < (enum thing)i ? (enum thing)i : n->thing;
			return fits;
		}
	return false;
}

static bool take_place(struct name *n, str word)
{
	for (int i = NO_PLACE + 1; i < PLACES; i++)
		if (is_of(&places[i], word, &n->foreign)) {
			bool fits = n->place == NO_PLACE || n->place == (enum place)i;
			n->place = (enum place)i;
			return fits;
		}
	return false;
}

/* mailadresse, telefonnr, emailaddress: without what is behind it. */
static str without_filler(str word)
{
	static const char *const behind[] = {"adressen", "adresse", "addresses", "address", "nummer", "nr", "number"};
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		if (str_ends(word, str_of(behind[i])) && word.n > strlen(behind[i]))
			return str_head(word, word.n - strlen(behind[i]));
	return word;
}

static bool take_word(struct name *n, str word)
{
	size_t digits = 0;
	while (digits < word.n && digits <= CSVFIELD_NUMBER && str_digit(word.p[word.n - 1 - digits]))
		digits++;
	if (digits) {
		if (n->number.n || digits > CSVFIELD_NUMBER)
			return false;
		n->number = str_skip(word, word.n - digits);
		word = str_head(word, word.n - digits);
	}
	return !word.n || take_thing(n, word) || take_place(n, word) || is_of(&fillers, word, &n->foreign) ||
	       take_thing(n, without_filler(word));
}

static size_t letters_at(str s)
{
	size_t n = 0, letter;
	while ((letter = utf8_alnum(str_skip(s, n))))
		n += letter;
	return n;
}

static bool read_words(struct name *out, str bare)
{
	*out = (struct name){.number = S("")};
	while (bare.n) {
		size_t n = letters_at(bare);
		if (n && !take_word(out, str_head(bare, n)))
			return false;
		bare = str_skip(bare, n ? n : 1);
	}
	return out->thing != NO_THING;
}

str csvparts_find(struct arena *a, str bare, bool *foreign)
{
	static const char *const names[THINGS][PLACES] = {[EMAIL] = {"email", "work email", "home email"},
		[PHONE] = {"phone", "business phone", "home phone"},
		[MOBILE] = {"mobile phone", "mobile phone", "mobile phone"}};
	struct name n;
	if (!read_words(&n, bare))
		return (str){0};
	*foreign = n.foreign;
	return arena_printf(a, "%s%s" FMT, names[n.thing][n.place], n.number.n ? " " : "", ARG(n.number));
}

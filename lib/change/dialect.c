#include "change/dialect.h"

#include "base/utf8.h"
#include "format/csvwords.h"
#include "note/email.h"

/* In the order in which they stand in map. Words as dialect_letters gives them. */
static const struct {
	const char *field, *words;
} fields[] = {
	{"name", " fn fullname displayname formattedname "},
	{"aliases", " alias aka akas nick nickname nicknames roamaliases othernames alternatenames "},
	{"email",
		" mail mails emails emailaddress emailaddresses mailaddress primaryemail workemail emailwork homeemail "
		"emailhome personalemail emailpersonal privateemail epost "},
	{"phone", " tel telephone telefon phones phonenumber phonenumbers telephonenumber mobile mobilephone "
		  "mobilenumber cell "
		  "cellphone cellnumber handy workphone phonework homephone phonehome phonemobile mobil "},
	{"url", " urls website websites web homepage site webpage socialprofile linkedinurl githuburl twitterurl "},
	{"im", " impp chat whatsapp telegram skype matrix "},
	{"address", " adr homeaddress postaladdress mailingaddress adresse "},
	{"address.street", " adrstreet street streetaddress strasse "},
	{"address.box", " adrpo adrpobox pobox "},
	{"address.extra", " adrext adrextended "},
	{"address.postcode", " adrpostal adrpostalcode adrcode adrzip zip zipcode postalcode postcode plz "},
	{"address.city", " adrlocality adrcity "},
	{"address.region", " adrregion adrstate region state province "},
	{"address.country", " adrcountry "},
	{"city", " town locality location stadt ort livesin basedin "},
	{"org", " company companies companyname organization organisation organizations organisations employer "
		"employers "
		"workplace worksat affiliation affiliations firma "},
	{"title", " jobtitle job position occupation profession beruf "},
	{"birthday", " bday birthdate birthdays dateofbirth dob born geburtstag geburtsdatum "},
	{"anniversary", " weddinganniversary weddingday weddingdate "},
	{"died", " deathdate dateofdeath dod deceased "},
	{"tags", " tag categories filetags keywords groups "},
	{"uid", " id "},
	{"met", " metdate datemet dateofmeeting meton firstmet firstcontact "},
	{"how", " howwemet howmet howimet howweknow howiknow metthrough metvia "},
	{"cadence",
		" contactfrequency frequency contactcadence contactinterval contactevery keepintouch keepintouchevery "
		"checkin checkinfrequency checkinevery followupfrequency reachoutevery touchbase frequence frecuencia "
		"kontakthaufigkeit "},
	{"last", " lastcontact lastcontacted lastcontactdate lastcontactedon lastspoke lastspoken lastmet lastmeeting "
		 "lastseen "
		 "lasttalked lastinteraction lasttouch lastconversation lastreachedout contacted "},
	{"next", " nextcontact nextcontactdate nextfollowup followup followupdate followupon nexttouch reachout "
		 "reachouton "
		 "contactnext "},
	{"snooze", " snoozeuntil snoozed snoozeduntil "},
	{"archived", " archive isarchived paused "},
	{"verified", " lastverified verifiedon "},
	{"introduced-by", " introducedby introducer introducedthrough referredby referrer referral "},
	{"spouse", " wife husband partner "},
};

static const struct {
	const char *kind, *words;
} kinds[] = {
	{"person", " person persons people contact contacts human humans personne personnes persona personas contacto "
		   "contactos "
		   "personen kontakt kontakte kontakter osoby osoba kontakty люди человек контакт контакты "},
	{"org", " org orgs organization organizations organisation organisations company companies employer employers "
		"firma "
		"firmen empresa empresas "},
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

str dialect_letters(struct arena *a, str text)
{
	return utf8_letters(a, utf8_bare(a, text));
}

/* "EMAIL[HOME]" -> "EMAIL[*]", in front of and behind the label. */
static str with_star(struct arena *a, str key, str *bare)
{
	size_t open = str_chr(key, '['), close = str_chr(key, ']');
	*bare = key;
	if (open == STR_NONE || close == STR_NONE || close < open || !open || str_chr(key, '*') != STR_NONE)
		return key;
	str front = str_head(key, open), back = str_skip(key, close + 1);
	*bare = arena_join(a, front, back);
	return arena_printf(a, FMT "[*]" FMT, ARG(front), ARG(back));
}

static const char *by_words(struct arena *a, str letters, size_t *rank)
{
	for (*rank = 0; *rank < COUNT(fields); ++*rank)
		if (letters.n && str_listed(fields[*rank].words, letters))
			return fields[*rank].field;
	for (const struct vocabulary *v = NULL; (v = vocabulary_next(v));)
		if ((v->kinds & KIND_PERSON) && !str_listed(" kind me from not private ", v->field) &&
			str_eq(letters, dialect_letters(a, v->field)))
			return v->field.p;
	return NULL;
}

/* Téléphone portable, letzter Kontakt: what tables of other languages call it. */
static const char *by_language(struct arena *a, str bare, size_t *rank)
{
	struct csvwords found = csvwords_find(a, bare);
	return found.foreign ? by_words(a, dialect_letters(a, found.english), rank) : NULL;
}

bool dialect_is_part_of_name(struct arena *a, str key)
{
	str english = csvwords_find(a, key).english;
	return str_eq(english, S("first name")) || str_eq(english, S("last name"));
}

struct dialect_key dialect_key(struct arena *a, str key)
{
	struct dialect_key out = {.word = key};
	str bare, word = with_star(a, key, &bare), letters = dialect_letters(a, bare);
	bool starred = !str_eq(word, key);
	if (str_starts(letters, S("prm"))) /* of Personal CRM for Obsidian */
		letters = str_skip(letters, 3);
	const char *field = by_words(a, letters, &out.rank);
	field = field ? field : by_language(a, bare, &out.rank);
	if (!field || str_eq(str_of(field), key))
		return out;
	out.field = str_of(field);
	for (size_t i = 0; i < COUNT(fields); i++)
		if (str_eq(str_of(fields[i].field), out.field))
			out.rank = i;
	if (starred && str_starts(out.field, S("address.")))
		out.field = arena_printf(a, "address.*" FMT, ARG(str_skip(out.field, 7)));
	out.word = word;
	return out;
}

static size_t digits_in(str value)
{
	size_t n = 0;
	for (size_t i = 0; i < value.n; i++)
		n += str_digit(value.p[i]);
	return n;
}

bool dialect_fits(struct arena *a, str field, str value)
{
	const struct vocabulary *v = vocabulary_find(str_head(field, str_chr(field, '.')));
	struct partial part;
	value = str_trim(value);
	bool line = value.n && value.n < 200 && str_chr(value, '\n') == STR_NONE;
	if (!v || !line)
		return false;
	if (v->type == TYPE_EMAIL)
		return email_read(a, value).n > 0;
	if (str_eq(field, S("phone")))
		return digits_in(value) >= 3;
	if (str_eq(field, S("url")))
		return str_find(value, S("://")) != STR_NONE ||
		       (str_chr(value, '.') != STR_NONE && str_chr(value, ' ') == STR_NONE);
	if (v->type == TYPE_DATE)
		return partial_parse(value, &part);
	if (v->type == TYPE_TAG)
		return !str_starts(value, S("[["));
	return vocabulary_right(v, value);
}

bool dialect_tells_person(struct arena *a, str key)
{
	str letters = dialect_letters(a, key);
	return str_starts(key, S("prm-")) || str_starts(letters, S("lastcontact")) ||
	       str_listed(" birthday bday birthdate dateofbirth dob geburtstag geburtsdatum cadence contactfrequency "
			  "contactcadence "
			  "contactinterval contactevery keepintouch keepintouchevery howwemet ",
		       letters);
}

bool dialect_is_type(struct arena *a, str key)
{
	return str_listed(" type types category class notetype fileclass entity entitytype instanceof contenttype is ",
		dialect_letters(a, key));
}

const char *dialect_kind(struct arena *a, str word)
{
	str letters = dialect_letters(a, word);
	while (letters.n && str_digit(letters.p[0]))
		letters = str_skip(letters, 1);
	for (size_t i = 0; letters.n && i < COUNT(kinds); i++)
		if (str_listed(kinds[i].words, letters))
			return kinds[i].kind;
	return NULL;
}

bool dialect_tells_nothing(struct arena *a, str key)
{
	return dialect_is_type(a, key) ||
	       str_listed(" created updated modified datecreated datemodified creationdate lastmodified ctime mtime "
			  "cssclass cssclasses publish permalink slug icon banner cover position template dgpublish "
			  "nfn ngn nmn nprefix nsuffix version photo rev prodid ",
		       dialect_letters(a, key));
}

bool dialect_is_templates(struct arena *a, str folder)
{
	str letters = dialect_letters(a, folder);
	while (letters.n && str_digit(letters.p[0]))
		letters = str_skip(letters, 1);
	return letters.n &&
	       str_listed(" template templates vorlagen vorlage modeles plantillas szablony archetypes ", letters);
}

const char *dialect_box(str mark)
{
	return mark.n == 1 && strchr("/!?*>", mark.p[0]) ? "open" : NULL;
}

#include "format/csvwords.h"

#include "base/utf8.h"
#include "format/csvfield.h"
#include "format/csvparts.h"

/* Parted by |. A # is a number; where none is, one may follow. */
static const struct {
	const char *english, *also, *others;
} words[] = {
	{"name", "contact name", "nom|nombre"}, /* beside one other name: the other */
	{"full name", "",
		"vor- und nachname|vollstandiger name|name und vorname|nom complet|nom et prenom|prenom et nom|"
		"nombre completo|nombre y apellidos|nombre y apellido|apellidos y nombre"},
	{"display name", "", "anzeigename|nom a afficher|nombre para mostrar"},
	{"first name", "fname|forename|first|given|christian name",
		"vorname|vornamen|rufname|prenom|prenoms|nombres|nombre de pila|primer nombre"},
	{"middle name", "", "weitere vornamen|zweiter vorname|deuxieme prenom|segundo nombre"},
	{"last name", "lname|surname",
		"nachname|familienname|zuname|nom de famille|apellidos|apellido|primer apellido"},
	{"name prefix", "salutation|honorific", "anrede|civilite|tratamiento"},
	{"suffix", "", "suffixe|namenszusatz|sufijo"},
	{"nick name", "alias|nick|nicknames|also known as|aka",
		"spitzname|spitznamen|surnom|pseudo|pseudonyme|apodo|sobrenombre"},
	{"e-mail address", "primary email address|email addresses|emails",
		"e-mail-adresse|mail-adresse|mailadresse|e-mail #: adresse|adresse de messagerie|adresse de courrier|"
		"adresse e-mail|adresse mail|courriel|direccion de correo electronico|direccion del correo electronico|"
		"correo electronico|correo"},
	{"primary email", "", "primare e-mail-adresse|adresse electronique principale"},
	{"secondary email", "alternate email|other email", "sekundare e-mail-adresse|adresse electronique secondaire"},
	{"screen name", "im address|instant messaging|messenger", "messenger-name|nom de l'ecran"},
	{"phone", "phones|phone numbers|telephone number|tel",
		"telefon|telefonnummer|rufnummer|numero de telephone|telefono"},
	{"home phone", "personal phone",
		"telefon privat|tel. privat|privattelefon|telephone domicile|telephone personnel|tel. personnel|"
		"telefono particular|telefono de casa|particular"},
	{"mobile phone", "mobile phone number|mobile number|cell phone|cell|cell number",
		"mobiltelefon|mobil-tel.-nr.|mobil|mobilnummer|handy|handynummer|tel. mobile|telephone mobile|"
		"telephone portable|portable|telefono movil|movil|celular"},
	{"business phone", "office phone|direct phone",
		"telefon geschaftlich|tel. geschaftlich|tel. dienstlich|telefon dienstlich|telefon beruflich|"
		"telephone bureau|telephone # bureau|telephone professionnel|tel. professionnel|telefono del trabajo"},
	{"home phone", "", "telephone # domicile"},
	{"company main phone", "company phone",
		"telefon firma|telephone societe|numero de centralita de la organizacion"},
	{"primary phone", "", "haupttelefon|telephone principal|telefono principal"},
	{"other phone", "", "weiteres telefon|telephone autre|otro telefono"},
	{"car phone", "", "autotelefon|telephone voiture"},
	{"home fax", "", "fax privat|telecopie domicile"},
	{"business fax", "", "fax geschaftlich|telecopie bureau"},
	{"fax number", "fax", "fax-nummer|faxnummer|telecopie"},
	{"pager number", "", "pager-nummer|recepteur de radiomessagerie"},
	{"company", "company name|associated company|account name|employer|current company|organisation|firm",
		"firma|firmenname|unternehmen|arbeitgeber|societe|entreprise|organisme|employeur|organizacion|empresa|"
		"compania|"
		"empleador"},
	{"job title", "current title|position|job|job position",
		"arbeitstitel|jobtitel|berufsbezeichnung|funktion|fonction|poste|intitule du poste|puesto|cargo"},
	{"profession", "occupation", "beruf|metier|profesion|ocupacion"},
	{"role", "", "rolle|rol"},
	{"web page", "website url|web site|web|web address|site|homepage|urls",
		"webseite|internetseite|internetadresse|page web|site internet|site web|pagina web|"
		"sitio web|sitio"},
	{"linkedin", "linkedin url|linkedin profile|linkedin profile url|linkedin link", ""},
	{"notes", "comment|comments|remark|remarks|memo|additional notes",
		"notizen|notiz|bemerkungen|bemerkung|kommentar|kommentare|anmerkung|anmerkungen|remarque|remarques|"
		"commentaire|commentaires|nota|notas|comentario|comentarios|observacion|observaciones"},
	{"categories", "category|group|groups|lists",
		"kategorie|kategorien|categorie|categoria|categorias|gruppe|gruppen|groupe|groupes|grupo|grupos"},
	{"tags", "tag|label|keyword|keywords",
		"schlagworter|schlagworte|stichworter|stichworte|etiquette|etiquettes|mots-cles|etiqueta|etiquetas|"
		"palabras clave"},
	{"birthday", "date of birth|birth date|dob|born|bday",
		"geburtstag|geburtsdatum|geb.|geb.-datum|geboren|geboren am|anniversaire|date de naissance|ne le|nee "
		"le|"
		"naissance|cumpleanos|fecha de nacimiento|f. de nacimiento|nacimiento"},
	{"anniversary", "",
		"jahrestag|hochzeitstag|anniversaire de mariage ou fete|anniversaire de mariage|aniversario"},
	{"birth year", "", "geburtsjahr|annee de naissance"},
	{"birth month", "", "geburtsmonat|mois"},
	{"birth day", "", "jour"},
	{"spouse", "partner", "ehepartner|conjoint(e)|conyuge"},
	{"children", "", "kinder|enfants|hijos"},
	{"manager's name", "", "name des/r vorgesetzten|name des/der vorgesetzten|responsable|nombre del director"},
	{"assistant's name", "", "name assistent|nom de l'assistant(e)"},
	{"referred by", "", "empfohlen von|recommande par|recomendado por"},
	{"last contacted", "last contact|last contact date|last contacted date|last contacted at",
		"letzter kontakt|dernier contact|ultimo contacto"},
	{"address", "full address|location address|postal address|mailing address",
		"adresse|anschrift|postanschrift|adresse postale|direccion|domicilio"},
	{"street", "street address|address line #", "strasse|rue|calle"},
	{"city", "town", "ort|stadt|wohnort|ville|ciudad|localidad|poblacion"},
	{"state", "state/region|state/province|province|county", "bundesland|kanton|pays/etat|provincia"},
	{"postal code", "zip code|post code", "postleitzahl|plz|code postal|cp|codigo postal"},
	{"country", "country/region", "land|pays|pais"},
	{"po box", "post box", "postfach|boite postale|apartado postal"},
	{"home street", "",
		"strasse privat|privat: adresse|rue domicile|rue domicile #|adresse privee|calle del domicilio"},
	{"home city", "", "ort privat|privat: ort|ville domicile|ciudad del domicilio"},
	{"home state", "",
		"bundesland/kanton privat|privat: bundesland|dep/region domicile|estado/provincia del domicilio"},
	{"home postal code", "",
		"postleitzahl privat|plz privat|privat: plz|code postal domicile|codigo postal particular"},
	{"home country", "",
		"land/region privat|land privat|privat: land|pays/region domicile|pays domicile|"
		"pais o region del domicilio"},
	{"home address po box", "",
		"postfach privat|boite postale du domicile|apartado postal de la direccion personal"},
	{"business street", "",
		"strasse geschaftlich|dienstlich: adresse|rue bureau|adresse professionnelle|calle del trabajo"},
	{"business city", "", "ort geschaftlich|dienstlich: ort|ville bureau|ciudad de trabajo"},
	{"business state", "",
		"region geschaftlich|dienstlich: bundesland|dep/region bureau|provincia o estado de trabajo"},
	{"business postal code", "",
		"postleitzahl geschaftlich|plz geschaftlich|dienstlich: plz|code postal bureau|"
		"codigo postal del trabajo"},
	{"business country", "",
		"land/region geschaftlich|land geschaftlich|dienstlich: land|pays/region bureau|"
		"pays bureau|pais o region del trabajo"},
	{"business address po box", "",
		"postfach geschaftlich|b.p. professionnelle|"
		"apartado postal de la direccion del trabajo"},
	{"other street", "", "weitere strasse|rue autre|otra calle"},
	{"other city", "", "weiterer ort|ville autre|otra ciudad"},
	{"other state", "", "weiteres/r bundesland/kanton|dep/region autre|otra provincia o estado"},
	{"other postal code", "", "weitere postleitzahl|code postal autre|otro codigo postal"},
	{"other country", "", "weiteres/e land/region|pays/region autre|otro pais o region"},
	{"other address po box", "", "weiteres postfach|autre boite postale|otro apartado postal"},
	{"priority", "", "prioritat|priorite|prioridad"},
	{"private", "", "privat|prive|privado"},
	{"sensitivity", "", "vertraulichkeit|critere de diffusion|confidencialidad"},
	{"gender", "", "geschlecht|sexe|genero"},
	{"initials", "", "initialen|initiales|iniciales"},
	{"account", "", "konto|compte|cuenta"},
};

/* One word of a list against letters and digits; *number: the digits of it, or behind it; absent: there are none. */
static bool fits(str name, str word, str *number)
{
	size_t i = 0;
	*number = (str){0};
	for (size_t k = 0; k < word.n; k++) {
		size_t from = i;
		if (!str_digit(word.p[k]) && !utf8_alnum(str_skip(word, k)) && word.p[k] != '#')
			continue;
		while (word.p[k] == '#' && i < name.n && str_digit(name.p[i]))
			i++;
		if (word.p[k] == '#')
			*number = str_head(str_skip(name, from), i - from);
		else if (i == name.n || name.p[i++] != word.p[k])
			return false;
	}
	if (i == name.n)
		return true;
	*number = str_skip(name, i);
	for (; i < name.n; i++)
		if (!str_digit(name.p[i]))
			return false;
	return number->n <= CSVFIELD_NUMBER;
}

static bool is_among(str name, const char *list, str *number)
{
	str rest = str_of(list), word;
	while (rest.n && str_cut(&rest, '|', &word))
		if (fits(name, word, number))
			return true;
	return false;
}

struct csvwords csvwords_find(struct arena *a, str name)
{
	struct csvwords found = {.foreign = false};
	str bare = utf8_bare(a, name), given = utf8_letters(a, bare), number;
	for (size_t i = 0; i < sizeof words / sizeof *words && given.n; i++) {
		bool ours = is_among(given, words[i].english, &number) || is_among(given, words[i].also, &number),
		     foreign = !ours && is_among(given, words[i].others, &number);
		if (!ours && !foreign)
			continue;
		str english = str_of(words[i].english);
		size_t blank = str_eq(english, S("e-mail address")) ? str_chr(english, ' ') : english.n;
		found.foreign = foreign;
		found.english = !number.n ? english
					  : arena_printf(a, FMT " " FMT FMT, ARG(str_head(english, blank)), ARG(number),
						    ARG(str_skip(english, blank)));
		return found;
	}
	found.english = csvparts_find(a, bare, &found.foreign);
	return found;
}

#include "format/vcardtype.h"

const char *vcardtype_of(str name)
{
	if (str_listed(" SOURCE PHOTO IMPP GEO LOGO MEMBER RELATED SOUND UID URL KEY FBURL CALADRURI CALURI "
		       "SOCIALPROFILE ",
		    name))
		return "uri";
	if (str_listed(" BDAY ANNIVERSARY DEATHDATE ", name))
		return "date-and-or-time";
	if (str_listed(" KIND XML FN N NICKNAME GENDER ADR TEL EMAIL TZ TITLE ROLE ORG CATEGORIES NOTE PRODID "
		       "CLIENTPIDMAP "
		       "VERSION BIRTHPLACE DEATHPLACE EXPERTISE HOBBY INTEREST ORG-DIRECTORY ",
		    name))
		return "text";
	if (str_eq(name, S("LANG")))
		return "language-tag";
	return str_eq(name, S("REV")) ? "timestamp" : VCARDTYPE_UNKNOWN;
}

char vcardtype_separator(str name)
{
	if (str_listed(" N ADR GENDER ORG CLIENTPIDMAP ", name))
		return ';';
	return str_listed(" NICKNAME CATEGORIES ", name) ? ',' : 0;
}

bool vcardtype_has(str key)
{
	return str_listed(
		" name sort-name aliases email phone url im address city country org title role birthday anniversary "
		"died tags uid kind from vcard private ",
		key);
}

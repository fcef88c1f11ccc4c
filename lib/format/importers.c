#include "format/import.h"
#include "format/abookfile.h"
#include "format/csvfile.h"
#include "format/friendsfile.h"
#include "format/ldiffile.h"
#include "format/jcard.h"
#include "format/vcardfile.h"

/* In the order in which they are asked whether a file is theirs. */
static const struct importer all[] = {
	{"jcard", jcard_likely, jcard_import},
	{"vcard", vcardfile_likely, vcardfile_import},
	{"ldif", ldiffile_likely, ldiffile_import},
	{"abook", abookfile_likely, abookfile_import},
	{"friends", friendsfile_likely, friendsfile_import},
	{"csv", csvfile_likely, csvfile_import}, /* the last: much looks like a table */
	{NULL, NULL, NULL},
};

const struct importer *importer_next(const struct importer *i)
{
	i = i ? i + 1 : all;
	return i->name ? i : NULL;
}

const struct importer *importer_named(str name)
{
	const struct importer *i = NULL;
	while ((i = importer_next(i)) && !str_ieq(name, str_of(i->name)))
		;
	return i;
}

const struct importer *importer_for(str head)
{
	const struct importer *i = NULL;
	while ((i = importer_next(i)) && !(i->likely && i->likely(head)))
		;
	return i;
}

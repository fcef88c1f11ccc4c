/* any bytes as a file of that format: each contact is a note that reads back as it was */
#include "importing.h"

FUZZ_IMPORT("abook")

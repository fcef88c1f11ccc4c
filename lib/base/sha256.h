/* sha256: the hash of some bytes (FIPS 180-4), for who must name them to another
 * program: a page tells a browser by it which script and style are its own. Not
 * for secrets. */
#ifndef NT_SHA256_H
#define NT_SHA256_H

#include "base/str.h"

#define SHA256_BYTES 32

void sha256(str s, unsigned char out[SHA256_BYTES]);

#endif

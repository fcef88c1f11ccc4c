/* uri: file URIs, RFC 8089 and RFC 3986, and absolute paths. In the arena. */
#ifndef NT_URI_H
#define NT_URI_H

#include "base/arena.h"

str uri_path(struct arena *a, str uri); /* absent: of no file here */
str uri_of(struct arena *a, str path);

#endif

#!/bin/sh
# How prove runs a test: a script by sh, a unit test by $WRAP (valgrind) or itself.
case $1 in
*.t) exec sh "$1" ;;
*) exec ${WRAP-} "$1" ;;
esac

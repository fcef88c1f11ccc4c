#!/bin/sh
# make deps: what is missing is named as the package manager knows it, and installed once.
. "${0%/*}/lib.sh"

# machine USER PROGRAM...: a machine with these programs and few others; each notes how it is called, and works
machine() {
	mkdir bin && for name in sh cat sort tr sleep mktemp tail rm env; do ln -s "$(command -v $name)" bin/ || return 1; done
	printf '#!/bin/sh\necho %s\n' "$1" >bin/id && shift
	for name; do
		printf '#!/bin/sh\necho "%s $*" >>%s/called\n[ "${1-}" = env ] && shift 2 && exec "$@"\nexit 0\n' "$name" "$PWD" >bin/$name
	done
	chmod +x bin/*
}

deps() {
	(PATH=$PWD/bin && export PATH && exec sh "$TOP/tests/deps.sh" "$@")
}

t 'nothing is missing: nothing is done or said' '
	machine 1000 apt-get cc pkg-config && code 0 deps run >out 2>&1 && is "$(cat out)" "" && hasnt called apt-get'
t 'what is missing is named as the manager knows it' '
	machine 1000 dnf cc && code 1 deps missing 2>err && has err "pcre2-devel" && hasnt err libpcre2-dev && hasnt err gcc && has err "make deps-check" && [ ! -f called ]'
t 'root installs it' '
	machine 0 apt-get pkg-config && code 0 deps run >out && has out "installing with apt-get: gcc libc6-dev" && has called "apt-get -q update" &&
	has called "install -y --no-install-recommends gcc libc6-dev" && hasnt called libpcre2-dev && hasnt called sudo'
t 'others do by sudo' '
	machine 1000 apt-get pkg-config sudo && code 0 deps run >out && has called "sudo apt-get -q update" && has called "sudo env DEBIAN_FRONTEND=noninteractive apt-get -q install"'
t 'without sudo it is said what root is to install' '
	machine 1000 apt-get pkg-config && code 1 deps run >out 2>err && has err "no sudo here: root has to install, with apt-get: gcc libc6-dev" && hasnt called apt-get'
t 'brew asks for no root, and an unknown machine is told so' '
	machine 1000 brew pkg-config && code 0 deps run >out && has called "brew install -q gcc" && rm bin/brew && code 1 deps run >out 2>err && has err "no package manager known here"'
t 'what the manager says is shown when it fails' '
	machine 0 apk pkg-config && printf "#!/bin/sh\necho no such thing; exit 3\n" >bin/apk && rm bin/sleep && printf "#!/bin/sh\n" >bin/sleep && chmod +x bin/sleep && code 1 deps run 2>err && has err "no such thing" && has err "could not install: build-base"'
done_testing

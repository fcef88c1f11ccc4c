# GNU make. Everything is made below $(B); a new tool, page or test is found by its name.

VERSION = 0.1.0
B      ?= build
CC     ?= cc
CLANG  ?= $(firstword $(foreach c,clang clang-14,$(if $(shell command -v $c),$c)) clang)
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
T      ?=
JOBS      ?= $(or $(shell nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null),2)
FUZZ_TIME ?= 30
BENCH_SIZES ?= 1000 10000 100000

ifeq ($(strip $(B)),)
$(error B is empty: it names the folder to build in)
endif

BINDIR  = $(PREFIX)/bin
MANDIR  = $(PREFIX)/share/man
DATADIR = $(PREFIX)/share
DOCDIR  = $(DATADIR)/doc/nt
BASHDIR = $(DATADIR)/bash-completion/completions
ZSHDIR  = $(DATADIR)/zsh/site-functions
FISHDIR = $(DATADIR)/fish/vendor_completions.d
UNITDIR = $(PREFIX)/lib/systemd/user

MODULES  = libcmark libpcre2-8 yaml-0.1 libutf8proc
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2 \
	-Wno-format-nonliteral
FEATURES = -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -D_DARWIN_C_SOURCE -D_FILE_OFFSET_BITS=64

# What only those link that read other programs' files, or what an editor says.
FORMATS = vcard jcard csv ldif abook friends
IMPORTING = bin/nt-import bin/nt-lsp helpers/card-round unit/test-vcard $(FORMATS:%=fuzz/fuzz-%)
$(IMPORTING:%=$(B)/%): TOOL_LIBS = $(shell pkg-config --libs jansson)

# Asked once, when first used: `make deps` has to run without pkg-config.
pkg = $(if $(shell pkg-config --exists $(MODULES) 2>/dev/null && echo yes),$(shell pkg-config $1 $(MODULES)),\
	$(error libraries are missing: run 'make deps'))
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(call pkg,--cflags))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $$(call pkg,--libs))$(PKG_LIBS)

# What one tool alone is linked with: the others start without it.
HARVEST_MODULES = gmime-3.0 libical
HARVEST_CFLAGS  = $(eval HARVEST_CFLAGS := $$(patsubst -I%,-isystem %,$$(shell pkg-config --cflags $(HARVEST_MODULES))))$(HARVEST_CFLAGS)

# No binary tells where it was built.
FLAGS   = -std=c11 '-ffile-prefix-map=$(CURDIR)=.' '-ffile-prefix-map=$(abspath $(B))/=build/' $(FEATURES) $(WARNINGS) -Ilib -I$(B) $(PKG_CFLAGS) $(CPPFLAGS) $(CFLAGS)
COMPILE = $(CC) $(FLAGS) -MMD -MP
LIBS    = $(LDFLAGS) $(PKG_LIBS) $(TOOL_LIBS) -lm

SOURCES = $(wildcard lib/*/*.c)
PAGES   = $(wildcard man/*.[1-9])
TOOLS   = $(patsubst bin/%.c,%,$(wildcard bin/*.c))
UNITS   = $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/test-*.c))
HELPERS = $(patsubst tests/helpers/%.c,%,$(wildcard tests/helpers/*.c))
FUZZERS = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz-*.c))
BENCHES = $(patsubst tests/bench/%.c,%,$(wildcard tests/bench/*.c))
SCRIPTS = $(wildcard man/*.sh tests/*.sh tests/*.t tests/bench/*.sh examples/recipes/*/*.sh) .ci/run
SHELLS  = bash zsh fish
OBJECTS = $(SOURCES:%.c=$(B)/%.o)
BUILT   = $(TOOLS:%=$(B)/bin/%)

all: $(BUILT) completions ## build everything below $(B) (default: build)

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z.-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo 'variables:   B=build/asan CC CFLAGS PREFIX DESTDIR JOBS FUZZ_TIME BENCH_SIZES, and T=nt-due for one test'

# --- build

$(B)/lib/base/opt.o: CPPFLAGS += -DNT_VERSION='"$(VERSION)"'

$(B)/lib/format/mailhead.o $(B)/lib/format/icsfile.o: CPPFLAGS += $(HARVEST_CFLAGS)
$(B)/bin/nt-harvest $(B)/fuzz/fuzz-ics: TOOL_LIBS = $(shell pkg-config --libs $(HARVEST_MODULES))

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

$(B)/libnt.a: $(OBJECTS)
	@rm -f $@
	$(AR) rc $@ $^

define LINK
@mkdir -p $(@D)
$(COMPILE) -MF $@.d -o $@ $< $(B)/libnt.a $(TOOL_LIBS) $(LIBS)
endef

$(B)/bin/%: bin/%.c $(B)/libnt.a
	$(LINK)

$(B)/bin/nt: $(B)/tools.h

# What nt lists: the first line of each tool.
$(B)/tools.h: $(wildcard bin/nt-*.c)
	@mkdir -p $(@D)
	awk -F '^/[*] nt-|: | [*]/$$' 'FNR == 1 { printf "\"  %-10s%s\\n\"\n", $$2, substr($$0, length($$2) + 9, length($$0) - length($$2) - 11) }' \
		$(sort $^) >$@

$(B)/lib/face/page.o: $(B)/pagefiles.h

# What a page has in it, as bytes: C promises no string of such a length.
$(B)/pagefiles.h: lib/face/page.css lib/face/page.js
	@mkdir -p $(@D)
	for file in $^; do \
		echo "static const char page_$${file##*.}[] = {" && od -An -v -tu1 $$file | sed 's/[0-9][0-9]*/&,/g' && echo '};'; \
	done >$@

$(B)/helpers/%: tests/helpers/%.c $(B)/libnt.a
	$(LINK)

$(B)/unit/%: tests/unit/%.c $(B)/libnt.a
	$(LINK)

$(B)/bench/%: tests/bench/%.c $(B)/libnt.a
	$(LINK)

$(B)/fuzz/%: tests/fuzz/%.c $(B)/libnt.a
	$(LINK) -fsanitize=fuzzer

$(B)/completions/options: $(BUILT)
	@mkdir -p $(@D)
	for tool in $(BUILT); do $$tool --dump-options || exit 1; echo; done >$@.new
	@mv $@.new $@

$(B)/completions/%/nt: bin/completions/%.awk $(B)/completions/options
	@mkdir -p $(@D)
	awk -f $< $(B)/completions/options >$@.new
	@mv $@.new $@

completions: $(SHELLS:%=$(B)/completions/%/nt)

compile_commands.json: $(MAKEFILE_LIST) $(wildcard bin/*.c lib/*/*.c tests/*/*.c) ## for editors and clang tools
	@for file in $(filter %.c,$^); do \
		printf '{"directory": "%s", "file": "%s", "arguments": ["cc"' '$(CURDIR)' "$$file"; \
		printf ', "%s"' $(FLAGS) $(HARVEST_CFLAGS) -c "$$file"; echo ']},'; \
	done | sed -e '1s/^/[/' -e '$$s/,$$/]/' >$@

# --- what has to be installed

deps: ## install what building and running needs
	@sh tests/deps.sh run

deps-check: ## install what the tests need too
	@sh tests/deps.sh check

# What is missing, said and not installed; what was asked for in the same run is done first.
has-deps: $(filter deps deps-check,$(MAKECMDGOALS))
	@sh tests/deps.sh missing

demo: deps ## install, build, and see who is due in the example book
	@echo 'building below $(B)'
	@$(MAKE) -s -j$(JOBS) all
	@PATH="$(abspath $(B))/bin:$$PATH" NT_TODAY=2026-11-24 sh tests/demo.sh

# --- tests

check: has-deps ## run all tests, or one: make check T=nt-due
	@$(MAKE) -s -j$(JOBS) all units
	@$(MAKE) -s run-tests

units: $(UNITS:%=$(B)/unit/%) $(HELPERS:%=$(B)/helpers/%)

# BIN: the folder of the tools; WRAP: what a unit test is run by
BIN  ?= $(B)/bin
WRAP ?=
ALL_TESTS = $(sort $(wildcard tests/*.t)) $(UNITS:%=$(B)/unit/%)
ONE_TEST  = $(filter tests/$T.t $(B)/unit/$T $(B)/unit/test-$T,$(ALL_TESTS))
RUN_TESTS = $(if $T,$(or $(ONE_TEST),$(error no test is called $T)),$(ALL_TESTS))

run-tests:
	@TOP="$(CURDIR)" B="$(abspath $(B))" BIN="$(abspath $(BIN))" WRAP="$(WRAP)" \
		prove -j$(JOBS) $(if $T,-v,--failures --comments) --exec 'sh tests/run.sh' $(RUN_TESTS)

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

# A report in the middle of a pipe goes unseen by the test: all of them are written down, and any fails the run.
# A process that a test kills while it looks for leaks says only that it lost its thread.
REPORTS = $(abspath $(B))/reports
no-reports:
	@! cat $(REPORTS)/* 2>/dev/null | grep -v 'Unable to get registers from thread' | grep . || { echo 'the reports above are in $(REPORTS)'; exit 1; }

asan: export ASAN_OPTIONS = exitcode=99:log_path=$(REPORTS)/asan:detect_stack_use_after_return=1:strict_string_checks=1
asan: export UBSAN_OPTIONS = exitcode=99:log_path=$(REPORTS)/asan:print_stacktrace=1
asan: has-deps ## the same tests with the address and undefined behaviour sanitizers
	@$(MAKE) -s -j$(JOBS) B=$(B)/asan CC=$(CLANG) CFLAGS='-O1 -g $(SANITIZE)' all units
	@rm -rf $(REPORTS) && mkdir -p $(REPORTS)
	@$(MAKE) -s B=$(B)/asan run-tests; status=$$?; $(MAKE) -s no-reports && exit $$status

VALGRIND = valgrind -q --error-exitcode=99 --log-file=$(REPORTS)/valgrind.%p

valgrind: has-deps ## the same tests below valgrind
	@$(MAKE) -s -j$(JOBS) all units
	@rm -rf $(REPORTS) $(B)/valgrind && mkdir -p $(REPORTS) $(B)/valgrind
	@for tool in $(TOOLS); do \
		printf '#!/bin/sh\nexec %s %s "$$@"\n' '$(VALGRIND)' "$(abspath $(B))/bin/$$tool" >$(B)/valgrind/$$tool; \
	done; chmod +x $(B)/valgrind/*
	@$(MAKE) -s run-tests BIN=$(B)/valgrind WRAP='$(VALGRIND)'; status=$$?; $(MAKE) -s no-reports && exit $$status

coverage: has-deps ## the tests' coverage of lib/ and bin/
	@$(MAKE) -s -j$(JOBS) B=$(B)/coverage CFLAGS='-O0 -g --coverage' all units
	@find $(B)/coverage -name '*.gcda' -delete
	-@$(MAKE) -s B=$(B)/coverage run-tests
	@gcovr -r . --filter lib/ --filter bin/ $(B)/coverage

fuzz: has-deps ## run every fuzz target for FUZZ_TIME seconds
	@$(MAKE) -s -j$(JOBS) B=$(B)/fuzzing CC=$(CLANG) \
		CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all' build-fuzz
	@for name in $(if $T,$(filter $T fuzz-$T,$(FUZZERS)),$(FUZZERS)); do \
		sh tests/fuzz/run.sh $(B)/fuzzing $$name $(FUZZ_TIME) || exit 1; \
	done

build-fuzz: $(FUZZERS:%=$(B)/fuzz/%)

bench: all $(BENCHES:%=$(B)/bench/%) ## measure, on books of BENCH_SIZES notes
	@B="$(abspath $(B))" sh tests/bench/run.sh $(BENCH_SIZES)

follow: all ## simulate two years of following nt-due, beside plain policies
	@PATH="$(abspath $(B))/bin:$$PATH" PYTHONDONTWRITEBYTECODE=1 python3 tests/bench/follow.py

# --- looking at the source

TIDY ?= clang-tidy
LINT_FLAGS = -std=c11 $(FEATURES) $(WARNINGS) -Ilib -I$(B) $(PKG_CFLAGS) $(HARVEST_CFLAGS) -Werror -Wimplicit-fallthrough \
	-Wmissing-variable-declarations -Wnewline-eof -Wpointer-arith -Wundef -Wunreachable-code

LINTERS = lint-layers lint-warnings lint-cppcheck lint-tidy lint-scripts lint-pages

lint: has-deps ## warnings as errors, static analysis, layers, scripts and pages
	@$(MAKE) -k $(LINTERS)

lint-warnings lint-cppcheck lint-tidy: $(B)/tools.h $(B)/pagefiles.h

lint-layers: $(B)/libnt.a
	sh tests/layers.sh $(B)

lint-warnings:
	$(CLANG) $(LINT_FLAGS) -fsyntax-only $(wildcard bin/*.c lib/*/*.c tests/*/*.c)

# it does not see that die() does not return, that slices are copied, nor compound literals behind ?
CPPCHECK_MISTAKES = nullPointerRedundantCheck returnDanglingLifetime internalAstError

lint-cppcheck:
	cppcheck -q --error-exitcode=1 --std=c11 --enable=warning,performance,portability --inline-suppr -Ilib \
		$(CPPCHECK_MISTAKES:%=--suppress=%) -j$(JOBS) bin lib

lint-tidy:
	printf '%s\n' $(wildcard bin/*.c lib/*/*.c) | \
		xargs -P $(JOBS) -n 4 sh -c '$(TIDY) --quiet "$$@" -- -std=c11 $(FEATURES) -Ilib -I$(B) $(PKG_CFLAGS) $(HARVEST_CFLAGS) 2>/dev/null' tidy

lint-scripts:
	shellcheck -e SC1090,SC1091,SC2016,SC2086 $(SCRIPTS)

lint-pages:
	$(if $(PAGES),mandoc -T lint -W warning $(PAGES))

# --- install

UNITFILES = nt-remind@.service nt-remind@.timer
SECTIONS = $(sort $(subst .,,$(suffix $(PAGES))))
INSTALLED = $(TOOLS:%=$(BINDIR)/%) $(foreach page,$(PAGES),$(MANDIR)/man$(subst .,,$(suffix $(page)))/$(notdir $(page))) \
	$(TOOLS:%=$(BASHDIR)/%) $(TOOLS:%=$(FISHDIR)/%.fish) $(ZSHDIR)/_nt $(UNITFILES:%=$(UNITDIR)/%)
EXAMPLES = $(filter-out examples/packaging,$(wildcard examples/*))

install: all ## install below $(DESTDIR)$(PREFIX)
	install -d -m 755 $(addprefix $(DESTDIR),$(BINDIR) $(SECTIONS:%=$(MANDIR)/man%) $(BASHDIR) $(ZSHDIR) $(FISHDIR) $(UNITDIR) $(DOCDIR)/examples)
	install -m 755 $(BUILT) $(DESTDIR)$(BINDIR)
	for page in $(PAGES); do install -m 644 $$page $(DESTDIR)$(MANDIR)/man$${page##*.} || exit 1; done
	install -m 644 $(B)/completions/bash/nt $(DESTDIR)$(BASHDIR)/nt
	install -m 644 $(B)/completions/fish/nt $(DESTDIR)$(FISHDIR)/nt.fish
	install -m 644 $(B)/completions/zsh/nt $(DESTDIR)$(ZSHDIR)/_nt
	for tool in $(filter-out nt,$(TOOLS)); do \
		ln -sf nt $(DESTDIR)$(BASHDIR)/$$tool && ln -sf nt.fish $(DESTDIR)$(FISHDIR)/$$tool.fish || exit 1; \
	done
	for unit in $(UNITFILES); do \
		sed 's,/usr/local/bin,$(BINDIR),' examples/recipes/systemd/$$unit >$(DESTDIR)$(UNITDIR)/$$unit || exit 1; \
		chmod 644 $(DESTDIR)$(UNITDIR)/$$unit; \
	done
	install -m 644 README.md NEWS.md LICENSE $(DESTDIR)$(DOCDIR)
	cp -R $(EXAMPLES) $(DESTDIR)$(DOCDIR)/examples
	chmod -R u=rwX,go=rX $(DESTDIR)$(DOCDIR)

uninstall: ## take away what install brought
	rm -f $(addprefix $(DESTDIR),$(INSTALLED))
	rm -rf $(DESTDIR)$(DOCDIR)

# --- for others to read and build

html: ## the pages as a small site: build/html/index.html
	@sh man/html.sh $(B)/html
	@echo $(B)/html/index.html

picture: all $(B)/helpers/on-tty ## the pictures of README.md, of what the tools print now; that of the page needs Chromium
	@PATH="$(abspath $(B))/bin:$(abspath $(B))/helpers:$$PATH" /usr/bin/python3 -B tests/picture.py examples/pictures --page

DIST = nt-$(VERSION)

dist: ## a tarball of what is committed, the same bytes each time
	@mkdir -p $(B)
	@sh tests/dist.sh $(DIST) $(B)/$(DIST).tar.gz
	@echo $(B)/$(DIST).tar.gz

distcheck: dist ## unpack it elsewhere, build and test there, install, and see that nothing in it was changed
	@sh tests/distcheck.sh $(DIST) $(abspath $(B))/$(DIST).tar.gz $(if $T,T=$T)

# The tests are those of distcheck: DEB_BUILD_OPTIONS= runs them here too.
DEB_BUILD_OPTIONS ?= nocheck
deb: export DEB_BUILD_OPTIONS := $(DEB_BUILD_OPTIONS)
deb: dist ## a Debian package, below $(B)/deb
	@sh tests/deb.sh $(DIST) $(B)/$(DIST).tar.gz $(B)/deb

packages: export DEB_BUILD_OPTIONS := $(DEB_BUILD_OPTIONS)
packages: dist ## build every package, the Debian one twice, and see whether it is right
	@sh tests/packages.sh $(DIST) $(abspath $(B))/$(DIST).tar.gz $(abspath $(B))/packages

clean: ## remove what was built
	rm -rf $(B) compile_commands.json

.PHONY: all help completions deps deps-check has-deps demo check units run-tests no-reports asan valgrind coverage fuzz build-fuzz \
	bench follow lint $(LINTERS) install uninstall html picture dist distcheck deb packages clean
.DELETE_ON_ERROR:
.SECONDARY:
.SUFFIXES:

-include $(OBJECTS:.o=.d) $(wildcard $(B)/bin/*.d $(B)/helpers/*.d $(B)/unit/*.d $(B)/bench/*.d $(B)/fuzz/*.d)

# rasoat: build, test, install. `make help` lists the targets.
# make V=1 shows every command; make DEV=1 turns warnings into errors.

VERSION := 0.1.0
SOVERSION := 0
PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
DESTDIR ?=
BUILD ?= build
# one name for one folder, by which the objects know what they depend on
override BUILD := $(patsubst $(CURDIR)/%,%,$(BUILD))
CC ?= cc
PYTHON ?= python3

# pkg-config module:Debian package, so that what is missing can be named
NEEDS := glib-2.0:libglib2.0-dev gio-2.0:libglib2.0-dev libxml-2.0:libxml2-dev libpcre2-8:libpcre2-dev \
	icu-uc:libicu-dev libzip:libzip-dev libdeflate:libdeflate-dev jansson:libjansson-dev sqlite3:libsqlite3-dev nettle:nettle-dev \
	libseccomp:libseccomp-dev libzstd:libzstd-dev xlsxwriter:libxlsxwriter-dev
MODULES := $(foreach need,$(NEEDS),$(firstword $(subst :, ,$(need))))
TEST_NEEDS := cmocka:libcmocka-dev
TEST_MODULES := $(foreach need,$(TEST_NEEDS),$(firstword $(subst :, ,$(need))))
# Debian packages: to build and use; to run the tests as well; for those who work on it
BUILD_PACKAGES := gcc libc6-dev make pkg-config gettext $(sort $(foreach need,$(NEEDS),$(lastword $(subst :, ,$(need)))))
TEST_PACKAGES := $(foreach need,$(TEST_NEEDS),$(lastword $(subst :, ,$(need)))) python3 mandoc zsh
OFFICE_PACKAGES := libreoffice-writer-nogui fonts-liberation poppler-utils
PAGES_PACKAGES := chromium nodejs npm fonts-noto-core
# of npm, kept in the build folder
PAGES_TOOLS := axe-core@4.14.1 puppeteer-core@24.9.0
CLUSTER_PACKAGES := parallel slurm-wlm munge
LINT_PACKAGES := clang-format clang-tidy cppcheck valgrind gcovr
FUZZ_PACKAGES := clang
# what rasoat is measured beside
BENCH_PACKAGES := pandoc docx2txt python3-docx libreoffice-writer

OPT ?= -O2 -g
WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wformat=2
HARDEN ?= -D_FORTIFY_SOURCE=2 -fstack-protector-strong
ifdef DEV
WARN += -Werror
endif
ifndef V
Q := @
endif

CPPFLAGS += -Isrc -I$(BUILD)/po -D_GNU_SOURCE -DRASOAT_VERSION='"$(VERSION)"' -DRASOAT_DATADIR='"$(PREFIX)/share/rasoat"'
PKG_CFLAGS := $(shell pkg-config --cflags $(MODULES) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(MODULES) 2>/dev/null) -lm
CFLAGS_ALL = -std=c17 -fPIC -fvisibility=hidden $(OPT) $(WARN) $(HARDEN) $(SANITIZE) $(PKG_CFLAGS) $(CFLAGS)
LDFLAGS_ALL = -Wl,-z,relro,-z,now $(SANITIZE) $(LDFLAGS)
COMPILE = $(CC) $(CPPFLAGS) $(CFLAGS_ALL) -MMD -MP

LIB_SOURCES := $(sort $(filter-out src/ahead/% src/cli/% src/batch/% src/district/%,$(wildcard src/*/*.c)) $(wildcard src/*.c))
BATCH_SOURCES := $(sort $(wildcard src/batch/*.c src/district/*.c))
CLI_SOURCES := $(sort $(wildcard src/cli/*.c))
TEST_SOURCES := $(sort $(wildcard tests/unit/test_*.c))
UNRULED_OBJECTS := $(LIB_SOURCES:%.c=$(BUILD)/%.o)
# with the rules, compiled ahead
LIB_OBJECTS := $(UNRULED_OBJECTS) $(BUILD)/src/ahead/compiled.o
BATCH_OBJECTS := $(BATCH_SOURCES:%.c=$(BUILD)/%.o)
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(BUILD)/%.o)
TEST_PROGRAMS := $(TEST_SOURCES:tests/unit/%.c=$(BUILD)/tests/%)
# every tests/NAME/test.sh or test.py runs with RASOAT and BUILD in its environment
FUZZ_SOURCES := $(sort $(wildcard tests/fuzz/fuzz_*.c))
FUZZ_TARGETS := $(FUZZ_SOURCES:tests/fuzz/fuzz_%.c=$(BUILD)/fuzz/%)
# what a target is linked to: its own main over kept files, or libFuzzer's
FUZZ_MAIN ?= tests/fuzz/replay.c
TEST_SCRIPTS := $(sort $(wildcard tests/*/test.sh tests/*/test.py)) $(if $(SANITIZE),,$(addprefix tests/accuracy/,wordings.py mixtures.py omissions.py refusals.py))

STATIC := $(BUILD)/librasoat.a
SHARED := $(BUILD)/librasoat.so.$(VERSION)
SONAME := librasoat.so.$(SOVERSION)
# all of the library with its inner functions, and batches, for the program and the unit tests
INTERNAL := $(BUILD)/internal.a

.PHONY: all program libraries need need-tests deps deps-build deps-lint demo test test-programs run-tests unit \
	deps-bench texts check-asan check-valgrind check-instructions check-office check-pages check-cluster coverage fuzz check-reproducible lint format bench scale accuracy install uninstall \
	clean help FORCE

all: program libraries
program: $(BUILD)/rasoat
	@:
libraries: $(STATIC) $(SHARED)
	@:

# --- build ---------------------------------------------------------------------------------------------------

# $(call name_missing,MODULE:PACKAGE…): fails and names the packages of a missing compiler or of missing modules
define name_missing
	@missing=; lacks() { case " $$missing " in *" $$1 "*) ;; *) missing="$$missing $$1" ;; esac; }; \
	command -v $(firstword $(CC)) >/dev/null 2>&1 || lacks $(patsubst cc,gcc,$(firstword $(CC))); \
	command -v msgfmt >/dev/null 2>&1 || lacks gettext; \
	if command -v pkg-config >/dev/null 2>&1; then for need in $(1); do \
	pkg-config --exists $${need%%:*} 2>/dev/null || lacks $${need##*:}; done; else lacks pkg-config; fi; \
	if [ -n "$$missing" ]; then echo "missing:$$missing"; \
	echo "on Debian or Ubuntu: sudo apt-get install$$missing   (or: make deps)"; exit 1; fi
endef

need:
	$(call name_missing,$(NEEDS))
need-tests: need
	$(call name_missing,$(TEST_NEEDS))

$(BUILD)/%.o: %.c | need
	@mkdir -p $(@D)
	@$(if $(Q),echo "  CC $<")
	$(Q)$(COMPILE) -c $< -o $@

# The English texts, compiled in: a catalogue as one literal, checked against the formats in the code.
$(BUILD)/po/en.mo: src/po/en.po | need
	@mkdir -p $(@D)
	$(Q)msgfmt --check --endianness=little --no-hash -o $@ $<
$(BUILD)/po/en.mo.literal: $(BUILD)/po/en.mo
	$(Q)od -An -v -to1 -w32 $< | sed -E 's/ /\\/g; s/.*/"&"/' > $@
$(BUILD)/src/base/translate.o: $(BUILD)/po/en.mo.literal

# the data directory is compiled in
$(BUILD)/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@
$(BUILD)/src/rasoat.o: $(BUILD)/prefix

# The rules that come with the program, checked and compiled ahead by all of the library but them.
$(BUILD)/compile-rules: src/ahead/compile.c src/ahead/compiled.c $(UNRULED_OBJECTS)
	$(Q)$(COMPILE) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)
$(BUILD)/rules.image: $(BUILD)/compile-rules $(sort $(wildcard rules/*.xml)) rules/rasoat.rng
	@$(if $(Q),echo "  RULES $@")
	$(Q)$< rules $@
$(BUILD)/src/ahead/compiled.o: src/ahead/compiled.c $(BUILD)/rules.image
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -DRASOAT_RULES_IMAGE='"$(BUILD)/rules.image"' -c $< -o $@

$(INTERNAL): $(LIB_OBJECTS) $(BATCH_OBJECTS)
	@rm -f $@
	$(Q)ar rcs $@ $^

# one object in which only rasoat_* is global, so that no name of ours meets one of the program around it
$(STATIC): $(LIB_OBJECTS)
	@rm -f $@
	$(Q)ld -r -o $(BUILD)/librasoat.o $^
	$(Q)objcopy --localize-hidden $(BUILD)/librasoat.o
	$(Q)ar rcs $@ $(BUILD)/librasoat.o

$(SHARED): $(LIB_OBJECTS)
	$(Q)$(CC) -shared -Wl,-soname,$(SONAME) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)
	$(Q)ln -sf $(@F) $(BUILD)/$(SONAME)
	$(Q)ln -sf $(SONAME) $(BUILD)/librasoat.so

$(BUILD)/rasoat: $(CLI_OBJECTS) $(INTERNAL)
	@$(if $(Q),echo "  LD $@")
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)

$(BUILD)/tests/%: tests/unit/%.c $(INTERNAL) | need-tests
	@mkdir -p $(@D)
	@$(if $(Q),echo "  CC $<")
	$(Q)$(COMPILE) -Itests/unit $(LDFLAGS_ALL) -o $@ $< $(INTERNAL) $(PKG_LIBS) $(shell pkg-config --libs $(TEST_MODULES))

$(BUILD)/fuzz/%: tests/fuzz/fuzz_%.c $(filter %.c,$(FUZZ_MAIN)) $(wildcard tests/fuzz/*.h) $(INTERNAL)
	@mkdir -p $(@D)
	@$(if $(Q),echo "  CC $<")
	$(Q)$(COMPILE) -Itests/unit $(LDFLAGS_ALL) -o $@ $< $(FUZZ_MAIN) $(INTERNAL) $(PKG_LIBS)

# what makes calls fail in tests/faults; a sanitizer has its own allocation
$(BUILD)/tests/inject.so: tests/faults/inject.c
	@mkdir -p $(@D)
	@$(if $(Q),echo "  CC $<")
	$(Q)$(CC) -std=c17 -D_GNU_SOURCE $(WARN) -O1 -fPIC -shared $(if $(SANITIZE),-DWITHOUT_MEMORY) -o $@ $<

# --- set-up --------------------------------------------------------------------------------------------------

# $(call install_packages,PACKAGES): installs what is missing of them, or says what to install
define install_packages
	@command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 || { \
	echo "not a Debian or Ubuntu system; what is needed, by its Debian names:"; echo "  $(1)"; \
	echo "install these with your own package manager, then run: make"; exit 0; }; \
	missing=; for p in $(1); do \
	dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q '^install ok installed' || missing="$$missing $$p"; done; \
	[ -n "$$missing" ] || exit 0; \
	echo "installing:$$missing"; \
	if [ "$$(id -u)" = 0 ]; then as=; elif command -v sudo >/dev/null 2>&1; then as=sudo; else \
	echo "neither root nor sudo; as root: apt-get install$$missing"; exit 1; fi; \
	$$as apt-get update -q && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing
endef

deps-build:
	$(call install_packages,$(BUILD_PACKAGES))
deps:
	$(call install_packages,$(BUILD_PACKAGES) $(TEST_PACKAGES))
deps-lint: deps
	$(call install_packages,$(LINT_PACKAGES))
deps-fuzz: deps
	$(call install_packages,$(FUZZ_PACKAGES))
deps-bench: deps
	$(call install_packages,$(BENCH_PACKAGES))

# --- demo and tests ------------------------------------------------------------------------------------------

# a second make, because what pkg-config says is only known after the set-up
demo: deps-build
	@$(MAKE) --no-print-directory -j2 program
	@echo; echo "Rà soát các quy chế mẫu · the bundled corpus:"; echo
	@for f in corpus/*.docx corpus/*.odt corpus/*.fodt; do [ -e "$$f" ] || continue; \
	printf "  %s\n" "$$f"; COLUMNS=120 $(BUILD)/rasoat check --color never "$$f" | \
	sed -nE '/^(Kết luận:|KHÔNG )/,/^$$/{/./s/^/      /p}'; done
	@echo; echo "Báo cáo của một quy chế · one gap report:"; echo
	@$(BUILD)/rasoat check $(DEMO) || [ $$? = 1 ]
DEMO ?= $(firstword $(wildcard corpus/partial*.docx) $(wildcard corpus/*.docx))

test: deps
	@$(MAKE) --no-print-directory -j2 program libraries test-programs
	@$(MAKE) --no-print-directory run-tests

# every test runs, whatever failed before it; what failed is named at the end
run-tests: test-programs
	@failed=; for t in $(TEST_PROGRAMS) $(TEST_SCRIPTS); do echo "== $$t"; \
	RASOAT="$(CURDIR)/$(BUILD)/rasoat" BUILD="$(CURDIR)/$(BUILD)" SANITIZE="$(SANITIZE)" $$t || failed="$$failed $$t"; done; \
	if [ -n "$$failed" ]; then echo "failed:$$failed"; exit 1; fi; echo "all tests passed"

# One unit test program: make unit-fold runs tests/unit/test_fold.c
unit-%: $(BUILD)/tests/test_%
	$<

test-programs: $(TEST_PROGRAMS) $(FUZZ_TARGETS) $(BUILD)/tests/inject.so
	@:

unit: test-programs
	@failed=; for t in $(TEST_PROGRAMS); do echo "== $$t"; $$t || failed="$$failed $$t"; done; \
	if [ -n "$$failed" ]; then echo "failed:$$failed"; exit 1; fi

ASAN := BUILD=build-asan SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=undefined" HARDEN= OPT="-O1 -g"
check-asan: deps
	@$(MAKE) --no-print-directory $(ASAN) -j2 program test-programs
	@$(MAKE) --no-print-directory $(ASAN) run-tests

# The share of lines and branches that the tests run; fails below tests/coverage/floor.tsv. RAISE=1 raises that. Left out
# are tests that take long and run no code that others do not; what a worker of audit runs is not counted, as it may
# open no file to write that to.
COVERAGE := BUILD=build-coverage HARDEN= OPT="-O0 -g" SANITIZE="--coverage -fprofile-update=atomic"
COVERAGE_SCRIPTS := $(filter-out $(foreach t,accuracy clothes cluster faults install hardening,tests/$t/%),$(TEST_SCRIPTS))
coverage: deps-lint
	@$(MAKE) --no-print-directory $(COVERAGE) -j2 program test-programs
	@find build-coverage -name '*.gcda' -delete
	@GCOV_ERROR_FILE=/dev/null $(MAKE) --no-print-directory $(COVERAGE) TEST_SCRIPTS="$(COVERAGE_SCRIPTS)" run-tests
	@tests/coverage/measure.py build-coverage $(if $(RAISE),--raise)

# Fuzzes every target for FUZZ_SECONDS; TARGETS="docx phrase" names some.
FUZZ := BUILD=build-fuzz CC=clang HARDEN= OPT="-O1 -g" SANITIZE="-fsanitize=fuzzer-no-link,address,undefined" \
	FUZZ_MAIN=-fsanitize=fuzzer,address,undefined
fuzz: deps-fuzz
	@$(MAKE) --no-print-directory $(FUZZ) -j2 fuzz-targets
	@BUILD=build-fuzz tests/fuzz/run.sh $(TARGETS)
fuzz-targets: $(FUZZ_TARGETS)
	@:

# Two builds in two folders give the same bytes.
check-reproducible: deps
	@tests/reproducible.sh

VALGRIND := valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
	--suppressions=tests/valgrind.supp \
	$(patsubst %,--suppressions=%,$(wildcard /usr/share/glib-2.0/valgrind/glib.supp))
check-valgrind: deps-lint
	@$(MAKE) --no-print-directory -j2 program test-programs
	@set -e; for t in $(TEST_PROGRAMS); do echo "== valgrind $$t"; $(VALGRIND) $$t; done
	@set -e; for f in corpus/*.docx corpus/*.odt; do echo "== valgrind rasoat check $$f"; \
	$(VALGRIND) $(BUILD)/rasoat check --fail-on none -f jsonl -o /dev/null $$f || [ $$? = 3 ]; done

# What is written for offices, opened in LibreOffice; apart from make test, because it is half a gigabyte.
check-office: deps
	$(call install_packages,$(shell command -v soffice >/dev/null && command -v pdftotext >/dev/null || echo $(OFFICE_PACKAGES)))
	@$(MAKE) --no-print-directory -j2 program
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" tests/office/check.py

# Pages in a browser: axe-core, the keyboard, narrow screens, large letters; apart from make test, as it needs Chromium.
check-pages: deps
	$(call install_packages,$(shell command -v chromium >/dev/null && command -v npm >/dev/null || echo $(PAGES_PACKAGES)))
	@npm ls --prefix $(BUILD)/pages $(PAGES_TOOLS) >/dev/null 2>&1 || \
	npm install --prefix $(BUILD)/pages --no-audit --no-fund --loglevel=error $(PAGES_TOOLS)
	@$(MAKE) --no-print-directory -j2 program
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" BUILD="$(CURDIR)/$(BUILD)" tests/pages/check.sh

# the recipes for several machines, on this one; in `make test` they run when the engines are installed
check-cluster: deps
	$(call install_packages,$(CLUSTER_PACKAGES))
	@$(MAKE) --no-print-directory -j2 program
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" tests/cluster/test.sh

# --- texts ---------------------------------------------------------------------------------------------------

# Brings src/po/en.po up to date with the texts marked in the code (src/README.md, "How to add a text").
XGETTEXT := xgettext --from-code=UTF-8 --language=C --keyword --keyword=say:2 --keyword=N_ --keyword=NC_:1c,2 \
	--keyword=bilingual_format:1 --keyword=complain:1 --keyword=complain_of:2 --flag=bilingual_format:1:c-format --flag=complain:1:c-format --flag=complain_of:2:c-format \
	--flag=say:2:pass-c-format --add-location=file --sort-by-file --package-name=rasoat --msgid-bugs-address=rasoat
TEXT_SOURCES := $(sort $(wildcard src/*.[ch] src/*/*.[ch]))
$(BUILD)/po/rasoat.pot: $(TEXT_SOURCES)
	@mkdir -p $(@D)
	$(Q)$(XGETTEXT) -o - $(TEXT_SOURCES) | sed '/^"POT-Creation-Date:/d' > $@
MSGMERGE := msgmerge --quiet --no-fuzzy-matching --add-location=file --sort-by-file
$(BUILD)/po/merged.po: src/po/en.po $(BUILD)/po/rasoat.pot
	$(Q)$(MSGMERGE) $^ | msgattrib --no-obsolete --add-location=file --sort-by-file -o $@
texts: $(BUILD)/po/merged.po
	@cp $< src/po/en.po
	@msgattrib --untranslated --no-wrap src/po/en.po

# --- care ----------------------------------------------------------------------------------------------------

C_FILES = $(LIB_SOURCES) $(BATCH_SOURCES) $(CLI_SOURCES)
# which knows numbered arguments ("%1$s"), as cppcheck does not
FORMATS_LEFT_TO_GCC := --suppress=invalidPrintfArgType_s --suppress=invalidPrintfArgType_uint
lint: deps-lint $(BUILD)/po/en.mo.literal
	@mkdir -p $(BUILD)
	@printf '%s\n' -std=c17 -I$(CURDIR)/src -I$(CURDIR)/$(BUILD)/po $(CPPFLAGS) $(PKG_CFLAGS) > $(BUILD)/compile_flags.txt
	printf '%s\n' $(C_FILES) | xargs -P2 -n4 clang-tidy -p $(BUILD) --quiet --warnings-as-errors='*'
	cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr --enable=warning,performance,portability \
	--library=gtk --suppress=missingIncludeSystem $(FORMATS_LEFT_TO_GCC) -Isrc -I$(BUILD)/po -D_GNU_SOURCE -DG_BEGIN_DECLS= -DG_END_DECLS= \
	'-DG_GNUC_FORMAT(argument)=' '-DG_DEFINE_EXTENDED_ERROR(name, prefix)=' '-Djson_array_foreach(array, index, value)=if ((index = 0, value = json_array_get(array, index)))' $(C_FILES)

format: deps-lint
	clang-format -i $(wildcard src/*.[ch] src/*/*.[ch] tests/*/*.[ch])

bench: deps
	@$(MAKE) --no-print-directory -j2 program
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" BUILD="$(CURDIR)/$(BUILD)" CC="$(CC)" tests/bench/run.sh

# Instructions of each stage under callgrind; fails above the ceilings in tests/bench/instructions.tsv.
check-instructions: deps
	$(call install_packages,valgrind)
	@$(MAKE) --no-print-directory -j2 program
	@BUILD="$(CURDIR)/$(BUILD)" CC="$(CC)" tests/bench/build.sh
	@BUILD="$(CURDIR)/$(BUILD)" tests/bench/instructions.py

$(BUILD)/scale/copies: tests/scale/copies.c $(INTERNAL)
	@mkdir -p $(@D)
	@$(if $(Q),echo "  CC $<")
	$(Q)$(COMPILE) $(LDFLAGS_ALL) -o $@ $< $(INTERNAL) $(PKG_LIBS)

# How a batch grows: rate, memory of all processes, size of the store; and the search of copies alone, where it
# has most to do. SIZES="1000 10000 100000" takes an hour.
SIZES ?= 1000 10000
scale: deps
	@$(MAKE) --no-print-directory -j2 program $(BUILD)/scale/copies
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" $(PYTHON) tests/scale/scale.py $(SIZES)
	@$(BUILD)/scale/copies

# Precision and recall of the audit on the labelled corpus; fails below the floor in tests/accuracy/floor.tsv.
accuracy: deps
	@$(MAKE) --no-print-directory -j2 program
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" tests/accuracy/test.py
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" tests/accuracy/wordings.py
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" tests/accuracy/mixtures.py
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" tests/accuracy/omissions.py
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" tests/accuracy/refusals.py

# Pictures for the README, of a made-up district of the corpus; needs chromium and fonts.
screenshots: deps
	@$(MAKE) --no-print-directory -j2 program
	@RASOAT="$(CURDIR)/$(BUILD)/rasoat" BUILD="$(CURDIR)/$(BUILD)" tests/screenshots/take.sh

# --- install -------------------------------------------------------------------------------------------------

$(BUILD)/rasoat.pc: src/rasoat.pc.in $(BUILD)/prefix
	$(Q)sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' -e 's|@VERSION@|$(VERSION)|' $< > $@

# what shells complete, out of the program's own tables
BASH_COMPLETIONS := $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS := $(PREFIX)/share/zsh/site-functions
$(BUILD)/completions/rasoat: $(BUILD)/rasoat
	@mkdir -p $(@D)
	$(Q)$(BUILD)/rasoat completion bash > $@
$(BUILD)/completions/_rasoat: $(BUILD)/rasoat
	@mkdir -p $(@D)
	$(Q)$(BUILD)/rasoat completion zsh > $@

install: all $(BUILD)/rasoat.pc $(BUILD)/completions/rasoat $(BUILD)/completions/_rasoat
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(LIBDIR)/pkgconfig \
	$(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/rasoat/rules $(DESTDIR)$(BASH_COMPLETIONS) $(DESTDIR)$(ZSH_COMPLETIONS)
	install -m 755 $(BUILD)/rasoat $(DESTDIR)$(PREFIX)/bin/
	install -m 644 $(BUILD)/completions/rasoat $(DESTDIR)$(BASH_COMPLETIONS)/
	install -m 644 $(BUILD)/completions/_rasoat $(DESTDIR)$(ZSH_COMPLETIONS)/
	install -m 644 src/rasoat.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 $(STATIC) $(DESTDIR)$(LIBDIR)/
	install -m 755 $(SHARED) $(DESTDIR)$(LIBDIR)/
	ln -sf $(notdir $(SHARED)) $(DESTDIR)$(LIBDIR)/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/librasoat.so
	install -m 644 $(BUILD)/rasoat.pc $(DESTDIR)$(LIBDIR)/pkgconfig/
	install -m 644 src/rasoat.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 $(wildcard rules/*.xml rules/*.rng) $(DESTDIR)$(PREFIX)/share/rasoat/rules/

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/rasoat $(DESTDIR)$(PREFIX)/include/rasoat.h $(DESTDIR)$(LIBDIR)/librasoat.a \
	$(DESTDIR)$(LIBDIR)/librasoat.so* $(DESTDIR)$(LIBDIR)/pkgconfig/rasoat.pc $(DESTDIR)$(PREFIX)/share/man/man1/rasoat.1 \
	$(DESTDIR)$(BASH_COMPLETIONS)/rasoat $(DESTDIR)$(ZSH_COMPLETIONS)/_rasoat
	rm -rf $(DESTDIR)$(PREFIX)/share/rasoat

clean:
	rm -rf $(BUILD) build-asan build-fuzz build-coverage

help:
	@echo "make                 build the program and the libraries; installs nothing"
	@echo "make demo            set up this machine, build, check the bundled corpus, print a gap report"
	@echo "make test            the same set-up, then all tests"
	@echo "make check-asan      all tests under AddressSanitizer and UBSan"
	@echo "make coverage        share of lines and branches that the tests run; fails below its floor"
	@echo "make check-valgrind  unit tests and corpus under valgrind"
	@echo "make check-office    annotated copies and records open in LibreOffice"
	@echo "make check-pages     pages in Chromium: axe-core (WCAG AA), keyboard, narrow screens, large letters"
	@echo "make check-cluster   audits on several hosts: GNU parallel, Slurm"
	@echo "make fuzz            fuzz targets with clang, FUZZ_SECONDS=60 each"
	@echo "make check-reproducible  two builds give the same bytes"
	@echo "make unit-NAME       build and run tests/unit/test_NAME.c"
	@echo "make lint            clang-tidy and cppcheck"
	@echo "make format          clang-format"
	@echo "make texts           bring src/po/en.po up to date, and print what has no English yet"
	@echo "make bench           speed and memory beside the floor and other tools (make deps-bench)"
	@echo "make check-instructions  no stage costs more instructions than its ceiling"
	@echo "make scale           batches of 1000 and 10000 documents: rate, memory, store"
	@echo "make accuracy        precision and recall on the labelled corpus"
	@echo "make screenshots     the pictures of the README (chromium)"
	@echo "make deps            install the packages that are missing (Debian, Ubuntu)"
	@echo "make install         PREFIX=$(PREFIX) LIBDIR=$(LIBDIR) DESTDIR="
	@echo "make uninstall, clean"
	@echo "variables            DEV=1 warnings are errors; V=1 show commands; BUILD=, CC=, CFLAGS=, LDFLAGS="

-include $(FUZZ_TARGETS:=.d) $(LIB_OBJECTS:.o=.d) $(BATCH_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(TEST_PROGRAMS:=.d)

# rasoat: build, test, install. `make help` lists the targets.

VERSION := 0.1.0
PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build
CC ?= cc

MODULES := glib-2.0 gio-2.0 libxml-2.0 libpcre2-8 icu-uc libzip jansson
TEST_MODULES := cmocka
# Debian packages: to build and use; to run the tests as well; for those who work on it.
BUILD_PACKAGES := gcc make pkg-config libglib2.0-dev libxml2-dev libpcre2-dev libicu-dev libzip-dev libjansson-dev
TEST_PACKAGES := libcmocka-dev python3 mandoc libxml2-utils
LINT_PACKAGES := clang-format clang-tidy cppcheck valgrind

OPT ?= -O2 -g
WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wformat=2
HARDEN ?= -D_FORTIFY_SOURCE=2 -fstack-protector-strong
ifdef DEV
WARN += -Werror
endif
ifeq ($(filter deps demo test lint check-asan check-valgrind bench help,$(MAKECMDGOALS)),)
# Plain builds say which package is missing and install nothing.
endif

CPPFLAGS += -Isrc -D_GNU_SOURCE -DRASOAT_VERSION='"$(VERSION)"' -DRASOAT_DATADIR='"$(PREFIX)/share/rasoat"'
CFLAGS_ALL = -std=c17 -fPIC -fvisibility=hidden $(OPT) $(WARN) $(HARDEN) $(SANITIZE) \
	$(shell pkg-config --cflags $(MODULES) 2>/dev/null) $(CFLAGS)
LDFLAGS_ALL = -Wl,-z,relro,-z,now $(SANITIZE) $(LDFLAGS)
LIBS = $(shell pkg-config --libs $(MODULES) 2>/dev/null) -lm

LIB_SOURCES := $(sort $(filter-out src/cli/%,$(wildcard src/*/*.c)) $(wildcard src/*.c))
CLI_SOURCES := $(sort $(wildcard src/cli/*.c))
TEST_SOURCES := $(sort $(wildcard tests/unit/test_*.c))
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(BUILD)/%.o)
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(BUILD)/%.o)
TEST_PROGRAMS := $(TEST_SOURCES:tests/unit/%.c=$(BUILD)/tests/%)

.PHONY: all deps need test unit clean
all: need $(BUILD)/rasoat

need:
	@missing=; for m in $(MODULES); do pkg-config --exists $$m 2>/dev/null || missing="$$missing $$m"; done; \
	if [ -n "$$missing" ]; then echo "missing libraries:$$missing"; \
	echo "on Debian or Ubuntu: sudo apt-get install $(BUILD_PACKAGES)   (or: make deps)"; exit 1; fi

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/librasoat.a: $(LIB_OBJECTS)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/rasoat: $(CLI_OBJECTS) $(BUILD)/librasoat.a
	$(CC) $(LDFLAGS_ALL) -o $@ $^ $(LIBS)

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/librasoat.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests/unit $(CFLAGS_ALL) $(LDFLAGS_ALL) -MMD -MP -o $@ $< $(BUILD)/librasoat.a $(LIBS) $(shell pkg-config --libs $(TEST_MODULES))

# One unit test program: make unit-fold runs tests/unit/test_fold.c
unit-%: $(BUILD)/tests/test_%
	$<

unit: $(TEST_PROGRAMS)
	@set -e; for t in $(TEST_PROGRAMS); do echo "== $$t"; $$t; done

clean:
	rm -rf $(BUILD)

-include $(LIB_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(TEST_PROGRAMS:=.d)

# baocao: the only build file.  `make help` lists what it can do.

VERSION  := 0.1.0
PREFIX   ?= /usr/local
DESTDIR  ?=
CC       ?= gcc
VARIANT  ?= release

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
        -Wmissing-prototypes -Wvla -Wwrite-strings -Wundef -Wformat=2 -Wcast-qual
OPT_release := -O2 -g
OPT_debug   := -O0 -g3
OPT_asan    := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
OPT_fuzz    := $(OPT_asan) -fsanitize=fuzzer-no-link
OPT  := $(OPT_$(VARIANT))

PKGS  := jansson freetype2 harfbuzz harfbuzz-subset libutf8proc libdeflate
LIBS   = $(shell pkg-config --libs $(PKGS)) -lhpdf
ALL_CFLAGS = -std=c17 -D_POSIX_C_SOURCE=200809L -Isrc $(WARN) $(OPT) -fvisibility=hidden \
             -DBC_VERSION='"$(VERSION)"' -DBC_DATADIR='"$(PREFIX)/share/baocao"' \
             $(shell pkg-config --cflags $(PKGS)) $(CFLAGS)

B    := build/$(VARIANT)
# the release program lies at build/baocao, the others beside their objects
PROG := $(if $(filter release,$(VARIANT)),build/baocao,$(B)/baocao)

LIB_SRC := $(sort $(filter-out src/cli/%,$(wildcard src/*/*.c)) $(wildcard src/*.c))
CLI_SRC := $(sort $(wildcard src/cli/*.c))
LIB_OBJ := $(LIB_SRC:%.c=$(B)/%.o)
CLI_OBJ := $(CLI_SRC:%.c=$(B)/%.o)

.DELETE_ON_ERROR:
.PHONY: all lib setup demo test test-all bench install uninstall clean help golden fmt fmt-check \
        lint layers samples fuzz test-unit test-cases
.DEFAULT_GOAL := all

all: $(PROG) ## build the program at build/baocao
lib: $(B)/libbaocao.a ## build the static library

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(B)/libbaocao.a: $(LIB_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(PROG): $(CLI_OBJ) $(B)/libbaocao.a
	$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS) -o $@

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d)

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

fmt: ## let clang-format lay out every C file
	clang-format -i $$(git ls-files '*.c' '*.h')
fmt-check: ## fail if clang-format would change a file
	clang-format --dry-run -Werror $$(git ls-files '*.c' '*.h')

clean: ## remove build/
	rm -rf build

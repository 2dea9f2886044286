# baocao: the only build file.  `make help` lists what it can do; `make V=1` shows the commands.

VERSION  := 0.1.0
PREFIX   ?= /usr/local
DESTDIR  ?=
CC       ?= gcc
VARIANT  ?= release
T        ?= 60

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
        -Wmissing-prototypes -Wvla -Wwrite-strings -Wundef -Wformat=2 -Wcast-qual
OPT_release := -O3 -g
OPT_debug   := -O0 -g3
OPT_asan    := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
OPT_fuzz    := $(OPT_asan) -fsanitize=fuzzer-no-link
OPT  := $(OPT_$(VARIANT))

# asked once, when something is compiled: `make setup` has to work before the packages are there
PKGS  := jansson freetype2 harfbuzz harfbuzz-subset libutf8proc libdeflate nettle
LIBS       = $(eval LIBS := $(shell pkg-config --libs $(PKGS)) -lhpdf)$(LIBS)
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) libqpdf))$(PKG_CFLAGS)
STD        := -std=c17 -D_POSIX_C_SOURCE=200809L -Isrc $(WARN)
# the library that reads PDFs is loaded by the commands that need it, by this name
QPDF       = $(eval QPDF := $(shell objdump -p $$(pkg-config --variable=libdir libqpdf)/libqpdf.so | sed -n 's/^ *SONAME *//p'))$(QPDF)
ALL_CFLAGS  = $(STD) $(OPT) -fvisibility=hidden -DBC_VERSION='"$(VERSION)"' \
              -DBC_DATADIR='"$(PREFIX)/share/baocao"' -DBC_QPDF='"$(QPDF)"' $(PKG_CFLAGS) $(CFLAGS)

B    := build/$(VARIANT)
# the release program lies at build/baocao, the others beside their objects
PROG := $(if $(filter release,$(VARIANT)),build/baocao,$(B)/baocao)
LIB  := $(B)/libbaocao.a

LIB_SRC := $(sort $(filter-out src/cli/%,$(wildcard src/*/*.c)) $(wildcard src/*.c))
CLI_SRC := $(sort $(wildcard src/cli/*.c))
LIB_OBJ := $(LIB_SRC:%.c=$(B)/%.o)
CLI_OBJ := $(CLI_SRC:%.c=$(B)/%.o)

UNIT  := $(patsubst %.c,$(B)/%,$(sort $(wildcard tests/unit/test_*.c)))
PROP  := $(patsubst %.c,$(B)/%,$(sort $(wildcard tests/prop/prop_*.c)))
FUZZ  := $(patsubst %.c,$(B)/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
TOOLS := $(B)/tests/tools/diag_list
SLOW  := $(patsubst %.c,$(B)/%,$(sort $(wildcard tests/slow/slow_*.c)))
FAULT := $(B)/tests/fault/alloc $(B)/tests/fault/failio.so $(B)/tests/fault/failpdf.so \
         $(B)/tests/fault/failsubset.so $(B)/tests/fault/failload.so $(B)/tests/fault/hostile.so
BENCH := $(addprefix $(B)/tests/bench/,cold compile empty selfcheck tags warm)

Q   := $(if $(V),,@)
say  = $(if $(V),,@printf '  %-5s %s\n' $(1) $(2))
NPROC := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
PARALLEL = $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(NPROC))

.DELETE_ON_ERROR:
.PHONY: all lib setup demo samples test test-unit test-prop test-cases test-fault test-all \
        test-programs asan-programs golden bench fuzz fuzzers install uninstall man picture lint \
        layers fmt fmt-check clean help
.DEFAULT_GOAL := all

all: $(PROG) ## build the program at build/baocao
lib: $(LIB) ## build the static library

# ---- objects, library, program -------------------------------------------------------------

$(B)/%.o: %.c
	$(call say,CC,$<)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(LIB): $(LIB_OBJ)
	$(call say,AR,$@)
	$(Q)rm -f $@
	$(Q)ar rcs $@ $^

$(PROG): $(CLI_OBJ) $(LIB)
	$(call say,LD,$@)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS) -o $@

$(UNIT): TEST_LIBS := -lcmocka
$(UNIT) $(PROP) $(SLOW) $(TOOLS) $(B)/tests/fault/alloc $(addprefix $(B)/tests/bench/,cold compile selfcheck tags warm): $(B)/%: $(B)/%.o $(LIB)
	$(call say,LD,$@)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS) $(TEST_LIBS) -o $@

# one target, three ways: a replay of the seeds, and with VARIANT=fuzz the fuzzer itself
FUZZ_MAIN := $(if $(filter fuzz,$(VARIANT)),,$(B)/tests/fuzz/replay.o)
$(FUZZ): $(B)/%: $(B)/%.o $(FUZZ_MAIN) $(LIB)
	$(call say,LD,$@)
	$(Q)$(CC) $(OPT) $(if $(FUZZ_MAIN),,-fsanitize=fuzzer) $(LDFLAGS) $^ $(LIBS) -o $@

# every library that the program loads, needed or not, and nothing else
$(B)/tests/bench/empty: $(B)/tests/bench/empty.o
	$(call say,LD,$@)
	$(Q)$(CC) $(OPT) -Wl,--no-as-needed $(LDFLAGS) $^ $(LIBS) -o $@

$(B)/tests/fault/%.so: tests/fault/%.c
	$(call say,LD,$@)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) -std=gnu17 $(WARN) -Wno-pedantic -O2 -fPIC -shared \
	        $(PKG_CFLAGS) $< -o $@

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(UNIT:=.d) $(PROP:=.d) $(SLOW:=.d) $(FUZZ:=.d) $(TOOLS:=.d) \
         $(B)/tests/fault/alloc.d $(BENCH:=.d)
.SECONDARY:

# ---- a newcomer's two commands -------------------------------------------------------------

setup: ## install what building and testing need (apt), if anything is missing
	@tests/tools/setup.sh build test

demo: ## install what that needs, build, render every sample, and a contact sheet
	@tests/tools/setup.sh build demo
	@$(MAKE) --no-print-directory $(PARALLEL) samples

test: setup ## install what testing needs, build, run every test
	@$(MAKE) --no-print-directory $(PARALLEL) all test-programs asan-programs
	@tests/tools/suite.sh

samples: $(PROG) ## render samples/*.json into build/samples/, with a contact sheet
	@tests/tools/render_samples.sh $(PROG)

# ---- tests ---------------------------------------------------------------------------------

test-programs: $(UNIT) $(PROP) $(SLOW) $(FUZZ) $(FAULT) $(TOOLS)
ifneq ($(VARIANT),asan)
asan-programs:
	@$(MAKE) --no-print-directory VARIANT=asan asan-programs
else
asan-programs: $(PROG) $(UNIT) $(PROP) $(FUZZ)
endif

test-unit test-prop test-cases test-fault: test-%: all test-programs ## one kind of test; also test-prop, test-cases, test-fault
	@tests/tools/suite.sh $*

test-all: ## the tests, then valgrind, huge inputs, every fuzzer for T=60 seconds
	@tests/tools/setup.sh build test all
	@$(MAKE) --no-print-directory test
	@tests/tools/valgrind.sh build/baocao
	@tests/tools/verify.py build/asan/baocao --memory-limit 0
	@$(B)/tests/slow/slow_linear 15
	@$(MAKE) --no-print-directory fuzz

golden: all test-programs ## rewrite the expected files of tests/cases and tests/struct from what comes out now
	@tests/run.sh --golden $(PROG) tests/cases
	@tests/tools/struct.sh $(PROG) --golden

fuzzers: $(FUZZ)
fuzz: ## run each fuzzer for T=60 seconds (needs clang)
	@$(MAKE) --no-print-directory $(PARALLEL) VARIANT=fuzz CC=clang fuzzers
	@tests/tools/fuzz.sh $(T)

bench: all $(BENCH) ## time and memory of a 10-page report
	@tests/bench/run.sh $(PROG) $(B)/tests/bench

layers: ## who may include whom
	@tests/tools/layers.sh
lint: all ## layers, headers alone, both compilers without a warning, layout
	@tests/tools/suite.sh layers lint format

fmt: ## let clang-format lay out every C file
	clang-format -i $$(find src tests -name '*.[ch]')
fmt-check: ## fail if clang-format would change a file
	clang-format --dry-run -Werror $$(find src tests -name '*.[ch]')

# ---- committed files that are made from others ---------------------------------------------

man: $(TOOLS) ## bring the list of diagnostics in baocao.1 up to date
	@tests/tools/man_diagnostics.sh $(TOOLS) src/man/baocao.1

# TEMPLATE:SAMPLE:PAGE, the page that shows most of it
PICTURES := so-ket:ninh-thuan:1 tong-ket:tong-ket:4 nhiem-ky:dien-bien:1 dinh-ky:dinh-ky:1 \
            chuyen-de:chuyen-de:2 don-vi:don-vi:1 tong-hop:tong-hop:4 tom-tat:tom-tat:1 \
            bang-tiep-thu:bang-tiep-thu:2 cong-van-gui-kem:cong-van:1

picture: samples ## remake the README's pictures (needs pdftoppm)
	@mkdir -p samples/pages
	@for p in $(PICTURES); do IFS=:; set -- $$p; \
	        tests/tools/picture.py samples/pages/$$1.png build/samples/$$2.pdf $$3 || exit 1; done

# ---- installation --------------------------------------------------------------------------

SHARE := share/baocao
SHARED_FILES = $(wildcard fonts/* templates/*.json templates/*/*.json)

install: all ## install under PREFIX (/usr/local), below DESTDIR if given
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib $(DESTDIR)$(PREFIX)/include \
	        $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(PROG) $(DESTDIR)$(PREFIX)/bin/baocao
	install -m 644 $(LIB) $(DESTDIR)$(PREFIX)/lib/libbaocao.a
	install -m 644 src/baocao.h $(DESTDIR)$(PREFIX)/include/baocao.h
	install -m 644 src/man/baocao.1 $(DESTDIR)$(PREFIX)/share/man/man1/baocao.1
	for f in $(SHARED_FILES); do \
	        install -D -m 644 "$$f" "$(DESTDIR)$(PREFIX)/$(SHARE)/$$f" || exit 1; done

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/baocao $(DESTDIR)$(PREFIX)/lib/libbaocao.a \
	        $(DESTDIR)$(PREFIX)/include/baocao.h $(DESTDIR)$(PREFIX)/share/man/man1/baocao.1
	rm -rf $(DESTDIR)$(PREFIX)/$(SHARE)

# --------------------------------------------------------------------------------------------

help: ## this list
	@grep -hE '^[a-z-]+( [a-z -]+)?:.*##' $(MAKEFILE_LIST) | sed -E 's/[ :].*## /\t/' | expand -t 14

clean: ## remove build/
	rm -rf build

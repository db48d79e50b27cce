# smquiz: build, test and install.  GNU make; `make help` lists the targets.
VERSION = 1.0.0

PREFIX ?= /usr/local
bindir ?= $(PREFIX)/bin
datadir ?= $(PREFIX)/share
mandir ?= $(datadir)/man
localedir ?= $(datadir)/locale
libdir ?= $(PREFIX)/lib
zshdir ?= $(datadir)/zsh/site-functions

# CC, CFLAGS, CPPFLAGS, LDFLAGS and LDLIBS are the packager's; what smquiz needs is kept apart.
CFLAGS ?= -O2 -g
PKG_CONFIG ?= pkg-config
INSTALL ?= install

comma := ,
# SANITIZE=address,undefined builds and tests in a folder of its own.
BUILD := build$(if $(SANITIZE),-$(subst $(comma),-,$(SANITIZE)))

SYSTEM := $(shell uname -s)
# Linux hides POSIX and terminal calls under -std=c11; the BSDs and macOS hide them when asked.
FEATURES := $(if $(filter Linux,$(SYSTEM)),-D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE)
INTL_LIBS := $(if $(filter Linux,$(SYSTEM)),,-lintl)

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla -Wformat=2 $(if $(WERROR),-Werror)
BASE := -std=c11 $(FEATURES) -Iinclude -MMD -MP
DEFINES := -DSMQ_VERSION='"$(VERSION)"' -DSMQ_DATADIR='"$(datadir)"' \
	-DSMQ_LOCALEDIR='"$(localedir)"' -DSMQ_LIBDIR='"$(libdir)"'

# Hardening where the compiler has it; a packager who fortifies decides the level.
accepts = $(shell $(CC) -Werror $(1) -x c -c /dev/null -o /dev/null 2>/dev/null && echo '$(1)')
links = $(shell echo 'int main(void){return 0;}' | \
	$(CC) -Werror $(1) -x c - -o /dev/null 2>/dev/null && echo '$(1)')
FORTIFY := $(if $(SANITIZE)$(findstring FORTIFY,$(CPPFLAGS) $(CFLAGS)),,$(if \
	$(findstring -O,$(filter-out -O0,$(CFLAGS))),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3))
HARDEN := $(foreach flag,-fstack-protector-strong -fstack-clash-protection -fcf-protection \
	-fPIE,$(call accepts,$(flag)))
HARDEN_LD := $(foreach flag,-pie -Wl$(comma)-z$(comma)relro -Wl$(comma)-z$(comma)now,$(call \
	links,$(flag)))
SANITIZER := $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all \
	-fno-omit-frame-pointer)

pkg = $(shell $(PKG_CONFIG) $(1) $(2))
CURSES_CFLAGS := $(call pkg,--cflags,ncursesw)
IO_CFLAGS := $(call pkg,--cflags,libconfig sqlite3 jansson)
CORE_LIBS := -lunistring $(INTL_LIBS) -lm
IO_LIBS := $(call pkg,--libs,libconfig sqlite3 jansson) $(if $(filter Linux,$(SYSTEM)),-ldl) -pthread
UI_LIBS := $(call pkg,--libs,ncursesw)

# make V=1 shows the whole commands.
Q := $(if $(V),,@)
COMPILE = $(CC) $(BASE) $(WARN) $(DEFINES) $(HARDEN) $(SANITIZER) $(FORTIFY) $(CPPFLAGS) $(CFLAGS)
LINK = $(CC) $(HARDEN) $(SANITIZER) $(CFLAGS) $(HARDEN_LD) $(LDFLAGS)

objects = $(patsubst src/%.c,$(BUILD)/%.o,$(sort $(wildcard src/$(1)/*.c)))
CORE := $(BUILD)/libcore.a
IO := $(call objects,io)
UI := $(call objects,ui)
APP := $(call objects,app)
# The module for PostgreSQL, where its library is.  It has its own copy of the pure core, which
# keeps nothing, rather than the program's: linking it in works everywhere and pulls in what it
# needs, and the program need not show its inside to what it loads.
TEAM := $(call objects,team)
TEAM_SHARES := $(BUILD)/io/clock.o $(BUILD)/io/entropy.o
LIBPQ := $(shell $(PKG_CONFIG) --exists libpq 2>/dev/null && echo libpq)
MODULE := $(if $(LIBPQ),$(BUILD)/smquiz-team.so)
TEAM_CFLAGS := $(if $(LIBPQ),$(call pkg,--cflags,libpq))
TEAM_LIBS := $(if $(LIBPQ),$(call pkg,--libs,libpq))

# Translations: one file for a language, LANGUAGE.po, checked and compiled where gettext is.
PO := po
MSGFMT := $(shell command -v msgfmt)
LANGUAGES := $(patsubst $(PO)/%.po,%,$(sort $(wildcard $(PO)/*.po)))
CATALOGS := $(if $(MSGFMT),$(LANGUAGES:%=$(BUILD)/locale/%/LC_MESSAGES/smquiz.mo))

tests = $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/$(1)/test_*.c)))
UNIT_TESTS := $(call tests,unit)
IO_TESTS := $(call tests,io)
SCREEN_TESTS := $(call tests,screens)
PTY_TESTS := $(call tests,pty)
# Whatever strangers put into files, names and the environment, against the program itself.
HOSTILE_TEST := $(BUILD)/tests/hostile/test_hostile
# The fuzz targets without libFuzzer: for the inputs that are kept.
REPLAYS := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
PTY_HARNESS := $(patsubst %.c,$(BUILD)/%.o,$(filter-out tests/pty/test_%,$(wildcard tests/pty/*.c)))

.PHONY: all play install uninstall dist deb clean help FORCE
.PHONY: check check-quick check-package test-programs check-interop interop-programs
.PHONY: lint tidy analyzer cppcheck coverage coverage-tests
.PHONY: bench bench-speed bench-growth bench-learning bench-session
.PHONY: trial-kill trial-many trial-terminal trial-fail trial-hostile
.PHONY: screenshots pot
.PHONY: fuzz fuzz-record fuzz-keep
.SECONDARY:
.DELETE_ON_ERROR:

all: $(BUILD)/smquiz $(MODULE) $(CATALOGS)
	$(if $(MODULE),,@echo 'Without sessions in PostgreSQL: libpq and its headers are not here.')
	$(if $(LANGUAGES),$(if $(MSGFMT),,@echo 'In English only: gettext with its msgfmt is not here.'))

$(BUILD)/smquiz: $(BUILD)/main.o $(APP) $(UI) $(IO) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(UI_LIBS) $(IO_LIBS) $(CORE_LIBS) $(LDLIBS)

HIDE_LD := $(call links,-Wl$(comma)--exclude-libs$(comma)ALL)
$(BUILD)/smquiz-team.so: $(TEAM) $(TEAM_SHARES) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(CC) $(SANITIZER) $(CFLAGS) -shared $(filter-out -pie,$(HARDEN_LD)) $(HIDE_LD) $(LDFLAGS) \
		-o $@ $^ $(TEAM_LIBS) $(CORE_LIBS) $(LDLIBS)

$(CORE): $(call objects,core)
	$(if $(V),,@echo "  AR    $@")
	$(Q)rm -f $@ && $(AR) rcs $@ $^

# Rebuild what other flags or another compiler would build differently.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(COMPILE) $(LINK) $(LDLIBS))' | cmp -s - $@ || \
		echo '$(subst ','\'',$(COMPILE) $(LINK) $(LDLIBS))' >$@

$(BUILD)/%.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC    $@")
	$(Q)$(COMPILE) $(LAYER_CFLAGS) -c -o $@ $<
$(UI): LAYER_CFLAGS = $(CURSES_CFLAGS)
$(IO): LAYER_CFLAGS = $(IO_CFLAGS)
$(TEAM): LAYER_CFLAGS = $(TEAM_CFLAGS) -fPIC -fvisibility=hidden
$(if $(MODULE),$(TEAM_SHARES)): LAYER_CFLAGS = -fPIC -fvisibility=hidden
$(if $(MODULE),$(call objects,core)): LAYER_CFLAGS = -fPIC

$(BUILD)/locale/%/LC_MESSAGES/smquiz.mo: $(PO)/%.po
	@mkdir -p $(@D)
	$(if $(V),,@echo "  MSGFMT  $@")
	$(Q)$(MSGFMT) --check -o $@ $<

# The template of translations: every sentence for a person, in the order of the files, with what
# the sources tell translators.  The same sources give the same bytes.
MARKS := --keyword --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --flag=_:1:pass-c-format \
	--flag=ngettext:1:pass-c-format --flag=ngettext:2:pass-c-format --flag=err_set:3:c-format \
	--flag=str_addf:2:c-format --flag=faults_add:4:c-format --flag=page_addf:3:c-format \
	--flag=complain:2:c-format \
	--keyword='HINT:1,"a hint at the foot of the screen, behind its key: as short as can be, at most 15 columns"' \
	--keyword='DAY:1,"a day of the week, the name of a row: at most 3 columns"' \
	--keyword='MONTH:1,"a month, the head of some columns: at most 3 columns"'
pot:
	@mkdir -p $(BUILD) $(PO)
	@xgettext --language=C --from-code=UTF-8 $(MARKS) --add-comments=TRANSLATORS --add-location=file \
		--package-name=smquiz --package-version=$(VERSION) --copyright-holder='The smquiz founders' \
		--msgid-bugs-address=maintainers@smquiz.invalid -o $(BUILD)/smquiz.pot \
		$(sort $(wildcard include/*/*.h src/*.c src/*/*.c))
	@sed -e 's/^# SOME DESCRIPTIVE TITLE\.$$/# The sentences of smquiz, to translate./' -e '/^# FIRST AUTHOR/d' \
		-e '/^# Copyright (C)/s/ YEAR//' -e '/^"POT-Creation-Date:/d' $(BUILD)/smquiz.pot >$(PO)/smquiz.pot

play: $(BUILD)/smquiz
	$(BUILD)/smquiz

# --- tests -----------------------------------------------------------------------------------
CMOCKA_CFLAGS = $(call pkg,--cflags,cmocka)
CMOCKA_LIBS = $(call pkg,--libs,cmocka)
PTY_CFLAGS = $(call pkg,--cflags,vterm sqlite3)
PTY_LIBS = $(call pkg,--libs,vterm sqlite3)

$(BUILD)/tests/%.o: tests/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC    $@")
	$(Q)$(COMPILE) $(CMOCKA_CFLAGS) $(PTY_CFLAGS) $(IO_CFLAGS) $(TEAM_CFLAGS) -Itests -Itests/unit -c -o $@ $<
$(UNIT_TESTS): %: %.o $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(CMOCKA_LIBS) $(CORE_LIBS) $(LDLIBS)
$(IO_TESTS): %: %.o $(IO) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(CMOCKA_LIBS) $(IO_LIBS) $(CORE_LIBS) $(LDLIBS)
$(SCREEN_TESTS): %: %.o $(APP) $(UI) $(IO) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(CMOCKA_LIBS) $(UI_LIBS) $(IO_LIBS) $(CORE_LIBS) $(LDLIBS)
$(PTY_TESTS): %: %.o $(PTY_HARNESS)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(CMOCKA_LIBS) $(PTY_LIBS) $(LDLIBS)

$(REPLAYS): %: %.o $(BUILD)/tests/fuzz/replay.o $(BUILD)/ui/keys.o $(IO) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(IO_LIBS) $(CORE_LIBS) $(LDLIBS)

$(HOSTILE_TEST): $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/hostile/*.c)) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(IO_LIBS) $(CORE_LIBS) $(LDLIBS)

# Whatever may fail, failing in turn.  --wrap is of GNU's linker and those like it.
AT_TERMINAL := $(BUILD)/tests/trial/at_terminal
FAIL_ALLOC_LD := $(call links,-Wl$(comma)--wrap=calloc) -Wl,--wrap=realloc
FAIL_ALLOC := $(if $(findstring calloc,$(FAIL_ALLOC_LD)),$(BUILD)/tests/trial/smquiz)
$(AT_TERMINAL): %: %.o $(PTY_HARNESS)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(PTY_LIBS) $(LDLIBS)
$(BUILD)/tests/trial/smquiz: $(BUILD)/tests/trial/fail_alloc.o $(BUILD)/main.o $(APP) $(UI) $(IO) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) $(FAIL_ALLOC_LD) -o $@ $^ $(UI_LIBS) $(IO_LIBS) $(CORE_LIBS) $(LDLIBS)

# The pictures in screens/: real screens, drawn as SVG.
DRAW := $(BUILD)/tests/pictures/draw
PICTURE_TESTS := $(call tests,pictures)
PICTURES := $(patsubst %.c,$(BUILD)/%.o,$(filter-out tests/pictures/test_%,$(wildcard \
	tests/pictures/*.c)))
$(DRAW): $(PICTURES) $(PTY_HARNESS) $(APP) $(UI) $(IO) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(PTY_LIBS) $(UI_LIBS) $(IO_LIBS) $(CORE_LIBS) $(LDLIBS)
$(PICTURE_TESTS): %: %.o $(BUILD)/tests/pictures/svg.o $(BUILD)/tests/pty/display.o $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(CMOCKA_LIBS) $(PTY_LIBS) $(CORE_LIBS) $(LDLIBS)
screenshots: $(BUILD)/smquiz $(DRAW)
	@mkdir -p screens && rm -f screens/*.svg
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz $(DRAW) screens

# What is in tests/cli without an ending is a test.
CLI_TESTS := $(foreach file,$(sort $(wildcard tests/cli/*)),$(if $(suffix $(file)),,$(file)))
FAIL_TRIALS := tests/trial/calls tests/trial/memory
TESTS := $(UNIT_TESTS) $(IO_TESTS) $(SCREEN_TESTS) $(CLI_TESTS) tests/pseudo/run $(HOSTILE_TEST) \
	tests/fuzz/replay tests/bank/agreement tests/bank/shipped tests/spool/run tests/install/run $(PTY_TESTS) \
	$(PICTURE_TESTS) tests/pictures/current $(FAIL_TRIALS)

test-programs: $(BUILD)/smquiz $(UNIT_TESTS) $(IO_TESTS) $(SCREEN_TESTS) $(PTY_TESTS) $(REPLAYS) \
	$(HOSTILE_TEST) $(AT_TERMINAL) $(FAIL_ALLOC) $(PICTURE_TESTS) $(DRAW)
check: test-programs
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz tests/run $(TESTS)

# Seconds instead of a minute, with cmocka alone.
QUICK_TESTS := $(UNIT_TESTS) $(IO_TESTS) $(SCREEN_TESTS)
check-quick: PTY_CFLAGS =
check-quick: $(BUILD)/smquiz $(QUICK_TESTS)
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz tests/run $(QUICK_TESTS)

# Every single call and allocation, where check takes a few.
trial-fail: test-programs
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz EVERY=1 tests/run $(FAIL_TRIALS) tests/cli/disk

# Every screen times everything that can happen on a terminal; check runs a part of it.
TERMINAL_TRIAL := $(foreach name,matrix descriptions,$(BUILD)/tests/pty/test_$(name))
trial-terminal: $(BUILD)/smquiz $(TERMINAL_TRIAL)
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz tests/pty/trial-terminal $(TERMINAL_TRIAL)

# Every hostile text in every place, and every heavy file: half an hour.  ONLY=words for some of it.
trial-hostile: $(BUILD)/smquiz $(HOSTILE_TEST)
	@HOSTILE=all SMQUIZ=$(CURDIR)/$(BUILD)/smquiz $(HOSTILE_TEST)

# Over a real PostgreSQL, where its library is.
TEAM_TESTS := $(if $(MODULE),$(call tests,interop))
PUSH_MANY := $(if $(MODULE),$(BUILD)/tests/interop/push_many)
$(TEAM_TESTS): %: %.o $(TEAM) $(IO) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(CMOCKA_LIBS) $(TEAM_LIBS) $(IO_LIBS) $(CORE_LIBS) $(LDLIBS)
$(BUILD)/tests/interop/push_many $(BUILD)/tests/bench/session \
	$(BUILD)/tests/bench/speed_store: %: %.o $(IO) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(IO_LIBS) $(CORE_LIBS) $(LDLIBS)

# With programs that are not ours: exports against what they read (node, npm with its registry, and
# python3), sessions over PostgreSQL (its server, and libpq to build with), completion in other shells.
interop-programs: all $(TEAM_TESTS) $(PUSH_MANY)
check-interop: interop-programs
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz JOBS=1 tests/run tests/interop/run tests/interop/team tests/interop/session \
		tests/interop/guest tests/interop/report tests/interop/completions

# How much of the code the tests run, and what of the core they do not; only gcc and its gcov count.
coverage:
	@find build-coverage -name '*.gcda' -delete 2>/dev/null; \
		$(MAKE) BUILD=build-coverage CC=gcc CFLAGS='-O0 -g --coverage' coverage-tests
	@BUILD=build-coverage tests/coverage/run
# cli/disk plays as other users, who may not write the counters.
coverage-tests: test-programs
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz tests/run $(UNIT_TESTS) $(IO_TESTS) $(SCREEN_TESTS) \
		$(filter-out tests/cli/disk,$(CLI_TESTS)) $(PTY_TESTS)

# Simulated learners; SEED=n and LEARNERS=n choose which and how many.
BENCH_LEARNING := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/bench/learning*.c)))
$(BUILD)/tests/bench/learning: $(BENCH_LEARNING) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(CORE_LIBS) $(LDLIBS)
bench-learning: $(BUILD)/tests/bench/learning
	@$(foreach name,SEED LEARNERS,$(if $($(name)),$(name)=$($(name)))) $<

# 500 participants over a folder and over PostgreSQL; PEOPLE=n for fewer.
bench-session: all $(BUILD)/tests/bench/session
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz $(if $(PEOPLE),PEOPLE=$(PEOPLE)) tests/bench/session-run

# What is measured beside the shortest program that does the same; PAIRS=n, ONLY=name.
bench: bench-speed bench-growth

SPEED := $(patsubst %,$(BUILD)/tests/bench/%,speed speed_store floor_curses floor_stack)
FLOOR_OBJECTS := $(patsubst %,$(BUILD)/tests/bench/floor_%.o,screens curses stack)
$(FLOOR_OBJECTS): PTY_CFLAGS = $(CURSES_CFLAGS)
$(BUILD)/tests/bench/speed: $(patsubst %,$(BUILD)/tests/bench/speed%.o,_picture _run) \
	$(BUILD)/tests/bench/speed.o
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(call pkg,--libs,vterm) $(LDLIBS)
$(BUILD)/tests/bench/floor_curses: %: %.o $(BUILD)/tests/bench/floor_screens.o
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(UI_LIBS) $(LDLIBS)
$(BUILD)/tests/bench/floor_stack: %: %.o $(BUILD)/tests/bench/floor_screens.o
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(UI_LIBS) $(call pkg,--libs,libconfig sqlite3) $(LDLIBS)
bench-speed: $(BUILD)/smquiz $(SPEED)
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz $(foreach name,PAIRS ONLY ANSWERS PROFILE,$(if $($(name)),$(name)='$($(name))')) \
		tests/bench/speed-run

# How loading, progress and reports grow, against libconfig's and SQLite's own work; SEED=n.
BENCH_GROWTH := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/bench/growth*.c)))
$(BUILD)/tests/bench/growth: $(BENCH_GROWTH) $(IO) $(CORE)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(IO_LIBS) $(CORE_LIBS) $(LDLIBS)
$(BUILD)/tests/bench/floor_rows: %: %.o $(BUILD)/io/store_schema.o
	$(if $(V),,@echo "  LINK  $@")
	$(Q)$(LINK) -o $@ $^ $(call pkg,--libs,sqlite3) $(LDLIBS)
bench-growth: all $(patsubst %,$(BUILD)/tests/bench/%,growth speed_store floor_rows)
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz $(if $(SEED),SEED=$(SEED)) $(BUILD)/tests/bench/growth

# Killed in a thousand moments; KILLS=n for others.
trial-kill: $(BUILD)/smquiz $(BUILD)/tests/pty/test_kill
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz KILLS=$(or $(KILLS),1000) $(BUILD)/tests/pty/test_kill

# Two hundred who finish in the same moment; MANY=n for others.
trial-many: $(BUILD)/smquiz $(BUILD)/tests/io/test_many
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz MANY=$(or $(MANY),200) $(BUILD)/tests/io/test_many

# Clang's libFuzzer, for FUZZ_SECONDS of the processor each (tests/fuzz/run says more); what it finds
# is left in build-fuzz.  FUZZERS="gift csv" for some of them.
FUZZERS ?= $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZED := $(patsubst src/%.c,build-fuzz/%.o,$(sort $(wildcard src/core/*.c src/io/*.c) src/ui/keys.c))
FUZZ_TARGETS := $(patsubst %,build-fuzz/fuzz_%,$(FUZZERS))
FUZZ_COMPILE = clang $(BASE) $(DEFINES) $(IO_CFLAGS) -O1 -g -fno-omit-frame-pointer \
	-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all

build-fuzz/%.o: src/%.c
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC    $@")
	$(Q)$(FUZZ_COMPILE) -c -o $@ $<
build-fuzz/%.o: tests/fuzz/%.c
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC    $@")
	$(Q)$(FUZZ_COMPILE) -Itests/unit -c -o $@ $<
build-fuzz/fuzz_%: build-fuzz/fuzz_%.o $(FUZZED)
	$(if $(V),,@echo "  LINK  $@")
	$(Q)clang -fsanitize=fuzzer,address,undefined -o $@ $^ $(IO_LIBS) $(CORE_LIBS)

# As many at once as there are processors.
fuzz: $(FUZZ_TARGETS)
	@printf '%s\n' $(FUZZERS) | xargs -P "$$(getconf _NPROCESSORS_ONLN)" -n 1 tests/fuzz/run
# The same, and what was done goes into tests/fuzz/hours.
fuzz-record: export RECORD = 1
fuzz-record: fuzz
# What was found since goes into tests/fuzz/corpus, in as few inputs as reach the same.
fuzz-keep: $(FUZZ_TARGETS)
	@tests/fuzz/keep $(FUZZERS)

# Three tools that look for faults without running anything; `make lint` asks them, too.  What was
# clean is looked at again when it, a header of its or a rule has changed; cppcheck sees all at once.
OBJECTS := $(BUILD)/main.o $(APP) $(UI) $(IO) $(call objects,core) $(if $(LIBPQ),$(TEAM))
LIB_CFLAGS = $(CURSES_CFLAGS) $(IO_CFLAGS) $(TEAM_CFLAGS)

tidy: $(patsubst $(BUILD)/%.o,$(BUILD)/tidy/%,$(OBJECTS))
$(BUILD)/tidy/%: src/%.c $(BUILD)/%.o .clang-tidy
	@mkdir -p $(@D)
	$(if $(V),,@echo "  TIDY  $<")
	$(Q)clang-tidy --quiet --warnings-as-errors='*' $< -- $(filter-out -M%,$(BASE)) $(DEFINES) \
		$(LIB_CFLAGS)
	@touch $@

analyzer:
	$(MAKE) BUILD=build-analyzer CC=gcc CFLAGS='-O0 -fanalyzer' WERROR=1 all

cppcheck:
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --error-exitcode=1 \
		--library=posix --suppressions-list=tests/lint/cppcheck $(filter-out -M% -std%,$(BASE)) \
		$(DEFINES) -Itests src include tests

lint: $(BUILD)/smquiz $(CORE)
	@SMQUIZ=$(CURDIR)/$(BUILD)/smquiz CORE=$(CORE) MAKE='$(MAKE)' tests/lint/run

# --- installing ------------------------------------------------------------------------------
BANK := $(sort $(wildcard questions/*.cfg))
MANUALS := $(patsubst man/%,%,$(sort $(wildcard man/*.[1-9])))
section = man$(subst .,,$(suffix $(1)))
man_home = $(DESTDIR)$(mandir)
bank_home = $(DESTDIR)$(datadir)/smquiz
module_home = $(DESTDIR)$(libdir)/smquiz
bash_home = $(DESTDIR)$(datadir)/bash-completion/completions
zsh_home = $(DESTDIR)$(zshdir)
fish_home = $(DESTDIR)$(datadir)/fish/vendor_completions.d

# The manuals as they are installed: with the version, and with the folders that were chosen.
$(BUILD)/man/%: man/% $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)sed -e 's|/usr/local/share/locale|$(localedir)|' \
		-e 's|/usr/local/share/zsh/site-functions|$(zshdir)|' \
		-e 's|/usr/local/share/|$(datadir)/|' -e 's|/usr/local/lib/|$(libdir)/|' \
		-e 's|/usr/local/bin/|$(bindir)/|' \
		-e 's|^\.Os$$|.Os smquiz $(VERSION)|' $< >$@

install: all $(MANUALS:%=$(BUILD)/man/%)
	$(INSTALL) -d $(DESTDIR)$(bindir) $(sort $(foreach page,$(MANUALS),$(man_home)/$(call \
		section,$(page)))) $(bank_home)/questions $(bash_home) $(zsh_home) $(fish_home)
	$(INSTALL) -m 755 $(BUILD)/smquiz $(DESTDIR)$(bindir)/smquiz
	$(if $(MODULE),$(INSTALL) -d $(module_home))
	$(if $(MODULE),$(INSTALL) -m 644 $(MODULE) $(module_home))
	for page in $(MANUALS); do \
		$(INSTALL) -m 644 $(BUILD)/man/$$page $(man_home)/man$${page##*.} || exit; \
	done
	$(INSTALL) -m 644 $(BANK) $(bank_home)/questions
	for language in $(if $(CATALOGS),$(LANGUAGES)); do \
		$(INSTALL) -d $(DESTDIR)$(localedir)/$$language/LC_MESSAGES || exit; \
		$(INSTALL) -m 644 $(BUILD)/locale/$$language/LC_MESSAGES/smquiz.mo \
			$(DESTDIR)$(localedir)/$$language/LC_MESSAGES || exit; \
	done
	$(INSTALL) -m 644 completions/smquiz.bash $(bash_home)/smquiz
	$(INSTALL) -m 644 completions/_smquiz $(zsh_home)
	$(INSTALL) -m 644 completions/smquiz.fish $(fish_home)

# What install put there, and the folders that are ours alone.
uninstall:
	rm -f $(DESTDIR)$(bindir)/smquiz
	rm -f $(foreach page,$(MANUALS),$(man_home)/$(call section,$(page))/$(page))
	rm -f $(BANK:%=$(bank_home)/%) $(module_home)/smquiz-team.so
	rm -f $(LANGUAGES:%=$(DESTDIR)$(localedir)/%/LC_MESSAGES/smquiz.mo)
	rm -f $(bash_home)/smquiz $(zsh_home)/_smquiz $(fish_home)/smquiz.fish
	-rmdir $(bank_home)/questions $(bank_home) $(module_home) 2>/dev/null

# --- releasing -------------------------------------------------------------------------------
# The tarball is the same, byte for byte, whoever packs it wherever: what git knows, or everything
# in an unpacked one, of the time debian/changelog says.  TAR is GNU tar.
TAR ?= tar
NAME := smquiz-$(VERSION)
RELEASED = $(shell sed -n '/^ -- /{s/.*>  //p;q;}' debian/changelog)
dist:
	@mkdir -p $(BUILD)
	@if [ -e .git ]; then \
		git ls-files -z; \
	else \
		find . -type f ! -path './build/*' ! -path './build-*' -print0 | sed -z 's|^\./||' | \
			LC_ALL=C sort -z; \
	fi >$(BUILD)/dist.files
	@$(TAR) --format=ustar --mode=u+rw,go=rX --owner=0 --group=0 --numeric-owner \
		--mtime='$(if $(SOURCE_DATE_EPOCH),@$(SOURCE_DATE_EPOCH),$(RELEASED))' \
		--transform='s|^|$(NAME)/|' --null -T $(BUILD)/dist.files -cf $(BUILD)/$(NAME).tar
	@rm $(BUILD)/dist.files && gzip -9nf $(BUILD)/$(NAME).tar && echo $(BUILD)/$(NAME).tar.gz

# Debian packages, source and binary, out of that tarball; what this make was told is not for them.
DEB := $(BUILD)/deb
deb: dist
	@missing=; for tool in dpkg-buildpackage:dpkg-dev dh:debhelper; do \
		command -v "$${tool%:*}" >/dev/null || missing="$$missing $${tool#*:}"; \
	done; \
	[ -z "$$missing" ] || { echo "make deb: please install$$missing" >&2; exit 1; }
	@rm -rf $(DEB) && mkdir -p $(DEB)
	@umask 022 && $(TAR) -xf $(BUILD)/$(NAME).tar.gz -C $(DEB)
	@umask 022 && cd $(DEB)/$(NAME) && env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL -u DESTDIR -u PREFIX \
		-u CC -u CPPFLAGS -u CFLAGS -u LDFLAGS -u WERROR dpkg-buildpackage -us -uc \
		$(if $(V),,>../../deb.log 2>&1 || { tail -n 60 ../../deb.log; exit 1; })
	@rm -rf $(DEB)/$(NAME) && ls $(DEB)/*

# Built again elsewhere, where the tests run, and installed into a bare Debian.
check-package: export DEB_BUILD_OPTIONS = nocheck
check-package: deb
	@DEB=$(CURDIR)/$(DEB) MAKE='$(MAKE)' tests/run tests/package/lintian tests/package/again tests/package/bare

clean:
	rm -rf build build-*

help:
	@echo 'make            build $(BUILD)/smquiz'
	@echo 'make play       build and start the game'
	@echo 'make check      build and run the tests'
	@echo 'make check-quick    those of functions, files and screens, in seconds'
	@echo 'make check-interop  compare exports with what other programs read; PostgreSQL'
	@echo 'make check-package  Debian packages: built twice, the same; installed in a bare root'
	@echo 'make lint       check the rules a machine can hold'
	@echo 'make tidy analyzer cppcheck  each of the three analyses that lint asks for'
	@echo 'make coverage   what the tests run, and what of the core they do not'
	@echo 'make bench      speed and growth beside the shortest programs that do the same;'
	@echo '                bench-speed, bench-growth for one of them'
	@echo 'make bench-learning  simulated learners, by this picking and by others'
	@echo 'make bench-session   500 participants over a folder and over PostgreSQL'
	@echo 'make trial-kill      killed in a thousand moments, nothing is lost'
	@echo 'make trial-many      two hundred finish in the same moment'
	@echo 'make trial-terminal  every screen times every signal, stop and size'
	@echo 'make trial-hostile   every hostile text in every place'
	@echo 'make trial-fail      every call and every allocation of ours failing in turn'
	@echo 'make fuzz       feed the readers of files, and the game, with anything'
	@echo 'make fuzz-record, fuzz-keep  the same for tests/fuzz/hours; keep its inputs'
	@echo 'make screenshots     draw the pictures in screens/ anew'
	@echo 'make pot        po/smquiz.pot, the template of translations, anew (po/README.md)'
	@echo 'make install    into PREFIX (/usr/local), under DESTDIR when given'
	@echo 'make uninstall  take out what install put there'
	@echo 'make dist       the source as $(BUILD)/$(NAME).tar.gz'
	@echo 'make deb        Debian packages, source and binary, in $(DEB)'
	@echo 'make clean      remove what was built'
	@echo 'Options: V=1  CC=clang  SANITIZE=address,undefined  WERROR=1  CFLAGS=… LDFLAGS=…'

-include $(shell for folder in $(BUILD) build-fuzz; do test ! -d $$folder || find $$folder -name '*.d'; done)

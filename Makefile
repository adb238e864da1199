# The two commands of this project are `make demo` and `make test`; both need only Swift and Debian.

SWIFT ?= swift
PREFIX ?= /usr/local
# Where the parts go that are not the program; packages for zsh of Debian belong elsewhere.
MANDIR ?= $(PREFIX)/share/man/man1
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d
DOCDIR ?= $(PREFIX)/share/doc/comissoes
DOCUMENTS = README.md CHANGELOG.md LICENSE config.example.json
# What --versao tells; empty, and told so, where there is no history of the sources.
export COMMIT := $(shell git describe --always --dirty --abbrev=12 --exclude='*' 2>/dev/null)
# The day of the man page.
COMMIT_TIME = $(shell git log -1 --format=%ct 2>/dev/null)
# More flags for the compiler; the gate passes -warnings-as-errors.
FLAGS ?=

# The runtime of Swift goes into the programs: they start in half the time, on machines without Swift.
RELEASE = -c release --static-swift-stdlib -Xswiftc -use-ld=lld \
  -Xlinker -z -Xlinker pack-relative-relocs
BINARY = .build/release/comissoes
MES = Fixtures/planilhas/mes

# For `make fuzz`: how many mutants, from which seed, in how many processes at a time; or only one.
N ?= 2000
SEED ?= 1
JOBS ?= 2
ONLY ?=

# For `make bench`: how often each is run, and the sizes; ONLY names parts of it.
ROUNDS ?= 5
ROWS ?= 1000000
XLS_ROWS ?= 65535
TIMES ?= 10,100

.PHONY: help setup build demo pictures test fuzz same faults bench bench-instr page lint \
  install install-built uninstall deb deb-check clean

help:
	@echo 'make demo                 sets up, builds, and runs a whole month in demo/'
	@echo 'make test                 sets up, and runs every test'
	@echo 'make pictures             renders the workbooks of that month as pictures, where LibreOffice is'
	@echo 'make faults               kills, starves and hurries the program for a quarter of an hour'
	@echo 'make fuzz N=2000 SEED=1   lets the program read N damaged spreadsheets'
	@echo 'make same N=1000 SEED=1   reads N damaged sheets with and without libxml2 and compares'
	@echo 'make bench ONLY=xls,month measures beside other readers, into Docs/desempenho.md'
	@echo 'make bench-instr          counts instructions and allocations; RECORD=1 keeps them'
	@echo 'make page                 looks at the page of a month in Chromium, with the axe rules'
	@echo 'make build                the program, in $(BINARY)'
	@echo 'make lint                 checks the format of the sources and the shell scripts'
	@echo 'make install PREFIX=DIR   program, man page, completions, documents (now $(PREFIX))'
	@echo 'make uninstall PREFIX=DIR takes them away again'
	@echo 'make deb                  the Debian package, in .build/deb'
	@echo 'make deb-check            installs it in a clean Debian and closes a month there (root)'
	@echo 'make clean                removes what was built'

setup:
	@.ci/packages $(SWIFT) zlib1g-dev libxml2-dev libxlsxwriter-dev libssl-dev libzip-dev libicu-dev pkg-config

build: setup
	$(SWIFT) build $(RELEASE) --product comissoes $(FLAGS)

demo: build
	@.ci/demo $(BINARY) $(MES) demo

pictures: build
	@.ci/pictures $(BINARY) $(MES) .build/pictures

test: setup
	$(SWIFT) test $(FLAGS)

# The small disks need root; all takes about a quarter of an hour.
faults: build
	@.ci/packages $(SWIFT) strace
	PROGRAM=$(CURDIR)/$(BINARY) FAULTS=full $(SWIFT) test --filter 'FaultTests\.Faults' $(FLAGS)

fuzz: setup
	$(SWIFT) build $(RELEASE) --product fuzz $(FLAGS)
	.build/release/fuzz $(if $(ONLY),only $(ONLY) $(SEED),$(N) $(SEED) $(JOBS))

same: setup
	$(SWIFT) build $(RELEASE) --product fuzz $(FLAGS)
	.build/release/fuzz same $(N) $(SEED)

# All of it takes about twenty minutes, more when the files are to be made.
bench: build
	@.ci/packages $(SWIFT) python3 python3-venv gcc libc6-dev
	$(SWIFT) build $(RELEASE) --product cells $(FLAGS)
	$(SWIFT) build $(RELEASE) --product cross $(FLAGS)
	.ci/bench --only '$(ONLY)' --rounds $(ROUNDS) --rows $(ROWS) --xls-rows $(XLS_ROWS) --times $(TIMES)

bench-instr: build
	@.ci/packages $(SWIFT) python3 valgrind binutils
	$(SWIFT) build $(RELEASE) --product cells $(FLAGS)
	python3 Tests/Bench/instr.py $(if $(RECORD),--record)

# Installs Chromium; its pictures stay in .build/page.
page: build
	@.ci/packages $(SWIFT) chromium fonts-dejavu-core python3 python3-venv
	.ci/page $(BINARY)

lint:
	@.ci/packages $(SWIFT) shellcheck
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	shellcheck .ci/run .ci/packages .ci/demo .ci/pictures .ci/libfuzzer .ci/bench .ci/deb .ci/deb-check .ci/page

install: build
	@$(MAKE) --no-print-directory install-built

install-built:
	install -d $(addprefix $(DESTDIR),$(PREFIX)/bin $(MANDIR) $(BASHDIR) $(ZSHDIR) $(FISHDIR) \
	  $(DOCDIR)/Docs)
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/comissoes
	SOURCE_DATE_EPOCH=$(COMMIT_TIME) $(BINARY) --generate-man-page >$(DESTDIR)$(MANDIR)/comissoes.1
	$(BINARY) --generate-completion-script bash >$(DESTDIR)$(BASHDIR)/comissoes
	$(BINARY) --generate-completion-script zsh >$(DESTDIR)$(ZSHDIR)/_comissoes
	$(BINARY) --generate-completion-script fish >$(DESTDIR)$(FISHDIR)/comissoes.fish
	chmod 644 $(addprefix $(DESTDIR),$(MANDIR)/comissoes.1 $(BASHDIR)/comissoes \
	  $(ZSHDIR)/_comissoes $(FISHDIR)/comissoes.fish)
	install -m 644 $(DOCUMENTS) $(DESTDIR)$(DOCDIR)
	install -m 644 Docs/*.md $(DESTDIR)$(DOCDIR)/Docs

uninstall:
	rm -f $(addprefix $(DESTDIR),$(PREFIX)/bin/comissoes $(MANDIR)/comissoes.1 \
	  $(BASHDIR)/comissoes $(ZSHDIR)/_comissoes $(FISHDIR)/comissoes.fish)
	rm -rf $(DESTDIR)$(DOCDIR)

deb: build
	@.ci/packages $(SWIFT) dpkg-dev binutils
	@.ci/deb $(BINARY) .build/deb

# Only root can set up a Debian in a folder; the first time it takes the network and some minutes.
deb-check: build
	@.ci/packages $(SWIFT) dpkg-dev binutils debootstrap
	.ci/deb-check $$(.ci/deb $(BINARY) .build/deb)

clean:
	$(SWIFT) package clean
	rm -rf demo

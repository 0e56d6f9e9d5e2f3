# The two commands to know: `make extract` and `make test`. `make help` lists the rest.

DRAFTS ?= raw
OUTPUT ?= output
ALSO ?= docx,ics,xlsx,sqlite
PYTHON ?= $(firstword $(shell command -v python3.11 python3 python 2>/dev/null) python)

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Byte-compiled code starts in half the time; some machines turn that off.
unexport PYTHONDONTWRITEBYTECODE

# The same exact versions everywhere, for what is installed and for what builds it.
export PIP_CONSTRAINT := $(abspath constraints.txt)

.DEFAULT_GOAL := help
.PHONY: help setup extract check-drafts diff test test-cluster check schemas golden screenshot site bench fuzz corpus-diff browser java clean

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | sort | awk -F'\t' '{ printf "  make %-14s %s\n", $$1, $$2 }'

setup: $(VENV)/.installed ## Makes .venv and installs the program with its pinned dependencies

extract: setup ## Every draft in raw/ to output/, in every form (DRAFTS=… OUTPUT=… choose others, ALSO=xlsx fewer forms)
	@$(BIN)/send-extract extract $(DRAFTS) -o $(OUTPUT) $(if $(ALSO),--also $(ALSO))

check-drafts: setup ## What is to be mended in the drafts in raw/
	@$(BIN)/send-extract check $(DRAFTS)

diff: setup ## What changed between the two latest drafts in raw/ (OLD=… NEW=… choose others)
	@$(BIN)/send-extract diff $(if $(OLD)$(NEW),"$(OLD)" "$(NEW)",$(DRAFTS)) || [ $$? = 1 ]

test: $(VENV)/.tested browser ## Every test but those of Spark
	$(BIN)/python -m pytest

test-cluster: $(VENV)/.tested java ## The tests of Spark: on this machine, on a cluster of it, through Spark Connect
	$(BIN)/python -m pytest -m cluster

check: $(VENV)/.tested browser ## Lint, types, import contracts, tests: all that must be clean
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

browser: ## Installs Chromium for the tests of the page, where this may install it
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 \
		|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && echo "Installing Chromium …" \
		&& { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium; } \
		>/dev/null 2>&1; } \
		|| echo "Chromium is not installed; the tests of the page are skipped. Install it with: apt-get install chromium"

java: ## Installs Java for the tests of Spark, where this may install it
	@command -v java >/dev/null 2>&1 \
		|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && echo "Installing Java …" \
		&& { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
		openjdk-17-jre-headless; } >/dev/null 2>&1; } \
		|| echo "Java is not installed; the tests of Spark are skipped. Install it with: apt-get install openjdk-17-jre-headless"

schemas: $(VENV)/.tested ## Writes schemas/ anew from the records, and the pydantic models from them
	$(BIN)/send-extract schema -o schemas
	$(BIN)/python -m tests.models

golden: $(VENV)/.tested ## Writes the expected files of tests/golden/ anew: read the difference before you commit it
	$(BIN)/python -m tests.golden

screenshot: $(VENV)/.tested browser ## The picture of the page in the README, anew
	$(BIN)/python -m tests.writers.page.screenshot

site: $(VENV)/.documented ## The documentation as pages, in build/site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

bench: $(VENV)/.tested ## Times the program beside its floors
	$(BIN)/python -m bench

fuzz: $(VENV)/.tested ## 100,000 damaged files, each reader by what reaches new code, 240 killed runs (MUTANTS=… FIRST=… FUZZ_SECONDS=…)
	$(BIN)/python -W error -m tests.fuzz $(or $(MUTANTS),100000) $(or $(FIRST),0)
	$(BIN)/python -W error -m tests.fuzz.guided $(or $(FUZZ_SECONDS),300)
	$(BIN)/python -m bench kills

corpus-diff: $(VENV)/.tested ## What two versions read otherwise: OLD=… NEW=… (revisions or datasets; CORPUS=… JSON=… STRICT=1)
	@$(BIN)/python -m bench.versions "$(or $(OLD),HEAD)" "$(or $(NEW),.)" --corpus "$(or $(CORPUS),raw)" \
		$(if $(JSON),--json "$(JSON)") $(if $(STRICT),--strict)

clean: ## Removes what was made: .venv, caches, builds (not output/)
	rm -rf $(VENV) build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@echo "Installing the program into $(VENV) …"
	@$(PIP_INSTALL) --editable '.[all]'
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	@echo "Installing what the tests need into $(VENV) …"
	@$(PIP_INSTALL) --editable '.[all,test]'
	@touch $@

$(VENV)/.documented: $(VENV)/.installed
	@echo "Installing what the documentation needs into $(VENV) …"
	@$(PIP_INSTALL) --editable '.[all,docs]'
	@touch $@

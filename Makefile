# Works with nothing but Python 3.11 or later (and Java and Maven for `make neo4j`).
PYTHON ?= $(firstword $(shell command -v python3.11 python3) python3)
VENV := .venv
BIN := $(VENV)/bin
ADDRESS := http://127.0.0.1:8000
SAMPLES := examples/documents
FUZZ_SECONDS ?= 600
DEMO_STORE := embedded:.cybercoop/demo.kgl

# On a terminal, Ctrl-C is for the server alone: with job control it has the terminal to itself,
# so that make does not take the interrupt for a failure.
SHELL := /bin/bash
FOREGROUND = [[ ! -t 0 ]] || set -m; $(1); exit $$?

.DEFAULT_GOAL := help
.PHONY: help demo neo4j test lint docs bench fuzz clean

help: ## what there is to make
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9]+):.*## */  make \1\t/' | expand -t 16

demo: $(VENV)/.installed ## load and resolve the sample documents and serve them on 127.0.0.1:8000
	@CYBERCOOP_STORE=$(DEMO_STORE) $(BIN)/cybercoop load --reference $(SAMPLES)
	@CYBERCOOP_STORE=$(DEMO_STORE) $(BIN)/cybercoop resolve
	@printf '%s\n' \
	  '' \
	  'In another terminal, type for example:' \
	  '  curl "$(ADDRESS)/v1/search?q=Kenya"' \
	  '  CYBERCOOP_STORE=$(DEMO_STORE) $(BIN)/cybercoop query' \
	  ''
	@$(call FOREGROUND,CYBERCOOP_STORE=$(DEMO_STORE) $(BIN)/cybercoop serve)

neo4j: $(VENV)/.installed ## run Neo4j and Neo4j Browser with the sample graph (Java 17, Maven)
	@$(call FOREGROUND,$(BIN)/python -m tools.neo4j $(SHELL) -c '$(BIN)/cybercoop load --reference $(SAMPLES) && $(BIN)/cybercoop resolve')

test: lint ## check everything: style, types, imports, tests on both stores
	$(BIN)/pytest

lint: $(VENV)/.installed-dev ## check style, types and imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.installed-dev ## write the pages of docs/ anew that follow from the code
	$(BIN)/python -m tools.docs

bench: $(VENV)/.installed-dev ## measure reading and writing, each beside its peers
	@for store in embedded neo4j; do \
	  $(BIN)/python -m benchmarks.load --store $$store && \
	  $(BIN)/python -m benchmarks.increments --store $$store || exit 1; done
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@$(BIN)/python -m benchmarks.extraction --profile
	@$(BIN)/python -m benchmarks.resolution --peer

fuzz: $(VENV)/.installed-dev ## feed the extractor with what may break it (FUZZ_SECONDS=600)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	@mkdir -p .cache/fuzz
	$(BIN)/python -m tools.fuzz -max_total_time=$(FUZZ_SECONDS) -timeout=20 -len_control=0 -max_len=800 -artifact_prefix=.cache/fuzz/ .cache/fuzz

clean: ## remove the environment, the demo's graph and all caches
	rm -rf $(VENV) .cache .cybercoop .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'cybercoop needs Python 3.11 or later; name one: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  rm -rf $(VENV); echo 'no venv could be made (Debian: apt-get install python3-venv)' >&2; exit 1; }

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo 'Installing into $(VENV) ...'
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

# Needs git, make and Python 3.11 or newer; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FOLDER ?=
SEED ?= 1
N ?= 100
KINDS ?=
MODES ?=
SAMPLE ?= 0
FORMAT ?= table
SHOW ?=

.PHONY: demo test golden reference bench bench-injection clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.installed
	@$(BIN)/factlint check --exit-zero seeds/

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest
	$(BIN)/factlint test

golden: $(VENV)/.installed-dev
	@$(BIN)/python -m tests.golden_files

reference: $(VENV)/.installed
	@$(BIN)/factlint explain --isolated --write docs/reference

bench: $(VENV)/.installed
	@$(BIN)/python benchmarks/throughput.py $(FOLDER)

bench-injection: $(VENV)/.installed
	@$(BIN)/python -m benchmarks.injection.run $(or $(FOLDER),seeds) --seed $(SEED) --n $(N) \
	  --sample $(SAMPLE) --format $(FORMAT) $(if $(KINDS),--kinds $(KINDS)) \
	  $(if $(MODES),--modes $(MODES)) $(if $(SHOW),--show)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "factlint needs Python 3.11 or newer, but $(PYTHON) is" \
	    "$$($(PYTHON) --version 2>&1); try: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# Two commands do everything: `make demo` and `make test`. Each sets up what it needs.
PYTHON ?= python3
PLACE ?= Münster
PROFILE ?= muenster
PORT ?= 1313
BASE ?= HEAD
export PLACE
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
.DEFAULT_GOAL := help
.PHONY: help demo test check bench preview compare lock clean

help: ## Say what there is.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /  –  /'

demo: .venv/run.stamp ## Make, build and show a demo: make demo PLACE=Tampere
	@$(BIN)/oic-kit demo "$$PLACE"

test: .venv/test.stamp ## Set up everything and run the whole suite.
	@scripts/need-programs
	@$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: .venv/test.stamp ## Style, types and layers.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/test.stamp ## Measure speed and memory, as ratios within one run.
	$(BIN)/python -m tests.bench

preview: .venv/run.stamp ## See the template while you edit it: make preview PROFILE=sennestadt
	@$(BIN)/python scripts/preview.py "$(PROFILE)" --port $(PORT)

compare: .venv/run.stamp ## See what an update from a release would do: make compare BASE=v0.1.0
	@$(BIN)/python scripts/compare.py "$(BASE)"

lock: ## Lock the dependencies anew (needs uv).
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --no-header pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --no-header pyproject.toml requirements/build.in requirements/test.in \
	  -o requirements/test.txt

clean: ## Remove what the other targets made.
	rm -rf .venv build dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Setting up oic-kit (once) …"
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: requirements/test.txt .venv/run.stamp
	@echo "Setting up the tests (once) …"
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

# make all     sets up what is missing and reads raw/ into output/
# make test    sets up what is missing and runs every check and test
# make all RAW=DIR OUTPUT=DIR    the same on other folders

RAW ?= raw
OUTPUT ?= output
PYTHON ?= python3

RUN := .venv/bin/python -m
READY := .venv/.ready

.PHONY: all setup test bench clean

all: setup
	@$(RUN) pipeline run --raw "$(RAW)" --output "$(OUTPUT)"

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed. Install it, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Setting up .venv, once."
	@$(PYTHON) -m venv .venv || { \
	  echo "Python's venv module is needed (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	@$(RUN) pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@$(RUN) pipeline.knowledge.build
	@.venv/bin/python -c 'from pipeline.sameness import places; places.load()'
	@touch $@

test: setup
	@$(RUN) ruff check .
	@$(RUN) mypy
	@$(RUN) pytest -n 2

bench: setup
	@$(RUN) benchmarks

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

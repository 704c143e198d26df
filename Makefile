# Everything runs in .venv, which the first target that needs it makes; a second run takes seconds.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: demo test lint bench clean

$(STAMP): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -qq --disable-pip-version-check -e '.[dev,bench]'
	touch $@

demo: $(STAMP)  ## read samples/ into a ledger and show one record
	$(BIN)/tawthiq add samples --ledger demo-ledger
	$(BIN)/tawthiq show 18-chained-sources.txt --ledger demo-ledger

test: $(STAMP)  ## all tests
	$(BIN)/python -m pytest

lint: $(STAMP)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(STAMP)  ## speed, beside trafilatura on the same pages in the same run
	$(BIN)/python bench/speed.py

clean:  ## remove everything that was made
	rm -rf .venv demo-ledger .pytest_cache .mypy_cache .ruff_cache build *.egg-info

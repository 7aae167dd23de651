# Everything from nothing: git, make and python3 (3.11 or later) are enough.

PYTHON ?= python3
UV := .venv/bin/uv
RUN := .venv/bin

.PHONY: help setup run demo test check format lock browser clean

help:
	@echo "make run      set up everything and open Askwell on http://127.0.0.1:8000"
	@echo "make test     set up everything and run all tests, browsers included"
	@echo "make check    format, lint, types, import contracts, documentation"
	@echo "make demo     load the demonstration data and stop"
	@echo "make format   put the code into its format"
	@echo "make lock     resolve the dependencies again"
	@echo "make clean    remove the environment (never your data)"

setup: .venv/.core

run: .venv/.core
	@$(RUN)/askwell serve --demo

demo: .venv/.core
	@$(RUN)/askwell demo

# With options for pytest, one run; without, parts of the tests run side by side.
test: .venv/.dev browser
	@$(if $(PYTEST),$(RUN)/pytest $(PYTEST),$(RUN)/python tests/side_by_side.py)

check: .venv/.dev
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/djlint --lint --quiet src
	$(RUN)/mypy
	$(RUN)/lint-imports
	$(RUN)/sphinx-build -W -q -b html docs docs/_build

format: .venv/.dev
	$(RUN)/ruff check --fix .
	$(RUN)/ruff format .

lock: .venv/.uv
	$(UV) pip compile pyproject.toml --universal --python-version 3.11 \
		--generate-hashes --no-header -q -o requirements/core.txt
	$(UV) pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header -q -o requirements/dev.txt

browser: .venv/.dev
	@$(RUN)/python tests/browser/chromium.py

clean:
	rm -rf .venv docs/_build

.venv/.uv: requirements/uv.txt
	@PYTHON="$(PYTHON)" sh requirements/environment.sh
	@touch $@

.venv/.core: .venv/.uv requirements/core.txt pyproject.toml
	@echo "Installing what Askwell needs ..."
	@$(UV) pip install -q --require-hashes -r requirements/core.txt
	@$(UV) pip install -q --no-deps -e .
	@touch $@

.venv/.dev: .venv/.core requirements/dev.txt
	@echo "Installing what its tests and checks need ..."
	@$(UV) pip install -q --require-hashes -r requirements/dev.txt
	@touch $@

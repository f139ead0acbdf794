# `make demo` and `make test` do all the set-up themselves; `make help` lists the rest.
PYTHON ?= python3
SANDBOX ?= bubblewrap
BIN := .venv/bin
TEST ?=
BENCH ?=

.PHONY: help demo test long busy compat check fuzz bench format known docs assignments install sandbox clean

help:
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

demo: install sandbox ## the whole story on a sample class of twelve
	$(BIN)/autograder demo --sandbox $(SANDBOX)

test: install sandbox ## all tests (TEST=path or TEST="-k name" for some)
	$(BIN)/python -m pytest -n auto $(TEST)

long: install sandbox ## the tests that take many minutes: every wrong answer made from every reference
	$(BIN)/python -m pytest -m long

busy: install sandbox ## the same class ten times beside sixteen endless loops: the same bytes (half an hour)
	$(BIN)/python -m pytest -m long tests/grade/test_time.py

compat: install sandbox ## courses of nbgrader's own: each feature graded by nbgrader and by us; nbgrader's own tests (minutes)
	$(BIN)/python -m pytest -m long tests/nbgrader_plugins/test_compat.py tests/nbgrader_plugins/test_upstream.py

check: install sandbox ## format, lint, types and tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto $(TEST)

fuzz: install sandbox ## a million messages that no honest program sends, and thousands of notebooks and answers
	$(BIN)/python -m pytest tests/test_fuzz.py tests/test_fuzz_messages.py -n auto --hypothesis-profile=fuzz

bench: install sandbox ## how long grading takes, beside nbgrader as it comes: 40 minutes (BENCH="engine cold" for some)
	$(BIN)/python tests/bench/bench.py $(BENCH)

format: install ## format all code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

known: install ## make the known TensorFlow outputs again
	for path in solutions/*/known_outputs.py; do \
	  $(BIN)/autograder known $$(basename $$(dirname $$path)) || exit 1; done

docs: install sandbox ## make the pages again that are made from the course: docs/rows.md, docs/rehearsal.md
	$(BIN)/autograder rows > docs/rows.md
	$(BIN)/autograder rehearse --page docs/rehearsal.md

assignments: install ## make assignments/ again from solutions/
	for name in $$(ls solutions); do $(BIN)/autograder release $$name --build-only || exit 1; done

install: .venv/installed

.venv/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 4))' || \
	  { echo "Python 3.11.4 or newer is needed; name one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

# Student code runs in bubblewrap or not at all, unless SANDBOX=none says otherwise.
sandbox:
	@[ "$(SANDBOX)" = none ] || command -v bwrap >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	    apt-get update -qq && apt-get install -y -qq bubblewrap >/dev/null; } || \
	  { echo "bubblewrap is missing; install it, for instance: sudo apt-get install bubblewrap"; exit 1; }

clean: ## remove what was made here, the environment included (never gradebook/)
	rm -rf .venv demo *.egg-info .pytest_cache .ruff_cache .mypy_cache

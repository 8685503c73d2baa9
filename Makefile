# Two commands set a fresh machine up: `make demo` and `make test`. Bare `make` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: help demo test test-long check bench requirements messages fonts clean

help:  ## say what can be made
	@echo "Măng Non"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | awk -F'\t' '{printf "  make %-14s %s\n", $$1, $$2}'
	@echo 'Arguments: make demo ARGS="--no-serve --children 500000"; make test ARGS="-k places"'

$(VENV)/.run: requirements/run.txt requirements/tools.txt pyproject.toml
	@$(PYTHON) scripts/prepare.py run

$(VENV)/.dev: requirements/dev.txt requirements/tools.txt pyproject.toml
	@$(PYTHON) scripts/prepare.py dev

demo: $(VENV)/.run  ## build the demonstration province and serve it on http://127.0.0.1:8000
	@$(BIN)/mangnon demo $(ARGS)

test: $(VENV)/.dev  ## every check and test, on SQLite and on PostgreSQL, with a real browser
	@$(BIN)/python scripts/test.py $(ARGS)

test-long: $(VENV)/.dev  ## what takes long: fuzzing, every page and width, Firefox, 500,000 children
	@$(BIN)/python scripts/prepare.py long
	@$(BIN)/python scripts/test.py --long $(ARGS)

check: $(VENV)/.dev  ## only the checks: style, types, floors
	@$(BIN)/python scripts/test.py --only-checks

bench: $(VENV)/.dev  ## the benchmarks, each with its peer in the same run
	@$(BIN)/python -m bench $(ARGS)

requirements: $(VENV)/.dev  ## pin the requirements again, with hashes
	@$(BIN)/python scripts/pin.py

messages: $(VENV)/.dev  ## compile the catalogues of words
	@$(BIN)/python scripts/messages.py

clean:  ## remove what was made here, the demonstration's data included
	rm -rf $(VENV) .demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

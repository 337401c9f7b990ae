# `make demo` and `make test` need python3 >= 3.11 (with venv) and nothing else; the rest is made in .venv.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
WORKERS ?= 2

.PHONY: help demo test fmt lint types specs tables bench fuzz mutate wheel clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 14

demo: $(VENV)/ready-to-demo  ## score the four projects of specs/linxi-2022, and write their department's report
	@$(BIN)/perfdsl eval specs/linxi-2022
	@echo; $(BIN)/perfdsl report specs/linxi-2022 --force -o build/report/linxi-2022.html
	@echo "用浏览器打开，不联网；也可以写成 .docx .xlsx .pdf (open it in a browser; no network)"
	@echo; echo "目标为公开原文；实绩全部为虚构示例，见 specs/linxi-2022/README.md (targets are as published; all actuals are invented)"

test: $(VENV)/ready-to-test lint types specs  ## everything that must hold before a change lands
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup --cov --cov-report=term

fmt: $(VENV)/ready-to-test  ## lay the code out
	$(BIN)/ruff check --fix --show-fixes .
	$(BIN)/ruff format .

lint: $(VENV)/ready-to-test  ## style, layout and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/ready-to-test  ## strict types
	$(BIN)/mypy

specs: $(VENV)/ready-to-run  ## test the examples of specs/, and prove its rubrics
	$(BIN)/perfdsl test specs
	$(BIN)/perfdsl verify specs

tables: $(VENV)/ready-to-test  ## make the parse tables anew after a change of grammar or rubrics
	$(BIN)/python -m perfdsl.syntax.make_tables
	$(BIN)/python -m perfdsl.syntax.make_packed

bench: $(VENV)/ready-to-test  ## measure speed against peers, as ratios
	@{ echo '# What `make bench` printed last'; echo; echo '```'; \
	    for script in benchmarks/bench_*.py; do $(BIN)/python "$$script"; done; echo '```'; } | tee benchmarks/RESULTS.md

fuzz: $(VENV)/ready-to-test  ## damage documents of every kind in many ways (a quarter of an hour)
	PERFDSL_EXAMPLES=2000 $(BIN)/python -m pytest -q -n $(WORKERS) tests/fuzz/test_any_document.py

mutate: $(VENV)/ready-to-test  ## change the engine and verify in small ways: what does no test notice? (half an hour)
	@$(PIP) install 'mutmut>=3.8'
	rm -rf mutants
	PERFDSL_CACHE=off $(BIN)/mutmut run --max-children $(WORKERS) > mutants.log || tail -n 5 mutants.log
	@$(BIN)/mutmut results --all true | sed -nE 's/^ *(.*)\.x.*__mutmut_[0-9]+: (.*)$$/\1 \2/p' | sort | uniq -c
	@$(BIN)/mutmut results > mutants/survivors.txt
	@echo 'mutants/survivors.txt names what survived; $(BIN)/mutmut show NAME shows one'

wheel: $(VENV)/ready-to-test  ## build dist/*.whl and dist/*.tar.gz
	$(BIN)/python -m build --no-isolation --outdir dist

clean:  ## remove what was made here
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache \
	    .hypothesis .import_linter_cache mutants mutants.log
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "perfdsl needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1 || true)." >&2; \
	    echo "Name another one: make PYTHON=/path/to/python3.11 …" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	    echo "$(PYTHON) cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }

# The stamps are older than pyproject.toml or constraints.txt only when something may have to be installed,
# so a second run needs no network.
$(VENV)/ready-to-run: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "installing perfdsl into $(VENV) …"
	@$(PIP) install --constraint constraints.txt hatchling editables
	@$(PIP) install --constraint constraints.txt --no-build-isolation --editable .
	@touch $@

$(VENV)/ready-to-demo: $(VENV)/ready-to-run
	@echo "installing what the report is made with into $(VENV) …"
	@$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[report]'
	@touch $@

$(VENV)/ready-to-test: $(VENV)/ready-to-run
	@echo "installing the development tools into $(VENV) …"
	@$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	@touch $@

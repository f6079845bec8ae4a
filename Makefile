# make run | test | check | fix | bench | kill | fuzz | docs | screenshots      (plain pip lines: see README.md)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test check fix bench kill fuzz docs screenshots readme chromium libreoffice clean

run: $(VENV)/.run
	$(BIN)/streamlit run app.py

test: $(VENV)/.dev chromium libreoffice
	$(BIN)/pytest -n 2 --dist worksteal

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python tools/make_docs.py --check

fix: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.dev
	$(BIN)/python -m bench

docs: $(VENV)/.dev
	$(BIN)/python tools/make_docs.py

kill: $(VENV)/.dev
	$(BIN)/python tools/kill_ingests.py

fuzz: $(VENV)/.dev
	$(BIN)/python tools/fuzz.py

screenshots: $(VENV)/.dev chromium
	$(BIN)/python -m tools.screenshots

readme: $(VENV)/.dev chromium
	$(BIN)/python -m tools.screenshots --readme

# The browser of the journeys: Debian's package when root and apt are there; otherwise the tests say what is missing.
chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	     && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
	|| echo "Chromium is missing: browser journeys will be skipped. On Debian: sudo apt-get install chromium"

# Recalculates the workbooks of the tests, without a screen: 300 MB, so only its spreadsheet.
libreoffice:
	@command -v soffice libreoffice >/dev/null 2>&1 \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	     && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >/dev/null; } \
	|| echo "LibreOffice is missing: workbooks will not be recalculated. On Debian: sudo apt-get install libreoffice-calc-nogui"

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Python 3.11 or newer is needed (make PYTHON=python3.12 ...)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt $(VENV)/bin/python
	$(BIN)/pip install -q -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt $(VENV)/bin/python
	$(BIN)/pip install -q -r requirements-dev.txt
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis

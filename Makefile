# Every path here is relative and every program is started through `.venv/bin/python -m`,
# so that the checkout may stand in a folder of any name.

PYTHON ?= python3
VENV := .venv/bin/python
TESTS ?=
LOCK := $(VENV) -m uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(UPGRADE)

.PHONY: help run setup test setup-test style types contracts unit coverage explore mutants pictures pictures-cohort bench bench-million package lock clean
.NOTPARALLEL:

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20

run: setup ## Run `make setup`, then start the journal
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here, so a sample journal with its summaries and pictures goes to demo-output."; \
		if [ -e demo-output ]; then echo "It is there already; to make it anew, remove that folder first."; \
		else $(VENV) -m amp_desktop demo --to demo-output; fi; \
	else \
		$(VENV) -m amp_desktop; \
	fi

setup: ## Install the system packages and the .venv that the journal needs
	@$(PYTHON) packaging/setup

test: style types contracts unit ## Run `make setup-test`, then check everything that must hold

setup-test: ## Install the same, and what the tests need
	@$(PYTHON) packaging/setup --for-tests

style: setup-test ## Check the style and the formatting
	$(VENV) -m ruff check
	$(VENV) -m ruff format --check

types: setup-test ## Check the types
	$(VENV) -m mypy

contracts: setup-test ## Check that imports point down
	$(VENV) -c "from importlinter.cli import lint_imports_command as check; check()" --no-logo

unit: setup-test ## Run the tests; some of them: make unit TESTS=tests/vault
	QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 $(VENV) -m pytest -n auto $(TESTS)

coverage: setup-test ## Check that every branch of what keeps and shares words is tested by its own tests
	QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 $(VENV) -m pytest -n auto \
		tests/vault tests/sharing/disclosure tests/sharing/templates tests/sharing/test_*.py tests/storage --cov

explore: setup-test ## Run the property tests with other examples than last time: make explore TESTS=tests/journal
	QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 $(VENV) -m pytest -n auto -m hypothesis --hypothesis-profile exploring $(TESTS)

mutants: setup-test ## Change the code of the same places in small ways, and list what no test notices (takes hours)
	QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 $(VENV) -m mutmut run
	$(VENV) -m mutmut results

pictures: setup-test ## Draw every page, light and dark, into pictures/
	$(VENV) -m tests.pictures pictures

pictures-cohort: setup-test ## Draw the same as the sample stood on six days of its cohort
	$(VENV) -m tests.pictures pictures --cohort

bench: setup-test ## Measure, print the table and write docs/performance.md
	$(VENV) -m tests.benchmarks

bench-million: setup-test ## Measure the search in a million entries (made once: 5 GB, a quarter of an hour)
	$(VENV) -m tests.benchmarks --entries 1000000 searching

package: setup-test ## Build the installable folder dist/amp-desktop
	$(VENV) -m pip install --quiet --require-hashes --requirement packaging/requirements.lock
	$(VENV) -m PyInstaller --noconfirm packaging/amp-desktop.spec

lock: setup-test ## Write the lock files anew; newer releases: make lock UPGRADE=--upgrade
	$(LOCK) --output-file requirements.lock pyproject.toml
	$(LOCK) --output-file requirements-dev.lock --constraint requirements.lock --group dev pyproject.toml
	$(LOCK) --output-file packaging/requirements.lock --constraint requirements-dev.lock packaging/requirements.in

clean: ## Remove everything that was made here
	rm -rf .venv build dist demo-output pictures
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .benchmarks .coverage mutants .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

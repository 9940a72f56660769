# One word each: run, test, lint, format. `make help` lists them all.

PYTHON ?= python3
VENV := .venv/bin
WEB := static-src
SAMPLE ?= 200
STAMPS := .make
PIP := $(VENV)/python -m pip install --quiet --disable-pip-version-check --no-deps
# A ruff from a wheel does not start on NixOS; there the one of the system does.
RUFF = $(shell $(VENV)/ruff --version >/dev/null 2>&1 && echo $(VENV)/ruff || echo ruff)
ACTIONLINT = $(shell command -v actionlint || echo $(STAMPS)/bin/actionlint)

# What the page is made of: while none of it changes, it is not built again.
PAGE := $(shell find $(WEB) -type f -not -path '*/node_modules/*' -not -path '*/dist/*')

.DEFAULT_GOAL := help

-include nix/image.mk
-include deploy/deploy.mk
-include bench/bench.mk

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

.PHONY: run
run: $(STAMPS)/python $(WEB)/dist/index.html ## build what is not built, serve on http://127.0.0.1:8080
	@exec $(VENV)/python -m clockwork serve

.PHONY: wheel
wheel: $(STAMPS)/dev $(WEB)/dist/index.html ## build a wheel with the page and the migrations in it: dist/
	@rm -rf dist
	@$(VENV)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

.PHONY: test
test: $(STAMPS)/test-tools $(STAMPS)/dev $(WEB)/dist/index.html lint ## all tests that need no containers
	cd $(WEB) && npm test
	$(VENV)/python -m pytest -n auto --dist loadfile tests/unit tests/api tests/db tests/faults tests/e2e $(PYTEST_OPTIONS)

.PHONY: test-page
test-page: $(STAMPS)/test-tools $(STAMPS)/dev $(WEB)/dist/index.html ## of these, only the tests of the page in a browser
	$(VENV)/python -m pytest tests/e2e $(PYTEST_OPTIONS)

.PHONY: mutants
mutants: $(STAMPS)/mutants ## change the rules in small ways and see tests notice; SAMPLE= for all, SAMPLE=200 SEED=1 for the same again
	$(VENV)/python tests/mutants.py $(SAMPLE) $(SEED)

.PHONY: lint
lint: $(STAMPS)/lint-tools $(STAMPS)/dev $(STAMPS)/node ## check style, types and workflows
	$(RUFF) check .
	$(RUFF) format --check .
	$(VENV)/python -m mypy
	$(ACTIONLINT) -shellcheck= -pyflakes=
	cd $(WEB) && npm run --silent lint

.PHONY: format
format: $(STAMPS)/dev $(STAMPS)/node ## put the code into its style
	$(RUFF) check --fix .
	$(RUFF) format .
	cd $(WEB) && npm run --silent format

.PHONY: generate
generate: $(STAMPS)/dev $(STAMPS)/node ## make the OpenAPI document and the page's types from the code
	$(VENV)/python -m clockwork openapi > $(WEB)/openapi.json
	cd $(WEB) && npm run --silent generate

.PHONY: screenshots
screenshots: $(STAMPS)/test-tools $(STAMPS)/dev $(WEB)/dist/index.html ## take docs/screenshots anew, from made-up work
	$(VENV)/python -m tests.e2e.screenshots

.PHONY: clean
clean: ## remove what was installed and built, never data
	rm -rf .venv dist $(STAMPS) $(WEB)/node_modules $(WEB)/dist .mypy_cache .ruff_cache mutants .pytest_cache .hypothesis

$(STAMPS)/run-tools:
	@PYTHON="$(PYTHON)" tests/tools.sh run
	@mkdir -p $(@D) && touch $@

.PHONY: $(STAMPS)/test-tools
$(STAMPS)/test-tools:
	@PYTHON="$(PYTHON)" tests/tools.sh test

.PHONY: $(STAMPS)/lint-tools
$(STAMPS)/lint-tools:
	@tests/tools.sh lint

$(STAMPS)/python: requirements.lock | $(STAMPS)/run-tools
	@echo "Installing the server's packages"
	@test -x $(VENV)/python || "$(PYTHON)" -m venv .venv
	@$(PIP) --require-hashes -r requirements.lock
	@touch $@

$(STAMPS)/dev: requirements-dev.lock $(STAMPS)/python
	@echo "Installing the tools of development"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

$(STAMPS)/mutants: requirements-mutants.lock $(STAMPS)/dev
	@$(PIP) --require-hashes -r requirements-mutants.lock
	@touch $@

$(STAMPS)/node: $(WEB)/package-lock.json | $(STAMPS)/run-tools
	@echo "Installing the page's packages"
	@cd $(WEB) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(WEB)/dist/index.html: $(PAGE) $(STAMPS)/node
	@echo "Building the page"
	@cd $(WEB) && npm run --silent build
	@touch $@

# Part of the Makefile: the image, its tests, and the locks that it is made from.

PIP_TOOLS := pip-tools==7.6.2
COMPILE = $(STAMPS)/lock/bin/pip-compile --quiet --allow-unsafe --generate-hashes --strip-extras \
	--no-emit-index-url --no-emit-find-links $(LOCK_OPTIONS)

.PHONY: image
image: ## build the image with Nix: ./result
	nix --extra-experimental-features 'nix-command flakes' build .#image

.PHONY: test-image
test-image: $(STAMPS)/test-tools $(STAMPS)/dev ## build the image without nixpkgs' cache and test all of it
	@tests/image/tools.sh
	$(VENV)/python -m pytest tests/image $(PYTEST_OPTIONS)

.PHONY: lock
lock: $(STAMPS)/lock ## lock what changed in requirements*.in and package.json; LOCK_OPTIONS=--upgrade for all
	$(COMPILE) --output-file=requirements.lock requirements.in
	$(COMPILE) --output-file=requirements-otel.lock requirements-otel.in
	$(COMPILE) --output-file=requirements-dev.lock requirements-dev.in
	$(COMPILE) --output-file=requirements-mutants.lock requirements-mutants.in
	cd $(WEB) && npm install --package-lock-only --ignore-scripts --no-audit --no-fund --omit-lockfile-registry-resolved
	$(STAMPS)/lock/bin/python nix/hashes.py

$(STAMPS)/lock: nix/image.mk
	"$(PYTHON)" -m venv $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check $(PIP_TOOLS)
	@touch $@

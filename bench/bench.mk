# Measurements: their figures go to docs/performance.md, the clients' books decide about stress.

.PHONY: bench
bench: $(STAMPS)/test-tools $(STAMPS)/dev ## measure speed and memory into docs/performance.md; BENCH_ENTRIES=10000 for a quick look
	$(VENV)/python -m bench --output $(if $(BENCH_ENTRIES),/dev/stdout,docs/performance.md)

.PHONY: bench-web
bench-web: $(STAMPS)/test-tools $(STAMPS)/dev $(WEB)/dist/index.html ## measure the page in Chromium into docs/performance.md: script, load times, requests
	$(VENV)/python -m bench.web

.PHONY: stress
stress: $(STAMPS)/test-tools $(STAMPS)/dev ## fifty clients for two minutes on each database; STRESS_SECONDS=20 for a quick look
	$(VENV)/python -m bench.stress

.PHONY: bench-signin
bench-signin: $(STAMPS)/dev ## does signing in tell who has an account, and does it starve others?
	$(VENV)/python -m bench.signin

.PHONY: strangers
strangers: $(STAMPS)/test-tools $(STAMPS)/dev ## a hundred strangers attack for a minute on each database; STRANGERS_SECONDS=20 for a quick look
	$(VENV)/python -m bench.strangers

.PHONY: stopping
stopping: $(STAMPS)/test-tools $(STAMPS)/dev ## stop servers under clients that never pause, twenty times on each database; STOPS=3 for a quick look
	$(VENV)/python -m bench.stopping

.PHONY: outage
outage: $(STAMPS)/test-tools $(STAMPS)/dev ## take PostgreSQL away under load for half a minute; OUTAGE_SECONDS=5 for a quick look
	$(VENV)/python -m bench.outage

.PHONY: bench-export
bench-export: $(STAMPS)/dev ## memory and time of exports; EXPORT_ENTRIES=1000000 for as many
	$(VENV)/python -m bench.export $(or $(EXPORT_ENTRIES),200000)

.PHONY: bench-import
bench-import: $(STAMPS)/test-tools $(STAMPS)/dev ## time and memory of imports, on both databases; IMPORT_ROWS=10000 for a quick look
	$(VENV)/python -m bench.imports $(or $(IMPORT_ROWS),100000)

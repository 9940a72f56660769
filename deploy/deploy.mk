# Part of the Makefile: run Clockwork in containers, on this machine or in a kind cluster.

COMPOSE ?= docker compose
KIND_CLUSTER ?= clockwork
KUSTOMIZE := deploy/kubernetes/overlays/kind
# An image archive to load; by default the one that `make image` builds.
IMAGE_ARCHIVE ?= result

# The password may lie in a file; it goes on by the environment and never by an argument.
ifneq ($(POSTGRES_PASSWORD_FILE),)
export POSTGRES_PASSWORD := $(shell cat "$(POSTGRES_PASSWORD_FILE)")
endif

.PHONY: up
up: ## start the server and PostgreSQL by compose, wait until they are healthy, say the address
	@$(COMPOSE) up --detach --wait
	@echo "Clockwork is at http://$$($(COMPOSE) port server 8080)"

.PHONY: down
down: ## stop them and keep the data; VOLUMES=1 asks, then removes it
ifeq ($(VOLUMES),)
	@$(COMPOSE) down
else
	@printf 'This removes every entry that was ever tracked here. Type "remove" to go on: '; \
	read -r answer && [ "$$answer" = remove ] || { echo "Nothing was removed."; exit 1; }
	@$(COMPOSE) down --volumes
endif

.PHONY: logs
logs: ## follow what they log
	@$(COMPOSE) logs --follow

.PHONY: migrate
migrate: ## bring the schema of compose's database up to date
	@$(COMPOSE) run --rm migrate

.PHONY: kind
kind: ## make a kind cluster, load the image that `make image` built, run Clockwork in it
	kind get clusters | grep -qx $(KIND_CLUSTER) || \
		kind create cluster --name $(KIND_CLUSTER) --config deploy/kubernetes/overlays/kind/cluster.yaml --wait 120s
	kind load image-archive --name $(KIND_CLUSTER) $(IMAGE_ARCHIVE)
	kubectl --context kind-$(KIND_CLUSTER) apply -k $(KUSTOMIZE)
	kubectl --context kind-$(KIND_CLUSTER) --namespace clockwork rollout status --timeout=180s statefulset/postgres
	kubectl --context kind-$(KIND_CLUSTER) --namespace clockwork rollout status --timeout=180s deployment/clockwork
	@echo "Clockwork is at http://127.0.0.1:8080"

.PHONY: kind-down
kind-down: ## remove the kind cluster and all that was tracked in it
	kind delete cluster --name $(KIND_CLUSTER)

.PHONY: test-deploy
test-deploy: $(STAMPS)/test-tools $(STAMPS)/dev ## compose, rolling restarts, manifests: all for real
	@tests/deploy/tools.sh
	PATH="$(CURDIR)/$(STAMPS)/deploy/bin:$(PATH)" $(VENV)/python -m pytest tests/deploy $(PYTEST_OPTIONS)

# make          what can be made
# make demo     the first article becomes a graph
# make test     everything that is checked

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
N3 := $(if $(shell command -v npm),build/node_modules/n3) # another reader of Turtle, for the tests
ARTICLE := data/articles/microsoft-japan.txt

.DEFAULT_GOAL := help
.PHONY: help install demo test lint typecheck format bench evaluate claims claims-accept kb docs notebooks clean

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'

$(STAMP): pyproject.toml setup.py constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

install: $(STAMP) ## a virtual environment in .venv with everything in it

demo: $(STAMP) ## read the first article and write its graph to build/
	$(BIN)/kg build $(ARTICLE) --output build

build/node_modules/n3:
	npm install --silent --no-save --no-fund --no-audit --prefix build n3@2.13.12

test: $(STAMP) $(N3) ## run the tests; PYTEST_ARGS=... narrows them down
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: typecheck ## check style and types
	$(BIN)/ruff check

typecheck: $(STAMP) ## check types
	$(BIN)/mypy

bench: $(STAMP) ## measure build, query and help against bare model loading
	$(BIN)/python -m bench
	$(BIN)/python -m bench.throughput
	$(BIN)/python -m bench.length
	$(BIN)/python -m bench.page
	$(BIN)/python -m bench.store

GOLD ?= data/articles
evaluate: $(STAMP) ## score what is read against gold; GOLD=FILE.jsonl for a corpus
	$(BIN)/kg evaluate $(GOLD)

claims: $(STAMP) ## claims gained and lost since the last commit
	$(BIN)/python -m scripts.claims_report

claims-accept: $(STAMP) ## accept the claims as they are now, and raise the pinned scores
	$(BIN)/python -m scripts.claims_report --accept

kb: $(STAMP) ## build the background knowledge anew (needs npm and the package registries)
	$(BIN)/python -m scripts.build_kb

docs: $(STAMP) ## write docs/cli.md from the command line's own help
	$(BIN)/python -m scripts.cli_docs

notebooks: $(STAMP) ## run the notebooks and keep them with their tables and pictures
	$(BIN)/python -m scripts.notebooks

clean: ## remove what was built; the virtual environment stays
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

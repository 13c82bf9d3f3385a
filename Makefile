# One command each; `make help` lists them.  All but clean do the set-up they need by themselves.
PYTHON ?= python3
PORT ?= 8123
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup start test check prove bench bench-mastery soak chaos screens dev clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup:  ## build .venv and .venv-learner (says first what it downloads)
	@$(PYTHON) gradus/environments.py

start: setup  ## open Gradus at http://127.0.0.1:8123
	@$(BIN)/gradus up --port $(PORT)

test: setup  ## all tests, in real parts
	@$(BIN)/python -m pytest -n 2 --dist loadfile || { code=$$?; [ $$code -eq 1 ] || exit $$code; \
	  echo "What failed, once more and alone: a fault fails twice, a busy machine once."; \
	  $(BIN)/python -m pytest --last-failed --last-failed-no-failures none; }

check: setup  ## format, lint, types, content rules, web types and budgets
	$(BIN)/ruff format --check gradus tests bench hatch_build.py
	$(BIN)/ruff check gradus tests bench hatch_build.py
	$(BIN)/mypy
	$(BIN)/gradus check
	$(BIN)/python -m pytest tests/test_house.py tests/test_docs.py
	@$(BIN)/python web/run.py check budgets

prove: setup  ## prove every step and write curriculum/proofs.lock
	$(BIN)/gradus prove --all

bench: setup  ## measure the wait for a verdict, placement and schedule; write bench/results.json (PEERS=1: beside nbgrader and Otter)
	$(BIN)/python -m bench.grading $(if $(PEERS),--peers)
	$(BIN)/python -m bench.save
	$(BIN)/python -m bench.judges
	$(BIN)/python -m bench.mastery

bench-mastery: setup  ## placement and schedule on simulated learners alone
	$(BIN)/python -m bench.mastery

soak: setup  ## half an hour of answers, then the storm; SECONDS=60 for a shorter one
	$(BIN)/python -m bench.soak --seconds $(or $(SECONDS),1800)

chaos: setup  ## 1,000 queued answers while zygotes and the server are killed
	$(BIN)/python -m bench.chaos

screens: setup  ## pictures of every screen, light and dark, into docs/screens
	@PYTHON=$(CURDIR)/$(BIN)/python $(BIN)/python web/run.py build screens

dev: setup  ## server and web pages with reload on save
	@$(BIN)/gradus up --port $(PORT) --dev

clean:  ## remove the environments and everything built
	rm -rf .venv .venv-learner .venv-project gradus/webdist web/node_modules build dist

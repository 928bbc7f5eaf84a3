# `make check` is what continuous integration runs; the rest measures. See docs/benchmarks.md.
ROWS ?= 10000000
SEED ?= 1
ROUNDS ?= 9
IMPORTS ?= 5

RESULTS = Benchmarks/results
LOG = $(RESULTS)/log-$(ROWS)-$(SEED).csv
BENCH = Benchmarks/.build/release/bench
VENV = Benchmarks/.venv
PEERS = $(VENV)/installed

.PHONY: check bench bench-peers bench-build

check:
	./test

bench-build:
	swift build --package-path Benchmarks -c release --product bench

$(LOG): | bench-build
	mkdir -p $(RESULTS)
	$(BENCH) generate --rows $(ROWS) --seed $(SEED) $(LOG).part
	mv $(LOG).part $(LOG)

# Waymark alone: one import into a fresh folder, then each question nine times.
bench: bench-build $(LOG)
	rm -rf $(RESULTS)/store
	$(BENCH) import $(LOG) $(RESULTS)/store
	$(BENCH) refresh $(RESULTS)/store 9

# Waymark and its peers in turns; ends with the tables of docs/benchmarks.md.
bench-peers: bench-build $(LOG) $(PEERS)
	$(VENV)/bin/python Benchmarks/peers/compare.py --bench $(BENCH) --log $(LOG) --out $(RESULTS) \
	  --rounds $(ROUNDS) --imports $(IMPORTS)

$(PEERS): Benchmarks/peers/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --requirement Benchmarks/peers/requirements.txt
	touch $(PEERS)

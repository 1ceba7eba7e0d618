# The two commands of a fresh machine are `make demo` and `make test`; each installs what it needs.
CARGO ?= cargo
OUT ?= out
SEEDS ?= 1000
MINUTES ?= 1
SEED ?= 0
KILLS ?= 100
JOBS ?= $(shell nproc)

.DEFAULT_GOAL := help
.PHONY: help setup demo test differential flood formal mutate test-cocotb test-vfio bench coverage soak rtl lint-rtl gen check-gen check synth synth-seeds synth-aggregate clean fuzz kill

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the packages that building and testing need (Debian), or say which
	@scripts/install-packages

demo: setup ## Recover a gap of 50 messages through the simulated NIC, and compare with the reference
	@mkdir -p $(OUT)
	$(CARGO) run --release --locked -q -p fixnic-cli --bin fixnic -- demo --json $(OUT)/demo.json --pcap $(OUT)/demo.pcapng

test: setup lint-rtl ## Run every test
	$(CARGO) build --locked --workspace --bins
	$(CARGO) test --locked --workspace

FRAMES ?= 1000000
differential: setup ## Compare the core with the golden model over FRAMES random frames (1000000) from SEED on, on JOBS cores
	FIXNIC_DIFF_FRAMES=$(FRAMES) FIXNIC_DIFF_SEED=$(SEED) FIXNIC_DIFF_JOBS=$(JOBS) $(CARGO) test --release --locked -q -p fixnic-tests --test differential \
		the_core -- --nocapture

flood: setup ## Measure a session's latency beside FRAMES frames of unknown flows (1000000), three times
	FIXNIC_FLOOD_FRAMES=$(FRAMES) $(CARGO) test --release --locked -q -p fixnic-tests --test bad_input a_flood_of_untracked -- --nocapture

formal: ## Prove properties of the emitted blocks, and that each proof can fail (tools from PyPI and Debian); writes out/formal.json
	scripts/formal $(OUT)

mutate: setup ## Change the emitted core at one place at a time and ask the tests whether they see it (yosys from PyPI); writes out/mutate.json
	scripts/mutate $(OUT)

coverage: setup ## Count lines and bits of the core that the tests exercise; writes out/coverage.json, fails below 95 % and 90 %
	scripts/coverage $(OUT)

test-cocotb: ## Drive the committed Verilog with cocotb in Icarus Verilog, knowing only the contract's JSON
	scripts/test-cocotb

test-vfio: setup ## Run the driver on a kernel's vfio-pci behind an IOMMU, in QEMU (packages are fetched, not installed)
	scripts/test-vfio

bench: setup ## Measure the datapath in clocks and the engine in ratios
	$(CARGO) run --release --locked -q -p fixnic-tests --bin datapath-bench
	$(CARGO) run --release --locked -q -p fixnic-tests --bin aggregate-bench
	$(CARGO) run --release --locked -q -p fixnic-tests --bin resync-bench
	$(CARGO) bench --locked -p fixnic-session --bench session
	$(CARGO) bench --locked -p fixnic-tests

soak: setup ## The whole system on virtual time, over SEEDS seeds from SEED on, JOBS at once (a failing one is printed)
	FIXNIC_SOAK_SEEDS=$(SEEDS) FIXNIC_SOAK_SEED=$(SEED) FIXNIC_SOAK_JOBS=$(JOBS) $(CARGO) test --release --locked -p fixnic-tests --test simulation -- --nocapture every_message

fuzz: setup ## Codec, session and store reader on bytes nobody would send, MINUTES minutes each (a failing seed is printed)
	FIXNIC_FUZZ_MINUTES=$(MINUTES) $(CARGO) test --release --locked -p fixnic-tests --test fuzz -- --nocapture

kill: setup ## Kill `fixnic serve` KILLS times (100) in the midst of its work, at moments chosen by SEED, and look for what was lost
	FIXNIC_KILLS=$(KILLS) FIXNIC_KILL_SEED=$(SEED) $(CARGO) test --release --locked -p fixnic-cli --test crash -- --nocapture killed

rtl: ## Emit hw/verilog from hw/core; refuses what RustHDL would mistranslate
	$(CARGO) run --locked -q -p fixnic-core --bin emit-verilog -- hw/verilog/fixnic_core.v
	$(CARGO) run --locked -q -p fixnic-core --bin emit-verilog -- --part width hw/verilog/fixnic_width_8.v
	$(CARGO) run --locked -q -p fixnic-core --bin emit-verilog -- --part aggregate hw/verilog/fixnic_aggregate.v

lint-rtl: ## Verilator's lint of the committed Verilog
	verilator --lint-only -Wall --top-module fixnic_core hw/verilog/waivers.vlt hw/verilog/fixnic_core.v
	for engines in 1 2 4; do verilator --lint-only -Wall -GENGINES=$$engines --top-module fixnic_aggregate hw/verilog/waivers.vlt \
		hw/verilog/fixnic_core.v hw/verilog/fixnic_aggregate.v || exit; done
	verilator --lint-only -Wall --top-module fixnic_rx_widen hw/verilog/waivers.vlt hw/verilog/fixnic_width_8.v
	verilator --lint-only -Wall --top-module fixnic_tx_narrow hw/verilog/waivers.vlt hw/verilog/fixnic_width_8.v

gen: rtl ## Write everything that is generated
	$(CARGO) run --locked -q -p fixnic-abi --features generate --bin abi-gen

check-gen: ## Fail when a generated file differs from what would be generated now
	@scripts/check-generated

check: ## Formatting and lints
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings

synth: ## Place and route the whole core for ECP5-85 (open tools from PyPI); writes out/synth.json
	scripts/synth $(OUT)

synth-seeds: ## Place the netlist of make synth with other seeds: SEEDS=1,4-7; writes out/synth-seeds.json
	scripts/synth-seeds $(OUT) $(if $(SEEDS),--seeds $(SEEDS))

synth-aggregate: ## Area and Fmax of what stands around the engines of an aggregate, and with out/synth.json of make synth the sum
	scripts/synth-aggregate $(OUT)

clean: ## Remove what was built
	$(CARGO) clean
	rm -rf $(OUT)

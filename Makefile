# Everything a developer types. Each target installs first what it needs; `make test` is what CI runs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help serve build package test test-all test-native test-browser test-e2e test-e2e-strict test-faults fuzz faults bench freeze mutants harness lint licences advisories \
	schema size comment-server conformance test-server schemathesis setup setup-build setup-lint setup-licences clean

# The project's own tools come before the machine's.
export PATH := $(CURDIR)/.tools/cargo/bin:$(CURDIR)/node_modules/.bin:$(PATH)

WASM := --target wasm32-unknown-unknown

# The published wasm is built with a standard library of its own: one whose panics carry no message, no place and no code
# to format them. That is 7 KB of the download (docs/size.md). The flags are not stable yet, hence the bootstrap
# variable; everything else, tests included, is built with plain stable Rust, in another folder. By the relocations that
# the linker leaves, scripts/split.mjs takes out what is fetched later.
DIST := RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
	CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size CARGO_TARGET_DIR=$(CURDIR)/target/dist \
	RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
	-Clink-arg=--emit-relocs"

help: ## Lists these targets.
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: setup-build ## Builds and serves on http://127.0.0.1:8080/, again at every change.
	$(DIST) trunk serve --release --features split

build: setup-build ## Leaves the files to publish in dist/.
	$(DIST) node scripts/build.mjs

package: build ## Leaves an npm tarball and a zip for any host in target/package/.
	node scripts/package.mjs

test: ## The checks before each change, as CI runs them, and how long they took.
	@command -v node >/dev/null || { echo "make test: no Node.js here: install version 20.19 or newer, then run this again" >&2; exit 1; }
	@node scripts/test.mjs

OTHERS := ENGINES=firefox,webkit

# What engines hardly differ in is tried in Chromium alone, unless this is set.
test-all: export EVERYWHERE = 1
test-all: test ## The same with everything in three engines, under both policies, and all attacks: before a release.

test-native: ## The pure code's tests.
	node tests/cargo.mjs native
	node tests/run.mjs node tests/node/*.test.mjs
	cargo test --doc --quiet

test-server: setup ## The reference comment server, on SQLite and PostgreSQL, and the conformance script.
	scripts/comment-server.sh test

test-browser: setup ## The DOM code's tests, inside Chromium (options: webdriver.json).
	CHROMEDRIVER=/usr/bin/chromedriver WASM_BINDGEN_TEST_TIMEOUT=300 \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=$(CURDIR)/.tools/cargo/bin/wasm-bindgen-test-runner \
	cargo test $(WASM) --test browser

# What works under the strictest policy of a host works without one.
test-e2e: setup package ## dist/ and the packages in real browsers, under the strictest policy; in those named with ENGINES=chromium,firefox.
	STRICT=allowed scripts/e2e.sh

test-e2e-strict: setup package ## The same where texts are drawn, under a policy that does not let us have Trusted Types.
	$(if $(EVERYWHERE),ENGINES=chromium STRICT=refused scripts/e2e.sh)
	$(if $(EVERYWHERE),$(OTHERS)) STRICT=refused scripts/e2e.sh tests/e2e/{strict,smoke,page,states,comments,comments-http}.test.mjs

fuzz: setup harness ## The sanitiser on generated HTML; longer with CASES=100000, again with SEED=1.
	node tests/fuzz/fuzz.mjs

faults: setup build ## Comments through a network that breaks, in real browsers to real servers; docs/faults.md. Longer with CASES=5000.
	scripts/faults.sh

test-faults: setup build ## The same with a part of its random sequences.
	$(if $(EVERYWHERE),SHARE=0.1,SHARE=0.02 ENGINES=chromium) scripts/faults.sh

bench: setup harness build ## How long the sanitiser takes, beside DOMPurify and the browser's own; and a thread of 10,000 comments.
	node tests/bench/sanitize.mjs
	node tests/bench/large-thread.mjs

freeze: setup build ## How long feeds that are made for it hold the page; KINDS=ruby SIZES=10000 ENGINES=firefox for some, GROW=1 to look for more.
	node tests/fuzz/freeze.mjs

harness: setup-build # The sanitiser as a module, built like the published wasm, for the two above.
	$(DIST) cargo build --release $(WASM) --example sanitizer
	$(DIST) node scripts/harness.mjs

comment-server: ## Starts the reference comment server on http://127.0.0.1:8090/comments; docs/comments.md.
	cargo run --release --manifest-path examples/comment-server/Cargo.toml

conformance: ## Tries a comment server, with test comments: URL=http://127.0.0.1:8090/comments [ORIGIN=https://news.example].
	@node scripts/conformance.mjs "$(URL)" $(ORIGIN)

schemathesis: ## Requests that schemathesis makes up from the contract, against the reference server; not in `make test`.
	scripts/comment-server.sh schemathesis

lint: setup-lint ## Format, clippy and documentation, natively and for wasm.
	cargo fmt --check
	scripts/licences.sh same
	cargo clippy --all-targets -- -D warnings
	cargo clippy $(WASM) --lib --bins --test browser --example sanitizer --features split -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps $(WASM) --features split

licences: setup-licences ## Looks at licences, duplicate versions and sources of the crates; after each change of a Cargo.lock.
	scripts/licences.sh

advisories: setup-licences ## Known weaknesses of what the widget is built from; asks a database elsewhere, so not in CI.
	cargo deny --locked check advisories

schema: setup-build ## Checks the feeds of demo/ against the public schema and ours, and the types of the element.
	node scripts/schema.mjs
	tsc --project tests/types

size: build ## What a reader downloads, against the budgets of sizes.json.
	node scripts/size.mjs

setup: ## Installs what building and testing need.
	@scripts/setup.sh test

setup-build setup-lint setup-licences: setup-%:
	@scripts/setup.sh $*

mutants: setup ## Twenty deliberate mistakes, and whether the tests see them; after tests have been dropped or moved.
	node scripts/mutants.mjs

clean: ## Removes what was built, not the installed tools.
	rm -rf dist target

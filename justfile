# The commands people type; `just` alone lists them.

_list:
    @just --list

# Open the dashboard
run *ARGS:
    cargo run --release -- {{ARGS}}

# Run all tests
test:
    cargo test

# Format and lint
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings

# Everything CI checks, with the scores of the extraction where ../shared is there
score:
    .ci/run

# What each family of rules contributes to the annotated reports in ../shared
families *FOLDERS:
    cargo build --release
    python3 .ci/families.py {{FOLDERS}}

# Measure
bench *ARGS:
    cargo bench {{ARGS}}

# Read the carried figures anew out of ../shared, and show them in the README
carry:
    cargo build --release
    python3 data/make_figures.py
    UPDATE_README=1 cargo test --test cli_readme

# Read arbitrary text for so many seconds; fuzz/README.md tells more
fuzz SECONDS="600":
    mkdir -p fuzz/corpus fuzz/artifacts
    cd fuzz && cargo run --release -- corpus ../tests/extraction -dict=words.dict -artifact_prefix=artifacts/ -max_len=2048 -timeout=5 -max_total_time={{SECONDS}}

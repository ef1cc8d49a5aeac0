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

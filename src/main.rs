//! Parses the arguments, runs, and sets the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    xianzhi::cli::main()
}

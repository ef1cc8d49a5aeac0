//! Parses the arguments, runs, and sets the exit code.

fn main() {}

//! What goes to a terminal: tables fit it, and what it cannot show is refused.

use std::io::Read as _;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use unicode_width::UnicodeWidthStr as _;

use crate::program::figures;

/// Runs the program in a terminal so many cells wide; gives what it shows and its exit code.
fn shown(width: u16, arguments: &[&str]) -> (String, u32) {
    let size = PtySize { rows: 50, cols: width, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_xianzhi"));
    command.args(arguments);
    command.env("LANG", "zh_CN.UTF-8");
    command.env("XIANZHI_CONFIG", "/dev/null");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut told = Vec::new();
    // A pseudo-terminal whose other side has closed ends with an error on Linux.
    let _ = reader.read_to_end(&mut told);
    let code = child.wait().unwrap().exit_code();
    (String::from_utf8(told).unwrap(), code)
}

#[test]
fn a_table_fits_and_loses_no_number() {
    let data = figures("terminal");
    for width in [30, 44, 60, 100] {
        let (told, code) = shown(width, &["rank", "gdp", "--data", &data]);
        assert_eq!(code, 0, "{told}");
        assert!(told.lines().all(|line| line.trim_end().width() <= width.into()), "{width}:\n{told}");
        for number in ["704.11", "297.6", ">100", "亿元"] {
            assert!(told.contains(number), "{width}: {number} is not in\n{told}");
        }
    }
}

#[test]
fn a_workbook_is_not_written_to_a_terminal() {
    let (told, code) = shown(100, &["rank", "gdp", "--data", &figures("terminal-book"), "-f", "xlsx"]);
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("a terminal cannot show xlsx") && told.contains("-o FILE.xlsx"), "{told}");
}

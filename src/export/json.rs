//! JSON arrays and JSON lines.

use std::io::{self, Write};

use serde::Serialize;

/// An array whose elements are written as they come, one a line.
pub(super) struct Array<W: Write> {
    out: W,
    is_empty: bool,
}

impl<W: Write> Array<W> {
    /// Begins an array.
    pub(super) fn new(mut out: W) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Self { out, is_empty: true })
    }

    /// Writes an element.
    pub(super) fn push(&mut self, element: &impl Serialize) -> io::Result<()> {
        self.out.write_all(if self.is_empty { b"\n" } else { b",\n" })?;
        self.is_empty = false;
        Ok(serde_json::to_writer(&mut self.out, element)?)
    }

    /// Ends the array.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.out.write_all(b"\n]\n")?;
        self.out.flush()
    }
}

/// Writes one array, an element a line.
pub(super) fn write_array<T: Serialize>(items: impl IntoIterator<Item = T>, out: &mut dyn Write) -> io::Result<()> {
    let mut array = Array::new(out)?;
    items.into_iter().try_for_each(|item| array.push(&item))?;
    array.finish()
}

/// Writes one object a line.
pub(super) fn write_lines<T: Serialize>(items: impl IntoIterator<Item = T>, out: &mut dyn Write) -> io::Result<()> {
    items.into_iter().try_for_each(|item| write_line(&item, &mut *out))
}

/// Writes one object and ends the line.
pub(super) fn write_line(item: &impl Serialize, mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut out, item)?;
    out.write_all(b"\n")
}

//! Standard input as a file among others, called `-`.

use std::{
    io::{self, Read},
    path::Path,
    sync::Mutex,
};

use super::document::LARGEST;

/// What it held. It can be read only once, while what is open is read again and again.
static HELD: Mutex<Option<Vec<u8>>> = Mutex::new(None);

/// Whether a path means standard input.
pub(super) fn is(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// All that came through it, up to one byte more than is read of a file. The first to ask waits for its end.
pub(super) fn bytes() -> io::Result<Vec<u8>> {
    let mut held = HELD.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(bytes) = held.as_ref() {
        return Ok(bytes.clone());
    }
    let mut bytes = Vec::new();
    io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(held.insert(bytes).clone())
}

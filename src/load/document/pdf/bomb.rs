//! Streams of a PDF that unpack to far more than a page can hold, found before they are unpacked.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;

use crate::load::document::Refusal;

/// A stream that unpacks to more bytes than this is not read.
pub(in crate::load) const STREAM: u64 = 256 << 20;

/// So often a stream may be packed.
const LAYERS: usize = 3;

/// Unpacks what is packed, keeping nothing.
///
/// # Errors
/// A stream is a decompression bomb.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(6).position(|word| word == b"stream") {
        let start = at + found + b"stream".len();
        let data = bytes[start..].strip_prefix(b"\r\n").or_else(|| bytes[start..].strip_prefix(b"\n"));
        at = start;
        // Whatever is said before a stream, it may be unpacked; photographs (DCT, JPX) are not packed so.
        if let Some(data) = data.filter(|data| is_packed(data))
            && unpacked(Box::new(data), LAYERS).is_none_or(|length| length > STREAM)
        {
            return Err(Refusal::new(
                "unpacks to far more than a document holds, as a decompression bomb does; print it into a new PDF if it is sound",
            ));
        }
    }
    Ok(())
}

/// Whether bytes begin as those that zlib packed.
fn is_packed(data: &[u8]) -> bool {
    matches!(data, [first, second, ..] if first & 0x0f == 8 && first >> 4 <= 7 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0)
}

/// The length that something packed has unpacked, up to one byte more than is read; `None` where it is packed
/// too often.
fn unpacked(packed: Box<dyn Read + '_>, layers: usize) -> Option<u64> {
    let mut unpacked = ZlibDecoder::new(packed).take(STREAM + 1);
    let mut head = [0; 2];
    // What breaks off has unpacked to what came before.
    let read = unpacked.read(&mut head).unwrap_or(0);
    if !is_packed(&head[..read]) {
        return Some(read as u64 + io::copy(&mut unpacked, &mut io::sink()).unwrap_or(0));
    }
    let again = io::Cursor::new(head).chain(unpacked);
    if layers == 0 { None } else { self::unpacked(Box::new(again), layers - 1) }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::ZlibEncoder};

    use super::*;

    fn packed(content: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn told(data: &[u8], dictionary: &str) -> bool {
        check(&[b"%PDF-1.4\n1 0 obj <<", dictionary.as_bytes(), b">>\nstream\r\n", data, b"\nendstream"].concat())
            .is_err()
    }

    #[test]
    fn bombs_are_told_however_often_they_are_packed() {
        let bomb = packed(&vec![b' '; STREAM as usize + 1]);
        assert!(told(&bomb, "/Length 1"));
        assert!(told(&packed(&packed(&bomb)), "/Length 1"));
        assert!(told(&bomb, "/Subtype /Image"), "a word before it proves nothing");
        assert!(!told(b"\xff\xd8\xff\xe0", "/Subtype /Image /Filter /DCTDecode"));
        assert!(!told(&packed(b"BT (1) Tj ET"), "/Length 1") && !told(b"x\x9c\xff\xff", "") && !told(b"", ""));
    }
}

//! Streams of a PDF that unpack to far more than a page can hold, found before they are unpacked.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;

use crate::load::document::Refusal;

/// A stream that unpacks to more bytes than this is not read.
pub(in crate::load) const STREAM: u64 = 256 << 20;

/// So often a stream may be packed.
const LAYERS: usize = 3;

const BOMB: &str =
    "unpacks to far more than a document holds, as a decompression bomb does; print it into a new PDF if it is sound";

/// So many bytes before a stream may tell how it is packed.
const DICTIONARY: usize = 1024;

/// Unpacks the streams of a file, keeping nothing.
///
/// # Errors
/// A stream is a decompression bomb.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(6).position(|word| word == b"stream") {
        let start = at + found + b"stream".len();
        let data = bytes[start..].strip_prefix(b"\r\n").or_else(|| bytes[start..].strip_prefix(b"\n"));
        at = start;
        let dictionary = &bytes[(at - b"stream".len()).saturating_sub(DICTIONARY)..at];
        let is_lzw = dictionary.windows(3).any(|word| word == b"LZW");
        if let Some(data) = data {
            check_stream(data, is_lzw)?;
        }
    }
    Ok(())
}

/// The same of a stream that was decrypted.
pub(super) fn check_stream(data: &[u8], is_lzw: bool) -> Result<(), Refusal> {
    // Whatever is said before a stream, it may be unpacked; photographs (DCT, JPX) are not packed so.
    let zlib = is_packed(data) && unpacked(Box::new(data), LAYERS).is_none_or(|length| length > STREAM);
    // The width of the codes grows one code earlier or later.
    let lzw = is_lzw && [true, false].iter().any(|early| lzw_length(data, *early) > STREAM);
    if zlib || lzw { Err(Refusal::new(BOMB)) } else { Ok(()) }
}

/// The length of what LZW packed, up to a little more than is read. Only the lengths of the table's entries are kept.
fn lzw_length(data: &[u8], early: bool) -> u64 {
    const CLEAR: usize = 256;
    const END: usize = 257;
    const MOST: usize = 4096;
    let fresh: Vec<u64> = vec![1; END + 1];
    let (mut table, mut last, mut length) = (fresh.clone(), None, 0);
    let (mut bits, mut count) = (0_u32, 0_u32);
    let mut bytes = data.iter();
    while length <= STREAM {
        let width = match table.len() + usize::from(early) {
            2048.. => 12,
            1024.. => 11,
            512.. => 10,
            _ => 9,
        };
        while count < width {
            let Some(byte) = bytes.next() else { return length };
            (bits, count) = (bits << 8 | u32::from(*byte), count + 8);
        }
        count -= width;
        let code = (bits >> count) as usize & ((1 << width) - 1);
        if code == CLEAR {
            table.clone_from(&fresh);
            last = None;
            continue;
        }
        let entry = table.get(code).copied().or_else(|| Some(last? + 1));
        let Some(entry) = entry.filter(|_| code != END && code <= table.len()) else { return length };
        if let Some(last) = last.filter(|_| table.len() < MOST) {
            table.push(last + 1);
        }
        length += entry;
        last = Some(entry);
    }
    length
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

    /// Nothing but the longest entries of a table that is never cleared, in codes of 12 bits.
    fn lzw(codes: usize) -> Vec<u8> {
        let widths = (0..codes).map(|at| match 258 + at {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        });
        let (mut out, mut bits, mut count) = (Vec::new(), 0_u64, 0);
        for (at, width) in widths.enumerate() {
            let code = if at == 0 { 65 } else { (257 + at).min(4095) as u64 };
            (bits, count) = (bits << width | code, count + width);
            while count >= 8 {
                count -= 8;
                out.push((bits >> count) as u8);
            }
        }
        out
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
        assert!(told(&lzw(80_000), "/Filter /LZWDecode") && !told(&lzw(9_000), "/Filter /LZWDecode"));
        // A, B, AB, ABA and the end, behind a cleared table.
        assert_eq!(lzw_length(&[0x80, 0x10, 0x48, 0x50, 0x28, 0x24, 0x04], true), 7);
        assert!(!told(b"\xff\xd8\xff\xe0", "/Subtype /Image /Filter /DCTDecode"));
        assert!(!told(&packed(b"BT (1) Tj ET"), "/Length 1") && !told(b"x\x9c\xff\xff", "") && !told(b"", ""));
    }
}

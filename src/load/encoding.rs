//! Bytes of a file → its text: UTF-8, UTF-16 or GB18030, told apart by mark, validity and likelihood.

use std::{fmt, str::from_utf8};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

/// Why bytes are not text, and where that shows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Misfit {
    /// The line of the first byte that does not fit, from 1.
    pub(super) line: usize,
    /// That byte, from 0.
    byte: usize,
    cause: Cause,
}

#[derive(Debug, PartialEq, Eq)]
enum Cause {
    /// The text is in this encoding, but for the byte.
    Damaged(&'static Encoding),
    /// The text is in another encoding.
    Other(&'static Encoding),
    /// It cannot be made out what this is.
    Unknown,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let byte = self.byte;
        match self.cause {
            Cause::Damaged(encoding) => {
                write!(f, "is {} but damaged at byte {byte}; mend it there or get the file anew", encoding.name())
            }
            Cause::Other(encoding) => {
                let name = encoding.name();
                write!(f, "seems to be {name}, which is not read; convert it, as with iconv -f {name} -t UTF-8")
            }
            Cause::Unknown => {
                write!(f, "is none of UTF-8, UTF-16 and GB18030 from byte {byte} on; save it as text in UTF-8")
            }
        }
    }
}

/// The text of a file without its byte order mark: offsets count the characters behind it. UTF-16
/// needs no mark where the text is plain Chinese with some ASCII between, such as ends of lines.
pub(super) fn decode(mut bytes: Vec<u8>) -> Result<String, Misfit> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        bytes.drain(..mark);
        return read(encoding, &bytes).map_err(|stop| stop.behind(mark).because(Cause::Damaged(encoding)));
    }
    let bytes = match String::from_utf8(bytes) {
        // ASCII in UTF-16 is valid UTF-8, every other character a NUL.
        Ok(text) if text.bytes().filter(|byte| *byte == 0).count() <= text.len() / 4 => return Ok(text),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    utf_16(&bytes).map_or_else(|| legacy(&bytes), Ok)
}

/// The text of a web page, which may say in which encoding it is. What is valid UTF-8 is UTF-8, whatever it
/// says: pages are often converted without their head being changed.
pub(super) fn decode_page(bytes: Vec<u8>) -> Result<String, Misfit> {
    let declared = declared(&bytes).filter(|_| Encoding::for_bom(&bytes).is_none() && from_utf8(&bytes).is_err());
    if let Some(encoding) = declared {
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        // A page is more than its article: some bytes astray may concern nobody. They stay visible, and no
        // digit behind one is lost.
        let lost = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
        if lost * 200 <= text.chars().count() {
            return Ok(text.into_owned());
        }
    }
    decode(bytes)
}

/// The encoding that the head of a page names, if it is one that is read.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(4096)].to_ascii_lowercase();
    let label = head.windows(8).position(|word| word == b"charset=").map(|at| &head[at + 8..])?;
    let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
    let end = label.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_".contains(byte))?;
    match Encoding::for_label(&label[..end])? {
        // GB 2312 and GBK are parts of it.
        encoding if encoding == GBK || encoding == GB18030 => Some(GB18030),
        encoding if encoding == UTF_8 => Some(UTF_8),
        _ => None,
    }
}

/// UTF-16 without a mark, in the byte order in which it reads as Chinese.
fn utf_16(bytes: &[u8]) -> Option<String> {
    if !bytes.contains(&0) {
        return None;
    }
    [UTF_16LE, UTF_16BE].iter().filter_map(|encoding| read(encoding, bytes).ok()).find(|text| plain(text))
}

/// Text that is in none of the Unicode encodings, or damaged.
fn legacy(bytes: &[u8]) -> Result<String, Misfit> {
    let misfit = match read(UTF_8, bytes) {
        Err(stop) if plain(&String::from_utf8_lossy(bytes)) => return Err(stop.because(Cause::Damaged(UTF_8))),
        Err(stop) => stop,
        Ok(_) => Stop { byte: 0, line: 1 },
    };
    let gb18030 = read(GB18030, bytes);
    // What is damaged is judged by what stands before.
    let sound = gb18030.as_ref().map_or_else(|stop| stop.byte, |_| bytes.len());
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..sound], true);
    let likely = detector.guess(None, Utf8Detection::Deny);
    match gb18030 {
        Ok(text) if likely == GBK => Ok(text),
        Err(stop) if likely == GBK && plain(&GB18030.decode_without_bom_handling(bytes).0) => {
            Err(stop.because(Cause::Damaged(GB18030)))
        }
        _ if [BIG5, EUC_JP, EUC_KR, SHIFT_JIS].contains(&likely) => Err(misfit.because(Cause::Other(likely))),
        _ => Err(misfit.because(Cause::Unknown)),
    }
}

/// Whether nearly all characters beside ASCII are such as Chinese texts have, and none acts.
fn plain(text: &str) -> bool {
    let (mut common, mut strange) = (0_usize, 0_usize);
    for character in text.chars() {
        match character {
            ' '..='~' | '\n' | '\r' | '\t' => {}
            '\u{4e00}'..='\u{9fff}'
            | '\u{3000}'..='\u{303f}'
            | '\u{ff00}'..='\u{ffee}'
            | '\u{2010}'..='\u{2027}'
            | '·'
            | '×'
            | '‰'
            | '℃' => common += 1,
            _ => strange += 1,
        }
    }
    strange * 20 <= common
}

/// Where reading stopped.
struct Stop {
    byte: usize,
    line: usize,
}

impl Stop {
    /// The same place, counted from before `mark` bytes.
    fn behind(self, mark: usize) -> Self {
        Self { byte: self.byte + mark, ..self }
    }

    fn because(self, cause: Cause) -> Misfit {
        Misfit { line: self.line, byte: self.byte, cause }
    }
}

/// Reads all bytes in an encoding, or up to the first that does not fit.
fn read(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Stop> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or(bytes.len()));
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        (DecoderResult::Malformed(wrong, behind), read) => {
            let byte = read - usize::from(wrong) - usize::from(behind);
            Err(Stop { byte, line: text.matches('\n').count() + 1 })
        }
        (DecoderResult::OutputFull, _) => unreachable!("there is room for the longest text"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    /// A sentence of our own with numbers, marks and an end of line.
    const TEXT: &str =
        "甲县2024年的情况：\n　　全县生产总值完成704.11亿元，增长5.5％；粮食产量“十连增”，达到73.2万吨。\n";

    /// Characters that take two, three and four bytes in GB18030 and UTF-8.
    const RARE: &str = "镕䶮𠀀是人名地名里的生僻字，\n也读得出来；这里再写几句平常的话，使生僻的在全文里只占很小的一部分，\n\
                        一如公文里那样。";

    fn gb18030(text: &str) -> Vec<u8> {
        let (bytes, _, unmappable) = GB18030.encode(text);
        assert!(!unmappable);
        bytes.into_owned()
    }

    fn utf_16_bytes(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    fn told(bytes: Vec<u8>) -> (usize, String) {
        let misfit = decode(bytes).unwrap_err();
        (misfit.line, misfit.to_string())
    }

    #[test]
    fn a_text_reads_alike_in_every_encoding_with_and_without_mark() {
        for text in [TEXT, "1,234 ok\n", RARE] {
            let marked = format!("\u{feff}{text}");
            let encodings = [
                text.as_bytes().to_vec(),
                marked.clone().into_bytes(),
                gb18030(text),
                utf_16_bytes(&marked, u16::to_le_bytes),
                utf_16_bytes(&marked, u16::to_be_bytes),
                utf_16_bytes(text, u16::to_le_bytes),
                utf_16_bytes(text, u16::to_be_bytes),
            ];
            for (number, bytes) in encodings.into_iter().enumerate() {
                assert_eq!(decode(bytes).as_deref(), Ok(text), "encoding {number}");
            }
        }
        assert_eq!(decode(Vec::new()).as_deref(), Ok(""));
    }

    #[test]
    fn damage_is_told_with_its_place() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.insert("甲县2024年的情况：\n".len(), 0xff);
        assert_eq!(
            told(bytes.clone()),
            (2, "is UTF-8 but damaged at byte 26; mend it there or get the file anew".into())
        );
        bytes.splice(0..0, [0xef, 0xbb, 0xbf]);
        assert_eq!(told(bytes).1, "is UTF-8 but damaged at byte 29; mend it there or get the file anew");

        let mut bytes = gb18030(TEXT);
        let end = bytes.len();
        bytes[end - 2] = 0xff;
        let (line, sentence) = told(bytes);
        assert_eq!(line, 2);
        assert!(sentence.starts_with("is gb18030 but damaged at byte 9"), "{sentence}");

        let mut bytes = utf_16_bytes(&format!("\u{feff}{TEXT}"), u16::to_le_bytes);
        bytes.pop();
        let (line, sentence) = told(bytes);
        assert_eq!(line, 2);
        assert!(sentence.starts_with("is UTF-16LE but damaged at byte "), "{sentence}");
    }

    #[test]
    fn what_is_no_such_text_is_told() {
        let (traditional, ..) =
            BIG5.encode("去年全縣生產總值完成七百億元，增長百分之五。\n財政收入也有增加，居民生活改善。");
        let big5 = "seems to be Big5, which is not read; convert it, as with iconv -f Big5 -t UTF-8";
        assert_eq!(told(traditional.into_owned()), (1, big5.into()));

        let latin = b"Le produit int\xe9rieur a augment\xe9 de 5 % cette ann\xe9e.".to_vec();
        let none = "is none of UTF-8, UTF-16 and GB18030 from byte 14 on; save it as text in UTF-8";
        assert_eq!(told(latin), (1, none.into()));

        let picture = (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 21) as u8).collect();
        let (_, sentence) = told(picture);
        assert!(sentence.starts_with("is none of"), "{sentence}");
    }

    #[test]
    fn a_page_is_what_it_says_unless_it_is_utf_8() {
        let page = |charset: &str| format!("<html><head><meta {charset}></head><body>甲县生产总值704.11亿元</body>");
        for charset in
            ["charset=gb2312", "http-equiv=Content-Type content='text/html; charset=GBK'", "charset=\"gb18030\""]
        {
            let text = page(charset);
            assert_eq!(decode_page(gb18030(&text)), Ok(text.clone()), "{charset}");
            assert_eq!(decode_page(text.clone().into_bytes()), Ok(text), "{charset}");
        }
        let text = page("charset=gb2312").repeat(9);
        let mut bytes = gb18030(&text);
        let at = bytes.windows(3).position(|digits| digits == b"704").unwrap();
        bytes.insert(at, 0xb3);
        assert!(decode_page(bytes).unwrap().contains("\u{fffd}704.11"), "a byte astray costs no digit");
        assert_eq!(decode_page(page("charset=big5").into_bytes()), Ok(page("charset=big5")));
        assert!(
            decode_page(
                BIG5.encode("<meta charset=big5>去年全縣生產總值完成七百億元，增長百分之五。財政收入也有增加。")
                    .0
                    .into_owned()
            )
            .is_err()
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_text_or_a_misfit_inside_them(bytes in vec(any::<u8>(), 0..300), mark in 0..4_usize) {
            let marks: [&[u8]; 4] = [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
            let bytes = [marks[mark], &bytes].concat();
            if let Err(misfit) = decode(bytes.clone()) {
                prop_assert!(misfit.byte < bytes.len(), "{misfit:?}");
                prop_assert!((1..=bytes.len()).contains(&misfit.line), "{misfit:?}");
            }
        }
    }
}

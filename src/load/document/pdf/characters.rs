//! Which characters a glyph of a PDF stands for.

use std::{cell::OnceCell, collections::HashMap};

use encoding_rs::GB18030;
use hayro_interpret::{
    font::Glyph,
    hayro_cmap::{BfString, CMap, CMapName, load_embedded},
    hayro_syntax::{
        Pdf,
        object::{Array, Dict, Name, Object, String as PdfString},
    },
};

/// What a character code of a Chinese font is, where the font brings no table of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Codes {
    /// UTF-16: UniGB-UCS2-H, UniGB-UTF16-H.
    Utf16,
    /// GB 2312 and its successors: GBK-EUC-H, GB-EUC-H.
    Gb18030,
    /// Numbers of characters in Adobe-GB1.
    AdobeGb1,
}

/// The characters of one file.
pub(super) struct Characters<'a> {
    pdf: &'a Pdf,
    /// Codes by the name of the font; looked up once the first glyph asks.
    fonts: OnceCell<HashMap<String, Codes>>,
    gb1: OnceCell<Option<CMap>>,
}

impl<'a> Characters<'a> {
    pub(super) fn new(pdf: &'a Pdf) -> Self {
        Self { pdf, fonts: OnceCell::new(), gb1: OnceCell::new() }
    }

    /// The characters of a glyph; U+FFFD where nothing tells them, so that a number that lost a digit shows it.
    pub(super) fn of(&self, glyph: &Glyph<'_>) -> String {
        let told = glyph.as_unicode().map(|text| match text {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        let text = told.filter(|text| !text.is_empty()).or_else(|| self.of_code(glyph));
        text.map_or_else(|| char::REPLACEMENT_CHARACTER.to_string(), |text| letters(&text))
    }

    /// The character that the code itself tells.
    fn of_code(&self, glyph: &Glyph<'_>) -> Option<String> {
        let Glyph::Outline(outline) = glyph else { return None };
        let font = outline.font_data()?.postscript_name?;
        let code = glyph.char_code();
        match self.fonts.get_or_init(|| fonts(self.pdf)).get(&font)? {
            Codes::Utf16 => {
                let units = [(code >> 16) as u16, code as u16];
                let units = if units[0] == 0 { &units[1..] } else { &units };
                String::from_utf16(units).ok()
            }
            Codes::Gb18030 => {
                let bytes = code.to_be_bytes();
                let from = bytes.iter().position(|byte| *byte != 0)?;
                let text = GB18030.decode_without_bom_handling_and_without_replacement(&bytes[from..])?;
                Some(text.into_owned())
            }
            Codes::AdobeGb1 => {
                let load = || load_embedded(CMapName::AdobeGb1Ucs2).and_then(|data| CMap::parse(data, load_embedded));
                match self.gb1.get_or_init(load).as_ref()?.lookup_bf_string(code)? {
                    BfString::Char(c) => Some(c.to_string()),
                    BfString::String(text) => Some(text),
                }
            }
        }
    }
}

/// The fonts whose codes tell their characters, by name without the mark of a subset.
fn fonts(pdf: &Pdf) -> HashMap<String, Codes> {
    let mut fonts = HashMap::new();
    for object in pdf.objects() {
        let Object::Dict(font) = object else { continue };
        if font.get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_ref() != b"Type0") {
            continue;
        }
        let Some(name) = font.get::<Name<'_>>("BaseFont") else { continue };
        let name = name.as_str();
        let name = name.split_once('+').filter(|(mark, _)| mark.len() == 6).map_or(name, |(_, name)| name);
        if let Some(codes) = codes(&font) {
            fonts.insert(name.to_owned(), codes);
        }
    }
    fonts
}

fn codes(font: &Dict<'_>) -> Option<Codes> {
    let encoding = font.get::<Name<'_>>("Encoding")?;
    let encoding = encoding.as_str();
    if encoding.starts_with("UniGB-U") && !encoding.contains("UTF8") {
        return Some(Codes::Utf16);
    }
    if encoding.starts_with("GB") {
        return Some(Codes::Gb18030);
    }
    let descendant = font.get::<Array<'_>>("DescendantFonts")?.iter::<Dict<'_>>().next()?;
    let ordering = descendant.get::<Dict<'_>>("CIDSystemInfo")?.get::<PdfString<'_>>("Ordering")?;
    (encoding.starts_with("Identity") && ordering.as_bytes() == b"GB1").then_some(Codes::AdobeGb1)
}

/// The characters that people take these for; letters that are drawn as one are several.
fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fb00}' => letters.push_str("ff"),
            '\u{fb01}' => letters.push_str("fi"),
            '\u{fb02}' => letters.push_str("fl"),
            '\u{fb03}' => letters.push_str("ffi"),
            '\u{fb04}' => letters.push_str("ffl"),
            c => letters.push(plain(c)),
        }
    }
    letters
}

/// The character that people take this one for. Browsers and other programs write radicals, of the same
/// shape, where a character is meant; private characters mean nothing outside their font.
fn plain(c: char) -> char {
    match c {
        '\u{2f00}'..='\u{2fd5}' => RADICALS.chars().nth(c as usize - 0x2f00).unwrap_or(c),
        '\u{2e80}'..='\u{2eff}' => SUPPLEMENT.iter().find(|(radical, _)| *radical == c).map_or(c, |(_, plain)| *plain),
        // Of the dashes that look alike, the one that Chinese is written with: 1—11月.
        '\u{2015}' => '—',
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// The characters that the Kangxi radicals U+2F00 to U+2FD5 are compatible with, in their order; 户, 青 and 黄 as
/// they are written in simplified Chinese.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of simplified characters, from EquivalentUnifiedIdeograph.txt of the Unicode database.
const SUPPLEMENT: &[(char, char)] = &[
    ('⺟', '母'),
    ('⺠', '民'),
    ('⺬', '示'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻧', '卤'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻮', '齿'),
    ('⻰', '龙'),
    ('⻳', '龟'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_radical_is_the_character_it_looks_like() {
        assert_eq!(letters("⼀⽣⼈⾦⼾⺠⻓⻛中―"), "一生人金户民长风中—");
        assert_eq!(letters("ﬁle ﬂow ﬀ oﬃce ﬄ"), "file flow ff office ffl");
        assert_eq!(plain('\u{e000}'), '\u{fffd}');
        assert_eq!(RADICALS.chars().count(), 214);
    }
}

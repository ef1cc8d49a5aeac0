//! Lists of words, asked which of them a text begins or ends with.

/// A list of words, in drawers by the byte in which Chinese characters differ most: a look into one
/// drawer, of a word or two, answers for the whole list.
#[derive(Debug)]
pub(super) struct Words {
    list: &'static [&'static str],
    side: Side,
    /// The words' places in the list, drawer by drawer, in a drawer as in the list.
    order: [u8; 255],
    /// Where in `order` each drawer begins, and where the last one ends.
    from: [u8; DRAWERS + 1],
}

/// The side of a text on which words are sought.
#[derive(Clone, Copy, Debug)]
enum Side {
    Start,
    End,
}

/// One for each value that a later byte of a character may have.
const DRAWERS: usize = 64;

impl Words {
    /// Words that texts begin with.
    pub(super) const fn at_start(words: &'static [&'static str]) -> Self {
        Self::new(words, Side::Start)
    }

    /// Words that texts end with.
    pub(super) const fn at_end(words: &'static [&'static str]) -> Self {
        Self::new(words, Side::End)
    }

    const fn new(words: &'static [&'static str], side: Side) -> Self {
        assert!(words.len() < 256, "a longer list needs wider places");
        let (mut order, mut from) = ([0; 255], [0; DRAWERS + 1]);
        let (mut drawer, mut sorted) = (0, 0);
        while drawer < DRAWERS {
            let mut word = 0;
            while word < words.len() {
                if side.drawer(words[word]) == drawer {
                    order[sorted] = word as u8;
                    sorted += 1;
                }
                word += 1;
            }
            drawer += 1;
            from[drawer] = sorted as u8;
        }
        Self { list: words, side, order, from }
    }

    /// The longest of the words that the text bears on its side.
    #[inline]
    pub(super) fn longest(&self, text: &str) -> Option<&'static str> {
        // Most drawers of a short list are empty.
        let drawer = self.drawer(text);
        if drawer.is_empty() { None } else { self.found(drawer, text).max_by_key(|word| word.len()) }
    }

    /// Whether the text bears any of the words on its side.
    #[inline]
    pub(super) fn any(&self, text: &str) -> bool {
        self.found(self.drawer(text), text).next().is_some()
    }

    /// The text without the longest of the words that it bears on its side, and that word.
    #[inline]
    pub(super) fn cut<'t>(&self, text: &'t str) -> Option<(&'t str, &'static str)> {
        let word = self.longest(text)?;
        let rest = match self.side {
            Side::Start => &text[word.len()..],
            Side::End => &text[..text.len() - word.len()],
        };
        Some((rest, word))
    }

    /// Whether one of the words stands anywhere in a text.
    pub(super) fn within(&self, text: &str) -> bool {
        self.last_in(text).is_some()
    }

    /// The words that stand in a text, each with its first byte, the last one first: of those that begin
    /// together, or end together where words are sought at the end, the longest.
    pub(super) fn backwards(&self, text: &str) -> impl Iterator<Item = (usize, &'static str)> {
        text.char_indices().rev().filter_map(|(at, c)| match self.side {
            Side::Start => self.longest(&text[at..]).map(|word| (at, word)),
            Side::End => {
                let end = at + c.len_utf8();
                self.longest(&text[..end]).map(|word| (end - word.len(), word))
            }
        })
    }

    /// The last of the words that stand in a text, with its first byte.
    pub(super) fn last_in(&self, text: &str) -> Option<(usize, &'static str)> {
        self.backwards(text).next()
    }

    /// Whether the text is one of the words.
    pub(super) fn contain(&self, text: &str) -> bool {
        self.found(self.drawer(text), text).any(|word| word == text)
    }

    /// The words of a drawer that the text bears on its side.
    fn found<'t>(&'t self, drawer: &'t [u8], text: &'t str) -> impl Iterator<Item = &'static str> + 't {
        let words = drawer.iter().map(|place| self.list[*place as usize]);
        words.filter(move |word| match self.side {
            Side::Start => text.starts_with(word),
            Side::End => text.ends_with(word),
        })
    }

    /// The drawer in which the words lie that a text can bear.
    #[inline]
    fn drawer(&self, text: &str) -> &[u8] {
        let drawer = self.side.drawer(text);
        &self.order[self.from[drawer] as usize..self.from[drawer + 1] as usize]
    }
}

impl Side {
    /// The drawer of the words that a text can bear: by the last byte, or by that of the first character
    /// which tells most.
    #[inline]
    const fn drawer(self, text: &str) -> usize {
        let bytes = text.as_bytes();
        let telling = match (self, bytes) {
            (Self::End, [.., last]) => *last,
            (Self::Start, [first, ..]) if *first < 0x80 => *first,
            (Self::Start, [first, second, ..]) if *first < 0xE0 => *second,
            (Self::Start, [_, _, third, ..]) => *third,
            _ => 0,
        };
        telling as usize % DRAWERS
    }
}

/// The bytes of a text at which a phrase stands. Looks where its first character stands: in a sentence
/// that takes less time than to make a search ready.
pub(super) fn places<'t>(text: &'t str, phrase: &'t str) -> impl DoubleEndedIterator<Item = usize> {
    let first = phrase.chars().next().into_iter();
    let begins = first.flat_map(|first| text.match_indices(first).map(|(at, _)| at));
    begins.filter(move |at| text[*at..].starts_with(phrase))
}

/// Whether a text ends with a word, for the words of tables: the last byte tells most of them off.
#[inline]
pub(super) fn ends(text: &str, word: &str) -> bool {
    text.as_bytes().last() == word.as_bytes().last() && text.ends_with(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &[&str] = &["个", "个百分点", "百分点", "%", "m²", "·", "增长", "长"];
    static STARTS: Words = Words::at_start(LIST);
    static ENDS: Words = Words::at_end(LIST);

    #[test]
    fn every_word_is_found_on_its_side() {
        for word in LIST {
            assert_eq!(STARTS.longest(word), Some(*word));
            assert_eq!(ENDS.longest(word).map(str::len), Some(word.len()));
            assert!(STARTS.contain(word) && ENDS.contain(word));
            assert!(STARTS.any(&format!("{word}。")) && ENDS.any(&format!("。{word}")));
            assert!(!STARTS.any(&format!("。{word}")) && !ENDS.any(&format!("{word}。")));
        }
        assert!(!STARTS.any("") && !ENDS.any(""));
    }

    #[test]
    fn the_longest_word_is_cut_off() {
        assert_eq!(STARTS.cut("个百分点，"), Some(("，", "个百分点")));
        assert_eq!(ENDS.cut("同比增长"), Some(("同比", "增长")));
        assert_eq!(ENDS.cut("同比"), None);
    }

    #[test]
    fn a_phrase_is_found_in_all_its_places() {
        let text = "增加值增长，工业增加值";
        assert_eq!(places(text, "增加值").collect::<Vec<_>>(), [0, 24]);
        assert_eq!(places(text, "增加值").next_back(), Some(24));
        assert_eq!(places(text, "").next(), None);
    }

    #[test]
    fn the_last_word_is_found() {
        assert_eq!(STARTS.last_in("增长5个百分点和长势"), Some((22, "长")));
        assert_eq!(STARTS.last_in("增长5个百分点"), Some((10, "百分点")));
        assert_eq!(ENDS.last_in("增长5个百分点，"), Some((7, "个百分点")));
        assert!(ENDS.within("增长。") && !ENDS.within("增，"));
    }
}

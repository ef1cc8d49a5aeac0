//! Sets of characters that a text is searched for.

/// A set of characters below U+10000, a bit for each. Asked for every character of a text, it takes the
/// same few instructions for all of them, where a chain of comparisons would branch differently for each.
#[derive(Debug)]
pub(super) struct Chars([u64; 1024]);

impl Chars {
    pub(super) const fn new(chars: &[char]) -> Self {
        let mut bits = [0; 1024];
        let mut at = 0;
        while at < chars.len() {
            let c = chars[at] as usize;
            bits[c / 64] |= 1 << (c % 64);
            at += 1;
        }
        Self(bits)
    }

    #[inline]
    pub(super) fn contain(&self, c: char) -> bool {
        let c = c as usize;
        self.0.get(c / 64).is_some_and(|bits| bits >> (c % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_put_in_is_found() {
        static SET: Chars = Chars::new(&['0', '年', '，', '\u{ffff}']);
        let found: String = "0年，\u{ffff}1月。\u{20000}\u{1ffff}".chars().filter(|c| SET.contain(*c)).collect();
        assert_eq!(found, "0年，\u{ffff}");
    }
}

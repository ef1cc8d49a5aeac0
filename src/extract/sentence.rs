//! Sentences of a block, and the stretch of words that belongs to each number in them.

use std::borrow::Cow;

use super::{chars::Chars, number::Number, text::is_han, words::Words};
use crate::model::Bound;

/// A sentence is cut at the next clause beyond this many bytes, and anywhere beyond some times as many:
/// what stands further back tells nothing of a number, and reading stays linear in the text.
const LONGEST: usize = 2048;

/// Marks at which a sentence may be cut.
static MARKS: Chars = Chars::new(&['。', '！', '？', '，', '；']);

/// The bytes of each sentence of a block, its end mark included.
pub(super) fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let length = at - start;
        if length <= 2 * LONGEST && !MARKS.contain(c) {
            continue;
        }
        let ended = match c {
            '。' | '！' | '？' => true,
            '，' | '；' => length > LONGEST,
            // Rather not between the digits of a number.
            _ if c.is_ascii_digit() || matches!(c, '.' | ',') => length > 4 * LONGEST,
            _ => length > 2 * LONGEST,
        };
        if ended {
            let end = at + c.len_utf8();
            out.push((start, end));
            start = end;
        }
    }
    if start < text.len() {
        out.push((start, text.len()));
    }
    out
}

/// Marks between the clauses of a sentence; a blank parts the pieces of a headline.
static CLAUSE: Chars = Chars::new(&['，', '；', '：', '。', '！', '？', ' ']);

/// Bytes before or behind a number beyond which no word tells anything of it, however long its clause.
const REACH: usize = 768;

/// The byte from which on words may tell of a number at the byte `at`, not before `from`.
pub(super) fn reach(text: &str, from: usize, at: usize) -> usize {
    let near = at.saturating_sub(REACH).max(from);
    (near..at).find(|byte| text.is_char_boundary(*byte)).unwrap_or(at)
}

/// Where the clause of the byte `at` begins, not before `from`; marks within brackets part nothing.
pub(super) fn clause_start(text: &str, from: usize, at: usize) -> usize {
    let from = reach(text, from, at);
    let mut depth = 0_u32;
    for (mark, c) in text[from..at].char_indices().rev() {
        match c {
            '）' => depth += 1,
            '（' => depth = depth.saturating_sub(1),
            c if depth == 0 && CLAUSE.contain(c) => return from + mark + c.len_utf8(),
            _ => {}
        }
    }
    from
}

/// Where the clause of the byte `at` ends, not after `to`.
pub(super) fn clause_end(text: &str, at: usize, to: usize) -> usize {
    text[at..to].find(|c| CLAUSE.contain(c)).map_or(to, |mark| at + mark)
}

/// Where the words behind the byte `at` end that may tell of a number before it: with its clause, not
/// after `to`.
pub(super) fn told_up_to(text: &str, at: usize, to: usize) -> usize {
    let near = (at..=to.min(at + REACH)).rev().find(|byte| text.is_char_boundary(*byte));
    clause_end(text, at, near.unwrap_or(at))
}

/// The words before a number within its clause: what stands in brackets with a number of its own is
/// left out, so that 甲增速（6%）快于乙增速（5%）1个百分点 reads as one comparison.
pub(super) fn before<'a>(text: &'a str, start: usize, number: &Number) -> Cow<'a, str> {
    let left = &text[start..number.start];
    if !left.contains(['（', '）']) {
        return Cow::Borrowed(left);
    }
    let mut out = String::with_capacity(left.len());
    let mut held = String::new();
    let mut depth = 0;
    for c in left.chars() {
        match c {
            '（' => {
                depth += 1;
                held.push(c);
            }
            '）' if depth > 0 => {
                depth -= 1;
                held.push(c);
                if depth == 0 {
                    if !held.contains(|c: char| c.is_ascii_digit()) {
                        out.push_str(&held);
                    }
                    held.clear();
                }
            }
            '）' => out.clear(),
            _ if depth > 0 => held.push(c),
            _ => out.push(c),
        }
    }
    // An open bracket directly before the number: the words before it lead to the number.
    out.push_str(held.strip_prefix('（').unwrap_or(&held));
    Cow::Owned(out)
}

/// Words that say a bound after the number: 以上, 左右.
const AFTER: &[(&str, Bound)] = &[
    ("以上", Bound::AtLeast),
    ("及以上", Bound::AtLeast),
    ("以内", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
];

/// The bound that the text behind a number begins with.
pub(super) fn bound(behind: &str) -> Option<Bound> {
    AFTER.iter().find(|(word, _)| behind.starts_with(word)).map(|(_, bound)| *bound)
}

/// The text behind a number without the words of its bound.
pub(super) fn behind_bound(behind: &str) -> &str {
    AFTER.iter().fold(behind, |rest, (word, _)| rest.strip_prefix(word).unwrap_or(rest))
}

/// Words with which something is done to or by what was counted: they end its name.
static DOING: Words = Words::at_start(&[
    "分别", "用上", "喝上", "住进", "吃上", "告别", "超额", "完成", "实现", "全部", "建成", "开工", "投产", "通过",
    "获批", "获得", "获评", "获", "入选", "进入", "成功", "投入", "正常", "成为", "纳入", "惠及", "达", "均", "居",
    "遍布", "放款", "成立", "集中", "签约", "落地", "加快", "办结", "驻企帮扶", "被", "启动", "已", "正", "年底", "将",
    "全面", "顺利", "竣工", "投运", "投用", "开展", "支持", "用于", "高质量", "基本", "有序", "陆续", "先后", "取得",
    "得到", "荣获", "位居", "列入", "参加", "参与", "到位", "稳定", "覆盖", "增长", "营收", "销售", "产值", "收入",
    "超", "突破", "入库", "挂牌", "上线", "运行", "年度", "累计", "新增", "享受", "受益", "安装", "改造完", "为", "在",
    "对", "率先", "提前", "如期", "按期", "治愈", "股权投资", "通车", "使用", "搬迁", "脱贫", "退出", "开通", "发布",
    "落户", "上市", "创成", "获国", "获省", "获全", "建设完", "发展壮大", "规模化", "创历史", "参保", "增加", "减少",
    "提高", "提升", "下降", "扩大", "压缩", "缩短", "享有", "未发生", "实施基本", "实行",
]);

/// What is counted, named after its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counted<'a> {
    pub(super) noun: &'a str,
    /// What is done to it or by it, up to the end of the clause.
    pub(super) tail: &'a str,
    /// The bytes from the number up to the end of the noun.
    pub(super) used: usize,
}

/// Reads what is counted behind its number: 80个重点项目超额完成 → 重点项目, with 超额完成 as its tail.
pub(super) fn counted(right: &str) -> Option<Counted<'_>> {
    let mut rest = behind_bound(right);
    if let Some(inner) = rest.strip_prefix('（') {
        let close = inner.find('）')?;
        rest = &inner[close + '）'.len_utf8()..];
    }
    rest = rest.strip_prefix('的').unwrap_or(rest);
    let end = phrase_end(rest);
    let phrase = &rest[..end];
    if phrase.is_empty() || !phrase.starts_with(|c: char| is_han(c) || "“0123456789ABCDEFG".contains(c)) {
        return None;
    }
    let verb = verb_start(phrase);
    let connective = ["以及", "和", "及", "与", "有"].iter().find_map(|word| phrase[..verb].strip_suffix(word));
    let noun = connective.unwrap_or(&phrase[..verb]);
    if noun.is_empty() {
        return None;
    }
    let used = right.len() - rest.len() + noun.len();
    Some(Counted { noun, tail: &phrase[verb..], used })
}

/// Grades that never stand alone for what is counted.
const BARE_GRADES: &[&str] = &["国家", "国家级", "省", "省级", "省市", "市", "市级", "国家、省", "国家级、省级"];

/// Where a phrase ends: at a mark of punctuation or a bracket that closes what was open before.
fn phrase_end(text: &str) -> usize {
    let (mut depth, mut quoted) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            '、' | '+' if quoted => {}
            // 6所省、市名校: a grade alone is no name.
            '、' if BARE_GRADES.contains(&&text[..at]) => {}
            '（' => depth += 1,
            '）' if depth > 0 => depth -= 1,
            '，' | '。' | '；' | '、' | '：' | ' ' | '）' | '！' | '？' | '+' => return at,
            _ => {}
        }
    }
    text.len()
}

/// Words that begin like a verb and are none.
static NOUNS: Words = Words::at_start(&[
    "居民", "居住", "居家", "发达", "对外", "对口", "在校", "在册", "在建", "在岗", "在职", "为民", "为主", "正规",
    "已婚", "超市", "超级", "均衡", "获得感", "达标", "将军", "产值", "收入",
]);

/// Where the first verb of a phrase stands; words in quotation marks are names.
fn verb_start(phrase: &str) -> usize {
    let mut quoted = false;
    let mut skip = 0;
    for (at, c) in phrase.char_indices() {
        if let Some(noun) = NOUNS.longest(&phrase[at..]) {
            skip = skip.max(at + noun.len());
        }
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            _ if at < skip => {}
            _ if !quoted && DOING.any(&phrase[at..]) => return at,
            _ => {}
        }
    }
    phrase.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_stands_behind() {
        assert_eq!(
            counted("重点项目超额完成任务，"),
            Some(Counted { noun: "重点项目", tail: "超额完成任务", used: 12 })
        );
        assert_eq!(counted("（套）设备，"), Some(Counted { noun: "设备", tail: "", used: 15 }));
        assert_eq!(counted("，增长"), None);
        assert_eq!(counted("以上。"), None);
    }

    #[test]
    fn brackets_with_numbers_are_passed_over() {
        let text = "农民增速（6%）快于市民增速（5%）1个百分点";
        let numbers = super::super::number::scan(text);
        assert_eq!(before(text, 0, &numbers[0]), "农民增速");
        assert_eq!(before(text, 0, &numbers[2]), "农民增速快于市民增速");
    }
}

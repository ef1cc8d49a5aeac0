//! Noun phrases: what is cut off them, and how long a name may be.

use std::borrow::Cow;

use super::{chars::Chars, time, words::Words};

/// Words that are taken off a phrase for as long as the catalogue does not know it: adverbs, verbs of
/// doing, whose it is. Names outside the catalogue keep those that [`EMPTY`] has not.
pub(super) static OPENING: Words = Words::at_start(&[
    "其中", "全市", "全县", "全区", "全省", "全州", "我市", "我县", "我区", "我省", "我州", "全年", "预计", "力争",
    "确保", "累计", "完成", "实现", "达到", "共", "已", "将", "推动", "建成", "培育", "打造", "入选", "入库", "创建",
    "拥有", "现有", "成功", "积极", "大力", "着力", "全面", "组织", "举办", "开展", "实施", "推进", "加快", "推广",
    "落实", "争创", "努力", "主要", "经济", "由", "使", "把", "对", "与", "和", "及", "以及", "、", "并", "为", "是",
    "的", "了", "城区", "辖区", "本市", "自治区", "自治州", "初步核算", "初步预计", "按", "年", "末", "底", "年底",
    "年末", "截至", "同时", "特别是", "超额", "均", "都", "各", "分别", "提前", "继续", "保持", "持续", "稳步",
    "上半年", "一季度", "前三季度", "同比", "再", "又", "仅", "目前", "至", "也", "还", "其", "人民币", "带动",
    "拉动了", "增加到", "等", "有", "总的",
]);

/// Verbs of making that a clause may open with besides.
static MAKING: Words = Words::at_start(&["发展", "大力发展", "做强", "壮大", "培育壮大"]);

/// Quantities that a phrase names alone when their owner stood before: 粮食播种面积…、产量….
pub(super) static HEADS: Words = Words::at_end(&[
    "产量", "总产量", "总产", "单产", "产值", "总产值", "增加值", "数量", "总量", "规模", "总规模", "增量", "面积",
    "投入强度", "强度", "总投资", "投资", "完成投资", "计划总投资", "总额", "占比", "比重", "覆盖率", "余额", "增长",
    "资金额", "金额", "收入", "营业收入", "主营业务收入", "利润", "解决率", "达产率", "开工率", "人数", "收入规模",
    "税收规模", "税收比重", "货值", "货重", "通车里程", "里程", "装机规模", "支出占比", "支出", "竣工", "建成", "开工",
    "新开工", "投产", "完工", "基本建成", "投用", "利税",
]);

/// Marks that make no other name.
static SILENT: Chars = Chars::new(&['（', '）', '“', '”', ' ', '·', '、']);

/// Quotation marks and bracketed remarks do not make another quantity.
pub(super) fn bare(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| SILENT.contain(c)) {
        return Cow::Borrowed(text);
    }
    let mut depth = 0;
    text.chars()
        .filter(|c| match c {
            '（' => {
                depth += 1;
                false
            }
            '）' => {
                depth -= 1;
                false
            }
            '“' | '”' | ' ' | '·' | '、' => false,
            _ => depth <= 0,
        })
        .collect()
}

/// Marks at the ends of a phrase that are no part of a name.
static MARKS: Chars = Chars::new(&['、', '，', '。', '；', '：', '的', '—', '-', '·', '+', '/', ' ']);

/// Words at the start of a phrase that name nothing: whose it is, when, how certain.
static EMPTY: Words = Words::at_start(&[
    "了", "年度", "其中", "全市", "全县", "全区", "全省", "全州", "我市", "我县", "我区", "我省", "我州", "全旗",
    "全盟", "我旗", "我盟", "全年", "预计", "力争", "新台阶", "台阶", "大关", "关口", "计划", "确保", "以及", "并",
    "和", "及", "与", "在", "截至", "年底", "年末", "同时", "特别是", "共", "已", "将", "使", "由", "均", "都",
    "上半年", "前三季度", "一季度", "当年", "去年", "今年", "目前", "初步核算", "初步预计", "过去一年", "一年来",
    "五年来", "）", "”", "以上", "左右", "以内", "以下", "完成", "实现", "达到", "达", "我们", "为企业", "此带动",
    "拥有", "现有", "共有", "为市场主体", "为群众",
]);

/// Words that begin with one of those and name something.
static STAYING: Words =
    Words::at_start(&["在校", "在建", "在孵", "在册", "在岗", "在职", "在园", "在库", "在营", "在读", "在谈", "在网"]);

/// Takes off the phrase what names nothing: place of the report, year, adverbs, connectives.
pub(super) fn clean(phrase: &str) -> &str {
    clean_start(phrase.trim_end_matches(|c| MARKS.contain(c)))
}

/// Takes what names nothing off the start of the phrase.
pub(super) fn clean_start(phrase: &str) -> &str {
    let mut rest = phrase;
    loop {
        rest = rest.trim_start_matches(|c| MARKS.contain(c));
        // 二是投入: the place in an enumeration.
        let mut first = rest.chars();
        if first.next().is_some_and(|c| "一二三四五六七八九十".contains(c)) && first.next() == Some('是') {
            rest = first.as_str();
            continue;
        }
        // 在校生, 在建项目: what is at school or being built.
        if STAYING.any(rest) {
            return rest;
        }
        if let Some((cut, _)) = EMPTY.cut(rest) {
            rest = cut;
            continue;
        }
        let dated = rest.strip_prefix('到').filter(|tail| tail.starts_with(|c: char| c.is_ascii_digit()));
        rest = dated.unwrap_or(rest);
        let time = time::year(rest)
            .map(|(_, length)| length)
            .or_else(|| time::duration(rest))
            .or_else(|| time::plan_years(rest));
        match time {
            Some(length) => rest = &rest[length..],
            None if dated.is_none() => return rest,
            None => {}
        }
    }
}

/// What a verb between owner and quantity parts: 造纸业实现总产值 → 造纸业总产值; of a preamble only what
/// follows it is kept: 用3年时间实现产值 → 产值.
pub(super) fn joined(name: &str) -> String {
    let parted = name.rsplit_once("实现").or_else(|| name.rsplit_once("完成").filter(|(_, rest)| is_head(rest)));
    let Some((owner, quantity)) = parted.filter(|(_, quantity)| quantity.chars().count() >= 2) else {
        return name.to_owned();
    };
    let owns = owner.chars().count() <= 8 && !owner.contains(|c: char| c.is_ascii_digit() || matches!(c, '年' | '通'));
    if owns { format!("{owner}{quantity}") } else { quantity.to_owned() }
}

/// Characters beyond which a phrase is no name but a piece of a sentence.
const LONGEST: usize = 17;

/// A name that a table row could bear: of a longer phrase what its examples are summed up as, else the
/// last member of its list, else its end.
pub(super) fn shorten(name: &str) -> &str {
    let long = |text: &str| text.chars().count() > LONGEST;
    if !long(name) {
        return name;
    }
    let pieces = ["等", "、", "和", "与"].iter().filter_map(|mark| name.rsplit_once(mark)).map(|(_, rest)| rest);
    if let Some(piece) = pieces.into_iter().find(|piece| !long(piece) && piece.chars().count() >= 4) {
        return piece;
    }
    let from = name.char_indices().rev().nth(LONGEST - 1).map_or(0, |(at, _)| at);
    let end = &name[from..];
    // Half a quotation is no name.
    end.split_once('”')
        .filter(|(head, rest)| !head.contains('“') && rest.chars().count() >= 4)
        .map_or(end, |(_, rest)| rest)
}

/// Whether a phrase names a quantity alone, so that its owner must stand elsewhere.
pub(super) fn is_head(phrase: &str) -> bool {
    HEADS.contain(phrase)
}

/// A clause without the verb it opens with: 大力发展新兴产业 → 新兴产业.
pub(super) fn after_verb(clause: &str) -> &str {
    let mut rest = clause;
    // Of two beginnings of one text the greater is the longer.
    while let Some(word) = OPENING.longest(rest).max(MAKING.longest(rest)) {
        rest = &rest[word.len()..];
    }
    rest
}

/// Splits a list at 、 and at 和, 与, 及 between members.
pub(super) fn split(phrase: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for piece in phrase.split('、') {
        let mut rest = piece;
        for word in ["以及", "和", "与", "及"] {
            if let Some((first, second)) = rest.split_once(word)
                && first.chars().count() >= 2
                && second.chars().count() >= 2
            {
                out.push(first);
                rest = second;
            }
        }
        out.push(rest);
    }
    out.retain(|piece| !piece.is_empty());
    out
}

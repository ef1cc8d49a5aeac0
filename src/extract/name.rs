//! What is measured: noun phrases cleaned to a table row's name, and the catalogue's key for them.

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;

use super::{
    phrase::{HEADS, OPENING, bare, clean, split},
    unit::Sort,
    words::Words,
};
use crate::model::{Catalogue, Kind, Measure, Metric};

/// A subject as the text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// A noun phrase without region, year, verb and number.
    pub(super) text: String,
    /// The catalogue's key, where the phrase is that very quantity.
    pub(super) key: Option<String>,
    /// How the catalogue's metric relates to time.
    pub(super) kind: Option<Kind>,
}

/// Endings that say how much there is of a thing that is counted anyway.
static CLOSING: Words = Words::at_end(&[
    "数量", "总数", "总量", "总数量", "数", "总户数", "总额", "分别", "均", "都", "等", "规模", "的", "总规模", "累计",
    "已", "共", "总", "水平", "目标", "任务", "年度", "投资额度", "总体", "逆势", "：",
]);

/// Words that tell what is new; the later members of a list leave them out.
pub(super) static FRESH: Words = Words::at_start(&[
    "新增", "净增", "新认定", "新入选", "新培育", "新招引", "新引进", "新入库", "新获批", "新获评", "新发展", "新建",
    "新设", "新登记", "新注册", "新成立", "新创", "新评", "新备案", "新纳入",
]);

/// Heads that a list of owners shares: A、B产业增加值 is A产业增加值 and B产业增加值.
static SHARED: Words = Words::at_end(&[
    "增加值", "总产值", "产值", "主营业务收入", "营业收入", "人均可支配收入", "人均纯收入", "可支配收入", "总收入",
    "收入", "营收", "装机规模", "装机容量", "装机", "规模", "总量", "增量", "投资", "销售额", "销售", "面积", "产量",
    "余额", "利润", "出口", "进出口", "总额", "数量", "占比", "比重", "浓度", "研发平台", "企业", "项目", "满意度",
    "标准", "补助标准", "保障标准",
]);

/// Beginnings of names that say what of, or for how many, the quantities of a list are.
static PER: Words = Words::at_start(&[
    "每千常住人口", "每千人口", "每千人", "每万人", "单位地区生产总值", "单位生产总值", "单位GDP", "万元地区生产总值",
    "万元生产总值", "万元GDP", "万元工业增加值", "规模以上工业企业", "规模以上工业", "规上工业企业", "规上工业",
]);

/// Ends of names that tell a quantity wherever they stand; 老旧小区, 规模以上工业 are also things.
static QUANTITIES: Words = Words::at_end(&[
    "值", "收入", "额", "投资", "率", "量", "面积", "支出", "里程", "浓度", "比例", "比重", "占比", "指数", "强度",
    "出口", "进口", "外资", "内资", "资金", "贷款", "存款", "利润", "税收", "结构", "GDP", "就业", "零售",
]);

/// Ends of names outside the catalogue that are told in money.
static SUMS: Words = Words::at_end(&["产值", "收入", "投资", "支出", "余额", "利税", "税收"]);

/// Looks phrases up in the catalogue.
#[derive(Debug)]
pub(super) struct Names {
    by_name: FxHashMap<String, (String, Kind)>,
    /// The sort of quantity of each key.
    sorts: FxHashMap<String, Sort>,
    /// Names of the catalogue as they stand in a text.
    mentions: AhoCorasick,
}

impl Names {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let mut by_name = FxHashMap::default();
        for metric in catalogue.metrics() {
            for name in metric.names() {
                // All names of the gross product are one whole.
                if let Some((part, _)) = name.split_once("占").filter(|_| name.contains("生产总值")) {
                    let ratio = format!("{part}占GDP比重");
                    by_name.entry(ratio).or_insert_with(|| (metric.key.clone(), metric.kind));
                }
                by_name.entry(bare(name).into_owned()).or_insert_with(|| (metric.key.clone(), metric.kind));
            }
        }
        let names = catalogue.metrics().iter().flat_map(Metric::names);
        let mentions = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(names.filter(|name| name.chars().count() >= 3 && QUANTITIES.any(name)))
            .expect("metric names are far fewer than the automaton's limit");
        let sorts = catalogue.metrics().iter().map(|metric| (metric.key.clone(), Sort::of(&metric.unit))).collect();
        Self { by_name, sorts, mentions }
    }

    /// Whether a level of the named metric can be told in this unit.
    pub(super) fn fits(&self, name: &Name, unit: &str) -> bool {
        let sort = name.key.as_ref().and_then(|key| self.sorts.get(key));
        sort.is_none_or(|sort| *sort == Sort::of(unit) || matches!(Sort::of(unit), Sort::Bare))
    }

    /// How many metrics of the catalogue a text names.
    pub(super) fn count_in(&self, text: &str) -> usize {
        self.mentions.find_iter(text).count()
    }

    /// The metric of the catalogue that is the ratio of a part to its whole.
    pub(super) fn ratio(&self, part: &str, whole: &str) -> Option<Name> {
        // All names of the gross product are one whole.
        let whole = match clean(whole) {
            "地区生产总值" | "国内生产总值" | "生产总值" => "GDP",
            whole => whole,
        };
        self.known(&format!("{}占{whole}比重", clean(part)))
    }

    /// The ratio of a part to its whole, whether the catalogue has it or not.
    pub(super) fn share(&self, part: &str, whole: &str) -> Name {
        let named = || Name { text: format!("{part}占{}比重", clean(whole)), key: None, kind: None };
        self.ratio(part, whole).unwrap_or_else(named)
    }

    /// Whether the named metric is told in money.
    pub(super) fn is_money(&self, name: &Name) -> bool {
        match name.key.as_ref().and_then(|key| self.sorts.get(key)) {
            Some(sort) => *sort == Sort::Money,
            None => SUMS.any(&name.text),
        }
    }

    /// The last metric of the catalogue that a text names.
    pub(super) fn last_in(&self, text: &str) -> Option<Name> {
        let found = self.mentions.find_iter(text).last()?;
        self.key(&text[found.range()])
    }

    fn look_up(&self, phrase: &str) -> Option<&(String, Kind)> {
        self.by_name.get(bare(phrase).as_ref())
    }

    /// The metric of the catalogue that the phrase is as it stands.
    pub(super) fn known(&self, phrase: &str) -> Option<Name> {
        let (key, kind) = self.look_up(phrase)?;
        Some(Name { text: phrase.to_owned(), key: Some(key.clone()), kind: Some(*kind) })
    }

    /// Whether the phrase is a metric of the catalogue as it stands.
    pub(super) fn knows(&self, phrase: &str) -> bool {
        self.look_up(phrase).is_some()
    }

    /// The name and key of a cleaned phrase; `before` are names that stood earlier, the latest first,
    /// from which a phrase such as 总量 or 税收规模 takes its owner.
    pub(super) fn name(&self, phrase: &str, before: &[&Name]) -> Option<Name> {
        let phrase = clean(phrase);
        // 高新技术企业新增9家 is 新增高新技术企业, 中小企业入库74家 is 入库中小企业.
        let turned = ["新增", "净增", "入库"]
            .iter()
            .find_map(|verb| phrase.strip_suffix(verb).map(|rest| format!("{verb}{rest}")));
        let phrase = turned.as_deref().filter(|turned| turned.chars().count() > 2).unwrap_or(phrase);
        if let Some(found) = self.key(phrase) {
            return Some(found);
        }
        // 第三产业完成增加值 is 第三产业增加值.
        if let Some(found) = ["完成", "实现"]
            .iter()
            .find_map(|verb| phrase.rsplit_once(verb))
            .filter(|(owner, quantity)| !owner.is_empty() && !quantity.is_empty())
            .and_then(|(owner, quantity)| self.key(&format!("{owner}{quantity}")))
        {
            return Some(found);
        }
        // 规模企业243家，新增33家
        if FRESH.contain(phrase)
            && let Some(last) = before.first()
        {
            return self.name(&format!("{phrase}{}", last.text), &[]);
        }
        // 一般公共预算收入…，其中税收…
        if phrase == "税收" && before.first().and_then(|last| last.key.as_deref()) == Some("fiscal_revenue") {
            return self.key("税收收入");
        }
        // 合作社341个，其中省级22个
        if matches!(phrase, "国家级" | "省级" | "市级" | "县级" | "自治区级")
            && let Some(last) = before.first()
        {
            let kind = FRESH.cut(&last.text).map_or(last.text.as_str(), |(kind, _)| kind);
            let kind =
                ["国家级", "省级", "市级", "县级"].iter().find_map(|grade| kind.strip_prefix(grade)).unwrap_or(kind);
            return Some(Name { text: format!("{phrase}{kind}"), key: None, kind: None });
        }
        // 农村居民增速 where incomes are told.
        if before.iter().any(|name| name.text.ends_with("收入"))
            && let Some(found) = self.key(&format!("{phrase}人均可支配收入")).filter(|_| phrase.ends_with('民'))
        {
            return Some(Name { text: format!("{phrase}人均可支配收入"), ..found });
        }
        let mut shorter = phrase;
        while let Some((cut, _)) = CLOSING.cut(shorter) {
            shorter = cut;
            if let Some(found) = self.key(shorter) {
                return Some(found);
            }
        }
        if shorter.is_empty() || HEADS.contain(phrase) {
            return self.continued(phrase, shorter, before);
        }
        Some(Name { text: phrase.to_owned(), key: None, kind: None })
    }

    /// A phrase that only names a head: its owner is the latest name that fits.
    fn continued(&self, phrase: &str, shorter: &str, before: &[&Name]) -> Option<Name> {
        let Some(last) = before.first().copied() else {
            return Some(Name { text: phrase.to_owned(), key: None, kind: None });
        };
        if shorter != phrase && !shorter.is_empty() {
            // 税收规模 after 税收收入: the earlier name that begins, else that ends like this.
            let begins = before.iter().find(|name| name.text.starts_with(shorter));
            if let Some(name) = begins.or_else(|| before.iter().find(|name| name.text.ends_with(shorter))) {
                return Some((*name).clone());
            }
        }
        if matches!(phrase, "总数" | "总量" | "总户数" | "总数量")
            && let Some(stock) = self.stock(last)
        {
            return Some(stock);
        }
        if matches!(phrase, "占比" | "比重") {
            if last.text.contains('占') || last.kind == Some(Kind::Ratio) {
                return Some(last.clone());
            }
            let text = format!("{}{phrase}", last.text);
            return self.key(&text).or(Some(Name { text, key: None, kind: None }));
        }
        if shorter.is_empty() && !matches!(phrase, "规模" | "总规模") {
            return Some(last.clone());
        }
        // 粮食播种面积…、产量…: the longest beginning of the earlier name that makes a metric with it.
        let stems = last.text.char_indices().map(|(at, _)| &last.text[..at]).skip(1);
        for stem in std::iter::once(last.text.as_str()).chain(stems.collect::<Vec<_>>().into_iter().rev()) {
            if let Some(found) = self.key(&format!("{stem}{phrase}")) {
                return Some(found);
            }
        }
        let stem = HEADS.cut(&last.text).map_or(last.text.as_str(), |(stem, _)| stem);
        Some(Name { text: format!("{stem}{phrase}"), key: None, kind: None })
    }

    /// 新增企业7家，总数达91家: the stock is another quantity than what is new.
    pub(super) fn stock(&self, fresh: &Name) -> Option<Name> {
        let (stock, _) = FRESH.cut(&fresh.text).filter(|(stock, _)| !stock.is_empty())?;
        self.key(stock).or_else(|| Some(Name { text: stock.to_owned(), key: None, kind: None }))
    }

    /// The key of a phrase after the verbs and adverbs before it are taken off one by one.
    fn key(&self, phrase: &str) -> Option<Name> {
        let mut rest = phrase;
        loop {
            if let Some((key, kind)) = self.look_up(rest) {
                // 新增 of a stock is another quantity than the stock.
                let fresh = phrase[..phrase.len() - rest.len()].contains('新');
                if !fresh || *kind == Kind::Flow {
                    return Some(Name { text: phrase.to_owned(), key: Some(key.clone()), kind: Some(*kind) });
                }
            }
            // 新认定, 新培育 are words for 新增.
            if let Some((kind, _)) = FRESH.cut(rest)
                && let Some((key, kind)) = self.look_up(&format!("新增{kind}"))
            {
                return Some(Name { text: phrase.to_owned(), key: Some(key.clone()), kind: Some(*kind) });
            }
            (rest, _) = OPENING.cut(rest)?;
        }
    }

    /// Whether a growth told once is of several metrics of the catalogue: 甲和乙增长12%.
    pub(super) fn are_several(&self, phrase: &str, measure: Measure) -> bool {
        if measure != Measure::Growth {
            return false;
        }
        let parts = split(clean(phrase));
        parts.len() > 1 && !self.knows(clean(phrase)) && parts.iter().all(|part| self.knows(clean(part)))
    }

    /// The subjects that a phrase lists: A、B和C, with what they share restored.
    /// `numbers` are told of them: two numbers of 城乡居民… or of 存贷款余额 are of the two it joins.
    pub(super) fn list(&self, phrase: &str, numbers: usize) -> Vec<String> {
        let apart = numbers > 1;
        if let Some((owner, rest)) = phrase.split_once("存贷款").filter(|_| numbers == 2) {
            return vec![format!("{owner}存款{rest}"), format!("{owner}贷款{rest}")];
        }
        if let Some(rest) = clean(phrase).strip_prefix("城乡").filter(|_| apart) {
            let rest = rest.strip_prefix("居民").unwrap_or(rest);
            return vec![format!("城镇居民{rest}"), format!("农村居民{rest}")];
        }
        if self.knows(clean(phrase)) {
            return vec![phrase.to_owned()];
        }
        // 互联网和相关服务业、软件业: where two are told, 和 joins no members.
        let listed: Vec<&str> = phrase.split('、').collect();
        let parts = if apart && listed.len() == numbers { listed } else { split(phrase) };
        let Some((last, firsts)) = parts.split_last() else { return Vec::new() };
        if firsts.is_empty() {
            return vec![phrase.to_owned()];
        }
        // 第一、二、三产业增加值
        if let ("第一" | "一", Some(rest)) = (clean(firsts[0]), last.split_once('产').map(|(_, rest)| rest)) {
            let rest = rest.strip_prefix('业').unwrap_or(rest);
            return ["第一", "第二", "第三"]
                .iter()
                .take(parts.len())
                .map(|place| format!("{place}产业{rest}"))
                .collect();
        }
        // 规上工业增加值、利润; 每千人口床位、护士数: what the first is of.
        let of = PER.longest(clean(firsts[0])).filter(|_| apart);
        let owned = |part: String| match of {
            Some(of) if part.chars().count() <= 4 && !self.knows(&part) && !PER.any(&part) => format!("{of}{part}"),
            _ => part,
        };
        // 新增甲、乙分别为5家、9家: all are new.
        let fresh = FRESH.longest(clean(firsts[0])).filter(|_| apart);
        let fresh = |part: &str| fresh.filter(|_| !clean(part).starts_with('新')).unwrap_or_default();
        let mut out: Vec<String> =
            firsts.iter().map(|part| owned(format!("{}{}", fresh(part), self.complete(part, last)))).collect();
        // 甲、乙等指标: what the list is summed up as is no member.
        let last = last.split_once('等').map_or(*last, |(member, _)| member);
        // 高效农业总量、增量: the last borrows its owner from the first.
        let first = clean(&out[0]).to_owned();
        if HEADS.contain(last) && !self.knows(last) {
            let stem = HEADS.cut(&first).map_or("", |(stem, _)| stem);
            out.push(format!("{stem}{last}"));
        } else {
            out.push(owned(format!("{}{last}", fresh(last))));
        }
        out
    }

    /// Gives a member of a list the ending that only the last one bears.
    fn complete(&self, part: &str, last: &str) -> String {
        let own = clean(part);
        if self.knows(own) {
            return part.to_owned();
        }
        // 城镇、农村居民人均消费支出
        if matches!(own, "城镇" | "农村" | "城市")
            && let Some(rest) = ["农村", "城镇", "城市"].iter().find_map(|side| last.strip_prefix(side))
        {
            return format!("{part}{rest}");
        }
        // The longest ending of the last member that makes a metric of the catalogue.
        for (at, _) in last.char_indices().skip(1) {
            if self.knows(&format!("{own}{}", &last[at..])) {
                return format!("{part}{}", &last[at..]);
            }
        }
        for grade in ["国家级", "国家", "省级", "市级", "县级", "省", "市", "县"] {
            if own == grade {
                let kind = ["国家级", "国家", "省级", "市级", "省", "市"]
                    .iter()
                    .find_map(|g| last.strip_prefix(g))
                    .unwrap_or(last);
                return format!("{part}{kind}");
            }
        }
        if shared(own).is_none()
            && let Some(head) = shared(last)
        {
            let stem = &last[..last.len() - head.len()];
            let link = ["全产业链", "产业", "行业", "企业", "居民", "人均"]
                .iter()
                .find(|link| stem.ends_with(**link) && !own.ends_with(**link))
                .unwrap_or(&"");
            return format!("{part}{link}{head}");
        }
        part.to_owned()
    }
}

/// The head at the end of a list's member that the earlier members may share: 增加值, 利用率.
fn shared(text: &str) -> Option<&str> {
    if text.ends_with('率') {
        // 利用率, 覆盖率: the word before 率 says what of is told.
        let (at, _) = text.char_indices().rev().nth(2)?;
        return Some(&text[at..]);
    }
    SHARED.longest(text)
}

//! Names of metrics as tables write them → metrics of the catalogue.

use std::collections::HashMap;

use super::text::{key, without_bullet};
use crate::model::{Catalogue, Metric};

/// Words around a name that do not change what is measured. 全省 and 全国 do: they stand beside figures of counties.
const BEFORE: &[&str] =
    &["全市", "全县", "全区", "年末", "年底", "期末", "本年", "当年", "全年", "累计", "完成", "实现", "地方"];
const BEHIND: &[&str] = &["总量", "绝对量", "绝对值", "绝对数", "绝对额", "数值", "完成额", "完成情况", "情况"];

/// The metrics of the catalogue by every name, key and English name.
#[derive(Debug)]
pub(super) struct Names<'a> {
    catalogue: &'a Catalogue,
    by_key: HashMap<String, &'a Metric>,
}

impl<'a> Names<'a> {
    pub(super) fn new(catalogue: &'a Catalogue) -> Self {
        let mut by_key = HashMap::new();
        for metric in catalogue.metrics() {
            for name in metric.names().chain([metric.key.as_str(), metric.en.as_str()]) {
                by_key.entry(key(name)).or_insert(metric);
            }
        }
        Self { catalogue, by_key }
    }

    /// The metric that is called so.
    pub(super) fn find(&self, name: &str) -> Option<&'a Metric> {
        let mut name = key(without_bullet(name));
        loop {
            if let Some(metric) = self.by_key.get(&name) {
                return Some(metric);
            }
            let shorter = BEFORE
                .iter()
                .find_map(|word| name.strip_prefix(word))
                .or_else(|| BEHIND.iter().find_map(|word| name.strip_suffix(word)))?;
            name = shorter.trim_matches(['(', ')', '-', ':']).to_owned();
        }
    }

    /// The metric that a key names.
    pub(super) fn get(&self, key: &str) -> Option<&'a Metric> {
        self.catalogue.get(key)
    }

    /// Whether a word is a category of the catalogue, such as 财政.
    pub(super) fn is_category(&self, word: &str) -> bool {
        self.catalogue.categories().any(|category| category == word)
    }

    /// The one metric that a title names among other words: 各县区一般公共预算收入（亿元）. The longest name
    /// counts; where two names stand apart in it, it names none.
    pub(super) fn in_title(&self, title: &str) -> Option<&'a Metric> {
        let mut title = key(title);
        let mut found = None;
        // 收入 alone would be in many titles; names of less than three characters tell too little.
        let named = |title: &str| {
            let names =
                self.by_key.iter().filter(|(name, _)| name.chars().count() > 2 && title.contains(name.as_str()));
            names.max_by_key(|(name, _)| (name.len(), *name)).map(|(name, metric)| (name.clone(), *metric))
        };
        while let Some((name, metric)) = named(&title) {
            if found.is_some_and(|known: &Metric| known.key != metric.key) {
                return None;
            }
            found = Some(metric);
            title = title.replace(&name, "|");
        }
        found
    }

    /// The Chinese name that a name is nearest to, where it is near at all.
    pub(super) fn nearest(&self, name: &str) -> Option<&'a str> {
        let name = key(name);
        let near = self
            .by_key
            .iter()
            .map(|(known, metric)| (strsim::normalized_damerau_levenshtein(known, &name), known, metric));
        let best = near.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))?;
        (best.0 >= 0.6).then_some(best.2.zh.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metrics_are_found_by_any_name_and_by_nothing_less() {
        let catalogue = Catalogue::carried();
        let names = Names::new(&catalogue);
        let found = |name| names.find(name).map(|metric| metric.key.as_str());
        for (name, metric) in [
            ("一般公共预算收入", "fiscal_revenue"),
            ("fiscal_revenue", "fiscal_revenue"),
            ("Fiscal Revenue", "fiscal_revenue"),
            ("General public budget revenue", "fiscal_revenue"),
            ("gdp", "gdp"),
            ("ＧＤＰ", "gdp"),
            ("全市生产总值", "gdp"),
            ("\u{3000}其中：税收收入", "tax_revenue"),
            ("社会消费品零售总额", "retail_sales"),
            ("年末常住人口", "population"),
            ("地区生产总值总量", "gdp"),
        ] {
            assert_eq!(found(name), Some(metric), "{name}");
        }
        for name in ["收入", "财政", "某某产值", "", "全市", "全省GDP", "全国生产总值"] {
            assert_eq!(found(name), None, "{name}");
        }
    }

    #[test]
    fn titles_and_misspelt_names() {
        let catalogue = Catalogue::carried();
        let names = Names::new(&catalogue);
        let title = |title| names.in_title(title).map(|metric| metric.key.as_str());
        assert_eq!(title("各县（市、区）历年一般公共预算收入（亿元）"), Some("fiscal_revenue"));
        assert_eq!(title("地区生产总值和税收收入"), None);
        assert_eq!(title("主要经济指标"), None);
        assert_eq!(names.nearest("一般公共预算收人"), Some("一般公共预算收入"));
        assert_eq!(names.nearest("甲乙丙丁"), None);
    }
}

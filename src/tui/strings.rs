//! Every word of the interface, in Chinese and in English.

use crate::model::Language;

/// The words of the interface. A field is a word or sentence; views put numbers beside it.
#[derive(Debug)]
pub(crate) struct Strings {
    /// The program's name.
    pub(crate) name: &'static str,
    pub(crate) overview: &'static str,
    pub(crate) compare: &'static str,
    /// What stands in for a year when each metric shows its latest.
    pub(crate) latest: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) figures: &'static str,
    pub(crate) regions: &'static str,
    pub(crate) metrics: &'static str,
    pub(crate) metric: &'static str,
    pub(crate) region: &'static str,
    pub(crate) value: &'static str,
    pub(crate) place: &'static str,
    pub(crate) year: &'static str,
    pub(crate) trend: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) difference: &'static str,
    pub(crate) ratio: &'static str,
    pub(crate) damaged: &'static str,
    /// What the growth over a year before is called, as a base.
    pub(crate) yoy: &'static str,
    pub(crate) average: &'static str,
    /// Before the group that a gap is measured against.
    pub(crate) against: &'static str,
    /// Before the whole that a share is part of.
    pub(crate) of: &'static str,
    pub(crate) evidence: &'static str,
    pub(crate) detail: &'static str,
    /// The bars of the regions beside the chosen one, below this parent.
    pub(crate) beside: &'static str,
    pub(crate) whole_country: &'static str,
    pub(crate) readings: &'static str,
    /// Around the number of a paragraph and of characters.
    pub(crate) paragraph: (&'static str, &'static str),
    pub(crate) characters: (&'static str, &'static str),
    /// The document is not at hand.
    pub(crate) no_document: &'static str,
    /// The figure was not read from prose.
    pub(crate) no_prose: &'static str,
    /// Nothing is chosen that was read somewhere.
    pub(crate) no_cell: &'static str,
    pub(crate) no_figures: &'static str,
    pub(crate) no_figures_in_year: &'static str,
    /// Between a region that lacks the metric looked for and one that has it.
    pub(crate) elsewhere: &'static str,
    pub(crate) no_region: &'static str,
    pub(crate) nothing_loaded: &'static str,
    pub(crate) search: &'static str,
    pub(crate) search_hint: &'static str,
    pub(crate) nothing_found: &'static str,
    pub(crate) help: &'static str,
    pub(crate) marks: &'static str,
    pub(crate) notices: &'static str,
    pub(crate) no_notices: &'static str,
    pub(crate) notices_waiting: &'static str,
    pub(crate) all_have: &'static str,
    pub(crate) some_have: &'static str,
    pub(crate) one_has: &'static str,
    /// Of which regions difference and ratio are, when there are more.
    pub(crate) first_two: &'static str,
    pub(crate) need_two: &'static str,
    pub(crate) too_many: &'static str,
    pub(crate) only_common: &'static str,
    pub(crate) nothing_common: &'static str,
    pub(crate) unknown_region: &'static str,
    pub(crate) too_small: &'static str,
    pub(crate) aliases: &'static str,
    pub(crate) former: &'static str,
}

const ZH: Strings = Strings {
    name: "县志",
    overview: "概览",
    compare: "对比",
    latest: "最新",
    sources: "来源",
    figures: "数据",
    regions: "地区",
    metrics: "指标",
    metric: "指标",
    region: "地区",
    value: "数值",
    place: "位次",
    year: "年",
    trend: "走势",
    unit: "单位",
    difference: "相差",
    ratio: "倍数",
    damaged: "残缺",
    yoy: "同比",
    average: "年均",
    against: "比",
    of: "占",
    evidence: "依据",
    detail: "详情",
    beside: "同级",
    whole_country: "全国",
    readings: "读数",
    paragraph: ("第", "段"),
    characters: ("第", "字"),
    no_document: "手头没有这份文件；用 --reports 目录 打开后，这里显示原句。",
    no_prose: "这条数据不是从文字读出的。",
    no_cell: "没有选中的数据",
    no_figures: "这个地区没有数据",
    no_figures_in_year: "这一年没有数据",
    elsewhere: "没有这项指标，已到",
    no_region: "先在左边选一个地区",
    nothing_loaded: "没有数据可看。运行 xianzhi 报告文件 或 xianzhi 数据.jsonl 打开它们。",
    search: "搜索",
    search_hint: "名称、别名、拼音、首字母或英文：财政 · caizheng · ybggys · budget",
    nothing_found: "没有找到",
    help: "帮助",
    marks: "标记",
    notices: "未能读入",
    no_notices: "文件全部读入。",
    notices_waiting: "处未能读入，按 ! 查看",
    all_have: "各地都有",
    some_have: "部分地区有",
    one_has: "只有一地有",
    first_two: "前两地",
    need_two: "至少要两个地区：在地区栏按空格钉住它们，再按 c 对比",
    too_many: "最多钉住八个地区",
    only_common: "只看共有",
    nothing_common: "这些地区没有共同的指标",
    unknown_region: "未定地区",
    too_small: "窗口太小",
    aliases: "又称",
    former: "曾用",
};

const EN: Strings = Strings {
    name: "xianzhi",
    overview: "Overview",
    compare: "Compare",
    latest: "latest",
    sources: "sources",
    figures: "figures",
    regions: "Regions",
    metrics: "Metrics",
    metric: "Metric",
    region: "Region",
    value: "Value",
    place: "Place",
    year: "Year",
    trend: "Trend",
    unit: "Unit",
    difference: "Diff.",
    ratio: "Ratio",
    damaged: "damaged",
    yoy: "YoY",
    average: "avg",
    against: "vs",
    of: "of",
    evidence: "Evidence",
    detail: "Detail",
    beside: "Peers",
    whole_country: "China",
    readings: "Figures",
    paragraph: ("para. ", ","),
    characters: ("chars ", ""),
    no_document: "The document is not at hand; open it with --reports DIR to read the sentence here.",
    no_prose: "This figure was not read from prose.",
    no_cell: "No figure is chosen",
    no_figures: "No figures for this region",
    no_figures_in_year: "No figures in this year",
    elsewhere: " does not have this metric; went to ",
    no_region: "Choose a region on the left",
    nothing_loaded: "There is nothing to show. Open reports or figures with: xianzhi FILE...",
    search: "Search",
    search_hint: "name, alias, pinyin, initials or English: caizheng, ybggys, budget",
    nothing_found: "Nothing found",
    help: "Help",
    marks: "Marks",
    notices: "Not read",
    no_notices: "All files were read.",
    notices_waiting: "things could not be read, press ! to see them",
    all_have: "All have",
    some_have: "Some have",
    one_has: "Only one has",
    first_two: "first two",
    need_two: "Two regions are needed: pin them with Space in the tree, then press c",
    too_many: "Eight regions can be pinned at most",
    only_common: "common only",
    nothing_common: "These regions have no metric in common",
    unknown_region: "Unknown region",
    too_small: "too small",
    aliases: "also",
    former: "formerly",
};

/// English names of the categories of the catalogue.
const CATEGORIES: &[(&str, &str)] = &[
    ("综合", "General"),
    ("人口", "Population"),
    ("就业", "Employment"),
    ("居民", "Households"),
    ("农业", "Agriculture"),
    ("工业", "Industry"),
    ("企业", "Enterprises"),
    ("投资", "Investment"),
    ("招商", "Investment promotion"),
    ("财政", "Public finance"),
    ("金融", "Banking"),
    ("消费", "Consumption"),
    ("外贸", "Foreign trade"),
    ("创新", "Innovation"),
    ("城建", "Construction"),
    ("交通", "Transport"),
    ("通信", "Communications"),
    ("能源", "Energy"),
    ("环境", "Environment"),
    ("教育", "Education"),
    ("卫生", "Health"),
    ("社保", "Social security"),
    ("民生", "Livelihood"),
    ("文旅", "Culture and tourism"),
    ("安全", "Safety"),
    ("其他", "Other"),
];

impl Strings {
    /// The words in a language.
    pub(crate) const fn of(lang: Language) -> &'static Self {
        match lang {
            Language::Zh => &ZH,
            Language::En => &EN,
        }
    }
}

impl Strings {
    /// Name of a category of the catalogue; Chinese where it has no other.
    pub(crate) fn category(lang: Language, category: &str) -> &str {
        let english = || CATEGORIES.iter().find(|(zh, _)| *zh == category).map(|(_, en)| *en);
        if lang == Language::En { english().unwrap_or(category) } else { category }
    }
}

impl Strings {
    /// Where in a document a figure stands: paragraph, first and last character, all from 1.
    pub(crate) fn position(&self, paragraph: u32, first: u32, last: u32) -> String {
        let ((before_paragraph, after_paragraph), (before, after)) = (self.paragraph, self.characters);
        format!("{before_paragraph}{paragraph}{after_paragraph} {before}{first}-{last}{after}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Catalogue;

    /// Every text of a language, as `Debug` writes it between quotation marks.
    fn texts(strings: &Strings) -> Vec<String> {
        format!("{strings:?}").split('"').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn no_word_is_missing_in_either_language() {
        let (zh, en) = (texts(&ZH), texts(&EN));
        assert_eq!(zh.len(), en.len());
        let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        for (zh, en) in zh.iter().zip(&en) {
            assert!(is_chinese(zh), "{en:?} has no Chinese: {zh:?}");
            // What stands behind a number in Chinese may be nothing in English.
            assert!(!is_chinese(en) && (!en.is_empty() || zh == "字"), "{zh:?} has no English: {en:?}");
        }
    }

    #[test]
    fn every_category_of_the_catalogue_has_an_english_name() {
        let catalogue = Catalogue::carried();
        for category in catalogue.categories().chain([crate::query::profile::OTHERS]) {
            assert!(Strings::category(Language::En, category).is_ascii(), "{category}");
        }
    }
}

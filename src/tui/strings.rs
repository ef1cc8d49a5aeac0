//! Every word of the interface, in Chinese and in English, a line each; those of one view stand in a file of
//! its own.

mod audit;
mod columns;
mod compare;
mod copy;
mod correct;
mod export;
mod history;
mod live;
mod map;
mod marks;
mod overview;
mod palette;
mod rank;
mod search;
mod short;
mod sources;
mod themes;
mod trend;
mod views;

pub(crate) use short::short;

pub(crate) use columns::Columns;

use crate::model::Language;

/// Declares words: a name, the Chinese and the English; then groups of them by field and type.
macro_rules! words {
    (
        $(#[$doc:meta])*
        $type:ident {
            $($(#[$word_doc:meta])* $word:ident: $zh:literal, $en:literal;)*
        }
        $(groups { $($(#[$group_doc:meta])* $group:ident: $of:ty,)* })?
    ) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $type {
            $($(#[$word_doc])* pub(crate) $word: &'static str,)*
            $($($(#[$group_doc])* pub(crate) $group: $of,)*)?
        }

        impl $type {
            pub(super) const ZH: Self = Self { $($word: $zh,)* $($($group: <$of>::ZH,)*)? };
            pub(super) const EN: Self = Self { $($word: $en,)* $($($group: <$of>::EN,)*)? };
        }
    };
}
use words;

words! {
    /// The words of the interface. A field is a word or sentence; views put numbers beside it.
    Strings {
        /// The program's name.
        name: "县志", "xianzhi";
        /// What stands in for a year when each metric shows its latest.
        latest: "最新", "latest";
        documents: "来源", "sources";
        figures: "数据", "figures";
        regions: "地区", "Regions";
        metrics: "指标", "Metrics";
        metric: "指标", "Metric";
        region: "地区", "Region";
        value: "数值", "Value";
        place: "位次", "Place";
        year: "年", "Year";
        course: "走势", "Trend";
        unit: "单位", "Unit";
        damaged: "残缺", "damaged";
        /// What tells that a value is aimed at, or expected.
        goal: "目标", "goal";
        estimate: "预计", "est.";
        /// What tells a place by growth from one by level.
        by_growth: "增速", " growth";
        /// What the growth over a year before is called, as a base.
        yoy: "同比", "YoY";
        average: "年均", "avg";
        /// Before the group that a gap is measured against.
        against: "比", "vs";
        /// Before the whole that a share is part of.
        of: "占", "of";
        evidence: "依据", "Evidence";
        detail: "详情", "Detail";
        /// The bars of the regions beside the chosen one, below this parent.
        beside: "同级", "Peers";
        whole_country: "全国", "China";
        /// Around the number of a paragraph and of characters.
        before_paragraph: "第", "para. ";
        after_paragraph: "段", ",";
        before_characters: "第", "chars ";
        after_characters: "字", "";
        /// The document is not at hand.
        no_document: "手头没有这份文件；用 --reports 目录 打开后，这里显示原句。", "The document is not at hand; open it with --reports DIR to read the sentence here.";
        /// The figure was quoted and not read from a text.
        /// Before region, metric and time.
        in_table: "取自表格的一格，读作：", "Read from a cell of a table, as: ";
        no_prose: "摘自下列来源，没有随附原文，无从显示原句。", "Quoted from the source below, whose text is not at hand: there is no sentence to show.";
        /// Nothing is chosen that was read somewhere.
        no_cell: "没有选中的数据", "No figure is chosen";
        no_figures: "这个地区没有数据", "No figures for this region";
        no_figures_in_year: "这一年没有数据", "No figures in this year";
        /// Between a region that lacks the metric looked for and one that has it.
        elsewhere: "没有这项指标，已到", " does not have this metric; went to ";
        no_region: "先在左边选一个地区", "Choose a region on the left";
        nothing_loaded: "没有数据可看。运行 xianzhi 报告文件 或 xianzhi 数据.jsonl 打开它们。", "There is nothing to show. Open reports or figures with: xianzhi FILE...";
        search: "搜索", "Search";
        search_hint: "名称、别名、拼音、首字母或英文：财政 · caizheng · ybggys · budget", "name, alias, pinyin, initials or English: caizheng, ybggys, budget";
        nothing_found: "没有找到", "Nothing found";
        help: "帮助", "Help";
        /// Above the keys that work elsewhere.
        elsewhere_keys: "在其他界面", "In other views and windows";
        notices: "未能读入", "Not read";
        no_key: "没有这个键", "no such key";
        no_notices: "文件全部读入。", "All files were read.";
        notices_waiting: "处未能读入，按 ! 查看", "things could not be read, press ! to see them";
        need_two: "至少要两个地区：在地区栏按空格钉住它们，再按 c 对比", "Two regions are needed: pin them with Space in the tree, then press c";
        too_many: "最多钉住八个地区", "Eight regions can be pinned at most";
        unknown_region: "未定地区", "Unknown region";
        too_small: "窗口太小", "too small";
        aliases: "又称", "also";
        former: "曾用", "formerly";
    }
    groups {
        /// The names of the views.
        views: views::Views,
        live: live::Live,
        copy: copy::Copy,
        correct: correct::Correct,
        export: export::Export,
        overview: overview::Overview,
        columns: columns::Columns,
        compare: compare::Compare,
        rank: rank::Rank,
        trend: trend::Trend,
        map: map::Map,
        marks: marks::Marks,
        sources: sources::Sources,
        audit: audit::Audit,
        themes: themes::Themes,
        palette: palette::Palette,
        history: history::History,
        finding: search::Search,
    }
}

/// A word with a number where `#` stands in it.
pub(crate) fn fill(word: &str, number: usize) -> String {
    word.replace('#', &number.to_string())
}

static ZH: Strings = Strings::ZH;
static EN: Strings = Strings::EN;

impl Strings {
    /// The words in a language.
    pub(crate) const fn of(lang: Language) -> &'static Self {
        match lang {
            Language::Zh => &ZH,
            Language::En => &EN,
        }
    }

    /// Where in a document a figure stands: paragraph, first and last character, all from 1.
    pub(crate) fn position(&self, paragraph: u32, first: u32, last: u32) -> String {
        let (before_paragraph, after_paragraph) = (self.before_paragraph, self.after_paragraph);
        let (before, after) = (self.before_characters, self.after_characters);
        format!("{before_paragraph}{paragraph}{after_paragraph} {before}{first}-{last}{after}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Catalogue;

    fn is_chinese(text: &str) -> bool {
        text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }

    /// Every text of a language, as `Debug` writes it between quotation marks.
    fn texts(strings: &Strings) -> Vec<String> {
        format!("{strings:?}").split('"').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn no_word_is_missing_in_either_language() {
        let (zh, en) = (texts(&ZH), texts(&EN));
        assert_eq!(zh.len(), en.len());
        for (zh, en) in zh.iter().zip(&en) {
            assert!(is_chinese(zh), "{en:?} has no Chinese: {zh:?}");
            // What stands behind a number in Chinese may be nothing in English.
            assert!(!is_chinese(en) && (!en.is_empty() || zh == "字"), "{zh:?} has no English: {en:?}");
        }
    }

    #[test]
    fn every_metric_of_the_catalogue_has_a_name_in_both_languages() {
        let catalogue = Catalogue::carried();
        for metric in catalogue.metrics() {
            assert!(is_chinese(&metric.zh), "{}", metric.key);
            assert!(!is_chinese(&metric.en) && metric.en.len() > 1, "{}: {:?}", metric.key, metric.en);
        }
    }

    #[test]
    fn every_measure_status_and_level_has_a_name_in_both_languages() {
        use crate::model::{Level, Measure as M, Status};
        let measures = [M::Level, M::Growth, M::Change, M::Gap, M::Rank, M::GrowthRank, M::Share, M::Multiple];
        let in_both = |label: &dyn Fn(Language) -> &'static str| {
            assert!(
                !label(Language::Zh).is_ascii() && !label(Language::En).is_empty() && label(Language::En).is_ascii()
            );
        };
        for measure in measures {
            in_both(&|lang| measure.label(lang));
        }
        for status in [Status::Actual, Status::Target, Status::Forecast] {
            in_both(&|lang| status.label(lang));
        }
        for level in [Level::Province, Level::Prefecture, Level::County] {
            in_both(&|lang| level.label(lang));
        }
    }
}

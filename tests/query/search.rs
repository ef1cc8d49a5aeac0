//! Metrics and regions by any of their names.

use xianzhi::{
    index::Atlas,
    query::{Hit, Scope, Search, Target},
};

use crate::told::atlas;

/// A search with the Atlas it is over.
struct Names {
    atlas: Atlas,
    search: Search,
}

impl Names {
    fn of(says: &str) -> Self {
        let atlas = atlas(says);
        let search = Search::over(&atlas);
        Self { atlas, search }
    }

    fn find(&self, text: &str, limit: usize) -> Vec<Hit> {
        self.search.find(&self.atlas, Scope::All, text, limit)
    }

    /// The names of the best hits.
    fn first(&self, text: &str, limit: usize) -> Vec<String> {
        names(&self.find(text, limit))
    }
}

/// A few figures of 长垣市.
fn search() -> Names {
    Names::of(
        "410783 fiscal_revenue 2024 level 53.68亿元
         410783 fiscal_revenue 2024 rank 5位 scope:全省
         410783 tax_share 2024 level 74.8%
         410783 gdp 2024 level 704.11亿元
         410783 起重装备产业总产值 2024 level 600亿元",
    )
}

fn names(hits: &[Hit]) -> Vec<String> {
    hits.iter().map(Hit::name).collect()
}

/// The best hit: its names, and what matched with the matched characters in brackets.
fn lit(search: &Names, text: &str) -> String {
    let hits = search.find(text, 10);
    let names = hits.first().into_iter().flat_map(|hit| &hit.names).map(|name| {
        let shown = name.via.as_ref().unwrap_or(&name.text);
        let lit = |(at, c): (usize, char)| if name.matched.contains(&at) { format!("[{c}]") } else { c.to_string() };
        let lit = shown.chars().enumerate().map(lit).collect::<String>().replace("][", "");
        if name.via.is_some() { format!("{} = {lit}", name.text) } else { lit }
    });
    names.collect::<Vec<_>>().join(" · ")
}

#[test]
fn a_metric_is_found_by_chinese_pinyin_initials_and_english() {
    let search = search();
    for text in ["ybggys", "caizheng", "budget", "财政", "YBGGYS", "ｙｂｇｇｙｓ", "cai zheng", "fiscal_revenue"]
    {
        assert_eq!(names(&search.find(text, 20))[0], "一般公共预算收入", "{text}");
    }
    assert_eq!(lit(&search, "ybggys"), "[一般公共预算]收入");
    assert_eq!(lit(&search, "budget"), "一般公共预算收入 = General public [budget] revenue");
    assert_eq!(lit(&search, "预算收入"), "一般公共[预算收入]");
    assert_eq!(lit(&search, "ybgonggongys"), "[一般公共预算]收入");
    assert_eq!(lit(&search, "qzzb"), "[起重装备]产业总产值");
}

#[test]
fn a_region_is_found_by_full_short_and_former_name_pinyin_initials_and_codes() {
    let search = search();
    for text in ["cy", "changyuan", "zhangyuan", "长垣", "长垣市", "长垣县", "410728", "410783", "changyuanshi", "cys"]
    {
        assert_eq!(names(&search.find(text, 20))[0], "长垣市", "{text}");
    }
    assert_eq!(lit(&search, "长垣"), "[长垣]市");
    assert_eq!(lit(&search, "长垣县"), "长垣市 = [长垣县]");
    assert_eq!(lit(&search, "410728"), "长垣市 = [410728]");
    assert_eq!(lit(&search, "cy"), "[长垣]市");
}

#[test]
fn names_are_found_as_they_are_read() {
    let search = search();
    for (text, name) in [("chongqing", "重庆市"), ("xiamen", "厦门市"), ("hongtong", "洪洞县"), ("luan", "六安市")]
    {
        assert!(search.first(text, 5).iter().any(|found| found == name), "{text}");
    }
}

#[test]
fn all_regions_of_a_name_are_answered() {
    let hits = search().find("鼓楼区", 20);
    assert!(hits.len() >= 3 && names(&hits).iter().all(|name| name == "鼓楼区"), "{:?}", names(&hits));
}

#[test]
fn exact_comes_before_prefix_before_the_rest() {
    let search = search();
    let hits = search.find("gdp", 20);
    assert_eq!(names(&hits)[..2], ["地区生产总值", "人均地区生产总值"]);
    assert!(hits.is_sorted_by(|a, b| a.score >= b.score));
    // With figures before without, though 税收收入 stands first in the catalogue.
    assert_eq!(names(&search.find("税收", 2)), ["税收占比", "税收收入"]);
    assert_eq!(names(&search.find("税收收入", 1)), ["税收收入"]);
}

#[test]
fn a_slip_still_finds_and_random_letters_do_not() {
    let search = search();
    assert_eq!(lit(&search, "unemplyment"), "城镇失业率 = [unempl]o[yment]_rate");
    assert_eq!(lit(&search, "财总收"), "[财]政[总收]入");
    for text in ["hjkl", "qwer", "zxcvb", "asdfgh", "qqqq", "", "  ", "！", "\u{1b}[31m", "龘"] {
        assert_eq!(names(&search.find(text, 20)), [""; 0], "{text}");
    }
}

#[test]
fn names_and_texts_of_any_length_are_borne() {
    let name = "长会行".repeat(20_000);
    let search = Names::of(&format!("410783 {name} 2024 level 1个"));
    for text in ["会行会长", "chxchx", "changhuihangchang", name.as_str(), &"changhui".repeat(5_000)] {
        let hits = search.find(text, 5);
        let mut matched = hits.iter().flat_map(|hit| &hit.names).flat_map(|name| &name.matched);
        assert!(matched.all(|&at| at < 200_000), "{}", text.len());
    }
    assert_eq!(names(&search.find(&name, 5)), [name]);
}

#[test]
fn syllables_are_typed_in_full_or_by_their_beginning() {
    let search = search();
    for text in ["cyuan", "chyuan", "changy", "ch'y"] {
        assert_eq!(search.first(text, 5)[0], "长垣市", "{text}");
    }
    assert_eq!(search.first("Changyuan City", 5), ["长垣市"]);
    assert_eq!(search.first("lhasa", 1), ["拉萨市"]);
    assert_eq!(search.first("xi'an", 1), ["西安市"]);
    assert_eq!(lit(&search, "chyuan"), "[长垣]市");
    assert_eq!(lit(&search, "qzcy"), "[起重]装备[产业]总产值", "two left out");
}

#[test]
fn what_is_meant_comes_first() {
    let search = Names::of(
        "410783 fiscal_revenue 2024 level 53.68亿元
         410783 gdp 2024 level 704.11亿元
         410783 预算收入完成率 2024 level 103%
         410783 财政所数量 2024 level 18个
         410783 财政所数量 2023 level 18个
         410783 工业增加值占比 2024 level 40%
         410702 gdp 2024 level 297.6亿元
         230100 gdp 2024 level 6000亿元
         320685 gdp 2024 level 1500亿元",
    );
    // The whole name before its beginning, whatever has it.
    assert_eq!(search.first("财政所数量", 1), ["财政所数量"]);
    // The catalogue before the long tail, even where the text stands within.
    assert_eq!(search.first("预算收入", 2), ["一般公共预算收入", "预算收入完成率"]);
    let fiscal = search.first("财政", 50);
    assert_eq!(fiscal[0], "一般公共预算收入");
    assert!(fiscal.contains(&"财政所数量".to_owned()), "the tail is not lost: {fiscal:?}");
    // Regions with figures before others of the same initials; those without come after metrics.
    let hits = search.find("hq", 50);
    let place = |name: &str| names(&hits).iter().position(|found| found == name);
    assert_eq!(place("红旗区"), Some(0), "{:?}", names(&hits));
    // What is spelled out before what has such initials.
    assert_eq!(search.first("ha", 2), ["哈尔滨市", "海安市"]);
}

#[test]
fn a_scope_leaves_out_the_rest() {
    let Names { atlas, search } = search();
    let find = |scope| search.find(&atlas, scope, "c", 50).into_iter().map(|hit| hit.target).collect::<Vec<_>>();
    let regions = find(Scope::Regions);
    assert!(!regions.is_empty() && regions.iter().all(|target| matches!(target, Target::Region(_))));
    let metrics = find(Scope::Metrics);
    assert!(!metrics.is_empty() && metrics.iter().all(|target| matches!(target, Target::Metric(_))));
    assert!(search.find(&atlas, Scope::Regions, "长垣 gdp", 9).is_empty(), "no pair either");
}

/// Two districts; only one of them tells 一般公共预算收入.
fn districts() -> Names {
    Names::of(
        "410783 fiscal_revenue 2024 level 53.68亿元
         410783 gdp 2024 level 704.11亿元
         410702 gdp 2024 level 297.6亿元
         410700 gdp 2024 level 3612亿元",
    )
}

#[test]
fn a_region_and_a_metric_find_that_metric_of_the_region() {
    let search = districts();
    for (text, name) in [
        ("长垣 财政", "长垣市 一般公共预算收入"),
        ("财政 长垣", "长垣市 一般公共预算收入"),
        ("hongqi gdp", "红旗区 地区生产总值"),
        ("gdp hongqi", "红旗区 地区生产总值"),
        ("hq gdp", "红旗区 地区生产总值"),
        ("HongQi　GDP", "红旗区 地区生产总值"),
        ("410702 gdp", "红旗区 地区生产总值"),
        ("新乡 生产总值", "新乡市 地区生产总值"),
        ("cy ybggys", "长垣市 一般公共预算收入"),
    ] {
        assert_eq!(search.first(text, 1), [name], "{text}");
    }
    assert_eq!(lit(&search, "长垣 预算"), "[长垣]市 · 一般公共[预算]收入");
    assert_eq!(lit(&search, "hongqi gdp"), "[红旗]区 · 地区生产总值 = [GDP]");
}

#[test]
fn the_blank_is_not_needed_behind_a_region_told_in_full() {
    let search = districts();
    for (text, name) in [
        ("红旗区gdp", "红旗区 地区生产总值"),
        ("红旗gdp", "红旗区 地区生产总值"),
        ("gdp红旗区", "红旗区 地区生产总值"),
        ("长垣财政", "长垣市 一般公共预算收入"),
        ("changyuancaizheng", "长垣市 一般公共预算收入"),
        ("hongqigdp", "红旗区 地区生产总值"),
    ] {
        assert_eq!(search.first(text, 1), [name], "{text}");
    }
    assert_eq!(search.first("红gdp", 5), [""; 0], "one character tells no region");
}

#[test]
fn pairs_with_figures_stand_alone_and_without_any_the_nearest_is_told() {
    let search = districts();
    let hits = search.find("红旗 财政", 9);
    assert!(hits.iter().all(|hit| matches!(hit.target, Target::Pair(..))), "{hits:?}");
    assert_eq!(names(&hits)[0], "红旗区 一般公共预算收入", "it lacks the metric, but that is what was asked for");
    assert!(hits.len() <= 3);
    let with: Vec<_> = search.find("长垣 财政", 9);
    assert_eq!(names(&with), ["长垣市 一般公共预算收入"]);
}

#[test]
fn a_name_of_two_words_is_no_pair() {
    let search = districts();
    for (text, name) in
        [("chang yuan", "长垣市"), ("cai zheng", "一般公共预算收入"), ("general public", "一般公共预算收入")]
    {
        assert_eq!(search.first(text, 1), [name], "{text}");
    }
}

#[test]
fn of_regions_of_one_name_the_one_below_another_is_found() {
    let search = districts();
    let lineage = |text: &str| {
        let hits = search.find(text, 2);
        let Some(Target::Region(code)) = hits.first().map(|hit| hit.target) else { return String::new() };
        let above = search.atlas.gazetteer().lineage(code).map(|region| region.short.as_str());
        above.collect::<Vec<_>>().join(" < ")
    };
    for text in ["开封 鼓楼", "鼓楼 开封", "开封鼓楼区", "kaifeng gulou"] {
        assert_eq!(lineage(text), "鼓楼 < 开封 < 河南", "{text}");
    }
    assert_eq!(lineage("南京 鼓楼"), "鼓楼 < 南京 < 江苏");
    assert_eq!(search.first("新乡 红旗 gdp", 1), ["红旗区 地区生产总值"]);
    assert_eq!(lit(&search, "开封 鼓楼"), "[鼓楼]区");
}

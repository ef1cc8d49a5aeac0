//! Metrics and regions by any of their names.

use xianzhi::query::{Hit, Search};

use crate::told::atlas;

/// A search over a few figures of 长垣市.
fn search() -> Search {
    let atlas = atlas(
        "410783 fiscal_revenue 2024 level 53.68亿元
         410783 fiscal_revenue 2024 rank 5位 scope:全省
         410783 tax_share 2024 level 74.8%
         410783 gdp 2024 level 704.11亿元
         410783 起重装备产业总产值 2024 level 600亿元",
    );
    Search::over(&atlas)
}

fn names(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.name.as_str()).collect()
}

/// The best hit: its name, and what matched with the matched characters in brackets.
fn lit(search: &Search, text: &str) -> String {
    let hits = search.find(text, 10);
    let Some(hit) = hits.first() else { return String::new() };
    let shown = hit.via.as_ref().unwrap_or(&hit.name);
    let lit: String = shown
        .chars()
        .enumerate()
        .map(|(at, c)| if hit.matched.contains(&at) { format!("[{c}]") } else { c.to_string() })
        .collect();
    let lit = lit.replace("][", "");
    if hit.via.is_some() { format!("{} = {lit}", hit.name) } else { lit }
}

#[test]
fn a_metric_is_found_by_chinese_pinyin_initials_and_english() {
    let search = search();
    for text in ["ybggys", "caizheng", "budget", "财政", "YBGGYS", "ｙｂｇｇｙｓ", "cai zheng", "fiscal_revenue"]
    {
        assert_eq!(names(&search.find(text, 20)).first(), Some(&"一般公共预算收入"), "{text}");
    }
    assert_eq!(lit(&search, "ybggys"), "一般公共预算收入 = [Y]i[B]an[G]ong[G]ong[Y]u[S]uanShouRu");
    assert_eq!(lit(&search, "budget"), "一般公共预算收入 = General public [budget] revenue");
    assert_eq!(lit(&search, "预算收入"), "一般公共[预算收入]");
    assert_eq!(lit(&search, "ybgonggongys"), "一般公共预算收入 = [Y]i[B]an[GongGongY]u[S]uanShouRu");
    assert_eq!(lit(&search, "qzzb"), "起重装备产业总产值 = [Q]i[Z]hong[Z]huang[B]eiChanYeZongChanZhi");
}

#[test]
fn a_region_is_found_by_full_short_and_former_name_pinyin_initials_and_codes() {
    let search = search();
    for text in ["cy", "changyuan", "zhangyuan", "长垣", "长垣市", "长垣县", "410728", "410783", "changyuanshi", "cys"]
    {
        assert_eq!(names(&search.find(text, 20)).first(), Some(&"长垣市"), "{text}");
    }
    assert_eq!(lit(&search, "长垣"), "[长垣]市");
    assert_eq!(lit(&search, "长垣县"), "长垣市 = [长垣县]");
    assert_eq!(lit(&search, "410728"), "长垣市 = [410728]");
    assert_eq!(lit(&search, "cy"), "长垣市 = [C]hang[Y]uanShi");
}

#[test]
fn names_are_found_as_they_are_read() {
    let search = search();
    for (text, name) in [("chongqing", "重庆市"), ("xiamen", "厦门市"), ("hongtong", "洪洞县"), ("luan", "六安市")]
    {
        assert!(names(&search.find(text, 5)).contains(&name), "{text}");
    }
}

#[test]
fn all_regions_of_a_name_are_answered() {
    let hits = search().find("鼓楼区", 20);
    assert!(hits.len() >= 3 && hits.iter().all(|hit| hit.name == "鼓楼区"), "{:?}", names(&hits));
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
    assert_eq!(lit(&search, "unemplyment"), "城镇登记失业率 = [unempl]o[yment]_rate");
    assert_eq!(lit(&search, "财总收"), "[财]政[总收]入");
    for text in ["hjkl", "qwer", "zxcvb", "asdfgh", "qqqq", "", "  ", "！", "\u{1b}[31m", "龘"] {
        assert_eq!(names(&search.find(text, 20)), [""; 0], "{text}");
    }
}

#[test]
fn names_and_texts_of_any_length_are_borne() {
    let name = "长会行".repeat(20_000);
    let search = Search::over(&atlas(&format!("410783 {name} 2024 level 1个")));
    for text in ["会行会长", "chxchx", "changhuihangchang", name.as_str(), &"changhui".repeat(5_000)] {
        let hits = search.find(text, 5);
        assert!(hits.iter().all(|hit| hit.matched.iter().all(|&at| at < 200_000)), "{}", text.len());
    }
    assert_eq!(names(&search.find(&name, 5)), [name]);
}

//! Names in the answers: in the language that is asked for, and what is told of those that nothing bears.

use crate::program::{figures, run};

#[test]
fn a_name_that_nothing_bears_is_told_with_what_to_do() {
    let data = figures("unknown-names");
    for (arguments, told) in [
        (&["rank", "gpd"][..], "no metric is called gpd; did you mean 地区生产总值 (gdp)"),
        (&["rank", "qqqqwwww"], "xianzhi metrics lists them"),
        (&["show", "红棋区"], "no region is called 红棋区; did you mean 红旗区 (410702), "),
        (&["show", "火星"], "no region is called 火星; xianzhi regions lists"),
        (&["compare", "gdp", "红旗区"], "no region is called gdp, which is a metric (地区生产总值)"),
        (&["trend", "红旗区", "gdp"], "no metric is called 红旗区, which is a region; the metric comes first"),
        (&["regions", "火星"], "xianzhi regions --all"),
        (&["metrics", "gpd"], "did you mean 地区生产总值 (gdp)"),
        (&["search", "@@@@"], "xianzhi metrics and xianzhi regions list what there is"),
    ] {
        let said = run(&[arguments, &["--data", &data]].concat()).failed(1);
        assert!(said.contains(told), "{arguments:?}: {said}");
    }
}

#[test]
fn a_region_that_is_named_twice_is_refused() {
    let data = figures("named-twice");
    for arguments in [&["compare", "长垣", "长垣市"][..], &["trend", "gdp", "410783", "长垣"]] {
        let said = run(&[arguments, &["--data", &data]].concat()).failed(2);
        assert!(said.contains("长垣市 (410783) is named twice"), "{said}");
    }
}

#[test]
fn an_option_that_took_too_much_is_told() {
    let data = figures("greedy");
    for (arguments, option) in [
        (&["show", "--data", &data, "长垣"][..], "--data"),
        (&["audit", "--kind", "tax_share", "长垣", "--data", &data], "--kind"),
    ] {
        let said = run(arguments).failed(2);
        assert!(said.contains(&format!("tip: {option} takes every word behind it: put it last")), "{said}");
    }
    // Nothing is missing for a file that stands last.
    for arguments in [&["show"][..], &["trend", "红旗区", "--data", &data]] {
        let said = run(arguments).failed(2);
        assert!(!said.contains("tip:"), "{said}");
    }
}

#[test]
fn in_english_names_are_english() {
    let data = figures("english-names");
    let en = |arguments: &[&str]| run(&[arguments, &["--data", &data, "--lang", "en"]].concat()).stdout;
    for (answer, words) in [
        (en(&["show", "长垣"]), &["General ", "Public finance"][..]),
        (en(&["compare", "长垣", "红旗区", "凤泉区"]), &["Changyuan City − Hongqi District"]),
        (en(&["audit"]), &["Changyuan City"]),
        (en(&["regions"]), &["Changyuan City", "Henan › Xinxiang City"]),
        (en(&["search", "长垣"]), &["Changyuan City"]),
        (en(&["search", "税收"]), &["Tax share of budget revenue"]),
        (en(&["metrics", "gdp"]), &["Gross regional product", "General "]),
        (en(&["rank", "gdp"]), &["Changyuan City"]),
    ] {
        for word in words {
            assert!(answer.contains(word), "{word} is not in\n{answer}");
        }
    }
    // To programs a name is what the reports call it, in every language.
    let lines = en(&["regions", "-f", "jsonl"]);
    assert!(lines.contains("\"name\":\"长垣市\",\"english\":\"Changyuan City\""), "{lines}");
}

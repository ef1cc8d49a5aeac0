//! The command line as a person or a script uses it: the real binary, its output and exit codes.

#[path = "cli/program.rs"]
mod program;

use program::{figures, run, run_in, scratch};

#[test]
fn a_region_is_found_by_every_name_it_bears() {
    let data = figures("names");
    let by_name = run(&["show", "长垣市", "--data", &data]).done();
    assert!(by_name.contains("地区生产总值"), "{by_name}");
    for name in ["410783", "长垣", "长垣县", "410728", "河南省新乡市长垣市", "新乡/长垣"] {
        assert_eq!(run(&["show", name, "--data", &data]).done(), by_name, "{name}");
    }
}

#[test]
fn an_ambiguous_name_lists_who_bears_it() {
    let told = run(&["show", "鼓楼区", "--data", &figures("ambiguous")]).failed(2);
    for candidate in ["320106  江苏省南京市鼓楼区", "410204  河南省开封市鼓楼区", "write the code"] {
        assert!(told.contains(candidate), "{told}");
    }
    let told = run(&["show", "开封鼓楼区", "--data", &figures("ambiguous")]).failed(1);
    assert!(told.contains("no figures of 鼓楼区 (410204)"), "{told}");
}

#[test]
fn a_name_said_over_and_over_is_answered_at_once() {
    let start = std::time::Instant::now();
    for name in ["河南".repeat(40), "河南 ".repeat(20)] {
        let told = run(&["show", &name, "--data", &figures("repeated")]).failed(1);
        assert!(told.contains("no region is called"), "{told}");
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn an_unknown_name_is_answered_with_similar_ones() {
    let data = figures("unknown");
    let told = run(&["show", "changyuan", "--data", &data]).failed(1);
    assert!(told.contains("did you mean") && told.contains("长垣市 (410783)"), "{told}");
    let told = run(&["rank", "caizheng", "--data", &data]).failed(1);
    assert!(told.contains("did you mean") && told.contains("fiscal_revenue"), "{told}");
}

#[test]
fn a_metric_without_figures_is_answered_with_the_nearest_that_has_some() {
    let data = figures("no_figures");
    for (name, nearest) in [
        ("生产总值增速", "地区生产总值 (gdp)"),
        ("财政收入", "一般公共预算收入 (fiscal_revenue)"),
        ("税收收入", "税收占比 (tax_share)"),
    ] {
        let told = run(&["rank", name, "--data", &data]).failed(1);
        assert!(told.contains("did you mean") && told.contains(nearest), "{told}");
        assert!(!told.contains("财政总收入"), "it has no figures: {told}");
    }
}

#[test]
fn a_profile_lines_up_and_tells_plans_from_facts() {
    let shown = run(&["show", "长垣", "--data", &figures("profile")]).done();
    assert_eq!(
        shown,
        "类别  指标                    数值    同比  位次          时期  状态\n\
         综合  地区生产总值      704.11亿元  +5.5%?  全省县域 ≤10  2024\n\
         财政  一般公共预算收入      60亿元       —  —             2025  目标\n\
         财政  税收占比               74.8%       —  —             2024\n"
    );
    let english = run(&["show", "长垣", "--lang", "en", "--data", &figures("profile")]).done();
    assert!(english.starts_with("Category        Metric") && english.contains("target"), "{english}");
}

#[test]
fn two_districts_stand_side_by_side() {
    let data = figures("compare");
    let shown = run(&["compare", "红旗区", "凤泉区", "--common", "--data", &data]).done();
    assert_eq!(
        shown,
        "指标          口径  单位  年份  红旗区  凤泉区      差      比\n\
         地区生产总值  数值  亿元  2024   297.6    >100  <197.6  <2.976\n"
    );
    let csv = run(&["compare", "红旗区", "凤泉区", "--common", "--data", &data, "--format", "csv"]).done();
    assert!(
        csv.contains("红旗区,红旗区.bound,红旗区.period,红旗区.status,红旗区.doubt,红旗区.scope,红旗区.base,凤泉区"),
        "{csv}"
    );
    assert!(
        csv.contains("gdp,地区生产总值,综合,level,亿元,297.6,,2024,actual,,,,100,>,2024,actual,,,,197.6,2.976"),
        "{csv}"
    );
    assert!(run(&["compare", "红旗区", "--data", &data]).failed(2).contains("Usage"));
}

#[test]
fn a_ranking_orders_a_city() {
    let data = figures("rank");
    let shown = run(&["rank", "GDP", "--within", "新乡市", "--data", &data]).done();
    let order = shown.lines().skip(1).map(|line| line.split_whitespace().nth(1).unwrap()).collect::<Vec<_>>();
    assert_eq!(order, ["长垣市", "红旗区", "凤泉区"]);
    let json = run(&["rank", "gdp", "--data", &data, "--format", "json"]).done();
    let entries = serde_json::from_str::<serde_json::Value>(&json).unwrap();
    assert_eq!(entries[0]["region_code"], 410_783);
    assert_eq!(entries[0]["value"], 704.11);
    assert_eq!(entries[0]["claimed_place"], 10);
    assert_eq!(run(&["rank", "gdp", "--within", "河南", "--data", &data, "--format", "json"]).done(), json);
    assert!(run(&["rank", "gdp", "--year", "1990", "--data", &data]).failed(1).contains("no region has"));

    let months = std::fs::read_to_string(&data).unwrap().replace(r#""period":"2024""#, r#""period":"2024-01/2024-11""#);
    let data = scratch("rank-months").join("figures.jsonl");
    std::fs::write(&data, months).unwrap();
    let told = run(&["rank", "gdp", "--data", data.to_str().unwrap()]).failed(1);
    assert!(told.contains("only some months") && told.contains("长垣市 704.11亿元 (2024-01/2024-11)"), "{told}");
}

#[test]
fn a_metric_is_followed_over_the_years() {
    let folder = scratch("trend");
    let data = folder.join("figures.jsonl");
    let line = |code: u32, year: u16, value: &str, more: &str| {
        format!(
            r#"{{"doc":"{code}.txt","name":"一般公共预算收入","metric":"fiscal_revenue","measure":"level","value":{value},"unit":"亿元","region_code":{code},"period":"{year}"{more}}}"#
        )
    };
    let figures = [
        line(410_783, 2022, "40", ""),
        line(410_783, 2024, "50", ""),
        line(410_783, 2025, "60", r#","status":"target""#),
        line(410_702, 2023, "20", r#","bound":">""#),
        line(410_702, 2024, "24", ""),
    ];
    std::fs::write(&data, figures.join("\n")).unwrap();
    let data = data.to_str().unwrap();
    let trend = |more: &[&str]| run(&[&["trend", "财政一般预算收入", "长垣", "红旗区", "--data", data], more].concat());
    assert_eq!(
        trend(&[]).done(),
        "年份  单位     长垣市  红旗区\n\
         2022  亿元         40       —\n\
         2023  亿元          —     >20\n\
         2024  亿元         50      24\n\
         2025  亿元  60 (目标)       —\n"
    );
    let indexed = trend(&["--index"]).done();
    assert!(indexed.contains("2022  2024=100          80       —\n"), "{indexed}");
    let json = trend(&["--index", "--format", "json"]).done();
    let records = serde_json::from_str::<serde_json::Value>(&json).unwrap();
    assert_eq!((&records[0]["value"], &records[0]["origin"]), (&serde_json::json!(80), &"computed".into()));
    // 2024 has no exact year before: nothing is computed of it.
    assert!(trend(&["--yoy"]).failed(1).contains("none of them"));
    assert!(trend(&["--yoy", "--index"]).failed(2).contains("cannot be used with"));
}

#[test]
fn lists_tell_what_there_is() {
    let data = figures("lists");
    assert_eq!(run(&["regions", "--data", &data]).done().lines().count(), 1 + 3);
    assert!(run(&["regions", "长垣县", "--data", &data]).done().contains("410783  长垣市"));
    assert!(run(&["metrics", "一般公共预算收入", "--data", &data]).done().contains("fiscal_revenue"));
    let hits = run(&["search", "ybggys", "--data", &data, "--format", "jsonl"]).done();
    assert!(hits.lines().next().unwrap().contains("fiscal_revenue"), "{hits}");
    assert!(run(&["search", "zzzzzzzz", "--data", &data]).failed(1).contains("nothing"));
}

#[test]
fn a_map_is_a_picture_of_a_city_or_says_why_there_is_none() {
    let data = figures("map");
    let picture = run(&["map", "gdp", "--within", "新乡市", "--data", &data]).done();
    assert!(
        picture.starts_with("<svg ") && picture.ends_with("</svg>\n") && picture.contains("长垣 704.11"),
        "{picture}"
    );
    let file = scratch("map-file").join("map.svg");
    run(&["map", "gdp", "--within", "新乡市", "--data", &data, "-o", file.to_str().unwrap()]).done();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), picture);
    let year = ["map", "gdp", "--within", "新乡市", "--data", &data, "--year", "1990"];
    assert!(run(&year).failed(1).contains("no region there has"));
    let elsewhere = ["map", "gdp", "--within", "湖北省", "--level", "prefecture"];
    assert!(run(&elsewhere).failed(1).contains("xianzhi rank"));
}

#[test]
fn every_subcommand_writes_markdown_in_the_language_of_its_reader() {
    let data = figures("markdown");
    let shown = run(&["compare", "红旗区", "凤泉区", "--common", "--data", &data, "-f", "md"]).done();
    assert_eq!(
        shown,
        "| 指标         | 口径 | 单位 | 年份 | 红旗区 | 凤泉区 |     差 |     比 |\n\
         | ------------ | ---- | ---- | ---- | -----: | -----: | -----: | -----: |\n\
         | 地区生产总值 | 数值 | 亿元 | 2024 |  297.6 |   >100 | <197.6 | <2.976 |\n"
    );
    let report = scratch("markdown-report").join("report.txt");
    std::fs::write(&report, "2024年，长垣市地区生产总值完成704.11亿元。").unwrap();
    let asked: [&[&str]; 6] = [
        &["show", "长垣", "--data", &data],
        &["rank", "gdp", "--data", &data],
        &["search", "gdp", "--data", &data],
        &["regions", "--data", &data],
        &["metrics", "--data", &data],
        &["extract", report.to_str().unwrap()],
    ];
    for arguments in asked {
        let shown = run(&[arguments, &["--lang", "en", "--format", "markdown"]].concat()).done();
        let mut lines = shown.lines();
        assert!(lines.next().is_some_and(|headings| headings.starts_with("| ") && headings.is_ascii()), "{shown}");
        let rule = lines.next().unwrap_or_default();
        assert!(rule.starts_with("| --") && rule.trim_matches(['|', '-', ':', ' ']).is_empty(), "{shown}");
    }
}

#[test]
fn figures_come_out_as_they_went_in() {
    let data = figures("round");
    let out = run(&["show", "长垣", "--data", &data, "--format", "jsonl"]).done();
    let again = scratch("round-again").join("figures.jsonl");
    std::fs::write(&again, &out).unwrap();
    assert_eq!(run(&["show", "长垣", "--data", again.to_str().unwrap(), "--format", "jsonl"]).done(), out);
    let original = std::fs::read_to_string(&data).unwrap();
    for line in out.lines() {
        assert!(original.lines().any(|known| known == line), "{line}");
    }
    // Files of before there were doubts are still read, and a spreadsheet has a column of them.
    let older = original.replace(r#""doubt":[],"#, "");
    std::fs::write(&again, older).unwrap();
    assert_eq!(run(&["show", "长垣", "--data", again.to_str().unwrap(), "--format", "jsonl"]).done(), out);
    let csv = run(&["show", "长垣", "--data", &data, "--format", "csv"]).done();
    assert!(csv.contains(",scope,base,doubt,flag,review\n") && csv.contains(",yoy,metric_before,,\n"), "{csv}");
}

#[test]
fn explained_reports_tell_each_number() {
    let folder = scratch("explain");
    let report = folder.join("长垣市2024.md");
    let text = "长垣市2024年政府工作报告\n\n一、2023年工作回顾\n\n地区生产总值完成612.3亿元，增长6.2%。\n\n\
                固定资产投资增长9%。增长8.8%，实施800万元以上项目37个。\u{1b}]2;x\u{7}\n";
    std::fs::write(&report, text).unwrap();
    let report = report.to_str().unwrap();
    let told = run(&["extract", "--explain", report]).done();
    assert!(told.contains("\n地区生产总值完成[612.3亿元]¹，增长[6.2%]²。"), "{told}");
    assert!(told.contains("\n    ¹ 地区生产总值 gdp · 数值 612.3亿元 · 2023 · 长垣市  ← 数值：指标在前\n"), "{told}");
    assert!(told.contains("[8.8%]²?") && told.contains("\n      ? 数字旁边没有指标，取自前一句。\n"), "{told}");
    assert!(
        told.contains("实施{800万元}以上项目[37个]³。") && told.contains("\n    {800万元} 是名称的一部分\n"),
        "{told}"
    );
    assert!(!told.contains('\u{1b}'), "neither colours nor what the file holds reach a pipe: {told:?}");
    let english = run(&["extract", "--explain", "--lang", "en", report]).done();
    assert!(
        english.contains("¹ 地区生产总值 gdp · level 612.3亿元 · 2023 · 长垣市  ← level: name before it"),
        "{english}"
    );
    let file = folder.join("out.txt");
    run(&["extract", "--explain", report, "-o", file.to_str().unwrap()]).done();
    assert_eq!(std::fs::read_to_string(file).unwrap(), told);
    assert!(run(&["extract", "--explain", report, "--format", "csv"]).failed(2).contains("cannot be used with"));
}

#[test]
fn problems_are_told_with_their_reason() {
    let report = scratch("problems").join("长垣市.txt");
    std::fs::write(&report, "长垣市2024年政府工作报告\n\n完成投资.6亿元，实施800万元以上项目37个。\n").unwrap();
    let ran = run(&["extract", "--problems", "--lang", "en", report.to_str().unwrap()]);
    assert_eq!(ran.code, 0);
    for line in ["长垣市.txt:3: digits of this number are lost: .6亿元", ":3: this number is part of the name"] {
        assert!(ran.stderr.contains(line), "{}", ran.stderr);
    }
}

#[test]
fn csv_runs_nothing_in_a_spreadsheet() {
    let folder = scratch("formula");
    let data = folder.join("figures.jsonl");
    let line = r#"{"doc":"=cmd|' /C calc'!A0","name":"@SUM(A1)","measure":"growth","value":-3.1,"unit":"%","region":"长垣市","region_code":410783}"#;
    std::fs::write(&data, format!("{line}\n")).unwrap();
    let csv = run(&["show", "长垣", "--data", data.to_str().unwrap(), "--format", "csv"]).done();
    assert!(csv.contains("\n'=cmd") && csv.contains(",'@SUM(A1),growth,-3.1,%,"), "{csv}");
    let file = folder.join("out.csv");
    run(&["show", "长垣", "--data", data.to_str().unwrap(), "-f", "csv", "-o", file.to_str().unwrap()]).done();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), csv);
    let for_excel = run(&["show", "长垣", "--data", data.to_str().unwrap(), "--excel"]).done();
    assert_eq!(for_excel, format!("\u{feff}{}", csv.replace('\n', "\r\n")));
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    let folder = scratch("broken");
    let data = folder.join("figures.jsonl");
    let good = std::fs::read_to_string(figures("broken-good")).unwrap();
    std::fs::write(&data, format!("{{broken\n{good}")).unwrap();
    let path = data.to_str().unwrap();
    let lenient = run(&["regions", "--data", path]);
    assert_eq!(lenient.code, 0, "{}", lenient.stderr);
    assert!(lenient.stderr.starts_with(&format!("{path}:1: ")), "{}", lenient.stderr);
    let strict = run(&["regions", "--strict", "--data", path]);
    assert_eq!((strict.code, &strict.stdout), (1, &lenient.stdout));
    assert_eq!(run(&["regions", "--data", "nowhere.jsonl"]).code, 1);
}

#[test]
fn a_closed_pipe_ends_in_silence() {
    let (code, stderr) = program::run_unread(&["regions", "--all", "--data", &figures("pipe")]);
    assert_eq!((code, stderr.as_str()), (0, ""));
    let (code, stderr) = program::run_unread(&["--help"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
}

#[test]
fn without_a_terminal_the_dashboard_says_so() {
    assert!(run(&[]).failed(2).contains("terminal"));
    assert!(run(&[&figures("no-terminal")]).failed(2).contains("terminal"));
}

#[test]
fn subcommands_and_files_are_told_apart() {
    let folder = scratch("shadow");
    std::fs::copy(figures("shadow-data"), folder.join("regions")).unwrap();
    let shadowed = run_in(&folder, &["regions", "--all"]);
    assert_eq!(shadowed.code, 0, "{}", shadowed.stderr);
    assert!(shadowed.stderr.contains("write ./regions"), "{}", shadowed.stderr);
    assert!(run(&["shwo", "长垣"]).failed(2).contains("neither a file nor a subcommand"));
    assert!(run(&["--reports", ".", "show", "长垣"]).failed(2).contains("--data"));
}

#[test]
fn help_needs_no_manual() {
    let help = run(&["--help"]).done();
    for word in ["Examples:", "Exit codes:", "Formats:", "extract", "compare", "--reports", "--strict"] {
        assert!(help.contains(word), "{word} is not in\n{help}");
    }
    for subcommand in ["extract", "show", "compare", "rank", "trend", "search", "regions", "metrics"] {
        assert!(run(&[subcommand, "--help"]).done().contains("--format"), "{subcommand}");
    }
}

//! Tables as people keep them, from text to figures.

use super::*;
use crate::{load::tests::Folder, model::Figure};

/// The figures of a table, each as `region metric measure bound value unit period @place`.
fn read(name: &str, content: impl AsRef<[u8]>, mapping: &str) -> (Vec<String>, Vec<String>) {
    let folder = Folder::new();
    let path = folder.file(name, content);
    let (figures, outcome) = outcome(&path, &toml::from_str(mapping).unwrap());
    (figures.iter().map(told).collect(), outcome.troubles.into_iter().map(|trouble| trouble.message).collect())
}

fn outcome(path: &Path, mapping: &Mapping) -> (Vec<Figure>, Outcome) {
    let (gazetteer, catalogue) = (Gazetteer::carried(), Catalogue::carried());
    let matching = Matching { gazetteer: &gazetteer, catalogue: &catalogue, mapping };
    let mut figures = Vec::new();
    let id = path.file_name().unwrap().to_str().unwrap();
    let outcome = read_file(path, id, matching, &mut |line| {
        if let Line::Figure(figure) = line {
            figures.push(figure);
        }
        ControlFlow::Continue(())
    });
    (figures, outcome)
}

fn told(figure: &Figure) -> String {
    let word = |value: serde_json::Value| value.as_str().map(str::to_owned).unwrap_or_default();
    let value = match figure.value.as_ref().unwrap() {
        crate::model::Value::Number(number) => number.to_string(),
        crate::model::Value::Ratio(ratio) => ratio.clone(),
    };
    let parts = [
        figure.region.clone().unwrap_or_default(),
        figure.metric.clone().unwrap_or_else(|| figure.name.clone()),
        word(serde_json::to_value(figure.measure).unwrap()).replace("level", ""),
        format!("{}{value}{}", figure.bound.sign().trim_start_matches('='), figure.unit),
        figure.period.map(|period| period.to_string()).unwrap_or_default(),
        format!("@{}", figure.text),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_long_table() {
    let csv = "地区,年份,指标,数值,单位\n长垣市,2022,地区生产总值,\"1,234.5\",亿元\n长垣市,2023,GDP,700以上,亿元\n红旗区,2023年,一般公共预算收入,—,亿元\n红旗区,2023,财政收入,3,亿元\n";
    let (figures, troubles) = read("long.csv", csv, "");
    assert_eq!(
        figures,
        ["长垣市 gdp 1234.5亿元 2022 @D2", "长垣市 gdp >=700亿元 2023 @D3", "红旗区 财政收入 3亿元 2023 @D5"]
    );
    assert_eq!(troubles.len(), 1);
    assert!(troubles[0].starts_with("D5: “财政收入” is no metric of the catalogue"), "{}", troubles[0]);
}

#[test]
fn a_wide_table_with_growth_beside_its_metric() {
    let csv = "\u{feff}行政区划代码,县（市、区）,年份,GDP（亿元）,同比增长,一般公共预算收入(万元)\n410783000000,长垣市,2023,704.11,5.3%,536800\n410702,红旗区,2023,297.6,-1.2,\n";
    let (figures, troubles) = read("wide.csv", csv, "");
    assert_eq!(
        figures,
        [
            "长垣市 gdp 704.11亿元 2023 @D2",
            "长垣市 gdp growth 5.3% 2023 @E2",
            "长垣市 fiscal_revenue 536800万元 2023 @F2",
            "红旗区 gdp 297.6亿元 2023 @D3",
            "红旗区 gdp growth -1.2% 2023 @E3"
        ]
    );
    assert_eq!(troubles, <[&str; 0]>::default());
}

#[test]
fn years_across_with_title_unit_and_notes() {
    let csv = "各县区历年一般公共预算收入,,\n,,单位：亿元\n地区,2022年,2023年\n长垣市,48.1,53.68\n红旗区,…,7?1\n注：…表示未公布,,\n资料来源：某统计局,,\n";
    let (figures, troubles) = read("years.csv", csv, "");
    assert_eq!(figures, ["长垣市 fiscal_revenue 48.1亿元 2022 @B4", "长垣市 fiscal_revenue 53.68亿元 2023 @C4"]);
    assert_eq!(troubles, ["C5: “7?1” is no value (1 figure left out); write a number, or nothing"]);
}

#[test]
fn regions_across_and_metrics_down() {
    let csv = "2023年部分县区指标,,,\n指标,单位,长垣市,红旗区\n地区生产总值,亿元,704.11,297.6\n  同比增长,%,5.3,\n其中：第一产业,亿元,80,3\n";
    let (figures, _) = read("regions.csv", csv, "");
    assert_eq!(
        figures,
        [
            "长垣市 gdp 704.11亿元 2023 @C3",
            "红旗区 gdp 297.6亿元 2023 @D3",
            "长垣市 gdp growth 5.3% 2023 @C4",
            "长垣市 primary_va 80亿元 2023 @C5",
            "红旗区 primary_va 3亿元 2023 @D5"
        ]
    );
}

#[test]
fn a_title_that_holds_its_unit_tells_year_and_unit() {
    for (title, expected) in [
        ("2023年部分县区指标（单位：亿元）", "长垣市 gdp 704.11亿元 2023 @B3"),
        ("2023年 单位：亿元", "长垣市 gdp 704.11亿元 2023 @B3"),
        ("2023年上半年主要指标 单位：亿元", "长垣市 gdp 704.11亿元 2023-01/2023-06 @B3"),
    ] {
        let (figures, troubles) = read("title.csv", format!("{title},\n地区,GDP\n长垣市,704.11\n"), "");
        assert_eq!((figures, troubles), (vec![expected.to_owned()], Vec::new()), "{title}");
    }
}

#[test]
fn a_sum_over_regions_across_is_left_out_and_called_one() {
    let csv = "2023年部分县区指标,,,\n指标,单位,长垣市,红旗区,合 计\n地区生产总值,亿元,704.11,297.6,1001.71\n税收收入,亿元,30,3,33\n";
    let (figures, troubles) = read("sum.csv", csv, "");
    assert_eq!(figures.len(), 4, "{figures:?}");
    let told = "column E “合 计” is not read: it is a sum over the regions beside it; if it is a region's, give region = CODE for it in --map";
    assert_eq!(troubles, [told]);
    let by_hand = "[[table]]\nfile = \"sum.csv\"\n[[table.column]]\ncolumn = \"E\"\nregion = 410700\n";
    assert_eq!(read("sum.csv", csv, by_hand).0.len(), 6);
}

#[test]
fn a_share_of_the_whole_is_that_of_the_metric_beside_it() {
    let csv = "2023年主要指标,,,\n地区,GDP（亿元）,同比增长,占全市比重(%)\n长垣市,704.11,5.3,19.8\n";
    let (figures, troubles) = read("share.csv", csv, "");
    let expected =
        ["长垣市 gdp 704.11亿元 2023 @B3", "长垣市 gdp growth 5.3% 2023 @C3", "长垣市 gdp share 19.8% 2023 @D3"];
    assert_eq!((figures, troubles), (expected.map(str::to_owned).to_vec(), Vec::new()));
    let rate = "2023年主要指标,,\n地区,城镇化率(%),占全市比重(%)\n长垣市,60.2,19.8\n";
    assert_eq!(read("rate.csv", rate, "").0.len(), 1);
}

#[test]
fn headings_of_two_rows_and_two_tables_on_a_sheet() {
    let csv = "地区,2022年,,2023年,\n,GDP,收入合计,GDP,收入合计\n,亿元,万元,亿元,万元\n长垣市,1,2,3,4\n\n表二,,,,\n地区,年份,常住人口（万人）,,\n红旗区,2020,40.5,,\n";
    let (figures, troubles) = read("two.csv", csv, "");
    assert_eq!(
        figures,
        [
            "长垣市 gdp 1亿元 2022 @B4",
            "长垣市 收入合计 2万元 2022 @C4",
            "长垣市 gdp 3亿元 2023 @D4",
            "长垣市 收入合计 4万元 2023 @E4",
            "红旗区 population 40.5万人 2020 @C8"
        ]
    );
    assert_eq!(troubles.len(), 1, "{troubles:?}");
}

#[test]
fn without_a_year_nothing_is_read_and_with_one_by_hand_everything() {
    let csv = "地区,GDP（亿元）\n长垣市,704.11\n";
    let (figures, troubles) = read("gdp.csv", csv, "");
    assert!(figures.is_empty());
    assert!(troubles[0].starts_with("is not read: nothing tells the year"), "{troubles:?}");
    assert!(read("年鉴2023.csv", csv, "").0.is_empty(), "the year of a yearbook is not that of its figures");
    let (figures, troubles) = read("gdp2023.csv", csv, "");
    assert_eq!(figures, ["长垣市 gdp 704.11亿元 2023 @B2"]);
    assert!(troubles[0].starts_with("only the name of the file tells the year 2023"), "{troubles:?}");
    let (figures, troubles) = read("gdp.csv", csv, "[[table]]\nyear = 2022");
    assert_eq!(figures, ["长垣市 gdp 704.11亿元 2022 @B2"]);
    assert!(troubles.is_empty());
}

#[test]
fn what_is_of_a_part_of_a_year_is_not_read_as_of_the_year() {
    let csv = "2023年1-6月主要经济指标\n地区,GDP（亿元）\n长垣市,300\n";
    assert_eq!(read("a.csv", csv, "").0, ["长垣市 gdp 300亿元 2023-01/2023-06 @B3"]);
    for part in ["月份", "季度"] {
        let csv = format!("地区,年份,{part},GDP（亿元）\n长垣市,2023,1,50\n长垣市,2023,2,110\n");
        let (figures, troubles) = read("a.csv", &csv, "");
        assert!(figures.is_empty(), "{figures:?}");
        assert!(troubles[0].contains(&format!("column C “{part}” tells parts of years")), "{troubles:?}");
    }
    let csv = "地区,日期,GDP（亿元）\n长垣市,2023-01-01,50\n长垣市,2023-02-01,110\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert!(figures.is_empty(), "{figures:?}");
    assert!(troubles.iter().any(|told| told.starts_with("B2: “2023-01-01” tells no year")), "{troubles:?}");
    let csv = "地区,日期,GDP（亿元）\n长垣市,2022-12-31,500\n长垣市,2023-12-31,600\n";
    assert_eq!(read("a.csv", csv, "").0.len(), 2);
}

#[test]
fn growth_beside_two_years_is_of_neither() {
    let csv = "地区,2022年GDP（亿元）,2023年GDP（亿元）,同比（%）\n长垣市,1,2,3\n";
    let (figures, troubles) = read("growth.csv", csv, "");
    assert_eq!(figures, ["长垣市 gdp 1亿元 2022 @B2", "长垣市 gdp 2亿元 2023 @C2"]);
    assert!(troubles[0].starts_with("column D “同比（%）” is not read"), "{troubles:?}");
    let map =
        "[[table]]\n[[table.column]]\nheading = \"同比（%）\"\nmetric = \"gdp\"\nmeasure = \"growth\"\nyear = 2023";
    assert_eq!(read("growth.csv", csv, map).0[2], "长垣市 gdp growth 3% 2023 @D2");
}

#[test]
fn what_is_not_matched_is_told_once_with_its_number() {
    let csv = "新乡市各县区,,,\n地区,年份,GDP（亿元）,备考\n长恒市,2023,1,甲\n朝阳区,2023,2,乙\n长恒市,2024,3,\n410783101000,2023,1,\n长垣市,近年,1,\n长垣市,2023-06-30,1,\n红旗区,2023,1,\n";
    let (figures, troubles) = read("odd.csv", csv, "");
    assert_eq!(figures, ["红旗区 gdp 1亿元 2023 @C9"]);
    assert!(troubles[0].starts_with("A3: “长恒市” is no region (2 figures left out); if it is 长垣市"), "{troubles:?}");
    assert!(troubles.iter().any(|told| told.contains("it may be 110105 北京市朝阳区")), "{troubles:?}");
    assert!(troubles.iter().any(|told| told.contains("lies below the counties")), "{troubles:?}");
    assert!(troubles.iter().any(|told| told.starts_with("B7: “近年” tells no year")), "{troubles:?}");
    assert!(troubles.iter().any(|told| told.starts_with("B8: “2023-06-30” tells no year")), "{troubles:?}");
    let (figures, _) = read("odd.csv", csv, "[regions]\n\"长恒市\" = 410783");
    assert_eq!(figures.len(), 3);
}

#[test]
fn the_mapping_that_was_used_yields_the_same_reading() {
    let csv =
        "新乡市各县区主要指标,,,\n地区,2022年GDP（亿元）,同比,一般公共预算收入（万元）\n长垣市,1,5%,7\n红旗区,2,6%,8\n";
    let folder = Folder::new();
    let path = folder.file("指标2022.csv", csv);
    let (figures, first) = outcome(&path, &Mapping::default());
    assert_eq!(figures.len(), 6);
    let kept = folder.0.join("map.toml");
    first.found.save(&kept).unwrap();
    let (again, second) = outcome(&path, &Mapping::open(&kept).unwrap());
    assert_eq!(again, figures);
    assert_eq!(second.found, first.found);
}

#[test]
fn records_of_json_and_files_that_are_none() {
    let json = r#"[{"region_code":410783,"year":2023,"gdp":704.11},{"region_code":"410702","year":2023,"gdp":null,"fiscal_revenue":"12.5亿元"}]"#;
    let (figures, troubles) = read("a.json", json, "");
    assert_eq!(figures, ["长垣市 gdp 704.11 2023 @gdp#1", "红旗区 fiscal_revenue 12.5亿元 2023 @fiscal_revenue#2"]);
    assert!(troubles[0].starts_with("gdp#1: nothing tells the unit of 地区生产总值 (1 figure)"), "{troubles:?}");
    for (name, content, start) in [
        ("a.json", "{\"a\":1}", "invalid type: map"),
        ("a.xlsx", "<html><table></table></html>", "is a web page"),
        ("a.xlsx", "PK\u{3}\u{4}broken", "cannot be unpacked"),
        ("a.csv", "", "holds no figures"),
        ("a.csv", "只有一句话\n", "is not read: it has no row of headings"),
    ] {
        let (figures, troubles) = read(name, content, "");
        assert!(figures.is_empty() && troubles[0].starts_with(start), "{name}: {troubles:?}");
    }
}

#[test]
fn percentages_that_may_be_fractions_are_not_read_until_somebody_says() {
    let csv = "地区,年份,GDP（亿元）,增速（%）\n长垣市,2023,1,0.053\n红旗区,2023,2,0.06\n凤泉区,2023,3,-0.01\n";
    let (figures, troubles) = read("f.csv", csv, "");
    assert_eq!(figures.len(), 3);
    assert!(
        troubles[0].starts_with("column D “增速（%）” is not read: most of its percentages are not above 1"),
        "{troubles:?}"
    );
    let map = "[[table]]\n[[table.column]]\ncolumn = \"D\"\nmetric = \"gdp\"\nmeasure = \"growth\"\nfraction = true";
    assert_eq!(read("f.csv", csv, map).0[1], "长垣市 gdp growth 5.3% 2023 @D2");
}

#[test]
fn rates_that_may_be_fractions_are_doubted_where_only_their_name_tells_the_unit() {
    let wide = "地区,年份,GDP（亿元）,城镇化率\n长垣市,2022,1,0.5121\n长垣市,2023,2,0.5221\n";
    let (figures, troubles) = read("f.csv", wide, "");
    assert_eq!(figures.len(), 2, "{figures:?}");
    assert!(troubles[0].starts_with("column D “城镇化率” is not read"), "{troubles:?}");
    let long = "地区,年份,指标,数值\n长垣市,2022,GDP,0.5亿元\n长垣市,2022,城镇化率,0.5121\n长垣市,2023,城镇化率,0.5221\n长垣市,2023,GDP增速,5.3\n";
    let (figures, troubles) = read("f.csv", long, "");
    assert_eq!(figures, ["长垣市 gdp 0.5亿元 2022 @D2", "长垣市 gdp growth 5.3% 2023 @D5"]);
    assert!(
        troubles[0].starts_with(
            "D3: the percentages of 常住人口城镇化率 may be fractions (0.053 for 5.3 %) (2 figures left out)"
        ),
        "{troubles:?}"
    );
    let folder = Folder::new();
    let path = folder.file("f.csv", long);
    let (figures, first) = outcome(&path, &Mapping::default());
    assert_eq!(outcome(&path, &first.found).0, figures, "what was only found is no word by hand");
    let map = "[[table]]\n[[table.column]]\ncolumn = \"D\"\nis = \"value\"\nfraction = true";
    let figures = read("f.csv", long.replace("5.3\n", "0.053\n"), map).0;
    assert_eq!(figures[..2], ["长垣市 gdp 0.5亿元 2022 @D2", "长垣市 urbanization_rate 51.21% 2022 @D3"]);
    let above = "地区,年份,增速（%）,GDP增速\n长垣市,2022,1,1.2\n长垣市,2023,2,0.05\n红旗区,2023,2,0.06\n";
    assert!(read("f.csv", above, "").0.iter().all(|figure| !figure.contains("@D")));
}

#[test]
fn what_is_of_the_province_or_the_city_is_not_the_county_s() {
    let csv =
        "地区,年份,GDP（亿元）,全省GDP（亿元）,全国GDP（亿元）,全市GDP（亿元）\n红旗区,2022,600,61345,1210207,3463\n";
    let (figures, troubles) = read("a.csv", csv, "");
    let gdp: Vec<_> = figures.iter().filter(|figure| figure.contains(" gdp ")).collect();
    assert_eq!(gdp, ["红旗区 gdp 600亿元 2022 @C2"]);
    assert!(troubles.iter().any(|told| told.contains("may be of the region around 红旗区")), "{troubles:?}");
}

#[test]
fn a_year_in_a_heading_does_not_outdo_that_of_the_row() {
    let csv = "地区,年份,\"GDP(2020年不变价,亿元)\",2023年财政收入（亿元）\n长垣市,2021,500,1\n长垣市,2023,550,2\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(
        figures,
        [
            "长垣市 GDP(2020年不变价,亿元) 500亿元 2021 @C2",
            "长垣市 GDP(2020年不变价,亿元) 550亿元 2023 @C3",
            "长垣市 财政收入 2亿元 2023 @D3"
        ]
    );
    assert!(troubles.iter().any(|told| told.contains("tells 2023, and rows below it other years")), "{troubles:?}");
}

#[test]
fn a_bare_scale_is_of_what_the_metric_is_in() {
    let csv = "地区,年份,GDP(亿),常住人口(万)\n长垣市,2023,600,90\n";
    let figures = read("a.csv", csv, "").0;
    assert_eq!(figures, ["长垣市 gdp 600亿元 2023 @C2", "长垣市 population 90万人 2023 @D2"]);
}

#[test]
fn text_in_any_encoding_and_with_any_delimiter() {
    let text = "地区\t年份\t地区生产总值(亿元)\n长垣市\t2023\t704.11\n";
    let (gb, ..) = encoding_rs::GB18030.encode(text);
    let utf_16: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [gb.into_owned(), utf_16, text.as_bytes().to_vec(), text.replace('\t', ";").into_bytes()] {
        assert_eq!(read("t.tsv", bytes, "").0, ["长垣市 gdp 704.11亿元 2023 @C2"]);
    }
    // What many systems call xls is text between tabs.
    assert_eq!(read("t.xls", text, "").0.len(), 1);
}

#[test]
fn a_label_written_once_is_filled_in_only_where_every_label_stands_above_the_same_rows() {
    let csv = "地区,年份,GDP（亿元）\n长垣市,2022,6\n,2023,7\n红旗区,2022,2\n,2023,3\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(
        figures,
        [
            "长垣市 gdp 6亿元 2022 @C2",
            "长垣市 gdp 7亿元 2023 @C3",
            "红旗区 gdp 2亿元 2022 @C4",
            "红旗区 gdp 3亿元 2023 @C5"
        ]
    );
    assert!(troubles[0].starts_with("rows without a region are taken for the region above"), "{troubles:?}");
    assert!(troubles[0].contains("the same 2 rows (“2022” to “2023”)"), "{troubles:?}");
    assert_eq!(read("a.csv", format!("{csv},,18\n"), "").0, figures);
    let two = format!("{csv}\n地区,年份,常住人口（万人）\n长垣市,2023,90\n");
    assert_eq!(read("a.csv", two, "").0.len(), 5);
    // A name that was forgotten, a block of its own, years that begin again.
    for rows in [
        "长垣市,2023,7\n,2023,3\n封丘县,2023,2\n",
        "长垣市,2022,6\n,2023,7\n",
        "长垣市,2022,6\n,2023,7\n,2022,2\n,2023,3\n封丘县,2022,1\n,2023,2\n",
        "长垣市,2022,6\n长垣市,2023,7\n,2022,2\n红旗区,2023,3\n",
    ] {
        let (figures, troubles) = read("a.csv", format!("地区,年份,GDP（亿元）\n{rows}"), "");
        let named = rows.lines().filter(|row| !row.starts_with(',')).count();
        assert_eq!(figures.len(), named, "{figures:?}");
        assert!(troubles[0].contains("no region stands there"), "{troubles:?}");
    }
}

#[test]
fn years_and_metrics_written_once_are_filled_in_by_the_same_rule() {
    let csv = "指标,年份,地区,数值\nGDP（亿元）,2022,长垣市,6\n,,红旗区,2\n,2023,长垣市,7\n,,红旗区,3\n\
               常住人口（万人）,2022,长垣市,90\n,,红旗区,40\n,2023,长垣市,91\n,,红旗区,41\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures.len(), 8, "{figures:?}");
    assert_eq!(figures[3], "红旗区 gdp 3亿元 2023 @D5");
    assert_eq!(figures[5], "红旗区 population 40万人 2022 @D7");
    assert_eq!(troubles.len(), 2, "{troubles:?}");
    let csv = "年份,指标,地区,数值\n2022,GDP（亿元）,长垣市,6\n,,红旗区,2\n2023,GDP（亿元）,长垣市,7\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures, ["长垣市 gdp 6亿元 2022 @D2", "长垣市 gdp 7亿元 2023 @D4"]);
    assert!(troubles[0].starts_with("A3: no year stands there (1 figure left out)"), "{troubles:?}");
    let csv = "年份,指标,地区,数值\n2022,GDP（亿元）,长垣市,6\n2022,,红旗区,2\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures, ["长垣市 gdp 6亿元 2022 @D2"]);
    assert!(troubles[0].starts_with("B3: no metric stands there (1 figure left out)"), "{troubles:?}");
    // A row of its own names the metric of those below it.
    let csv = "指标,地区,2022,2023\nGDP（亿元）,,,\n,长垣市,6,7\n,红旗区,2,3\n";
    assert_eq!(read("a.csv", csv, "").0[3], "红旗区 gdp 3亿元 2023 @D4");
}

#[test]
fn rows_of_sums_do_not_end_a_table() {
    let csv = "新乡市2023年各县（市、区）主要指标,\n地区,GDP（亿元）\n全省,59132\n全市,3463\n合计,2000\n平均,300\n长垣市,704\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(
        figures,
        ["河南省 gdp 59132亿元 2023 @B3", "新乡市 gdp 3463亿元 2023 @B4", "长垣市 gdp 704亿元 2023 @B7"]
    );
    assert!(
        troubles.iter().any(|told| told.starts_with("A5: “合计” is no region (1 figure left out)")),
        "{troubles:?}"
    );
    let csv = "地区,年份,GDP（亿元）\n长垣市,2023,704\n\n地区,常住人口（万人）\n长垣市,90\n";
    let (_, troubles) = read("a.csv", csv, "");
    assert!(troubles[0].starts_with("the rows from 4 on look like another table, which is not read"), "{troubles:?}");
}

#[test]
fn whole_years_below_a_title_of_a_part_of_a_year_are_not_read() {
    for table in [
        "1-6月主要指标,,\n地区,年份,GDP（亿元）\n长垣市,2022,300\n长垣市,2023,320\n",
        "2023年1-6月主要指标,,\n地区,年份,GDP（亿元）\n长垣市,2022,300\n长垣市,2023,320\n",
        "上半年GDP（亿元）,,\n地区,2022年,2023年\n长垣市,300,320\n",
    ] {
        let (figures, troubles) = read("a.csv", table, "");
        assert!(figures.is_empty(), "{figures:?}");
        assert!(troubles[0].contains("tells of a part of a year, but its columns of whole years"), "{troubles:?}");
    }
    let table = "2023年1-6月主要指标,,\n地区,年份,GDP（亿元）\n长垣市,2023年1-6月,300\n";
    assert_eq!(read("a.csv", table, "").0, ["长垣市 gdp 300亿元 2023-01/2023-06 @C3"]);
    let table = "历年主要指标,,\n更新日期：2024年6月,,\n地区,年份,GDP（亿元）\n长垣市,2023,700\n";
    assert_eq!(read("a.csv", table, "").0.len(), 1);
    // q2 may be the second of any files; 二季度 is a part of a year.
    let table = "地区,指标,2022年,2023年\n长垣市,GDP(亿元),300,320\n";
    assert_eq!(read("q2.csv", table, "").0.len(), 2);
    assert!(read("二季度.csv", table, "").0.is_empty());
    let table = "1-6月主要指标,,\n地区,年份,GDP（亿元）\n长垣市,2022,300\n";
    let map = "[[table]]\n[[table.column]]\ncolumn = \"B\"\nis = \"year\"";
    assert_eq!(read("a.csv", table, map).0, ["长垣市 gdp 300亿元 2022 @C3"]);
}

#[test]
fn the_whole_city_is_a_county_level_city_only_in_a_table_about_it() {
    let csv = "地区,年份,全市GDP（亿元）,GDP（亿元）,GDP占全市比重（%）\n长垣市,2023,3463,704,20.1\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures, ["长垣市 gdp 704亿元 2023 @D2", "长垣市 gdp占全市 share 20.1% 2023 @E2"]);
    assert!(troubles.iter().any(|told| told.contains("“全市GDP（亿元）” may be of the region around 长垣市")));
    let csv = "地区,指标,2023年\n长垣市,全市生产总值（亿元）,3463\n长垣市,地区生产总值（亿元）,704\n";
    assert_eq!(read("a.csv", csv, "").0, ["长垣市 gdp 704亿元 2023 @C3"]);
    let csv = "长垣市历年主要指标,\n年份,全市GDP（亿元）\n2023,704\n";
    assert_eq!(read("a.csv", csv, "").0, ["长垣市 gdp 704亿元 2023 @B3"]);
    // No city lies around 济源市, and of 新乡市 it is its own.
    let csv = "地区,年份,全市GDP（亿元）\n济源市,2023,806\n新乡市,2023,3463\n";
    assert_eq!(read("a.csv", csv, "").0.len(), 2);
}

#[test]
fn columns_of_regions_in_any_order_and_never_side_by_side() {
    let csv = "县名,年份,GDP（亿元）,所属城市,省份\n长垣市,2023,704,新乡市,河南省\n某某区,2023,1,新乡市,河南省\n鼓楼区,2023,2,开封市,河南省\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures, ["长垣市 gdp 704亿元 2023 @C2", "鼓楼区 gdp 2亿元 2023 @C4"]);
    assert!(troubles[0].starts_with("A3: “某某区” is no region"), "{troubles:?}");
    let csv = "2023年主要指标,,,\n地区,GDP（亿元）,地区,GDP（亿元）\n长垣市,704,红旗区,297\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert!(figures.is_empty() && troubles[0].contains("columns A and C are both headed “地区”"), "{troubles:?}");
}

#[test]
fn growth_is_that_of_an_amount_and_of_the_year_that_is_set_against_the_one_before() {
    let csv = "地区,年份,一般公共预算收入（亿元）,完成预算%,同比增长%\n长垣市,2023,53.68,105.3,7.4\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert!(figures.iter().all(|figure| !figure.contains("growth")), "{figures:?}");
    assert!(troubles.iter().any(|told| told.contains("“同比增长%” is not read")), "{troubles:?}");
    let csv = "长垣市主要指标,,,\n指标,2022年,2023年,2023年比2022年增长（%）\nGDP（亿元）,650,704,5.3\n城镇化率（%）,52.1,53,0.9个百分点\n";
    let figures = read("a.csv", csv, "").0;
    assert_eq!(figures[2], "长垣市 gdp growth 5.3% 2023 @D3");
    assert_eq!(figures[5], "长垣市 urbanization_rate change 0.9个百分点 2023 @D4");
    let csv = "长垣市主要指标,,,\n指标,2022年,2023年,贫困户\nGDP（亿元）,650,704,5\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures.len(), 2);
    assert!(troubles[0].starts_with("column D “贫困户” is not read"), "{troubles:?}");
}

#[test]
fn numbers_that_look_like_years_are_none_and_columns_without_heading_are_told() {
    let csv = "2023年主要指标,,\n地区,村委会（个）,GDP（亿元）\n长垣市,2010,704\n红旗区,1999,297\n";
    let figures = read("a.csv", csv, "").0;
    assert_eq!(figures.len(), 4, "{figures:?}");
    assert!(figures[0].starts_with("长垣市 村委会 2010个 2023"), "{figures:?}");
    let csv = "地区,年份,GDP（亿元）,\n长垣市,2023,704,5.3\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures, ["长垣市 gdp 704亿元 2023 @C2"]);
    assert!(troubles[0].starts_with("column D “” is not read: it has no heading"), "{troubles:?}");
    assert!(read("a.csv", ",地区,年份,GDP（亿元）\n0,长垣市,2023,704\n1,红旗区,2023,297\n", "").1.is_empty());
}

#[test]
fn columns_of_another_time_than_the_table_are_read_as_theirs_or_told() {
    let csv = "长垣市2023年主要指标,,,,\n指标,1月,1-3月,2023年1-6月,2023年\n用电量（亿千瓦时）,1,2,3,4\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures.len(), 2, "{figures:?}");
    assert!(figures[0].contains(" 3") && figures[0].ends_with("2023-01/2023-06 @D3"), "{figures:?}");
    assert!(figures[1].ends_with("2023 @E3"), "{figures:?}");
    assert!(troubles[0].starts_with("column B “1月” is not read"), "{troubles:?}");
    let csv = "长垣市2023年主要指标,,,\n指标,单位,1月,1-3月\n用电量,亿千瓦时,1,2\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert!(figures.is_empty(), "{figures:?}");
    assert!(
        troubles.iter().any(|told| told.starts_with("column D “1-3月” is not read: its heading tells of a part")),
        "{troubles:?}"
    );
    let csv = "长垣市2023年主要指标,,,\n指标,单位,本期,上年\n用电量,亿千瓦时,1,2\n";
    assert_eq!(read("a.csv", csv, "").0.len(), 1);
    let csv = "地区,2023年1-6月GDP（亿元）\n长垣市,320\n";
    assert_eq!(read("a.csv", csv, "").0, ["长垣市 gdp 320亿元 2023-01/2023-06 @B2"]);
    let csv = "2023年一般公共预算收入,,,\n地区,本年累计（万元）,上年同期（万元）,增减%\n长垣市,536800,500000,7.4\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures, ["长垣市 fiscal_revenue 536800万元 2023 @B3", "长垣市 fiscal_revenue growth 7.4% 2023 @D3"]);
    assert!(
        troubles[0].starts_with("column C “上年同期（万元）” is not read: its heading tells of the year before"),
        "{troubles:?}"
    );
}

#[test]
fn a_column_of_which_no_cell_can_be_read_is_told() {
    let csv = "地区,年份,GDP（亿元）,同比增长（%）\n长垣市,2023,704,下降5.3\n红旗区,2023,297,(4.2)\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures.len(), 2);
    assert!(troubles.iter().any(|told| told.starts_with("D2: “下降5.3” is no value")), "{troubles:?}");
}

#[test]
fn the_mapping_of_several_tables_on_a_sheet_is_that_of_each() {
    let csv = "地区,年份,GDP（亿元）\n长垣市,2023,704\n\n地区,年份,常住人口（万人）\n长垣市,2023,90\n\n地区,粮食产量（吨）\n长垣市,7\n";
    let folder = Folder::new();
    let path = folder.file("a.csv", csv);
    let (figures, first) = outcome(&path, &Mapping::default());
    assert_eq!((figures.len(), first.found.tables.len()), (2, 2));
    assert_eq!(outcome(&path, &first.found).0, figures);
}

#[test]
fn growth_on_average_is_not_that_against_the_year_before() {
    let csv = "地区,时期,指标,数值\n长垣市,2021-2025年,GDP年均增长（%）,6.5\n长垣市,2016-2020年,GDP增长（%）,40\n长垣市,2023年,GDP增长（%）,5\n";
    let folder = Folder::new();
    let figures = outcome(&folder.file("a.csv", csv), &Mapping::default()).0;
    let told: Vec<_> = figures.iter().map(|figure| (figure.metric.as_deref(), figure.base.as_deref())).collect();
    assert_eq!(told, [(Some("gdp"), Some("avg")), (Some("gdp"), None), (Some("gdp"), Some("yoy"))]);
}

#[test]
fn a_rank_is_of_the_amount_or_of_the_growth_and_never_of_either() {
    let csv = "地区,年份,GDP（亿元）,位次,增速（%）,位次\n长垣市,2023,704,1,5.3,3\n";
    let figures = read("a.csv", csv, "").0;
    assert_eq!(
        (figures[1].as_str(), figures[3].as_str()),
        ("长垣市 gdp rank 1位 2023 @D2", "长垣市 gdp growth_rank 3位 2023 @F2")
    );
    let csv = "地区,年份,GDP（亿元）,增速（%）,位次\n长垣市,2023,704,5.3,3\n";
    let (figures, troubles) = read("a.csv", csv, "");
    assert_eq!(figures.len(), 2);
    assert!(troubles[0].contains("whether it ranks the amount or its growth"), "{troubles:?}");
}

#[test]
fn a_yearbook_in_two_languages() {
    let csv = "2023年主要指标 Main Indicators (2023),,\n地区 Region,地区生产总值（亿元） GDP (100 million yuan),\"常住人口\n（万人） Population\"\n红旗区 Hongqi,377.9,43.2\n温县 Wen County,212.5,\n";
    let (figures, troubles) = read("two.csv", csv, "");
    let expected =
        ["红旗区 gdp 377.9亿元 2023 @B3", "红旗区 population 43.2万人 2023 @C3", "温县 gdp 212.5亿元 2023 @B4"];
    assert_eq!((figures.as_slice(), troubles.len()), (expected.map(str::to_owned).as_slice(), 0), "{troubles:?}");
}

#[test]
fn rows_below_a_merged_label_that_no_other_label_tells_apart_are_left_out() {
    let workbook = |years: [&str; 2]| {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        for (at, heading) in ["地区", years[0], "GDP（亿元）"].iter().enumerate() {
            sheet.write(0, at as u16, *heading).unwrap();
        }
        sheet.merge_range(1, 0, 2, 0, "长垣市", &rust_xlsxwriter::Format::new()).unwrap();
        sheet.write(3, 0, "红旗区").unwrap();
        for (row, gdp) in [704, 5, 297].into_iter().enumerate() {
            sheet.write(row as u32 + 1, 1, if row == 1 { 2022 } else { 2023 }).unwrap();
            sheet.write(row as u32 + 1, 2, gdp).unwrap();
        }
        read(&format!("{}.xlsx", years[1]), workbook.save_to_buffer().unwrap(), "")
    };
    assert_eq!(workbook(["年份", "a"]).0.len(), 3, "the year tells them apart");
    let (figures, troubles) = workbook(["序号", "2023"]);
    assert_eq!(figures, ["红旗区 gdp 297亿元 2023 @Sheet1!C4"], "{troubles:?}");
    let told = "Sheet1!A2: a label is merged over rows that no other label tells apart (2 figures left out)";
    assert!(troubles.iter().any(|trouble| trouble.starts_with(told)), "{troubles:?}");
}

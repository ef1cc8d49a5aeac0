//! Regions at their places, shaded by a metric.

use xianzhi::{
    export::ranking_table,
    index::Atlas,
    model::{Language, Level, Measure, RegionCode},
    query::{Shade, Shading, map::Class},
};

use crate::told::{XINXIANG, atlas, metric};

const HENAN: RegionCode = RegionCode(410_000);

fn shade(atlas: &Atlas, level: Level, within: RegionCode, year: Option<u16>) -> Shading {
    Shade { metric: metric(atlas, "gdp"), measure: Measure::Level, within, level, year }.ask(atlas)
}

/// Those that have a value: name, place, value, class.
fn told(atlas: &Atlas, shading: &Shading) -> Vec<String> {
    let valued = shading.regions.iter().filter_map(|region| Some((region.entry.as_ref()?, region.class?)));
    let told = valued.map(|(entry, class)| {
        format!("{} #{} {} {class}", atlas.gazetteer().name(entry.region), entry.place, entry.value)
    });
    told.collect()
}

#[test]
fn every_county_is_there_and_those_with_a_value_have_a_class() {
    let atlas = atlas(
        "410783 gdp 2024 level 704.11亿元
         410702 gdp 2024 level 297.6亿元
         410704 gdp 2023 level 900000万元
         410602 gdp 2024 level 80亿元",
    );
    let city = shade(&atlas, Level::County, XINXIANG, None);
    assert_eq!(city.regions.len(), 12);
    assert_eq!(told(&atlas, &city), ["红旗区 #2 297.6 1", "凤泉区 #3 90 0", "长垣市 #1 704.11 2"]);
    assert_eq!(city.unit, "亿元");
    assert_eq!(city.classes[2], Class { limits: (704.11, 704.11), regions: 1 });
    assert_eq!([0, 1, 2].map(|class| city.shade(class)), [0, 2, 4], "few classes are spread over all shades");
    let in_year = shade(&atlas, Level::County, XINXIANG, Some(2023));
    assert_eq!((told(&atlas, &in_year), in_year.unit.as_str()), (vec!["凤泉区 #1 900000 0".to_owned()], "万元"));
    assert_eq!(in_year.shade(0), 2);
}

#[test]
fn a_county_of_no_prefecture_stands_beside_the_prefectures() {
    let atlas = atlas(
        "410700 gdp 2024 level 3600亿元
         410600 gdp 2024 level 1100亿元
         419001 gdp 2024 level 8000000万元
         410783 gdp 2024 level 704.11亿元",
    );
    let prefectures = shade(&atlas, Level::Prefecture, HENAN, None);
    assert_eq!(prefectures.regions.len(), 18);
    assert_eq!(told(&atlas, &prefectures), ["鹤壁市 #2 1100 1", "新乡市 #1 3600 2", "济源市 #3 800 0"]);
    let counties = shade(&atlas, Level::County, HENAN, None);
    assert_eq!(told(&atlas, &counties), ["长垣市 #2 704.11 0", "济源市 #1 800 1"]);
}

#[test]
fn without_a_value_there_is_no_class() {
    let atlas = atlas("410783 gdp 2025 level 750亿元 target");
    let shading = shade(&atlas, Level::County, XINXIANG, None);
    assert_eq!((shading.regions.len(), shading.classes.len()), (12, 0));
}

#[test]
fn its_regions_in_order_tell_no_moves_and_every_cell_has_a_heading() {
    let atlas = atlas(
        "410783 gdp 2023 level 500亿元
         410783 gdp 2024 level 704.11亿元
         410702 gdp 2023 level 600亿元
         410702 gdp 2024 level 297.6亿元",
    );
    let ranking = shade(&atlas, Level::County, XINXIANG, Some(2024)).ranking();
    assert!(ranking.before.is_none() && ranking.entries.iter().all(|entry| entry.movement.is_none()));
    for language in [Language::Zh, Language::En] {
        let table = ranking_table(&atlas, &ranking, language);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{table:?}");
    }
}

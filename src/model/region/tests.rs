//! The carried gazetteer, asked as people ask.

use std::time::{Duration, Instant};

use super::*;

/// Full names with what they lie in, as `新乡市长垣市`.
fn told(gazetteer: &Gazetteer, codes: &[RegionCode]) -> Vec<String> {
    let path = |code: RegionCode| {
        let parent = gazetteer.get(code).and_then(|region| region.parent).map(|parent| gazetteer.name(parent));
        format!("{}{}", parent.unwrap_or_default(), gazetteer.name(code))
    };
    codes.iter().map(|code| path(*code)).collect()
}

#[test]
fn the_whole_country_is_there() {
    let gazetteer = Gazetteer::carried();
    let count = |level| gazetteer.regions().iter().filter(|region| region.level == level).count();
    // With 香港, 澳门 and 台湾, which have no units below them in the list.
    assert_eq!(count(Level::Province), 34);
    assert_eq!(count(Level::Prefecture), 333);
    assert_eq!(count(Level::County), 2849);
    assert!(gazetteer.regions().is_sorted_by_key(|region| region.code));
}

#[test]
fn every_parent_exists_and_lies_one_or_two_levels_above() {
    let gazetteer = Gazetteer::carried();
    for region in gazetteer.regions() {
        match region.parent {
            None => assert_eq!(region.level, Level::Province, "{}", region.name),
            Some(parent) => assert!(gazetteer.get(parent).unwrap().level < region.level, "{}", region.name),
        }
    }
    let parent = |code| gazetteer.get(RegionCode(code)).unwrap().parent.unwrap().0;
    assert_eq!(parent(419_001), 410_000, "济源市 is administered by the province");
    assert_eq!(parent(429_004), 420_000, "so is 仙桃市");
    assert_eq!(parent(110_101), 110_000, "and the districts of a municipality");
    assert_eq!(gazetteer.get(RegionCode(441_900)).unwrap().level, Level::Prefecture, "东莞市 has no counties");
    assert_eq!(gazetteer.children(RegionCode(441_900)).count(), 0);
}

#[test]
fn every_name_finds_its_own_region() {
    let gazetteer = Gazetteer::carried();
    for region in gazetteer.regions() {
        for name in [&region.name, &region.short, &region.code.to_string()] {
            assert!(gazetteer.find(name).contains(&region.code), "{name}");
        }
        assert!(region.short.chars().count() >= 2, "{}", region.name);
        assert!(region.name.starts_with(&region.short), "{}", region.name);
        for former in region.former.iter().filter(|former| gazetteer.get(former.code).is_none()) {
            assert!(gazetteer.find(&former.code.to_string()).contains(&region.code), "{}", former.code);
        }
    }
}

#[test]
fn 长垣_is_found_by_code_name_short_name_and_what_it_was() {
    let gazetteer = Gazetteer::carried();
    for text in ["410783", "410728", "长垣市", "长垣县", "长垣", " 长垣 ", "新乡市长垣市", "河南 › 新乡 › 长垣"]
    {
        assert_eq!(gazetteer.find(text), [RegionCode(410_783)], "{text}");
        assert_eq!(gazetteer.settle(text, &[]), Ok(RegionCode(410_783)), "{text}");
    }
    let former = &gazetteer.get(RegionCode(410_783)).unwrap().former;
    assert_eq!((former[0].code.0, former[0].name.as_str(), former[0].until), (410_728, "长垣县", 2018));
    assert!(gazetteer.find("长恒市").is_empty());
    assert!(gazetteer.find("999999").is_empty());
}

#[test]
fn a_path_has_up_to_three_names_and_no_text_takes_long() {
    let gazetteer = Gazetteer::carried();
    for path in ["新乡市红旗区", "新乡/红旗", "河南 › 新乡 › 红旗", "河南·红旗区", "河南省 新乡市 红旗区"]
    {
        assert_eq!(told(&gazetteer, &gazetteer.find(path)), ["新乡市红旗区"], "{path}");
    }
    assert!(gazetteer.find("鹤壁市红旗区").is_empty());
    assert!(gazetteer.find("河南新乡河南红旗").is_empty());
    let start = Instant::now();
    for name in ["河南", "河南 ", "河南 / ", "吉林", "朝阳·"] {
        for times in [20, 40, 4_000] {
            assert!(gazetteer.find(&name.repeat(times)).is_empty(), "{name}");
        }
    }
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
}

#[test]
fn short_names_leave_out_kind_and_peoples() {
    let gazetteer = Gazetteer::carried();
    for (short, name) in [
        ("恩施", "恩施土家族苗族自治州"),
        ("新疆", "新疆维吾尔自治区"),
        ("内蒙古", "内蒙古自治区"),
        ("克孜勒苏", "克孜勒苏柯尔克孜自治州"),
        ("积石山", "积石山保安族东乡族撒拉族自治县"),
        ("东乡", "东乡族自治县"),
        ("神农架", "神农架林区"),
        ("万柏林", "万柏林区"),
        ("浦东", "浦东新区"),
        ("东区", "东区"),
        ("和县", "和县"),
    ] {
        let region = gazetteer.regions().iter().find(|region| region.name == name).unwrap();
        assert_eq!(region.short, short);
    }
    // 恩施 is the city as well.
    assert_eq!(told(&gazetteer, &gazetteer.find("恩施州")), ["湖北省恩施土家族苗族自治州"]);
    assert_eq!(told(&gazetteer, &gazetteer.find("长阳县")), ["宜昌市长阳土家族自治县"]);
}

#[test]
fn ambiguity_is_told_with_all_candidates_and_settled_by_context() {
    let gazetteer = Gazetteer::carried();
    for (name, today) in [("朝阳区", 2), ("鼓楼区", 4), ("新华区", 3), ("城关区", 2)] {
        assert!(gazetteer.find(name).len() >= today, "{name}");
        assert_eq!(gazetteer.settle(name, &[]).unwrap_err().len(), today, "{name}");
    }
    let settle = |text, context: &[u32]| {
        let context: Vec<_> = context.iter().map(|code| RegionCode(*code)).collect();
        gazetteer.settle(text, &context).map_err(|left| told(&gazetteer, &left))
    };
    assert_eq!(settle("朝阳区", &[110_000]), Ok(RegionCode(110_105)), "below 北京市");
    assert_eq!(settle("鼓楼区", &[320_102]), Ok(RegionCode(320_106)), "beside 玄武区");
    assert_eq!(settle("新华区", &[410_000]), Ok(RegionCode(410_402)), "below 河南省");
    assert_eq!(
        settle("新华区", &[130_000]),
        Err(vec!["石家庄市新华区".to_owned(), "沧州市新华区".to_owned()]),
        "a province with two of them does not settle it"
    );
    assert_eq!(settle("新华区", &[130_000, 130_900]), Ok(RegionCode(130_902)), "the prefecture then does");
    assert_eq!(settle("新华区", &[410_700]), Ok(RegionCode(410_703)), "in 新乡市 it is what 卫滨区 was called");
    assert_eq!(settle("新华区", &[440_000]).unwrap_err().len(), 3, "a region elsewhere tells nothing");
    assert_eq!(settle("沈阳市大东区", &[]), Ok(RegionCode(210_104)));
    assert_eq!(settle("不存在的地方", &[410_000]), Err(vec![]));
}

#[test]
fn a_bare_short_name_means_the_region_above() {
    let gazetteer = Gazetteer::carried();
    let settle = |text, context: &[RegionCode]| gazetteer.settle(text, context).map(|code| gazetteer.name(code));
    assert_eq!(settle("新乡", &[]), Ok("新乡市"));
    assert_eq!(settle("新乡", &[RegionCode(410_783)]), Ok("新乡市"));
    assert_eq!(settle("新乡", &[RegionCode(410_721)]), Ok("新乡县"));
    assert_eq!(settle("吉林", &[]), Ok("吉林省"));
    assert_eq!(settle("河南", &[]), Ok("河南省"));
    assert!(settle("朝阳", &[]).is_err());
}

#[test]
fn lineage_children_and_within_agree() {
    let gazetteer = Gazetteer::carried();
    let lineage: Vec<_> = gazetteer.lineage(RegionCode(410_783)).map(|region| region.name.as_str()).collect();
    assert_eq!(lineage, ["长垣市", "新乡市", "河南省"]);
    assert_eq!(gazetteer.lineage(RegionCode::UNKNOWN).count(), 0);
    assert_eq!(gazetteer.name(RegionCode::UNKNOWN), "未定地区");
    for region in gazetteer.regions() {
        for child in gazetteer.children(region.code) {
            assert_eq!(child.parent, Some(region.code));
        }
    }
    let children: usize = gazetteer.regions().iter().map(|region| gazetteer.children(region.code).count()).sum();
    assert_eq!(children, gazetteer.regions().len() - 34, "everything but a province is somebody's child");
    assert!(gazetteer.within(RegionCode(410_783), RegionCode(410_000)));
    assert!(gazetteer.within(RegionCode(410_700), RegionCode(410_700)));
    assert!(!gazetteer.within(RegionCode(410_700), RegionCode(410_783)));
    assert!(!gazetteer.within(RegionCode(410_783), RegionCode(410_800)));
}

#[test]
fn names_hold_every_name_once_with_its_candidates() {
    let gazetteer = Gazetteer::carried();
    let names: Vec<_> = gazetteer.names().collect();
    assert!(names.is_sorted_by(|a, b| a.0 < b.0));
    for (name, codes) in names {
        assert_eq!(gazetteer.find(name), codes, "{name}");
    }
}

#[test]
fn former_names_and_codes_find_what_they_became() {
    let gazetteer = Gazetteer::carried();
    for (former, today) in [
        ("密云县", "密云区"),
        ("110228", "密云区"),
        ("襄樊市", "襄阳市"),
        ("襄樊", "襄阳市"),
        ("中甸县", "香格里拉市"),
        ("伊克昭盟", "鄂尔多斯市"),
        ("崇文区", "东城区"),
        ("宣武区", "西城区"),
        ("闸北区", "静安区"),
        ("下城区", "拱墅区"),
        ("江干区", "上城区"),
        ("郾城县", "郾城区"),
        ("412701", "川汇区"),
        ("眉山县", "东坡区"),
        ("三元区", "三元区"),
        ("儋州市", "儋州市"),
    ] {
        assert_eq!(gazetteer.settle(former, &[]).map(|code| gazetteer.name(code)), Ok(today), "{former}");
    }
    let dongcheng = gazetteer.get(RegionCode(110_101)).unwrap();
    assert!(dongcheng.former.iter().any(|former| former.name == "崇文区" && former.merged));
    assert!(dongcheng.former.iter().all(|former| former.until < 2024));
    // 巢湖 was divided among three cities; the county-level city of the name is another.
    assert!(gazetteer.dissolved().iter().any(|unit| unit.code == RegionCode(341_400)));
    assert_eq!(gazetteer.today(RegionCode(341_400)), None);
    // 469031 was 昌江黎族自治县 and 西沙群岛 in turn.
    assert_eq!(gazetteer.today(RegionCode(469_031)), None);
    assert_eq!(gazetteer.find("469031").len(), 2);
    assert_eq!(gazetteer.settle("巢湖市", &[]), Ok(RegionCode(340_181)));
}

#[test]
fn a_name_of_today_goes_before_one_of_former_days() {
    let gazetteer = Gazetteer::carried();
    let settle = |text, context| gazetteer.settle(text, &[RegionCode(context)]).map(|code| gazetteer.name(code));
    assert_eq!(settle("周口市", 411_602), Ok("周口市"), "川汇区 lies in it and was called so");
    assert_eq!(settle("襄阳", 420_607), Ok("襄阳市"), "襄州区 lies in it and was called 襄阳区");
    assert_eq!(settle("襄阳区", 420_600), Ok("襄州区"));
    for region in gazetteer.regions() {
        for former in &region.former {
            let settled = gazetteer.settle(&region.name, &[region.code]);
            assert_eq!(settled, Ok(region.code), "{} was {}", region.name, former.name);
        }
    }
}

#[test]
fn who_types_the_short_name_of_a_province_means_the_province() {
    let gazetteer = Gazetteer::carried();
    for province in gazetteer.regions().iter().filter(|region| region.level == Level::Province) {
        assert_eq!(gazetteer.typed(&province.short), [province.code], "{}", province.name);
        assert_eq!(gazetteer.typed(&province.name), [province.code], "{}", province.name);
    }
    let typed = |text| told(&gazetteer, &gazetteer.typed(text));
    assert_eq!(typed("青海海南"), ["青海省海南藏族自治州"], "a path says which");
    assert_eq!(typed("新乡"), ["河南省新乡市", "新乡市新乡县"], "of a city and its county nobody knows");
    assert!(typed("鼓楼区").len() > 2, "several have it as their full name");
    assert_eq!(told(&gazetteer, &gazetteer.find("河南")).len(), 2, "in a text either may be meant");
}

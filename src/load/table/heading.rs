//! What a heading tells of the figures below it: metric, measure, unit, year, or what its column is for.

use super::{
    map::Role,
    names::Names,
    text::{half_width, key, without_bullet, without_english, without_notes},
    units, year,
};
use crate::model::{Measure, Period, Status};

/// What headings call a column by what it is for, in the form of [`key`].
const ROLES: &[(Role, &[&str])] = &[
    (
        Role::Region,
        &[
            "地区", "区域", "地名", "行政区", "行政区划", "区划", "区县", "县区", "县市", "县市区", "县(市、区)",
            "县(区)", "县(市)", "县(市区)", "市县", "市(县、区)", "区(县)", "区(市、县)", "县区名称", "区县名称",
            "县名", "地区名称", "行政区划名称", "区划名称", "城市", "市", "县", "区", "省", "省份", "省市", "省级",
            "地市", "地级市", "市级", "县级", "所属城市", "所属地市", "所属省份", "所在市", "所在省", "市州", "州市",
            "城市名称", "region", "county", "city", "province", "prefecture", "district", "regionname", "countyname",
            "cityname", "provincename", "area", "area_name", "name", "名称", "geo", "refarea", "各县区", "各地",
        ],
    ),
    (
        Role::Code,
        &[
            "代码", "行政区划代码", "区划代码", "地区代码", "行政代码", "区划码", "县代码", "区县代码", "县码",
            "国标码", "regioncode", "code", "adcode", "countycode", "gbcode", "行政区代码", "areacode",
        ],
    ),
    (
        Role::Year,
        &[
            "年份", "年度", "年", "时间", "时期", "日期", "统计年度", "统计时间", "报告期", "会计年度", "year", "date",
            "period", "time", "timeperiod", "年月",
        ],
    ),
    (
        Role::Metric,
        &[
            "指标", "指标名称", "项目", "指标项目", "统计指标", "经济指标", "主要指标", "科目", "metric", "indicator",
            "variable", "series", "item", "metrickey", "indicatorname",
        ],
    ),
    (
        Role::Value,
        &[
            "数值", "值", "数据", "指标值", "数量", "总量", "绝对值", "绝对数", "绝对量", "绝对额", "value", "amount",
            "obsvalue", "本年", "本年累计", "本年数", "本年实际", "本年完成", "全年", "实绩", "完成", "完成数", "合计",
            "数额", "level",
        ],
    ),
    (Role::Unit, &["单位", "计量单位", "指标单位", "unit", "units"]),
    (Role::Measure, &["口径", "measure"]),
    (Role::Status, &["状态", "status"]),
    (
        Role::Ignore,
        &[
            "序号", "编号", "备注", "注", "说明", "来源", "出处", "数据来源", "资料来源", "id", "index", "source",
            "note", "notes", "url", "remark", "sourcetitle", "sourcedate", "publisher", "doc", "no", "no.",
        ],
    ),
];

/// Words for the growth against the year before, as they end a heading; the longest first.
const GROWTH: &[&str] = &[
    "年均增长速度", "年均增长率", "年均增长", "年均增速", "年均增幅", "年平均增长", "比上年同期增长", "同比增长速度",
    "比上年增长", "较上年增长", "比去年增长", "同比增长率", "同比增长", "同比增速", "同比增幅", "增长速度", "年增长率",
    "增减率", "增减幅度", "比上年增减", "同比增减", "增长率", "增速", "增幅", "同比", "增长", "增减", "比上年±",
    "比上年", "±", "annualgrowth", "growthrate", "growthpct", "growth", "yoy",
];
const RANK: &[&str] = &["位次", "排名", "名次", "排位", "rank"];
const CHANGE: &[&str] = &["增加额", "增量", "增加值额", "净增", "增减额", "增加数"];
const SHARE: &[&str] = &["占比", "比重", "share"];

/// What a heading tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Heading {
    /// What it calls the metric; empty where it names none.
    pub(super) name: String,
    /// Key of the metric, where the catalogue has the name.
    pub(super) metric: Option<String>,
    pub(super) measure: Option<Measure>,
    pub(super) unit: Option<String>,
    pub(super) period: Option<Period>,
    pub(super) status: Option<Status>,
    /// The group of a rank, as 全省.
    pub(super) scope: Option<String>,
}

impl Heading {
    /// Whether it tells anything of a figure.
    pub(super) fn is_telling(&self) -> bool {
        self.metric.is_some() || self.measure.is_some() || self.unit.is_some() || self.period.is_some()
    }
}

/// What the column is for, where its heading says so.
pub(super) fn role(heading: &str) -> Option<Role> {
    let known = key(without_english(heading));
    let by_key = |known: &str| {
        ROLES.iter().find(|(_, words)| words.iter().any(|word| key(word) == known)).map(|(role, _)| *role)
    };
    // 数值（亿元）, 年份(年): what stands in brackets behind the word does not change what it is for.
    by_key(&known)
        .or_else(|| by_key(known.split('(').next().filter(|word| !word.is_empty() && *word != "县" && *word != "市")?))
}

/// Whether a column is headed as one of months or quarters.
pub(super) fn is_part_of_year(heading: &str) -> bool {
    const WORDS: &[&str] =
        &["月份", "月", "月度", "季度", "季", "季别", "month", "months", "quarter", "quarters", "qtr", "mon", "半年"];
    let known = key(heading);
    WORDS.contains(&known.split('(').next().unwrap_or(&known))
}

/// Reads a heading.
pub(super) fn read(text: &str, names: &Names<'_>) -> Heading {
    let mut heading = Heading::default();
    let mut rest =
        half_width(without_notes(without_english(without_bullet(text)))).replace("同比±", "同比").trim().to_owned();
    // GDP①(亿元): a note in the middle.
    rest.retain(|c| !matches!(c, '①'..='⑳'));
    rest = year::against_the_year_before(&rest);
    // A metric of the catalogue may bear what would else be taken out: 5G基站, 每万人口….
    if let Some(metric) = names.find(&rest) {
        heading.name.clone_from(&metric.zh);
        heading.metric = Some(metric.key.clone());
        return heading;
    }
    if units::is_unit(&rest) {
        heading.unit = Some(units::written(&rest));
        return heading;
    }
    if let Some((period, left)) = year::taken_out(&rest) {
        heading.period = Some(period);
        rest = left;
    }
    rest = bracketed(&rest, &mut heading);
    if heading.unit.is_none() {
        rest = trailing_unit(&rest, &mut heading);
    }
    for (word, status) in [("目标", Status::Target), ("预计", Status::Forecast), ("计划", Status::Target)] {
        // 完成年度目标 and 占计划 tell what came about.
        let behind = rest.strip_suffix(word).filter(|left| !left.contains("完成") && !left.starts_with(['占', '为']));
        if let Some(left) = behind.or_else(|| rest.strip_prefix(word)) {
            heading.status = Some(status);
            rest = left.trim_matches(['_', '-', ' ', ':']).to_owned();
        }
    }
    if !name(&rest, names, &mut heading) {
        rest = measured(&rest, &mut heading);
        if !rest.is_empty() && !name(&rest, names, &mut heading) {
            rest.trim_matches([' ', '_', '-', ':', '/']).clone_into(&mut heading.name);
        }
    }
    if heading.unit.is_none() {
        heading.unit = match heading.measure {
            Some(Measure::Growth | Measure::Share) => Some("%".to_owned()),
            Some(Measure::Rank | Measure::GrowthRank) => Some("位".to_owned()),
            _ => None,
        };
    }
    // 增减（个百分点）: percentages that are set against each other.
    if heading.measure == Some(Measure::Growth)
        && heading.unit.as_deref().is_some_and(|unit| unit != "%" && unit != "‰")
    {
        heading.measure = Some(Measure::Change);
    }
    heading
}

/// Names the metric, where the catalogue has it or the words are those of a plain value.
fn name(text: &str, names: &Names<'_>, heading: &mut Heading) -> bool {
    if let Some(metric) = names.find(text) {
        heading.name.clone_from(&metric.zh);
        heading.metric = Some(metric.key.clone());
        return true;
    }
    if !text.is_empty() && role(text) == Some(Role::Value) {
        heading.measure = Some(Measure::Level);
        return true;
    }
    false
}

/// Takes out what stands in brackets and is a unit, a time or nothing that tells one quantity from another.
fn bracketed(text: &str, heading: &mut Heading) -> String {
    let mut rest = text.to_owned();
    let mut from = 0;
    while let Some(open) = rest[from..].find('(').map(|at| at + from) {
        let Some(close) = rest[open..].find(')').map(|at| at + open) else { break };
        let inner = rest[open + 1..close].trim().to_owned();
        let units = units::listed(&inner);
        // GDP(2020年不变价,亿元) is another metric than GDP.
        if ["不变价", "可比价", "=100", "基期"].iter().any(|word| inner.contains(word)) {
            heading.unit = units.first().cloned().or(heading.unit.take());
            from = close + 1;
            continue;
        }
        if !units.is_empty() {
            heading.unit = Some(units[0].clone());
        } else if let Some(period) = year::of_text(&inner) {
            heading.period = heading.period.or(Some(period));
        } else if !matches!(inner.as_str(), "现价" | "当年价" | "当年价格" | "年末" | "全口径" | "±" | "+-")
        {
            from = close + 1;
            continue;
        }
        rest = format!("{}{}", rest[..open].trim_end(), rest[close + 1..].trim_start());
    }
    rest.trim().to_owned()
}

/// Takes a unit off the end, behind a blank or a stroke: `地区生产总值 亿元`, `GDP_亿元`; a `%` also directly.
fn trailing_unit(text: &str, heading: &mut Heading) -> String {
    let cut = text.rfind([' ', '_', '/', ':', ',', '，', '：']);
    if let Some(at) = cut {
        let unit = text[at..].trim_start_matches([' ', '_', '/', ':', ',', '，', '：']);
        if units::is_unit(unit) {
            heading.unit = Some(units::written(unit));
            return text[..at].trim_end_matches([' ', '_', '/', ':', ',', '，', '：']).to_owned();
        }
    }
    for unit in ["%", "‰"] {
        if let Some(rest) = text.strip_suffix(unit) {
            heading.unit = Some(unit.to_owned());
            return rest.trim_end().to_owned();
        }
    }
    text.to_owned()
}

/// Takes off the word for the measure; what is left names the metric.
fn measured(text: &str, heading: &mut Heading) -> String {
    let lower = key(text);
    let cut = |words: &[&str]| {
        let word = words.iter().find(|word| lower.ends_with(*word))?;
        Some(lower[..lower.len() - word.len()].to_owned())
    };
    let measure = if let Some(rest) = cut(RANK) {
        let (rest, measure) = match GROWTH.iter().find_map(|word| rest.strip_suffix(word)) {
            Some(shorter) => (shorter.to_owned(), Measure::GrowthRank),
            None => (rest, Measure::Rank),
        };
        let scope = ["全国", "全省", "全市", "全县"].into_iter().find(|scope| rest.ends_with(scope));
        heading.scope = scope.map(str::to_owned);
        let rest = scope.and_then(|scope| rest.strip_suffix(scope)).map_or(rest.clone(), str::to_owned);
        // 全省GDP位次 as GDP全省位次.
        let before = ["全国", "全省"].into_iter().find_map(|scope| Some((scope, rest.strip_prefix(scope)?.to_owned())));
        let rest = match before {
            Some((scope, rest)) if heading.scope.is_none() => {
                heading.scope = Some(scope.to_owned());
                rest
            }
            _ => rest,
        };
        heading.measure = Some(measure);
        return rest;
    } else if let Some(rest) = cut(GROWTH) {
        (Measure::Growth, rest)
    } else if let Some(rest) = cut(CHANGE) {
        (Measure::Change, rest)
    } else if let Some(rest) = cut(SHARE) {
        // 占全市比重: the part that the metric beside it, or of the row above, has in that of the city.
        let whole = ["全国", "全省", "全市", "全县", "全区"]
            .into_iter()
            .find(|whole| rest.strip_suffix("的").unwrap_or(&rest).strip_prefix('占') == Some(whole));
        heading.scope = whole.map(str::to_owned);
        (Measure::Share, if whole.is_some() { String::new() } else { rest })
    } else {
        return text.to_owned();
    };
    heading.measure = Some(measure.0);
    measure.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Catalogue;

    fn told(text: &str) -> String {
        let catalogue = Catalogue::carried();
        let heading = read(text, &Names::new(&catalogue));
        let name = heading.metric.unwrap_or_else(|| format!("“{}”", heading.name));
        let word = |value: serde_json::Value| value.as_str().map(str::to_owned);
        let parts = [
            Some(name),
            heading.measure.and_then(|measure| word(serde_json::to_value(measure).unwrap())),
            heading.unit,
            heading.period.map(|period| period.to_string()),
            heading.status.and_then(|status| word(serde_json::to_value(status).unwrap())),
            heading.scope,
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn headings_as_tables_write_them() {
        let cases = [
            ("一般公共预算收入(亿元)", "fiscal_revenue 亿元"),
            ("一般公共预算收入（亿元）", "fiscal_revenue 亿元"),
            ("GDP（亿元）", "gdp 亿元"),
            ("地区生产总值 亿元", "gdp 亿元"),
            ("地区生产总值(万元,当年价)", "gdp 万元"),
            ("GDP增速(%)", "gdp growth %"),
            ("GDP增速", "gdp growth %"),
            ("同比增长", "“” growth %"),
            ("比上年增长（%）", "“” growth %"),
            ("同比±%", "“” growth %"),
            ("gdp", "gdp"),
            ("gdp_growth", "gdp growth %"),
            ("growth_pct", "“” growth %"),
            ("2023年GDP（亿元）", "gdp 亿元 2023"),
            ("gdp_2023", "gdp 2023"),
            ("2023", "“” 2023"),
            ("2023年", "“” 2023"),
            ("人均GDP（元）", "gdp_per_capita 元"),
            ("税收占比", "tax_share"),
            ("税收占比(%)", "tax_share %"),
            ("占全市比重(%)", "“” share % 全市"),
            ("占全省的比重", "“” share % 全省"),
            ("占GDP比重(%)", "“占gdp” share %"),
            ("人口自然增长率（‰）", "natural_growth_rate ‰"),
            ("城镇化率增减（个百分点）", "urbanization_rate change 个百分点"),
            ("地区生产总值全省位次", "gdp rank 位 全省"),
            ("GDP(2020年不变价,亿元)", "“GDP(2020年不变价,亿元)” 亿元"),
            ("GDP(亿元,当年价)", "gdp 亿元"),
            ("GDP指数(2015年=100)", "“GDP指数(2015年=100)”"),
            ("全省GDP位次", "gdp rank 位 全省"),
            ("GDP增速排名", "gdp growth_rank 位"),
            ("绝对值（亿元）", "“” level 亿元"),
            ("General public budget revenue (100 million yuan)", "fiscal_revenue 亿元"),
            ("GDP目标(%)", "gdp % target"),
            ("GDP年均增速（%）", "gdp growth %"),
            ("完成年度目标(%)", "“完成年度目标” %"),
            ("一般公共预算收入①（亿元）", "fiscal_revenue 亿元"),
            ("2023年比2022年增长（%）", "“” growth % 2023"),
            ("园林绿化产值（万元）", "“园林绿化产值” 万元"),
            ("规模以上工业增加值增速（%）", "industrial_va growth %"),
            ("5G基站（个）", "base_stations_5g 个"),
            ("年末常住人口（万人）", "population 万人"),
            ("亿元", "“” 亿元"),
            ("%", "“” %"),
        ];
        for (text, expected) in cases {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn what_a_column_is_for() {
        let cases = [
            ("地区", Some(Role::Region)),
            ("县（市、区）", Some(Role::Region)),
            ("County", Some(Role::Region)),
            ("行政区划代码", Some(Role::Code)),
            ("年 份", Some(Role::Year)),
            ("指标名称", Some(Role::Metric)),
            ("数值（亿元）", Some(Role::Value)),
            ("计量单位", Some(Role::Unit)),
            ("序号", Some(Role::Ignore)),
            ("一般公共预算收入", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(role(text), expected, "{text}");
        }
    }
}

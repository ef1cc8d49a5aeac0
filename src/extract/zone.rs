//! Zones and parks within a region: their quantities are not the region's own.

use super::{phrase, words::Words};

/// What zones and parks are called by.
static ZONES: Words = Words::at_start(&[
    "开发区", "示范区", "保税区", "集聚区", "高新区", "园区", "工业区", "集中区", "经开区", "合作区", "试验区",
    "实验区", "产业园", "创业园", "科技园", "工业园", "航空港区", "港区", "功能区", "新区",
]);

/// Words that tell of the region as a whole again.
static WHOLE: Words = Words::at_start(&[
    "全市", "全省", "全县", "全区", "全州", "全旗", "全盟", "我市", "我省", "我县", "我区", "我州", "全年", "预计",
    "其中",
]);

/// Words before a zone's name for which it is no subject: something is done to it, or it is one of a list.
static DONE: Words = Words::at_start(&[
    "推进", "加快", "建设", "支持", "打造", "发展", "推动", "加强", "完善", "实施", "启动", "创建", "提升", "促进",
    "在", "以", "对", "依托", "入驻", "成功", "获批", "新增", "设立", "争创", "申报", "抓好", "加大", "引导", "规划",
    "国家级", "省级", "、", "和", "与", "及", "将", "把", "是", "为", "占", "实现", "完成", "建成", "赋予", "新建",
    "营收",
]);

/// Characters of a clause within which its subject is named.
const SUBJECT: usize = 14;

/// Clauses back from a number in which its subject is sought.
const CLAUSES: usize = 3;

/// The zone or park that the words of a sentence before a number are about.
pub(super) fn subject(before: &str) -> Option<&str> {
    let piece = before.rsplit(['；', '。']).next().unwrap_or(before);
    for (back, clause) in piece.rsplit(['，', '：']).take(CLAUSES).enumerate() {
        // A clause that tells no figure of the zone does not pass it on.
        let told = back == 0 || clause.contains(|c: char| c.is_ascii_digit());
        if WHOLE.any(clause) || !told {
            return None;
        }
        let words = phrase::clean(clause);
        let end = words.char_indices().nth(SUBJECT).map_or(words.len(), |(at, _)| at);
        let named =
            words[..end].char_indices().find_map(|(at, _)| ZONES.longest(&words[at..]).map(|zone| at + zone.len()));
        // 园区2个, 产业园等5个项目: zones that are counted have no quantities here.
        let counted = |end: usize| words[end..].trim_start_matches('等').starts_with(|c: char| c.is_ascii_digit());
        // 投资9亿元的产业园 is a project.
        let plain = |zone: &str| !zone.contains(|c: char| c.is_ascii_digit() || c == '的');
        let own = |end: &usize| plain(&words[..*end]) && !DONE.within(&words[..*end]) && !counted(*end);
        if let Some(end) = named.filter(own) {
            return Some(&words[..end]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_the_subject_where_a_clause_opens_with_it() {
        let cases = [
            ("临港工业区", Some("临港工业区")),
            ("临港工业区入区企业达33家，", Some("临港工业区")),
            ("加快高新区建设，", None),
            ("临港工业区建成投产，全市", None),
            ("临港工业区建成投产，", None),
            ("省级园区2个，", None),
            ("投资9亿元的汽车产业园，", None),
            ("一般公共预算收入", None),
        ];
        for (before, zone) in cases {
            assert_eq!(subject(before), zone, "{before}");
        }
    }
}

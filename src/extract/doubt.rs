//! How sure a reading is: what was not said beside the number and had to be made out.

use super::{
    context::{Context, Told},
    lead::Spread,
    name::{Name, Names},
    number::Number,
    phrase::HEADS,
    read::Draft,
    rules::{Rule, Sense},
    sentence,
    text::is_han,
    unit::Sort,
    words::{Words, places},
};
use crate::model::{Doubt, Doubts, Kind, Measure, Status, Value};

/// What a reading rests on.
pub(super) struct Evidence<'a> {
    pub(super) names: &'a Names,
    pub(super) text: &'a str,
    pub(super) context: &'a Context<'a>,
    /// First byte of the number's clause.
    pub(super) clause: usize,
    pub(super) number: &'a Number,
    pub(super) sense: &'a Sense,
    pub(super) draft: &'a Draft,
    /// How many numbers and subjects were brought together.
    pub(super) numbers: usize,
    pub(super) subjects: usize,
    /// Names of the sentence before.
    pub(super) last: &'a [Name],
    /// An earlier sentence of the block told what is expected.
    pub(super) expected: bool,
    /// The sentence has lost digits.
    pub(super) damaged: bool,
}

/// Words that open a clause or the phrase of a verb, and no noun.
static OPENING: Words = Words::at_start(&[
    "获", "做好", "撬动", "发挥", "扣除", "剔除", "各级", "安全有序", "有序", "确定", "正式", "组织", "脱贫贫困",
    "年在", "等", "在", "将", "把", "为", "是", "我们", "成为", "确定", "制定", "来源于", "帮助", "围绕", "坚持", "让",
    "又", "使", "由", "按", "都", "也", "率", "超",
]);

/// Nouns that begin like one of them.
static NOUNS: Words = Words::at_start(&[
    "等级", "在建", "在校", "在册", "在岗", "在职", "在读", "在研", "在线", "将军", "为民", "使用", "按揭", "都市",
    "超市", "超级", "超高",
]);

/// Words within a phrase that tell it for a piece of a sentence.
static INSIDE: Words =
    Words::at_start(&["我们", "分别", "达到", "稳定在", "等项目", "等高", "在生产总值", "提高到", "确定"]);

/// Words before a noun that do not tell which of its kind it is.
const VAGUE: &[&str] = &["累计", "新增", "首批", "每年", "各类", "全年"];

/// A noun of up to so many characters is seldom told from others of its kind.
const SHORT: usize = 4;

/// Characters beyond which a name is more often a clause.
const LONG: usize = 15;

/// Characters and clauses between a name and its number beyond which another may be meant.
const FAR: (usize, usize) = (24, 4);

/// What an enterprise, a park, a project or an industry is called by.
static OWNERS: Words = Words::at_end(&[
    "业", "集团", "公司", "开发区", "园区", "园", "港区", "新区", "基地", "班列", "项目", "平台", "基金", "联盟",
    "机制", "中心", "学校", "医院",
]);

/// What names of sums of money end with.
static SUMS: Words =
    Words::at_end(&["投资", "收入", "产值", "增加值", "利润", "支出", "余额", "税收", "贷款", "资金", "金额", "总值"]);

/// What names of things that are counted or measured end with.
static THINGS: Words = Words::at_end(&[
    "企业", "项目", "工程", "群众", "人口", "人数", "户数", "里程", "面积", "平台", "基地", "园区", "设施",
]);

/// What names of ratios end with.
static RATIOS: Words = Words::at_end(&["率", "比重", "占比", "比例", "度", "比", "指数", "系数"]);

impl Evidence<'_> {
    /// The reasons to doubt the reading.
    pub(super) fn doubts(&self) -> Doubts {
        let mut doubts = Doubts::NONE;
        // A number that has lost its digits is told by its flag.
        if self.draft.flag.is_some() {
            return doubts;
        }
        self.of_subject(&mut doubts);
        if self.draft.name.key.is_none() {
            self.of_name(&mut doubts);
        }
        self.of_value(&mut doubts);
        self.of_time(&mut doubts);
        doubts.add_if(self.context.names_others(self.clause, self.number.start), Doubt::RegionInherited);
        doubts.add_if(self.damaged, Doubt::DamageNear);
        doubts
    }

    /// Whether a list of numbers belongs to a list of subjects.
    fn is_list(&self) -> bool {
        self.numbers > 1 || self.sense.spread == Spread::Respectively
    }

    /// Where the name stands from which the number was given its subject.
    fn of_subject(&self, doubts: &mut Doubts) {
        let (text, number) = (self.text, self.number);
        let (start, end) = self.context.sentence();
        let start = sentence::reach(text, start, self.clause);
        let stop = sentence::told_up_to(text, number.end, end.max(number.end));
        let name = self.draft.name.text.as_str();
        let (earlier, before, behind) =
            (&text[start..self.clause], &text[self.clause..number.start], &text[number.end..stop]);
        // Of 甲、乙、丙均居第1位 the first is named as plainly as the last.
        let far = self.sense.spread == Spread::One;
        let from = |words: &'_ str| places(words, name).next_back().map(|at| at + name.len());
        if let Some(end) = from(before) {
            doubts.add_if(far && before[end..].chars().count() > FAR.0, Doubt::FarApart);
        } else if places(behind, name).next().is_some() {
            // What is counted stands behind its number.
        } else if let Some(end) = from(earlier) {
            doubts.add_if(far && earlier[end..].matches(['，', '；', '：']).count() > FAR.1, Doubt::FarApart);
        } else if self.last.iter().any(|last| last.text == name) {
            doubts.insert(Doubt::MetricBefore);
        } else if self.draft.name.key.is_none() && self.sense.rule != Rule::Counted {
            let joined = self.is_list() || !is_in_two(name, &text[start..stop], &text[self.clause..stop]);
            doubts.add_if(joined, Doubt::NameJoined);
        }
        doubts.add_if(self.is_list() && self.numbers != self.subjects, Doubt::ListUneven);
        let one = self.sense.spread == Spread::One && self.numbers == 1;
        let own = before.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or(before);
        doubts.add_if(one && self.names.count_in(own) > 1, Doubt::TwoMetrics);
        // 收入38亿元，支出60亿元，其中税收占71%: of which it is a part nobody says.
        doubts.add_if(self.draft.measure == Measure::Share && self.draft.scope.is_none(), Doubt::TwoMetrics);
    }

    /// Whether a name outside the catalogue is one that a row of a table could bear.
    fn of_name(&self, doubts: &mut Doubts) {
        let name = self.draft.name.text.as_str();
        let noun = VAGUE.iter().fold(name, |name, word| name.strip_prefix(word).unwrap_or(name));
        // 茶叶产量 is short and yet tells what there is how much of.
        let told = HEADS.cut(noun).is_some_and(|(thing, _)| thing.chars().count() > 1);
        doubts.add_if(noun.chars().count() <= SHORT && !told, Doubt::NameGeneral);
        let broken = name.matches('“').count() != name.matches('”').count()
            || !name.starts_with(|c: char| is_han(c) || c == '“' || c.is_ascii_uppercase())
            || OPENING.any(name) && !NOUNS.any(name)
            || INSIDE.within(name)
            || name.ends_with(['的', '和', '与', '中', '等', '及', '为', '在', '了'])
            || name.chars().count() > LONG;
        doubts.add_if(broken, Doubt::NameBroken);
        let mut clauses = self.text[sentence::reach(self.text, self.context.sentence().0, self.clause)..self.clause]
            .split(['，', '；', '：', '。']);
        let owned = name.chars().count() <= SHORT + 2 && clauses.any(|clause| OWNERS.any(clause));
        doubts.add_if(owned, Doubt::OwnerBefore);
    }

    /// Whether the metric can have the value in this unit.
    fn of_value(&self, doubts: &mut Doubts) {
        let draft = self.draft;
        let Some(Value::Number(value)) = draft.value else { return };
        let known = draft.name.key.is_some();
        let name = draft.name.text.as_str();
        let percent = draft.unit == "%";
        // 700亿 may be money as well as people.
        let bare = percent || Sort::of(&draft.unit) == Sort::Bare;
        let ratio = draft.name.kind == Some(Kind::Ratio) || RATIOS.any(name);
        let unlikely = match draft.measure {
            Measure::Level => percent && value > 100.0,
            Measure::Share => value > 100.0 || value == 0.0,
            Measure::Growth => value.abs() > 150.0,
            Measure::Change | Measure::Gap => draft.unit.ends_with("百分点") && value.abs() > 60.0,
            // The country has fewer prefectures than this, and no province as many counties.
            Measure::Rank | Measure::GrowthRank => value > 350.0,
            Measure::Multiple => value > 50.0,
        };
        let open = match draft.measure {
            Measure::Level => percent && !ratio,
            Measure::Growth => known && ratio,
            _ => false,
        };
        doubts.add_if(unlikely, Doubt::ValueUnlikely);
        let money = Sort::of(&draft.unit) == Sort::Money;
        let unusual = match draft.measure {
            Measure::Level => money && THINGS.any(name) || !money && !bare && SUMS.any(name),
            Measure::Growth => !percent,
            _ => false,
        };
        doubts.add_if(unusual, Doubt::UnitUnusual);
        doubts.add_if(open, Doubt::LevelOrGrowth);
    }

    /// Whether another time or standing could be meant.
    fn of_time(&self, doubts: &mut Doubts) {
        let draft = self.draft;
        let (told, span) = self.context.told(self.number);
        let borrowed = draft.status == Status::Forecast && !self.context.looks_ahead();
        doubts.add_if(borrowed || self.expected && draft.status == Status::Actual, Doubt::StatusOpen);
        let Some(period) = draft.period else { return doubts.insert(Doubt::PeriodUnknown) };
        let averaged = self.sense.base.as_deref() == Some("avg");
        let changes = matches!(draft.measure, Measure::Growth | Measure::Change);
        let stands = matches!(draft.name.kind, Some(Kind::Stock | Kind::Ratio));
        let cumulated = self.text[self.clause..self.number.start].contains("累计");
        // Over several years: one of them, or all together.
        let several = span.is_several() && period.is_year() && !(averaged || changes || stands || cumulated);
        // The end of a plan, or each of its years.
        let planned = told == Told::Section && draft.status == Status::Target && self.context.is_far(period);
        doubts.add_if(several || planned || averaged && period.is_year(), Doubt::PeriodSpan);
    }
}

/// Whether a name is a phrase of the sentence with one of the number's own clause behind it: 项目…，完成投资.
fn is_in_two(name: &str, sentence: &str, clause: &str) -> bool {
    let cuts = name.char_indices().map(|(at, _)| at).skip(2);
    cuts.filter(|at| name[*at..].chars().count() >= 2)
        .any(|at| places(sentence, &name[..at]).next().is_some() && places(clause, &name[at..]).next().is_some())
}

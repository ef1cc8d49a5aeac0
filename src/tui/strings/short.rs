//! Names of metrics in few cells, so that those that begin alike stay apart.

use std::borrow::Cow;

use crate::{
    model::Language,
    tui::widgets::text::{cut_middle, width},
};

/// Words that are shortened where a name is too long, those first that say least, so that as little as
/// possible is lost.
const ENGLISH: &[(&str, &str)] = &[
    ("above designated size", "ADS"),
    ("General public budget", "Budget"),
    ("Government-managed fund", "Fund"),
    ("Gross regional product", "GRP"),
    ("Value added of ", "VA of "),
    ("value added", "VA"),
    ("Balance of ", ""),
    ("share of expenditure", "share"),
    ("share of budget revenue", "share"),
    ("agriculture, forestry, husbandry and fishery", "agriculture"),
    ("in nine-year compulsory education", "in school"),
    (" (four categories)", ""),
    ("Specialised-and-sophisticated", "SRDI"),
    ("specialised-and-sophisticated", "SRDI"),
    ("High-technology", "High-tech"),
    ("Technological-upgrade", "Tech-upgrade"),
    ("Technology-", "Tech-"),
    ("residential communities", "communities"),
    ("commercial housing", "housing"),
    ("capital in place", "capital"),
    ("of good quality", "good"),
    ("disposable income", "income"),
    ("Per-capita", "p.c."),
    ("per-capita", "p.c."),
    ("per capita", "p.c."),
    ("electricity", "power"),
    ("Electricity", "Power"),
    ("enterprises", "firms"),
    ("businesses", "firms"),
    ("expenditure", "spending"),
    ("consumption", "use"),
    ("industries", "ind."),
    ("industry", "ind."),
    ("industrial", "ind."),
    ("Industrial", "Ind."),
    ("manufacturing", "mfg"),
    ("Manufacturing", "Mfg"),
    ("Infrastructure", "Infra"),
    ("construction", "constr."),
    ("Construction", "Constr."),
    ("development", "dev."),
    ("investment", "inv."),
    ("Investment", "Inv."),
    ("population", "pop."),
    ("Registered", "Reg."),
    ("Contribution", "Contrib."),
    ("insurance", "ins."),
    ("coverage", "cover"),
    ("capacity", "cap."),
    ("revenue", "rev."),
    ("Revenue", "Rev."),
];

/// The same of Chinese: what statisticians say for short.
const CHINESE: &[(&str, &str)] = &[("规模以上", "规上"), ("战略性新兴产业", "战新产业"), ("固定资产投资", "固投")];

/// A name in at most `cells` cells: with words shortened, one after the other until it fits, and an
/// ellipsis in its middle where that is not enough.
pub(crate) fn short(name: &str, cells: u16, lang: Language) -> Cow<'_, str> {
    if width(name) <= cells {
        return Cow::Borrowed(name);
    }
    let words = if lang == Language::En { ENGLISH } else { CHINESE };
    let mut text = name.to_owned();
    for (long, short) in words {
        if width(&text) <= cells {
            break;
        }
        text = text.replace(long, short);
    }
    // What a name begins with may be gone.
    if let Some(first) = text.get(..1).map(str::to_ascii_uppercase) {
        text.replace_range(..1, &first);
    }
    Cow::Owned(cut_middle(&text, cells).into_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::model::Catalogue;

    #[test]
    fn no_two_metrics_of_the_catalogue_look_alike_in_sixteen_cells() {
        let catalogue = Catalogue::carried();
        for (lang, cells) in [(Language::Zh, 16), (Language::En, 16), (Language::En, 18), (Language::En, 24)] {
            let mut known: HashMap<String, &str> = HashMap::new();
            for metric in catalogue.metrics() {
                let name = lang.pick(&metric.zh, &metric.en);
                let short = short(name, cells, lang);
                assert!(width(&short) <= cells, "{short}");
                if let Some(other) = known.insert(short.to_string(), name) {
                    panic!("{name} and {other} are both {short}");
                }
            }
        }
    }

    #[test]
    fn words_are_shortened_before_anything_is_cut() {
        let english = |name, cells| short(name, cells, Language::En).into_owned();
        assert_eq!(english("General public budget revenue", 16), "Budget revenue");
        assert_eq!(english("General public budget expenditure", 16), "Budget spending");
        assert_eq!(english("Tax revenue", 16), "Tax revenue");
        assert_eq!(english("Balance of household deposits", 18), "Household deposits");
        assert_eq!(english("Natural population growth rate", 16), "Natural…wth rate");
        assert_eq!(short("规模以上工业增加值", 14, Language::Zh), "规上工业增加值");
    }
}

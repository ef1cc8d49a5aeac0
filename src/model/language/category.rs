//! What the categories of the catalogue are called.

use super::Language;

/// English names of the categories of the catalogue.
const CATEGORIES: &[(&str, &str)] = &[
    ("综合", "General"),
    ("人口", "Population"),
    ("就业", "Employment"),
    ("居民", "Households"),
    ("农业", "Agriculture"),
    ("工业", "Industry"),
    ("企业", "Enterprises"),
    ("投资", "Investment"),
    ("招商", "Investment promotion"),
    ("财政", "Public finance"),
    ("金融", "Banking"),
    ("消费", "Consumption"),
    ("外贸", "Foreign trade"),
    ("创新", "Innovation"),
    ("城建", "Construction"),
    ("交通", "Transport"),
    ("通信", "Communications"),
    ("能源", "Energy"),
    ("环境", "Environment"),
    ("教育", "Education"),
    ("卫生", "Health"),
    ("社保", "Social security"),
    ("民生", "Livelihood"),
    ("文旅", "Culture and tourism"),
    ("安全", "Safety"),
    ("其他", "Other"),
];

impl Language {
    /// Name of a category of the catalogue; Chinese where it has no other.
    #[must_use]
    pub fn category(self, category: &str) -> &str {
        let english = || CATEGORIES.iter().find(|(zh, _)| *zh == category).map(|(_, en)| *en);
        if self == Self::En { english().unwrap_or(category) } else { category }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Catalogue;

    #[test]
    fn every_category_of_the_catalogue_has_an_english_name() {
        let catalogue = Catalogue::carried();
        // The last stands for what lies outside the catalogue.
        for category in catalogue.categories().chain(["其他"]) {
            assert!(Language::En.category(category).is_ascii(), "{category}");
            assert_eq!(Language::Zh.category(category), category);
        }
    }
}

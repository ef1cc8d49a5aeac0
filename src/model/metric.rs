//! 指标: what is measured, and the catalogue of those that have a key.

mod table;

pub use table::{CatalogueError, CatalogueFault};

/// How a quantity relates to time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Measured over a period.
    Flow,
    /// Measured at a moment.
    Stock,
    /// A proportion or an average.
    Ratio,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// Neither is.
    Neutral,
}

/// The prices at which growth is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PriceBasis {
    /// At the prices of each year: the value before can be told from value and growth.
    Current,
    /// At constant prices (地区生产总值, 工业增加值): growth and level do not combine.
    Constant,
    /// Not money.
    None,
}

/// A metric of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metric {
    /// Its key, as `fiscal_revenue`.
    pub key: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Other names in the texts.
    pub aliases: Vec<String>,
    /// Category, as `财政`.
    pub category: String,
    /// Base unit, as `元`.
    pub unit: String,
    /// How it relates to time.
    pub kind: Kind,
    /// Which way is better.
    pub polarity: Polarity,
    /// The prices at which its growth is told.
    pub price: PriceBasis,
}

impl Metric {
    /// Its Chinese name and its aliases: every name under which a text may tell it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.zh).chain(&self.aliases).map(String::as_str)
    }
}

/// The metrics that have a key, in the order in which tables show them.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    metrics: Vec<Metric>,
    /// Places in `metrics`, by key.
    by_key: Vec<usize>,
    /// Names and aliases with the place of their metric, by name.
    by_name: Vec<(String, usize)>,
}

impl Catalogue {
    /// The catalogue that the program carries (data/metrics.tsv).
    ///
    /// # Panics
    /// When the carried table is broken, which a test rules out.
    #[must_use]
    pub fn carried() -> Self {
        Self::parse(include_str!("../../data/metrics.tsv")).expect("the carried catalogue is well formed")
    }

    /// Reads a table in the form of data/metrics.tsv, whose head explains the columns.
    ///
    /// # Errors
    /// The first line that is not as it should be, and what to do about it.
    pub fn parse(text: &str) -> Result<Self, CatalogueError> {
        table::parse(text)
    }

    /// All metrics in the order of the catalogue.
    #[must_use]
    pub fn metrics(&self) -> &[Metric] {
        &self.metrics
    }

    /// The metric of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Metric> {
        let key_at = |place: &usize| self.metrics[*place].key.as_str();
        let found = self.by_key.binary_search_by_key(&key, key_at).ok()?;
        self.metrics.get(self.by_key[found])
    }

    /// The metric that bears exactly this Chinese name or alias.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Metric> {
        let found = self.by_name.binary_search_by_key(&name, |(name, _)| name).ok()?;
        self.metrics.get(self.by_name[found].1)
    }

    /// The categories in the order in which they first appear.
    pub fn categories(&self) -> impl Iterator<Item = &str> {
        let mut seen: Vec<&str> = Vec::new();
        for metric in &self.metrics {
            if !seen.contains(&metric.category.as_str()) {
                seen.push(&metric.category);
            }
        }
        seen.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carried_catalogue_is_well_formed() {
        let catalogue = Catalogue::parse(include_str!("../../data/metrics.tsv")).unwrap();
        for metric in catalogue.metrics() {
            assert_eq!(catalogue.get(&metric.key), Some(metric));
            for name in metric.names() {
                assert_eq!(catalogue.named(name), Some(metric), "{name}");
            }
        }
        // A category stands in one piece, so that tables have one group for it.
        let mut runs: Vec<_> = catalogue.metrics().iter().map(|metric| metric.category.as_str()).collect();
        runs.dedup();
        assert_eq!(runs, catalogue.categories().collect::<Vec<_>>());
    }

    #[test]
    fn names_and_aliases_find_the_same_quantity_and_no_other() {
        let catalogue = Catalogue::carried();
        let key = |name| catalogue.named(name).map(|metric| metric.key.as_str());
        assert_eq!(key("一般公共预算收入"), Some("fiscal_revenue"));
        assert_eq!(key("公共财政预算收入"), Some("fiscal_revenue"));
        assert_eq!(key("财政总收入"), Some("total_fiscal_revenue"));
        assert_eq!(key("收入"), None);
        assert!(catalogue.get("no_such_key").is_none());
    }

    #[test]
    fn polarity_and_prices_are_told() {
        let catalogue = Catalogue::carried();
        let polarity = |key| catalogue.get(key).unwrap().polarity;
        assert_eq!(polarity("unemployment_rate"), Polarity::Less);
        assert_eq!(polarity("pm25"), Polarity::Less);
        assert_eq!(polarity("gdp"), Polarity::More);
        let price = |key| catalogue.get(key).unwrap().price;
        assert_eq!(price("gdp"), PriceBasis::Constant);
        assert_eq!(price("industrial_va"), PriceBasis::Constant);
        assert_eq!(price("fiscal_revenue"), PriceBasis::Current);
        assert_eq!(price("population"), PriceBasis::None);
    }
}

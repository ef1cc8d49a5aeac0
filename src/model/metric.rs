//! 指标: what is measured, and the catalogue of those that have a key.

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

/// The metrics that have a key, in the order in which tables show them.
#[derive(Clone, Debug)]
pub struct Catalogue {
    metrics: Vec<Metric>,
}

impl Catalogue {
    /// The catalogue that the program carries (data/metrics.tsv).
    #[must_use]
    pub fn carried() -> Self {
        todo!()
    }

    /// All metrics in the order of the catalogue.
    #[must_use]
    pub fn metrics(&self) -> &[Metric] {
        &self.metrics
    }

    /// The metric of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Metric> {
        let _ = key;
        todo!()
    }

    /// The metric that bears exactly this Chinese name or alias.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Metric> {
        let _ = name;
        todo!()
    }

    /// The categories in the order in which they first appear.
    pub fn categories(&self) -> impl Iterator<Item = &str> {
        todo!() as std::iter::Empty<&str>
    }
}

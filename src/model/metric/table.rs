//! Reads the catalogue from its table: tab-separated columns under a head line, `#` before notes.

use std::{error, fmt};

use super::{Catalogue, Kind, Metric, Polarity, PriceBasis};

/// The columns of the table, in their order.
const COLUMNS: [&str; 9] = ["key", "zh", "en", "aliases", "category", "unit", "kind", "polarity", "price"];

/// A line of the catalogue that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: CatalogueFault,
}

/// What is wrong with a line of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueFault {
    /// The first line that is no note does not name the columns.
    NoHead,
    /// So many columns instead of those that the head names.
    Columns(usize),
    /// Nothing stands in this column.
    Empty(&'static str),
    /// The key has other characters than `a`–`z`, `0`–`9` and `_`.
    Key(String),
    /// A word that this column does not know, and those it knows.
    Word(&'static str, String, &'static str),
    /// A key or name that stands on an earlier line as well.
    Twice(String),
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.fault {
            CatalogueFault::NoHead => {
                write!(f, "the columns are not named; let the first line be: {}", COLUMNS.join(" ⇥ "))
            }
            CatalogueFault::Columns(found) => {
                write!(f, "{found} columns where {} are needed; put one tab between each", COLUMNS.len())
            }
            CatalogueFault::Empty(column) => write!(f, "nothing stands under {column}; fill it in"),
            CatalogueFault::Key(key) => write!(f, "key {key:?}; write it with a–z, 0–9 and _ only"),
            CatalogueFault::Word(column, word, known) => {
                write!(f, "{word:?} under {column}; write one of: {known}")
            }
            CatalogueFault::Twice(name) => {
                write!(f, "{name:?} stands on an earlier line as well; leave it with one metric")
            }
        }
    }
}

impl error::Error for CatalogueError {}

/// Reads a table in the form of data/metrics.tsv.
pub(super) fn parse(text: &str) -> Result<Catalogue, CatalogueError> {
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line))
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let head = lines.next();
    if !head.is_some_and(|(_, line)| line.split('\t').map(str::trim).eq(COLUMNS)) {
        return Err(CatalogueError { line: head.map_or(1, |(line, _)| line), fault: CatalogueFault::NoHead });
    }

    let mut catalogue = Catalogue::default();
    let mut origins = Vec::new();
    for (line, row) in lines {
        catalogue.metrics.push(metric(row).map_err(|fault| CatalogueError { line, fault })?);
        origins.push(line);
    }
    index(&mut catalogue);
    let twice = |place: usize, name: &str| CatalogueError {
        line: origins[place],
        fault: CatalogueFault::Twice(name.to_owned()),
    };
    // The sort is stable: of two that are equal the second is the later line.
    let key = |place: usize| catalogue.metrics[place].key.as_str();
    if let Some(pair) = catalogue.by_key.windows(2).find(|pair| key(pair[0]) == key(pair[1])) {
        return Err(twice(pair[1], key(pair[1])));
    }
    if let Some(pair) = catalogue.by_name.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        return Err(twice(pair[1].1, &pair[1].0));
    }
    Ok(catalogue)
}

/// Reads one row.
fn metric(row: &str) -> Result<Metric, CatalogueFault> {
    let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
    let Ok([key, zh, en, aliases, category, unit, kind, polarity, price]) = <[&str; 9]>::try_from(cells.as_slice())
    else {
        return Err(CatalogueFault::Columns(cells.len()));
    };
    for (column, cell) in [("key", key), ("zh", zh), ("en", en), ("category", category), ("unit", unit)] {
        if cell.is_empty() {
            return Err(CatalogueFault::Empty(column));
        }
    }
    if !key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')) {
        return Err(CatalogueFault::Key(key.to_owned()));
    }
    let unknown = |column, word: &str, known| CatalogueFault::Word(column, word.to_owned(), known);
    Ok(Metric {
        key: key.to_owned(),
        zh: zh.to_owned(),
        en: en.to_owned(),
        aliases: aliases.split('|').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        category: category.to_owned(),
        unit: unit.to_owned(),
        kind: match kind {
            "flow" => Kind::Flow,
            "stock" => Kind::Stock,
            "ratio" => Kind::Ratio,
            other => return Err(unknown("kind", other, "flow, stock, ratio")),
        },
        polarity: match polarity {
            "more" => Polarity::More,
            "less" => Polarity::Less,
            "neutral" => Polarity::Neutral,
            other => return Err(unknown("polarity", other, "more, less, neutral")),
        },
        price: match price {
            "current" => PriceBasis::Current,
            "constant" => PriceBasis::Constant,
            "none" => PriceBasis::None,
            other => return Err(unknown("price", other, "current, constant, none")),
        },
    })
}

/// Sorts the keys and names for look-up.
fn index(catalogue: &mut Catalogue) {
    let metrics = &catalogue.metrics;
    catalogue.by_key = (0..metrics.len()).collect();
    catalogue.by_key.sort_by_key(|place| &metrics[*place].key);
    catalogue.by_name = metrics
        .iter()
        .zip(0..)
        .flat_map(|(metric, place)| metric.names().map(move |name| (name.to_owned(), place)))
        .collect();
    catalogue.by_name.sort();
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# a note\nkey\tzh\ten\taliases\tcategory\tunit\tkind\tpolarity\tprice\n";
    const TREES: &str = "trees\t树木\tTrees\t树\t环境\t株\tstock\tmore\tnone\n";

    fn fault(rows: &str) -> (usize, CatalogueFault) {
        let error = parse(&format!("{HEAD}{rows}")).unwrap_err();
        (error.line, error.fault)
    }

    #[test]
    fn reads_rows_and_skips_notes() {
        let catalogue = parse(&format!("{HEAD}# another\n\n{TREES}")).unwrap();
        let trees = catalogue.get("trees").unwrap();
        assert_eq!((trees.kind, trees.polarity, trees.price), (Kind::Stock, Polarity::More, PriceBasis::None));
        assert_eq!(catalogue.named("树"), Some(trees));
    }

    #[test]
    fn names_the_line_and_the_remedy() {
        assert_eq!(parse("").unwrap_err().fault, CatalogueFault::NoHead);
        assert_eq!(fault("trees\t树木\n"), (3, CatalogueFault::Columns(2)));
        assert_eq!(fault(&TREES.replace("树木", "")), (3, CatalogueFault::Empty("zh")));
        assert_eq!(fault(&TREES.replace("trees", "Trees!")), (3, CatalogueFault::Key("Trees!".into())));
        assert_eq!(fault(&format!("{TREES}{TREES}")), (4, CatalogueFault::Twice("trees".into())));
        let shrubs = TREES.replace("trees", "shrubs").replace("树木", "灌木");
        assert_eq!(fault(&format!("{TREES}{shrubs}")), (4, CatalogueFault::Twice("树".into())));
        let error = parse(&format!("{HEAD}{}", TREES.replace("stock", "stok"))).unwrap_err();
        assert_eq!(error.to_string(), "line 3: \"stok\" under kind; write one of: flow, stock, ratio");
    }
}

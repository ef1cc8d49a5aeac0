//! The mapping of tables: what is said by hand (`--map`) and what was found (`--save-map`), as TOML.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::Path,
};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use super::cell::letters;
use crate::model::{Measure, Period, RegionCode, Status};

/// How tables are to be read, or were read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Names of regions in tables, and their codes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) regions: BTreeMap<String, RegionCode>,
    /// Names of metrics in tables, and their keys.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) metrics: BTreeMap<String, String>,
    /// Tables; the first that fits a file and sheet counts.
    #[serde(default, rename = "table", skip_serializing_if = "Vec::is_empty")]
    pub(super) tables: Vec<Table>,
}

/// What is said of a table. Everything may be left out; what is, is found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    /// Name of the file; without it, all that no other entry names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<String>,
    /// Name of the sheet; without it, all of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sheet: Option<String>,
    /// Whether it is left out.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) skip: bool,
    /// First and last row of the heading, from 1; `[0, 0]` where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) header: Option<[u32; 2]>,
    /// The region of figures whose row and column name none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<RegionCode>,
    /// The time of figures whose row and column tell none.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "period")]
    pub(super) year: Option<Period>,
    /// The metric of figures whose row and column name none: a key, or a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) metric: Option<String>,
    /// Units of figures whose row and column tell none; the first that fits the metric counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) units: Vec<String>,
    /// What the source is called, and who published it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) publisher: String,
    /// The columns.
    #[serde(default, rename = "column", skip_serializing_if = "Vec::is_empty")]
    pub(super) columns: Vec<Column>,
}

/// What a column is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    /// Names of regions; of several such columns the wider stand before the narrower.
    Region,
    /// Codes of regions.
    Code,
    /// Times.
    Year,
    /// Names or keys of metrics.
    Metric,
    /// Units of the values in the row.
    Unit,
    /// Measures of the values in the row.
    Measure,
    /// Whether the values in the row have come about.
    Status,
    /// Values.
    Value,
    /// Nothing that is read.
    #[default]
    Ignore,
}

/// What is said of a column, named by its letters or by its heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Column {
    /// Its letters, as `C`.
    #[serde(default, rename = "column", skip_serializing_if = "Option::is_none")]
    pub(super) letters: Option<String>,
    /// Its heading; of a heading of several rows, the parts with a blank between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) heading: Option<String>,
    /// What it is for; a value where something is said of its figures.
    #[serde(default, rename = "is", skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<Role>,
    /// Key or name of the metric of its values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) metric: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) measure: Option<Measure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "period")]
    pub(super) year: Option<Period>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<RegionCode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<Status>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) scope: Option<String>,
    /// Whether its percentages are written as fractions: 0.053 for 5.3 %. Unsaid, those that may be are not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) fraction: Option<bool>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(value: &bool) -> bool {
    !value
}

/// A year, be it a number or a text.
fn period<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Period>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Year(u16),
        Text(String),
    }
    let text = match Written::deserialize(deserializer)? {
        Written::Year(year) => year.to_string(),
        Written::Text(text) => text,
    };
    text.parse().map(Some).map_err(serde::de::Error::custom)
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// It cannot be read, or is not in its form; with the line.
    pub fn open(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path)
            .with_context(|| format!("the mapping {} cannot be read; check the path", path.display()))?;
        toml::from_str(&text)
            .with_context(|| format!("the mapping {} is not in its form; README, Tables, tells it", path.display()))
    }

    /// Writes a mapping file which, given back, yields the same reading.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn save(&self, path: &Path) -> Result<()> {
        let text = toml::to_string(self).context("the mapping cannot be put into TOML")?;
        let head = "# How xianzhi read these tables; change what is wrong and give it back with --map.\n\n";
        fs::write(path, format!("{head}{text}"))
            .with_context(|| format!("the mapping cannot be written to {}; check the folder", path.display()))
    }

    /// Adds what was found, so that all files of a reading are in one mapping.
    pub(in crate::load) fn add(&mut self, found: Self) {
        self.regions.extend(found.regions);
        self.metrics.extend(found.metrics);
        self.tables.extend(found.tables);
    }

    /// Puts in what was found in the place of what was said of the tables.
    pub(in crate::load) fn replace(&mut self, found: Self) {
        let named =
            |table: &Table| found.tables.iter().any(|known| known.file == table.file && known.sheet == table.sheet);
        // What was said to be left out was not found.
        self.tables.retain(|table| table.skip && !named(table));
        self.add(found);
    }

    /// Whether something is said of a sheet by its name.
    pub(super) fn names_sheet(&self, sheet: &str) -> bool {
        self.tables.iter().any(|table| table.sheet.as_deref() == Some(sheet))
    }

    /// What is said of a table: the first entry that fits.
    pub(super) fn table(&self, file: &str, sheet: &str) -> Table {
        let name = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file);
        let fits = |table: &&Table| {
            table.file.as_deref().is_none_or(|known| known == file || known == name)
                && table.sheet.as_deref().is_none_or(|known| known == sheet)
        };
        self.tables.iter().find(fits).cloned().unwrap_or_default()
    }
}

impl Mapping {
    /// What is said of a further table of a sheet, which begins in a row counted from 0: the entry whose heading
    /// stands there or below. One that tells the heading of another table is not of it.
    pub(super) fn table_below(&self, file: &str, sheet: &str, row: u32) -> Table {
        let name = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file);
        let fits = |table: &&Table| {
            table.file.as_deref().is_none_or(|known| known == file || known == name)
                && table.sheet.as_deref().is_none_or(|known| known == sheet)
                && table.header.is_none_or(|[first, _]| first > row)
        };
        self.tables.iter().find(fits).cloned().unwrap_or_default()
    }
}

impl Table {
    /// What is said of a column that stands at a place, counted from 0, under a heading.
    pub(super) fn column(&self, at: usize, heading: &str) -> Option<&Column> {
        let by_letters = self.columns.iter().find(|column| column.letters.as_deref() == Some(letters(at).as_str()));
        let by_heading = || {
            let named = |column: &&Column| column.letters.is_none() && column.heading.as_deref() == Some(heading);
            self.columns.iter().find(named)
        };
        by_letters.or_else(by_heading)
    }

    /// What is said of columns that the table does not have, by the name that was given.
    pub(super) fn unknown<'a>(&'a self, headings: &'a [String]) -> impl Iterator<Item = &'a str> {
        let known: HashSet<String> = (0..headings.len()).map(letters).collect();
        self.columns.iter().filter_map(move |column| match (&column.letters, &column.heading) {
            (Some(letters), _) => (!known.contains(letters)).then_some(letters.as_str()),
            (None, Some(heading)) => (!headings.contains(heading)).then_some(heading.as_str()),
            (None, None) => Some("(a column without column and heading)"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_reads_back_and_its_faults_are_told() {
        let text = r#"
            [regions]
            "某某示范区" = 410725
            [metrics]
            "财政收入" = "fiscal_revenue"
            [[table]]
            file = "panel.xlsx"
            sheet = "表1"
            header = [2, 3]
            year = 2023
            [[table.column]]
            column = "C"
            metric = "gdp"
            measure = "growth"
            year = "2021/2025"
        "#;
        let mapping: Mapping = toml::from_str(text).unwrap();
        let written = toml::to_string(&mapping).unwrap();
        assert_eq!(toml::from_str::<Mapping>(&written).unwrap(), mapping);
        assert_eq!(mapping.table("甲/panel.xlsx", "表1").year, Some(Period::year(2023)));
        assert_eq!(mapping.table("other.csv", "").year, None);
        let fault = toml::from_str::<Mapping>("[[table]]\nyears = 2023").unwrap_err().to_string();
        assert!(fault.contains("unknown field `years`"), "{fault}");
    }
}

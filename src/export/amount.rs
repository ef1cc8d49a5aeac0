//! A number as a person reads it, with what stands around it.

use std::fmt;

use super::Cell;

/// A number as a person reads it: a bound, sign or scope before it, a unit, mark or note behind it. Where there
/// is no number it is all text.
///
/// `>704.11亿元?` is 704.11 between `>` and `亿元?`: a spreadsheet shows the same and still counts with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amount {
    /// What stands before the number.
    pub before: String,
    /// The number.
    pub number: Option<f64>,
    /// What stands behind it.
    pub after: String,
}

impl Amount {
    /// A number with nothing around it.
    pub(super) fn of(number: f64) -> Self {
        Self { number: Some(number), ..Self::default() }
    }

    /// What is no number.
    pub(super) fn text(text: &str) -> Self {
        Self { before: text.to_owned(), ..Self::default() }
    }

    /// The same with something before all of it.
    pub(super) fn behind(self, before: &str) -> Self {
        Self { before: format!("{before}{}", self.before), ..self }
    }

    /// The same with something behind all of it.
    pub(super) fn with(self, after: &str) -> Self {
        Self { after: self.after + after, ..self }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.before)?;
        self.number.iter().try_for_each(|number| number.fmt(f))?;
        f.write_str(&self.after)
    }
}

impl From<Amount> for Cell {
    fn from(amount: Amount) -> Self {
        match amount.number {
            Some(number) if amount.before.is_empty() && amount.after.is_empty() => Self::Number(number),
            Some(_) => Self::Amount(amount),
            None => amount.to_string().into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_reads_as_it_stands() {
        let amount = Amount { before: ">".into(), number: Some(704.11), after: "亿元".into() };
        assert_eq!(amount.to_string(), ">704.11亿元");
        assert_eq!(amount.clone().behind("全省 ").with("?").to_string(), "全省 >704.11亿元?");
        assert_eq!(Cell::from(Amount::of(5.0)), Cell::Number(5.0));
        assert_eq!(Cell::from(Amount::text("8:43:49")), Cell::from("8:43:49"));
        assert_eq!(Cell::from(amount.clone()), Cell::Amount(amount));
    }
}

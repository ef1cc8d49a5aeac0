//! Numbers as text: the shortest form that reads back as the same number.

/// Rounds what was computed to twelve significant digits, so that 704.11 − 297.6 is 406.51.
pub(super) fn computed(number: f64) -> f64 {
    format!("{number:.11e}").parse().unwrap_or(number)
}

/// At most `decimals` digits after the point and no zeros at the end.
pub(super) fn rounded(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The number rounded to that many digits after the point.
pub(super) fn to(number: f64, decimals: usize) -> f64 {
    rounded(number, decimals).parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_computed_loses_its_noise() {
        assert_eq!(computed(704.11 - 297.6).to_string(), "406.51");
        assert_eq!(computed(0.1 + 0.2).to_string(), "0.3");
        assert!(computed(f64::NAN).is_nan());
    }

    #[test]
    fn rounding_leaves_no_zeros() {
        assert_eq!(rounded(2.3659, 2), "2.37");
        assert_eq!(rounded(100.0, 2), "100");
        assert_eq!(rounded(-0.001, 2), "0");
    }
}

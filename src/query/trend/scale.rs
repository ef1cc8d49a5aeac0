//! The axis of a chart: round marks around all values.

/// An axis from one round number to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The lowest mark; no value lies below it.
    pub low: f64,
    /// The highest mark; no value lies above it.
    pub high: f64,
    /// From mark to mark: 1, 2, 2.5 or 5 times a power of ten.
    pub step: f64,
}

/// Levels that differ by less than this part of the greatest are not seen from zero.
const CLOSE: f64 = 0.15;

impl Scale {
    /// An axis over values with at most `most` marks, but at least two. With `zero` it reaches to zero,
    /// unless the values lie close together far from it; with `always` even then. `None` where there is
    /// no value.
    #[must_use]
    pub fn over(values: impl Iterator<Item = f64>, zero: bool, always: bool, most: usize) -> Option<Self> {
        let finite = values.filter(|value| value.is_finite());
        let (mut low, mut high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        if low > high {
            return None;
        }
        let size = low.abs().max(high.abs());
        let alike = high - low <= size * 1e-9;
        if zero && (always || alike || high - low >= CLOSE * size) {
            (low, high) = (low.min(0.0), high.max(0.0));
        }
        if high - low <= size * 1e-9 {
            // All alike: one mark below, one above.
            let margin = if size > 0.0 { size * 0.05 } else { 1.0 };
            (low, high) = (low - margin, high + margin);
        }
        let gaps = most.saturating_sub(1).max(1) as f64;
        let mut step = round_up((high - low) / gaps);
        // Rounding outwards may need a mark more than there may be.
        while (high / step).ceil() - (low / step).floor() > gaps && gaps > 1.0 {
            step = round_up(step * 1.01);
        }
        Some(Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step })
    }

    /// The marks, ascending.
    pub fn marks(&self) -> impl Iterator<Item = f64> + use<> {
        let Self { low, high, step } = *self;
        let count = ((high - low) / step).round() as u32;
        // Counted from zero, so that zero is zero.
        let first = (low / step).round();
        (0..=count).map(move |mark| (first + f64::from(mark)) * step)
    }

    /// Where a value lies: 0 at the lowest mark, 1 at the highest.
    #[must_use]
    pub fn part(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    /// A mark as text, with as many decimals as all marks need.
    #[must_use]
    pub fn label(&self, mark: f64) -> String {
        let decimals = (0..8).find(|decimals| {
            let scaled = self.step * 10_f64.powi(*decimals);
            (scaled - scaled.round()).abs() < 1e-6 * scaled
        });
        format!("{mark:.*}", decimals.unwrap_or(8) as usize)
    }

    /// Whether zero lies outside.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// The least of 1, 2, 2.5 and 5 times a power of ten that is not less than a number above zero.
fn round_up(number: f64) -> f64 {
    let power = 10_f64.powf(number.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0];
    let step = steps.into_iter().find(|step| number <= step * power * (1.0 + 1e-9));
    step.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(values: &[f64], zero: bool, always: bool, most: usize) -> Vec<String> {
        let scale = Scale::over(values.iter().copied(), zero, always, most).unwrap();
        assert!(values.iter().all(|value| (0.0..=1.0).contains(&scale.part(*value))), "{values:?} {scale:?}");
        scale.marks().map(|mark| scale.label(mark)).collect()
    }

    #[test]
    fn marks_are_round_and_hold_all_values() {
        assert_eq!(marks(&[120.5, 704.11], true, false, 6), ["0", "200", "400", "600", "800"]);
        assert_eq!(marks(&[0.12, 0.31], true, false, 5), ["0.0", "0.1", "0.2", "0.3", "0.4"]);
        assert_eq!(marks(&[-3.1, 8.0], true, true, 6), ["-5", "0", "5", "10"]);
    }

    #[test]
    fn levels_close_together_are_not_seen_from_zero_and_growth_always_is() {
        assert_eq!(marks(&[50.1, 52.3], true, false, 5), ["50", "51", "52", "53"]);
        assert_eq!(marks(&[7.9, 8.3], true, true, 6)[0], "0");
        assert_eq!(marks(&[100.0, 118.0, 131.0], false, false, 5)[0], "100");
    }

    #[test]
    fn a_single_value_and_none_have_a_scale_or_none() {
        assert_eq!(marks(&[5.0], true, false, 4), ["0", "2", "4", "6"]);
        assert_eq!(marks(&[0.0], true, false, 3), ["-1", "0", "1"]);
        assert_eq!(Scale::over([f64::NAN].into_iter(), true, false, 4), None);
    }

    #[test]
    fn there_are_never_more_marks_than_asked_for() {
        for (low, high) in [(0.3, 9.7), (-12.0, 1.0), (99.0, 104.0), (1e-4, 3e-4), (1e9, 7.77e11)] {
            for most in 2..12 {
                let marks = marks(&[low, high], false, false, most);
                assert!((2..=most.max(3)).contains(&marks.len()), "{low} {high} {most}: {marks:?}");
            }
        }
    }
}

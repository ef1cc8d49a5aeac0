//! Styles by meaning, read from a theme file; views name no colour.

mod colour;
mod file;
mod themes;

use ratatui::style::Style;

pub use colour::Colour;
pub(crate) use themes::Themes;
pub use themes::{ThemeFile, carried_names};

/// Declares the styles of a theme: the fields below and the tables and keys of a theme file are the same.
macro_rules! styles {
    ($($(#[$group_doc:meta])* $group:ident: $type:ident { $($(#[$doc:meta])* $name:ident,)* })*) => {
        /// Styles by meaning.
        #[derive(Clone, Debug)]
        pub(crate) struct Theme {
            /// The ground and plain text of the whole screen.
            pub(crate) screen: Style,
            $($(#[$group_doc])* pub(crate) $group: $type,)*
        }

        $($(#[$group_doc])*
        #[derive(Clone, Debug)]
        pub(crate) struct $type {
            $($(#[$doc])* pub(crate) $name: Style,)*
        })*

        /// Every style by its table and its key in a theme file.
        const STYLES: &[(&str, &[&str])] =
            &[("screen", &["text"]), $((stringify!($group), &[$(stringify!($name)),*]),)*];

        impl Theme {
            /// The theme of which `style` gives each style by its table and key.
            fn build(style: impl Fn(&'static str, &'static str) -> Style) -> Self {
                Self {
                    screen: style("screen", "text"),
                    $($group: $type { $($name: style(stringify!($group), stringify!($name)),)* },)*
                }
            }
        }
    };
}

styles! {
    /// The top line.
    top: Top {
        /// The program's name.
        badge,
        /// The regions above the chosen one.
        lineage,
        /// The chosen region.
        region,
        /// The year chosen.
        year,
        /// Counts.
        counts,
        /// Names of the views.
        view,
        /// Name of the view on the screen.
        view_active,
    }
    /// Frames of panes and windows.
    pane: Pane {
        border, border_focused, title, title_focused,
        /// A remark at the right of the title.
        remark,
        /// Where in a long list the screen is.
        thumb,
        /// Column names.
        header,
        /// Group names inside a list.
        heading,
        /// The row of the cursor in the pane that takes the keys.
        cursor,
        /// The row of the cursor in another pane.
        cursor_idle,
        /// A sentence that stands where there is nothing to show.
        empty,
    }
    /// The region tree.
    tree: Tree {
        /// A region that has figures.
        region,
        /// A region that has none.
        without,
        /// How many figures it has.
        count,
        /// The marks that tell open from closed.
        branch,
    }
    /// The pinned regions, each in a colour of its own wherever it stands, in the order of the pins.
    pin: Pin { first, second, third, fourth, fifth, sixth, seventh, eighth, }
    /// Figures, wherever they are written.
    figure: Figure {
        /// The name of a metric.
        metric,
        /// A value that has come about.
        value,
        /// A unit.
        unit,
        /// The sign before a value that is a bound.
        bound,
        /// A value that is aimed at.
        target,
        /// A value that is expected.
        forecast,
        /// A value of which the text lost digits.
        damaged,
        /// The mark behind a value that may be read wrongly, and why.
        doubt,
        /// A growth above zero.
        rise,
        /// A growth below zero.
        fall,
        /// A place.
        rank,
        /// A year, a base, a group.
        aside,
        /// A derived number: difference, ratio.
        derived,
        /// The best of a row.
        best,
    }
    /// Bars and sparklines.
    chart: Chart {
        /// The chosen region.
        lit,
        /// The others.
        other,
        /// The average of them, which is derived.
        average,
        /// A series as columns.
        series,
        /// A series as a line in a table.
        spark,
        /// Years and limits.
        label,
        /// The axis and the faint lines across a chart.
        grid,
        /// The line of the year that the cursor is on.
        cursor,
        /// That year.
        year,
    }
    /// Rankings.
    rank: RankStyles {
        /// The quarters of a ranking, the best first.
        first, second, third, fourth,
        /// Who is nearer to the first than the year before.
        up,
        /// Who is further from it.
        down,
        /// Who kept the place, or had none.
        same,
    }
    /// Regions at their places. A class has its ground and the text on it.
    map: Map {
        /// The classes, that of the lowest values first.
        class1, class2, class3, class4, class5,
        /// A region without data.
        none,
        /// The line between regions of one class.
        border,
        /// The chosen region: its rim and its name.
        lit,
    }
    /// The sentence a figure was read from.
    evidence: Evidence {
        text,
        /// The number.
        number,
        /// Document and position.
        origin,
    }
    /// A document, with what its numbers tell lit.
    reading: ReadingStyles {
        text,
        level, growth,
        /// A place, of level or growth.
        place,
        /// A part of a whole.
        share,
        /// A change, a gap, a multiple.
        change,
        /// What is aimed at or expected.
        plan,
        /// What has lost digits.
        damaged,
        /// What a person said tells no figure.
        rejected,
    }
    /// What the figures say about each other.
    audit: AuditStyles {
        /// A finding.
        finding,
        /// One that rests on a doubtful reading.
        doubtful,
        /// What cannot be true together.
        contradiction,
        /// What a revision or another basis may explain.
        question,
        /// What is to be looked up.
        note,
        /// A line of the arithmetic.
        step,
    }
    /// The search window.
    search: SearchStyles {
        prompt, input,
        /// Characters that matched.
        matched,
        /// What a hit is: metric, region.
        kind,
    }
    /// The bottom line.
    hint: Hint {
        key, text,
        /// What the program has to say.
        message,
    }
}

#[cfg(test)]
mod tests;

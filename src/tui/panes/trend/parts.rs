//! Where the parts of the trend are.
//!
//! ```text
//!   80 columns and more        narrower
//! ┌──────────────────────┐   ┌────────────┐
//! │ what is shown        │   │ what       │
//! │ chart        │legend │   │ chart      │
//! │              │       │   ├────────────┤
//! │              │       │   │ legend     │
//! └──────────────────────┘   └────────────┘
//! ```
//!
//! Where neither fits, each region has columns of its own instead.

use ratatui::layout::Rect;

use super::{Answer, Form};

/// Columns from which the legend stands beside the chart.
const BESIDE: u16 = 72;
/// Least cells and rows of the chart.
const CHART: (u16, u16) = (34, 7);
/// Most rows of the columns of one region.
const MULTIPLE: u16 = 4;
/// Cells of a region in the table.
pub(super) const COLUMN: u16 = 13;
/// Cells of the year in the table.
pub(super) const YEAR: u16 = 6;

/// Where the parts of the trend are; empty where there is no room for one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    /// How the years are shown, which may be otherwise than asked for.
    pub(super) form: Form,
    /// What is shown, in one line.
    pub(super) head: Rect,
    /// The lines, the columns or the table.
    pub(super) body: Rect,
    /// The regions with their values in the year of the cursor.
    pub(super) legend: Rect,
    /// Rows of each region beside the chart or in it.
    pub(super) each: u16,
}

impl Parts {
    /// The parts in a pane of `area` with its frame.
    pub(super) fn of(form: Form, answer: &Answer, area: Rect) -> Self {
        let inner = Rect {
            x: area.x + 1.min(area.width),
            y: area.y + 1.min(area.height),
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(2),
        };
        let head = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), height: inner.height.min(1), ..inner };
        let rest = Rect { y: head.bottom(), height: inner.height - head.height, ..inner };
        let lines = answer.chart.lines.len() as u16;
        let parts = Self { form, head, body: rest, legend: Rect::ZERO, each: 1 };
        match form {
            Form::Lines => parts.with_legend(lines).unwrap_or_else(|| parts.multiples(lines)),
            Form::Multiples => parts.multiples(lines),
            Form::Table => parts,
        }
    }

    /// Chart and legend; `None` where there is no room for both.
    fn with_legend(self, lines: u16) -> Option<Self> {
        let rest = self.body;
        let (body, legend) = if rest.width >= BESIDE {
            let cells = (rest.width * 3 / 10).clamp(28, 40);
            let legend = Rect { x: rest.right() - cells, width: cells, ..rest };
            (Rect { width: rest.width - cells, ..rest }, legend)
        } else {
            // A row for the year, one a line.
            let rows = lines + 1;
            let body = Rect { height: rest.height.saturating_sub(rows), ..rest };
            (body, Rect { y: body.bottom(), height: rest.height - body.height, ..rest })
        };
        (body.width >= CHART.0 && body.height >= CHART.1).then_some(Self { form: Form::Lines, body, legend, ..self })
    }

    /// As many rows for each region as there are, after a row of names and of years.
    fn multiples(self, lines: u16) -> Self {
        let room = self.body.height.saturating_sub(2);
        let each = (room / lines.max(1)).clamp(1, MULTIPLE);
        Self { form: Form::Multiples, each, ..self }
    }

    /// How many rows, of lines or in the table of years, are visible.
    pub(super) fn rows(&self) -> usize {
        usize::from(match self.form {
            Form::Lines => self.legend.height.saturating_sub(1),
            Form::Multiples => self.body.height.saturating_sub(2) / self.each,
            Form::Table => self.body.height.saturating_sub(1),
        })
    }

    /// How many regions of the table are visible.
    pub(super) fn columns(&self) -> usize {
        usize::from(self.body.width.saturating_sub(YEAR + 1) / COLUMN)
    }
}

//! What many figures have alike: unit, bound, status, scope, base and flag.

use std::{collections::HashMap, sync::Arc};

use super::strings::{Interner, Strings};
use crate::model::{Bound, Figure, Flag, Status, Unit};

/// All that is told beside number, place and time.
#[derive(Debug)]
pub(super) struct Wording {
    pub(super) unit: Arc<str>,
    /// What the unit measures.
    pub(super) measures: Unit,
    pub(super) bound: Bound,
    pub(super) status: Status,
    pub(super) scope: Option<Arc<str>>,
    pub(super) base: Option<Arc<str>>,
    pub(super) flag: Option<Flag>,
}

/// A [`Wording`] whose strings are numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Numbered {
    unit: u32,
    bound: Bound,
    status: Status,
    scope: u32,
    base: u32,
    flag: Option<Flag>,
}

/// Gives each wording a number, from 0 in the order in which they first come.
#[derive(Debug, Default)]
pub(super) struct Wordings {
    numbers: HashMap<Numbered, u32>,
    wordings: Vec<Numbered>,
}

impl Wordings {
    pub(super) fn number(&mut self, figure: &Figure, strings: &mut Interner) -> u32 {
        let wording = Numbered {
            unit: strings.number(&figure.unit),
            bound: figure.bound,
            status: figure.status,
            scope: strings.optional(figure.scope.as_deref()),
            base: strings.optional(figure.base.as_deref()),
            flag: figure.flag,
        };
        *self.numbers.entry(wording).or_insert_with(|| {
            self.wordings.push(wording);
            self.wordings.len() as u32 - 1
        })
    }

    pub(super) fn seal(self, strings: &Strings) -> Vec<Wording> {
        let wording = |Numbered { unit, bound, status, scope, base, flag }| {
            let unit = strings.shared(unit).unwrap_or_default();
            let (scope, base) = (strings.shared(scope), strings.shared(base));
            Wording { measures: Unit::parse(&unit), unit, bound, status, scope, base, flag }
        };
        self.wordings.into_iter().map(wording).collect()
    }
}

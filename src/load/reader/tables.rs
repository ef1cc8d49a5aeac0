//! Files of tables, read anew each time as the mapping says.

use std::{collections::HashSet, ops::ControlFlow};

use super::{Input, Intake, Meter, Pass, Reader};
use crate::{
    load::{
        Trouble,
        figures::Line,
        files::Kind,
        table::{self, Mapping, Matching},
    },
    model::{Figure, Source},
};

impl Reader {
    /// Reads tables as the mapping says; what it leaves open is found.
    #[must_use]
    pub fn with_mapping(self, mapping: Mapping) -> Self {
        Self { mapping, ..self }
    }

    /// How the tables were read that were read last: given back, it yields the same reading.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        let mut used = self.mapping.clone();
        used.replace(self.found.clone());
        used
    }

    /// Reads the files of tables; what is to be told of them.
    pub(super) fn tables(
        &mut self,
        input: &Input,
        intake: &mut Intake,
        meter: &mut Meter,
        pass: &mut Pass,
    ) -> Vec<Trouble> {
        let matching = Matching { gazetteer: &self.gazetteer, catalogue: &self.catalogue, mapping: &self.mapping };
        let mut found = Mapping::default();
        let mut troubles = Vec::new();
        let here: HashSet<String> =
            input.reports().map(|(_, id)| id).chain(input.called(Kind::Table).map(|(_, id)| id)).collect();
        for (file, id) in input.called(Kind::Table) {
            pass.lines(file, self);
            intake.begin(file);
            let mut passed_over = 0;
            let read = table::read_file(&file.path, &id, matching, &mut |line| {
                // An answer that was saved beside what it answers from tells nothing new.
                let (Line::Figure(Figure { doc, .. }) | Line::Source(Source { id: doc, .. })) = &line;
                if *doc != id && here.contains(doc) {
                    passed_over += usize::from(matches!(line, Line::Figure(_)));
                    return ControlFlow::Continue(());
                }
                intake.line(line, meter)
            });
            troubles.extend(read.troubles);
            troubles.extend(intake.repeated.end(&file.path));
            if passed_over > 0 {
                let told = format!(
                    "tells {passed_over} figures of files that are read here themselves, which were passed over; \
                     keep what was written elsewhere"
                );
                troubles.push(Trouble::new(&file.path, told));
            }
            found.add(read.found);
            meter.done(0);
        }
        self.found = found;
        troubles
    }
}

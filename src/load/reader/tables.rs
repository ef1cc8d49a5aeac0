//! Files of tables, read anew each time as the mapping says.

use super::{Input, Intake, Meter, Pass, Reader};
use crate::load::{
    Trouble,
    files::Kind,
    table::{self, Mapping, Matching},
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
        for (file, id) in input.called(Kind::Table) {
            pass.lines(file, self);
            let read = table::read_file(&file.path, &id, matching, &mut |line| intake.line(line, meter));
            troubles.extend(read.troubles);
            found.add(read.found);
            meter.done(0);
        }
        self.found = found;
        troubles
    }
}

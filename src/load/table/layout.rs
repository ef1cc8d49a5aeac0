//! What each column of a table is for: told by its heading, by what stands in it, or by hand.

use super::{
    cell::{Cell, Row, letters},
    fractions, header,
    heading::{self, Heading},
    map::{Column, Role, Table},
    names::Names,
    refusal,
    regions::Regions,
    text::half_width,
    title::{self, Around},
    told::Told,
    units, value, year,
};
use crate::model::{Measure, Period, RegionCode};

/// So many columns are looked at; a table of figures has no more.
pub(super) const COLUMNS: usize = 4096;

/// How a table is read: everything is told, nothing left to be found.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// What holds for all figures, and every column in its place.
    pub(super) table: Table,
    /// The headings of the columns in one line each.
    pub(super) headings: Vec<String>,
    /// Whether days in the column of times stand for their years: each is the first or the last of one.
    pub(super) days_are_years: bool,
    /// How many of the rows looked at stand before the first figures.
    pub(super) skipped: usize,
}

/// What a layout is found with.
pub(super) struct Finder<'f, 'a> {
    pub(super) names: &'f Names<'a>,
    pub(super) regions: &'f mut Regions<'a>,
    pub(super) told: &'f mut Told,
}

impl Finder<'_, '_> {
    /// Finds how a table is read from its first rows, `numbers` being their numbers from 0.
    ///
    /// # Errors
    /// It is no table of figures; why, as a sentence.
    pub(super) fn find(
        &mut self,
        rows: &[Row],
        numbers: &[u32],
        said: Table,
        sheet: &str,
        file: &str,
    ) -> Result<Layout, String> {
        let place = match said.header {
            Some([0, _]) => None,
            Some([first, last]) => {
                let at = |row: u32| numbers.iter().position(|number| *number + 1 >= row).unwrap_or(numbers.len());
                Some((at(first), at(last + 1)))
            }
            None => {
                let found = header::find(rows, self.names).ok_or(NO_HEADING)?;
                Some((found.first, found.last + 1))
            }
        };
        let (first, skipped) = place.unwrap_or((0, 0));
        let around = title::read(&rows[..first], sheet, file, self.names, self.regions);
        let stacks = header::stacks(&rows[first..skipped], self.names);
        let data = &rows[skipped..];
        let width = data.iter().map(Vec::len).chain([stacks.len()]).max().unwrap_or_default().min(COLUMNS);
        self.look_around(data, &said, &around);

        let header = place.filter(|(first, skipped)| first < skipped);
        let header = header.map_or([0, 0], |(first, skipped)| [numbers[first] + 1, numbers[skipped - 1] + 1]);
        let mut headings = Vec::new();
        let mut columns = Vec::new();
        let mut parsed = Vec::new();
        for at in 0..width {
            let stack = stacks.get(at).map(Vec::as_slice).unwrap_or_default();
            let whole = stack.join(" ");
            let heading = header::combined(stack, self.names);
            let cells: Vec<_> = data.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty()).collect();
            let column = match said.column(at, &whole) {
                Some(column) => Column { role: Some(column.role.unwrap_or(Role::Value)), ..column.clone() },
                None => self.column(stack, &heading, &cells),
            };
            columns.push(Column { letters: Some(letters(at)), heading: Some(whole.clone()), ..column });
            headings.push(whole);
            parsed.push(heading);
        }
        self.told.unknown_columns(said.unknown(&headings));
        one_name(&mut columns);
        let by_hand: Vec<_> = (0..width).map(|at| said.column(at, &headings[at]).is_some()).collect();
        let has_values = |at: usize| data.iter().filter_map(|row| row.get(at)).any(is_value);
        refusal::columns(&mut columns, &by_hand, has_values, self.told);
        self.values(&mut columns, &parsed, &by_hand);
        // Where rows name what they measure, the plan looks at the percentages of each.
        let rows_name = columns.iter().any(|column| column.role == Some(Role::Metric));
        let of_table = said.metric.clone().or(around.metric.clone()).filter(|_| !rows_name);
        for (at, column) in columns.iter_mut().enumerate().filter(|(at, _)| !by_hand[*at]) {
            self.doubt_fractions(column, of_table.as_deref(), data.iter().filter_map(|row| row.get(at)));
        }
        let part = around.part.clone();
        let table = Table {
            file: Some(file.to_owned()),
            sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
            skip: false,
            header: Some(header),
            region: said.region.or(around.region),
            year: said.year.or(around.period),
            metric: said.metric.clone().or(around.metric),
            units: if said.units.is_empty() { around.units } else { said.units },
            title: if said.title.is_empty() { around.title } else { said.title },
            publisher: if said.publisher.is_empty() { around.publisher } else { said.publisher },
            columns,
        };
        let tells = |role| table.columns.iter().any(|column| column.role == Some(role));
        if around.year_of_file && said.year.is_none() && !tells(Role::Year) {
            self.told.note(format!(
                "only the name of the file tells the year {}, which is taken for all figures; if it is another, give year = … in --map",
                table.year.map(|year| year.to_string()).unwrap_or_default()
            ));
        }
        if table.year.is_none()
            && around.part.is_some()
            && !tells(Role::Year)
            && table.columns.iter().all(|column| column.year.is_none())
        {
            self.told.note(PART.to_owned());
        }
        let times = table.columns.iter().position(|column| column.role == Some(Role::Year));
        // 2023年1-6月 in a row settles what 1-6月 in the title leaves open.
        let whole = times.is_none_or(|at| {
            let mut told = data.iter().filter_map(|row| row.get(at)).filter_map(year::of_cell);
            told.all(Period::is_year)
        });
        // q2 as the name of a file does not make parts of the whole years of headings.
        let is_meant = whole && (tells(Role::Year) || !around.part_is_vague);
        refusal::check(&table, &by_hand, part.as_deref().filter(|_| is_meant))?;
        let days = data.iter().filter_map(|row| row.get(times?)).filter_map(year::day_of);
        let days_are_years = days.into_iter().all(|day| matches!(day, (1, 1) | (12, 31)));
        Ok(Layout { table, headings, days_are_years, skipped })
    }

    /// Lets the regions be settled by what the table is about: what is said, the title, what all have in common.
    fn look_around(&mut self, data: &[Row], said: &Table, around: &Around) {
        let mut context: Vec<_> = said.region.or(around.region).into_iter().collect();
        self.regions.about(context.clone());
        let mut found: Vec<RegionCode> = Vec::new();
        for text in data.iter().flatten().filter_map(Cell::as_text) {
            if let Ok(code) = self.regions.find(text, None)
                && !found.contains(&code)
            {
                found.push(code);
            }
        }
        context.extend(self.regions.common(&found));
        self.regions.about(context);
    }

    /// What a column is for.
    fn column(&mut self, stack: &[String], heading: &Heading, cells: &[&Cell]) -> Column {
        let by_heading = stack.iter().rev().find_map(|part| heading::role(part));
        let role = self.checked(by_heading, heading, stack, cells);
        let mut column = Column { role: Some(role), ..Column::default() };
        if role == Role::Value {
            column.metric =
                heading.metric.clone().or_else(|| Some(heading.name.clone()).filter(|name| !name.is_empty()));
            column.measure = heading.measure;
            column.unit.clone_from(&heading.unit);
            column.year = heading.period;
            column.status = heading.status;
            column.scope.clone_from(&heading.scope);
        } else if matches!(role, Role::Unit | Role::Metric) && heading.unit.is_some() {
            column.unit.clone_from(&heading.unit);
        }
        column
    }

    /// What a column is for by its heading, as far as what stands in it agrees.
    fn checked(&mut self, by_heading: Option<Role>, heading: &Heading, stack: &[String], cells: &[&Cell]) -> Role {
        let share = |count: usize| if cells.is_empty() { 0.0 } else { count as f64 / cells.len() as f64 };
        let texts = || cells.iter().filter_map(|cell| cell.as_text());
        let regions = share(cells.iter().filter(|cell| self.regions.may_be(cell)).count());
        let metrics = share(texts().filter(|text| heading::read(text, self.names).metric.is_some()).count());
        let years = share(cells.iter().filter(|cell| year::of_cell(cell).is_some()).count());
        let values = share(cells.iter().filter(|cell| is_value(cell)).count());
        let unit = share(texts().filter(|text| units::is_unit(text)).count());
        match by_heading {
            Some(Role::Region | Role::Unit) if regions < 0.2 && metrics > 0.4 => Role::Metric,
            Some(Role::Unit) if regions > 0.5 => Role::Region,
            // 区 may head areas, and a list of codes may be headed 地区.
            Some(Role::Region) if regions == 0.0 && values > 0.5 => Role::Value,
            Some(Role::Metric) if metrics == 0.0 && regions > 0.5 => Role::Region,
            Some(Role::Code) if regions == 0.0 => Role::Ignore,
            Some(Role::Value) if values == 0.0 && regions > 0.5 => Role::Region,
            Some(Role::Value) if values == 0.0 && !cells.is_empty() => Role::Ignore,
            Some(role) => role,
            None if cells.is_empty() => Role::Ignore,
            None if heading.metric.is_none() && heading.unit.is_none() && regions > 0.5 => Role::Region,
            // 2010 and 1999 may be numbers of anything, if neither they nor their heading call them years.
            None if heading.metric.is_none()
                && heading.period.is_none()
                && years > 0.9
                && (stack.is_empty() || calls_years(stack) || texts().any(|text| text.contains('年'))) =>
            {
                Role::Year
            }
            None if unit > 0.5 => Role::Unit,
            None if metrics > 0.4 => Role::Metric,
            None if values > 0.0 && !stack.is_empty() => Role::Value,
            // 下降5.3: what cannot be read below a metric is told, cell by cell.
            None if heading.metric.is_some() || heading.measure.is_some() => Role::Value,
            None => Role::Ignore,
        }
    }

    /// Leaves out a column of percentages that may be fractions. Which cells show percentages only xlsx tells.
    fn doubt_fractions<'c>(
        &mut self,
        column: &mut Column,
        of_table: Option<&str>,
        cells: impl Iterator<Item = &'c Cell>,
    ) {
        // 城镇化率 is in % even where nothing says so.
        let base = || {
            let metric = self.names.find(column.metric.as_deref().or(of_table)?);
            metric.or_else(|| self.names.get(column.metric.as_deref().or(of_table)?)).map(|metric| metric.unit.as_str())
        };
        if column.role != Some(Role::Value) || column.unit.as_deref().or_else(base) != Some("%") {
            return;
        }
        let mut numbers = Vec::new();
        for reading in cells.map(value::read) {
            if matches!(reading, value::Reading::Value { unit: Some(_), .. }) {
                return;
            }
            numbers.extend(fractions::bare(&reading));
        }
        let is_told = column.heading.as_deref().is_some_and(fractions::is_told);
        if fractions::may_be_fractions(numbers, is_told && column.measure == Some(Measure::Growth)) {
            column.role = Some(Role::Ignore);
            self.told.fractions(column.letters.as_deref(), column.heading.as_deref());
        }
    }

    /// Whether the values of a column are per cent.
    fn is_rate(&self, column: &Column) -> bool {
        let base = || Some(self.names.get(column.metric.as_deref()?)?.unit.as_str());
        column.unit.as_deref().or_else(base) == Some("%")
    }

    /// Settles what the headings of values leave open: regions in headings, growth beside its metric.
    fn values(&mut self, columns: &mut [Column], parsed: &[Heading], by_hand: &[bool]) {
        let is_value = |column: &Column| column.role == Some(Role::Value);
        let has = |columns: &[Column], role| columns.iter().any(|column| column.role == Some(role));
        let rows_name_metrics = has(columns, Role::Metric);
        let mut free: Vec<_> = (0..columns.len()).filter(|at| is_value(&columns[*at]) && !by_hand[*at]).collect();
        // Regions across: headings that are regions, not metrics.
        let unnamed = |at: &&usize| parsed[**at].metric.is_none() && !parsed[**at].name.is_empty();
        let regions: Vec<_> = free
            .iter()
            .filter(unnamed)
            .filter_map(|at| Some((*at, self.regions.find(&half_width(&parsed[*at].name), None).ok()?)))
            .collect();
        let others = free.iter().filter(unnamed).count() - regions.len();
        if !has(columns, Role::Region) && !regions.is_empty() && regions.len() >= others {
            for (at, code) in regions {
                columns[at].metric = None;
                columns[at].region = Some(code);
            }
            free.retain(|at| {
                let column = &mut columns[*at];
                let is_sum = is_sum(column);
                if is_sum {
                    column.role = Some(Role::Ignore);
                    self.told.sum(column.letters.as_deref(), column.heading.as_deref());
                }
                !is_sum
            });
        }
        if rows_name_metrics {
            let nameless = free.iter().any(|at| columns[*at].metric.is_none());
            for at in free {
                // 完成情况 beside 指标 is a value; 本年 beside 备注 would not be one where others are.
                if columns[at].metric.is_some() && (!nameless || parsed[at].metric.is_none()) {
                    if nameless {
                        let Column { letters, heading, role, .. } = &mut columns[at];
                        *role = Some(Role::Ignore);
                        let why = "the rows name metrics, and its heading another";
                        self.told.unused_column(letters.as_deref(), heading.as_deref(), why);
                    }
                    columns[at].metric = None;
                }
            }
            return;
        }
        let dated = free.iter().filter(|at| columns[**at].metric.is_some() && columns[**at].year.is_some()).count();
        let follow = free.iter().filter(|at| columns[**at].metric.is_none() && columns[**at].year.is_none()).count();
        let (mut beside, mut last): (Option<usize>, Option<usize>) = (None, None);
        for at in free {
            let before = last.replace(at);
            if columns[at].metric.is_some() {
                if columns[at].measure.is_none_or(|measure| measure == Measure::Level) {
                    beside = Some(at);
                }
                continue;
            }
            if columns[at].region.is_some() {
                continue;
            }
            // 增速 behind GDP is that of the GDP. Where years stand in headings it is only if one follows each.
            let Some(left) = beside.map(|left| columns[left].clone()) else { continue };
            if columns[at].measure.is_none() && columns[at].unit.as_deref() == Some("%") {
                continue;
            }
            // Growth in % behind 完成预算% is that of what stands farther left, or of anything; nor has a rate a share.
            if matches!(columns[at].measure, Some(Measure::Growth | Measure::Share)) && self.is_rate(&left) {
                continue;
            }
            if columns[at].year.is_some() && left.year.is_none() {
                continue;
            }
            // 位次 behind 增速 is that of the growth, where the amount has one of its own; else of either.
            if columns[at].measure == Some(Measure::Rank)
                && before.is_some_and(|before| columns[before].measure == Some(Measure::Growth))
            {
                let is_ranked = |column: &Column| {
                    column.measure == Some(Measure::Rank) && (&column.metric, column.year) == (&left.metric, left.year)
                };
                if columns[..at].iter().any(is_ranked) {
                    columns[at].measure = Some(Measure::GrowthRank);
                } else {
                    let Column { letters, heading, role, .. } = &mut columns[at];
                    *role = Some(Role::Ignore);
                    let why = "it does not tell whether it ranks the amount or its growth";
                    self.told.unused_column(letters.as_deref(), heading.as_deref(), why);
                    continue;
                }
            }
            columns[at].metric = left.metric;
            if columns[at].year.is_none() && left.year.is_some() && dated == follow {
                columns[at].year = left.year;
            } else if columns[at].year.is_none() && left.year.is_some() {
                columns[at].role = Some(Role::Ignore);
                self.told.untimed_column(columns[at].letters.as_deref(), columns[at].heading.as_deref());
            }
        }
    }
}

/// Whether a column that names no region beside columns that do sums these up.
fn is_sum(column: &Column) -> bool {
    let heading = column.heading.as_deref().unwrap_or_default();
    let name: String =
        heading.chars().filter(|c| !c.is_whitespace()).take_while(|c| !['（', '('].contains(c)).collect();
    column.region.is_none() && ["合计", "总计", "共计", "小计"].contains(&name.as_str())
}

/// Whether a heading has a word for years.
fn calls_years(stack: &[String]) -> bool {
    stack.iter().any(|part| part.contains('年') || part.to_lowercase().contains("year"))
}

const NO_HEADING: &str =
    "it has no row of headings above figures; if it has figures, give header = [FIRST, LAST] in --map";

const PART: &str =
    "its title or name tells of a part of a year, but not just which; give year = \"2023-01/2023-06\" for it in --map";

fn is_value(cell: &Cell) -> bool {
    matches!(value::read(cell), value::Reading::Value { .. })
}

/// Of several columns of metrics the one of names counts; a column of keys beside it is left to it.
fn one_name(columns: &mut [Column]) {
    let mut seen = false;
    for column in columns {
        if column.role == Some(Role::Metric) {
            if seen {
                column.role = Some(Role::Ignore);
            }
            seen = true;
        }
    }
}

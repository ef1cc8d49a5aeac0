//! Parquet → rows of cells, by the record interface, without Arrow.

use std::{fs::File, path::Path};

use parquet::{
    file::{reader::FileReader as _, serialized_reader::SerializedFileReader},
    record::Field,
};

use super::{
    book::{Book, Places},
    cell::{Cell, Row},
    interchange,
    layout::COLUMNS,
};
use crate::{load::clean::clean_source, model::Source};

/// The key under which a file of figures holds its sources, as a JSON array.
const SOURCES: &str = "xianzhi.sources";

/// Reads a file as one table.
///
/// # Errors
/// It is no Parquet file, or is packed in a way that is not read.
pub(super) fn read(path: &Path, book: &mut Book<'_, '_>) -> Result<(), String> {
    let told = |error: parquet::errors::ParquetError| {
        format!("cannot be read as Parquet ({error}); write it anew, as pandas does with to_parquet")
    };
    let file = File::open(path).map_err(|error| format!("cannot be read ({error}); check the file"))?;
    let reader = SerializedFileReader::new(file).map_err(told)?;
    let fields = reader.metadata().file_metadata().schema().get_fields();
    for entry in reader.metadata().file_metadata().key_value_metadata().into_iter().flatten() {
        let value = entry.value.as_deref().filter(|_| entry.key == SOURCES);
        match value.map(serde_json::from_str::<Vec<Source>>) {
            Some(Ok(sources)) => {
                for mut source in sources {
                    clean_source(&mut source);
                    if book.source(source).is_break() {
                        return Ok(());
                    }
                }
            }
            Some(Err(error)) => {
                book.told.note(format!("tells of its sources in no known way ({error}); build it anew"));
            }
            None => {}
        }
    }
    let heading: Row = fields.iter().take(COLUMNS).map(|field| Cell::text(field.name())).collect();
    let is_interchange = interchange::fields(&heading).is_some();
    let records = reader.get_row_iter(None).map_err(told)?;
    let rows = records.map(|record| match record {
        Ok(record) => {
            Ok(record.get_column_iter().take(COLUMNS).map(|(_, field)| cell(field, is_interchange)).collect::<Row>())
        }
        Err(error) => Err(told(error)),
    });
    let rows = std::iter::once(Ok(heading)).chain(rows);
    let mut numbered = (0..).zip(rows).map(|(number, row)| row.map(|row| (number, row)));
    let _ = book.sheet("", Places::Records, &mut numbered);
    Ok(())
}

/// A cell; in the interchange form a text is taken to the letter.
fn cell(field: &Field, to_the_letter: bool) -> Cell {
    match field {
        Field::Str(text) if to_the_letter && !text.is_empty() => Cell::Text(text.clone()),
        Field::Byte(number) => Cell::Number((*number).into()),
        Field::Short(number) => Cell::Number((*number).into()),
        Field::Int(number) => Cell::Number((*number).into()),
        Field::Long(number) => Cell::Number(*number as f64),
        Field::UByte(number) => Cell::Number((*number).into()),
        Field::UShort(number) => Cell::Number((*number).into()),
        Field::UInt(number) => Cell::Number((*number).into()),
        Field::ULong(number) => Cell::Number(*number as f64),
        Field::Double(number) => Cell::Number(*number),
        // The shortest decimal that is this float, not the digits that a double adds.
        Field::Float(number) => number.to_string().parse().map_or(Cell::Empty, Cell::Number),
        Field::Decimal(_) | Field::Float16(_) => field.to_string().parse().map_or(Cell::Empty, Cell::Number),
        Field::Str(text) => Cell::text(text),
        Field::Bytes(bytes) => std::str::from_utf8(bytes.data()).map_or(Cell::Empty, Cell::text),
        Field::Bool(word) => Cell::Text(word.to_string()),
        Field::Date(days) => day(i64::from(*days)),
        Field::TimestampMillis(millis) => day(millis.div_euclid(86_400_000)),
        Field::TimestampMicros(micros) => day(micros.div_euclid(86_400_000_000)),
        Field::ListInternal(list) => {
            let words = list.elements().iter().filter_map(|word| match word {
                Field::Str(word) => Some(word.as_str()),
                _ => None,
            });
            Cell::text(&words.collect::<Vec<_>>().join(" "))
        }
        Field::Null | Field::TimeMillis(_) | Field::TimeMicros(_) | Field::Group(_) | Field::MapInternal(_) => {
            Cell::Empty
        }
    }
}

/// The day so many days after the first of 1970.
fn day(days: i64) -> Cell {
    let date = i32::try_from(days)
        .ok()
        .and_then(|days| jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok());
    match date {
        Some(date) if date.year() > 0 => Cell::Date(date.year() as u16, date.month() as u8, date.day() as u8),
        _ => Cell::Empty,
    }
}

//! Parquet files with typed columns, written a row group at a time.

use std::{
    io::{self, Write},
    sync::Arc,
};

use parquet::{
    basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical, ZstdLevel},
    data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type},
    errors::ParquetError,
    file::{
        metadata::KeyValue,
        properties::WriterProperties,
        writer::{SerializedColumnWriter, SerializedFileWriter},
    },
    schema::types::Type,
};

use super::{Cell, Column, Kind, Sheet};

/// The key under which a file of figures holds its sources, as a JSON array.
pub(super) const SOURCES: &str = "xianzhi.sources";

/// Rows of a group: what is held in memory before it is written.
const GROUP: usize = 65_536;

/// Rows that are written as they come.
pub(super) struct Rows<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: Vec<Values>,
    held: usize,
}

impl<W: Write + Send> Rows<W> {
    /// Begins a file with these columns; every one may be empty in any row.
    pub(super) fn new(columns: &[Column], out: W) -> io::Result<Self> {
        let schema = schema(columns).map_err(io_error)?;
        let properties = WriterProperties::builder().set_compression(Compression::ZSTD(ZstdLevel::default()));
        let writer =
            SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties.build())).map_err(io_error)?;
        Ok(Self { writer, columns: columns.iter().map(|column| Values::of(column.kind)).collect(), held: 0 })
    }

    /// Takes a row.
    pub(super) fn row(&mut self, row: &[Cell]) -> io::Result<()> {
        for (column, cell) in self.columns.iter_mut().zip(row) {
            column.push(cell);
        }
        self.held += 1;
        if self.held == GROUP { self.write_group() } else { Ok(()) }
    }

    /// Writes what is held back and the footer, which holds these words by their keys.
    pub(super) fn finish(mut self, words: Vec<(&str, String)>) -> io::Result<()> {
        if self.held > 0 {
            self.write_group()?;
        }
        for (key, word) in words {
            self.writer.append_key_value_metadata(KeyValue::new(key.to_owned(), word));
        }
        self.writer.into_inner().map_err(io_error)?.flush()
    }

    fn write_group(&mut self) -> io::Result<()> {
        let mut group = self.writer.next_row_group().map_err(io_error)?;
        for values in &mut self.columns {
            if let Some(mut column) = group.next_column().map_err(io_error)? {
                values.write(&mut column).map_err(io_error)?;
                column.close().map_err(io_error)?;
            }
        }
        group.close().map_err(io_error)?;
        self.held = 0;
        Ok(())
    }
}

/// Writes a sheet; its columns have the types of their kinds.
pub(super) fn write(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let mut buffer = Vec::new();
    let mut rows = Rows::new(&sheet.columns, &mut buffer)?;
    sheet.rows.iter().try_for_each(|row| rows.row(row))?;
    rows.finish(Vec::new())?;
    out.write_all(&buffer)
}

fn schema(columns: &[Column]) -> Result<Type, ParquetError> {
    let field = |column: &Column| {
        let (physical, text) = match column.kind {
            Kind::Text | Kind::Period => (Physical::BYTE_ARRAY, true),
            Kind::Integer => (Physical::INT64, false),
            Kind::Number => (Physical::DOUBLE, false),
            Kind::Truth => (Physical::BOOLEAN, false),
        };
        let field = Type::primitive_type_builder(&column.key, physical).with_repetition(Repetition::OPTIONAL);
        let (logical, converted) =
            if text { (Some(LogicalType::String), ConvertedType::UTF8) } else { (None, ConvertedType::NONE) };
        field.with_logical_type(logical).with_converted_type(converted).build().map(Arc::new)
    };
    let fields = columns.iter().map(field).collect::<Result<_, _>>()?;
    Type::group_type_builder("xianzhi").with_fields(fields).build()
}

/// The values of a column in the row group at hand.
struct Values {
    typed: Typed,
    /// 1 for a value, 0 for an empty cell.
    present: Vec<i16>,
}

enum Typed {
    Text(Vec<ByteArray>),
    Integer(Vec<i64>),
    Number(Vec<f64>),
    Truth(Vec<bool>),
}

impl Values {
    const fn of(kind: Kind) -> Self {
        let typed = match kind {
            Kind::Text | Kind::Period => Typed::Text(Vec::new()),
            Kind::Integer => Typed::Integer(Vec::new()),
            Kind::Number => Typed::Number(Vec::new()),
            Kind::Truth => Typed::Truth(Vec::new()),
        };
        Self { typed, present: Vec::new() }
    }

    /// Takes a cell; one of another type than the column's is empty.
    fn push(&mut self, cell: &Cell) {
        let present = match &mut self.typed {
            Typed::Text(values) => {
                cell.text().filter(|text| !text.is_empty()).map(|text| values.push(text.as_bytes().into()))
            }
            Typed::Integer(values) => cell.number().map(|number| values.push(number as i64)),
            Typed::Number(values) => cell.number().map(|number| values.push(number)),
            Typed::Truth(values) => truth(cell).map(|truth| values.push(truth)),
        };
        self.present.push(i16::from(present.is_some()));
    }

    /// Writes the values, of which none is left.
    fn write(&mut self, column: &mut SerializedColumnWriter) -> Result<(), ParquetError> {
        let present = Some(self.present.as_slice());
        match &mut self.typed {
            Typed::Text(values) => {
                column.typed::<ByteArrayType>().write_batch(values, present, None)?;
                values.clear();
            }
            Typed::Integer(values) => {
                column.typed::<Int64Type>().write_batch(values, present, None)?;
                values.clear();
            }
            Typed::Number(values) => {
                column.typed::<DoubleType>().write_batch(values, present, None)?;
                values.clear();
            }
            Typed::Truth(values) => {
                column.typed::<BoolType>().write_batch(values, present, None)?;
                values.clear();
            }
        }
        self.present.clear();
        Ok(())
    }
}

const fn truth(cell: &Cell) -> Option<bool> {
    if let Cell::Truth(truth) = cell { Some(*truth) } else { None }
}

/// The error beneath, so that a closed pipe is known as one.
fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}

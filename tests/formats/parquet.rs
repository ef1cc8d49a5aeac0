//! Parquet, read back with its own library and, where they are there, by DuckDB and pandas.

#[cfg(feature = "parquet")]
use std::process::Command;

use crate::program::{figures, run, scratch};

#[test]
#[cfg(not(feature = "parquet"))]
fn without_the_feature_it_is_named() {
    let file = scratch("no-parquet").join("a.parquet");
    let told = run(&["regions", "--data", &figures("no-parquet-data"), "-o", file.to_str().unwrap()]).failed(2);
    assert!(told.contains("feature `parquet`") && told.contains("--features full"), "{told}");
}

/// Tells columns, types and some values of the files that are its arguments, by DuckDB and by pandas.
#[cfg(feature = "parquet")]
const PYTHON: &str = r"
import sys
try:
    import duckdb, pandas
except ImportError as missing:
    print('skipped:', missing)
    sys.exit()
show, compare, csv = sys.argv[1:]
known = duckdb.sql(f'''select typeof(value), typeof(region_code), typeof(year), typeof(name), sum(value) over (), region
                      from read_parquet('{show}') where measure = 'level' and metric = 'gdp' ''').fetchall()[0]
assert known == ('DOUBLE', 'BIGINT', 'BIGINT', 'VARCHAR', 704.11, '长垣市'), known
sources = duckdb.sql(f'''select decode(value) from parquet_kv_metadata('{show}') where decode(key) = 'xianzhi.sources' ''')
assert '甲.txt' in sources.fetchall()[0][0]
frame = pandas.read_parquet(show)
assert str(frame.value.dtype) == 'float64' and frame.value[0] == 704.11, frame.dtypes
assert frame.doubt[1] == 'metric_before' and frame.doubt.isna()[0], frame.doubt
frame = pandas.read_parquet(compare)
assert str(frame.best.dtype) == 'bool' and set(frame.region) == {'红旗区', '凤泉区'}, frame
assert list(frame.value) == [297.6, 100.0] and list(frame.unit) == ['亿元', '亿元'], frame
rows = duckdb.sql(f'''select region, value from read_csv('{csv}') order by place''').fetchall()
assert rows[0] == ('长垣市', 704.11), rows
print('read')
";

#[test]
#[cfg(feature = "parquet")]
fn duckdb_and_pandas_read_it() {
    let (folder, data) = (scratch("parquet-python"), figures("parquet-python-data"));
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    run(&["show", "长垣", "--data", &data, "-o", &at("show.parquet")]).done();
    run(&["compare", "红旗区", "凤泉区", "--data", &data, "-o", &at("compare.parquet")]).done();
    run(&["rank", "gdp", "--data", &data, "-o", &at("rank.csv")]).done();
    let ran = Command::new("python3")
        .args(["-c", PYTHON, &at("show.parquet"), &at("compare.parquet"), &at("rank.csv")])
        .output();
    let Ok(ran) = ran else { return eprintln!("skipped: there is no python3") };
    let told = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    eprintln!("{told}");
    assert!(told.starts_with("read") || told.starts_with("skipped"), "{told}");
}

/// Columns and types are those that docs/parquet.md tells.
#[test]
#[cfg(feature = "parquet")]
fn columns_are_documented() {
    use parquet::{
        basic::Type,
        file::reader::{FileReader as _, SerializedFileReader},
    };

    let documented = include_str!("../../docs/parquet.md");
    let (folder, data) = (scratch("parquet-columns"), figures("parquet-columns-data"));
    for (heading, answer) in [
        ("Figures", &["show", "长垣"][..]),
        ("Rank and map", &["rank", "gdp"]),
        ("Trend", &["trend", "gdp", "长垣"]),
        ("Compare", &["compare", "红旗区", "凤泉区"]),
        ("Audit", &["audit"]),
        ("Sources", &["sources"]),
    ] {
        let file = folder.join(format!("{}.parquet", answer[0]));
        crate::written(answer, &data, &file);
        let reader = SerializedFileReader::new(std::fs::File::open(&file).unwrap()).unwrap();
        let columns = reader.metadata().file_metadata().schema_descr().columns().iter();
        let columns = columns.map(|column| {
            let kind = match column.physical_type() {
                Type::INT64 => "int",
                Type::DOUBLE => "double",
                Type::BOOLEAN => "bool",
                _ => "text",
            };
            format!("| {} | {kind} |", column.name())
        });
        let section = documented.split("\n## ").find(|section| section.starts_with(heading)).unwrap();
        let rows = section.lines().filter(|line| line.starts_with('|')).skip(2);
        let rows: Vec<_> = rows.map(|row| row.split_inclusive('|').take(3).collect::<String>()).collect();
        assert_eq!(rows, columns.collect::<Vec<_>>(), "{heading}");
    }
}

#[test]
#[cfg(feature = "parquet")]
fn figures_read_back_with_their_types_and_sources() {
    use parquet::{
        file::reader::{FileReader as _, SerializedFileReader},
        record::Field,
    };

    let (folder, data) = (scratch("parquet"), figures("parquet-data"));
    let file = folder.join("a.parquet");
    run(&["show", "长垣", "--data", &data, "-o", file.to_str().unwrap()]).done();
    let reader = SerializedFileReader::new(std::fs::File::open(&file).unwrap()).unwrap();
    let metadata = reader.metadata().file_metadata();
    let sources = metadata.key_value_metadata().unwrap().iter().find(|word| word.key == "xianzhi.sources").unwrap();
    let sources = serde_json::from_str::<serde_json::Value>(sources.value.as_ref().unwrap()).unwrap();
    assert_eq!(sources[0]["id"], "甲.txt");
    let rows: Vec<_> = reader.get_row_iter(None).unwrap().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 5);
    let field = |row: usize, name: &str| {
        rows[row].get_column_iter().find(|(known, _)| *known == name).map(|(_, field)| field.clone()).unwrap()
    };
    assert_eq!(field(0, "value"), Field::Double(704.11));
    assert_eq!(field(0, "start"), Field::Long(10));
    assert_eq!(field(0, "region_code"), Field::Long(410_783));
    assert_eq!(field(0, "year"), Field::Long(2024));
    assert_eq!(field(0, "period"), Field::Str("2024".into()));
    assert_eq!(field(0, "doubt"), Field::Null);
    assert_eq!(field(1, "doubt"), Field::Str("metric_before".into()));
    assert_eq!(field(2, "bound"), Field::Str("<=".into()));
}

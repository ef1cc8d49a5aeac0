//! The figures as CSV, and the build timed over the same.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
    time::Instant,
};

use xianzhi::model::{Figure, Value};

use super::{CATALOGUE, GAZETTEER, build_atlas, figures, nation};

/// Writes the figures to `path` and prints as one JSON object how long making and indexing them took.
pub(crate) fn against(path: &Path) -> io::Result<()> {
    let before = Instant::now();
    nation::for_each(&GAZETTEER, &CATALOGUE, figures(), |figure| {
        std::hint::black_box(figure);
    });
    let making = before.elapsed().as_secs_f64();
    let before = Instant::now();
    let atlas = build_atlas();
    let building = before.elapsed().as_secs_f64();
    let bytes = atlas.bytes() as f64 / atlas.len() as f64;
    println!(
        r#"{{"figures": {}, "making": {making}, "building": {building}, "bytes": {bytes}, "peak_mib": {}}}"#,
        atlas.len(),
        peak_mib()
    );
    write(path)
}

fn write(path: &Path) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    out.write_all(b"doc,start,end,paragraph,text,region,region_code,metric,name,measure,value,unit,bound,period,status,scope,base,flag\n")?;
    let mut written = Ok(());
    nation::for_each(&GAZETTEER, &CATALOGUE, figures(), |figure| {
        if written.is_ok() {
            written = row(&mut out, figure);
        }
    });
    written?;
    out.flush()
}

/// Nothing in the figures has a comma or a quotation mark.
fn row(out: &mut impl Write, figure: &Figure) -> io::Result<()> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let Figure { doc, start, end, paragraph, text: characters, name, measure, unit, .. } = figure;
    let code = figure.region_code.map(|code| code.to_string()).unwrap_or_default();
    let value = figure.value.as_ref().and_then(Value::number).unwrap_or_default();
    let period = figure.period.map(|period| period.to_string()).unwrap_or_default();
    writeln!(
        out,
        "{doc},{start},{end},{paragraph},{characters},{},{code},{},{name},{measure:?},{value},{unit},{},{period},{:?},{},{},",
        text(&figure.region),
        text(&figure.metric),
        figure.bound.sign(),
        figure.status,
        text(&figure.scope),
        text(&figure.base),
    )
}

/// The most memory that the process ever held, where the system tells it.
fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or_default() / 1024
}

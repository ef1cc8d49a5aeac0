//! The phrases in the comments of `src/extract/rules` are read as the comments say.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::{fs, path::Path, sync::Arc};

use xianzhi::{
    extract::Extractor,
    model::{Catalogue, Document, Figure, Gazetteer, Source, Value},
};

/// `rank 5 粮食产量`
fn shown(figure: &Figure) -> String {
    let measure = serde_json::to_value(figure.measure).unwrap();
    let value = match &figure.value {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Ratio(parts)) => parts.clone(),
        None => "damaged".into(),
    };
    format!("{} {value} {}", measure.as_str().unwrap(), figure.name)
}

#[test]
fn comments_are_true() {
    let extractor = Extractor::new(&Arc::new(Gazetteer::carried()), &Catalogue::carried());
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract/rules");
    let mut examples = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(rules).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let before = examples;
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let Some((phrase, expected)) = line.strip_prefix("//! - `").and_then(|rest| rest.split_once("` → "))
            else {
                continue;
            };
            examples += 1;
            let text = format!("长垣市2023年政府工作报告\n\n2022年，{phrase}。\n");
            let read = extractor.read(&Document { source: Source::default(), text });
            let read: Vec<String> = read.figures.iter().map(shown).collect();
            let read = read.join(" · ");
            // Rustdoc wants `growth_rank` between backticks.
            if read != expected.replace('`', "") {
                wrong.push(format!("{name}:{}: {phrase}\n  said {expected}\n  read {read}", number + 1));
            }
        }
        assert!(examples > before, "{name} shows no phrase that it reads: //! - `phrase` → measure value name");
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

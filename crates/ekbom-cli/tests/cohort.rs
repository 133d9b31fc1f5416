//! `ekbom cohort`, from file to file.
#![expect(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

const MAP: &str = r#"
ask = ["iron.therapy@nice-cks", "kidney.stage"]
possible = true
keep = ["id"]
[quantities]
ferritin = { column = "fer", unit = "ng/mL" }
creatinine = { column = "crea", unit = "mg/dL" }
[person]
age_years = "age"
sex = { column = "sex", values = { "1" = "male", "2" = "female" } }
[constants]
dialysis = false
iron_deficiency_anaemia = false
pregnant = false
"#;

const ROWS: &str = "id,fer,crea,age,sex\na,38,0.9,58,2\nb,<75,,61,1\nc,10000000,1,40,1\nd,60,1.35,60,\n";

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join("map.toml"), MAP).unwrap();
        Self(path)
    }

    fn command(&self, input: &str, output: &str, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ekbom"));
        command.current_dir(&self.0).args(["cohort", input, output, "--map", "map.toml"]).args(more);
        command
    }

    fn run(&self, input: &str, output: &str, more: &[&str]) -> Output {
        self.command(input, output, more).output().unwrap()
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.0)
            .unwrap()
            .map(|own| own.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn what_cannot_be_accepted_is_set_aside_and_told() {
    let folder = Folder::new("aside");
    fs::write(folder.0.join("in.csv"), ROWS).unwrap();
    let output = folder.run("in.csv", "out.csv", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let out = fs::read_to_string(folder.0.join("out.csv")).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].ends_with(",ekbom:set_aside,ekbom:errors"), "{}", lines[0]);
    assert_eq!(lines[1], "a,oral,oral,g2,g2,,");
    // The creatinine of the row is answered, its ferritin is not known.
    assert!(lines[3].starts_with("c,,") && lines[3].contains(",g1,g1,"), "{}", lines[3]);
    assert!(lines[3].contains("ferritin.value") && lines[3].ends_with(','), "{}", lines[3]);
    let told = fs::read_to_string(folder.0.join("out.rejects.csv")).unwrap();
    assert!(told.lines().nth(1).unwrap().starts_with("3,fer,ferritin.value,"), "{told}");
    assert!(told.lines().nth(1).unwrap().ends_with(",set_aside"), "{told}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("0 refused, 1 with something set aside"), "{text}");
    assert!(text.contains("1 rows (25.00 %) were read one by one"), "{text}");
}

#[test]
fn a_table_is_answered_by_rules_of_ones_own() {
    let folder = Folder::new("rules");
    fs::write(folder.0.join("in.csv"), ROWS).unwrap();
    let rule = "nice-cks/iron.therapy/stores-low";
    let first = |more: &[&str]| {
        let output = folder.run("in.csv", "out.csv", more);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        fs::read_to_string(folder.0.join("out.csv")).unwrap().lines().nth(1).unwrap().to_owned()
    };
    let usual = first(&[]);
    let moved = first(&["--limit", &format!("{rule}=30")]);
    assert_ne!(usual, moved);
    // The same from a file of rules, for a table of patients and for one patient.
    let rules =
        Command::new(env!("CARGO_BIN_EXE_ekbom")).args(["rules", "--format", "json"]).output().unwrap();
    fs::write(folder.0.join("rules.json"), rules.stdout).unwrap();
    assert_eq!(first(&["--rules", "rules.json"]), usual);
    assert_eq!(first(&["--rules", "rules.json", "--limit", &format!("{rule}=30")]), moved);
    let wrong = folder.run("in.csv", "out.csv", &["--limit", "nice-cks/iron.therapy/stores-lo=30"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("did you mean"), "{wrong:?}");
    let none = folder.run("in.csv", "out.csv", &["--rules", "nothing.json"]);
    assert!(String::from_utf8_lossy(&none.stderr).contains("nothing.json"), "{none:?}");
}

#[test]
fn parquet_of_every_compression_is_read() {
    use std::sync::Arc;

    use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray};
    use parquet::arrow::ArrowWriter;
    use parquet::basic::{BrotliLevel, Compression, GzipLevel, ZstdLevel};
    use parquet::file::properties::WriterProperties;

    let folder = Folder::new("codecs");
    let map = "ask = [\"iron.therapy@nice-cks\"]\nkeep = [\"id\"]\n[quantities]\nferritin = { column = \"fer\", unit = \"ng/mL\" }\n";
    fs::write(folder.0.join("map.toml"), map).unwrap();
    let id: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
    let ferritin: ArrayRef = Arc::new(Float64Array::from(vec![12.0, 150.0]));
    let batch = RecordBatch::try_from_iter([("id", id), ("fer", ferritin)]).unwrap();
    for (name, compression) in [
        ("uncompressed", Compression::UNCOMPRESSED),
        ("snappy", Compression::SNAPPY),
        ("zstd", Compression::ZSTD(ZstdLevel::default())),
        ("gzip", Compression::GZIP(GzipLevel::default())),
        ("brotli", Compression::BROTLI(BrotliLevel::default())),
        ("lz4", Compression::LZ4),
        ("lz4-raw", Compression::LZ4_RAW),
    ] {
        let input = format!("{name}.parquet");
        let file = fs::File::create(folder.0.join(&input)).unwrap();
        let properties = WriterProperties::builder().set_compression(compression).build();
        let mut writer = ArrowWriter::try_new(file, batch.schema(), Some(properties)).unwrap();
        writer.write(&batch).unwrap();
        writer.close().unwrap();
        let made = folder.run(&input, &format!("{name}.csv"), &["--quiet"]);
        assert_eq!(made.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&made.stderr));
        let out = fs::read_to_string(folder.0.join(format!("{name}.csv"))).unwrap();
        let rows: Vec<&str> = out.lines().skip(1).collect();
        assert!(rows.len() == 2 && rows[0].starts_with("a,") && rows[1].starts_with("b,"), "{name}: {out}");
    }
}

#[test]
fn csv_in_csv_out_and_rejects_beside() {
    let folder = Folder::new("csv");
    fs::write(folder.0.join("in.csv"), ROWS).unwrap();
    fs::write(folder.0.join("map.toml"), format!("on_refusal = \"refuse\"\n{MAP}")).unwrap();
    let output = folder.run("in.csv", "out.csv", &[]);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    let out = fs::read_to_string(folder.0.join("out.csv")).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    assert!(
        lines[0].starts_with("id,iron.therapy@nice-cks,iron.therapy@nice-cks:possible,kidney.stage@kdigo")
    );
    assert_eq!(lines[1], "a,oral,oral,g2,g2,");
    assert_eq!(lines[2], "b,,oral|grey_zone,,g1|g2|g3a|g3b|g4|g5,");
    assert!(lines[3].starts_with("c,,,,,"), "{}", lines[3]);
    assert_eq!(lines[4], "d,grey_zone,grey_zone,,g2|g3b,");
    let rejects = fs::read_to_string(folder.0.join("out.rejects.csv")).unwrap();
    assert!(rejects.lines().nth(1).unwrap().starts_with("3,fer,ferritin.value,"), "{rejects}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("4 rows") && text.contains("1 refused") && text.contains("grey_zone"), "{text}");
}

#[test]
fn every_format_holds_the_same_answers() {
    let folder = Folder::new("formats");
    fs::write(folder.0.join("in.csv"), ROWS).unwrap();
    folder.run("in.csv", "whole.csv", &["--quiet"]);
    let all = MAP.replace("keep = [\"id\"]", "keep = [\"*\"]").replace("possible = true", "");
    fs::write(folder.0.join("map.toml"), all).unwrap();
    folder.run("in.csv", "one.csv", &["--quiet"]);
    for format in ["parquet", "arrow"] {
        let (file, back) = (format!("one.{format}"), format!("{format}.csv"));
        let first = folder.run("in.csv", &file, &["--quiet"]);
        assert_eq!(first.status.code(), Some(0), "{}", String::from_utf8_lossy(&first.stderr));
        fs::write(folder.0.join("map.toml"), MAP).unwrap();
        let second = folder.run(&file, &back, &["--quiet", "--threads", "1"]);
        assert_eq!(second.status.code(), Some(0), "{}", String::from_utf8_lossy(&second.stderr));
        let read = |name: &str| fs::read_to_string(folder.0.join(name)).unwrap();
        assert_eq!(read("whole.csv"), read(&back));
        let all = MAP.replace("keep = [\"id\"]", "keep = [\"*\"]").replace("possible = true", "");
        fs::write(folder.0.join("map.toml"), all).unwrap();
    }
}

#[test]
fn strict_stops_and_leaves_nothing() {
    let folder = Folder::new("strict");
    fs::write(folder.0.join("in.csv"), ROWS).unwrap();
    let output = folder.run("in.csv", "out.parquet", &["--strict"]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("row 2, column `fer`"), "{error}");
    assert_eq!(folder.names(), ["in.csv", "map.toml"]);
}

#[test]
fn a_map_that_does_not_fit_is_refused_by_name() {
    let folder = Folder::new("maps");
    fs::write(folder.0.join("in.csv"), ROWS).unwrap();
    for (from, to, said) in [
        (", unit = \"ng/mL\"", "", "`ferritin` needs its unit: none is assumed"),
        ("\"fer\"", "\"FER\"", "there is no column `FER`"),
        ("kidney.stage", "kidney.stages", "there is no question `kidney.stages`"),
        ("\"1\" = \"male\"", "\"1\" = \"man\"", "`man` is none of female, male, missing"),
        ("ng/mL", "mmol/L", "`ferritin` is not reported in `mmol/L`"),
        ("dialysis = false", "dialyse = false", "constants.dialyse"),
    ] {
        fs::write(folder.0.join("map.toml"), MAP.replace(from, to)).unwrap();
        let output = folder.run("in.csv", "out.csv", &[]);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(1) && error.contains(said), "{said}: {error}");
    }
    assert_eq!(folder.names(), ["in.csv", "map.toml"]);
}

#[test]
fn killed_at_any_moment_it_leaves_no_half_file() {
    let folder = Folder::new("killed");
    let mut rows = String::from("id,fer,crea,age,sex\n");
    for row in 0..200_000 {
        rows.push_str(&format!(
            "{row},{},{}.{},{},{}\n",
            5 + row % 400,
            1 + row % 3,
            row % 10,
            18 + row % 70,
            1 + row % 2
        ));
    }
    fs::write(folder.0.join("in.csv"), rows).unwrap();
    let mut early = 0;
    for wait in [1, 5, 20, 50, 90, 150, 250, 400] {
        let mut child = folder.command("in.csv", "out.parquet", &[]).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        let ended = child.wait().unwrap().success();
        let there = folder.0.join("out.parquet").exists();
        // Under its name it is whole, or not at all.
        if there {
            let check = folder.run("out.parquet", "back.csv", &[]);
            let error = String::from_utf8(check.stderr).unwrap();
            assert!(error.contains("there is no column `crea`; there are: id"), "{error}");
            fs::remove_file(folder.0.join("out.parquet")).unwrap();
        } else {
            assert!(!ended);
            early += 1;
        }
    }
    assert!(early > 0, "never killed in time");
}

#[test]
fn whose_answers_move_in_a_table() {
    let folder = Folder::new("moved");
    fs::write(folder.0.join("in.csv"), ROWS).unwrap();
    fs::write(folder.0.join("map.toml"), MAP.replace("iron.therapy@nice-cks", "iron.therapy@aan-2016"))
        .unwrap();
    let ekbom = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ekbom"));
        let output = command.current_dir(&folder.0).args(args).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let book = ekbom(&["rules", "--format", "json"]);
    // Of the table above, the last row lies between 50 and 75.
    fs::write(folder.0.join("new.json"), book.replace("\"at_most\": 75,", "\"at_most\": 50,")).unwrap();
    let args = [
        "rules", "diff", "builtin", "new.json", "--people", "in.csv", "--map", "map.toml", "--format", "json",
    ];
    let moved: serde_json::Value = serde_json::from_str(&ekbom(&args)).unwrap();
    assert_eq!(moved["people"], 4);
    let ways = moved["ways"].as_array().unwrap();
    assert!(
        ways.iter().any(|own| own["what"] == "iron.therapy@aan-2016" && own["examples"][0] == "row 4"),
        "{moved}"
    );
    assert!(ways.iter().all(|own| own["kind"] == "answer"), "{moved}");
    let same = ["rules", "diff", "builtin", "builtin", "--people", "in.csv", "--map", "map.toml"];
    assert_eq!(ekbom(&same).trim(), "0 of 4 people have at least one answer that moved");
}

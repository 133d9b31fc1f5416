//! The `ekbom` command.
#[cfg(feature = "cohort")]
mod cohort;

fn main() {
    #[cfg(feature = "cohort")]
    if std::env::args().nth(1).as_deref() == Some("cohort") {
        use clap::Parser;
        let args = cohort::CohortArgs::parse_from(std::env::args().skip(1));
        match cohort::run(&args) {
            Ok(refused) => std::process::exit(if refused { 2 } else { 0 }),
            Err(message) => {
                eprintln!("ekbom: {message}");
                std::process::exit(1);
            }
        }
    }
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap_or_default()).unwrap_or_default();
    let t = std::time::Instant::now();
    let k = ekbom::Knowledge::builtin();
    eprintln!("build {:?}", t.elapsed());
    match ekbom::Patient::from_json(&text) {
        Ok(p) => {
            let a = ekbom::assess(&k, &p);
            println!("{}", a.to_json());
            let t = std::time::Instant::now();
            for _ in 0..1000 {
                std::hint::black_box(ekbom::assess(&k, &p));
            }
            eprintln!("assess {:?}/1000", t.elapsed());
        }
        Err(e) => println!("{e}"),
    }
}

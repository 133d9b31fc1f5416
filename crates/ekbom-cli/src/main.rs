//! The `ekbom` command.
fn main() {
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

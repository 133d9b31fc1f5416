//! The `ekbom` command.
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap_or_default()).unwrap_or_default();
    let w = std::env::args().nth(2).and_then(|s| s.parse().ok()).unwrap_or(100);
    let all = std::env::args().nth(3).is_some();
    let k = ekbom::Knowledge::builtin();
    let p = ekbom::Patient::from_json(&text).unwrap();
    let a = ekbom::assess(&k, &p);
    let r = ekbom::report::Report::new(&k, &p, &ekbom::intake::Policy::default(), &a, &[]);
    print!("{}", r.to_text(ekbom::report::text::Layout { width: w, all }));
}

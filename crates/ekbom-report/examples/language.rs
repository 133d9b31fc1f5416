//! Prints the file that a new language starts from: every text that a report can say, to be translated.
//!
//! `cargo run -p ekbom-report --example language -- nl > nl.po`

fn main() {
    let code = std::env::args().nth(1).unwrap_or_else(|| "xx".to_string());
    print!("{}", ekbom_report::language::template(&code));
}

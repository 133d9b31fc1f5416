// E0308: `new` becomes `Other`
use ekbom::Guideline;

pub fn named(code: &str) {
    let _ = Guideline::new(code);
}

fn main() {}
